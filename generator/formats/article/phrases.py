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
_POST = re.compile(r"[—–-] ?[^@]{1,60}\(@\w{1,30}\) [\w ,]{6,30}")
_CREDIT = re.compile(r"[^.!?]{2,160} contributed to this (?:report|story|article)[ .]{0,2}")
_NARRATED = re.compile(r", (?:[\w'.-]{1,20} ){0,6}(?:said|says|say|told|tells|asked|asks|wrote|writes|warned|warns)\b.{0,60}\.$")
"""A sentence about who said so: "Follow the money, said the auditor."."""
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\d{1,5} (?:comments?|shares?|views?|likes?|replies|retweets|min(?:ute)?s? read|reads?)|comments? \(?\d{1,5}\)?",
        r"(?:estimated )?reading time ?:? ?(?:about )?\d{1,3} ?min\w{0,5}|\d{1,3}[- ]minutes? read",
        r"listen(?: to (?:this|the) (?:article|story))?[ :·(|-]{1,3}(?:\d{1,2}:\d{2}|\d{1,3} ?min\w{0,5}).{0,5}",
        # numbers of pictures: "+12", "1 of 12", "3/12"
        r"\+ ?\d{1,3}|\d{1,3} of \d{1,3}|\d{1,3} ?/ ?\d{1,3}",
        r"(?:e-?mail|contact|twitter|follow|tel|phone)?[ :]*(?:[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,3}|"
        r"(?:https?://|www\.|twitter\.com/|facebook\.com/)\S{1,200}|@\w{2,30})",
        r"share this (?:article|story|post|page|video)(?: (?:share|related articles?|\d{1,6} shares?|view comments|with .{1,30}))+",
        r"(?:follow|find|join|like|friend) .{1,60} on (?:twitter|x|facebook|instagram|linkedin|youtube|weibo|wechat|whatsapp|telegram|"
        r"threads|bluesky|tiktok)(?: (?:and|or) .{1,20})?(?: @\w{2,30})?",
        r"(?:join|follow|find|visit) us (?:on|at) (?:facebook|twitter|instagram)\S{0,60}",
        # "Last updated at 10:12 GMT", without a date
        r"(?:(?:last|first) )?(?:updated|modified|published|posted)(?: (?:at|on))?:? [\w, :./]{0,40}\d{1,2}[:.]\d{2}[\w ,:.]{0,30}",
        r"(?:advertisement|advert|ad)\W{1,3}(?:scroll|story continues|article continues|continue).{0,40}",
        r"pictured(?: [\w()-]{1,15}){0,4}:.{3,250}",
        r"you(?: have|'ve)(?: only)? \d{1,3} (?:free )?(?:articles?|stories) (?:left|remaining).{0,40}",
        r"(?:return|go back|back) to [\w. ]{2,40}, see more",
        # offers: "Only £1 a week for six months"
        r"(?:only|just|from|get|try|subscribe|save|pay|now|enjoy)\b.{0,40}"
        r"(?:[£$€¥] ?\d{1,4}(?:\.\d{2})?|\d{1,4} ?(?:p|kr|krone|crowns?|euros?|yuan|pence))\b ?(?:a|per|an|/|for|every).{0,40}",
        r"(?:try|get|start|enjoy|read)\b.{0,25}\bfree for (?:\d{1,2}|one|a|two|three) (?:days?|weeks?|months?)",
        # "Previous: Ten harbours", where a title stands behind it
        r"(?:previous|prev|next|last)(?: (?:article|story|post|page))? ?[:|] ?.{3,120}",
    )
)
_LINK_OF_OLD = re.compile(r"(?:watch|see|read|view|look|listen|more|gallery|photos?|video|map|interactive|learn|find|check|i-?report)\b[^«]{2,110} ?[»›]")
_TYPOGRAPHY = str.maketrans("’‘“”：", "''\"\":")


def is_chrome(line: str) -> bool:
    """Whether `line` is page chrome by its wording."""
    words = len(line.split())
    if words > _LONGEST_STARTING:
        return False
    if not any(map(str.isalnum, line)):
        return True
    with_marks = " ".join(line.casefold().translate(_TYPOGRAPHY).split())
    plain = " ".join(_MARKS.sub("", with_marks).split())
    return _is_phrase(plain, with_marks, words) or _has_form(line, plain, with_marks)


def _is_phrase(plain: str, with_marks: str, words: int) -> bool:
    whole, starts, parts = _phrases()
    held = unquoted(with_marks) if words <= _LONGEST_HOLDING else ""
    if plain in whole:
        return True
    if _NARRATED.search(with_marks):
        return False
    return with_marks.startswith(starts) or plain.startswith(starts) or any(part in held for part in parts)


def _has_form(line: str, plain: str, with_marks: str) -> bool:
    if _POST.fullmatch(line) or _CREDIT.fullmatch(line) or _LINK_OF_OLD.fullmatch(with_marks):
        return True
    return not _is_statement(line) and any(pattern.fullmatch(plain) for pattern in _PATTERNS)


def _is_statement(line: str) -> bool:
    return line.endswith((".", "。", "?")) and len(line.split()) > 8


@cache
def _phrases() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    text = resources.files(__package__).joinpath("chrome_phrases.txt").read_text(encoding="utf-8")
    entries = [(line[0], line[1:].strip()) for line in text.splitlines() if line[:2] in ("= ", "^ ", "~ ")]
    of_kind = {kind: [phrase for sign, phrase in entries if sign == kind] for kind in "=^~"}
    return frozenset(of_kind["="]), tuple(of_kind["^"]), tuple(of_kind["~"])
