"""Text as every format can hold it: what XML 1.0 has no character for is left out, of XML and JSON alike.

The libraries write XML and JSON and escape what each must; a JSON file is UTF-8, has a line for each key and for each entry of
a list of objects, and ends in a line break.
"""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_JSON = json.JSONEncoder(ensure_ascii=False)
quoted = _JSON.encode
"""A value as JSON on one line."""

_SIGNS = ("null", "\\u", "\\b", "\\f")
"""What JSON holds where a value is None or has a control character; it may stand in a text as well."""

_CONTROLS = re.compile("[\x7f-\x84\x86-\x9f]")


def plain(text: str) -> str:
    """`text` without control characters, surrogates and the two that are no characters."""
    if text.isprintable():
        return text
    return _CONTROLS.sub("", _NOT_XML.sub("", text))


def plain_json(values: Mapping[str, object]) -> bytes:
    """`values` as a JSON file of plain text; what is None is left out of objects."""
    return _plain(values, _file).encode()


def plain_json_line(values: Mapping[str, object]) -> str:
    """`values` as JSON of plain text on one line; what is None is left out of objects."""
    return _plain(values, _JSON.encode)


def json_file(values: Mapping[str, object]) -> bytes:
    """`values` as a JSON file."""
    return _file(values).encode()


SLOT = "\0"
"""What a form leaves open."""


class Rows(tuple[str, ...]):
    """A list of objects that are written already, for a JSON file."""

    __slots__ = ()


def form(values: Mapping[str, object]) -> str:
    """`values` as JSON, with %s for each SLOT: of many objects alike each is filled in for a third of what writing it takes."""
    return quoted(values).replace("%", "%%").replace(quoted(SLOT), "%s")


def _plain(values: Mapping[str, object], encode: Callable[[Mapping[str, object]], str]) -> str:
    given = {plain(name): value for name, value in values.items() if value is not None}
    written = encode(given)
    # Most values are plain, and to look at what was written takes less than to look at each of them.
    return written if _is_plain(written) else encode({name: plain_values(value) for name, value in given.items()})


def _is_plain(written: str) -> bool:
    """Whether JSON holds nothing that is left out of plain text, and no None."""
    if any(sign in written for sign in _SIGNS):
        return False
    return "\x7f" not in written if written.isascii() else written.replace("\n", "").isprintable()


def _file(values: Mapping[str, object]) -> str:
    # The library's own indentation is written in Python and takes three times as long.
    rows = ",\n ".join(f"{_JSON.encode(name)}: {_rows(value)}" for name, value in values.items())
    return f"{{\n {rows}\n}}\n"


def _rows(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        value = Rows(map(_JSON.encode, value))
    if isinstance(value, Rows) and value:
        return "[\n  " + ",\n  ".join(value) + "\n ]"
    return _JSON.encode(value)


def plain_xml(root: ET.Element) -> bytes:
    """The XML document of `root`."""
    ET.indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode").encode("utf-8") + b"\n"


def xml_text(text: str) -> str:
    """`text` as an element of XML holds it: for lists so long that a tree of elements would cost more than they do."""
    return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    """Appends an element that holds `text`."""
    ET.SubElement(parent, name, {key: plain(value) for key, value in attributes.items()}).text = plain(text)


def plain_values(value: object) -> object:
    """`value` with every string in it made plain, and without the keys whose value is None."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Mapping):
        return {plain(str(key)): plain_values(part) for key, part in value.items() if part is not None}
    if isinstance(value, (list, tuple)):
        return [plain_values(part) for part in value]
    return value
