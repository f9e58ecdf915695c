"""Trees scored on raw text."""

from collections import Counter
from pathlib import Path

import pytest

from dragoman.evaluation.ud import Word, _count, evaluate, scores
from dragoman.settings import Settings

SMALL = """\
# newdoc id = d
# newpar
# text = The talks failed. Nobody came.
1	The	the	DET	DT	_	2	det	_	_
2	talks	talk	NOUN	NNS	_	3	nsubj	_	_
3	failed	fail	VERB	VBD	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

# text = Nobody came.
1	Nobody	nobody	PRON	NN	_	2	nsubj	_	_
2	came	come	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

"""


def word(head: tuple[int, int] | None, relation: str, upos: str = "NOUN") -> Word:
    return Word("w", upos, "NN", "w", head, relation)


def test_a_small_treebank_is_read_and_scored(tmp_path: Path) -> None:
    path = tmp_path / "small.conllu"
    path.write_text(SMALL.replace("# text = The talks failed. Nobody came.", "# text = The talks failed."), encoding="utf-8")
    found = evaluate(path, Settings())
    assert found.scores["tokens"] == found.scores["sentences"] == found.scores["las_full"] == 1
    assert found.scores["words"] == 7
    assert len(found.predictions) == 7
    assert found.predictions[0]["gold"] == ["The", "the", "DET", "DT", (4, 9), "det"]


def test_a_word_cut_otherwise_takes_its_dependents_down() -> None:
    counts: Counter[str] = Counter()
    gold = {(0, 4): word((5, 9), "nsubj"), (5, 9): word(None, "root")}
    own = {(0, 4): word((5, 7), "nsubj"), (5, 7): word(None, "root"), (7, 9): word((5, 7), "dep")}
    _count(counts, gold, own)
    assert (counts["tokens"], counts["uas"]) == (1, 0)
    assert scores(counts)["tokens"] == pytest.approx(2 / 5)


def test_subtypes_count_in_the_full_score_only() -> None:
    counts: Counter[str] = Counter()
    _count(counts, {(0, 1): word(None, "nsubj:pass")}, {(0, 1): word(None, "nsubj")})
    assert (counts["las"], counts["las_full"]) == (1, 0)


def test_punctuation_counts_in_all_words_only() -> None:
    counts: Counter[str] = Counter()
    both = {(0, 1): word(None, "punct", "PUNCT"), (2, 3): word(None, "root")}
    _count(counts, both, both)
    assert (counts["las_full"], counts["las_words"]) == (2, 1)
