"""The labeller of acts and roles, in torch: learned by `labeller_train.py`, written by `labeller_export.py`."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.reports.labeller.pairs import BEFORE, DOWN, FAR, RELATIONS, TAGS, UP

TYPES, STATUSES, ROLES = 17, 7, 3


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
    batch: int = 16


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
        nn.init.zeros_(self.far.weight)
        nn.init.zeros_(self.path.weight)

    def forward(self, x: Tensor, pairs: Tensor, beside: Tensor) -> Tensor:
        """(batch, n, width) to the same; `beside` (batch, n, n) tells which words see each other."""
        batch, size, width = x.shape
        q, k, v = (
            each.view(batch, size, self.heads, -1).transpose(1, 2) for each in self.project(self.first(x)).chunk(3, -1)
        )
        scores = q @ k.transpose(-1, -2) / (width / self.heads) ** 0.5
        scores = scores + (self.far(pairs[..., 2]) + self.path(pairs[..., 0])).permute(0, 3, 1, 2)
        scores = scores.masked_fill(~beside[:, None], -1e4)
        seen = (self.drop(scores.softmax(-1)) @ v).transpose(1, 2).reshape(batch, size, width)
        x = x + self.drop(self.out(seen))
        return x + self.drop(self.down(gelu(self.up(self.second(x)))))


class OfEveryWord(nn.Module):
    """A hidden layer and an output for each word."""

    def __init__(self, width: int, answers: int, dropout: float) -> None:
        super().__init__()
        self.hidden, self.out = nn.Linear(width, width), nn.Linear(width, answers)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, n, width) to log-odds (batch, n, answers)."""
        return self.out(self.drop(gelu(self.hidden(self.drop(x)))))


class Reader(nn.Module):
    """From the vectors and the tree of sentences to the network's own vectors of their words."""

    def __init__(self, vectors: int, options: Options) -> None:
        super().__init__()
        width = options.width
        self.register_buffer("mean", torch.zeros(vectors))
        self.register_buffer("spread", torch.ones(vectors))
        self.enter = nn.Linear(vectors, width)
        self.relation, self.tag = embedding(len(RELATIONS), width), embedding(len(TAGS), width)
        self.blocks = nn.ModuleList(Block(options) for _ in range(options.blocks))
        self.leave = nn.LayerNorm(width)
        self.drop = nn.Dropout1d(options.input_dropout)

    def forward(self, vectors: Tensor, words: Tensor, pairs: Tensor, sentences: Tensor) -> Tensor:
        """To (batch, n, width).

        `vectors` (batch, n, size), `words` (batch, n, 2) of relation and tag, `pairs` (batch, n, n, 3), and the number of
        each word's sentence (batch, n): words see those of their own. A vector's place is dropped in a whole text at once.
        """
        beside = sentences[:, :, None] == sentences[:, None, :]
        scaled = self.drop(((vectors - self.mean) / self.spread).transpose(1, 2)).transpose(1, 2)
        x = self.enter(scaled) + self.relation(words[..., 0]) + self.tag(words[..., 1])
        for block in self.blocks:
            x = block(x, pairs, beside)
        return self.leave(x)


class Roles(nn.Module):
    """From a trigger and a word, and how one reaches the other, to the role that the word plays."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        width = options.width
        self.path = embedding((UP + 1) * (DOWN + 1), width)
        self.turn, self.far = embedding(len(RELATIONS), width), embedding(2 * FAR + 1, width)
        self.before = embedding(BEFORE + 1, width)
        self.out = nn.Linear(width, ROLES)

    def forward(self, of_trigger: Tensor, of_word: Tensor, pairs: Tensor, before: Tensor) -> Tensor:
        """(t, width), (t or 1, n, width), (t, n, 3), and how many sentences a word stands before the trigger (t, n), to
        log-odds (t, n, 3).
        """
        hidden = of_trigger[:, None] + of_word
        hidden = hidden + self.path(pairs[..., 0]) + self.turn(pairs[..., 1]) + self.far(pairs[..., 2]) + self.before(before)
        return self.out(gelu(hidden))


class Network(nn.Module):
    """All parts. `vectors` is how long the vectors are that it reads."""

    def __init__(self, vectors: int, options: Options) -> None:
        super().__init__()
        width = options.width
        self.reader = Reader(vectors, options)
        self.types = OfEveryWord(width, TYPES, options.dropout)
        self.statuses = OfEveryWord(width, STATUSES, options.dropout)
        self.of_trigger, self.of_word = nn.Linear(width, width), nn.Linear(width, width)
        self.roles = Roles(options)
        self.drop = nn.Dropout(options.dropout)

    def forward(
        self, vectors: Tensor, words: Tensor, pairs: Tensor, sentences: Tensor, triggers: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Log-odds of types (batch, n, 17), statuses (batch, n, 7), and roles (t, n, 3) in the acts of `triggers` (t, 2),
        each a text of the batch and a word of it; the other inputs as for `Reader`.
        """
        x = self.reader(vectors, words, pairs, sentences)
        row, trigger = triggers.T
        of_trigger, of_word = self.of_trigger(self.drop(x[row, trigger])), self.of_word(self.drop(x))
        before = (sentences[row, trigger][:, None] - sentences[row]).clamp(0, BEFORE)
        return self.types(x), self.statuses(x), self.roles(of_trigger, of_word[row], pairs[row, trigger], before)


def embedding(count: int, width: int) -> nn.Embedding:
    """One that begins small beside what it is added to."""
    made = nn.Embedding(count, width)
    nn.init.normal_(made.weight, std=0.05)
    return made


def gelu(x: Tensor) -> Tensor:
    """By the approximation with the hyperbolic tangent."""
    return functional.gelu(x, approximate="tanh")
