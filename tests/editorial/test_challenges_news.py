"""How well challenges are chosen in articles that were annotated before the engine read them."""

from collections.abc import Sequence

import pytest

from generator.editorial.challenges import choose
from tests.case_files import Case, read_cases
from tests.editorial.test_challenges import article
from tests.eval.matching import matched
from tests.eval.measures import f1, share

CASES = read_cases("challenges_news.txt")
FEWEST_STATED = 3


def counted(case: Case) -> int:
    """How many challenges a careful reader names."""
    return int(case.expected.split("\n")[0])


def openings(case: Case) -> list[tuple[str, str]]:
    """The number of a challenge, or "~", and the first words of a sentence that states it."""
    pairs = (line.partition(" ") for line in case.expected.split("\n")[1:])
    return [(number, words) for number, _, words in pairs]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_annotation_names_what_stands_there(case: Case) -> None:
    assert [words for _, words in openings(case) if words not in case.given] == []
    assert counted(case) <= len({number for number, _ in openings(case)} - {"~"})


def test_the_challenges_of_all_articles_together() -> None:
    right = given = found = needed = few = 0
    for case in CASES:
        quotes = [one.quote for one in choose(article(case.given))]
        stated = [_stated(quote, openings(case)) for quote in quotes]
        matches = len(matched([numbers - {0} for numbers in stated]))
        right, given = right + matches, given + sum(numbers != {0} for numbers in stated)
        found, needed = found + min(matches, counted(case)), needed + counted(case)
        few += counted(case) < FEWEST_STATED and counted(case) == len(quotes)
    precision, recall = share(right, given), share(found, needed)

    assert precision >= 0.86
    assert recall >= 0.64
    assert f1(precision, recall) >= 0.74
    assert few >= 18


def _stated(quote: str, lines: Sequence[tuple[str, str]]) -> set[int]:
    """The numbers of the challenges that the quote states; {0} where it only does no harm."""
    numbers = {number for number, words in lines if words in quote}
    told = {int(number) for number in numbers if number != "~"}
    return told or ({0} if numbers else set())
