"""Put graphs, labels and tokenizer together as one folder that `spacy.load` reads, score it, and write its card.

python training/assemble.py EXPORTED LEMMAS.txt TOKENIZER.json OUT_FOLDER --data ../shared/data
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import spacy

from dragoman.documents.syntax import Syntax
from dragoman.documents.tokens import make_tokenizer
from dragoman.evaluation import names, ud
from dragoman.ontology.spelling import load_spelling
from dragoman.settings import Settings

CARD = Path(__file__).parent / "card.md"
SOURCES = json.loads((Path(__file__).parent / "sources.json").read_text(encoding="utf-8"))
SETS = {
    "EWT test": (ud, "train/en_ewt-test.conllu"),
    "GUM test": (ud, "train/en_gum-test.conllu"),
    "UNER EWT test": (names, "train/uner_ewt-test.iob2"),
    "world newswire": (names, "eval/names/worldwide"),
}


def assemble(exported: Path, lemmas: Path, tokenizer: Path, out: Path) -> None:
    """Write the pipeline into a new folder."""
    nlp = spacy.blank("en", meta={"name": "dragoman", "version": SOURCES["version"]})
    nlp.tokenizer = make_tokenizer(nlp.vocab, load_spelling())
    nlp.add_pipe("dragoman_sentences")
    syntax = nlp.add_pipe("dragoman_syntax")
    if not isinstance(syntax, Syntax):
        raise TypeError("another package has taken the name dragoman_syntax")
    with tempfile.TemporaryDirectory() as folder:
        for path in (*exported.glob("*.onnx"), exported / "labels.json", lemmas):
            shutil.copy(path, folder)
        shutil.copy(tokenizer, Path(folder) / "tokenizer.json")
        syntax.from_disk(folder)
    nlp.to_disk(out)
    shutil.copy(exported / "embeddings.onnx", out / "embeddings.onnx")


def measure(model: Path, data: Path) -> dict[str, dict[str, float]]:
    """Scores of the folder on every set that is there: raw text, our own tokens and sentences."""
    settings = Settings(language_model=str(model))
    found = {
        name: dict(module.evaluate(data / path, settings).scores)
        for name, (module, path) in SETS.items()
        if (data / path).exists()
    }
    return {name: {k: round(v, 4) for k, v in scores.items()} for name, scores in found.items()}


def describe(model: Path, scores: Mapping[str, Mapping[str, float]]) -> None:
    """Write `meta.json` (hashes, data, licences, scores) and the card."""
    meta: dict[str, Any] = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    hashes = {
        str(path.relative_to(model)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(model.rglob("*"))
        if path.is_file() and path.name not in {"meta.json", "README.md"}
    }
    meta |= {key: SOURCES[key] for key in ("description", "author", "license", "sources")}
    meta |= {"performance": scores, "files": hashes}
    (model / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    card = CARD.read_text(encoding="utf-8").replace("{scores}", table(scores)).replace("{sources}", sources())
    (model / "README.md").write_text(card, encoding="utf-8")


def table(scores: Mapping[str, Mapping[str, float]]) -> str:
    """The scores as a table."""
    lines = ["| set | scores (F1 in per cent) |", "| --- | --- |"]
    for name, values in scores.items():
        shown = ", ".join(f"{k} {100 * v:.1f}" for k, v in values.items() if v <= 1)
        lines.append(f"| {name} | {shown} |")
    return "\n".join(lines)


def sources() -> str:
    """The training sets with their licences, as a table."""
    lines = ["| set | what was learned from it | licence |", "| --- | --- | --- |"]
    lines += [f"| [{s['name']}]({s['url']}) | {s['use']} | {s['license']} |" for s in SOURCES["sources"]]
    return "\n".join(lines)


def main() -> None:
    """Build, measure, describe."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("exported", "lemmas", "tokenizer", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    assemble(options.exported, options.lemmas, options.tokenizer, options.out)
    describe(options.out, measure(options.out, options.data))


if __name__ == "__main__":
    main()
