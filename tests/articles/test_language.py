"""Languages are told by the text; short texts only by what the page declares."""

import pytest

from dragoman.articles.language import Languages
from dragoman.articles.lexicon import load_lexicon

LANGUAGES = Languages(load_lexicon())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The foreign minister arrived on Monday and said that she would meet her colleague before the summit.", "en"),
        ("El ministro de Exteriores llegó el lunes a la capital para hablar con su colega sobre la frontera común.", "es"),
        (
            "Министр иностранных дел прибыл в понедельник в столицу, чтобы встретиться со своим коллегой.",
            "ru",
        ),
        (
            "Der Außenminister traf am Montag in der Hauptstadt ein, um mit seiner Kollegin über die Grenze zu sprechen.",
            "de",
        ),
    ],
)
def test_languages_are_told_apart(text: str, code: str) -> None:
    assert LANGUAGES.of(text) == code


def test_the_text_wins_over_a_wrong_declaration() -> None:
    assert LANGUAGES.of("The minister said on Monday that the talks had been good and that they would go on.", "fr") == "en"


@pytest.mark.parametrize(
    ("declared", "code"), [("en-US", "en"), ("English", "en"), ("eng", "en"), (None, None), ("x", None)]
)
def test_short_texts_are_what_they_are_declared_to_be(declared: str | None, code: str | None) -> None:
    assert LANGUAGES.of("Xi, Putin", declared) == code
