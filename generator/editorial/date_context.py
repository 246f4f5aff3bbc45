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
_FIGURE = r"[$£€¥]?\d(?:[\d.,]{0,18}\d)?(?:%|[$£€¥]|[a-z]{1,3}\b)?"
_AMOUNT = r"\d|\b(?:million|billion|trillion|percent|per cent|half|third|one in)\b"
_MODAL = re.compile(r"\b(?:will|would|could|may|might|should|to)\b")
_COMPARED = re.compile(
    r"\b(?:than|compared|comparison|versus|vs|against|like|(?<!soon )(?<!early )(?<!late )(?<!ago )(?<!recently )(?<!back )as)"
    r"(?: (?:with|to|in|on|the|that|for|at)){0,4} ?$|"
    rf"\b(?:from|than|against|compared (?:with|to))(?: [\w’'-]+){{0,4}} {_FIGURE}(?: (?!to\b|and\b)[\w%-]+){{0,2}}"
    r"(?: (?:in|on|for))?(?: the)? ?$|"
    rf"(?:{_FIGURE}(?: [\w%-]+){{0,2}}|\b(?:up|down|drop|fall|rise|change|increase|decrease|higher|lower)) from ?$|"
    r"\bperiod(?: (?:in|of|the)){0,2} ?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\bbefore(?: the)? $", re.IGNORECASE)
