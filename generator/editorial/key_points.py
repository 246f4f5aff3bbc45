"""The key points: the sentences that together carry the article's argument, each fit to be read alone.

    fit      = stands alone, is a whole statement and no question, heading, bare quotation, caption or fragment
    chosen   = greedily, the most salient first, less what its block has given already and what points back; nothing twice
    number   = five; up to seven where the article is long and the sixth and seventh are as good
    order    = the article's

Salience is `salience`'s; what counts as a repetition is `likeness`'s.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from generator.editorial.annotate import AnnotatedArticle
from generator.editorial.likeness import repetition, telling_words
from generator.editorial.salience import Salience, salience
from generator.editorial.standing import fault, is_caption, points_back
from generator.editorial.statement import statement
from generator.model import KeyPoint

FEWEST, MOST = 5, 7
CHOSEN = "chosen"
# Two key points may share half of the shorter one's words and no more.
_REPEATS = 0.5
_SAME_BLOCK = 0.06
# What it costs a sentence that it points back. Tried at 0.1, 0.3 and as a fault on two corpora: at 0.1 precision at five
# rises by .008 on one and stays on the other, above it falls.
_POINTS_BACK = 0.1
# The score from which a sixth and a seventh are taken. Swept on the gold, articles left out: below it they are wrong more often
# than the first five, above it there are none.
_GOOD = 0.15


@dataclass(frozen=True, slots=True)
class Considered:
    """A sentence, and why it became a key point or did not: CHOSEN, or the reason in a few words."""

    salience: Salience
    verdict: str


def choose(
    annotated: AnnotatedArticle, standfirst: str | None, told: tuple[Salience, ...] | None = None
) -> tuple[KeyPoint, ...]:
    """The key points of the article, in its order, none of which repeats another or the `standfirst`.

    `told` is the salience of its sentences, where it is known.
    """
    language = annotated.article.language
    quotes = (one.sentence.text for one in chosen(told or salience(annotated), standfirst, MOST))
    stated = ((statement(quote, language), quote) for quote in quotes)
    return tuple(KeyPoint(text=text, quote=quote, rule="salient") for text, quote in stated if text.strip())


def chosen(saliences: tuple[Salience, ...], standfirst: str | None, most: int) -> tuple[Salience, ...]:
    """The sentences behind at most `most` key points, in the article's order."""
    return tuple(one.salience for one in considered(saliences, standfirst, most) if one.verdict == CHOSEN)


def considered(saliences: tuple[Salience, ...], standfirst: str | None, most: int) -> tuple[Considered, ...]:
    """Every sentence with its verdict, in the article's order."""
    told = _told(saliences)
    verdicts = dict.fromkeys((one.sentence.number for one in saliences), "it looks like a caption")
    verdicts.update(dict.fromkeys((one.sentence.number for one in told), "others are more salient"))
    taken = [telling_words(standfirst)] if standfirst else []
    picked: list[Salience] = []
    for one in _best_first(told, picked):
        if len(picked) == most or (len(picked) >= FEWEST and one.score < _GOOD):
            break
        words = telling_words(one.sentence.text)
        repeats = any(repetition(words, others) > _REPEATS for others in taken)
        verdict = fault(one.sentence.text) or ("it repeats what is told already" if repeats else CHOSEN)
        verdicts[one.sentence.number] = verdict
        if verdict == CHOSEN:
            picked.append(one)
            taken.append(words)
    return tuple(Considered(one, verdicts[one.sentence.number]) for one in saliences)


def _told(saliences: tuple[Salience, ...]) -> list[Salience]:
    """What is no caption; where most of an article looks like captions, it is its typing that does."""
    told = [one for one in saliences if not is_caption(one.sentence.text)]
    return told if 2 * len(told) > len(saliences) else list(saliences)


def _best_first(candidates: list[Salience], picked: list[Salience]) -> Iterator[Salience]:
    """The candidates by their score, less for what points back and for what the blocks of those `picked` have given."""
    heap = [(-one.score, number) for number, one in enumerate(candidates)]
    heapify(heap)
    while heap:
        held, number = heappop(heap)
        one = candidates[number]
        worth = one.score - _SAME_BLOCK * sum(other.sentence.block == one.sentence.block for other in picked)
        worth -= _POINTS_BACK * points_back(one.sentence.text)
        if worth < -held:
            heappush(heap, (-worth, number))
        else:
            yield one
