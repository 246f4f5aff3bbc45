import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.sentences import sentences
from tests.case_files import CASES, Case, read_cases

HOSTILE = [
    "“",
    '"',
    "'",
    "(",
    "）",
    "a.B",
    ". ",
    "1. ",
    "• ",
    "A. ",
    "?!",
    "\n",
    "\n\n",
    "a\n\n",
    " ",
    "\n- ",
    "…",
    "Mr. ",
    "'a. ",
    "“a. ",
    "a. (",
    ".) A",
]


@pytest.mark.parametrize("case", read_cases("sentences"), ids=str)
def test_cases(case: Case) -> None:
    assert [sentence.text for sentence in sentences(case.given)] == case.expected.split("\n")


def test_the_language_of_chinese_text_need_not_be_known() -> None:
    text = (CASES / "sentences" / "chinese_and_japanese.txt").read_text(encoding="utf-8")

    assert sentences(text, "en") == sentences(text, "zh") == sentences(text, "xx-unknown")


PROSE = st.text(st.sampled_from(list("aAbB1中。」「”“\"'’()[].?!…,;- \n\u3000•")), max_size=60)


@given(PROSE | st.text(max_size=60))
def test_sentences_stand_where_they_say_and_leave_only_white_space(text: str) -> None:
    found = sentences(text)

    assert all(sentence.span.of(text) == sentence.text == sentence.text.strip() for sentence in found)
    assert sorted(found, key=lambda sentence: sentence.span) == list(found)
    assert "".join("".join(sentence.text for sentence in found).split()) == "".join(text.split())


@given(PROSE, PROSE)
def test_a_blank_line_separates(before: str, after: str) -> None:
    assert [s.text for s in sentences(f"{before}\n\n{after}")] == [s.text for part in (before, after) for s in sentences(part)]


@pytest.mark.parametrize("repeated", HOSTILE, ids=repr)
def test_time_grows_with_length_and_no_faster(repeated: str) -> None:
    text = repeated * (200_000 // len(repeated))

    started = time.perf_counter()
    sentences(text)

    assert time.perf_counter() - started < 2
