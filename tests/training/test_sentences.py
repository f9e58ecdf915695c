"""The annotated sentences parse, their slots can be filled, and sampling them is exact and repeatable."""

import random
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "training" / "sentences"
sys.path.insert(0, str(FOLDER.parent))

from sentences import sampler  # noqa: E402 (training is not a package of the distribution)


@pytest.fixture(scope="module")
def templates() -> list[sampler.Template]:
    return sampler.read_templates()


@pytest.fixture(scope="module")
def lexicon() -> sampler.Lexicon:
    return sampler.read_lexicon()


def test_there_are_enough_sentences_of_every_kind(templates: list[sampler.Template]) -> None:
    per_file = Counter(template.source.split(":")[0] for template in templates)
    assert len(templates) >= 1400
    assert min(per_file.values()) >= 20


def test_no_sentence_is_written_twice(templates: list[sampler.Template]) -> None:
    lines = Counter(template.line for template in templates)
    assert [line for line, count in lines.items() if count > 1] == []


def test_every_slot_can_be_filled(templates: list[sampler.Template], lexicon: sampler.Lexicon) -> None:
    unknown = [(t.source, slot) for t in templates for slot in t.slots if not lexicon.knows(slot)]
    nested = [slot for names in lexicon.lists.values() for entry in names.entries for slot in entry.parts]
    assert unknown == []
    assert [slot for slot in nested if isinstance(slot, sampler.Slot) and not lexicon.knows(slot)] == []


def test_bare_slots_bring_a_label(templates: list[sampler.Template], lexicon: sampler.Lexicon) -> None:
    """Word lists such as years have no label: outside a span only ages may stand."""
    free = {"age.word"}
    bare = [(t.source, p.parts[0]) for t in templates for p in t.pieces if p.label is None]
    slots = [(source, part) for source, part in bare if isinstance(part, sampler.Slot)]
    assert [s for s in slots if lexicon.label(s[1]) is None and s[1].kind not in free] == []


def test_lists_name_only_known_countries(lexicon: sampler.Lexicon) -> None:
    codes = {code for names in lexicon.lists.values() for entry in names.entries for code in entry.countries}
    assert codes <= set(lexicon.culture_of)


def test_every_country_has_a_known_name_culture(lexicon: sampler.Lexicon) -> None:
    assert {culture for cultures in lexicon.culture_of.values() for culture in cultures} <= set(lexicon.cultures)


def test_lists_hold_no_entry_twice(lexicon: sampler.Lexicon) -> None:
    for kind, names in lexicon.lists.items():
        if kind.startswith(("org.", "town", "region", "loc", "fac", "event")) and kind != "org.ministry":
            twice = [e for e, n in Counter((e.parts, e.countries) for e in names.entries).items() if n > 1]
            assert twice == [], kind


def test_every_filled_template_has_clean_spans(templates: list[sampler.Template], lexicon: sampler.Lexicon) -> None:
    rng = _rng(1)
    for template in templates:
        text, spans = sampler.fill(template, lexicon, rng)
        assert not set("[]{}") & set(text), template.source
        for start, end, label in spans:
            assert label in sampler.LABELS
            assert 0 <= start < end <= len(text), template.source
            assert text[start:end] == text[start:end].strip(), template.source
            assert not text[start:end].startswith("the "), template.source
        assert all(left[1] <= right[0] for left, right in pairwise(spans)), template.source


def test_spans_begin_and_end_at_words(templates: list[sampler.Template], lexicon: sampler.Lexicon) -> None:
    rng = _rng(2)
    for template in templates:
        text, spans = sampler.fill(template, lexicon, rng)
        for start, end, _ in spans:
            assert start == 0 or not text[start - 1].isalnum(), (template.source, text[start:end])
            assert end == len(text) or not text[end].isalnum(), (template.source, text[start:end])


def test_the_same_seed_gives_the_same_samples() -> None:
    first, second = list(sampler.sample(7, 300)), list(sampler.sample(7, 300))
    assert first == second
    assert first != list(sampler.sample(8, 300))


def test_sampling_uses_every_template_before_any_twice(tmp_path: Path) -> None:
    _small_folder(tmp_path, "[Rome](GPE) slept.\nHello {gpe}.\n")
    texts = [text for text, _ in sampler.sample(1, 4, tmp_path)]
    assert texts.count("Rome slept.") == 1
    assert texts[:2].count("Rome slept.") == 1
    assert len(texts) == 4


def test_sampling_ends_when_only_slotless_sentences_are_left(tmp_path: Path) -> None:
    _small_folder(tmp_path, "[Rome](GPE) slept.\n")
    assert list(sampler.sample(1, 9, tmp_path)) == [("Rome slept.", [(0, 4, "GPE")])]


def test_tied_slots_agree_and_other_ties_differ(lexicon: sampler.Lexicon) -> None:
    template = sampler.parse_line("{gpe:KEN#1}|{demonym#1}|{capital#1}|{gpe#2}|{person#1}|{person#1}|{person#1b}")
    for seed in range(20):
        text, _ = sampler.fill(template, lexicon, _rng(seed))
        kenya, demonym, capital, other, first, again, _ = text.split("|")
        assert (kenya, demonym, capital) == ("Kenya", "Kenyan", "Nairobi")
        assert other != "Kenya"
        assert first == again


def test_two_towns_of_one_sentence_differ(lexicon: sampler.Lexicon) -> None:
    template = sampler.parse_line("{town:ARM#1}|{town#1a}|{town#1b}")
    for seed in range(20):
        text, _ = sampler.fill(template, lexicon, _rng(seed))
        assert len(set(text.split("|"))) == 3


def test_the_article_of_a_filler_stays_outside_the_span(lexicon: sampler.Lexicon) -> None:
    template = sampler.parse_line("From {gpe:NLD} came a(n) {demonym:ETH} envoy.")
    text, spans = sampler.fill(template, lexicon, _rng(0))
    assert text == "From the Netherlands came an Ethiopian envoy."
    assert [text[start:end] for start, end, _ in spans] == ["Netherlands", "Ethiopian"]


def test_slots_within_a_span_share_its_label(lexicon: sampler.Lexicon) -> None:
    text, spans = sampler.fill(sampler.parse_line("[Bank of {gpe.bare:GHA}](ORG)"), lexicon, _rng(0))
    assert (text, spans) == ("Bank of Ghana", [(0, 13, "ORG")])


@pytest.mark.parametrize(
    "line", ["[Rome](PLACE)", "[Rome (GPE)", "{gpe", "{}", "[ Rome](GPE)", "[Rome][GPE]", "{gpe#x}", "Rome](GPE)"]
)
def test_a_broken_line_is_named(line: str) -> None:
    with pytest.raises(sampler.FormatError, match=r"draft.txt:3"):
        sampler.parse_line(line, "draft.txt:3")


def _rng(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311


def _small_folder(folder: Path, sentences: str) -> None:
    (folder / "lists").mkdir()
    (folder / "a.txt").write_text(sentences, encoding="utf-8")
    (folder / "lists" / "countries.tsv").write_text("KEN\tKenya\tKenyan\tNairobi\tswahili\n", encoding="utf-8")
    spec = "swahili: {given: 'A B', family: 'C D', forms: ['{given} {family}'], short: '{family}'}\n"
    (folder / "lists" / "persons.yaml").write_text(spec, encoding="utf-8")
