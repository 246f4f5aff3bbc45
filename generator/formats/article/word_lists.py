"""The word lists of this package: text files beside the code, one entry a line, `#` for comments.

A line `[name]` opens a section.
"""

from functools import cache

from generator.text.word_lists import packaged_lines


@cache
def section(file: str, name: str) -> tuple[str, ...]:
    """The entries of section `name` of `file`, in order."""
    entries: dict[str, list[str]] = {}
    current = ""
    for line in packaged_lines(__package__, file):
        if line.startswith("[") and line.endswith("]"):
            current = line[1:-1]
        else:
            entries.setdefault(current, []).append(line)
    return tuple(entries[name])
