"""Those who are meant through somebody else: "his Kenyan counterpart" (the same office there), "their countries"."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Token

from dragoman.mentions.antecedents import Who
from dragoman.mentions.cards import Cards, Window, at_window
from dragoman.ontology.coreference import ReferenceWords


class Counterparts:
    """Follows an owner to whom is meant. Keeps nothing between documents."""

    def __init__(self, words: ReferenceWords, countries: tuple[str, ...], cards: Cards) -> None:
        self._nouns = frozenset(words.counterparts)
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

    def countries(self, noun: Token, owner: Who) -> Who | None:
        """Of "their countries" the states of those who own them; `None` unless each has one."""
        if len(owner) < 2 or noun.lemma_.lower() not in self._countries or "Plur" not in noun.morph.get("Number", []):
            return None
        cards = [self._cards.get(one) for one in owner]
        states = tuple(sorted({card.country for card in cards if card and card.country}))
        return states if len(states) == len(owner) else None
