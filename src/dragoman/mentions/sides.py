"""Whose "the junta", "the guerrillas", "parliament", "police" are where no word says it: the one country in mind there.

In mind are the states named in the sentence and the one before it (else in the one before that), those apart that are the
other party of the same act: an army seldom shells its own state. Of several it is the page's own scene, if that is among
them; where the page is set elsewhere than the passage, the words stay open. Where the page has no scene, all three sentences
may name one state only, and no other may be named more often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from dragoman.mentions.cards import Cards, Window
from dragoman.mentions.view import View
from dragoman.ontology.actors import ActorOntology
from dragoman.records import Actor

ActorsAt = Mapping[int, tuple[Actor, ...]]
SECTORS: Final = frozenset({"MIL", "REB", "OPP", "LEG", "COP", "JUD"})
"""Sectors whose nameless members belong to a state."""
OFFICIAL: Final = frozenset({"GOV", "MIL", "LEG", "COP", "JUD"})
"""Sectors of titles that somebody bears for a state."""
SPREAD: Final = 3
"""Sentences of a passage, its last one counted: the farthest only where the others name nobody."""
LEAD: Final = 2.0
"""How many times as many sentences the scene of a page is named in as any other state."""
LEAST: Final = 2
"""Sentences that must name the scene of a page."""
ARGUMENTS: Final = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})
VENUE: Final = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "throughout", "within"})
NAMING: Final = frozenset({"name", "abbreviation", "metonym", "demonym", "pronoun", "title", "misspelling"})
STRANGER: Final = "name:"
ON_RECORD: Final = "person:"
HOME: Final = frozenset({"LEG", "OPP", "PTY", "JUD", "CVL", "LAB", "REL"})
"""Sectors of those who turn to the government of their own state, where no other is named."""
OWN: Final = frozenset({"government", "cabinet", "authorities", "administration", "leadership"})
"""What the government of a state is called by its own people, and by a page that goes on about it."""
HOUSES: Final = frozenset({"parliament", "opposition"})
"""Others whom a page goes on about without saying whose they are."""
ELSEWHERE: Final = frozenset({"IGO", "EDU"})
"""Sectors of those whom a page asks wherever they live."""
PHRASE: Final = frozenset({"nmod:poss", "nmod", "compound", "appos", "amod", "acl", "obl", "flat", "nmod:desc"})
"""How hangs on a name what it is of."""
UNNAMED: Final = frozenset({"nominal", "unnamed"})


class Sides:
    """Finds the states of bodies, forces and officials without one. Keeps nothing between documents."""

    def __init__(self, ontology: ActorOntology, cards: Cards) -> None:
        self._bodies = {body.id: body for body in ontology.bodies.values() if not body.abroad}
        self._foreign = frozenset((*ontology.wording.foreign, *ontology.wording.former))
        self._guests = tuple(title for office in ontology.offices.values() if office.guest for title in office.titles)
        self._cards = cards

    def settled(
        self, view: View, at: ActorsAt, bodies: Mapping[int, str], places: Iterable[tuple[int, str]], window: Window | None
    ) -> dict[int, Actor]:
        """The actors that now have a country, by their tokens.

        `bodies` as in `ActorsFound`; `places` are tokens that name a place, with its state.
        """
        passage = _Passage(view, [*self._named(at, window), *places], {token for token in at if view.pos[token] == "PRON"})
        found: dict[int, Actor] = {}
        strangers = dict.fromkeys(self._at_home(view, at), passage.scene) if passage.scene else {}
        for token, here in sorted(at.items()):
            actor = here[-1]
            if self._is_stranger(actor) and actor.id not in strangers and (state := passage.state(_head(view, at, token))):
                strangers[actor.id or ""] = state
            elif self._is_side(view, token, actor, bodies) and (state := _domestic(view, at, token) or passage.state(token)):
                found[token] = self._of(actor, bodies.get(token), state)
                passage.note(token, state)
        for token, here in at.items():
            state = strangers.get(here[-1].id or "")
            if state is not None:
                found[token] = replace(here[-1], country=state, why=self._why(here[-1], state))
        for token, body in bodies.items():
            state = next((found[child].country for child in view.children[token] if self._owns(view, child, found)), None)
            if state is not None and token in at and at[token][-1].id is None:
                found[token] = self._of(at[token][-1], body, state)
        return found

    @staticmethod
    def _owns(view: View, child: int, found: Mapping[int, Actor]) -> bool:
        """Whether a token is an official who owns a body, and whose state was only now found: "his ministry"."""
        return view.dep[child] == "nmod:poss" and child in found and found[child].type == "person"

    def _named(self, at: ActorsAt, window: Window | None) -> Iterator[tuple[int, str]]:
        """The tokens that name a state or somebody of one."""
        for token, here in at.items():
            actor = here[-1]
            states = [actor.country] if actor.country and actor.via in NAMING else []
            states += [state for member in actor.members if (state := self._cards.state_of(member, window))]
            yield from ((token, state) for state in states)

    def _is_stranger(self, actor: Actor) -> bool:
        """Somebody outside the record with a title of a state that the page does not name there; no ambassador abroad."""
        unknown = actor.type == "person" and actor.country is None and (actor.id or "").startswith(STRANGER)
        role = (actor.role or "of").lower()
        return unknown and actor.sector in OFFICIAL and "of" not in role.split() and not role.endswith(self._guests)

    def _at_home(self, view: View, at: ActorsAt) -> set[str]:
        """The ids of persons outside the record who are of nothing that is not the page's own state, as far as it tells.

        Who comes from elsewhere is introduced so ("the Kenyan lawyer", "of Human Rights Watch"); a family name alone may
        be anybody's, and experts are asked from anywhere.
        """
        told: dict[str, list[bool]] = {}
        for token, here in at.items():
            person = here[-1]
            if person.type == "person" and (person.id or "").startswith(STRANGER):
                guest = person.sector in ELSEWHERE or (person.role or "").lower().endswith(self._guests)
                local = person.country is None and not guest and " " in (person.name or "")
                told.setdefault(person.id or "", []).append(local and not _is_of_others(view, at, token))
        return {who for who, each in told.items() if all(each)}

    def _is_side(self, view: View, token: int, actor: Actor, bodies: Mapping[int, str]) -> bool:
        if actor.id or actor.country or actor.members or actor.via not in UNNAMED:
            return False
        children = view.children[token]
        owned = any(view.dep[child] == "nmod:poss" for child in children) or view.has_of_phrase(token)
        if owned or any(view.lower[child] in self._foreign for child in children):
            return False
        if token in bodies:
            return bodies[token] in self._bodies
        bare = not any(view.dep[child].startswith(("det", "nummod", "amod", "nmod")) for child in children)
        plural = view.lower[token] != view.lemma[token] or actor.sector == "COP"
        return actor.type == "group" and actor.sector in SECTORS and (view.is_definite(token) or (bare and plural))

    def _of(self, actor: Actor, body: str | None, state: str) -> Actor:
        """A body gets its id, anybody else the country alone."""
        card = self._cards.get(f"{state}:{body}") if body else None
        why = self._why(actor, state)
        if card is None:
            return replace(actor, country=state, via="nominal", why=why)
        return replace(actor, id=card.id, name=card.name, type=card.type, country=state, sector=card.sector, why=why)

    def _why(self, actor: Actor, state: str) -> str:
        return "; ".join(filter(None, (actor.why, f"{self._cards.name_of(state)} is the state in mind here")))


def _head(view: View, at: ActorsAt, token: int) -> int:
    """The head of the name that a word is part of, a title before it included."""
    above = view.head[token]
    while above != token and at.get(above) == at[token]:
        token, above = above, view.head[above]
    return token


def _is_of_others(view: View, at: ActorsAt, token: int) -> bool:
    """Whether somebody or something else is named in the phrase of a name: "Jane Doe, director at Human Rights Watch"."""
    head = _head(view, at, token)
    phrase = [child for child in _within(view, head, PHRASE) if at.get(child) != at[token]]
    phrase += [view.head[head]] if view.dep[head] == "appos" else []
    return any(one.id is not None and one.type != "person" for child in phrase for one in at.get(child, ()))


def _within(view: View, head: int, relations: frozenset[str]) -> Iterator[int]:
    """What hangs on a word by such relations, and what hangs on that."""
    for child in view.children[head]:
        if view.dep[child] in relations:
            yield child
            yield from _within(view, child, relations)


def _is_private(actor: Actor) -> bool:
    """Somebody on record who holds no office then, such as a former minister."""
    return (actor.id or "").startswith(ON_RECORD) and actor.role is None


def _domestic(view: View, at: ActorsAt, token: int) -> str | None:
    """The state of whoever acts on its own authorities: an opposition, citizens, "Peru's parliament"."""
    verb = view.head[token]
    if view.lower[token] not in OWN or view.dep[token] not in {"obj", "iobj", "obl"} or not view.is_definite(token):
        return None
    while view.dep[verb] in {"xcomp", "conj"} and not any(view.dep[child] == "nsubj" for child in view.children[verb]):
        verb = view.head[verb]
    subjects = [at[child][-1] for child in view.children[verb] if view.dep[child] == "nsubj" and child in at]
    return next((one.country for one in subjects if one.sector in HOME or _is_private(one)), None)


class _Passage:
    """Which states each sentence names, and the scene of the page."""

    def __init__(self, view: View, named: list[tuple[int, str]], pronouns: set[int]) -> None:
        self._view = view
        self._named: dict[int, list[tuple[int, str]]] = {}
        for token, state in named:
            self._named.setdefault(view.sentence[token], []).append((token, state))
        by_name = ({state for token, state in signs if token not in pronouns} for signs in self._named.values())
        counts = Counter(state for states in by_name for state in states)
        datelines = {state for token, state in named if view.is_dateline(token, token + 1)}
        first = {state for _, state in self._named.get(0, ())}
        self._counts, self.scene = counts, _leading(counts, datelines, first if len(first) == 1 else set())

    def note(self, token: int, state: str) -> None:
        """Keep a state in mind that was found at a token."""
        self._named.setdefault(self._view.sentence[token], []).append((token, state))

    def state(self, token: int) -> str | None:
        """The one state in mind at a token."""
        here = self._view.sentence[token]
        topic = self._states(here - 1)
        if len(topic) == 1 and self._goes_on(token, topic) and topic == self._states(here - 1, self._is_subject):
            return next(iter(topic))
        near = self._states(here, lambda sign: not self._is_other_party(sign, token)) | self._states(here - 1)
        if self.scene is not None:
            near = near or self._states(here - SPREAD + 1)
            return self.scene if self.scene in near or not near else None
        near |= self._states(here - SPREAD + 1)
        state = next(iter(near)) if len(near) == 1 else None
        return state if state and self._counts[state] == max(self._counts.values()) else None

    def _goes_on(self, token: int, topic: set[str]) -> bool:
        """Whether "the government" is the subject of its sentence, which so goes on about the sentence before."""
        view, verb = self._view, self._view.head[token]
        at_home = view.lower[token] in HOUSES and self.scene in {None, *topic}
        if not (view.lower[token] in OWN or at_home) or view.dep[token] != "nsubj" or view.head[verb] != verb:
            return False
        return view.is_definite(token) or not any(view.dep[child].startswith("det") for child in view.children[token])

    def _is_subject(self, sign: int) -> bool:
        """Whether a word stands in the subject of its whole sentence."""
        view = self._view
        part = next((i for i in (sign, *view.above(sign, 4)) if view.dep[i].startswith("nsubj")), None)
        return part is not None and view.head[view.head[part]] == view.head[part]

    def _states(self, sentence: int, counts: Callable[[int], bool] = lambda sign: True) -> set[str]:
        return {state for sign, state in self._named.get(sentence, ()) if counts(sign)}

    def _is_other_party(self, sign: int, token: int) -> bool:
        """Whether a state is named in another party of the act that the words at `token` are a party of."""
        view, verb = self._view, self._view.head[token]
        part = next((i for i in (sign, *view.above(sign, 4)) if view.head[i] == verb and i != verb), None)
        if part is None or part == token or view.dep[part] not in ARGUMENTS:
            return False
        return view.dep[part] != "obl" or view.case_of(part) not in VENUE


def _leading(counts: Counter[str], datelines: set[str], first: set[str]) -> str | None:
    """The scene of a page: named in clearly more sentences than any other state, or in as many and in the dateline, or in
    more and alone in the first sentence, which is the headline's where there is one.
    """
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < LEAST:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0
    if ranked[0][1] >= LEAD * second or (ranked[0][1] > second and ranked[0][0] in first):
        return ranked[0][0]
    best = {state for state, count in ranked if count == ranked[0][1]} & datelines
    return best.pop() if len(best) == 1 else None
