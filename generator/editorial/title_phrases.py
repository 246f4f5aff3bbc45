"""The phrases of a statement that can be a title: whole noun phrases, as far as form and a few lists tell.

    run      words in a row between stop words, verbs (data/title_breaks.txt), words in -ly, figures and marks
    trimmed  without a verb at its head ("to | share detailed information") or its end ("delivery drivers block | the"),
             without an adjective or participle at its end ("scandals flared", "wheels slip on wet")
    joined   two runs with a preposition between them ("shortage of nurses", "price of the spare parts")
    pointed  "no" or an article and one noun ("no photographer", "the cold"), where there is nothing longer

No tagger stands behind this: a noun that looks like a verb may be lost, an unknown verb may stay.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from generator.editorial.phrases import NUMBER_WORDS, phrase_table
from generator.editorial.word_tables import entries
from generator.model import Span
from generator.text.word_lists import word_list

FEWEST, MOST = 2, 6
_JOINTS = frozenset(("of", "in", "for", "over", "between", "with", "on", "from", "about", "against", "and", "to"))
_ARTICLES = frozenset(("the", "a", "an"))
_POINTERS = _ARTICLES | {"no"}
_INSIDE_JOINTS = _ARTICLES | {"his", "her", "its", "their", "our"}
# A word before one of these is a verb ("block the street"); a word after one of those is ("to share", "cannot change").
_OBJECTS = _INSIDE_JOINTS | {"this", "them", "him", "it", "every", "each", "no", "any", "some", "what", "how", "nothing"}
_MODALS = (
    "to",
    "will",
    "would",
    "can",
    "could",
    "may",
    "might",
    "must",
    "should",
    "shall",
    "cannot",
    "not",
    "never",
    "did",
    "does",
)
_VERB_SIGNS = frozenset((*_MODALS, "do", "they", "we", "you", "i", "who", "he", "she", "it", "nobody", "everybody", "let"))
_GERUND_SIGNS = frozenset(("after", "before", "by", "of", "for", "from", "without", "while", "despite", "than", "stop"))
_CONTRACTED = ("n't", "'ve", "'re", "'ll")
_ADJECTIVE_ENDINGS = ("ous", "ful", "less", "able", "ible", "ive", "al", "ic", "ish")
_SHORTEST_PARTICIPLE = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the statement, the tokens `start` to `end` (exclusive); `opens` says whether a mark stands before it."""

    token: str
    span: Span
    start: int
    end: int
    opens: bool


Run = tuple[Word, ...]


def words_of(text: str, placed: Sequence[tuple[str, Span]]) -> Run:
    """The words of the statement; "long-term" is one, though two tokens."""
    words: list[Word] = []
    end, marked = 0, False
    for index, (token, span) in enumerate(placed):
        gap = text[end : span.start]
        marked = marked or gap.strip(" -") != ""
        if token[0].isalnum() and words and gap == "-" and not marked:
            words[-1] = replace(
                words[-1], token=f"{words[-1].token}-{token}", span=Span(words[-1].span.start, span.end), end=index + 1
            )
        elif token[0].isalnum():
            words.append(Word(token, span, index, index + 1, marked))
        marked, end = not token[0].isalnum(), span.end
    return tuple(words)


def noun_runs(words: Run) -> tuple[Run, ...]:
    """The trimmed runs, those of one word too, and the joined ones."""
    plain = tuple(run for run in (_trimmed(words, first, last) for first, last in _runs(words)) if run)
    return (*plain, *_joined(words, plain))


def pointed(words: Run) -> Iterator[Run]:
    """ "No" or an article with the noun after it, where that noun ends its phrase."""
    pairs = [pair for pair in pairwise(words) if pair[0].token in _POINTERS and not pair[1].opens]
    empty = word_list("stop_words") | _listed("empty")
    return (pair for pair in pairs if pair[1].token not in empty and may_end(pair[1].token) and _ends_there(words, pair[1]))


