"""What one wording alters of another."""

from dragoman.query.wordings import Change, altered, changes, kept_share


def test_a_word_that_became_another() -> None:
    assert changes("a “limitless” friendship", "a 'boundless' friendship") == [Change("limitless", "boundless")]


def test_words_dropped_and_added() -> None:
    assert changes("we gravely regret the raid", "we regret the raid today") == [Change("gravely", ""), Change("", "today")]


def test_marks_capitals_and_possessives_alter_nothing() -> None:
    assert changes("Mali’s “answer” is No.", "mali answer is no") == []
    assert altered("The answer", "the answer") == "same words"


def test_the_share_that_is_kept() -> None:
    assert kept_share("one two three four", "one two five four") == 0.75
    assert altered("one two three four", "one two five four") == "keeps 75%: 'three' became 'five'"
