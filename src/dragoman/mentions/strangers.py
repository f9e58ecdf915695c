"""Organisations that nobody has on record, as the page and the language model name them, and the short forms it gives them.

"People's Front of Ruritania (PFR)" introduces "PFR". Country and sector come from the name's own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.mentions.board import Board
from dragoman.mentions.cards import Cards
from dragoman.mentions.drafts import Draft
from dragoman.mentions.fold import slug
from dragoman.mentions.phrases import Words, plural_phrase
from dragoman.ontology.actors import ActorOntology, Agents

TYPES = frozenset({"company", "medium", "government"})
LONGEST_SHORT_FORM = 8


class Strangers:
    """Puts organisations outside the ontology, and abbreviations that the article introduces, on the board."""

    def __init__(self, ontology: ActorOntology, cards: Cards) -> None:
        self._cards = cards
        self._bodies = ontology.bodies
        self._kinds: dict[str, Agents] = {}
        for agents in ontology.agents.values():
            for noun in agents.nouns:
                self._kinds.setdefault(noun, agents)
        self._plurals = frozenset(map(plural_phrase, self._kinds))

    def find(self, board: Board, phrases: Sequence[Words]) -> None:
        """Organisations in the order of the text, then every later use of the short forms they introduce."""
        introduced = _introduced(board)
        for start, end, label in board.view.entities:
            if label == "ORG" and board.view.surface(start, end) not in introduced:
                self._add(board, *_trimmed(board, start, end), phrases)
                introduced |= _introduced(board)
        board.add(list(_short_forms(board, introduced)))

    def _add(self, board: Board, start: int, end: int, phrases: Sequence[Words]) -> None:
        if start >= end or not board.view.words[start][0].isupper() or board.view.is_dateline(start, end):
            return
        if any(i in board.capitals for i in range(start, end)) or self._is_common(board.view.lower[start:end]):
            return
        inside = {id(board.at[i]): board.at[i] for i in range(start, end) if i in board.at}
        within = list(inside.values())
        if any(draft.kind != "state" or draft.end > end or draft.start < start for draft in within):
            return
        if any(draft.end - draft.start == end - start for draft in within):
            return
        draft = self._draft(board, start, end, within, phrases)
        board.remove([other for other in within if other.via != "demonym"])
        board.add([draft])
        for other in within:
            if other.via == "demonym":
                board.at.update(dict.fromkeys(range(other.start, other.end), other))

    def _is_common(self, words: Sequence[str]) -> bool:
        """ "Warplanes" at the start of a sentence: a noun for many of a kind is no name."""
        return len(words) == 1 and words[0].endswith("s") and words[0] in self._plurals

    def _draft(self, board: Board, start: int, end: int, within: list[Draft], phrases: Sequence[Words]) -> Draft:
        name = board.view.surface(start, end)
        draft = Draft(start, end, board.view.root(start, end), "organisation", "name", name=name, type="organisation")
        draft.settle(f"name:{slug(name)}", "not on record: the page's own words")
        card = self._cards.get(within[0].id) if within and within[0].id else None
        draft.country = card.country if card else None
        body = next(
            (self._bodies[phrase.bodies[0]] for phrase in phrases if phrase.bodies and start <= phrase.start < end), None
        )
        opens = board.view.lower[start + 1 : start + 2] == ["of"]
        kind = self._kinds.get(board.view.lower[start if opens else end - 1])
        if body is not None:
            draft.sector, draft.type = body.sector, body.type
        elif kind is not None:
            draft.sector = kind.sector
            draft.type = kind.type if kind.type in TYPES else "organisation"
        return draft


def _trimmed(board: Board, start: int, end: int) -> tuple[int, int]:
    view = board.view
    while start < end and view.pos[start] in {"DET", "PUNCT"}:
        start += 1
    while start < end and view.pos[end - 1] in {"PUNCT", "PART"}:
        end -= 1
    return start, end


def _introduced(board: Board) -> dict[str, Draft]:
    """Abbreviations in brackets behind the name of an organisation, with the organisation."""
    found: dict[str, Draft] = {}
    for draft in board.drafts:
        behind = board.view.words[draft.end : draft.end + 3]
        bracketed = len(behind) == 3 and behind[0] == "(" and behind[2] == ")" and _is_short_form(behind[1])
        short = behind[1] if bracketed else _known_as(board, draft.end)
        if short and draft.kind == "organisation" and draft.id:
            found.setdefault(short, draft)
    return found


def _known_as(board: Board, end: int) -> str | None:
    """The abbreviation in "X, known as Y" behind a name."""
    view = board.view
    start = end + (view.lower[end : end + 1] in ([","], ["-"], ["–"], ["—"]))
    word = view.words[start + 2 : start + 3]
    told = view.lower[start : start + 2] == ["known", "as"] and word and _is_short_form(word[0])
    return word[0] if told else None


def _short_forms(board: Board, introduced: dict[str, Draft]) -> Iterator[Draft]:
    """Every use of the abbreviations from where they are introduced; what the page says of them goes before others."""
    for i, word in enumerate(board.view.words if introduced else ()):
        source = introduced.get(word)
        if source is None or i <= source.start:
            continue
        taken = board.at.get(i)
        if taken is not None and not _gives_way(board, taken, source):
            continue
        board.remove([taken] if taken is not None else [])
        short = Draft(i, i + 1, i, "organisation", "abbreviation", source.ids, ["introduced in brackets"])
        short.name, short.type, short.country, short.sector = source.name, source.type, source.country, source.sector
        yield short


def _gives_way(board: Board, taken: Draft, source: Draft) -> bool:
    """Whether a reading of an abbreviation is only a guess: nobody known, or not whom its letters stand for here."""
    if taken.end - taken.start > 1 or taken.id == source.id:
        return False
    if taken.id is None:
        return taken.kind == "person" and not taken.ids
    initials = "".join(word[0] for word in board.view.words[source.start : source.end] if word[0].isupper())
    return taken.via == "abbreviation" and initials == board.view.words[taken.start]


def _is_short_form(word: str) -> bool:
    return 1 < len(word) <= LONGEST_SHORT_FORM and word[0].isupper() and sum(char.isupper() for char in word) > 1
