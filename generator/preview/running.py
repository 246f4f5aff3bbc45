"""The preview itself: build, tell the pages, wait for the next change, and so on until it is interrupted."""

import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.preview.bursts import Changes
from generator.preview.faults import described
from generator.preview.server import PreviewServer
from generator.preview.watching import Watching

Rebuild = Callable[[frozenset[Path]], Sequence[str] | None]
"""Brings the folder that is served up to date with the files that changed (none: all), and says in lines what went wrong.

None where the pages stay as they are; then nobody is told.
"""
Paths = Callable[[], Iterable[Path]]
"""The files and folders to watch; asked anew after each build."""
Say = Callable[[str], None]


def run(
    server: PreviewServer,
    paths: Paths,
    rebuild: Rebuild,
    say: Say,
    *,
    polling: bool = False,
    ready: Callable[[str], object] | None = None,
    settled: Callable[[], object] = lambda: None,
) -> None:
    """Serves until KeyboardInterrupt or a signal to end.

    `ready` is given the address once after the first build, and `settled` is called after that.

    Files are watched before the first build begins: what changes during a build leads to exactly one more. An error
    that `rebuild` raises is shown like the lines it returns. Raises BriefsError where files cannot be watched.
    """
    changes = Changes()
    watching = Watching(changes.notice, say, polling)
    try:
        with _ending_on_signal(), server.answering():
            watching.follow(paths())
            _build(server, paths, rebuild, frozenset(), say)
            if ready is not None:
                ready(server.url)
            settled()
            while True:
                watching.follow(paths())  # a build can have read of other paths
                changed = changes.wait()
                watching.follow(paths())  # a folder that is there again is watched before it is read
                _build(server, paths, rebuild, changed, say)
    except KeyboardInterrupt:
        say("the preview has ended")
    finally:
        watching.stop()


def _build(server: PreviewServer, paths: Paths, rebuild: Rebuild, changed: frozenset[Path], say: Say) -> None:
    started = time.monotonic()
    try:
        problems = rebuild(changed)
    except Exception as error:
        problems = described(error, paths())
        for line in problems:
            say(line)
    if problems is None:
        return
    server.builds.end(problems)
    of_what = f" after a change of {_named(changed)}" if changed else ""
    say(f"built in {time.monotonic() - started:.2f} s{of_what}{f'; problems: {len(problems)}' if problems else ''}")


def _named(changed: frozenset[Path]) -> str:
    first = min(changed).name
    return first if len(changed) == 1 else f"{first} and {len(changed) - 1} more"


@contextmanager
def _ending_on_signal() -> Iterator[None]:
    """A signal to end is heard like Ctrl-C, so that nothing is left behind. Python lets only the main thread listen."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
