"""Whether the clause around an expression looks back or ahead.

The last cue before the expression decides, else the first one after it: "was", "said", words in -ed look back; "will",
"plans to", "is due" look ahead; "could", "agreed to", "if" only lean that way. "by", "until" and "through" lean ahead when they
stand right before the expression; "ended", "since" and "as of" say there that it is over. Cues count within the sentence, up to
160 characters away. Irregular verbs are `generator/text/data/timex_past_verbs.txt`. A clause without a cue is "unclear".
"""

import re
from functools import cache
from typing import Literal

from generator.model import Span
from generator.text.timex.lexicon import packaged_lines

Tense = Literal["over", "past", "future", "perhaps", "unclear"]

# Swept from 40 to 400 characters on the development half of TimeBank and AQUAINT: 83.8 at 40, no gain from 80 on.
_WINDOW = 160
_INTENT = (
    r"(?:agree|aim|allow|ask|attempt|choose|decide|expect|hope|intend|invite|need|offer|order|plan|pledge|prepare|promise|refuse"
    r"|seek|threaten|try|urge|vow|want|wish)(?:s|d|ed)?|chose|planned|sought|told|tried|tries"
)
_FUTURE = (
    r"will|shall|won['’]t|going\sto|due|scheduled|upcoming|expects?|plans?|planned\s(?:to|for)|(?:set|slated|about)\sto"
    r"|(?:is|are)\sto|(?:is|are)\s(?:also\s)?(?:expected|planned|set|slated)"
)
_PERHAPS = (
    rf"would|could|may|might|must|should|can|(?:{_INTENT})\s(?:\w+\s){{0,2}}to\s[a-z]{{2,14}}"
    r"|to\sbe|effective|deadline|expected|[Ii]f|[Uu]nless"
)
_PASSIVE = r"(?:\s(?:not|also|be|have|been)){0,2}(?:\s[a-z]{2,14}ed)?"
_RIGHT_BEFORE = re.compile(
    r"\b(?:(?P<perhaps>by|ahead\sof|until|through|till|effective|due)|(?P<over>ended|since|as\sof))\s+(?:the\s)?$",
    re.IGNORECASE,
)
_HAD = re.compile(r"\bhad\b")
_BESIDE = 25
_SHORT = ("Mr", "Ms", "Mrs", "Dr", "St", "Sen", "Rep", "Gov", "Gen", "Col", "Sgt", "Lt", "Inc", "Corp", "Co", "Ltd", "No", "vs")
_NOT_SHORT = "".join(rf"(?<!\b{word}\.)" for word in (*_SHORT, "[A-Z]"))
_CLAUSE_END = re.compile(rf"[.!?]{_NOT_SHORT}[\"'”’)]*\s+(?=[A-Z\"'“‘`(])|\n\s*\n|;")
_SEMICOLON = re.compile(";")
_MEANINGS: dict[str | None, Tense] = {
    "over": "over",
    "past": "past",
    "perhaps": "perhaps",
    "future": "future",
    "will": "future",
}


def tense_at(text: str, span: Span, sentence: Span | None) -> Tense:
    """The tense of the clause around `span`, within `sentence` where it is known."""
    low, high = (sentence.start, sentence.end) if sentence is not None else (0, len(text))
    clause_end = _CLAUSE_END if sentence is None else _SEMICOLON
    before = clause_end.split(text[max(low, span.start - _WINDOW) : span.start])[-1]
    after = clause_end.split(text[span.end : min(high, span.end + _WINDOW)])[0]
    cues = [cue.lastgroup for cue in _cues().finditer(before)]
    if "future" in cues[-1:]:
        return "future"
    beside = _RIGHT_BEFORE.search(before)
    if beside is not None and not _HAD.search(before) and not _HAD.search(after[:_BESIDE]):
        return _MEANINGS[beside.lastgroup]
    if cues:
        return _MEANINGS[cues[-1]]
    cue = _cues().search(after)
    return "unclear" if cue is None or cue.lastgroup == "perhaps" else _MEANINGS[cue.lastgroup]


@cache
def _cues() -> re.Pattern[str]:
    past = "|".join(packaged_lines("timex_past_verbs.txt"))
    return re.compile(
        rf"\b(?:(?:(?P<future>{_FUTURE})|(?P<perhaps>{_PERHAPS})){_PASSIVE}|(?P<past>has|have|[a-z]{{2,14}}ed|{past}))\b"
        r"|(?P<will>['’]ll\b)"
    )
