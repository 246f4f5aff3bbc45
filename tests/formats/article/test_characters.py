"""Characters that cannot be seen, one by one."""

import unicodedata

from generator.formats.article.characters import clean, straightened

LINE_ENDS = "\n\x0b\x0c\r\x85\u2028\u2029"


def test_no_control_and_no_half_of_a_pair_is_left_in_a_text_that_holds_nothing_else_of_the_kind() -> None:
    unseen = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in ("Cc", "Cs")]

    assert len(unseen) == 65 + 2048
    for mark in unseen:
        expected = "\n" if mark in LINE_ENDS else " " if mark == "\t" else ""
        assert clean(f"a{mark}b") == f"a{expected}b"


def test_joiners_stay_only_where_letters_are_written_with_them() -> None:
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
    assert clean("a\u200cb\u200dc") == "abc"
    assert clean("plain “text”,\ttwo\nlines – no more") == "plain “text”, two\nlines – no more"


def test_straight_quotation_marks() -> None:
    assert straightened("“It’s ‘so’”") == "\"It's 'so'\""
