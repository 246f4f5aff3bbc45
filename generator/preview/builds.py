"""The latest build, told to everyone who waits for the next."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Build:
    """One build: its `version` (told apart from those of another server), and in lines what went wrong.

    `number` counts the builds that ended; at 0 none has.
    """

    started: str
    number: int = 0
    problems: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """What tells this build from every other."""
        return f"{self.started}-{self.number}"


class Builds:
    """The latest build of one server."""

    def __init__(self, started: str) -> None:
        self._ended = threading.Condition()
        self._latest = Build(started)
        self._is_closed = False

    @property
    def latest(self) -> Build:
        """The build that ended last."""
        with self._ended:
            return self._latest

    def end(self, problems: Sequence[str]) -> Build:
        """A build ended, with these problems; everyone who waits hears of it."""
        with self._ended:
            self._latest = Build(self._latest.started, self._latest.number + 1, tuple(problems))
            self._ended.notify_all()
            return self._latest

    def after(self, version: str, patience: float) -> Build | None:
        """The latest build once it is not `version` any more, or after `patience` seconds; None when there will be no more."""
        with self._ended:
            self._ended.wait_for(lambda: self._is_closed or self._latest.version != version, patience)
            return None if self._is_closed else self._latest

    def close(self) -> None:
        """No more builds: everyone who waits is let go."""
        with self._ended:
            self._is_closed = True
            self._ended.notify_all()
