"""What must hold whatever lies in content/: one line, exit status, and the others are built."""

import os
from pathlib import Path

import pytest

from generator.model import Outcome
from generator.pipeline import Engine, refresh
from generator.settings import Settings
from tests.projects import WALLS, briefs, project


def test_a_failure_of_the_engine_is_one_line_and_stops_nothing(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", a=WALLS, b=WALLS.replace("Harne", "Borne"))
    settings = Settings(folder, folder / "content/articles", folder / "content/briefs")
    heard: list[Outcome] = []

    def convert(content: bytes, name: str, _published: str | None) -> None:
        raise ZeroDivisionError(name)

    refresh(settings, lambda outcome, _number, _total: heard.append(outcome), Engine("1", convert))  # type: ignore[arg-type]

    assert [str(outcome) for outcome in heard] == [
        f"skipped content/articles/{name}.txt: the engine failed on it (ZeroDivisionError: {name}.txt); please report it"
        for name in "ab"
    ]


def test_a_linked_folder_or_page_is_refused_with_one_line(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    loop, leak = folder / "content/loop", folder / "content/leak.txt"

    loop.symlink_to(".")
    looped = briefs(folder, "build")
    loop.unlink()
    leak.symlink_to(tmp_path / "secret.txt")
    leaked = briefs(folder, "build")

    for run, name in ((looped, "loop"), (leaked, "leak.txt")):
        assert run.returncode == 1
        assert f"content/{name} is a symbolic link, and links are not followed" in run.stderr
        assert "Traceback" not in run.stderr
    assert not (folder / "site/leak.txt").exists()


def test_a_linked_article_is_skipped_and_the_others_are_built(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    (folder / "content/articles/leak.txt").symlink_to("/etc/hostname")

    run = briefs(folder, "build")

    assert run.returncode == 0
    assert "skipped content/articles/leak.txt: it is a symbolic link" in run.stderr
    assert not (folder / "content/briefs/leak.md").exists()
    assert (folder / "site/briefs/walls/index.html").is_file()


def test_a_pipe_among_the_pages_does_not_hang_the_build(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    os.mkfifo(folder / "content/pipe.md")

    run = briefs(folder, "build")

    assert (run.returncode, "content/pipe.md is not a regular file" in run.stderr) == (1, True)


@pytest.mark.parametrize("place", ["content/articles", "content/briefs", "site"])
def test_a_file_where_a_folder_belongs_is_one_line(tmp_path: Path, place: str) -> None:
    folder = project(tmp_path / "p", **({} if place != "content/articles" else {"walls": WALLS}))
    if place == "content/articles":
        (folder / "content/articles/walls.txt").unlink()
        (folder / place).rmdir()
    (folder / place).write_text("x", encoding="utf-8")

    run = briefs(folder, "build")

    assert run.returncode == 1
    assert "Traceback" not in run.stderr


def test_names_and_values_never_speak_to_the_log(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    (folder / "content/articles/a\n::error::x\x1b[31m.txt").write_text("", encoding="utf-8")
    (folder / "content/briefs").mkdir()
    (folder / "content/briefs/b.md").write_text("---\ntitle: !%0A::error::pwned x\n---\n", encoding="utf-8")
    (folder / "content/briefs/c.md").write_text('---\n"\\n::error::pwned\\e[31m": 1\n---\n', encoding="utf-8")

    run = briefs(folder, "build")
    check = briefs(folder, "check")

    for output in (run.stderr, check.stdout, check.stderr):
        assert "\x1b" not in output
        assert not [line for line in output.splitlines() if line.startswith("::")]


def test_a_brief_that_is_a_link_is_named_itself(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    (folder / "content/briefs").mkdir()
    (folder / "content/briefs/walls.md").symlink_to("/etc/hostname")

    run = briefs(folder, "build")

    assert "kept content/articles/walls.txt: content/briefs/walls.md: it is a symbolic link" in run.stderr
