"""What a long sentence can lose at its end, up to its last mark, as the characters to leave out.

    trailing       = ", which" | ", making" | ", while" | " – " … ; it may hold commas where the main verb stands before it
                     and no other verb resumes after one of them; after a name also ", a" noun
    second clause  = "; " … | ", and" subject verb …        not where a condition in what is left could hold for it too
    second verb    = " and" verb in -ed …                   the same

Nothing here reads meaning; `statement` refuses what holds a negation, a hedge, a condition or a comparison, and what is worth
more than what is left.
"""

import re
from collections.abc import Iterator

from generator.editorial.clauses import before_stop
from generator.editorial.finite import auxiliary_starts, has_main_verb, has_verb, is_subordinate, verb_place, verb_starts
from generator.model import Span

_INNER = r"(?:[^,;:–—“”\"()]|,(?=\d))"
_ING = (
    r"(?!according|following|depending|barring|during|excluding|beginning|starting|nothing|something|anything|everything|being)"
    r"(?:[a-z]{2,12}ly )?[a-z]{3,15}ing"
)
_TRAILING = re.compile(rf", (?:which|where|who|whose|while|with|as well as|such as|{_ING}) ")
_APPOSED = re.compile(rf"(?<=[\w’'.]), (?:a|an|the) (?!.* (?:and|or) ){_INNER}{{3,90}}$")
_DASH = re.compile(r"[–—]|\s--?\s")
_DASHED = re.compile(r",? (?:[–—]|--?) (?!(?:from|in|at|on|by|for|to|of)\b)|(?<=\w)—(?=\w)")
_SECOND = re.compile(r"; |, and ")
_NO_SUBJECT = re.compile(r"\b(?:that|which|who|where|when|whether|if|to|not|then|so|therefore)\b")
_PRONOUN = re.compile(r"(?:both|it|they|he|she|we|others|this) [a-z]")
_FARTHEST = 90  # characters from the start of a clause to its verb
_SECOND_VERB = re.compile(r" and (?=[a-z]{3,20}ed (?:a|an|the|its|his|her|their|that|to|it)\b" + _INNER + r"{3,240}$)")
_FIRST_VERB = re.compile(r"\w (?:[a-z]{3,20}ed|said)\b")
_LISTED_VERB = re.compile(r", [a-z]{3,20}ed\b")
_SUBJECT = re.compile(r"(?:the|a|an|its|his|her|their|it|he|she|they|we|you|this|these|those|there|[A-Z\d][\w.]*)\b")
_CONDITION = re.compile(r"\b(?:if|unless|until|whether|provided|as long as|in case)\b", re.IGNORECASE)
_BROKEN = re.compile(r",(?!\d)|[;:–—“”\"()]")
# "… how it is drained, who pays for it": the next of several questions.
_QUESTION = re.compile(r"\b(?:how|what|why|who|where|whether)\b")
_ASKING = re.compile(r", (?:who|where)\b")
_NEW_PART = re.compile(r"[;:]\s")
_LONGEST = 400
_SHORTEST = 8
_MOST = 8  # starts of tails that are looked at: hostile input has thousands


def tails(sentence: str) -> Iterator[Span]:
    """What `sentence` can lose at its end, the shortest first."""
    end = before_stop(sentence, len(sentence))
    starts = sorted({*_trailing(sentence), *_dashed(sentence), *_second(sentence)}, reverse=True)
    for start in starts:
        if len(sentence[:start].split()) >= _SHORTEST:
            yield Span(start, end)


def _trailing(sentence: str) -> Iterator[int]:
    found = [match for match in _TRAILING.finditer(sentence) if len(sentence) - match.end() <= _LONGEST]
    for match in found[-_MOST:]:
        asks = _QUESTION.search(sentence[: match.start()].rpartition(", ")[2]) and _ASKING.match(match[0])
        if not asks and not _NEW_PART.search(sentence, match.end()) and _is_last(sentence, match.start(), match.end()):
            yield match.start()
    apposed = _APPOSED.search(sentence)
    if apposed and not has_verb(apposed[0]) and _is_apposed(sentence[: apposed.start()]):
        yield apposed.start()


def _is_apposed(before: str) -> bool:
    """Whether what follows `before` can only stand beside the name at its end: "… signed with Orlo, a local firm"."""
    return before.rsplit(" ", 1)[-1][:1].isupper() and has_main_verb(before)


def _is_last(sentence: str, start: int, after: int) -> bool:
    """Whether the clause that starts at `start` runs to the end of the sentence."""
    segments = sentence[after:].split(", ")[1:]
    clause = sentence[:start].rpartition("; ")[2]
    return not segments or (has_main_verb(clause) and not any(map(_resumes, segments)))


def _resumes(segment: str) -> bool:
    """Whether a main clause could go on with what stands after a comma."""
    return verb_starts(segment) or (_SUBJECT.match(segment) is not None and has_verb(segment))


def _dashed(sentence: str) -> Iterator[int]:
    # A dash without a partner: what stands after it goes to the end.
    if len(_DASH.findall(sentence)) % 2:
        *_, last = _DASH.finditer(sentence)
        for match in _DASHED.finditer(sentence):
            here = match.start() <= last.start() < match.end() and len(sentence) - match.end() <= _LONGEST
            if here and (has_main_verb(sentence[: match.start()]) or ", " not in sentence[match.end() :]):
                yield match.start()


def _second(sentence: str) -> Iterator[int]:
    for match in list(_SECOND.finditer(sentence))[-_MOST:]:
        left, clause = sentence[: match.start()], sentence[match.end() :]
        if match[0] == "; ":
            whole = has_main_verb(left) or not is_subordinate(sentence)
        else:
            whole = has_main_verb(left) and _is_clause(clause, left) and not _CONDITION.search(left)
        if whole:
            yield match.start()
    for match in _SECOND_VERB.finditer(sentence):
        left = sentence[: match.start()]
        alone = _FIRST_VERB.search(left) and not _LISTED_VERB.search(left) and not is_subordinate(sentence)
        if alone and has_verb(left) and not _CONDITION.search(left):
            yield match.start()


def _is_clause(text: str, before: str) -> bool:
    """Whether `text`, which stands after `before` and ", and", is a clause of its own to its end and not the last of a list."""
    if _BROKEN.search(text):
        return False
    place = verb_place(text[:_FARTHEST])
    if place < 0 or _NO_SUBJECT.search(text, 0, place):
        return False
    sure = auxiliary_starts(text, place) or _PRONOUN.match(text) is not None
    return place > 0 and (sure or has_verb(before.rpartition(", ")[2]))