_LASTS_UNTIL = re.compile(r"\b(?:was|were|been)\b[^,;]{0,60} until $|\b(?:hold|stand|last|stay|remain|continue|keep|be)s?(?: \w+)? until(?: at least)? $", re.IGNORECASE)
_WHEN = re.compile(r",? when\b")
_SINCE = re.compile(r"\bsince(?: (?:at least|about|the|early|late|mid)){0,2} ?$", re.IGNORECASE)
_BEGUN = re.compile(r"\b(?:has|have|had)(?: (?:been|also|already|only|[a-z]{2,20}ly)){0,2} (?P<verb>[a-z]{2,20})\b")
_LEFT = re.compile(r"\b([a-z]{3,20}ed|frozen|shut|broken) since (?:the )?$")
_BOUNDED = re.compile(
    r"\blast(?:s|ed|ing)? (?:through|until|till) (?:the )?$|\bthrough(?:out)? (?:the )?$|"
    r"\b(?:this|last|next) (?:and|or) $|\bas of ",
    re.IGNORECASE,
)
_ELAPSED = re.compile(r"\b(?:ago|earlier|before|previous|prior|preceding)\b", re.IGNORECASE)
_RATIO = re.compile(r"\bper (?:\d[\d,]*|capita)\b")
_COUNT = re.compile(
    rf"\bthere (?:was|were|are|is) (?:about |only |just |nearly |some |still )?"
    rf"(?:{_FIGURE}|two|three|four|five|six|seven|eight|nine|ten|a dozen|no more|fewer|many|few)\b",
    re.IGNORECASE,
)
_NOUN_BEFORE = re.compile(r"\b(?:the|a|an|its|this|their|our|his|her|each|every|new|whole|of)(?: [\w’'-]+){0,2} $", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"year[ -](?:earlier|ago|before)|comparable|prior", re.IGNORECASE)
# Words before "since" in its clause that do not yet make a main clause: "and since the 18th the flow has …".
_SHORT_LEAD = 3
_ADJUNCT = re.compile(r"[\"“‘(]?(?:At|In|On|During|After|Following) (?:[\w’'-]+ ){0,4}$")
_COMMA_AND_PAST = re.compile(
    rf"['’][^,]{{1,60}}, [^.;]{{0,60}}?\b(?:[a-z]{{2,14}}ed|{'|'.join(entries(_CUES, 'past'))})\b"
)
_POSSESSIVE = re.compile(r"['’]s?\b|s['’](?!\w)")
_CAPTION = re.compile(
    r"(?:\b(?:pictured|photographed)|(?:^|[,(] ?)seen)(?: here)? (?:in|on|at|during|with|early|late|last)\b[^,.;]{0,40}$", re.IGNORECASE
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
_FIGURES_FOR = re.compile(
    r"\b(?:figures|data|results|numbers|statistics|accounts|reports?|plans?|budget|orders|forecasts?|outlook|guidance|"
    r"targets?|goals?|bookings) for (?:the )?$",
    re.IGNORECASE,
)
_HOLIDAY = re.compile(r"(?:Christmas|Boxing Day|Easter|Thanksgiving|New Year|Halloween|Ramadan|Valentine|Passover)[^\d]*$")
_ON = re.compile(r"\b(?:on|at|this|last|next|by|over|before|after) $", re.IGNORECASE)
_NEAR_DAY = re.compile(r"(?:today|tomorrow|yesterday)$", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_WORD_NEXT = re.compile(r" ([a-z]{3,30})\b")
_VERBAL = ("ed", "ing", "ly")
_ADVERBIAL = re.compile(
    r"(?:\b(?:on|by|last|next|this|late|early|until|since|before|after|of|for|from|to|the|every|and)|[,(—–]) ?$", re.IGNORECASE
)
_VERB_NEXT = re.compile(r"(?:is|are|was|were|has|had|will|marks|marked|saw|sees|brought|proved)\b")
_PRESENT = re.compile(r"(?:today|tonight|this (?:morning|afternoon|evening|week|month|year))$", re.IGNORECASE)
_WAS_TO = re.compile(
    r"\b(?:was|were|had been) (?:[a-z]+ly )?(?:to|due|meant to|supposed to|scheduled|planned|set)\b[^,;]{0,60}$", re.IGNORECASE
)
_CAME_OTHERWISE = re.compile(r"[^;]{0,40}\b(?:but|until)\b")
_SOME = re.compile(r"\ban? (?:[A-Z]?[a-z]+ )?$")
_OF_A_MONTH = re.compile(r" of (?:every|each|the|a|that) (?:week|month|year)\b")
_BY_THE_END = re.compile(r"\b(?:by|before|at) the end of the \w+$", re.IGNORECASE)
_FIRM = re.compile(r"\b(?:will|must|has to|have to|plans?|planned|expects?|expected|due|aims?)\b")
_NOT_BEFORE = re.compile(r"\b(?:not|never|no)\b[^,;]{0,60}\bbefore(?: the)? $|n['’]t\b[^,;]{0,60}\bbefore(?: the)? $")
_NEVER = re.compile(r"overnight$", re.IGNORECASE)
_OF_THE_PRESENT = re.compile(
    r"\b(?:for|throughout|whole|entire|full|year of|all of|of)(?: the)? $|\b(?:that|which|who)(?: [\w’'-]+){1,2} $", re.IGNORECASE
)
_YEARLY = re.compile(
    r"(?:(?:early|late|mid)[ -]?)?(?:the )?(?:spring|summer|autumn|fall|winter|January|February|March|April|May|June|July|"
    r"August|September|October|November|December)$",
    re.IGNORECASE,
)
_GENERIC_SEASON = re.compile(r"(?:spring|summer|autumn|winter)$", re.IGNORECASE)
_ADVICE = re.compile(r"(?:^[\"“]?|[:;] )(?:let|put|keep|give|make|stop|ask|try|do not|don['’]t)\b", re.IGNORECASE)
_BARE = re.compile(
    r"(?:(?:(?:the|that) )?(?:full |whole |entire |fiscal )?(?:year|month|week|day|season|quarter|period)|then|the end of the (?:year|month|week))$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;:—–(]|\bthat\b")
_CLAUSE = re.compile(r"[;:—–(]|, (?:and|but|while|which|who) |\bthat\b")
_CLAUSE_END = re.compile(r"[;—–)]")
_PRESENT_PASSIVE = re.compile(r"\b(?:is|are) (?:[a-z]+ly )?[a-z]{2,20}(?:ed|en)\b")
_PERFECT = re.compile(r"\b(?:has|have|had|been|was|were) (?:[a-z]+ly )?(?:been )?[a-z]{2,20}(?:ed|en|ing)\b")
_LAST_CLAUSE = re.compile(r"; |, and | and to ")
_NEXT_CLAUSE = re.compile(r"; |, and | and to ")
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
    """Whether the date only bounds a time: "since 2005", "lasted until May", unless something began or is due there."""
    before = text[max(0, at.start - REACH) : at.start]
    if _SINCE.search(before):
        return not _begins(text, at)
    if _BEFORE.search(before):
        return bool(_NOT_BEFORE.search(before)) or not _is_firm(text)
    lasts = _BARE_YEAR.match(at.of(text)) and _LASTS_UNTIL.search(before) and not _WHEN.match(text, at.end)
    return bool(lasts or _BOUNDED.search(before))


def _begins(text: str, at: Span) -> bool:
    """Whether something began on the date and lasts, rather than went on: "since May the bridge has been shut"."""
    if _BARE_YEAR.match(at.of(text)) or _SEASON.search(at.of(text)):
        return False
    near = _BREAK.split(text[max(0, at.start - REACH) : at.start])[-1], text[at.end : at.end + REACH]
    left = _LEFT.search(near[0])
    if left and left[1] not in _words("lasting"):
        return True
    begun = _BEGUN.search(near[1] if len(near[0].split()) <= _SHORT_LEAD else near[0])
    return bool(begun and _is_participle(begun["verb"]) and begun["verb"] not in _words("lasting"))


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "ing", "en")) or word in _words("past") or word in _words("participle")


