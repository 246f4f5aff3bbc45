"""What must be escaped so that Markdown shows a text as it is, and nothing more.

Ordinary prose comes out unchanged: "[...]", "a * b", "snake_case", "& Co", "5 < 6", "2022.08.16". The rules hold for
Python-Markdown and for CommonMark, since a brief is read in both; a text is one line.
"""

import html
import re

_PUNCTUATION = r"!-/:-@\[-`{-~"
_BACKSLASH = re.compile(rf"\\(?=[{_PUNCTUATION}]|\s?$)")
_ENTITY = re.compile(r"&(?=(?:#\d{1,9}|#[xX][0-9a-fA-F]{1,9}|[A-Za-z][A-Za-z0-9]{0,40});)")
_TAG = re.compile(r"<(?=[A-Za-z/!?]|[^<> @]*@[^<> ]*>)")
_LINK = re.compile(r"\](?=[(\[])")
_STARS = re.compile(r"\*+")
_UNDERSCORES = re.compile(r"_+")
_ESCAPED = re.compile(rf"\\([{_PUNCTUATION}])")
_EDGE_SPACE = re.compile(r"^\s|\s$")
_START = re.compile(r"#|>|~~~|[-+*](?=\s|$)|(?:[-_*]\s*){3,}$|\[(?=[^\]]*\]:)")
_NUMBER = re.compile(r"(\d{1,20})([.)])(?=\s|$)")


def escape(text: str) -> str:
    """`text` with the marks escaped that Markdown reads anywhere in a line."""
    # Most lines hold no mark at all: to see that costs less than to search for the places where it counts.
    if "\\" in text:
        text = _BACKSLASH.sub(r"\\\\", text)
    if "&" in text:
        text = _ENTITY.sub("&amp;", text)
    if "<" in text:
        text = _TAG.sub(r"\\<", text)
    if "]" in text:
        text = _LINK.sub(r"\\]", text)
    if text.count("`") > 1:
        text = text.replace("`", "\\`")
    text = _paired(_STARS, text, within_words=True) if "*" in text else text
    text = _paired(_UNDERSCORES, text, within_words=False) if "_" in text else text
    if text[:1].isspace() or text[-1:].isspace():
        text = _EDGE_SPACE.sub(lambda match: f"&#{ord(match[0])};", text)
    return text


def escape_start(text: str) -> str:
    """`text` with the mark escaped that Markdown reads at the start of a block."""
    if _START.match(text):
        return "\\" + text
    return _NUMBER.sub(r"\1\\\2", text, count=1) if _NUMBER.match(text) else text


def unescape(text: str) -> str:
    """`text` as it is shown, the escapes read and every other mark left as it is."""
    return html.unescape(_ESCAPED.sub(r"\1", text))


def _paired(marks: re.Pattern[str], text: str, *, within_words: bool) -> str:
    def is_active(match: re.Match[str]) -> bool:
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        alone = (not before or before.isspace()) and (not after or after.isspace()) and len(match[0]) < 4
        return not alone and (within_words or not (before.isalnum() and after.isalnum()))

    active = [match for match in marks.finditer(text) if is_active(match)]
    if sum(len(match[0]) for match in active) < 2:
        return text
    starts = {match.start() for match in active}
    return marks.sub(lambda match: "".join("\\" + mark for mark in match[0]) if match.start() in starts else match[0], text)
