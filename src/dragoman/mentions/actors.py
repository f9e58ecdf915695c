"""Every actor in a document, found and identified: the rules of this package in their order.

known names -> states and organisations -> bodies -> unknown organisations -> persons -> titles -> who the persons are
-> titles alone -> the unnamed -> collectives
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dragoman.documents.document import Document
from dragoman.mentions.aliases import AliasIndex, Match, actor_aliases
from dragoman.mentions.board import Board
from dragoman.mentions.bodies import Bodies
from dragoman.mentions.cards import Cards, Window, narrowed
from dragoman.mentions.collectives import CollectiveFinder
from dragoman.mentions.drafts import Draft, Title
from dragoman.mentions.finish import Finisher
from dragoman.mentions.fold import Folding
from dragoman.mentions.names import Found, Names
from dragoman.mentions.nominals import Nominals
from dragoman.mentions.organs import Organs
from dragoman.mentions.people import People
from dragoman.mentions.phrases import PhraseIndex, Words
from dragoman.mentions.scene import Scene, window_of
from dragoman.mentions.spokesmen import Spokesmen
from dragoman.mentions.strangers import Strangers
from dragoman.mentions.titles import Titles
from dragoman.mentions.view import View, view_of
from dragoman.ontology.actors import ActorOntology, bounds
from dragoman.records import Actor

PLACES = frozenset({"GPE", "LOC"})

NOTHING: Mapping[str, str] = MappingProxyType({})
DATELINE = 8
"""Words within which the agency's name stands in a dateline."""


@dataclass(frozen=True, slots=True)
class ActorsFound:
    """The actors of a document in the order of the text; `at` as in `MarkedDocument`; `places` are the tokens (half-open)
    of capitals and seats that are meant as places, with their countries. `titles` leads from the heads of titles whose
    holder is not known to what they say, `bodies` from the heads of bodies without an owner to which they are. `told` are
    the titles that the article gives to persons, by id. `view` are the words as lists, for whoever reads on. `members` are
    those, by id, whom only a collective means.
    """

    actors: tuple[Actor, ...]
    at: Mapping[int, tuple[Actor, ...]]
    places: Mapping[tuple[int, int], str | None]
    titles: Mapping[int, Title]
    told: Mapping[str, Sequence[Title]]
    bodies: Mapping[int, str]
    view: View
    members: Mapping[str, Actor]


