"""A Dask cluster as workers: the optional extra `annotated-briefs[dask]`, and the only module that knows it."""

import logging
import re
import time
from concurrent.futures import Executor
from contextlib import suppress
from importlib.util import find_spec
from typing import Any

from generator import __version__
from generator.errors import BriefsError, on_one_line
from generator.workers.crew import Crew
from generator.workers.shift import Batch, Task, doing

CONNECTING = 10
"""Seconds in which a scheduler has to answer and a first worker to be there."""

_ADDRESS = re.compile(r"(?:tcp|tls|ws|wss)://[^\s/]{1,255}:[0-9]{1,5}")

MISSING = 60.0
"""Seconds that a build waits where no worker is left; a nanny starts a new one within a few."""


def dask(address: str) -> Crew:
    """A crew of the workers of the Dask scheduler at `address`, such as tcp://192.0.2.1:8786.

    Raises BriefsError where Dask is not installed, the scheduler or a worker is not there, or a worker has another version.
    """
    if find_spec("distributed") is None:
        raise BriefsError("--dask needs the package distributed: pip install 'annotated-briefs[dask]'")
    if not _ADDRESS.fullmatch(address):
        raise BriefsError(f"--dask wants the address of a scheduler, such as tcp://192.0.2.1:8786, not {address!r}")
    # An optional extra that takes 0.2 s to load: nobody else is to pay for it.
    from distributed import Client, KilledWorker  # noqa: PLC0415

    _silence("distributed")
    _silence("tornado")  # its loop tells of what was cancelled as the last worker went
    try:
        client = Client(address, timeout=CONNECTING, set_as_default=False)
    except (OSError, ValueError) as error:
        raise BriefsError(on_one_line(f"no Dask scheduler answers at {address} ({error})")) from error
    try:
        _greet(client, address)
    except BaseException:
        client.close()
        raise
    return Crew(_Cluster(client, address, KilledWorker))


def _silence(package: str) -> None:
    """A package's log, parts of which have levels of their own, tells of what was lost with a trace; we say what matters."""
    for name in [package, *(name for name in logging.root.manager.loggerDict if name.startswith(f"{package}."))]:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _greet(client: Any, address: str) -> None:
    """Raises BriefsError where no worker is there or one would write other briefs than this build."""
    try:
        client.wait_for_workers(1, timeout=CONNECTING)
        found = client.run(_version)
    except TimeoutError as error:
        raise BriefsError(f"the Dask scheduler at {address} has no workers") from error
    except Exception as error:
        told = f"the Dask workers at {address} cannot load annotated-briefs {__version__} ({type(error).__name__}: {error})"
        raise BriefsError(on_one_line(told)) from error
    for worker, version in sorted(found.items()):
        if version != __version__:
            raise BriefsError(f"the Dask worker {worker} has version {version} of annotated-briefs, this is {__version__}")


def _version() -> str:
    return __version__


class _Cluster:
    def __init__(self, client: Any, address: str, death: type[BaseException]) -> None:
        self._client, self._address = client, address
        self._missing_since: float | None = None
        self.deaths = (death,)

    def begin(self) -> None:
        """Nothing: they are at work already."""

    def hands(self, _task: Task) -> int:
        return max(1, sum(map(int, self._client.nthreads().values())))

    def hire(self, task: Task, _hands: int) -> tuple[Executor, Batch]:
        self.look()
        return self._client.get_executor(pure=False), doing(task)

    def dismiss(self, executor: Executor, *, at_once: bool) -> None:
        # A client that lost its scheduler cannot even cancel; what is wrong has been said by then.
        with suppress(Exception):
            executor.shutdown(wait=not at_once)

    def look(self) -> None:
        if self._is_anybody_there():
            self._missing_since = None
            return
        now = time.monotonic()
        self._missing_since = self._missing_since or now
        if now - self._missing_since >= MISSING or self._client.status == "closed":
            raise BriefsError(f"no worker is left of the Dask scheduler at {self._address}; run 'briefs build' again")

    def _is_anybody_there(self) -> bool:
        try:
            return self._client.status == "running" and bool(self._client.scheduler_info()["workers"])
        except Exception:
            return False  # the connection was lost while it was asked

    def close(self) -> None:
        self._client.close()
