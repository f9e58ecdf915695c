"""Who is in mind: by nearness, role, and those who were named since."""

from __future__ import annotations

import pytest

from dragoman.mentions.salience import Trail
from dragoman.mentions.view import View

XI, MAY, BOTH = ("person:x",), ("person:m",), ("CHN", "GBR")


def view(*words: str) -> View:
    """Words written `dep/head`, a full stop behind each sentence's last: only what salience reads is filled."""
    dep, head, sentence, number = [], [], [], 0
    for word in words:
        name, _, above = word.rstrip(".").partition("/")
        dep.append(name)
        head.append(int(above))
        sentence.append(number)
        number += word.endswith(".")
    empty: list[str] = [""] * len(words)
    spans = list(range(len(words)))
    return View("", empty, empty, empty, empty, dep, head, spans, spans, sentence, [[] for _ in words], (), {})


def test_a_subject_weighs_more_than_an_object_and_far_less_than_near() -> None:
    trail = Trail(view("nsubj/1", "root/1", "obj/1.", "nsubj/4", "root/4."))
    trail.note(0, XI, named=True)
    trail.note(2, MAY, named=True)
    here, there = trail.weights(2, lambda who: True), trail.weights(4, lambda who: True)
    assert trail.weights(3, lambda who: True)[XI] > trail.weights(3, lambda who: True)[MAY]
    assert here[XI] > there[XI]


def test_only_who_fits_is_weighed() -> None:
    trail = Trail(view("nsubj/1", "root/1", "obj/1."))
    trail.note(0, XI, named=True)
    assert trail.weights(2, lambda who: who != XI) == {}


def test_a_new_subject_eclipses_whom_only_pronouns_meant() -> None:
    trail = Trail(view("nsubj/1", "root/1.", "nsubj/3", "root/3.", "nsubj/5", "root/5."))
    trail.note(0, XI, named=False)
    trail.note(2, MAY, named=True)
    assert trail.eclipse(4, XI, lambda who: True) < 0.5
    assert trail.eclipse(4, MAY, lambda who: True) == 1.0
    assert trail.eclipse(4, XI, lambda who: who != MAY) == 1.0


def test_the_subject_of_a_sentence_stays_over_those_named_in_it() -> None:
    trail = Trail(view("nsubj/1", "root/1", "nsubj/3", "ccomp/1.", "nsubj/5", "root/5."))
    trail.note(0, XI, named=True)
    trail.note(2, MAY, named=True)
    assert trail.eclipse(4, XI, lambda who: True) == 1.0
    assert trail.eclipse(3, XI, lambda who: True) < 1.0


def test_a_name_beside_a_description_shares_its_role() -> None:
    trail = Trail(view("nsubj/2", "appos/0", "root/2.", "nsubj/4", "root/4."))
    trail.note(1, MAY, named=True)
    assert trail.weights(2, lambda who: True)[MAY] == pytest.approx(1.0)


def test_the_last_are_just_so_many_or_nobody() -> None:
    trail = Trail(view("nsubj/1", "root/1", "obj/1.", "nsubj/4", "root/4."))
    trail.note(0, XI, named=True)
    trail.note(2, MAY, named=True)
    assert trail.last(3, 2, lambda who: True, 4) == ("person:m", "person:x")
    assert trail.last(3, 1, lambda who: True, 4) is None
    assert trail.last(3, 1, lambda who: who == XI, 4) == XI


def test_groups_are_kept_beside_their_members() -> None:
    trail = Trail(view("nsubj/1", "root/1."))
    trail.note(0, BOTH, named=True)
    assert trail.before(1) == {BOTH}
