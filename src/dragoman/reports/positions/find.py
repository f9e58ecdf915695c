"""One coded document in, its positions out.

words of stance, acts, speech -> one stand for one view -> issue -> position
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.ids import content_id
from dragoman.records import Actor, Position, PositionBasis, Quote, Span
from dragoman.reports.coder import Coder
from dragoman.reports.positions.issues import IssueReader
from dragoman.reports.positions.knowledge import StanceKnowledge
from dragoman.reports.positions.phrases import inner, phrase_words
from dragoman.reports.positions.speakers import Speakers
from dragoman.reports.positions.speech import JUDGED, Pair, SpeechReader, Standing
from dragoman.reports.positions.stands import Stand, StandReader
from dragoman.reports.reader import identity
from dragoman.reports.tree import Word

CALL = "calls-for"
SIGNS = {"for": 1, "against": -1}
END = "end"
"""The last part of the id of an issue that is called to an end ("called for an end to the embargo")."""


def find_positions(
    coder: Coder, knowledge: StanceKnowledge, quotes: Sequence[Quote], issues: IssueReader
) -> tuple[Position, ...]:
    """All positions of a document whose reports `coder` has coded, in the order of the text."""
    return tuple(PositionFinder(coder, knowledge, quotes, issues).positions())


class PositionFinder:
    """Finds the positions of one document."""

    def __init__(self, coder: Coder, knowledge: StanceKnowledge, quotes: Sequence[Quote], issues: IssueReader) -> None:
        self.coder = coder
        self.reader = coder.reader
        self.knowledge = knowledge
        self.speakers = Speakers(coder, quotes)
        self.stands = StandReader(coder, knowledge, self.speakers)
        self.speech = SpeechReader(self.reader, knowledge, self.speakers)
        self.issues = issues

    def positions(self) -> Iterator[Position]:
        """Each position once a sentence; what sentences tell by themselves tells how milder words are meant."""
        sentences = [self.reader.tree.words[start:end] for start, end in self.reader.tree.sentences]
        told = [tuple(_once(self._positions(sentence))) for sentence in sentences]
        standing = self._standing(told)
        for sentence, positions in zip(sentences, told, strict=True):
            yield from positions
            yield from _once(self._leaning(sentence, positions, standing))

    def _standing(self, told: Sequence[Sequence[Position]]) -> dict[Pair, Standing]:
        """Who stands towards whom the same way throughout the document. `told`: the positions of each sentence."""
        shown: dict[Pair, dict[int, list[tuple[int, bool]]]] = defaultdict(lambda: defaultdict(list))
        for number, position in ((number, each) for number, positions in enumerate(told) for each in positions):
            sign = SIGNS.get(self.knowledge.stances[position.stance].side)
            if position.object is not None and sign is not None and position.stance != CALL:
                for holder in position.holders:
                    firm = not position.why[0].startswith(JUDGED)
                    shown[identity(holder), identity(position.object)][sign].append((number, firm))
        return {pair: _standing(*next(iter(signs.items()))) for pair, signs in shown.items() if len(signs) == 1}

    def _leaning(
        self, sentence: tuple[Word, ...], told: Sequence[Position], standing: Mapping[Pair, Standing]
    ) -> Iterator[Position]:
        """What a sentence tells only because of others, of whomever it tells nothing by itself."""
        known = {(identity(holder), identity(each.object)) for each in told if each.object for holder in each.holders}
        for stand in self.speech.leaning(sentence, standing) if standing and not _asks(sentence) else ():
            position = self._position(stand, sentence)
            if position is not None and stand.object and (identity(stand.holders[0]), identity(stand.object)) not in known:
                yield position

    def _positions(self, sentence: tuple[Word, ...]) -> Iterator[Position]:
        for stand in self._stands(sentence) if sentence and not _asks(sentence) else ():
            position = self._position(stand, sentence)
            if position is not None:
                yield position

    def _stands(self, sentence: tuple[Word, ...]) -> list[Stand]:
        """One stand for one word: words of stance before acts before speech; what another's refusal covers is told by it."""
        found = _best(self.stands.by_words(sentence))
        taken = _taken(found)
        found += [stand for stand in self.stands.by_acts(sentence) if stand.word.i not in taken]
        found = _without_called(_without_outer(found))
        return found + [stand for stand in self.speech.stands(sentence) if not any(_tells(each, stand) for each in found)]

    # ---------------------------------------------------------------------------------------------------- one position

    def _position(self, stand: Stand, sentence: tuple[Word, ...]) -> Position | None:
        issue, stance, words, why = self._issue(stand)
        if issue is None:
            return None
        speakers, basis = self._basis(stand)
        cue = self._span(stand.words)
        evidence = self._span(sentence)
        quote = self.speakers.quote(stand.word)
        report, whom = stand.report, identity(stand.object) if stand.object else ""
        article = self.coder.article
        return Position(
            id=content_id("position", article.id, cue.start, cue.end, stance, issue, whom, *sorted(stand.parties)),
            page=article.page,
            article=article.id,
            evidence=evidence,
            holders=stand.holders,
            issue=issue,
            stance=stance,
            object=stand.object,
            basis=basis,
            cue=cue,
            issue_words=words,
            attributed_to=speakers,
            quote=quote.id if quote else None,
            report=report.id if report else None,
            date=report.date if report else None,
            why=(*stand.why, *why),
            in_headline=sentence[0].i in self.reader.headline_tokens,
        )

    def _issue(self, stand: Stand) -> tuple[str | None, str, Span | None, tuple[str, ...]]:
        """The issue (an id, the page's words, or whom the stand is on), the stance on it, its words, and why."""
        if stand.head is None or (stand.object is not None and self._names(stand.head, stand.object)):
            return (None if stand.weak else _name(stand.object)), stand.stance, None, ()
        head, ends = inner(stand.head, self.knowledge.words)
        words = phrase_words(stand.head if ends else head, self.reader.tree, self.knowledge.words)
        link = self.issues.link(words, _known(stand)) if self._furthers(stand) else None
        span = self._span(words)
        if link is None:
            plain = None if stand.weak else _plain(span.text)
            return plain, stand.stance, span, ()
        why = (f"issue:{link.issue.id} ({link.near})",)
        if not ends or stand.head in link.words:
            return link.issue.id, stand.stance, span, why
        return (*self._ended(stand.stance, link.issue.id), span, (*why, "ends it"))

    def _furthers(self, stand: Stand) -> bool:
        """Whether a weak cue governs a noun, or a verb that furthers or ends what it governs."""
        words = self.knowledge.words
        verb = stand.weak and stand.head is not None and stand.head.is_verb
        return not verb or stand.head is None or stand.head.lemma in (*words.furthering, *words.endings)

    def _ended(self, stance: str, issue: str) -> tuple[str, str]:
        """Who is for the end of something is against it; a call for its end, and a stand against it, name the end."""
        if stance == CALL or self.knowledge.stances[stance].side != "for":
            return f"{issue}/{END}", stance
        return issue, "opposes"

    def _names(self, head: Word, actor: Actor) -> bool:
        """Whether the phrase is the actor's own name, and not something of the actor's."""
        return any(identity(each) == identity(actor) for each in self.reader.at(head))

    def _basis(self, stand: Stand) -> tuple[tuple[Actor, ...], PositionBasis]:
        """On whose word it stands, the holders' own apart, and what it is based on."""
        speakers = self.speakers.of(stand.outer)
        if not speakers:
            return (), stand.basis
        home = {actor.country for actor in stand.holders if actor.country}
        own = [actor for actor in speakers if identity(actor) in stand.parties or actor.country in home]
        others = tuple(actor for actor in speakers if identity(actor) not in stand.parties)
        return others, "quote" if own else stand.basis

    def _span(self, words: Sequence[Word]) -> Span:
        near = [word for word in words if abs(word.i - words[0].i) <= max(len(words), 60)]
        return self.reader.span(near[0], near[-1])


