"""The formulas' values are textstat's, to the last digit, on any text that has a word."""

import hashlib
import sys
import time
from importlib.resources import files

import pytest
import textstat
from hypothesis import given
from hypothesis import strategies as st

from generator.text.formulas import FORMULAS, count, count_words, flesch_kincaid_grade, sentence_grades
from tests.case_files import Case, read_cases
from tests.text.offline_textstat import REFERENCE

PIECES = (
    *("the", "Company", "rehyphenation", "responsible", "It's", "we've", "they'll", "hmm", "I", "a", "zorbleflax", "two-way"),
    *("U.S.", "3.5", "e.g.", "...", "?!", "—", "“", "”", "'", "''", "'t", "'T", "don't", "s'", "-", "_", "__", "%", "\u0307"),
    *("İstanbul", "STRASSE", "ß", "ΟΔΟΣ", "ﬁn", "n’t", "抖音", "。", "かな", "é", "e\u0301", "²", "½", "٣", "\ud800", "\x00"),
)
SPACES = (" ", "  ", "\n", "\n\n", "\t", "\x1c", "\x85", "\xa0", "\u2028", "\u3000", "\u200b", "")
MIXED = st.lists(st.tuples(st.sampled_from(PIECES) | st.text(max_size=4), st.sampled_from(SPACES)), max_size=60).map(
    lambda pairs: "".join(piece + space for piece, space in pairs)
)


def check_against_textstat(text: str) -> None:
    assert count_words(text) == textstat.lexicon_count(text)
    if not count_words(text):
        return
    counts = count(text)
    assert counts.words == textstat.lexicon_count(text)
    assert counts.sentences == textstat.sentence_count(text)
    assert {name: formula(counts) for name, formula in FORMULAS.items()} == {
        name: formula(text) for name, formula in REFERENCE.items()
    }


@given(MIXED)
def test_mixed_pieces_score_as_in_textstat(text: str) -> None:
    check_against_textstat(text)


@given(MIXED)
def test_the_grade_of_a_sentence_is_that_of_its_counts(text: str) -> None:
    assert sentence_grades([text]) == ((flesch_kincaid_grade(count(text)) if count_words(text) else None),)


@given(st.lists(MIXED | st.sampled_from(["'", "it'", "s'", "ΟΔΟΣ", "Σ", "\x1f", "a\x1fb. c d e", "", "1."]), max_size=5))
def test_each_sentence_is_graded_as_if_it_were_alone(texts: list[str]) -> None:
    assert sentence_grades(texts) == tuple(grade for text in texts for grade in sentence_grades([text]))


@given(st.text())
def test_any_text_scores_as_in_textstat(text: str) -> None:
    check_against_textstat(text)


@pytest.mark.parametrize("case", read_cases("readability"), ids=str)
def test_the_cases_score_as_in_textstat(case: Case) -> None:
    check_against_textstat(case.given)


def test_every_capital_scores_as_in_textstat() -> None:
    capitals = [chr(code) for code in range(sys.maxunicode + 1) if chr(code) != chr(code).lower()]

    assert len(capitals) > 1000
    check_against_textstat(" ".join(f"{capital}nation{capital}" for capital in capitals))


@pytest.mark.parametrize(
    "text",
    [
        "hmm shh hmm",
        "One. Two. Three.",
        "a" * 3000,
        "_ _ _",
        "it 's",
        "I'd go. I'd stay.",
        "Is it here now? So it is! We saw it.",
    ],
)
def test_odd_texts_score_as_in_textstat(text: str) -> None:
    check_against_textstat(text)


def test_the_easy_words_are_those_of_the_version_that_readability_names() -> None:
    listed = files("textstat").joinpath("resources/en/easy_words.txt").read_bytes()

    assert hashlib.sha256(listed).hexdigest() == "9c75ec6f1a0e7200bc677a4d100a9b13f864db57d800087b10d30b017a856360"


@pytest.mark.parametrize(
    "unit",
    ["a", "ab ", "a.", "a. ", "'", "'t", ".", "?!", " ", "\n", "a\n\n", "-a", "抖", "é", "a've", "\u0307"],
)
def test_the_count_takes_time_in_proportion(unit: str) -> None:
    short, long = _seconds(unit * 5_000), _seconds(unit * 80_000)

    assert long < 60 * max(short, 0.001)


def _seconds(text: str) -> float:
    start = time.process_time()
    count(text)
    return time.process_time() - start
