"""Bytes to text, by the first of these that holds, or not at all.

    1. a byte order mark (UTF-8, UTF-16, UTF-32): that encoding, strictly
    2. UTF-8, strictly
    3. UTF-16 without a mark: every other byte of the start is NUL
    4. the encoding that the file declares (HTML), strictly
    5. GB18030, where most of what is not ASCII comes out as common Chinese
    6. Windows-1252, where it comes out as the odd accented letter or typographic mark

A file that is UTF-8 but for a few bytes is refused rather than read as something else. A page is read around such bytes by
`html`, since they may stand in a script, and refused where they stand in the article itself.
"""

import codecs
import re

from generator.errors import Refused
from generator.formats.article.word_lists import section

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARABLE = frozenset(section("charsets.txt", "declarable"))
_UTF8_CHARACTER = re.compile(rb"[\xc3-\xf4][\x80-\xbf]{1,3}")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_SAMPLE = 4096
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_COMMON_CHINESE = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]")
_LATIN = re.compile("[\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]")


def decode(content: bytes, declared: str | None = None) -> str:
    """The text of `content`. Raises Refused, naming the byte, where no encoding holds."""
    text = _marked(content)
    if text is None:
        text = _unmarked_utf16(content) or _strictly(content, "utf-8") or _legacy(content, declared)
    if text is None:
        raise Refused(f"its characters are neither UTF-8 nor UTF-16 (byte {_first_fault(content)})")
    return _as_text(text.removeprefix("\ufeff"), content)


def is_faulty_utf8(content: bytes) -> bool:
    """Whether the bytes are UTF-8 in the main: characters of several bytes outnumber the bytes that fit nowhere."""
    if content.startswith(tuple(mark for mark, _ in _MARKS)) or _strictly(content, "utf-8") is not None:
        return False
    whole = _UTF8_CHARACTER.findall(content)
    return len(whole) > len(_HIGH_BYTE.findall(content)) - sum(map(len, whole))


def _marked(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = _strictly(content[len(mark) :], encoding)
            if text is None:
                raise Refused(f"its byte order mark says {encoding.upper()[:6]}, which its bytes are not")
            return text
    return None


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _unmarked_utf16(content: bytes) -> str | None:
    start = content[:_SAMPLE]
    if b"\0" not in start:
        return None
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if max(even, odd) * 4 < len(start) or min(even, odd) * 8 > max(even, odd):
        return None
    return _strictly(content, "utf-16-be" if even > odd else "utf-16-le")


def _legacy(content: bytes, declared: str | None) -> str | None:
    if b"\0" in content:
        raise Refused(f"it is not text (byte {content.find(0)} is NUL)")
    text = _as_declared(content, declared)
    if text is None and not is_faulty_utf8(content):
        text = _as_chinese(content) or _as_western(content)
    return text


def _as_declared(content: bytes, declared: str | None) -> str | None:
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    # The web reads these two declarations as the larger sets that contain them.
    name = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name)
    return _strictly(content, name) if name in _DECLARABLE else None


def _as_chinese(content: bytes) -> str | None:
    text = _strictly(content, "gb18030")
    if text is None:
        return None
    foreign = [character for character in text if character > "\x7f"]
    # In GB 2312 the 3,755 common characters and the punctuation have a lead byte below D8; of real text rare ones make up a few
    # per cent.
    common = sum(1 for character in foreign if _COMMON_CHINESE.match(character) and character.encode("gb18030")[0] < 0xD8)
    return text if common >= 0.85 * len(foreign) and len(foreign) >= 4 else None


def _as_western(content: bytes) -> str | None:
    text = _strictly(content, "cp1252")
    if text is None:
        return None
    foreign = [character for character in text if character > "\x7f"]
    plausible = all(_LATIN.match(character) for character in foreign)
    return text if plausible and len(foreign) * 8 <= len(text) else None


def _first_fault(content: bytes) -> int:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as fault:
        return fault.start
    return 0


def _as_text(text: str, content: bytes) -> str:
    # A stray control character is dropped later on; a file with many is no text at all.
    controls = _CONTROL.findall(text)
    if "\0" in controls:
        raise Refused(f"it is not text (byte {max(content.find(0), 0)} is NUL)")
    if len(controls) * 50 > len(text):
        raise Refused("it is not text (it is full of control characters)")
    return text
