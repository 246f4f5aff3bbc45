"""Reads a front matter in the form that `render` writes, in half of the time that YAML takes; anything else is left to YAML.

    title: "…"                             a key with a value on one line
    source: {file: "…", url: null}         or with a mapping or a list of texts on that line
    key_points:                            or with records below it, four columns in
      - text: "…"
        quote: "…"
    readability:                           or with keys below it, two columns in
      words: 812

Texts are in double quotes; of escapes only \\" and \\\\ are read here. What is read here YAML reads in the same way.
"""

import json
import re
from typing import Any

from generator.formats.brief.places import Place

_TEXT = r'"(?:[^"\\]|\\["\\])*+"'
_SCALAR = rf"(?:{_TEXT}|null|true|false|-?[0-9]{{1,15}}(?:\.[0-9]{{1,15}})?)"
_KEY = "[a-z][a-z0-9_]{0,60}"
_LINE = re.compile(rf'(  - |    |  |)({_KEY}):(?: (?:"([^"\\]*)"|({_SCALAR})|(\[.*\])|(\{{.*\}})))?')
_LIST = re.compile(rf"\[(?:{_TEXT}(?:, {_TEXT})*+)?\]")
_PAIR = rf"{_KEY}: {_SCALAR}"
_MAPPING = re.compile(rf"\{{(?:{_PAIR}(?:, {_PAIR})*+)?\}}")
_PAIRS = re.compile(rf"({_KEY}): ({_SCALAR})")
_OF_YAML = re.compile("[^\n -~\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffd]")
"""What YAML folds, refuses or reads as a line's end."""


class _Otherwise(Exception):
    """The front matter has another form."""


def read(text: str) -> tuple[dict[str, Any], dict[Place, int]] | None:
    """The values, and the line of each from 0; None where it has another form."""
    if not text.replace("\n", " ").isprintable() and _OF_YAML.search(text):
        return None
    reader = _Reader()
    try:
        for number, line in enumerate(text.removesuffix("\n").split("\n")):
            reader.line(line, number)
        reader.settle()
    except _Otherwise:
        return None
    return (reader.values, reader.lines) if reader.values else None


class _Reader:
    """What was read so far: the key that is open at the margin, and the record that is open below it."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.lines: dict[Place, int] = {}
        self._open: str | None = None
        self._record: dict[str, Any] | None = None
        self._place: Place = ()

    def line(self, line: str, number: int) -> None:
        """One line. Raises _Otherwise."""
        match = _LINE.fullmatch(line)
        if match is None:
            if line.startswith("#") and not self.values:
                return
            raise _Otherwise
        indent, key, plain, scalar, flow_list, flow_mapping = match.groups()
        into = self._below(indent, number) if indent else self._margin()
        if key in into:
            raise _Otherwise
        place = (*self._place, key)
        self.lines[place] = number
        if plain is not None:
            into[key] = plain
        elif scalar is not None:
            into[key] = _scalar(scalar)
        elif flow_list is not None:
            into[key] = self._list(flow_list, place, number)
        elif flow_mapping is not None:
            into[key] = self._mapping(flow_mapping, place, number)
        elif indent:
            raise _Otherwise
        else:
            self._open = key

    def settle(self) -> None:
        """What is open at the margin has ended. Raises _Otherwise where nothing stands below it."""
        if self._open is not None and self._open not in self.values:
            raise _Otherwise
        self._open, self._record, self._place = None, None, ()

    def _margin(self) -> dict[str, Any]:
        self.settle()
        return self.values

    def _below(self, indent: str, number: int) -> dict[str, Any]:
        """The record or mapping that a key with that indent stands in."""
        key = self._open
        if key is None:
            raise _Otherwise
        if indent == "  - ":
            records = self.values.setdefault(key, [])
            if not isinstance(records, list):
                raise _Otherwise
            self._place = (key, len(records))
            self.lines[self._place] = number
            self._record = {}
            records.append(self._record)
        elif indent == "  " and self._record is None:
            self._record = self.values[key] = {}
            self._place = (key,)
        elif (indent == "  ") != isinstance(self.values.get(key), dict):
            raise _Otherwise
        if self._record is None:
            raise _Otherwise
        return self._record

    def _list(self, source: str, place: Place, number: int) -> list[str]:
        if not _LIST.fullmatch(source):
            raise _Otherwise
        found: list[str] = json.loads(source)
        self.lines.update(((*place, at), number) for at in range(len(found)))
        return found

    def _mapping(self, source: str, place: Place, number: int) -> dict[str, Any]:
        if not _MAPPING.fullmatch(source):
            raise _Otherwise
        pairs = _PAIRS.findall(source)
        found = {key: _scalar(value) for key, value in pairs}
        if len(found) < len(pairs):
            raise _Otherwise
        self.lines.update(((*place, key), number) for key in found)
        return found


def _scalar(source: str) -> Any:
    """A text, null, true, false or a number: JSON has them as YAML does, but for zeros before a number."""
    if source[0] in "-0123456789":
        return float(source) if "." in source else int(source)
    return json.loads(source)
