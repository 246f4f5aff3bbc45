"""What `briefs diff` says of a brief is what the next build does."""

from collections import Counter
from pathlib import Path

import pytest

from generator import store
from generator.formats.brief import parse
from generator.formats.brief.render import item
from generator.model import Brief
from generator.pipeline import differences, refresh, unheard
from generator.settings import Settings
from tests.hand import person
from tests.hand.engine import engine
from tests.hand.person import LISTS

ARTICLE = "On walls\n\n" + "\n\n".join(
    f"The wall of {name} stood {years} years." for name, years in zip("ABCDEFGH", range(8), strict=True)
)
SEEDS = [(first, then) for first in range(6) for then in range(6) if first != then]


def project(root: Path, first: int) -> Settings:
    settings = Settings(root, root / "articles", root / "briefs")
    settings.articles.mkdir()
    (settings.articles / "walls.txt").write_text(ARTICLE + "\n", encoding="utf-8")
    refresh(settings, unheard, engine(first))
    return settings


def brief_of(settings: Settings) -> Brief:
    return parse((settings.briefs / "walls.md").read_text(encoding="utf-8"), "walls.md").brief


def items(brief: Brief) -> Counter[str]:
    return Counter(item(one) for name in LISTS for one in getattr(brief, name))


def told(settings: Settings, then: int) -> list[differences.Part]:
    (stored,) = store.briefs(settings)
    return [
        part
        for part in differences.diff(settings, stored, engine(then))
        if part.name.split()[0] in ("another", "key", "timeline", "challenge")
    ]


def as_told(parts: list[differences.Part]) -> Counter[str]:
    """The items that there will be, if what is told is true."""
    kept = [part.standing for part in parts if part.whose == "yours"]
    written = [part.engine for part in parts if part.whose in ("the machine's", "new") and part.engine]
    return Counter("".join(f"{line}\n" for line in lines) for lines in (*kept, *written))


@pytest.mark.parametrize(("first", "then"), SEEDS)
def test_an_untouched_brief_becomes_what_is_told(tmp_path: Path, first: int, then: int) -> None:
    settings = project(tmp_path, first)
    parts = told(settings, then)

    refresh(settings, unheard, engine(then))

    assert {part.whose for part in parts} <= {"the machine's", "new"}
    assert as_told(parts) == items(brief_of(settings))


@pytest.mark.parametrize(("first", "then"), SEEDS)
def test_a_brief_with_an_item_deleted_and_one_edited_becomes_what_is_told(tmp_path: Path, first: int, then: int) -> None:
    settings = project(tmp_path, first)
    path = settings.briefs / "walls.md"
    text = path.read_text(encoding="utf-8")
    for name in LISTS:
        count = len(person.items(text, name))
        text = person.delete_item(text, name, (first + then) % count).text if count > 1 else text
        count = len(person.items(text, name))
        text = person.edit_item(text, name, then % count, "text", "Ours.", 0).text if count else text
    path.write_text(text, encoding="utf-8")
    parts = told(settings, then)

    refresh(settings, unheard, engine(then))

    assert as_told(parts) == items(brief_of(settings)), [part for part in parts if part.whose != "the machine's"]