def _standing(sign: int, shown: Sequence[tuple[int, bool]]) -> Standing:
    """A stand by the sentences that show it, and whether they do so firmly."""
    at = tuple(dict.fromkeys(number for number, _ in shown))
    return Standing("supports" if sign > 0 else "opposes", sign, at, tuple(number for number, firm in shown if firm))


def _asks(sentence: tuple[Word, ...]) -> bool:
    return sentence[-1].text == "?"


def _known(stand: Stand) -> frozenset[str]:
    """The holders' ids and countries."""
    return frozenset(each for actor in stand.holders for each in (actor.id, actor.country) if each)


def _best(stands: Iterable[Stand]) -> list[Stand]:
    """Of several readings of one word the most specific, with all that it is about."""
    by_word: dict[int, list[Stand]] = {}
    for stand in stands:
        by_word.setdefault(stand.word.i, []).append(stand)
    kept = []
    for group in by_word.values():
        best = max(group, key=lambda each: each.rank)
        kept += [each for each in group if (each.rank, each.why) == (best.rank, best.why)]
    return kept


def _taken(stands: Iterable[Stand]) -> set[int]:
    """The words that stands were read from, the verbs that lend them their syntax included."""
    return {word.i for stand in stands for word in (*stand.words, stand.outer)}


def _without_outer(stands: Sequence[Stand]) -> list[Stand]:
    """ "refused to condemn", "seeks to isolate": the stand that is meant is the inner one."""
    return [stand for stand in stands if not any(_holds(stand, other) for other in stands)]


def _without_called(stands: Sequence[Stand]) -> list[Stand]:
    """What somebody is called on to do is no stand of his: "demanded that Togo stop hampering trade"."""
    calls = [stand for stand in stands if stand.stance == CALL and stand.head is not None]
    return [
        stand
        for stand in stands
        if not any(call.parties != stand.parties and call.head in (stand.word, *stand.word.ancestors()) for call in calls)
    ]


def _holds(outer: Stand, inner: Stand) -> bool:
    """Whether a stand only embeds another of the same holders; a weak one, anywhere in its phrase."""
    if outer.head is None or inner is outer or inner.word is outer.word or inner.parties != outer.parties:
        return False
    return inner.word is outer.head or (outer.weak and not inner.weak and outer.head in inner.word.ancestors())


def _tells(stand: Stand, judged: Stand) -> bool:
    """Whether a stand tells already what a word of judgement would: a view of the same actor, or words of its issue."""
    if stand.parties != judged.parties:
        return False
    same = stand.object is not None and judged.object is not None and identity(stand.object) == identity(judged.object)
    return same or (stand.head is not None and (judged.word is stand.head or stand.head in judged.word.ancestors()))


def _once(positions: Iterable[Position]) -> Iterator[Position]:
    """Each holder's stand on an issue or actor once a sentence."""
    seen: set[tuple[object, ...]] = set()
    for position in positions:
        holders = tuple(sorted(identity(actor) for actor in position.holders))
        key = (holders, position.issue, position.stance, identity(position.object) if position.object else None)
        if key not in seen:
            seen.add(key)
            yield position


def _name(actor: Actor | None) -> str | None:
    return (actor.name or actor.mention.text) if actor is not None else None


def _plain(text: str) -> str:
    return " ".join(text.split())
