"""An article that was renamed, and changed as well, keeps its brief where it is plain that it is the same."""

from pathlib import Path

import pytest

from generator.pipeline import refresh, unheard
from generator.pipeline.engine import ENGINE
from generator.settings import Settings

SENTENCES = [
    "The wall of Harne was built by monks in 1911.",
    "It kept the sea out of the lower town for a century.",
    "A storm broke it in the winter of 2012.",
    "The council wants to build it anew at a cost of 4 million crowns.",
    "Its neighbours would rather have a beach.",
    "Nobody has asked the sea, which has no vote.",
]
OTHERS = [f"Gate number {number} is painted in a colour of its own." for number in ("nine", "ten", "eleven", "twelve")]
PAGE = '<html><head><title>T</title><link rel="canonical" href="{}"></head><body><article><h1>T</h1>{}</article></body></html>'


def project(root: Path, *names: str) -> Settings:
    settings = Settings(root, root / "articles", root / "briefs")
    settings.articles.mkdir(parents=True)
    for name in names:
        write(settings, name, SENTENCES)
    refresh(settings, unheard)
    return settings


def write(settings: Settings, name: str, sentences: list[str], url: str = "") -> None:
    page = PAGE.format(url, "".join(f"<p>{one}</p>" for one in sentences))
    text = page if name.endswith(".html") else "On walls\n\n" + "\n\n".join(sentences) + "\n"
    (settings.articles / name).write_text(text, encoding="utf-8")


def edit(settings: Settings, slug: str) -> None:
    path = settings.briefs / f"{slug}.md"
    path.write_text(path.read_text(encoding="utf-8").replace('title: "', 'title: "Ours: ', 1), encoding="utf-8")


def names(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.briefs.iterdir())


@pytest.mark.parametrize(
    "sentences", [SENTENCES[:-1], [*SENTENCES, *OTHERS], [SENTENCES[0], *OTHERS[:2], *SENTENCES[2:]], SENTENCES[::-1]]
)
@pytest.mark.parametrize("dry_run", [False, True])
def test_a_changed_article_under_another_name_keeps_its_brief(tmp_path: Path, sentences: list[str], dry_run: bool) -> None:
    settings = project(tmp_path, "walls.txt")
    edit(settings, "walls")
    (settings.articles / "walls.txt").unlink()
    write(settings, "sea-walls.txt", sentences)

    (outcome,) = refresh(settings, unheard, dry_run=dry_run)

    assert str(outcome) == "converted articles/sea-walls.txt: yours stays: title"
    assert names(settings) == ["walls.md" if dry_run else "sea-walls.md"]
    if not dry_run:
        text = (settings.briefs / "sea-walls.md").read_text(encoding="utf-8")
        assert 'title: "Ours: ' in text
        assert 'file: "sea-walls.txt"' in text
        assert [one.kind for one in refresh(settings, unheard)] == ["unchanged"]


def test_another_form_of_the_same_article_keeps_its_brief(tmp_path: Path) -> None:
    settings = project(tmp_path, "walls.txt")
    (settings.articles / "walls.txt").unlink()
    write(settings, "harne.html", SENTENCES[1:])

    refresh(settings, unheard)

    assert names(settings) == ["harne.md"]


@pytest.mark.parametrize("url", ["https://example.org/harne", "https://example.org/other"])
def test_an_address_decides_where_little_is_the_same(tmp_path: Path, url: str) -> None:
    settings = project(tmp_path)
    write(settings, "walls.html", SENTENCES, "https://example.org/harne")
    refresh(settings, unheard)
    (settings.articles / "walls.html").unlink()
    write(settings, "harne.html", [*SENTENCES[:3], *OTHERS], url)

    refresh(settings, unheard)

    assert names(settings) == (["harne.md"] if url.endswith("harne") else ["harne.md", "walls.md"])


def test_an_article_that_shares_little_gets_a_brief_of_its_own_and_the_other_is_named(tmp_path: Path) -> None:
    settings = project(tmp_path, "walls.txt")
    edit(settings, "walls")
    before = (settings.briefs / "walls.md").read_bytes()
    (settings.articles / "walls.txt").unlink()
    write(settings, "gates.txt", [*SENTENCES[:2], *OTHERS])

    (outcome,) = refresh(settings, unheard)

    assert names(settings) == ["gates.md", "walls.md"]
    assert (settings.briefs / "walls.md").read_bytes() == before
    assert outcome.reason == (
        "briefs/walls.md has lost its article; if this is it, put that brief in the place of the new one and build again"
    )
    (settings.briefs / "walls.md").rename(settings.briefs / "gates.md")
    assert str(refresh(settings, unheard)[0]) == "converted articles/gates.txt: yours stays: title"


def test_an_article_that_fits_two_briefs_takes_neither(tmp_path: Path) -> None:
    settings = project(tmp_path, "walls.txt", "wells.txt")
    for name in ("walls.txt", "wells.txt"):
        (settings.articles / name).unlink()
    write(settings, "gates.txt", SENTENCES[1:])

    (outcome,) = refresh(settings, unheard)

    assert names(settings) == ["gates.md", "walls.md", "wells.md"]
    assert outcome.reason.startswith("briefs/walls.md (or briefs/wells.md) has lost its article; ")


def test_a_brief_whose_article_is_there_is_never_taken(tmp_path: Path) -> None:
    settings = project(tmp_path, "walls.txt")
    write(settings, "gates.txt", SENTENCES[1:])

    assert [one.reason for one in refresh(settings, unheard)] == ["", ""]
    assert names(settings) == ["gates.md", "walls.md"]


def test_an_unlike_article_is_told_nothing(tmp_path: Path) -> None:
    settings = project(tmp_path, "walls.txt")
    (settings.articles / "walls.txt").unlink()
    write(settings, "gates.txt", OTHERS)

    assert [str(one) for one in refresh(settings, unheard, ENGINE)] == ["converted articles/gates.txt"]
    assert names(settings) == ["gates.md", "walls.md"]
