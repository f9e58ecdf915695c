"""Quotes on the gold pages: found where their words overlap a gold quote, the one that shares most of them counting.

Speaker, addressee and relay are scored over the found ones: the speaker is right where one of ours is one of the gold's, or
where both name nobody; addressee and relay where the gold has one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.records import Actor, Quote

if TYPE_CHECKING:
    from dragoman.evaluation.gold import GoldPage, Where


def score_quotes(gold: GoldPage, quotes: Sequence[Quote]) -> tuple[Counter[str], list[dict[str, Any]]]:
    """The counts of one page, and what became of each quote."""
    placed = [(quote, where) for quote in quotes if (where := gold.page.locate(quote.evidence.text)) is not None]
    counts: Counter[str] = Counter(quotes=len(quotes), quotes_gold=len(gold.quotes))
    rows = []
    for wanted in gold.quotes:
        found = max(placed, key=lambda each: _shared(each[1], wanted), default=None)
        if found is None or not _shared(found[1], wanted):
            rows.append({"page": gold.name, "verdict": "quote missed", "quote": wanted["id"], "words": wanted["text"]})
            continue
        counts += _parts(gold, found[0], wanted)
        rows.extend(_wrong_parts(gold, found[0], wanted))
    for quote, where in placed:
        right = any(_shared(where, wanted) for wanted in gold.quotes)
        counts["quotes_right"] += right
        if not right:
            rows.append({"page": gold.name, "verdict": "quote wrong", "words": quote.evidence.text})
    return counts, rows


def quote_totals(counts: Counter[str]) -> dict[str, float]:
    """The scores of counts that were added up; none for relays where the gold has none."""
    return {
        "quotes_recall": counts["quotes_found"] / max(1, counts["quotes_gold"]),
        "quotes_precision": counts["quotes_right"] / max(1, counts["quotes"]),
        "quotes_speaker": counts["speaker_ok"] / max(1, counts["quotes_found"]),
        "quotes_addressee": counts["addressee_ok"] / max(1, counts["addressee_n"]),
        "quotes": float(counts["quotes"]),
        **({"quotes_via": counts["via_ok"] / counts["via_n"]} if counts["via_n"] else {}),
    }


def _shared(where: Where, wanted: Mapping[str, Any]) -> int:
    start, end = int(wanted["start"]), int(wanted["end"])
    return max(0, min(where[1], end) - max(where[0], start))


def _parts(gold: GoldPage, quote: Quote, wanted: Mapping[str, Any]) -> Counter[str]:
    found = Counter(quotes_found=1)
    for name, right in _verdicts(gold, quote, wanted):
        found[f"{name}_n"] += 1
        found[f"{name}_ok"] += right
    return found


def _verdicts(gold: GoldPage, quote: Quote, wanted: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Each part that the gold has, and whether ours is right."""
    speaker = wanted["speaker"]
    yield "speaker", _meant(gold, quote.speakers, speaker) if speaker else not quote.speakers
    for name, actors in (("addressee", quote.addressees), ("via", (quote.via,) if quote.via else ())):
        ids = wanted[name]
        if ids:
            yield name, _meant(gold, actors, [ids] if isinstance(ids, str) else ids)


def _meant(gold: GoldPage, actors: Sequence[Actor], ids: Sequence[str]) -> bool:
    return any(gold.means(actor, each) for actor in actors for each in ids)


def _wrong_parts(gold: GoldPage, quote: Quote, wanted: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for name, right in _verdicts(gold, quote, wanted):
        if not right:
            found = {"speaker": quote.speakers, "addressee": quote.addressees, "via": (quote.via,) if quote.via else ()}[
                name
            ]
            names = [actor.name for actor in found]
            yield {
                "page": gold.name,
                "verdict": f"quote {name}",
                "quote": wanted["id"],
                "gold": wanted[name],
                "found": names,
            }
