"""Train the joint model. Needs torch and numpy only; runs on a GPU where there is one, else on the CPU.

python training/train.py --corpus .carry/corpus.pickle.xz --base .carry/base.npz --out .carry/run --seed 1
"""

from __future__ import annotations

import argparse
import contextlib
import json
import lzma
import math
import pickle
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional
from torch.utils.data import DataLoader, Dataset

from model import Joint, Sizes, load_base, names_loss

FIELDS = ("upos", "xpos", "feats", "lemma", "begins")
CASE = {"own": 0, "title": 1, "caps": 2, "lower": 3}


@dataclass(frozen=True, slots=True)
class Options:
    """What a run can vary; the defaults are those of the shipped model."""

    seed: int = 1
    epochs: int = 12
    batch_pieces: int = 2500
    rate_encoder: float = 3e-4
    rate_heads: float = 2e-3
    warmup: float = 0.08
    dropout: float = 0.1
    head_dropout: float = 0.33
    average: float = 0.999
    masked_words: float = 0.05
    masked_names: float = 0.1
    own_repeat: int = 1
    names_weight: float = 1.0
    limit: int = 0
    workers: int = 0


class Corpus:
    """The prepared sets, with the tables that turn words into pieces and shapes."""

    def __init__(self, path: Path) -> None:
        with lzma.open(path) as file:
            self.data: dict[str, Any] = pickle.load(file)  # noqa: S301 - our own file
        rows = self.data["words"]
        self.pieces: list[tuple[int, ...]] = [row[0] for row in rows]
        self.lengths = np.array([len(row[0]) for row in rows])
        self.shapes = np.array([row[1] for row in rows])
        self.small = np.array([row[2] for row in rows])
        self.allowed = np.where(self.data["masks"], 0.0, -1e4).astype(np.float32)

        tags = self.data["labels"]["names"]
        sure = [np.flatnonzero(mask) for mask in self.data["masks"]]
        self.inside = ~self.data["masks"][:, tags.index("O")]
        self._sure = [tags[found[0]] if len(found) == 1 else "" for found in sure]

    def mentions(self, names: np.ndarray) -> Iterator[tuple[int, int, str]]:
        """Start, end and type of the names whose type is sure."""
        start, kind = 0, ""
        for i, mask in enumerate([*names.tolist(), 0]):
            tag = self._sure[mask]
            if kind and tag != f"I-{kind}":
                yield start, i, kind
                kind = ""
            if tag[:1] == "B":
                start, kind = i, tag[2:]

    def swap_pools(self, kind: str, length: int) -> tuple[np.ndarray, np.ndarray] | None:
        """What may stand in the first and the last place of a name; nothing where it is best left alone."""
        pools = self.data["swaps"]
        if kind == "PERSON" and length <= 3:
            return (pools["given"] if length > 1 else pools["family"]), pools["family"]
        if length == 1 and kind in {"GPE", "NORP"}:
            pool = pools["place" if kind == "GPE" else "people"]
            return pool, pool
        return None

    @property
    def sizes(self) -> Sizes:
        """The model that fits this corpus."""
        labels = {name: len(values) for name, values in self.data["labels"].items() if name != "deprel"}
        return Sizes(labels=labels, relations=len(self.data["labels"]["deprel"]), shapes=len(self.data["shapes"]))


# ---------------------------------------------------------------------------------------------------------- batches


def varied(example: dict[str, Any], corpus: Corpus, rng: np.random.Generator) -> tuple[dict[str, Any], np.ndarray]:
    """A copy of the sentence as it may stand elsewhere, with the shapes of its words: other names, other case, no stop."""
    example = swapped(example, corpus, rng)
    words = example["words"]
    end = len(words)
    if end > 3 and rng.random() < 0.12 and _droppable(example, corpus):
        end -= 1
    example = {k: (v if k == "source" else v[:end]) for k, v in example.items()}
    shapes = corpus.shapes[example["words"], CASE["own"]].copy()
    draw = rng.random() * (1.0 if end <= 25 else 2.0)
    if draw < 0.12:
        kept_small = corpus.small[example["words"]] if rng.random() < 0.7 else np.zeros(end, bool)
        kept_small[0] = False
        shapes = np.where(kept_small, shapes, corpus.shapes[example["words"], CASE["title"]])
    elif draw < 0.18:
        shapes = corpus.shapes[example["words"], CASE["caps"]].copy()
    elif draw < 0.20:
        shapes = corpus.shapes[example["words"], CASE["lower"]].copy()
    return example, shapes


