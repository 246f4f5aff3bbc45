"""From a Brief to the text of content/briefs/<slug>.md.

Strings are JSON strings, which YAML 1.2 reads as double-quoted scalars; what JSON leaves and YAML does not print
(C1 controls, line separators, lone surrogates, the byte order mark) is escaped as well.
"""

import json
import re
from typing import Any

from pydantic import BaseModel

from generator.formats.brief.digests import Mark, digest, item_digest
from generator.formats.brief.places import LISTS
from generator.model import Brief

HEADER = "# yaml-language-server: $schema=../../brief.schema.json\n"
"""The first line of a new brief, by which editors find what `briefs schema` printed; from then on it is a person's comment."""

_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_FLOW = {"source"}
_UNSAID = {"aliases", "status", "publish_at"}  # left out where a brief says nothing else than most do


def render(brief: Brief) -> str:
    """The file's text, ending in a line break."""
    header = HEADER if brief.generated else ""
    return f"---\n{header}{_front_matter(brief)}---\n{brief.body}\n"


def sealed(brief: Brief) -> Brief:
    """The brief with its `generated` saying of each field and item, by digest, how `render` writes it."""
    if brief.generated is None:
        return brief
    names = [name for name in type(brief).model_fields if name not in (*LISTS, "generated", "body")]
    fields = {name: digest(source) for name in names if (source := entry(name, getattr(brief, name)))}
    marks = {name: tuple(str(_mark(record)) for record in getattr(brief, name)) for name in LISTS}
    generated = brief.generated.model_copy(update={"fields": {**fields, "body": digest(brief.body)}, **marks})
    return brief.model_copy(update={"generated": generated})


def _mark(record: Any) -> Mark:
    return Mark(digest(record.quote), item_digest(item(record), 2))


def _front_matter(brief: Brief) -> str:
    parts = (entry(name, getattr(brief, name)) for name in type(brief).model_fields if name != "body")
    return "".join(parts)


def entry(name: str, value: Any) -> str:
    """The lines of one key of the front matter; none for a part that is not there."""
    if value is None and name in ("generated", "readability", "source_text"):
        return ""
    if name in _UNSAID and value == Brief.model_fields[name].default:
        return ""
    if isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
        return f"{name}:\n" + "".join(item(record) for record in value)
    if isinstance(value, BaseModel) and name not in _FLOW:
        return f"{name}:\n" + "".join(f"  {key}: {inline(getattr(value, key))}\n" for key in _keys(value))
    return f"{name}: {inline(value)}\n"


def item(record: BaseModel) -> str:
    """The lines of one entry of a list, its hyphen in column 2."""
    lines = [f"{key}: {inline(getattr(record, key))}\n" for key in _keys(record)]
    return "  - " + "    ".join(lines)


def _keys(record: BaseModel) -> list[str]:
    always = {"file", "url"}
    return [key for key in type(record).model_fields if getattr(record, key) is not None or key in always]


def inline(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, BaseModel):
        return "{" + ", ".join(f"{key}: {inline(getattr(value, key))}" for key in _keys(value)) + "}"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {inline(part)}" for key, part in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(inline, value)) + "]"
    if isinstance(value, str):
        return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
    return json.dumps(value)
