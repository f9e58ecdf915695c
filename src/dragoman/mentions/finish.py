"""From drafts to `Actor` records: what is known of each, and the role held on the article's date."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.mentions.cards import Card, Cards, Window, at_window, lately
from dragoman.mentions.drafts import Draft, Title
from dragoman.ontology.actors import ActorOntology, Tenure
from dragoman.records import Actor, Span


class Finisher:
    """Makes records of drafts."""

    def __init__(self, ontology: ActorOntology, cards: Cards) -> None:
        self._offices = ontology.offices
        self._bodies = ontology.bodies
        self._cards = cards

    def titles(self, drafts: Iterable[Draft]) -> dict[str, list[Title]]:
        """What the article's titles say of each person, whichever mention they stand with."""
        found: dict[str, list[Title]] = {}
        for draft in drafts:
            if draft.id and draft.kind == "person":
                found.setdefault(draft.id, []).extend(draft.titles)
        return found

    def actor(self, draft: Draft, mention: Span, titles: list[Title], window: Window | None) -> Actor:
        """The record of one mention. `titles` are those of the same person all over the article."""
        card = self._cards.get(draft.id) if draft.id else None
        country = card.country if card else draft.country
        sector, role, why = card.sector if card else draft.sector, draft.role, list(draft.why)
        if card and card.type == "person":
            tenure, sector, doubts = self._office(card.id, card.sector, titles, window)
            role = self._cards.role(card.id, tenure) if tenure else None
            country = self._cards.state_of(card.id, window, [tenure] if tenure else ())
            if tenure is None and (body := self._served(titles)) is not None:
                country, sector = None, body.sector
            why += doubts
        elif draft.kind == "person" and titles:
            told = next((title for title in titles if title.owner or title.country), titles[0])
            role, sector, country = told.words, told.sector, told.country
        return Actor(
            id=draft.id,
            name=card.name if card else draft.name or mention.text,
            type=card.type if card else draft.type or ("person" if draft.kind == "person" else "unnamed"),
            country=country,
            sector=sector,
            role=role,
            mention=mention,
            via=draft.via,
            why="; ".join(why),
            members=draft.members,
            candidates=() if draft.id else draft.ids,
        )

    def _served(self, titles: Iterable[Title]) -> Card | None:
        """The organisation of no state whose office the page gives to somebody: "the UN envoy, Jane Doe"."""
        bodies = (self._cards.get(title.owner) for title in titles if title.owner and title.sense == "held")
        return next((body for body in bodies if body and body.type == "organisation" and body.country is None), None)

    def _office(
        self, person: str, sector: str | None, titles: list[Title], window: Window | None
    ) -> tuple[Tenure | None, str | None, list[str]]:
        """Office and sector on the article's date, and a note where a title of the page contradicts the record."""
        tenures = self._cards.offices_of(person)
        current = [tenure for tenure in tenures if window is not None and at_window(tenure, window)]
        told = [
            tenure for tenure in tenures if any(tenure.office in title.offices for title in titles if title.sense == "held")
        ]
        late = [tenure for tenure in told if lately(tenure, window)]
        fitting = [tenure for tenure in current if tenure in told] or current or late
        tenure = self._chief(fitting)
        doubts = self._contradictions(person, titles, tenures, window)
        if tenure is None:
            return None, sector, doubts
        chief = self._chief(current)
        leading = chief if chief is not None and self._leads(chief) else tenure
        return tenure, self._sector(leading) or sector, doubts

    def _chief(self, tenures: list[Tenure]) -> Tenure | None:
        """Of several offices held at once the leading one, and of those the one held last."""
        ranked = sorted(tenures, key=lambda tenure: (self._leads(tenure), tenure.term), reverse=True)
        return ranked[0] if ranked else None

    def _leads(self, tenure: Tenure) -> bool:
        office = self._offices.get(tenure.office)
        return bool(office and office.leads and (tenure.of is None or ":" not in tenure.of))

    def _sector(self, tenure: Tenure) -> str | None:
        office = self._offices.get(tenure.office)
        owner = self._cards.get(tenure.of) if tenure.of else None
        if owner and owner.type != "state" and (office is None or office.sector in {None, "GOV"}):
            return owner.sector
        return office.sector if office else None

    def _contradictions(
        self, person: str, titles: list[Title], tenures: tuple[Tenure, ...], window: Window | None
    ) -> list[str]:
        """Titles of offices that the record dates, which it does not give this person at that time."""
        if window is None or not tenures:
            return []
        held = {tenure.office for tenure in tenures if lately(tenure, window)}
        return [
            f"the page says {title.words!r}, the record does not"
            for title in titles
            if title.sense == "held" and title.owner and "leader" not in title.offices and not held & set(title.offices)
            if any(at_window(tenure, window) for _, tenure in self._cards.holders(title.offices, title.owner))
        ]
