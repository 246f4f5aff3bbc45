"""Digests of the parts of a brief, by which the machine knows its own words again.

A field and an item are digested as they are written, so that a comment, another way of quoting or a changed word alike make
them a person's. The ends of lines and the depth of a list are not part of it: tools change those without anyone's intent.
"""

import hashlib
from typing import NamedTuple


class Mark(NamedTuple):
    """An item by digest: its quote, by which it is recognised, and the whole of it; empty of an item that is a person's."""

    quote: str
    item: str

    def __str__(self) -> str:
        return f"{self.quote}:{self.item}" if self.item else self.quote


def digest(source: str) -> str:
    """Twelve hexadecimal digits for `source`, whatever its line ends."""
    return hashlib.blake2b(source.replace("\r\n", "\n").encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def item_digest(source: str, indent: int) -> str:
    """The digest of an item whose hyphen stands in column `indent`."""
    return digest(dedented(source, indent))


def dedented(source: str, indent: int) -> str:
    """The lines of an item whose hyphen stands in column `indent`, from its margin on."""
    return "\n".join(line[indent:] if line[:indent].isspace() else line for line in source.split("\n"))


def mark(text: str) -> Mark:
    """The mark that is written as `text`."""
    quote, _, item = text.partition(":")
    return Mark(quote, item)
