"""The temporal expressions of tests/cases/timex, and what holds for every text."""

import gc
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edtf import is_edtf
from generator.model import Span
from generator.text.timex import Timex, find
from tests.case_files import Case, read_cases

_CASES = read_cases("timex")
_FRAGMENTS = [
    "1 ",
    "January ",
    "the ",
    "1/",
    "two weeks before ",
    "twenty ",
    "and a ",
    "'9",
    "20-",
    "Tuesday, ",
    "\n ",
    "a",
    ".",
]
_VOCABULARY = (
    "in on by the a last next this of and Tuesday May March June 24th 2019 1985 3 12:30 p.m. , . - ' s Q3 FY20 third second "
    "quarter half year years week two twenty hundred ago earlier later that day since will said early late end 31 30 February "
    "now decade century weekend today 9998 1990s seventies nineteen before after dawn "
    "Christmas Easter Friday Fridays from years"
)
_EDGES = ("0001-01-01", "0001", "9998-12-31", "9998", "9999-12-31", "9999-Q4", "9999")
_DATELESS = ("0000", "0000-01-01", "-0044", "-9999", "2022/..", "../2022", "../..", "19XX", "199X", "2012/2018", "0000/0001")
_WORDS = st.sampled_from([*_VOCABULARY.split(), "\n\n"])


def _split(case: Case) -> tuple[str | None, str]:
    first, _, rest = case.given.partition("\n")
    return (first.removeprefix("published: "), rest) if first.startswith("published: ") else (None, case.given)


@pytest.mark.parametrize("case", _CASES, ids=str)
def test_case(case: Case) -> None:
    published, text = _split(case)

    found = [f"{timex.text} = {timex.value} {timex.type}".replace("  ", " ") for timex in find(text, published)]

    assert case.expected.splitlines() == found


@given(st.text() | st.lists(_WORDS).map(" ".join), st.sampled_from([None, "2020-02-29", *_EDGES, *_DATELESS]))
def test_any_text(text: str, published: str | None) -> None:
    """Expressions come in order, do not overlap, are the text's own characters, and their dates exist."""
    found = find(text, published)

    end = 0
    for timex in found:
        assert end <= timex.span.start < timex.span.end
        assert timex.text == timex.span.of(text)
        assert timex.edtf is None or is_edtf(timex.edtf)
        end = timex.span.end


@given(st.lists(_WORDS).map(" ".join), st.sampled_from(_DATELESS))
def test_a_publication_that_leaves_the_year_open_dates_nothing(text: str, published: str) -> None:
    assert find(text, published) == find(text, None)


def test_an_interval_within_a_year_is_as_exact_as_it_is_short() -> None:
    text = "It rained yesterday, as it had last month and last year."

    assert [timex.value for timex in find(text, "2022-08-01/2022-08-07")] == ["PAST_REF", "2022-07", "2021"]
    assert [timex.value for timex in find(text, "2022-07/2022-08")] == ["PAST_REF", "PAST_REF", "2021"]


@pytest.mark.parametrize("fragment", ["Q3 ", "Q3. ", "Monday ", "2022 ", "January ", "May 3, ", "Friday\n\n"])
def test_what_stands_too_densely_is_no_date_of_prose(fragment: str) -> None:
    prose = "The plant opened on 3 May 2021. "

    found = find(prose + prose[:-1] + " " * 4_000 + fragment * 2_000, "2022-08-16")

    assert [timex.value for timex in found] == ["2021-05-03", "2021-05-03"]


@pytest.mark.parametrize("fragment", ["Q3 ", "Monday ", "2022 ", "January "])
@pytest.mark.parametrize("apart", [0, 40])
def test_a_repeated_date_costs_little(fragment: str, apart: int) -> None:
    """200 kB, of which a megabyte may take 5 s, close together or just far enough apart to be read."""
    repeated = fragment.ljust(apart, "a") + " "

    assert _seconds((repeated * 200_000)[:200_000]) < 1


@given(st.lists(_WORDS).map(" ".join))
def test_nothing_relative_is_guessed_without_any_date(text: str) -> None:
    """Without a day of publication and without a date in the text nothing has a place in the calendar."""
    found = find(text, None)

    known = [timex for timex in found if not timex.relative]
    assert all(timex.edtf is None for timex in found) or any(timex.edtf for timex in known)


@pytest.mark.parametrize("fragment", _FRAGMENTS)
def test_hostile_text_takes_linear_time(fragment: str) -> None:
    """Eight times the text takes about eight times as long; a square would take 64 times, a busy machine up to 24."""
    short, long = (_seconds((fragment * 200_000)[:size]) for size in (25_000, 200_000))

    assert long < max(24 * short, 0.5)


