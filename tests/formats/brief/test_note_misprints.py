"""A note's words are its writer's own, so that little of them can be held against the article."""

import pytest

from generator.formats.brief import parse
from generator.formats.brief.note_misprints import note_misprints

BRIEF = """---
title: "Walls"
author: "Ines Vale"
notes:
  - quote: "The wall of Harne cost 41,000 crowns."
    text: "What Harne paid was 41,000, a third of what Bo Ade says; 12 of 90 agreed. Then they left."
    by: "Ines Vale"
---
The wall of Harne cost 41,000 crowns. They built it in 1958. Ode wrote of it. When it fell, Harne's council met.
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Harne paid", "Hrane paid", "6: name 'Hrane' in the text of note 1 stands as 'Harne' in the article"),
        ("Harne paid", "Harme's paid", "6: name \"Harme's\" in the text of note 1 stands as 'Harne' in the article"),
        ("was 41,000", "was 47,000", "6: number '47,000' in the text of note 1 stands as '41,000' in its quote"),
        ('by: "Ines Vale', 'by: "Ines Wale', "7: name 'Ines Wale' in the by of note 1 stands as 'Ines Vale' in author"),
    ],
)
def test_a_slip_in_a_note_is_a_fault_unless_it_is_meant(old: str, new: str, expected: str) -> None:
    assert old in BRIEF
    changed = BRIEF.replace(old, new, 1)

    (problem,) = note_misprints(parse(changed, "x.md"))

    assert f"{problem.line}: {problem.message}".startswith(expected)
    line = changed.split("\n")[problem.line - 1]
    assert list(note_misprints(parse(changed.replace(line, f"{line}  # sic"), "x.md"))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Harne paid", "Harne paid"),
        ("Bo Ade", "Ida Brock"),
        ("12 of 90", "8 of 95"),
        ("was 41,000", "was 1958"),
        ("was 41,000", "was 60,000"),
        ('by: "Ines Vale"', 'by: "Jo"'),
    ],
)
def test_what_a_note_says_of_its_own_is_let_be(old: str, new: str) -> None:
    assert old in BRIEF

    assert list(note_misprints(parse(BRIEF.replace(old, new, 1), "x.md"))) == []
