"""Who is meant by a person's name: full names, family names, known short names, and names nobody has on record.

A full name introduces a person; from then on the family name will do. Without an introduction a family name needs a title,
or to be known alone ("Putin"). What nothing decides is left open with its candidates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.mentions.aliases import family_name
from dragoman.mentions.cards import Cards, Window, at_window, before_window, lately
from dragoman.mentions.drafts import Draft, Title
from dragoman.mentions.fold import Folding, slug
from dragoman.mentions.misspellings import Speller
from dragoman.mentions.names import Found, is_turned
from dragoman.mentions.scene import Scene
from dragoman.mentions.view import View
from dragoman.ontology.actors import ActorOntology, Tenure, bounds

MAX_CANDIDATES = 8
GIVEN_AND_FAMILY = 2
"""Words of a known name that may be a part of somebody else's."""
HOUSE = frozenset({"al", "ibn", "bin", "ben"})
"""What tells of the same person's house or father after his name: "Faisal bin Farhan Al Saud"."""
FLAT = frozenset({"flat", "compound", "flat:name", "goeswith"})
SHORTEST_ECHO = 4
"""Letters of a part of a name that is looked for where the model sees none."""
THINGS = frozenset({"ORG", "FAC", "WORK", "PRODUCT", "EVENT"})


