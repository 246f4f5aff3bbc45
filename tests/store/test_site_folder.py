"""The folder of a site: a file that has its bytes already is left alone, any other is replaced whole."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.store.kept_files import KeptFiles
from generator.store.site_folder import SiteFolder
from generator.store.stamps import digest_of

PAGE = b"<p>A page</p>\n"


def _written(site: Path) -> SiteFolder:
    folder = SiteFolder(site, KeptFiles.none())
    assert folder.write("briefs/a/index.html", PAGE, None) == digest_of(PAGE)
    return folder


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "briefs/a/index.html"
    path.parent.mkdir(parents=True)
    return path


def test_a_file_of_these_bytes_is_left_as_it_is(tmp_path: Path, page: Path) -> None:
    page.write_bytes(PAGE)
    before = page.stat()
    folder = _written(tmp_path)
    assert (page.stat().st_ino, page.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert folder.written()["briefs/a"][1].rows() == {"index.html": (len(PAGE), before.st_mtime_ns)}


@pytest.mark.parametrize("found", [b"", PAGE[:-1], PAGE + b" ", b"x" * len(PAGE)], ids=["none", "shorter", "longer", "other"])
def test_other_bytes_are_replaced_whole(tmp_path: Path, page: Path, found: bytes) -> None:
    page.write_bytes(found)
    open_before = page.open("rb")
    _written(tmp_path)
    with open_before:
        assert page.read_bytes() == PAGE
        assert open_before.read() == found


def test_a_link_is_replaced_by_a_file_even_where_its_target_has_the_bytes(tmp_path: Path, page: Path) -> None:
    target = tmp_path / "elsewhere"
    target.write_bytes(PAGE)
    page.symlink_to(target)
    _written(tmp_path)
    assert not page.is_symlink()
    assert page.read_bytes() == target.read_bytes() == PAGE


def test_a_folder_in_the_place_of_a_file_gives_way(tmp_path: Path, page: Path) -> None:
    (page / "below").mkdir(parents=True)
    _written(tmp_path)
    assert page.read_bytes() == PAGE


PATHS = st.sampled_from(["index.html", "a/x", "a/y", "a/b/x", "a/b/c/x", "d/x", "d/e/x", "d/e/y"])
STEPS = st.lists(st.tuples(PATHS, st.none() | st.binary(max_size=3)), max_size=8)


def _on_disk(site: Path) -> dict[str, tuple[int, dict[str, tuple[int, int]]]]:
    found = {}
    for path, _, names in os.walk(site):
        folder = "" if Path(path) == site else Path(path).relative_to(site).as_posix()
        rows = {name: Path(path, name).stat() for name in names}
        found[folder] = os.stat(path).st_mtime_ns, {name: (row.st_size, row.st_mtime_ns) for name, row in rows.items()}
    return found


@given(st.lists(STEPS, min_size=1, max_size=4))
def test_what_it_holds_is_what_the_disk_has(builds: list[list[tuple[str, bytes | None]]]) -> None:
    with TemporaryDirectory() as name:
        site, kept, known = Path(name), KeptFiles.none(), dict[str, str]()
        for steps in builds:
            folder = SiteFolder(site, kept)
            for path, content in steps:
                if content is not None:
                    known[path] = folder.write(path, content, known.get(path))
                elif known.pop(path, None):
                    folder.remove(path)
            kept = folder.written()
            assert {folder: (time, files.rows()) for folder, (time, files) in kept.items()} == _on_disk(site)
