"""Bytes to text: what is read, what is refused, and that nothing is read as something else."""

import pytest

from generator.errors import Refused
from generator.formats.article import parse
from generator.formats.article.decode import decode

ENGLISH = "The café’s owner paid €5 – “too much”, she said, and went back to work in the harbour.\n" * 3
CHINESE = "港口向北迁移，旧港口已经服务这座城市两百年。现在它太小了。\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english_is_read_in(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "gbk"])
def test_chinese_is_read_in(encoding: str) -> None:
    assert decode(CHINESE.encode(encoding)) == CHINESE


@pytest.mark.parametrize("name", ["shift_jis", "Shift-JIS", "SHIFT_JIS"])
def test_a_page_s_declaration_is_believed_where_the_bytes_fit(name: str) -> None:
    page = f'<meta charset="{name}"><p>港は北へ移る。古い港は町に二百年仕えた。</p>'.encode("shift_jis")

    assert parse(page, "a.html").text == "港は北へ移る。古い港は町に二百年仕えた。"


@pytest.mark.parametrize("name", ["rot13", "utf-7", "idna", "unicode_escape", "nonsense", "undefined"])
def test_a_declaration_that_is_no_character_set_is_not(name: str) -> None:
    page = f'<meta charset="{name}"><p>The harbour of the café moves north.</p>'.encode("cp1252")

    assert parse(page, "a.html").text == "The harbour of the café moves north."


def test_utf_8_with_a_faulty_byte_is_not_read_as_something_else() -> None:
    with pytest.raises(Refused) as refused:
        decode(ENGLISH.encode().replace(b"paid", b"pa\xffd", 1))

    assert str(refused.value) == "its characters are neither UTF-8 nor UTF-16 (byte 22)"


def test_binary_is_not_text() -> None:
    with pytest.raises(Refused) as refused:
        decode(b"\x89PNG\r\n\x1a\nIHDR text text text\0 text text text")

    assert str(refused.value) == "it is not text (byte 27 is NUL)"


def test_other_bytes_are_refused() -> None:
    with pytest.raises(Refused):
        decode(bytes(range(128, 256)) * 4)


def test_a_page_is_read_around_faulty_bytes_outside_the_article() -> None:
    page = "<p>The café’s harbour moves north, said the “mayor”.</p><script>x = '".encode() + b"\xff'</script>"

    assert parse(page, "a.html").text == "The café’s harbour moves north, said the “mayor”."


def test_a_page_with_faulty_bytes_in_the_article_is_refused() -> None:
    page = "<p>The café’s harbour moves north, said the “mayor”.".encode() + b"\xff</p>"

    with pytest.raises(Refused) as refused:
        parse(page, "a.html")

    assert str(refused.value) == "characters of its text are not valid in its encoding"
