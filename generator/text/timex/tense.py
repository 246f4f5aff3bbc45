"""Whether the clause around an expression looks back or ahead.

The last cue before the expression decides, else the first one after it: "was", "said", words in -ed look back; "will",
"plans to", "is due" look ahead, and so does a present tense of appointments ("talks start", "she flies home"); "could",
"agreed to", "if" only lean that way. Right before the expression "by", "until" and "through" lean ahead, unless what is told
lasted or was done by then, "From" too unless a past tense follows; "ended", "since", "as of" and "figures for" say there that
it is over. "The attack on" looks back, "December delivery" ahead. Cues count within the sentence, up to 160 characters away,
but not before a conjunction that the expression follows (", and in May the …"). "In December, the firm bid" is "told": past for
sure. The cues are those of `cues`; without one it is "unclear".
"""

import re
from functools import lru_cache
from typing import Literal

from generator.model import Span
from generator.text.timex.cues import cues, first_cue, last_cue

Tense = Literal["over", "told", "past", "future", "perhaps", "unclear"]

# Swept from 40 to 400 characters on the development half of TimeBank and AQUAINT: 83.8 at 40, no gain from 80 on.
_WINDOW = 160
_RIGHT_BEFORE = re.compile(
    r"\b(?:(?P<perhaps>by|ahead\sof|until|through|till|effective|due)|(?P<future>(?:is|are)(?:\s(?:on|in))?)"
    r"|(?P<over>ended|since|as\sof|following\s(?:an?|his|her|its|the|their)\s[a-z]{2,14}"
    r"|(?:figures|data|results|numbers|statistics|sales|accounts|reports?)\s(?:for|from)))\s+(?:(?:the|its|their|his|her)\s)?$",
    re.IGNORECASE,
)
# What "up from 3 percent in May" compares with is over, and so is what nobody plans: "the May 4 attack".
_COMPARED = re.compile(
    r"\b(?:from|than|against|compared with|compared to) [$£€]?\d[\d.,]{0,12}%?(?: [a-z]{2,12}){0,2} (?:in|on) (?:the )?$"
)
_IN = (" in ", " on ", " the ")
_BESIDE_FIGURE = 70
_DISASTER = (
    r"(?:accident|attack|assassination|bombing|collapse|coup|crackdown|crash|derailment|earthquake|explosion|fire|flood|hijacking"
    r"|invasion|killing|massacre|murder|quake|raid|riot|shooting|slaying|stabbing|tsunami|uprising)(?:e?s)?\b"
)
_UNPLANNED = re.compile(
    rf"(?:['’]s)? (?:[a-z-]{{2,14}} )?{_DISASTER}"
    r"(?! (?:alarms?|drills?|safety|season|services?|tests?|warnings?)\b)"
)
# What is over where it is named by its day: "get around Friday's ruling", "under a June agreement".
_DONE = re.compile(
    r"(?:['’]s)? (?:agreement|announcement|arrests?|conviction|death|declaration|defeat|purchases?|remarks|resignation|ruling"
    r"|verdict|victory)\b"
)
_AWAITED = re.compile(
    r"\b(?:after|ahead of|anticipat[a-z]{1,4}|await[a-z]{0,3}|before|by|expect[a-z]{0,3}|for|pending|seek[a-z]{0,3}|until)"
    r" (?:(?:an?|the|his|her|its|their) )?$"
)
# What was over by the day that it is told with: "the attack on Aug. 7", "talks lasted through Thursday", "had risen by June".
_OVER_BY = (" of ", " on ", " in ", " until ", " till ", " through ", " by ", " the ")
_OVER = re.compile(
    rf"(?:\b{_DISASTER} (?:of|on)|\b{_DISASTER} (?:in|of|on) (?:[\w.'’-]{{1,20}} ){{1,6}}(?:in|on)"
    r"|(?<!\bbe )(?<!\bbeen )\b(?:burned|continued|dragged|fought|held|kept|lasted|lingered|met|raged|remained|searched|slept"
    r"|spoke|stayed|stood|talked|waited|went|worked)(?: [a-z]{1,12}){0,3} (?:until|till|through)"
    r"|(?<!\bbe )(?<!\bto )\b(?:arrived|climbed|completed|died|dropped|fallen|fell|finished|grew|grown|left|reached|risen|rose"
    r"|spread)(?: [a-z]{1,12}){0,4} by) (?:the )?$"
)
# An amount that was counted by a day.
_COUNTED_BY = re.compile(r"\b(?:was|were|stood at|totaled) (?:about )?[$£€]?\d[^,;]{0,40} by (?:the )?$")
_NOT_UNTIL = re.compile(r"\b(?:was|were)(?: not|n['’]t) until (?:the )?$")
# Goods and contracts are traded for a month to come.
_TRADED = re.compile(r"(?: delivery| contracts?\b| futures\b)")
_IN_IT = re.compile(r"\b(?:in|on|since|of)\s(?:the )?$")
_DEADLINE = re.compile(r"(?:['’]s)? deadline\b")
_NEW_CLAUSE = re.compile(
    r"(?:[,:–—]\s?(?:(?:and|but|while|so|yet|or)\s)?(?:(?:then|later|early|late|only|on|in|at|by)\s){0,2}"
    r"|\s(?:and|but)\s(?:on|in|by)\s(?:(?:early|late)\s)?|\b(?:after|when)\s(?:the\s)?(?:[\w.'’-]{1,20}\s){1,3}on\s"
    r"|\bthat\s(?:on\s)?)(?:the\s)?$"
)
_DASHES = ("–", "—", "-")
_HAD = re.compile(r"\bhad\b")
_FROM = re.compile(
    r"(?:^|[\s,;:—–])(?:As\sfrom|as\sfrom|From|(?P<event>starting|beginning|(?:Start|Beginn)ing)(?:\s(?:at|from|in|on))?)\s(?:the\s)?$"
)
# A clause without a past tense whose subject follows: "On Sunday we turn the clocks back".
_SUBJECT_NEXT = re.compile(r",? (?:we|they|you|he|she|it|I) ")
# "Angered by Friday's raid" says who did it, not until when.
_OWNED = ("'s ", "’s ")
_WOULD = re.compile(r",? (?:[\w.'’-]{1,20} ){1,5}would ")
# "In December, the firm bid for it" leaves no doubt: it is told.
_OPENING = ("In", "On", "in", "on")
_HAD_UNTIL = ("had until ", "have until ", "has until ")
_BESIDE = 25
# Words before an expression that opens its clause: "And early on Friday talks start".
_OPENERS = 3
_SHORT = ("Mr", "Ms", "Mrs", "Dr", "St", "Sen", "Rep", "Gov", "Gen", "Col", "Sgt", "Lt", "Inc", "Corp", "Co", "Ltd", "No", "vs")
_NOT_SHORT = "".join(rf"(?<!\b{word}\.)" for word in (*_SHORT, "[A-Z]"))
_CLAUSE_END = re.compile(rf"[.!?]{_NOT_SHORT}[\"'”’)]*\s+(?=[A-Z\"'“‘`(])|\n\s*\n|;")
_SEMICOLON = re.compile(";")
_MEANINGS: dict[str | None, Tense] = {
    "over": "over",
    "past": "past",
    "perhaps": "perhaps",
    "unclear": "unclear",
    "future": "future",
    "scheduled": "future",
    "will": "future",
}


