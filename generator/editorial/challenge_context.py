"""What the sentences around a sentence say about it as a challenge.

    headed      it stands under a heading of trouble ("What stands in the way"): 1 at the head of the section, 0.5 at
                the head of its further paragraphs
    introduced  a short sentence of trouble or contrast leads up to it ("The real difficulty lies elsewhere.")
    introduces  it is such a sentence itself and does not say which trouble ("Two difficulties remain.")
    conceded    it only grants something ("To be sure, …"), or takes back what was granted ("But the roof will be mended")

The rest of the article is not looked at.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.editorial.annotate import AnnotatedSentence
from generator.editorial.phrases import find_phrases, phrase_table, tokens
from generator.editorial.problems import Evidence
from generator.editorial.tone import Tone, tone

_CONCEDES = re.compile(
    r"\W{0,2}(?:to be sure|admittedly|granted|true|sure|of course|naturally|it is true|no doubt|undoubtedly|certainly)"
    r"(?:,| that\b)"
    r"|[^.]{0,60}\b(?:used to (?:fear|worry|think|say)|some (?:feared|worried|thought|had feared))\b",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"\W{0,2}(?:but|yet|however|still|the opposite|in fact|in truth|nevertheless|all the same)\b", re.IGNORECASE
)
_TURNS = frozenset(("but", "yet", "however", "elsewhere", "though", "still", "otherwise"))
# "There is one problem." "The difficulty is another."
_NAMING, _NAMED = ("there", "the", "one", "a"), frozenset(("difficulty", "obstacle"))
COUNTS = {word: n for n, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2)}
_LONGEST_COUNTING = 14
_SHORT, _STATED, _SLIGHT = 9, 1.0, 0.7
_FURTHER_ON = 0.5

Context = dict[str, float]


def contexts(
    sentences: Sequence[AnnotatedSentence], words: Mapping[int, tuple[str, ...]], heard: Mapping[int, Tone]
) -> dict[int, Context]:
    """The context features of each sentence of the prose that has any, by its number; `sentences` has the headings too."""
    found: dict[int, Context] = {}
    for number, worth in _headed(sentences):
        found.setdefault(number, {})["headed"] = worth
    for one, after in pairwise(sentences):
        if "heading" in (one.kind, after.kind):
            continue
        if one.kind == after.kind:
            _lead_up(one.number, after.number, words[one.number], heard[one.number].said, found)
        if _CONCEDES.match(one.text):
            found.setdefault(one.number, {})["conceded"] = 1.0
            if heard[one.number].trouble >= _STATED and _TAKES_BACK.match(after.text):
                found.setdefault(after.number, {})["conceded"] = 1.0
    return found


def _lead_up(one: int, after: int, words: tuple[str, ...], said: Evidence, found: dict[int, Context]) -> None:
    if _introduces(words, said):
        found.setdefault(one, {})["introduces"] = 1.0
    elif not _leads_up(words, said):
        return
    found.setdefault(after, {})["introduced"] = 1.0


def _headed(sentences: Sequence[AnnotatedSentence]) -> list[tuple[int, float]]:
    """The sentences under a heading of trouble, with what that is worth."""
    found, worth = list[tuple[int, float]](), 0.0
    for sentence in sentences:
        if sentence.kind == "heading":
            worth = float(_is_troubled(tokens(sentence.text)))
        elif worth:
            if sentence.place == 0 or worth == 1:
                found.append((sentence.number, worth))
            worth = _FURTHER_ON
    return found


def _is_troubled(heading: tuple[str, ...]) -> bool:
    said = tone(heading)
    return said.trouble >= _STATED or said.hint - said.praise - said.remedy >= _SLIGHT


def _introduces(words: tuple[str, ...], said: Evidence) -> bool:
    """Whether a sentence only leads up to what follows: it counts problems, or is short and names one without saying which."""
    if counts_problems(words):
        return len(words) <= _LONGEST_COUNTING
    return _is_short(words, said) and words[0] in _NAMING and not _NAMED.isdisjoint(said.kinds)


def _leads_up(words: tuple[str, ...], said: Evidence) -> bool:
    return _is_short(words, said) and not _TURNS.isdisjoint(words)


def _is_short(words: tuple[str, ...], said: Evidence) -> bool:
    return 1 < len(words) <= _SHORT and said.problem >= _STATED


def counts_problems(words: tuple[str, ...]) -> int:
    """How many problems the sentence says there are ("Two difficulties remain"): 0 where it does not count them."""
    for found in find_phrases(phrase_table("enumerated_nouns", kinds=True), words):
        before = [COUNTS[word] for word in words[max(0, found.start - 2) : found.start] if word in COUNTS]
        if before and found.phrase.kind == "problem":
            return before[0]
    return 0
