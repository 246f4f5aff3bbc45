"""What a challenge is called."""

import pytest

from generator.editorial.challenge_titles import item_lead, titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The first obstacle is the single track.", "Single track"),
        ("A third problem is the price of spare parts, which come from overseas.", "Price of spare parts"),
        ("The third is the lack of pickers, because the young move away.", "Lack of pickers"),
        ("The shop has no photographer.", "No photographer"),
        ("Delivery drivers block the side streets in the morning.", "Side streets"),
        ("A number of hurdles remain for the wooden bridge.", "Wooden bridge"),
        ("The wheels slip on wet leaves.", "The wheels"),
    ],
)
def test_a_title_is_a_whole_phrase_of_the_problem(text: str, title: str) -> None:
    assert titles([text], []) == (title,)


def test_what_the_article_calls_it_comes_first() -> None:
    assert titles(["The hooks are out of reach."], [], ["2. The wrong places"]) == ("The wrong places",)


def test_a_name_too_long_or_too_short_is_none() -> None:
    assert titles(["It has no spare parts."], [], ["Parts"]) == titles(["It has no spare parts."], [])


def test_no_two_are_alike() -> None:
    assert len(set(titles(["There is a shortage of nurses in spring."] * 3, []))) == 3


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Rising costs. The price of steel has doubled.", "Rising costs"),
        ("Late buses: they wait at the bridge.", "Late buses"),
        ("The only machine is broken.", ""),
        ("Cost. It is dear.", ""),
    ],
)
def test_the_lead_of_a_list_item(text: str, lead: str) -> None:
    assert item_lead(text) == lead
