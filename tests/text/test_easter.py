"""Easter Sunday, against what almanacs print, and what holds for every year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.timex.easter import easter_sunday
from generator.text.timex.periods import first_day


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1943, 4, 25), (1954, 4, 18), (1981, 4, 19), (2000, 4, 23), (2008, 3, 23), (2019, 4, 21), (2024, 3, 31)],
)
def test_known_years(year: int, month: int, day: int) -> None:
    found = first_day(easter_sunday(year))

    assert (found.year, found.month, found.day) == (year, month, day)


@given(st.integers(1, 9999))
def test_it_is_a_sunday_in_spring(year: int) -> None:
    found = first_day(easter_sunday(year))

    assert found.isoweekday() == 7
    assert (3, 22) <= (found.month, found.day) <= (4, 25)
