"""Titles: "Chinese Foreign Minister Qin Gang", "the Turkish president", "the leaders of Russia and China", "the minister".

A title before, behind or equated with a name says what the person is. A title alone is looked up: who held that office on
the article's date; where the page has no date, whoever of its holders the article names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from dragoman.mentions.board import Board
from dragoman.mentions.cards import Cards
from dragoman.mentions.chairs import Chairs
from dragoman.mentions.drafts import Draft, Sense, Title
from dragoman.mentions.holders import Holders
from dragoman.mentions.phrases import Words
from dragoman.mentions.scene import Scene
from dragoman.ontology.actors import ActorOntology

BESIDE_NAME = frozenset({"nmod:desc", "appos", "compound", "flat"})
NOT_HEADS = frozenset({"compound", "nmod:desc", "flat"})
PARTIES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})
INDEFINITE = frozenset({"a", "an", "another", "one", "any", "some", "every", "no", "each"})
ORDERED = frozenset({"first", "last", "next", "other", "second", "third", "only", "new"})
"""Words that say which of several holders is meant."""
MAX_CANDIDATES = 8
INTERNATIONAL = "IGO"
"""Sector of the offices that no state has."""
REMIT = 7
"""Words within which the remit of an office ends."""
Fits = Callable[[str, Title, Scene], bool]
"""Whether the record has a person in the office of a title at the time that the title speaks of."""


class Titles:
    """Reads titles and says who is meant by those that stand alone."""

    def __init__(self, ontology: ActorOntology, cards: Cards, fits: Fits) -> None:
        self._offices = ontology.offices
        self._fits = fits
        self._holders = Holders(ontology, cards)
        self._cards = cards
        self._chairs = Chairs(ontology, cards)
        wording = ontology.wording
        self._senses: tuple[tuple[Sense, frozenset[str]], ...] = (
            ("former", frozenset(wording.former)),
            ("deputy", frozenset(wording.deputies)),
            ("elect", frozenset(wording.elect)),
        )

    # -- with a name -----------------------------------------------------------------------------------------------

    def attach(self, board: Board, phrases: Iterable[Words]) -> list[Draft]:
        """Give titles to the persons they stand with; titles that stand alone come back as drafts, not yet looked up."""
        alone = []
        for phrase in phrases:
            if not phrase.offices or phrase.head in board.at:
                continue
            owners = board.owners(phrase.head, phrase.start, phrase.end)
            title = self._title(board, phrase, owners)
            persons = self._persons(board, phrase, owners)
            for person in persons:
                person.titles.append(title)
            if persons:
                board.at[phrase.head] = persons[0]
            if not persons and board.view.dep[phrase.head] not in NOT_HEADS:
                alone.append(_nominal(board, phrase, owners, title))
        return alone

    def _title(self, board: Board, phrase: Words, owners: tuple[Draft, ...]) -> Title:
        owner = owners[0] if owners else None
        card = self._cards.get(owner.id) if owner and owner.id else None
        start = min(phrase.start, owner.start) if owner else phrase.start
        offices = self._of_owner(phrase.offices, owner)
        sector = self._offices[offices[0]].sector
        if owner and owner.kind != "state" and sector in {None, "GOV"}:
            sector = owner.sector or (card.sector if card else None) or sector  # type: ignore[assignment]
        return Title(
            board.view.surface(start, phrase.end),
            offices,
            owner.id if owner else None,
            self._country(owner, phrase),
            sector,
            self._sense(board.before(phrase.start), board.view.lower[phrase.end : phrase.end + 2]),
            board.sent_to(phrase.end),
        )

    def _of_owner(self, offices: tuple[str, ...], owner: Draft | None) -> tuple[str, ...]:
        """Those offices that such an owner has: the high commissioner of a state is its envoy, no body's head."""
        if len(offices) == 1 or owner is None:
            return offices
        state = owner.kind == "state"
        return tuple(each for each in offices if (self._offices[each].sector != INTERNATIONAL) is state) or offices

    def _country(self, owner: Draft | None, phrase: Words) -> str | None:
        """The owner's country; without an owner that of a title which tells it ("Sen.")."""
        if owner is None:
            return self._offices[phrase.offices[0]].country
        card = self._cards.get(owner.id) if owner.id else None
        return card.country if card else owner.country

    def _sense(self, before: set[str], after: list[str]) -> Sense:
        for sense, words in self._senses:
            if before & words:
                return sense
        elect = self._senses[2][1]
        return "elect" if after[:1] == ["-"] and after[1:] and after[1] in elect else "held"

    def _persons(self, board: Board, phrase: Words, owners: tuple[Draft, ...]) -> list[Draft]:
        """Whom the title stands with: the name right behind it, one apposed to it, or one that it is said of."""
        view, head = board.view, phrase.head
        behind = max([phrase.end, *(owner.end for owner in owners[:1])])
        if view.lower[behind : behind + 1] == ["("] and view.lower[behind + 2 : behind + 3] == [")"]:
            behind += 3  # the short form of the owner
        behind = _behind_remit(board, behind)
        name = _person_at(board, behind) or _apposed(board, behind) or _person_at(board, _behind_post(board, behind))
        if name is None:
            linked = [child for child in view.children[head] if view.dep[child] in BESIDE_NAME]
            linked += [view.head[head]] if view.dep[head] in BESIDE_NAME else []
            if any(view.dep[child] == "cop" for child in view.children[head]):
                linked += [child for child in view.children[head] if view.dep[child] == "nsubj"]
            name = next((found for i in linked if (found := _person_at(board, i))), None)
        if name is None:
            return []
        return [name, *(other for other in board.conjuncts(name) if other.kind == "person" and phrase.plural)]

    # -- alone -----------------------------------------------------------------------------------------------------

    def look_up(self, board: Board, alone: Iterable[Draft], scene: Scene) -> None:
        """Say who is meant by titles that stand alone, and put them on the board."""
        for draft in alone:
            title = draft.titles[0]
            if draft.kind == "collective":
                self._several(draft, scene)
            elif draft.kind == "agent":
                pass
            elif title.owner and not _is_any(board, draft):
                self._one(draft, title, title.owner, scene)
                if not draft.ids:
                    self._chairs.settle_title(board, draft, title, scene.window)
            if draft.kind == "office" and draft.id is None and _is_plain(board, draft, title):
                self._named_before(board, draft, title, scene)
            if draft.id is None:
                self._describe(board, draft, title)
            board.add([draft])

    def _one(self, draft: Draft, title: Title, owner: str, scene: Scene) -> None:
        holders = self._holders.of(title, owner, scene.window)
        named = [one for one in holders if one in scene.named]
        if len(named) == 1 or (len(holders) == 1 and scene.window):
            who = named[0] if len(named) == 1 else holders[0]
            when = "on the article's date" if scene.window else "at some time, and the article names them"
            draft.settle(who, f"{title.words!r}: {self._cards.name_of(who)} held it {when}")
        elif len(holders) <= MAX_CANDIDATES and scene.window:
            draft.ids, draft.sure = tuple(holders), False
        draft.country = title.country

    def _several(self, draft: Draft, scene: Scene) -> None:
        members = []
        for title in draft.titles:
            holders = self._holders.of(title, title.owner, scene.window) if title.owner else []
            named = [one for one in holders if one in scene.named] or (holders if scene.window else [])
            members.append(named[0] if len(named) == 1 else title.owner)
        members += [person.id for person in draft.beside]
        draft.members = tuple(dict.fromkeys(member for member in members if member))
        draft.type, draft.sector = "group", draft.titles[0].sector
        draft.why.append("one for each owner")

    def _named_before(self, board: Board, draft: Draft, title: Title, scene: Scene) -> None:
        """The last person named before who bears such an office, in the article's own words or by the record.

        "The minister" may be a foreign minister; "the Turkish minister" only one of Turkey.
        """
        wide = replace(title, offices=self._holders.like(title))
        before = [
            other for other in reversed(board.drafts) if other.start <= draft.start and not _is_beside(board, other, draft)
        ]
        bearers = [other for other in before if self._bears(other, wide, scene)]
        called = {each.id for each in before if _is_called(each, title)}
        other = next((each for each in bearers if each.id in called), next(iter(bearers), None))
        if other is None or other.id is None:
            return
        draft.ids = ()
        draft.settle(other.id, f"named before as {title.words!r}")
        told = next((each for each in other.titles if each.country), None)
        draft.name, draft.type = other.name, other.type
        draft.country = other.country or (told.country if told else None)
        draft.sector = draft.sector or other.sector or title.sector

    def _bears(self, other: Draft, title: Title, scene: Scene) -> bool:
        """Whether somebody named bears an office, by the record or in the article's own words."""
        if other.kind != "person" or other.id is None:
            return False
        on_record = scene.window is not None and self._fits(other.id, title, scene)
        return on_record or any(_is_same(theirs, title) for theirs in other.titles)

    def _describe(self, board: Board, draft: Draft, title: Title) -> None:
        """What is known of somebody whom only a title names."""
        draft.name = draft.name or board.view.surface(draft.start, draft.end)
        draft.sector = draft.sector or title.sector
        if draft.kind == "collective":
            return
        draft.country = title.country or (None if self._is_guest(title) else board.seated(draft.head))
        if draft.kind == "office":
            draft.type, draft.role = draft.type or "unnamed", title.words
        if not draft.country and not title.owner and not board.view.is_definite(draft.head):
            draft.via = "unnamed"

    def _is_guest(self, title: Title) -> bool:
        """Whether it is a title of those who serve another state than that where they are: "the envoy in Kabul"."""
        word = title.words.lower().rsplit(" ", 1)[-1]
        words = (word, word.removesuffix("s"))
        also = (other for office in title.offices for each in words for other in self._offices[office].also.get(each, ()))
        return any(self._offices[office].guest for office in (*title.offices, *also))


