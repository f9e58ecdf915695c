"""Envoys and chiefs of the United Nations: what they are sent or appointed for tells one from another."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Mark, actor


@pytest.mark.parametrize(
    ("text", "day", "words", "who"),
    [
        ("The UN special envoy for Yemen met Houthi leaders in Sanaa.", "2022-05-05", "The UN special envoy",
         "person:hans-grundberg"),
        ("The UN special envoy for Syria flew to Damascus.", "2016-05-05", "The UN special envoy",
         "person:staffan-de-mistura"),
        ("The U.N. special envoy to Myanmar urged the generals to talk.", "2022-05-05", "The U.N. special envoy",
         "person:noeleen-heyzer"),
        ("The US special envoy for Sudan warned both sides.", "2024-05-05", "The US special envoy", "person:tom-perriello"),
        ("China's special envoy for Myanmar met rebel leaders.", "2023-05-05", "China's special envoy", "person:deng-xijun"),
        ("The UN humanitarian chief urged both sides to let aid in.", "2023-06-05", "The UN humanitarian chief",
         "person:martin-griffiths"),
    ],
)  # fmt: skip
def test_an_envoy_is_the_one_sent_where_the_page_says(mark: Mark, text: str, day: str, words: str, who: str) -> None:
    assert actor(mark(text, day), words).id == who


def test_an_envoy_named_before_is_meant_again(mark: Mark) -> None:
    text = "UN special envoy Ghassan Salame met Haftar in Benghazi. The UN envoy said the talks would go on."
    assert actor(mark(text, "2018-05-05"), "The UN envoy").id == "person:ghassan-salame"


def test_an_envoy_to_whom_nobody_knows_is_left_open(mark: Mark) -> None:
    assert actor(mark("The UN special envoy for Ruritania resigned.", "2018-05-05"), "The UN special envoy").id is None
