"""Lists of people's names, as a byline gives them: "Jane Doe, Reuters", "Ann Roe and JOHN POE", "Li Ming、Wang Wei".

    list      = name { ("," | ";" | "、" | "/" | "&" | "and" | "|" | "·") name } [affiliation]
    name      = one to five words, each starting with a capital (or a particle: de, van, bin, ...), or some Chinese characters

A role (`roles`) is left out of the result, and an affiliation (an outlet, an agency) is unless it is all there is.
"""

import re

from generator.formats.article.roles import is_affiliation, person_in, without_small_roles
from generator.formats.article.word_lists import section

_SEPARATOR = re.compile(r" ?[,;、/|&·] ?(?:and )?| and ", re.IGNORECASE)
_BY = re.compile("^by ", re.IGNORECASE)
_WORD = r"(?:[^\W\d_][^\W\d_’'.\-]{0,30}(?:[’'\-][^\W\d_]{1,30}){0,3}\.?|[^\W\d_]\.(?:-?[^\W\d_]\.){0,3})"
_NAME = re.compile(rf"{_WORD}(?: {{1,2}}{_WORD}){{0,4}}")
_CHINESE_NAME = re.compile("[\u4e00-\u9fff·]{2,8}")
_PARTICLES = frozenset(section("outlets.txt", "particles of names"))
_SMALL_WORDS = frozenset(("reporter", "staff", "writer", "correspondent", "for", "the", "of"))
_TAIL = re.compile(
    r"(?: for (?:the )?(?:mail ?online|dailymail(?:\.com)?|mailonline|[A-Z]\w{1,20})| in [A-Z]\w{1,20}(?: [A-Z]\w{1,20})?)$",
    re.IGNORECASE,
)


def read_names(text: str, lone_word: bool = True) -> str | None:
    """The names in `text` joined by ", ", or None where it is no list of names; `lone_word`: whether one word may be a name."""
    parts = _people_in(text)
    if not parts or len(parts) > 12 or len(text) > 240 or not all(map(_is_name_like, parts)):
        return None
    people = [part for part in parts if not is_affiliation(part)] or parts
    if not lone_word and any(" " not in person and not _CHINESE_NAME.fullmatch(person) for person in people):
        return None
    return ", ".join(map(_cased, people))


def names_nobody(text: str) -> bool:
    """Whether `text` stands where names do and gives none, only roles: "Features Reporter", "our science editor"."""
    return any(map(str.isalnum, text)) and len(text) <= 120 and not _people_in(text)


def gives_role(text: str) -> bool:
    """Whether a role stands among the names in `text`."""
    return len(_people_in(text)) < len(_SEPARATOR.split(text))


def _people_in(text: str) -> list[str]:
    """The parts of `text` that may be names: without roles, and without the place behind an outlet."""
    bare = without_small_roles(text.strip(" .,;:|·"))
    parts = [_BY.sub("", part.strip()) for part in _SEPARATOR.split(bare) if part.strip()]
    people: list[str] = []
    for at, part in enumerate(parts):
        person = person_in(_TAIL.sub("", part), leads=at == 0)
        is_place = at > 1 and " " not in person and is_affiliation(parts[at - 1]) and person.istitle()
        people += [person] if person and not is_place else []
    return people


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
