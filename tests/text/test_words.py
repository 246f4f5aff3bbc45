import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.words import content_words, stem, words

FAMILIES = [
    *("merchant merchants merchant's", "sell sells selling", "price prices priced pricing", "company companies company's"),
    *("carry carries carried carrying", "run runs running", "stop stops stopped", "fall falls falling", "tax taxes taxed"),
    *("business businesses", "make makes making", "rate rates rated rating", "movie movies", "agree agrees agreed"),
    *("need needs needed needing", "control controls controlled", "pass passes passed passing", "sale sales", "house houses"),
    *("increase increases increased increasing", "crash crashes crashed", "virus virus's", "strategy strategies", "key keys"),
]
STRANGERS = ["new news", "thing th", "spring spr", "bus bu", "crisis crisi", "series sery"]
TEXTS = st.text(st.sampled_from(list("abzs'’-,.15 \n_中あ")), max_size=30) | st.text(max_size=30)


@pytest.mark.parametrize("family", FAMILIES)
def test_forms_of_a_word_share_a_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize("pair", STRANGERS)
def test_other_words_do_not(pair: str) -> None:
    one, other = pair.split()

    assert stem(one) != stem(other)


def test_words_keep_their_inner_marks_and_places() -> None:
    text = "It's 1,200 e-commerce firms - 2.5% of U.S. ones; 抖音!"

    found = words(text)

    assert [word.text for word in found] == ["It's", "1,200", "e-commerce", "firms", "2.5", "of", "U", "S", "ones", "抖", "音"]
    assert all(word.span.of(text) == word.text for word in found)


def test_content_words_leave_stop_words_out_and_mend_compounds() -> None:
    text = "The merchants of Douyin’s e -commerce aren't selling; 抖音电商。"

    assert content_words(text) == ("merchant", "douyin", "e-commerc", "sell", "抖音", "音电", "电商")


@given(TEXTS)
def test_words_stand_where_they_say_in_order_and_hold_every_letter(text: str) -> None:
    found = words(text)

    assert all(word.span.of(text) == word.text for word in found)
    assert [word.span for word in found] == sorted(word.span for word in found)
    letters = [character for word in found for character in word.text if character.isalnum()]
    assert letters == [character for character in text if character.isalnum()]


@given(TEXTS)
def test_content_words_know_no_case(text: str) -> None:
    assert content_words(text.lower()) == content_words(text)
