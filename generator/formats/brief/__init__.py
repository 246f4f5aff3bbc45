"""A brief as text: YAML front matter between two lines of `---`, then the article's own text as Markdown.

`render` writes it, `parse` reads it back with the line of every key, `verify` holds it against its own text. `sealed`
records what the machine wrote, `written` is all of these at once, `outline` says where each part of one stands, and `splice`
replaces some parts and leaves all others as they are.
"""

from generator.formats.brief.notes import with_notes
from generator.formats.brief.outline import Outline, outline
from generator.formats.brief.parse import BriefFile, parse
from generator.formats.brief.places import item_places
from generator.formats.brief.render import HEADER, render, sealed
from generator.formats.brief.selectors import distinguished, told_apart
from generator.formats.brief.splice import splice
from generator.formats.brief.verify import ambiguities, faults, unproven, verify
from generator.formats.brief.writing import article_digest, written

__all__ = [
    "HEADER",
    "BriefFile",
    "Outline",
    "ambiguities",
    "article_digest",
    "distinguished",
    "faults",
    "item_places",
    "outline",
    "parse",
    "render",
    "sealed",
    "splice",
    "told_apart",
    "unproven",
    "verify",
    "with_notes",
    "written",
]