def _is_plain(board: Board, draft: Draft, title: Title) -> bool:
    """ "the president", "the former minister", "the veteran Turkish minister": not "the first president who ..."."""
    view = board.view
    behind = any(view.dep[child] in {"acl:relcl", "acl"} and child > draft.head for child in view.children[draft.head])
    counted = any(view.dep[child] == "nummod" or view.lower[child] in ORDERED for child in view.children[draft.head])
    owned = any(view.dep[child] == "nmod:poss" for child in view.children[draft.head]) and title.owner is None
    return view.is_definite(draft.head) and not behind and not counted and not owned


def _is_any(board: Board, draft: Draft) -> bool:
    """ "a Kremlin aide": one of several, who is not named."""
    return any(board.view.lower[child] in INDEFINITE for child in board.view.children[draft.head])


def _is_beside(board: Board, one: Draft, other: Draft) -> bool:
    """Whether two do something to one another: "Biden met the former president" names two persons."""
    view = board.view
    return view.head[one.head] == view.head[other.head] and {view.dep[one.head], view.dep[other.head]} <= PARTIES


def _is_same(theirs: Title, asked: Title) -> bool:
    """Whether two titles may be of one office."""
    owner = asked.country in {None, theirs.country}
    return owner and theirs.sense == asked.sense and bool(set(theirs.offices) & set(asked.offices))


