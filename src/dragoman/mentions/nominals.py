"""Those who act without a name: "Russian troops", "protesters", "an expert", "its European allies".

They are kept as what they are: their words, the sector of their kind, and the country that their own words give.
A description with a name beside it ("its arch-rival, Saudi Arabia") is that name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.mentions.board import Board
from dragoman.mentions.cards import Cards
from dragoman.mentions.drafts import Draft, Title
from dragoman.mentions.phrases import Words, plural_phrase
from dragoman.mentions.view import View
from dragoman.ontology.actors import ActorOntology, Agents

NOUNS = frozenset({"NOUN", "PROPN"})
SEATED = frozenset({"GOV", "LEG", "COP", "JUD"})
DETERMINING = frozenset({"det", "nmod:poss", "amod", "compound", "nummod", "nmod", "det:predet"})
LOOSE = frozenset({"appos", "conj", "nmod:unmarked", "nmod", "list", "dep"})
"""How parsers hang a name that commas set off."""
FAR = 8
"""Words from a description to the comma behind it."""
NOT_HEADS = frozenset({"compound", "flat", "nmod:desc", "amod"})


class Nominals:
    """Puts unnamed actors on the board."""

    def __init__(self, ontology: ActorOntology, cards: Cards) -> None:
        self._cards = cards
        self._kinds: dict[str, Agents] = {}
        for agents in ontology.agents.values():
            for noun in agents.nouns:
                self._kinds.setdefault(noun, agents)
                self._kinds.setdefault(plural_phrase(noun), agents)

    def find(self, board: Board, phrases: Iterable[Words]) -> None:
        """Every noun phrase headed by a noun for people or bodies that no other mention and no part of a title covers."""
        parts = {i for phrase in phrases for i in range(phrase.start, phrase.end) if i != phrase.head}
        board.add(list(self._drafts(board, parts)))

    def _drafts(self, board: Board, parts: set[int]) -> Iterator[Draft]:
        view = board.view
        for i, word in enumerate(view.lower):
            if view.pos[i] in NOUNS and i not in board.at and i not in parts and view.dep[i] not in NOT_HEADS:
                kind = self._kind(view.lower[i - 1] if i else "", word)
                if kind is not None and not _is_manner(view, i, kind):
                    yield self._draft(board, i, kind)

    def _kind(self, before: str, word: str) -> Agents | None:
        return self._kinds.get(f"{before} {word}") or self._kinds.get(word)

    def _draft(self, board: Board, i: int, kind: Agents) -> Draft:
        view = board.view
        start = view.phrase_start(i)
        draft = Draft(start, i + 1, i, "agent", "unnamed", nominal=True, type=kind.type, sector=kind.sector)
        draft.name = view.surface(start, i + 1)
        beside = self._beside(board, i)
        if beside is not None and beside.id is not None:
            draft.via = "nominal"
            draft.settle(beside.id, f"stands beside {view.surface(beside.start, beside.end)!r}")
            draft.name = beside.name
            self._tell(board, beside, i, kind)
            draft.type = beside.type or draft.type
            draft.country = next((title.country for title in beside.titles if title.country), beside.country)
            return draft
        owners = board.owners(i, i, i + 1)
        draft.why.append(f"noun of kind {kind.id!r}")
        if owners:
            draft.via = "nominal"
            countries = {self._country(owner) for owner in owners}
            draft.country = countries.pop() if len(countries) == 1 else None
            draft.members = tuple(owner.id for owner in owners if owner.id) if len(owners) > 1 else ()
            draft.start = min([start, *(owner.start for owner in owners)])
            draft.end = max([i + 1, *(owner.end for owner in owners)])
            draft.name = view.surface(draft.start, draft.end)
        elif kind.sector in SEATED and not kind.guests and (state := board.seated(i)):
            draft.via, draft.country = "nominal", state
        elif view.is_definite(i):
            draft.via = "nominal"
        return draft

    def _tell(self, board: Board, person: Draft, i: int, kind: Agents) -> None:
        """A stranger whom a description introduces is what it says: "his Armenian counterpart, Jane Doe"."""
        if person.kind != "person" or not (person.id or "").startswith("name:") or person.titles:
            return
        owners = [owner for owner in board.owners(i, i, i + 1) if owner.kind != "person"]
        country = self._country(owners[0]) if owners else None
        if country is not None:
            words = board.view.surface(min(owners[0].start, i), max(owners[0].end, i + 1))
            person.titles.append(Title(words, (), owners[0].id, country, kind.sector))

    @staticmethod
    def _beside(board: Board, i: int) -> Draft | None:
        """A name apposed to the description, or to the phrase that ends it: "its rival in the Gulf, Saudi Arabia".

        In brackets behind that phrase stands its own short form: "the troops on the Line of Peace (LoP)".
        """
        view = board.view
        phrase = [i, *(child for child in view.children[i] if view.dep[child] == "nmod" and child > i)]
        near = [child for part in phrase for child in view.children[part] if view.dep[child] == "appos"]
        near = [child for child in near if not _shortens(view, i, child)]
        near += [view.head[i]] if view.dep[i] == "appos" else []
        near += _set_off(board, i)
        found = (board.at[j] for j in near if j in board.at)
        return next((draft for draft in found if draft.kind in {"state", "organisation", "person"}), None)

    def _country(self, owner: Draft) -> str | None:
        card = self._cards.get(owner.id) if owner.id else None
        return card.country if card else owner.country


def _shortens(view: View, i: int, name: int) -> bool:
    """Whether a name in brackets is short for what stands between it and the noun: "troops on the Line of Peace (LoP)"."""
    if view.lower[name - 1] != "(":
        return False
    between = "".join(word[0] for word in view.words[i + 1 : name - 1] if word[0].isupper())
    return bool(between) and between == "".join(letter for letter in view.words[name] if letter.isupper())


def _set_off(board: Board, i: int) -> list[int]:
    """A name between commas behind the phrase, on whatever word of it the parser hung it: "its rival in the Gulf, Iran,"."""
    view = board.view
    comma = next((j for j in range(i + 1, min(i + FAR, len(view))) if view.lower[j] == ","), None)
    if comma is None or view.lower[i] != view.lemma[i] or not all(i in view.above(j, FAR) for j in range(i + 1, comma)):
        return []
    name = next((board.at[j] for j in (comma + 1, comma + 2) if j in board.at), None)
    if name is None or view.lower[name.end : name.end + 1] not in ([","], ["."], []):
        return []
    inside = i <= view.head[name.head] < comma
    return [name.head] if inside and view.dep[name.head] in LOOSE and not _in_a_row(view, name.head) else []


def _in_a_row(view: View, name: int) -> bool:
    """Whether a name is one of several: "its partners in the south, Chad, Niger and Mali"."""
    row = [*view.children[name], *view.children[view.head[name]]]
    return (view.dep[name] == "conj" and any(view.dep[child] == "cc" and child > name for child in row)) or any(
        view.dep[child] == "conj" for child in view.children[name]
    )


def _is_manner(view: View, i: int, kind: Agents) -> bool:
    """ "side by side", "use force", "met opposition from them": a noun alone in the singular that names nobody."""
    bare = not any(view.dep[child] in DETERMINING for child in view.children[i])
    used = kind.sector == "MIL" and view.dep[i] == "obj"
    how = kind.sector is None or used or (view.case_of(i) == "by" and view.dep[i] != "obl:agent")
    against = kind.sector == "OPP" and any(view.case_of(child) in {"from", "to"} for child in view.children[i])
    return view.lower[i] == view.lemma[i] and ((bare and how) or against)
