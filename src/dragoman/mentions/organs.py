"""Organs of the body whose paper a page is: "Heads of Government welcomed", "the Conference called on" in its communiqué.

A paper names its body once, at its head, and from then on only those who sit there: what they do the body does.
"""

from __future__ import annotations

from typing import Final

from dragoman.mentions.board import Board
from dragoman.mentions.cards import Cards
from dragoman.mentions.drafts import Draft
from dragoman.ontology.actors import ActorOntology

FIRST: Final = 2
"""Sentences at the head of a paper, the headline among them."""
PARTIES: Final = frozenset({"nsubj", "nsubj:pass", "obl:agent"})
PLAIN: Final = frozenset({"det", "punct", "nmod"})


class Organs:
    """Settles the organs of a page's body on the board. Keeps nothing between documents."""

    def __init__(self, ontology: ActorOntology, cards: Cards) -> None:
        words = ontology.collectives
        self._papers, self._organs, self._seated = map(frozenset, (words.papers, words.organs, words.assembled))
        self._cards = cards

    def find(self, board: Board) -> None:
        """Every organ that acts in a paper; nothing where the page is none, or names several bodies at its head."""
        body = self._body(board)
        if body is None:
            return
        for i in range(len(board.view)):
            if board.view.dep[i] in PARTIES and self._is_organ(board, i):
                self._settle(board, i, body)

    def _body(self, board: Board) -> str | None:
        view = board.view
        for sentence in range(FIRST):
            words = [i for i, number in enumerate(view.sentence) if number == sentence]
            here = (draft for draft in board.drafts if draft.id and view.sentence[draft.head] == sentence)
            bodies = {draft.id for draft in here if self._is_international(draft.id)}
            if len(bodies) == 1 and any(view.lower[i] in self._papers for i in words):
                return bodies.pop()
        return None

    def _is_international(self, actor: str | None) -> bool:
        card = self._cards.get(actor or "")
        return card is not None and card.sector == "IGO" and card.country is None and card.type != "person"

    def _is_organ(self, board: Board, i: int) -> bool:
        """ "The Conference", which a capital tells from any other, or "Ministers", all of them."""
        view = board.view
        children = view.children[i]
        single = view.lower[i] in self._organs and view.words[i][0].isupper() and view.is_definite(i)
        beside = [child for child in children if view.dep[child] not in PLAIN]
        words = " ".join((*(view.lower[child] for child in beside), view.lower[i]))
        several = words in self._seated
        apart = any(view.dep[child] == "nmod" and child in board.at and board.at[child].id for child in children)
        return (single or several) and not apart

    def _settle(self, board: Board, i: int, body: str) -> None:
        draft = board.at.get(i)
        if draft is None:
            start = board.view.phrase_start(i)
            draft = Draft(start, i + 1, i, "agent", "nominal", nominal=True)
            board.add([draft])
        if draft.id is None and draft.country is None and not draft.members:
            draft.via, draft.kind = "nominal", "agent"
            draft.settle(body, "an organ of the body whose paper this is")
