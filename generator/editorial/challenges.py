"""What the article says its subject struggles with: none, one, two or three challenges, each with its quote.

    enumerated   the members of an enumeration of problems ("First of all … Secondly … In the end"), see `discourse`;
                 where it spans much of the article or has three members, it is the article's own list, and nothing is added
    stated       else the sentences that state a problem of the article's subject most surely, see `challenge_weights`:
                 only above a threshold of evidence, and none that repeats another

An enumeration is one of problems where it is announced as such, or where its members state problems rather than remedies.
It does not weigh whose problem it is beyond the words that the article keeps using, and it reads no irony.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from generator.editorial.annotate import AnnotatedArticle, AnnotatedSentence
from generator.editorial.challenge_titles import titles
from generator.editorial.challenge_weights import Candidate, candidates
from generator.editorial.problem_lists import ProblemList, problem_list
from generator.editorial.standing import leans
from generator.editorial.statement import statement
from generator.model import Challenge, Span

MOST = 3

# Tuned on 105 news texts annotated by hand, where F1 is 0.80; with values chosen on one half of them F1 on the other is 0.79
# (40 drawings). Each comment says what F1 falls to without the constant.
THRESHOLD = 1.7  # 0.773, with the number right in 2 instead of 21 of the 31 texts that have fewer than three
_ALIKE, _ALIKE_COST = 0.2, 4.0  # 0.758: the share of words that two may have in common, and what each further one costs
_NEXT_COST, _NEAR_COST, _ACROSS = 1.5, 0.8, 0.5  # 0.777: the sentence after, the one after that, half in another paragraph
_TROUBLED, _USUAL_TROUBLE, _MOST_TROUBLED = 0.9, 0.7, 1.2  # 0.796, with the number right in 18 of the 31
_BRIEF, _BRIEF_SENTENCES, _BRIEFEST = 0.06, 20, 10  # 0.793 without this and the line above, right in 14 of the 31
_WHOLE_LIST, _WIDE = 3, 0.25
_FEWEST, _LONGEST = 4, 120
_LEANS_BACK = 2
_BARE = 9  # tokens, marks included


@dataclass(frozen=True, slots=True)
class Chosen:
    """A candidate that became a challenge, and the rule that chose it: "enumerated" or "stated"."""

    candidate: Candidate
    rule: str


def choose(annotated: AnnotatedArticle) -> tuple[Challenge, ...]:
    """The challenges of the article in its order, three at most."""
    picked = chosen(annotated)
    numbers = {one.candidate.sentence.number for one in picked}
    quotes = [_quote(annotated, one.candidate, numbers) for one in picked]
    texts = [statement(quote, annotated.article.language) for quote in quotes]
    named = titles(texts, annotated.headline_words)
    return tuple(
        Challenge(title=title, text=text, quote=quote) for title, text, quote in zip(named, texts, quotes, strict=True)
    )


def chosen(annotated: AnnotatedArticle) -> tuple[Chosen, ...]:
    """The sentences that become challenges, in order, each with the rule that chose it."""
    every = candidates(annotated)
    found = problem_list(annotated, every)
    listed = sorted(found.members, key=lambda one: -one.score)[:MOST] if found else []
    picked = [Chosen(candidate, "enumerated") for candidate in listed]
    if found is None or not _is_whole(found, len(every)):
        picked += [Chosen(candidate, "stated") for candidate in _stated(every, listed, found)]
    return tuple(sorted(picked, key=lambda one: one.candidate.sentence.number))


def _is_whole(found: ProblemList, sentences: int) -> bool:
    """Whether the list is the article's own list of its problems rather than a local one."""
    return len(found.members) >= _WHOLE_LIST or found.end - found.start >= _WIDE * sentences


def _stated(every: Sequence[Candidate], listed: Sequence[Candidate], found: ProblemList | None) -> list[Candidate]:
    enough = _enough(every)
    taken = range(found.start - 1, found.end) if found else range(0)
    pool = [one for one in every if one.score >= enough and _can_be_told(one) and one.sentence.number not in taken]
    picked = list(listed)
    while pool and len(picked) < MOST:
        best = max(pool, key=lambda one: (_beside(one, picked), -one.sentence.number))
        if _beside(best, picked) < enough:
            break
        pool.remove(best)
        picked.append(best)
    return picked[len(listed) :]


def _can_be_told(candidate: Candidate) -> bool:
    return candidate.evidence.problem > 0 and _FEWEST <= len(candidate.words) <= _LONGEST


def _enough(every: Sequence[Candidate]) -> float:
    """The score that a challenge needs: less in an article that speaks of problems throughout, more in a short one."""
    troubled = sum(one.evidence.problem for one in every) / (len(every) or 1)
    missing = max(0, _BRIEF_SENTENCES - max(len(every), _BRIEFEST))
    return THRESHOLD - _TROUBLED * (min(troubled, _MOST_TROUBLED) - _USUAL_TROUBLE) + _BRIEF * missing


def _beside(candidate: Candidate, picked: Iterable[Candidate]) -> float:
    """What the candidate's score is worth beside those already picked."""
    return candidate.score - sum(_repetition(candidate, other) for other in picked)


def _repetition(one: Candidate, other: Candidate) -> float:
    words, others = frozenset(one.sentence.words), frozenset(other.sentence.words)
    alike = len(words & others) / (min(len(words), len(others)) or 1)
    return max(0.0, alike - _ALIKE) * _ALIKE_COST + _elaboration(one, other)


def _elaboration(one: Candidate, other: Candidate) -> float:
    """What the later one loses as the likely elaboration of the one just before it, unless it says "also"."""
    first, second = sorted((one, other), key=lambda candidate: candidate.sentence.number)
    if second.features["further"]:
        return 0.0
    apart = second.sentence.number - first.sentence.number
    same = second.sentence.block == first.sentence.block
    return {1: _NEXT_COST, 2: _NEAR_COST}.get(apart, 0.0) * (1.0 if same else _ACROSS)


def _quote(annotated: AnnotatedArticle, candidate: Candidate, picked: Container[int]) -> str:
    """The sentence as published, with those before it in its block where its subject is named only there.

    A bare "Second, somebody pays." is given with the sentence after it.
    """
    first = candidate.sentence
    for _ in range(_LEANS_BACK):
        if not leans(first.text) or first.place == 0 or first.number - 1 in picked:
            break
        first = annotated.sentences[first.number - 1]
    return Span(first.span.start, _last(annotated, candidate, picked).span.end).of(annotated.text)


def _last(annotated: AnnotatedArticle, candidate: Candidate, picked: Container[int]) -> AnnotatedSentence:
    last, after = candidate.sentence, candidate.sentence.number + 1
    if len(candidate.words) > _BARE or after in picked or after >= len(annotated.sentences):
        return last
    following = annotated.sentences[after]
    return following if following.block == last.block else last
