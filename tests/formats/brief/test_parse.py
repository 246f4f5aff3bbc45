from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import InvalidBrief
from generator.formats.brief import parse
from generator.formats.brief.front_matter import load

INVALID = Path(__file__).parents[2] / "invalid"


@pytest.mark.parametrize("path", sorted(INVALID.glob("*.md")), ids=lambda path: path.stem)
def test_an_invalid_brief_is_named_with_line_and_reason(path: Path) -> None:
    with pytest.raises(InvalidBrief) as refusal:
        parse(path.read_text(encoding="utf-8"), "x.md")

    found = "".join(f"{problem.line}: {problem.message}\n" for problem in refusal.value.problems)
    assert found == path.with_suffix(".expected").read_text(encoding="utf-8")


def test_every_key_has_its_line() -> None:
    file = parse('---\ntitle: "Walls"\nkey_points:\n  - text: "a"\n    quote: "b"\n---\nb\n', "x.md")

    assert (file.line(("title",)), file.line(("key_points", 0, "quote")), file.line(("key_points", 0, "none"))) == (2, 5, 4)


def test_a_brief_saved_on_windows_reads_the_same() -> None:
    text = '---\ntitle: "Walls"\nauthor: "Ann"\n---\nThe wall held.\n\nThe gate did not.\n'

    assert parse("\ufeff" + text.replace("\n", "\r\n"), "x.md").brief == parse(text, "x.md").brief


def test_dates_without_quotes_stay_dates() -> None:
    assert parse("---\ntitle: Walls\npublished: 2022-08-16\n---\n", "x.md").brief.published == "2022-08-16"


def test_figures_may_say_little_and_minutes_for_short() -> None:
    figures = parse("---\ntitle: Walls\nreadability: {words: 900, sentences: 40, minutes: 4}\n---\n", "x.md").brief.readability

    assert figures is not None
    assert (figures.reading_minutes, figures.method) == (4, None)


@given(st.text())
def test_any_text_is_a_brief_or_an_invalid_brief(text: str) -> None:
    for candidate in (text, f"---\n{text}\n---\n", f'---\ntitle: "x"\nauthor: {text}\n---\n'):
        try:
            assert parse(candidate, "x.md").brief.title
        except InvalidBrief as error:
            assert error.problems


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "a: &a [*a]\n" * 1000, "- " * 50_000, "? " * 50_000])
def test_hostile_yaml_is_refused_quickly(text: str) -> None:
    with pytest.raises(InvalidBrief):
        load(text, "x.md")
