"""The outer form of a sentence that a reader reads: a capital first, one mark last, quotation marks in pairs.

Only marks and the case of the first letter change, never a word. A first word with a capital inside ("iPhone") stays, and so do
Chinese and Japanese endings.
"""

import re

from generator.text.type_repair import repair

_FIRST = re.compile(r"[\"'“”‘«(\[]*([^\W\d_])(\w*)")
_ENDS = " ,;:.!?…–—"
_CLOSERS = "\"”’'»)]"
_IDEOGRAPH = re.compile(r"[\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff65]$")
_MARK = re.compile(r"[()\[\]“”]")
_PAIRS = {"(": ")", "[": "]", "“": "”"}
# An apostrophe after a letter could be the end of a speech as well; then nothing is sure.
_SPEECH = re.compile(r"(?:(?<=\A)|(?<=[:,] ))[‘'](?=[A-Z])")
_MAY_CLOSE = re.compile(r"[’'](?!\w)")
_SINGLE = {"‘": "’", "'": "'"}
_CLOSING = {close: start for start, close in _PAIRS.items()}


def finished(sentence: str) -> str:
    """`sentence` with a capital first and one full stop, "?" or "!" last; "" where it has no words."""
    return _capital(_ended(_unwrapped(sentence.strip())))


def paired(text: str) -> str:
    """`text` with no loose bracket, and a partner for a quotation mark where speech starts before it or goes on after it."""
    lonely = _lonely(text)
    if not lonely:
        return _speech_closed(_straight_paired(text))
    opener = next((at for at in lonely if text[at] == "“"), None)
    closer = next((at for at in reversed(lonely) if text[at] == "”"), None)
    gone = set(lonely) - {opener, closer}
    kept = "".join(_gap(text, at) if at in gone else mark for at, mark in enumerate(text))
    kept = " ".join(repair(kept).split()) if gone else kept
    return _speech_closed(_straight_paired("“" * (closer is not None) + kept + "”" * (opener is not None)))


def _gap(text: str, at: int) -> str:
    return " " if text[at - 1 : at].strip() and text[at + 1 : at + 2].strip() else ""


def _lonely(text: str) -> list[int]:
    lonely = list[int]()
    waiting: dict[str, list[int]] = {mark: [] for mark in _PAIRS}
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        if mark in _PAIRS:
            waiting[mark].append(at)
        elif waiting[_CLOSING[mark]]:
            waiting[_CLOSING[mark]].pop()
        else:
            lonely.append(at)
    return sorted([*lonely, *(at for places in waiting.values() for at in places)])


def _straight_paired(text: str) -> str:
    if text.count('"') % 2 == 0:
        return text
    last = text.rindex('"')
    opens = last == 0 or (text[last - 1] in " (" and last < len(text) - 1)
    return text + '"' if opens else '"' + text


def _speech_closed(text: str) -> str:
    """`text` with the last mark of a speech in single quotation marks that opens and, as far as marks tell, never ends."""
    opened = _SPEECH.search(text) if "'" in text or "‘" in text else None
    if opened is None or _MAY_CLOSE.search(text, opened.end()):
        return text
    return text + _SINGLE[opened[0]]


def _unwrapped(sentence: str) -> str:
    inside = sentence.rstrip(".")
    if inside.startswith("(") and inside.endswith(")") and inside.find(")") == len(inside) - 1:
        return inside[1:-1]
    return sentence


def _ended(sentence: str) -> str:
    inner = sentence.rstrip(_CLOSERS)
    body = _without_marks(inner)
    found, closing = inner[len(body) :], sentence[len(inner) :]
    if not body or _IDEOGRAPH.search(body):
        return sentence if body else ""
    if closing and not any(mark in found for mark in ".!?…"):
        return body + closing + "."
    return body + next((mark for mark in "?!" if mark in found), ".") + closing


def _without_marks(text: str) -> str:
    text = text.rstrip(_ENDS)
    while text.endswith(" -"):
        text = text[:-2].rstrip(_ENDS)
    return text


def _capital(sentence: str) -> str:
    match = _FIRST.match(sentence)
    if not match or (match[2] and not match[2].islower()) or match[1].upper().lower() != match[1].lower():
        return sentence
    return sentence[: match.start(1)] + match[1].upper() + sentence[match.end(1) :]
