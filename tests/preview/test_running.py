"""The preview as a whole, with a build that the test makes up."""

import os
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.preview import PreviewServer, listen, run
from generator.preview import running as running_module
from generator.preview.bursts import Changes
from tests.preview.asking import ask, site_in

LONG = 20.0


class Builder:
    """Builds as the test says: `then` is called with each set of changed files."""

    def __init__(self, then: Callable[[frozenset[Path]], Sequence[str] | None]) -> None:
        self.builds: queue.Queue[frozenset[Path]] = queue.Queue()
        self.said: list[str] = []
        self._then = then

    def rebuild(self, changed: frozenset[Path]) -> Sequence[str] | None:
        try:
            return self._then(changed)
        finally:
            self.builds.put(changed)


@contextmanager
def running(
    tmp_path: Path, then: Callable[[frozenset[Path]], Sequence[str] | None]
) -> Iterator[tuple[PreviewServer, Builder, Path]]:
    """A preview in a thread, ended as Ctrl-C does it: by an error in the thread that builds."""
    docs, builder = tmp_path / "content", Builder(then)
    docs.mkdir()
    server = listen("127.0.0.1", 0, site_in(tmp_path / "site"))
    ending = threading.Event()

    def rebuild(changed: frozenset[Path]) -> Sequence[str] | None:
        if ending.is_set():
            raise KeyboardInterrupt
        return builder.rebuild(changed)

    thread = threading.Thread(target=run, args=(server, lambda: [docs], rebuild, builder.said.append))
    thread.start()
    try:
        assert builder.builds.get(timeout=LONG) == frozenset()
        yield server, builder, docs
    finally:
        ending.set()
        (docs / "last.md").write_text("the end", encoding="utf-8")
        thread.join(LONG)
        assert not thread.is_alive()


def shown(server: PreviewServer, is_expected: Callable[[tuple[str, ...]], bool]) -> tuple[str, ...]:
    """The problems of the latest build, once they are as expected; fails where they never are."""
    end = time.monotonic() + LONG
    while not (server.builds.latest.number and is_expected(server.builds.latest.problems)):
        assert time.monotonic() < end, server.builds.latest
        server.builds.after(server.builds.latest.version, 0.1)
    return server.builds.latest.problems


def fine(problems: tuple[str, ...]) -> bool:
    return problems == ()


def test_a_save_is_built_and_told(tmp_path: Path) -> None:
    with running(tmp_path, lambda _changed: []) as (server, builder, docs):
        shown(server, fine)
        first = server.builds.latest
        (docs / "page.md").write_text("one", encoding="utf-8")
        assert builder.builds.get(timeout=LONG) == {docs / "page.md"}
        assert server.builds.after(first.version, LONG) != first
    assert builder.said[-1] == "the preview has ended"


def test_a_checkout_of_hundreds_is_no_hundreds_of_builds(tmp_path: Path) -> None:
    with running(tmp_path, lambda _changed: []) as (_, builder, docs):
        for number in range(400):
            (docs / f"{number}.md").write_text("text", encoding="utf-8")
        built: set[Path] = set()
        count = 0
        while len(built) < 400:
            built |= builder.builds.get(timeout=LONG)
            count += 1
    assert count <= 10  # one or two; more only on a machine that stops for longer than a burst is waited for


def test_changes_during_a_build_lead_to_exactly_one_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noticed: list[Changes] = []

    class Seen(Changes):
        def __init__(self) -> None:
            super().__init__()
            noticed.append(self)

    monkeypatch.setattr(running_module, "Changes", Seen)
    busy, release = threading.Event(), threading.Event()

    def slow(changed: frozenset[Path]) -> Sequence[str]:
        if any(path.name == "slow.md" for path in changed):
            busy.set()
            assert release.wait(LONG)
        return []

    with running(tmp_path, slow) as (_, builder, docs):
        (docs / "slow.md").write_text("one", encoding="utf-8")
        assert busy.wait(LONG)
        for number in range(20):
            (docs / f"{number}.md").write_text("text", encoding="utf-8")
        end = time.monotonic() + LONG
        while len(noticed[0]._paths) < 20 or time.monotonic() - noticed[0]._last < 0.3:
            assert time.monotonic() < end
            time.sleep(0.01)
        release.set()
        assert builder.builds.get(timeout=LONG) == {docs / "slow.md"}
        assert builder.builds.get(timeout=LONG) == {docs / f"{number}.md" for number in range(20)}
        with pytest.raises(queue.Empty):
            builder.builds.get(timeout=0.3)


