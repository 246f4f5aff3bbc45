from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edtf import DateSpan, chronological, is_edtf, span_of, unqualified
from tests.case_files import Case, read_cases


@pytest.mark.parametrize("case", read_cases("edtf.txt"), ids=str)
def test_cases(case: Case) -> None:
    if case.expected.startswith("! "):
        with pytest.raises(ValueError, match=case.expected[2:]):
            span_of(case.given)
        assert not is_edtf(case.given)
    else:
        assert written(span_of(case.given)) == case.expected


@given(st.dates())
def test_every_day_of_the_calendar_is_itself(day: date) -> None:
    assert written(span_of(day.isoformat())) == f"{day.isoformat()} {day.isoformat()}"


@given(st.lists(st.dates(), min_size=2))
def test_days_sort_by_time(days: list[date]) -> None:
    assert sorted((day.isoformat() for day in days), key=chronological) == [day.isoformat() for day in sorted(days)]


def test_a_date_covers_the_same_days_however_certain() -> None:
    assert unqualified("2019-06~/2020?") == "2019-06/2020"
    assert span_of("2019-06~/2020%") == span_of("2019-06/2020")


def test_the_longer_span_comes_first() -> None:
    assert sorted(["2022-01-01", "2022-01", "2022"], key=chronological) == ["2022", "2022-01", "2022-01-01"]


@given(st.text())
def test_any_text_is_a_date_or_not_and_nothing_else(text: str) -> None:
    assert is_edtf(text) in (True, False)


def written(span: DateSpan) -> str:
    return " ".join(f"{year:04}-{month:02}-{day:02}" for year, month, day in (span.first, span.last))
