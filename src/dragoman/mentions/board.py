"""The mentions of one document while they are being made: which stands at which token, and whose a noun phrase is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.mentions.drafts import Draft
from dragoman.mentions.view import View

OWNING = frozenset({"state", "organisation", "body", "person"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(slots=True)
class Board:
    """All drafts so far. `at` leads from a token to its innermost draft; a nominal stands at its head alone.

    `capitals` leads from the tokens of capitals meant as places to their states.
    """

    view: View
    skipped: frozenset[str]
    drafts: list[Draft] = field(default_factory=list)
    at: dict[int, Draft] = field(default_factory=dict)
    capitals: dict[int, str] = field(default_factory=dict)

    def add(self, drafts: Iterable[Draft]) -> None:
        """Put drafts on the board."""
        for draft in drafts:
            self.drafts.append(draft)
            for i in (draft.head,) if draft.nominal else range(draft.start, draft.end):
                self.at[i] = draft

    def remove(self, drafts: Iterable[Draft]) -> None:
        """Take drafts off the board."""
        for draft in drafts:
            self.drafts = [other for other in self.drafts if other is not draft]
            for i in range(draft.start, draft.end):
                if self.at.get(i) is draft:
                    del self.at[i]

    def still(self, drafts: Iterable[Draft]) -> list[Draft]:
        """Those of the drafts that no other has taken off the board."""
        left = {id(draft) for draft in self.drafts}
        return [draft for draft in drafts if id(draft) in left]

    def owners(self, head: int, start: int, end: int) -> tuple[Draft, ...]:
        """Whose it is what stands at tokens `start` to `end` with this head: beside it, else by syntax; with conjuncts."""
        first = self.left_of(start) or self.right_of(end) or self._by_syntax(head)
        if first is None:
            return ()
        return (first, *self._joined(first, head))

    def left_of(self, start: int) -> Draft | None:
        """The owner before a title or a body, over modifiers and a possessive: "Kenya's acting", "the US deputy"."""
        i = start - 1
        while i >= 0 and self.view.sentence[i] == self.view.sentence[start]:
            draft = self.at.get(i)
            if draft is not None and draft.kind in OWNING:
                possessive = i + 1 < len(self.view) and self.view.lower[i + 1] in POSSESSIVE
                return draft if draft.kind != "person" or possessive else None
            if draft is not None or not self._is_passed(i, start):
                return None
            i -= 1
        return None

    def before(self, start: int) -> set[str]:
        """The words that stand in a noun phrase before token `start`: modifiers, owners, hyphens."""
        words, i = set(), start - 1
        while i >= 0 and self.view.sentence[i] == self.view.sentence[start]:
            draft = self.at.get(i)
            if not (self._is_passed(i, start) or self.view.lower[i] == "-" or (draft and draft.kind in OWNING)):
                break
            words.add(self.view.lower[i])
            i -= 1
        return words

    def _is_passed(self, i: int, start: int) -> bool:
        view = self.view
        if view.lower[i] in self.skipped or view.lower[i] in POSSESSIVE:
            return True
        return view.dep[i] == "amod" and view.pos[i] == "ADJ" and start <= view.head[i] <= start + 3

    def right_of(self, end: int) -> Draft | None:
        """The owner behind it: "of Kenya", "of the Republic of Chad"."""
        view = self.view
        if end >= len(view) or view.lower[end] not in {"of", "for"}:
            return None
        draft = self.at.get(self._behind(end))
        if draft is None:
            return None
        above = self.at.get(view.head[draft.head])
        if above is not None and above.kind in {"body", "organisation"} and above.head > draft.head:
            draft = above  # the ministry of "the Russian foreign ministry", not Russia
        return draft if draft.kind in OWNING - {"person"} else None

    def _behind(self, preposition: int) -> int:
        """The token after a preposition and its article, adjectives passed over until something is known."""
        i = preposition + 1
        while i < len(self.view) and i < preposition + 4 and self.view.pos[i] in {"DET", "ADJ"} and i not in self.at:
            i += 1
        return i

    def sent_to(self, end: int) -> str | None:
        """Where somebody is sent by the words behind a title: "ambassador to Kenya", "envoy to the United Nations"."""
        if self.view.lower[end : end + 1] not in (["to"], ["for"]):
            return None
        i = self._behind(end)
        draft = self.at.get(i)
        return draft.id if draft else self.capitals.get(i)

    def seated(self, head: int) -> str | None:
        """The state in whose capital a body or officials sit: "the government in Kinshasa", "Delhi police"."""
        for child in self.view.children[head]:
            inside = self.view.dep[child] == "nmod" and self.view.case_of(child) == "in"
            if child in self.capitals and (inside or self.view.dep[child] == "compound"):
                return self.capitals[child]
        return None

    def seated_before(self, head: int) -> str | None:
        """The state in whose capital a clause is set that has this body for its subject: "In Harare the government ..."."""
        view = self.view
        if not view.is_definite(head) or view.dep[head] not in {"nsubj", "nsubj:pass"}:
            return None
        places = (child for child in view.children[view.head[head]] if child < head and view.dep[child] == "obl")
        return next((self.capitals[i] for i in places if i in self.capitals and view.case_of(i) == "in"), None)

    def _by_syntax(self, head: int) -> Draft | None:
        view = self.view
        for wanted in ("nmod:poss", "amod", "compound", "nmod"):
            for child in view.children[head]:
                if view.dep[child] != wanted or (wanted == "nmod" and view.case_of(child) not in {"of", "from"}):
                    continue
                draft = self.at.get(child)
                if draft is not None and draft.kind in OWNING and (draft.kind != "person" or wanted == "nmod:poss"):
                    return draft
        return None

    def _joined(self, first: Draft, head: int) -> Iterator[Draft]:
        """The owners coordinated with the first: "of Russia and China", "Chinese and Russian"."""
        for draft in self.conjuncts(first):
            if draft.head != head and draft.kind in OWNING:
                yield draft

    def conjuncts(self, first: Draft) -> Iterator[Draft]:
        """The drafts that the syntax coordinates with this one, apposed names standing in for descriptions."""
        stack, seen = [first.head], {first.head}
        while stack:
            i = stack.pop()
            near = [child for child in self.view.children[i] if self.view.dep[child] == "conj"]
            if self.view.dep[i] == "conj":
                near.append(self.view.head[i])
            for j in near:
                if j not in seen:
                    seen.add(j)
                    stack.append(j)
                    draft = self.at.get(j)
                    if draft is not None and draft is not first:
                        yield draft
