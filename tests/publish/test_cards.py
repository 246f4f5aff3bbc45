import io
from pathlib import Path

import pytest

from generator.publish import cards
from generator.publish.cards import card, checked_font, has_card
from tests.publish.making import brief
from tests.publish.sites import BRIDGE, built, page, site_project

LATIN = Path("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf")


def latin() -> bytes:
    """A font that writes Latin letters; where there is none, or no Pillow, the tests are skipped."""
    pytest.importorskip("PIL")
    if not LATIN.is_file():
        pytest.skip(f"{LATIN.name} is not installed")
    return LATIN.read_bytes()


@pytest.mark.parametrize("title", ["The bridge", "Łódź – “quoted”", "Words " * 100, "x" * 400, "A\x00B"])
def test_a_card_is_a_picture_of_its_size(title: str) -> None:
    image = pytest.importorskip("PIL.Image")
    one = brief(title=title, author="Ann", published="2024-05")

    assert has_card(one, latin())
    drawn = card(one, "Briefs", latin())
    assert image.open(io.BytesIO(drawn)).size == cards.SIZE
    assert drawn == card(one, "Briefs", latin())
    assert len(drawn) < 60_000


def test_a_title_that_the_font_cannot_write_has_no_card() -> None:
    assert not has_card(brief(title="抖音电商"), latin())
    assert not has_card(brief(title="The bridge"), None)


def test_what_is_no_font_is_refused() -> None:
    pytest.importorskip("PIL")
    with pytest.raises(ValueError, match="no font"):
        checked_font(b"nothing")


def test_without_pillow_the_option_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "AVAILABLE", False)
    with pytest.raises(ValueError, match="install pillow"):
        checked_font(b"")


def test_a_page_names_its_card(tmp_path: Path) -> None:
    folder = site_project(tmp_path, {"bridge": BRIDGE, "taobao": brief(title="抖音电商", language="zh")}, about="# About\n")
    (folder / "font.ttf").write_bytes(latin())
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("  - briefs", "  - briefs:\n      card_font: font.ttf"), encoding="utf-8"
    )

    site = built(folder)
    metas = {e.get("property") or e.get("name"): e.get("content") for e in page(site / "briefs/bridge/index.html").iter("meta")}
    assert metas["og:image"] == "https://user.github.io/repo/briefs/bridge/card.png"
    assert metas["twitter:card"] == "summary_large_image"
    assert (site / "briefs/bridge/card.png").read_bytes().startswith(b"\x89PNG")
    assert not (site / "briefs/taobao/card.png").exists()
    assert "og:image" not in (site / "briefs/taobao/index.html").read_text(encoding="utf-8")
