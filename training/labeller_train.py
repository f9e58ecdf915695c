"""Train the labeller of acts and roles. Needs torch and numpy only; a quarter of an hour on two cores.

    PYTHONPATH=src python training/labeller_train.py --data .carry/labeller --out src/dragoman/reports/labeller/labels.npz

One passage of sixteen is kept out of training and gives the scores.
The encoder is not trained: `labeller_prepare.py` has written its vectors.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.reports.labeller.pairs import DOWN, FAR, RELATIONS, TAGS, UP, pair_features

UNKNOWN = -1
NONE = 16
ROLES = 3
KINDS = ("passages", "acts", "frames", "everyday")
SHARES = {"passages": 1.0, "acts": 1.0, "frames": 0.4, "everyday": 0.3}
"""What share of the sentences of each kind is read in each round, drawn anew."""
SCORED = ("acts", "passages")
LONGEST = 160
TYPE_SCALE, STATUS_SCALE = 8.0, 0.2
"""How much the mean losses of types and statuses count beside that of a trigger's roles; most words tell of no act."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a run can vary; the defaults are those of the shipped weights."""

    seed: int = 1
    epochs: int = 8
    rate: float = 6e-4
    decay: float = 0.02
    width: int = 256
    blocks: int = 2
    heads: int = 4
    dropout: float = 0.2
    input_dropout: float = 0.3
    smoothing: float = 0.05
    batch: int = 32


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of n words: vectors (n, width), words (n, 3), types, statuses, roles as (trigger, word, role), pairs."""

    vectors: np.ndarray
    words: np.ndarray
    types: np.ndarray
    statuses: np.ndarray
    roles: np.ndarray
    pairs: np.ndarray
    held: bool
    kind: str


def read(path: Path, kind: str) -> list[Sentence]:
    """The sentences of one file."""
    with np.load(path) as found:
        data = {name: found[name] for name in ("vectors", "words", "types", "statuses", "roles", "rows")}
    by_row: dict[int, list[np.ndarray]] = {}
    for role in data["roles"]:
        by_row.setdefault(int(role[0]), []).append(role[1:])
    sentences = []
    for number, (start, size, held) in enumerate(data["rows"].tolist()):
        part = slice(start, start + size)
        words = data["words"][part]
        roles = np.array(by_row.get(number, []), np.int64).reshape(-1, 3)
        if size <= LONGEST:
            pairs = pair_features(words)
            sentences.append(
                Sentence(
                    data["vectors"][part], words, data["types"][part], data["statuses"][part], roles, pairs, bool(held), kind
                )
            )
    return sentences


class Block(nn.Module):
    """Attention and a hidden layer, normalised before; scores of pairs get an addition by how far apart they stand."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        width = options.width
        self.heads = options.heads
        self.first, self.second = nn.LayerNorm(width), nn.LayerNorm(width)
        self.project, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.far = nn.Embedding(2 * FAR + 1, options.heads)
        self.path = nn.Embedding((UP + 1) * (DOWN + 1), options.heads)
        self.drop = nn.Dropout(options.dropout)

    def forward(self, x: Tensor, pairs: Tensor, shown: Tensor) -> Tensor:
        """(batch, n, width) to the same."""
        batch, size, width = x.shape
        q, k, v = (
            each.view(batch, size, self.heads, -1).transpose(1, 2) for each in self.project(self.first(x)).chunk(3, -1)
        )
        scores = q @ k.transpose(-1, -2) / (width / self.heads) ** 0.5
        scores = scores + (self.far(pairs[..., 2]) + self.path(pairs[..., 0])).permute(0, 3, 1, 2)
        scores = scores.masked_fill(~shown[:, None, None, :], -1e4)
        seen = (self.drop(scores.softmax(-1)) @ v).transpose(1, 2).reshape(batch, size, width)
        x = x + self.drop(self.out(seen))
        return x + self.drop(self.down(functional.gelu(self.up(self.second(x)), approximate="tanh")))


