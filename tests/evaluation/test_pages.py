"""The scorer of extracted text counts as the public benchmark's does, and the public set and gold pages can be scored."""

import gzip
import json
from pathlib import Path

import pytest

from dragoman.articles.stage import ArticleStage
from dragoman.errors import EvaluationError
from dragoman.evaluation.pages import evaluate, score_blocks, shingle_shares
from dragoman.pages.read import read_paths
from dragoman.records import Article, Block, Page
from dragoman.settings import Settings

SENTENCES = (
    "The foreign minister of Norway arrived in Tallinn on Monday for border talks, the ministry said.",
    "She is to meet her Estonian colleague, who had invited her in the spring, before she flies on to Riga.",
    "The two governments have said that they want to sign the agreement before the end of the year.",
)


def test_shares_are_of_shingles_of_four_tokens() -> None:
    assert shingle_shares("a b c d e", "a b c d e") == {"right": 1.0, "wrong": 0.0, "missed": 0.0}
    assert shingle_shares("a b c d e", "a b c d x") == {"right": 1 / 3, "wrong": 1 / 3, "missed": 1 / 3}
    assert shingle_shares("a b c d e", "") == {"right": 0.0, "wrong": 0.0, "missed": 1.0}
    assert shingle_shares("", "") == {"right": 0.0, "wrong": 0.0, "missed": 0.0}


def test_a_folder_in_the_format_of_the_benchmark_is_scored(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    body = "".join(f"<p>{text}</p>" for text in SENTENCES)
    page = f"<html><head><title>Talks</title></head><body><article>{body}</article></body></html>"
    (tmp_path / "html" / "one.html.gz").write_bytes(gzip.compress(page.encode()))
    truth = {"one": {"articleBody": "\n\n".join(SENTENCES), "url": "https://bay.example/1"}, "two": {"articleBody": "Gone."}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth))
    found = evaluate(tmp_path, Settings())
    assert found.scores["precision"] == 1.0
    assert found.scores["recall"] == 0.5
    assert found.scores["without_text"] == 1.0
    assert [row["page"] for row in found.predictions] == ["one", "two"]


@pytest.mark.parametrize("content", [None, "no json", '{"one": {}}', "[1]"])
def test_a_folder_without_a_set_is_an_error(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "ground-truth.json").write_text(content)
    with pytest.raises(EvaluationError):
        evaluate(tmp_path, Settings())


def test_blocks_are_scored_by_characters() -> None:
    blocks = (Block(0, 4, "navigation", ""), Block(5, 9, "body", ""))
    article = Article("1", "p", "1", None, None, None, None, None, None, "en", None, "junk text", blocks)
    gold = {"body": [{"start": 5, "end": 9}], "boilerplate": [{"start": 0, "end": 4}]}
    assert score_blocks(article, gold) == {"body_kept": 1.0, "boilerplate_left": 0.0}
    assert score_blocks(article, {"body": gold["boilerplate"], "boilerplate": gold["body"]}) == {
        "body_kept": 0.0, "boilerplate_left": 1.0,
    }  # fmt: skip


def test_gold_pages_keep_all_of_the_body_and_none_of_the_boilerplate(shared: Path) -> None:
    for path in sorted((shared / "gold").glob("[0-9]*.json")):
        gold = json.loads(path.read_bytes())
        pages = read_paths([shared / "seeds" / f"{path.stem}.txt"], Settings())
        found = next(ArticleStage(Settings()).run(page for page in pages if isinstance(page, Page)))
        assert isinstance(found, Article)
        assert found.text == (shared / "seeds" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        scores = score_blocks(found, gold)
        assert scores["body_kept"] == 1.0, path.name
        assert scores["boilerplate_left"] == 0.0, path.name


@pytest.mark.slow
def test_the_public_pages_are_extracted_well(shared: Path) -> None:
    path = shared / "data" / "eval" / "pages"
    if not path.is_dir():
        pytest.skip(f"no pages at {path}")
    assert evaluate(path, Settings()).scores["f1"] > 0.96
