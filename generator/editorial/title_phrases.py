"""The phrases of a statement that can be a title: whole noun phrases, as far as form and a few lists tell.

    run      words in a row between stop words, verbs (data/title_breaks.txt), words in -ly, figures and marks
    trimmed  without a verb at its head ("to | share detailed information") or its end ("delivery drivers block | the"),
             without an adjective or participle at its end ("scandals flared", "wheels slip on wet")
    joined   two runs with a preposition between them ("shortage of nurses", "price of the spare parts")
    completed  a noun with what completes it ("money to raise the wall", "water that seeps through the gravel")
    clauses  a short main clause, whole or up to its object ("insurers have begun to leave", "council lacks the money")
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
NO = "no"
_JOINTS = frozenset(("of", "in", "for", "over", "between", "with", "on", "from", "about", "against", "and", "to"))
_ARTICLES = frozenset(("the", "a", "an"))
_POINTERS = _ARTICLES | {NO}
_INSIDE_JOINTS = _ARTICLES | {"his", "her", "its", "their", "our"}
# A word before one of these is a verb ("block the street"); a word after one of those is ("to share", "cannot change").
_OBJECTS = _INSIDE_JOINTS | {"this", "them", "him", "it", "every", "each", "no", "any", "some", "what", "how", "nothing"}
_NEGATED = ("cannot", "not", "never")
_MODALS = ("to", "will", "would", "can", "could", "may", "might", "must", "should", "shall", *_NEGATED, "did", "does")
_VERB_SIGNS = frozenset((*_MODALS, "do", "they", "we", "you", "i", "who", "he", "she", "it", "nobody", "everybody", "let"))
_GERUND_SIGNS = frozenset(("after", "before", "by", "of", "for", "from", "without", "while", "despite", "than", "stop"))
_COMPLETERS = frozenset(("of", "to", "for", "on", "in", "from", "about", "between", "over", "against", "with", "that"))
_NOT_FINITE = frozenset(("to", "not", "never"))
AUXILIARIES = frozenset(("is", "are", "was", "were", "has", "have", "had", "do", *_MODALS)) - _NOT_FINITE
OFTEN_VERBS = frozenset(("share", "face", "fear", "need", "want", "lack", "use", "cause", "hope", "claim"))
_CLAUSE_STARTS = frozenset(
    ("and", "or", "but", "that", "which", "who", "whose", "because", "when", "while", "if", "as", "than")
)
_OPENERS = frozenset(("and", "but", "that", "so"))
_THAT_VERBS = frozenset(("say", "says", "said", "fear", "fears", "feared", "warn", "warns", "warned", "complain", "complains"))
_REPORTS = frozenset(("say", "says", "said"))
_QUESTIONS = frozenset(("who", "what"))
_YEAR_DIGITS = 4
_FULL_STOP, _THAT, _OF, _AND = ".", "that", "of", "and"
_SHORTEST_CLAUSE = 3
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
        shortened = (
            token == _FULL_STOP and bool(words) and words[-1].end == index and words[-1].token in _listed("abbreviations")
        )
        marked, end = not token[0].isalnum() and not shortened, span.end
    return tuple(words)


def noun_runs(words: Run) -> tuple[Run, ...]:
    """The trimmed runs, those of one word too, and the joined ones."""
    plain = _plain(words)
    return (*plain, *_joined(words, plain))


def _plain(words: Run) -> tuple[Run, ...]:
    return tuple(run for run in (_trimmed(words, first, last) for first, last in _runs(words)) if run)


def pointed(words: Run) -> Iterator[Run]:
    """ "No" or an article with the noun after it, where that noun ends its phrase."""
    pairs = [pair for pair in pairwise(words) if pair[0].token in _POINTERS and not pair[1].opens]
    empty = word_list("stop_words") | _listed("empty")
    return (pair for pair in pairs if pair[1].token not in empty and may_end(pair[1].token) and _ends_there(words, pair[1]))


def _ends_there(words: Run, noun: Word) -> bool:
    after = next((word for word in words if word.start >= noun.end), None)
    if after is not None and not after.opens and after.token in ("and", "or"):
        return False
    return after is None or after.opens or breaks(after.token) or after.token in _listed("verbs")


def completed(words: Run) -> Iterator[Run]:
    """The nouns of the plain runs with what completes them, as far as a title goes; "no" stays before them."""
    plain = _plain(words)
    ends = _ends(words, plain)
    places = {word.start: place for place, word in enumerate(words)}
    spans = {places[run[0].start]: places[run[-1].start] for run in plain if not only_counts(run[0].token)}
    denied = {at + 1 for at, word in enumerate(words[:-1]) if word.token == NO and not words[at + 1].opens}
    spans |= {at: at for at in denied if words[at].token in _listed("empty")}
    for first, last in spans.items():
        named = first in denied or words[last].token not in _listed("empty")
        if named and _completes(words, last + 1):
            yield from _longest(words, first - (first in denied), last + 2, ends)


def completion(words: Run, first: int, inner: int) -> Iterator[Run]:
    """The longest title from `first` that ends a phrase after `inner`, within the clause."""
    return _longest(words, first, inner + 1, _ends(words, _plain(words)))


def _ends(words: Run, plain: Sequence[Run]) -> frozenset[int]:
    """Where the words stand that end a phrase: the nouns, and years after a preposition or a month."""
    years = (word.start for word in words if word.token.isdigit() and len(word.token) == _YEAR_DIGITS)
    return frozenset((*(run[-1].start for run in plain), *years))


def _completes(words: Run, at: int) -> bool:
    """Whether the word there ties what follows to the noun before it; "that" does before a verb."""
    if at + 1 >= len(words) or words[at].opens or words[at].token not in _COMPLETERS:
        return False
    return words[at].token != _THAT or is_finite(words[at + 1].token)


def _longest(words: Run, first: int, inner: int, ends: frozenset[int]) -> Iterator[Run]:
    """The longest title from `first` that ends a phrase at `inner` or later, within the clause."""
    bounds = (
        at for at in range(first + 1, len(words)) if words[at].opens or (at >= inner and words[at].token in _CLAUSE_STARTS)
    )
    limit = min(first + MOST, next(bounds, len(words)))
    found = (at for at in range(limit - 1, inner - 1, -1) if words[at].start in ends and not _goes_on(words, at))
    last = next(found, None)
    if last is not None:
        yield words[first : last + 1]


def _goes_on(words: Run, at: int) -> bool:
    """Whether the phrase that ends there is not whole without what follows ("owes the bank | 3 million")."""
    if at + 1 == len(words) or words[at + 1].opens:
        return False
    after = words[at + 1].token
    if after == _OF or after[0].isdigit() or not (breaks(after) or may_end(after)):
        return True
    return after in _OBJECTS and words[at - 1].token not in _INSIDE_JOINTS


def clauses(words: Run) -> Iterator[Run]:
    """The main clauses that open with their subject, without its article: whole where short, else up to an object.

    A predicate after its subject's aside ("needs 52 and has 31") and a question ("who should pay") are given whole.
    """
    ends = _ends(words, _plain(words))
    starts = [at for at, word in enumerate(words) if word.opens or at == 0 or _asks(words, at) or _is_told(words, at)]
    for start, stop in pairwise((*starts, len(words))):
        clause = _from_subject(words[start:stop])
        verb = next((at for at in range(1, len(clause)) if _is_verb_of(clause, at)), len(clause))
        whole = _is_whole(clause)
        if whole and (_asks(words, start) or _is_predicate(clause[0])):
            yield clause
        elif verb + 1 < len(clause) and _is_subject(clause[:verb], words[start:stop]):
            yield from (clause,) if whole else _longest(clause, 0, max(verb + 1, _SHORTEST_CLAUSE - 1), ends)


def _is_told(words: Run, at: int) -> bool:
    """Whether what somebody says starts there ("fears | that the mill will close", "says | the mill is old")."""
    if at == 0 or words[at].opens:
        return False
    before = words[at - 1].token
    return before in _REPORTS if words[at].token in _ARTICLES else words[at].token == _THAT and before in _THAT_VERBS


def _is_verb_of(clause: Run, at: int) -> bool:
    """Whether the word is a finite verb, by the lists or by its ending before an object ("floods the village")."""
    token, after = clause[at].token, clause[at + 1].token if at + 1 < len(clause) else ""
    return is_finite(token) or (token.endswith("s") and after in _INSIDE_JOINTS and token not in word_list("stop_words"))


def _asks(words: Run, at: int) -> bool:
    """Whether a question starts there, after an adjective or a verb ("unclear | who should pay")."""
    follows = 0 < at < len(words) - 1 and (not may_end(words[at - 1].token) or is_verb(words[at - 1].token))
    return follows and words[at].token in _QUESTIONS and words[at + 1].token in _MODALS


def _is_whole(clause: Run) -> bool:
    return _SHORTEST_CLAUSE <= len(clause) <= MOST and clause[-1].token not in word_list("stop_words")


def _is_predicate(word: Word) -> bool:
    return word.token.endswith("s") and word.token not in AUXILIARIES and is_finite(word.token)


def _is_subject(subject: Run, clause: Run) -> bool:
    """Whether these are nouns; one word after an article is, though it can be a verb too ("the demand")."""
    if len(subject) == 1 and clause[0].token in _ARTICLES:
        return subject[0].token not in word_list("stop_words")
    return not any(breaks(word.token) for word in subject)


def _from_subject(clause: Run) -> Run:
    first = 1 if len(clause) > 1 and clause[0].token in _OPENERS else 0
    return clause[first + (first + 1 < len(clause) and clause[first].token in _ARTICLES) :]


def is_finite(token: str) -> bool:
    """Whether the word is a finite verb, as far as the lists go."""
    listed = token in phrase_table("title_breaks") and token not in word_list("stop_words")
    return token in AUXILIARIES or token in _listed("verbs") or (listed and not token.endswith(("ly", "ing")))


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
        or token.replace(",", "").replace(".", "").isdigit()
    )


def only_counts(token: str) -> bool:
    """Whether the word only says how much of what follows it ("a number of hurdles")."""
    return token in _listed("counts")


def is_speaker(token: str) -> bool:
    """Whether the word names those who say it, not what is said ("critics")."""
    return token in _listed("speakers")


def is_verb(token: str) -> bool:
    """Whether the word is a verb that follows its noun directly."""
    return token in _listed("verbs")


def may_end(token: str) -> bool:
    """Whether a title may end in the word: no adjective, no participle."""
    last = token.rpartition("-")[2]
    if last in _listed("abbreviations"):
        return False
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
    often = last - first > 1 and followed in AUXILIARIES and words[last - 1].token in OFTEN_VERBS
    last -= often and words[last - 2].token[-1] == "s"
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
        after = order[right[-1].start] + 1
        if between[0].token == _AND and len(right) == 1 and after < len(words) and words[after].token in _INSIDE_JOINTS:
            continue
        if between[0].token in _JOINTS and all(word.token in _INSIDE_JOINTS for word in between[1:]):
            yield words[order[left[0].start] : order[right[-1].start] + 1]
