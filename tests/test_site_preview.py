"""`briefs serve` on a small project: what is built, watched and said. tests/preview has the rest."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import mkdocs.commands.build
import pytest

from generator import plugin, store
from generator.errors import BriefsError
from generator.site_preview import Options, SitePreview, folder_beside, serve_site
from generator.store.site_folder import SiteFolder
from tests.projects import REFUSING, briefs, project, tree

URL = "http://127.0.0.1:8000/repo/"
DRAFT = '<strong class="draft">'


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """The level that the command line sets."""
    logger = logging.getLogger("mkdocs")
    before = logger.level
    logger.setLevel(logging.WARNING)
    yield
    logger.setLevel(before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


@pytest.fixture
def site(folder: Path) -> Iterator[SitePreview]:
    previewed = SitePreview(Options(str(folder / "mkdocs.yml")), folder / ".briefs/preview")
    previewed.read_config()
    yield previewed
    previewed.close()
    previewed.config.plugins.on_startup(command="build", dirty=False)


def rebuilt(site: SitePreview, *changed: Path) -> list[str] | None:
    problems = site.rebuild(URL, frozenset(changed))
    return None if problems is None else list(problems)


def page(site: SitePreview) -> str:
    return (site.served / "briefs/walls/index.html").read_text(encoding="utf-8")


def retitled(folder: Path, title: str) -> Path:
    brief = folder / "content/briefs/walls.md"
    lines = [
        f'title: "{title}"' if line.startswith("title:") else line for line in brief.read_text(encoding="utf-8").splitlines()
    ]
    brief.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return brief


def test_an_edit_reaches_the_folder_that_is_served_and_the_projects_site_is_left_alone(folder: Path, site: SitePreview) -> None:
    assert rebuilt(site) == []
    assert "<h1>A new title</h1>" not in page(site)
    assert rebuilt(site, retitled(folder, "A new title")) == []

    assert "A new title" in page(site)
    assert f'href="{URL}briefs/walls/"' in page(site)
    assert not (folder / "site").exists()


def test_drafts_are_shown_and_marked_as_such_while_they_are(folder: Path, site: SitePreview) -> None:
    rebuilt(site)
    brief, archive = folder / "content/briefs/walls.md", site.served / "archive/index.html"
    given = brief.read_text(encoding="utf-8")
    assert DRAFT not in archive.read_text(encoding="utf-8")
    brief.write_text(given.replace("\ntitle:", "\nstatus: draft\ntitle:", 1), encoding="utf-8")
    assert rebuilt(site, brief) == []

    assert "<h1" in page(site)
    assert DRAFT in archive.read_text(encoding="utf-8")
    brief.write_text(given, encoding="utf-8")
    assert rebuilt(site, brief) == []
    assert DRAFT not in archive.read_text(encoding="utf-8")


def test_the_briefs_that_a_build_wrote_are_no_change(folder: Path, site: SitePreview) -> None:
    rebuilt(site)
    brief = folder / "content/briefs/walls.md"

    assert rebuilt(site, brief.parent, brief) is None
    retitled(folder, "Edited")
    assert rebuilt(site, brief) == []


def test_nobody_is_told_of_a_build_that_leaves_the_site_and_its_problems_as_they_are(folder: Path, site: SitePreview) -> None:
    rebuilt(site)
    index, config = folder / "content/index.md", folder / "mkdocs.yml"
    assert rebuilt(site, index) is None
    assert rebuilt(site, index, config) is None

    broken = retitled(folder, 'A "quoted" title')
    assert rebuilt(site, broken)
    assert rebuilt(site, broken) is None
    index.write_text("[A page](none.md)\n", encoding="utf-8")
    problems = rebuilt(site, index)
    assert problems
    assert any("none.md" in problem for problem in problems)


def test_a_preview_starts_from_what_the_last_one_left(folder: Path, site: SitePreview) -> None:
    rebuilt(site)
    before = {path: store.state(path) for path in site.served.rglob("*")}
    again = SitePreview(Options(str(folder / "mkdocs.yml")), folder / ".briefs/preview")

    assert rebuilt(again) is not None
    assert {path: store.state(path) for path in site.served.rglob("*")} == before


def test_the_page_that_is_served_stays_while_all_are_made_anew(
    folder: Path, site: SitePreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuilt(site)
    seen: list[bool] = []
    write = SiteFolder.write

    def watched(self: SiteFolder, name: str, content: bytes, known: str | None) -> str:
        seen.append((site.served / "briefs/walls/index.html").is_file())
        return write(self, name, content, known)

    monkeypatch.setattr(SiteFolder, "write", watched)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("site_name: ", "site_name: New "), encoding="utf-8")
    (site.served / "none.html").write_text("of nobody", encoding="utf-8")

    assert rebuilt(site, config) == []
    assert seen
    assert all(seen)
    assert not (site.served / "none.html").exists()


def test_a_folder_that_is_there_again_is_built(folder: Path, site: SitePreview) -> None:
    rebuilt(site)
    docs = folder / "content"
    docs.rename(folder / "away")
    assert rebuilt(site, docs) != []
    (folder / "away").rename(docs)

    assert rebuilt(site, docs) == []


def test_a_file_that_is_gone_is_a_change(folder: Path, site: SitePreview) -> None:
    rebuilt(site)
    brief = folder / "content/briefs/walls.md"
    brief.unlink()

    assert rebuilt(site, brief) is None  # it was made anew, as it was
    assert brief.is_file()
    about = folder / "content/index.md"
    about.unlink()
    assert rebuilt(site, about) is not None


def test_a_broken_setting_is_said_and_the_last_site_stays(folder: Path, site: SitePreview) -> None:
    rebuilt(site)
    before = tree(site.served)
    config = folder / "mkdocs.yml"
    given = config.read_text(encoding="utf-8")
    config.write_text(given + "plugins: [none-such]\n", encoding="utf-8")
    problems = rebuilt(site, config)

    assert problems
    assert any("none-such" in problem for problem in problems)
    assert tree(site.served) == before
    config.write_text(given, encoding="utf-8")
    assert rebuilt(site, config) == []


def test_a_broken_brief_is_said_with_file_and_line_and_the_rest_is_shown(folder: Path, site: SitePreview) -> None:
    rebuilt(site)
    problems = rebuilt(site, retitled(folder, 'A "quoted" title'))

    assert problems
    assert any(problem.startswith("content/briefs/walls.md:") and "double quotes" in problem for problem in problems)
    assert not (site.served / "briefs/walls/index.html").exists()
    assert (site.served / "index.html").exists()


def test_a_broken_template_is_given_to_the_preview_to_describe(folder: Path, site: SitePreview) -> None:
    (folder / "overrides").mkdir()
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("  name: brief\n", "  name: brief\n  custom_dir: overrides\n"),
        encoding="utf-8",
    )
    (folder / "overrides/main.html").write_text(
        '{% extends "base.html" %}\n{% block content %}\n{{ oops( }}\n', encoding="utf-8"
    )

    with pytest.raises(Exception, match="unexpected"):
        site.rebuild(URL, frozenset([config]))
    assert folder / "overrides" in site.paths()


def test_mkdocs_alone_previews_drafts_and_leaves_no_records_of_a_folder_that_is_gone(folder: Path, tmp_path: Path) -> None:
    brief = folder / "content/briefs/walls.md"
    config = plugin.load_config(str(folder / "mkdocs.yml"), str(tmp_path / "served"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs.commands.build.build(config, serve_url=URL)
    brief.write_text(brief.read_text(encoding="utf-8").replace("\ntitle:", "\nstatus: draft\ntitle:", 1), encoding="utf-8")
    again = plugin.load_config(str(folder / "mkdocs.yml"), str(tmp_path / "served"))
    mkdocs.commands.build.build(again, serve_url=URL)

    assert DRAFT in (tmp_path / "served/archive/index.html").read_text(encoding="utf-8")
    again.plugins.on_shutdown()
    assert not [path for path in (folder / ".briefs").iterdir() if path.is_dir()]
    again.plugins.on_startup(command="build", dirty=False)


def test_two_previews_of_a_project_have_a_folder_each(folder: Path) -> None:
    config = folder / "mkdocs.yml"
    with folder_beside(config) as one:
        with folder_beside(config) as other:
            assert one != other
        with folder_beside(config) as third:
            assert third == other
    with folder_beside(config) as again:
        assert again == one


def test_what_is_watched(folder: Path, site: SitePreview) -> None:
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "watch: [notes]\n", encoding="utf-8")
    (folder / "notes").mkdir()
    rebuilt(site)
    paths = site.paths()

    assert {config, folder / "content", folder / "notes"} <= set(paths)
    assert any(path.name == "brief" and path.parent.name == "themes" for path in paths)


def test_a_configuration_that_is_broken_at_the_start_is_said_and_the_site_comes_when_it_is_mended(folder: Path) -> None:
    config = folder / "mkdocs.yml"
    given = config.read_text(encoding="utf-8")
    config.write_text("site_name: [\n", encoding="utf-8")
    site = SitePreview(Options(str(config)), folder / ".briefs/preview")
    problems = rebuilt(site)

    assert problems
    assert any(f'"{config}", line ' in problem for problem in problems)
    assert site.paths() == [config]
    config.write_text(given, encoding="utf-8")
    assert rebuilt(site, config) == []
    assert "<h1" in page(site)
    site.config.plugins.on_startup(command="build", dirty=False)


def test_a_configuration_that_is_not_there_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match=r"mkdocs\.yml"):
        serve_site(Options(str(tmp_path / "mkdocs.yml")), lambda _line: None)


def test_the_command_says_what_is_wrong_in_one_line(folder: Path) -> None:
    run = briefs(folder, "serve", "-a", "192.0.2.1:1")

    assert run.returncode == 1
    assert run.stderr.splitlines()[-1].startswith("Error: 192.0.2.1:1 cannot be served on")
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_the_command_ends_cleanly_and_leaves_nothing(folder: Path, tmp_path: Path, end: signal.Signals) -> None:
    (tmp_path / "scratch").mkdir()
    code = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n{REFUSING}"
    with subprocess.Popen(
        [sys.executable, "-c", code, "serve", "-a", "0.0.0.0:0"],
        cwd=folder,
        env={**os.environ, "TMPDIR": str(tmp_path / "scratch")},
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stderr is not None
        said = [process.stderr.readline() for _ in range(3)]
        process.send_signal(end)
        rest = process.stderr.read()
        status = process.wait(timeout=60)

    assert "every machine that reaches 0.0.0.0:" in said[0]
    assert said[1].startswith("the preview is at http://localhost:")
    assert said[2].startswith("built in ")
    assert (status, rest) == (0, "the preview has ended\n")
    assert list((tmp_path / "scratch").iterdir()) == []
