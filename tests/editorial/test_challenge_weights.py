"""What is told of a sentence before it is weighed as a challenge."""

import pytest

from generator.editorial.challenge_weights import candidates
from tests.editorial.test_challenges import article

HEADLINE = "The ferry to Holm\n\n"


def features(sentence: str) -> dict[str, float]:
    """The features of the first sentence of an article."""
    return dict(candidates(article(HEADLINE + sentence))[0].features)


def test_trouble_at_the_end_stands_further_behind_than_at_the_start() -> None:
    first = features("A shortage of pilots keeps the ferry to the island of Holm in the harbour.")["behind"]
    last = features("The ferry to the island of Holm has a new master who once wrote a book about a shortage.")["behind"]

    assert first < 0 < last


def test_trouble_stands_nowhere_where_there_is_none() -> None:
    assert features("The ferry to Holm has a new master.")["behind"] == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "At the same time, the pier is sinking.",
        "Nor is there any money for a new one.",
        "In addition, the pier is sinking.",
        "The pier is not safe either.",
        "The pier is also sinking.",
    ],
)
def test_a_further_trouble(sentence: str) -> None:
    assert features(sentence)["further"] == 1


@pytest.mark.parametrize(
    "sentence", ["The pier is sinking.", "At the same pier, a boat sank.", "Either of the piers will sink."]
)
def test_no_further_trouble(sentence: str) -> None:
    assert features(sentence)["further"] == 0


@pytest.mark.parametrize("sentence", ["Second, slow down the loss of sand.", "Replace the broken pier."])
def test_an_order_is_an_act(sentence: str) -> None:
    assert features(sentence)["act"] == 1


@pytest.mark.parametrize("sentence", ["Many fishermen fear the dredger.", "The pier is sinking, critics say."])
def test_it_is_told_of_many_or_by_those_who_judge(sentence: str) -> None:
    assert features(sentence)["widely"] == 1


def test_it_is_told_of_one() -> None:
    assert features("Hannah Vey fears the dredger.")["widely"] == 0


def test_how_many_is_not_many() -> None:
    assert features("They write down how many ships sink.")["widely"] == 0
