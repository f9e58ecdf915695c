"""Bodies that every state has: "the Kenyan foreign ministry", "Kenya's parliament", "the army of Mali"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dragoman.mentions.board import Board
from dragoman.mentions.cards import Card, Cards
from dragoman.mentions.chairs import Chairs
from dragoman.mentions.drafts import Draft
from dragoman.mentions.phrases import Words
from dragoman.mentions.scene import Scene
from dragoman.ontology.actors import ActorOntology, Body

Named = dict[str, list[str]]
"""Whose the bodies of each kind are that the page has given an owner so far."""
GOVERNING = frozenset({"government", "presidency"})


class Bodies:
    """Puts bodies on the board, each with its owner where the page names one."""

    def __init__(self, ontology: ActorOntology, cards: Cards) -> None:
        self._bodies = ontology.bodies
        self._cards = cards
        self._chairs = Chairs(ontology, cards)

    def find(self, board: Board, phrases: Iterable[Words], scene: Scene) -> None:
        """Bodies in the order of the text; one without an owner is the last one of its kind that had one."""
        last: Named = {}
        for phrase in phrases:
            if not phrase.bodies:
                continue
            if (named := board.at.get(phrase.head)) is not None:
                self._remember_named(last, phrase, named)
                continue
            draft = self._draft(board, phrase, last, scene)
            if draft is not None:
                board.add([draft])

    def _remember_named(self, last: Named, phrase: Words, named: Draft) -> None:
        """Keep a body that is on record under a name which ends in its words: "the US Army", later "the army"."""
        if named.kind == "organisation" and named.id and named.start < phrase.start and named.end == phrase.end:
            _remember(last, self._bodies[phrase.bodies[0]], named.id)

    def settle(self, drafts: Iterable[Draft]) -> None:
        """Once persons are known, their governments are: "the Maduro government"."""
        for draft in drafts:
            if draft.kind == "body" and draft.owner is not None and draft.owner.kind == "person":
                self._of_owner(draft, draft.owner, self._bodies[draft.ids[0]])

    def _draft(self, board: Board, phrase: Words, last: Named, scene: Scene) -> Draft | None:
        body = self._bodies[phrase.bodies[0]]
        owners = self._owners(board, phrase, body)
        if not owners and (phrase.plural or _is_part_of_name(board, phrase)):
            return None
        draft = _whole(board, phrase, owners, body)
        if owners and self._chairs.settle_body(board, phrase, draft, owners[0], scene):
            _remember(last, body, draft.ids[0])
            return draft
        if body.turns == "only":
            return None
        if len(owners) > 1 and (phrase.plural or all(owner.via == "demonym" for owner in owners)):
            self._several(draft, owners, body)
        elif owners and owners[0].kind == "person":
            draft.owner, draft.ids, draft.sure = owners[0], (body.id,), False
        elif owners:
            self._of_owner(draft, owners[0], body)
            if draft.id:
                _remember(last, body, draft.id)
        else:
            return self._without_owner(board, phrase, draft, last, scene)
        return draft

    def _several(self, draft: Draft, owners: tuple[Draft, ...], body: Body) -> None:
        """ "The delegations of Kenya and Chad": one body for each owner."""
        draft.kind, draft.via, draft.type = "collective", "collective", "group"
        owners = tuple(sorted(owners, key=lambda owner: owner.start))
        draft.start, draft.end = min(draft.start, owners[0].start), max(draft.end, owners[-1].end)
        cards = [(owner, self._cards.get(owner.id) if owner.id else None) for owner in owners]
        draft.members = tuple(
            f"{card.country}:{body.id}" if card and card.country and self._has_bodies(card) else owner.id
            for owner, card in cards
            if owner.id
        )
        draft.why.append("one for each owner")

    def _without_owner(self, board: Board, phrase: Words, draft: Draft, last: Named, scene: Scene) -> Draft | None:
        """Whose a body is that the page gives to nobody; `None` where it is not that body at all."""
        body = self._bodies[phrase.bodies[0]]
        capital = board.view.words[phrase.head][0].isupper()
        state = None if body.guest else board.seated(phrase.head) or board.seated_before(phrase.head)
        if _is_elsewhere(board, phrase, body):
            draft.why.append("belongs to no state there")
        elif state is not None:
            draft.via = "name"
            draft.settle(f"{state}:{body.id}", f"{body.name.lower()} in the capital of {self._cards.name_of(state)}")
            _remember(last, body, draft.ids[0])
        elif (capital or board.view.is_definite(phrase.head)) and (who := _named(last, body, board, phrase)) is not None:
            draft.settle(who, f"the {body.name.lower()} named before")
        elif body.default and capital and (state := self._most_named(body, board)) is not None:
            draft.via = "name"
            own = self._cards.state_of(body.default, None) == state
            draft.settle(
                body.default if own else f"{state}:{body.id}", "without an owner, and the article names its country"
            )
        elif not capital and not board.view.is_definite(phrase.head) and not _is_owned(board, phrase):
            return None
        else:
            draft.body = body.id
        return draft

    def _most_named(self, body: Body, board: Board) -> str | None:
        """Of the states that have a body of this very name the one that the article names most often, if it names any."""
        home = self._cards.state_of(body.default or "", None)
        often = Counter(draft.id for draft in board.drafts if draft.kind == "state" and draft.id)
        here = [state for state in (home, *body.states) if state and often[state]]
        return max(here, key=lambda state: often[state], default=None)

    def _of_owner(self, draft: Draft, owner: Draft, body: Body) -> None:
        card = self._cards.get(owner.id) if owner.id else None
        draft.ids, draft.sure = (), True
        if card is not None and card.country and self._has_bodies(card):
            draft.via = "name"
            draft.settle(f"{card.country}:{body.id}", f"{body.name.lower()} of {card.name}")
        else:
            draft.country = card.country if card else owner.country
            draft.why.append("body in the page's own words")

    def _owners(self, board: Board, phrase: Words, body: Body) -> tuple[Draft, ...]:
        """The owner; for governments a person right before it counts too ("the Maduro government")."""
        owners = board.owners(phrase.head, phrase.start, phrase.end)
        if not owners and body.id in GOVERNING and phrase.start:
            person = board.at.get(phrase.start - 1)
            if person is not None and person.kind == "person":
                return (person,)
        return owners

    @staticmethod
    def _has_bodies(card: Card) -> bool:
        return card.type in {"state", "person"} or (card.type == "government" and card.sector == "GOV")


def _remember(last: Named, body: Body, who: str) -> None:
    """Keep whose the body of this kind is."""
    known = last.setdefault(body.id, [])
    if who not in known:
        known.append(who)


def _named(last: Named, body: Body, board: Board, phrase: Words) -> str | None:
    """The one body of this kind that was named before; of several none, before a noun ("army unit") the first."""
    known = last.get(body.id, [])
    several = len(known) > 1 and board.view.dep[phrase.head] != "compound"
    return None if several or not known or _is_owned(board, phrase) else known[0]


def _is_owned(board: Board, phrase: Words) -> bool:
    """Whether a pronoun says whose it is: "its foreign ministry"."""
    return any(board.view.dep[child] == "nmod:poss" for child in board.view.children[phrase.head])


def _is_elsewhere(board: Board, phrase: Words, body: Body) -> bool:
    """Whether the city in which it is said to be has such a body of no state: "the tribunal in The Hague"."""
    view = board.view
    near = [
        child for child in view.children[phrase.head] if view.dep[child] == "nmod" and view.case_of(child) in {"in", "at"}
    ]
    return any(view.lower[child] in body.elsewhere for child in near)


def _is_part_of_name(board: Board, phrase: Words) -> bool:
    """Whether the model takes the words for the end of a longer name: "Kharanian Popular Army"."""
    start, end, label = board.view.entity_at.get(phrase.head, (phrase.start, phrase.end, ""))
    return label == "ORG" and start < phrase.start and end == phrase.end


def _whole(board: Board, phrase: Words, owners: tuple[Draft, ...], body: Body) -> Draft:
    """The body's words with its owner's, without the preposition's phrase behind a possessive."""
    start = min([phrase.start, *(owner.start for owner in owners[:1])])
    if not owners:
        start = min(start, board.view.phrase_start(phrase.head))
    end = max([phrase.end, *(owner.end for owner in owners[:1])])
    draft = Draft(start, end, phrase.head, "body", "nominal", nominal=True, type=body.type, sector=body.sector)
    draft.name = board.view.surface(start, end)
    return draft
