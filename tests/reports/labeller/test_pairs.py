"""How words reach each other through a tree."""

import numpy as np

from dragoman.reports.labeller.pairs import DOWN, FAR, RELATIONS, UP, features_across, pair_features, paths

# "Chad told Mali to leave": told is the root, Chad and Mali and leave hang on it, "to" on leave
HEADS = np.array([1, 1, 1, 4, 1])


def test_steps_up_and_down_meet_at_the_word_above_both() -> None:
    up, down, _ = paths(HEADS)
    assert (up[0, 2], down[0, 2]) == (1, 1)
    assert (up[3, 0], down[3, 0]) == (2, 1)
    assert (up[1, 3], down[1, 3]) == (0, 2)
    assert (np.diag(up) == 0).all()


def test_the_word_at_the_turn_is_the_first_on_the_way_down() -> None:
    _, _, turn = paths(HEADS)
    assert turn[1, 3] == 4
    assert turn[0, 2] == 2
    assert turn[3, 4] == 4


def test_words_of_two_trees_are_as_far_apart_as_can_be() -> None:
    up, down, turn = paths(np.array([0, 0, 2, 2]))
    assert (up[1, 3], down[1, 3], turn[1, 3]) == (UP, DOWN, 3)


def test_long_chains_end_where_steps_are_no_longer_told_apart() -> None:
    up, _, _ = paths(np.array([0, *range(20)]))
    assert up[20, 0] == UP


def test_features_tell_path_relation_and_distance() -> None:
    relations = [RELATIONS.index(name) for name in ("nsubj", "root", "obj", "mark", "xcomp")]
    words = np.stack([relations, np.zeros(5, int), HEADS], axis=1)
    pairs = pair_features(words)
    assert pairs.shape == (5, 5, 3)
    assert pairs[1, 0].tolist() == [0 * (DOWN + 1) + 1, RELATIONS.index("nsubj"), FAR - 1]
    assert pairs[1, 3].tolist() == [2, RELATIONS.index("xcomp"), FAR + 2]


def test_features_across_sentences_are_those_of_two_trees_in_one_text() -> None:
    first, second = np.array([[1, 1, 1], [2, 2, 1], [3, 3, 1]]), np.array([[4, 1, 0], [5, 2, 0]])
    both = np.concatenate([first, second + np.array([0, 0, len(first)])])
    steps = np.arange(len(first)) - (len(first) + 1)
    assert (pair_features(both)[len(first) + 1, : len(first)] == features_across(first, steps)).all()
