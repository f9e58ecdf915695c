"""Train the ranker of coreference. Needs torch and numpy only; a few minutes on two CPU cores.

    python training/coreference.py --data .carry --out src/dragoman/documents/coreference/ranker.npz --seed 1

Reads what `coreference_prepare.py` wrote. Measure the result with `dragoman evaluate coref`.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

Document = dict[str, Tensor]


@dataclass(frozen=True, slots=True)
class Options:
    """What a run can vary; the defaults are those of the shipped weights."""

    seed: int = 1
    epochs: int = 12
    rate: float = 1e-3
    decay: float = 0.02
    width: int = 128
    narrow: int = 64
    meaning: int = 64
    dropout: float = 0.3
    without_states: float = 0.1
    other_weight: float = 0.3
    threads: int = 1


class Network(nn.Module):
    """What `dragoman.documents.coreference.ranker` computes, with dropout."""

    def __init__(self, traits: int, features: int, states: int, options: Options) -> None:
        super().__init__()
        width, narrow, meaning = options.width, options.narrow, options.meaning
        self.traits = nn.Linear(traits, width)
        self.states = nn.Linear(states, width, bias=False)
        self.mention_hidden = nn.Linear(width, narrow)
        self.mention_out = nn.Linear(narrow, 2)
        self.later = nn.Linear(width, width)
        self.earlier = nn.Linear(width, width, bias=False)
        self.features = nn.Linear(features, width, bias=False)
        self.meaning = nn.Linear(states, meaning, bias=False)
        self.product = nn.Linear(meaning, width, bias=False)
        self.narrow = nn.Linear(width, narrow)
        self.out = nn.Linear(narrow, 1)
        self.drop = nn.Dropout(options.dropout)

    def forward(self, document: Document) -> tuple[Tensor, Tensor, Tensor]:
        """Log-odds: mention and nothing (candidates,), pair (pairs,)."""
        i, j = document["later"], document["earlier"]
        states = self.drop(document["states"])
        known = torch.relu(self.traits(document["traits"]) + self.states(states))
        own = self.mention_out(torch.relu(self.mention_hidden(self.drop(known))))
        known, meaning = self.drop(known), self.meaning(states)
        hidden = self.later(known)[i] + self.earlier(known)[j] + self.features(document["features"])
        hidden = torch.relu(hidden + self.product(meaning[i] * meaning[j]))
        pair = self.out(torch.relu(self.narrow(self.drop(hidden)))).squeeze(1)
        return own[:, 0], own[:, 1], pair

    def weights(self) -> dict[str, Any]:
        """The matrices as (inputs, outputs), half precision, by the names that the ranker uses."""
        return {
            name.removesuffix(".weight").replace(".bias", "_bias"): values.detach().numpy().T.astype(np.float16)
            for name, values in self.named_parameters()
        }


def loss_of(document: Document, answers: tuple[Tensor, Tensor, Tensor], options: Options) -> Tensor:
    """Mentions as a yes or no; antecedents as the log of the share that the right ones take of all that are possible.

    A mention that opens its chain, and a candidate that is none, rightly takes up nothing.
    """
    mention, nothing, pair = answers
    entity, i, j = document["entity"], document["later"], document["earlier"]
    known = entity >= 0
    right = (entity[i] == entity[j]) & known[i]
    opens = torch.ones(len(entity), dtype=torch.bool)
    opens[i[right]] = False
    owners = torch.cat([i, torch.arange(len(entity))])
    scores, kept = torch.cat([pair, nothing]), torch.cat([right, opens])
    lost = log_sums(scores, owners, len(entity)) - log_sums(scores[kept], owners[kept], len(entity))
    weight = torch.where(known, 1.0, options.other_weight)
    told = functional.binary_cross_entropy_with_logits(mention, known.float(), reduction="sum")
    return (told + (lost * weight).sum()) / len(entity)


def log_sums(scores: Tensor, owners: Tensor, size: int) -> Tensor:
    """The log of the sum of exponentials of the scores of each owner."""
    most = torch.full((size,), -1e9).scatter_reduce(0, owners, scores.detach(), "amax")
    return most + torch.log(torch.zeros(size).scatter_add(0, owners, torch.exp(scores - most[owners])))


def read(path: Path) -> list[Document]:
    """The documents of a file that `coreference_prepare.py` wrote."""
    found: dict[int, Document] = defaultdict(dict)
    with np.load(path) as arrays:
        for name in arrays.files:
            number, _, field = name.partition("/")
            values = arrays[name]
            kind = np.float32 if values.dtype == np.float16 else np.int64
            found[int(number)][field] = torch.from_numpy(values.astype(kind))
    return [found[number] for number in sorted(found)]


def train(documents: list[Document], held_out: list[Document], options: Options, out: Path) -> None:
    """One document a step; the rate falls in a straight line after a short rise. Weights are written after every epoch."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    random = np.random.default_rng(options.seed)
    first = documents[0]
    network = Network(first["traits"].shape[1], first["features"].shape[1], first["states"].shape[1], options)
    optimiser = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=options.decay)
    steps = options.epochs * len(documents)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min((step + 1) / 60, max(0.01, 1 - step / steps)))
    for epoch in range(options.epochs):
        begun, total = time.monotonic(), 0.0
        network.train()
        for number in random.permutation(len(documents)):
            document = documents[number]
            if random.random() < options.without_states:
                document = document | {"states": torch.zeros_like(document["states"])}
            optimiser.zero_grad()
            loss = loss_of(document, network(document), options)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        lost = held(network, held_out, options)
        np.savez_compressed(out, **network.weights())
        print(f"{epoch}: {total / len(documents):.4f} {lost:.4f} {time.monotonic() - begun:.0f} s", flush=True)


@torch.no_grad()
def held(network: Network, documents: list[Document], options: Options) -> float:
    """The mean loss on documents that are not trained on."""
    network.eval()
    return sum(float(loss_of(document, network(document), options)) for document in documents) / len(documents)


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=Options().seed)
    parser.add_argument("--epochs", type=int, default=Options().epochs)
    found = parser.parse_args()
    options = Options(seed=found.seed, epochs=found.epochs)
    data = [read(found.data / f"coreference-{part}.npz") for part in ("train", "dev")]
    train(data[0], data[1], options, found.out)


if __name__ == "__main__":
    main()
