"""Which lines are page chrome by their wording alone: the phrases of chrome_phrases.txt, in this package.

A phrase counts in a line that is short for its kind, so that a sentence which begins or goes on like chrome is left alone.
"""

import re
from functools import cache
from importlib import resources

from generator.formats.article.appeals import unquoted

_LONGEST_STARTING = 40
_LONGEST_HOLDING = 25
_MARKS = re.compile(r"^[\s•·*#>»›→▶►|\-–—=_(（\[【]+|[\s»›→▶►|.:!…\-–—=_)）\]】]+$")
_COUNT = re.compile(
    r"\d{1,5} (?:comments?|shares?|views?|likes?|replies|retweets|min(?:ute)?s? read|reads?)|comments? \(?\d{1,5}\)?"
)
_POST = re.compile(r"[—–-] ?[^@]{1,60}\(@\w{1,30}\) [\w ,]{6,30}")
_CREDIT = re.compile(r"[^.!?]{2,160} contributed to this (?:report|story|article)[ .]{0,2}")
_CONTACT = re.compile(
    r"(?:e-?mail|contact|twitter|follow|tel|phone)?[ :]*(?:[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,3}|(?:https?://|www\.|twitter\.com/|facebook\.com/)\S{1,200}|@\w{2,30})"
)
_TYPOGRAPHY = str.maketrans("’‘“”", "''\"\"")


def is_chrome(line: str) -> bool:
    """Whether `line` is page chrome by its wording."""
    words = len(line.split())
    if words > _LONGEST_STARTING:
        return False
    plain = " ".join(_MARKS.sub("", line.casefold().translate(_TYPOGRAPHY)).split())
    whole, starts, parts = _phrases()
    with_marks = " ".join(line.casefold().translate(_TYPOGRAPHY).split())
    held = unquoted(with_marks) if words <= _LONGEST_HOLDING else ""
    return (
        plain in whole
        or with_marks.startswith(starts)
        or plain.startswith(starts)
        or any(part in held for part in parts)
        or bool(_COUNT.fullmatch(plain) or _CONTACT.fullmatch(plain) or _POST.fullmatch(line) or _CREDIT.fullmatch(line))
        or not any(map(str.isalnum, line))
    )


@cache
def _phrases() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    text = resources.files(__package__).joinpath("chrome_phrases.txt").read_text(encoding="utf-8")
    entries = [(line[0], line[1:].strip()) for line in text.splitlines() if line[:2] in ("= ", "^ ", "~ ")]
    of_kind = {kind: [phrase for sign, phrase in entries if sign == kind] for kind in "=^~"}
    return frozenset(of_kind["="]), tuple(of_kind["^"]), tuple(of_kind["~"])
