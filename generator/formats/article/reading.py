"""What a source file says by its format alone, and how that becomes an `Article`: the steps that every format shares.

    1. a heading that repeats the headline goes
    2. byline lines at the top (and one at the end, where the top has none) are read and go
    3. page chrome goes, and the note on the author
    4. the dateline in front of the first sentence is read and goes
    5. a summary between byline and dateline is the standfirst; it stays in the text too, because its sentences are
       the article's own and may be quoted

What the format says outright (front matter, metadata) wins over what is read from the text.
"""

from dataclasses import dataclass, replace
from functools import reduce

from generator.errors import Refused
from generator.formats.article.author_note import without_author_notes
from generator.formats.article.byline import Byline, bylines_at_top, read_byline
from generator.formats.article.chrome import without_chrome
from generator.formats.article.dateline import has_dateline, take_off
from generator.formats.article.headline import from_file_name
from generator.formats.article.language import language_of
from generator.model import Article, Block

MAX_BLOCKS = 20_000

_TOP = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """A source file taken apart by its format: metadata it declares, and its blocks in order."""

    blocks: tuple[Block, ...]
    headline: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    standfirst: str | None = None


@dataclass(frozen=True, slots=True)
class _Body:
    """The blocks that are left, what they said as a byline, and what was taken out."""

    blocks: tuple[Block, ...]
    byline: Byline
    removed: tuple[str, ...]


def article_from(reading: Reading, name: str, published: str | None) -> Article:
    """The `Article` in `reading` of the file `name`. Raises Refused where no text is left."""
    if len(reading.blocks) > MAX_BLOCKS:
        raise Refused(f"it has more than {MAX_BLOCKS:,} paragraphs")
    bylined = _without_bylines(_without_headline(reading), reading.headline is not None)
    cleared = without_author_notes(without_chrome(bylined.blocks), reading.author or bylined.byline.author)
    body = _without_dateline(replace(bylined, blocks=cleared.blocks))
    if not any(block.kind != "heading" and any(map(str.isalnum, block.text)) for block in body.blocks):
        raise Refused("it holds no article text")
    article = Article(
        headline=reading.headline or from_file_name(name),
        byline=reading.author or body.byline.author,
        published=reading.published or body.byline.published or published,
        url=reading.url,
        language="en",
        standfirst=reading.standfirst or _standfirst(cleared.blocks),
        blocks=body.blocks,
        removed=body.removed + cleared.removed,
    )
    return replace(article, language=language_of(article.text, reading.language))


def _without_headline(reading: Reading) -> tuple[Block, ...]:
    blocks = reading.blocks
    if reading.headline is None or len(blocks) < 2:
        return blocks
    same = _letters(reading.headline)
    repeats = {at for at in range(min(_TOP, len(blocks))) if same and _letters(blocks[at].text) == same}
    return tuple(block for at, block in enumerate(blocks) if at not in repeats)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _without_bylines(blocks: tuple[Block, ...], below_headline: bool) -> _Body:
    said = bylines_at_top([block.text for block in blocks[:_TOP]], below_headline)
    last = len(blocks) - 1
    signed = read_byline(blocks[last].text) if last >= _TOP and not any(byline.author for byline in said.values()) else None
    if signed is not None:
        said = {**said, last: signed}
    byline = reduce(Byline.joined, said.values(), Byline())
    kept = tuple(block for at, block in enumerate(blocks) if at not in said)
    return _Body(kept, byline, tuple(blocks[at].text for at in sorted(said)))


def _without_dateline(body: _Body) -> _Body:
    """The dateline stands before the first paragraph, or the second or third where a summary comes first."""
    for at, block in enumerate(body.blocks[:3]):
        opening = take_off(block.text) if block.kind == "paragraph" else None
        if opening is not None and opening.prefix:
            blocks = (*body.blocks[:at], replace(block, text=opening.rest), *body.blocks[at + 1 :])
            return _Body(blocks, body.byline.joined(opening.byline), (*body.removed, opening.prefix.strip()))
    return body


def _standfirst(blocks: tuple[Block, ...]) -> str | None:
    if len(blocks) < 3 or blocks[0].kind != "paragraph" or has_dateline(blocks[0].text) or not has_dateline(blocks[1].text):
        return None
    return blocks[0].text if len(blocks[0].text) <= 600 else None
