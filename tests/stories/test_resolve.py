"""Each report is an event of its own, until reports are resolved."""

from dataclasses import replace

from dragoman.stories.resolve import resolve
from tests.synthetic import talks


def test_each_report_gives_one_event_that_says_the_same() -> None:
    coding = talks()
    (event,) = resolve(coding)
    (report,) = coding.reports
    assert event.reports == (report.id,)
    assert (event.n_reports, event.n_articles, event.n_independent_sources) == (1, 1, 1)
    assert (event.event_type, event.status, event.sources, event.targets) == (
        "CONSULT",
        "happened",
        report.sources,
        report.targets,
    )
    assert (event.date, event.place) == (report.date, report.place)
    assert event.first_reported == "2024-03-05"


def test_ids_of_events_come_from_their_reports_alone() -> None:
    assert [event.id for event in resolve(talks(1))] == [event.id for event in resolve(talks(1))]
    assert [event.id for event in resolve(talks(1))] != [event.id for event in resolve(talks(2))]


def test_an_undated_page_does_not_say_when_an_event_was_first_reported() -> None:
    coding = talks()
    undated = replace(coding, article=replace(coding.article, published=None))
    assert [event.first_reported for event in resolve(undated)] == [None]
