"""The joint model in torch: a 6-layer BERT encoder and heads for tags, lemmas, the dependency tree and names."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large each part is. `labels` counts the classes of each word-level head."""

    labels: dict[str, int]
    relations: int
    shapes: int
    vocabulary: int = 30522
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    arcs: int = 256
    relation_width: int = 256

    def as_dict(self) -> dict[str, object]:
        """Plain values, for the file the weights are kept in."""
        return asdict(self)


class Layer(nn.Module):
    """One transformer layer, normalised after each sum as in BERT."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        self.heads = sizes.heads
        self.query, self.key, self.value, self.out = (nn.Linear(sizes.width, sizes.width) for _ in range(4))
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.wide = nn.Linear(sizes.width, sizes.inner)
        self.narrow = nn.Linear(sizes.inner, sizes.width)
        self.norm_out = nn.LayerNorm(sizes.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is (batch, pieces, width); `mask` is added to the attention scores."""
        x = self.norm(x + self.dropout(self.attend(x, mask)))
        return self.norm_out(x + self.dropout(self.narrow(functional.gelu(self.wide(x)))))

    def attend(self, x: Tensor, mask: Tensor) -> Tensor:
        """Multi-head self-attention, written out so that it exports to plain operators."""
        query, key, value = (self._split(part(x)) for part in (self.query, self.key, self.value))
        scores = query @ key.transpose(-1, -2) / math.sqrt(query.shape[-1]) + mask
        mixed = self.dropout(torch.softmax(scores, dim=-1)) @ value
        return self.out(mixed.transpose(1, 2).flatten(2))

    def _split(self, x: Tensor) -> Tensor:
        return x.view(x.shape[0], x.shape[1], self.heads, -1).transpose(1, 2)


class Encoder(nn.Module):
    """Pieces, positions and word shapes in, one vector for each piece out."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        self.pieces = nn.Embedding(sizes.vocabulary, sizes.width)
        self.positions = nn.Embedding(sizes.positions, sizes.width)
        self.kind = nn.Parameter(torch.zeros(sizes.width))
        self.shapes = nn.Embedding(sizes.shapes, sizes.width) if sizes.shapes else None
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(sizes, dropout) for _ in range(sizes.layers))
        if self.shapes is not None:
            nn.init.normal_(self.shapes.weight, std=0.02)

    def forward(self, pieces: Tensor, shapes: Tensor | None) -> Tensor:
        """Both are (batch, pieces), 0 where padded; gives (batch, pieces, width)."""
        return self.every_layer(pieces, shapes)[-1]

    def every_layer(self, pieces: Tensor, shapes: Tensor | None) -> list[Tensor]:
        """What goes into the first layer, then what comes out of each, as `forward` gives the last."""
        positions = self.positions.weight[: pieces.shape[1]]
        x = self.pieces(pieces) + positions + self.kind
        if self.shapes is not None and shapes is not None:
            x = x + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        mask = ((pieces == 0) * -10000.0).to(x.dtype)[:, None, None, :]
        seen = [x]
        for layer in self.layers:
            seen.append(layer(seen[-1], mask))
        return seen


class Joint(nn.Module):
    """The encoder and all heads. Words are (batch, 1 + words), with the root of the tree in the first place."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1, head_dropout: float = 0.33) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes, dropout)
        self.drop = nn.Dropout(head_dropout)
        self.tags = nn.ModuleDict({name: nn.Linear(sizes.width, n) for name, n in sizes.labels.items()})
        self.names_hidden = nn.Linear(sizes.width, sizes.width)
        self.arc_dependent = nn.Linear(sizes.width, sizes.arcs)
        self.arc_head = nn.Linear(sizes.width, sizes.arcs)
        self.arc_weight = nn.Linear(sizes.arcs, sizes.arcs, bias=False)
        self.arc_bias = nn.Linear(sizes.arcs, 1)
        self.relation_dependent = nn.Linear(sizes.width, sizes.relation_width)
        self.relation_head = nn.Linear(sizes.width, sizes.relation_width)
        self.relation_out = nn.Linear(2 * sizes.relation_width, sizes.relations)
        self.transitions = nn.Parameter(torch.zeros(sizes.labels["names"], sizes.labels["names"]))
        nn.init.zeros_(self.arc_weight.weight)

    def words(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """One vector a word, see `word_means`."""
        return word_means(self.encoder(pieces, shapes), first, last)

    def tag_scores(self, words: Tensor) -> dict[str, Tensor]:
        """Scores of every word-level head."""
        dropped = self.drop(words)
        scores = {name: head(dropped) for name, head in self.tags.items() if name != "names"}
        scores["names"] = self.tags["names"](self.drop(functional.gelu(self.names_hidden(dropped))))
        return scores

    def arc_scores(self, words: Tensor) -> Tensor:
        """(batch, dependents, heads)."""
        dependent = self.drop(functional.gelu(self.arc_dependent(words)))
        head = self.drop(functional.gelu(self.arc_head(words)))
        return self.arc_weight(dependent) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)

    def relation_parts(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """What each word brings to a relation, as the dependent and as the head."""
        return self.relation_dependent(words), self.relation_head(words)

    def relation_scores(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Scores of the labels for pairs of dependent and head, (..., relation_width) each."""
        joined = torch.cat([functional.gelu(dependent + head), dependent * head], dim=-1)
        return self.relation_out(self.drop(joined))


def word_means(vectors: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """The mean of each word's first and last piece. `first`, `last` index the flattened pieces."""
    flat = vectors.flatten(0, 1)
    return (flat[first] + flat[last]) * 0.5


def load_base(encoder: Encoder, weights: dict[str, Tensor]) -> None:
    """Put the weights of a BERT checkpoint (the names of `transformers`) into our encoder."""
    own = {
        "pieces.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"],
        "kind": weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm": "attention.output.LayerNorm",
        "wide": "intermediate.dense",
        "narrow": "output.dense",
        "norm_out": "output.LayerNorm",
    }
    for number in range(len(encoder.layers)):
        for ours, theirs in names.items():
            for kind in ("weight", "bias"):
                own[f"layers.{number}.{ours}.{kind}"] = weights[f"encoder.layer.{number}.{theirs}.{kind}"]
    missing, unexpected = encoder.load_state_dict({k: v.float() for k, v in own.items()}, strict=False)
    if unexpected or set(missing) - {"shapes.weight"}:
        raise ValueError(f"the checkpoint does not fit: missing {missing}, unexpected {unexpected}")


def names_loss(scores: Tensor, allowed: Tensor, lengths: Tensor, transitions: Tensor) -> Tensor:
    """Negative log of the share of tag paths that the allowed tags leave, in nats, summed over the batch.

    A linear-chain CRF with partial labels: `scores` is (batch, words, tags); `allowed` is 0 where a tag is allowed and
    very negative where not, same shape; `lengths` counts the words of each sentence.
    """
    both = _log_paths(torch.cat([scores, scores + allowed]), lengths.repeat(2), transitions)
    everything, kept = both.chunk(2)
    return (everything - kept).sum()


def _log_paths(scores: Tensor, lengths: Tensor, transitions: Tensor) -> Tensor:
    total = scores[:, 0]
    for step in range(1, scores.shape[1]):
        grown = torch.logsumexp(total[:, :, None] + transitions, dim=1) + scores[:, step]
        total = torch.where((step < lengths)[:, None], grown, total)
    return torch.logsumexp(total, dim=1)
