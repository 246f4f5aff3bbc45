"""From a Brief to the text of content/briefs/<slug>.md.

Strings are JSON strings, which YAML 1.2 reads as double-quoted scalars; what JSON leaves and YAML does not print
(C1 controls, line separators, lone surrogates, the byte order mark) is escaped as well.
"""

import hashlib
import json
import re
from typing import Any

from pydantic import BaseModel

from generator.model import Brief

_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_DIGEST_LINE = re.compile(r'^  brief: "([^"]*)"$', re.MULTILINE)
_FLOW = {"source"}
_UNSAID = {"aliases", "status", "publish_at"}  # left out where a brief says nothing else than most do


def render(brief: Brief) -> str:
    """The file's text, ending in a line break; `generated.brief` is filled with the digest of the rest."""
    text = f"---\n{_front_matter(brief)}---\n{brief.body}\n"
    return _DIGEST_LINE.sub(lambda _: f'  brief: "{_digest(text)}"', text, count=1)


def is_untouched(text: str) -> bool:
    """Whether `text` is, byte for byte, what `render` once wrote."""
    match = _DIGEST_LINE.search(text)
    return match is not None and match[1] == _digest(text)


def _digest(text: str) -> str:
    blank = _DIGEST_LINE.sub('  brief: ""', text, count=1)
    return hashlib.blake2b(blank.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _front_matter(brief: Brief) -> str:
    parts = (_entry(name, getattr(brief, name)) for name in type(brief).model_fields if name != "body")
    return "".join(parts)


def _entry(name: str, value: Any) -> str:
    if value is None and name in ("generated", "readability", "source_text"):
        return ""
    if name in _UNSAID and value == Brief.model_fields[name].default:
        return ""
    if isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
        return f"{name}:\n" + "".join(_item(record) for record in value)
    if isinstance(value, BaseModel) and name not in _FLOW:
        return f"{name}:\n" + "".join(f"  {key}: {_inline(getattr(value, key))}\n" for key in _keys(value))
    return f"{name}: {_inline(value)}\n"


def _item(record: BaseModel) -> str:
    lines = [f"{key}: {_inline(getattr(record, key))}\n" for key in _keys(record)]
    return "  - " + "    ".join(lines)


def _keys(record: BaseModel) -> list[str]:
    always = {"file", "url"}
    return [key for key in type(record).model_fields if getattr(record, key) is not None or key in always]


def _inline(value: Any) -> str:
    if isinstance(value, BaseModel):
        return "{" + ", ".join(f"{key}: {_inline(getattr(value, key))}" for key in _keys(value)) + "}"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_inline(part)}" for key, part in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_inline, value)) + "]"
    if isinstance(value, str):
        return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
    return json.dumps(value)
