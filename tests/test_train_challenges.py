"""The arithmetic of scripts/train_challenges.py, on sentences small enough to see through."""

from math import log

import pytest

from generator.editorial.challenge_weights import weights
from scripts.train_challenges import HAND, KEPT, MODEL, TRAINED, Example, between, fitted, ranking, trained

ROW = tuple(float(name == "problem") for name in TRAINED)
NOTHING = (0.0,) * len(TRAINED)


def test_the_table_has_a_weight_for_each_feature() -> None:
    assert set(weights()) == {*TRAINED, *KEPT}


def test_a_constant_alone_gives_the_share_of_right_ones() -> None:
    examples = [Example((), 0.0, right, 1.0) for right in (True, True, True, False)]

    assert fitted(examples, [], 1.0) == pytest.approx([log(3)], abs=1e-4)


def test_weights_without_evidence_stay_where_they_are_drawn_to() -> None:
    examples = [Example((0.0,), 0.0, right, 1.0) for right in (True, False)]

    assert fitted(examples, [0.7], 5.0)[0] == pytest.approx(0.7)


def test_a_feature_that_only_right_sentences_have_gains() -> None:
    late = tuple(float(name in ("problem", "late")) for name in TRAINED)
    lesson = tuple(Example(row, 0.0, row is late, 1.0) for row in (late, ROW, NOTHING) * 20)

    table = trained([lesson])

    assert table["problem"] == 1.0
    assert table["late"] > HAND.get("late", 0.0)


def test_the_table_lies_between_the_editor_and_the_model() -> None:
    model = {**dict.fromkeys(TRAINED, 0.0), **KEPT}

    assert between(model)["topical"] == pytest.approx((1 - MODEL) * HAND["topical"])
    assert between(model)["headed"] == pytest.approx(KEPT["headed"])


def test_a_ranking_is_an_average_precision() -> None:
    lesson = (Example(ROW, 0.0, True, 1.0), Example(NOTHING, 0.0, False, 1.0), Example(NOTHING, -1.0, True, 1.0))

    assert ranking(lesson, {**dict.fromkeys(TRAINED, 0.0), **KEPT, "problem": 1.0}) == pytest.approx(((1 + 2 / 3) / 2, 2 / 3))
    assert ranking(lesson[1:2], {**dict.fromkeys(TRAINED, 0.0), **KEPT}) is None
