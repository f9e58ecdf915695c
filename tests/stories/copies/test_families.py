"""Families: one source, however many pages print it; a page put together from two does not make them one."""

from dragoman.stories.copies.families import families, n_independent
from tests.stories.copies.pages import REWORDED, STORY, article, trace

OTHER = (
    "Ghana's navy escorted the tanker Adjoa Star into Tema on Friday with 2 bullet holes in her bridge.",
    "Captain Kojo Ansah-Baidoo said that men in three skiffs had followed the ship for 70 miles off Lome.",
    "Togo's harbour police recovered a ladder and 11 cartridges, according to Prefect Ablavi Dossou.",
    "Insurers of the owner, a company in Piraeus, refused to comment on a demand for 4 million dollars.",
)
ORIGINAL, COPY = article(STORY, "a", published="2024-05-14"), article(STORY, "b", published="2024-05-15")
REWRITE = article(REWORDED, "c", published="2024-05-16")
TANKER = article(OTHER, "d", published="2024-05-14")
BOTH = article([*STORY[:4], *OTHER[:3]], "e", published="2024-05-20")


def test_copies_of_copies_are_one_family() -> None:
    family = families(trace([ORIGINAL, COPY, REWRITE, TANKER]))
    assert len({family[one.id] for one in (ORIGINAL, COPY, REWRITE)}) == 1
    assert TANKER.id not in family


def test_a_page_put_together_from_two_is_of_the_family_that_it_has_most_from() -> None:
    family = families(trace([ORIGINAL, TANKER, BOTH]))
    assert family[BOTH.id] == family[ORIGINAL.id] != family.get(TANKER.id)


def test_its_pieces_say_that_it_was_put_together() -> None:
    made = [one for one in trace([ORIGINAL, TANKER, BOTH]) if BOTH.id in (one.article, one.of)]
    assert [(one.page, one.direction) for one in made] == [("e", "derived")] * 2


def test_a_family_counts_as_one_source() -> None:
    family = families(trace([ORIGINAL, COPY, TANKER]))
    assert n_independent([ORIGINAL.id, COPY.id, TANKER.id], family) == 2
    assert n_independent([], family) == 0
    assert n_independent(["anything"], {}) == 1
