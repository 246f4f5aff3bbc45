import pytest

from generator.model import Readability
from generator.publish.reading import brief_minutes, direction, figures, length, pace
from tests.publish.making import brief, point


def test_every_figure_has_a_value_or_a_reason() -> None:
    given = Readability(
        words=300,
        sentences=12,
        reading_minutes=2,
        gunning_fog=9.0,
        method="x",
        not_available={"smog_index": "it needs 30 sentences"},
    )

    found = {figure.formula: (figure.value, figure.reason) for figure in figures(given)}
    assert found["gunning_fog"] == (9.0, None)
    assert found["smog_index"] == (None, "it needs 30 sentences")
    assert len(found) == 7


def test_one_reason_for_all_is_given_once() -> None:
    reasons = dict.fromkeys(
        [
            figure.formula
            for figure in figures(Readability(words=9, sentences=1, reading_minutes=1, method="x", smog_index=1.0))
        ],
        "no",
    )

    (only,) = figures(Readability(words=9, sentences=1, reading_minutes=1, method="x", not_available=reasons))
    assert (only.formula, only.value, only.reason) == (None, None, "no")


@pytest.mark.parametrize(
    ("sentence", "words"), [("Two words.", 2), ("第一句。", 3), ("抖音 e-commerce 的", 4), ("", 0), ("…", 0)]
)
def test_length_of_a_sentence(sentence: str, words: int) -> None:
    assert length(sentence) == words


def test_minutes_of_the_brief_itself() -> None:
    assert brief_minutes(brief()) == 1
    assert brief_minutes(brief(key_points=[point("The bridge was closed in spring.", "word " * 239)])) == 2


def test_pace_by_language() -> None:
    assert (pace("zh-Hant").unit, pace("en-GB").unit) == ("characters", "words")
    assert pace("ja").per_minute != pace("zh").per_minute


@pytest.mark.parametrize(("language", "way"), [("ar-EG", "rtl"), ("HE", "rtl"), ("en", "ltr"), ("zh", "ltr")])
def test_direction(language: str, way: str) -> None:
    assert direction(language) == way
