"""What a reader reads of a quote: its own words, some left out, none added, none moved.

    sentence -> without opener, attribution, connectives, parentheses -> (over LONG words) without clauses -> in its form

A quote of several sentences keeps the connectives between them, and is long where they are long together. Nothing is left out
that holds a negation, a hedge, a condition or a comparison (data/statement_guards.txt), and nothing that holds the words to
`keep`; a number's qualifier goes with its number alone. A clause stays where it holds the sentence's only figures or trouble,
or more than half of its words. Only English is shortened; of other languages only the form is seen to. The words of the
result are always a subsequence of the quote's.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from generator.editorial.asides import connectives, parentheses
from generator.editorial.attributions import leading, trailing
from generator.editorial.clauses import clauses
from generator.editorial.finite import verb_starts
from generator.editorial.openers import opener_length
from generator.editorial.phrases import NUMBER_WORDS, tokens
from generator.editorial.problems import troubles
from generator.editorial.sentence_form import finished, paired
from generator.editorial.tails import tails
from generator.editorial.word_tables import pattern
from generator.model import Span
from generator.text.quotes import is_subsequence
from generator.text.sentences import sentences
from generator.text.type_repair import repair

LONG = 35
_NO_SENTENCE = 2_000  # characters: longer runs are no sentence of anybody's, and are not searched for clauses
_FEWEST = 3
_ROUNDS = 6
_GUARDS = ("negation", "hedge", "condition")
_AMOUNT = re.compile(
    r"\b(?:more|less|fewer) than (?=[\d$£€]|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|half)\b)", re.IGNORECASE
)
# Single quotation marks that no apostrophe could be: before a word, and after a mark.
_OPENS, _CLOSES = re.compile(r"(?<!\w)[‘'](?=\w)"), re.compile(r"(?<=[.,!?…])[’'](?!\w)")
_NUMBER_WORD = "|".join(sorted(NUMBER_WORDS))
_DIGIT = re.compile(r"(?<!\w)[£$€]?\d")
_FIGURE = re.compile(rf"(?<!\w)(?:[£$€]?\d|(?:{_NUMBER_WORD})\b)", re.IGNORECASE)
_LEAST_LEFT = 8
_MOST_TRIED = 12  # clauses of a sentence: hostile input has thousands
# Words that a sentence of several keeps in any case, however long they are together.
_LEAST_LONG = 10

_SUBORDINATE = re.compile(
    r"(?:while|although|though|if|when|as|because|since|after|before|once|in|on|with|for|at|by|despite|following|during|under|over|amid|"
    r"from|to|without|like|unlike|among|until|unless)\b",
    re.IGNORECASE,
)

# "Meanwhile, Ruiz says, they …": once the opener is gone, the second comma has no first.
_LOST_COMMA = re.compile(
    r"\A((?:[A-Z][\w.’'-]{0,30} ){1,5}(?:says|said|argues|argued|notes|noted|adds|added|warns|warned)),(?= )"
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
    stated: list[str] = []
    for number, part in enumerate(parts):
        others = sum(len(other.split()) for other in (*stated, *parts[number + 1 :]))
        stated.append(_shortened(part, keep, max(_LEAST_LONG, LONG - others), first=number == 0))
    return paired(" ".join(part for part in stated if part))


def _shortened(sentence: str, keep: str, most: int, *, first: bool) -> str:
    if len(sentence) > _NO_SENTENCE:
        return finished(sentence)
    if first:
        sentence = _without_openers(sentence, keep)
    for rule in (leading, trailing, connectives, parentheses):
        sentence = _without(sentence, rule, keep)
    for _ in range(_ROUNDS):
        if len(sentence.split()) <= most:
            break
        sentence = _without_a_clause(sentence, keep, most)
    return finished(sentence)


def _without_openers(sentence: str, keep: str) -> str:
    for _ in range(_ROUNDS):
        length = opener_length(sentence)
        rest = sentence[length:]
        if not length or len(rest.split()) < _FEWEST or (keep and keep in sentence and keep not in rest):
            break
        sentence = _LOST_COMMA.sub(r"\1", finished(rest))
    return sentence


def _without(sentence: str, rule: Rule, keep: str) -> str:
    for span in sorted(rule(sentence), key=lambda span: -span.start):
        left, part = _left(sentence, span), span.of(sentence)
        qualified = pattern("statement_guards", "qualifier", "comparison").search(part)
        if not qualified and _may_go(part, keep) and len(left.split()) >= _FEWEST:
            sentence = left
    return sentence


def _without_a_clause(sentence: str, keep: str, most: int) -> str:
    """`sentence` without one of its clauses that may go: the shortest that is enough, else the first; itself where none may."""
    inner, ends = islice(clauses(sentence), _MOST_TRIED), tails(sentence)
    shorter = [
        left for span in inner if (left := _unqualified(sentence, span, keep)) and not _has_the_figures(span.of(sentence), left)
    ]
    shorter += [
        left for span in ends if (left := _unqualified(sentence, span, keep)) and _is_worth_more(left, span.of(sentence))
    ]
    enough = [left for left in shorter if len(left.split()) <= most]
    return max(enough, key=lambda left: len(left.split()), default=next(iter(shorter), sentence))


def _unqualified(sentence: str, span: Span, keep: str) -> str:
    """What is left of `sentence` without a clause of it that may go; "" where it may not."""
    left, part = _left(sentence, span), span.of(sentence)
    compared = pattern("statement_guards", "comparison").search(_AMOUNT.sub("", part))
    return left if not compared and _may_go(part, keep) and len(left.split()) >= _LEAST_LEFT else ""


def _left(sentence: str, span: Span) -> str:
    return _joined(sentence[: span.start], span.of(sentence), sentence[span.end :])


def _may_go(part: str, keep: str) -> bool:
    balanced = part.count("“") == part.count("”") and part.count('"') % 2 == 0
    balanced = balanced and len(_OPENS.findall(part)) == len(_CLOSES.findall(part))
    return balanced and not (keep and keep in part) and not pattern("statement_guards", *_GUARDS).search(part)


def _is_worth_more(left: str, end: str) -> bool:
    """Whether what is `left` without an end is still what the sentence was chosen for: most of it, its figures, its trouble."""
    if 3 * len(left.split()) < 2 * len(end.split()) or _has_the_figures(end, left):
        return False
    return any(troubles(tokens(left))) or not any(troubles(tokens(end)))


def _has_the_figures(part: str, left: str) -> bool:
    """Whether a part has figures, and what is `left` without it none."""
    return bool(_DIGIT.search(part)) and not _FIGURE.search(left)


def _joined(before: str, part: str, after: str) -> str:
    before, after = before.rstrip(), after.lstrip()
    if not before:
        return after[:1].upper() + after[1:]
    if after[:1] in tuple(",.;:?!"):
        return before.rstrip(",;:") + after
    if after and part.strip()[-1:] in ",–—" and _leaves_a_clause_open(before, after):
        return f"{before}, {after}"
    return f"{before} {after}" if after and after[0] not in ")”" else before + after


def _leaves_a_clause_open(before: str, after: str) -> bool:
    # The dash or comma that went had ended the clause in front, a person's age, or a name that stands beside a title.
    front, _, last = before.rpartition(", ")
    if last.isdigit():
        return True
    if not front:
        return not verb_starts(after) and bool(_SUBORDINATE.match(before))
    return len(last.split()) <= 4 and last[:1].isupper() and not _SUBORDINATE.match(front)
