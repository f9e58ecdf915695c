"""Who a pronoun or a description means that no name settles: "he", "its", "the country", "they", "his counterpart".

The trained resolver of `documents.coreference` says which words take up which; what the ontology knows of the actors there
(a person, a state, a woman) says which of them can be meant, and who was spoken of last which of those is likely. Where
nobody has share enough, the words stay open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, pairwise
from typing import Final

from spacy.tokens import Token

from dragoman.documents.coreference import Known, Mention, Resolution, Resolver
from dragoman.documents.document import Document
from dragoman.mentions.actors import ActorsFound
from dragoman.mentions.antecedents import Weighed, Who, later_names, weigh
from dragoman.mentions.cards import Cards
from dragoman.mentions.counterparts import Counterparts
from dragoman.mentions.descriptions import Asked, Describer, is_open
from dragoman.mentions.holders import Holders
from dragoman.mentions.indirect import Indirect
from dragoman.mentions.lending import STATELY, Lending
from dragoman.mentions.nameless import Nameless, is_nameless
from dragoman.mentions.reference_kinds import PRONOUNS, Kind, Kinds, noun_of
from dragoman.mentions.salience import Trail
from dragoman.mentions.scene import window_of
from dragoman.mentions.sides import OFFICIAL
from dragoman.mentions.together import Together
from dragoman.ontology.actors import ActorOntology
from dragoman.ontology.coreference import Descriptions, ReferenceWords
from dragoman.records import Actor, Span, Via

SURE: Final = 0.5
"""The least share of a pronoun's antecedents that one actor must have."""
SURE_NOMINAL: Final = 0.6
"""The same of a description, which may well speak of something new."""
IN_MIND, IN_MIND_NARROW = 0.8, 0.2
"""The least that a description's actor must be in mind (`Trail.weights`), and where the words leave some actors only."""
LEAD, LEAD_NARROW = 2.0, 1.5
"""How many times more in mind than anybody else that fits."""
THROUGH: Final = 0.3
"""What a mention of somebody counts for his state."""
LINKED: Final = 2.0
"""What a link's share counts beside the weight of mentions."""
FORGOTTEN, FADING = 0.1, 0.5
"""What somebody long out of mind still counts, and how strongly being in mind weighs beside the resolver's links."""
REBELLIOUS: Final = frozenset({"REB", "UAF"})
PAIR: Final = 2
BARE: Final = {"both": 2, "pair": 2, "duo": 2}
"""Words for two that say nothing of what they are."""
COLLECTIVE_REACH: Final = 4
"""Sentences to look back for those whom a collective means."""
UNTOLD: Final = frozenset({"demonym", "collective", "unnamed"})
"""Mentions whose words say more of their gender and number than whom they mean."""
GOVERNED: Final = frozenset({"xcomp", "advcl"})
CLAUSES: Final = 3
"""Verbs above a description whose subjects are somebody else: who bars banks from lending to a state is not that state."""
PARALLEL: Final = 0.75
"""The share below which "they" that is a subject gives way to those who are together the subject of the sentence before."""
OBJECTS: Final = frozenset({"obj", "iobj", "obl", "obl:agent"})
FRONTED: Final = frozenset({"obl", "obj", "iobj"})
NAMED: Final = frozenset({"name", "abbreviation", "metonym", "misspelling"})
TELLING: Final = frozenset({*NAMED, "demonym", "title"})
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ"})
Fits = Callable[[Who], bool]
ActorsAt = Mapping[int, tuple[Actor, ...]]


