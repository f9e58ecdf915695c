"""Several actors at once: "the two leaders", "both countries", "these two nations", "the two sides".

The members are those of the fitting kind who were last named side by side ("Iran and Saudi Arabia"), if they are exactly as
many as the words say; else the two that the page is about; else those who were last named at all, if they are as many.
Where nothing decides, the members stay open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from dragoman.mentions.board import Board
from dragoman.mentions.cards import Cards, Window
from dragoman.mentions.drafts import Draft, Title
from dragoman.mentions.holders import Holders
from dragoman.ontology.actors import ActorOntology

REACH = 4
"""Sentences to look back; farther back nobody counts as just named."""
FAR = 2
"""Sentences back from which on a group that stood together gives way to the two that the page is about."""
PAIR = 2
LEAST, LEAD = 3, 1.5
"""Sentences that name each of the two that a page is about, and how many times as many as any third."""
JOINTS = frozenset({"and", "&", ",", "-", "–"})
LEADER = "leader"
"""The office of whoever leads something."""
PARTS = frozenset({"compound", "appos", "flat"})
PERSON = "person:"
"""How the id of a person on record begins."""
Fits = Callable[[str], bool]
Wanted = Literal["persons", "states", "either"]


class CollectiveFinder:
    """Puts collectives on the board, with members where the rule finds them."""

    def __init__(self, ontology: ActorOntology, cards: Cards) -> None:
        words = ontology.collectives
        self._cards = cards
        self._holders = Holders(ontology, cards)
        self._offices = {title: (office.id,) for office in ontology.offices.values() for title in reversed(office.titles)}
        self._numbers = {**words.determiners, **words.apart}
        self._counts, self._apart = words.counts, frozenset(words.apart)
        self._opposite = frozenset(words.opposite)
        self._kinds: dict[str, Wanted] = {
            **dict.fromkeys(words.either, "either"),
            **dict.fromkeys(words.states, "states"),
            **dict.fromkeys(words.persons, "persons"),
        }

    def find(self, board: Board, window: Window | None) -> None:
        """Collectives in the order of the text; what else stood at their head gives way."""
        for head, number, wanted in list(self._heads(board)):
            view = board.view
            start = view.phrase_start(head)
            noun, end = self._noun(board, head)
            draft = Draft(start, end, head, "collective", "collective", nominal=True, type="group")
            draft.name = view.surface(start, end)
            bears = self._bearers(board, noun, window)
            draft.members, sure = self._members(board, head, number, wanted, bears, window)
            if not sure and self._is_apart(board, head):
                draft.members = ()
            if wanted == "persons" and not sure:
                draft.members = self._by_office(board, head, number, noun, window) or draft.members
            if not draft.members and view.lower[head] in self._opposite and self._faces(board, head):
                continue
            draft.why.append("members named together last" if draft.members else "members open")
            self._inherit(draft)
            if head in board.at:
                board.remove([board.at[head]])
            board.add([draft])

    def _noun(self, board: Board, head: int) -> tuple[str, int]:
        """The noun in the singular, with the words before or behind that make one term of it, and where it ends."""
        view = board.view
        word = view.lemma[head] if view.lemma[head] != view.lower[head] else view.lower[head].removesuffix("s")
        behind = " ".join((word, *view.lower[head + 1 : head + 3]))
        before = " ".join((*view.lower[max(head - 1, 0) : head], word))
        if behind in self._kinds:
            return behind, head + 3
        return (before if before in self._kinds else word if word in self._kinds else view.lemma[head]), head + 1

    def _bearers(self, board: Board, noun: str, window: Window | None) -> Fits:
        """Tells persons whom a noun for officials may mean from those who, by record or page, hold another office."""
        offices = self._offices.get(noun, ())
        if LEADER in offices:
            return lambda person: self._cards.may_lead(person, window)
        told = [(draft.id, title) for draft in board.drafts if draft.kind == "person" for title in draft.titles]
        asked = Title(noun, offices, sector="GOV")

        def fits(person: str) -> bool:
            return self._holders.may_be(asked, person, [title for who, title in told if who == person], window)

        return fits

    def _heads(self, board: Board) -> Iterator[tuple[int, int, Wanted]]:
        view = board.view
        for i, word in enumerate(view.lower):
            if word in self._counts and view.is_definite(i) and view.pos[i] == "NOUN" and view.dep[i] not in PARTS:
                yield i, self._counts[word], "either"
                continue
            if word in self._opposite and self._faces(board, i):
                yield i, PAIR, "either"
                continue
            number = self._numbers.get(word)
            if number is None or (i in board.at and board.at[i].kind != "agent"):
                continue
            if view.dep[i] in {"nummod", "det", "det:predet", "cc:preconj"} and view.head[i] > i:
                wanted = self._kinds.get(self._noun(board, view.head[i])[0])
                if wanted and self._is_anaphoric(board, i, word):
                    yield view.head[i], number, wanted
            elif view.dep[i] not in {"nummod", "det", "cc:preconj", "advmod"} and self._stands_alone(board, i, word):
                yield i, number, "either"

    def _faces(self, board: Board, i: int) -> bool:
        """ "the sides agreed", not "all sides", "the warring parties", "the parties to the talks"."""
        view = board.view
        behind = any(child > i for child in view.children[i])
        return view.lower[max(i - 1, 0)] == "the" and view.dep[i] not in PARTS and not behind

    def _is_apart(self, board: Board, head: int) -> bool:
        """Whether words take those whom they mean one by one: "neither side", "each"."""
        view = board.view
        return view.lower[head] in self._apart or any(view.lower[child] in self._apart for child in view.children[head])

    def _is_anaphoric(self, board: Board, i: int, word: str) -> bool:
        """ "the two leaders" and "both leaders" look back; "two leaders" need not."""
        head = board.view.head[i]
        return (
            word == "both"
            or word in self._apart
            or board.view.is_definite(head)
            or any(board.view.dep[child] == "nmod:poss" for child in board.view.children[head])
        )

    def _stands_alone(self, board: Board, i: int, word: str) -> bool:
        before = board.view.lower[i - 1] if i else ""
        if board.view.lower[i + 1 : i + 2] == ["-"]:
            return False  # "the two-tiered system"
        if word in self._apart:
            return board.view.dep[i] == "nsubj" and not board.view.children[i]
        return (before == "the" and board.view.pos[i] == "NUM") or (word == "both" and board.view.pos[i] in {"PRON", "DET"})

    def _members(
        self, board: Board, head: int, number: int, wanted: Wanted, bears: Fits, window: Window | None
    ) -> tuple[tuple[str, ...], bool]:
        """Those named right behind ("the two presidents Bush and Clinton"), else those named before; and whether it is sure.

        Persons come before states where the words fit either; the nearest sentence counts first.
        """
        behind = board.at.get(head + 1)
        if behind is not None and behind.kind == "person":
            return tuple(one.id for one in (behind, *board.conjuncts(behind)) if one.id), True
        if board.view.has_of_phrase(head) and self._noun(board, head)[1] == head + 1:
            return (), False
        apart = _subject_of(board, head)
        before = [
            draft
            for draft in board.drafts
            if draft.head < head and (draft.id or draft.kind == "collective") and draft.head not in apart
            if wanted != "persons" or draft.kind != "person" or bears(draft.id or "")
        ]
        kinds: tuple[Wanted, ...] = ("persons", "states") if wanted == "either" else (wanted,)
        named, joint, back = self._last_named(board, head, number, kinds, before, window)
        if number != PAIR or (joint and back < FAR):
            return named, joint
        pair = self._pair_of_page(board, head, kinds, bears, window)
        return pair or named, bool(pair) or joint

    def _last_named(
        self, board: Board, head: int, number: int, kinds: tuple[Wanted, ...], before: list[Draft], window: Window | None
    ) -> tuple[tuple[str, ...], bool, int]:
        """Those who were last named, if they are as many, whether as a group or in one sentence, and how far back."""
        gathered: dict[Wanted, dict[str, None]] = {kind: {} for kind in kinds}
        for back in range(REACH):
            number_here = board.view.sentence[head] - back
            here = sorted((d for d in before if board.view.sentence[d.head] == number_here), key=lambda d: d.start)
            for kind in kinds:
                group = self._together(board, head, here, number, kind, window)
                gathered[kind].update(dict.fromkeys(who for draft in here for who in self._as(draft, kind, window)))
                if len(kinds) > 1 and self._of_one_state(group or tuple(gathered[kind]), window):
                    continue
                if len(gathered[kind]) == number:
                    return tuple(gathered[kind]), bool(group), back
                if len(gathered[kind]) > number and group:
                    return group, True, back
            if all(len(names) > number for names in gathered.values()):
                break
        return (), False, REACH

    def _of_one_state(self, persons: tuple[str, ...], window: Window | None) -> bool:
        """Whether all serve one state: two ministers of Kenya are not "the two sides"."""
        known = [who for who in persons if who.startswith(PERSON) and self._cards.get(who)]
        states = {self._cards.state_of(who, window) for who in known}
        return len(known) > 1 and len(known) == len(persons) and len(states) == 1

    def _pair_of_page(
        self, board: Board, head: int, kinds: tuple[Wanted, ...], bears: Fits, window: Window | None
    ) -> tuple[str, ...]:
        """The two that the page is about, where nobody is named near: named in clearly more sentences than any other."""
        apart = _subject_of(board, head)
        for kind in kinds:
            told: dict[str, set[int]] = {}
            for draft in board.drafts:
                if draft.head in apart or (kind == "persons" and draft.kind == "person" and not bears(draft.id or "")):
                    continue
                for who in self._as(draft, kind, window):
                    told.setdefault(who, set()).add(board.view.sentence[draft.head])
            ranked = sorted(told, key=lambda who: (-len(told[who]), who))
            third = len(told[ranked[2]]) if len(ranked) > PAIR else 0
            if len(ranked) >= PAIR and len(told[ranked[1]]) >= max(LEAST, LEAD * third):
                return (ranked[0], ranked[1])
        return ()

    def _by_office(self, board: Board, head: int, number: int, noun: str, window: Window | None) -> tuple[str, ...]:
        """Those who held the office then in the states that are meant: "both presidents" of two states told of."""
        offices = self._offices.get(noun, ())
        if window is None or not offices:
            return ()
        states, sure = self._members(board, head, number, "states", lambda person: True, window)
        first = board.view.sentence[head] - REACH
        near = (draft for draft in board.drafts if draft.head < head and board.view.sentence[draft.head] > first)
        if (not sure or LEADER in offices) and any((draft.id or "").startswith(PERSON) for draft in near):
            return ()
        title = Title(noun, offices)
        holders = [self._holders.one(title, state, window, ()) for state in states]
        return tuple(one for one in holders if one) if None not in holders else ()

    def _together(
        self, board: Board, head: int, drafts: list[Draft], number: int, wanted: Wanted, window: Window | None
    ) -> tuple[str, ...]:
        """The last group of just this size that stands together: "Iran and Saudi Arabia", "the two countries"."""
        by_syntax = [[draft, *board.conjuncts(draft)] for draft in drafts]
        runs = list(_runs(board, drafts))
        for group in (*self._acting(board, head, runs), *reversed(runs), *reversed(by_syntax)):
            members = dict.fromkeys(
                who for one in sorted(group, key=lambda one: one.start) for who in self._as(one, wanted, window)
            )
            if len(members) == number:
                return tuple(members)
        return ()

    def _acting(self, board: Board, head: int, runs: list[list[Draft]]) -> list[list[Draft]]:
        """Those named together who act: before others of whom the same sentence speaks in other words ("both sides")."""
        view = board.view
        words = {view.lemma[one.head] for run in runs for one in run if one.kind == "collective"}
        if view.pos[head] != "NOUN" or view.lower[head] in self._counts or view.lemma[head] in words:
            return []
        return [run for run in runs if len(run) > 1 and view.dep[run[0].head] == "nsubj"]

    def _as(self, draft: Draft, wanted: Wanted, window: Window | None) -> tuple[str, ...]:
        """Whom a mention counts as: itself or its members, or their states where states are wanted."""
        if wanted == "persons":
            named = (draft.id,) if draft.id and draft.kind == "person" else ()
            return named or tuple(one for one in (draft.id, *draft.members) if one and one.startswith(PERSON))
        if draft.id is None:
            return tuple(state for one in draft.members if (state := self._cards.state_of(one, window)))
        country = self._cards.state_of(draft.id, window) if self._cards.get(draft.id) else draft.country
        return (country,) if country else ()

    def _inherit(self, draft: Draft) -> None:
        """A collective of governments is GOV; its country only where all members share it."""
        cards = [card for member in draft.members if (card := self._cards.get(member))]
        countries, sectors = {card.country for card in cards}, {card.sector for card in cards}
        draft.country = countries.pop() if len(countries) == 1 else None
        draft.sector = sectors.pop() if len(sectors) == 1 else None


def _subject_of(board: Board, head: int) -> set[int]:
    """The words of the subject that acts on the collective: who mediates between the two is neither."""
    view = board.view
    if view.dep[head] not in {"obj", "iobj", "obl"}:
        return set()
    verb = view.head[head]
    if view.dep[verb] in {"xcomp", "advcl"}:
        verb = view.head[verb]
    subjects = [child for child in view.children[verb] if view.dep[child] == "nsubj"]
    return {i for subject in subjects for i in range(view.left_edge(subject), subject + 1)}


def _runs(board: Board, drafts: list[Draft]) -> Iterator[list[Draft]]:
    """Mentions with nothing but "and" or a comma between them."""
    run: list[Draft] = []
    for draft in drafts:
        between = board.view.lower[run[-1].end : draft.start] if run else []
        if run and not (between and set(between) <= JOINTS):
            yield run
            run = []
        run.append(draft)
    if run:
        yield run
