"""Whose a text, a vote or a ruling is that is named again without its owner: "rejected the draft", once "Mali's draft".

The last mention of a thing of the same kind that says whose it is tells it for those after.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.records import Actor
from dragoman.reports.clauses import agents, makers, oblique, phrase
from dragoman.reports.reader import Reader, distinct
from dragoman.reports.tree import Word

KINDS = frozenset({"texts", "polls", "rulings", "votes", "pacts"})
"""Ways of words for things that are somebody's, each a kind whose words may stand for each other."""
FAR = 20
"""Sentences after which a thing is another one."""


def owners_told(thing: Word, reader: Reader) -> tuple[Actor, ...]:
    """Whose the thing is by its last mention before that says so; nobody where it is of none of the kinds."""
    if not thing.ways & KINDS:
        return ()
    for word in (thing, *_mentions_before(thing, reader)):
        found = _owners(word, reader)
        if found:
            return found
    return ()


def partners(pact: Word, reader: Reader, home: frozenset[str | None]) -> tuple[Actor, ...]:
    """With whom a pact is that a party of it leaves: "quit the Mali deal", "tore up the treaty", once "with Mali".

    `home`: the countries of those who leave it.
    """
    if "pacts" not in pact.ways:
        return ()
    for word in (pact, *_mentions_before(pact, reader)):
        beside = [actor for other in oblique(word, "with") for each in phrase(other) for actor in reader.actors(each)]
        found = tuple(actor for actor in (*_owners(word, reader), *beside) if (actor.country or actor.id) not in home)
        if found:
            return distinct(tuple(actor for actor in found if actor.id or actor.country))
    return ()


def _mentions_before(thing: Word, reader: Reader) -> Iterator[Word]:
    first = reader.tree.sentences[max(0, thing.sentence - FAR)][0]
    around = (*reversed(reader.tree.words[first : thing.i]), *reader.tree.words[thing.i + 1 : _end(thing, reader)])
    return (word for word in around if word.is_noun and word.rel != "compound" and word.ways & thing.ways & KINDS)


def _end(thing: Word, reader: Reader) -> int:
    return reader.tree.sentences[thing.sentence][1]


def _owners(word: Word, reader: Reader) -> tuple[Actor, ...]:
    """Whose a thing is where it is named: its owner's name, whoever made it or is told to have put it forward."""
    made = makers(word)
    verb = word.head
    if not made and verb is not None and word.rel == "obj" and "making" in verb.ways:
        made = agents(verb)
    named = (*reader.actors(word), *(actor for maker in made for each in phrase(maker) for actor in reader.actors(each)))
    return distinct(tuple(actor for actor in named if actor.id or actor.country))