class People:
    """Finds and identifies persons."""

    def __init__(self, ontology: ActorOntology, cards: Cards) -> None:
        self._cards = cards
        self._wording = ontology.wording
        self._speller = Speller(ontology, cards)
        self._honorifics = frozenset(ontology.wording.honorifics)
        self._folding = Folding()

    # -- where persons stand ---------------------------------------------------------------------------------------

    def drafts(self, view: View, found: Iterable[Found], taken: set[int]) -> list[Draft]:
        """Every stretch that names a person, known or not; `taken` are tokens of other names, with their titles' words."""
        known = {name.start: name for name in found if any(alias.actor.startswith("person:") for alias in name.aliases)}
        drafts = [self._of_entity(view, start, end, known) for start, end in self._person_entities(view, taken)]
        covered = {i for draft in drafts for i in range(draft.start, draft.end)}
        for name in known.values():
            if not covered.intersection(range(name.start, name.end)):
                drafts.extend(self._of_alias(view, name, taken))
        covered.update(i for draft in drafts for i in range(draft.start, draft.end))
        drafts.extend(_draft(view, i, i + 1, None) for i in self._echoes(view, drafts, covered | taken))
        named = (draft for draft in drafts if not is_turned(view, draft.start, self._wording.opposed))
        return sorted(named, key=lambda draft: draft.start)

    @staticmethod
    def _echoes(view: View, drafts: Sequence[Draft], covered: set[int]) -> Iterator[int]:
        """A part of somebody's full name that stands alone later on, unseen by the model: "Later, Selome said"."""
        full = [draft for draft in drafts if draft.end - draft.start > 1]
        parts = {view.words[i]: draft.end for draft in reversed(full) for i in (draft.start, draft.end - 1)}
        for i, word in enumerate(view.words):
            beside = (*view.pos[max(i - 1, 0) : i], *view.pos[i + 1 : i + 2])
            alone = view.pos[i] == "PROPN" and "PROPN" not in beside and i not in covered and _may_speak(view, i)
            if alone and len(word) >= SHORTEST_ECHO and word[0].isupper() and i >= parts.get(word, len(view)):
                yield i

    def _person_entities(self, view: View, taken: set[int]) -> Iterator[tuple[int, int]]:
        for start, end, label in view.entities:
            if label != "PERSON":
                continue
            while start < end - 1 and (view.lower[start] in self._honorifics or start in taken):
                start += 1
            while end > start and (view.pos[end - 1] in {"PUNCT", "PART"} or view.lower[end - 1] in {"'s", "’s"}):
                end -= 1
            if start < end and not taken.intersection(range(start, end)) and view.words[start][0].isupper():
                yield start, end

    def _of_entity(self, view: View, start: int, end: int, known: dict[int, Found]) -> Draft:
        """The person of a stretch that the model takes for a name; a known name inside it must be all of it, or its end."""
        inside = [name for name in known.values() if name.start < end and start < name.end and not _goes_on(view, name, end)]
        for name in sorted(inside, key=lambda found: found.start - found.end):
            if _is_full(view, name) or (name.start <= start and end <= name.end):
                return _draft(view, name.start, name.end, name)
            if name.end == end and self._same_given_name(view, start, name):
                return _draft(view, start, end, name)
        return _draft(view, start, end, None)

    def _same_given_name(self, view: View, start: int, name: Found) -> bool:
        first = self._folding.fold(view.words[start])
        return any(self._folding.fold(self._cards.name_of(alias.actor)).startswith(first + " ") for alias in name.aliases)

    def _of_alias(self, view: View, name: Found, taken: set[int]) -> Iterator[Draft]:
        dated = view.entity_at.get(name.start, (0, 0, ""))[2] == "DATE"
        common = view.pos[name.start] != "PROPN" and name.end - name.start == 1
        if dated or common or _in_longer_thing(view, name, taken):
            return
        before = name.start - 1
        joined = before >= 0 and view.pos[before] == "PROPN" and before not in taken and _one_name(view, before, name.start)
        if name.end - name.start == 1 and joined and view.lower[before] not in self._honorifics:
            yield _draft(view, before, name.end, None)
        elif not taken.intersection(range(name.start, name.end)):
            yield _draft(view, name.start, name.end, name)

    # -- who they are ----------------------------------------------------------------------------------------------

    def identify(self, view: View, drafts: Sequence[Draft], scene: Scene) -> None:
        """Settle who each is: full names first, for they introduce the short ones."""
        for draft in drafts:
            if _is_full(view, draft) and draft.id is None:
                self._by_full_name(view, draft, scene)
        scene.note(drafts)
        self._introduce(view, drafts, scene)
        for draft in drafts:
            if draft.id is None or not _is_full(view, draft):
                self._by_short_name(view, draft, scene)
        scene.note(drafts)

    def _by_full_name(self, view: View, draft: Draft, scene: Scene) -> None:
        if draft.ids:
            self._narrow(draft, scene)
            return
        name = _surface(view, draft)
        if not self._misspelt(draft, name, scene, ()):
            draft.name = name
            draft.settle(f"name:{slug(name)}", "not on record: the page's own words")
            scene.strangers.setdefault(draft.ids[0], name)

    def _introduce(self, view: View, drafts: Iterable[Draft], scene: Scene) -> None:
        """The first full name of each family is whom the family name means in this article."""
        for draft in drafts:
            if draft.id is None or not _is_full(view, draft):
                continue
            for family in self._families(draft.id, _surface(view, draft)):
                scene.people.setdefault(self._folding.fold(family), draft.id)

    def _families(self, person: str, surface: str) -> tuple[str, ...]:
        known = self._speller.families.get(person)
        return known or tuple({surface.split()[0], family_name(surface, self._wording)})

    def _by_short_name(self, view: View, draft: Draft, scene: Scene) -> None:
        name = _surface(view, draft)
        introduced = scene.people.get(self._folding.fold(name))
        if introduced and self._is_meant(draft, introduced, scene):
            draft.settle(introduced, "introduced by the full name")
            draft.name = scene.strangers.get(introduced)
        elif draft.id is None and draft.ids:
            self._narrow(draft, scene)
        elif draft.rivals:
            self._prefer_rival(draft, scene)
        elif not draft.ids and not self._misspelt(draft, name, scene, scene.people.values()):
            draft.name = name
            draft.settle(f"name:{slug(name)}", "not on record: the page's own words")

    def _prefer_rival(self, draft: Draft, scene: Scene) -> None:
        """A namesake in office on the article's date comes before one who was not ("Assad" in 1995).

        The article must name the state, unless the other came into office only later.
        """
        first = draft.ids[0]
        in_office = [one for one in draft.rivals if self._in_office(one, scene)]
        if len(in_office) == 1 and not self._in_office(first, scene):
            draft.settle(in_office[0], "in office then, and the article names the state")
            return
        then = [one for one in draft.rivals if self._held_office(one, scene.window)]
        if len(then) == 1 and self._is_later(first, scene.window):
            draft.settle(then[0], f"in office then, {self._cards.name_of(first)} only later")

    def _is_meant(self, draft: Draft, introduced: str, scene: Scene) -> bool:
        """Whether a short name means who was introduced by it, and not a namesake whose title stands before it."""
        if draft.id is None or draft.id == introduced:
            return True
        return not any(self.fits(draft.id, title, scene) for title in draft.titles)

    def _misspelt(self, draft: Draft, name: str, scene: Scene, others: Iterable[str]) -> bool:
        likely = (
            self._speller.by_title(name, draft.titles, scene.window, scene.named)
            or self._speller.among(name, others)
            or self._speller.in_office(name, scene.window, scene.named)
        )
        if likely is None:
            return False
        draft.via = "misspelling"
        draft.settle(likely, f"misspelling of {self._cards.name_of(likely)}, supported by title or article")
        return True

    def _narrow(self, draft: Draft, scene: Scene) -> None:
        """Keep the candidates that the title, else the article's date and states, support."""
        titled = [one for one in draft.ids if any(self.fits(one, title, scene) for title in draft.titles)]
        if len(titled) == 1:
            draft.settle(titled[0], f"the title {draft.titles[0].words!r} fits")
            return
        in_office = [one for one in draft.ids if self._in_office(one, scene)]
        if len(in_office) == 1:
            draft.settle(in_office[0], "in office then, and the article names the state")
            return
        draft.sure = False
        draft.ids = draft.ids if len(draft.ids) <= MAX_CANDIDATES else ()
        draft.why.append("without support")

    def fits(self, person: str, title: Title, scene: Scene) -> bool:
        """Whether the record has this person in the office of the title at the time that the title speaks of."""
        right_time = before_window if title.sense == "former" else lately
        return any(
            right_time(tenure, scene.window) and self._is_of(person, tenure, title)
            for tenure in self._cards.offices_of(person)
            if tenure.office in title.offices or "leader" in title.offices
        )

    def _is_of(self, person: str, tenure: Tenure, title: Title) -> bool:
        """Whether an office is the title owner's: its own, or one of its bodies' ("Russian spokesman")."""
        card = self._cards.get(tenure.of or person)
        owner = tenure.of or (card.country if card else None)
        return title.owner in {None, owner} or (card is not None and card.country == title.owner)

    def _in_office(self, person: str, scene: Scene) -> bool:
        card = self._cards.get(person)
        return card is not None and card.country in scene.named and self._held_office(person, scene.window)

    def _held_office(self, person: str, window: Window | None) -> bool:
        return window is not None and any(at_window(tenure, window) for tenure in self._cards.offices_of(person))

    def _is_later(self, person: str, window: Window | None) -> bool:
        """Whether the record knows somebody only from after these days."""
        tenures = self._cards.offices_of(person)
        return window is not None and bool(tenures) and all(bounds(tenure.term)[0] > window[1] for tenure in tenures)


