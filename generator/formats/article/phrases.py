"""Which lines are page chrome by their wording alone: the phrases of chrome_phrases.txt, in this package, and some forms.

    phrase   the line is, starts with or holds it, and is short for its kind
    form     a phrase with a number, a name or a title in it: "5 min read", "Only £1 a week", "Next: Why sand comes back"

A sentence that begins like chrome and ends by telling who said so ("Follow the money, said the auditor.") is left alone; so
is one that only has the form and ends in a full stop.
"""

import re
from functools import cache
from importlib import resources

from generator.formats.article.appeals import unquoted
from generator.formats.article.characters import straightened
from generator.formats.article.sentence_shape import is_told

_LONGEST_STARTING = 40
_LONGEST_HOLDING = 25
_MARKS = re.compile(r"^[\s•·*#>»›→▶►|\-–—=_(（\[【]+|[\s»›→▶►|.:!…\-–—=_)）\]】]+$")
_POST = re.compile(r"[—–-] ?[^@]{1,60}\(@\w{1,30}\) [\w ,]{6,30}")
_CREDIT = re.compile(
    r"[^.!?]{2,160} (?:contributed (?:to this (?:report|story|article)|reporting)(?: from [\w ]{2,40})?|"
    r"(?:was|were) used in this (?:report|story|article))[ .]{0,2}"
)
_UNENDED = re.compile(
    r"(?i:(?:read )?more (?:about|on|from|by)(?: the)?:? )(?!less\b)[A-Z0-9][^.?!]{1,40}|MORE ABOUT\b.{2,60}|"
    r"SOURCE:? [A-Z][^.?!]{2,60}|(?i:get|save|enjoy) (?:up to )?\d{1,2}% [^.?!]{2,60}|"
    r"(?i:the post) .{2,120} appeared first on [A-Z].{2,60}|"
    r"(?i:previous|prev|next|last)(?i: (?:article|story|post|page))? ?[:：|] ?[A-Z0-9\"'“‘][^.]{2,120}|"
    r"(?i:all the latest) [^.?!]{3,40}|(?i:sponsored|paid for|presented|brought to you)(?i: by) [A-Z][^.?!]{2,50}|"
    r"(?i:start your day with) [^.?!]{3,60}|(?i:see also):? [^.?!]{3,80}|(?i:posted in):? [A-Z][^.?!]{1,60}|"
    r"(?i:tags|topics) [\w-]{2,30}, [^.?!]{2,80}"
)
"""Forms of a title or a list: no mark may end them."""
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\d{1,5} (?:commentaries|articles|followers|comments?|shares?|views?|likes?|replies|retweets|"
        r"min(?:ute)?s? read|reads?)|comments? \(?\d{1,5}\)?",
        r"(?:estimated )?reading time ?:? ?(?:about )?\d{1,3} ?min\w{0,5}|\d{1,3}[- ]minutes? read",
        r"listen(?: to (?:this|the) (?:article|story))?[ :·(|-]{1,3}(?:\d{1,2}:\d{2}|\d{1,3} ?min\w{0,5}).{0,5}",
        # numbers of pictures: "+12", "1 of 12", "3/12"
        r"\+ ?\d{1,3}|\d{1,3} of \d{1,3}|\d{1,3} ?/ ?\d{1,3}",
        r"(?:e-?mail|contact|twitter|follow|tel|phone)?[ :]*(?:[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,3}|"
        r"(?:https?://|www\.|twitter\.com/|facebook\.com/)\S{1,200}|@\w{2,30})",
        r"share this (?:article|story|post|page)(?: (?:share|related articles?|[\d.,]{1,6}k? shares?|view comments)){1,3}",
        r"(?:follow|find|join|like|friend) .{1,60} on (?:twitter|x|facebook|instagram|linkedin|youtube|weibo|wechat|whatsapp|"
        r"telegram|threads|bluesky|tiktok)(?: (?:and|or) .{1,20})?(?: @\w{2,30})?",
        r"(?:join|follow|find|visit) us (?:on|at) (?:facebook|twitter|instagram)\S{0,60}",
        # "Last updated at 10:12 GMT", without a date
        r"(?:(?:last|first) )?(?:updated|modified|published|posted)(?: (?:at|on))?:? [\w, :./]{0,40}\d{1,2}[:.]\d{2}"
        r"[\w ,:.]{0,30}",
        r"(?:advertisement|advert|ad)\W{1,3}(?:scroll|story continues|article continues|continue).{0,40}",
        r"pictured(?: [\w()-]{1,15}){0,4}:.{3,250}",
        r"you(?: have|'ve)(?: only)? \d{1,3} (?:free )?(?:articles?|stories) (?:left|remaining).{0,40}",
        r"(?:return|go back|back) to [\w. ]{2,40}, see more",
        # an offer, such as "Only £1 a week for six months"
        r"(?:only|just|from|get|try|subscribe|save|pay|now|enjoy)\b.{0,40}"
        r"(?:[£$€¥] ?\d{1,4}(?:\.\d{2})?|\d{1,4} ?(?:p|kr|krone|crowns?|euros?|yuan|pence))\b ?(?:a|per|an|/|for|every).{0,40}",
        r"(?:try|get|start|enjoy|read)\b.{0,25}\bfree for (?:\d{1,2}|one|a|two|three) (?:days?|weeks?|months?)",
        r"\d{1,3} ?mins?(?: listen| watch)?|(?:slide|photo|picture|image) \d{1,3} (?:of|/) \d{1,3}",
        r"(?:copyright|\(?c\)|©)[: ].{0,60}\b(?:19|20)\d{2}\b.{0,60}",
        r"(?:visit|see|go to|find) .{2,60} (?:at|on) (?:https?://|www\.)\S{3,100}|show \d{1,4} more",
        r"writing for .{2,40} since \d{4}|massive (?:news|information), .{3,120}",
        r"(?:get|save|enjoy|take|now|today only|.{2,40}:)? ?(?:up to )?\d{1,2}% off\b.{0,40}",
        r"\(?with (?:\w{2,20} ){1,3}inputs\)?",
        r".{2,60}\b(?:twitter|instagram|x|weibo)\b.{0,10}@\w{2,30}",
        r"(?:listen|watch|read|get|catch|follow|download)\b.{0,80} (?:on|in|from|with) (?:our|the(?=.{1,20}app)) "
        r"(?:[\w.]{1,20} )?(?:app|website|podcast|channel)",
        r"(?:whatsapp|tel|phone|call)\b:? ?[\d+() -]{7,25}|contact (?:[\w.'-]{2,20} ){1,3}(?:on|at) [\d+() -]{5,25}",
        r"for more information,? (?:visit|contact|see|please|go to|call|click|read)\b.{2,160}",
        r"reporting (?:was|were) (?:also )?contributed by .{3,120}",
        r"(?:get|download|open|install) (?:the|our) .{2,30} app|.{3,40}: (?:sign up|subscribe)|read \d[\d,.]{0,8} times",
    )
)
_LINK_OF_OLD = re.compile(
    r"(?:watch|see|read|view|look|listen|more|gallery|photos?|video|map|interactive|learn|find|check|hear|meet|"
    r"i-?report)\b[^«]{2,110} ?[»›]"
)


def is_chrome(line: str) -> bool:
    """Whether `line` is page chrome by its wording."""
    words = len(line.split())
    if words > _LONGEST_STARTING:
        return False
    if not any(map(str.isalnum, line)):
        return True
    with_marks = " ".join(straightened(line.casefold()).replace("：", ":").split())
    plain = " ".join(_MARKS.sub("", with_marks).split())
    return _is_phrase(plain, with_marks, words) or _has_form(line, plain, with_marks)


def _is_phrase(plain: str, with_marks: str, words: int) -> bool:
    whole, starts, parts = _phrases()
    held = unquoted(with_marks) if words <= _LONGEST_HOLDING else ""
    if plain in whole:
        return True
    if is_told(with_marks):
        return False
    return with_marks.startswith(starts) or plain.startswith(starts) or any(part in held for part in parts)


def _has_form(line: str, plain: str, with_marks: str) -> bool:
    if _POST.fullmatch(line) or _CREDIT.fullmatch(line) or _LINK_OF_OLD.fullmatch(with_marks) or _UNENDED.fullmatch(line):
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
