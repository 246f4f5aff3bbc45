"""A picture of a brief for where its address is shared: 1200 by 630 points, PNG, its title and where it is from.

Pillow, an optional extra, draws it with the font that the site names (`card_font`); without one there are no cards. A brief
whose title has a letter that the font lacks has no card: for Chinese titles name a font that writes Chinese. Scripts that
run from right to left or join their letters are drawn right only where Pillow was built with Raqm. The same brief, font and
Pillow give the same bytes.
"""

import io
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from generator.model import Brief
from generator.publish.plain import plain

AVAILABLE = find_spec("PIL") is not None
"""Whether Pillow is installed."""

NEEDED = "card_font needs Pillow, which is not installed: install pillow, or take card_font away"

SIZE = (1200, 630)
_MARGIN = 80
_TITLE_SIZES = (76, 64, 54, 46, 38)
_MOST_LINES = 5
_LONGEST_TITLE = 300
_PAPER, _INK, _MUTED, _ACCENT = "#fcfbf8", "#1b1d20", "#55585c", "#8a6a00"


def checked_font(content: bytes) -> bytes:
    """`content` where it is a font that cards can be drawn with. Raises ValueError with the reason where they cannot."""
    if not AVAILABLE:
        raise ValueError(NEEDED)
    try:
        _font(content, _TITLE_SIZES[0])
    except OSError:
        raise ValueError("card_font is no font that Pillow can read; name a .ttf or .otf file") from None
    return content


def has_card(brief: Brief, font: bytes | None) -> bool:
    """Whether the brief has a card: the site has a font, and the font every letter of the title."""
    return font is not None and all(_is_drawn(letter, font) for letter in set(plain(brief.title)))


def card(brief: Brief, site_name: str, font: bytes) -> bytes:
    """The card of a brief that `has_card`."""
    from PIL import Image, ImageDraw  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415  see `_font`

    picture = Image.new("RGB", SIZE, _PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 24, SIZE[1]), fill=_ACCENT)
    draw.text((_MARGIN, 64), _drawn(site_name, font), fill=_MUTED, font=_font(font, 32))
    size, lines = _set(plain(brief.title)[:_LONGEST_TITLE].split(), font)
    for number, line in enumerate(lines):
        draw.text((_MARGIN, 140 + number * size * 1.2), line, fill=_INK, font=_font(font, size))
    below = " · ".join(filter(None, (_drawn(brief.author or "", font), brief.published)))
    draw.text((_MARGIN, SIZE[1] - 96), below[:70], fill=_MUTED, font=_font(font, 32))
    written = io.BytesIO()
    picture.quantize(32).save(written, "PNG", optimize=True)
    return written.getvalue()


def _set(words: list[str], font: bytes) -> tuple[int, list[str]]:
    """The largest size at which the title fits, and its lines; the last ends in an ellipsis where none does."""
    for size in _TITLE_SIZES:
        lines = list(_lines(words, font, size))
        if len(lines) <= _MOST_LINES:
            return size, lines
    return size, [*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1].rstrip(" .,") + "..."]


def _lines(words: list[str], font: bytes, size: int) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and not _fits(longer, font, size):
            yield line
            longer = word
        while not _fits(longer, font, size):
            # A word wider than the picture, or a title in a script without spaces.
            at = next(end for end in range(len(longer) - 1, 0, -1) if end == 1 or _fits(longer[:end], font, size))
            yield longer[:at]
            longer = longer[at:]
        line = longer
    yield line


def _fits(line: str, font: bytes, size: int) -> bool:
    return len(line) < 2 or _font(font, size).getlength(line) <= SIZE[0] - 2 * _MARGIN


def _drawn(text: str, font: bytes) -> str:
    return "".join(letter for letter in plain(text)[:80] if _is_drawn(letter, font))


@lru_cache(maxsize=4096)
def _is_drawn(letter: str, font: bytes) -> bool:
    lacking = bytes(_font(font, 32).getmask("\U0010ffff"))
    return letter.isspace() or bytes(_font(font, 32).getmask(letter)) != lacking


@lru_cache(maxsize=16)
def _font(content: bytes, size: int) -> Any:
    # Most sites have no cards, and to import Pillow takes a tenth of what a small build does.
    from PIL import ImageFont  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415

    return ImageFont.truetype(io.BytesIO(content), size)
