"""The addresses that the last build published, so that the next one can say which it would drop.

    .briefs/addresses.json   {"version": 1, "addresses": ["briefs/a/", "old/"]}

The pages of briefs and their aliases are listed. A file that is absent or damaged says nothing.
"""

import json
from collections.abc import Iterable

from generator.publish.plain import plain_json

FILE = ".briefs/addresses.json"
"""Where the list stands, relative to mkdocs.yml."""

_VERSION = 1


def listed(addresses: Iterable[str]) -> bytes:
    """The contents of the file."""
    return plain_json({"version": _VERSION, "addresses": sorted(set(addresses))})


def read(content: bytes) -> frozenset[str]:
    """The addresses in a file's contents; none where it is damaged."""
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return frozenset()
    if not isinstance(value, dict) or value.get("version") != _VERSION or not isinstance(value.get("addresses"), list):
        return frozenset()
    return frozenset(address for address in value["addresses"] if isinstance(address, str) and address.isprintable())


def dropped(before: frozenset[str], now: Iterable[str]) -> tuple[str, ...]:
    """The addresses of the last build that this one has no page for."""
    return tuple(sorted(before - frozenset(now)))
