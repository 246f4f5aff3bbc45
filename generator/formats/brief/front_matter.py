"""Reads the YAML of a front matter as data with line numbers, and nothing more than data.

    front matter = mapping of keys to scalars, lists and mappings (YAML 1.2's JSON schema)

Dates and times stay strings. Anchors, aliases, tags, merge keys, repeated keys, nesting over 20 levels and more than
1 MB are refused: aliases can grow eightfold a level, and PyYAML's own constructor raises errors of its own on dates.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.errors import InvalidBrief, Problem
from generator.formats.brief import everyday_yaml
from generator.formats.brief.characters import FORBIDDEN
from generator.formats.brief.places import Place
from generator.formats.brief.plain_scalars import meaning
from generator.formats.brief.yaml_faults import explained, glued_colon

MOST_BYTES = 1_000_000
DEEPEST = 20

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The keys and values, and the line (from 1, in the whole file) at which each stands."""

    values: dict[str, Any]
    lines: Mapping[Place, int]


class _Fault(Exception):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been met yet."""

    place: Place
    value: Any
    key: str | None = None
    key_line: int = 0
    keys: set[str] = field(default_factory=set)


def load(text: str, path: str, first_line: int = 2) -> FrontMatter:
    """The front matter `text`, whose first line is line `first_line` of `path`. Raises InvalidBrief."""
    try:
        if len(text.encode("utf-8", "replace")) > MOST_BYTES:
            raise _Fault(0, "the front matter is larger than 1 MB; long text belongs below it")
        values, lines = everyday_yaml.read(text) or _build(text)
    except _Fault as fault:
        raise InvalidBrief((Problem(path, fault.line + first_line, str(fault)),)) from None
    except yaml.YAMLError as error:
        line, message = explained(error, text)
        raise InvalidBrief((Problem(path, line + first_line, message),)) from None
    return FrontMatter(values, {place: line + first_line for place, line in lines.items()})


def _events(text: str) -> Iterator[Any]:
    return iter(yaml.parse(text, Loader=_Loader))


def _build(text: str) -> tuple[dict[str, Any], dict[Place, int]]:
    lines: dict[Place, int] = {}
    stack: list[_Open] = []
    root: Any = None
    for event in _events(text):
        line = event.start_mark.line
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            raise _Fault(line, "anchors and aliases (& and *) are not allowed; write the value out")
        if isinstance(event, yaml.ScalarEvent):
            _scalar(event, stack, lines)
        elif isinstance(event, yaml.CollectionStartEvent):
            opened = _open(event, stack, lines)
            root = opened.value if root is None else root
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
    if not isinstance(root, dict):
        found = "empty" if root is None else "a list"
        raise _Fault(0, f'the front matter is {found}; expected keys such as title: "…"')
    return root, lines


def _open(event: Any, stack: list[_Open], lines: dict[Place, int]) -> _Open:
    line = event.start_mark.line
    if event.tag is not None:
        raise _Fault(line, f"the tag {event.tag} is not allowed; write the plain value")
    if len(stack) >= DEEPEST:
        raise _Fault(line, f"lists and mappings are nested deeper than {DEEPEST} levels")
    if stack and isinstance(stack[-1].value, dict) and stack[-1].key is None:
        raise _Fault(line, "a key must be a word, not a list or a mapping; quote the text if it starts with [ or {")
    value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
    place = _add(stack, value, line, lines) if stack else ()
    opened = _Open(place, value)
    stack.append(opened)
    return opened


def _scalar(event: Any, stack: list[_Open], lines: dict[Place, int]) -> None:
    line = event.start_mark.line
    if event.tag is not None and event.tag != "!":
        raise _Fault(line, f"the tag {event.tag} is not allowed; write the plain value")
    if not stack:
        raise _Fault(line, glued_colon(event.value) or f'found {event.value[:40]!r}, expected keys such as title: "…"')
    parent = stack[-1]
    if isinstance(parent.value, dict) and parent.key is None:
        _key(event.value, line, parent)
    else:
        _add(stack, _value(event), line, lines)


def _key(key: str, line: int, parent: _Open) -> None:
    if key in parent.keys:
        raise _Fault(line, f"the key {key!r} stands twice; keep one")
    if key == "<<":
        raise _Fault(line, "merge keys (<<) are not allowed; write the values out")
    parent.keys.add(key)
    parent.key, parent.key_line = key, line


def _add(stack: list[_Open], value: Any, line: int, lines: dict[Place, int]) -> Place:
    parent = stack[-1]
    if isinstance(parent.value, list):
        place: Place = (*parent.place, len(parent.value))
        parent.value.append(value)
    else:
        place = (*parent.place, parent.key or "")
        parent.value[place[-1]] = value
        parent.key, line = None, parent.key_line
    lines[place] = line
    return place


def _value(event: Any) -> Any:
    text: str = event.value
    forbidden = FORBIDDEN.search(text)
    if forbidden:
        raise _Fault(event.start_mark.line, f"a control character (U+{ord(forbidden[0]):04X}) stands in this text; delete it")
    if event.style in ('"', "'", "|", ">"):
        return text
    return meaning(text)
