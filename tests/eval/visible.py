"""The text of a source file that a reader sees: what every quote must stand in. It judges nothing and drops no page chrome."""

import re
from html.parser import HTMLParser
from pathlib import Path

from tests.eval.matching import squashed

_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "head"})
_BREAKING = re.compile(
    r"p|div|br|li|h[1-6]|t[dhr]|table|section|article|header|footer|main|aside|nav|ul|ol|dd|dt|figure|figcaption|blockquote|pre|"
    r"title|button|label|form|option"
)
_MARKUP = re.compile(r"\*\*|__|`|(?m:^(?:#{1,6}|[-+*]|\d{1,3}\.|>)\s)|\[(?=[^\]\n]*\]\()|\]\([^)\n]*\)")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unseen += tag in _UNSEEN
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.seen.append(data)

    def _break(self, tag: str) -> None:
        if _BREAKING.fullmatch(tag):
            self.seen.append("\n")


def visible_text(path: Path) -> str:
    """What a reader of the file sees, in the form that quotes are compared in."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix in {".html", ".htm"}:
        return squashed(_text_of_page(text))
    return squashed(_MARKUP.sub("", text) if path.suffix == ".md" else text)


def _text_of_page(page: str) -> str:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "".join(reader.seen)