def swapped(example: dict[str, Any], corpus: Corpus, rng: np.random.Generator) -> dict[str, Any]:
    """The sentence with some of its persons, places and peoples replaced word by word, so that its tree still holds."""
    if example["source"] == "own" or "names" not in example or rng.random() > 0.35:
        return example
    words = example["words"].copy()
    for start, end, kind in corpus.mentions(example["names"]):
        pools = corpus.swap_pools(kind, end - start)
        if pools and rng.random() < 0.7:
            words[start], words[end - 1] = rng.choice(pools[0]), rng.choice(pools[1])
    return example | {"words": words}


def _droppable(example: dict[str, Any], corpus: Corpus) -> bool:
    last = len(example["words"])
    if corpus.lengths[example["words"][-1]] != 1 or corpus.pieces[example["words"][-1]] != (1012,):
        return False
    return "head" not in example or (last not in example["head"] and example["head"][-1] != 0)


def batches(
    examples: Sequence[dict[str, Any]], corpus: Corpus, limit: int, rng: np.random.Generator | None
) -> Iterator[list[int]]:
    """Indices of sentences of like length, at most `limit` padded pieces together; shuffled when there is a generator."""
    lengths = np.array([corpus.lengths[e["words"]].sum() for e in examples])
    noise = rng.integers(0, 4, len(lengths)) if rng else 0
    groups, group, longest = [], list[int](), 0
    for index in np.argsort(lengths + noise, kind="stable"):
        longest_next = max(longest, int(lengths[index]) + 2)
        if group and longest_next * (len(group) + 1) > limit:
            groups.append(group)
            group, longest_next = [], int(lengths[index]) + 2
        group.append(int(index))
        longest = longest_next
    groups.append(group)
    if rng:
        rng.shuffle(groups)
    yield from groups


def tensors(
    examples: Sequence[dict[str, Any]], corpus: Corpus, rng: np.random.Generator | None, options: Options
) -> dict[str, Tensor]:
    """Padded tensors of one batch. Word-level targets are -1 where there is nothing to learn."""
    rows = [varied(e, corpus, rng) if rng else (e, corpus.shapes[e["words"], CASE["own"]]) for e in examples]
    pieces, shapes, first, last = [], [], [], []
    for example, word_shapes in rows:
        hidden = _hidden(example, corpus, rng, options) if rng else np.zeros(len(example["words"]), bool)
        row, shape_row, starts, ends = _pieces(example["words"], word_shapes, hidden, corpus)
        pieces.append(row)
        shapes.append(shape_row)
        first.append(starts)
        last.append(ends)
    width = max(map(len, pieces))
    count = max(map(len, first))
    out = {"pieces": _padded(pieces, width, 0), "shapes": _padded(shapes, width, 0)}
    offset = (np.arange(len(rows)) * width)[:, None]
    out["first"], out["last"] = _padded(first, count, 0) + offset, _padded(last, count, 0) + offset
    out["lengths"] = np.array([len(e["words"]) for e, _ in rows])
    none = np.zeros(0, np.int16)
    for name in (*FIELDS, "head", "deprel"):
        out[name] = _padded([e.get(name, none) for e, _ in rows], count - 1, -1)
    out["names"] = _padded([e.get("names", none) for e, _ in rows], count - 1, 0)
    out["named"] = np.array(["names" in e for e, _ in rows])
    return {name: torch.from_numpy(np.ascontiguousarray(value)) for name, value in out.items()}


def _hidden(example: dict[str, Any], corpus: Corpus, rng: np.random.Generator, options: Options) -> np.ndarray:
    """Words that the model must do without: some of all words, and more of those in names, to make it read around them."""
    share = np.full(len(example["words"]), options.masked_words)
    if "names" in example:
        share[corpus.inside[example["names"]]] = options.masked_names
    return rng.random(len(share)) < share


