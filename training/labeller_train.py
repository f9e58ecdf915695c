"""Train the labeller of acts and roles. Needs torch and numpy only; a quarter of an hour on two cores.

    PYTHONPATH=src python training/labeller_train.py --data .carry/labeller --out .carry/labeller/labels.pt

One passage of sixteen is kept out of training and gives the scores.
The encoder is not trained: `labeller_prepare.py` has written its vectors.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.reports.labeller.pairs import BEFORE, pair_features
from labeller_model import Network, Options

UNKNOWN = -1
NONE = 16
KINDS = ("passages", "acts", "frames", "everyday")
SHARES = {"passages": 1.0, "acts": 1.0, "frames": 0.4, "everyday": 0.3}
"""What share of the texts of each kind is read in each round, drawn anew."""
SCORED = ("acts", "passages")
LONGEST = 240
TYPE_SCALE, STATUS_SCALE = 8.0, 0.2
"""How much the mean losses of types and statuses count beside that of a trigger's roles; most words tell of no act."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text of n words: vectors (n, width), words (n, 3), the sentence of each word, types, statuses (n,), roles (r, 3)
    as (trigger, word, role), pairs (n, n, 3).
    """

    vectors: np.ndarray
    words: np.ndarray
    sentences: np.ndarray
    types: np.ndarray
    statuses: np.ndarray
    roles: np.ndarray
    pairs: np.ndarray
    held: bool
    kind: str


def read(path: Path, kind: str) -> Iterator[Text]:
    """The texts of one file."""
    with np.load(path) as found:
        data = {name: found[name] for name in found.files}
    order = np.argsort(data["roles"][:, 0], kind="stable")
    roles = np.split(
        data["roles"][order, 1:], np.cumsum(np.bincount(data["roles"][:, 0], minlength=len(data["texts"])))[:-1]
    )
    start = 0
    for (size, held), its in zip(data["texts"].tolist(), roles, strict=True):
        part = slice(start, start + size)
        start += size
        if size <= LONGEST:
            names = ("vectors", "words", "sentences", "types", "statuses")
            vectors, words, sentences, types, statuses = (data[name][part] for name in names)
            yield Text(vectors, words, sentences, types, statuses, its, pair_features(words), bool(held), kind)


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts padded to one length."""

    vectors: Tensor
    words: Tensor
    pairs: Tensor
    sentences: Tensor
    types: Tensor
    statuses: Tensor
    triggers: Tensor
    roles: Tensor

    @property
    def asked(self) -> tuple[Tensor, ...]:
        """What the network is given."""
        return self.vectors, self.words, self.pairs, self.sentences, self.triggers

    @classmethod
    def of(cls, texts: Sequence[Text]) -> Batch:
        """Lay out."""
        size = max(len(each.types) for each in texts)
        count = len(texts)
        vectors = torch.zeros(count, size, texts[0].vectors.shape[1])
        words = torch.zeros(count, size, 3, dtype=torch.long)
        pairs = torch.zeros(count, size, size, 3, dtype=torch.long)
        sentences, types, statuses = torch.full((3, count, size), UNKNOWN)
        triggers, roles = [], []
        for row, each in enumerate(texts):
            n = len(each.types)
            vectors[row, :n] = torch.from_numpy(each.vectors.astype(np.float32))
            words[row, :n] = torch.from_numpy(each.words.astype(np.int64))
            pairs[row, :n, :n] = torch.from_numpy(each.pairs.astype(np.int64))
            for whole, its in ((sentences, each.sentences), (types, each.types), (statuses, each.statuses)):
                whole[row, :n] = torch.from_numpy(its.astype(np.int64))
            for trigger in dict.fromkeys(each.roles[:, 0].tolist()):
                triggers.append((row, trigger))
                roles.append(wanted_roles(each, trigger, size))
        return cls(
            *(vectors, words, pairs, sentences, types, statuses),
            torch.tensor(triggers, dtype=torch.long).reshape(-1, 2),
            torch.stack(roles) if roles else torch.zeros(0, size, dtype=torch.long),
        )


def wanted_roles(text: Text, trigger: int, size: int) -> Tensor:
    """(size,): the role of each word in the act of a trigger; unknown where nobody will ask."""
    wanted = torch.full((size,), UNKNOWN)
    apart = text.sentences[trigger] - text.sentences
    wanted[: len(apart)][torch.from_numpy((apart >= 0) & (apart <= BEFORE))] = 0
    for _, word, role in text.roles[text.roles[:, 0] == trigger].tolist():
        if role and wanted[word] != UNKNOWN:
            wanted[word] = role
    return wanted


def batches(texts: Sequence[Text], options: Options, *, shuffle: bool) -> Iterator[list[Text]]:
    """Texts of like length together, batches in random order."""
    order = np.argsort([len(each.types) + (np.random.rand() * 6 if shuffle else 0) for each in texts], kind="stable")
    groups = [order[i : i + options.batch] for i in range(0, len(order), options.batch)]
    if shuffle:
        np.random.shuffle(groups)
    for group in groups:
        yield [texts[i] for i in group]


def train(texts: Sequence[Text], options: Options) -> Network:
    """Train on these texts."""
    torch.manual_seed(options.seed)
    np.random.seed(options.seed)
    network = Network(texts[0].vectors.shape[1], options)
    sample = torch.from_numpy(np.concatenate([each.vectors for each in texts[::9]]).astype(np.float32))
    network.reader.mean.copy_(sample.mean(0))
    network.reader.spread.copy_(sample.std(0) + 1e-3)
    optimiser = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=options.decay)
    steps = options.epochs * -(-int(sum(SHARES[each.kind] for each in texts)) // options.batch)
    step = 0
    for _ in range(options.epochs):
        total = np.zeros(3)
        drawn = [each for each in texts if np.random.rand() < SHARES[each.kind]]
        for group in batches(drawn, options, shuffle=True):
            batch = Batch.of(group)
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
    types, statuses, roles = network(*batch.asked)
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
def score(network: Network, texts: Sequence[Text], options: Options) -> dict[str, float]:
    """F1 of triggers with their type, F1 of roles of true triggers; shares of triggers with all roles, of right statuses."""
    counts = Counter[str]()
    for group in batches(texts, options, shuffle=False):
        batch = Batch.of(group)
        types, statuses, roles = (each.argmax(-1) for each in network(*batch.asked))
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
    parser.add_argument("--out", type=Path, required=True)
    for field in fields(Options):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    given = vars(parser.parse_args())
    options = Options(**{field.name: given[field.name] for field in fields(Options)})
    texts = [each for name in KINDS for each in read(given["data"] / f"{name}.npz", name)]
    held = [each for each in texts if each.held and each.kind in SCORED]
    kept = [each for each in texts if not each.held or each.kind not in SCORED]
    network = train(kept, options)
    for name in SCORED:
        part = [each for each in held if each.kind == name]
        print(name, len(part), score(network, part, options), flush=True)
    given["out"].parent.mkdir(parents=True, exist_ok=True)
    torch.save({"options": asdict(options), "weights": network.state_dict()}, given["out"])


if __name__ == "__main__":
    main()