def _draft(view: View, start: int, end: int, name: Found | None) -> Draft:
    aliases = [alias for alias in name.aliases if alias.actor.startswith("person:")] if name else []
    full = tuple(dict.fromkeys(alias.actor for alias in aliases if alias.kind == "name"))
    shorts = tuple(dict.fromkeys(alias.actor for alias in aliases if alias.kind == "short" and alias.actor not in full))
    draft = Draft(start, end, view.root(start, end), "person", "name", full or shorts, type=None if aliases else "person")
    if aliases:
        short = not full
        draft.sure, draft.rivals = not short, shorts if full else ()
        draft.why.append(f"{'family name' if short else 'name'} {aliases[0].text!r}")
    return draft


def _goes_on(view: View, name: Found, end: int) -> bool:
    """Whether a known given and family name is but the start of a longer name: "Abdul Hamid" of "Abdul Hamid Dbeibah"."""
    after = range(name.end, end)
    if name.end - name.start > GIVEN_AND_FAMILY or not after or view.lower[name.end] in HOUSE:
        return False
    return all(view.pos[i] == "PROPN" and view.dep[i] in FLAT for i in after)


def _is_full(view: View, draft: Draft | Found) -> bool:
    """Whether a name is of more than one word; "Amir-Abdollahian" is one."""
    return " " in _surface(view, draft)


def _may_speak(view: View, i: int) -> bool:
    """Whether the model takes a word for no name, or for one by itself that acts as somebody does."""
    return i not in view.entity_at or (view.entity_at[i][:2] == (i, i + 1) and view.dep[i] == "nsubj")


def _surface(view: View, draft: Draft | Found) -> str:
    return view.text[view.offset[draft.start] : view.end[draft.end - 1]]


def _one_name(view: View, before: int, i: int) -> bool:
    return (view.dep[i] in FLAT and view.head[i] in {before, view.head[before]}) or (
        view.dep[before] in FLAT and view.head[before] == i
    )


def _in_longer_thing(view: View, name: Found, taken: set[int]) -> bool:
    """Whether the name is part of what the model takes for something else ("Carter Center"), titles' words not counted."""
    start, end, label = view.entity_at.get(name.start, (0, 0, ""))
    if label not in THINGS or end < name.end:
        return False
    others = [i for i in range(start, end) if not name.start <= i < name.end and i not in taken]
    return any(view.pos[i] in {"PROPN", "NOUN"} for i in others)
