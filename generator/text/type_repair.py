"""Mends the typing of what a reader reads, never its words: letters and digits stay as they are and in their order.

    "e -commerce" -> "e-commerce"           "20%compared" -> "20% compared"
    "word , word" -> "word, word"           "( word )" -> "(word)"
    "fell.The firm" -> "fell. The firm"     doubled spaces, soft hyphens and zero-width characters go
    curly quotation marks become straight where the text has a straight one, except in Chinese and Japanese text

Dashes (" - ", " -- ", "people -behind"), negative numbers ("fell to -5"), options ("use -v") and spaced ellipses stay.
A quote is never repaired: it stands as it was published.
"""

import re

from generator.text.glued import glued_ends
from generator.text.word_lists import word_list

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]+")
_LATIN_JOINER = re.compile("(?<=[A-Za-z])[\u200c\u200d]+(?=[A-Za-z])")
_SPACES = re.compile(r"[ \t]{2,}")
_STRAY_SPACE = re.compile(
    r" (?:(?<=[^\s.(] )(?=[,;:!?](?:[\s\"'”’)\]]|$)|\.(?:[\"'”’)\]\n]|$| (?!\.))|\)(?![)(]))|(?<= \( )(?=\w))"
)
_STRAY_SIGNS = (" ,", " ;", " :", " !", " ?", " .", " )", " ( ")
_SPLIT_HYPHEN = re.compile(
    r" -(?:(?<=[^\W_] -)(?=([a-z]{3,}|up|in|on|to|by|of|or|at|be|go|op)(?![^\W_]))|(?<=COVID -)(?=19\b))"
)
_GLUED_PERCENT = re.compile(r"%(?<=\d%)(?=[A-Za-z]{2})")
_ADDRESS = re.compile(r"[/@=?&]|www\.")
_CURLY = str.maketrans("“”„‘’", '"""\'\'')
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_BEFORE_AN_OPTION = frozenset(["use", "option", "flag", "run", "pass", "add", "with", "type"])


def repair(text: str) -> str:
    """`text` as it should have been typed; repairing it again changes nothing."""
    if not text.isascii():
        text = _LATIN_JOINER.sub("", _INVISIBLE.sub("", text))
    # Few texts hold any of these: to look for them costs less than to search for what is wrong with them.
    if "  " in text or "\t" in text:
        text = _SPACES.sub(" ", text)
    if any(sign in text for sign in _STRAY_SIGNS):
        text = _STRAY_SPACE.sub("", text)
    if " -" in text:
        text = _SPLIT_HYPHEN.sub(_hyphen, text)
    text = _unglued(text)
    if "%" in text:
        text = _GLUED_PERCENT.sub(_percent, text)
    return text if text.isascii() else _one_kind_of_quotes(text)


def _hyphen(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 10) : match.start()].rpartition(" ")[2]
    is_aside = match[1] in word_list("words_of_an_aside") and not before.startswith("-")
    return match[0] if is_aside or before in _BEFORE_AN_OPTION else "-"


def _percent(match: re.Match[str]) -> str:
    start, end = match.span()
    before = match.string[max(0, start - 80) : start].rpartition(" ")[2]
    after = match.string[end : end + 80].partition(" ")[0]
    return "%" if _ADDRESS.search(before) or _ADDRESS.search(after) else "% "


def _unglued(text: str) -> str:
    parts, at = [], 0
    for end in glued_ends(text):
        parts.append(text[at:end])
        at = end
    return " ".join([*parts, text[at:]]) if parts else text


def _one_kind_of_quotes(text: str) -> str:
    has_straight = '"' in text or "'" in text
    return text.translate(_CURLY) if has_straight and not _IDEOGRAPH.search(text) else text
