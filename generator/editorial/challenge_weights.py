"""How good a statement of a challenge each sentence of an article is: readable features, their weights, and the sum.

    problem, remedy        what the words say (see `problems`)
    behind                 how far towards the end the strongest word of trouble stands: what a sentence is about stands earlier
    ending                 they say that something ends or somebody goes, which is trouble less often than the other kinds
    topical, headline      how much the sentence is about what the article is about
    contrast, leans        opens with "But …"; opens with a subject that only the sentence before names
    hangs                  leans, and that sentence is in another paragraph
    lasting                it goes on ("still", "remains"), and nothing is done
    widely                 it is told of many ("some", "most", "thousands"), or by those who judge ("critics")
    further                adds to what was said before ("also"): no reason for or against, but `challenges` asks it
    hint, praise           slight signs (see `tone`)
    headed, introduced, introduces, conceded      what stands around it (see `challenge_context`)
    around, troubled, worst, long                 trouble near it and in the whole article (see `challenge_surroundings`)
    act                    tells of something to be done ("Raising the wall would …", "Slow down the …", see `acts`)
    past                   tells of a year or a time long gone
    question, quoted, own_voice, short, figures, lead, late      its form and place

The weights are the table data/challenge_weights.txt, which scripts/train_challenges.py makes. A score counts in words of
trouble: 1 is what a word that leans to trouble adds. Only `challenges` says how much is enough.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from generator.editorial.acts import opens_with_an_act, orders, would_help
from generator.editorial.annotate import AnnotatedArticle, AnnotatedSentence
from generator.editorial.challenge_context import Context, contexts
from generator.editorial.challenge_surroundings import surroundings
from generator.editorial.phrases import find_phrases, phrase_table, tokens
from generator.editorial.problems import Evidence
from generator.editorial.standing import leans
from generator.editorial.tone import Tone, tone
from generator.editorial.word_tables import entries

_CONTRAST = frozenset(
    (
        "but",
        "however",
        "yet",
        "moreover",
        "worse",
        "meanwhile",
        "while",
        "although",
        "despite",
        "still",
        "nevertheless",
        "though",
    )
)
_OWN_VOICE = frozenset(["i", "i'm", "i've", "me", "my", "we", "we're", "we've", "our", "us", "you", "you're", "your"])
_YEAR_LONG_GONE = re.compile(r"1[0-9]{3}s?")
_DIGIT = re.compile(r"\d")
_FURTHER = frozenset(("also", "another", "moreover", "furthermore", "besides", "additionally", "addition", "worse", "too"))
_FURTHER_OPENINGS = (("at", "the", "same", "time"), ("nor",), ("in", "addition"))
_LASTING = frozenset(("still", "remain", "remains", "remained", "continue", "continues"))
# What is said of one person or one day is seldom what the article's subject struggles with. On 183 articles, each group
# weighed without the words of trouble that only it has, F1 goes from .760 to .775 (13 better, 2 worse) and the number is
# right in 8 more; on 53 written articles that had no say in it F1 goes from .744 to .759. None of some 50 other classes of
# words tried gained as much.
_WIDELY = frozenset(
    (
        "some",
        "many",
        "most",
        "several",
        "others",
        "few",
        "half",
        "thousands",
        "millions",
        "majority",
        "critics",
        "experts",
        "analysts",
        "observers",
    )
)
_COUNTING = frozenset(("how", "as", "at"))
_LEAD = 3
_SHORT = 12
BARE = 9  # tokens, marks included: "Second, somebody pays." says too little by itself
_OFTEN = 8
# Where the strongest word of trouble stands on average, as a share of the sentence. On 1,243 sentences of 242 articles that
# scored high enough to be told, how far behind it stands says most of what the score leaves open (z = -4.6, alike in each of
# three groups of articles); weighed, the number is right in 46 of the 69 calm ones instead of 41, and F1 is .815, not .809.
_MIDST = 0.45


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with what speaks for and against it as a challenge, and its score."""

    sentence: AnnotatedSentence
    words: tuple[str, ...]
    tone: Tone
    features: Mapping[str, float]
    score: float

    @property
    def evidence(self) -> Evidence:
        """What its words say outright."""
        return self.tone.said


