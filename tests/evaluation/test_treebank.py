"""Annotated text read back into raw text."""

from pathlib import Path

import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation.treebank import detokenised, read_gold

CONLLU = """\
# newdoc id = one
# newpar
# sent_id = 1
# text = They don't go.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = 2
# text = Why?
1	Why	why	ADV	WRB	_	0	root	_	SpaceAfter=No
2	?	?	PUNCT	.	_	1	punct	_	_

# newpar
# text = No.
1	No	no	INTJ	UH	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	.	_	1	punct	_	_

# newdoc id = two
# newpar
# text = End
1	End	end	NOUN	NN	_	0	root	_	_

"""


def written(folder: Path, text: str) -> Path:
    path = folder / "set.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_conllu_gives_documents_paragraphs_and_words(tmp_path: Path) -> None:
    one, two = read_gold(written(tmp_path, CONLLU))
    assert one.text == "They don't go. Why?\n\nNo."
    assert [one.text[a:b] for a, b in one.paragraphs] == ["They don't go. Why?", "No."]
    assert [one.text[w.start : w.end] for w in one.words] == ["They", "do", "n't", "go", ".", "Why", "?", "No", "."]
    assert [w.sentence for w in one.words] == [0, 0, 0, 0, 0, 1, 1, 2, 2]
    assert two.text == "End"


def test_words_that_share_no_letters_with_their_token_all_stand_for_it(tmp_path: Path) -> None:
    text = "# text = dunno\n1-2\tdunno\t_\n1\tdo\tdo\n2\tknow\tknow\n"
    (gold,) = read_gold(written(tmp_path, text))
    assert [(w.start, w.end) for w in gold.words] == [(0, 5), (0, 5)]


def test_two_columns_become_text_as_it_is_printed(tmp_path: Path) -> None:
    rows = [("“", "O"), ("No", "O"), (",", "O"), ("”", "O"), ("Mr", "O"), ("Sy", "B-PER"), ("'s", "O"), ("aide", "O")]
    lines = "\n".join("\t".join(row) for row in rows)
    (gold,) = read_gold(written(tmp_path, f"{lines}\n\nEnd\tO\n"))
    assert gold.text == "“No,” Mr Sy's aide\n\nEnd"
    assert len(gold.paragraphs) == 2


def test_straight_quotes_open_and_close_in_turn() -> None:
    text, places = detokenised(["He", "said", '"', "no", '"', "and", "left", "."])
    assert text == 'He said "no" and left.'
    assert [text[a:b] for a, b in places][2:5] == ['"', "no", '"']


def test_a_folder_is_read_file_by_file(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.tsv").write_text(f"{name}\tO\n", encoding="utf-8")
    assert [gold.name for gold in read_gold(tmp_path)] == ["a.tsv", "b.tsv"]


@pytest.mark.parametrize("text", ["", "word\n", "# text = other\n1\tword\tO\n"])
def test_what_cannot_be_read_is_an_evaluation_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(EvaluationError):
        list(read_gold(written(tmp_path, text)))


def test_a_missing_file_and_an_empty_folder_are_evaluation_errors(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.conllu"):
        with pytest.raises(EvaluationError):
            list(read_gold(path))
