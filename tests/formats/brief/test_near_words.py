from hypothesis import given
from hypothesis import strategies as st

from generator.formats.brief.near_words import WORD, bare, is_near, near

words = st.text("abyzABÖ019", min_size=1, max_size=7)
numbers = st.from_regex(r"[0-9]{1,5}([.,][0-9]{1,3})?", fullmatch=True)


@given(st.one_of(words, numbers))
def test_what_is_made_near_is_near_but_for_capitals(word: str) -> None:
    for other in near(word, "ö"):
        assert is_near(word, other) or word.lower() == other.lower(), other


@given(words, st.integers(0, 9), st.sampled_from("bzö"))
def test_a_slip_is_undone_by_what_is_near(word: str, at: int, letter: str) -> None:
    at %= len(word)
    other = "3" if word[at].isdigit() else letter if word[at].islower() else letter.upper()
    swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    for slipped in {word[:at] + other + word[at + 1 :], swapped} - {word}:
        assert word in set(near(slipped, "ö"))
        assert is_near(slipped, word) or slipped.lower() == word.lower()


@given(words, st.integers(0, 9))
def test_a_missing_letter_is_found_again(word: str, at: int) -> None:
    at %= len(word)
    slipped = word[:at] + word[at + 1 :]
    is_at_an_end = at in (0, len(word) - 1) and word[at].isascii()
    is_name = not word[at].isupper() or not slipped.islower() or at == 0
    if (
        slipped
        and is_name
        and (is_at_an_end or not slipped.isdigit() or word[at].isdigit())
        and (word[at].isalpha() or any(map(str.isdigit, slipped)))
    ):
        assert word in set(near(slipped, "ö"))
        assert is_near(slipped, word)


@given(numbers, st.integers(0, 20), st.sampled_from("0123456789.,"))
def test_any_character_of_a_number_is_undone(number: str, at: int, sign: str) -> None:
    at %= len(number)
    for slipped in (number[:at] + sign + number[at + 1 :], number[:at] + sign + number[at:], number[:at] + number[at + 1 :]):
        if any(map(str.isdigit, slipped)) and WORD.fullmatch(slipped):
            assert slipped == number or number in set(near(slipped))


def test_words_that_are_not_near() -> None:
    assert not is_near("Harne", "Harne")
    assert not is_near("Harne", "HARNE")
    assert not is_near("Harne", "Hearnes")
    assert not is_near("1958", "1985 ")
    assert is_near("1958", "1985")


def test_the_signs_of_the_sentence_are_left_out() -> None:
    assert bare("2018.", "2019.") == ("2018", "2019")
    assert bare("8.", "8.9") == ("8.", "8.9")
    assert WORD.findall("In 2018, 1.5 (W3C) of 10,000.") == ["In", "2018,", "1.5", "W3C", "of", "10,000."]
