"""What stands in front of an article's first sentence: place, agency, date, reporter, a byline that lost its line.

    agency     "(CNN) -- ", "(CNN)", "KABUL, Afghanistan (CNN) -- ", "LONDON (Reuters) - ", "(Reuters) - "
    note       "Editor's note: ... (CNN) -- ", "Story highlights ... (CNN) "
    by         "By Jane Doe, CNN "
    place      "LONDON – ", "STOCKHOLM/MADRID – ", "NEW DELHI: "
    reporter   "Example News Agency, Kuala Lumpur, July 25 (Reporter Lin Ming) ", "Example News Agency, Rome, May 3 — "
    flattened  "By . Jane Doe . and John Roe . PUBLISHED: . 12:00 EST, 27 December 2012 . | . UPDATED: . 20:48 EST, ... . "

It is taken off the first paragraph, so that what is left is still the article's own characters. A place in small letters is
only taken with an agency or a reporter beside it: "Paris - the city that ..." is a sentence.
"""

import re
from dataclasses import dataclass

from generator.formats.article.byline import Byline
from generator.formats.article.dates import MONTH, find_date
from generator.formats.article.names import names_nobody, read_names

_SENTENCE_AHEAD = r"(?=[\"“‘'(\[$£€]{0,2}[A-ZÀ-ÖØ-Þ0-9\u4e00-\u9fff])"
_DASH = r"(?:--|[-–—―]{1,2})"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]{1,20}"
_CAPITAL_PLACE = rf"{_CAPITALS}(?:[ /]{{1,2}}{_CAPITALS}){{0,4}}"
_WORDS = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]{1,20}(?: [A-Za-zÀ-ÖØ-Þ][\w.'’\-]{1,20}){0,3}"
_PLACE = rf"{_WORDS}(?:[,/] ?{_WORDS}){{0,2}}"
_DAY = rf"{MONTH}\.? {{1,2}}\d{{1,2}}(?:st|nd|rd|th)?(?:, ?\d{{4}})?"
_AGENCY = r"\((?:[A-Z][\w .&'’/-]{1,40})\)"
_KNOWN_AGENCY = (
    r"\((?:CNN|Reuters|AP|AFP|UPI|Bloomberg|Xinhua|PTI|IANS|ANI|CNNMoney|(?:The )?Associated Press|dpa|EFE|TASS|Kyodo)"
    r"[\w ]{0,20}\)"
)
_REPORTER = r"(?:[Rr]eporters?|[Cc]orrespondents?|记者)[:：]? ?(?=[A-ZÀ-Þ\u4e00-\u9fff])"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:{_PLACE},? )?(?:{_DAY}[,:]? )?{_AGENCY} {{0,2}}{_DASH} ?",
        rf"(?:{_PLACE}[,:]? )?(?:{_DAY}[,:]? )?{_KNOWN_AGENCY} {{0,2}}(?:{_DASH})? ?(?=[A-Z\"“‘'(])",
        rf"{_CAPITAL_PLACE}(?:, {_WORDS})?(?:, {_DAY})?(?: {_AGENCY})? ?(?:[–—―]|--| - |: ) ?{_SENTENCE_AHEAD}",
        rf"{_WORDS}(?:, {_PLACE})?, {_DAY} ?"
        rf"(?:[(（](?P<reporter>[^()（）]{{3,80}})[)）]|{_DASH}|:)[ :,–—-]{{0,3}}{_SENTENCE_AHEAD}",
        rf"{_PLACE}(?:,? {_DAY})?,? ?[(（](?P<who>(?:[Oo]ur )?{_REPORTER}[^()（）]{{2,80}})[)）],? ?{_SENTENCE_AHEAD}",
        rf"By (?P<by>[A-Z][^.:|()]{{2,80}}?), (?:[Ff]or |[Ss]pecial to )?(?:CNN|Reuters|AP|AFP|BBC News) {_SENTENCE_AHEAD}",
        r"(?:Story highlights|Editor['’]s note:) [^()]{10,900}\(CNN\) ?(?:-- ?)?",
        r"[\u4e00-\u9fff]{2,8}社[\u4e00-\u9fff0-9]{2,24}电 ?(?:[(（](?P<reporter>[^()（）]{3,80})[)）])? ?",
    )
)
_REPORTER_WORD = re.compile(r"\b(?:staff )?(?:reporters?|correspondents?|by)\b[:：]?|记者[:：]?", re.IGNORECASE)
_BY_STOP = re.compile(r"By \. ")
_NAME_STOP = re.compile(r"(?:and |, )?(?P<names>[A-Z][^.:|]{2,80}?(?: [A-Z]\.[^.:|]{2,60}?)?) \. ")
_STAMP = re.compile(
    r"(?:(?i:published|updated|created): \. |Last updated at )(?P<when>[^.|]{6,60}) \. (?:\| \. )?|Scroll down for videos? \. "
)
_MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Opening:
    """A first paragraph taken apart: what came off its front ("" for nothing), what that says, and the rest."""

    prefix: str
    byline: Byline
    rest: str


def take_off(paragraph: str) -> Opening:
    """`paragraph` without the dateline and the flattened byline in front of its first sentence."""
    flattened = _flattened(paragraph)
    rest = flattened.rest
    match = next((match for form in _FORMS if (match := form.match(rest))), None)
    if match is None or not rest[match.end() :].strip():
        return flattened
    said = Byline(_reporter_in(match), _date_in(match[0]))
    return Opening(flattened.prefix + match[0], flattened.byline.joined(said), rest[match.end() :].lstrip())


def has_dateline(paragraph: str) -> bool:
    """Whether a place, an agency or a reporter stands in front of the first sentence."""
    return any(form.match(paragraph) for form in _FORMS)


def _reporter_in(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    if found.get("by"):
        return read_names(found["by"])
    inside = found.get("reporter") or found.get("who")
    if not inside or not _REPORTER_WORD.search(inside):
        return None
    return read_names(_REPORTER_WORD.sub("", inside).strip())


def _date_in(prefix: str) -> str | None:
    found = find_date(prefix)
    return found[2] if found else None


def _flattened(paragraph: str) -> Opening:
    """The byline of a page whose line ends came out as " . "."""
    at, names = _flattened_names(paragraph)
    dates: list[str] = []
    while stamp := _STAMP.match(paragraph, at):
        found = find_date(stamp["when"] or "")
        dates += [found[2]] if found else []
        at = stamp.end()
    byline = Byline(read_names(", ".join(names)) if names else None, dates[0] if dates else None)
    return Opening(paragraph[:at], byline, paragraph[at:])


def _gives_names(text: str) -> bool:
    return read_names(text) is not None or names_nobody(text)


def _flattened_names(paragraph: str) -> tuple[int, list[str]]:
    opening = _BY_STOP.match(paragraph)
    if opening is None:
        return 0, []
    at, names = opening.end(), list[str]()
    while len(names) < _MOST_NAMES and (match := _NAME_STOP.match(paragraph, at)) and _gives_names(match["names"]):
        if names and not match[0].startswith(("and ", ", ")):
            break
        names.append(match["names"])
        at = match.end()
    return (at, names) if names else (0, [])