def possesses(text: str, at: Span) -> bool:
    """Whether the date owns what follows ("last year's fair") and is not when the sentence's event was ("At last year's fair, …")."""
    return bool(_POSSESSIVE.match(text, at.end)) and not (
        _ADJUNCT.match(text[: at.start]) and _COMMA_AND_PAST.search(text[at.end : at.end + REACH])
    )


def modifies(text: str, at: Span) -> bool:
    """Whether the date is part of a name for something: "Saturday publication", "third-quarter profit", "Rio 2016"."""
    before, expression = text[max(0, at.start - REACH) : at.start], at.of(text)
    if _HYPHENED.search(expression) or _FIGURES_FOR.search(before) or (_SEASON.search(expression) and _NAME_NEXT.match(text, at.end)):
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
    if _WEEKDAY.match(expression) and (_SOME.search(before) or _OF_A_MONTH.match(text, at.end)):
        return True
    return bool(_WEEKDAY.match(expression)) and not _ADVERBIAL.search(before) and _noun_next(text, at)


def is_subject(text: str, at: Span) -> bool:
    """Whether the date itself is what the sentence speaks of: "2019 is …", "This year marks …"."""
    before = text[: at.start].rstrip(" \"'“‘(")
    return (not before or before[-1] in ",:;.!?—–") and bool(_VERB_NEXT.match(text[at.end : at.end + REACH].lstrip()))


def is_idle(text: str, at: Span) -> bool:
    """Whether the date is a present ("today", "this year") in which nothing is told to have happened, or no date of its own."""
    expression = at.of(text)
    if _BARE.match(expression):
        return not (is_appointed(text) or (_BY_THE_END.search(text[: at.end]) and _FIRM.search(text)))
    if _NEVER.match(expression):
        return True
    if _PRESENT.match(expression) and _OF_THE_PRESENT.search(text[max(0, at.start - REACH) : at.start]):
        return True
    return bool(_PRESENT.match(expression)) and not _happens_near(text, at)


def recurs(text: str, at: Span) -> bool:
    """Whether the date is one of every year ("in winter the lake freezes", "published in May"), or when something should be done."""
    expression = at.of(text)
    if not _YEARLY.match(expression):
        return False
    if _ADVICE.search(text[: at.start]):
        return True
    before = _CLAUSE.split(text[: at.start])[-1]
    if _PRESENT_PASSIVE.search(before) and not (_PERFECT.search(before) or looks_ahead(before)):
        return True
    if _GENERIC_SEASON.match(expression):
        return not (_tells_once(before) and before.strip())
    return not (_tells_once(before) or _tells_once(_CLAUSE_END.split(text[at.end :])[0]))


def _tells_once(clause: str) -> bool:
    """Whether the clause has a past tense, a perfect, or looks ahead."""
    words = clause.split()
    return any(map(_past_after, ["", *words], words)) or bool(
        _PERFECT.search(clause) or looks_ahead(clause) or pattern(_CUES, "past").search(clause)
    )


def is_appointed(text: str) -> bool:
    """Whether the sentence speaks of what is scheduled."""
    return bool(pattern(_CUES, "appointed").search(text))


def _is_firm(text: str) -> bool:
    return is_appointed(text) or bool(_FIRM.search(text))


def fell_through(text: str, at: Span) -> bool:
    """Whether it is the date of what did not happen then: "was to start in 2018 but was put off"."""
    return bool(_WAS_TO.search(text[max(0, at.start - REACH) : at.start]) and _CAME_OTHERWISE.match(text, at.end))


def is_level(text: str, at: Span) -> bool:
    """Whether the sentence gives an average, a ratio or a count: "2 per 1,000 people", "in 2019 there were 96"."""
    clause = _LAST_CLAUSE.split(text[: at.start])[-1] + _NEXT_CLAUSE.split(text[at.end :])[0]
    return bool(_RATIO.search(text) or _COUNT.search(clause) or (pattern(_CUES, "average").search(text) and re.search(_FIGURE, text)))


def is_forecast(text: str, at: Span) -> bool:
    """Whether the sentence gives somebody's figure for a time to come rather than an appointment: "by 2030 … 8 percent"."""
    clause = _LAST_CLAUSE.split(text[: at.start])[-1] + _NEXT_CLAUSE.split(text[at.end :])[0]
    if not re.search(_AMOUNT, clause):
        return False
    supposed = text[: at.start].lower().endswith("by ") and _MODAL.search(text)
    cues = pattern(_CUES, "forecast").finditer(text)
    return bool(supposed or any(not _NOUN_BEFORE.search(text[: cue.start()][-REACH:]) for cue in cues))


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
    return word in _words("past") or (len(word) > 4 and word.endswith("ed")) or word in _words("schedule")


def _noun_next(text: str, at: Span) -> bool:
    word = _WORD_NEXT.match(text, at.end)
    return bool(word and word[1] not in _words("function") and not word[1].endswith(_VERBAL))


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(entries(_CUES, group))