def candidates(annotated: AnnotatedArticle) -> tuple[Candidate, ...]:
    """Every sentence of the prose, weighed, in order."""
    uses = Counter(word for sentence in annotated.prose for word in sentence.words)
    headline = frozenset(annotated.headline_words)
    words = {sentence.number: tokens(sentence.text) for sentence in annotated.prose}
    heard = {number: tone(spoken) for number, spoken in words.items()}
    around = contexts(annotated.sentences, words, heard)
    places = surroundings([heard[one.number].trouble for one in annotated.prose])
    last = len(annotated.prose) or 1
    return tuple(
        _candidate(
            one, words[one.number], heard[one.number], {**near, "late": at / last, **around.get(one.number, {})}, uses, headline
        )
        for at, (one, near) in enumerate(zip(annotated.prose, places, strict=True))
    )


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature; one that has none counts nothing."""
    return {name: float(weight) for name, weight in (line.split() for line in entries("challenge_weights"))}


def _candidate(
    sentence: AnnotatedSentence,
    words: tuple[str, ...],
    heard: Tone,
    around: Context,
    uses: Counter[str],
    headline: frozenset[str],
) -> Candidate:
    found = {
        "problem": heard.said.problem,
        "ending": float("ending" in heard.said.kinds),
        "behind": _behind(heard.said, len(words)),
        "remedy": heard.said.remedy,
        "lasting": float(not heard.said.remedy and not _LASTING.isdisjoint(words)),
        "widely": float(_is_wide(words)),
        "hint": heard.hint,
        "praise": heard.praise,
        "topical": _topical(sentence, uses),
        "headline": len(headline.intersection(sentence.words)) / (len(headline) or 1),
        "lead": float(sentence.number < _LEAD),
        **_form(sentence, words),
        **around,
    }
    if "headed" in around or "introduced" in around:
        found["short"] = 0.0
    return Candidate(sentence, words, heard, found, _score(found))


def _is_wide(words: tuple[str, ...]) -> bool:
    """Whether it is told of many, not of how many, or by those who judge."""
    return not _WIDELY.isdisjoint(words) and any(
        word in _WIDELY and before not in _COUNTING for before, word in pairwise(("", *words))
    )


def _behind(said: Evidence, length: int) -> float:
    """From -0.45, at the very start, to 0.55, at the end; 0 where no word of trouble stands anywhere."""
    return 0.0 if said.place is None else said.place / length - _MIDST


def _score(found: Mapping[str, float]) -> float:
    return sum(weights().get(name, 0.0) * value for name, value in found.items() if value)


def _form(sentence: AnnotatedSentence, marked: tuple[str, ...]) -> dict[str, float]:
    text, words = sentence.text, tuple([word for word in marked if word[0].isalnum()])
    leaning = leans(text)
    return {
        "contrast": float(not _CONTRAST.isdisjoint(words[:1]) or "however" in words),
        "leans": float(leaning),
        "hangs": float(leaning and sentence.place == 0),
        "act": float(would_help(words) or orders(marked) or (sentence.kind == "item" and opens_with_an_act(words))),
        "past": float(_is_past(words)),
        "question": float("?" in text[-3:]),
        "quoted": float(text[:1] in "\"'“‘"),
        "own_voice": float(not _OWN_VOICE.isdisjoint(words)),
        "short": max(0, _SHORT - len(words)) / 8,
        "further": float(_adds(words)),
        "figures": min(3.0, len(_DIGIT.findall(text)) / 5),
    }


def _adds(words: tuple[str, ...]) -> bool:
    opens = any(words[: len(opening)] == opening for opening in _FURTHER_OPENINGS)
    return opens or not _FURTHER.isdisjoint(words[:6]) or words[-1:] == ("either",)


def _is_past(words: tuple[str, ...]) -> bool:
    return any(find_phrases(phrase_table("past_phrases"), words)) or any(
        _YEAR_LONG_GONE.fullmatch(word) for word in words if word[0] == "1"
    )


def _topical(sentence: AnnotatedSentence, uses: Counter[str]) -> float:
    """How often the sentence's words are used elsewhere, 0 to about 2; a sentence of three words proves little."""
    content = frozenset(sentence.words)
    return sum(min(uses[word], _OFTEN) - 1 for word in content) / (4 * (len(content) + 3))
