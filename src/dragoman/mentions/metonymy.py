"""Is "Moscow" the city or those who rule there? The syntax around the name decides, by the words of `metonymy.yaml`."""

from __future__ import annotations

from dragoman.mentions.view import View
from dragoman.ontology.actors import Metonymy

Verdict = tuple[bool, str]
"""Is it a place, and which rule says so."""

MODIFIERS = frozenset({"compound", "amod", "nmod", "flat", "nmod:desc", "nmod:poss"})
UNBOUND = frozenset({"obl", "obl:unmarked", "list", "root", "appos", "parataxis", "dep", "dislocated"})
"""Where nothing around a name says that it acts: a city is a place there, but not before a colon ("Moscow: no talks")."""
SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:outer"})


class PlaceOrActor:
    """Tells places from actors. Built once from the ontology's rules."""

    def __init__(self, rules: Metonymy) -> None:
        self._rules = rules
        self._always_place = frozenset(rules.place_prepositions)
        self._always_actor = frozenset(rules.actor_prepositions)
        self._heads = {preposition: frozenset(heads) for preposition, heads in rules.place_heads.items()}
        self._nouns = frozenset(rules.place_nouns)
        self._actor_nouns = frozenset(rules.actor_nouns)
        self._verbs = frozenset(rules.place_verbs)
        self._subjects = frozenset(rules.place_subjects)
        self._messages = frozenset(rules.messages)
        self._suffixes = frozenset(rules.actor_suffixes)

    def is_place(self, view: View, i: int, seat: bool = False) -> Verdict:
        """Whether the name that token `i` heads is meant as a place, and by which rule.

        A `seat` ("Kremlin") is a place only where it is entered or stood in; a city also where it merely modifies.
        """
        if seat and view.dep[i] in MODIFIERS | UNBOUND and not view.case_of(i):
            return False, f"seat stands as {view.dep[i]}"
        if view.is_dateline(i, i + 1):
            return True, "dateline"
        return self._suffix(view, i) or self._by_syntax(view, i)

    def _suffix(self, view: View, i: int) -> Verdict | None:
        follows = view.lower[i + 1 : i + 3]
        if len(follows) == 2 and follows[0] == "-" and follows[1] in self._suffixes:
            return False, f"metonym before -{follows[1]}"
        return None

    def _by_syntax(self, view: View, i: int) -> Verdict:
        dep, head = view.dep[i], view.head[i]
        if dep == "conj" and head != i and not view.case_of(i):
            return self.is_place(view, head)
        preposition = view.case_of(i)
        apart = dep in SUBJECTS and view.lower[i - 1] != preposition  # "At first Beijing denied it"
        if preposition and preposition != "'s" and not apart:
            return self._after(view, i, preposition)
        if dep in SUBJECTS:
            return self._subject(view, i, head)
        if dep == "nsubj:pass":
            return view.lemma[head] in self._subjects, f"subject of passive {view.lemma[head]}"
        if dep in {"obj", "iobj"}:
            return view.lemma[head] in self._verbs, f"object of {view.lemma[head]}"
        if dep == "nmod:poss":
            return view.lemma[head] in self._nouns, f"possessor of {view.lemma[head]}"
        if dep in MODIFIERS:
            return view.lemma[head] not in self._actor_nouns, f"modifier of {view.lemma[head]}"
        names_speaker = view.lower[i + 1 : i + 2] == [":"]
        return dep in UNBOUND and not names_speaker, f"stands as {dep}"

    def _subject(self, view: View, i: int, head: int) -> Verdict:
        if view.pos[head] in {"NOUN", "PROPN"} and any(view.dep[child] == "cop" for child in view.children[head]):
            return view.lemma[head] in self._nouns | self._heads.get("of", frozenset()), f"is a {view.lemma[head]}"
        return view.lemma[head] in self._subjects and view.pos[head] == "VERB", f"subject of {view.lemma[head]}"

    def _after(self, view: View, i: int, preposition: str) -> Verdict:
        if preposition in self._always_place:
            return True, f"after {preposition!r}"
        if preposition in self._always_actor:
            return False, f"metonym after {preposition!r}"
        heads = self._heads.get(preposition, frozenset())
        head = view.head[i]
        above = (head, *view.above(head, 1)) if view.pos[head] != "VERB" else (head,)
        if any(view.lemma[child] in self._messages for child in view.children[head] if view.dep[child] == "obj"):
            return False, f"metonym: told by {view.lemma[head]} {preposition}"
        for word in above:
            if view.lemma[word] in heads:
                return True, f"{view.lemma[word]} {preposition}"
        return False, f"metonym after {view.lemma[head]} {preposition}"
