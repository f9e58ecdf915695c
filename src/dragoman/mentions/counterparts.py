"""Those who are meant through somebody else: "his Kenyan counterpart" (the same office there), "their countries"."""

from __future__ import annotations

from collections.abc import Set
from datetime import date
from typing import Final

from spacy.tokens import Token

from dragoman.mentions.antecedents import Who
from dragoman.mentions.cards import Cards, Window, at_window
from dragoman.mentions.reference_kinds import noun_of
from dragoman.ontology.actors import bounds
from dragoman.ontology.coreference import ReferenceWords

GAP: Final = 120
"""Days for which an office may stand empty between two holders."""
LAST: Final = "9999-12-31"


class Counterparts:
    """Follows an owner to whom is meant. Keeps nothing between documents."""

    def __init__(self, words: ReferenceWords, countries: tuple[str, ...], cards: Cards) -> None:
        self._nouns = frozenset(words.counterparts)
        self._before, self._after = frozenset(words.predecessors), frozenset(words.successors)
        self._countries = frozenset(countries)
        self._cards = cards

    def colleague(self, noun: Token, owner: Who, country: str | None, window: Window | None, named: Set[str]) -> str | None:
        """Who holds in `country` the office that the one owner holds.

        Without a window of days only those that the article names (`named`) count; where several fit, nobody is meant.
        """
        if noun.lemma_.lower() not in self._nouns or len(owner) != 1 or country is None:
            return None
        found = {
            person
            for tenure in self._cards.offices_of(owner[0])
            if at_window(tenure, window)
            for person, other in self._cards.holders((tenure.office,), country)
            if at_window(other, window) and (window is not None or person in named)
        } - set(owner)
        among = found & named if len(found) > 1 else found
        return next(iter(among)) if len(among) == 1 else None

    def beside_in_office(self, noun: Token, owner: Who, window: Window | None) -> str | None:
        """Who held the owner's office just before ("his predecessor") or just after it; `None` where the record has gaps.

        The office is the one held in the window, else the last one laid down; of several the last one taken up.
        """
        word = noun_of(noun)
        if window is None or len(owner) != 1 or word not in self._before | self._after:
            return None
        past = [tenure for tenure in self._cards.offices_of(owner[0]) if bounds(tenure.term)[0] <= window[1]]
        held = [tenure for tenure in past if at_window(tenure, window)] or past
        tenure = max(held, key=lambda one: bounds(one.term), default=None)
        land = (tenure.of or self._country(owner[0])) if tenure else None
        if tenure is None or land is None:
            return None
        terms = sorted((bounds(other.term), person) for person, other in self._cards.holders((tenure.office,), land))
        at = terms.index((bounds(tenure.term), owner[0]))
        near = terms[at - 1 : at] if word in self._before else terms[at + 1 : at + 2]
        return next((person for term, person in near if person != owner[0] and _adjoin(term, bounds(tenure.term))), None)

    def _country(self, person: str) -> str | None:
        card = self._cards.get(person)
        return card.country if card else None

    def countries(self, noun: Token, owner: Who) -> Who | None:
        """Of "their countries" the states of those who own them; `None` unless each has one."""
        if len(owner) < 2 or noun.lemma_.lower() not in self._countries or "Plur" not in noun.morph.get("Number", []):
            return None
        cards = [self._cards.get(one) for one in owner]
        states = tuple(sorted({card.country for card in cards if card and card.country}))
        return states if len(states) == len(owner) else None


def _adjoin(one: Window, other: Window) -> bool:
    """Whether one term follows the other within `GAP` days, whichever is first."""
    first, second = sorted((one, other))
    ends, starts = date.fromisoformat(min(first[1], LAST)), date.fromisoformat(second[0])
    return (starts - ends).days <= GAP
