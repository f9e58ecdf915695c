"""The record of an event takes the firmest and the most exact of what its reports say, each value whole from one of them."""

from dataclasses import replace

from dragoman.records import Coding, Place, Report
from dragoman.stories.events import Telling, event, independent_sources
from tests.synthetic import actor, day, talks


def telling(coding: Coding, **changes: object) -> Telling:
    (report,) = coding.reports
    published = coding.article.published
    return Telling(replace(report, **changes), published.start if published else None, None)  # type: ignore[arg-type]


def test_an_event_of_one_report_says_the_same() -> None:
    one = telling(talks())
    made = event([one])
    assert (made.event_type, made.status, made.sources, made.targets) == (
        "CONSULT",
        "happened",
        one.report.sources,
        one.report.targets,
    )
    assert (made.date, made.place, made.reports) == (one.report.date, one.report.place, (one.report.id,))
    assert (made.n_reports, made.n_articles, made.n_independent_sources) == (1, 1, 1)
    assert made.first_reported == "2024-03-05"


def test_its_id_comes_from_its_reports_in_any_order() -> None:
    one, other = telling(talks(1)), telling(talks(2))
    assert event([one, other]) == event([other, one])
    assert event([one]).id != event([other]).id


def test_the_most_exact_date_is_taken_and_its_report_named() -> None:
    vague = telling(talks(1), date=replace(day("2024-03-01"), end="2024-03-31", precision="month"))
    exact = telling(talks(2))
    made = event([vague, exact])
    assert made.date == exact.report.date
    assert made.date_from == exact.report.id


def test_a_visit_does_not_fall_on_the_day_of_its_talks() -> None:
    visit = telling(talks(1), mode="visit", date=replace(day("2024-03-04"), end="2024-03-06"))
    part = telling(talks(2), mode=None, status="background", date=day("2024-03-05"))
    assert event([visit, part]).date == visit.report.date


def test_what_happened_outweighs_background_and_headlines() -> None:
    headline = telling(talks(1), status="expected", in_headline=True)
    told = telling(talks(2), status="background")
    news = telling(talks(3), status="happened")
    assert event([headline, told, news]).status == "happened"
    assert event([headline]).status == "expected"


def test_more_articles_decide_whether_it_is_so() -> None:
    denied = telling(talks(1), status="negated")
    told = [telling(talks(number)) for number in (2, 3)]
    assert event([denied, *told]).status == "happened"
    assert "is it so: happened (2), negated (1)" in event([denied, *told]).differences


def test_places_that_differ_are_shown_with_both_sides() -> None:
    coding = talks(2)
    (report,) = coding.reports
    assert report.place is not None
    elsewhere = Place("place:bergen", "Bergen", "NOR", 60.4, 5.3, report.place.mention, "gazetteer")
    made = event([telling(talks(1)), telling(coding, place=elsewhere)])
    assert made.differences == ("place: Bergen (1), Oslo (1)",)


def test_named_persons_tell_more_than_states() -> None:
    named: Report = talks(2, source="Ole Berg").reports[0]
    made = event([telling(talks(1)), Telling(named, None, None)])
    assert made.parties_from == named.id
    assert made.sources == (actor(talks(2, source="Ole Berg").article.text, "Ole Berg"),)


def test_copies_and_one_agency_are_one_source() -> None:
    articles = [("a", None), ("b", None), ("c", "Harbour Agency"), ("d", "Harbour Agency")]
    assert independent_sources(articles) == 3
    assert independent_sources(articles, {"a": "a", "b": "a"}) == 2
