import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.dates import (
    DateWords,
    in_words,
    instant,
    is_unbounded,
    machine,
    month_in_words,
    newest_first,
    year_in_words,
    year_of,
)
from tests.case_files import Case, read_cases
from tests.publish.interfaces import ENGLISH, LANGUAGES, speaking


def shown(words: DateWords) -> str:
    return "".join(f"[{part.text}|{part.machine}]" if part.machine else part.text for part in words.parts)


@pytest.mark.parametrize("case", read_cases("publish/dates.txt"), ids=str)
def test_words(case: Case) -> None:
    value, _, language = case.given.partition(" ")

    assert shown(in_words(value, speaking(language or "en"))) == case.expected


def test_a_date_reads_as_its_parts_do() -> None:
    assert str(in_words("2019/2021", ENGLISH)) == "2019 to 2021"


@given(st.dates())
def test_a_day_is_its_own_machine_form(day: object) -> None:
    assert in_words(str(day), ENGLISH).parts[0].machine == machine(str(day)) == str(day)


@given(st.text(max_size=12), st.sampled_from(LANGUAGES))
def test_what_is_no_date_is_refused(text: str, language: str) -> None:
    try:
        words = str(in_words(text, speaking(language)))
    except ValueError:
        return
    assert words


@pytest.mark.parametrize(
    ("value", "year"), [("2019/2021", 2019), ("../2021", 2021), ("2021/..", 2021), ("199X", 1990), ("-0043", -43)]
)
def test_year_that_a_date_is_listed_under(value: str, year: int) -> None:
    assert year_of(value) == year


def test_later_dates_come_first_and_none_last() -> None:
    values = ["2021", None, "2022-06-14", "2022-06", "../2022", "-0043", "2022-06-15"]

    assert sorted(values, key=newest_first) == ["../2022", "2022-06-15", "2022-06-14", "2022-06", "2021", "-0043", None]


def test_what_is_open_at_both_ends_tells_nothing() -> None:
    assert newest_first("../..") == newest_first(None)
    assert is_unbounded("../..")
    assert not is_unbounded("../2021")


@pytest.mark.parametrize(("value", "moment"), [("2022-Q3", "2022-07-01T00:00:00Z"), ("-0043", None), ("../2021", None)])
def test_first_moment(value: str, moment: str | None) -> None:
    assert instant(value) == moment


@pytest.mark.parametrize("value", ["2019/2021", "199X", "-0043-03", "../2021"])
def test_some_dates_have_no_machine_form(value: str) -> None:
    assert machine(value) is None


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        ("2022-06", "en", "Jun 2022"),
        ("2022", "zh", "2022年"),
        ("2022-06", "zh", "2022年6月"),
        ("-0043-03", "de", "März 44 v. Chr."),
    ],
)
def test_a_month_in_few_letters(value: str, language: str, words: str) -> None:
    assert month_in_words(value, speaking(language)) == words


def test_a_year_alone_is_written_as_the_language_writes_it() -> None:
    assert [year_in_words(year, speaking("zh")) for year in (2022, 79, -43)] == ["2022年", "公元79年", "公元前44年"]
