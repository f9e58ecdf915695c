"""Who may be meant: the antecedents that coreference finds, weighed by what is known of the actors that stand there.

Each mention that names an actor means that actor. Every other one hands on what its antecedents mean, each with its share,
so that five mentions of one person weigh together. What the words exclude ("he" of a state) is struck out first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.documents.coreference import Mention, Resolution

NEARLY, CLEARLY = 0.8, 2.0
"""What part of the least share is enough for somebody who has so many times the share of anybody else."""
Who = tuple[str, ...]
"""Actor ids: one, or the members of several named together, in the order of their ids."""


@dataclass(slots=True)
class Weighed:
    """The share of each of those who may be meant (they add up to 1 at most), and the best witness of each."""

    shares: dict[Who, float] = field(default_factory=dict)
    witness: dict[Who, int] = field(default_factory=dict)

    def best(self, least: float) -> Who | None:
        """Who has a share of `least` or more, or nearly that (`NEARLY`) and `CLEARLY` times the share of anybody else, of
        all that is unnamed together too."""
        ranked = sorted(self.shares, key=lambda who: (-self.shares[who], who))
        if not ranked:
            return None
        first, *others = (self.shares[who] for who in ranked)
        rival = max(*others, 1 - sum(self.shares.values()), 0.0)
        clear = first >= NEARLY * least and first >= CLEARLY * rival
        return ranked[0] if first >= least or clear else None


def weigh(mention: Mention, before: Sequence[Weighed], fits: Callable[[Who], bool], *, must_refer: bool) -> Weighed:
    """Weigh those that the antecedents of a mention mean. `before` are the earlier mentions, in order.

    What does not fit is left out of the whole; so is "nobody named before" where the words `must_refer`.
    """
    found = Weighed()
    strongest: dict[Who, float] = {}
    total = 0.0 if must_refer else mention.new
    for link in mention.links:
        meant = before[link.earlier].shares
        total += link.share * max(0.0, 1 - sum(meant.values()))
        for who, part in meant.items():
            if fits(who):
                weight = link.share * part
                total += weight
                found.shares[who] = found.shares.get(who, 0.0) + weight
                if weight > strongest.get(who, 0.0):
                    strongest[who], found.witness[who] = weight, link.earlier
    found.shares = {who: share / total for who, share in found.shares.items()} if total > 0 else {}
    return found


def later_names(resolution: Resolution, known: Mapping[int, Who], least: float) -> Iterator[tuple[int, int, Who]]:
    """Mentions that a later name takes up at once ("his rival in the region, Kenya"): the earlier, the later, who it is."""
    for number, mention in enumerate(resolution.mentions):
        if number in known and mention.links and mention.links[0].share >= least:
            earlier = mention.links[0].earlier
            if earlier not in known:
                yield earlier, number, known[number]
