"""Write what `labeller_train.py` learned as two int8 graphs: needs torch, onnx and onnxruntime.

PYTHONPATH=src python training/labeller_export.py .carry/labeller/labels.pt src/dragoman/reports/labeller
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from export import export, quantised
from labeller_model import Network, Options

FIXED = (("parties", "of_trigger"), ("parties", "before"))
"""What has no word of its own for each word."""


class Acts(nn.Module):
    """What is asked of a sentence once. In: `vectors` (n, size) of float16, `words` (n, 2), `pairs` (n, n, 3) of integers.
    Out: how likely each type is (n, 17), and each word as a trigger and as a party (n, width).
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor, words: Tensor, pairs: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """See the class."""
        one = torch.zeros_like(words[None, :, 0])
        x = self.network.reader(vectors[None].float(), words[None].long(), pairs[None].long(), one)[0]
        return self.network.types(x).softmax(-1), self.network.of_trigger(x), self.network.of_word(x)


class Parties(nn.Module):
    """What is asked of a trigger about the words of a sentence, its own or one before.

    In: the trigger's vector (1, width), `of_word` (n, width), `pairs` (n, 3) from it to each word, and how many sentences
    stand between, `before` (1,). Out: how likely each word is nobody, the source, the target (n, 3).
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, of_trigger: Tensor, of_word: Tensor, pairs: Tensor, before: Tensor) -> Tensor:
        """See the class."""
        return self.network.roles(of_trigger, of_word[None], pairs[None].long(), before[None].long()).softmax(-1)[0]


def read(path: Path) -> Network:
    """The trained network."""
    found = torch.load(path)
    network = Network(len(found["weights"]["reader.mean"]), Options(**found["options"]))
    network.load_state_dict(found["weights"])
    return network.eval()


def main() -> None:
    """Write both graphs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path, help="the folder of the graphs")
    options = parser.parse_args()
    network = read(options.weights)
    words, size, width = 5, len(network.reader.mean), network.of_word.out_features
    pairs = torch.zeros(words, words, 3, dtype=torch.int16)
    sentence = {
        "vectors": torch.zeros(words, size, dtype=torch.float16),
        "words": torch.zeros(words, 2, dtype=torch.int32),
        "pairs": pairs,
    }
    asked = {
        "of_trigger": torch.zeros(1, width),
        "of_word": torch.zeros(words, width),
        "pairs": pairs[0],
        "before": torch.zeros(1, dtype=torch.int32),
    }
    every = {0: "words"}
    with tempfile.TemporaryDirectory() as folder:
        parts: tuple[tuple[str, nn.Module, dict[str, Tensor], tuple[str, ...]], ...] = (
            ("acts", Acts(network), sentence, ("types", "of_trigger", "of_word")),
            ("parties", Parties(network), asked, ("roles",)),
        )
        for name, module, inputs, outputs in parts:
            axes = {each: every for each in (*inputs, *outputs) if (name, each) not in FIXED}
            axes |= {"pairs": {0: "words", 1: "words"}} if name == "acts" else {}
            plain = Path(folder) / f"{name}.onnx"
            export(module, inputs, outputs, axes, plain)
            quantised(plain, options.out / f"{name}.onnx")


if __name__ == "__main__":
    main()
