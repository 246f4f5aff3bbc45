"""Why a date dates no event: every question that `events` asks has a reason in words."""

import pytest

from generator.editorial import events
from generator.editorial.annotate import annotate
from generator.editorial.event_refusals import REASONS, refusal
from generator.model import Article, Block, Span


def test_every_predicate_of_events_has_its_reason() -> None:
    assert {holds.__name__ for holds in events._NO_EVENT} <= {holds.__name__ for _, holds in REASONS}
    assert all(reason and not reason.endswith(".") for reason, _ in REASONS)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The mill was sold in 2040.", "it is after publication, and the sentence looks at nothing to come"),
        ("It rained for three days.", "it is a duration"),
        ("The 1990s were dry.", "it is a decade or a century"),
        ("When was the mill built, in 1911?", "it stands in a question, in a caption or nearly alone"),
    ],
)
def test_reasons(text: str, reason: str) -> None:
    annotated = annotate(Article("The mill", None, "2021-05-03", None, "en", None, (Block("paragraph", text),)))
    (sentence,) = annotated.prose
    timex = sentence.timexes[0]
    at = Span(timex.span.start - sentence.span.start, timex.span.end - sentence.span.start)

    assert refusal(timex, sentence, at, [], "2021-05-03") == reason
