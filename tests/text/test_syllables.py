"""Syllables are those of textstat with the whole CMU dictionary, and the table is what the script makes of one."""

import pytest
import textstat

from generator.text.syllables import syllables, table
from scripts.make_syllables import counts_of, table_of
from tests.text import offline_textstat


@pytest.mark.parametrize(
    ("word", "expected"),
    [("brief", 1), ("area", 3), ("it's", 1), ("hmm", 0), ("1", 1), ("annotated", 4), ("responsibilities", 6), ("tomato", 3)],
)
def test_words_of_the_dictionary(word: str, expected: int) -> None:
    assert syllables(word) == expected


def test_a_word_outside_the_dictionary_is_hyphenated() -> None:
    assert "rehyphenation" not in table()
    assert syllables("rehyphenation") == 4


def test_the_table_is_whole() -> None:
    assert len(table()) == 126_052
    assert sum(table().values()) == 309_739


@pytest.mark.parametrize(
    "lines",
    [
        ["tomato T AH0 M EY1 T OW2", "tomato(2) T AH0 M AA1 T OW2", "'tis T IH1 Z # short for it is"],
        [";;; a comment", "TOMATO  T AH0 M EY1 T OW2", "TOMATO(1)  T AH0 M AA1 T OW2", "'TIS  T IH1 Z"],
        ["TOMATO 1 T AH0 M EY1 T OW2", "TOMATO 2 T AH0 M AA1 T OW2", "'TIS 1 T IH1 Z"],
    ],
    ids=["cmudict.dict", "cmudict-0.7b", "nltk"],
)
def test_the_script_reads_every_spelling_of_the_dictionary(lines: list[str]) -> None:
    assert counts_of(lines) == {"tomato": 3, "'tis": 1}


def test_the_first_pronunciation_counts() -> None:
    assert counts_of(["fire F AY1 ER0", "fire(2) F AY1 R"]) == {"fire": 2}


def test_the_table_groups_words_by_number_in_order() -> None:
    made = table_of({"zebra": 2, "shh": 0, "apple": 2}).split("\n\n")

    assert made[0].startswith("# ")
    assert made[1:] == ["0 syllables\nshh", "2 syllables\napple\nzebra\n"]


def test_textstat_looks_the_dictionary_up_where_the_tests_put_ours() -> None:
    offline_textstat.use({"qwyxfl": 7})
    try:
        assert textstat.syllable_count("qwyxfl") == 7
    finally:
        offline_textstat.use(table())
