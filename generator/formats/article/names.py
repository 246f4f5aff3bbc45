"""Lists of people's names, as a byline gives them: "Jane Doe, Reuters", "Ann Roe and JOHN POE", "Li Ming、Wang Wei".

    list      = name { ("," | ";" | "、" | "/" | "&" | "and" | "|" | "·") name } [affiliation]
    name      = one to five words, each starting with a capital (or a particle: de, van, bin, ...), or some Chinese characters

An affiliation (an outlet, an agency, a role such as "staff writer") is left out of the result unless it is all there is.
"""

import re

from generator.formats.article.word_lists import section

_SEPARATOR = re.compile(r" ?[,;、/|&·] ?(?:and )?| and ", re.IGNORECASE)
_BY = re.compile("^by ", re.IGNORECASE)
_WORD = r"(?:[^\W\d_][^\W\d_’'.\-]{0,30}(?:[’'\-][^\W\d_]{1,30}){0,3}\.?|[^\W\d_]\.(?:-?[^\W\d_]\.){0,3})"
_NAME = re.compile(rf"{_WORD}(?: {{1,2}}{_WORD}){{0,4}}")
_CHINESE_NAME = re.compile("[\u4e00-\u9fff·]{2,8}")
_PARTICLES = frozenset(section("outlets.txt", "particles of names"))
_SMALL_WORDS = frozenset(("reporter", "staff", "writer", "correspondent", "for", "the", "of"))
_AFFILIATION = re.compile(rf"\b(?:{'|'.join(map(re.escape, section('outlets.txt', 'affiliations')))})\b", re.IGNORECASE)
_TAIL = re.compile(
    r"(?: for (?:the )?(?:mail ?online|dailymail(?:\.com)?|mailonline|[A-Z]\w{1,20})| in [A-Z]\w{1,20}(?: [A-Z]\w{1,20})?)$",
    re.IGNORECASE,
)


def read_names(text: str, lone_word: bool = True) -> str | None:
    """The names in `text` joined by ", ", or None where it is no list of names; `lone_word`: whether one word may be a name."""
    parts = [_BY.sub("", part.strip()) for part in _SEPARATOR.split(_TAIL.sub("", text.strip(" .,;:|·"))) if part.strip()]
    if not parts or len(parts) > 12 or len(text) > 240 or not all(map(_is_name_like, parts)):
        return None
    people = [part for part in parts if not _AFFILIATION.search(part)] or parts
    if not lone_word and any(" " not in person and not _CHINESE_NAME.fullmatch(person) for person in people):
        return None
    return ", ".join(map(_cased, people))


def is_affiliation(text: str) -> bool:
    """Whether `text` names an outlet, an agency or a role rather than a person."""
    return bool(_AFFILIATION.search(text))


def _is_name_like(part: str) -> bool:
    if _CHINESE_NAME.fullmatch(part):
        return True
    return bool(_NAME.fullmatch(part)) and all(_starts_name_word(word) for word in part.split()) and part[0].isupper()


def _starts_name_word(word: str) -> bool:
    return word[0].isupper() or word.lower() in _PARTICLES or word.lower() in _SMALL_WORDS or "-" in word[:3]


def _cased(name: str) -> str:
    """ "JANIE HAR" as "Janie Har"; a short word in capitals (AFP, AP) is an agency's."""
    words = name.split()
    if name.isupper() and len(words) >= 2 and max(map(len, words)) > 2 and not is_affiliation(name):
        return " ".join(word if word.endswith(".") else word.title().replace("’S", "’s").replace("'S", "'s") for word in words)
    return " ".join(words)
