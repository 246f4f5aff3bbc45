"""What the words around a date tell of it: whether it dates an event, or compares, bounds, measures or modifies.

It parses no grammar. Each function looks at the sentence `text` and the place `at` of the date in it, at most REACH characters
away except for words that colour the whole sentence (averages, forecasts, appointments); data/timeline_cues.txt has the words.
"""

import re
from functools import cache

from generator.editorial.word_tables import entries, pattern
from generator.model import Span

REACH = 80
_CUES = "timeline_cues"
_FIGURE = r"[$£€¥]?\d[\w.,%$£€¥]{0,20}"
_AMOUNT = r"\d|\b(?:million|billion|trillion|percent|per cent|half|third|one in)\b"
_MODAL = re.compile(r"\b(?:will|would|could|may|might|should|to)\b")
_COMPARED = re.compile(
    r"\b(?:than|compared|comparison|versus|vs|against|like|(?<!soon )(?<!early )(?<!late )as)"
    r"(?: (?:with|to|in|on|the|that|for|at)){0,4} ?$|"
    rf"\b(?:from|than|against|compared (?:with|to))(?: [\w’'-]+){{0,4}} {_FIGURE}(?: [\w%-]+){{0,2}}"
    r"(?: (?:in|on|for))?(?: the)? ?$|"
    rf"(?:{_FIGURE}(?: [\w%-]+){{0,2}}|\b(?:up|down|drop|fall|rise|change|increase|decrease|higher|lower)) from ?$|"
    r"\bperiod(?: (?:in|of|the)){0,2} ?$",
    re.IGNORECASE,
)
_BOUNDED = re.compile(
    r"\bsince(?: (?:at least|about|the|early|late|mid)){0,2} ?$|"
    r"\blast(?:s|ed|ing)? (?:through|until|till) (?:the )?$|\bthrough(?:out)? (?:the )?$|"
    r"\b(?:this|last|next) (?:and|or) $|\bas of ",
    re.IGNORECASE,
)
_ELAPSED = re.compile(r"\b(?:ago|earlier|before|previous|prior|preceding)\b", re.IGNORECASE)
_RATIO = re.compile(r"\bper (?:\d[\d,]*|capita)\b")
_YEAR_BEFORE = re.compile(r"year[ -](?:earlier|ago|before)|comparable|prior", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\b|s['’](?!\w)")
_CAPTION = re.compile(
    r"\b(?:pictured|photographed|seen)(?: here)? (?:in|on|at|during|with|early|late|last)\b[^,.;]{0,40}$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3
_BARE_YEAR = re.compile(r"\d{4}$")
_NAME_BEFORE = re.compile(r"(?<![^\W_])([A-Z][\w’'-]{1,30}) $")
_SEASON = re.compile(r"\b(?:spring|summer|autumn|fall|winter)$", re.IGNORECASE)
_NAME_NEXT = re.compile(r" [A-Z][a-z]")
_HYPHENED = re.compile(r"-(?:quarter|half|month|year)$", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:(?:around|about) )?(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|o['’]clock)|\d{1,2}:\d\d|noon|midnight)(?: [A-Z]{2,4})?",
    re.IGNORECASE,
)
_HOLIDAY = re.compile(r"(?:Christmas|Boxing Day|Easter|Thanksgiving|New Year|Halloween|Ramadan|Valentine|Passover)[^\d]*$")
_ON = re.compile(r"\b(?:on|at|this|last|next|by|over|before|after) $", re.IGNORECASE)
_NEAR_DAY = re.compile(r"(?:today|tomorrow|yesterday)$", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_WORD_NEXT = re.compile(r" ([a-z]{3,30})\b")
_VERBAL = ("ed", "ing", "ly")
_ADVERBIAL = re.compile(
    r"(?:\b(?:on|by|last|next|this|late|early|until|of|for|from|to|the|every|and)|[,(—–]) ?$", re.IGNORECASE
)
_VERB_NEXT = re.compile(r"(?:is|are|was|were|has|had|will|marks|marked|saw|sees|brought|proved)\b")
_PRESENT = re.compile(r"(?:today|tonight|this (?:morning|afternoon|evening|week|month|year))$", re.IGNORECASE)
_BARE = re.compile(
    r"(?:(?:(?:the|that) )?(?:year|month|week|day|season|quarter|period)|then|the end of the (?:year|month|week))$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;:—–(]|\bthat\b")
_NAMING = re.compile(r"\b(?:a|an|the|its|their|this|that|of) $", re.IGNORECASE)
_LONG = re.compile(
    r"\b(?:last|next|this|the) (?:year|decade|season|quarter|half)|\bof (?:the|this|last) year|\bthe .{0,20}half\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"\b(?:would|could|might|may|should|if|unless)\b")
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|since|because|although|as well as|such as|like|including) [^,;:]{0,60}$", re.IGNORECASE
)
_ENDED = re.compile(r",? (?:which )?(?:that )?end(?:ed|ing|s)? (?:on |in )?")


def tells(text: str, at: Span) -> bool:
    """Whether the sentence tells anything: no question, no caption ("pictured in 2003"), no line with little but the date."""
    if text.rstrip("\"'”’)").endswith("?") or _CAPTION.search(text[max(0, at.start - REACH) : at.start]):
        return False
    return len(_WORD.findall(text[: at.start] + text[at.end :])) >= _FEWEST_WORDS


def compares(text: str, at: Span) -> bool:
    """Whether the date is what something is compared with: "up from 7% in 2003", "than in May"."""
    before = text[max(0, at.start - REACH) : at.start]
    expression = at.of(text)
    elapsed = _ELAPSED.search(expression) and re.search(_FIGURE, before)
    year_before = _YEAR_BEFORE.search(expression) and re.search(_FIGURE, text)
    return bool(elapsed or year_before or (before.strip() and _COMPARED.search(before)))


def bounds(text: str, at: Span) -> bool:
    """Whether the date only bounds a time: "since 2005", "lasted until May"."""
    return bool(_BOUNDED.search(text[max(0, at.start - REACH) : at.start]))


def possesses(text: str, at: Span) -> bool:
    """Whether the date owns what follows: "last year's fair"."""
    return bool(_POSSESSIVE.match(text, at.end))


def modifies(text: str, at: Span) -> bool:
    """Whether the date is part of a name for something: "Saturday publication", "third-quarter profit", "Rio 2016"."""
    before, expression = text[max(0, at.start - REACH) : at.start], at.of(text)
    if _HYPHENED.search(expression) or (_SEASON.search(expression) and _NAME_NEXT.match(text, at.end)):
        return True
    if _BARE_YEAR.match(expression):
        name = _NAME_BEFORE.search(before)
        return bool(name and name[1].lower() not in _words("function"))
    if _CLOCK.fullmatch(expression):
        return True
    if _HOLIDAY.match(expression):
        return not _ON.search(before) or _noun_next(text, at)
    if _NEAR_DAY.match(expression):
        return before.lower().endswith("of ")
    return bool(_WEEKDAY.match(expression)) and not _ADVERBIAL.search(before) and _noun_next(text, at)


def is_subject(text: str, at: Span) -> bool:
    """Whether the date itself is what the sentence speaks of: "2019 is …", "This year marks …"."""
    before = text[: at.start].rstrip(" \"'“‘(")
    return (not before or before[-1] in ",:;.!?—–") and bool(_VERB_NEXT.match(text[at.end : at.end + REACH].lstrip()))


def is_idle(text: str, at: Span) -> bool:
    """Whether the date is a present ("today", "this year") in which nothing is told to have happened, or no date of its own."""
    expression = at.of(text)
    if _BARE.match(expression):
        return not is_appointed(text)
    return bool(_PRESENT.match(expression)) and not _happens_near(text, at)


def is_appointed(text: str) -> bool:
    """Whether the sentence speaks of what is scheduled."""
    return bool(pattern(_CUES, "appointed").search(text))


def is_level(text: str) -> bool:
    """Whether the sentence gives an average or a ratio: "2 per 1,000 people"."""
    return bool(_RATIO.search(text) or (pattern(_CUES, "average").search(text) and re.search(_FIGURE, text)))


def is_forecast(text: str, at: Span) -> bool:
    """Whether the sentence gives somebody's figure for a time to come rather than an appointment: "by 2030 … 8 percent"."""
    rest = text[: at.start] + text[at.end :]
    if not re.search(_AMOUNT, rest):
        return False
    supposed = text[: at.start].lower().endswith("by ") and _MODAL.search(text)
    return bool(supposed or pattern(_CUES, "forecast").search(text))


def looks_ahead(text: str) -> bool:
    """Whether the sentence speaks of what is scheduled or expected."""
    return bool(pattern(_CUES, "future", "appointed").search(text))


def names(text: str, at: Span) -> bool:
    """Whether the date stands inside the name of a thing: "a 2018 report", "the 2008 crisis", "the events of 1936"."""
    before = text[max(0, at.start - REACH) : at.start]
    return bool(_NAMING.search(before) and (before.endswith("of ") or _noun_next(text, at)))


def is_vague(text: str, at: Span) -> bool:
    """Whether the date is a long stretch told from the day of publication: "last year", "the end of the year"."""
    return bool(_LONG.search(at.of(text)))


def is_supposed(text: str) -> bool:
    """Whether the sentence tells what would be rather than what is."""
    return bool(_SUPPOSED.search(text))


def is_quoted(text: str, at: Span) -> bool:
    """Whether the date stands inside quotation marks."""
    before = text[: at.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def is_subordinate(text: str, at: Span) -> bool:
    """Whether a subordinate clause holds the date."""
    return bool(_SUBORDINATE.search(text[max(0, at.start - REACH) : at.start]))


def is_end_of(between: str) -> bool:
    """Whether the words between two dates make the second the last day of the first: "the third quarter ended Sept. 29"."""
    return _ENDED.fullmatch(between) is not None


def _happens_near(text: str, at: Span) -> bool:
    before = _BREAK.split(text[max(0, at.start - REACH) : at.start])[-1].split()[-8:]
    after = _BREAK.split(text[at.end : at.end + REACH])[0].split()[:6]
    if before[-1:] in (["will"], ["to"]) or after[:1] == ["to"]:
        return True
    if before and before[-1].lower() in ("of", "like", "even", "until", "than", "as"):
        return False
    return any(map(_past_after, ["", *before], before)) or any(map(_past_after, ["", *after], after))


def _past_after(previous: str, word: str) -> bool:
    if previous.lower() in ("have", "has", "having", "is", "are", "be", "been", "being"):
        return False
    word = word.lower().strip("\"'“”.")
    return word in _words("past") or (len(word) > 4 and word.endswith("ed")) or word in ("holds", "meets", "opens")


def _noun_next(text: str, at: Span) -> bool:
    word = _WORD_NEXT.match(text, at.end)
    return bool(word and word[1] not in _words("function") and not word[1].endswith(_VERBAL))


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(entries(_CUES, group))
