"""What a person did to a front matter that YAML cannot read: the row, what stands there, and what would be right.

YAML's own words name the place where it noticed, which may be a row later, and speak of its grammar.
"""

import re

import yaml

from generator.formats.brief.characters import FORBIDDEN
from generator.formats.brief.places import item_name

_QUOTED_START = re.compile(r'\s*(?:- )?\w+: +"')
_QUOTED_ROW = re.compile(r'\s*(?:- )?\w+: +"(?:[^"\\]|\\.)*"\s*(?:#.*)?')
_TOP_KEY = re.compile(r"(\w+):")
_NO_COLON = re.compile(r"\s*(?:- )?(\w+) +(\S.*)")
_LONGEST = 60
_COLUMNS = "an item starts with '- ', and keys stand below each other"


def explained(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """The row of a front matter (from 0) in which the fault stands, and what is to be said of it."""
    control = FORBIDDEN.search(text)
    if control:
        line = text[: control.start()].count("\n")
        return line, f"a control character (U+{ord(control[0]):04X}) stands here; delete it"
    rows, problem = text.split("\n"), str(getattr(error, "problem", None) or error)
    line = _line(error, problem, rows)
    message = _message(rows[line] if line < len(rows) else "", problem)
    item = _item_at(rows, line)
    return line, f"{item}: {message}" if item else message


def glued_colon(row: str) -> str:
    """What is to be said of a row whose colon no space follows; empty where that is not so."""
    return f"found {_shown(row)!r}; a colon is followed by a space" if re.match(r"\s*-?\s*\w+:\S", row) else ""


def _line(error: yaml.YAMLError, problem: str, rows: list[str]) -> int:
    found = _line_of(error, "problem_mark", 0)
    start = _line_of(error, "context_mark", found)
    unclosed = _unclosed(rows, start, found)
    begins_there = "expected ':'" in problem or "expected ','" in problem
    return start if unclosed == found and begins_there else unclosed


def _line_of(error: yaml.YAMLError, name: str, otherwise: int) -> int:
    mark = getattr(error, name, None)
    return otherwise if mark is None else int(mark.line)


def _unclosed(rows: list[str], first: int, last: int) -> int:
    """The first row from `first` to `last` whose double quotes do not close: libyaml notices it only later."""
    for number in range(first, min(last + 1, len(rows))):
        if _QUOTED_START.match(rows[number]) and not _QUOTED_ROW.fullmatch(rows[number]):
            return number
    return last


def _item_at(rows: list[str], line: int) -> str:
    """The list item around a row, such as "key point 3"; empty outside the lists."""
    item = 0
    for row in reversed(rows[: line + 1]):
        item += row.lstrip().startswith("- ")
        key = _TOP_KEY.match(row)
        if key:
            return item_name((key[1], item - 1)) if item else ""
    return ""


def _message(row: str, problem: str) -> str:
    if "\t" in row[: len(row) - len(row.lstrip())]:
        return "a tab stands in the indentation; use spaces"
    if glued_colon(row):
        return glued_colon(row)
    if _QUOTED_START.match(row) and not _QUOTED_ROW.fullmatch(row):
        return f'the double quotes do not close in {_shown(row)!r}; write a quotation mark inside as \\"'
    return _missing(row, problem)


def _missing(row: str, problem: str) -> str:
    bare = _NO_COLON.fullmatch(row) if "expected ':'" in problem else None
    if bare:
        return f"no colon stands behind {bare[1]!r}; write {bare[1]}: {_shown(bare[2])}"
    if "expected ','" in problem:
        return f"a comma is missing between two entries, or the bracket that closes them, in {_shown(row)!r}"
    if "expected '-'" in problem:
        return f"{_shown(row)!r} stands in another column than what is around it; {_COLUMNS}"
    near = f" near {_shown(row)!r}" if row.strip() else ""
    return f"this is not valid YAML ({problem}){near}; text with special characters goes in double quotes"


def _shown(row: str) -> str:
    line = row.strip()
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