def _pieces(
    words: np.ndarray, shapes: np.ndarray, hidden: np.ndarray, corpus: Corpus
) -> tuple[list[int], list[int], list[int], list[int]]:
    row, shape_row, starts, ends = [101], [0], [0], [0]
    for word, shape, mask in zip(words, shapes, hidden, strict=True):
        own = corpus.pieces[word]
        starts.append(len(row))
        row.extend([103] * len(own) if mask else own)
        shape_row.extend([int(shape)] * len(own))
        ends.append(len(row) - 1)
    return [*row[:511], 102], [*shape_row[:511], 0], [min(s, 510) for s in starts], [min(e, 510) for e in ends]


def _padded(rows: Sequence[Sequence[int] | np.ndarray], width: int, fill: int) -> np.ndarray:
    out = np.full((len(rows), width), fill, np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out


@dataclass(frozen=True)
class _Groups(Dataset[dict[str, Tensor]]):
    """The batches of one epoch; each has its own random numbers, so that workers change nothing."""

    examples: Sequence[dict[str, Any]]
    corpus: Corpus
    groups: Sequence[Sequence[int]]
    options: Options
    epoch: int

    def __len__(self) -> int:
        return len(self.groups)

    def __getitem__(self, index: int) -> dict[str, Tensor]:
        rng = np.random.default_rng([self.options.seed, self.epoch, index])
        return tensors([self.examples[i] for i in self.groups[index]], self.corpus, rng, self.options)


# ---------------------------------------------------------------------------------------------------------- learning


def loss(model: Joint, batch: dict[str, Tensor], masks: Tensor, names_weight: float) -> Tensor:
    """The sum of the mean losses of all tasks that the batch has targets for."""
    words = model.words(batch["pieces"], batch["shapes"], batch["first"], batch["last"])
    scores = model.tag_scores(words[:, 1:])
    total = words.new_zeros((), dtype=torch.float32)
    for name, weight in (("upos", 0.7), ("xpos", 0.5), ("feats", 0.5), ("lemma", 0.5), ("begins", 0.5)):
        total = total + weight * _cross(scores[name], batch[name])
    arcs = model.arc_scores(words)[:, 1:].float()
    there = torch.arange(words.shape[1], device=words.device)[None, :] <= batch["lengths"][:, None]
    total = total + _cross(arcs.masked_fill(~there[:, None, :], -1e4), batch["head"])
    dependent, head = model.relation_parts(model.drop(words))
    chosen = batch["head"].clamp(min=0)[:, :, None].expand(-1, -1, head.shape[-1])
    total = total + _cross(model.relation_scores(dependent[:, 1:], head.gather(1, chosen)), batch["deprel"])
    return total + names_weight * _names(model, scores["names"], batch, masks)


def _cross(scores: Tensor, target: Tensor) -> Tensor:
    known = (target >= 0).sum().clamp(min=1)
    flat = functional.cross_entropy(
        scores.flatten(0, 1).float(), target.flatten(), ignore_index=-1, reduction="sum", label_smoothing=0.0
    )
    return flat / known


def _names(model: Joint, scores: Tensor, batch: dict[str, Tensor], masks: Tensor) -> Tensor:
    named = batch["named"]
    if not bool(named.any()):
        return scores.sum() * 0.0
    lengths = batch["lengths"][named]
    total = names_loss(scores[named].float(), masks[batch["names"][named]], lengths, model.transitions)
    return total / lengths.sum() * 3.0


def optimizer(model: Joint, options: Options, steps: int) -> tuple[torch.optim.Optimizer, Any]:
    """AdamW with a linear warm-up and a cosine fall; the encoder learns more slowly than the heads."""
    encoder = list(model.encoder.parameters())
    known = {id(p) for p in encoder}
    heads = [p for p in model.parameters() if id(p) not in known]
    groups = [{"params": encoder, "lr": options.rate_encoder}, {"params": heads, "lr": options.rate_heads}]
    adam = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)

    def rate(step: int) -> float:
        warm = max(1.0, options.warmup * steps)
        if step < warm:
            return step / warm
        return 0.5 * (1 + math.cos(math.pi * min(1.0, (step - warm) / max(1.0, steps - warm))))

    return adam, torch.optim.lr_scheduler.LambdaLR(adam, rate)


