"""From the text of content/briefs/<slug>.md to a Brief, with the line at which every key stands.

Every fault names file and line, what was found, what was expected and what to do. A file that breaks the format is
refused whole: half a brief is never published. Keys that start with x_ are a person's own and are passed over.
"""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.errors import InvalidBrief, Problem
from generator.formats.brief import front_matter
from generator.formats.brief.characters import FORBIDDEN
from generator.formats.brief.fences import Fenced, fenced
from generator.formats.brief.places import Place, item_name
from generator.model import Brief, Challenge, Generated, KeyPoint, Note, Readability, Source, TimelineEvent

_RECORDS: Mapping[str, type[BaseModel]] = {
    "key_points": KeyPoint,
    "challenges": Challenge,
    "timeline": TimelineEvent,
    "notes": Note,
    "source": Source,
    "readability": Readability,
    "generated": Generated,
}


MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class BriefFile:
    """A brief as it stands in a file; `lines` gives each key's line, `("challenges", 1, "quote")` for example."""

    path: str
    brief: Brief
    lines: Mapping[Place, int]
    parts: Fenced

    def line(self, place: Place) -> int:
        """The line of `place`, or of the nearest part around it that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def parse(text: str, path: str) -> BriefFile:
    """The brief in `text`; `path` is how messages name the file. Raises InvalidBrief with every fault found."""
    parts = fenced(text, path)
    loaded = front_matter.load(parts.front_matter, path)
    if "body" in loaded.values:
        raise InvalidBrief(
            (Problem(path, loaded.lines[("body",)], "'body' is no key: the text stands below the front matter"),)
        )
    forbidden = FORBIDDEN.search(parts.body_text)
    if forbidden:
        line = text.count("\n", 0, text.find(forbidden[0])) + 1
        raise InvalidBrief((Problem(path, line, f"a control character (U+{ord(forbidden[0]):04X}) stands here; delete it"),))
    try:
        values = _own_keys_left_out(loaded.values) if "x_" in parts.front_matter else loaded.values
        brief = Brief.model_validate({**values, "body": parts.body_text})
    except ValidationError as error:
        lines = loaded.lines
        faults = error.errors(include_url=False)
        found = [_problem(fault, path, lines) for fault in faults[:MOST_FAULTS]]
        if len(faults) > MOST_FAULTS:
            found.append(Problem(path, 0, f"and {len(faults) - MOST_FAULTS} more faults of its format"))
        raise InvalidBrief(tuple(found)) from None
    return BriefFile(path, brief, loaded.lines, parts)


def _own_keys_left_out(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _own_keys_left_out(part) for key, part in value.items() if not key.startswith("x_")}
    return [_own_keys_left_out(part) for part in value] if isinstance(value, list) else value


def _problem(fault: Any, path: str, lines: Mapping[Place, int]) -> Problem:
    place: Place = tuple(part for part in fault["loc"] if isinstance(part, int) or not part.startswith("function-"))
    found = place
    while found and found not in lines:
        found = found[:-1]
    return Problem(path, lines.get(found, 1), _message(fault, place))


def _message(fault: Any, place: Place) -> str:
    kind, name, last = fault["type"], item_name(place), place[-1]
    inner = name if len(place) == 1 or last == place[1] else f"{last} of {name}"
    if kind == "missing":
        return f"{item_name(place[:-1])} has no '{last}'" if len(place) > 1 else f"the key '{last}' is missing"
    if kind == "extra_forbidden":
        return f"unknown key '{last}'{_suggestion(place)}"
    if kind == "too_long":
        return f"{name} has {len(fault['input'])} entries, expected at most {fault['ctx']['max_length']}"
    if kind == "value_error":
        return f"{inner}: {fault['ctx']['error']}"
    return f"{inner} is {_shown(fault['input'])}, expected {_expected(fault)}"


def _suggestion(place: Place) -> str:
    record = Brief if len(place) == 1 else _RECORDS.get(str(place[0]), Brief)
    known = [key for key in record.model_fields if key != "body"]
    near = difflib.get_close_matches(str(place[-1]), known, 1)
    return f"; did you mean '{near[0]}'?" if near else f"; known here are {', '.join(known)}, and your own that start with x_"


def _shown(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, (dict, list)):
        return "a mapping" if isinstance(value, dict) else "a list"
    return repr(value if len(str(value)) <= 60 else str(value)[:60] + "…")


def _expected(fault: Any) -> str:
    expected = {
        "string_type": "text in double quotes",
        "tuple_type": "a list",
        "model_type": "a mapping of keys",
        "dict_type": "a mapping of keys",
        "int_type": "a whole number",
        "int_parsing": "a whole number",
        "float_type": "a number",
        "float_parsing": "a number",
        "greater_than_equal": f"a number of {fault.get('ctx', {}).get('ge')} or more",
        "string_pattern_mismatch": "a language tag such as en or zh-Hant",
    }
    return expected.get(fault["type"]) or str(fault["msg"]).lower()
