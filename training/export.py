"""Export trained weights as an int8 ONNX graph, ready for onnxruntime.

    python training/export.py RUN_FOLDER .carry/base.npz OUT_FOLDER

All per-word decisions that need no search are taken inside the graph: tags, lemma rules, heads and the relation to the
chosen head. What is left for outside is the rare tree that the greedy heads do not make, and the best path of name tags.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from model import Encoder, Joint, Sizes, load_base, word_means

LEMMA_CHOICES = 3
OUTPUTS = (
    "upos",
    "xpos",
    "feats",
    "lemma",
    "begins",
    "heads",
    "relations",
    "names",
    "arcs",
    "relation_dependent",
    "relation_head",
    "states",
    "layers",
)
LAYERS = (0, 2, 4)
"""Whose vectors `layers` holds side by side: they keep more of meaning than the last one. 0 is what goes into the first."""


class Deployed(nn.Module):
    """The joint model as it is asked at run time.

    Inputs: `pieces`, `shapes` (batch, pieces); `first`, `last` (batch, 1 + words), indices into the flattened pieces, the
    root in the first place; `lengths` (batch,) words. Outputs as in `OUTPUTS`, (batch, words, ...); heads count from 1.
    """

    def __init__(self, model: Joint) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor, lengths: Tensor) -> tuple[Tensor, ...]:
        """See the class."""
        seen = self.model.encoder.every_layer(pieces, shapes)
        words = word_means(seen[-1], first, last)
        layers = torch.cat([word_means(seen[number], first, last) for number in LAYERS], dim=-1)
        scores = self.model.tag_scores(words[:, 1:])
        chosen = [scores[name].argmax(-1).to(torch.int32) for name in ("upos", "xpos", "feats")]
        lemmas = scores["lemma"].topk(LEMMA_CHOICES, dim=-1).indices.to(torch.int32)
        arcs = self.model.arc_scores(words)[:, 1:]
        places = torch.arange(first.shape[1], device=first.device)[None, :]
        arcs = arcs + ((places > lengths[:, None]) * -10000.0)[:, None, :]
        heads = arcs.argmax(-1)
        dependent, head = self.model.relation_parts(words)
        dependent = dependent[:, 1:]
        head_of = head.gather(1, heads[:, :, None].expand(-1, -1, head.shape[-1]))
        relations = self.model.relation_scores(dependent, head_of).argmax(-1)
        begins = scores["begins"][..., 1] - scores["begins"][..., 0]
        tree = (heads.to(torch.int32), relations.to(torch.int32))
        return (*chosen, lemmas, begins, *tree, scores["names"], arcs, dependent, head, words[:, 1:], layers[:, 1:])


class Relations(nn.Module):
    """Only the last step: the relation of pairs whose head the tree search changed."""

    def __init__(self, model: Joint) -> None:
        super().__init__()
        self.model = model

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Both are (pairs, width); gives the label of each pair."""
        return self.model.relation_scores(dependent, head).argmax(-1).to(torch.int32)


