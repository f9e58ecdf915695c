"""`dragoman resolve`: makes the events of an archive anew, under another rule of what is one event."""

from __future__ import annotations

from dragoman.cli.options import DEFAULT, ArchiveOption, OntologyOption, RuleOption
from dragoman.cli.streams import complain
from dragoman.store.archive import Archive


def resolve(
    archive: ArchiveOption = DEFAULT,
    same_event: RuleOption = None,
    ontology: OntologyOption = None,
) -> None:
    """Make events and stories anew from the reports that are stored. Nothing is read or coded again.

    --same-event says how much must speak for it before reports are one event; the archive keeps to it from then on.
    """
    with Archive.open(archive, ontology=ontology) as opened:
        opened.resolve(same_event.value if same_event else None)
        opened.relate()
        reports, events, stories = opened.counts("report", "event", "story")
        complain(f"{reports:,} reports are {events:,} events in {stories:,} stories, by the rule {opened.same_event!r}")
