import time

import pytest

from generator.formats.brief import parse
from generator.formats.brief.claims import claims
from generator.formats.brief.misprints import misprint, misprinted_date, misprinted_name, misprinted_part, misprinted_phrase
from tests.case_files import Case, read_cases


@pytest.mark.parametrize("case", read_cases("misprints"), ids=str)
def test_a_slip_in_a_shortened_quote_is_found(case: Case) -> None:
    text, quote = case.given.split("\n")

    found = misprint(text, quote)

    assert ("" if found is None else " for ".join(found)) == case.expected


def test_an_expression_must_be_a_part_of_its_quote() -> None:
    assert misprinted_part("3 May 1959", "The wall fell on 3 May 1958.") == ("1959", "1958")
    assert misprinted_part("3 May 1958", "The wall fell on 3 May 1958.") is None
    assert misprinted_part("3 Ma y1958", "The wall fell on 3 May 1958.") == ("Ma y1958", "May 1958")
    assert misprinted_part("Mya 1958", "The wall fell in May 1958.") == ("Mya", "May")
    assert misprinted_part("on May 3", "The wall fell on 3 May 1958.") is None


@pytest.mark.parametrize(
    ("topic", "slip"),
    [
        ("Hew Gate", ("Hew", "New")),
        ("Ne wGate", ("Ne wGate", "New Gate")),
        ("Port Ac", ("Ac", "Act")),
        ("New Gates", None),
        ("New Gate", None),
        ("new gate", None),
        ("wall", None),
        ("Rebuilding", None),
    ],
)
def test_a_topic_is_held_against_the_phrases_of_the_article(topic: str, slip: tuple[str, str] | None) -> None:
    assert misprinted_phrase(topic, "The walls of the New Gate fell by the Port Act.") == slip


def test_what_is_hostile_takes_no_time() -> None:
    start = time.process_time()
    for text in ("A b " * 50_000, "Ab" * 100_000, "a " * 100_000):
        misprinted_phrase("A b " * 24 + "c", text)
        misprint(text[:2_000], text[1:2_000] + "X")

    assert time.process_time() - start < 2


def test_a_date_is_held_against_dates_however_certain() -> None:
    assert misprinted_date("1959", ["2001", "1958~"]) == "1958~"
    assert misprinted_date("1958-05", ["1958"]) is None


@pytest.mark.parametrize(
    ("name", "other"),
    [("Harme", "Harne"), ("Hrane", "Harne"), ("German", None), ("Harne", None), ("HARNE", None), ("Mr", None), ("gete", None)],
)
def test_a_name_of_the_article_but_for_one_character(name: str, other: str | None) -> None:
    assert misprinted_name(name, ["Harne", "Germany", "Ms", "gate", "Gates"]) == other


def test_a_persons_topics_and_title_are_held_against_the_article() -> None:
    text = '---\ntitle: "How Hrane fell"\ntopics: ["Hrane", "Walls", "Monk", "Rebuilding"]\n---\nIn Harne Monks built a Wall.\n'
    found = claims(parse(text, "x.md"), {("title",), ("topics",)})

    assert [(one.line, one.severity) for one in found] == [(2, "fault"), (3, "fault")]
    assert found[1].message.startswith("name 'Hrane' in topics stands as 'Harne' in the article")


BRIEF = """---
title: "Walls"
timeline:
  - date: "1958-05-03"
    expression: "3 May 1958"
    text: "The wall of Harne fell on 3 May 1958."
    quote: "The wall of Harne, built by monks, fell on 3 May 1958."
---
The wall of Harne, built by monks, fell on 3 May 1958. It was 1959 before anyone came.
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('on 3 May 1958."\n    quote', 'on 3 May 1959."\n    quote', "6: number '1959' in the text of timeline event 1 stands"),
        ('text: "The wall of Harne', 'text: "The wall of Herne', "6: name 'Herne' in the text of timeline event 1 stands as"),
        ('date: "1958', 'date: "1953', "4: number '1953-05-03' in the date of timeline event 1 stands as '1958-05-03' in its"),
        ('expression: "3', 'expression: "8', "5: number '8' in the expression of timeline event 1 stands as '3' in its quote"),
    ],
)
def test_a_misprint_is_a_fault_unless_it_is_meant(old: str, new: str, expected: str) -> None:
    assert old in BRIEF
    changed = BRIEF.replace(old, new, 1)

    found = [problem for problem in claims(parse(changed, "x.md"), {("timeline", 0)}) if problem.severity == "fault"]
    line = changed.split("\n")[found[0].line - 1]

    assert [f"{one.line}: {one.message}".startswith(expected) for one in found] == [True], found
    assert "# sic" in found[0].message
    meant = claims(parse(changed.replace(line, f"{line}  # sic"), "x.md"), {("timeline", 0)})
    assert [one for one in meant if one.line == found[0].line] == []


def test_a_remark_says_nothing_of_the_lines_beside_it() -> None:
    changed = BRIEF.replace('text: "The wall of Harne', 'text: "The wall of Herne').replace(
        '3 May 1958"\n', '3 May 1958" # sic\n'
    )

    assert [problem.line for problem in claims(parse(changed, "x.md"), {("timeline", 0)})] == [6]
