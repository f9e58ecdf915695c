"""Several actors at once: "the two leaders", "both countries", "these two nations", "the two sides".

The members are those of the fitting kind who were last named together, when they are exactly as many as the words say. Where
they are more, a coordination ("Iran and Saudi Arabia") decides; where nothing does, the members stay open.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dragoman.mentions.board import Board
from dragoman.mentions.cards import Cards
from dragoman.mentions.drafts import Draft
from dragoman.ontology.actors import ActorOntology

REACH = 4
"""Sentences to look back; farther back nobody counts as just named."""
Wanted = Literal["persons", "states", "either"]


class CollectiveFinder:
    """Puts collectives on the board, with members where the rule finds them."""

    def __init__(self, ontology: ActorOntology, cards: Cards) -> None:
        words = ontology.collectives
        self._cards = cards
        self._numbers = words.determiners
        self._kinds: dict[str, Wanted] = {
            **dict.fromkeys(words.either, "either"),
            **dict.fromkeys(words.states, "states"),
            **dict.fromkeys(words.persons, "persons"),
        }

    def find(self, board: Board) -> None:
        """Collectives in the order of the text; what else stood at their head gives way."""
        for head, number, wanted in list(self._heads(board)):
            view = board.view
            start = view.phrase_start(head)
            draft = Draft(start, head + 1, head, "collective", "collective", nominal=True, type="group")
            draft.name = view.surface(start, head + 1)
            draft.members = self._members(board, head, number, wanted)
            draft.why.append("members named together last" if draft.members else "members open")
            self._inherit(draft)
            if head in board.at:
                board.remove([board.at[head]])
            board.add([draft])

    def _heads(self, board: Board) -> Iterator[tuple[int, int, Wanted]]:
        view = board.view
        for i, word in enumerate(view.lower):
            number = self._numbers.get(word)
            if number is None or (i in board.at and board.at[i].kind != "agent"):
                continue
            if view.dep[i] in {"nummod", "det", "det:predet", "cc:preconj"} and view.head[i] > i:
                wanted = self._kinds.get(view.lemma[view.head[i]])
                if wanted and self._is_anaphoric(board, i, word):
                    yield view.head[i], number, wanted
            elif view.dep[i] not in {"nummod", "det", "cc:preconj", "advmod"} and self._stands_alone(board, i, word):
                yield i, number, "either"

    @staticmethod
    def _is_anaphoric(board: Board, i: int, word: str) -> bool:
        """ "the two leaders" and "both leaders" look back; "two leaders" need not."""
        head = board.view.head[i]
        return (
            word == "both"
            or board.view.is_definite(head)
            or any(board.view.dep[child] == "nmod:poss" for child in board.view.children[head])
        )

    @staticmethod
    def _stands_alone(board: Board, i: int, word: str) -> bool:
        before = board.view.lower[i - 1] if i else ""
        return (before == "the" and board.view.pos[i] == "NUM") or (word == "both" and board.view.pos[i] in {"PRON", "DET"})

    def _members(self, board: Board, head: int, number: int, wanted: Wanted) -> tuple[str, ...]:
        sentence = board.view.sentence[head]
        before = [
            draft
            for draft in board.drafts
            if draft.head < head and draft.kind in {"state", "person", "organisation", "body"}
        ]
        gathered: list[str] = []
        for back in range(REACH):
            here = sorted(
                (draft for draft in before if board.view.sentence[draft.head] == sentence - back),
                key=lambda draft: draft.start,
            )
            gathered += [who for draft in here if (who := self._as(draft, wanted)) and who not in gathered]
            if len(gathered) == number:
                return tuple(gathered)
            if len(gathered) > number:
                return self._together(board, here, number, wanted)
        return ()

    def _together(self, board: Board, drafts: list[Draft], number: int, wanted: Wanted) -> tuple[str, ...]:
        """The last group of just this size that the syntax coordinates."""
        for draft in reversed(drafts):
            group = sorted([draft, *board.conjuncts(draft)], key=lambda one: one.start)
            members = dict.fromkeys(who for one in group if (who := self._as(one, wanted)))
            if len(members) == number:
                return tuple(members)
        return ()

    def _as(self, draft: Draft, wanted: Wanted) -> str | None:
        """Whom a mention counts as: itself, or its state where states are wanted."""
        if draft.id is None:
            return None
        card = self._cards.get(draft.id)
        if wanted == "persons":
            return draft.id if draft.kind == "person" else None
        if wanted == "states":
            return card.country if card else draft.country
        return (card.country if card and draft.kind != "person" else None) or draft.id

    def _inherit(self, draft: Draft) -> None:
        """A collective of governments is GOV; its country only where all members share it."""
        cards = [card for member in draft.members if (card := self._cards.get(member))]
        countries, sectors = {card.country for card in cards}, {card.sector for card in cards}
        draft.country = countries.pop() if len(countries) == 1 else None
        draft.sector = sectors.pop() if len(sectors) == 1 else None
