"""Each generated item records the rule that chose it."""

from generator.conversion import brief_from_text
from tests.projects import ARTICLES

KNOWN = {
    "key_points": {"salient"},
    "challenges": {"enumerated", "headed", "stated"},
    "timeline": {"happened", "scheduled", "dated"},
}


def test_each_generated_item_names_its_rule() -> None:
    for path in sorted(ARTICLES.iterdir()):
        brief = brief_from_text(path.read_bytes(), path.name)
        for name, rules in KNOWN.items():
            assert {item.rule for item in getattr(brief, name)} <= rules


def test_an_undated_article_says_only_that_its_events_are_dated() -> None:
    path = ARTICLES / "night-train.txt"
    brief = brief_from_text(path.read_bytes(), path.name)
    dated = brief_from_text(path.read_bytes(), path.name, "2019-05-06")

    assert {event.rule for event in brief.timeline} == {"dated"}
    assert {event.rule for event in dated.timeline} == {"happened", "scheduled"}
