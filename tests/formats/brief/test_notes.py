import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BriefsError
from generator.formats.brief import parse, verify, with_notes
from generator.model import Note

NOTES = (
    Note(quote="The wall held.", text='He said:\n"No."', by="Ann", date="2024-05-02"),
    Note(quote="The gate did not.", text="#1: [so] {it} is"),
)
LINES = """  - quote: "The wall held."
    text: "He said:\\n\\"No.\\""
    by: "Ann"
    date: "2024-05-02"
  - quote: "The gate did not."
    text: "#1: [so] {it} is"
"""
AT_THE_MARGIN = LINES.replace("  -", "-").replace("    ", "  ")
BRACKETS = (
    '{quote: "The wall held.", text: "He said:\\n\\"No.\\"", by: "Ann", date: "2024-05-02"}, '
    '{quote: "The gate did not.", text: "#1: [so] {it} is"}'
)
SAYINGS = st.text(min_size=1, max_size=40).filter(lambda text: text.strip() != "" and text.isprintable())
BRIEF = """---
# A comment.
title:   'Walls'  # mine
{notes}generated: {{engine: "1", article: "x"}}
# The end.
---
The wall held. The gate did not.
"""


def added(notes: str, text: str = BRIEF) -> str:
    return with_notes(parse(text.format(notes=notes), "x.md"), NOTES)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"notes:\n{LINES}"),
        ("notes: []\n", f"notes:\n{LINES}"),
        ("notes: []   # none yet\n", f"notes:   # none yet\n{LINES}"),
        ("notes: [ ]\n", f"notes: [ {BRACKETS}]\n"),
        ("notes: [{quote: The wall, text: x}]\n", f"notes: [{{quote: The wall, text: x}}, {BRACKETS}]\n"),
        ("notes: [{quote: The wall, text: x},]\n", f"notes: [{{quote: The wall, text: x}},{BRACKETS}]\n"),
        (
            "notes:\n- {quote: The wall, text: x}\n",
            f"notes:\n- {{quote: The wall, text: x}}\n{AT_THE_MARGIN}",
        ),
        (
            "notes:\n    - quote: The wall\n      text: |\n        x\n\n  # then\n",
            "notes:\n    - quote: The wall\n      text: |\n        x\n\n"
            + "".join(f"  {line}" for line in LINES.splitlines(keepends=True))
            + "  # then\n",
        ),
    ],
)
def test_notes_stand_behind_those_there_and_nothing_else_changes(before: str, after: str) -> None:
    assert added(before) == BRIEF.format(notes=after)


def test_lines_end_as_those_of_the_file_do() -> None:
    text = BRIEF.format(notes="notes: []\n").replace("\n", "\r\n")

    assert with_notes(parse(text, "x.md"), NOTES) == BRIEF.format(notes=f"notes:\n{LINES}").replace("\n", "\r\n")


def test_what_is_added_is_sound() -> None:
    assert verify(parse(added("notes: []\n"), "x.md")) == ()


def test_a_front_matter_in_brackets_takes_none() -> None:
    file = parse('---\n{title: "Walls"}\n---\nThe wall held. The gate did not.\n', "x.md")

    with pytest.raises(BriefsError, match="write each below 'notes:', behind a hyphen"):
        with_notes(file, NOTES)


@given(
    st.text(min_size=1, max_size=40).filter(lambda text: text.strip() and text.isprintable()),
    st.sampled_from(["", "notes: []\n"]),
)
def test_whatever_a_note_says_comes_back(text: str, before: str) -> None:
    note = Note(quote="The wall held.", text=text, by=text)
    file = parse(BRIEF.format(notes=before), "x.md")

    assert parse(with_notes(file, [note]), "x.md").brief.notes == (note,)
