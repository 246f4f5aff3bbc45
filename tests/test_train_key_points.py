"""The arithmetic of scripts/train_key_points.py, on lessons small enough to see through."""

import pytest

from generator.editorial.features import FEATURES
from scripts.train_key_points import Lesson, gram, shared, solved, together, weights_of
from tests.editorial.written_articles import written

TEXT = """Bridge

The bridge is closed. The bridge of Hollin was closed by the council on Monday after a storm. It rained. It rained again.
"""


def test_a_system_is_solved() -> None:
    assert solved([[4.0, 1.0], [1.0, 3.0]], [1.0, 2.0]) == pytest.approx([1 / 11, 7 / 11])


def test_shared_is_an_f1_of_runs() -> None:
    assert shared(["a", "b", "c"], ["b", "c"], 1) == pytest.approx(4 / 5)
    assert shared(["a", "b", "c"], ["b", "c"], 2) == pytest.approx(2 / 3)
    assert shared([], ["b"], 1) == 0


def test_sentences_are_taken_only_while_they_add() -> None:
    sentences = [("bridge", "closed"), ("rain",), ("storm", "monday")]

    assert together(sentences, ["bridge", "closed", "storm", "monday"]) == [0, 2]


def test_what_is_worth_most_weighs_most() -> None:
    annotated = written(TEXT)
    by_length = Lesson(annotated, tuple(float(len(sentence.text) > 40) for sentence in annotated.prose), 1.0)

    table = weights_of([gram(by_length)])

    assert tuple(table) == FEATURES
    assert table["length"] > 0 > table["early"]
    assert table["judgement"] == 0


def test_an_article_without_prose_teaches_nothing() -> None:
    assert set(weights_of([gram(Lesson(written("Bridge"), (), 1.0))]).values()) == {0.0}
