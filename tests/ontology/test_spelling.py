"""The spelling knowledge is usable."""

from dragoman.ontology.spelling import load_spelling


def test_the_lists_hold_no_word_twice_and_no_final_stop() -> None:
    spelling = load_spelling()
    for words in (spelling.titles, spelling.abbreviations, spelling.openers, spelling.kept_prefixes):
        assert len(words) == len(set(words))
        assert not any(word.endswith(".") for word in words)


def test_a_title_is_not_also_an_abbreviation_that_may_end_a_sentence() -> None:
    spelling = load_spelling()
    assert not set(spelling.titles) & set(spelling.abbreviations)


def test_openers_are_written_with_a_capital() -> None:
    assert all(word[0].isupper() for word in load_spelling().openers)
