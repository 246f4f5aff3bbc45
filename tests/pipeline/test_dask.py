"""A real scheduler and real workers on loopback; those that are started here are ended here, by their ids."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import workers
from generator.errors import BriefsError
from tests.pipeline.engines import STEADY
from tests.pipeline.test_refresh import LOST, built, project
from tests.projects import WALLS, tree
from tests.projects import project as sites

pytest.importorskip("distributed")

ROOT = Path(__file__).parents[2]
DASK = [sys.executable, "-c", "from dask.__main__ import main; main()"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}


class Cluster:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.started: list[subprocess.Popen[bytes]] = []

    def __call__(self, count: int, *options: str) -> str:
        """Starts a scheduler and so many workers; the scheduler's address."""
        file = self.folder / "scheduler.json"
        self.start("scheduler", "--port", "0", "--scheduler-file", str(file))
        wait_for(file.exists)
        address = json.loads(file.read_text(encoding="utf-8"))["address"]
        for _ in range(count):
            self.start("worker", address, "--nthreads", "1", *options)
        return str(address)

    def start(self, command: str, *arguments: str) -> None:
        whole = [*DASK, command, "--host", "127.0.0.1", "--no-dashboard", *arguments]
        quiet = subprocess.DEVNULL
        self.started.append(subprocess.Popen(whole, cwd=self.folder, env=ENVIRONMENT, stdout=quiet, stderr=quiet))


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(tmp_path)
    yield made
    for process in reversed(made.started):
        ended(process)


def ended(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)


def wait_for(condition: Callable[[], bool]) -> None:
    started = time.monotonic()
    while not condition():
        assert time.monotonic() - started < 30
        time.sleep(0.05)


def build(address: str, root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    process = begun(address, root, *options)
    out, err = process.communicate(timeout=120)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def begun(address: str, root: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.pipeline.on_dask", address, str(root), *options]
    return subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_the_same_briefs_and_site_as_in_one_process(cluster: Cluster, tmp_path: Path) -> None:
    address, found = cluster(2), []
    articles = {f"walls-{number}": WALLS.replace("Harne", f"Harne{number}") for number in range(9)}
    for options in (("--dask", address), ("--jobs", "1")):
        folder = sites(tmp_path / options[0], **articles)
        command = [sys.executable, "-m", "generator", "build", *options]
        run = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, timeout=120, check=False)
        assert (run.returncode, "9 converted, 9 rendered, " in run.stderr) == (0, True), run.stderr
        found.append((tree(folder / "content"), tree(folder / "site")))

    assert found[0] == found[1]


def test_a_worker_killed_in_the_middle_costs_no_article_and_no_byte(cluster: Cluster, tmp_path: Path) -> None:
    project(tmp_path / "p")

    run = build(cluster(2, "--no-nanny"), tmp_path / "p", "unlucky")

    assert (tmp_path / "killed").exists()
    assert {line.split()[0] for line in run.stdout.splitlines()} == {"converted"}, run.stderr
    outcomes, briefs = built(project(tmp_path / "other"), workers.alone(), STEADY)
    assert run.stdout.splitlines() == [str(outcome) for outcome in outcomes]
    assert tree(tmp_path / "p/briefs") == briefs


def test_an_article_that_kills_every_worker_is_skipped_and_no_other(cluster: Cluster, tmp_path: Path) -> None:
    project(tmp_path / "p", 20, "dies", "raises")

    run = build(cluster(2), tmp_path / "p", "wayward")

    assert [line for line in run.stdout.splitlines() if not line.startswith("converted")] == [
        f"skipped articles/dies.txt: {LOST}",
        "skipped articles/raises.txt: the engine failed on it (ZeroDivisionError: division by zero); please report it",
    ]
    assert len(tree(tmp_path / "p/briefs")) == 20


def test_a_cluster_whose_last_worker_is_gone_is_one_line(cluster: Cluster, tmp_path: Path) -> None:
    project(tmp_path / "p")
    address = cluster(1, "--no-nanny")

    run = build(address, tmp_path / "p", "unlucky", "1")

    assert run.returncode == 1
    assert f"error: no worker is left of the Dask scheduler at {address}" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_scheduler_that_is_killed_in_the_middle_is_one_line(cluster: Cluster, tmp_path: Path) -> None:
    project(tmp_path / "p", 200)
    address = cluster(2, "--no-nanny")

    with begun(address, tmp_path / "p", "slow", "1") as run:
        wait_for((tmp_path / "p/briefs/walls0.md").exists)
        cluster.started[0].kill()
        _, told = run.communicate(timeout=60)

    assert (run.returncode, told.splitlines()[-1:]) == (
        1,
        [f"error: no worker is left of the Dask scheduler at {address}; run 'briefs build' again"],
    )
    assert "Traceback" not in told


def test_a_cluster_without_workers_is_one_line(cluster: Cluster, tmp_path: Path) -> None:
    project(tmp_path / "p")

    run = build(cluster(0), tmp_path / "p", "steady", "1", "1")

    assert run.returncode == 1
    assert re.search("^error: the Dask scheduler at .* has no workers$", run.stderr, re.MULTILINE)


def test_workers_that_cannot_load_the_generator_are_one_line(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other/generator").mkdir(parents=True)
    (tmp_path / "other/generator/__init__.py").write_text("", encoding="utf-8")
    project(tmp_path / "p")
    monkeypatch.setitem(ENVIRONMENT, "PYTHONPATH", str(tmp_path / "other"))
    address = cluster(1, "--no-nanny")
    monkeypatch.setitem(ENVIRONMENT, "PYTHONPATH", str(ROOT))

    run = build(address, tmp_path / "p", "steady")

    assert run.returncode == 1
    assert f"error: the Dask workers at {address} cannot load annotated-briefs" in run.stderr


def test_an_address_without_a_scheduler_is_one_line(tmp_path: Path) -> None:
    project(tmp_path / "p")

    run = build("tcp://127.0.0.1:9", tmp_path / "p", "steady", "1", "1")

    assert run.returncode == 1
    assert "error: no Dask scheduler answers at tcp://127.0.0.1:9" in run.stderr


def test_a_missing_extra_is_named_with_the_way_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.workers.cluster.find_spec", lambda _name: None)

    with pytest.raises(BriefsError, match=r"pip install 'annotated-briefs\[dask\]'"):
        workers.dask("tcp://127.0.0.1:9")
