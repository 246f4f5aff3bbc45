"""What counts as a word of trouble, and what is left of it."""

import pytest

from generator.editorial.phrases import tokens
from generator.editorial.problems import evidence


def problem(text: str) -> float:
    return evidence(tokens(text)).problem


@pytest.mark.parametrize(
    "text",
    [
        "The town faces a shortage of teachers.",
        "The pumps have no guarantee.",
        "The station can’t afford a new roof.",
        "The move was not without risks.",
        "There is little support for the plan.",
        "The firm is far from ready.",
        "The mayor has had no reply.",
        "Nor is the bus there when it is wanted.",
        "The line costs a third more than planned.",
        "The coach will be without his captain.",
        "Three posts stand vacant.",
        "The firm has cut its profit forecast.",
        "The vaccine doesn't last.",
        "The lender won't fund the pier.",
    ],
)
def test_trouble_is_found(text: str) -> None:
    assert problem(text) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "There is no risk to the town.",
        "The bridge was opened on Monday.",
        "The spokesman declined to comment.",
        "She never complained.",
        "It can be charged without losing capacity.",
        "She won the 400 metres hurdles.",
        "The figures have a margin of error.",
        "A trouble-free year ended on Sunday.",
    ],
)
def test_what_is_denied_is_no_trouble(text: str) -> None:
    assert problem(text) == 0


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        ("The firm has delays.", "The firm avoided delays."),
        ("The danger is great.", "The danger is being overplayed."),
        ("The losses of the firm grew.", "The losses of the firm eased."),
        ("It finds problems.", "If it finds problems, it calls."),
    ],
)
def test_what_is_lessened_supposed_or_over_counts_less(stronger: str, weaker: str) -> None:
    assert problem(stronger) > problem(weaker)


def test_a_denial_ends_with_its_clause() -> None:
    assert problem("It is not old, the shortage grows.") > 0


def test_remedies_are_told_apart() -> None:
    said = evidence(tokens("The council should build a second bridge."))

    assert said.remedy >= 2
    assert said.problem == 0


def test_the_strongest_kind_comes_first() -> None:
    assert evidence(tokens("Critics say that the shortage of nurses is a problem.")).kinds[0] == "difficulty"
