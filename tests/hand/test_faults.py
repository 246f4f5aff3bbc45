"""A disk that is full, broken or closed, and a process that is killed, at every call that changes the disk."""

import multiprocessing
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from generator import store
from generator.errors import BriefsError
from generator.pipeline import refresh
from generator.settings import Settings
from generator.store import StoredFile
from tests.hand.engine import engine
from tests.hand.faults import ERRORS, at_call, failing, killed
from tests.projects import tree

MINE = 'title: "My own  title" # mine\n'
ARTICLES = {
    "gates": "On gates\n\nThe gate held all winter.\n\nThe keeper left in spring.\n",
    "moats": "On moats\n\nThe moat ran dry.\n\nNobody saw it.\n",
    "walls": "On walls\n\nThe wall stood 40 years.\n\nThe sea took it.\n",
}


def settings_in(root: Path) -> Settings:
    return Settings(root, root / "articles", root / "briefs")


def build(root: Path, seed: int = 1) -> None:
    refresh(settings_in(root), lambda _outcome, _number, _total: None, engine(seed))


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """A project whose next build rewrites a brief, revises an edited one, renames one and writes a new one."""
    root = tmp_path / "before"
    (root / "articles").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (root / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    build(root, 0)
    walls = root / "briefs/walls.md"
    walls.write_text(walls.read_text(encoding="utf-8").replace('title: "On walls"\n', MINE), encoding="utf-8")
    assert MINE in walls.read_text(encoding="utf-8")
    (root / "articles/moats.txt").rename(root / "articles/ponds.txt")
    (root / "articles/ash.txt").write_text("On ash\n\nThe ash grew slowly.\n", encoding="utf-8")
    return root


@pytest.fixture
def clean(before: Path, tmp_path: Path) -> dict[str, bytes]:
    root = shutil.copytree(before, tmp_path / "clean")
    build(root)
    found = tree(root)
    assert sorted(name for name in found if name.startswith("briefs/")) == [
        f"briefs/{n}.md" for n in ("ash", "gates", "ponds", "walls")
    ]
    return found


def check(root: Path, clean: dict[str, bytes]) -> None:
    """Nothing of a person's is lost now, and the next build gives what an undisturbed one gives."""
    assert MINE.encode() in (root / "briefs/walls.md").read_bytes()
    assert set(tree(root / "articles")) == {"ash.txt", "gates.txt", "ponds.txt", "walls.txt"}
    build(root)
    assert tree(root) == clean


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_at_any_call_loses_nothing(before: Path, clean: dict[str, bytes], tmp_path: Path, code: int) -> None:
    number, calls = 0, 1
    while number < calls:
        number += 1
        root = shutil.copytree(before, tmp_path / f"{code}-{number}")
        with at_call(number, failing(code)) as made, suppress(BriefsError):
            build(root)
        calls = max(calls, len(made))
        assert [name for name in tree(root) if "/." in name and made[number - 1 : number] != ["unlink"]] == []
        check(root, clean)
    assert calls > 20


def test_a_kill_at_any_call_loses_nothing(before: Path, clean: dict[str, bytes], tmp_path: Path) -> None:
    number = 1
    while True:
        root = shutil.copytree(before, tmp_path / f"kill-{number}")
        if not killed(number, lambda: build(root)):  # noqa: B023
            break
        check(root, clean)
        number += 1
    assert number > 20


def test_a_folder_that_cannot_be_written_is_one_line_an_article(before: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object, **_keywords: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    outcomes = refresh(settings_in(before), lambda _outcome, _number, _total: None, engine(1))

    reasons = [outcome.reason for outcome in outcomes if outcome.kind == "skipped"]
    assert len(reasons) == 4
    assert reasons[0] == "briefs/ash.md cannot be written (Permission denied)"


def test_an_edit_that_is_saved_between_reading_and_writing_stays(tmp_path: Path) -> None:
    target = StoredFile(tmp_path / "x.md", "x.md")
    store.replace(target, b"one", None)
    target.path.write_bytes(b"a person's")

    assert not store.replace(target, b"two", b"one")
    assert target.path.read_bytes() == b"a person's"


def _hold(folder: Path, held: "multiprocessing.synchronize.Event", over: "multiprocessing.synchronize.Event") -> None:
    with store.exclusive(folder):
        held.set()
        over.wait(10)


@pytest.mark.skipif(sys.platform == "win32", reason="the lock is another one there")
def test_a_second_build_waits_or_says_so(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    held, over = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(tmp_path, held, over))
    other.start()
    assert held.wait(10)
    told: list[str] = []

    with pytest.raises(BriefsError, match="another build is at work in"), store.exclusive(tmp_path, patience=0):
        pass
    over.set()
    with store.exclusive(tmp_path, waiting=lambda: told.append("waiting"), patience=10):
        pass
    other.join(10)

    assert os.listdir(tmp_path) == []
