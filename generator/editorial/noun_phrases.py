"""The common nouns of an article and what stands before them: "e-commerce", "car sales", "smart meters".

    phrase = [modifier] noun
    noun      one of data/topic_words.txt, or one that the article shows to be a noun (see `shown_nouns`)
    modifier  a noun or a modifier of the list, or any word that stands before the same noun in two sentences and is not weak
    a noun that mostly follows a number is a measure ("50 grams"), a pair of words before another noun only part of a phrase
    a noun is none after "to", an auxiliary or a pronoun, where it is a verb ("to fire", "will power")

A phrase stands in the form, singular or plural, that the article uses more often.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal

from generator.editorial.phrases import NUMBER_WORDS
from generator.editorial.shown_nouns import shown_nouns, too_wide
from generator.editorial.word_tables import entries
from generator.text.word_lists import word_list

Kind = Literal["sure", "measured", "pair"]
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){0,2}|[^\s\w]|\S+")
# "35 billion yuan", "50 grams": what the article mostly counts by is not what it is about.
_MEASURE = re.compile(rf"(?:[£$€]?\d[\d,.]*|billion|trillion|{'|'.join(sorted(NUMBER_WORDS))})\Z")
_MONEY = ("dollar", "euro")  # the listed nouns that can be measures
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
    measured = Counter[str]()
    for text in texts:
        found = tuple(_phrases(text, heads))
        measured.update({key for key, _, kind in found if kind == "measured"})
        for pair, into in ((False, forms), (True, pairs)):
            for key, form in {key: form for key, form, kind in found if (kind == "pair") is pair}.items():
                into.setdefault(key, Counter())[form] += 1
    forms = {key: found for key, found in forms.items() if _is_no_measure(found, measured[key], headline)}
    forms |= {key: found for key, found in pairs.items() if found.total() >= _TWICE}
    return Counter({_usual(found): found.total() for found in forms.values()})


def _is_no_measure(forms: Counter[str], measured: int, headline: str) -> bool:
    return measured < _TWICE or 2 * measured < forms.total() or any(form in headline.lower() for form in forms)


def _usual(forms: Counter[str]) -> str:
    return max(sorted(forms), key=forms.__getitem__)


def _phrases(text: str, heads: Mapping[str, str]) -> Iterator[tuple[str, str, Kind]]:
    """Key, form, and whether it is sure to be a phrase, a measure, or a pair of words, which is one only if it comes back."""
    words = ["", *_WORD.findall(text), ""]
    cased = [*words[:1], *map(str.lower, words[1:2]), *words[2:]]
    for at in [at for at, word in enumerate(cased) if word in heads]:
        single, word, before = heads[cased[at]], words[at].lower(), words[at - 1].lower()
        goes_on = words[at + 1] in heads
        if single and before not in _BEFORE_A_VERB:
            if before in _modifiers() or f"{before} {single}" in _nouns():
                yield f"{before} {single}", f"{before} {word}", "sure"
            elif _may_modify(words[at - 1]) and not goes_on:
                yield f"{before} {single}", f"{before} {word}", "pair"
            if (single in _alone() or single not in _heads()) and not goes_on:
                counted = _MEASURE.match(before) and words[at - 2] not in ("-", "–")  # "COVID-19 cases"
                yield single, word, "measured" if counted and (single not in _nouns() or single in _MONEY) else "sure"


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
