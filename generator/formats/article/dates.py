"""Publication dates as bylines, front matter and page metadata write them, to `YYYY-MM-DD` (or `YYYY-MM`, `YYYY`).

    2022-08-16T10:00:00Z   2022.08.16   2022/8/16   20220816   2022年8月16日
    August 16, 2022   Aug. 16 2022   Tuesday, 16th August 2022   16 Aug 2022
    16/08/2022, only where the day is over 12: otherwise nobody can say which is the month

The date is the one written; no time zone is applied. Dates inside running text belong to the time expressions, not here.
"""

import re

from generator.edtf import is_edtf

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        1,
    )
    for name in names.split()
}
MONTH = f"(?:{'|'.join(sorted((name.title() for name in _MONTHS), key=len, reverse=True))})"
_WEEKDAY = r"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[.,]? {1,3})?"
_NAMED_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NAMED_MONTH = rf"(?P<name>{MONTH})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>[12]\d{3})(?P<gap>[-./])(?P<month>\d{1,2})(?P=gap)(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year>[12]\d{3}) ?年 ?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?[日号]",
        rf"{_WEEKDAY}\b{_NAMED_MONTH}\b\.? ?{_NAMED_DAY},? {{1,3}}(?P<year>[12]\d{{3}})(?!\d)",
        rf"{_WEEKDAY}(?<!\d){_NAMED_DAY}[ -](?:of )?{_NAMED_MONTH}\b[.,]?[ -](?P<year>[12]\d{{3}})(?!\d)",
        r"(?<!\d)(?P<day>1[3-9]|2\d|3[01])(?P<gap>[-./])(?P<month>\d{1,2})(?P=gap)(?P<year>[12]\d{3})(?!\d)",
        r"(?<!\d)(?P<month>\d{1,2})(?P<gap>[-./])(?P<day>1[3-9]|2\d|3[01])(?P=gap)(?P<year>[12]\d{3})(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)",
    )
)
# Every form has a year: most lines have none, and need no further search.
_YEAR = re.compile(r"[12]\d{3}")
_PARTIAL = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>\d{2}))?")


def find_date(text: str) -> tuple[int, int, str] | None:
    """The leftmost whole date in `text` as (start, end, ISO), or None. Only the first 300 characters are looked at."""
    text = text[:300]
    if not _YEAR.search(text):
        return None
    found = [(match.start(), match.end(), iso) for form in _FORMS for match in form.finditer(text) if (iso := _iso(match))]
    return min(found, key=lambda date: (date[0], -date[1]), default=None)


def read_date(text: str | None) -> str | None:
    """The date that a metadata field gives, as ISO, or None: a field may also hold a bare year or month."""
    if not text:
        return None
    partial = _PARTIAL.fullmatch(text.strip())
    if partial:
        return text.strip() if is_edtf(text.strip()) else None
    found = find_date(text)
    return found[2] if found else None


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month = _MONTHS[parts["name"].lower()] if parts.get("name") else int(parts["month"])
    iso = f"{parts['year']}-{month:02}-{int(parts['day']):02}"
    return iso if is_edtf(iso) and iso[:2] in ("17", "18", "19", "20") else None
