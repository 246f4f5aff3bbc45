"""The common nouns of an article and what stands before them: "e-commerce", "car sales", "smart meters".

    phrase = [modifier] noun
    noun      one of data/topic_words.txt, or one that the article shows to be a noun (see `shown_nouns`)
    modifier  a noun or a modifier of the list, or any word that stands before the same noun in two sentences and is not weak
    a noun is none after "to", an auxiliary or a pronoun, where it is a verb ("to fire", "will power")

A phrase stands in the form, singular or plural, that the article uses more often.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from generator.editorial.shown_nouns import shown_nouns, too_wide
from generator.editorial.word_tables import entries
from generator.text.word_lists import word_list

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){0,2}|[^\s\w]|\S+")
_TWICE = 2
_VERB_SIGNS = ("to", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "cannot", "not", "they", "we")
_BEFORE_A_VERB = frozenset((*_VERB_SIGNS, "you", "i", "who", "he", "she", "it", "did", "does", "do", "don't", "let"))


def noun_phrases(texts: Iterable[str], headline: str = "") -> Counter[str]:
    """The phrases in the sentences `texts` with the number of sentences that have them."""
    texts = tuple(texts)
    shown = {_singular(word): word for word in sorted(shown_nouns(texts, headline))}
    heads = {_plural(single): single for single in shown} | dict(zip(shown, shown, strict=True)) | _heads()
    forms: dict[str, Counter[str]] = {}
    pairs: dict[str, Counter[str]] = {}
    for text in texts:
        found = tuple(_phrases(text, heads))
        for sure, into in ((True, forms), (False, pairs)):
            for key, form in {key: form for key, form, known in found if known is sure}.items():
                into.setdefault(key, Counter())[form] += 1
    forms |= {key: found for key, found in pairs.items() if found.total() >= _TWICE}
    return Counter({_usual(found): found.total() for found in forms.values()})


def _usual(forms: Counter[str]) -> str:
    return max(sorted(forms), key=forms.__getitem__)


def _phrases(text: str, heads: Mapping[str, str]) -> Iterator[tuple[str, str, bool]]:
    """Key, form, and whether it is sure to be a phrase or only if it comes back."""
    words = ["", *_WORD.findall(text), ""]
    cased = [*words[:1], *map(str.lower, words[1:2]), *words[2:]]
    for at in [at for at, word in enumerate(cased) if word in heads]:
        single, word, before = heads[cased[at]], words[at].lower(), words[at - 1].lower()
        if single and before not in _BEFORE_A_VERB:
            if before in _modifiers() or f"{before} {single}" in _nouns():
                yield f"{before} {single}", f"{before} {word}", True
            elif _may_modify(words[at - 1]):
                yield f"{before} {single}", f"{before} {word}", False
            if (single in _alone() or single not in _heads()) and words[at + 1] not in heads:
                yield single, word, True


def _may_modify(word: str) -> bool:
    return word.islower() and len(word) > 2 and word not in _weak() and not too_wide(word) and word[-2:] not in ("ly", "ed")


_IRREGULAR = {"woman": "women", "child": "children", "man": "men"}


def _plural(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@cache
def _weak() -> frozenset[str]:
    return frozenset(entries("topic_words", "weak modifiers")) | word_list("stop_words")


@cache
def _heads() -> dict[str, str]:
    """The singular of each form of a noun or head."""
    singles = [entry for entry in (*entries("topic_words", "nouns"), *entries("topic_words", "heads")) if " " not in entry]
    return {_plural(entry): entry for entry in singles} | {entry: entry for entry in singles}


@cache
def _nouns() -> frozenset[str]:
    return frozenset(entries("topic_words", "nouns"))


@cache
def _alone() -> frozenset[str]:
    return _nouns() - frozenset(entries("topic_words", "generic"))


@cache
def _modifiers() -> frozenset[str]:
    plurals = map(_plural, _nouns())
    return _nouns() | frozenset(entries("topic_words", "modifiers")) | frozenset(plurals)