class Plain(nn.Module):
    """The untouched base encoder as a sentence embedder: the mean of its pieces, at unit length."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor) -> Tensor:
        """(batch, pieces), 0 where padded; gives (batch, width)."""
        there = (pieces != 0).float()[:, :, None]
        mean = (self.encoder(pieces, None) * there).sum(1) / there.sum(1)
        return mean / mean.norm(dim=-1, keepdim=True)


def read_run(folder: Path) -> Joint:
    """The trained model of a run folder."""
    about = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    model = Joint(Sizes(**about["sizes"]))
    with np.load(folder / "weights.npz") as weights:
        model.load_state_dict({name: torch.from_numpy(weights[name]).float() for name in weights.files})
    return model.eval()


def export(
    module: nn.Module, inputs: dict[str, Tensor], outputs: tuple[str, ...], axes: dict[str, dict[int, str]], to: Path
) -> None:
    """Trace the module into an fp32 ONNX file."""
    torch.onnx.export(
        module.eval(),
        tuple(inputs.values()),
        str(to),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def quantised(fp32: Path, to: Path) -> None:
    """int8 weights, one scale a column, in 7 bits so that older processors do not overflow."""
    quantize_dynamic(
        fp32, to, op_types_to_quantize=["MatMul", "Gather"], per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
    )
    onnx.checker.check_model(str(to))


def export_joint(model: Joint, to: Path) -> None:
    """Write the whole joint model as int8 to `to`, and the relation step next to it."""
    pieces = torch.tensor([[101, 2054, 2003, 2023, 102], [101, 2054, 2003, 102, 0]])
    first = torch.tensor([[0, 1, 2, 3], [5, 6, 7, 0]])
    lengths = torch.tensor([3, 2])
    inputs = {"pieces": pieces, "shapes": torch.ones_like(pieces), "first": first, "last": first.clone(), "lengths": lengths}
    axes = {name: {0: "batch", 1: "words"} for name in ("first", "last")}
    axes |= {name: {0: "batch", 1: "pieces"} for name in ("pieces", "shapes")} | {"lengths": {0: "batch"}}
    axes |= {name: {0: "batch", 1: "dependents"} for name in OUTPUTS} | {"relation_head": {0: "batch", 1: "words"}}
    axes["arcs"] = {0: "batch", 1: "dependents", 2: "words"}
    with tempfile.TemporaryDirectory() as folder:
        export(Deployed(model), inputs, OUTPUTS, axes, Path(folder) / "joint.onnx")
        quantised(Path(folder) / "joint.onnx", to)
    width = model.sizes.relation_width
    pairs = {"dependent": torch.zeros(2, width), "head": torch.zeros(2, width)}
    pair_axes = {name: {0: "pairs"} for name in ("dependent", "head", "relations")}
    export(Relations(model), pairs, ("relations",), pair_axes, to.with_name("relations.onnx"))


def export_plain(base: Path, to: Path) -> None:
    """Write the base encoder of `base.npz` as an int8 sentence embedder."""
    encoder = Encoder(Sizes(labels={}, relations=0, shapes=0), 0.0)
    with np.load(base) as weights:
        load_base(encoder, {name: torch.from_numpy(weights[name]) for name in weights.files})
    inputs = {"pieces": torch.tensor([[101, 2054, 102], [101, 102, 0]])}
    with tempfile.TemporaryDirectory() as folder:
        axes = {"pieces": {0: "batch", 1: "pieces"}, "vectors": {0: "batch"}}
        export(Plain(encoder), inputs, ("vectors",), axes, Path(folder) / "plain.onnx")
        quantised(Path(folder) / "plain.onnx", to)


def constrained(transitions: np.ndarray, tags: list[str]) -> list[list[float]]:
    """The learned scores of tag after tag, with the impossible ones (an inside tag after another type) ruled out."""
    scores = transitions.astype(float).copy()
    for i, before in enumerate(tags):
        for j, after in enumerate(tags):
            if after[0] == "I" and before[2:] != after[2:]:
                scores[i, j] = -1e4
    return [[round(float(value), 3) for value in row] for row in scores]


def write_labels(run: Path, threshold: float, to: Path) -> None:
    """Write the labels of every head, with all that decoding needs."""
    labels = json.loads((run / "labels.json").read_text(encoding="utf-8"))["labels"]
    with np.load(run / "weights.npz") as weights:
        labels["transitions"] = constrained(weights["transitions"], labels["names"])
    labels["begins_threshold"] = threshold
    to.write_text(json.dumps(labels), encoding="utf-8")


def main() -> None:
    """Write the files of the language model: the joint graph, its labels, and the plain encoder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="the folder that train.py wrote")
    parser.add_argument("base", type=Path, help="base.npz, for the sentence embedder")
    parser.add_argument("out", type=Path, help="a folder for the graphs and labels")
    # Chosen on the EWT development set: the sentence F1 is flat around it.
    parser.add_argument("--begins-threshold", type=float, default=-0.5)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    export_joint(read_run(options.run), options.out / "syntax.onnx")
    export_plain(options.base, options.out / "embeddings.onnx")
    write_labels(options.run, options.begins_threshold, options.out / "labels.json")


if __name__ == "__main__":
    main()
