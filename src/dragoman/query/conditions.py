"""Turns a filter into SQL conditions. Table names are those of the schema; values are always bound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dragoman.query.filters import Filter, words_query

PARTIES = ("source", "target", "other")
"""The roles that make somebody a party; those to whom a report is attributed are none."""


@dataclass(slots=True)
class Where:
    """Conditions that must all hold, and the values they bind, in order."""

    clauses: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, clause: str, values: Iterable[Any] = ()) -> None:
        """One more condition."""
        self.clauses.append(clause)
        self.values.extend(values)

    def add_within(self, clause: str, inner: Where) -> None:
        """A condition with `{}` where the inner conditions go; nothing where there are none."""
        if inner.clauses:
            self.add(clause.format(inner.sql), inner.values)

    @property
    def sql(self) -> str:
        """The conditions as one expression."""
        return " AND ".join(self.clauses) or "1"


def reports(wanted: Filter) -> Where:
    """Which rows of `report`, joined with its `article`, are wanted."""
    where = _told(wanted)
    _act(where, wanted, "report")
    return where


def quotes(wanted: Filter) -> Where:
    """Which rows of `quote`, joined with its `article`, are wanted.

    Source and target are speaker and addressee; type and status those of an act that what was said tells of; the day is that
    on which it was said or, where the page does not tell, that of publication.
    """
    where = Where()
    roles = ((wanted.actor, ("speaker", "addressee", "via")), (wanted.speaker, ("speaker",)))
    for terms, parts in (*roles, (wanted.source, ("speaker",)), (wanted.target, ("addressee",))):
        if terms:
            _add_party(where, terms, parts, "quote")
    acts = Where()
    _add_kinds(acts, wanted, "report")
    where.add_within(
        "EXISTS (SELECT 1 FROM report WHERE report.article = quote.article AND report.trigger_start >= quote.content_start "
        "AND report.trigger_end <= quote.content_end AND {})",
        acts,
    )
    if wanted.since:
        where.add("ifnull(quote.date_end, article.published_end) >= ?", [wanted.since])
    if wanted.until:
        where.add("ifnull(quote.date_start, article.published_start) <= ?", [wanted.until])
    _add_outlets(where, wanted)
    if wanted.text:
        where.add("quote.key IN (SELECT rowid FROM quote_search WHERE quote_search MATCH ?)", [_search(wanted)])
    if wanted.utterance:
        begins = " OR ".join("utterance.utterance >= ? AND utterance.utterance < ?" for _ in wanted.utterance)
        ranges = [bound for term in wanted.utterance for bound in (term, term + "\U0010ffff")]
        where.add(f"quote.id IN (SELECT quote FROM utterance WHERE {begins})", ranges)
    return where


def positions(wanted: Filter) -> Where:
    """Which rows of `position`, joined with its `article`, are wanted.

    Source and target are holder and object; type and status those of the act that shows it; the day is that of the act
    or, where the page does not tell, that of publication.
    """
    where = Where()
    roles = (
        (wanted.actor, ("holder", "object", "attributed_to")),
        (wanted.holder, ("holder",)),
        (wanted.object, ("object",)),
    )
    for terms, parts in (*roles, (wanted.source, ("holder",)), (wanted.target, ("object",))):
        if terms:
            _add_party(where, terms, parts, "position")
    if wanted.stance:
        where.add(f"position.stance IN ({_marks(wanted.stance)})", wanted.stance)
    _add_issues(where, wanted.issue)
    acts = Where()
    _add_kinds(acts, wanted, "report")
    where.add_within("EXISTS (SELECT 1 FROM report WHERE report.id = position.report AND {})", acts)
    if wanted.since:
        where.add("ifnull(position.date_end, article.published_end) >= ?", [wanted.since])
    if wanted.until:
        where.add("ifnull(position.date_start, article.published_start) <= ?", [wanted.until])
    _add_outlets(where, wanted)
    if wanted.text:
        where.add("position.key IN (SELECT rowid FROM position_search WHERE position_search MATCH ?)", [_search(wanted)])
    return where


def _add_issues(where: Where, terms: Sequence[str]) -> None:
    """Issues by id, with those below it, or by words of the issue."""
    if not terms:
        return
    each = (
        "position.issue = ? COLLATE NOCASE OR position.issue LIKE ? ESCAPE '!' "
        "OR ifnull(position.issue_words, position.issue) LIKE ? ESCAPE '!'"
    )
    values = [value for term in terms for value in (term, f"{_literal(term)}/%", f"%{_literal(term)}%")]
    where.add(f"({' OR '.join([each] * len(terms))})", values)


def _literal(term: str) -> str:
    """A term in which LIKE finds no wildcards."""
    return term.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def events(wanted: Filter, parties: Sequence[str] = ()) -> Where:
    """Which rows of `event` are wanted: by its own type, status and date, by the parties, words and outlets of its reports.

    Each of `parties` must take part, as in a dyad.
    """
    where = Where()
    _act(where, wanted, "event")
    through_reports = (
        "event.id IN (SELECT event_report.event FROM event_report JOIN report ON report.id = event_report.report "
        "JOIN article ON article.id = report.article WHERE {})"
    )
    where.add_within(through_reports, _told(wanted))
    about = Where()
    _add_issues(about, wanted.issue)
    where.add_within(
        "event.id IN (SELECT event_report.event FROM event_report JOIN report ON report.id = event_report.report "
        "JOIN position ON position.article = report.article AND position.evidence_start < report.evidence_end "
        "AND report.evidence_start < position.evidence_end WHERE {})",
        about,
    )
    for party in parties:
        taking_part = Where()
        _add_party(taking_part, (party,), PARTIES)
        where.add_within(through_reports, taking_part)
    return where


def articles(wanted: Filter) -> Where:
    """Which rows of `article` are wanted: by the actors it mentions, its date, outlet and words, and by its reports."""
    where = Where()
    if wanted.actor:
        where.add(f"article.id IN ({_mentioning(wanted.actor)})", _mentioning_values(wanted.actor))
    _add_days(where, wanted, "article.published")
    _add_outlets(where, wanted)
    if wanted.text:
        where.add("article.key IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)", [_search(wanted)])
    reported = Where()
    _add_roles(reported, wanted)
    _add_kinds(reported, wanted, "report")
    where.add_within("article.id IN (SELECT report.article FROM report WHERE {})", reported)
    return where


def actors(wanted: Filter) -> Where:
    """Which rows of `mention`, joined with its `article`, are wanted: mentions of the actors, in articles of this kind."""
    where = Where()
    if wanted.actor:
        ids, values = known_actors(wanted.actor)
        countries = _marks(wanted.actor)
        where.add(
            f"(mention.actor_id IN ({ids}) OR mention.actor_id IS NULL AND mention.country IN ({countries}))",
            [*values, *_countries(wanted.actor)],
        )
    where.add_within("{}", articles(replace(wanted, actor=())))
    return where


def _told(wanted: Filter) -> Where:
    """Conditions on parties, words and outlet of a report."""
    where = Where()
    if wanted.actor:
        _add_party(where, wanted.actor, PARTIES)
    _add_roles(where, wanted)
    _add_outlets(where, wanted)
    if wanted.text:
        where.add("report.key IN (SELECT rowid FROM report_search WHERE report_search MATCH ?)", [_search(wanted)])
    return where


def _act(where: Where, wanted: Filter, table: str) -> None:
    """Conditions on what a report and an event both have."""
    _add_kinds(where, wanted, table)
    _add_days(where, wanted, f"{table}.date")


def _add_kinds(where: Where, wanted: Filter, table: str) -> None:
    for column, values in (("event_type", wanted.type), ("status", wanted.status)):
        if values:
            where.add(f"{table}.{column} IN ({_marks(values)})", values)


def _add_days(where: Where, wanted: Filter, column: str) -> None:
    if wanted.since:
        where.add(f"{column}_end >= ?", [wanted.since])
    if wanted.until:
        where.add(f"{column}_start <= ?", [wanted.until])


def _add_outlets(where: Where, wanted: Filter) -> None:
    if wanted.outlet:
        names = _spellings(wanted.outlet)
        where.add(f"article.outlet COLLATE NOCASE IN ({_marks(names)})", names)


def _add_roles(where: Where, wanted: Filter) -> None:
    """Source and target; in a symmetric act both are both."""
    for role, terms in (("source", wanted.source), ("target", wanted.target)):
        if not terms:
            continue
        directed, mutual = Where(), Where()
        _add_party(directed, terms, (role,))
        symmetric = _symmetric_types()
        mutual.add(f"report.event_type IN ({_marks(symmetric)})", symmetric)
        _add_party(mutual, terms, ("source", "target"))
        where.add(f"({directed.sql} OR {mutual.sql})", [*directed.values, *mutual.values])


def _add_party(where: Where, terms: Sequence[str], roles: Sequence[str], told: str = "report") -> None:
    """Reports or quotes in which a term plays one of the roles: named, as a country's unnamed, or in a collective."""
    ids, values = known_actors(terms)
    in_role = f"role IN ({_marks(roles)})"
    table = f"{told}_actor"
    where.add(
        f"{told}.id IN (SELECT {told} FROM {table} WHERE {in_role} AND actor_id IN ({ids}) "
        f"UNION SELECT {told} FROM {table} WHERE {in_role} AND actor_id IS NULL AND country IN ({_marks(terms)}) "
        f"UNION SELECT {told} FROM {table}, json_each(members) WHERE members IS NOT NULL AND {in_role} "
        f"AND json_each.value IN ({ids}))",
        [*roles, *values, *roles, *_countries(terms), *roles, *values],
    )


