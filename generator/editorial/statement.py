"""What a reader reads of a quote: its own words, some left out, none added, none moved.

    sentence -> without opener, attribution, connectives, parentheses -> (over LONG words) without asides -> in its form

A quote of several sentences keeps the connectives between them. Nothing is left out that holds a negation, a hedge, a condition
or a number's qualifier (data/statement_guards.txt), and nothing that holds the words to `keep`. Only English is shortened; of
other languages only the form is seen to. The words of the result are always a subsequence of the quote's.
"""

import re
from collections.abc import Callable, Iterator

from generator.editorial.asides import clauses, connectives, parentheses
from generator.editorial.attributions import leading, trailing
from generator.editorial.openers import opener_length
from generator.editorial.sentence_form import finished, paired
from generator.editorial.word_tables import pattern
from generator.model import Span
from generator.text.quotes import is_subsequence
from generator.text.sentences import sentences
from generator.text.type_repair import repair

LONG = 35
_NO_SENTENCE = 2_000  # characters: longer runs are no sentence of anybody's, and are not searched for clauses
_FEWEST = 3
_ROUNDS = 6
_GUARDS = ("negation", "hedge", "condition", "qualifier")

_SUBORDINATE = re.compile(
    r"(?:while|although|though|if|when|as|because|since|after|before|once|in|on|with|for|at|by|despite|following|during|under|over|amid|"
    r"from|to|without|like|unlike|among|until|unless)\b",
    re.IGNORECASE,
)

Rule = Callable[[str], Iterator[Span]]


def statement(quote: str, language: str = "en", keep: str = "") -> str:
    """`quote` for a reader: openers, plain attributions and asides left out, one sentence form. `keep` must not be lost."""
    whole = " ".join(repair(quote).split())
    text, keep = whole, repair(keep) if keep else ""
    for _ in range(_ROUNDS):
        before, text = text, _once(text, language, keep)
        if text == before:
            break
    return next((told for told in (text, finished(whole)) if is_subsequence(told, quote)), quote.strip())


def _once(text: str, language: str, keep: str) -> str:
    if not language.startswith("en"):
        return paired(finished(text))
    parts = [sentence.text for sentence in sentences(text, language)]
    stated = (_shortened(part, keep, first=number == 0) for number, part in enumerate(parts))
    return paired(" ".join(part for part in stated if part))


def _shortened(sentence: str, keep: str, *, first: bool) -> str:
    if len(sentence) > _NO_SENTENCE:
        return finished(sentence)
    if first:
        sentence = _without_openers(sentence, keep)
    for rule in (leading, trailing, connectives, parentheses):
        sentence = _without(sentence, rule, keep)
    for _ in range(_ROUNDS):
        if len(sentence.split()) <= LONG:
            break
        sentence = _without(sentence, clauses, keep, once=True)
    return finished(sentence)


def _without_openers(sentence: str, keep: str) -> str:
    for _ in range(_ROUNDS):
        length = opener_length(sentence)
        rest = sentence[length:]
        if not length or len(rest.split()) < _FEWEST or (keep and keep in sentence and keep not in rest):
            break
        sentence = finished(rest)
    return sentence


def _without(sentence: str, rule: Rule, keep: str, *, once: bool = False) -> str:
    for span in sorted(rule(sentence), key=lambda span: -span.start) if not once else rule(sentence):
        left = _joined(sentence[: span.start], span.of(sentence), sentence[span.end :])
        if _may_go(span.of(sentence), keep) and len(left.split()) >= _FEWEST:
            sentence = left
            if once:
                break
    return sentence


def _may_go(part: str, keep: str) -> bool:
    balanced = part.count("“") == part.count("”") and part.count('"') % 2 == 0
    return balanced and not (keep and keep in part) and not pattern("statement_guards", *_GUARDS).search(part)


def _joined(before: str, part: str, after: str) -> str:
    before, after = before.rstrip(), after.lstrip()
    if not before:
        return after[:1].upper() + after[1:]
    if after[:1] in tuple(",.;:?!"):
        return before.rstrip(",;:") + after
    if after and part.strip()[-1:] in ",–—" and _leaves_a_clause_open(before):
        return f"{before}, {after}"
    return f"{before} {after}" if after and after[0] not in ")”" else before + after


def _leaves_a_clause_open(before: str) -> bool:
    # The dash or comma that went had ended the clause in front, a person's age, or a name that stands beside a title.
    front, _, last = before.rpartition(", ")
    if not front or last.isdigit():
        return last.isdigit() or bool(_SUBORDINATE.match(before))
    return len(last.split()) <= 4 and last[:1].isupper() and not _SUBORDINATE.match(front)
