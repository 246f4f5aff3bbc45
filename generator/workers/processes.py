"""Processes of this machine as workers.

They ignore the interrupt key, which reaches the whole terminal: the build ends them. They end by themselves where the build is
gone, however it went.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing.connection import wait
from multiprocessing.reduction import ForkingPickler
from typing import Any

from generator.errors import BriefsError
from generator.workers.crew import Crew
from generator.workers.failure import attempts
from generator.workers.shift import Batch, Task

_given: dict[str, Task] = {}
"""The task of this worker. It came with the worker's start: what is forked need not be pickled."""

_MOST = 61 if sys.platform == "win32" else 4096
"""Workers of one pool; Windows can wait for no more."""


def local(jobs: int | None = None) -> Crew:
    """A crew of `jobs` processes, as many as `cores` says where None; 1 is this process itself."""
    jobs = cores() if jobs is None else jobs
    return Crew(_Processes(jobs) if jobs > 1 else None)


def cores() -> int:
    """How many cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Processes:
    deaths: tuple[type[BaseException], ...] = ()

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._others: set[int | None] = set()

    def hands(self, task: Task) -> int:
        return self._jobs if _way_to_start() == "fork" or _is_portable(task) else 0

    def hire(self, task: Task, hands: int) -> tuple[Executor, Batch]:
        self._others = {process.pid for process in multiprocessing.active_children()}
        context = multiprocessing.get_context(_way_to_start())
        return _Pool(min(hands, _MOST), mp_context=context, initializer=_begin, initargs=(task,)), _do

    def dismiss(self, executor: Executor, *, at_once: bool) -> None:
        for process in multiprocessing.active_children() if at_once else ():
            if process.pid not in self._others:
                process.kill()
        executor.shutdown(wait=True, cancel_futures=True)

    def look(self) -> None:
        """Nothing: the pool itself says when a worker is gone."""

    def close(self) -> None:
        """Nothing: the workers end with each task."""


class _Pool(ProcessPoolExecutor):
    """A pool that says in words when the system gives no process."""

    def submit(self, task: Callable[..., Any], /, *arguments: Any, **keywords: Any) -> Any:
        try:
            return super().submit(task, *arguments, **keywords)
        except OSError as error:
            raise BriefsError(f"no worker can be started ({error.strerror}); try --jobs 1") from error


def _way_to_start() -> str:
    """Forked workers start sooner and share what is loaded; beside threads a fork can hang, so there they are spawned."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _is_portable(task: Task) -> bool:
    """Whether a task can go to a process that does not inherit it."""
    try:
        ForkingPickler.dumps(task)
    except Exception:
        return False
    return True


def _begin(task: Task) -> None:
    gc.freeze()  # a collection would write to every object that was inherited, and so copy the memory that is shared
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_build, daemon=True).start()
    _given["task"] = task


def _end_with_the_build() -> None:
    """A worker that waits for work does not see that nobody is left to give it; the system tells this end of a pipe."""
    build = multiprocessing.parent_process()
    if build is not None:
        wait([build.sentinel])
        os._exit(1)


def _do(items: Sequence[Any]) -> list[Any]:
    return attempts(_given["task"], items)
