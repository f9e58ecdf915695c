"""Lines are marked as what they are: junk of every kind goes, real sentences stay, nothing is lost."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.articles.cleaner import Markup, clean
from dragoman.articles.lexicon import load_lexicon
from dragoman.records import Block

LEXICON = load_lexicon()
MARKED = sorted((Path(__file__).parent / "marked").glob("*.txt"))
PROSE = (
    "The foreign minister of Norway arrived in Tallinn on Monday for talks about the border.",
    "She is to meet her Estonian colleague, who had invited her in the spring, before she flies on to Riga.",
    "The two governments have said that they want to sign the agreement before the end of the year.",
)
_LINE = re.compile(r"(?P<lead>\[out: [^]]+\] )?(?P<kind>\w+\??)\s*\| (?P<text>.*)")
_INNER = re.compile(r" ?\[out: (?P<text>[^]]+)\]")


def kinds(text: str, **more: object) -> dict[str, str]:
    """What each block's words were marked as."""
    return {text[b.start : b.end]: b.kind for b in clean(text, LEXICON, **more).blocks}  # type: ignore[arg-type]


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def expected(path: Path) -> Iterator[tuple[str, str]]:
    """Kind and words of each line of a marked page, "¶" for a line break; stretches within a line come as their own."""
    for line in path.read_text("utf-8").splitlines():
        found = _LINE.match(line)
        if found is None:
            yield "", ""
            continue
        kind, text = found["kind"], found["text"].replace("¶", "\n")
        if found["lead"]:
            yield "out", found["lead"][len("[out: ") : -2]
        inner = _INNER.search(text)
        yield kind, (text[: inner.start()] if inner else text)
        if inner:
            yield "out", inner["text"]


def source(path: Path) -> str:
    """The marked page as the scraper would have left it."""
    lines = []
    for line in path.read_text("utf-8").splitlines():
        found = _LINE.match(line)
        text = found["text"].replace("¶", "\n") if found else ""
        lead = found["lead"][len("[out: ") : -2] + " " if found and found["lead"] else ""
        lines.append(lead + _INNER.sub(lambda inner: " " + inner["text"], text))
    return "\n".join(lines)


def agrees(wanted: str, block: Block) -> bool:
    if wanted == "headline?":
        return block.kind in ("headline", "duplicate")
    return block.kind == wanted if wanted != "out" else block.kind not in ("body", "headline")


@pytest.mark.parametrize("path", MARKED, ids=lambda path: path.stem)
def test_marked_pages_come_out_as_marked(path: Path) -> None:
    text = source(path)
    blocks = list(clean(text, LEXICON).blocks)
    words = [text[block.start : block.end] for block in blocks]
    wanted = [(kind, own.strip()) for kind, own in expected(path) if own.strip()]
    assert words == [own for _, own in wanted]
    wrong = [
        (kind, block.kind, block.why, own)
        for (kind, own), block in zip(wanted, blocks, strict=True)
        if not agrees(kind, block)
    ]
    assert wrong == []


def test_a_text_of_nothing_but_sentences_is_all_body() -> None:
    assert set(kinds(page(*PROSE)).values()) == {"body"}


def test_short_sentences_between_paragraphs_stay() -> None:
    short = ("He declined to comment.", "“Nobody was told.”", "It was over in an hour.", "NATO did not answer.")
    found = kinds(page(PROSE[0], *short, PROSE[1]))
    assert [found[line] for line in short] == ["body"] * 4


def test_the_headline_is_the_line_that_shares_its_words_with_the_body() -> None:
    text = page("Northern Courier", "Europe", "Norway's minister in Tallinn for border talks", "Monday", *PROSE)
    assert clean(text, LEXICON).headline == "Norway's minister in Tallinn for border talks"


def test_a_title_from_outside_settles_the_headline() -> None:
    text = page("Baltic round-up: what else happened this week", "Tallinn waits", *PROSE)
    assert clean(text, LEXICON, title="Tallinn waits | Northern Courier").headline == "Tallinn waits"


def test_the_first_of_repeated_headlines_is_the_headline_and_the_others_are_duplicates() -> None:
    line = "Norway and Estonia near border agreement"
    blocks = clean(page(line, "»" + line + "«", *PROSE, line + " | Northern Courier"), LEXICON).blocks
    assert [block.kind for block in blocks] == ["headline", "duplicate", "body", "body", "body", "duplicate"]


def test_a_page_that_starts_with_a_sentence_has_no_headline() -> None:
    assert clean(page(*PROSE), LEXICON).headline is None


def test_pulled_quotes_and_paragraphs_printed_twice_are_duplicates() -> None:
    pulled = "they want to sign the agreement before the end of the year"
    found = clean(page(*PROSE, PROSE[0]), LEXICON).blocks
    assert [block.kind for block in found] == ["body", "body", "body", "duplicate"]
    assert kinds(page(PROSE[0], PROSE[1], pulled, PROSE[2]))[pulled] == "duplicate"