class ActorResolver:
    """Finds the actors of documents. Built once from the ontology; keeps nothing between documents.

    `irregular`: lemmas of irregular forms of verbs, which the language model does not always know.
    """

    def __init__(self, ontology: ActorOntology, irregular: Mapping[str, str] = NOTHING) -> None:
        self._irregular = irregular
        self._cards = Cards(ontology)
        self._index = AliasIndex(actor_aliases(ontology))
        self._phrases = PhraseIndex(ontology)
        self._names = Names(ontology, self._cards)
        self._bodies = Bodies(ontology, self._cards)
        self._people = People(ontology, self._cards)
        self._titles = Titles(ontology, self._cards, self._people.fits)
        self._strangers = Strangers(ontology, self._cards)
        self._nominals = Nominals(ontology, self._cards)
        self._collectives = CollectiveFinder(ontology, self._cards)
        self._organs = Organs(ontology, self._cards)
        self._spokesmen = Spokesmen(ontology, self._cards)
        self._finisher = Finisher(ontology, self._cards)
        wording = ontology.wording
        self._skipped = frozenset((*wording.modifiers, *wording.former, *wording.deputies, *wording.elect))
        self._folding = Folding()

    def resolve(self, document: Document) -> ActorsFound:
        """All actors of the document's headline and body, those of the page itself (outlet, reporter) left out."""
        view = view_of(document.doc, self._irregular)
        board = Board(view, self._skipped)
        scene = Scene(self._folding.fold(view.text), window_of(document.article.published))
        found = [_tokens(view, match) for match in self._index.find(view.text)]
        phrases = [phrase for phrase in self._phrases.find(view) if not _inside_a_name(view, phrase, found)]
        found = [name for name in found if not _inside_a_body(name, phrases)]
        names, places = self._names.drafts(view, found, scene)
        board.add(names)
        lands = {at: self._country(owner) for at, owner in sorted(places.items())}
        board.capitals.update({i: land for (start, end), land in lands.items() if land for i in range(start, end)})
        title_words = {i for phrase in phrases for i in range(phrase.start, phrase.end)}
        persons = self._people.drafts(view, found, title_words | set(board.at))
        board.add(persons)
        self._bodies.find(board, phrases, scene)
        self._strangers.find(board, phrases)
        self._identify(board, board.still(persons), phrases, scene)
        self._nominals.find(board, phrases)
        self._organs.find(board)
        self._spokesmen.find(board)
        self._collectives.find(board, scene.window)
        board.remove(self._of_the_page(board, document))
        return self._finished(board, document, scene, lands)

    def _identify(self, board: Board, persons: list[Draft], phrases: list[Words], scene: Scene) -> None:
        """Say who the persons are by their names and titles, then what hangs on them."""
        alone = self._titles.attach(board, phrases)
        self._people.identify(board.view, persons, scene)
        board.remove([draft for draft in persons if _is_place(board.view, draft)])
        scene.window = scene.window or self._window(persons)
        self._titles.look_up(board, alone, scene)
        self._bodies.settle(board.drafts)

    def _window(self, persons: Iterable[Draft]) -> Window | None:
        """For a page without a date: when the persons it names held the offices it gives them."""
        choices = []
        for draft in persons:
            for title in draft.titles if draft.id else ():
                terms = [
                    bounds(tenure.term) for tenure in self._cards.offices_of(draft.ids[0]) if tenure.office in title.offices
                ]
                if terms and title.sense == "held":
                    choices.append(terms)
        return narrowed(choices)

    def _of_the_page(self, board: Board, document: Document) -> list[Draft]:
        """Mentions of the outlet and its reporters: actors of the page, not of the story."""
        article = document.article
        own = {self._folding.fold(name) for name in (article.outlet, article.byline, article.credit) if name}
        return [
            draft
            for draft in board.drafts
            if draft.kind in {"person", "organisation"}
            and (self._folding.fold(board.view.surface(draft.start, draft.end)) in own or _is_credit(board.view, draft))
        ]

    def _country(self, actor: str) -> str | None:
        card = self._cards.get(actor)
        return card.country if card else None

    def _finished(
        self, board: Board, document: Document, scene: Scene, places: Mapping[tuple[int, int], str | None]
    ) -> ActorsFound:
        titles = self._finisher.titles(board.drafts)
        ordered = sorted(board.drafts, key=lambda draft: (draft.start, -draft.end, draft.head))
        made = {
            id(draft): self._finisher.actor(
                draft, document.span(draft.start, draft.end), titles.get(draft.id or "", []), scene.window
            )
            for draft in ordered
        }
        at = {i: (made[id(draft)],) for i, draft in sorted(board.at.items()) if id(draft) in made}
        untold = {draft.head: draft.titles[0] for draft in ordered if draft.kind == "office" and draft.id is None}
        bodies = {draft.head: draft.body for draft in ordered if draft.body is not None and draft.id is None}
        members = self._members(ordered, made, scene.window)
        return ActorsFound(tuple(made.values()), at, places, untold, titles, bodies, board.view, members)

    def _members(self, drafts: Sequence[Draft], made: Mapping[int, Actor], window: Window | None) -> Mapping[str, Actor]:
        """Those on record whom no mention but a collective means: "the defence ministers of Kenya and Chad"."""
        named = {actor.id for actor in made.values()}
        found: dict[str, Actor] = {}
        for draft in drafts:
            for who in draft.members:
                if who not in named and who not in found and self._cards.get(who) is not None:
                    alone = Draft(draft.start, draft.end, draft.head, "agent", "collective", (who,))
                    found[who] = self._finisher.actor(alone, made[id(draft)].mention, [], window)
        return found


def _inside_a_name(view: View, phrase: Words, found: Iterable[Found]) -> bool:
    """Whether words for an office stand within somebody's name: "Hossein Amir-Abdollahian" is no emir."""
    if view.words[phrase.end : phrase.end + 1] == ["-"] and view.entity_at.get(phrase.start, (0, 0, ""))[2] == "PERSON":
        return True
    within = (name for name in found if name.start < phrase.start and phrase.end <= name.end)
    return any(alias.actor.startswith("person:") for name in within for alias in name.aliases)


def _inside_a_body(name: Found, phrases: Iterable[Words]) -> bool:
    """Whether an organisation's name only ends the longer words for a body of some state: "National Security Council"."""
    return any(phrase.bodies and phrase.start < name.start and name.end == phrase.end for phrase in phrases)


def _tokens(view: View, match: Match) -> Found:
    return Found(view.token_at(match.start), view.token_at(match.end - 1) + 1, match.aliases)


def _is_credit(view: View, draft: Draft) -> bool:
    """The agency in brackets behind a dateline: "KYIV (Reuters) - ..."."""
    first = draft.start - 1
    while first > 0 and view.sentence[first - 1] == view.sentence[draft.start]:
        first -= 1
    bracketed = view.lower[draft.start - 1 : draft.start] == ["("] and view.lower[draft.end : draft.end + 1] == [")"]
    return bracketed and draft.start - first <= DATELINE and view.words[first].isupper()


def _is_place(view: View, draft: Draft) -> bool:
    """Whether a family name that nothing supports is what the model takes for a place: "Goma"."""
    open_name = draft.id is None and not draft.titles and draft.end - draft.start == 1
    return open_name and view.entity_at.get(draft.start, (0, 0, ""))[2] in PLACES