class Network(nn.Module):
    """What `dragoman.reports.labeller.network` computes, with dropout."""

    def __init__(self, vectors: int, options: Options) -> None:
        super().__init__()
        width = options.width
        self.enter = nn.Linear(vectors, width)
        self.relation, self.tag = nn.Embedding(len(RELATIONS), width), nn.Embedding(len(TAGS), width)
        self.blocks = nn.ModuleList(Block(options) for _ in range(options.blocks))
        self.leave = nn.LayerNorm(width)
        self.type_hidden, self.type_out = nn.Linear(width, width), nn.Linear(width, NONE + 1)
        self.status_hidden, self.status_out = nn.Linear(width, width), nn.Linear(width, 7)
        self.of_trigger, self.of_word = nn.Linear(width, width), nn.Linear(width, width)
        self.pair_path = nn.Embedding((UP + 1) * (DOWN + 1), width)
        self.pair_turn, self.pair_far = nn.Embedding(len(RELATIONS), width), nn.Embedding(2 * FAR + 1, width)
        self.role_out = nn.Linear(width, ROLES)
        self.drop, self.input_drop = nn.Dropout(options.dropout), nn.Dropout(options.input_dropout)
        for embedding in (self.relation, self.tag, self.pair_path, self.pair_turn, self.pair_far):
            nn.init.normal_(embedding.weight, std=0.05)
        for block in self.blocks:
            nn.init.zeros_(block.far.weight)
            nn.init.zeros_(block.path.weight)

    def states(self, batch: Batch) -> Tensor:
        """(batch, n, width)."""
        x = self.enter(self.input_drop(batch.vectors)) + self.relation(batch.words[..., 0]) + self.tag(batch.words[..., 1])
        for block in self.blocks:
            x = block(x, batch.pairs, batch.shown)
        return self.leave(x)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """Log-odds of types (batch, n, 17), statuses (batch, n, 7), and roles of each of `batch.triggers` (t, n, 3)."""
        x = self.states(batch)
        types = self.type_out(self.drop(functional.gelu(self.type_hidden(self.drop(x)), approximate="tanh")))
        statuses = self.status_out(self.drop(functional.gelu(self.status_hidden(self.drop(x)), approximate="tanh")))
        row, trigger = batch.triggers.T
        pairs = batch.pairs[row, trigger]
        hidden = self.of_trigger(x[row, trigger])[:, None] + self.of_word(x)[row]
        hidden = hidden + self.pair_path(pairs[..., 0]) + self.pair_turn(pairs[..., 1]) + self.pair_far(pairs[..., 2])
        roles = self.role_out(self.drop(functional.gelu(hidden, approximate="tanh")))
        return types, statuses, roles


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences padded to one length."""

    vectors: Tensor
    words: Tensor
    pairs: Tensor
    shown: Tensor
    types: Tensor
    statuses: Tensor
    triggers: Tensor
    roles: Tensor

    @classmethod
    def of(cls, sentences: Sequence[Sentence], mean: Tensor, spread: Tensor) -> Batch:
        """Lay out."""
        size = max(len(each.types) for each in sentences)
        count = len(sentences)
        vectors = torch.zeros(count, size, len(mean))
        words = torch.zeros(count, size, 3, dtype=torch.long)
        pairs = torch.zeros(count, size, size, 3, dtype=torch.long)
        shown = torch.zeros(count, size, dtype=torch.bool)
        types, statuses = torch.full((2, count, size), UNKNOWN)
        triggers, roles = [], []
        for row, each in enumerate(sentences):
            n = len(each.types)
            vectors[row, :n] = (torch.from_numpy(each.vectors.astype(np.float32)) - mean) / spread
            words[row, :n] = torch.from_numpy(each.words.astype(np.int64))
            pairs[row, :n, :n] = torch.from_numpy(each.pairs.astype(np.int64))
            shown[row, :n] = True
            types[row, :n], statuses[row, :n] = (torch.from_numpy(x.astype(np.int64)) for x in (each.types, each.statuses))
            for trigger in dict.fromkeys(each.roles[:, 0].tolist()):
                triggers.append((row, trigger))
                wanted = torch.full((size,), UNKNOWN)
                wanted[:n] = 0
                for _, word, role in each.roles[each.roles[:, 0] == trigger].tolist():
                    if role:
                        wanted[word] = role
                roles.append(wanted)
        return cls(
            *(vectors, words, pairs, shown, types, statuses),
            torch.tensor(triggers, dtype=torch.long).reshape(-1, 2),
            torch.stack(roles) if roles else torch.zeros(0, size, dtype=torch.long),
        )


def batches(sentences: Sequence[Sentence], options: Options, *, shuffle: bool) -> Iterator[list[Sentence]]:
    """Sentences of like length together, batches in random order."""
    order = np.argsort([len(each.types) + (np.random.rand() * 6 if shuffle else 0) for each in sentences], kind="stable")
    groups = [order[i : i + options.batch] for i in range(0, len(order), options.batch)]
    if shuffle:
        np.random.shuffle(groups)
    for group in groups:
        yield [sentences[i] for i in group]


def train(sentences: Sequence[Sentence], scale: tuple[Tensor, Tensor], options: Options) -> Network:
    """Train on these sentences."""
    torch.manual_seed(options.seed)
    np.random.seed(options.seed)
    network = Network(len(scale[0]), options)
    optimiser = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=options.decay)
    steps = options.epochs * -(-int(sum(SHARES[each.kind] for each in sentences)) // options.batch)
    step = 0
    for _ in range(options.epochs):
        total = np.zeros(3)
        drawn = [each for each in sentences if np.random.rand() < SHARES[each.kind]]
        for group in batches(drawn, options, shuffle=True):
            batch = Batch.of(group, *scale)
            rate = options.rate * min(1, (step + 1) / 200) * max(0.02, 1 - step / steps)
            for part in optimiser.param_groups:
                part["lr"] = rate
            losses = loss(network, batch, options)
            optimiser.zero_grad()
            sum(losses).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            step += 1
            total += [each.item() for each in losses]
        print(f"{step}/{steps}", (total / (steps / options.epochs)).round(4), flush=True)
    return network.eval()


def loss(network: Network, batch: Batch, options: Options) -> tuple[Tensor, Tensor, Tensor]:
    """Of types, statuses and roles."""
    types, statuses, roles = network(batch)
    of_types = functional.cross_entropy(
        types.transpose(1, 2), batch.types, ignore_index=UNKNOWN, reduction="sum", label_smoothing=options.smoothing
    )
    of_roles = functional.cross_entropy(roles.transpose(1, 2), batch.roles, ignore_index=UNKNOWN, reduction="sum")
    of_statuses = functional.cross_entropy(statuses.transpose(1, 2), batch.statuses, ignore_index=UNKNOWN, reduction="sum")
    return (
        TYPE_SCALE * of_types / max(int((batch.types != UNKNOWN).sum()), 1),
        STATUS_SCALE * of_statuses / max(int((batch.statuses != UNKNOWN).sum()), 1),
        of_roles / max(len(batch.triggers), 1),
    )


@torch.no_grad()
def score(
    network: Network, sentences: Sequence[Sentence], scale: tuple[Tensor, Tensor], options: Options
) -> dict[str, float]:
    """F1 of triggers with their type, F1 of roles of true triggers; shares of triggers with all roles, of right statuses."""
    counts = Counter[str]()
    for group in batches(sentences, options, shuffle=False):
        batch = Batch.of(group, *scale)
        types, statuses, roles = (each.argmax(-1) for each in network(batch))
        known, marked = batch.types != UNKNOWN, batch.statuses != UNKNOWN
        acts, said = (batch.types != NONE) & known, (types != NONE) & known
        roles[batch.roles == UNKNOWN] = 0
        wanted = batch.roles.clamp(min=0)
        counts += Counter(
            acts=int(acts.sum()),
            said=int(said.sum()),
            right=int((acts & (types == batch.types)).sum()),
            roles=int((wanted > 0).sum()),
            roles_said=int((roles > 0).sum()),
            roles_right=int(((roles == wanted) & (wanted > 0)).sum()),
            whole=int((roles == wanted).all(-1).sum()),
            triggers=len(wanted),
            statuses=int(marked.sum()),
            statuses_right=int((statuses == batch.statuses)[marked].sum()),
        )
    return {
        "types": 2 * counts["right"] / max(counts["said"] + counts["acts"], 1),
        "roles": 2 * counts["roles_right"] / max(counts["roles_said"] + counts["roles"], 1),
        "all_roles": counts["whole"] / max(counts["triggers"], 1),
        "statuses": counts["statuses_right"] / max(counts["statuses"], 1),
    }


def main() -> None:
    """Train, score, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    for field in fields(Options):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    given = vars(parser.parse_args())
    options = Options(**{field.name: given[field.name] for field in fields(Options)})
    sentences = [each for name in KINDS for each in read(given["data"] / f"{name}.npz", name)]
    sample = torch.from_numpy(np.concatenate([each.vectors for each in sentences[::5]]).astype(np.float32))
    scale = sample.mean(0), sample.std(0) + 1e-3
    held = [each for each in sentences if each.held and each.kind in SCORED]
    kept = [each for each in sentences if not each.held or each.kind not in SCORED]
    network = train(kept, scale, options)
    for name in SCORED:
        part = [each for each in held if each.kind == name]
        print(name, len(part), score(network, part, scale, options), flush=True)
    if given["out"] is not None:
        weights = {
            name: value.numpy().astype(np.float16) for name, value in network.state_dict().items() if "status" not in name
        }
        np.savez(given["out"], mean=scale[0].numpy(), spread=scale[1].numpy(), heads=options.heads, **weights)


if __name__ == "__main__":
    main()
