"""Processes of this machine as workers.

They are hired with the first task and stay for the next ones, so that they hold little of what this process comes to know
later; a task comes with each batch and is unpacked once. One that cannot be packed has forked workers of its own.

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
from functools import partial
from multiprocessing.connection import wait
from multiprocessing.reduction import ForkingPickler
from typing import Any

from generator.errors import BriefsError
from generator.workers.crew import Crew
from generator.workers.failure import attempts
from generator.workers.shift import Batch, Task

_given: dict[bytes, Task] = {}
"""The task of this worker, under its packed form; under none where it came with the worker's start."""

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
        self._stays: _Pool | None = None

    def begin(self) -> None:
        self._stays = self._stays or _Pool(self._jobs)
        self._stays.submit(int)

    def hands(self, task: Task) -> int:
        return self._jobs if _way_to_start() == "fork" or _packed(task) else 0

    def hire(self, task: Task, hands: int) -> tuple[Executor, Batch]:
        packed = _packed(task)
        if not packed:
            return _Pool(hands, task), _do_inherited
        if self._stays is None or self._stays.hands < min(hands, _MOST):
            self.close()
            self._stays = _Pool(hands)
        return self._stays, partial(_do, packed)

    def dismiss(self, executor: Executor, *, at_once: bool) -> None:
        if executor is self._stays:
            if not at_once:
                return
            self._stays = None
        if at_once and isinstance(executor, _Pool):
            executor.kill()
        executor.shutdown(wait=True, cancel_futures=True)

    def look(self) -> None:
        """Nothing: the pool itself says when a worker is gone."""

    def close(self) -> None:
        if self._stays is not None:
            self._stays.shutdown(wait=True, cancel_futures=True)
            self._stays = None


class _Pool(ProcessPoolExecutor):
    """A pool of so many `hands`, which inherit a `task`; it says in words when the system gives no process."""

    def __init__(self, hands: int, task: Task | None = None) -> None:
        self.hands = min(hands, _MOST)
        self._others = {process.pid for process in multiprocessing.active_children()}
        context = multiprocessing.get_context(_way_to_start())
        super().__init__(self.hands, mp_context=context, initializer=_begin, initargs=(task,))

    def submit(self, task: Callable[..., Any], /, *arguments: Any, **keywords: Any) -> Any:
        try:
            return super().submit(task, *arguments, **keywords)
        except OSError as error:
            raise BriefsError(f"no worker can be started ({error.strerror}); try --jobs 1") from error

    def kill(self) -> None:
        """Ends the workers, whatever they do."""
        for process in multiprocessing.active_children():
            if process.pid not in self._others:
                process.kill()


def _way_to_start() -> str:
    """Forked workers start sooner and share what is loaded; beside threads a fork can hang, so there they are spawned."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _packed(task: Task) -> bytes:
    """A task as it goes to a process that does not inherit it; empty where it cannot."""
    try:
        return bytes(ForkingPickler.dumps(task))
    except Exception:
        return b""


def _begin(task: Task | None) -> None:
    gc.freeze()  # a collection would write to every object that was inherited, and so copy the memory that is shared
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_build, daemon=True).start()
    if task is not None:
        _given[b""] = task


def _end_with_the_build() -> None:
    """A worker that waits for work does not see that nobody is left to give it; the system tells this end of a pipe."""
    build = multiprocessing.parent_process()
    if build is not None:
        wait([build.sentinel])
        os._exit(1)


def _do(packed: bytes, items: Sequence[Any]) -> list[Any]:
    if packed not in _given:
        _given.clear()
        _given[packed] = ForkingPickler.loads(packed)  # by the build that this process is of
    return attempts(_given[packed], items)


def _do_inherited(items: Sequence[Any]) -> list[Any]:
    return attempts(_given[b""], items)
