"""What the words around a date tell of it: whether it dates an event, or compares, bounds, measures, modifies or recurs.

It parses no grammar. Each function looks at the sentence `text` and the place `at` of the date in it, at most REACH characters
away except for words that colour the whole sentence (averages, forecasts, appointments); data/timeline_cues.txt has the words.
`date_clause` tells the tense.
"""

import re

from generator.editorial.date_clause import (
    CUES,
    REACH,
    clause_before,
    cue_words,
    happens_near,
    is_appointed,
    is_firm,
    is_participle,
    looks_ahead,
    noun_follows,
    tells_a_custom,
    tells_once,
    tells_past,
    will_end_by,
)
from generator.editorial.word_tables import entries, pattern
from generator.model import Span

__all__ = [
    "REACH",
    "bounds",
    "compares",
    "fell_through",
    "is_appointed",
    "is_clock",
    "is_forecast",
    "is_idle",
    "is_level",
    "is_subject",
    "looks_ahead",
    "modifies",
    "possesses",
    "recurs",
    "tells",
]

_FIGURE = r"[$£€¥]?\d(?:[\d.,]{0,18}\d)?(?:%|[$£€¥]|[a-z]{1,3}\b)?"
_AMOUNT = r"(?<!\d)(?!(?:19|20)\d\d\b)\d|\b(?:million|billion|trillion|percent|per cent|half|third|one in)\b"
# "The mill will be pulled down from Monday" compares nothing.
_NOT_TAKEN = "".join(
    rf"(?<!\b{word} )" for word in ("pulled", "torn", "taken", "shut", "closed", "put", "set", "opened", "broken")
)
_MODAL = re.compile(r"\b(?:will|would|could|may|might|should|to)\b")
_COMPARED = re.compile(
    r"\b(?:than|compared|comparison|versus|vs|against|like|(?<!soon )(?<!early )(?<!late )(?<!ago )(?<!recently )(?<!back )as)"
    r"(?: (?:with|to|in|on|the|that|for|at)){0,4} ?$|"
    rf"\b(?:from|than|against|compared (?:with|to))(?: [\w’'-]+){{0,4}} (?:{_FIGURE}|one in [\w-]+)"
    r"(?: (?!to\b|and\b)[\w%-]+){0,2}(?: (?:in|on|for))?(?: the)? ?$|"
    rf"(?:{_FIGURE}(?: [\w%-]+){{0,2}}|{_NOT_TAKEN}\b(?:up|down|drop|fall|rise|change|increase|decrease|higher|lower)) from ?$|"
    r"\b(?:period(?: (?:in|of|the)){0,2}|that of(?: the)?) ?$|"
    r"\b(?:twice|double|triple|times) (?:the|that|as)\b[^,;]{0,40} (?:at|in|of)?(?: the)? ?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\bbefore(?: the)? $", re.IGNORECASE)
