import re
from pathlib import Path

from generator.model import Readability
from generator.publish.catalogue import by_year, catalogue
from generator.publish.facets import MOST_CHOICES, facets
from tests.publish.making import published

STYLE = (Path(__file__).parents[2] / "themes/brief/css/brief.css").read_text(encoding="utf-8")


def measured(grade: float) -> Readability:
    return Readability(words=900, sentences=45, reading_minutes=4, method="textstat", flesch_kincaid_grade=grade)


def test_choices_count_the_briefs_that_they_leave() -> None:
    briefs = [
        published("a", topics=["Water", "Trains"], published="2021", readability=measured(8.4)),
        published("b", topics=["water "], published="2022", readability=measured(12.6)),
        published("c", topics=["Birds"]),
    ]

    found = facets(by_year(catalogue(briefs)))
    assert [(one.rule, one.name, one.count) for one in found.topics] == [
        ("t1", "Birds", 1),
        ("t2", "Trains", 1),
        ("t3", "water", 2),
    ]
    assert [(one.rule, one.name, one.count) for one in found.years] == [("y1", "2022", 1), ("y2", "2021", 1)]
    assert [(one.rule, one.count) for one in found.grades] == [("g1", 1), ("g3", 1), ("g4", 1)]
    assert found.entry_rules == {"a": "g1 t2 t3", "b": "g3 t3", "c": "g4 t1"}
    assert found.year_rules == {"y2022": "y1", "y2021": "y2"}


def test_the_topics_of_most_briefs_are_offered() -> None:
    briefs = [published(f"b{n}", topics=[f"T{n:02}", "Water"]) for n in range(20)]

    found = facets(by_year(catalogue(briefs)))
    assert len(found.topics) == MOST_CHOICES
    assert "Water" in [choice.name for choice in found.topics]


def test_the_style_sheet_has_a_rule_for_every_choice() -> None:
    rules = [f"{facet}{n}" for facet in "ty" for n in range(1, MOST_CHOICES + 1)] + ["g1", "g2", "g3", "g4"]

    assert re.findall(r"main:has\(#(\w+):checked\) ", STYLE) == rules
    assert len(set(re.findall(r":has\(\.(t\d+\.g\d)\)", STYLE))) == MOST_CHOICES * 4
