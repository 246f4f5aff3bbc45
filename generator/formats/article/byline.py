"""The line that says who wrote an article and when: read, and told from a sentence.

    fields      "Author:Far shore Time:2021.03.04", "Published: May 3, 2020 at 9:00 am", "来源:新华社 记者:李明"
    date first  "May 13, 2020Mary Sample", "2020-05-13", "Updated 4:15 PM ET, Tue June 2, 2020"
    by          "By Jane Doe", "By Jane Doe, Reuters", "by Jane Doe and John Roe | 3 May 2020"
    reporter    "Example Daily · Example Network Reporter Li Ming", "Our correspondent Jane Doe"
    name first  "Jane Doe | May 3, 2020"
    continued   ", John Roe" on the next line

A whole line is a byline or it is none; what stands in front of a sentence is `dateline`'s. Nothing is looked up: a name is
what has the shape of one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.formats.article.dates import find_date
from generator.formats.article.names import gives_role, names_nobody, read_names
from generator.formats.article.roles import is_affiliation

_LONGEST = 200
_LABEL = re.compile(
    r"(?<![\w-])(authors?|written by|text|writers?|reporters?|text by|story by|editors?|edited by|editor in charge|"
    r"source|time|date|"
    r"published(?: on| at)?|publish(?:ed)? (?:time|date)|posted(?: on)?|(?:last )?(?:updated|modified)(?: on| at)?|"
    r"release time|views|reads|"
    r"作者|文|记者|编辑|责任编辑|来源|时间|日期|发布时间) ?[:：|/] ?",
    re.IGNORECASE,
)
_AUTHOR_LABELS = ("author", "written", "writer", "reporter", "text", "story", "作者", "文", "记者")
_DATE_LABEL = re.compile(
    r"(?:(?:first |originally )?published|posted|publish date|(?:last )?(?:updated|modified)|date|time)\b(?: on| at)?[:：]?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b\d{4} (?:GMT|HKT|E[SD]?T|BST)\b|\b(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?|"
    r"\b(?:E[SD]?T|P[SD]?T|C[SD]T|GMT|BST|UTC|IST|CET|Z)\b(?:[+-]\d{1,2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(r"[\s,;:|·•()\[\]–—/-]*")
_BY = re.compile(
    r"(?:(?:words|text|story|report|analysis|opinion|comment|commentary|review|written|compiled|reported|column|essay|"
    r"posted) )?by[ :.|]{1,3}(?=\S)",
    re.IGNORECASE,
)
_FROM = re.compile(r"from (?=[A-Z])", re.IGNORECASE)
_AGENCY_LAST = re.compile(
    r".{3,80}, (?:CNN|CNNMoney|Reuters|AP|AFP|UPI|PTI|IANS|BBC(?: News| Sport)?|Bloomberg(?: News)?|Xinhua|"
    r"(?:The )?Associated Press)"
)
_MORE_CREDITS = re.compile(
    r"[.;,|] ?(?:photo\w{0,9}|pictures?|illustrations?|graphics?|video|images?) by .{2,80}$", re.IGNORECASE
)
_ROLES_BETWEEN = re.compile(r" ?\b(?:reporters?|correspondents?|interns?)[:：]? ?", re.IGNORECASE)
_REPORTER = re.compile(
    r"(?P<outlet>.{0,100}?)(?:\b(?:staff )?(?:reporters?|correspondents?)|记者)[:：]? ?(?P<names>[^:：]{2,120})", re.IGNORECASE
)
_HANDLE = re.compile(r"@\w{2,30}|share|save|comments?")
_CONTINUED = re.compile(r"(?:[,;、&] ?(?:and )?|and )(?=\S)")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who and when; either may be unknown."""

    author: str | None = None
    published: str | None = None

    def joined(self, other: "Byline") -> "Byline":
        """Both: the authors of the two in order, the first date."""
        authors = [author for author in (self.author, other.author) if author]
        return Byline(", ".join(dict.fromkeys(authors)) or None, self.published or other.published)


def read_byline(line: str) -> Byline | None:
    """What `line` says as a byline, or None where it is none."""
    line = line.strip(" *_#\u3000")
    if not line or len(line) > _LONGEST:
        return None
    return _fields(line) or _dated(line) or _by(line) or _reporter(line)


def is_stamp(line: str) -> bool:
    """Whether `line` says no more than when the text was published or changed, and says that it says so."""
    found = find_date(line) if len(line) <= 100 and _DATE_LABEL.match(line) else None
    if found is None:
        return False
    fields = _fields(line)
    return fields == Byline(published=found[2]) or not (_bare(line[: found[0]]) or _bare(line[found[1] :]))


def is_signature(line: str) -> bool:
    """Whether `line` is a byline wherever it stands: "By" and a name with a role or an outlet, "Analysis by" and a name."""
    match = _BY.match(line) if len(line) <= 120 and not line.endswith((".", "?", "!")) else None
    if match is None:
        return False
    stated = line[match.end() :]
    is_plain = line[:2].casefold() == "by"
    return read_names(stated, lone_word=False) is not None and (not is_plain or gives_role(stated) or is_affiliation(stated))


