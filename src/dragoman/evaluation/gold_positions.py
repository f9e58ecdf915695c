"""Positions on the gold pages (decision 0153).

A position finds a gold position where their evidence overlaps, one of its holders is one of the gold's, and their stances
are the same or on the same side (supports and calls-for; opposes and rejects). The issue is not compared: the gold's is
in the coder's words. Recall counts the gold positions that are found, precision the positions that find one; `stance`
says how many of those found have the very stance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.records import Position

if TYPE_CHECKING:
    from dragoman.evaluation.gold import GoldPage, Where

SIDES: Mapping[str, str] = {
    **dict.fromkeys(("supports", "calls-for", "recognises", "claims", "agrees-with", "agree-with-each-other"), "for"),
    **dict.fromkeys(("opposes", "rejects", "disagrees-with"), "against"),
    "neutral": "none",
}
"""On which side each stance is, ours and the gold's words; others are compared as they stand."""


def score_positions(gold: GoldPage, positions: Sequence[Position]) -> tuple[Counter[str], list[dict[str, Any]]]:
    """The counts of one page, and what became of each position."""
    placed = [(position, gold.page.locate(position.evidence.text)) for position in positions]
    counts: Counter[str] = Counter(positions=len(placed), positions_gold=len(gold.positions))
    rows = []
    for position, where in placed:
        right = where is not None and any(agrees(gold, position, where, wanted) for wanted in gold.positions)
        counts["positions_right"] += right
        if not right:
            rows.append(_row(gold, position))
    for wanted in gold.positions:
        found = [each for each, where in placed if where is not None and agrees(gold, each, where, wanted)]
        counts["positions_found"] += bool(found)
        counts["stance_ok"] += any(each.stance == wanted["stance"] for each in found)
        if not found:
            rows.append(
                {"page": gold.name, "verdict": "position missed", "position": wanted["id"], "issue": wanted["issue"]}
            )
    return counts, rows


def agrees(gold: GoldPage, position: Position, where: Where, wanted: Mapping[str, Any]) -> bool:
    """Whether a position, whose evidence stands at `where` in the page, finds a gold position."""
    near = any(where[0] < int(span["end"]) and int(span["start"]) < where[1] for span in wanted["evidence"])
    same = position.stance == wanted["stance"] or _side(position.stance) == _side(wanted["stance"])
    return near and same and any(gold.means(actor, each) for actor in position.holders for each in wanted["holders"])


def position_totals(counts: Counter[str]) -> dict[str, float]:
    """The scores of counts that were added up."""
    return {
        "positions_recall": counts["positions_found"] / max(1, counts["positions_gold"]),
        "positions_precision": counts["positions_right"] / max(1, counts["positions"]),
        "positions_stance": counts["stance_ok"] / max(1, counts["positions_found"]),
        "positions": float(counts["positions"]),
    }


def _side(stance: str) -> str:
    return SIDES.get(stance, stance)


def _row(gold: GoldPage, position: Position) -> dict[str, Any]:
    return {
        "page": gold.name,
        "verdict": "position wrong",
        "holders": [actor.name for actor in position.holders],
        "stance": position.stance,
        "issue": position.issue,
        "evidence": position.evidence.text,
        "why": list(position.why),
    }
