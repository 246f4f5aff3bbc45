"""Enumerations, whatever they are of."""

import pytest

from generator.editorial.annotate import annotate
from generator.editorial.chain_markers import without_marker
from generator.editorial.discourse import Chain, chains
from generator.editorial.phrases import tokens
from generator.model import Article, Block


def found(*paragraphs: str) -> tuple[Chain, ...]:
    article = Article("Headline", None, None, None, "en", None, tuple(Block("paragraph", text) for text in paragraphs))
    sentences = annotate(article).prose
    return chains(sentences, {one.number: tokens(one.text) for one in sentences})


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("First of all, it is dear.", "Secondly, it is slow.", "In the end, it is old."),
        ("First, it is dear. It costs much. Second, it is slow.", "Finally, it is old."),
        ("One problem is the price.", "Another problem is the noise.", "A third problem is the smell."),
        (
            "The first mistake was made in May.",
            "They rushed – the second mistake that cost them dear.",
            "The last mistake was mine.",
        ),
        ("To begin with, it is dear.", "Moreover, it is slow.", "Lastly, it is old."),
        ("1. It is dear.", "2. It is slow.", "3. It is old."),
    ],
)
def test_three_members(paragraphs: tuple[str, ...]) -> None:
    assert [len(chain.members) for chain in found(*paragraphs)] == [3]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("First she sang. Then she danced.",),
        ("But first things first.", "Second, it is slow."),
        ("First on the list is a walk.", "Second should be a swim."),
        ("Finally, it is old.",),
        ("It is slow.", "Moreover, it is old."),
        ("The first trams were blue.", "Then there are the drivers.", "Most serious of all, it is old."),
    ],
)
def test_no_enumeration(paragraphs: tuple[str, ...]) -> None:
    assert found(*paragraphs) == ()


def test_the_announced_number_ends_the_chain() -> None:
    (chain,) = found("It has two problems.", "First, it is dear. Second, it is slow.", "Finally, we should go.")

    assert len(chain.members) == 2
    assert chain.kind == "problem"


def test_the_announcement_names_what_is_enumerated() -> None:
    (chain,) = found("It takes three steps.", "First, open it. Second, close it. Third, lock it.")

    assert chain.kind == "remedy"
    assert chain.announced_by is not None
    assert chain.announced_by.text == "It takes three steps."


def test_members_far_apart_are_no_chain() -> None:
    assert found("First, it is dear.", *["It rains."] * 30, "Second, it is slow.") == ()


def test_a_chain_inside_another_keeps_its_own_members() -> None:
    outer, inner = found(
        "The first problem is the price.", "First, it is dear. Second, it rises.", "The second problem is the noise."
    )

    assert [one.text for one in outer.members] == ["The first problem is the price.", "The second problem is the noise."]
    assert [one.text for one in inner.members] == ["First, it is dear.", "Second, it rises."]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("One reason is disgust.", "Another difficulty is the salt.", "A third, and the least known, is the tariff."),
        ("The first weak spot is the format.", "It took weeks.", "The second weak spot is the index."),
        ("The guns need frost. What is worse, the pond is shared. Worst of all, the loan is due.",),
        ("One is the hops.", "Another is bottles.", "A third is age."),
        ("For one thing, it is dear.", "For another, it is slow.", "And lastly, it is old."),
    ],
)
def test_further_forms_of_enumeration(paragraphs: tuple[str, ...]) -> None:
    (chain,) = found(*paragraphs)

    assert len(chain.members) in (2, 3)
    assert chain.members[0].number == 0


def test_a_noun_that_is_no_listed_one_must_be_repeated() -> None:
    assert found("The first tram is full.", "The second bridge is long.") == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("1. The crown breaks.", "The crown breaks."),
        ("Worst of all, the loan is due.", "the loan is due."),
        ("And lastly, it is old.", "it is old."),
        ("For one thing, it is dear.", "it is dear."),
        ("One is the hops.", "One is the hops."),
        ("1953 was a cold year.", "1953 was a cold year."),
        ("A third, and the oldest, is the well.", "A third, and the oldest, is the well."),
        ("First,", "First,"),
        ("secondly", "secondly"),
        ("", ""),
    ],
)
def test_a_member_without_its_marker(text: str, left: str) -> None:
    assert without_marker(text) == left
