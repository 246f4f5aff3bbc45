"""Which two dates that stand together are one, and which are two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editorial.annotate import annotate
from generator.editorial.events import events
from generator.edtf import is_edtf
from generator.model import Article, Block

_PUBLISHED = "2022-08-16"
_LEADS = st.sampled_from(["", "from ", "between ", "since ", "moved from ", "around ", "perhaps in "])
_DATES = st.sampled_from(
    ["2012", "2018", "May 2019", "June", "3 May 2021", "last year", "the late 1990s", "Monday", "two years ago"]
)
_JOINS = st.sampled_from([" to ", " and ", "-", " – ", " or ", ", on ", " (", " until about ", " onwards, ", " on, "])


def _dates(sentence: str) -> list[tuple[str, str]]:
    text = f"The mill was shut {sentence} by the town."
    article = Article("A town", None, _PUBLISHED, None, "en", None, (Block("paragraph", text),))
    return [(event.date, event.expression) for event in events(annotate(article))]


@pytest.mark.parametrize(
    ("sentence", "date", "expression"),
    [
        ("from 2012 to 2018", "2012/2018", "2012 to 2018"),
        ("between March and June 2020", "2020-03/2020-06", "March and June 2020"),
        ("since 2015 until last year", "2015/2021", "2015 until last year"),
        ("from 5 to 9 May 2019", "2019-05-05/2019-05-09", "5 to 9 May 2019"),
        ("June–August 2021", "2021-06/2021-08", "June–August 2021"),
        ("from 2015 onwards", "2015/..", "2015"),
        ("from 1950 to the late 1990s", "1950/199X", "1950 to the late 1990s"),
        ("last Friday, 12 August,", "2022-08-12", "last Friday, 12 August"),
        ("three years ago, in May 2019,", "2019-05", "three years ago, in May 2019"),
        ("in May 2019 (three years ago)", "2019-05", "May 2019"),
        ("in 1840 or 1841", "1840~", "1840 or 1841"),
    ],
)
def test_one(sentence: str, date: str, expression: str) -> None:
    assert _dates(sentence) == [(date, expression)]


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("in 2012 and 2018", ["2012", "2018"]),
        ("in 2012, on 3 May 2021", ["2012", "2021-05-03"]),
        ("in 1840 or 1890", ["1840", "1890"]),
        ("from 2018 to 2012", ["2018", "2012"]),
        ("in 2012 to please them in 2018", ["2012", "2018"]),
    ],
)
def test_two(sentence: str, dates: list[str]) -> None:
    assert [date for date, _ in _dates(sentence)] == dates


@given(_LEADS, _DATES, _JOINS, _DATES)
def test_whatever_stands_together_is_a_date(lead: str, first: str, join: str, second: str) -> None:
    for date, expression in _dates(lead + first + join + second):
        assert is_edtf(date)
        assert expression in lead + first + join + second
