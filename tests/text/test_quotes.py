import re
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.model import Span
from generator.text.quotes import TextQuoteSelector, count, describe, is_subsequence, locate, one_line
from generator.text.type_repair import repair
from tests.case_files import Case, read_cases

TEXTS = st.text(st.sampled_from(list("ab. \n\r\t中")), max_size=40)
GAPS = st.sampled_from([" ", "  ", "\n", "\n\n", " \n ", "\t", "\r\n"])


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, Span]:
    """A text and the span of some of its words."""
    words = draw(st.lists(st.sampled_from(["a", "ab", "b.", "中"]), min_size=1, max_size=8))
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    text, places = "", []
    for word in words:
        places.append(Span(len(text), len(text) + len(word)))
        text += word + draw(GAPS)
    return text, Span(places[first].start, places[last].end)


@pytest.mark.parametrize("case", read_cases("quotes/located.txt"), ids=str)
def test_locate(case: Case) -> None:
    text, _, asked = case.given.partition("\n---\n")
    exact, _, prefix = asked.partition("\nprefix\n")
    exact, _, suffix = exact.partition("\nsuffix\n")

    found = locate(text, exact, prefix, suffix)

    assert (f"{found.start} {found.end}" if found else "nowhere") == case.expected
    assert (count(text, exact) > 0) == (found is not None)


@pytest.mark.parametrize("case", read_cases("quotes/invents_nothing.txt"), ids=str)
def test_is_subsequence(case: Case) -> None:
    quote, _, text = case.given.partition("\n---\n")

    assert is_subsequence(text, quote) == (case.expected == "yes")


def test_describe_gives_the_characters_around() -> None:
    assert describe("It rose. It fell.", Span(9, 11), context=4) == TextQuoteSelector("It", "se. ", " fel")
    assert describe("It rose.", Span(0, 8)) == TextQuoteSelector("It rose.", "", "")


def test_count_takes_wrapped_and_plain_ones() -> None:
    assert count("a b. a\nb. a  b. a \n b", "a b") == 3
    assert count("a b", "") == 0


@given(spans())
def test_what_stands_in_a_text_is_located_also_in_one_line(placed: tuple[str, Span]) -> None:
    text, span = placed
    exact = one_line(span.of(text))

    found = locate(text, exact)

    assert found is not None
    assert found.start <= span.start
    assert one_line(found.of(text)) == exact


@given(spans())
def test_a_described_span_is_located_where_it_is(placed: tuple[str, Span]) -> None:
    text, span = placed
    selector = describe(text, span, context=len(text))

    assert locate(text, selector.exact, selector.prefix, selector.suffix) == span


@given(TEXTS, TEXTS)
def test_a_quote_is_located_exactly_when_it_stands_there_in_one_line(text: str, quote: str) -> None:
    assume(quote)

    assert (locate(text, quote) is not None) == (one_line(quote) in one_line(text)) == (count(text, quote) > 0)


TYPED = st.lists(
    st.sampled_from(
        ["a", "The", "the", "firm", "Firm", " ", " ", " -", "-", ".", "5", "%", "'s", "’", "\u200b", "\xad", "é", "_"]
    ),
    max_size=12,
).map("".join)


@given(TYPED, TYPED)
def test_it_is_the_words_that_count_whatever_is_seen_before(text: str, quote: str) -> None:
    words, others = (re.findall(r"[^\s\"'“”(),.;:!?]+(?:['.,:][^\W_]+)*", repair(t).replace("’", "'")) for t in (text, quote))
    remaining = iter([word[0].lower() + word[1:] for word in others])

    assert is_subsequence(text, quote) == all(word[0].lower() + word[1:] in remaining for word in words)


@given(st.lists(st.sampled_from(["the", "Firm", "e -commerce", "5%", "“no”", "fell.", "抖音"]), max_size=8), st.data())
def test_words_left_out_leave_a_subsequence(words: list[str], data: st.DataObject) -> None:
    kept = [word for word in words if data.draw(st.booleans())]

    assert is_subsequence(" ".join(kept), " ".join(words))


@pytest.mark.parametrize("repeated", ["a ", " ", "\n", " \n", "a\n", "a"], ids=repr)
def test_time_grows_with_length_and_no_faster(repeated: str) -> None:
    text = repeated * (200_000 // len(repeated))

    started = time.perf_counter()
    locate(text, repeated * 100 + "b", "x", "y")
    locate(text, text[1000:], text[:900])
    is_subsequence(text[1000:], text)

    assert time.perf_counter() - started < 2
