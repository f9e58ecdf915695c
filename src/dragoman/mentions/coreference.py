"""Who a pronoun or a description means that no name settles: "he", "its", "the country", "they", "his counterpart".

The trained resolver of `documents.coreference` says which words take up which; what the ontology knows of the actors there
(a person, a state, a woman) says which of them can be meant. Where nobody has share enough, the words stay open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dragoman.documents.coreference import Mention, Resolution, Resolver
from dragoman.documents.document import Document
from dragoman.mentions.antecedents import Weighed, Who, later_names, weigh
from dragoman.mentions.cards import Cards
from dragoman.mentions.counterparts import Counterparts
from dragoman.mentions.reference_kinds import PRONOUNS, Kind, Kinds
from dragoman.mentions.scene import window_of
from dragoman.mentions.together import Together
from dragoman.ontology.actors import ActorOntology
from dragoman.ontology.coreference import ReferenceWords
from dragoman.records import Actor, Span, Via

SURE: Final = 0.5
"""The least share of a pronoun's antecedents that one actor must have."""
SURE_NOMINAL: Final = 0.6
"""The same of a description, which may well speak of something new."""
ActorsAt = Mapping[int, tuple[Actor, ...]]


class Coreference:
    """Adds to the actors of a document those that its pronouns and descriptions mean. Keeps nothing between documents."""

    def __init__(self, resolver: Resolver, words: ReferenceWords, ontology: ActorOntology, cards: Cards) -> None:
        self._resolver = resolver
        self.cards = cards
        self.kinds = Kinds(words, frozenset(ontology.collectives.either), cards)
        self.counterparts = Counterparts(words, ontology.collectives.states, cards)
        self.together = Together(words)

    def resolve(self, document: Document, actors: Sequence[Actor], at: ActorsAt) -> tuple[tuple[Actor, ...], ActorsAt]:
        """The actors with those of pronouns and descriptions among them, in the order of the text, and the new `at`."""
        reading = _Reading(self, document, actors, at)
        reading.read(self._resolver.resolve(document.doc))
        return reading.finished()


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one mention was found to mean, and why."""

    mention: Mention
    who: Who
    why: str


class _Reading:
    """One document while it is read: `standing` leads from a token to whom it means, names and what was found so far."""

    def __init__(self, rules: Coreference, document: Document, actors: Sequence[Actor], at: ActorsAt) -> None:
        self._rules = rules
        self._document = document
        self._doc = document.doc
        self._actors = list(actors)
        self._at = dict(at)
        self._known = {actor.id: actor for actor in reversed(actors) if actor.id}
        self._types = {name: actor.type for name, actor in self._known.items()}
        self._window = window_of(document.article.published)

    # ---------------------------------------------------------------------------------------------- who is meant

    def read(self, resolution: Resolution) -> None:
        """Descriptions that a later name explains, then all mentions in the order of the text; "each other" last."""
        mentions = resolution.mentions
        named = {number: who for number, mention in enumerate(mentions) if not mention.joint and (who := self._own(mention))}
        for earlier, later, who in later_names(resolution, named, SURE_NOMINAL):
            self._name_later(mentions[earlier], mentions[later], who)
        weighed: list[Weighed] = []
        for mention in mentions:
            own = self._own(mention) or self._through_owner(mention)
            weighed.append(Weighed({own: 1.0}) if own else self._weighed(mention, weighed, resolution))
        self._each_other()

    def _own(self, mention: Mention) -> Who | None:
        """Whom the words name by themselves; of a joint mention all its members, if each of them is known."""
        head = self._doc[mention.head]
        return self._rules.together.joined(head, self._standing) if mention.joint else self._standing(mention.head)

    def _standing(self, token: int) -> Who | None:
        actor = next(iter(self._at.get(token, ())[-1:]), None)
        if actor is None:
            return None
        return (actor.id,) if actor.id else tuple(sorted(actor.members)) or None

    def _through_owner(self, mention: Mention) -> Who | None:
        """Descriptions that mean somebody through somebody else: "his Kenyan counterpart", "their countries"."""
        noun = self._doc[mention.head]
        owners = (self._standing(child.i) for child in noun.children if child.dep_ == "nmod:poss")
        owner = None if mention.joint else next((owner for owner in owners if owner), None)
        if owner is None:
            return None
        country = next((actor.country for actor in self._at.get(noun.i, ())[-1:]), None)
        person = self._rules.counterparts.colleague(noun, owner, country, self._window, self._known.keys())
        who = (person,) if person else self._rules.counterparts.countries(noun, owner)
        if who is not None:
            self._add(_Answer(mention, who, "the same office there" if person else "the states of those who own them"))
        return who

    def _weighed(self, mention: Mention, before: Sequence[Weighed], resolution: Resolution) -> Weighed:
        head = self._doc[mention.head]
        kind = self._rules.kinds.of(head, mention)
        fitting = self._fitting(kind, mention)
        beside = self._rules.together.beside(head, self._standing) if kind in PRONOUNS else None
        if beside is not None and fitting(beside):
            self._add(_Answer(mention, beside, "named right before it"))
            return Weighed({beside: 1.0})
        found = weigh(mention, before, fitting, must_refer=self._rules.kinds.must_refer(head))
        who = found.best(SURE if kind in PRONOUNS else SURE_NOMINAL) if kind else None
        if who is not None:
            witness = self._span(resolution.mentions[found.witness[who]])
            self._add(_Answer(mention, who, f"takes up {witness.text!r} ({found.shares[who]:.2f})"))
        elif kind == "they" and (two := self._rules.together.two_before(head, self._standing, self._types)):
            self._add(_Answer(mention, two, "the only two since the sentence before"))
            return Weighed({two: 1.0})
        return found

    def _each_other(self) -> None:
        """Reciprocal pronouns, which mean the subject of their clause."""
        for token in self._doc:
            if self._rules.together.is_reciprocal(token):
                who = self._rules.together.subject(token, self._standing)
                if who is not None:
                    self._add(
                        _Answer(
                            Mention(token.i - 1, token.i + 1, token.i, False, 1.0, 0.0, ()), who, "the subject of its clause"
                        )
                    )

    def _fitting(self, kind: Kind | None, mention: Mention) -> Callable[[Who], bool]:
        head = self._doc[mention.head]
        return lambda who: self._rules.kinds.fits(kind, head, who, self._types)

    def _name_later(self, mention: Mention, name: Mention, who: Who) -> None:
        """A description whose name comes after it: "his rival in the region, Kenya"."""
        noun = self._doc[mention.head]
        actor = next(iter(self._at.get(mention.head, ())[-1:]), None)
        wanted = {actor.type} if actor and actor.type != "unnamed" else {self._types.get(who[0])}
        if noun.pos_ == "NOUN" and not mention.joint and len(who) == 1 and self._types.get(who[0]) in wanted:
            self._add(_Answer(mention, who, f"named as {self._span(name).text!r} ({name.links[0].share:.2f})"))

    # ---------------------------------------------------------------------------------------------- records

    def _add(self, answer: _Answer) -> None:
        head = answer.mention.head
        old = self._at.get(head, ())
        made = self._actor(answer)
        self._actors = [actor for actor in self._actors if actor not in old] + [made]
        self._at[head] = (made,)

    def _actor(self, answer: _Answer) -> Actor:
        words = self._span(answer.mention)
        if len(answer.who) > 1:
            name = " and ".join(self._rules.cards.name_of(one) for one in answer.who)
            return Actor(None, name, "group", None, None, None, words, "collective", answer.why, members=answer.who)
        pronoun = self._doc[answer.mention.head].pos_ in {"PRON", "DET"}
        base = self._known.get(answer.who[0]) or self._unseen(answer.who[0], words)
        via: Via = "pronoun" if pronoun else "nominal"
        return replace(base, mention=words, via=via, why=answer.why, members=(), candidates=())

    def _unseen(self, who: str, words: Span) -> Actor:
        """Somebody whom the article never names."""
        card = self._rules.cards.get(who)
        if card is None:
            return Actor(who, None, "unnamed", None, None, None, words, "nominal")
        return Actor(who, card.name, card.type, card.country, card.sector, None, words, "nominal")

    def _span(self, mention: Mention) -> Span:
        return self._document.span(mention.start, mention.end)

    def finished(self) -> tuple[tuple[Actor, ...], ActorsAt]:
        """Everything, in the order of the text."""
        ordered = sorted(self._actors, key=lambda actor: (actor.mention.start, -actor.mention.end))
        return tuple(ordered), dict(sorted(self._at.items()))
