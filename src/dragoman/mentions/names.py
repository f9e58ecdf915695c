"""Names of states and organisations, demonyms and metonyms: from known names found in the text to mentions.

Names that can mean one actor only are taken first; they say what the article is about, and so decide those that could be
several ("Congolese", "Brussels") or something else altogether ("Chad", "Male"). What stays open keeps its candidates.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from dragoman.mentions.aliases import Alias, AliasKind, plural
from dragoman.mentions.cards import Card, Cards
from dragoman.mentions.drafts import Draft, Kind
from dragoman.mentions.metonymy import PlaceOrActor
from dragoman.mentions.scene import Scene
from dragoman.mentions.view import View
from dragoman.ontology.actors import ActorOntology, Ambiguity, holds
from dragoman.records import Via

VIA: dict[AliasKind, Via] = {
    "name": "name",
    "implied": "name",
    "people": "demonym",
    "demonym": "demonym",
    "adjective": "demonym",
    "prefix": "demonym",
    "capital": "metonym",
    "metonym": "metonym",
    "seat": "metonym",
}
MODIFIERS = frozenset({"demonym", "adjective", "prefix"})
PEOPLES = frozenset({"demonym", "people"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "another"})
BELONGING = frozenset({"amod", "compound", "flat", "nmod:desc"})
"""Relations of a demonym that says of what country something else is."""
FAITHS = frozenset({"MOS", "CHR", "JEW", "HIN", "BUD"})
"""Sectors of the believers of a faith."""
CITIES = frozenset({"capital", "metonym", "seat"})


@dataclass(frozen=True, slots=True)
class Found:
    """Known names at tokens `start` to `end` (half-open)."""

    start: int
    end: int
    aliases: tuple[Alias, ...]


class Names:
    """Turns known names into mentions of states and organisations."""

    def __init__(self, ontology: ActorOntology, cards: Cards) -> None:
        self._cards = cards
        self._place_or_actor = PlaceOrActor(ontology.metonymy)
        self._rules: Mapping[tuple[str, str], Ambiguity] = {
            (rule.id, rule.actor): rule for rule in ontology.ambiguities.values()
        }
        self._opposed = frozenset(ontology.wording.opposed)
        self._unbound = frozenset(ontology.wording.unbound)
        self._single = ontology.wording.single

    def drafts(self, view: View, found: Sequence[Found], scene: Scene) -> tuple[list[Draft], dict[tuple[int, int], str]]:
        """Mentions of states and organisations, and whose the cities and seats are that are meant as places, by tokens.

        `scene` learns who is named, be it by a capital.
        """
        places: dict[tuple[int, int], str] = {}
        candidates = [self._without_persons(name) for name in found if not _inside_longer_name(view, name, found)]
        sure = [name for name in candidates if self._is_sure(name.aliases)]
        drafts = [draft for name in sure if (draft := self._draft(view, name, scene, places))]
        scene.note(drafts)
        scene.named.update(places.values())
        rest = [name for name in candidates if name.aliases and not self._is_sure(name.aliases)]
        drafts += [draft for name in rest if (draft := self._draft(view, name, scene, places))]
        scene.note(drafts)
        return sorted(drafts, key=lambda draft: draft.start), places

    @staticmethod
    def _without_persons(name: Found) -> Found:
        kept = tuple(alias for alias in name.aliases if alias.kind != "decoy" and not alias.actor.startswith("person:"))
        return Found(name.start, name.end, kept)

    def _is_sure(self, aliases: tuple[Alias, ...]) -> bool:
        if len({alias.actor for alias in aliases}) != 1:
            return False
        return not any(alias.kind == "implied" or (alias.text, alias.actor) in self._rules for alias in aliases)

    def _draft(self, view: View, name: Found, scene: Scene, places: dict[tuple[int, int], str]) -> Draft | None:
        aliases = self._fitting(name.aliases, scene, _is_person(view, name))
        if not aliases:
            return None
        kind, head = aliases[0].kind, view.root(name.start, name.end)
        why = [f"{kind} {aliases[0].text!r}"]
        if kind in CITIES:
            place, rule = self._place_or_actor.is_place(view, head, seat=kind == "seat")
            if place:
                places[name.start, name.end] = aliases[0].actor
                return None
            why.append(rule)
        if is_turned(view, name.start, self._opposed) or (kind in MODIFIERS and not self._is_modifier(view, name, head)):
            return None
        ids, settled = self._settled(tuple(dict.fromkeys(alias.actor for alias in aliases)), scene)
        card = self._cards.get(ids[0])
        if kind == "adjective" and card and card.type == "group" and self._is_of_one(view, head):
            return None
        if kind in MODIFIERS and card is not None and _is_faith(card) and view.dep[head] in BELONGING:
            return None
        if kind in PEOPLES and _is_individual(view, name, head):
            return _individual(view, name, head, card.country if card and len(ids) == 1 else None)
        sort: Kind = "state" if card and card.type == "state" else "organisation"
        return Draft(name.start, name.end, head, sort, _via(aliases[0]), ids, why + settled)

    def _fitting(self, aliases: tuple[Alias, ...], scene: Scene, person: bool) -> tuple[Alias, ...]:
        """The aliases that can be meant: alive on the article's date, supported where the name is also something else."""
        kept = [alias for alias in aliases if self._allowed(alias, scene, person)]
        if scene.window and len(kept) > 1:
            alive = [alias for alias in kept if self._alive(alias, scene)]
            kept = alive or kept
        return tuple(kept)

    def _alive(self, alias: Alias, scene: Scene) -> bool:
        card = self._cards.get(alias.actor)
        since, until = scene.window or ("0000", "9999")
        return holds(alias.years, since, until) and (card is None or holds(card.years, since, until))

    def _allowed(self, alias: Alias, scene: Scene, person: bool) -> bool:
        if alias.kind == "implied":
            return alias.actor in scene.named
        rule = self._rules.get((alias.text, alias.actor))
        if rule is None:
            return True
        if person and alias.actor not in scene.named:
            return False  # "Chad said he ..."
        card = self._cards.get(alias.actor)
        return scene.allows(rule, card.country if card else None)

    def _settled(self, ids: tuple[str, ...], scene: Scene) -> tuple[tuple[str, ...], list[str]]:
        if len(ids) == 1:
            return ids, []
        named = tuple(one for one in ids if one in scene.named)
        if len(named) == 1:
            return named, [f"the article names {self._cards.name_of(named[0])}"]
        at_home = tuple(
            one for one in ids if (card := self._cards.get(one)) and card.country in scene.named and card.country
        )
        if len(at_home) == 1:
            return at_home, [f"the article names the country of {self._cards.name_of(at_home[0])}"]
        return (named or ids), ["open between several"]

    def _is_modifier(self, view: View, name: Found, head: int) -> bool:
        """A demonym that stands for its state: not a language, not half of another word."""
        behind = view.lower[name.end : name.end + 2]
        if behind[:1] == ["-"] and behind[1:] and behind[1] in self._unbound:
            return False
        names_language = (
            view.dep[head] in {"obl", "obj"} and view.pos[head] in {"PROPN", "NOUN"} and _is_language(view, head)
        )
        return not names_language

    def _is_of_one(self, view: View, head: int) -> bool:
        """ "The African country": one of the group, or another whole, whoever it is."""
        return view.dep[head] in BELONGING and view.lower[view.head[head]] in self._single


