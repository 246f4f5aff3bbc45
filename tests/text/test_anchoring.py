import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.text.anchoring import Anchor, Searchable, whole_words
from generator.text.quotes import TextQuoteSelector
from tests.case_files import Case, read_cases

WORDS = st.lists(st.sampled_from(["a", "ab", "b.", "中", "𝒂"]), min_size=1, max_size=10)
GAPS = st.sampled_from([" ", "  ", "\n", "\n\n", "\u00a0", "\t"])


@pytest.mark.parametrize("case", read_cases("anchoring"), ids=str)
def test_anchored(case: Case) -> None:
    text, _, asked = case.given.partition("\n---\n")
    asked, _, suffix = asked.partition("\nsuffix\n")
    exact, _, prefix = asked.partition("\nprefix\n")

    found = Searchable(text).anchor(TextQuoteSelector(exact, prefix, suffix))

    told = f"{found.span.start} {found.span.end}{' context' * found.has_context}" if isinstance(found, Anchor) else found
    assert told == case.expected


def test_a_no_break_space_is_a_space() -> None:
    found = Searchable("About 5\u00a0km away.").anchor(TextQuoteSelector("5 km"))

    assert found == Anchor(Span(6, 10), False)


@given(WORDS, st.data())
def test_only_what_stands_there_but_for_white_space_is_found(words: list[str], data: st.DataObject) -> None:
    text = "".join(word + data.draw(GAPS) for word in words)
    first = data.draw(st.integers(0, len(words) - 1))
    some = data.draw(st.lists(st.sampled_from([*words, "c"]), min_size=1, max_size=4)) if data.draw(st.booleans()) else None
    exact = " ".join(words[first : first + 3] if some is None else some)

    found = Searchable(text).anchor(TextQuoteSelector(exact))

    if isinstance(found, Anchor):
        assert "".join(found.span.of(text).split()) == "".join(exact.split())
        assert found.span.of(text) == found.span.of(text).strip()
    elif found == "nowhere":
        assert exact not in " ".join(words)
    else:
        assert " ".join(words).count(exact) > 1


@pytest.mark.parametrize(
    ("quote", "whole"),
    [("ide cam", "tide came"), ("tide", "tide"), ("e", "The"), (". The b", ". The boats"), ("came in.", "came in.")],
)
def test_a_word_that_is_cut_is_made_whole(quote: str, whole: str) -> None:
    text = "The tide came in. The boats left."
    at = text.index(quote)

    assert whole_words(text, Span(at, at + len(quote))).of(text) == whole


def test_a_script_without_spaces_has_no_words_to_make_whole() -> None:
    assert whole_words("潮水来了。", Span(1, 2)) == Span(1, 2)


@pytest.mark.parametrize("repeated", ["a", "a ", " ", "\n", " \n", "\n\na"], ids=repr)
def test_time_grows_with_length_and_no_faster(repeated: str) -> None:
    text = repeated * (200_000 // len(repeated))

    started = time.process_time()
    for exact in ("a", repeated * 100 + "b", text[1000:]):
        Searchable(text).anchor(TextQuoteSelector(exact, text[:5000], text[:5000]))

    assert time.process_time() - started < 3
