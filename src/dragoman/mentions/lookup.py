"""Who, where: the questions that the coders of reports and quotes ask of a marked document.

All take a token of `marked.document.doc` (the syntactic head of the words meant), or its index, and never guess:
an empty answer means that the words name nobody.

- `actors_at`   the mentions that stand at exactly this token
- `actors_of`   who is meant by the noun phrase that this token heads, without its conjuncts
- `parties_of`  the same with its conjuncts ("Moscow and Beijing", "talks between Kenya, Chad and the rebels")
- `owners_of`   whose it is: the actor in the modifiers of a noun ("Turkish drones", "Kenya's economy", "the army of Mali")
- `place_at`    the place that stands at this token
- `host_of`     the state that a place stands for where a visit or a meeting needs a host ("a visit to Moscow")
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.mentions.marked import MarkedDocument
from dragoman.records import Actor, Place

BESIDE = frozenset({"appos", "flat", "nmod:desc"})
PLURAL = frozenset({"NNS", "NNPS"})
OWNING_WORDS = frozenset({"of", "from", "by"})


def actors_at(marked: MarkedDocument, token: Token | int) -> tuple[Actor, ...]:
    """The mentions at this token, innermost last; no noun phrase is searched."""
    return marked.at.get(token if isinstance(token, int) else token.i, ())


def actors_of(marked: MarkedDocument, token: Token, *, owners: bool = True) -> tuple[Actor, ...]:
    """Who the noun phrase headed by `token` means; one actor as a rule, several for a title shared by names.

    Tried in this order, the first that answers wins:

    1. a mention at the token: a name, "Moscow" as an actor, "the Chinese leader", "Turkish forces", "the two leaders"
       (one actor with `members`), a pronoun once coreference gives it an antecedent;
    2. the person whose title the token is ("President" of "President Xi") or to whom it is apposed
       ("the minister, Jane Doe,");
    3. with `owners`, the actor that owns a thing that acts or suffers for it ("Turkish drones struck",
       "criticised Chinese sanctions"): the owner's mention, see `owners_of`.

    Conjuncts are left to the caller or to `parties_of`. A capital meant as a place gives nothing here: see `host_of`.
    """
    found = actors_at(marked, token) or _beside(marked, token)
    return found or (owners_of(marked, token) if owners else ())


def parties_of(marked: MarkedDocument, token: Token, *, owners: bool = True) -> tuple[Actor, ...]:
    """`actors_of` the token and of each of its conjuncts, in the order of the text, each actor once."""
    tokens = sorted((token, *token.conjuncts), key=lambda one: one.i)
    parties = [actor for one in tokens for actor in actors_of(marked, one, owners=owners)]
    return tuple(dict.fromkeys(parties))


def owners_of(marked: MarkedDocument, token: Token) -> tuple[Actor, ...]:
    """Whose the thing is that `token` heads: possessor, demonym or compound, "of"-phrase, in this order; else nobody."""
    children = list(token.children)
    for wanted in ("nmod:poss", "amod", "compound", "nmod"):
        for child in children:
            if child.dep_ == wanted and (wanted != "nmod" or _preposition(child) in OWNING_WORDS):
                found = actors_at(marked, child)
                if found:
                    return found
    return ()


def place_at(marked: MarkedDocument, token: Token | int) -> Place | None:
    """The place whose words hold this token."""
    i = token if isinstance(token, int) else token.i
    start, end = int(marked.document.starts[i]), int(marked.document.ends[i])
    return next((place for place in marked.places if place.mention.start <= start and end <= place.mention.end), None)


def host_of(marked: MarkedDocument, token: Token) -> tuple[Actor, ...]:
    """The state that hosts at the place that `token` heads: its mention is the place's words, `via` is "metonym".

    A state's own name ("a visit to Kenya") is an actor already and is given as it stands.
    """
    named = actors_at(marked, token)
    if named:
        return named
    place = place_at(marked, token)
    if place is None or place.country is None:
        return ()
    return (_host(marked, place, place.country),)


def _host(marked: MarkedDocument, place: Place, country: str) -> Actor:
    """The state of a place, with what the article says of it where it names it."""
    known = next((actor for actor in marked.actors if actor.id == country), None)
    why = f"host: the state of {place.name}"
    if known is not None:
        return replace(known, mention=place.mention, via="metonym", why=why)
    name = marked.states.get(country)
    return Actor(country, name, "state", country, "GOV", None, place.mention, "metonym", why)


def _beside(marked: MarkedDocument, token: Token) -> tuple[Actor, ...]:
    """Who stands beside a description; several beside a plural ("old foes Chad and Niger")."""
    for near in _near(token):
        found = actors_at(marked, near)
        if found and near.head == token and token.tag_ in PLURAL:
            return (*found, *(actor for other in near.conjuncts for actor in actors_at(marked, other)[-1:]))
        if found:
            return found
    return ()


def _near(token: Token) -> Iterator[Token]:
    """What stands beside a description and says who it is: a title's name, an apposition."""
    yield from (child for child in token.children if child.dep_ in BESIDE)
    if token.dep_ in BESIDE:
        yield token.head


def _preposition(token: Token) -> str:
    return next((child.lower_ for child in token.children if child.dep_ == "case" and child.i < token.i), "")
