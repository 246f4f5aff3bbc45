"""An error nobody foresaw, in one line that leads to the file to mend."""

import traceback
from collections.abc import Iterable
from pathlib import Path

from generator.errors import BriefsError, on_one_line


def described(error: Exception, watched: Iterable[Path]) -> list[str]:
    """What to say of `error`: the file and line among those `watched` that it comes from, what was found, what to do."""
    if isinstance(error, BriefsError):
        return str(error).splitlines()
    message = on_one_line(" ".join(str(error).split()))
    found = f"{type(error).__name__}: {message}" if message else type(error).__name__
    place = _place(error, tuple(watched))
    advice = "mend it and save" if place else "the last change may have caused it: take it back, or report this"
    return [f"{place}{found}; {advice}"]


def _place(error: Exception, watched: tuple[Path, ...]) -> str:
    """The innermost file and line that a person writes: a template's are in the traceback, a syntax error's in itself."""
    frames = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    frames.append((getattr(error, "filename", None) or "", getattr(error, "lineno", None)))
    for name, line in reversed(frames):
        for one in watched:
            path = Path(name)
            if path == one or one in path.parents:
                shown = path.relative_to(one.parent).as_posix()
                return f"{shown}:{line}: " if line else f"{shown}: "
    return ""