def read_continuation(line: str) -> Byline | None:
    """The further authors of a byline that goes on in `line`, or None."""
    match = _CONTINUED.match(line)
    names = read_names(line[match.end() :], lone_word=False) if match and len(line) <= _LONGEST else None
    return Byline(author=names) if names else None


def bylines_at_top(lines: Sequence[str], below_headline: bool) -> dict[int, Byline]:
    """What the first `lines` of an article say as bylines, by their number.

    A role, or a name alone where no other line gives one, counts if it touches a byline: "Jane Doe", "Science editor",
    "3 May 2020". The very first line does not, unless it stands `below_headline`: it may be the headline itself.
    """
    said: dict[int, Byline] = {}
    for at, line in enumerate(lines):
        byline = (read_continuation(line) if at - 1 in said else None) or read_byline(line)
        if byline is not None:
            said[at] = byline
    signed = any(byline.author for byline in said.values())
    candidates = range(0 if below_headline else 1, len(lines))
    for at in [*reversed(candidates), *candidates]:
        beside = _beside_byline(lines[at], signed) if at not in said and {at - 1, at + 1} & said.keys() else None
        if beside is not None:
            said[at] = beside
    return dict(sorted(said.items()))


def _beside_byline(line: str, signed: bool) -> Byline | None:
    """What a line says that is no byline by itself: a name alone, a role, a handle, a label."""
    if len(line.split()) > 6 or line.endswith((".", "?", "!", ":")):
        return None
    if _LEFT_OVER.fullmatch(_DATE_LABEL.sub("", line)) or _HANDLE.fullmatch(line):
        return Byline()
    if is_affiliation(line):
        return Byline() if line[:1].isupper() and len(line.split()) <= 4 else None
    names = None if signed else read_names(line, lone_word=False)
    return Byline(author=names) if names and len(line.split()) <= 4 + 4 * names.count(",") else None


def _fields(line: str) -> Byline | None:
    labels = list(_LABEL.finditer(line)) if any(mark in line for mark in ":：|/") else []
    before = line[: labels[0].start()] if labels else line
    dated = find_date(before)
    if not labels or _bare(before[: dated[0]] + before[dated[1] :] if dated else before):
        return None
    ends = [label.start() for label in labels[1:]] + [len(line)]
    author, published = None, dated[2] if dated else None
    for label, end in zip(labels, ends, strict=True):
        value = line[label.end() : end].strip(" |·;,")
        if len(value.split()) > 12 or (value.endswith((".", "。")) and len(value.split()) > 6):
            return None
        date = find_date(value)
        published = published or (date[2] if date else None)
        if label[1].lower().startswith(_AUTHOR_LABELS):
            author = author or read_names(value) or value or None
    return Byline(author, published)


def _dated(line: str) -> Byline | None:
    """A line that is a date, and perhaps a name before or after it."""
    found = find_date(line)
    if found is None:
        return None
    before, after = (_bare(part) for part in (line[: found[0]], line[found[1] :]))
    if not before and not after:
        return Byline(published=found[2])
    if before and after and not is_affiliation(before + " " + after):
        return None
    names = _names_beside(before) or _names_beside(after)
    return Byline(names, found[2]) if names else None


def _bare(text: str) -> str:
    """`text` without labels of dates, times of day and marks at its ends."""
    text = _CLOCK.sub(" ", _DATE_LABEL.sub(" ", text))
    return " ".join(text.split()).strip(" ,;:|·•()[]–—/-.")


def _names_beside(text: str) -> str | None:
    by = _BY.match(text)
    return read_names(text[by.end() :] if by else text, lone_word=by is not None or is_affiliation(text)) if text else None


def _by(line: str) -> Byline | None:
    match = _BY.match(line)
    if match is None:
        return _name_first(line)
    stated = _MORE_CREDITS.sub("", line[match.end() :])
    names = read_names(stated)
    return Byline(author=names) if names or names_nobody(stated) else None


def _name_first(line: str) -> Byline | None:
    """ "Jane Doe, health correspondent", "From Jane Doe, Reuters": a name counts by the role or the agency behind it."""
    stated = _FROM.sub("", line, count=1)
    if "," not in line or line.endswith((".", "?", "!")) or not (_AGENCY_LAST.fullmatch(stated) or gives_role(stated)):
        return None
    names = read_names(stated, lone_word=False)
    return Byline(author=names) if names else None


def _reporter(line: str) -> Byline | None:
    match = _REPORTER.fullmatch(line)
    if match is None:
        return None
    outlet = match["outlet"].strip(" ·|,()（）")
    # "The reporter Jane Doe" as a line is a byline, "A reporter asked Jane Doe" is not: each word of the outlet is a name's.
    if any(word[0].islower() and word not in ("of", "and", "our", "the", "by") for word in re.findall(r"\w+", outlet)):
        return None
    stated = _ROLES_BETWEEN.sub(", ", match["names"].strip("()（） "))
    names = read_names(stated, lone_word=False)
    return Byline(author=names) if names else None
