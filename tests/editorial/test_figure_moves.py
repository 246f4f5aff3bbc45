"""Trouble that figures tell by themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editorial.figure_moves import is_short, worsened
from generator.editorial.phrases import numbered, tokens


@pytest.mark.parametrize(
    "text",
    [
        "Income from tickets has gone from €3.1m in 2020 to €1.8m last season.",
        "Membership went from 1,200 to 900.",
        "The closing rate of its shops moved from 4% in 2020 to 11% in 2022.",
    ],
)
def test_a_measure_that_worsens(text: str) -> None:
    assert worsened(tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "Sales grew from 1,200 to 2,400.",
        "The cost went from 4 to 3.",
        "Visitors came from 1990 to 2021.",
        "Sales went from 900m to 1.2bn.",
        "The bus goes from the school to the sea.",
    ],
)
def test_a_measure_that_does_not(text: str) -> None:
    assert not worsened(tokens(text))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The line is 60 sailors short.", True),
        ("It is sixty sailors short, and waits.", True),
        ("It has 60 short films.", False),
        ("He wrote two stories short enough to print.", False),
    ],
)
def test_so_many_short(text: str, short: bool) -> None:
    assert is_short(numbered(tokens(text))) == short


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    words = tokens(text)

    assert worsened(words) in (True, False)
    assert is_short(numbered(words)) in (True, False)
