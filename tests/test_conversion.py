"""The route of one article to its brief, on the seed article and on articles of our own."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import __version__
from generator.conversion import brief_from_text
from generator.errors import Refused
from generator.formats.brief import written
from generator.model import Brief
from generator.text.body import to_text
from generator.text.quotes import is_subsequence
from generator.text.readability import measure
from tests.conftest import Golden
from tests.projects import ARTICLES

ROOT = Path(__file__).parents[1]
SEED = ROOT / "content/articles/douyin-taobao.txt"
OURS = sorted(path for path in ARTICLES.iterdir() if path.is_file())


def items(brief: Brief) -> list[tuple[str, str]]:
    return [(item.text, item.quote) for item in (*brief.key_points, *brief.challenges, *brief.timeline)]


@pytest.mark.parametrize("path", [SEED, *OURS], ids=lambda path: path.name)
def test_golden(path: Path, golden: Golden) -> None:
    text = written(brief_from_text(path.read_bytes(), path.name), "x.md").replace(f'engine: "{__version__}"', 'engine: "…"')

    golden.holds(f"briefs/{path.stem}.md", re.sub(r'  brief: "\w+"', '  brief: "…"', text))


@pytest.mark.parametrize("path", [SEED, *OURS], ids=lambda path: path.name)
def test_every_quote_stands_in_the_article_and_every_text_in_its_quote(path: Path) -> None:
    brief = brief_from_text(path.read_bytes(), path.name)
    body = " ".join(to_text(brief.body).split())

    assert items(brief)
    for text, quote in items(brief):
        assert " ".join(quote.split()) in body
        assert is_subsequence(text, quote), (text, quote)


@pytest.mark.parametrize("path", [SEED, *OURS], ids=lambda path: path.name)
def test_the_sentences_of_its_readability_are_those_of_its_text(path: Path) -> None:
    brief = brief_from_text(path.read_bytes(), path.name)

    assert brief.readability == measure(to_text(brief.body), brief.language)


def test_a_heading_of_two_sentences_counts_as_two() -> None:
    brief = brief_from_text(b"# Walls\n\nThe wall held.\n\n## Who pays? The town does\n\nIt paid at once.\n", "walls.md")

    assert brief.readability == measure(to_text(brief.body), brief.language)
    assert brief.readability is not None
    assert brief.readability.sentences == 4


class TestSeed:
    brief = brief_from_text(SEED.read_bytes(), SEED.name)

    def test_the_head(self) -> None:
        assert (self.brief.title, self.brief.author, self.brief.published) == (
            "Douyin is drawing Taobao's soul",
            "New entropy",
            "2022-08-16",
        )

    def test_five_to_seven_key_points(self) -> None:
        assert 5 <= len(self.brief.key_points) <= 7

    def test_the_three_challenges_that_the_article_introduces(self) -> None:
        assert [challenge.quote.split(",")[0].split()[0] for challenge in self.brief.challenges] == ["First", "Secondly", "In"]
        assert all(2 <= len(challenge.title.split()) <= 6 for challenge in self.brief.challenges)
        assert len({challenge.title for challenge in self.brief.challenges}) == 3

    def test_the_leaving_in_june(self) -> None:
        (leaving,) = [event for event in self.brief.timeline if "Li Tian" in event.text]
        assert (leaving.date, leaving.expression) == ("2022-06", "June this year")

    def test_broken_type_is_mended_in_texts_alone(self) -> None:
        assert "e -commerce" in self.brief.body
        assert any("e -commerce" in quote for _, quote in items(self.brief))
        assert not [text for text, _ in items(self.brief) if " -" in text]

    def test_no_teaser_and_no_byline_anywhere(self) -> None:
        text = written(self.brief, "x.md")
        for chrome in ("- END -", "Author:New", "Time:2022", "Cao County", "Hanfu", "Yifangtang", "Zhejiang News"):
            assert chrome not in text


def test_the_code_knows_no_word_of_the_seed() -> None:
    own = re.compile(r"douyin|taobao|tmall|pinduoduo|entropy|li tian|e -commerce festival|818", re.IGNORECASE)
    rooms = [path for path in (ROOT / "generator").rglob("*") if path.suffix in {".py", ".txt"}]
    knowing = [path.name for path in rooms if own.search(path.read_text(encoding="utf-8")) and "syllables" not in path.name]

    assert knowing == []


def test_articles_of_our_own_have_the_challenges_they_name() -> None:
    found = {path.stem: len(brief_from_text(path.read_bytes(), path.name).challenges) for path in OURS}

    assert found == {"night-train": 2, "swifts": 1, "tram": 0, "walls": 3}


def test_the_committed_brief_of_the_seed_is_what_the_engine_writes(golden: Golden) -> None:
    golden.holds("../../content/briefs/douyin-taobao.md", written(brief_from_text(SEED.read_bytes(), SEED.name), "x.md"))


@given(st.binary() | st.text().map(str.encode), st.sampled_from(["x.txt", "x.md", "x.html"]))
def test_any_file_becomes_a_sound_brief_or_is_refused(content: bytes, name: str) -> None:
    try:
        brief = brief_from_text(content, name, "2020-01-02")
    except Refused as reason:
        assert str(reason)
    else:
        assert written(brief, "x.md")
