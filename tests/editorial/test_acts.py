"""Which sentences only tell of something to be done."""

import pytest

from generator.editorial.acts import opens_with_an_act, orders, would_help
from generator.editorial.phrases import tokens


@pytest.mark.parametrize(
    "text",
    [
        "Building more depots would ease the shortage of buses.",
        "Paying the drivers better could also reduce the risk of a strike.",
    ],
)
def test_an_act_that_would_help(text: str) -> None:
    assert would_help(tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "Nothing would ease the shortage.",
        "Raising the fare would drive passengers away.",
        "The shortage of buses would ease.",
        "",
    ],
)
def test_no_act_that_would_help(text: str) -> None:
    assert not would_help(tokens(text))


def test_an_act_opens_with_a_gerund() -> None:
    assert opens_with_an_act(tokens("Raising the wall by the mill"))
    assert not opens_with_an_act(tokens("Spring floods"))
    assert not opens_with_an_act(())


@pytest.mark.parametrize(
    "text", ["Raise the wall by the mill.", "Second, slow down the pumps.", "In dry years, use less of the water."]
)
def test_an_order(text: str) -> None:
    assert orders(tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "Share prices fell.",
        "Work on the bridge has stopped.",
        "Second, store owners fear the flood.",
        "On Monday, work stopped.",
        "Raise.",
        "",
    ],
)
def test_no_order(text: str) -> None:
    assert not orders(tokens(text))
