"""The quick reader of front matter reads what `render` writes, and never anything that YAML would read otherwise."""

from hypothesis import given
from hypothesis import strategies as st

from generator.formats.brief import canonical, front_matter, render, sealed
from generator.formats.brief.fences import fenced
from generator.model import Brief
from tests.formats.brief.test_render import briefs

PIECES = st.lists(
    st.sampled_from(
        [
            *("title", "topics", "a", ": ", ":", " ", "  ", "  - ", "- ", "\n", "\n", "\n  ", "\n    ", "\n  - a: ", "\na: "),
            *(
                '"',
                '"x"',
                '"x y"',
                '"\\""',
                '"\\\\"',
                '"\\n"',
                "null",
                "true",
                "no",
                "~",
                "1",
                "-2",
                "007",
                "1.50",
                "1.",
                "1e5",
            ),
            *(
                "[",
                "]",
                "{",
                "}",
                ", ",
                "{a: 1}",
                "{a: null, b: true}",
                "[]",
                '["x", "y"]',
                "#",
                "# x",
                "&a",
                "*a",
                "!",
                "|",
                "<<",
            ),
            *("\t", "\r", "\x85", "\u2028", "\ufeff", "\x7f", "\u202e", "é", "抖"),
        ]
    ),
    max_size=24,
).map("".join)


def agrees(text: str) -> bool:
    """Whether the quick reader leaves a text to YAML, or reads in it what YAML does."""
    found = canonical.read(text)
    return found is None or found == front_matter._build(text)


@given(briefs)
def test_what_is_written_is_read_as_yaml_reads_it(brief: Brief) -> None:
    assert agrees(fenced(render(sealed(brief)), "x.md").front_matter)


@given(PIECES)
def test_anything_else_is_left_to_yaml(text: str) -> None:
    assert agrees(text)


@given(briefs, st.integers(0, 10**6), st.integers(0, 3), PIECES)
def test_what_somebody_changed_is_read_as_yaml_reads_it(brief: Brief, at: int, length: int, piece: str) -> None:
    text = fenced(render(sealed(brief)), "x.md").front_matter
    at %= len(text) + 1

    assert agrees(text[:at] + piece + text[at + length :])


def test_a_brief_of_plain_texts_is_not_left_to_yaml() -> None:
    text = 'title: "A \\"b\\""\nsource: {file: "x", url: null}\ntopics: ["y"]\nkey_points:\n  - text: "z"\n    quote: "z"\n'

    values, lines = canonical.read(text) or ({}, {})
    assert values["title"] == 'A "b"'
    assert values["key_points"] == [{"text": "z", "quote": "z"}]
    assert lines[("key_points", 0, "quote")] == 5
