"""What can be seen of a sentence without understanding it: its place, its words, its cues, each a number of about 0 to 1.

    place    early, late, paragraph_alone
             scene        one of the first three sentences after a standfirst, where a story is opened and not told
    words    central      how often its words come back in the article
             keywords     how many of the article's most frequent words it has
             headline     how much of the headline it has
    surface  length, names, past (verbs of the past), quotation (share of it in quotation marks)
    cues     what data/cues.txt says of its words

`salience` weighs these; `briefs explain` prints them. Everything is linear in the length of the article: a sentence is
compared with the article's word counts and not with every other sentence. Features that were tried and dropped because leaving
them out cost nothing: dates, figures, shares, dashes, likeness to the lead, first in its paragraph, the next sentence's start.
"""

import re
from collections import Counter
from dataclasses import dataclass
from math import log

from generator.editorial.annotate import AnnotatedArticle, AnnotatedSentence
from generator.editorial.cues import CUES, cues

FEATURES = (
    *("early", "late", "paragraph_alone", "scene", "central", "keywords", "headline"),
    *("length", "names", "past", "quotation"),
    *CUES,
)

# Sentences. Swept from 5 to 24 on the gold (articles left out) and on two sets not trained on: mean average precision .824
# at 12, .831 at 6.
_EARLY = 6
_LATE = 0.9
_KEYWORDS = 12
# The capital is looked for before what must stand before it.
_NAME = re.compile(r"[A-Z](?<=[\w,;:'’)] .)[\w&]")
_PAST = re.compile(
    r"\b(?:was|were|had|did|became|began|went|came|made|took|got|gave|told|saw|felt|left|led|won|lost|[a-z]{3,20}ed)\b"
)
_QUOTED = re.compile(r"“[^“”]{1,2000}”|\"[^\"]{1,2000}\"|(?<!\w)[‘'][^‘'’]{1,2000}[’'](?!\w)")
_MARKS = ("“", '"', "'", "‘")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What a sentence is compared with: counts over the whole article."""

    sentences: int
    standfirst: int
    block_sizes: Counter[int]
    logs: dict[str, float]
    keywords: frozenset[str]
    headline: frozenset[str]


def features(annotated: AnnotatedArticle, first: int | None = None) -> tuple[dict[str, float], ...]:
    """The features of each sentence of the prose, or of its `first` few, by their names, in its order."""
    around = _surroundings(annotated)
    prose = annotated.prose[:first]
    return tuple(_features(sentence, number, around) for number, sentence in enumerate(prose, -around.standfirst))


def _surroundings(annotated: AnnotatedArticle) -> _Surroundings:
    prose = annotated.prose
    frequency = Counter(word for sentence in prose for word in dict.fromkeys(sentence.words))
    return _Surroundings(
        sentences=len(prose),
        standfirst=_standfirst_length(annotated),
        block_sizes=Counter(sentence.block for sentence in prose),
        logs={word: log(count) for word, count in frequency.items() if count > 1},
        keywords=frozenset(word for word, _ in frequency.most_common(_KEYWORDS)),
        headline=frozenset(annotated.headline_words),
    )


def _standfirst_length(annotated: AnnotatedArticle) -> int:
    """How many sentences at the top of the prose are the article's own standfirst."""
    standfirst = annotated.article.standfirst or ""
    return next((number for number, one in enumerate(annotated.prose) if one.text not in standfirst), 0)


def _features(sentence: AnnotatedSentence, number: int, around: _Surroundings) -> dict[str, float]:
    found = cues(sentence.text)
    return {
        "early": 1 - min(max(number, 0), _EARLY) / _EARLY,
        "late": float(number + around.standfirst >= around.sentences * _LATE),
        "paragraph_alone": float(around.block_sizes[sentence.block] == 1),
        "scene": float(around.standfirst > 0 and 0 <= number < 3),
        **_words(sentence, around),
        **_surface(sentence.text),
        **{cue: float(cue in found) for cue in CUES},
    }


def _words(sentence: AnnotatedSentence, around: _Surroundings) -> dict[str, float]:
    words = frozenset(sentence.words)
    return {
        # Summed in the order of the words: a set's order would change the last digit with the hash seed.
        "central": sum(around.logs.get(word, 0.0) for word in dict.fromkeys(sentence.words)) / 12,
        "keywords": len(words & around.keywords) / 6,
        "headline": len(words & around.headline) / (len(around.headline) or 1),
    }


def _surface(text: str) -> dict[str, float]:
    length = text.count(" ") + 1 + (0 if text.isascii() else len(_IDEOGRAPH.findall(text)) / 2)
    quoted = _QUOTED.findall(text) if any(mark in text for mark in _MARKS) else []
    return {
        "length": min(length, 35) / 35,
        "names": min(len(_NAME.findall(text)), 6) / 6,
        "past": min(len(_PAST.findall(text)), 4) / 4,
        "quotation": sum(map(len, quoted)) / len(text),
    }
