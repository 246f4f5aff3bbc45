import pytest

from generator.formats.brief import parse, verify

BRIEF = """---
title: "Walls"
key_points:
  - text: "The wall held."
    quote: "The wall held."
challenges:
  - title: "Gate"
    text: "The gate did not."
    quote: "The gate did not, and the  town flooded."
timeline:
  - date: "2019"
    text: "The wall was built."
    quote: "It was built in 2019."
  - date: "2021-06"
    text: "It was tested."
    quote: "In June 2021 it was tested."
---
The wall held. The gate did not, and
the  town flooded.

It was built in 2019. In June 2021 it was tested.
"""


def problems(text: str) -> list[str]:
    return [f"{problem.line}: {problem.message}" for problem in verify(parse(text, "x.md"))]


def test_quotes_that_stand_in_the_body_are_no_problem() -> None:
    assert problems(BRIEF) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "item"),
    [
        ('quote: "The wall held."', 'quote: "The wall holds."', 5, "key point 1"),
        ('quote: "The gate did not, and the  town', 'quote: "The gate did not, and the town', 9, "challenge 1"),
        ('quote: "The gate', 'quote: "the gate', 9, "challenge 1"),
        ('tested."\n---', 'tested."\nnotes:\n  - {quote: x1, text: y}\n---', 18, "note 1"),
        ('quote: "In June 2021 it', 'quote: "In June\u00a02021 it', 16, "timeline event 2"),
    ],
)
def test_a_changed_quote_is_named_with_its_line_and_item(old: str, new: str, line: int, item: str) -> None:
    assert old in BRIEF

    (found,) = problems(BRIEF.replace(old, new))

    assert found.startswith(f"{line}: quote of {item} is not in the article's text")


def test_every_single_character_of_a_quote_counts() -> None:
    quote = "The gate did not, and the  town flooded."
    for at in range(len(quote)):
        changed = quote[:at] + "~" + quote[at + 1 :]
        assert len(problems(BRIEF.replace(f'"{quote}"', f'"{changed}"'))) == 1, changed


@pytest.mark.parametrize(
    ("quote", "fault"),
    [
        ("he wall held.", "cuts a word of the article's text"),
        ("The wall hel", "cuts a word of the article's text"),
        ("The wall held. ", "starts or ends with white space"),
        ("\\n wall held.", "starts or ends with white space"),
    ],
)
def test_a_quote_is_whole_words(quote: str, fault: str) -> None:
    (found,) = problems(BRIEF.replace('quote: "The wall held."', f'quote: "{quote}"'))

    assert found.startswith(f"5: quote of key point 1 {fault}")


def test_events_out_of_order_are_named() -> None:
    (found,) = problems(BRIEF.replace('date: "2019"', 'date: "2022"'))

    assert found == "14: timeline event 2 (2021-06) stands after 2022; put the events in order of time"