def _seconds(text: str) -> float:
    """The fastest of three, for what else the machine does only adds to a time."""
    return min(_once(text) for _ in range(3))


def _once(text: str) -> float:
    """Without the collector: what it looks through is the heap of all tests before this one."""
    gc.disable()
    try:
        start = time.process_time()
        find(text, "2020-01-01")
        return time.process_time() - start
    finally:
        gc.enable()


def test_sentences_bound_the_tense() -> None:
    """Abbreviations cut the default clause; given sentences do not."""
    text = "The board will meet Prof. Smith on Tuesday"

    assert [timex.value for timex in find(text, "2019-11-20")] == ["2019-11-19"]
    assert [timex.value for timex in find(text, "2019-11-20", [Span(0, len(text))])] == ["2019-11-26"]


@pytest.mark.parametrize(
    ("text", "edtf", "mod"),
    [
        ("in early 2005", "2005", "START"),
        ("in mid-March 2019", "2019-03", "MID"),
        ("by year-end", "2022", "END"),
        ("two decades ago", "2002~", "APPROX"),
        ("in the 1990s", "199X", None),
        ("in the 19th century", "18XX", None),
        ("in the summer of 1961", "1961-22", None),
        ("last week", "2022-08", None),
        ("this week", "2022-08", None),
        ("seven weeks ago", "2022-06-27/2022-07-03", None),
        ("from 2014-16", "2014/2016", None),
        ("in Q3", "2022-Q3", None),
        ("at about 9 a.m. on 3 May 2021", "2021-05-03", "APPROX"),
        ("for three weeks", None, None),
        ("over the past year", None, None),
        ("on 31 April 2021", None, None),
    ],
)
def test_dates_and_modifiers(text: str, edtf: str | None, mod: str | None) -> None:
    (timex,) = find(text, "2022-08-16")

    assert (edtf, mod) == (timex.edtf, timex.mod)


@pytest.mark.parametrize(
    ("published", "values"),
    [
        ("2022-08-16T09:30", ["2022-08-15", "2022-08-12", "2022-07", "2021"]),
        ("2022-08", ["PAST_REF", "XXXX-WXX-5", "2022-07", "2021"]),
        ("2022", ["PAST_REF", "XXXX-WXX-5", "XXXX-07", "2021"]),
        (None, ["PAST_REF", "XXXX-WXX-5", "XXXX-07", "PAST_REF"]),
    ],
)
def test_nothing_is_told_finer_than_the_publication_is_dated(published: str | None, values: list[str]) -> None:
    found = find("It rained yesterday, as it had on Friday, in July and last year.", published)

    assert [timex.value for timex in found] == values


def test_relative_and_anchored() -> None:
    fixed, counted, unknown = find("In 1995, last year, a few years ago", "2022-08-16")

    assert [(timex.anchored, timex.relative) for timex in (fixed, counted, unknown)] == [
        (True, False),
        (True, True),
        (False, False),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2022年8月16日，抖音发布了报告。", ["2022-08-16"]),
        ("公司成立于2011年，今年6月上市，去年亏损。", ["2011", "2022-06", "2021"]),
        ("8月1日に発表した。明日は休み。", ["2022-08-01", "2022-08-17"]),
        ("用了3个月，共5年，2021年2月30日。", [""]),
        ("第13月", [""]),
        ("抖音在六月推出了新功能。", []),
    ],
)
def test_chinese_and_japanese_dates(text: str, values: list[str]) -> None:
    for language in ("zh", "zh-Hant", "ja"):
        assert [timex.value for timex in find(text, "2022-08-16", language=language)] == values


def test_other_languages_have_none() -> None:
    assert find("Am 3. Mai 2021", None, language="de") == ()


def test_published_must_be_a_date() -> None:
    with pytest.raises(ValueError, match="is not a date"):
        find("today", "yesterday")


def test_timex_is_frozen() -> None:
    timex = Timex(Span(0, 5), "DATE", "2022", "today", anchored=True)

    with pytest.raises(AttributeError):
        timex.value = "2023"  # type: ignore[misc]


def test_a_day_told_again_is_no_date_of_its_own() -> None:
    found = find("The mill burned on Oct. 3, 2018. Later that day it rained; the next day it froze.", "2019-11-04")

    assert [timex.edtf for timex in found] == ["2018-10-03", None, "2018-10-04"]
