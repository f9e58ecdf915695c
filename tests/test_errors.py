"""Errors say what, where and what to do, and travel between processes."""

import pickle

import pytest

from dragoman import errors

SAMPLES = [
    errors.InputError("cannot be read", "a.txt"),
    errors.ArchiveError("is locked", "a.db", "wait"),
    errors.NewerArchiveError("a.db", 7, 3),
    errors.OntologyError(["states.yaml[3]: id: missing", "offices.yaml[1]: term: no period"]),
    errors.ModelError("is missing", "model"),
    errors.QueryError("there is no type 'MEET'", "MEET", ["CONSULT", "AGREE"]),
    errors.EvaluationError("no column 'root'", "set.tsv", 4),
    errors.SettingsError("workers", "none", ["1", "2"]),
]


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
def test_an_error_travels_whole(error: errors.DragomanError) -> None:
    there = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(there), str(there), vars(there)) == (type(error), str(error), vars(error))


def test_every_error_stands_in_the_tree_at_the_top() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.DragomanError)]
    assert errors.__doc__ is not None
    assert [kind.__name__ for kind in kinds if kind.__name__ not in errors.__doc__] == []


def test_valid_choices_are_listed() -> None:
    assert str(errors.QueryError("there is no type 'MEET'", "MEET", ["CONSULT"])).endswith("choose from: CONSULT")


def test_every_problem_of_the_ontology_is_told() -> None:
    assert str(SAMPLES[3]).splitlines()[0] == "2 problems in the ontology:"
    assert len(str(SAMPLES[3]).splitlines()) == 3
