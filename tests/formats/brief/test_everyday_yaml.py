"""The quick reader of front matter reads what `render` and others write, and never anything that YAML reads otherwise."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.brief import everyday_yaml, front_matter, render, sealed
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
            *(
                "'",
                "'x'",
                "''",
                "'x: y'",
                "x y",
                "x:y",
                "x#y",
                "-",
                "\n  x y",
                "\n   x",
                "\n     x",
                "\n- ",
                "\n- a: x",
                "\n  b: ",
            ),
            *("\t", "\r", "\x85", "\u2028", "\ufeff", "\x7f", "\u202e", "é", "抖"),
        ]
    ),
    max_size=24,
).map("".join)


WORDS = st.text(st.sampled_from("aé抖 .,:#-?'\"%[]{}&*!|>@`~=0\n"), max_size=120)
RECORDS = st.dictionaries(
    st.sampled_from(["title", "standfirst", "published", "topics", "source", "key_points"]),
    WORDS
    | st.none()
    | st.integers()
    | st.lists(WORDS)
    | st.fixed_dictionaries({"url": WORDS | st.none(), "file": WORDS})
    | st.lists(st.fixed_dictionaries({"text": WORDS, "quote": WORDS})),
    min_size=1,
)


def agrees(text: str) -> bool:
    """Whether the quick reader leaves a text to YAML, or reads in it what YAML does."""
    found = everyday_yaml.read(text)
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


@given(RECORDS, st.integers(10, 100))
def test_what_another_program_writes_is_read_as_yaml_reads_it(values: dict[str, Any], width: int) -> None:
    assert agrees(yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=width))


@given(RECORDS, st.integers(10, 100), st.integers(0, 10**6), st.integers(0, 3), PIECES)
def test_what_somebody_changed_of_that_is_read_as_yaml_reads_it(
    values: dict[str, Any], width: int, at: int, length: int, piece: str
) -> None:
    text = yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=width)
    at %= len(text) + 1

    assert agrees(text[:at] + piece + text[at + length :])


def test_a_brief_of_unquoted_texts_is_not_left_to_yaml() -> None:
    text = """\
title: The mill closes
published: '2023-10-15'
standfirst: 'It''s the last one: the mill
  that ran for a century.'
source:
  file: null
  url: https://example.org/2023/mill
topics:
- mills
key_points:
- text: The mill closes in
    May, says its owner.
  quote: The mill closes.
"""

    values, lines = everyday_yaml.read(text) or ({}, {})
    assert values == {
        "title": "The mill closes",
        "published": "2023-10-15",
        "standfirst": "It's the last one: the mill that ran for a century.",
        "source": {"file": None, "url": "https://example.org/2023/mill"},
        "topics": ["mills"],
        "key_points": [{"text": "The mill closes in May, says its owner.", "quote": "The mill closes."}],
    }
    assert lines[("topics", 0)] == 8
    assert lines[("key_points", 0, "quote")] == 12


@pytest.mark.parametrize(
    "text",
    [
        "title: a\n b: c\n",
        "title: a # b\n",
        "title:\n",
        "key_points:\n- text: a\n  b\n",
        "key_points:\n- text: a\n    quote: b\n",
        "topics:\n- a\n  - b\n",
        "topics:\n- a\n  b: c\n",
        "source:\n  url: a\n- b\n",
    ],
)
def test_what_is_wrong_or_doubtful_is_left_to_yaml(text: str) -> None:
    assert everyday_yaml.read(text) is None


def test_a_brief_of_plain_texts_is_not_left_to_yaml() -> None:
    text = 'title: "A \\"b\\""\nsource: {file: "x", url: null}\ntopics: ["y"]\nkey_points:\n  - text: "z"\n    quote: "z"\n'

    values, lines = everyday_yaml.read(text) or ({}, {})
    assert values["title"] == 'A "b"'
    assert values["key_points"] == [{"text": "z", "quote": "z"}]
    assert lines[("key_points", 0, "quote")] == 5
