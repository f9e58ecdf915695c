"""Whom "we" and "us" mean in what somebody says: the side that the speaker speaks for.

"We will not pay", said the minister: his state will not. "I" is the speaker himself. Whoever stands for no state by the
record speaks for himself, whom the page does not tell apart for nobody; the outlet's own "we" is nobody's, but what stands
behind "released the following statement:" are the words of whoever released it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dragoman.records import Actor
from dragoman.reports.attribution import Attribution
from dragoman.reports.clauses import agents
from dragoman.reports.reader import Reader
from dragoman.reports.tree import Word

FOR_A_STATE = frozenset({"GOV", "MIL", "SPY"})
"""Sectors of those who say "we" for their state."""
PERSON = "person:"
"""How the id of a person on record begins: what state a stranger serves is often only inferred."""
FOLLOWING = "following"
PRONOUNS = frozenset({"PRP", "PRP$"})


def own_side(reader: Reader, attribution: Attribution, words: Mapping[str, bool]) -> Iterator[tuple[int, Actor]]:
    """Whom each word of the first person means, by its number; `words` are those of one person (False) or several (True)."""
    released = tuple(_released(reader))
    for word in reader.tree.words:
        several = words.get(word.lower)
        if several is None or word.tag not in PRONOUNS or reader.at(word):
            continue
        speakers = attribution.voice(word) or next((who for end, who in released if end <= word.i), ())
        meant = _meant(speakers[0], reader, several=several) if len(speakers) == 1 else None
        if meant is not None:
            why = f"in the words of {speakers[0].mention.text!r}"
            mine = replace(meant, mention=reader.span(word, word), via="pronoun", why=why, members=(), candidates=())
            yield word.i, mine
            yield from _owned(word, mine, reader)


def _released(reader: Reader) -> Iterator[tuple[int, tuple[Actor, ...]]]:
    """Whose statement follows where a sentence that announces it ends in a colon, and from which word on; the last first."""
    for start, end in reversed(reader.tree.sentences):
        words = reader.tree.words[start:end]
        if not words or words[-1].text != ":" or not any(word.lower == FOLLOWING for word in words):
            continue
        verb = next((word for word in words if word.dep == "root" and word.is_verb), None)
        if verb is not None:
            yield end, tuple(actor for doer in agents(verb) for actor in reader.actors(doer))


def _owned(word: Word, mine: Actor, reader: Reader) -> Iterator[tuple[int, Actor]]:
    """ "our president": somebody without a name or a state is of the speaker's."""
    noun = word.head
    if word.tag != "PRP$" or noun is None or mine.country is None:
        return
    for actor in reader.at(noun)[-1:]:
        if not (actor.id or actor.country or actor.members) and actor.type != "state":
            yield noun.i, replace(actor, country=mine.country, via="nominal", why=f"of {mine.mention.text!r}, {mine.why}")


def _meant(speaker: Actor, reader: Reader, *, several: bool) -> Actor | None:
    official = speaker.country is not None and speaker.sector in FOR_A_STATE
    recorded = speaker.id is None or speaker.id.startswith(PERSON)
    if several and official and recorded:
        return reader.state(speaker.country) or speaker
    if speaker.id is None:
        return speaker if official else None
    return speaker if several or speaker.type == "person" else None
