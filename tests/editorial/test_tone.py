"""Which way a sentence leans."""

import pytest

from generator.editorial.phrases import tokens
from generator.editorial.tone import Tone, tone


def heard(text: str) -> Tone:
    return tone(tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "The patent expires next spring.",
        "The firm lives on a loan.",
        "The cranes are older than the men who drive them.",
        "Nobody knows when it comes.",
        "It takes no cards.",
        "The harbour has only one pilot.",
    ],
)
def test_slight_signs_are_heard(text: str) -> None:
    assert heard(text).hint + heard(text).trouble >= 0.6
    assert heard(text).praise == 0


@pytest.mark.parametrize(
    "text",
    [
        "It has no faults.",
        "Nothing rusts.",
        "It cannot fall over.",
        "The drivers like it, and it is quiet.",
        "They need not wait.",
    ],
)
def test_denied_trouble_is_praise(text: str) -> None:
    assert heard(text).praise > heard(text).hint + heard(text).trouble


@pytest.mark.parametrize("text", ["Start with herbs.", "First, sing shorter.", "The council should mend it."])
def test_orders_and_advice_are_remedies(text: str) -> None:
    assert heard(text).remedy >= 1.5


def test_a_denial_that_only_emphasises_is_no_hint() -> None:
    assert heard("It is no secret that the choir sings there.").hint == 0


def test_a_plain_sentence_says_nothing() -> None:
    said = heard("The choir sings on Mondays.")

    assert (said.trouble, said.hint, said.praise, said.remedy) == (0, 0, 0, 0)