def test_a_folder_that_goes_and_comes_with_its_files_is_built_and_watched(tmp_path: Path) -> None:
    docs, away = tmp_path / "content", tmp_path / "away"

    def listing(_changed: frozenset[Path]) -> Sequence[str]:
        return [", ".join(sorted(path.name for path in docs.iterdir()))]

    with running(tmp_path, listing) as (server, _, _):
        (docs / "page.md").write_text("one", encoding="utf-8")
        shown(server, lambda problems: problems == ("page.md",))
        docs.rename(away)
        shown(server, lambda problems: "FileNotFoundError" in "".join(problems))
        away.rename(docs)
        shown(server, lambda problems: problems == ("page.md",))
        (docs / "other.md").write_text("one", encoding="utf-8")
        shown(server, lambda problems: problems == ("other.md, page.md",))


def test_a_build_that_changed_nothing_is_not_told(tmp_path: Path) -> None:
    with running(tmp_path, lambda changed: None if changed else []) as (server, builder, docs):
        shown(server, fine)
        (docs / "page.md").write_text("one", encoding="utf-8")
        assert builder.builds.get(timeout=LONG)
        assert server.builds.after(server.builds.latest.version, 0.2) == server.builds.latest
        assert server.builds.latest.number == 1


def test_what_fails_is_shown_with_its_place_and_the_server_goes_on(tmp_path: Path) -> None:
    def failing(changed: frozenset[Path]) -> Sequence[str]:
        if text := "".join(path.read_text(encoding="utf-8") for path in changed if path.suffix == ".py"):
            exec(compile(text, next(iter(changed)), "exec"), {})
        return []

    with running(tmp_path, failing) as (server, builder, docs):
        (docs / "hook.py").write_text("\n1 / 0\n", encoding="utf-8")
        said = ("content/hook.py:2: ZeroDivisionError: division by zero; mend it and save",)
        shown(server, lambda problems: problems == said)
        assert said[0] in ask(server, "/").text
        assert said[0] in builder.said
        (docs / "hook.py").write_text("1 +\n", encoding="utf-8")
        shown(server, lambda problems: "".join(problems).startswith("content/hook.py:1: SyntaxError: invalid syntax"))
        (docs / "hook.py").write_text("1 + 1\n", encoding="utf-8")
        shown(server, fine)
        assert "briefs-preview" not in ask(server, "/").text


def test_the_address_is_opened_once_after_the_first_build(tmp_path: Path) -> None:
    opened: list[str] = []
    server = listen("127.0.0.1", 0, site_in(tmp_path / "site"))

    def ready(address: str) -> None:
        opened.append(address)
        assert server.builds.latest.number == 1

    def settled() -> None:
        opened.append("settled")
        raise KeyboardInterrupt

    run(server, lambda: [tmp_path], lambda _changed: [], lambda _line: None, ready=ready, settled=settled)
    assert opened == [server.url, "settled"]


def test_a_signal_to_end_is_heard_like_ctrl_c(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    said: list[str] = []
    run(
        listen("127.0.0.1", 0, tmp_path),
        lambda: [tmp_path],
        lambda _changed: [],
        said.append,
        ready=lambda _address: os.kill(os.getpid(), running_module.signal.SIGTERM),
    )

    assert said[-1] == "the preview has ended"
    assert set(threading.enumerate()) <= before
