"""Values of JSON that may be of any type, read as what they are expected to be, and text made plain.

A note is plain text: HTML is taken out of a text that says it is HTML, control characters and marks that turn the direction of
writing out of any; Markdown stays as it was typed.
"""

import html
import re
from collections.abc import Mapping
from typing import Any

import nh3

from generator.formats.brief.characters import FORBIDDEN

LONGEST = 10_000
"""Characters of a text or a quote; a longer one is refused as a whole."""

_LONGEST_NAME = 100
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/blockquote|/h[1-6])\b[^<>]{0,200}>", re.IGNORECASE)
_ACCOUNT = re.compile(r"acct:([^@]{1,100})@")


def mapping(value: Any) -> Mapping[str, Any]:
    """`value` where it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def listed(value: Any) -> list[Any]:
    """`value` where it is a list, nothing where it is null, else a list of it alone."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def string(value: Any) -> str:
    """`value` where it is a string, else an empty one."""
    return value if isinstance(value, str) else ""


def plain(text: str, *, is_html: bool = False) -> str:
    """What a person reads of `text`, its lines ending in line feeds."""
    if is_html and len(text) <= LONGEST:
        text = html.unescape(nh3.clean(_BREAK.sub(lambda found: f"{found[0]}\n", text), tags=set()))
    return FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def person(value: Any) -> str | None:
    """The name of whoever is named or described by `value`; an address of mail is none."""
    described = mapping(value)
    for given in (described.get("name"), described.get("nickname"), described.get("id"), value):
        name = " ".join(plain(next(map(string, listed(given)), "")).split())
        account = _ACCOUNT.match(name)
        if name and not name.startswith("mailto:"):
            return (account[1] if account else name)[:_LONGEST_NAME]
    return None
