"""Where somebody's stand on an issue changed: the positions of each holder on each issue, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.query.views import Change, ToldPosition
from dragoman.records import Actor

ORDER = (
    "position.issue, ifnull(position.date_start, article.published_start) IS NULL, "
    "ifnull(position.date_start, article.published_start), page.name, position.number"
)
"""By issue, and on each issue by the day of the act or of publication; the undated last."""


def changes(positions: Iterable[ToldPosition]) -> Iterator[Change]:
    """Each position on the other side of the last dated one that the same holder took on the same issue and object.

    `positions` come in `ORDER`. Two stands of one day are no change: outlets may differ about them. Undated ones tell of no
    order and are passed over.
    """
    sides = _sides()
    last: dict[tuple[str, str, str | None], ToldPosition] = {}
    for told in positions:
        day = day_of(told)
        for holder in told.position.holders:
            if day is None or holder.id is None:
                continue
            key = (holder.id, told.position.issue, _whom(told))
            before = last.get(key)
            if before is None or _differs(before, told, sides):
                if before is not None and (day_of(before) or "") < day:
                    yield Change(holder, told.position.issue, before, told)
                if before is None or (day_of(before) or "") < day:
                    last[key] = told


def day_of(told: ToldPosition) -> str | None:
    """The day of a position: of its act, else of publication."""
    date = told.position.date
    published = told.article.published
    return (date.start if date else None) or (published.start if published else None)


def _whom(told: ToldPosition) -> str | None:
    """Whom a stand is on where it is on nothing else."""
    whom: Actor | None = told.position.object
    return whom.id if whom is not None and told.position.issue_words is None else None


def _differs(before: ToldPosition, after: ToldPosition, sides: dict[str, str]) -> bool:
    return sides.get(before.position.stance) != sides.get(after.position.stance)


def _sides() -> dict[str, str]:
    # Imported only when asked for: the schemas take longer to build than most queries to answer.
    from dragoman.ontology.stances import load_stances

    return {name: stance.side for name, stance in load_stances().items()}
