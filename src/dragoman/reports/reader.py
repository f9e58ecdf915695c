"""What the coder of reports knows of a document: its words as a tree, who they mean, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from dragoman.mentions.lookup import actors_at, actors_of, host_of, place_at
from dragoman.mentions.marked import MarkedDocument
from dragoman.ontology.syntax import Ways
from dragoman.records import Actor, Place, Span
from dragoman.reports.clauses import antecedent, oblique, phrase
from dragoman.reports.pronouns import bound, speaking
from dragoman.reports.tree import Lemmas, Tree, Word, build_tree

CITIZENS = frozenset({"CVL", "EDU", "LAB", "MED", "NGO", "OPP", "REF", "REL"})
"""Sectors whose people are of a country, but do nothing in its name: "US and British activists"."""
NATIONAL = frozenset({"@national", "@person"})
PERSON, STATE, PLACE, NOTHING = frozenset({"@person"}), frozenset({"@state"}), frozenset({"@place"}), frozenset[str]()

TELLING = frozenset({"det", "amod", "compound", "nmod", "nummod", "acl", "appos"})
"""Relations of words that tell which or whose people are meant."""
COUNTING = frozenset({"det", "amod", "nummod", "advmod"})
"""Relations of what stands before a number: "more than", "at least"."""
CODE = 3
"""Letters of a state's code."""


