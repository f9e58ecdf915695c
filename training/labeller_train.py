"""Train the labeller of acts and roles. Needs torch and numpy only; some minutes on two cores.

    python training/labeller_train.py --data .carry/labeller --out src/dragoman/reports/labeller/labels.npz

One passage of sixteen is kept out of training and gives the scores.
The encoder is not trained: `labeller_prepare.py` has written its vectors.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).parents[1] / "src" / "dragoman" / "reports" / "labeller"))
from pairs import DOWN, FAR, RELATIONS, TAGS, UP, pair_features

UNKNOWN = -1
NONE = 16
ROLES = 3
KINDS = ("passages", "acts", "frames", "everyday")
SHARES = {"passages": 1.0, "acts": 1.0, "frames": 0.4, "everyday": 0.3}
"""What share of the sentences of each kind is read in each round, drawn anew."""
LONGEST = 160
TYPE_SCALE = 8.0
"""Most words tell of no act: how much the mean loss of their types counts beside that of a trigger's roles."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a run can vary; the defaults are those of the shipped weights."""

    seed: int = 1
    epochs: int = 12
    rate: float = 6e-4
    decay: float = 0.02
    width: int = 256
    blocks: int = 2
    heads: int = 4
    dropout: float = 0.2
    input_dropout: float = 0.3
    smoothing: float = 0.05
    batch: int = 32
    role_weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: vectors (n, width), words (n, 3), types and statuses (n,), roles as (trigger, word, role), pair features."""

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
                Sentence(data["vectors"][part], words, data["types"][part], data["statuses"][part], roles, pairs, bool(held), kind)
            )
    return sentences


class Block(nn.Module):
    """Attention and a hidden layer, normalised before; scores of pairs get a learned addition by how far apart they stand."""

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
        q, k, v = (each.view(batch, size, self.heads, -1).transpose(1, 2) for each in self.project(self.first(x)).chunk(3, -1))
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
        """Log-odds of types (batch, n, 17), of statuses (batch, n, 7), and of roles for each of `batch.triggers` (t, n, 3)."""
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
    smooth = options.smoothing
    each = functional.cross_entropy(types.transpose(1, 2), batch.types, ignore_index=UNKNOWN, reduction="none", label_smoothing=smooth)
    type_loss = TYPE_SCALE * each.sum() / (batch.types != UNKNOWN).sum().clamp(min=1)
    status_loss = functional.cross_entropy(statuses.transpose(1, 2), batch.statuses, ignore_index=UNKNOWN) if (batch.statuses != UNKNOWN).any() else types.sum() * 0
    of_roles = functional.cross_entropy(roles.transpose(1, 2), batch.roles, ignore_index=UNKNOWN, reduction="sum")
    role_loss = of_roles / max(len(batch.triggers), 1)
    return type_loss, 0.2 * status_loss, options.role_weight * role_loss


@torch.no_grad()
def score(network: Network, sentences: Sequence[Sentence], scale: tuple[Tensor, Tensor], options: Options) -> dict[str, float]:
    """Triggers found with their type; roles right for true triggers; statuses right."""
    counts = dict.fromkeys(("true", "said", "right", "found", "role_true", "role_said", "role_right", "both", "triggers", "status", "status_all"), 0)
    for group in batches(sentences, options, shuffle=False):
        batch = Batch.of(group, *scale)
        types, statuses, roles = network(batch)
        best, known = types.argmax(-1), batch.types != UNKNOWN
        act, said = (batch.types != NONE) & known, (best != NONE) & known
        counts["true"] += int(act.sum())
        counts["said"] += int(said.sum())
        counts["found"] += int((act & said).sum())
        counts["right"] += int((act & (best == batch.types)).sum())
        there = batch.statuses != UNKNOWN
        counts["status"] += int((statuses.argmax(-1) == batch.statuses)[there].sum())
        counts["status_all"] += int(there.sum())
        guess = roles.argmax(-1)
        guess[batch.roles == UNKNOWN] = 0
        wanted = batch.roles.clamp(min=0)
        counts["role_true"] += int((wanted > 0).sum())
        counts["role_said"] += int((guess > 0).sum())
        counts["role_right"] += int(((guess == wanted) & (wanted > 0)).sum())
        counts["both"] += int((guess == wanted).all(-1).sum())
        counts["triggers"] += len(wanted)
    def f(right: int, said: int, true: int) -> float:
        return round(2 * right / max(said + true, 1), 3)
    return {
        "trigger_f": f(counts["found"], counts["said"], counts["true"]),
        "type_f": f(counts["right"], counts["said"], counts["true"]),
        "type_precision": round(counts["right"] / max(counts["said"], 1), 3),
        "type_recall": round(counts["right"] / max(counts["true"], 1), 3),
        "role_f": f(counts["role_right"], counts["role_said"], counts["role_true"]),
        "all_roles": round(counts["both"] / max(counts["triggers"], 1), 3),
        "status": round(counts["status"] / max(counts["status_all"], 1), 3),
        "triggers": counts["triggers"],
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
    kept, held = [s for s in sentences if not s.held], [s for s in sentences if s.held]
    network = train(kept, scale, options)
    for name in ("acts", "passages"):
        part = [each for each in held if each.kind == name]
        print(name, len(part), score(network, part, scale, options), flush=True)
    if given["out"] is not None:
        weights = {name: value.numpy().astype(np.float16) for name, value in network.state_dict().items() if "status" not in name}
        np.savez(given["out"], mean=scale[0].numpy(), spread=scale[1].numpy(), heads=options.heads, **weights)


if __name__ == "__main__":
    main()
