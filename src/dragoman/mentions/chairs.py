"""Chairs that rotate: "the Swedish presidency of the EU", "the G20 chair", "the president of the Security Council".

Who is meant is the state that the page names beside the presidency, else the one whose turn it was on the article's date; of
a body whose chair is a person, whoever held that office of the state. Without a date, or where the record knows no turn,
nobody is meant.
"""

from __future__ import annotations

from dragoman.mentions.board import Board
from dragoman.mentions.cards import Cards, Window
from dragoman.mentions.drafts import Draft, Title
from dragoman.mentions.holders import Holders
from dragoman.mentions.phrases import Words
from dragoman.mentions.scene import Scene
from dragoman.ontology.actors import ActorOntology, Organisation, holds


class Chairs:
    """Says who sits in a chair that rotates. Built once; keeps nothing between documents."""

    def __init__(self, ontology: ActorOntology, cards: Cards) -> None:
        self._bodies = {body.id: body for body in ontology.organisations.values() if body.chairs or body.chaired_as}
        self._bodies_of_states = ontology.bodies
        self._offices = ontology.offices
        self._leaders = {state.id: state.leader for state in ontology.states.values()}
        self._cards, self._holders = cards, Holders(ontology, cards)
        self._holding = ontology.wording.holding
        self._other_turns = frozenset((*ontology.wording.former, *ontology.wording.elect))

    def settle_body(self, board: Board, phrase: Words, draft: Draft, owner: Draft, scene: Scene) -> bool:
        """Say which state a presidency stands for, where that is one of a body whose chair rotates."""
        if self._bodies_of_states[phrase.bodies[0]].turns == "never":
            return False
        if owner.kind == "state" and owner.id:
            return self._of_state(board, phrase, draft, owner.id, scene)
        body = self._rotating(owner.id, phrase.bodies)
        if body is None:
            return False
        state = board.left_of(owner.start)
        if state is not None and state.kind == "state" and state.id:
            return _named(draft, state.id, body, min(draft.start, state.start))
        turn = self._in_turn(body, scene.window)
        if turn is None or self._is_thing(board, draft) or board.before(phrase.start) & self._other_turns:
            return False
        draft.via = "metonym"
        draft.settle(turn, f"{self._cards.name_of(turn)} held the chair of {owner.id} on the article's date")
        return True

    def settle_title(self, board: Board, draft: Draft, title: Title, window: Window | None) -> None:
        """Say who is meant by "the chair" of a body whose chair rotates: a state apposed to it, else the one in turn."""
        body = self._rotating(title.owner, title.offices)
        turning = any(self._offices[office].turns for office in title.offices)
        if body is None or title.sense != "held" or not turning or self._is_thing(board, draft):
            return
        beside = board.at.get(board.view.head[draft.head]) if board.view.dep[draft.head] == "appos" else None
        if beside is not None and beside.kind == "state" and beside.id:
            draft.settle(beside.id, f"{title.words!r} stands beside {beside.id}")
            return
        turn = self._in_turn(body, window)
        if turn is None:
            return
        who = self._sent(body, turn, window)
        name = self._cards.name_of(turn)
        draft.settle(who, f"{title.words!r}: {name} held the chair of {body.id} on the article's date")

    def _of_state(self, board: Board, phrase: Words, draft: Draft, state: str, scene: Scene) -> bool:
        """ "Hungary's presidency of the EU"; without "of the EU" where it is named and the state itself has no president."""
        behind = board.right_of(phrase.end)
        body = self._rotating(behind.id, phrase.bodies) if behind is not None else None
        if body is not None and behind is not None:
            return _named(draft, state, body, draft.start, behind.end)
        chaired = [each for each in self._bodies.values() if each.id in scene.named]
        body = next((each for each in chaired if self._in_turn(each, scene.window) == state), None)
        if body is None or self._leaders.get(state) == "president":
            return False
        return _named(draft, state, body, draft.start)

    def _rotating(self, owner: str | None, called: tuple[str, ...]) -> Organisation | None:
        """The body, if its chair rotates and may be called so."""
        body = self._bodies.get(owner) if owner else None
        return body if body is not None and (not body.chair_called or set(body.chair_called) & set(called)) else None

    def _in_turn(self, body: Organisation, window: Window | None) -> str | None:
        """The state in the chair on the article's date; none without a date, or where the turn changed within it."""
        chairs = self._bodies[body.chaired_as].chairs if body.chaired_as else body.chairs
        states = {chair.state for chair in chairs if window is not None and holds(chair.term, *window)}
        return states.pop() if len(states) == 1 else None

    def _sent(self, body: Organisation, state: str, window: Window | None) -> str:
        """Whom the state sends into the chair, where it is a person and the record knows one; else the state."""
        if body.chair_office is None:
            return state
        title = Title(body.chair_office, (body.chair_office,), state)
        holders = self._holders.of(title, state, window)
        return holders[0] if len(holders) == 1 else state

    def _is_thing(self, board: Board, draft: Draft) -> bool:
        """ "took over the EU presidency": what is held acts not."""
        view = board.view
        return view.dep[draft.head] == "obj" and view.lemma[view.head[draft.head]] in self._holding


def _named(draft: Draft, state: str, body: Organisation, start: int, end: int = 0) -> bool:
    """The state that the page itself names as the chair."""
    draft.start, draft.end, draft.via = start, max(draft.end, end), "metonym"
    draft.settle(state, f"{state} in the chair of {body.id}, as the page says")
    return True
