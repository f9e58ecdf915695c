"""Which line above the body is the headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dragoman.articles.evidence import SHORT_WORDS, Evidence
from dragoman.articles.lines import key_of

WITHIN = 25
NEAR = 2
"""Lines above the body within which the headline is looked for."""
TITLE_WORDS = (4, 25)
"""Words of a usual headline."""
EXCLAMATION_WORDS = 20
TELLING_LETTERS = 8
"""Letters from which on a line that is repeated, or like a title, is told by it."""
SUFFIX_LETTERS = 40
"""Letters that a site's name may add to a repeated headline."""
LIKENESS, TITLED, TWICE, FAR, CUED, STOPPED, SIZED, LISTED = 3.0, 3.0, 2.0, 0.06, 0.5, 0.8, 0.5, 3.0
"""Points of a candidate: words shared with the body, the container's title, printed twice, lines above the body,
a cue against it, a full stop at its end, a usual length, a mark of lists before it."""
OF_THE_STORY = 0.5
"""Share of a title's words that the body uses, from which on it is a title of this story."""
_AFTER_NAME = re.compile(r"\s*[|·•:>-]\s|\s{2,}")
BULLETS = ("* ", "• ", "- ", "– ", "▪ ", "· ", "> ", "■ ", "● ")


def find_headline(evidence: Evidence, words: set[str], head: int) -> int | None:
    """Index of the headline among the lines above the one with index `head`; the first where it is printed twice.

    `words`: content words of the body.
    """
    counts = Counter(evidence.keys[:head])
    above = range(max(0, head - WITHIN), head)
    usual = [index for index in above if _may_be(evidence, index, counts)]
    own = [index for index in usual if not _masthead(evidence, index, words)]
    short = [index for index in above if _short(evidence, index, words, near=head - index <= NEAR)]
    candidates = own or short or usual
    if not candidates:
        return None
    scores = {index: _score(evidence, index, words, counts) - FAR * (head - index) for index in candidates}
    best = max(candidates, key=lambda index: (scores[index], -index))
    if _is_deck(evidence, best, candidates, words, counts):
        best -= 1
    return evidence.keys.index(evidence.keys[best]) if scores[best] > 0 or candidates is short else None


def _is_deck(evidence: Evidence, index: int, candidates: Sequence[int], words: set[str], counts: Counter[str]) -> bool:
    """Whether a line is the second of two titles of one story: the only one above it tells of the same as the body."""
    if (
        index - 1 not in candidates
        or index - 2 in candidates
        or _titled(evidence, index)
        or counts[evidence.keys[index]] > 1
    ):
        return False
    above, own = evidence.lines[index - 1], evidence.content(index - 1)
    shared = len(own & words) / len(own) if own else 0.0
    named = any(word.capitalize() in above.text for word in own & words)
    title = (
        named
        and above.n_words >= TITLE_WORDS[0]
        and not above.text.endswith(".")
        and not above.text.lstrip().startswith(BULLETS)
    )
    return title and evidence.cues[index - 1] is None and shared >= OF_THE_STORY


def exclaims(evidence: Evidence, index: int) -> bool:
    """Whether a line at the head of the body reads as prose only because it ends in a quotation or a mark: a title."""
    line = evidence.lines[index]
    return line.n_words <= EXCLAMATION_WORDS and not line.text.rstrip("\"”’'»").endswith(".")


def is_again(evidence: Evidence, index: int, headline: int) -> bool:
    """Whether a line is the headline again, perhaps with the site's name."""
    key, own = evidence.keys[headline], evidence.keys[index]
    longer = own.startswith(key) and len(own) - len(key) <= SUFFIX_LETTERS
    return len(own) > TELLING_LETTERS and (longer or own == evidence.title)


def _titled(evidence: Evidence, index: int) -> bool:
    key, title = evidence.keys[index], evidence.title
    return bool(title) and len(key) > TELLING_LETTERS and (key in title or title in key)


def _may_be(evidence: Evidence, index: int, counts: Counter[str]) -> bool:
    line = evidence.lines[index]
    cue = evidence.cues[index] or evidence.placed(index, "head")
    if (cue and not cue.may_head) or (evidence.found[index] is not None and cue is None) or line.n_words < 2:
        return False
    return line.n_words >= SHORT_WORDS or _titled(evidence, index) or counts[evidence.keys[index]] > 1


def _masthead(evidence: Evidence, index: int, words: set[str]) -> bool:
    """Whether a line looks like the name of a paper or station, and is no title of this story that ends in "Post".

    A name that other lines print within them ("Bay Post is edited in Bay City") is one, whatever the story speaks of.
    """
    if evidence.cues[index] is not None or not evidence.is_masthead(index):
        return False
    name = _AFTER_NAME.split(evidence.lines[index].folded.strip(), maxsplit=1)[0]
    own, key = evidence.keys[index], key_of(name)
    again = any(key in other and other not in (key, own) for other in evidence.keys)
    return again or len(evidence.content_of(name.split()) & words) < 2


def _short(evidence: Evidence, index: int, words: set[str], *, near: bool) -> bool:
    """Whether a line too short for a usual title speaks of what the article speaks of, or stands right above it."""
    line = evidence.lines[index]
    told = evidence.open(index) and evidence.placed(index, "head") is None
    return told and 2 <= line.n_words < SHORT_WORDS and (near or bool(evidence.content(index) & words))


def _score(evidence: Evidence, index: int, words: set[str], counts: Counter[str]) -> float:
    line, own = evidence.lines[index], evidence.content(index)
    stopped = line.text.endswith(".") and not line.text.endswith("..")
    sized = TITLE_WORDS[0] <= line.n_words <= TITLE_WORDS[1]
    return (
        0.5
        + LIKENESS * (len(own & words) / len(own) if own else 0.0)
        + TITLED * _titled(evidence, index)
        + TWICE * (counts[evidence.keys[index]] > 1)
        - CUED * (evidence.cues[index] is not None)
        - STOPPED * stopped
        + (SIZED if sized else -SIZED)
        - LISTED * line.text.lstrip().startswith(BULLETS)
    )