def _is_faith(card: Card) -> bool:
    """Whether somebody is the believers of a faith: a Shiite militia acts for no faith."""
    return card.type == "people" and card.sector in FAITHS and card.country is None


def _is_individual(view: View, name: Found, head: int) -> bool:
    """ "The American": one person of that country, whoever it is; "the French" and "the Americans" are the people."""
    word = view.words[name.end - 1]
    if plural(word) == word or word.endswith(("s", "men", "women")) or view.dep[head] in BELONGING:
        return False
    return view.pos[head] in {"NOUN", "PROPN"} and any(view.lower[child] in ARTICLES for child in view.children[head])


def _individual(view: View, name: Found, head: int, country: str | None) -> Draft:
    start = view.phrase_start(head)
    surface = view.surface(start, name.end)
    why = ["one person of that country"]
    via: Via = "nominal" if view.is_definite(head) else "unnamed"
    return Draft(start, name.end, head, "agent", via, (), why, nominal=True, name=surface, type="person", country=country)


def _is_language(view: View, i: int) -> bool:
    return view.case_of(i) in {"in", "into"} or view.lemma[view.head[i]] in {"speak", "learn", "teach", "translate"}


def _via(alias: Alias) -> Via:
    letters = [char for char in alias.text if char.isalpha()]
    if alias.kind == "name" and 1 < len(letters) <= 7 and all(char.isupper() for char in letters):
        return "abbreviation"
    return VIA[alias.kind]


def _is_person(view: View, name: Found) -> bool:
    return view.entity_at.get(name.start) == (name.start, name.end, "PERSON")


def _inside_longer_name(view: View, name: Found, found: Sequence[Found]) -> bool:
    """Whether the model takes the words for a part of a longer name that nobody has on record ("Michael Jordan")."""
    start, end, label = view.entity_at.get(name.start, (name.start, name.end, ""))
    if label != "PERSON" or end < name.end or end - start == name.end - name.start:
        return False
    known = any(other is not name and start <= other.start and _closes(other, end) for other in found)
    return not known and all(view.pos[i] == "PROPN" or view.words[i] == "-" for i in range(start, end))


def _closes(name: Found, end: int) -> bool:
    """Whether a known name is whom the longer one may be: its end, or more than one word of it ("Mohamed al-Sudani" is
    neither Sudan nor a Mohamed)."""
    return name.end == end or (name.end < end and name.end - name.start > 1)


def is_turned(view: View, start: int, opposed: Container[str]) -> bool:
    """ "anti-Russian", "pro-China", "ethnic Russians": for or against it, or its kin elsewhere, is not it."""
    before = [word for word in view.lower[max(start - 2, 0) : start] if word != "-"]
    return bool(before and before[-1] in opposed) or view.lower[start].partition("-")[0] in opposed