class Reader:
    """A marked document and its tree. Answers of one document are kept, since many frames ask about the same words."""

    def __init__(self, marked: MarkedDocument, lemmas: Lemmas, ways: Ways = MappingProxyType({})) -> None:
        self.marked = marked
        self.doc = marked.document.doc
        self.ways = ways
        self.tree: Tree = build_tree(self.doc, lemmas, ways)
        self.headline_tokens = frozenset(
            i for block in marked.document.blocks if block.kind == "headline" for i in range(block.start, block.end)
        )
        for word in self.tree.words:
            if word.tag.startswith("NNP"):
                word.kinds = self._kinds(word)
        self._meant: dict[tuple[int, bool], tuple[Actor, ...]] = {}
        self._by_id: dict[str, Actor] = dict(marked.members)
        for actor in marked.actors:
            if actor.id is not None:
                self._by_id.setdefault(actor.id, actor)

    def actors(self, word: Word, *, owners: bool = True) -> tuple[Actor, ...]:
        """Who is meant by the phrase that the word heads, conjuncts excluded; members in the place of a collective."""
        key = (word.i, owners)
        if key not in self._meant and "deed" in word.ways and word.rel == "parataxis":
            self._meant[key] = ()  # "sent them home, a step that Chad deplored" is no apposition
        if key not in self._meant:
            found = actors_of(self.marked, self.doc[word.i], owners=owners and not word.ways & {"kin", "beside"})
            if not any(actor.id or actor.members or actor.country for actor in found):
                found = self._whole(word) or self._apposed(word) or (self._owners(word) if owners else ()) or found
                found = found or self._counted(word)
            found = self._as_before(word, found) or found
            if word.tag == "PRP":
                found = speaking(word, bound(word, found, self.actors), self.actors)
            meant = (each for actor in found for each in self._members(actor))
            self._meant[key] = tuple(self._for_their_state(word, each) for each in meant)
        return self._meant[key]

    def _as_before(self, word: Word, found: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """ "EU ministers met. Ministers agreed ...": those without a word of whose they are, are who was last called so."""
        bare = not any(child.rel in TELLING for child in word.children)
        if word.tag not in ("NNS", "NNPS") or not bare or not any(each.via == "unnamed" and not each.id for each in found):
            return ()
        before = next((each for each in reversed(self.tree.words[: word.i]) if each.lemma == word.lemma), None)
        told = self.actors(before) if before is not None else ()
        return tuple(
            replace(each, mention=found[0].mention, via="nominal", why=f"{word.lower!r} before")
            for each in told
            if _is_body(each)
        )

    def _for_their_state(self, word: Word, actor: Actor) -> Actor:
        """ "Their ministers" of two presidents are not the two themselves, but of their states."""
        owned = word.is_noun and actor.via == "collective" and actor.mention.end <= self.span(word, word).start
        if not owned or actor.type != "person" or actor.country is None:
            return actor
        state = self.state(actor.country) or self._only_meant(actor.country, actor)
        return replace(state, mention=actor.mention, via="collective", why=actor.why) if state is not None else actor

    def _whole(self, word: Word) -> tuple[Actor, ...]:
        """ "several of the refugees", "tens of thousands of Malians": a part is of those whom it is taken from."""
        if "partial" not in word.ways:
            return ()
        return tuple(actor for each in oblique(word, "of") for actor in self.actors(each))

    def _counted(self, word: Word) -> tuple[Actor, ...]:
        """ "Thousands marched", "at least 12 were killed": so many are people, where nothing tells of what they are."""
        verb = word.head
        if verb is None or not verb.is_verb or word.rel not in ("nsubj", "obj"):
            return ()
        more = oblique(word, "of")
        if any("crowds" not in each.ways or oblique(each, "of") for each in more):  # "tens of thousands"
            return ()
        crowd = "crowds" in word.ways and word.tag == "NNS"
        acts = crowd and word.dep == "nsubj"
        suffers = (crowd or word.tag == "CD") and "personal" in verb.ways and word.dep != "nsubj"
        if not (acts or suffers):
            return ()
        first = min((each for each in word.children if each.rel in COUNTING and each.i < word.i), key=_place, default=word)
        span = self.span(first, max((word, *more), key=_place))
        return (Actor(None, span.text, "people", None, "CVL", None, span, "unnamed", why="so many are people"),)

    def _apposed(self, word: Word) -> tuple[Actor, ...]:
        """ "its rival in the region, Saudi Arabia", "old foes Chad and Niger": the names beside tell who is meant."""
        names = (name for child in word.by_dep("appos", "flat") for name in phrase(child))
        beside = (actor for name in names for actor in actors_at(self.marked, name.i))
        return tuple(actor for actor in beside if actor.id)

    def _owners(self, word: Word) -> tuple[Actor, ...]:
        """ "officials from both countries", "Western leaders": the unnamed stand for whom they belong to, rivals do not."""
        parts = (word, *word.by_dep("compound"))  # "Russian state assets": the adjective may hang on the compound
        owning = ("amod",) if word.ways & {"kin", "beside"} else ("nmod:poss", "amod")
        near = [antecedent(child) for part in parts for child in part.by_dep(*owning)]
        near += [
            child for part in parts for child in part.by_dep("compound") if child.tag in ("NNP", "NNPS")
        ]  # "EU leaders"
        made = [each for child in oblique(word, "by") for each in phrase(child)]  # "the bombing of the port by Kenya"
        near += made or [each for prep in ("from", "of") for child in oblique(word, prep) for each in phrase(child)]
        return tuple(actor for child in near for actor in actors_at(self.marked, child.i)[-1:] if actor.id or actor.members)

    def know(self, found: Mapping[int, Actor]) -> None:
        """Take in whom some words mean, by their numbers, of whom the mentions tell nothing."""
        at = {**self.marked.at, **{i: (actor,) for i, actor in found.items()}}
        gone = {actor for i in found for actor in self.marked.at.get(i, ())}
        kept = (actor for actor in self.marked.actors if actor not in gone)
        actors = sorted((*kept, *found.values()), key=lambda each: (each.mention.start, -each.mention.end))
        self.marked = replace(self.marked, actors=tuple(actors), at=dict(sorted(at.items())))
        self._meant.clear()

    def state(self, country: str | None) -> Actor | None:
        """A state that the document names, by its country: its first mention."""
        return next((each for each in self.marked.actors if each.type == "state" and each.id == country), None)

    def at(self, word: Word) -> tuple[Actor, ...]:
        """The mentions that stand at exactly this word."""
        return actors_at(self.marked, word.i)

    def _kinds(self, word: Word) -> frozenset[str]:
        """What a name names, as far as frames ask for it."""
        kinds = {actor.type for actor in self.at(word)}
        if "person" in kinds:
            return PERSON
        if word.tag == "NNPS" and any(actor.via == "demonym" for actor in self.at(word)):
            return NATIONAL
        if "state" in kinds:
            return STATE
        return PLACE if self.place(word) is not None and not self.at(word) else NOTHING

    def host(self, word: Word) -> tuple[Actor, ...]:
        """The state that hosts at the place that the word names."""
        return host_of(self.marked, self.doc[word.i])

    def place(self, word: Word) -> Place | None:
        """The place that stands at this word."""
        return place_at(self.marked, word.i)

    def span(self, first: Word, last: Word) -> Span:
        """The article's own words from one word to another, both included."""
        return self.marked.document.span(first.i, last.i + 1)

    def words_of(self, span: Span) -> tuple[Word, ...]:
        """The words that stand at a span of the article."""
        first, end = self.marked.document.starts.searchsorted((span.start, span.end)).tolist()
        return self.tree.words[first:end]

    def _members(self, actor: Actor) -> tuple[Actor, ...]:
        """ "The two leaders" stands for those it collects, each with the mention that was read; citizens for no state."""
        if not actor.members:
            return (actor,)
        if actor.type == "group" and actor.sector in CITIZENS:
            lands = [self._country(each) for each in actor.members]
            return (
                tuple(replace(actor, country=land, members=()) for land in dict.fromkeys(lands))
                if None not in lands
                else (actor,)
            )
        known = [self._by_id.get(each) or self._only_meant(each, actor) for each in actor.members]
        if None in known:
            return (actor,)
        why = f"member of {actor.mention.text!r}"
        return tuple(replace(each, mention=actor.mention, via="collective", why=why, members=()) for each in known if each)

    def _only_meant(self, member: str, group: Actor) -> Actor | None:
        """A state that only a collective means: of "their two countries" those of two persons."""
        made = Actor(member, self.marked.states.get(member), "state", member, "GOV", None, group.mention, "collective")
        return made if _is_code(member) else None

    def _country(self, member: str) -> str | None:
        known = self._by_id.get(member)
        return known.country if known is not None else member if _is_code(member) else None


def _place(word: Word) -> int:
    return word.i


def _is_code(member: str) -> bool:
    return len(member) == CODE and member.isupper()


def distinct(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Each actor once, in order: by id, or by its words where it has none."""
    return tuple({identity(actor): actor for actor in reversed(actors)}.values())[::-1]


def identity(actor: Actor) -> str:
    """What tells two actors apart: the id, else the place of the words and the state where nobody says who it is."""
    return actor.id or f"@{actor.mention.start}{actor.country or ''}"


def _is_body(actor: Actor) -> bool:
    return actor.type == "organisation" and actor.id is not None