def tense_at(text: str, span: Span, sentence: Span | None) -> Tense:
    """The tense of the clause around `span`, within `sentence` where it is known."""
    low, high = (sentence.start, sentence.end) if sentence is not None else (0, len(text))
    clause_end = _CLAUSE_END if sentence is None else _SEMICOLON
    before = clause_end.split(text[max(low, span.start - _WINDOW) : span.start])[-1]
    after = clause_end.split(text[span.end : min(high, span.end + _WINDOW)])[0]
    return _tense_between(before, after)


# Rows of a table and repeats have the same words around them over and over.
@lru_cache(maxsize=1024)
def _tense_between(before: str, after: str) -> Tense:
    """The tense that the words of the clause before and after an expression tell."""
    return _tense_of_noun(before, after) or _tense_of_clause(before, after)


def _tense_of_noun(before: str, after: str) -> Tense | None:
    """What the noun beside it tells: an attack is over, a deadline ahead, a figure that another is compared with is old."""
    if (
        _UNPLANNED.match(after)
        or (_DONE.match(after) and not _AWAITED.search(before[-_BESIDE:]))
        or (before.endswith(_IN) and _COMPARED.search(before[-_BESIDE_FIGURE:]))
    ):
        return "over"
    if before.endswith(_OVER_BY):
        if _OVER.search(before) or _COUNTED_BY.search(before):
            return "over"
        if _NOT_UNTIL.search(before) or (before.endswith(" by ") and after.startswith(_OWNED)):
            return "past"
    if _TRADED.match(after) and not _IN_IT.search(before):
        return "future"
    deadline = _DEADLINE.match(after)
    if deadline is None:
        return None
    return "past" if first_cue(after[deadline.end() :]) == "past" else "perhaps"


def _tense_of_clause(before: str, after: str) -> Tense:
    aside = before.rstrip().endswith(_DASHES) and after.lstrip().startswith(_DASHES)
    if not aside and _NEW_CLAUSE.search(before) and cues().search(after):
        before = ""
    start = _FROM.search(before)
    if start is not None or before.endswith(_HAD_UNTIL):
        opens = start is not None and start["event"] not in ("starting", "beginning")
        return "past" if opens and first_cue(after) == "past" else "perhaps"
    cue = last_cue(before)
    if cue == "future":
        return "future"
    beside = _RIGHT_BEFORE.search(before)
    if beside is not None and first_cue(after) == ("past" if len(before.split()) == 1 else "over"):
        cue = "past"
    elif beside is not None and (beside["over"] or not (_HAD.search(before) or _HAD.search(after[:_BESIDE]))):
        return _MEANINGS[beside.lastgroup]
    return _tense_after(before, after) if cue is None else _MEANINGS[cue]


def _tense_after(before: str, after: str) -> Tense:
    """What the words after the expression tell, where those before it tell nothing."""
    if after.startswith(" is ") and len(before.split()) <= _OPENERS:
        return "future"
    cue = first_cue(after)
    if cue is None:
        return "future" if _SUBJECT_NEXT.match(after) else "unclear"
    if cue == "perhaps" and len(before.split()) <= _OPENERS and _WOULD.match(after):
        return "perhaps"
    if cue == "past" and before.strip() in _OPENING:
        return "told"
    unclear = cue == "perhaps" or (cue == "scheduled" and len(before.split()) > _OPENERS)
    return "unclear" if unclear else _MEANINGS[cue]
