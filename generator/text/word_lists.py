"""The word lists and tables that travel with the package: one entry a line, `#` before a comment.

They are read once a process and never change.
"""

from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    """The entries of data/<name>.txt."""
    return frozenset(packaged_lines("generator.text", f"data/{name}.txt"))


def packaged_lines(package: str, file: str) -> list[str]:
    """The lines of a file of a package, in order, without comments and blank lines."""
    lines = (files(package) / file).read_text(encoding="utf-8").split("\n")
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
