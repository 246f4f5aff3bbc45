"""Reads a front matter as `render`, a person or another program writes most of them, in half the time that YAML takes.

    title: "…"                             a key with a value on one line
    standfirst: Words, and more            a text without quotation marks or in single ones may go on, further in
      words.
    source: {file: "…", url: null}         a mapping or a list of texts on that line
    topics:                                or texts below it
    - one
    key_points:                            or records below it
      - text: "…"
        quote: "…"
    readability:                           or keys below it
      words: 812

Lists stand at the margin or two columns in. Texts in double quotes are on one line; of their escapes only \\" and \\\\ are read
here. Anything else is left to YAML, which reads what is read here in the same way.
"""

import json
import re
from typing import Any

from generator.formats.brief.places import Place
from generator.formats.brief.plain_scalars import meaning

_TEXT = r'"(?:[^"\\\n]|\\["\\])*+"'
_SCALAR = rf"(?:{_TEXT}|null|true|false|-?[0-9]{{1,15}}(?:\.[0-9]{{1,15}})?)"
_KEY = "[a-z][a-z0-9_]{0,60}"
_WORDS = r"""(?:[^]\s?:,[{}#&*!|>'"%@`=<~-]|-(?=[0-9]))[^\n:#]*+(?:(?::(?=\S)|(?<=\S)#)[^\n:#]*+)*+(?<! )"""
_PLAIN = rf"{_WORDS}(?:\n {{1,12}}{_WORDS}(?=\n))*+"
_QUOTED = r"'((?:[^'\n]|''|(?<! )\n {1,12}(?=[^ \n]))*+)'"
_VALUE = rf"""(?:"([^"\\\n]*+)"|({_PLAIN})|{_QUOTED}|({_TEXT})|(\[.*\])|(\{{.*\}}))"""
_ENTRY = re.compile(rf"(  - |- |    |  |)(?:({_KEY}):(?: |(?=\n)))?{_VALUE}?\n")
_INDENT, _NAME, _DOUBLE, _UNQUOTED, _SINGLE, _ESCAPED, _LIST_LINE = range(1, 8)
_LINE_END = re.compile(r"\n +")
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
        reader.entries(text if text.endswith("\n") else f"{text}\n")
    except _Otherwise:
        return None
    return (reader.values, reader.lines) if reader.values else None


class _Reader:
    """What was read so far: the key that is open at the margin, and the record or mapping below it, with its column."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.lines: dict[Place, int] = {}
        self._open: str | None = None
        self._record: dict[str, Any] | None = None
        self._place: Place = ()
        self._column = 0

    def entries(self, text: str) -> None:
        """All of a text that ends in a line feed. Raises _Otherwise."""
        at = number = 0
        while text.startswith("#", at):
            at, number = text.index("\n", at) + 1, number + 1
        while at < len(text):
            found = _ENTRY.match(text, at)
            if found is None:
                raise _Otherwise
            self._entry(found, number)
            start, at = at, found.end()
            number += text.count("\n", start, at)
        self._settle()

    def _entry(self, found: re.Match[str], number: int) -> None:
        indent, key = found.group(_INDENT, _NAME)
        self._move(indent, number, is_record=key is not None)
        kind = found.lastindex or 0
        if key is None:
            if "-" not in indent or kind == _INDENT:
                raise _Otherwise
            self.values[str(self._open)].append(self._value(kind, found[kind], self._place, number))
            return
        into = self._record if indent else self.values
        if into is None or key in into:
            raise _Otherwise
        place = (*self._place, key)
        self.lines[place] = number
        if kind != _NAME:
            into[key] = self._value(kind, found[kind], place, number)
        elif indent:
            raise _Otherwise
        else:
            self._open = key

    def _move(self, indent: str, number: int, *, is_record: bool) -> None:
        """To where an entry of that indent stands."""
        if not indent:
            self._settle()
        elif "-" in indent:
            self._begin_item(len(indent), number, is_record=is_record)
        elif not self._column:
            self._begin_mapping(len(indent))
        elif self._column != len(indent):
            raise _Otherwise

    def _settle(self) -> None:
        """What is open at the margin has ended. Raises _Otherwise where nothing stands below it."""
        if self._open is not None and self._open not in self.values:
            raise _Otherwise
        self._open, self._record, self._place, self._column = None, None, (), 0

    def _begin_item(self, column: int, number: int, *, is_record: bool) -> None:
        if self._open is None:
            raise _Otherwise
        items = self.values.setdefault(self._open, [])
        self._column = self._column or column
        if self._column != column or not isinstance(items, list):
            raise _Otherwise
        self._place = (self._open, len(items))
        self.lines[self._place] = number
        self._record = {} if is_record else None
        if is_record:
            items.append(self._record)

    def _begin_mapping(self, column: int) -> None:
        if self._open is None:
            raise _Otherwise
        self._column, self._place = column, (self._open,)
        self._record = self.values[self._open] = {}

    def _value(self, kind: int, source: str, place: Place, number: int) -> Any:
        if kind == _DOUBLE:
            return source
        if kind == _UNQUOTED:
            return self._unfolded(source) if "\n" in source else meaning(source)
        if kind == _SINGLE:
            return self._unfolded(source).replace("''", "'")
        if kind == _ESCAPED:
            return json.loads(source)
        return self._list(source, place, number) if kind == _LIST_LINE else self._mapping(source, place, number)

    def _unfolded(self, source: str) -> str:
        """A text over several lines, which stand further in than the keys do, on one."""
        margin = "\n" + " " * (self._column + 1)
        if source.count(margin) != source.count("\n"):
            raise _Otherwise
        return _LINE_END.sub(" ", source)

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
