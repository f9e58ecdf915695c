"""What quotes are about."""

from dragoman.records import Quote
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from dragoman.reports.positions.issues import IssueReader
from dragoman.reports.positions.knowledge import load_stance_knowledge
from dragoman.reports.quotes.topics import with_topics
from tests.reports.notation import marked


def told(notation: str, knowledge: Knowledge) -> tuple[Quote, ...]:
    coder = Coder(marked(notation), knowledge)
    issues = IssueReader(coder.reader, load_stance_knowledge(knowledge).issues)
    return tuple(with_topics(coder.attribution.finder.quotes(), coder.reader, issues))


def test_the_issues_that_the_content_names(knowledge: Knowledge) -> None:
    (quote,) = told(
        "Mali@MLI/NNP/2/nsubj denounced=denounce/VBD/0/root the/DT/4/det sanctions=sanction/NNS/2/obj ././2/punct", knowledge
    )
    assert quote.topics[0].startswith("sanctions")


def test_what_names_no_issue_has_no_topic(knowledge: Knowledge) -> None:
    (quote,) = told("Mali@MLI/NNP/2/nsubj said=say/VBD/0/root rain/NN/4/nsubj fell=fall/VBD/2/ccomp ././2/punct", knowledge)
    assert quote.topics == ()