def _is_called(person: Draft, asked: Title) -> bool:
    """Whether the article calls somebody by the very word: "the secretary" is Secretary Doe sooner than Minister Roe."""
    return any(theirs.words.lower().split()[-1:] == asked.words.lower().split()[-1:] for theirs in person.titles)


def _person_at(board: Board, i: int) -> Draft | None:
    draft = board.at.get(i)
    return draft if draft is not None and draft.kind == "person" else None


def _behind_remit(board: Board, i: int) -> int:
    """The comma behind what an office is for: "minister for the islands, Jane Doe,"."""
    words = board.view.lower[i : i + REMIT]
    return i + words.index(",") if words[:1] == ["for"] and "," in words else i


def _behind_post(board: Board, i: int) -> int:
    """The word behind the state or body at which somebody serves: "ambassador to the United Nations Jane Doe"."""
    if board.view.lower[i : i + 1] not in (["to"], ["for"], ["in"]):
        return i
    first = i + 1 + (board.view.lower[i + 1 : i + 2] == ["the"])
    post = next((each for each in board.drafts if each.start in (i + 1, first) and each.kind != "person"), None)
    return post.end if post is not None else i


def _apposed(board: Board, i: int) -> Draft | None:
    """A name between commas right behind a title: "the minister, Jane Doe, said"."""
    if board.view.lower[i : i + 1] != [","]:
        return None
    draft = _person_at(board, i + 1)
    return draft if draft and board.view.lower[draft.end : draft.end + 1] in ([","], ["."]) else None


def _nominal(board: Board, phrase: Words, owners: tuple[Draft, ...], title: Title) -> Draft:
    start = board.view.phrase_start(phrase.head)
    start = min([start, phrase.start, *(owner.start for owner in owners)])
    end = max([phrase.end, *(owner.end for owner in owners)])
    draft = Draft(start, end, phrase.head, "office", "title", nominal=True, titles=[title])
    if phrase.plural and len(owners) > 1:
        draft.kind, draft.via = "collective", "collective"
        draft.titles = [_of(title, owner) for owner in owners if owner.kind != "person"]
        draft.beside = tuple(owner for owner in owners if owner.kind == "person")
    elif phrase.plural:
        draft.kind, draft.via, draft.type = "agent", "nominal", "group"
    return draft


def _of(title: Title, owner: Draft) -> Title:
    return Title(title.words, title.offices, owner.id, owner.id, title.sector, title.sense)
