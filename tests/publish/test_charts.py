import re

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Readability
from generator.publish.charts import grade_scale, sentence_strip


def measured(**grades: float) -> Readability:
    return Readability(words=900, sentences=45, reading_minutes=4, method="textstat", **grades)


def test_grades_stand_where_they_belong_on_the_scale() -> None:
    scale = grade_scale(measured(flesch_kincaid_grade=6.0, gunning_fog=17.0, smog_index=9.5))
    assert scale

    ticks = {tick.grade: tick.x for tick in scale.ticks}
    assert [(row.formula, row.x) for row in scale.rows][:2] == [("flesch_kincaid_grade", ticks[6]), ("gunning_fog", ticks[17])]
    assert (scale.lowest, scale.middle, scale.highest) == (6.0, 9.5, 17.0)
    assert {tick.grade: tick.age for tick in scale.ticks} == {0: None, 6: 11, 9: 14, 13: 18, 17: 22}


def test_a_grade_beyond_the_scale_stands_at_its_end() -> None:
    scale = grade_scale(measured(gunning_fog=31.0))
    assert scale

    assert scale.rows[0].x <= scale.width
    assert scale.rows[0].grade == 31.0


def test_no_formula_no_scale() -> None:
    assert grade_scale(measured(flesch_reading_ease=60.0)) is None


@given(st.lists(st.integers(0, 80), max_size=400), st.data())
def test_the_strip_has_a_bar_for_every_group_of_sentences(lengths: list[int], data: st.DataObject) -> None:
    cited = data.draw(st.lists(st.integers(1, len(lengths)), unique=True)) if lengths else []
    strip = sentence_strip(lengths, cited)

    if strip is None:
        assert len(lengths) < 3 or not any(lengths)
        return
    plain, picked = strip.plain_bars.count("M"), strip.cited_bars.count("M")
    assert plain + picked == -(-len(lengths) // strip.a_bar) <= 120
    assert strip.cite_marks.count("M") == picked == len({(number - 1) // strip.a_bar for number in cited})
    heights = [float(height) for height in re.findall(r"v-([\d.]+)", strip.plain_bars + strip.cited_bars)]
    assert max(heights) == strip.height
