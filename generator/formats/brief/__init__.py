"""A brief as text: YAML front matter between two lines of `---`, then the article's own text as Markdown.

`render` writes it, `parse` reads it back with the line of every key, `verify` holds it against its own text, and
`is_untouched` says whether a person has changed anything since the machine wrote it.
"""

from generator.formats.brief.parse import BriefFile, parse
from generator.formats.brief.render import is_untouched, render
from generator.formats.brief.verify import verify

__all__ = ["BriefFile", "is_untouched", "parse", "render", "verify"]
