"""Quotes as records: kind, speaker, addressee, relay, medium, what is carried over and what is left out."""

import pytest

from dragoman.records import Quote
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from tests.reports.notation import marked

LEFT = "Togo@TGO/NNP/2/nsubj left=leave/VBD"
SENTENCE = "Rain/NN/2/nsubj fell=fall/VBD/0/root ././2/punct"


def quotes(notation: str, knowledge: Knowledge, headline: int = 0) -> tuple[Quote, ...]:
    coder = Coder(marked(notation, headline=headline), knowledge)
    return tuple(coder.attribution.finder.quotes())


def who(quote: Quote) -> list[str | None]:
    return [actor.id for actor in quote.speakers]


def test_an_indirect_quote(knowledge: Knowledge) -> None:
    (quote,) = quotes(
        "Mali@MLI/NNP/2/nsubj said=say/VBD/0/root that/IN/5/mark Togo@TGO/NNP/5/nsubj left=leave/VBD/2/ccomp ././2/punct",
        knowledge,
    )
    assert (quote.kind, quote.act, who(quote), quote.verbatim) == ("indirect", "say", ["MLI"], ())
    assert quote.content.text == "Togo left"
    assert quote.cue is not None
    assert quote.cue.text == "said"
    assert quote.evidence.text == "Mali said that Togo left"


def test_a_direct_quote_that_goes_on_after_its_cue(knowledge: Knowledge) -> None:
    (quote,) = quotes(
        "“/``/3/punct We/PRP/3/nsubj wait=wait/VBP/6/ccomp ,/,/3/punct ”/''/3/punct said=say/VBD/0/root "
        "Mali@MLI/NNP/6/nsubj ././6/punct\n"
        "“/``/3/punct We/PRP/3/nsubj hope=hope/VBP/0/root still/RB/3/advmod ././3/punct ”/''/3/punct",
        knowledge,
    )
    assert (quote.kind, who(quote)) == ("direct", ["MLI"])
    assert [span.text for span in quote.verbatim] == ["We wait ,", "We hope still ."]


def test_a_mixed_quote(knowledge: Knowledge) -> None:
    (quote,) = quotes(
        "Mali@MLI/NNP/2/nsubj said=say/VBD/0/root talks=talk/NNS/5/nsubj were=be/VBD/5/cop “/``/6/punct useful/JJ/2/ccomp "
        "”/''/6/punct ././2/punct",
        knowledge,
    )
    assert (quote.kind, [span.text for span in quote.verbatim]) == ("mixed", ["useful"])


def test_a_quotation_that_stands_alone_is_the_speakers_before_and_says_so(knowledge: Knowledge) -> None:
    _, quote = quotes(
        "Mali@MLI/NNP/2/nsubj said=say/VBD/0/root Togo@TGO/NNP/4/nsubj left=leave/VBD/2/ccomp ././2/punct\n"
        "“/``/3/punct They/PRP/3/nsubj gave=give/VBD/0/root no/DT/5/det reason/NN/3/obj ././3/punct ”/''/3/punct",
        knowledge,
    )
    assert (who(quote), quote.cue, quote.inferred_from) == (["MLI"], None, ("speaker: the sentence before",))


def test_a_quotation_that_nobody_says_has_no_speaker(knowledge: Knowledge) -> None:
    (quote,) = quotes(
        "“/``/3/punct They/PRP/3/nsubj gave=give/VBD/0/root no/DT/5/det reason/NN/3/obj ././3/punct ”/''/3/punct", knowledge
    )
    assert (quote.speaker, quote.source, quote.inferred_from) == (None, None, ())


def test_quoted_words_are_no_speech(knowledge: Knowledge) -> None:
    notation = "The/DT/4/det “/``/4/punct sea/NN/4/compound plan/NN/6/nsubj ”/''/4/punct failed=fail/VBD/0/root ././6/punct"
    assert quotes(notation, knowledge) == ()


def test_unnamed_sources_are_nobody(knowledge: Knowledge) -> None:
    (quote,) = quotes(
        "Sources=source/NNS/2/nsubj said=say/VBD/0/root Togo@TGO/NNP/4/nsubj left=leave/VBD/2/ccomp ././2/punct", knowledge
    )
    assert quote.speaker is None
    assert quote.source is not None
    assert quote.source.text == "Sources"


def test_several_speakers(knowledge: Knowledge) -> None:
    (quote,) = quotes(
        "Mali@MLI/NNP/4/nsubj and/CC/3/cc Chad@TCD/NNP/1/conj said=say/VBD/0/root Togo@TGO/NNP/6/nsubj "
        "left=leave/VBD/4/ccomp ././4/punct",
        knowledge,
    )
    assert who(quote) == ["MLI", "TCD"]
    assert quote.speaker is quote.speakers[0]


def test_an_accusation_is_said_to_the_accused(knowledge: Knowledge) -> None:
    (quote,) = quotes(
        "Mali@MLI/NNP/2/nsubj accused=accuse/VBD/0/root Togo@TGO/NNP/2/obj of/IN/5/mark spying=spy/VBG/2/advcl ././2/punct",
        knowledge,
    )
    assert (quote.act, quote.content.text) == ("accuse", "Togo of spying")
    assert [actor.id for actor in quote.addressees] == ["TGO"]


