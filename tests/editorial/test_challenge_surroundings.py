"""What the other sentences of an article say of one."""

import pytest

from generator.editorial.challenge_surroundings import surroundings


def test_near_trouble_counts_more_than_far() -> None:
    around = [one["around"] for one in surroundings([0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0])]

    assert around == pytest.approx([0.7, 1.0, 0.0, 1.0, 0.7, 0.5, 0.3])


def test_its_own_trouble_is_not_around_a_sentence() -> None:
    assert surroundings([2.5])[0]["around"] == 0


def test_the_whole_article_is_told_to_each() -> None:
    found = surroundings([3.0, 0.0, 1.5, 0.0])

    assert {one["troubled"] for one in found} == {1.125}
    assert {one["worst"] for one in found} == {1.5}
    assert {one["long"] for one in found} == {0.1}


def test_no_sentence_has_no_surroundings() -> None:
    assert surroundings([]) == ()