def _mentioning(terms: Sequence[str]) -> str:
    ids, _ = known_actors(terms)
    return (
        f"SELECT article FROM mention WHERE actor_id IN ({ids}) "
        f"UNION SELECT article FROM mention WHERE actor_id IS NULL AND country IN ({_marks(terms)}) "
        f"UNION SELECT article FROM mention, json_each(members) WHERE members IS NOT NULL AND json_each.value IN ({ids})"
    )


def _mentioning_values(terms: Sequence[str]) -> list[str]:
    _, values = known_actors(terms)
    return [*values, *_countries(terms), *values]


def known_actors(terms: Sequence[str]) -> tuple[str, list[str]]:
    """A query, and its values, for the ids of the actors that the terms mean: by id, name or country."""
    names = _spellings(terms)
    marks = _marks(names)
    query = " UNION ".join(
        f"SELECT id FROM actor WHERE {column} COLLATE NOCASE IN ({marks})" for column in ("id", "name", "country")
    )
    return query, names * 3


def _spellings(terms: Sequence[str]) -> list[str]:
    """The terms in several cases: SQLite itself knows only those of ASCII letters."""
    return sorted({spelt for term in terms for spelt in (term, term.lower(), term.upper(), term.title())})


def _countries(terms: Sequence[str]) -> list[str]:
    return [term.upper() for term in terms]


def _search(wanted: Filter) -> str:
    return " OR ".join(f"({words_query(text)})" for text in wanted.text)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _symmetric_types() -> tuple[str, ...]:
    # Imported only when asked for, as in `filters.py`.
    from dragoman.ontology.frames import load_event_types

    return tuple(sorted(name for name, kind in load_event_types().items() if kind.symmetric))
