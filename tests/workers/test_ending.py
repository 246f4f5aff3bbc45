"""However a build ends, its workers end with it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")

BUILD = """
import multiprocessing, threading, time
from generator import workers
from generator.workers import processes
from tests.workers.tasks import slow

processes._way_to_start = lambda: "{way}"

def tell():
    while len(found := multiprocessing.active_children()) < 3:
        time.sleep(0.05)
    print(*(process.pid for process in found), flush=True)

threading.Thread(target=tell, daemon=True).start()
with workers.local(3) as crew:
    list(crew.each(slow, range(100)))
"""


@pytest.fixture(params=["fork", "spawn"])
def build(request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[str]]:
    script = BUILD.format(way=request.param)
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=pipe, stderr=pipe, text=True, start_new_session=True
    ) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_worker_outlives_its_build(build: subprocess.Popen[str], how: signal.Signals) -> None:
    assert build.stdout is not None
    found = [int(one) for one in build.stdout.readline().split()]
    assert len(found) == 3
    time.sleep(0.5)  # the workers have begun
    started = time.monotonic()

    if how == signal.SIGINT:
        os.killpg(build.pid, how)  # the key reaches the whole terminal
    else:
        os.kill(build.pid, how)
    build.wait(10)
    while any(map(is_running, found)) and time.monotonic() - started < 10:
        time.sleep(0.05)

    assert [process for process in found if is_running(process)] == []
    assert build.returncode != 0


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return not is_a_zombie(process)


def is_a_zombie(process: int) -> bool:
    """Ended, and not yet taken note of by whoever inherited it."""
    shown = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return shown.stdout.startswith("Z")
