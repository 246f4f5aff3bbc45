"""How hard an article is to read, and how long it takes.

The seven formulas are made for English prose. Each is given only where it holds; where it does not, `not_available` says why:

    language   the text is tagged as another language, or too much of it is in another script
    length     a formula scores samples of 100 words (Flesch 1948, Dale and Chall 1948, Gunning 1952, Coleman and Liau 1975),
               so a shorter text is not scored, nor one with less than a sentence in 100 words: a list, a table, subtitles
               (the longest mean of 125 news articles is 35 words)
    SMOG       counts in thirty sentences (McLaughlin 1969)
    scale      a grade below 0 or an ease below 0 says only that the text is beyond the scale

Words are textstat's, and so are the sentences inside the formulas; the sentences that are shown, and that SMOG needs thirty
of, are those of `sentences`, the same as everywhere else in the project. Where Han and kana outnumber words they are counted
instead of them. It does not tell languages of the Latin script apart, nor find words in Thai, Lao or Khmer.
"""

import math
import re
from statistics import median

from generator.model import Readability
from generator.text.formulas import FORMULAS, Counts, count, count_words
from generator.text.sentences import sentence_spans

METHOD = "textstat 0.7.13"
"""Whose values the formulas' are, digit for digit; the tests hold them against it."""

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019, 190 studies); taken for every language that spaces its words."""
CHARACTERS_A_MINUTE = {"zh": 255, "ja": 357}
"""Reading of Chinese and Japanese paragraphs (Trauzettel-Klosinski and others 2012, IReST)."""

SAMPLE_WORDS = 100
SMOG_SENTENCES = 30

# Of 25 English articles none holds a letter of another script; English with each sentence also in Chinese has about 23 %.
_FOREIGN_SHARE = 0.2
# Japanese prose is half kana or more; a Chinese text has them only in names.
_KANA_SHARE = 0.1

_NOT_LATIN = re.compile(
    r"[^\W\d_A-Za-zªµº\u00c0-\u02af\u1d00-\u1dbf\u1e00-\u1eff\u2c60-\u2c7f\ua722-\ua7ff\ufb00-\ufb06\uff21-\uff5a]"
)
_LETTER = re.compile(r"[^\W\d_]")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u30fc\u31f0-\u31ff\uff66-\uff9f]")
_HAN = re.compile(r"[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

_GRADES = (
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "automated_readability_index",
    "coleman_liau_index",
)


def measure(text: str, language: str = "en", shown: int | None = None) -> Readability:
    """Measures plain text in `language` (a BCP 47 tag): words, sentences, minutes, and each formula or why it does not hold.

    `shown` is how many sentences the text has, where they have been counted already.
    """
    shown = len(sentence_spans(text, language)) if shown is None else shown
    foreign = _foreign(text, language)
    return _without_formulas(text, language, shown, foreign) if foreign else _with_formulas(count(text), shown)


def _without_formulas(text: str, language: str, shown: int, reason: str) -> Readability:
    words, rate = _length(text, language)
    return Readability(
        words=words,
        sentences=shown,
        reading_minutes=_minutes(words, rate),
        method=METHOD,
        not_available=dict.fromkeys(FORMULAS, reason),
    )


def _with_formulas(counts: Counts, shown: int) -> Readability:
    missing = {name: reason for name in FORMULAS if (reason := _reason(name, counts, shown))}
    values = {name: formula(counts) for name, formula in FORMULAS.items() if name not in missing}
    missing |= {name: _off_scale(name, value) for name, value in values.items() if value < 0}
    return Readability(
        words=counts.words,
        sentences=shown,
        reading_minutes=_minutes(counts.words, WORDS_A_MINUTE),
        grade=_grade(values),
        method=METHOD,
        not_available=missing,
        **{name: round(value, 1) for name, value in values.items() if name not in missing},
    )


def _minutes(words: int, rate: int) -> int:
    return max(1, -(-words // rate))


def _foreign(text: str, language: str) -> str | None:
    if _primary(language) != "en":
        return f"it is made for English; the text is in {language}"
    others = 0 if text.isascii() else len(_NOT_LATIN.findall(text))
    if others and others > _FOREIGN_SHARE * len(_LETTER.findall(text)):
        return "it is made for English; much of the text is in another script"
    return None


def _primary(language: str) -> str:
    return re.split("[-_]", language, maxsplit=1)[0].lower()


def _length(text: str, language: str) -> tuple[int, int]:
    """Words, or characters where those outnumber them, and how many of them are read in a minute."""
    words, kana = count_words(text), len(_KANA.findall(text))
    characters = kana + len(_HAN.findall(text))
    if characters <= words:
        return words, WORDS_A_MINUTE
    japanese = _primary(language) == "ja" or kana > _KANA_SHARE * characters
    return characters, CHARACTERS_A_MINUTE["ja" if japanese else "zh"]


def _reason(name: str, counts: Counts, shown: int) -> str | None:
    if counts.words < SAMPLE_WORDS:
        return f"it needs {SAMPLE_WORDS} words; the text has {counts.words}"
    if counts.words_per_sentence > SAMPLE_WORDS:
        return f"it needs sentences of three words or more, one in {SAMPLE_WORDS} words; the text has fewer"
    if name == "smog_index" and shown < SMOG_SENTENCES:
        return f"it needs {SMOG_SENTENCES} sentences; the text has {shown}"
    return None


def _off_scale(name: str, value: float) -> str:
    than = "harder" if name == "flesch_reading_ease" else "easier"
    return f"the text is {than} than its scale reaches ({value:.1f})"


def _grade(values: dict[str, float]) -> str | None:
    """The middle of the grades in words.

    The five formulas see different things (syllables, letters, long words) and each goes astray on some text, by several
    grades; their median moves little when one does, where a mean would follow it. Flesch's ease and the Dale and Chall score
    are not on the scale of grades. A grade is that of schools in the United States, where grade 1 begins at the age of 6.
    """
    grades = [values[name] for name in _GRADES if name in values]
    if not grades:
        return None
    grade = math.floor(median(grades) + 0.5)
    if grade > 12:
        return "university level"
    return f"about school grade {grade} (age {grade + 5} to {grade + 6})" if grade > 2 else "early primary school"
