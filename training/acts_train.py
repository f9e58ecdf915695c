"""Train the classifier of acts. Needs torch and numpy only; a few minutes on one core.

    python training/acts_train.py --data .carry/acts.npz --out src/dragoman/reports/classifier/acts.npz

Trains twice: without a sixth of our own sentences, which then gives the accuracy and the temperature, and with all of them,
which is what is written. The encoder is not trained: `acts_prepare.py` has averaged its vectors.
"""

from __future__ import annotations

import argparse
import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

POOLS = 5
HIDDEN_PARTS = (0.05, 0.15, 0.15, 0.1, 0.1)
"""How often the mean of the trigger, the sources, the targets, the words around and the sentence is hidden in training."""
KINDS = {"own": 3.0, "frame": 1.0, "everyday": 0.25}
"""How much a sentence of each kind counts."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a run can vary; the defaults are those of the shipped weights."""

    seed: int = 1
    epochs: int = 10
    rate: float = 1e-3
    decay: float = 0.02
    width: int = 256
    dropout: float = 0.5
    input_dropout: float = 0.3
    smoothing: float = 0.05
    batch: int = 64
    held_out: int = 6


class Network(nn.Module):
    """What `dragoman.reports.classifier.network` computes, with dropout."""

    def __init__(self, vectors: int, types: int, options: Options) -> None:
        super().__init__()
        self.hidden = nn.Linear(POOLS * vectors, options.width)
        self.out = nn.Linear(options.width, types)
        self.drop, self.input_drop = nn.Dropout(options.dropout), nn.Dropout(options.input_dropout)

    def forward(self, features: Tensor) -> Tensor:
        """(batch, pools, width) to log-odds of the types."""
        inside = functional.gelu(self.hidden(self.input_drop(features.flatten(1))), approximate="tanh")
        return self.out(self.drop(inside))


@dataclass(frozen=True, slots=True)
class Data:
    """Normalised features, 0 where a mean is missing; roots; weights; which sentences are held out."""

    features: Tensor
    roots: Tensor
    weights: Tensor
    held: Tensor
    held_texts: tuple[str, ...]
    types: tuple[str, ...]
    mean: Tensor
    spread: Tensor


def read(path: Path, options: Options) -> Data:
    """What `acts_prepare.py` wrote."""
    with np.load(path) as found:
        means, there = torch.from_numpy(found["means"]).float(), torch.from_numpy(found["there"])
        roots, types = torch.from_numpy(found["roots"]).long(), tuple(str(name) for name in found["types"])
        kinds, texts = [str(kind) for kind in found["kinds"]], [str(text) for text in found["texts"]]
    known = there[:, :, None].float()
    mean = (means * known).sum(0) / known.sum(0)
    spread = (((means - mean) ** 2 * known).sum(0) / known.sum(0)).sqrt() + 1e-3
    held = [kind == "own" and _chosen(text, options.held_out) for kind, text in zip(kinds, texts, strict=True)]
    weights = torch.tensor([KINDS[kind] for kind in kinds])
    out = tuple(sorted({text for text, is_held in zip(texts, held, strict=True) if is_held}))
    return Data((means - mean) / spread * known, roots, weights, torch.tensor(held), out, types, mean, spread)


def _chosen(text: str, one_of: int) -> bool:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % one_of == 0


def train(data: Data, rows: Tensor, options: Options) -> Network:
    """Train on these rows."""
    torch.manual_seed(options.seed)
    network = Network(data.features.shape[-1], len(data.types), options)
    optimiser = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=options.decay)
    steps = options.epochs * -(-len(rows) // options.batch)
    hidden = torch.tensor(HIDDEN_PARTS)
    for step in range(steps):
        if step % (steps // options.epochs) == 0:
            order = rows[torch.randperm(len(rows))]
            batches = iter(order.split(options.batch))
        batch = next(batches, order[: options.batch])
        rate = options.rate * min(1, (step + 1) / 100) * max(0.02, 1 - step / steps)
        for group in optimiser.param_groups:
            group["lr"] = rate
        shown = (torch.rand(len(batch), POOLS) >= hidden)[:, :, None]
        scores = network(data.features[batch] * shown)
        losses = functional.cross_entropy(scores, data.roots[batch], label_smoothing=options.smoothing, reduction="none")
        optimiser.zero_grad()
        (losses * data.weights[batch]).mean().backward()
        optimiser.step()
    return network.eval()


@torch.no_grad()
def temperature(network: Network, data: Data) -> float:
    """What the log-odds are divided by so that the held-out sentences are likeliest; prints how many are right."""
    scores, roots = network(data.features[data.held]), data.roots[data.held]
    losses = {number / 20: functional.cross_entropy(scores / (number / 20), roots).item() for number in range(8, 41)}
    best = min(losses, key=lambda each: losses[each])
    right = scores.argmax(1) == roots
    shares = functional.softmax(scores / best, 1)
    none = data.types.index("NONE")
    print(f"held out {len(roots)}: right {right.float().mean():.3f}, temperature {best}, loss {losses[best]:.3f}")
    acts = roots != none
    print(f"  of acts: type right {(scores[acts][:, :none].argmax(1) == roots[acts]).float().mean():.3f};", end=" ")
    for limit in (0.5, 0.7, 0.9):
        called = shares[:, none] > limit
        print(
            f"no act > {limit}: {called[~acts].float().mean():.2f} of none, {called[acts].float().mean():.2f} of acts;",
            end=" ",
        )
    print()
    for low in (0.0, 0.3, 0.5, 0.7, 0.8, 0.9):
        sure = shares.max(1).values >= low
        print(f"  surer than {low}: {sure.float().mean():.2f} of them, right {right[sure].float().mean():.3f}")
    return best


def main() -> None:
    """Train, measure, train with everything, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--held-out", type=Path, help="a folder for the network without the held-out sentences, and their list"
    )
    parser.add_argument("--seed", type=int, default=Options().seed)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    options = Options(seed=arguments.seed)
    data = read(arguments.data, options)
    without = train(data, (~data.held).nonzero().flatten(), options)
    best = temperature(without, data)
    if arguments.held_out:
        write(without, data, best, arguments.held_out / "acts-held-out.npz")
        (arguments.held_out / "held-out.txt").write_text("\n".join(data.held_texts) + "\n", encoding="utf-8")
    write(train(data, torch.arange(len(data.roots)), options), data, best, arguments.out)


def write(network: Network, data: Data, best: float, to: Path) -> None:
    """The weights in half precision, as `ActNetwork` reads them."""
    weights = {
        "hidden": network.hidden.weight.T,
        "hidden_bias": network.hidden.bias,
        "out": network.out.weight.T,
        "out_bias": network.out.bias,
        "mean": data.mean,
        "spread": data.spread,
    }
    arrays = {name: values.detach().numpy().astype(np.float16) for name, values in weights.items()}
    np.savez_compressed(to, types=np.array(data.types), temperature=np.float32(best), **arrays)
    print(f"wrote {to}: {to.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
