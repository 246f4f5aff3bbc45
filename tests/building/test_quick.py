"""Whether a build has anything to do is told rightly: each kind of change, and what is none."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from generator import store
from generator.building import inputs, manifest, quick, records
from generator.building.asked import Asked, asked_of, configuration
from generator.building.quick import Standing
from generator.store import stamps
from tests.projects import CONFIG, briefs, project

ASKED = Asked("mkdocs.yml")
WAITING = '---\ntitle: "Later"\npublish_at: "2999-01-01T00:00:00Z"\n---\nNothing but *text*.\n'
SETTINGS = 'site_description: !ENV [BRIEFS_TEST_DESCRIPTION, "Briefs"]\nsite_dir: !ENV [BRIEFS_TEST_SITE, "public"]\n'


def standing(root: Path, asked: Asked) -> Standing | None:
    """The site that is asked for, where nothing is due."""
    last = quick.compared(root, asked)
    return quick.standing(last) if last else None


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project(tmp_path_factory.mktemp("built"))
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as opened:
        opened.write(f"{SETTINGS}INHERIT: base.yml\n")
    (folder / "base.yml").write_text("copyright: Nobody\n", encoding="utf-8")
    (folder / "content/briefs").mkdir()
    (folder / "content/briefs/later.md").write_text(WAITING, encoding="utf-8")
    (folder / "content/about.md").write_text("# About\n\nA page.\n", encoding="utf-8")
    (folder / "content/logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    run = briefs(folder, "build")
    assert (run.returncode, "1 converted" in run.stderr) == (0, True), run.stderr
    return folder


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """A copy, in which every time is another: nothing but the bytes tells that nothing changed."""
    folder = shutil.copytree(built, tmp_path / "copy", copy_function=shutil.copyfile)
    assert standing(folder, ASKED) == Standing(folder / "public", articles=1, briefs=1, skipped=0, messages=())
    return folder


def appended(path: Path, text: str = "\n") -> None:
    path.write_bytes(path.read_bytes() + text.encode())


def altered_in_place(path: Path) -> None:
    """Another byte of the same number, written at what is the old time to a program that sets it."""
    before = path.stat()
    content = path.read_bytes()
    path.write_bytes(content[:-2] + b"x" + content[-1:])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "brief": lambda root: appended(root / "content/briefs/walls.md"),
    "brief, its time set back": lambda root: altered_in_place(root / "content/briefs/walls.md"),
    "brief added": lambda root: shutil.copy(root / "content/briefs/walls.md", root / "content/briefs/other.md"),
    "brief gone": lambda root: (root / "content/briefs/walls.md").unlink(),
    "article": lambda root: appended(root / "content/articles/walls.txt", "One more.\n"),
    "article added": lambda root: (root / "content/articles/new.txt").write_text("A wall\n\nIt stands.\n", encoding="utf-8"),
    "article renamed": lambda root: (root / "content/articles/walls.txt").rename(root / "content/articles/wall.txt"),
    "page": lambda root: appended(root / "content/about.md"),
    "page gone": lambda root: (root / "content/about.md").unlink(),
    "asset": lambda root: appended(root / "content/logo.svg"),
    "setting": lambda root: appended(root / "mkdocs.yml", "site_author: Someone\n"),
    "setting inherited": lambda root: appended(root / "base.yml", "site_author: Someone\n"),
    "settings inherited gone": lambda root: (root / "base.yml").unlink(),
    "site's file gone": lambda root: (root / "public/archive/index.html").unlink(),
    "site's file longer": lambda root: appended(root / "public/briefs/walls/index.html"),
    "site's file altered": lambda root: (root / "public/index.html").write_bytes(
        b"x" * (root / "public/index.html").stat().st_size
    ),
    "site's file added": lambda root: (root / "public/briefs/walls/more.txt").write_text("x", encoding="utf-8"),
    "site gone": lambda root: shutil.rmtree(root / "public"),
    "record gone": lambda root: shutil.rmtree(root / ".briefs"),
    "record damaged": lambda root: appended(root / ".briefs/public/manifest"),
    "record cut": lambda root: (root / ".briefs/public/manifest").write_bytes(
        (root / ".briefs/public/manifest").read_bytes()[:-9]
    ),
    "record of another form": lambda root: (root / ".briefs/public/manifest").write_bytes(b'{"asked":["mkdocs.yml","",""]}\n'),
}


@pytest.mark.parametrize("change", list(CHANGES.values()), ids=list(CHANGES))
def test_what_changed_is_built(root: Path, change: Callable[[Path], object]) -> None:
    change(root)

    assert standing(root, ASKED) is None


def test_what_did_not_change_is_answered_again_and_again(root: Path) -> None:
    record = (root / ".briefs/public/manifest").read_bytes()
    for path in ("content/briefs/walls.md", "public/index.html", "mkdocs.yml"):
        appended(root / path, "")

    assert [standing(root, ASKED) is None for _ in range(3)] == [False, False, False]
    assert (root / ".briefs/public/manifest").read_bytes() != record


def test_a_copy_is_read_once_but_for_its_settings(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settled, digest_in, seen = datetime.now(UTC) + timedelta(seconds=1), stamps.digest_in, set()
    while datetime.now(UTC) < settled:
        standing(root, ASKED)
    monkeypatch.setattr(stamps, "digest_in", lambda path: seen.add(Path(path).name) or digest_in(path))

    assert standing(root, ASKED) is not None
    assert seen == {"mkdocs.yml", "base.yml"}


def test_another_value_of_a_variable_that_the_configuration_asks_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFS_TEST_OTHER", "x")
    assert standing(root, ASKED) is not None
    monkeypatch.setenv("BRIEFS_TEST_DESCRIPTION", "Others")
    assert standing(root, ASKED) is None


@pytest.mark.parametrize(
    ("asked", "is_known"),
    [
        (Asked("mkdocs.yml", "public"), False),
        (Asked("mkdocs.yml", "", "2026-01-01T00:00:00Z"), False),
        (Asked("base.yml"), False),
        (Asked("mkdocs.yml"), True),
    ],
)
def test_what_is_asked_for_in_another_way(root: Path, asked: Asked, is_known: bool) -> None:
    assert (standing(root, asked) is not None) == is_known


def test_a_moment_and_a_folder_that_were_given(root: Path) -> None:
    assert briefs(root, "build", "-d", "out", "--now", "2026-01-01T00:00:00Z").returncode == 0

    assert standing(root, Asked("mkdocs.yml", "out", "2026-01-01T00:00:00Z")) == Standing(root / "out", 1, 1, 0, ())
    assert standing(root, Asked("mkdocs.yml", "out")) is None
    assert standing(root, ASKED) == Standing(root / "public", 1, 1, 0, ())


def test_a_folder_that_was_given_as_a_path_is_not_that_of_a_project_moved_since(root: Path, tmp_path: Path) -> None:
    given = str(root / "out")
    assert briefs(root, "build", "-d", given).returncode == 0
    moved = root.rename(tmp_path / "moved")

    assert standing(moved, Asked("mkdocs.yml", given)) is None


def test_a_brief_that_waits_is_published_when_its_time_comes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Later(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Later":
            return cls(2999, 1, 1, tzinfo=tz)

    monkeypatch.setattr(quick, "datetime", Later)

    assert standing(root, ASKED) is None


def test_the_program_itself(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "package"
    for name in ("generator", "themes"):
        shutil.copytree(Path(__file__).parents[2] / name, package / name)
    monkeypatch.setattr(inputs, "_PACKAGE", package)
    assert standing(root, ASKED) is not None
    appended(package / "generator/slugs.py")
    assert standing(root, ASKED) is None


def test_a_template_of_ones_own(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "theme").mkdir()
    config = CONFIG.format(site_url="https://user.github.io/repo/").replace(
        "  name: brief\n", f"  name: brief\n  custom_dir: {tmp_path}/theme\n"
    )
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert briefs(root, "build").returncode == 0
    assert standing(root, ASKED) is not None
    (tmp_path / "theme/strings.yml").write_text("en: {skip: Over}\n", encoding="utf-8")
    assert standing(root, ASKED) is None


@pytest.mark.parametrize(("place", "text"), [("briefs/broken.md", '---\ntitle: "Broken\n---\n'), ("articles/empty.txt", "")])
def test_a_build_that_had_something_to_say_says_it_again(tmp_path: Path, place: str, text: str) -> None:
    folder = project(tmp_path / "p")
    (folder / "content/briefs").mkdir()
    (folder / "content" / place).write_text(text, encoding="utf-8")
    said = []
    for _ in range(2):
        said.append([line for line in briefs(folder, "build").stderr.splitlines() if Path(place).stem in line])
        assert standing(folder, ASKED) is not None

    assert said[0]
    assert said[0] == said[1]
    assert briefs(folder, "build", "--strict").returncode == 1


def test_a_build_at_work_is_not_answered_for_and_its_record_is_left(root: Path) -> None:
    file = records.manifest_file(root / ".briefs/public")
    appended(root / "public/index.html", "")
    before = store.read_record(file)
    with store.exclusive(root / "public"):
        assert standing(root, ASKED) is not None
        assert store.read_record(file) == before
        records.forget(file.path.parent)
        assert standing(root, ASKED) is None
        assert not store.exists(file)


def test_clean_builds_everything_anew(root: Path) -> None:
    run = briefs(root, "build", "--clean")

    assert (run.returncode, "1 rendered" in run.stderr) == (0, True)
    assert standing(root, ASKED) is not None


def test_a_lost_or_damaged_record_is_said(root: Path) -> None:
    appended(root / ".briefs/public/manifest")
    damaged = briefs(root, "build")
    shutil.rmtree(root / ".briefs/public")
    lost = briefs(root, "build")

    assert "the record of the last build is damaged: everything is built anew" in damaged.stderr.splitlines()
    assert "the record of the last build is missing: everything is built anew" in lost.stderr.splitlines()


def test_the_configuration_is_found_as_mkdocs_finds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert configuration(None) is None
    (tmp_path / "mkdocs.yaml").touch()
    assert configuration(None) == tmp_path / "mkdocs.yaml"
    (tmp_path / "mkdocs.yml").touch()
    assert configuration(None) == tmp_path / "mkdocs.yml"
    assert configuration("other.yml") is None
    assert asked_of(tmp_path / "mkdocs.yml", None, None) == ASKED


def test_the_manifest_is_read_as_it_was_written(root: Path) -> None:
    content = (root / ".briefs/public/manifest").read_bytes()
    found = manifest.read(content)

    assert manifest.to_bytes(found) == content
    assert manifest.asked_of(content) == found.asked == ASKED


def test_hidden_files_in_the_site_are_a_persons(root: Path) -> None:
    (root / "public/.nojekyll").touch()

    assert standing(root, ASKED) is not None


def test_settings_inherited_in_a_form_of_ones_own_are_read_again(root: Path) -> None:
    (root / "base.yml").rename(root / "my base.yml")
    path = root / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("INHERIT: base.yml", 'INHERIT: "my base.yml"'), encoding="utf-8")
    assert briefs(root, "build").returncode == 0

    assert standing(root, ASKED) is None
