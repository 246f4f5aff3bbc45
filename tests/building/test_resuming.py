"""What MkDocs is not needed for, and what it is asked for: each kind of change, and what its own pages show."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.building import outputs
from generator.building.planning import Plan
from generator.building.resuming import End
from generator.building.site_build import SiteBuild
from generator.pipeline import Means
from tests.building.changes import ARTICLE, Project
from tests.building.machine import assert_same
from tests.building.site import NOW, Text, built, built_clean, end, warnings
from tests.projects import briefs, tree
from tests.projects import project as plain_project

ROOT = Path(__file__).parents[2]
FORD = ARTICLE.format("ford", 820, 841)
TOLD = """
import sys
from generator.cli import main
try:
    main(["build"])
finally:
    print([name for name in ("mkdocs.config", "mkdocs.commands.build", "generator.conversion") if name in sys.modules])
"""
HOME = "<p>{{ site.topics|map(attribute='name')|join(' ') }}</p>\n"


def numbered(number: int) -> Text:
    return Text(
        f"On wall {number}", ["walls"], "Ada Vane", f"2025-01-{number:02}", [number, number + 90], f"P {number}.", "1901"
    )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of twelve briefs, of which the home page shows the ten newest, built once; a page links to one."""
    project = Project(tmp_path / "project")
    for slug in list(project.texts):
        (project.root / f"content/briefs/{slug}.md").unlink()
    project.texts = {f"n{number:02}": numbered(number) for number in range(1, 13)}
    for slug in project.texts:
        project.write(slug)
    project.put("content/about.md", "# About\n\nSee [there](briefs/n01.md).\n")
    project.put("content/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    with warnings():
        assert end(project.root, NOW, Means()) is None
    return project


def edited(project: Project, slug: str, **fields: object) -> None:
    for name, value in fields.items():
        setattr(project.texts[slug], name, value)
    project.write(slug)


def searched(project: Project) -> str:
    return min(path.relative_to(project.root).as_posix() for path in project.root.glob("site/search/**/*.json"))


def deleted(project: Project, name: str) -> None:
    (project.root / name).unlink()


CHANGES: dict[str, tuple[Callable[[Project], object], End | None]] = {
    "body of the newest": (lambda project: edited(project, "n12", sentences=[12, 300]), End.DONE),
    "title of an old one": (lambda project: edited(project, "n01", title="On other walls"), End.DONE),
    "title of the newest": (lambda project: edited(project, "n12", title="On other walls"), End.ASKS_HOST),
    "topics of an old one": (lambda project: edited(project, "n02", topics=["gates"]), End.DONE),
    "alias": (lambda project: edited(project, "n01", aliases=["old/"]), End.DONE),
    "alias of a page": (lambda project: edited(project, "n01", aliases=["about/"]), End.DONE),
    "event": (lambda project: edited(project, "n01", event="1902"), End.DONE),
    "brief added": (lambda project: project.put("content/briefs/new.md", numbered(13).written()), End.ASKS_HOST),
    "brief gone": (lambda project: deleted(project, "content/briefs/n01.md"), End.ASKS_HOST),
    "brief broken": (lambda project: project.put("content/briefs/n02.md", "---\ntitle: [\n---\n"), End.ASKS_HOST),
    "fault": (lambda project: edited(project, "n02", is_sound=False), End.ASKS_HOST),
    "article": (
        lambda project: project.put("content/articles/ford.txt", FORD),
        End.ASKS_HOST,
    ),
    "page": (lambda project: project.put("content/about.md", "# About\n\nNothing.\n"), None),
    "asset": (lambda project: project.put("content/logo.svg", "<svg/>"), None),
    "folder among briefs": (lambda project: project.put("content/briefs/more/x.txt", "x"), None),
    "template": (lambda project: project.put("overrides/partials/foot.html", "<footer>x</footer>"), None),
    "setting": (lambda project: (setattr(project.configuration, "site_name", "X"), project.configure()), None),
    "page of the site spoilt": (lambda project: project.put("site/briefs/n01/index.html", "x"), End.DONE),
    "page of the host spoilt": (lambda project: project.put("site/about/index.html", "x"), End.ASKS_HOST),
    "search spoilt": (lambda project: deleted(project, searched(project)), End.ASKS_HOST),
}


@pytest.mark.parametrize("name", list(CHANGES))
def test_mkdocs_is_asked_where_its_pages_show_it(project: Project, tmp_path: Path, name: str) -> None:
    change, expected = CHANGES[name]
    change(project)
    clean = built_clean(project.root, tmp_path)
    with warnings() as heard:
        assert end(project.root, NOW, Means()) is expected
    site = tree(project.root / "site")
    assert_same(site, {".gitignore": b"*\n", **clean[0]})
    assert sorted(line for line in heard if "was published" not in line) == clean[1]


def test_a_page_that_shows_more_of_the_site_is_always_asked_for(project: Project) -> None:
    project.put("overrides/home.html", HOME)
    with warnings():
        assert end(project.root, NOW, Means()) is None
        edited(project, "n01", sentences=[1, 301])
        assert end(project.root, NOW, Means()) is None


def test_what_mkdocs_warned_of_is_said_again(project: Project) -> None:
    project.put("content/about.md", "# About\n\nSee [nowhere](nowhere.md).\n")
    with warnings() as first:
        end(project.root, NOW, Means())
    edited(project, "n01", sentences=[1, 301])
    with warnings() as second:
        assert end(project.root, NOW, Means()) is End.DONE
    assert ["nowhere.md" in line for line in first] == ["nowhere.md" in line for line in second] == [True]


def test_warnings_that_are_errors_have_mkdocs_asked(project: Project) -> None:
    with (project.root / "mkdocs.yml").open("a", encoding="utf-8") as opened:
        opened.write("strict: true\n")
    with warnings():
        end(project.root, NOW, Means())
        edited(project, "n01", sentences=[1, 301])
        assert end(project.root, NOW, Means()) is None


def test_the_command_does_not_load_mkdocs_for_an_edit(tmp_path: Path) -> None:
    root = plain_project(tmp_path)
    assert briefs(root, "build").returncode == 0
    brief = root / "content/briefs/walls.md"
    text = re.sub("^(  - text:) .*$", r"\1 Millers stand.", brief.read_text("utf-8"), count=1, flags=re.M)
    brief.write_text(text, "utf-8")
    run = subprocess.run([sys.executable, "-c", TOLD], cwd=root, capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout == "[]\n"
    assert "0 converted, 1 rendered, 1 unchanged" in run.stderr
    assert "Millers stand." in (root / "site/briefs/walls/index.html").read_text(encoding="utf-8")


def test_a_site_that_is_looked_at_aside_is_mended_as_well(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outputs, "_MANY", 0)
    edited(project, "n03", sentences=[3, 303])
    project.put("site/briefs/n01/index.html", "x")
    clean = built_clean(project.root, tmp_path)
    with warnings():
        assert end(project.root, NOW, Means()) is End.DONE
    assert_same(tree(project.root / "site"), {".gitignore": b"*\n", **clean[0]})


def test_a_draft_that_is_edited_shows_nothing(project: Project, tmp_path: Path) -> None:
    edited(project, "n03", status="draft")
    built(project.root)
    built(project.root)  # the second no longer tells of the address that is gone
    edited(project, "n03", sentences=[3, 301, 93])
    clean = built_clean(project.root, tmp_path)
    with warnings():
        assert end(project.root, NOW, Means()) is End.DONE
    assert_same(tree(project.root / "site"), {".gitignore": b"*\n", **clean[0]})


def test_where_others_show_what_they_did_they_are_not_looked_at(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Plan, "due_pages", lambda plan: asked.append("pages") or ())
    monkeypatch.setattr(Plan, "due_files", lambda plan: asked.append("files") or ())
    edited(project, "n03", sentences=[3, 301, 93])
    with warnings():
        assert end(project.root, NOW, Means()) is End.DONE
    assert asked == []
    edited(project, "n01", title="On walls of old")
    with warnings():
        assert end(project.root, NOW, Means()) is End.DONE
    assert asked == ["pages", "files"]


@pytest.mark.parametrize("change", ["added", "changed", "gone"])
def test_what_briefs_give_is_kept_where_a_template_is_another(project: Project, tmp_path: Path, change: str) -> None:
    foot = "overrides/partials/foot.html"
    if change != "added":
        project.put(foot, "<footer>one</footer>")
        built(project.root)
    if change == "gone":
        deleted(project, foot)
    else:
        project.put(foot, "<footer>two</footer>")
    means = Means()
    clean = built_clean(project.root, tmp_path)
    with warnings():
        assert end(project.root, NOW, means) is None
    assert_same(tree(project.root / "site"), {".gitignore": b"*\n", **clean[0]})
    items = {timing.stage: timing.items for timing in means.timings.all()}
    count = len(list((project.root / "content/briefs").glob("*.md")))
    assert (items["examine and index"], items["render"]) == (0, count)


@pytest.mark.parametrize(
    ("template", "drawn"), [("archive.html", "list:archive/"), ("brief.html", "brief:"), ("topic.html", "list:topics/")]
)
def test_where_a_template_is_another_the_pages_that_draw_on_it_are_made_anew(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: str, drawn: str
) -> None:
    source = (ROOT / "themes/brief" / template).read_text(encoding="utf-8")
    head, end_of_block, tail = source.rpartition("{% endblock %}")
    project.put(f"overrides/{template}", f"{head}<!-- mine -->{end_of_block}{tail}")
    clean = built_clean(project.root, tmp_path)
    made: list[str] = []
    put = SiteBuild._put
    monkeypatch.setattr(SiteBuild, "_put", lambda build, job, found: (made.append(job.due.name), put(build, job, found)))
    with warnings():
        assert end(project.root, NOW, Means()) is None
    assert_same(tree(project.root / "site"), {".gitignore": b"*\n", **clean[0]})
    assert made
    assert all(name.startswith(drawn) for name in made)
    assert any(b"<!-- mine -->" in content for content in tree(project.root / "site").values())