def train(corpus: Corpus, base: Path, options: Options, out: Path) -> None:
    """Run all epochs; what is scored and kept is the moving average of the weights."""
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model = Joint(corpus.sizes, options.dropout, options.head_dropout)
    with np.load(base) as weights:
        load_base(model.encoder, {k: torch.from_numpy(weights[k]) for k in weights.files})
    model.to(device)
    examples = corpus.data["train"]
    examples = examples[: options.limit] if options.limit else examples
    examples = examples + [e for e in examples if e["source"] == "own"] * (options.own_repeat - 1)
    masks = torch.from_numpy(corpus.allowed).to(device)
    steps = options.epochs * sum(1 for _ in batches(examples, corpus, options.batch_pieces, None))
    adam, schedule = optimizer(model, options, steps)
    averaged = torch.optim.swa_utils.AveragedModel(
        model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(options.average)
    )
    precision: Any = torch.autocast("cuda", torch.bfloat16) if device.type == "cuda" else contextlib.nullcontext()
    for epoch in range(options.epochs):
        begun, seen = time.time(), 0.0
        model.train()
        groups = list(batches(examples, corpus, options.batch_pieces, rng))
        for prepared in DataLoader(_Groups(examples, corpus, groups, options, epoch), None, num_workers=options.workers):
            batch = {k: v.to(device, non_blocking=True) for k, v in prepared.items()}
            with precision:
                value = loss(model, batch, masks, options.names_weight)
            adam.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            adam.step()
            schedule.step()
            averaged.update_parameters(model)
            seen += value.detach()
        line = {"epoch": epoch + 1, "loss": round(float(seen) / len(groups), 4), "seconds": round(time.time() - begun)}
        if (epoch + 1) % 4 == 0 or epoch + 1 == options.epochs:
            line |= scores(averaged.module, corpus, device)
            save(averaged.module, corpus, out)
        print(out.name, json.dumps(line), flush=True)


# ---------------------------------------------------------------------------------------------------------- scores


@torch.no_grad()
def scores(model: Joint, corpus: Corpus, device: torch.device) -> dict[str, float]:
    """Per cent right on the development sets: gold words, greedy heads, punctuation left out of UAS and LAS."""
    model.eval()
    found = begins_scores(model, corpus, device)
    for name in ("dev-ewt", "dev-gum"):
        examples = corpus.data[name]
        if name == "dev-ewt":
            found |= names_scores(model, corpus, examples, device)
        counts = np.zeros(5)
        for group in batches(examples, corpus, 16000, None):
            batch = {k: v.to(device) for k, v in tensors([examples[i] for i in group], corpus, None, Options()).items()}
            counts += _tree_counts(model, batch, corpus)
        right = 100 * counts[:4] / np.array([counts[4], counts[3], counts[3], 1])
        found |= {f"{name}-{k}": round(float(v), 2) for k, v in zip(("upos", "uas", "las"), right, strict=False)}
    return found


def _tree_counts(model: Joint, batch: dict[str, Tensor], corpus: Corpus) -> np.ndarray:
    words = model.words(batch["pieces"], batch["shapes"], batch["first"], batch["last"])
    upos = model.tag_scores(words[:, 1:])["upos"].argmax(-1)
    arcs = model.arc_scores(words)[:, 1:]
    there = torch.arange(words.shape[1], device=words.device)[None, :] <= batch["lengths"][:, None]
    heads = arcs.masked_fill(~there[:, None, :], -1e4).argmax(-1)
    dependent, head = model.relation_parts(words)
    chosen = heads[:, :, None].expand(-1, -1, head.shape[-1])
    labels = model.relation_scores(dependent[:, 1:], head.gather(1, chosen)).argmax(-1)
    punct = corpus.data["labels"]["upos"].index("PUNCT")
    counted = (batch["upos"] >= 0) & (batch["upos"] != punct)
    right = (heads == batch["head"]) & counted
    values = [
        ((upos == batch["upos"]) & (batch["upos"] >= 0)).sum(),
        right.sum(),
        (right & (labels == batch["deprel"])).sum(),
        counted.sum(),
        (batch["upos"] >= 0).sum(),
    ]
    return np.array([float(v) for v in values])


