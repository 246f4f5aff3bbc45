"""Lines that say who or what made a part of an article: told by a label and by what stands behind it.

    thing    "Picture source: official website", "Photo courtesy: Example Archive", "Chart: Example Institute"
    role     "Interview: Mary Sample", "Editor: Lin Ming Proofreader: Wang Wei", "(Source: Example Daily)"
    deed     "Additional research by Mary Sample", "Pictures provided by the company"
    bracket  "(Reporter Lin Ming, intern Wang Wei)", "【Responsible editor: Lin Ming】", "（记者 李明）"

Behind a role stands a name, behind a thing a name or a place to find pictures: "Editor: And what then?" is somebody speaking.
It is for lines that stand alone; the author's own line is `byline`'s.
"""

import re

from generator.formats.article.word_lists import section

_LONGEST = 160
_FEWEST, _MOST = 1, 9


def _any_of(name: str) -> str:
    return "|".join(re.escape(label) for label in sorted(section("credit_labels.txt", name), key=len, reverse=True))


_THING = rf"(?:the )?(?:{_any_of('things')})"
_MARK = r" ?[:：|丨/] ?"
_FRONT = rf"(?:(?:{_any_of('in front')}) ){{0,2}}"
_LABEL = re.compile(
    rf"(?:^|(?<=[\s.;,，;])){_FRONT}(?:(?P<thing>(?:sources? of (?:this )?)?{_THING}(?: (?:{_any_of('sources')}))?)|"
    rf"(?P<weak>{_any_of('beside others')})|(?:{_any_of('roles')})){_MARK}",
    re.IGNORECASE,
)
_DEED = re.compile(rf"(?:{_any_of('deeds')})(?: and (?:{_any_of('deeds')}))? by (?=\S)", re.IGNORECASE)
_GIVEN = re.compile(rf"{_THING} (?:is |are )?(?:courtesy of|provided by|supplied by|taken from|from|via) (?=\S)", re.IGNORECASE)
_LABEL_IN_BRACKETS = re.compile(
    rf"[\[【［]{_FRONT}(?:{_any_of('roles')}|{_any_of('beside others')}|{_THING})[\]】］] ?(?=\S)", re.IGNORECASE
)
_REPORTED_FROM = re.compile(r"(?P<who>[^.!?]{3,60}?) reported (?:from|in) (?P<where>[^.!?]{3,120})\.?")
_BRACKETS = re.compile(r"[(（\[【](?P<inside>[^()（）\[\]【】]{3,120})[)）\]】]\.?")
_HOUSE = (
    r"(?:Getty(?: Images)?|Reuters|AFP|AP|EPA|PA|Shutterstock|Bloomberg|Alamy|Xinhua|Unsplash|VCG|Pool|"
    r"[\w ]{0,30}(?:Pictures|Photos?|Images|Press))"
)
_PART = r"[A-Z][\w.’' -]{1,40}"
_SLASHED = re.compile(rf"{_PART}(?: ?/ ?{_PART}){{2,3}}|{_PART}(?: ?/ ?| via ){_HOUSE}(?: ?/ ?{_PART})?")
_FILE = ("FILE - ", "FILE — ", "FILE – ", "FILE: ", "FILE PHOTO: ", "File: ")
_CREDIT_AT_END = re.compile(
    r"[.)] ?\(?((?:[Pp]hoto|[Pp]icture|[Ii]mage|[Pp]hotograph|[Ss]ource|[Cc]redit|[Ii]llustration)\b[^.]{2,80})$"
)
_PERSONAL = re.compile(r"\b(?:reporters?|correspondents?|interns?|editors?)\b", re.IGNORECASE)
_CHINESE_CREDIT = re.compile(
    r"(?:本报|见习|实习)?(?:记者|编辑|责任编辑|通讯员|责编|来源)[:：\s]{0,2}[\u4e00-\u9fff\w、,，\s]{1,30}"
)
_SMALL = frozenset(
    ("of", "and", "the", "for", "our", "a", "an", "at", "in", "to", "from", "de", "van", "von", "&", "/", "-", "–", "with")
)
_PLACE = re.compile(rf"\b(?:{_any_of('places')})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_][\w’'.-]{0,40}")


def is_credit(line: str) -> bool:
    """Whether `line` says no more than who or what made the text, a picture, a chart or their parts."""
    line = line.strip(" *_#·•\u3000")
    if len(line) > _LONGEST:
        return False
    bracketed = _BRACKETS.fullmatch(line)
    inside = bracketed["inside"].strip() if bracketed else line
    if bracketed and (_names_people(inside) or _CHINESE_CREDIT.fullmatch(inside)):
        return True
    return _is_labelled(inside) or _is_given(inside) or bool(_SLASHED.fullmatch(inside)) or _is_caption(inside)


def _is_caption(line: str) -> bool:
    """ "The quay at low tide. Photo: Jane Roe": a short line that ends in a credit; an agency's "FILE - The quay ..."."""
    ending = _CREDIT_AT_END.search(line)
    return line.startswith(_FILE) or bool(ending and (_is_labelled(ending[1]) or _is_given(ending[1])))


def _names_people(inside: str) -> bool:
    """ "Reporter Lin Ming, intern Wang Wei": a role, and beside roles nothing but names."""
    return bool(_PERSONAL.search(inside)) and _is_name_like(_PERSONAL.sub("The", inside))


def _is_labelled(line: str) -> bool:
    labels = list(_LABEL.finditer(line)) if any(mark in line for mark in ":：|丨/") else []
    if not labels or labels[0].start() or (len(labels) == 1 and labels[0]["weak"] and "/" not in line):
        return False
    ends = [label.start() for label in labels[1:]] + [len(line)]
    values = [line[label.end() : end].strip(" .;,，|") for label, end in zip(labels, ends, strict=True)]
    return all(
        _is_name_like(value) or (_is_source(label[0]) and _is_place(value)) for label, value in zip(labels, values, strict=True)
    )


def _is_source(label: str) -> bool:
    return bool(re.search(rf"source|credit|courtesy|{_THING}", label, re.IGNORECASE))


def _is_given(line: str) -> bool:
    deed = _DEED.match(line)
    if deed:
        return _is_name_like(_PERSONAL.sub("The", line[deed.end() :].strip(" .")))
    bracketed = _LABEL_IN_BRACKETS.match(line)
    if bracketed:
        return _is_name_like(line[bracketed.end() :].strip(" ."))
    reported = _REPORTED_FROM.fullmatch(line)
    if reported:
        return _is_name_like(reported["who"]) and _is_name_like(reported["where"])
    given = _GIVEN.match(line)
    value = line[given.end() :] if given else ""
    return bool(given) and not line.endswith((".", "?", "!")) and len(value.split()) <= 6


def _is_place(value: str) -> bool:
    return bool(_PLACE.search(value)) and len(value.split()) <= _MOST and not value.endswith(("?", "!"))


def _is_name_like(value: str) -> bool:
    """Whether all words but the small ones are names': with a capital, a digit, or in a script without capitals."""
    words = _WORD.findall(value)
    if not _FEWEST <= len(words) <= _MOST or value.endswith(("?", "!", "？", "！", "。")) or len(value) > 80:
        return False
    named = [word for word in words if word.casefold() not in _SMALL]
    return bool(named) and all(not word[0].islower() for word in named)
