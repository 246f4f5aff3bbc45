"""Phrase tables and finding their phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editorial.phrases import Phrase, find_phrases, phrase_table, placed_tokens, table_of, tokens

TABLE = table_of([Phrase(("at",), "", 1.0), Phrase(("at", "risk"), "", 2.0), Phrase(("risk",), "", 1.0)])
TABLES = [
    ("problem_phrases", True),
    ("negations", True),
    ("enumerators", True),
    ("enumerated_nouns", True),
    ("favourable_words", True),
    ("remedy_phrases", True),
    ("past_phrases", False),
    ("title_breaks", False),
    ("hint_phrases", True),
    ("praise_phrases", True),
    ("orders", False),
]


def test_the_longest_phrase_wins_and_none_overlap() -> None:
    found = [(one.phrase.words, one.start) for one in find_phrases(TABLE, tokens("At risk, at home: a risk"))]

    assert found == [(("at", "risk"), 0), (("at",), 3), (("risk",), 7)]


def test_hyphens_part_words_and_apostrophes_are_straight() -> None:
    assert tokens("Long-term isn’t, e -commerce") == ("long", "term", "isn't", ",", "e", "commerce")


@given(st.text())
def test_tokens_stand_where_they_say(text: str) -> None:
    assert all(
        token == text.replace("’", "'")[span.start : span.end].lower() for token, span in placed_tokens(text) if token != "-"
    )


@pytest.mark.parametrize(("name", "kinds"), TABLES)
def test_every_table_reads(name: str, kinds: bool) -> None:
    table = phrase_table(name, kinds)

    assert table
    assert all(
        phrase.words[0] == first and phrase.weight >= 0 for first, found in table.items() for phrase in found.phrases.values()
    )


@pytest.mark.parametrize("form", ["lack", "lacks", "lacked", "lacking"])
def test_regular_inflections_are_found(form: str) -> None:
    assert any(find_phrases(phrase_table("problem_phrases", kinds=True), (form,)))
