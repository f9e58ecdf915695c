"""Whatever the text, blocks tile its non-blank parts in order, without overlap, and nothing is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.articles.cleaner import Markup, clean
from dragoman.articles.lexicon import fold, load_lexicon
from dragoman.articles.lines import BLANKS

LEXICON = load_lexicon()
LINES = st.sampled_from(
    [
        "",
        "Home | World | Sport",
        "Advertisement",
        "Also on bay.example Talks fail",
        "Read more:",
        "Leave a Reply",
        "By Jane Doe // 2024-07-10",
        "A heading here",
        "The minister said that the talks had gone well. (Related: More talks.) Click here to read more.",
        "GENEVA (AP) — The two ministers met on Monday and agreed that they would meet again.",
        "the sentence goes on in the next line",
        "“Nobody knows,” he said.",
        "iconbookmark icon-search icon-close icon-fb icon-tw",
        "Published: 17 March 2023",
    ]
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", " \n\t", "\u2028", "\u00a0\n", "\x0b"])
PAGES = st.lists(st.tuples(st.one_of(LINES, st.text(max_size=60)), BREAKS), max_size=25).map(
    lambda parts: "".join(line + end for line, end in parts)
)


@settings(max_examples=150, deadline=None)
@given(text=PAGES, trusted=st.booleans())
def test_blocks_tile_the_text(text: str, trusted: bool) -> None:
    blocks = clean(text, LEXICON, markup=Markup(trusted=trusted)).blocks
    covered = [False] * len(text)
    position = 0
    for block in blocks:
        assert position <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        covered[block.start : block.end] = [True] * (block.end - block.start)
        position = block.end
    assert [
        char for char, own in zip(text, covered, strict=True) if not own and not char.isspace() and char not in BLANKS
    ] == []


@given(st.text())
def test_folding_keeps_offsets(text: str) -> None:
    assert len(fold(text)) == len(text)
