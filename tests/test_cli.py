"""The commands as users meet them, each in a process that no network is open to."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import WALLS, briefs, project, tree


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project(tmp_path_factory.mktemp("built"))
    run = briefs(folder, "build")
    assert run.returncode == 0, run.stderr
    return folder


@pytest.fixture
def copied(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "copy"))


def test_build_converts_and_renders_without_a_network(built: Path) -> None:
    assert (built / "content/briefs/walls.md").is_file()
    assert "Sea walls buy time" in (built / "site/briefs/walls/index.html").read_text(encoding="utf-8")
    assert {"index.html", "404.html", "archive/index.html", "sitemap.xml"} <= set(tree(built / "site"))


def test_a_second_build_changes_nothing(copied: Path) -> None:
    content, site = tree(copied / "content"), tree(copied / "site")
    times = {path: path.stat().st_mtime_ns for path in (copied / "content").rglob("*")}

    run = briefs(copied, "build")

    assert run.returncode == 0
    assert "0 converted, 0 rendered, 1 unchanged, 0 skipped, " in run.stderr
    assert (tree(copied / "content"), tree(copied / "site")) == (content, site)
    assert {path: path.stat().st_mtime_ns for path in (copied / "content").rglob("*")} == times


def test_the_same_bytes_for_any_number_of_workers(tmp_path: Path) -> None:
    articles = {f"walls-{number}": WALLS.replace("Harne", f"Harne{number}") for number in range(9)}
    found = []
    for jobs in ("1", "2", "5"):
        folder = project(tmp_path / jobs, **articles)
        run = briefs(folder, "build", "--jobs", jobs)
        assert (run.returncode, "9 converted, 9 rendered, 0 unchanged, 0 skipped, " in run.stderr) == (0, True), run.stderr
        found.append((tree(folder / "content"), tree(folder / "site")))

    assert found[0] == found[1] == found[2]


def test_timings_are_a_table_beside_the_result_or_json_as_the_result(copied: Path) -> None:
    table = briefs(copied, "build", "--timings")
    as_json = briefs(copied, "build", "--timings=json", "--quiet")

    assert table.stdout == ""
    assert [line.split()[0] for line in table.stderr.splitlines()[-3:]] == ["stage", "compare", "total"]
    assert as_json.stderr == ""
    assert [(one["stage"], one["items"]) for one in json.loads(as_json.stdout)] == [("compare", 1), ("total", 0)]


def test_a_cluster_that_cannot_be_had_is_one_line(copied: Path) -> None:
    run = briefs(copied, "build", "--dask", "nowhere://x")

    assert run.returncode == 1
    assert re.fullmatch("Error: --dask (wants the address of a scheduler, such as .*|needs the package .*)\n", run.stderr)


@pytest.mark.parametrize("environment", [{"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}, {"PYTHONHASHSEED": "99"}])
def test_the_same_bytes_elsewhere(built: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    other = project(tmp_path / "a folder of another name")

    assert briefs(other, "build", **environment).returncode == 0

    assert tree(other / "content") == tree(built / "content")
    assert tree(other / "site") == tree(built / "site")


def test_mkdocs_alone_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    other = project(tmp_path / "other")

    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=other, check=True, timeout=120)

    assert tree(other / "site") == tree(built / "site")
    assert tree(other / "content") == tree(built / "content")


def test_a_clone_without_articles_builds_the_same_pages(copied: Path) -> None:
    site = tree(copied / "site")
    shutil.rmtree(copied / "content/articles")

    assert briefs(copied, "build").returncode == 0

    assert tree(copied / "site") == site


def test_a_refused_article_is_one_line_and_stops_nothing(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", walls=WALLS, empty="")

    run = briefs(folder, "build")

    assert run.returncode == 0
    assert "skipped content/articles/empty.txt: it is empty" in run.stderr.splitlines()
    assert run.stderr.count("empty.txt") == 1
    assert (folder / "site/briefs/walls/index.html").is_file()
    assert briefs(folder, "build", "--strict").returncode == 1


def test_what_a_person_edited_stays_while_the_rest_follows_the_article(copied: Path) -> None:
    path = copied / "content/briefs/walls.md"
    edited = path.read_text(encoding="utf-8").replace("Sea walls buy time", "Walls  buy time # ok", 1)
    path.write_text(edited, encoding="utf-8")
    (copied / "content/articles/walls.txt").write_text(WALLS + "\nOne more line stands here.\n", encoding="utf-8")

    run = briefs(copied, "build")

    assert run.returncode == 0
    assert 'title: "Walls  buy time # ok, and little more"\n' in path.read_text(encoding="utf-8")
    assert "One more line stands here." in path.read_text(encoding="utf-8")
    assert "converted content/articles/walls.txt: yours stays: title" in run.stderr
    assert "Walls  buy time # ok" in (copied / "site/briefs/walls/index.html").read_text(encoding="utf-8")


def test_a_changed_article_is_converted_again(copied: Path) -> None:
    (copied / "content/articles/walls.txt").write_text(WALLS.replace("Harne", "Borne"), encoding="utf-8")

    stale = briefs(copied, "check")
    run = briefs(copied, "build")

    assert (stale.returncode, "content/articles/walls.txt has changed since" in stale.stdout) == (1, True)
    assert "converted content/articles/walls.txt" in run.stderr
    assert briefs(copied, "check").returncode == 0


def test_check_names_file_line_and_item_of_a_changed_quote(copied: Path) -> None:
    assert briefs(copied, "check").returncode == 0
    path = copied / "content/briefs/walls.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if line.startswith('    quote: "T'))
    lines[number] = lines[number].replace('quote: "T', 'quote: "t')
    path.write_text("\n".join(lines), encoding="utf-8")

    run = briefs(copied, "check")

    assert run.returncode == 1
    assert f"content/briefs/walls.md:{number + 1}: quote of key point 1 is not in the article's text" in run.stdout


def test_a_broken_brief_is_left_as_it_is_named_and_not_published(copied: Path) -> None:
    broken = copied / "content/briefs/broken.md"
    broken.write_text('---\ntitle: "Broken\n---\n', encoding="utf-8")

    run = briefs(copied, "build")

    assert run.returncode == 0
    assert "content/briefs/broken.md:2:" in run.stderr
    assert broken.read_text(encoding="utf-8") == '---\ntitle: "Broken\n---\n'
    assert not (copied / "site/briefs/broken").exists()
    assert (copied / "site/briefs/walls/index.html").is_file()
    assert briefs(copied, "build", "--strict").returncode == 1


def test_a_brief_written_wholly_by_hand_is_published(copied: Path) -> None:
    (copied / "content/briefs/by-hand.md").write_text('---\ntitle: "By hand"\n---\nNothing but *text*.\n', encoding="utf-8")

    assert briefs(copied, "build").returncode == 0

    assert "By hand" in (copied / "site/briefs/by-hand/index.html").read_text(encoding="utf-8")


def test_brief_prints_and_writes_nothing(copied: Path) -> None:
    before = tree(copied)

    run = briefs(copied, "brief", "content/articles/walls.txt")

    assert run.returncode == 0
    assert run.stdout == (copied / "content/briefs/walls.md").read_text(encoding="utf-8")
    assert tree(copied) == before


def test_brief_takes_the_date_from_outside_only_where_the_article_has_none(tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text(
        "A wall\n\nThe wall was finished last month. It stands by the sea.\n", encoding="utf-8"
    )
    (tmp_path / "walls.txt").write_text(WALLS, encoding="utf-8")

    undated = briefs(tmp_path, "brief", "undated.txt", "--published", "2020-07-26")
    dated = briefs(tmp_path, "brief", "walls.txt", "--published", "2020-07-26")

    assert 'published: "2020-07-26"' in undated.stdout
    assert 'published: "2021-03-03"' in dated.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["brief", "nothing.txt"], "nothing.txt: it cannot be read (No such file or directory)"),
        (["brief", "x.txt", "--published", "soon"], "'soon' is not a date such as 2022-08-16"),
        (["build", "-f", "nothing.yml"], "nothing.yml"),
    ],
)
def test_mistakes_are_one_line_and_no_traceback(tmp_path: Path, arguments: list[str], message: str) -> None:
    run = briefs(tmp_path, *arguments)

    assert run.returncode != 0
    assert message in run.stderr
    assert "Traceback" not in run.stderr


def test_the_module_is_the_command() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "generator", "--version"], capture_output=True, text=True, timeout=60, check=True
    )

    assert run.stdout.startswith("briefs, version ")


def test_explain_says_why_and_writes_nothing(copied: Path) -> None:
    before = tree(copied)

    text = briefs(copied, "explain", "content/articles/walls.txt", "--sentence", "3")
    page = briefs(copied, "explain", "content/articles/walls.txt", "--html")
    beyond = briefs(copied, "explain", "content/articles/walls.txt", "--sentence", "99")

    assert (text.returncode, page.returncode, beyond.returncode) == (0, 0, 2)
    assert "First, the wall does not stop the water" in text.stdout
    assert page.stdout.startswith("<!doctype html>")
    assert "the article has" in beyond.stderr
    assert tree(copied) == before
