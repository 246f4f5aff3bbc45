"""The nouns that an article shows to be such by the words around them, for those that no list knows ("loom", "lifeguards").

    shown = after an article, a possessive, a number or "every", and before a mark, a preposition, a verb form or a conjunction:
            "the loom.", "a hand loom is", "52 lifeguards and"; or a plural before "are", "were", "have", "who"

A word has to be shown in two sentences, or in one if it stands in the headline too. Words with the ending of an adverb, an
adjective or a participle are none, and neither are those that data/topic_words.txt calls too wide to be a topic.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from generator.editorial.word_tables import entries
from generator.text.word_lists import word_list

_AFTER = (
    r"(?=[.,;:!?)]|\s(?:of|in|on|at|for|from|to|by|with|and|or|is|are|was|were|has|have|had|will|would|can|could|may|that|which|who)"
    r"(?!\w))"
)
_BEFORE = r"(?:an?|the|its|their|his|her|our|my|every|each|no|these|those|many|\d[\d,.]{0,9})"
_SHOWN_BEHIND = rf"(?<!\w){_BEFORE} (?:[a-z-]{{3,15}} )?([a-z]{{4,20}}){_AFTER}"
_SHOWN = re.compile(rf"{_SHOWN_BEHIND}|(?<![\w-])([a-z]{{3,20}}s)(?= (?:are|were|have|who)(?!\w))")
_SHOWN_BEHIND_ALONE = re.compile(rf"{_SHOWN_BEHIND}()")
_PLURAL_VERBS = (" are", " were", " have", " who")
_NO_NOUN = ("ly", "ed", "ing", "ous", "ive", "able", "ible", "ful", "less", "est", "ical", "ional", "ish")
_TWICE = 2


def shown_nouns(texts: Iterable[str], headline: str) -> frozenset[str]:
    """The nouns, in the forms in which the sentences `texts` show them."""
    familiar = frozenset(headline.lower().split())
    counts = Counter(word for text in texts for word in _shown(text.lower()))
    return frozenset(word for word, count in counts.items() if count >= _TWICE - (word in familiar) and _can_be_noun(word))


def _shown(text: str) -> set[str]:
    # Most sentences have none of those verbs, and half the search is for the nouns before them.
    form = _SHOWN if any(verb in text for verb in _PLURAL_VERBS) else _SHOWN_BEHIND_ALONE
    return {one or other for one, other in form.findall(text)}


def _can_be_noun(word: str) -> bool:
    return not (word.endswith(_NO_NOUN) or word in word_list("stop_words") or too_wide(word))


def too_wide(word: str) -> bool:
    """Whether a noun, singular or plural, is one that no article is about."""
    return (
        word in _wide()
        or (word.endswith("s") and word[:-1] in _wide())
        or (word.endswith("ies") and word[:-3] + "y" in _wide())
    )


@cache
def _wide() -> frozenset[str]:
    return frozenset(entries("topic_words", "too wide"))
