import json
from pathlib import Path

import pytest

from tests.eval import gate
from tests.eval.floors import Floors, drops, read_floors, updated, write_floors

ARTICLE = """The harbour of Varde in winter

Ice closed the harbour of Varde for eleven days this winter. A new quay for the grain ships was opened by the mayor in May 2021.
The town has 9,000 people and one cinema. Most of them work for the harbour or for the school.
"""
ANNOTATION = {
    "id": "varde",
    "article": "varde.txt",
    "published": "2021-06-02",
    "published_in_source": False,
    "expected_challenges": 0,
    "challenges": [],
    "also_acceptable": [],
    "key_sentences": ["Ice closed the harbour of Varde for eleven days this winter."],
    "events": [],
    "boilerplate": [],
    "tags": ["fewer-than-three"],
}
PINNED = Floors({"digest": "one"}, {"date_f1": 0.8}, {"boilerplate_leaks": 1.0})


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "varde.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "varde.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")
    return tmp_path


def run(corpus: Path, *options: str) -> int:
    return gate.main(["--corpus", str(corpus), *options])


def raise_floor(corpus: Path, figure: str, value: float) -> Path:
    path = corpus / "floors.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    record["floors"][figure] = value
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


def test_the_repository_s_own_corpus_holds_its_floors(capsys: pytest.CaptureFixture[str]) -> None:
    status = gate.main([])

    assert status == 0, capsys.readouterr().out


def test_a_folder_without_floors_is_only_measured(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(corpus, "--per-article", "--misses") == 0
    assert "varde  " in capsys.readouterr().out
    assert not (corpus / "floors.json").exists()


def test_a_pinned_folder_passes_until_its_corpus_changes(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(corpus, "--update") == 0
    assert run(corpus) == 0

    (corpus / "varde.txt").write_text(ARTICLE.replace("eleven", "twelve"), encoding="utf-8")

    assert run(corpus) == 1
    assert "FAIL the corpus is not the pinned one (digest" in capsys.readouterr().out
    assert run(corpus, "--update") == 0
    assert run(corpus) == 0


def test_a_changed_annotation_is_a_changed_corpus(corpus: Path) -> None:
    run(corpus, "--update")
    (corpus / "varde.json").write_text(json.dumps(ANNOTATION | {"also_acceptable": ["One cinema."]}), encoding="utf-8")

    assert run(corpus) == 1


def test_line_ends_are_no_change(corpus: Path) -> None:
    run(corpus, "--update")
    (corpus / "varde.txt").write_bytes(ARTICLE.replace("\n", "\r\n").encode())

    assert run(corpus) == 0


def test_a_figure_below_its_floor_fails(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(corpus, "--update")
    raise_floor(corpus, "date_f1", 1.5)

    assert run(corpus) == 1
    assert "FAIL date_f1 is 0.0000, below its floor of 1.5000" in capsys.readouterr().out


def test_update_keeps_a_floor_that_would_drop_and_fails(corpus: Path) -> None:
    run(corpus, "--update")
    path = raise_floor(corpus, "date_f1", 1.5)

    assert run(corpus, "--update") == 1
    assert read_floors(path).floors["date_f1"] == 1.5


def test_update_lets_a_floor_drop_where_that_is_said(corpus: Path) -> None:
    run(corpus, "--update")
    path = raise_floor(corpus, "date_f1", 1.5)

    assert run(corpus, "--update", "--allow-regression") == 0
    assert read_floors(path).floors["date_f1"] == 0
    assert run(corpus) == 0


def test_an_update_that_fails_still_pins_the_corpus(corpus: Path) -> None:
    run(corpus, "--update")
    path = raise_floor(corpus, "date_f1", 1.5)
    before = read_floors(path).corpus
    (corpus / "varde.txt").write_text(ARTICLE + "It has a lighthouse too.\n", encoding="utf-8")

    assert run(corpus, "--update") == 1
    assert read_floors(path).corpus != before


def test_a_figure_that_nothing_measures_fails_until_the_pins_are_updated(corpus: Path) -> None:
    run(corpus, "--update")
    path = raise_floor(corpus, "charm", 0.5)

    assert run(corpus) == 1
    assert run(corpus, "--update") == 0
    assert "charm" not in read_floors(path).floors


def test_a_refused_article_is_named_and_counts_as_an_empty_brief(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "varde.txt").write_text("", encoding="utf-8")

    assert run(corpus) == 0
    out = capsys.readouterr().out
    assert "varde: refused: " in out
    assert f"{'key_point_precision_at_5':36}{0:8.4f}" in out


def test_an_empty_folder_says_what_was_expected(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"holds no annotation: <id>\.json was expected"):
        run(tmp_path)


@pytest.mark.parametrize(
    ("figures", "worse"),
    [
        pytest.param({"date_f1": 0.8, "boilerplate_leaks": 1}, [], id="the same"),
        pytest.param({"date_f1": 0.79999999, "boilerplate_leaks": 1}, [], id="the same at the precision that is pinned"),
        pytest.param({"date_f1": 0.9, "boilerplate_leaks": 0}, [], id="better"),
        pytest.param({"date_f1": 0.7999, "boilerplate_leaks": 1}, ["date_f1"], id="below a floor"),
        pytest.param({"date_f1": 0.8, "boilerplate_leaks": 2}, ["boilerplate_leaks"], id="above a ceiling"),
    ],
)
def test_what_is_worse_than_pinned(figures: dict[str, float], worse: list[str]) -> None:
    assert [drop.figure for drop in drops(PINNED, figures)] == worse


def test_better_figures_become_the_pins() -> None:
    after = updated(PINNED, {"digest": "two"}, {"date_f1": 0.9, "boilerplate_leaks": 2}, may_drop=False)

    assert after == Floors({"digest": "two"}, {"date_f1": 0.9}, {"boilerplate_leaks": 1.0})


def test_floors_are_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "floors.json"
    write_floors(path, PINNED)

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="no space left"):
        write_floors(path, Floors())
    assert read_floors(path) == PINNED
    assert [file.name for file in tmp_path.iterdir()] == ["floors.json"]