class Coreference:
    """Adds to the actors of a document those that its pronouns and descriptions mean. Keeps nothing between documents."""

    def __init__(
        self,
        resolver: Resolver,
        words: ReferenceWords,
        descriptions: Descriptions,
        ontology: ActorOntology,
        cards: Cards,
    ) -> None:
        self._resolver = resolver
        self.cards = cards
        self.kinds = Kinds(words, descriptions, frozenset(ontology.collectives.either), cards)
        self.counterparts = Counterparts(words, ontology.collectives.states, cards)
        self.describer = Describer(descriptions, cards)
        self.holders = Holders(ontology, cards)
        self.together = Together(words, frozenset(ontology.wording.continuing), frozenset(ontology.collectives.apart))
        self.lending = Lending(words, ontology, cards)
        self.indirect = Indirect(words, descriptions, self.describer)
        self.homes = frozenset(words.homes)

    def resolve(self, document: Document, found: ActorsFound) -> tuple[tuple[Actor, ...], ActorsAt]:
        """The actors with those of pronouns and descriptions among them, in the order of the text, and the new `at`."""
        reading = _Reading(self, document, found)
        reading.read(self._resolver.resolve(document.doc, self._known(found.at)))
        return reading.finished()

    def _known(self, at: ActorsAt) -> dict[int, Known]:
        """Men, women and things among those that names and titles mean."""
        found = {token: self.kinds.known(here[-1]) for token, here in at.items() if here[-1].via not in UNTOLD}
        return {token: what for token, what in found.items() if what is not None}


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one mention was found to mean, and why."""

    mention: Mention
    who: Who
    why: str


class _Reading:
    """One document while it is read: `standing` leads from a token to whom it means, names and what was found so far."""

    def __init__(self, rules: Coreference, document: Document, found: ActorsFound) -> None:
        self._rules = rules
        self._document = document
        self._doc = document.doc
        self._actors = list(found.actors)
        self._at = dict(found.at)
        self._titles, self._told, self._bodies = found.titles, found.told, found.bodies
        self._known = {actor.id: actor for actor in reversed(found.actors) if actor.id}
        self._types = {name: actor.type for name, actor in self._known.items()}
        self._window = window_of(document.article.published)
        self._view = found.view
        states = ((start, self._rules.cards.get(owner or "")) for (start, _), owner in found.places.items())
        self._places = [(token, card.country) for token, card in states if card is not None and card.country]
        self._nameless = Nameless(self._doc, rules.kinds)
        self._trail = Trail(found.view)
        for token, here in found.at.items():
            above = found.view.head[token]
            if above == token or here[-1] not in found.at.get(above, ()):
                self._follow(token, here[-1])

    # ---------------------------------------------------------------------------------------------- who is meant

    def read(self, resolution: Resolution) -> None:
        """Descriptions that a later name explains, then all mentions in the order of the text; "each other" last."""
        mentions = resolution.mentions
        named = {number: who for number, mention in enumerate(mentions) if not mention.joint and (who := self._own(mention))}
        for earlier, later, who in later_names(resolution, named, SURE_NOMINAL):
            if not self._is_named(mentions[later].head):
                continue
            self._name_later(mentions[earlier], mentions[later], who)
        weighed: list[Weighed] = []
        unlinked = self._unlinked(resolution)
        for mention in mentions:
            while unlinked and unlinked[0].head < mention.head:
                self._alone(unlinked.pop(0), weighed, resolution)
            own = self._own(mention) or self._directly(mention)
            if own and mention.joint:
                self._trail.note(mention.head, own, named=True)
            weighed.append(Weighed({own: 1.0}) if own else self._or_nameless(mention, weighed, resolution))
        for mention in unlinked:
            self._alone(mention, weighed, resolution)
        self._each_other()

    def _alone(self, mention: Mention, before: Sequence[Weighed], resolution: Resolution) -> None:
        """Whom a mention means that the resolver did not see."""
        if not self._standing(mention.head) and not self._directly(mention):
            self._weighed(mention, before, resolution)

    def _directly(self, mention: Mention) -> Who | None:
        """Whom the words around a mention name, whatever the resolver links it with."""
        return self._through_owner(mention) or self._as_what(mention) or self._several(mention) or self._indirectly(mention)

    def _indirectly(self, mention: Mention) -> Who | None:
        """Descriptions that mean somebody by way of others: "the latter", "the judges", "the commission in Brussels"."""
        head = self._doc[mention.head]
        rules = self._rules.indirect
        if mention.joint or head.pos_ in {"PRON", "DET"}:
            return None
        seated = rules.seated(head)
        answers = (
            (rules.one_of_two(head, self._party), "of the two named before"),
            ((seated,) if seated else None, "has its seat there"),
            (rules.doers(head, lambda noun: self._rules.together.joined(noun, self._standing)), "who did so before"),
            (rules.body_of(head, ((at, here[-1]) for at, here in sorted(self._at.items()))), "its members"),
        )
        for who, why in answers:
            if who is not None:
                self._add(_Answer(mention, who, why))
                return who
        return None

    def _party(self, token: int) -> Who | None:
        """Whom the mention at a token means, somebody without a name too."""
        return self._standing(token) or self._nameless.at(token)

    def _unlinked(self, resolution: Resolution) -> list[Mention]:
        """Descriptions that the resolver takes for no mention at all."""
        view, taken = self._view, {mention.head for mention in resolution.mentions}
        found = []
        for i, pos in enumerate(view.pos):
            if i in taken:
                continue
            if self._rules.indirect.is_ordinal(self._doc[i]):
                found.append(Mention(i - 1, i + 1, i, False, 0.0, 1.0, ()))
                continue
            if pos not in NOMINAL or not any(view.dep[child].startswith("det") for child in view.children[i]):
                continue
            mention = Mention(min(view.left_edge(i), i), i + 1, i, False, 0.0, 1.0, ())
            kind = None if self._standing(i) else self._rules.kinds.of(self._doc[i], mention, self._actor_at(i))
            if kind in {"person", "state", "body", "persons"}:
                found.append(mention)
        return found

    def _own(self, mention: Mention) -> Who | None:
        """Whom the words name by themselves; of a joint mention all its members, if each of them is known."""
        head = self._doc[mention.head]
        return self._rules.together.joined(head, self._standing) if mention.joint else self._standing(mention.head)

    def _is_named(self, token: int) -> bool:
        actor = self._actor_at(token)
        return actor is not None and actor.via in NAMED

    def _actor_at(self, token: int) -> Actor | None:
        return next(iter(self._at.get(token, ())[-1:]), None)

    def _standing(self, token: int) -> Who | None:
        actor = self._actor_at(token)
        if actor is None:
            return None
        return (actor.id,) if actor.id else tuple(sorted(actor.members)) or None

    def _through_owner(self, mention: Mention) -> Who | None:
        """Descriptions that mean somebody through somebody else: "his Kenyan counterpart", "the country's president"."""
        noun = self._doc[mention.head]
        owners = [child.i for child in noun.children if child.dep_ == "nmod:poss"]
        land = None if mention.joint else next((land for i in owners if (land := self._home(noun, i))), None)
        if land is not None:
            self._add(_Answer(mention, (land,), "the state of whom it is said to be the country"))
            return (land,)
        owner = None if mention.joint else next((owner for i in owners if (owner := self._standing(i))), None)
        if owner is None:
            return None
        for who, why in self._owned(noun, owner):
            if who is not None:
                self._add(_Answer(mention, who, why))
                return who
        return None

    def _home(self, noun: Token, owner: int) -> str | None:
        """Of "his country" the state of its owner, somebody who has one; its forms in the plural are told elsewhere."""
        actor = self._actor_at(owner)
        if actor is None or actor.members or actor.type == "state" or noun.lower_ not in self._rules.homes:
            return None
        return actor.country

    def _owned(self, noun: Token, owner: Who) -> Iterator[tuple[Who | None, str]]:
        """Who is meant by a noun of this owner, as several rules say, each with its reason."""
        country = next((actor.country for actor in self._at.get(noun.i, ())[-1:]), None)
        colleague = self._rules.counterparts.colleague(noun, owner, country, self._window, self._known.keys())
        yield (colleague,) if colleague else None, "the same office there"
        before = self._rules.counterparts.beside_in_office(noun, owner, self._window)
        yield (before,) if before else None, "held the same office just before or after"
        yield self._rules.counterparts.countries(noun, owner), "the states of those who own them"
        state = self._state_of(owner)
        other = self._rules.indirect.opposite(noun, state, self._told_states())
        yield (other,) if other else None, "the other state that the page is about"
        if noun.i in self._bodies and state is not None:
            yield (f"{state}:{self._bodies[noun.i]}",), f"of {self._rules.cards.name_of(state)}"
        title = self._titles.get(noun.i)
        if title is not None and title.owner is None and len(owner) == 1:
            holder = self._rules.holders.one(title, owner[0], self._window, self._known.keys())
            yield (holder,) if holder else None, f"held the office of {owner[0]} then"

    def _told_states(self) -> Iterator[tuple[int, str]]:
        """The sentences that name a state or somebody of one, with the state."""
        for token, here in self._at.items():
            if here[-1].country and here[-1].via in TELLING:
                yield self._view.sentence[token], here[-1].country

    def _state_of(self, owner: Who) -> str | None:
        """The state whose bodies are the owner's: itself, or that of somebody who governs it."""
        known = self._known.get(owner[0]) if len(owner) == 1 else None
        governs = known is not None and known.type == "person" and known.sector == "GOV"
        return known.country if known is not None and (governs or known.type == "state") else None

    def _as_what(self, mention: Mention) -> Who | None:
        """ "As signatories of the accord, Peru and Chile ...": the subject, said to be something."""
        head = self._doc[mention.head]
        told = any(child.dep_ == "case" and child.lower_ == "as" for child in head.children)
        if mention.joint or head.pos_ != "NOUN" or not told or head.dep_ not in {"obl", "advcl"} or head.i > head.head.i:
            return None
        subject = next((child for child in head.head.children if child.dep_ in SUBJECTS), None)
        who = subject and (self._rules.together.joined(subject, self._standing) or self._standing(subject.i))
        kind = self._rules.kinds.of_noun(head)
        if not who or kind is None or not self._rules.kinds.fits(kind, head, who, self._types):
            return None
        self._add(_Answer(mention, who, "said of the subject"))
        return who

    def _several(self, mention: Mention) -> Who | None:
        """Collectives whose members only pronouns and descriptions have meant since: as many as were last in mind."""
        standing = self._actor_at(mention.head)
        if mention.joint or standing is None or standing.via != "collective" or standing.members:
            return None
        head = self._doc[mention.head]
        number, kind = self._rules.kinds.number_of(head), self._rules.kinds.of_noun(head)
        wanted = {"persons": "person", "states": "state"}.get(kind or "", "state" if head.lower_ in BARE else None)
        number = number or BARE.get(head.lower_)
        if number is None or wanted is None:
            return None
        barred = self._others_named(head)

        def fits(one: Who) -> bool:
            return barred.isdisjoint(one) and all(self._types.get(each) == wanted for each in one)

        who = self._trail.last(head.i, number, fits, COLLECTIVE_REACH)
        why = "the last in mind, just as many"
        if who is None and wanted == "state" and number == PAIR:
            who, why = self._rules.indirect.pair(self._told_states()), "the two that the page is about"
            who = who if who is not None and barred.isdisjoint(who) else None
        if who is not None:
            self._add(_Answer(mention, who, why))
        return who

    def _or_nameless(self, mention: Mention, before: Sequence[Weighed], resolution: Resolution) -> Weighed:
        """Whom a mention may mean, its own words among them where they tell of somebody without a name."""
        found = self._weighed(mention, before, resolution)
        actor = self._actor_at(mention.head)
        if mention.joint or actor is None or self._standing(mention.head):
            return found
        earlier = found.best(SURE_NOMINAL)
        key = self._nameless.key(mention.head, actor, earlier)
        if key is None:
            return found
        if actor.country and self._rules.kinds.of(self._doc[mention.head], mention, actor) is None:  # nothing looks back
            found.shares.clear()
        self._known[key[0]], self._types[key[0]] = self._known.get(key[0], actor), actor.type
        self._trail.note(mention.head, key, named=False)
        found.shares[key] = found.shares.get(key, 0.0) + max(0.0, 1 - sum(found.shares.values()))
        return found

    def _weighed(self, mention: Mention, before: Sequence[Weighed], resolution: Resolution) -> Weighed:
        head = self._doc[mention.head]
        kind = self._rules.kinds.of(head, mention, self._actor_at(mention.head))
        if kind in PRONOUNS:
            return self._pronoun(mention, kind, before, resolution)
        if kind in {"person", "state", "body"}:
            return self._description(mention, kind, before, resolution)
        found = weigh(mention, before, self._fitting(kind, mention), must_refer=False)
        who = found.best(SURE_NOMINAL) if kind else None
        again = self._again(mention, kind) if who is None else None
        if again is not None:
            self._add(_Answer(mention, again, "told of before in the same words"))
            return Weighed({again: 1.0})
        self._settle(mention, found, who, resolution)
        return found

    def _again(self, mention: Mention, kind: Kind | None) -> Who | None:
        """ "the diplomats" after "six Chadian diplomats", if nobody else was told of in that word."""
        head = self._doc[mention.head]
        bare = all(child.dep_ in {"det", "case", "punct"} for child in head.children)
        actor = self._actor_at(mention.head)
        armed = actor is not None and actor.sector in REBELLIOUS  # "Albanian guerrillas" need not be Albania's
        if kind != "persons" or not bare or armed or mention.joint or self._standing(mention.head):
            return None
        return self._nameless.again(head, lambda key: getattr(self._known.get(key), "country", None))

    # ---------------------------------------------------------------------------------------------- pronouns

    def _pronoun(self, mention: Mention, kind: Kind, before: Sequence[Weighed], resolution: Resolution) -> Weighed:
        head = self._doc[mention.head]
        fitting = self._fitting(kind, mention)
        for told in self._by_syntax(head, kind):
            if fitting(told.who):
                self._add(replace(told, mention=mention))
                return Weighed({told.who: 1.0})
        found = weigh(mention, before, fitting, must_refer=self._rules.kinds.must_refer(head))
        self._eclipse(found, head, fitting)
        self._pool(found)
        who = found.best(SURE) or self._who_does(mention, found, before, resolution, fitting)
        topic = self._rules.together.topic(head, self._standing) if kind == "they" else None
        if topic is not None and len(topic) > 1 and topic != who and (who is None or found.shares[who] < PARALLEL):
            self._add(_Answer(mention, topic, "the subjects of the sentence before"))
            return Weighed({topic: 1.0})
        if who is not None and who in found.witness:
            self._settle(mention, found, who, resolution)
        elif who is not None:
            self._add(_Answer(mention, who, "somebody who does what the verb says, and was spoken of last"))
        elif kind == "they" and (two := self._rules.together.two_before(head, self._standing, self._types)):
            self._add(_Answer(mention, two, "the only two since the sentence before"))
            return Weighed({two: 1.0})
        return found

    def _pool(self, found: Weighed) -> None:
        """Let a state and the bodies that act for it not speak against each other: all their shares go to the likeliest."""
        first: dict[str, Who] = {}
        for who in sorted(found.shares, key=lambda one: (-found.shares[one], one)):
            state = self._acts_for(who)
            best = first.setdefault(state, who) if state is not None else who
            if best != who:
                found.shares[best] += found.shares.pop(who)

    def _acts_for(self, who: Who) -> str | None:
        """The state that this is, or whose body it is; persons may be told apart from their state."""
        if len(who) > 1 or is_nameless(who):
            return None
        known = self._known.get(who[0]) or self._rules.cards.get(who[0])
        return known.country if known is not None and known.type in STATELY and known.sector in OFFICIAL else None

    def _who_does(
        self, mention: Mention, found: Weighed, before: Sequence[Weighed], resolution: Resolution, fitting: Fits
    ) -> Who | None:
        """Who does what only somebody can do ("It protested"): things apart, the one who was spoken of last."""
        head = self._doc[mention.head]
        if not self._rules.kinds.is_doer(head):
            return None
        nouns = [self._doc[resolution.mentions[link.earlier].head] for link in mention.links]
        links = tuple(
            link
            for link, noun in zip(mention.links, nouns, strict=True)
            if sum(before[link.earlier].shares.values()) >= SURE or not self._rules.kinds.is_thing(noun)
        )
        topic = self._rules.together.topic(head, self._standing)
        some = weigh(replace(mention, links=links), before, fitting, must_refer=True)
        self._eclipse(some, head, fitting)
        self._pool(some)
        who = some.best(SURE)
        first = max(found.shares, key=lambda one: (found.shares[one], one), default=None)
        if who is None:
            text = any(self._rules.kinds.is_text(noun) for noun in nouns)
            return topic if topic is not None and topic == first and not text else None
        weights = self._trail.weights(head.i, fitting)
        return who if who == topic or weights.get(who, 0.0) == max(weights.values(), default=0.0) else None

    def _by_syntax(self, head: Token, kind: Kind) -> Iterator[_Answer]:
        """Whom the words around a pronoun name: "Chad and its allies", "Peru's claim that it won"."""
        nobody = Mention(head.i, head.i + 1, head.i, False, 1.0, 0.0, ())
        beside = self._rules.together.beside(head, self._standing)
        if beside is not None:
            yield _Answer(nobody, beside, "named right before it")
        owner = self._said_by(head)
        if owner is not None:
            yield _Answer(nobody, owner, "whose words they are")
        topic = self._rules.together.topic(head, self._standing) if self._rules.together.continues(head) else None
        if topic is not None:
            yield _Answer(nobody, topic, "goes on about the subject of the sentence before")

    def _said_by(self, pronoun: Token) -> Who | None:
        """The owner of the noun whose clause has this subject, if such a clause tells what its owner says."""
        verb = pronoun.head
        if pronoun.dep_ not in SUBJECTS or verb.dep_ not in {"acl", "ccomp"}:
            return None
        noun = verb.head
        if noun_of(noun) not in self._rules.describer.own_words or noun.i > pronoun.i:
            return None
        owners = (self._standing(child.i) for child in noun.children if child.dep_ == "nmod:poss")
        return next((owner for owner in owners if owner), None)

    def _eclipse(self, found: Weighed, head: Token, fitting: Callable[[Who], bool]) -> None:
        """Take from each actor what others who were named since have over it."""
        barred = self._barred(head)

        def may(other: Who) -> bool:
            return other not in barred and fitting(other)

        weights = self._trail.weights(head.i, may)
        shares = {who: share * self._left(head.i, who, weights, may) for who, share in found.shares.items()}
        lost = sum(found.shares.values()) - sum(shares.values())
        total = 1 - lost
        found.shares = {who: share / total for who, share in shares.items() if share > 0} if total > 0 else {}

    def _left(self, token: int, who: Who, weights: Mapping[Who, float], may: Callable[[Who], bool]) -> float:
        """What is left of the share of somebody by others named since and by having gone out of mind."""
        fading = float(min(1.0, FORGOTTEN + weights.get(who, 0.0)) ** FADING)
        return fading * self._trail.eclipse(token, who, may) if may(who) else 0.0

    def _barred(self, pronoun: Token) -> set[Who | None]:
        """Whom a pronoun cannot mean: what its own clause says something of ("Taiwan, which it claims"), the subject of a
        verb that does something to it ("Peru thanked them"), and whom its verb names before ("with Chad it traded views").
        """
        clause = pronoun.head
        if pronoun.dep_ in SUBJECTS and clause.dep_ == "acl:relcl":
            return {self._standing(clause.head.i)}
        if pronoun.dep_ in SUBJECTS:
            named = (child for child in clause.children if child.dep_ in FRONTED and child.i < pronoun.i)
            return {self._standing(child.i) for child in named}
        if pronoun.dep_ not in OBJECTS or self._rules.kinds.is_reflexive(pronoun):
            return set()
        subjects = [child for child in clause.children if child.dep_ in SUBJECTS]
        joined = [self._rules.together.joined(subject, self._standing) for subject in subjects]
        nameless = (self._nameless.at(subject.i) for subject in subjects)
        return {*joined, *nameless, *(self._standing(subject.i) for subject in subjects)}

    # ---------------------------------------------------------------------------------------------- descriptions

    def _description(self, mention: Mention, kind: Kind, before: Sequence[Weighed], resolution: Resolution) -> Weighed:
        """Whom the links and what is in mind agree on, of those whom the words leave."""
        head = self._doc[mention.head]
        standing = self._actor_at(mention.head)
        asked = self._rules.describer.asked(head, standing.country if standing else None)
        fitting = self._fitting(kind, mention)
        barred = self._others_named(head) | (self._doers_above(head) if asked.states else set())

        def fits(who: Who) -> bool:
            known = self._known.get(who[0])
            if not fitting(who) or len(who) != 1 or who[0] in barred or not self._may_hold(head, who[0]):
                return False
            return self._rules.describer.fits(asked, who[0], known)

        land = self._led(head) if kind == "state" else None
        if land is not None and land not in barred:
            self._add(_Answer(mention, (land,), "the country of the person with that title"))
            return Weighed({(land,): 1.0})
        found = weigh(mention, before, fits, must_refer=False)
        who = found.best(SURE_NOMINAL)
        if who is None and (same := self._same(head, fits)):
            self._add(_Answer(mention, same, f"the same {asked.word!r}"))
            return Weighed({same: 1.0})
        if who is None and self._takes_up(head, standing):
            who = self._in_mind(head, asked, found, fits)
            if who is not None:
                self._add(_Answer(mention, who, f"the only one in mind that {asked.word!r} fits"))
                return Weighed({who: 1.0})
        topic = self._same_subject(head, fits) if who is None else None
        if topic is not None:
            self._add(_Answer(mention, topic, "the subject of the sentence before"))
            return Weighed({topic: 1.0})
        self._settle(mention, found, who, resolution)
        return found

    def _same(self, head: Token, fits: Fits) -> Who | None:
        """ "the same alliance": the last one whom the words fit."""
        told = any(child.lower_ == "same" and child.dep_ == "amod" for child in head.children)
        return self._trail.nearest(head.i, fits) if told else None

    def _same_subject(self, head: Token, fits: Callable[[Who], bool]) -> Who | None:
        """ "The SCO has grown. The group will ...": a definite subject goes on about the last one, if its words fit that."""
        if not any(child.lower_ == "the" for child in head.children) or any(
            child.dep_ == "nmod:poss" for child in head.children
        ):
            return None
        topic = self._rules.together.topic(head, self._standing)
        return topic if topic is not None and len(topic) == 1 and fits(topic) else None

    def _may_hold(self, head: Token, person: str) -> bool:
        """Whether a title without a name may mean this person; words that are no title may mean anybody."""
        title = self._titles.get(head.i)
        if title is not None and person.startswith("name:") and not self._told.get(person):
            known = self._known.get(person)
            return known is not None and bool(known.role or known.country or known.sector)
        return title is None or self._rules.holders.may_be(title, person, self._told.get(person, ()), self._window)

    def _led(self, land: Token) -> str | None:
        """The country of whom a title makes its holder: "recognise Maduro as the country's leader"."""
        title = land.head
        if land.dep_ != "nmod:poss" or (title.i not in self._titles and self._standing(title.i) is None):
            return None
        verb = title.head
        told = any(child.dep_ == "case" and child.lower_ == "as" for child in title.children)
        beside = [title, *(child for child in title.children if child.dep_ == "appos")]
        beside += [child for child in verb.children if child.dep_ in {"obj", "nsubj:pass"}] if told else []
        beside += [verb] if title.dep_ in {"appos", "nmod:desc"} else []
        persons = (self._actor_at(token.i) for token in beside)
        return next((person.country for person in persons if person and person.id and person.type == "person"), None)

    @staticmethod
    def _takes_up(head: Token, standing: Actor | None) -> bool:
        """Whether a description can only take up somebody: nothing behind it says who is meant, nobody owns it."""
        owned = any(child.dep_ == "nmod:poss" for child in head.children)
        body = standing is not None and standing.type == "government"
        return not owned and not body and not is_open(head) and head.dep_ not in {"compound", "appos", "nmod:desc"}

    def _others_named(self, head: Token) -> set[str]:
        """Those who stand beside a description as somebody else: the other parties of its verb, its owners."""
        verbs = [head.head]
        while verbs[-1].dep_ in GOVERNED and len(verbs) < CLAUSES:
            verbs.append(verbs[-1].head)
        beside = [
            child for child in verbs[0].children if child.i != head.i and child.dep_ in {*SUBJECTS, "obj", "iobj", "obl"}
        ]
        beside += [child for verb in verbs[1:] for child in verb.children if child.dep_ in SUBJECTS]
        clauses = [verb for verb in (*verbs, *islice(head.ancestors, CLAUSES)) if verb.dep_ == "acl:relcl"]
        beside += [verb.head for verb in clauses]
        near = [*beside, *head.subtree] if head.dep_ in {*SUBJECTS, "obj", "iobj", "obl"} else [*head.subtree]
        return {one for token in near if token.i != head.i for one in self._standing(token.i) or ()}

    def _doers_above(self, head: Token) -> set[str]:
        """The subject of the clause in whose object a description stands: "sent aid to the Asian nation"."""
        verb = head.head.head if head.dep_ == "nmod" and head.head.dep_ in OBJECTS else head.head
        return {
            one
            for child in verb.children
            if child.dep_ in SUBJECTS and child.i != head.i
            for one in self._standing(child.i) or ()
        }

    def _in_mind(self, head: Token, asked: Asked, found: Weighed, fits: Callable[[Who], bool]) -> Who | None:
        """The one actor who is in mind, clearly more than any other that fits; of states of a region the only one named."""
        weights = self._trail.weights(head.i, fits)
        for who, share in found.shares.items():
            weights[who] = weights.get(who, 0.0) + LINKED * share
        if asked.word in self._rules.homes:
            self._count_persons(head, weights, fits)
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        least, lead = (IN_MIND_NARROW, LEAD_NARROW) if asked.narrow else (IN_MIND, LEAD)
        if ranked and ranked[0][1] >= least and ranked[0][1] >= lead * (ranked[1][1] if len(ranked) > 1 else 0.0):
            return ranked[0][0]
        only = {who for who in self._trail.before(head.i) if fits(who)} if asked.states else set()
        return only.pop() if len(only) == 1 else None

    def _count_persons(self, head: Token, weights: dict[Who, float], fits: Fits) -> None:
        """Let "the country" be that of persons and bodies in mind too, where it may be: they speak against another."""
        for who, weight in self._trail.weights(
            head.i, lambda one: len(one) == 1 and self._types.get(one[0]) != "state"
        ).items():
            state = self._state_of(who)
            if state is not None and fits((state,)):
                weights[(state,)] = weights.get((state,), 0.0) + THROUGH * weight

    # ---------------------------------------------------------------------------------------------- the rest

    def _settle(self, mention: Mention, found: Weighed, who: Who | None, resolution: Resolution) -> None:
        if who is not None:
            witness = self._span(resolution.mentions[found.witness[who]])
            self._add(_Answer(mention, who, f"takes up {witness.text!r} ({found.shares[who]:.2f})"))

    def _each_other(self) -> None:
        """Reciprocal pronouns, which mean the subject of their clause."""
        for i, (before, word) in enumerate(pairwise(self._view.lower), 1):
            if self._rules.together.is_reciprocal(before, word) or self._rules.together.is_other(self._doc[i]):
                who = self._rules.together.subject(self._doc[i], self._standing)
                if who is not None:
                    self._add(_Answer(Mention(i - 1, i + 1, i, False, 1.0, 0.0, ()), who, "the subject of its clause"))

    def _fitting(self, kind: Kind | None, mention: Mention) -> Callable[[Who], bool]:
        if kind is None:
            return lambda who: True
        head = self._doc[mention.head]

        def fits(who: Who) -> bool:
            if is_nameless(who):
                return self._nameless.fits(kind, head.i, who, self._types[who[0]])
            return self._rules.kinds.fits(kind, head, who, self._types)

        return cache(fits)

    def _name_later(self, mention: Mention, name: Mention, who: Who) -> None:
        """A description whose name comes after it: "his rival in the region, Kenya"."""
        noun = self._doc[mention.head]
        actor = self._actor_at(mention.head)
        wanted = {actor.type} if actor and actor.type != "unnamed" else {self._types.get(who[0])}
        if noun.pos_ == "NOUN" and not mention.joint and len(who) == 1 and self._types.get(who[0]) in wanted:
            self._add(_Answer(mention, who, f"named as {self._span(name).text!r} ({name.links[0].share:.2f})"))

    # ---------------------------------------------------------------------------------------------- records

    def _follow(self, token: int, actor: Actor) -> None:
        """Keep in mind who was meant at a token."""
        who = (actor.id,) if actor.id else tuple(sorted(actor.members))
        if who:
            pronoun = self._view.pos[token] in {"PRON", "DET"}
            self._trail.note(token, who, named=not pronoun and actor.via != "demonym")

    def _add(self, answer: _Answer) -> None:
        head = answer.mention.head
        old = self._at.get(head, ())
        made = self._actor(answer)
        self._actors = [actor for actor in self._actors if actor not in old] + [made]
        self._at[head] = (made,)
        if is_nameless(answer.who):
            self._nameless.take_up(head, answer.who)
            self._trail.note(head, answer.who, named=False)
        self._follow(head, made)

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
        """Everything, in the order of the text, with what actors lend to one another."""
        actors, at = self._rules.lending.lent(
            self._view, self._at, self._actors, self._bodies, self._places, self._window, self._nameless
        )
        ordered = sorted(actors, key=lambda actor: (actor.mention.start, -actor.mention.end))
        return tuple(ordered), dict(sorted(at.items()))
