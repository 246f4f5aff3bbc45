import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edtf import span_of
from generator.model import Readability
from generator.publish.charts import grade_scale, sentence_strip, time_scale
from generator.publish.reading import Difficulty, difficulty

DATES = st.sampled_from(
    [
        "2022",
        "2022-06",
        "2022-06-14",
        "2022-Q3",
        "199X",
        "19XX",
        "2019/2021",
        "2019/..",
        "../2021",
        "-0043",
        "0079-08-24",
        "2022-21",
    ]
)


def measured(**grades: float) -> Readability:
    return Readability(words=900, sentences=45, reading_minutes=4, method="textstat", **grades)


def test_grades_stand_where_they_belong_on_the_scale() -> None:
    scale = grade_scale(
        measured(flesch_kincaid_grade=6.0, gunning_fog=17.0, smog_index=9.5), measured(flesch_kincaid_grade=9.0)
    )
    assert scale

    ticks = {tick.grade: tick.x for tick in scale.ticks}
    assert [(row.formula, row.article.x) for row in scale.rows][:2] == [
        ("flesch_kincaid_grade", ticks[6]),
        ("gunning_fog", ticks[17]),
    ]
    assert [row.brief.x if row.brief else None for row in scale.rows] == [ticks[9], None, None]
    assert (scale.article, scale.brief) == (9.5, 9.0)
    assert {tick.grade: tick.age for tick in scale.ticks} == {0: None, 6: 11, 9: 14, 13: 18, 17: 22}


def test_a_grade_beyond_the_scale_stands_at_its_end() -> None:
    scale = grade_scale(measured(gunning_fog=31.0))
    assert scale

    assert scale.rows[0].article.x <= scale.width
    assert (scale.rows[0].article.grade, scale.brief) == (31.0, None)


def test_no_formula_no_scale() -> None:
    assert grade_scale(measured(flesch_reading_ease=60.0)) is None


def test_each_figure_stands_on_the_outer_side_of_its_mark() -> None:
    scale = grade_scale(measured(gunning_fog=9.0, smog_index=9.0), measured(gunning_fog=10.0, smog_index=3.0))
    assert scale

    for row in scale.rows:
        assert row.brief
        low, high = sorted((row.article, row.brief), key=lambda dot: dot.x)
        assert low.label_x < low.x <= high.x < high.label_x


@given(st.lists(st.floats(0, 20), max_size=400), st.data())
def test_the_strip_has_a_bar_for_every_group_of_sentences(values: list[float], data: st.DataObject) -> None:
    cited = data.draw(st.lists(st.integers(1, len(values)), unique=True)) if values else []
    strip = sentence_strip(Difficulty("grade", ("Two words.",) * len(values), tuple(values)), cited)

    if strip is None:
        assert len(values) < 3 or not any(values) or not cited
        return
    plain, picked = strip.plain_bars.count("M"), strip.cited_bars.count("M")
    assert plain + picked == -(-len(values) // strip.a_bar) <= 120
    assert strip.cite_marks.count("M") == picked == len({(number - 1) // strip.a_bar for number in cited})
    heights = [float(height) for height in re.findall(r"v-([\d.]+)", strip.plain_bars + strip.cited_bars)]
    assert max(heights) == strip.height
    assert [(row.number, row.words) for row in strip.cited] == [(number, 2) for number in sorted(cited)]
    assert all(one.y - other.y >= 16 for one, other in pairwise(strip.lines))


def test_sentences_are_compared_by_grade_where_that_holds_and_else_by_length() -> None:
    texts = ["The cat sat.", "Considerable uncertainty characterises international negotiations."]

    english, other = difficulty(texts, measured(flesch_kincaid_grade=9.0)), difficulty(texts, measured())
    assert english.measure == "grade"
    assert english.values == (0.0, 20.0)
    assert (other.measure, other.values) == ("words", (3.0, 5.0))


@given(st.lists(DATES, min_size=2, max_size=12))
def test_events_stand_in_their_order_within_the_axis(dates: list[str]) -> None:
    scale = time_scale(dates)
    if scale is None:
        assert len({span_of(date) for date in dates}) == 1
        return

    assert 2 <= len(scale.ticks) <= 6
    for row in scale.rows:
        assert 0 < row.x <= row.x + row.length <= scale.width
        assert bool(row.arrows) == (row.earliest is None or row.latest is None)
    starts = sorted((span_of(row.earliest).first, row.x) for row in scale.rows if row.earliest)
    assert all(one[1] <= other[1] + 9 for one, other in pairwise(starts))


@pytest.mark.parametrize(
    ("dates", "ticks"),
    [
        (["2022-06-14", "2022-08"], ["2022-06", "2022-07", "2022-08", "2022-09"]),
        (["2019", "2022-06"], ["2019", "2020", "2021", "2022", "2023"]),
        (["199X", "2022"], ["1990", "2000", "2010", "2020", "2030"]),
        (["-0043", "0079"], ["-0050", "0000", "0050", "0100"]),
    ],
)
def test_ticks_stand_at_whole_months_and_years(dates: list[str], ticks: list[str]) -> None:
    scale = time_scale(dates)

    assert scale
    assert [tick.date for tick in scale.ticks] == ticks


@pytest.mark.parametrize("dates", [[], ["2022"], ["2022-06", "2022-06"]])
def test_nothing_to_compare_no_scale(dates: list[str]) -> None:
    assert time_scale(dates) is None
