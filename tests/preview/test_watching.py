"""Changes on a real disk are noticed: by the system's messages and by looking; what is no part of the site is passed over."""

import errno
import os
import queue
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from generator.preview import watching
from generator.preview.watching import Watched, Watching, concerns, is_passing, planned

LONG = 20.0


class Heard:
    """What a watch told of, in order."""

    def __init__(self) -> None:
        self._paths: queue.Queue[Path] = queue.Queue()
        self.said: list[str] = []

    def notice(self, paths: Iterable[Path]) -> None:
        for path in paths:
            self._paths.put(path)

    def until(self, path: Path) -> set[Path]:
        """Everything told up to `path`; fails where it is not told of."""
        before: set[Path] = set()
        while (one := self._paths.get(timeout=LONG)) != path:
            before.add(one)
        return before


@contextmanager
def watched(*paths: Path, polling: bool = False) -> Iterator[tuple[Heard, Watching]]:
    heard = Heard()
    watch = Watching(heard.notice, heard.said.append, polling)
    try:
        watch.follow(paths)
        yield heard, watch
    finally:
        watch.stop()


@pytest.fixture(params=[False, True], ids=["listening", "looking"])
def polling(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setattr(watching, "POLLING", 0.05)
    return bool(request.param)


def saved(path: Path) -> None:
    path.write_text("saved\n", encoding="utf-8")


def replaced(path: Path) -> None:
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text("another, longer text\n", encoding="utf-8")
    os.replace(fresh, path)


def test_files_saved_replaced_and_removed_are_told_of(tmp_path: Path, polling: bool) -> None:
    brief = tmp_path / "content/briefs/tram.md"
    brief.parent.mkdir(parents=True)
    with watched(tmp_path / "content", polling=polling) as (heard, _):
        for change in (saved, replaced, replaced, Path.unlink):
            change(brief)
            heard.until(brief)


def test_a_file_is_followed_when_it_is_replaced_and_its_neighbours_are_not(tmp_path: Path, polling: bool) -> None:
    config, other, last = tmp_path / "mkdocs.yml", tmp_path / "notes.txt", tmp_path / "last.yml"
    saved(config)
    with watched(config, last, polling=polling) as (heard, _):
        saved(other)
        for _ in range(3):
            replaced(config)
            assert heard.until(config) == set()
        saved(last)
        assert heard.until(last) <= {config}


def test_a_new_folder_is_watched_with_what_came_with_it(tmp_path: Path, polling: bool) -> None:
    docs, made = tmp_path / "content", tmp_path / "made"
    docs.mkdir()
    (made / "deeper").mkdir(parents=True)
    saved(made / "deeper/page.md")
    with watched(docs, polling=polling) as (heard, _):
        shutil.move(made, docs / "made")
        heard.until(docs / "made/deeper/page.md")
        replaced(docs / "made/deeper/page.md")
        heard.until(docs / "made/deeper/page.md")


def test_a_folder_that_goes_and_comes_is_followed_again(tmp_path: Path, polling: bool) -> None:
    docs = tmp_path / "content"
    docs.mkdir()
    with watched(docs, polling=polling) as (heard, watch):
        docs.rmdir()
        heard.until(docs)
        watch.follow([docs])
        docs.mkdir()
        heard.until(docs)
        watch.follow([docs])
        saved(docs / "page.md")
        heard.until(docs / "page.md")


def test_a_folder_that_another_takes_the_place_of_is_followed(tmp_path: Path, polling: bool) -> None:
    docs, other = tmp_path / "content", tmp_path / "other"
    docs.mkdir()
    other.mkdir()
    with watched(docs, polling=polling) as (heard, watch):
        docs.rename(tmp_path / "away")
        other.rename(docs)
        heard.until(docs)
        watch.follow([docs])
        saved(docs / "page.md")
        heard.until(docs / "page.md")


def test_a_link_to_a_folder_is_followed_under_its_own_name(tmp_path: Path, polling: bool) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "content").symlink_to(tmp_path / "real")
    with watched(tmp_path / "content", polling=polling) as (heard, _):
        saved(tmp_path / "real/page.md")
        heard.until(tmp_path / "content/page.md")


def test_reading_is_no_change(tmp_path: Path) -> None:
    page, last = tmp_path / "page.md", tmp_path / "last.md"
    saved(page)
    with watched(tmp_path) as (heard, _):
        page.read_bytes()
        list(os.scandir(tmp_path))
        saved(last)
        assert heard.until(last) == set()


def test_what_is_an_editors_own_is_passed_over(tmp_path: Path) -> None:
    with watched(tmp_path) as (heard, _):
        for name in (".page.md.swp", "page.md~", "4913", ".git"):
            saved(tmp_path / name)
        saved(tmp_path / "page.md")
        assert heard.until(tmp_path / "page.md") == set()


def test_the_watch_changes_with_what_is_wanted(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    with watched(old) as (heard, watch):
        watch.follow([new])
        saved(old / "page.md")
        saved(new / "page.md")
        assert heard.until(new / "page.md") == set()


def test_no_thread_is_left(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    with watched(tmp_path) as (heard, watch):
        saved(tmp_path / "page.md")
        heard.until(tmp_path / "page.md")
        watch.follow([tmp_path / "other.md"])

    assert {thread for thread in threading.enumerate() if thread.is_alive()} <= before


def refusing(allowed: int) -> Callable[..., Any]:
    """The system's observer, that is given no more than `allowed` watches."""

    class Refusing(Observer):  # type: ignore[misc, valid-type]
        def schedule(self, *arguments: Any, **named: Any) -> Any:
            if len(self._watches) >= allowed:
                raise OSError(errno.ENOSPC, "inotify watch limit reached")
            return super().schedule(*arguments, **named)

    return Refusing


@pytest.mark.parametrize("allowed", [0, 1])
def test_where_the_system_has_no_more_watches_files_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, allowed: int
) -> None:
    monkeypatch.setattr(watching, "Observer", refusing(allowed))
    monkeypatch.setattr(watching, "POLLING", 0.05)
    (tmp_path / "content").mkdir()
    with watched(tmp_path / "content", tmp_path / "mkdocs.yml") as (heard, watch):
        saved(tmp_path / "content/page.md")
        heard.until(tmp_path / "content/page.md")
        assert isinstance(watch._observer, PollingObserver)

    assert heard.said == [
        "changes are looked for every 0.05 s, for the system does not tell of them (inotify watch limit reached)"
    ]


def test_what_is_planned(tmp_path: Path) -> None:
    docs, config = tmp_path / "content", tmp_path / "mkdocs.yml"
    (docs / "briefs").mkdir(parents=True)

    assert planned([docs, docs / "briefs", config]) == {Watched(docs, True), Watched(tmp_path, False)}
    assert planned([docs / "none/deep.md"]) == {Watched(docs, False)}
    assert planned([tmp_path, config]) == {Watched(tmp_path, True), Watched(tmp_path.parent, False)}


@pytest.mark.parametrize("name", [".git", ".x.swp", "x.md~", "#x.md#", "~$x.md", "x.pyc", "__pycache__", "x.tmp", "4913"])
def test_names_that_are_passed_over(name: str) -> None:
    assert is_passing(name)
    assert not concerns(Path("/site/content") / name, [Path("/site/content")])


@pytest.mark.parametrize("name", ["x.md", "49134", "x~y.md", "抖音.md", "tmp", "a #1.md"])
def test_names_that_are_not(name: str) -> None:
    assert not is_passing(name)
    assert concerns(Path("/.hidden/content") / name, [Path("/.hidden/content")])
