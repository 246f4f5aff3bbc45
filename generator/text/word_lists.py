"""The word lists that travel with the package in generator/text/data/: one entry a line, `#` before a comment.

They are read once a process and never change. Nothing else in this room reads a file.
"""

from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    """The entries of data/<name>.txt."""
    lines = (files("generator.text") / "data" / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
