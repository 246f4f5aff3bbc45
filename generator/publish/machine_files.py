"""Every file of the site that no person reads as it is: by name below the site's root, with its bytes.

    feed.xml rss.xml feed.json              of the whole site, and in topics/<slug>/ of each topic
    sitemap.xml robots.txt llms.txt briefs.json
    search/*.json                           the index of the search page
    briefs/<slug>/index.json index.md       beside each brief's page; card.png where the site has cards

None depends on the order in which briefs were read, or on the moment.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Brief
from generator.publish.cards import card, has_card
from generator.publish.exports import brief_json, brief_markdown
from generator.publish.feeds import FORMATS

AT_THE_ROOT = (*FORMATS, "sitemap.xml", "robots.txt", "llms.txt", "briefs.json")
"""The files at the site's root; a person may put one of that name into docs_dir instead."""

CARD = "card.png"
"""The picture beside a brief's page, where the site has cards."""

ALTERNATES = {"index.json": "application/json", "index.md": "text/markdown"}
"""The files beside a brief's page, each with its media type."""

Files = Iterator[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Publication:
    """What the site calls itself; `url` ends in a slash."""

    name: str
    url: str
    about: str
    card_font: bytes | None = None


def brief_files(brief: Brief, address: str, publication: Publication) -> Files:
    """The files beside the page of `brief`, which stands at `address`."""
    url = f"{publication.url}{address}"
    yield f"{address}index.json", brief_json(brief, url)
    yield f"{address}index.md", brief_markdown(brief, url)
    if publication.card_font and has_card(brief, publication.card_font):
        yield f"{address}{CARD}", card(brief, publication.name, publication.card_font)
