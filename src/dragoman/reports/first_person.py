"""Whom "we" and "us" mean in what somebody says: the side that the speaker speaks for.

"We will not pay", said the minister: his state will not. "I" is the speaker himself. Whoever stands for no state by the
record speaks for himself, whom the page does not tell apart for nobody; the outlet's own "we" is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dragoman.records import Actor
from dragoman.reports.attribution import Attribution
from dragoman.reports.reader import Reader
from dragoman.reports.tree import Word

FOR_A_STATE = frozenset({"GOV", "MIL", "SPY"})
"""Sectors of those who say "we" for their state."""
PERSON = "person:"
"""How the id of a person on record begins: what state a stranger serves is often only inferred."""
PRONOUNS = frozenset({"PRP", "PRP$"})


def own_side(reader: Reader, attribution: Attribution, words: Mapping[str, bool]) -> Iterator[tuple[int, Actor]]:
    """Whom each word of the first person means, by its number; `words` are those of one person (False) or several (True)."""
    for word in reader.tree.words:
        several = words.get(word.lower)
        if several is None or word.tag not in PRONOUNS or reader.at(word):
            continue
        speakers = attribution.voice(word)
        meant = _meant(speakers[0], reader, several=several) if len(speakers) == 1 else None
        if meant is not None:
            why = f"in the words of {speakers[0].mention.text!r}"
            mine = replace(meant, mention=reader.span(word, word), via="pronoun", why=why, members=(), candidates=())
            yield word.i, mine
            yield from _owned(word, mine, reader)


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
