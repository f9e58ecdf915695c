"""Who held an office: titles with an owner, looked up in the record for the article's date."""

from __future__ import annotations

from collections.abc import Container, Iterable

from dragoman.mentions.cards import Cards, Window, at_window, before_window
from dragoman.mentions.drafts import Title
from dragoman.ontology.actors import ActorOntology, Tenure

APART = frozenset({"GOV", "LEG", "JUD", "IGO"})
"""Sectors of the offices of which nobody is called by another's title."""


class Holders:
    """Looks titles up. Keeps nothing between documents."""

    def __init__(self, ontology: ActorOntology, cards: Cards) -> None:
        self._cards = cards
        self._also = {office.id: office.also for office in ontology.offices.values()}
        self._like: dict[str, set[str]] = {}
        self._titles = {office.id: frozenset(office.titles) for office in ontology.offices.values() if not office.leads}
        for office in ontology.offices.values():
            for title in office.titles:
                self._like.setdefault(title.rsplit(" ", 1)[-1], set()).add(office.id)

    def like(self, title: Title) -> tuple[str, ...]:
        """The offices that a title may mean where it is one word: "the minister" may be the foreign minister.

        Who leads something is called by no lesser title: "the president" is no vice president.
        """
        word = title.words.lower().rsplit(" ", 1)[-1]
        also = [other for office in title.offices for other in self._also.get(office, {}).get(word, ())]
        if also:
            return (*title.offices, *also)
        if not any(word in self._titles.get(office, ()) for office in title.offices):
            return title.offices
        return tuple(sorted({*title.offices, *self._like.get(word, ())}))

    def may_be(self, title: Title, person: str, told: Iterable[Title], window: Window | None) -> bool:
        """Whether a title that nobody is named with may mean a person: whoever bears another title is somebody else.

        `told` are the titles that the article gives the person. Only offices of state tell persons apart: "leader", a rank
        or a trade ("the billionaire") may be said of whoever holds an office.
        """
        offices = set(self.like(title))
        given = [one for one in told if one.offices]
        if (
            not offices
            or "leader" in offices
            or title.sector not in APART
            or any(offices & set(one.offices) for one in given)
        ):
            return True
        tenures = self._cards.offices_of(person)
        fits = at_window if title.sense == "held" else before_window
        return any(tenure.office in offices and fits(tenure, window) for tenure in tenures) if tenures else not given

    def of(self, title: Title, owner: str, window: Window | None) -> list[str]:
        """Those who held the title's office of `owner` when it says; the likeliest office that somebody held."""
        if title.sense in {"deputy", "elect"}:
            return []
        choices = self._cards.leading(owner) if "leader" in title.offices else (title.offices,)
        fits = before_window if title.sense == "former" else at_window
        for offices in choices:
            held = self._cards.holders(offices, owner)
            found = [(person, tenure) for person, tenure in held if fits(tenure, window) and _is_sent(tenure, title)]
            sent = [each for each in found if each[1].to] or found  # rather than envoys of whom no country is on record
            if sent:
                return list(dict.fromkeys(person for person, _ in sent))
        return []

    def one(self, title: Title, owner: str, window: Window | None, named: Container[str]) -> str | None:
        """The one holder, or the one of several whom the article names; without a window only whom it names."""
        holders = self.of(title, owner, window)
        known = [one for one in holders if one in named]
        if len(known) == 1:
            return known[0]
        return holders[0] if len(holders) == 1 and window is not None else None


def _is_sent(tenure: Tenure, title: Title) -> bool:
    """Whether an ambassador is sent where the title says; without a word on where, it may be any of them."""
    return tenure.to is None or tenure.to == title.to
