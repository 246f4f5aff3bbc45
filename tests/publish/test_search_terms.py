import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.search_terms import LONGEST_TERM, fold, terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Crème brûlée's", ["creme", "brulee", "s"]),
        ("Straße nach Łódź", ["strasse", "nach", "lodz"]),
        ("e-commerce, 2022-06", ["e", "commerce", "2022", "06"]),
        ("snake_case", ["snake", "case"]),
        ("抖音电商", ["抖音", "音电", "电商", "商"]),
        ("在iOS上", ["在", "ios", "上"]),
        ("ガード", ["ガー", "ード", "ド"]),
        ("한국어 책", ["한국어", "책"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("ΟΔΟΣ οδός", ["οδοσ", "οδοσ"]),
        ("İstanbul", ["istanbul"]),
        ("𠮷野家", ["𠮷野", "野家", "家"]),
        ("a" * 50, ["a" * 32]),
        ("— … 🙂", []),
    ],
)
def test_terms(text: str, found: list[str]) -> None:
    assert list(terms(text)) == found


@given(st.text())
def test_a_term_is_short_folded_and_can_name_nothing_but_itself(text: str) -> None:
    for term in terms(text):
        assert 0 < len(term) <= LONGEST_TERM
        assert not set(term) & set(' "*/\\._-')
        assert term == term.lower()


@given(st.text(alphabet=st.sampled_from("aB9 _-'.\x1c\x7f\n")) | st.text(alphabet=st.sampled_from("aB9 "), min_size=30))
def test_text_of_ascii_has_the_terms_that_it_has_beside_other_letters(text: str) -> None:
    assert [*terms(text), "抖"] == list(terms(f"{text} 抖"))


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