def test_a_quote_within_what_another_tells_is_relayed(knowledge: Knowledge) -> None:
    outer, inner = quotes(
        "Mali@MLI/NNP/2/nsubj said=say/VBD/0/root Chad@TCD/NNP/4/nsubj vowed=vow/VBD/2/ccomp to/TO/6/mark "
        "leave/VB/4/xcomp ././2/punct",
        knowledge,
    )
    assert (who(outer), who(inner), inner.within) == (["MLI"], ["TCD"], outer.id)
    assert inner.via is not None
    assert inner.via.id == "MLI"


def test_according_to_relays_what_somebody_else_said(knowledge: Knowledge) -> None:
    (quote,) = quotes(
        "Chad@TCD/NNP/2/nsubj said=say/VBD/0/root Togo@TGO/NNP/4/nsubj left=leave/VBD/2/ccomp ,/,/8/punct "
        "according/VBG/8/case to/IN/6/fixed Mali@MLI/NNP/4/obl ././2/punct",
        knowledge,
    )
    assert (who(quote), quote.content.text) == (["TCD"], "Togo left")
    assert quote.via is not None
    assert quote.via.id == "MLI"


def test_a_tweet_is_told_by_its_verb_and_a_statement_by_its_noun(knowledge: Knowledge) -> None:
    tweet, statement = quotes(
        "Mali@MLI/NNP/2/nsubj tweeted=tweet/VBD/0/root that/IN/5/mark Togo@TGO/NNP/5/nsubj left=leave/VBD/2/ccomp\n"
        "Chad@TCD/NNP/2/nsubj said=say/VBD/0/root in/IN/5/case a/DT/5/det statement/NN/2/obl that/IN/8/mark "
        "Togo@TGO/NNP/8/nsubj left=leave/VBD/2/ccomp ././2/punct",
        knowledge,
    )
    assert (tweet.medium, statement.medium) == ("tweet", "statement")
    assert statement.venue is not None
    assert statement.venue.text == "in a statement"


@pytest.mark.parametrize(
    "notation",
    [
        "Mali@MLI/NNP/4/nsubj did=do/VBD/4/aux not/RB/4/advmod say/VB/0/root it/PRP/6/nsubj fell=fall/VBD/4/ccomp",
        "Mali@MLI/NNP/3/nsubj will/MD/3/aux say/VB/0/root that/IN/6/mark it/PRP/6/nsubj fell=fall/VBD/3/ccomp",
    ],
    ids=["not said", "not yet said"],
)
def test_what_was_not_said_is_no_quote(notation: str, knowledge: Knowledge) -> None:
    assert quotes(notation, knowledge) == ()


def test_what_a_quoted_speaker_says_of_himself_is_no_quote_of_its_own(knowledge: Knowledge) -> None:
    (quote,) = quotes(
        "“/``/3/punct We/PRP/3/nsubj say=say/VBP/9/ccomp Togo@TGO/NNP/5/nsubj left=leave/VBD/3/ccomp ,/,/3/punct "
        "”/''/3/punct "
        "Mali@MLI/NNP/9/nsubj insisted=insist/VBD/0/root ././9/punct",
        knowledge,
    )
    assert who(quote) == ["MLI"]


def test_quotes_of_the_headline_are_marked(knowledge: Knowledge) -> None:
    (quote,) = quotes(
        "Mali@MLI/NNP/2/nsubj says=say/VBZ/0/root Togo@TGO/NNP/4/nsubj left=leave/VBD/2/ccomp\n" + SENTENCE,
        knowledge,
        headline=1,
    )
    assert quote.in_headline


def test_the_statement_speaks_for_whoever_issued_it_and_says_so(knowledge: Knowledge) -> None:
    _, quote = quotes(
        "Chad@TCD/NNP/2/nsubj said=say/VBD/0/root in/IN/5/case a/DT/5/det statement/NN/2/obl that/IN/8/mark it/PRP/8/nsubj "
        "left=leave/VBD/2/ccomp\n"
        "The/DT/2/det statement/NN/3/nsubj said=say/VBD/0/root rain/NN/5/nsubj fell=fall/VBD/3/ccomp",
        knowledge,
    )
    assert (who(quote), quote.inferred_from) == (["TCD"], ("speaker: the statement named before",))


def test_the_title_of_a_work_is_no_speech(knowledge: Knowledge) -> None:
    (quote,) = quotes(
        "Mali@MLI/NNP/2/nsubj praised=praise/VBD/0/root the/DT/4/det film/NN/2/obj “/``/7/punct Desert/NNP/7/compound "
        "Rain/NNP/4/appos ”/''/7/punct ././2/punct",
        knowledge,
    )
    assert (quote.kind, quote.verbatim) == ("indirect", ())


def test_a_nouns_clause_is_what_its_owner_said(knowledge: Knowledge) -> None:
    (quote,) = quotes(
        "Mali@MLI/NNP/3/nmod:poss 's/POS/1/case claim/NN/8/nsubj that/IN/6/mark rain/NN/6/nsubj fell=fall/VBD/3/acl "
        "was/VBD/8/cop false/JJ/0/root ././8/punct",
        knowledge,
    )
    assert (who(quote), quote.content.text, quote.act) == (["MLI"], "rain fell", "say")
