import pytest

from generator.model import Challenge, KeyPoint, Note, TimelineEvent
from generator.publish.evidence import find, statements, tie
from generator.text.sentences import sentences
from tests.publish.making import BODY, annotated, brief, challenge, event, point

FIRST, SECOND, THIRD = (
    "The bridge was closed in spring.",
    "Engineers had found cracks in two of its piers.",
    "The town has no money for a new one.",
)


def test_statements_come_in_the_order_of_the_page() -> None:
    found = statements(
        brief(key_points=[point(FIRST)], challenges=[challenge(THIRD)], timeline=[event("2024-05"), event("2024-06")])
    )

    assert [one.anchor for one in found] == ["point-1", "challenge-1", "event-1", "event-2"]


def test_a_quote_has_a_marker_for_each_of_its_sentences() -> None:
    evidence = annotated(key_points=[point(f"{SECOND} {THIRD}")]).evidence

    assert [(marker.id, marker.target) for marker in evidence.markers["point-1"]] == [("r2-1", "s2"), ("r3-1", "s3")]


def test_a_sentence_leads_back_to_each_statement_that_rests_on_it() -> None:
    evidence = annotated(key_points=[point(FIRST), point(f"{FIRST} {SECOND}")], timeline=[event("2024-05")]).evidence

    backs = {sentence.number: [(m.id, m.statement.anchor) for m in sentence.markers] for sentence in evidence.cited}
    assert backs == {1: [("r1-1", "point-1"), ("r1-2", "point-2"), ("r1-3", "event-1")], 2: [("r2-1", "point-2")]}


def test_part_of_a_sentence_cites_the_whole_of_it() -> None:
    cited = annotated(key_points=[point("cracks in two")]).evidence.cited

    assert [sentence.span.of(BODY) for sentence in cited] == [SECOND]


def test_a_quote_that_is_not_there_is_missing() -> None:
    found, missing = find(brief(key_points=[point(FIRST), point("Engineers had found nothing.")]), BODY)

    assert [one.statement.anchor for one in found] == ["point-1"]
    assert [one.anchor for one in missing] == ["point-2"]


def test_nothing_cited_is_no_evidence() -> None:
    evidence = tie((), [sentence.span for sentence in sentences(BODY)])

    assert (evidence.markers, evidence.cited) == ({}, ())


def test_a_sentence_that_begins_where_the_quote_ends_is_not_cited() -> None:
    evidence = annotated(body="第一句。第二句。第三句。", language="zh", key_points=[point("第二句。")]).evidence

    assert [sentence.number for sentence in evidence.cited] == [2]


TWICE = "The gate was shut at nine. Nobody came. The gate was shut at nine. Then the rain began."
SHUT = "The gate was shut at nine."
ITEMS = {
    "key_points": KeyPoint(text="Shut.", quote=SHUT, prefix="came. "),
    "challenges": Challenge(title="Shut", text="Shut.", quote=SHUT, suffix=" Then the rain"),
    "timeline": TimelineEvent(date="2024", text="Shut.", quote=SHUT, prefix="Nobody came. ", suffix=" Then"),
    "notes": Note(text="Shut.", quote=SHUT, prefix="Nobody came. "),
}


@pytest.mark.parametrize("name", ITEMS)
def test_a_sentence_that_stands_twice_is_cited_where_prefix_and_suffix_say(name: str) -> None:
    evidence = annotated(body=TWICE, **{name: (ITEMS[name],)}).evidence

    assert [sentence.number for sentence in evidence.cited] == [3]
