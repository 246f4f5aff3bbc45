"""Reads the word tables in `data/`: one entry a line, `#` starts a comment, entries of a table in `[name]` groups.

An entry is a word, a phrase, or a word with `*` at its end, which stands for any ending ("alleg*"); after `=` its case counts
("=may" is not the month).
"""

import re
from functools import cache

from generator.text.word_lists import packaged_lines

_WORD_END = r"(?![^\W_])"


@cache
def entries(table: str, group: str = "") -> tuple[str, ...]:
    """The entries of data/<table>.txt under `[group]`, or those before the first group."""
    found, current = [], ""
    for line in packaged_lines("generator.editorial", f"data/{table}.txt"):
        entry = line.partition("#")[0].strip()
        if entry.startswith("["):
            current = entry.strip("[]")
        elif entry and current == group:
            found.append(entry)
    return tuple(found)


@cache
def pattern(table: str, *groups: str) -> re.Pattern[str]:
    """A pattern that finds any entry of the table's groups as whole words, in any case."""
    every = (entry for group in groups or ("",) for entry in entries(table, group))
    return re.compile(r"(?<![^\W_])(?:" + "|".join(map(_as_pattern, sorted(every, key=len, reverse=True))) + ")", re.IGNORECASE)


def _as_pattern(entry: str) -> str:
    stem = re.escape(entry.strip("=*")).replace("'", "['’]")
    if entry.startswith("="):
        stem = f"(?-i:{stem})"
    return stem + (r"[^\W_]*" if entry.endswith("*") else _WORD_END)
