import os
import socket
from pathlib import Path

import pytest

from generator import store
from generator.errors import BriefsError, Refused
from generator.settings import Settings
from generator.store import StoredFile
from generator.store.kept_files import KeptFiles
from generator.store.site_folder import SiteFolder, cleared_of_links


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "articles").mkdir()
    return Settings(tmp_path, tmp_path / "articles", tmp_path / "briefs")


def article(settings: Settings, name: str) -> StoredFile:
    return store.named(settings, name)


def test_articles_come_by_name_without_hidden_files_and_folders(settings: Settings) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt"):
        (settings.articles / name).write_text("x")
    (settings.articles / "folder.txt").mkdir()

    assert [file.shown for file in store.articles(settings)] == ["articles/a.md", "articles/b.txt"]


def test_a_missing_folder_holds_nothing(settings: Settings) -> None:
    assert store.briefs(settings) == ()


def test_a_symbolic_link_is_refused(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (settings.articles / "x.txt").symlink_to(tmp_path / "secret")

    with pytest.raises(Refused, match="symbolic link"):
        store.read(article(settings, "x.txt"))


def test_a_pipe_and_a_socket_are_refused_at_once(settings: Settings) -> None:
    os.mkfifo(settings.articles / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(settings.articles / "s.txt"))
        for name in ("pipe.txt", "s.txt"):
            with pytest.raises(Refused, match="not a regular file"):
                store.read(article(settings, name))


def test_a_sparse_giant_is_refused(settings: Settings) -> None:
    with (settings.articles / "x.txt").open("wb") as file:
        file.truncate(3_000_000_000)

    with pytest.raises(Refused, match="larger than 10 MB"):
        store.read(article(settings, "x.txt"))


def test_a_name_that_would_break_the_line_is_shown_on_one(settings: Settings) -> None:
    assert article(settings, "a\n::error::\x1b[31m.txt").shown == "articles/a?::error::?[31m.txt"


def test_a_file_is_replaced_only_if_it_is_as_expected(settings: Settings) -> None:
    target = store.brief_of(settings, "x")

    assert store.replace(target, b"one", None)
    assert not store.replace(target, b"two", None)
    assert not store.replace(target, b"two", b"other")
    assert store.replace(target, b"two", b"one")
    assert target.path.read_bytes() == b"two"
    assert [path.name for path in settings.briefs.iterdir()] == ["x.md"]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    target = store.brief_of(settings, "x")
    store.replace(target, b"one", None)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BriefsError, match=r"briefs/x.md cannot be written \(No space left on device\)"):
        store.replace(target, b"two", b"one")

    assert target.path.read_bytes() == b"one"
    assert [path.name for path in settings.briefs.iterdir()] == ["x.md"]


def test_permissions_are_kept(settings: Settings) -> None:
    target = store.brief_of(settings, "x")
    store.replace(target, b"one", None)
    target.path.chmod(0o600)

    store.replace(target, b"two", b"one")

    assert target.path.stat().st_mode & 0o777 == 0o600


def tree(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def laid(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def test_a_site_that_is_made_anew_holds_what_was_written_and_nothing_else(tmp_path: Path) -> None:
    wanted = {
        "index.html": "same",
        "a/index.html": "new",
        "b/c/index.html": "added",
        "was-folder": "a file now",
        "was-file/x/y": "z",
    }
    old = {"index.html": "same", "a/index.html": "old", "gone/deep/x": "x", "was-folder/x/y": "z", "was-file": "f"}
    site = laid(tmp_path / "site", old)
    laid(site, {".nojekyll": "", ".git/config": "a person's"})
    laid(tmp_path / "elsewhere", {"x": "not ours"})
    (site / "b").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    cleared_of_links(site)
    folder = SiteFolder(site, KeptFiles.none())
    for name, text in wanted.items():
        folder.write(name, text.encode(), None)
    folder.sweep()

    assert tree(site) == {**wanted, ".nojekyll": "", ".git/config": "a person's"}
    assert not (site / "gone").exists()
    assert tree(tmp_path / "elsewhere") == {"x": "not ours"}
    assert folder.written().keys() == {"", "a", "b", "b/c", "was-file", "was-file/x"}


def test_the_state_of_a_file_changes_with_it(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    seen = [store.state(file)]
    for text in ("one", "another"):
        file.write_text(text)
        seen.append(store.state(file))
    laid(tmp_path, {"fresh": "another"})
    os.replace(tmp_path / "fresh", file)

    assert len({*seen, store.state(file)}) == 4
    assert store.state(tmp_path) is None
