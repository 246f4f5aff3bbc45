"""Parts of a sentence that it can stand without, each as the characters to leave out.

    parentheses   = " (" no bracket ")"                         always
    connective    = ", however," and the like                   always
    relative      = ", which" clause "," where a verb follows   in a long sentence
    apposition    = ", the" noun "," where a verb follows       in a long sentence
    dashes        = " – " aside " – "                           in a long sentence
    opening       = "Speaking …," | "In a letter …," before the subject      in a long sentence
    trailing      = ", which" | ", making" | ", while" … up to the end      in a long sentence
    second clause = "; " | ", and" subject verb … up to the end      in a long sentence that starts with no subordinate clause

A trailing aside holds no further comma: what follows one could be the main clause going on. Nothing here reads meaning;
`statement` refuses what holds a negation, a hedge, a condition or a number's qualifier.
"""

import re
from collections.abc import Iterator

from generator.model import Span

_PARENTHESES = re.compile(r"\s\([^()]{1,200}\)|(?<=\w)（[^（）]{1,200}）")
_CONNECTIVE = re.compile(
    r", (?:however|therefore|moreover|furthermore|meanwhile|nevertheless|nonetheless|of course|"
    r"for (?:example|instance)|in particular|indeed|in fact|then|thus|in turn|too|also|consequently|accordingly|as a result|"
    r"on the other hand|by contrast|after all),(?= )",
    re.IGNORECASE,
)
_AUXILIARY = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did|said|says)\b"
_INNER = r"[^,;:–—“”\"()]"
_RELATIVE = re.compile(rf", (?:which|who|whose|where) {_INNER}{{3,160}}, (?={_AUXILIARY})")
_APPOSITION = re.compile(rf", (?:a|an|the) {_INNER}{{3,100}}, (?={_AUXILIARY})")
_DASHES = re.compile(r"(?:\s?[–—]\s?|\s--?\s)[^–—“”\"()]{3,240}?(?:\s?[–—]|\s--?)(?=\s?\w)")
_DASH = re.compile(r"[–—]|\s--?\s")
_TRAILING = re.compile(
    rf", (?:which|where|who|whose|while|with|as well as|compared with|compared to|such as) {_INNER}{{3,240}}$|"
    rf", (?!according|following|depending|barring|during|excluding|beginning|starting)[a-z]{{3,15}}ing {_INNER}{{3,240}}$|"
    rf",? (?:[–—]|--?) (?!(?:from|in|at|on|by|for|to|of)\b){_INNER}{{3,240}}$"
)
_SECOND = re.compile(
    rf"; |, and (?=(?:the|this|these|it|they|he|she|we|both|some|many|most) (?:{_INNER}{{0,60}} )?"
    rf"{_AUXILIARY}{_INNER}{{3,240}}$)"
)
# What is said where, before a subject that names itself; a pronoun could have its noun in what goes.
_OPENING = re.compile(
    r"(?:(?:Speaking|Writing|Asked|Talking|Addressing)\b|In (?:a|an|his|her|its|their) (?:[a-z]+ )?(?:letter|statement|report"
    r"|book|interview|speech|paper|note|blog|post|study|briefing|memo)\b)[^,;:–—“”\"()]{0,100}, (?=(?:the|a|an) |[A-Z])"
)
_SUBORDINATE = re.compile(
    r"(?:if|when|while|although|though|as|because|since|unless|whether|now|after|before|until)\b", re.IGNORECASE
)
_SPEAKER_ROLE = re.compile(r"(?<=[”\"] )((?:said|says) [^,;:]{3,60}), [^“”\"]{3,200}$")
# What a sentence holds that one of them fits: to look for it costs less than the search.
_CLAUSES = (
    (_SPEAKER_ROLE, ('" sa', "” sa")),
    (_RELATIVE, (", wh",)),
    (_APPOSITION, (", a", ", the ")),
    (_DASHES, ("–", "—", "-")),
)
_SHORTEST = 8


def parentheses(sentence: str) -> Iterator[Span]:
    """Each aside in round brackets."""
    if "(" in sentence or "（" in sentence:
        yield from (Span(*match.span()) for match in _PARENTHESES.finditer(sentence))


def connectives(sentence: str) -> Iterator[Span]:
    """Each word between commas that only ties the sentence to the one before."""
    yield from (Span(*match.span()) for match in _CONNECTIVE.finditer(sentence))


def clauses(sentence: str) -> Iterator[Span]:
    """The clauses that a long sentence can lose, those that matter least first."""
    for found, signs in _CLAUSES:
        for match in found.finditer(sentence) if any(sign in sentence for sign in signs) else ():
            yield Span(match.end(1) if match.re is _SPEAKER_ROLE else match.start(), _before_stop(sentence, match.end()))
    opening = _OPENING.match(sentence)
    if opening:
        yield Span(0, opening.end())
    yield from _to_the_end(sentence)


def _to_the_end(sentence: str) -> Iterator[Span]:
    end = _before_stop(sentence, len(sentence))
    paired = len(_DASH.findall(sentence)) % 2 == 0
    starts = [match.start() for match in _TRAILING.finditer(sentence) if not (paired and _DASH.match(match[0]))]
    if not _SUBORDINATE.match(sentence):
        starts += [match.start() for match in _SECOND.finditer(sentence)]
    for start in sorted(starts, reverse=True):
        if len(sentence[:start].split()) >= _SHORTEST:
            yield Span(start, end)


def _before_stop(sentence: str, end: int) -> int:
    return len(sentence.rstrip(".!?")) if end == len(sentence) else end
