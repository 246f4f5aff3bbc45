"""Every file of the site that no person reads as it is: by name below the site's root, with its bytes.

    feed.xml rss.xml feed.json              of the whole site, and in topics/<slug>/ of each topic
    sitemap.xml robots.txt llms.txt briefs.json
    search/*.json                           the index of the search page
    briefs/<slug>/index.json index.md       beside each brief's page; card.png where the site has cards

None depends on the order in which briefs were read, or on the moment.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Brief
from generator.publish.cards import card, has_card
from generator.publish.dates import in_words
from generator.publish.exports import brief_json, brief_markdown, briefs_json, llms_txt
from generator.publish.feeds import FORMATS, Item, feed_of, files_of, item_of
from generator.publish.interface import Interface
from generator.publish.search import indexed, search_files
from generator.publish.site import Site
from generator.publish.sitemap import robots, sitemap

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


def site_files(site: Site, publication: Publication, say: Interface, addresses: Iterable[str]) -> Files:
    """The files about all briefs; `addresses` are the pages that people wrote."""
    briefs = {one.slug: one.brief for one in site.briefs}
    listed = [(entry, briefs[entry.slug]) for entry in site.entries]
    name, url, about = publication.name, publication.url, publication.about
    yield from _feeds(site, publication, briefs)
    yield "sitemap.xml", sitemap(url, (*addresses, *site.addresses()))
    yield "robots.txt", robots(url)
    yield "llms.txt", llms_txt(listed, url, name, about)
    yield "briefs.json", briefs_json(listed, url, name)
    dates = {entry.slug: str(in_words(entry.published, say)) for entry in site.entries if entry.published}
    yield from search_files(indexed(one.slug, one.brief, dates.get(one.slug)) for one in site.briefs)


def brief_files(brief: Brief, address: str, publication: Publication) -> Files:
    """The files beside the page of `brief`, which stands at `address`."""
    url = f"{publication.url}{address}"
    yield f"{address}index.json", brief_json(brief, url)
    yield f"{address}index.md", brief_markdown(brief, url)
    if publication.card_font and has_card(brief, publication.card_font):
        yield f"{address}{CARD}", card(brief, publication.name, publication.card_font)


def _feeds(site: Site, publication: Publication, briefs: dict[str, Brief]) -> Files:
    items: dict[str, Item | None] = {
        entry.slug: item_of(briefs[entry.slug], f"{publication.url}{entry.url}") for entry in site.entries
    }
    yield from files_of(feed_of(publication.name, publication.url, publication.about, publication.name, items.values()))
    for topic in site.topics:
        found = (items[entry.slug] for entry in topic.entries)
        title = f"{topic.name} · {publication.name}"
        feed = feed_of(title, f"{publication.url}{topic.url}", title, publication.name, found)
        yield from ((f"{topic.url}{name}", content) for name, content in files_of(feed))
