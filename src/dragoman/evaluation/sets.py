"""The table of test sets that `dragoman evaluate` knows: name of the set -> module and function that scores it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from dragoman.errors import QueryError
from dragoman.evaluation.base import Evaluation

EVALUATORS: dict[str, str] = {
    "actors": "dragoman.evaluation.actors:evaluate",
    "copies": "dragoman.evaluation.copies:evaluate",
    "coref": "dragoman.evaluation.coref:evaluate",
    "examples": "dragoman.evaluation.examples:evaluate",
    "gold": "dragoman.evaluation.gold:evaluate",
    "mentions": "dragoman.evaluation.mentions:evaluate",
    "names": "dragoman.evaluation.names:evaluate",
    "pages": "dragoman.evaluation.pages:evaluate",
    "petrarch": "dragoman.evaluation.petrarch:evaluate",
    "petrarch-actors": "dragoman.evaluation.petrarch_actors:evaluate",
    "places": "dragoman.evaluation.places:evaluate",
    "plover": "dragoman.evaluation.plover:evaluate",
    "spans": "dragoman.evaluation.spans:evaluate",
    "quotes": "dragoman.evaluation.quotes:evaluate",
    "positions": "dragoman.evaluation.positions:evaluate",
    "status": "dragoman.evaluation.status:evaluate",
    "same-event": "dragoman.evaluation.same_event:evaluate",
    "times": "dragoman.evaluation.times:evaluate",
    "ud": "dragoman.evaluation.ud:evaluate",
}


def load_evaluator(name: str) -> Callable[..., Evaluation]:
    """The function that scores a set, imported only now; `QueryError` lists the sets there are."""
    if name not in EVALUATORS:
        raise QueryError(f"there is no test set {name!r}", name, sorted(EVALUATORS))
    module, _, function = EVALUATORS[name].partition(":")
    found: Callable[..., Evaluation] = getattr(import_module(module), function)
    return found
