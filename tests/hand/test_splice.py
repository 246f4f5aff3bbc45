"""Edit by edit or written anew: a brief that nobody touched comes out the same."""

import itertools

import pytest

from generator.formats.brief import parse, written
from generator.formats.brief.render import item
from generator.pipeline import ownership
from generator.pipeline.ownership import revised, standing
from tests.hand.engine import engine

WORDS = ("wall", "gate", "moat", "keep")
ARTICLE = "On walls\n\n" + "\n\n".join(f"The {word} stood {years} years." for years, word in enumerate(WORDS, 7))


def of(seed: int, text: str = ARTICLE) -> str:
    return written(engine(seed).convert(text.encode(), "walls.txt", None), "walls.md")


@pytest.mark.parametrize(("old", "new"), list(itertools.permutations(range(5), 2)))
def test_splicing_an_untouched_brief_writes_it_anew(old: int, new: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ownership, "is_untouched", lambda _brief: False)
    changed = ARTICLE.replace("gate", "tower") + "\n\nThe sea took it all.\n"
    brief = standing(parse(of(old), "walls.md"))
    assert brief is not None

    assert revised(brief, engine(new).convert(changed.encode(), "walls.txt", None)) == of(new, changed)


def test_what_does_not_read_back_as_meant_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    brief = standing(parse(of(0).replace("On walls", "On my walls"), "walls.md"))
    assert brief is not None
    monkeypatch.setattr(ownership.brief_format, "splice", lambda *_arguments: of(1))

    with pytest.raises(ownership.BriefsError, match="could not be brought up to date without touching what is yours"):
        revised(brief, engine(1).convert(ARTICLE.encode(), "walls.txt", None))


def test_a_comment_stays_above_its_item_when_the_engine_has_another_order() -> None:
    fresh = engine(0).convert(ARTICLE.encode(), "walls.txt", None)
    points = fresh.key_points
    assert len(points) > 1
    old = written(fresh, "walls.md").replace(item(points[1]), "  # the one that counts\n" + item(points[1]))
    brief = standing(parse(old, "walls.md"))
    assert brief is not None

    text = revised(brief, fresh.model_copy(update={"key_points": points[::-1], "body": fresh.body + "\n\nMore."}))

    assert "  # the one that counts\n" + item(points[1]) in text
