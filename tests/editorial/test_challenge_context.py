"""What the sentences around one say about it."""

import pytest

from generator.editorial.annotate import annotate
from generator.editorial.challenge_context import Context, contexts, counts_problems
from generator.editorial.phrases import tokens
from generator.editorial.tone import tone
from generator.model import Article, Block


def around(*blocks: Block) -> list[Context]:
    annotated = annotate(Article("Headline", None, None, None, "en", None, blocks))
    words = {one.number: tokens(one.text) for one in annotated.prose}
    found = contexts(annotated.sentences, words, {number: tone(spoken) for number, spoken in words.items()})
    return [found.get(one.number, {}) for one in annotated.prose]


def test_a_heading_of_trouble_marks_its_section() -> None:
    found = around(
        Block("heading", "What stands in the way"),
        Block("paragraph", "The count needs people. They are many."),
        Block("heading", "How it works"),
        Block("paragraph", "One looks, the other writes."),
    )

    assert found == [{"headed": 1.0}, {}, {}]


def test_a_short_sentence_of_trouble_introduces_the_next() -> None:
    found = around(Block("paragraph", "The real difficulty lies elsewhere. The money comes from a grant."))

    assert found == [{"introduces": 1.0}, {"introduced": 1.0}]


def test_what_is_granted_and_taken_back_is_conceded() -> None:
    found = around(Block("paragraph", "To be sure, the roof leaks. But it will be mended in June. Readers like the hall."))

    assert [one.get("conceded", 0.0) for one in found] == [1.0, 1.0, 0.0]


def test_a_good_thing_that_is_granted_leaves_the_turn_alone() -> None:
    found = around(Block("paragraph", "To be sure, the hall is large. But it lacks seats."))

    assert [one.get("conceded", 0.0) for one in found] == [1.0, 0.0]


@pytest.mark.parametrize(
    ("text", "count"), [("Two difficulties remain.", 2), ("Three steps follow.", 0), ("The difficulties remain.", 0)]
)
def test_counted_problems(text: str, count: int) -> None:
    assert counts_problems(tokens(text)) == count