def test_a_sentence_that_a_scraper_broke_at_a_link_is_one_block() -> None:
    broken = "The foreign minister of Norway met the\nEstonian president\non Monday,\nthe ministry said."
    assert (
        kinds(page(PROSE[1], "He left at noon, and the ministry of\nforeign affairs said nothing.", PROSE[2]))[
            "He left at noon, and the ministry of\nforeign affairs said nothing."
        ]
        == "body"
    )
    assert "teaser" not in kinds(page(PROSE[0], broken, PROSE[2])).values()


def test_items_of_a_list_that_a_sentence_opens_are_body() -> None:
    items = ("Troops leave within thirty days", "Prisoners go home", "A commission settles the border")
    found = kinds(page(*PROSE, "The agreement has three points:", *items, PROSE[0].replace("Monday", "Friday")))
    assert [found[item] for item in items] == ["body"] * 3


def test_what_stands_below_the_comments_is_not_coded() -> None:
    comment = "I do not believe that the two governments will ever sign the agreement, whatever they say."
    text = page(*PROSE, *[line.replace("two", "three") for line in PROSE], "Comments", comment)
    assert kinds(text)[comment] == "comment-prompt"


def test_a_comment_link_above_the_article_ends_nothing() -> None:
    assert [block.kind for block in clean(page("Comments (3)", *PROSE), LEXICON).blocks][1:] == ["body"] * 3


def test_reported_speech_that_sounds_like_a_prompt_stays() -> None:
    sentence = "Support our independence, the president told voters, and follow us on the road to Brussels."
    assert kinds(page(PROSE[0], sentence, PROSE[1]))[sentence] == "body"


def test_a_pitch_takes_its_paragraph_with_it() -> None:
    pitch = "We have a small favour to ask. The Courier has no rich owner."
    assert kinds(page(*PROSE, pitch, PROSE[0].replace("Monday", "Friday")))[pitch] == "promotion"


def test_lines_that_the_outlet_repeats_go_unless_they_stand_amid_the_article() -> None:
    background = "Estonia regained its independence in 1991 and joined the alliance thirteen years later."
    slogan = "Courier readers know it first and know it better than the others do."
    others = [line.replace("Norway", "Latvia").replace("two", "three") for line in PROSE]
    text = page(*PROSE[:2], background, *PROSE[2:], *others, slogan)
    found = kinds(text, repeated=lambda line: line in (background, slogan))
    assert (found[background], found[slogan]) == ("body", "promotion")


def test_headings_that_the_markup_shows_are_headings() -> None:
    text = "\n".join([PROSE[0], "What the two governments want from the agreement", PROSE[1]])
    found = clean(text, LEXICON, markup=Markup(trusted=True, headings=frozenset({len(PROSE[0]) + 1})))
    assert [block.kind for block in found.blocks] == ["body", "heading", "body"]


def test_lines_that_are_nothing_but_a_link_are_teasers() -> None:
    link = "Latvia's president flies to Kyiv for talks about weapons."
    text = "\n".join([*PROSE, link, PROSE[0].replace("Monday", "Friday")])
    found = clean(text, LEXICON, markup=Markup(trusted=True, links=frozenset({text.index(link)})))
    assert [block.kind for block in found.blocks] == ["body", "body", "body", "teaser", "body"]


def test_text_in_other_languages_is_kept_too() -> None:
    spanish = (
        "El ministro de Exteriores llegó el lunes a la capital para hablar sobre la frontera común.",
        "Su colega lo había invitado en primavera y ambos gobiernos quieren firmar un acuerdo este año.",
    )
    assert set(kinds(page(*spanish)).values()) == {"body"}


@pytest.mark.parametrize("text", ["", " \n\t\u200b\n", "\ufeff"])
def test_a_text_without_words_has_no_blocks(text: str) -> None:
    assert clean(text, LEXICON).blocks == ()


def test_a_page_of_links_has_no_body() -> None:
    assert "body" not in kinds(page("Home", "World", "Ten castles to see", "Contact us", "Sign in")).values()


@pytest.mark.parametrize(
    "long",
    [
        " ".join(PROSE) * 4_000,
        "x" * 1_000_000,
        "a" + " " * 1_000_000 + "b",
        "Word " * 200_000,
        "icon-" * 200_000,
        '"' * 1_000_000,
        "- " * 500_000,
    ],
    ids=["prose", "letters", "spaces", "capitals", "icons", "quotes", "dashes"],
)
def test_a_line_of_a_megabyte_takes_less_than_a_second(long: str) -> None:
    started = time.process_time()
    clean(page(*PROSE, long), LEXICON)
    assert time.process_time() - started < 1.5


def test_many_thousand_lines_take_seconds_not_minutes() -> None:
    started = time.process_time()
    clean(page(*PROSE) + "\nSome line of a menu" * 20_000, LEXICON)
    assert time.process_time() - started < 6
