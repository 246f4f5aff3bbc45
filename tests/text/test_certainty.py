"""What qualifies a date in EDTF, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.timex import find
from generator.text.timex.certainty import Qualifier, both

_QUALIFIERS = st.sampled_from(["", "~", "?", "%"])


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("built around 1985", "1985~"),
        ("built in about 1985", "1985~"),
        ("built circa 1900", "1900~"),
        ("born c. 1650 in Leeds", "1650~"),
        ("born (c.1650) in Leeds", "1650~"),
        ("lost in or around 1912", "1912~"),
        ("roughly in May 2019", "2019-05~"),
        ("around the end of June 2019", "2019-06~"),
        ("in 1912 or thereabouts", "1912~"),
        ("about three years ago", "2019~"),
        ("about two weeks ago", "2022-08~"),
        ("some seven weeks ago or so", "2022-06-27~/2022-07-03~"),
        ("dates from about 1650", "1650~"),
        ("possibly in 2012", "2012?"),
        ("was perhaps sold in early 2012", "2012?"),
        ("is thought to have died in 1912", "1912?"),
        ("may have left in 1999", "1999?"),
        ("perhaps around 2012,", "2012%"),
        ("probably made around 1850", "1850%"),
        ("perhaps two decades ago", "2002%"),
    ],
)
def test_qualified(text: str, edtf: str) -> None:
    assert [timex.edtf for timex in find(f"It was {text}.", "2022-08-16")] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("a film about June 2019", "2019-06"),
        ("asked about May 2019", "2019-05"),
        ("at about 9 a.m. on 3 May 2021", "2021-05-03"),
        ("perhaps most popular in 1912", "1912"),
        ("will probably open in 2024", "2024"),
        ("may have to close in 2024", "2024"),
        ("thought to be the best of all in 2012", "2012"),
        ("perhaps wrong, and it ended in 2012", "2012"),
        ("no way around Monday's ruling", "2022-08-15"),
    ],
)
def test_not_qualified(text: str, edtf: str) -> None:
    assert [timex.edtf for timex in find(f"It was {text}.", "2022-08-16")] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "about 1985 people",
        "about 1900 new houses",
        "sold around 1500",
        "costs roughly 1985 dollars",
        "vitamin C. 1900 bottles of it",
        "a book about 1968",
        "rose from about 1900 to 2400",
    ],
)
def test_counts_are_no_years(text: str) -> None:
    assert find(f"It was {text}.", "2022-08-16") == ()


@given(_QUALIFIERS, _QUALIFIERS, _QUALIFIERS)
def test_qualifiers_add_up_in_any_order(one: Qualifier, two: Qualifier, three: Qualifier) -> None:
    assert both(one, two) == both(two, one)
    assert both(one, one) == both(one, "") == one
    assert both(both(one, two), three) == both(one, both(two, three))
