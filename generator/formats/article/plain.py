"""Plain text (.txt): a headline if the first line is one, byline lines, paragraphs.

The first line is the headline where it has a title's shape and paragraphs follow; a byline line may stand above it.
"""

from generator.formats.article.byline import bylines_at_top
from generator.formats.article.characters import clean
from generator.formats.article.headline import without_site
from generator.formats.article.lines import blocks_of
from generator.formats.article.phrases import is_chrome
from generator.formats.article.reading import Reading
from generator.formats.article.sentence_shape import is_title, words_in
from generator.model import Block


def read(text: str) -> Reading:
    """What a plain text says."""
    blocks = blocks_of(clean(text))
    at = _headline_at(blocks)
    if at is None:
        return Reading(blocks)
    return Reading(blocks[:at] + blocks[at + 1 :], headline=without_site(blocks[at].text))


def _headline_at(blocks: tuple[Block, ...]) -> int | None:
    """The first block that is no byline, if it is a headline and more text follows than it has itself."""
    bylined = False
    said = bylines_at_top([block.text for block in blocks[:4]], below_headline=False)
    for at, block in enumerate(blocks[:4]):
        if at in said or is_chrome(block.text):
            bylined = True
            continue
        following = sum(words_in(after.text) for after in blocks[at + 1 :])
        # Below a byline a short loose line is more often a summary's or a teaser's than a headline.
        fits = is_title(block.text) and block.kind in ("paragraph", "heading") and following > words_in(block.text)
        return at if fits and (not bylined or words_in(block.text) <= 20) else None
    return None