def _ends_there(words: Run, noun: Word) -> bool:
    after = next((word for word in words if word.start >= noun.end), None)
    return after is None or after.opens or breaks(after.token) or after.token in _listed("verbs")


def stretches(words: Run) -> Iterator[Run]:
    """Any words in a row, no mark between, that start and end with a word of content."""
    stop = word_list("stop_words")
    for start, word in enumerate(words):
        for size in range(FEWEST, MOST + 1):
            stretch = tuple(words[start : start + size])
            if len(stretch) < size or stretch[-1].opens:
                break
            if word.token not in stop and stretch[-1].token not in stop:
                yield stretch


def breaks(token: str) -> bool:
    """Whether a word only ties others together."""
    return (
        token in word_list("stop_words")
        or token in phrase_table("title_breaks")
        or (token.endswith("ly") and len(token) > 4)
        or (len(token) > 3 and token[-3:] in _CONTRACTED)
        or token.isdigit()
    )


def only_counts(token: str) -> bool:
    """Whether the word only says how much of what follows it ("a number of hurdles")."""
    return token in _listed("counts")


def is_verb(token: str) -> bool:
    """Whether the word is a verb that follows its noun directly."""
    return token in _listed("verbs")


def may_end(token: str) -> bool:
    """Whether a title may end in the word: no adjective, no participle."""
    last = token.rpartition("-")[2]
    if last in _listed("nouns"):
        return True
    if last in _listed("adjectives") or last in NUMBER_WORDS or last.endswith(_ADJECTIVE_ENDINGS):
        return False
    return not (last.endswith(("ed", "ing")) and len(last) > _SHORTEST_PARTICIPLE)


@cache
def _listed(group: str) -> frozenset[str]:
    return frozenset(entries("title_words", group))


def _runs(words: Run) -> Iterator[tuple[int, int]]:
    """The places, first and last (exclusive), of the words in a row that do not break."""
    first = 0
    for at, word in enumerate(words):
        broken = _broken(words, at)
        if word.opens or broken:
            if first < at:
                yield first, at
            first = at + 1 if broken else at
    if first < len(words):
        yield first, len(words)


def _broken(words: Run, at: int) -> bool:
    """Whether the word breaks a run there: a listed verb after a noun does, and one that ends
    its phrase after an article does not ("the lack of", "the demand is")."""
    token, before = words[at].token, words[at - 1].token if at else ""
    if before in _INSIDE_JOINTS and not words[at].opens and _is_closed(words, at):
        return token in word_list("stop_words") or token.isdigit()
    if token in _listed("verbs"):
        return bool(before) and not words[at].opens and before not in _INSIDE_JOINTS and not breaks(before) and may_end(before)
    return breaks(token)


def _is_closed(words: Run, at: int) -> bool:
    """Whether the phrase ends at the word: a mark or a stop word follows ("the demand | is")."""
    return at + 1 == len(words) or words[at + 1].opens or words[at + 1].token in word_list("stop_words")


def _trimmed(words: Run, first: int, last: int) -> Run:
    before = words[first - 1].token if first and not words[first].opens else ""
    gerund = words[first].token.endswith("ing") and before in _GERUND_SIGNS
    if before in _VERB_SIGNS or (gerund and words[first].token not in _listed("nouns")):
        first += 1
    followed = words[last].token if last < len(words) and not words[last].opens else ""
    if last - first > 1 and followed in _OBJECTS:
        last -= 1
    while first < last and not may_end(words[last - 1].token):
        last -= 1
    return words[first:last]


def _joined(words: Run, runs: Sequence[Run]) -> Iterator[Run]:
    """Two runs with a preposition between them, and at most an article or possessive."""
    order = {word.start: place for place, word in enumerate(words)}
    for left, right in pairwise(runs):
        between = words[order[left[-1].start] + 1 : order[right[0].start]]
        if not 1 <= len(between) <= 2 or any(word.opens for word in (*between, right[0])):
            continue
        if between[0].token in _JOINTS and all(word.token in _INSIDE_JOINTS for word in between[1:]):
            yield words[order[left[0].start] : order[right[-1].start] + 1]
