"""Readability says what holds for a text, and why the rest does not."""

import subprocess
import sys
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Readability
from generator.text.formulas import FORMULAS
from generator.text.readability import measure
from tests.case_files import Case, read_cases
from tests.text.offline_textstat import REFERENCE

EASY = "I do not go to it. "
PROSE = "The committee has published its annual report on the harbour, and several members have criticised it. "
OFFLINE = """
import socket, sys

def refuse(*_arguments, **_options):
    raise OSError("the network was asked")

socket.socket = socket.create_connection = socket.getaddrinfo = refuse
from generator.text.readability import measure
print(measure(sys.argv[1]).smog_index, "nltk" in sys.modules, "textstat" in sys.modules)
"""


def lines_of(readability: Readability) -> list[str]:
    fields = readability.model_dump(exclude={"not_available"}) | {
        name: f"- {reason}" for name, reason in readability.not_available.items()
    }
    return [f"{name}: {value}" for name, value in fields.items()]


@pytest.mark.parametrize("case", read_cases("readability"), ids=str)
def test_case(case: Case) -> None:
    lines = lines_of(measure(case.given, case.place.split(".")[0]))

    assert [line for line in case.expected.split("\n") if line not in lines] == []


@given(st.text() | st.text(max_size=20).map(lambda text: text * 40), st.sampled_from(["en", "zh", "ja-JP", "fr", "EN_us"]))
def test_each_formula_is_a_number_or_says_why_not(text: str, language: str) -> None:
    measured = measure(text, language)

    for name in FORMULAS:
        value = getattr(measured, name)
        assert (value is None) == (name in measured.not_available)
        assert value is None or (isfinite(value) and value >= 0 and value == round(value, 1))
    assert measured.reading_minutes >= 1
    assert (measured.grade is None) == all(getattr(measured, name) is None for name in FORMULAS)
    assert measured == measure(text, language)


@pytest.mark.parametrize("name", FORMULAS)
def test_the_values_are_those_of_textstat_to_one_decimal(name: str) -> None:
    assert getattr(measure(PROSE * 40), name) == round(REFERENCE[name](PROSE * 40), 1)


def test_smog_holds_from_thirty_sentences() -> None:
    assert measure(PROSE * 29).not_available == {"smog_index": "it needs 30 sentences; the text has 29"}
    assert measure(PROSE * 30).not_available == {}
    assert measure(PROSE * 29 + "Nobody objected.").not_available == {}


def test_the_formulas_hold_from_a_hundred_words() -> None:
    assert measure("word " * 95 + "ends here, no more. ").not_available["dale_chall"] == "it needs 100 words; the text has 99"
    assert measure("word " * 95 + "ends here, no more now.").dale_chall is not None


def test_words_without_sentences_are_not_scored() -> None:
    reason = "it needs sentences of three words or more, one in 100 words; the text has fewer"

    assert measure("price " * 101).not_available == dict.fromkeys(FORMULAS, reason)


def test_a_grade_below_the_scale_is_not_shown_but_counts_for_the_grade() -> None:
    measured = measure(EASY * 60)

    assert measured.not_available["flesch_kincaid_grade"] == "the text is easier than its scale reaches (-1.4)"
    assert measured.grade == "early primary school"


def test_the_grade_rises_with_the_length_of_sentences() -> None:
    grades = [measure(("In the garden we " + "saw " * extra + "it. ") * 40).grade for extra in range(60)]

    assert list(dict.fromkeys(grades)) == [
        "early primary school",
        *(f"about school grade {grade} (age {grade + 5} to {grade + 6})" for grade in range(3, 13)),
        "university level",
    ]


@pytest.mark.parametrize("language", ["en", "en-GB", "EN_us"])
def test_every_english_is_english(language: str) -> None:
    assert measure(PROSE * 30, language).not_available == {}


@pytest.mark.parametrize(
    ("text", "language", "minutes"),
    [
        ("word " * 238, "en", 1),
        ("word " * 239, "en", 2),
        ("mot " * 477, "fr", 3),
        ("字" * 255, "zh", 1),
        ("字" * 256, "zh", 2),
        ("字" * 256, "ja", 1),
        ("字" * 250 + "の" * 6, "zh", 2),
        ("かな" * 178, "en", 1),
        ("かな" * 179, "en", 2),
    ],
)
def test_reading_minutes_are_rounded_up(text: str, language: str, minutes: int) -> None:
    assert measure(text, language).reading_minutes == minutes


def test_no_network_and_no_textstat_at_run_time() -> None:
    run = subprocess.run([sys.executable, "-c", OFFLINE, PROSE * 30], capture_output=True, text=True, check=False)

    assert run.stderr == ""
    assert run.stdout.split() == [str(measure(PROSE * 30).smog_index), "False", "False"]
