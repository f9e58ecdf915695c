"""What each filter lets through, in which order, and that what is read back is what was stored."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.query.filters import Filter
from dragoman.query.query import CHUNK, Query
from dragoman.records import Actor, Coding, Date, Drop, Report
from dragoman.store.archive import Archive
from tests.synthetic import FINGERPRINT, actor, article, day, report, span, stored_form, talks


def directed() -> Coding:
    """Peru accuses Norway, says Ana Ruiz; nobody knows when."""
    sentence = "Peru accused Norway of overfishing, Ana Ruiz said."
    of = article(sentence, name="accusation.txt", outlet="Río Diario", headline="Overfishing")
    told = report(
        of, sentence, "accused", event_type="ACCUSE", sources=["Peru"], targets=["Norway"], attributed_to=["Ana Ruiz"]
    )
    return Coding(of, mentions=(*told.sources, *told.targets, *told.attributed_to), reports=(told,))


def collective() -> Coding:
    """The two leaders plan to meet; who they are follows from the page."""
    sentence = "The two leaders will meet in June 2025."
    of = article(sentence, name="leaders.txt", outlet=None)
    june = Date("2025-06-01", "2025-06-30", "month", "explicit", "June 2025", span(of.text, "June 2025"))
    told = report(of, sentence, "meet", status="planned", sources=["The two leaders"], date=june)
    leaders = replace(told.sources[0], members=("person:ana-ruiz", "person:ole-berg"), via="collective", type="people")
    return Coding(of, mentions=(leaders,), reports=(replace(told, sources=(leaders,)),))


def unnamed() -> Coding:
    """Fijian officials without a name."""
    sentence = "Fijian officials thanked Kenya on 2 May 2024."
    of = article(sentence, name="officials.txt")
    told = report(
        of,
        sentence,
        "thanked",
        event_type="SUPPORT",
        sources=["Fijian officials"],
        targets=["Kenya"],
        date=day("2024-05-02"),
    )
    officials = replace(told.sources[0], country="FJI")
    return Coding(of, mentions=(officials, *told.targets), reports=(replace(told, sources=(officials,)),))


CODINGS = (
    talks(1),
    talks(2, source="Ana Ruiz", status="planned", date=day("2023-01-09")),
    directed(),
    collective(),
    unnamed(),
)


@pytest.fixture(scope="module")
def query(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Query]:
    path = tmp_path_factory.mktemp("query") / "dragoman.db"
    with Archive.open(path, create=True) as archive:
        archive.store(CODINGS, [Drop("pages", "empty", "nothing.txt", "id-nothing")], FINGERPRINT)
    with Archive.open_to_read(path) as archive:
        yield Query(archive)


def pages(query: Query, wanted: Filter) -> set[str]:
    """The pages whose reports are let through; their events must be the same."""
    told = {told.report.event: told.report.page for told in query.told_reports(wanted)}
    assert {event.id for event in query.events(wanted)} == set(told)
    return {page.removesuffix(".txt") for page in told.values()}


def test_without_a_filter_everything_comes(query: Query) -> None:
    assert pages(query, Filter()) == {"talks-1", "talks-2", "accusation", "leaders", "officials"}


@pytest.mark.parametrize("asked", ["KEN", "ken", "Kenya", "KENYA"])
def test_an_actor_is_found_by_id_and_name_in_any_case(query: Query, asked: str) -> None:
    assert pages(query, Filter(actor=(asked,))) == {"talks-1", "officials"}


def test_a_country_finds_its_people_its_unnamed_and_its_collectives(query: Query) -> None:
    assert pages(query, Filter(actor=("PER",))) == {"talks-2", "accusation", "leaders"}
    assert pages(query, Filter(actor=("fji",))) == {"officials"}


def test_a_member_finds_its_collective(query: Query) -> None:
    assert pages(query, Filter(actor=("Ole Berg",))) == set()
    assert pages(query, Filter(actor=("person:ana-ruiz",))) == {"talks-2", "leaders"}


def test_who_says_so_is_no_party(query: Query) -> None:
    assert "accusation" not in pages(query, Filter(actor=("Ana Ruiz",)))


def test_several_actors_are_alternatives(query: Query) -> None:
    assert pages(query, Filter(actor=("Norway", "FJI"))) == {"accusation", "officials"}


def test_source_and_target_hold_their_direction_in_a_directed_act(query: Query) -> None:
    assert pages(query, Filter(source=("Peru",), target=("Norway",), type=("ACCUSE",))) == {"accusation"}
    assert pages(query, Filter(source=("Norway",), target=("Peru",), type=("ACCUSE",))) == set()


def test_in_a_symmetric_act_either_party_is_source_and_target(query: Query) -> None:
    assert pages(query, Filter(source=("Kenya",), target=("Chad",))) == {"talks-1"}
    assert pages(query, Filter(source=("Chad",), target=("Kenya",))) == {"talks-1"}


def test_types_and_statuses(query: Query) -> None:
    assert pages(query, Filter(type=("ACCUSE", "support"))) == {"accusation", "officials"}
    assert pages(query, Filter(status=("planned",))) == {"talks-2", "leaders"}
    assert pages(query, Filter(status=("planned",), actor=("TCD",))) == {"talks-2"}


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2024", None, {"talks-1", "leaders", "officials"}),
        (None, "2023", {"talks-2"}),
        ("2024-03", "2024-03", {"talks-1"}),
        ("2025-06-15", "2025-06-20", {"leaders"}),
        ("2024-05-03", "2025-05-31", set()),
    ],
)
def test_dates_overlap_and_both_ends_are_included(
    query: Query, since: str | None, until: str | None, found: set[str]
) -> None:
    assert pages(query, Filter(since=since, until=until)) == found


def test_what_a_date_filter_leaves_out_for_want_of_a_date_is_counted(query: Query) -> None:
    assert query.undated((), Filter(since="2024")) == 1
    assert query.undated((), Filter(since="2024", actor=("Kenya",))) == 0
    assert query.undated(("Peru",), Filter(until="2024")) == 1


@pytest.mark.parametrize("asked", ["río diario", "RÍO DIARIO", "Río Diario"])
def test_outlets_are_found_in_any_case(query: Query, asked: str) -> None:
    assert pages(query, Filter(outlet=(asked,))) == {"accusation"}


def test_text_looks_at_the_evidence_of_reports(query: Query) -> None:
    assert pages(query, Filter(text=("overfishing",))) == {"accusation"}
    assert pages(query, Filter(text=('"held talks"',))) == {"talks-1", "talks-2"}
    assert pages(query, Filter(text=("overfish* norway", "officials"))) == {"accusation", "officials"}
    assert pages(query, Filter(text=("nobody",))) == set()


def listed(query: Query, wanted: Filter) -> set[str]:
    return {one.article.page.removesuffix(".txt") for one in query.articles(wanted)}


def test_articles_are_found_by_what_they_mention_say_and_report(query: Query) -> None:
    assert listed(query, Filter(actor=("Ana Ruiz",))) == {"talks-2", "accusation", "leaders"}
    assert listed(query, Filter(actor=("FJI",))) == {"officials"}
    assert listed(query, Filter(text=("nobody came",))) == {"talks-1", "talks-2"}
    assert listed(query, Filter(type=("SUPPORT",))) == {"officials"}
    assert listed(query, Filter(source=("Norway",))) == set()
    assert listed(query, Filter(since="2024-03-05", until="2024-03-05")) == {"talks-1", "talks-2"}
    assert listed(query, Filter(outlet=("harbour post",), text=("Fijian",))) == {"officials"}


def test_boilerplate_is_not_searched(query: Query) -> None:
    assert listed(query, Filter(text=("weather",))) == set()


def test_events_come_by_date_and_the_undated_last(query: Query) -> None:
    starts = [event.date.start if event.date else None for event in query.events()]
    assert starts == ["2023-01-09", "2024-03-04", "2024-05-02", "2025-06-01", None]


def test_a_timeline_takes_all_its_parties(query: Query) -> None:
    assert [told.telling.report.page for told in query.timeline(("Kenya", "TCD"))] == ["talks-1.txt"]
    assert [told.telling.report.page for told in query.timeline(("TCD",))] == ["talks-2.txt", "talks-1.txt"]
    assert [told.telling.report.page for told in query.timeline(("TCD", "PER"))] == ["talks-2.txt"]
    assert list(query.timeline(("Kenya", "Peru"))) == []
    assert [told.event.status for told in query.timeline(("TCD",), Filter(status=("planned",)))] == ["planned"]


def test_a_limit_takes_the_first(query: Query) -> None:
    assert [event.date.start for event in query.events(limit=2) if event.date] == ["2023-01-09", "2024-03-04"]
    assert list(query.reports(limit=0)) == []


def test_what_is_read_back_is_what_was_stored(query: Query) -> None:
    by_id = {told.id: told for told in query.reports()}
    for coding in map(stored_form, CODINGS):
        for told in coding.reports:
            assert by_id[told.id] == told
        (annotation,) = query.annotations(coding.article.page)
        assert annotation.article == coding.article
        assert annotation.body == coding.article.body
        assert (annotation.mentions, annotation.dates, annotation.places) == (coding.mentions, coding.dates, coding.places)


def test_events_know_their_reports_and_reports_their_event(query: Query) -> None:
    reports: dict[str, Report] = {told.id: told for told in query.reports()}
    for told in query.told_events():
        assert told.telling.report == reports[told.event.reports[0]]
        assert told.telling.report.event == told.event.id
        assert told.event.sources == told.telling.report.sources


def test_actors_are_counted_with_some_of_their_words(query: Query) -> None:
    found = {(one.id, one.type, one.country): one for one in query.actors()}
    kenya = found["KEN", "state", "KEN"]
    assert (kenya.n_mentions, kenya.n_articles, kenya.n_as_source, kenya.n_as_target) == (2, 2, 1, 1)
    assert (kenya.first_seen, kenya.last_seen) == ("2024-03-05", "2024-03-05")
    assert [seen.mention.text for seen in kenya.examples] == ["Kenya"]
    article = next(one.article for one in query.articles() if one.article.id == kenya.examples[0].article)
    span = kenya.examples[0].mention
    assert article.text[span.start : span.end] == "Kenya"
    assert found[None, "unnamed", "FJI"].n_mentions == 1
    assert sum(one.n_mentions for one in found.values()) == sum(len(coding.mentions) for coding in CODINGS)
    assert [one.n_mentions for one in query.actors()] == sorted((one.n_mentions for one in found.values()), reverse=True)


def test_actors_can_be_filtered(query: Query) -> None:
    assert {one.id for one in query.actors(Filter(actor=("PER",)))} == {"PER", "person:ana-ruiz"}
    assert {one.id for one in query.actors(Filter(type=("ACCUSE",)))} == {"PER", "NOR", "person:ana-ruiz"}


def test_drops_are_listed(query: Query) -> None:
    assert [(drop.page, drop.reason) for drop in query.drops()] == [
        ("nothing.txt", "empty"),
        ("talks-1.txt", "no-actor"),
        ("talks-2.txt", "no-actor"),
    ]


def test_answers_stream_and_are_of_one_moment_while_another_process_writes(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    many = [talks(number) for number in range(CHUNK + 40)]
    with Archive.open(path, create=True) as writer:
        writer.store(many, [], FINGERPRINT)
        with Archive.open_to_read(path) as archive:
            query = Query(archive)
            answer, other = query.reports(), query.reports(limit=3)
            first = [next(answer), next(other)]
            writer.store([replace(coding, reports=()) for coding in many], [], "pipeline-2")
            assert len(list(other)) == 2
            assert len(first) + len(list(answer)) == len(many) + 1
            assert list(query.reports()) == []


def test_an_answer_that_is_not_read_to_the_end_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Archive.open(path, create=True) as archive:
        archive.store([talks(1), talks(2)], [], FINGERPRINT)
        answer = Query(archive).reports()
        next(answer)
        del answer
        assert archive.store([talks(3)], [], FINGERPRINT).articles == 1


def test_actors_of_a_coding_without_names_do_not_vanish(tmp_path: Path) -> None:
    of = article("Somebody did something.", name="vague.txt")
    somebody: Actor = replace(actor(of.text, "Somebody"), name="Somebody")
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        archive.store([Coding(of, mentions=(somebody,))], [], FINGERPRINT)
        (one,) = Query(archive).actors()
    assert (one.id, one.name, one.type, one.country, one.n_mentions) == (None, None, "unnamed", None, 1)
    assert [seen.mention.text for seen in one.examples] == ["Somebody"]
