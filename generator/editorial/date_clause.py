"""The clause around a date: whether it tells of what happened once, of what is to come, or of a custom.

It parses no grammar: past forms (words in -ed, and data/timeline_cues.txt's list), perfects, modals and appointments are looked
for in a clause, which ends at commas, colons, dashes and the like.
"""

import re
from functools import cache

from generator.editorial.word_tables import entries, pattern
from generator.model import Span

REACH = 80
CUES = "timeline_cues"
_BREAK = re.compile(r"[,;:—–(]|\bthat\b")
_PERFECT = re.compile(r"\b(?:has|have|had|been|was|were) (?:[a-z]+ly )?(?:been )?[a-z]{2,20}(?:ed|en|ing)\b")
_PRESENT_PASSIVE = re.compile(r"\b(?:is|are) (?:[a-z]+ly )?[a-z]{2,20}(?:ed|en)\b")
_FIRM = re.compile(r"\b(?:will|must|has to|have to|plans?|planned|expects?|expected|due|aims?)\b")
_BY_THE_END = re.compile(r"\b(?:by|before|at) the end of the \w+$", re.IGNORECASE)
_FROM = re.compile(r"(?:^|[\s,;:—–])(?:[Aa]s f|[Ss]tarting f|F)rom (?:[A-Z\d]|next\b)")
_WORD_NEXT = re.compile(r" ([a-z]{3,30})\b")
_VERBAL = ("ed", "ing", "ly")
# Words that still belong to what happens beside a date, before it and after it.
_BEFORE, _AFTER = 8, 6


def looks_ahead(text: str) -> bool:
    """Whether the sentence speaks of what is to come: it says so, or tells nothing past ("on Sunday we turn the clocks")."""
    return _expects(text) or not tells_past(text)


def is_appointed(text: str) -> bool:
    """Whether the sentence speaks of what is scheduled."""
    return bool(pattern(CUES, "appointed").search(text))


def is_firm(text: str) -> bool:
    """Whether it speaks of what is scheduled or certain to come, rather than of what should or could."""
    return is_appointed(text) or bool(_FIRM.search(text))


def will_end_by(text: str, at: Span) -> bool:
    """Whether something is due by the end of the year, month or week that the date names."""
    if not _BY_THE_END.search(text[max(0, at.start - REACH) : at.end]):
        return False
    return bool(_FIRM.search(text)) or not cue_words("schedule").isdisjoint(clause_before(text, at).split())


def tells_once(clause: str) -> bool:
    """Whether the clause has a past tense or a perfect, or looks ahead."""
    return _expects(clause) or tells_past(clause)


def tells_a_custom(clause: str) -> bool:
    """Whether the clause says what is or was done again and again: "the queens are shipped", "it used to close"."""
    if "used to" in clause:
        return True
    return bool(_PRESENT_PASSIVE.search(clause)) and not (_PERFECT.search(clause) or _expects(clause))


def happens_near(text: str, at: Span) -> bool:
    """Whether something happens in the words right around the date."""
    before = clause_before(text, at).split()[-_BEFORE:]
    after = _BREAK.split(text[at.end : at.end + REACH])[0].split()[:_AFTER]
    if before[-1:] in (["will"], ["to"]) or after[:1] == ["to"]:
        return True
    if before and before[-1].lower() in ("of", "like", "even", "until", "than", "as"):
        return False
    return any(map(_past_after, ["", *before], before)) or any(map(_past_after, ["", *after], after))


def clause_before(text: str, at: Span) -> str:
    """The words of the date's clause that stand before it."""
    return _BREAK.split(text[max(0, at.start - REACH) : at.start])[-1]


def noun_follows(text: str, at: Span) -> bool:
    """Whether the date stands before a noun, as far as endings tell: "the Saturday editions"."""
    word = _WORD_NEXT.match(text, at.end)
    return bool(word and word[1] not in cue_words("function") and not word[1].endswith(_VERBAL))


def is_participle(word: str) -> bool:
    """Whether the word may follow "has" or "been"."""
    return word.endswith(("ed", "ing", "en")) or word in cue_words("past") or word in cue_words("participle")


@cache
def cue_words(group: str) -> frozenset[str]:
    """The words of one group of data/timeline_cues.txt."""
    return frozenset(entries(CUES, group))


def _expects(text: str) -> bool:
    return bool(pattern(CUES, "future", "appointed").search(text) or _FROM.search(text))


def tells_past(clause: str) -> bool:
    """Whether the clause has a past tense or a perfect."""
    words = clause.split()
    return any(map(_past_after, ["", *words], words)) or bool(pattern(CUES, "past").search(clause) or _PERFECT.search(clause))


def _past_after(previous: str, word: str) -> bool:
    if previous.lower() in ("have", "has", "having", "is", "are", "be", "been", "being"):
        return False
    word = word.lower().strip("\"'“”.")
    return word in cue_words("past") or (len(word) > 4 and word.endswith("ed")) or word in cue_words("schedule")