_CAN_UNTIL = re.compile(r"\b(?:can|may)\b[^,;]{0,60} until(?: the)? $")
_LASTS_UNTIL = re.compile(
    r"\b(?:was|were|been)\b[^,;]{0,60} until $|"
    r"\b(?:hold|stand|last|stay|remain|continue|keep|be)s?(?: \w+)? until(?: at least)? $",
    re.IGNORECASE,
)
_SAME_PERIOD = re.compile(r"the (?:same|comparable|corresponding) (?:period|quarter|month)\b.* year\b", re.IGNORECASE)
_WHEN = re.compile(r",? when\b")
_SINCE = re.compile(r"\bsince(?: (?:at least|about|the|early|late|mid)){0,2} ?$", re.IGNORECASE)
_BEGUN = re.compile(r"\b(?:has|have|had)(?: (?:been|also|already|only|[a-z]{2,20}ly)){0,2} (?P<verb>[a-z]{2,20})\b")
_LEFT = re.compile(r"\b([a-z]{3,20}ed|frozen|shut|broken) since (?:the )?$")
_BOUNDED = re.compile(
    r"\blast(?:s|ed|ing)? (?:through|until|till) (?:the )?$|\bthrough(?:out)? (?:the )?$|"
    r"\b(?:months|weeks|days|year|quarter|half) (?:to|through) (?:the )?$|"
    r"\b(?:this|last|next) (?:and|or) $|\bas of |\bso far(?: in)? $|"
    r"\b(?:except|besides|unlike)(?: (?:in|on|for|last|the)){0,2} $",
    re.IGNORECASE,
)
_ELAPSED = re.compile(r"\b(?:ago|earlier|before|previous|prior|preceding)\b", re.IGNORECASE)
_RATIO = re.compile(r"\bper (?:\d[\d,]*|capita)\b")
_COUNT = re.compile(
    rf"\bthere (?:was|were|are|is) (?:about |only |just |nearly |some |still )?"
    rf"(?:{_FIGURE}|two|three|four|five|six|seven|eight|nine|ten|a dozen|no more|fewer|many|few)\b",
    re.IGNORECASE,
)
_NOUN_BEFORE = re.compile(
    r"\b(?:the|a|an|its|this|their|our|his|her|each|every|new|whole|of)(?: [\w’'-]+){0,2} $", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(r"year[ -](?:earlier|ago|before)|comparable|prior", re.IGNORECASE)
# Words before "since" in its clause that do not yet make a main clause: "and since the 18th the flow has …".
_SHORT_LEAD = 3
_ADJUNCT = re.compile(r"[\"“‘(]?(?:At|In|On|During|After|Following) (?:[\w’'-]+ ){0,4}$")
_COMMA_AND_PAST = re.compile(rf"['’][^,]{{1,60}}, [^.;]{{0,60}}?\b(?:[a-z]{{2,14}}ed|{'|'.join(entries(CUES, 'past'))})\b")
_SAME_AS = re.compile(r"the same \w+ as\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\b|s['’](?!\w)")
_CAPTION = re.compile(
    r"(?:\b(?:pictured|photographed)|(?:^|[,(] ?)seen)(?: here)? (?:in|on|at|during|with|early|late|last)\b[^,.;]{0,40}$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3
_BARE_YEAR = re.compile(r"\d{4}$")
_NAME_BEFORE = re.compile(r"(?<![^\W_])([A-Z][\w’'-]{1,30}) $")
_SEASON = re.compile(r"\b(?:spring|summer|autumn|fall|winter)$", re.IGNORECASE)
_SEASON_OF = re.compile(r" (?:season|holidays?|break|months|term|vacation|games|time)\b")
_NAME_NEXT = re.compile(r" [A-Z][a-z]")
_HYPHENED = re.compile(r"-(?:quarter|half|month|year)$", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:(?:around|about) )?(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|o['’]clock)|\d{1,2}:\d\d|noon|midnight)(?: [A-Z]{2,4})?",
    re.IGNORECASE,
)
_FIGURES_FOR = re.compile(
    r"\b(?:figures|data|results|numbers|statistics|accounts|reports?|plans?|budget|orders|forecasts?|outlook|guidance|"
    r"targets?|goals?|bookings) for (?:the )?$",
    re.IGNORECASE,
)
_HOLIDAY = re.compile(
    r"(?:Christmas|Boxing Day|Easter|Thanksgiving|New Year|Halloween|Ramadan|Valentine|Passover)[^\d]*(?<!t year)$"
)
_WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ON = re.compile(r"\b(?:on|at|this|last|next|by|over|before|after) $", re.IGNORECASE)
_NEAR_DAY = re.compile(r"(?:today|tomorrow|yesterday)$", re.IGNORECASE)
_OF_A_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_ADVERBIAL = re.compile(
    r"(?:\b(?:on|by|last|next|this|late|early|until|since|before|after|of|for|from|to|the|every|and)|[,(—–]) ?$", re.IGNORECASE
)
_VERB_NEXT = re.compile(r"(?:is|are|was|were|has|had|will|marks|marked|saw|sees|brought|proved)\b")
_PRESENT = re.compile(r"(?:today|tonight|this (?:morning|afternoon|evening|week|month|year))$", re.IGNORECASE)
_WAS_TO = re.compile(
    r"\b(?:was|were|had been) (?:[a-z]+ly )?(?:to|due|meant to|supposed to|scheduled|planned|set)\b[^,;]{0,60}$", re.IGNORECASE
)
_CAME_OTHERWISE = re.compile(r"[^;]{0,40}\b(?:but|until)\b|, (?:will|is|has|had|was|now|would)\b")
_WOULD_HAVE = re.compile(r"\b(?:would|could|should|might) (?:\w+ )?have\b(?! to\b)")
_SOME = re.compile(r"\ban? (?:[A-Z]?[a-z]+ )?$")
_OF_A_MONTH = re.compile(r" of (?:every|each|the|a|that) (?:week|month|year)\b")
_NOT_BEFORE = re.compile(r"\b(?:not|never|no)\b[^,;]{0,60}\bbefore(?: the)? $|n['’]t\b[^,;]{0,60}\bbefore(?: the)? $")
_WHOLE_YEAR = re.compile(r"\b(?:whole|entire|full) year (?:of )?$", re.IGNORECASE)
_NEVER = re.compile(r"overnight$", re.IGNORECASE)
_OF_THE_PRESENT = re.compile(
    r"\b(?:for|throughout|whole|entire|full|year of|all of|of)(?: the)? $|\b(?:that|which|who)(?: [\w’'-]+){1,2} $",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"(?:(?:early|late|mid)[ -]?)?(?:the )?(?:spring|summer|autumn|fall|winter|January|February|March|April|May|June|July|"
    r"August|September|October|November|December)(?: (?:to|until|through|and) [A-Z][a-z]{2,8})?$",
    re.IGNORECASE,
)
_OPENING_DAYS = re.compile(rf"{_WEEKDAYS} ?(?:to|through|–|-) ?{_WEEKDAYS}$")
_ONE_WEEK = re.compile(r"\b(?:will|be|this week|next week|from|between)\b")
_GENERIC_SEASON = re.compile(r"(?:spring|summer|autumn|winter)$", re.IGNORECASE)
_ADVICE = re.compile(r"(?:^[\"“]?|[:;] )(?:let|put|keep|give|make|stop|ask|try|do not|don['’]t)\b", re.IGNORECASE)
_BARE = re.compile(
    r"(?:(?:(?:the|that) )?(?:full |whole |entire |fiscal )?(?:year|month|week|day|season|quarter|period)|"
    r"then|the end of the (?:year|month|week))$",
    re.IGNORECASE,
)
# Where the main clause of a date starts: a comma alone does not end it, a relative clause does.
_CLAUSE = re.compile(r"[;:—–(]|, (?:and|but|while|which|who) |\bthat\b")
_RELATIVE = re.compile(r", (?:which|who) [^,;]{0,80}$")
_RELATIVE_END = re.compile(r"[,;—–)]")
_CLAUSE_END = re.compile(r"[;—–)]")
# The main clause goes on: "the hall, which should have been ready in May, will be …".
_RESUMED = re.compile(r", (?=(?:will|is|are|was|were|has|have|had)\b)")
_PART = re.compile(r"; |, (?:and|which|who) | and to ")


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
    return bool(elapsed or year_before or _SAME_PERIOD.match(expression) or (before.strip() and _COMPARED.search(before)))


def bounds(text: str, at: Span) -> bool:
    """Whether the date only bounds a time: "since 2005", "lasted until May", unless something began or is due there."""
    before = text[max(0, at.start - REACH) : at.start]
    if _SINCE.search(before):
        return not _begins(text, at)
    if _BEFORE.search(before):
        return bool(_NOT_BEFORE.search(before)) or not is_firm(text)
    lasts = _BARE_YEAR.match(at.of(text)) and _LASTS_UNTIL.search(before) and not _WHEN.match(text, at.end)
    return bool(lasts or _CAN_UNTIL.search(before) or _BOUNDED.search(before))


def _begins(text: str, at: Span) -> bool:
    """Whether something began on the date and lasts, rather than went on: "since May the bridge has been shut"."""
    if _BARE_YEAR.match(at.of(text)) or _SEASON.search(at.of(text)):
        return False
    before = clause_before(text, at)
    left = _LEFT.search(before)
    if left and left[1] not in cue_words("lasting"):
        return True
    begun = _BEGUN.search(text[at.end : at.end + REACH] if len(before.split()) <= _SHORT_LEAD else before)
    return bool(begun and is_participle(begun["verb"]) and begun["verb"] not in cue_words("lasting"))


def possesses(text: str, at: Span) -> bool:
    """Whether the date owns what follows ("last year's fair") and does not date the sentence ("At last year's fair, …")."""
    if _SAME_AS.match(text, at.start):
        return True
    return bool(_POSSESSIVE.match(text, at.end)) and not (
        _ADJUNCT.match(text[: at.start]) and _COMMA_AND_PAST.search(text[at.end : at.end + REACH])
    )


def modifies(text: str, at: Span) -> bool:
    """Whether the date is part of a name for something: "Saturday publication", "third-quarter profit", "Rio 2016"."""
    before, expression = text[max(0, at.start - REACH) : at.start], at.of(text)
    season_of = _SEASON.search(expression) and (_NAME_NEXT.match(text, at.end) or _SEASON_OF.match(text, at.end))
    if season_of or _HYPHENED.search(expression) or _FIGURES_FOR.search(before):
        return True
    if _BARE_YEAR.match(expression):
        name = _NAME_BEFORE.search(before)
        return bool(name and name[1].lower() not in cue_words("function"))
    if _HOLIDAY.match(expression):
        return not _ON.search(before) or noun_follows(text, at)
    if _NEAR_DAY.match(expression):
        return before.lower().endswith("of ")
    return _is_any_weekday(text, at)


def is_clock(text: str, at: Span) -> bool:
    """Whether it is no more than a time of day, whose day other sentences name."""
    return bool(_CLOCK.fullmatch(at.of(text)))


def _is_any_weekday(text: str, at: Span) -> bool:
    before, expression = text[max(0, at.start - REACH) : at.start], at.of(text)
    if _OF_A_WEEKDAY.match(expression) and (_SOME.search(before) or _OF_A_MONTH.match(text, at.end)):
        return True
    return bool(_WEEKDAY.match(expression)) and not _ADVERBIAL.search(before) and noun_follows(text, at)


def is_subject(text: str, at: Span) -> bool:
    """Whether the date itself is what the sentence speaks of: "2019 is …", "This year marks …"."""
    before = text[: at.start].rstrip(" \"'“‘(")
    return (not before or before[-1] in ",:;.!?—–") and bool(_VERB_NEXT.match(text[at.end : at.end + REACH].lstrip()))


def is_idle(text: str, at: Span) -> bool:
    """Whether the date is a present ("today", "this year") in which nothing is told to have happened, or no date of its own."""
    expression = at.of(text)
    if _BARE.match(expression):
        return not (is_appointed(text) or will_end_by(text, at))
    if _NEVER.match(expression) or _WHOLE_YEAR.search(text[max(0, at.start - REACH) : at.start]):
        return True
    if _PRESENT.match(expression) and _OF_THE_PRESENT.search(text[max(0, at.start - REACH) : at.start]):
        return True
    return bool(_PRESENT.match(expression)) and not happens_near(text, at)


def recurs(text: str, at: Span) -> bool:
    """Whether the date is one of every year ("in winter the lake freezes", "published in May"), or part of an advice."""
    expression = at.of(text)
    if _OPENING_DAYS.match(expression):
        before = _CLAUSE.split(text[: at.start])[-1]
        return not (_ONE_WEEK.search(before) or tells_past(before))
    if not _YEARLY.match(expression):
        return False
    before = _CLAUSE.split(text[: at.start])[-1]
    if _ADVICE.search(text[: at.start]) or tells_a_custom(before):
        return True
    if _GENERIC_SEASON.match(expression):
        return not (tells_once(before) and before.strip())
    after = (_RELATIVE_END if _RELATIVE.search(text[: at.start]) else _CLAUSE_END).split(text[at.end :])[0]
    return not (tells_once(before) or tells_once(after))


def fell_through(text: str, at: Span) -> bool:
    """Whether it dates what did not happen then: "was to start in 2018 but was put off", "would have ended in 2018"."""
    was_to = _WAS_TO.search(text[max(0, at.start - REACH) : at.start]) and _CAME_OTHERWISE.match(text, at.end)
    clause = _RESUMED.split(_PART.split(text[: at.start])[-1])[-1]
    return bool(was_to or _WOULD_HAVE.search(clause))


def is_level(text: str, at: Span) -> bool:
    """Whether the sentence gives an average, a ratio or a count: "2 per 1,000 people", "in 2019 there were 96"."""
    averages = pattern(CUES, "average").search(text) and re.search(_FIGURE, text)
    return bool(averages or _RATIO.search(text) or _COUNT.search(_part_of(text, at)))


def is_forecast(text: str, at: Span) -> bool:
    """Whether the sentence gives somebody's figure for a time to come rather than an appointment: "by 2030 … 8 percent"."""
    if not re.search(_AMOUNT, _part_of(text, at)):
        return False
    supposed = text[: at.start].lower().endswith("by ") and _MODAL.search(text)
    cues = pattern(CUES, "forecast").finditer(text)
    return bool(supposed or any(not _NOUN_BEFORE.search(text[: cue.start()][-REACH:]) for cue in cues))


def _part_of(text: str, at: Span) -> str:
    """The part of the sentence that the date stands in, without the date."""
    return _PART.split(text[: at.start])[-1] + _PART.split(text[at.end :])[0]
