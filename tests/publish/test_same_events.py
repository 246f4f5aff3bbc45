import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.same_events import agree, alike, is_same, to_look_up, worded
from generator.text.words import content_words
from tests.case_files import Case, read_cases

WORDS = ["bridge", "opened", "north", "river", "flood", "1948", "1952", "mayor", "ferry"]
BAGS = st.lists(st.tuples(st.integers(0, 3), st.sets(st.sampled_from(WORDS))), max_size=12)
DATES = st.sampled_from(["1948", "1948-03", "1949", "../1950", "1940/..", "../.."])


@pytest.mark.parametrize("case", read_cases("publish/same_events.txt"), ids=str)
def test_same_event(case: Case) -> None:
    (first, one), (second, other) = (line.split(" ", 1) for line in case.given.split("\n"))

    verdict = "agree" if agree(first, second) else "differ"
    assert (verdict if is_same(content_words(one), content_words(other)) else "not the same") == case.expected


def test_one_brief_never_tells_the_same_event_twice() -> None:
    words = {"northern", "bridge", "opened"}

    assert list(alike(worded([(1, words), (1, words)]))) == []
    assert list(alike(worded([(1, words), (2, words)]))) == [(0, 1)]


@given(BAGS, st.integers(1, 12))
def test_the_pairs_are_those_that_share_a_rare_word_and_are_the_same(bags: list[tuple[int, set[str]]], most: int) -> None:
    events = [(brief, sorted(bag)) for brief, bag in bags]

    assert sorted(alike(worded(events, most))) == pairs(bags, most)


@given(BAGS, st.integers(1, 12))
def test_what_is_looked_up_finds_every_pair(bags: list[tuple[int, set[str]]], most: int) -> None:
    for one, other in pairs(bags, most):
        assert {*to_look_up(bags[one][1], lambda word: frequency(bags, word), most)} & bags[other][1]


@given(DATES, DATES)
def test_to_agree_goes_both_ways(first: str, second: str) -> None:
    assert agree(first, second) == agree(second, first)
    assert agree(first, first)


def pairs(bags: list[tuple[int, set[str]]], most: int) -> list[tuple[int, int]]:
    """Every event compared with every other."""
    return sorted(
        (at, n)
        for n, (brief, bag) in enumerate(bags)
        for at, (other, there) in enumerate(bags[:n])
        if brief != other and is_same(bag, there) and any(frequency(bags, word) <= most for word in bag & there)
    )


def frequency(bags: list[tuple[int, set[str]]], word: str) -> int:
    return sum(word in bag for _, bag in bags)
