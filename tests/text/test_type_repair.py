import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.type_repair import repair
from tests.case_files import Case, read_cases

PIECES = [
    "e",
    "The",
    "two",
    "way",
    "5",
    "20",
    "%",
    " -",
    "-",
    " ",
    "  ",
    ".",
    ",",
    ")",
    "(",
    "“",
    "’",
    '"',
    "'",
    "?",
    "…",
    "\n",
    "\u200b",
]
BROKEN = st.lists(
    st.sampled_from([*PIECES, "\u200c", "\u00ad", "/", "@", "=", "www.", "js", "抖音", "use", "and", "Dr", "\t"]), max_size=14
)
TEXTS = BROKEN.map("".join) | st.text(max_size=40)


@pytest.mark.parametrize("case", read_cases("type_repair.txt"), ids=str)
def test_cases(case: Case) -> None:
    assert repair(case.given) == case.expected


@given(TEXTS)
def test_letters_and_digits_stay(text: str) -> None:
    assert [c for c in repair(text) if c.isalnum()] == [c for c in text if c.isalnum()]


@given(TEXTS)
def test_a_second_repair_changes_nothing(text: str) -> None:
    assert repair(repair(text)) == repair(text)