def viterbi(emission: np.ndarray, transitions: np.ndarray) -> list[int]:
    """The best path of tags through one sentence."""
    best, back = emission[0], []
    for row in emission[1:]:
        grown = best[:, None] + transitions
        back.append(grown.argmax(0))
        best = grown.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


@torch.no_grad()
def begins_scores(model: Joint, corpus: Corpus, device: torch.device) -> dict[str, float]:
    """F1 of the places where a further sentence begins, in stretches that the rules leave in one piece."""
    right = own = gold = 0
    examples = corpus.data["dev-joined"]
    for group in batches(examples, corpus, 16000, None):
        batch = {k: v.to(device) for k, v in tensors([examples[i] for i in group], corpus, None, Options()).items()}
        words = model.words(batch["pieces"], batch["shapes"], batch["first"], batch["last"])
        found = (model.tag_scores(words[:, 1:])["begins"].argmax(-1) == 1) & (batch["begins"] >= 0)
        right += int((found & (batch["begins"] == 1)).sum())
        own, gold = own + int(found.sum()), gold + int((batch["begins"] == 1).sum())
    return {"begins": round(200 * right / max(1, own + gold), 2)}


COARSE = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Coarse names of a tag path."""
    found, start = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and (tag[0] != "I" or tag[2:] != tags[start][2:]):
            kind = COARSE.get(tags[start][2:])
            if kind:
                found.add((start, i, kind))
            start = None
        if tag[0] == "B":
            start = i
    return found


def names_scores(model: Joint, corpus: Corpus, examples: Sequence[Any], device: torch.device) -> dict[str, float]:
    """F1 over PER, ORG and LOC of the coarse development set, all together and for ORG."""
    tags = corpus.data["labels"]["names"]
    hits: dict[str, list[int]] = {"all": [0, 0, 0], "ORG": [0, 0, 0]}
    transitions = model.transitions.float().cpu().numpy()
    for group in batches(examples, corpus, 16000, None):
        chosen = [examples[i] for i in group]
        batch = {k: v.to(device) for k, v in tensors(chosen, corpus, None, Options()).items()}
        words = model.words(batch["pieces"], batch["shapes"], batch["first"], batch["last"])
        emission = model.tag_scores(words[:, 1:])["names"].float().cpu().numpy()
        for example, row in zip(chosen, emission, strict=True):
            if "names" not in example:
                continue
            path = viterbi(row[: len(example["words"])], transitions)
            gold = [_gold_tag(corpus.data["masks"][m], tags) for m in example["names"]]
            _count(hits, spans([tags[t] for t in path]), spans(gold))
    return {f"names-{k}": round(200 * v[0] / max(1, v[1] + v[2]), 2) for k, v in hits.items()}


def _gold_tag(mask: np.ndarray, tags: Sequence[str]) -> str:
    allowed = [t for t, m in zip(tags, mask, strict=True) if m]
    return "O" if "O" in allowed else allowed[0]


def _count(hits: dict[str, list[int]], found: set[Any], gold: set[Any]) -> None:
    for key, counts in hits.items():
        mine, theirs = ({s for s in x if key in ("all", s[2])} for x in (found, gold))
        counts[0] += len(mine & theirs)
        counts[1] += len(mine)
        counts[2] += len(theirs)


def save(model: Joint, corpus: Corpus, out: Path) -> None:
    """Write the weights in half precision, with all that is needed to export them."""
    out.mkdir(parents=True, exist_ok=True)
    weights = {k: v.detach().cpu().half().numpy() for k, v in model.state_dict().items()}
    np.savez(out / "weights.npz", **weights)
    about = {"sizes": model.sizes.as_dict(), "labels": corpus.data["labels"], "shapes": list(corpus.data["shapes"])}
    (out / "labels.json").write_text(json.dumps(about), encoding="utf-8")


def main() -> None:
    """Read the options, train, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    for name, default in zip(Options.__dataclass_fields__, Options.__dataclass_fields__.values(), strict=True):
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(default.default), default=default.default)
    given = vars(parser.parse_args())
    paths = {name: given.pop(name) for name in ("corpus", "base", "out")}
    corpus = Corpus(paths["corpus"])
    train(corpus, paths["base"], Options(**given), paths["out"])


if __name__ == "__main__":
    main()
