"""The places of hyphens are pyphen's own, word for word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyphen import Pyphen

from generator.text.hyphenation import parts
from generator.text.syllables import table

PYPHEN = Pyphen(lang="en_US")


@pytest.mark.parametrize(
    ("word", "expected"), [("", 1), ("a", 1), ("hyphenation", 3), ("rehyphenation", 4), ("two-way", 1), ("x" * 100, 1)]
)
def test_parts(word: str, expected: int) -> None:
    assert parts(word) == expected


def test_each_tenth_word_of_the_dictionary_is_parted_as_pyphen_parts_it() -> None:
    words = sorted(table())[::10]

    assert [word for word in words if parts(word) != len(PYPHEN.positions(word)) + 1] == []


@given(st.text(st.sampled_from("aeionrstlcdupmhgbyfvkwzxqj.'-9éİ中"), max_size=20) | st.text(max_size=8))
def test_any_word_is_parted_as_pyphen_parts_it(word: str) -> None:
    assert parts(word) == len(PYPHEN.positions(word)) + 1
