"""Many changes close together are one: an editor's save is several events, a checkout hundreds.

A burst is over once nothing changed for `QUIET` seconds, or `LONGEST` seconds after it began. What changes while nobody
waits, as during a build, is gathered and given to the next one that does.
"""

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

QUIET = 0.05
"""Seconds. On two busy cores Vim's save had gaps of up to 0.016 s and a checkout of 500 files of up to 0.024 s; a build
should begin within 0.1 s of a save."""
LONGEST = 1.0
"""Seconds after which a build starts although files still change, so that a long copy is seen to arrive."""
WAKING = 0.5
"""Seconds at most in one wait: where a wait cannot be interrupted, Ctrl-C is heard between two."""


class Changes:
    """The files that changed since they were last asked for: noticed by one thread, awaited by another."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, condition: threading.Condition | None = None) -> None:
        self._clock = clock
        self._changed = condition or threading.Condition()
        self._paths: set[Path] = set()
        self._first = self._last = 0.0

    def notice(self, paths: Iterable[Path]) -> None:
        """Adds files that changed just now."""
        with self._changed:
            self._last = self._clock()
            if not self._paths:
                self._first = self._last
            self._paths.update(paths)
            self._changed.notify_all()

    def wait(self) -> frozenset[Path]:
        """The files of the next burst, once it is over."""
        with self._changed:
            while (left := self._left()) > 0:
                self._changed.wait(min(left, WAKING))
            burst = frozenset(self._paths)
            self._paths.clear()
            return burst

    def _left(self) -> float:
        """Seconds until the burst is over, as it looks now."""
        if not self._paths:
            return WAKING
        return min(self._last + QUIET, self._first + LONGEST) - self._clock()
