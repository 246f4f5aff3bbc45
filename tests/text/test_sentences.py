import time

import pytest
import sentencex
from hypothesis import given
from hypothesis import strategies as st

from generator.text import sentence_ends
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


@pytest.mark.parametrize("space", ["\u00a0", "\u3000", "\u2003", "\u2028", "\u0085"], ids=ascii)
def test_white_space_outside_ascii_counts_as_a_space(space: str) -> None:
    text = f"They chose plan B{space}. Then he left.{space}It rained."

    assert [one.text for one in sentences(text)] == [f"They chose plan B{space}.", "Then he left.", "It rained."]


@given(st.text(st.sampled_from([*'aB.。！?!…" \n', *filter(str.isspace, map(chr, range(0x3001)))]), max_size=16))
def test_no_white_space_makes_the_segmenter_give_up(text: str) -> None:
    sentencex.segment("en", sentence_ends._masked(text).rstrip() or "a")


class PanicException(BaseException):
    """As a library in Rust raises it."""


def test_a_block_that_the_segmenter_gives_up_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(language: str, block: str) -> list[str]:
        if "boom" in block:
            raise PanicException
        return real(language, block)

    real = sentencex.segment
    monkeypatch.setattr(sentencex, "segment", cut)

    found = sentences("It went boom. Nobody left.\n\nThen it rained. He stayed.")

    assert [one.text for one in found] == ["It went boom. Nobody left.", "Then it rained.", "He stayed."]


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
