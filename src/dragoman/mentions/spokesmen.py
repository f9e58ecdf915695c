"""Sittings and papers that act for a body: "the summit condemned the raid", "the resolution demanded a truce".

A body that was told of shortly before speaks through what it held or put out. Whose a sitting or a paper is, the words
that introduced it say ("the League held a summit", "adopted a resolution"); else it is of the one international body that
the sentences before name. Organs of a page that is such a paper itself are told by `organs`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.mentions.board import Board
from dragoman.mentions.cards import Cards
from dragoman.mentions.drafts import Draft
from dragoman.ontology.actors import ActorOntology

REACH: Final = 3
"""Sentences to look back for the body."""
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
HELD: Final = frozenset({"obj", "obl", "conj"})
OWNERS: Final = frozenset({"nmod", "nmod:poss", "compound"})


class Spokesmen:
    """Settles sittings and papers that speak on the board. Keeps nothing between documents."""

    def __init__(self, ontology: ActorOntology, cards: Cards) -> None:
        words = ontology.collectives
        self._papers, self._sittings = frozenset(words.papers), frozenset(words.sittings)
        self._saying = frozenset(
            (*words.saying, *(word.removesuffix("e") for word in words.saying))
        )  # "denounc" of the model
        self._cards = cards

    def find(self, board: Board) -> None:
        """Every sitting and paper that is the subject of a verb of saying and belongs to nobody yet."""
        view = board.view
        for i in range(len(view)):
            if view.lemma[i] in self._papers | self._sittings and self._speaks(board, i):
                body = self._introduced(board, i) or self._only_body(board, i)
                if body is not None:
                    _settle(board, i, body)

    def _speaks(self, board: Board, i: int) -> bool:
        view, draft = board.view, board.at.get(i)
        titled = draft is not None and draft.kind == "organisation" and (draft.id or "").startswith("name:")
        known = draft is not None and not titled and (draft.id or draft.country or draft.members)
        owned = any(view.dep[child] in OWNERS and child in board.at for child in view.children[i])
        verb = view.head[i]
        told = view.dep[i] == "nsubj" and any(view.lemma[one] in self._saying for one in (verb, *_joined(board, verb)))
        return told and not known and not owned and _is_told_of(board, i)

    def _introduced(self, board: Board, i: int) -> str | None:
        """Who held or put out what the same word named before."""
        view = board.view
        for j in _back(board, i):
            if view.lemma[j] != view.lemma[i]:
                continue
            owners = [child for child in view.children[j] if view.dep[child] in OWNERS]
            if view.dep[j] in HELD:
                owners += [child for child in view.children[view.head[j]] if view.dep[child] in {"nsubj", "obl:agent"}]
            named = (board.at[owner].id for owner in owners if owner in board.at)
            who = next((one for one in named if one), None)
            if who is not None:
                return who
        return None

    def _only_body(self, board: Board, i: int) -> str | None:
        """The international body that the sentences before name; of several the last that is a subject."""
        near = [j for j in _back(board, i) if j in board.at and self._is_international(board.at[j].id)]
        subjects = [j for j in near if board.view.dep[board.at[j].head] in SUBJECTS]
        bodies = {board.at[j].id for j in near}
        return board.at[near[0]].id if len(bodies) == 1 else board.at[subjects[0]].id if subjects else None

    def _is_international(self, actor: str | None) -> bool:
        card = self._cards.get(actor or "")
        return card is not None and card.sector == "IGO" and card.country is None and card.type != "person"


def _is_told_of(board: Board, i: int) -> bool:
    view = board.view
    return view.is_definite(i) or any(view.dep[child] == "nmod:poss" for child in view.children[i])


def _joined(board: Board, verb: int) -> Iterator[int]:
    """The verbs that share its subject."""
    return (child for child in board.view.children[verb] if board.view.dep[child] == "conj")


def _back(board: Board, i: int) -> Iterator[int]:
    """The tokens before, nearest first, as far as a body is remembered."""
    sentence = board.view.sentence
    return (j for j in range(i - 1, -1, -1) if sentence[j] >= sentence[i] - REACH)


def _settle(board: Board, i: int, body: str) -> None:
    draft = board.at.get(i)
    if draft is None:
        draft = Draft(board.view.phrase_start(i), i + 1, i, "agent", "nominal", nominal=True)
        board.add([draft])
    draft.via, draft.kind = "nominal", "agent"
    draft.settle(body, "what it held or put out speaks for it")
