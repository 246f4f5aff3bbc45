"""The clause of a sentence that tells one event, as a statement that starts with who did what.

    cut after the date   at ";" | ":" | ", and|but|while" subject | "and in" date | ", which|who|-ing" … | " – " | "and" verb
    cut before the date  at ";" | ", and|but" subject | "and in" date | " – " subject
    left out in front    "In January 2003," and the like: the date stands beside the text

A cut is only made where what is left has a verb of its own, where the main clause does not go on after it, and never through
quotation marks, brackets or a condition.
"""

import re

from generator.editorial.statement import statement
from generator.editorial.word_tables import entries
from generator.model import Span

_SUBJECT = (
    r"(?:the|a|an|its|his|her|their|it|he|she|they|we|some|many|most|several|one|two|this|that|these|those|(?-i:[A-Z])\w*)\b"
)
_VERB_WORD = (
    r"(?:[a-z]{2,}ed|is|are|has|have|will|would|can|could|may|might|should|closes?|opens?|holds?|"
    + "|".join(entries("timeline_cues", "past"))
    + r")\b"
)
# A subject that starts with none of those words, by the verb after it: "and spare parts for their brakes are no longer made".
_NOUNS_AND_VERB = rf"(?!{_VERB_WORD})(?:[a-z][\w’'-]{{0,20}} ){{1,5}}{_VERB_WORD}"
_NOT_ALL_BUT = "".join(rf"(?<!\b{word})" for word in ("all", "none", "nothing", "anything", "everything", "last"))
_DATE_FIRST = r"(?:in|on|by) (?:early |late |the )?(?:[A-Z]|\d|spring|summer|autumn|winter)"
_INNER_END = r"(?:(?<=[a-z]{3})|(?<=\d\d))[.!?] (?=[A-Z])"
_AFTER = re.compile(
    rf"; |: |{_INNER_END}|, (?:and|but|while|with|although) (?={_SUBJECT}|{_DATE_FIRST}|{_NOUNS_AND_VERB})|"
    rf"{_NOT_ALL_BUT},? but |, (?:which|who|where|whose) |, (?!according )[a-z]{{3,20}}ing |\s[–—] | "
    rf"and (?={_VERB_WORD}|{_DATE_FIRST})"
)
_BEFORE = re.compile(
    rf"; (?:and |but )?|{_INNER_END}|, (?:and|but|while) (?=(?:in|on|by) |{_SUBJECT}|{_NOUNS_AND_VERB})|"
    rf" and (?=(?:in|on|by) (?:early |late |the )?$)|\s[–—] (?={_SUBJECT})"
)
_GOES_ON = re.compile(rf",? (?!(?:and|but|or)\b)(?:{_SUBJECT}|{_NOUNS_AND_VERB})")
_SENTENCE_END = re.compile(r"[.!?] $")
_LEADING_DATE = re.compile(r"(?:(?:in|on|at|during|then|late|early|starting|later)\s){0,3}(?:the\s)?", re.IGNORECASE)
_DATES_GO_ON = re.compile(
    r"\d|(?:and|or|but|to|until|when|as|then)\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d"
)
_VERB = re.compile(rf"\b{_VERB_WORD}")
_ADDS = re.compile(r"(?:, (?:and|but|while)| and(?= (?:in|on|by))) (?!(?:it|he|she|they|we|there)\b)")
_RESUMES = re.compile(rf", {_VERB_WORD}")
_CONDITION = re.compile(r"\b(?:if|unless|until|provided|assuming|except|not|never)\b", re.IGNORECASE)
_FEWEST = 4
_LONG = 400


def event_text(sentence: str, date: Span, language: str = "en") -> str:
    """The statement of the event that `date` (its place in `sentence`) dates."""
    if not language.startswith("en"):
        return statement(sentence, language)
    start, end = _start(sentence, date), _end(sentence, date)
    clause = _without_leading_date(sentence[start:end], Span(date.start - start, date.end - start))
    expression = date.of(sentence)
    return statement(clause, language, keep=expression if expression in clause else "")


def _end(sentence: str, date: Span) -> int:
    for match in _AFTER.finditer(sentence, date.end):
        kept, dropped = sentence[: match.start()], sentence[match.start() :]
        if _SENTENCE_END.fullmatch(match[0]):
            if _stands(kept) and _may_cut_sentence(sentence, kept):
                return match.start() + 1
        elif _is_aside(dropped, match[0] == "; ") and _complete(kept) and not (match[0] == " and " and _RESUMES.search(kept)):
            return match.start()
    return len(sentence)


def _start(sentence: str, date: Span) -> int:
    for match in reversed(list(_BEFORE.finditer(sentence, 0, date.start))):
        kept, dropped = sentence[match.end() :], sentence[: match.start()]
        if not (_stands(kept) and _VERB.search(kept)) or (match[0] == " and " and not _GOES_ON.match(sentence, date.end)):
            continue
        if _SENTENCE_END.fullmatch(match[0]):
            if _may_cut_sentence(sentence, sentence[: date.start]):
                return match.end()
        elif _complete(dropped) and _whole(kept) and not _CONDITION.search(dropped):
            return match.end()
    return 0


def _without_leading_date(clause: str, date: Span) -> str:
    rest = clause[date.end :]
    said = rest.lstrip(", ")
    if not _LEADING_DATE.fullmatch(clause[: date.start]) or not _stands(said) or _DATES_GO_ON.match(said):
        return clause
    if not rest.startswith(",") and not (re.match(_SUBJECT, said, re.IGNORECASE) and _VERB.search(said)):
        return clause
    return said[:1].upper() + said[1:]


def _may_cut_sentence(sentence: str, kept: str) -> bool:
    # Sentences stay together inside a quotation, and by mistake where its marks do not match.
    return len(sentence) > _LONG or not _whole(kept)


def _is_aside(dropped: str, is_sentence: bool) -> bool:
    return (
        not _CONDITION.search(dropped)
        and (is_sentence or not _RESUMES.search(dropped))
        and (not _ADDS.match(dropped) or bool(_VERB.search(dropped)))
    )


def _complete(kept: str) -> bool:
    return _stands(kept) and _whole(kept) and bool(_VERB.search(kept))


def _stands(part: str) -> bool:
    return len(part.split()) >= _FEWEST


def _whole(part: str) -> bool:
    dashes = sum(part.count(mark) for mark in (" – ", " — ", " - ", " -- "))
    quotes = part.count("“") == part.count("”") and part.count('"') % 2 == 0
    return quotes and dashes % 2 == 0 and part.count("(") == part.count(")")
