"""The text of a configuration file, and which one it inherits from."""

import re
from pathlib import Path

_INHERIT = re.compile(r"^INHERIT:[ \t]*(\S+)", re.MULTILINE)


def text_of(path: Path) -> str:
    """The text of a configuration file, or nothing where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def inherited(path: Path) -> Path | None:
    """The configuration that the one in `path` inherits from, if it does."""
    match = _INHERIT.search(text_of(path))
    return path.parent / match[1].strip("\"'") if match else None
