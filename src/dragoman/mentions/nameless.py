"""Those without a name whom later words take up: "Kenyan officials ... they", "a diplomat ... his country".

While a document is read each has a key of its own in the place of an id: the first token that speaks of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from dragoman.mentions.antecedents import Who
from dragoman.mentions.reference_kinds import Kind, Kinds, noun_of
from dragoman.records import Actor

MARK = "@"
SPOKEN_OF = frozenset({"unnamed", "nominal", "title"})
MODIFIERS = frozenset({"amod", "compound", "nmod:poss"})
PRONOMINAL = frozenset({"PRON", "DET"})


def is_nameless(who: Who) -> bool:
    """Whether a key stands for somebody without a name."""
    return who[0].startswith(MARK)


class Nameless:
    """The nameless of one document, and the words that take them up."""

    def __init__(self, doc: Doc, kinds: Kinds) -> None:
        self._doc = doc
        self._kinds = kinds
        self._keys: dict[int, Who] = {}
        self._taken_up: dict[int, Who] = {}

    def key(self, token: int, actor: Actor, earlier: Who | None) -> Who | None:
        """The key of the actor whom the noun at a token tells of: that of `earlier` mentions if it takes up those."""
        named = actor.id or actor.members or actor.type == "state"
        if named or actor.via not in SPOKEN_OF or self._doc[token].pos_ in PRONOMINAL:
            return None
        known = earlier is not None and is_nameless(earlier)
        self._keys[token] = earlier if earlier is not None and known else (f"{MARK}{token}",)
        return self._keys[token]

    def at(self, token: int) -> Who | None:
        """The key of whom a token tells, if it is somebody without a name."""
        return self._keys.get(token) or self._taken_up.get(token)

    def take_up(self, token: int, who: Who) -> None:
        """Keep that a token takes somebody up."""
        self._taken_up[token] = who

    def again(self, noun: Token, country: Callable[[str], str | None]) -> Who | None:
        """Those told of before in the same noun, many as now, if they are the only ones or all of one country."""
        keys = dict.fromkeys(key for token, key in self._keys.items() if token < noun.i and self._is_same(noun, key))
        lands = {country(key[0]) for key in keys}
        return next(reversed(keys), None) if len(keys) == 1 or (len(lands) == 1 and None not in lands) else None

    def _is_same(self, noun: Token, key: Who) -> bool:
        first = self._doc[_first(key)]
        plural = "Plur" in first.morph.get("Number", []) and "Plur" in noun.morph.get("Number", [])
        return plural and noun_of(first) == noun_of(noun) and first.i < noun.i

    def echoes(self) -> Iterator[tuple[int, int]]:
        """Each token that takes somebody up, and the first token that tells of him."""
        return ((token, _first(who)) for token, who in self._taken_up.items())

    def fits(self, kind: Kind, head: int, who: Who, type_: str) -> bool:
        """Whether words of this kind may mean them: pronouns by number, descriptions by the noun with no modifier more."""
        noun = self._doc[_first(who)]
        plural = "Plur" in noun.morph.get("Number", [])
        person = type_ == "person" or self._kinds.of_noun(noun) == "person"
        match kind:
            case "they":
                return plural
            case "it":
                return not plural and not person
            case "he":
                return not plural and person
            case _:
                same = noun_of(noun) == noun_of(self._doc[head])
                return same and _modifiers(self._doc[head]) <= _modifiers(noun)


def _modifiers(noun: Token) -> set[str]:
    return {child.lower_ for child in noun.children if child.dep_ in MODIFIERS}


def _first(who: Who) -> int:
    return int(who[0].removeprefix(MARK))
