"""A build gives the same bytes and outcomes whoever works for it, and one article's bad luck is its own."""

from multiprocessing import active_children
from pathlib import Path

import pytest

from generator import store, workers
from generator.errors import BriefsError
from generator.model import Outcome
from generator.pipeline import Engine, refresh, unheard
from generator.pipeline.engine import ENGINE
from generator.settings import Settings
from generator.store import StoredFile
from generator.workers import Crew
from tests.hand.engine import engine
from tests.pipeline.engines import STEADY, unlucky, wayward
from tests.projects import ARTICLES, tree

LOST = "its worker died, and so did the one that was given it alone"


def project(root: Path, count: int = 30, *others: str) -> Settings:
    settings = Settings(root, root / "articles", root / "briefs")
    settings.articles.mkdir(parents=True)
    for name in (*(f"walls{number}" for number in range(count)), *others):
        text = f"On {name}\n\nThe wall of {name} stood 40 years.\n\nThe sea took it, and {name} is gone.\n"
        (settings.articles / f"{name}.txt").write_text(text, encoding="utf-8")
    return settings


def built(settings: Settings, crew: Crew, with_engine: Engine) -> tuple[tuple[Outcome, ...], dict[str, bytes]]:
    with crew:
        outcomes = refresh(settings, unheard, with_engine, crew=crew)
    assert active_children() == []
    return outcomes, tree(settings.briefs)


def eventful(root: Path) -> Settings:
    """A project whose articles are stale, renamed, refused or of one name; a brief is edited, another one broken."""
    settings = project(root)
    refresh(settings, unheard, engine(0))
    for number in range(5):
        (settings.articles / f"walls{number}.txt").rename(settings.articles / f"gates{number}.txt")
    (settings.articles / "Walls20.md").write_text("# A clash\n\nOf names.\n", encoding="utf-8")
    (settings.articles / "empty.txt").write_text("On nothing\n", encoding="utf-8")
    (settings.articles / "moat.pdf").write_bytes(b"%PDF")
    edited = settings.briefs / "walls11.md"
    edited.write_text(edited.read_text(encoding="utf-8").replace('title: "', 'title: "Mine ', 1), encoding="utf-8")
    (settings.briefs / "walls12.md").write_text("---\n\ttitle", encoding="utf-8")
    return settings


@pytest.mark.parametrize("jobs", [2, 5])
def test_the_same_outcomes_and_bytes_for_any_number_of_workers(tmp_path: Path, jobs: int) -> None:
    one = built(eventful(tmp_path / "one"), workers.local(1), engine(1))
    many = built(eventful(tmp_path / "many"), workers.local(jobs), engine(1))

    assert many == one
    kinds = [outcome.kind for outcome in one[0]]
    assert {kind: kinds.count(kind) for kind in sorted(kinds)} == {"converted": 29, "kept": 1, "skipped": 3}


def test_the_true_engine_gives_the_same_bytes_in_workers(tmp_path: Path) -> None:
    found = []
    for jobs in (1, 2):
        settings = project(tmp_path / str(jobs), 0)
        for number in range(3):
            for path in ARTICLES.iterdir():
                (settings.articles / f"{number}-{path.name}").write_bytes(path.read_bytes())
        found.append(built(settings, workers.local(jobs), ENGINE))

    assert found[0] == found[1]
    assert {outcome.kind for outcome in found[0][0]} == {"converted"}


def test_an_article_that_raises_leaves_or_kills_is_skipped_and_no_other(tmp_path: Path) -> None:
    settings = project(tmp_path, 20, "raises", "leaves", "dies")

    outcomes, briefs = built(settings, workers.local(2), wayward())

    assert [str(outcome) for outcome in outcomes if outcome.kind != "converted"] == [
        f"skipped articles/dies.txt: {LOST}",
        f"skipped articles/leaves.txt: {LOST}",
        "skipped articles/raises.txt: the engine failed on it (ZeroDivisionError: division by zero); please report it",
    ]
    assert len(briefs) == 20


def test_a_worker_that_is_killed_once_costs_no_article(tmp_path: Path) -> None:
    outcomes, briefs = built(project(tmp_path / "p"), workers.local(2), unlucky(tmp_path))

    assert (tmp_path / "killed").exists()
    assert {outcome.kind for outcome in outcomes} == {"converted"}
    assert briefs == built(project(tmp_path / "other"), workers.alone(), STEADY)[1]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_known_to_be_unchanged_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    settings = project(tmp_path)
    refresh(settings, unheard, STEADY)
    opened: list[str] = []
    read = store.read
    heard: list[tuple[str, int, int]] = []

    def watched(file: StoredFile) -> bytes:
        opened.append(file.shown)
        return read(file)

    def unchanged(article: StoredFile, brief: StoredFile) -> bool:
        assert brief.shown == f"briefs/{article.path.stem}.md"
        return article.path.stem != "walls20"

    monkeypatch.setattr(store, "read", watched)
    with workers.local(jobs) as crew:
        outcomes = refresh(
            settings, lambda one, number, total: heard.append((one.path, number, total)), STEADY, crew=crew, unchanged=unchanged
        )

    assert opened == ["articles/walls20.txt", "briefs/walls20.md"]
    assert {outcome.kind for outcome in outcomes} == {"unchanged"}
    assert heard == [(file.shown, number, 30) for number, file in enumerate(store.articles(settings), 1)]


def test_what_stops_the_build_leaves_no_worker_and_no_lock(tmp_path: Path) -> None:
    settings = project(tmp_path)

    def interrupted(_outcome: Outcome, number: int, _total: int) -> None:
        if number == 10:
            raise KeyboardInterrupt

    with workers.local(2) as crew, pytest.raises(KeyboardInterrupt):
        refresh(settings, interrupted, STEADY, crew=crew)
    assert active_children() == []
    with store.exclusive(settings.root, patience=0):
        pass
    assert [outcome.kind for outcome in refresh(settings, unheard, STEADY)].count("unchanged") == 10


def test_a_system_that_gives_no_process_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("os.fork", refuse)

    with workers.local(2) as crew, pytest.raises(BriefsError, match=r"no worker can be started \(Resource .*; try --jobs 1"):
        refresh(project(tmp_path), unheard, STEADY, crew=crew)
