"""The word lists of this package: text files beside the code, one entry a line, `#` for comments.

A line `[name]` opens a section.
"""

from functools import cache
from importlib import resources


@cache
def section(file: str, name: str) -> tuple[str, ...]:
    """The entries of section `name` of `file`, in order."""
    text = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    entries: dict[str, list[str]] = {}
    current = ""
    for line in (line.strip() for line in text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            current = line[1:-1]
        elif line and not line.startswith("#"):
            entries.setdefault(current, []).append(line)
    return tuple(entries[name])
