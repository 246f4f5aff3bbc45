"""Where a sentence ends: what the package `sentencex` finds, put right.

sentencex knows the full stops and the abbreviations of many languages and loses no character. Our own rules, in English where
they are about words:
- closing marks stay with the sentence they end, opening ones go with the next;
- a title, "vs." or "No." before a number ends no sentence; neither does the mark in "Yahoo! Japan" or "node.js";
- neither does "p.m." before a day or a time zone: "3 p.m. Beijing time";
- a lower-case word after "?", "!", "…", a quotation or an initialism goes on with the sentence;
- "in May. The" ends one, for May is never shortened;
- "… The" ends one, and so does a bracket that holds a whole sentence: "(It fell.) Then";
- a full stop glued between two words ends one only where `glued` says so.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import sentencex

from generator.text.glued import glued_ends
from generator.text.word_lists import word_list

_WIDE_MARKS = "“”„«»‘"
_SINGLE_MARK = re.compile(r"['’](?:(?<!\w['’])|(?!\w))")
_LIST_LABEL = re.compile(
    r"[•⁃▪‣◦*()-](?:(?<=[•⁃▪‣◦*-])(?<!\S.)(?=\s)|(?<=\()(?=[0-9a-z]{1,2}\))|(?<=[\s(][0-9a-z]\))|(?<=[\s(][0-9a-z]{2}\)))"
)
_OPENING_MARKS = "“‘„«「『（("
_OPENING_OR_STRAIGHT = f"{_OPENING_MARKS}\"'"
_BRACKET_END = re.compile(r"[.?!…][\"'”’]?[)\]]\s+(?=[\"'“‘(]?[A-Z])")
_ELLIPSIS = re.compile(r"…[\"”’]?\s+(?=[\"'“‘(]?[A-Z][a-z])")
_MAY = re.compile(r"\bMay\.\s+(?=[\"'“‘(]?[A-Z][a-z\s])")
_LOWER_CASE = re.compile(r"[\"'“‘(\[]{0,2}[a-z](?![A-Z])")
_UNFINISHED = re.compile(r"(?:[?!…]|\.\.|[.,?!…][\"'”’)\]]{1,2}|\b[A-Za-z]\.[A-Za-z]\.)$")
_CLOCK_ENDS = (".m.", ".M.")
_CLOCK = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_ZONE_OR_DAY = re.compile(r"(?:[A-Z][a-z]{1,20} ){1,3}time\b|[A-Z]{1,3}[CDS]?T\b|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b")
_SAYS = re.compile(r"[^，。！？\s]{0,6}(?:说|道|问|称|表示|說|問|稱)|と|って|という")
_BEFORE_A_NUMBER = frozenset(["no", "nos", "vol", "ch", "sec", "art", "para", "pp", "p"])
_SHOUTED_NAMES = frozenset(["Yahoo!", "Yum!", "Jeopardy!"])
_WIDE_SPACE = re.compile(r"[^\S\x00-\x7f]")
_FIRST_IDEOGRAPH = "\u3000"
_REACH = 24
_BRACKET_REACH = 800


def sentence_ends(text: str, language: str, breaks: Iterable[int]) -> Iterator[int]:
    """Where a sentence starts after another, in no order; `breaks` are the places where a block of the text starts."""
    glued = set(glued_ends(text))
    yield from glued
    for end in _candidates(text, language, breaks):
        place = _before_opening_marks(text, end) if text[end - 1] in _OPENING_OR_STRAIGHT else end
        if 0 < place < len(text) and (place in glued or _holds(text, place)):
            yield place


def _candidates(text: str, language: str, breaks: Iterable[int]) -> Iterator[int]:
    masked = _masked(text)
    for start, end in pairwise([0, *breaks, len(text)]):
        # sentencex takes time in the square of a run of blank lines, so it sees one block at a time and no empty one.
        block = masked[start:end].rstrip()
        at = start
        for segment in _segments(language, block) if block else ():
            at += len(segment)
            yield at
    if "…" in text:
        yield from (match.end() for match in _ELLIPSIS.finditer(text))
    if ")" in text or "]" in text:
        yield from (match.end() for match in _BRACKET_END.finditer(text) if _began_a_sentence(text, match.start()))
    if "May." in text and language.startswith("en"):
        yield from (match.end() for match in _MAY.finditer(text))


def _segments(language: str, block: str) -> tuple[str, ...]:
    """What sentencex cuts a block into; the whole block where it gives up, so that one text cannot end a build."""
    try:
        return tuple(sentencex.segment(language, block))
    except BaseException as error:
        # A panic of its Rust is no Exception and has no class that could be imported.
        if type(error).__name__ != "PanicException":
            raise
        return (block,)


def _masked(text: str) -> str:
    # sentencex takes time in the square of the unpaired quotation marks, lets a stray one swallow a paragraph,
    # cuts nothing in an item of a list, and panics at some white space outside ASCII before a full stop.
    if not text.isascii():
        text = _WIDE_SPACE.sub(" ", text)
    for mark in _WIDE_MARKS:
        text = text.replace(mark, " ")
    text = text.replace('"', " ")
    if "'" in text or "’" in text:
        text = _SINGLE_MARK.sub(" ", text)
    return _LIST_LABEL.sub(" ", text)


def _before_opening_marks(text: str, end: int) -> int:
    while end > 0 and (
        text[end - 1] in _OPENING_MARKS or (text[end - 1] in "\"'" and not text[max(0, end - 2) : end - 1].strip())
    ):
        end -= 1
    return end


def _began_a_sentence(text: str, bracket_end: int) -> bool:
    opening = text.rfind("(", max(0, bracket_end - _BRACKET_REACH), bracket_end)
    return opening >= 0 and text[max(0, opening - _REACH) : opening].rstrip()[-1:] in '.?!…"”’)'


def _holds(text: str, place: int) -> bool:
    before, following = text[max(0, place - _REACH) : place].rstrip(), text[place]
    if not before:
        return True
    if text[place - 1] in ".?!\"'”’)" and following < _FIRST_IDEOGRAPH and not following.isspace():
        return False
    if before[-1] in "”’」』" and _SAYS.match(text, place):
        return False
    if before[-1] in ".!" and _is_abbreviation(before.rpartition(" ")[2], following):
        return False
    if before.endswith(_CLOCK_ENDS) and _CLOCK.search(before) and _ZONE_OR_DAY.match(text, place):
        return False
    return not (_LOWER_CASE.match(text, place) and _UNFINISHED.search(before))


def _is_abbreviation(word: str, following: str) -> bool:
    name = word.rstrip(".").lstrip("\"'“‘([")
    if word in _SHOUTED_NAMES or name in word_list("abbreviations_before_a_name"):
        return True
    return following.isdigit() and name.lower() in _BEFORE_A_NUMBER
