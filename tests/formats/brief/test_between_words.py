from hypothesis import given
from hypothesis import strategies as st

from generator.formats.brief.between_words import around, differing, is_same, undone

texts = st.text("abZ19 .-", min_size=2, max_size=12)


def results(text: str) -> set[str]:
    return {f"{text[:start]}{new}{text[end:]}" for start, end, new in undone(text, (0, len(text)))}


@given(texts, st.integers(0, 20), st.sampled_from(" .-"))
def test_a_sign_typed_for_a_character_or_between_two_is_undone(text: str, at: int, sign: str) -> None:
    at %= len(text)
    instead, between = f"{text[:at]}{sign}{text[at + 1 :]}", f"{text[:at]}{sign}{text[at:]}"

    assert text in results(instead) | {instead}
    assert text in results(between)


@given(texts, st.integers(0, 20))
def test_a_character_on_the_wrong_side_of_a_sign_is_undone(text: str, at: int) -> None:
    at %= len(text) - 1
    swapped = f"{text[:at]}{text[at + 1]}{text[at]}{text[at + 2 :]}"

    if text[at].isalnum() != text[at + 1].isalnum():
        assert text in results(swapped)


@given(texts, st.integers(0, 20))
def test_a_word_of_one_character_that_is_gone_is_put_back(text: str, at: int) -> None:
    at %= len(text)
    is_alone = text[at].isalnum() and not text[at - 1 : at].isalnum() and not text[at + 1 : at + 2].isalnum()

    if is_alone:
        assert text in results(text[:at] + text[at + 1 :])


@given(texts, texts)
def test_what_differs_is_whole_words_of_both(one: str, other: str) -> None:
    wrong, right = differing(one, other)

    assert wrong in one
    assert right in other
    assert one == other or one.replace(wrong, right, 1) == other or wrong == "" or one.count(wrong) > 1


def test_the_words_around_a_place() -> None:
    text = "the wall of Harne"

    assert around(text, (0, len(text)), 6, 7) == (4, 8)
    assert around("a  b", (0, 4), 2, 2) == (0, 4)
    assert around(text, (5, 7), 6, 6) == (5, 7)


def test_signs_around_words_and_ways_of_typing_say_the_same() -> None:
    assert is_same("2012,", "2012")
    assert is_same("Ann’s", "Ann's")
    assert is_same("e -commerce", "e-commerce")
    assert not is_same("45", "45%")
    assert not is_same("Ann Bo", "AnnBo")
