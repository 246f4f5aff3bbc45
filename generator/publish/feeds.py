"""The newest briefs for feed readers, of the whole site and of each topic, in three formats that say the same.

    feed.xml    Atom          RFC 4287
    rss.xml     RSS 2.0       rssboard.org/rss-specification, with dc:creator and atom:link
    feed.json   JSON Feed 1.1 jsonfeed.org/version/1.1

Every date is a brief's own, never the moment of the build: `publish_at` where the brief has one, else the first moment of its
article's date. A brief with neither is on every page and in the sitemap but in no feed, for an entry must say when it was
updated, and a date made up would move it. A feed ends with its fiftieth brief.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from heapq import nlargest

from generator.model import Brief, moment_of
from generator.publish.dates import instant
from generator.publish.plain import add, plain, plain_json, plain_xml

FORMATS = {"feed.xml": "application/atom+xml", "rss.xml": "application/rss+xml", "feed.json": "application/feed+json"}
"""The files of a feed, each with its media type."""

_ATOM = "http://www.w3.org/2005/Atom"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
LONGEST_FEED = 50
_NEVER = "1970-01-01T00:00:00Z"  # an Atom feed must be dated, an empty one too


@dataclass(frozen=True, slots=True)
class Item:
    """One brief in a feed; `moment` is RFC 3339 in UTC."""

    url: str
    title: str
    moment: str
    summary: str | None
    statements: tuple[str, ...]
    author: str | None
    topics: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: `page` is the address of the page that it follows, in whose folder its files stand."""

    title: str
    page: str
    description: str
    publisher: str
    items: tuple[Item, ...]

    @property
    def updated(self) -> str:
        """When its newest brief was."""
        return max((item.moment for item in self.items), default=_NEVER)


def item_of(brief: Brief, url: str) -> Item | None:
    """The brief at `url` as feeds show it; None where it has no date."""
    moment = when(brief)
    if moment is None:
        return None
    said = tuple(point.text for point in brief.key_points)
    return Item(url, brief.title, moment, brief.standfirst, said, brief.author, brief.topics, brief.language)


def when(brief: Brief) -> str | None:
    """The moment that a brief is dated (RFC 3339, UTC); None where it has no date that can be written so."""
    if brief.publish_at:
        return moment_of(brief.publish_at).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    return instant(brief.published) if brief.published else None


def feed_of(title: str, page: str, description: str, publisher: str, items: Iterable[Item | None]) -> Feed:
    """The feed of the newest of `items`."""
    by_url = {item.url: item for item in items if item}
    shown = newest((item.url, item.moment) for item in by_url.values())
    return Feed(title, page, description, publisher, tuple(by_url[url] for url in shown))


def newest(dated: Iterable[tuple[str, str | None]]) -> list[str]:
    """The addresses of the briefs that a feed shows, the newest first, of addresses with their moments as `when` gives them."""
    by_address = sorted((address, moment) for address, moment in dated if moment)
    return [address for address, _ in nlargest(LONGEST_FEED, by_address, key=lambda row: row[1])]


def files_of(feed: Feed) -> Iterator[tuple[str, bytes]]:
    """The feed in every format, by file name."""
    for name, write in zip(FORMATS, (atom, rss, json_feed), strict=True):
        yield name, write(feed)


def atom(feed: Feed) -> bytes:
    """The feed as Atom."""
    root = ET.Element("feed", {"xmlns": _ATOM})
    add(root, "title", feed.title)
    add(root, "id", feed.page)
    ET.SubElement(root, "link", {"href": feed.page})
    ET.SubElement(root, "link", {"rel": "self", "href": f"{feed.page}feed.xml", "type": FORMATS["feed.xml"]})
    add(root, "updated", feed.updated)
    add(ET.SubElement(root, "author"), "name", feed.publisher)
    for item in feed.items:
        _atom_entry(ET.SubElement(root, "entry", {"xml:lang": item.language}), item)
    return plain_xml(root)


def rss(feed: Feed) -> bytes:
    """The feed as RSS 2.0."""
    root = ET.Element("rss", {"version": "2.0", "xmlns:atom": _ATOM, "xmlns:dc": _DUBLIN_CORE})
    channel = ET.SubElement(root, "channel")
    add(channel, "title", feed.title)
    add(channel, "link", feed.page)
    add(channel, "description", feed.description)
    ET.SubElement(channel, "atom:link", {"rel": "self", "href": f"{feed.page}rss.xml", "type": FORMATS["rss.xml"]})
    if feed.items:
        add(channel, "lastBuildDate", _rfc822(feed.updated))
    for item in feed.items:
        _rss_item(ET.SubElement(channel, "item"), item)
    return plain_xml(root)


def json_feed(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1."""
    return plain_json(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": feed.page,
            "feed_url": f"{feed.page}feed.json",
            "description": feed.description,
            "authors": [{"name": feed.publisher}],
            "items": [_json_item(item) for item in feed.items],
        }
    )


def _atom_entry(element: ET.Element, item: Item) -> None:
    add(element, "title", item.title)
    add(element, "id", item.url)
    ET.SubElement(element, "link", {"href": item.url})
    add(element, "updated", item.moment)
    if item.author:
        add(ET.SubElement(element, "author"), "name", item.author)
    if item.summary:
        add(element, "summary", item.summary)
    if item.statements:
        add(element, "content", "\n".join(item.statements), type="text")
    for topic in item.topics:
        ET.SubElement(element, "category", {"term": plain(topic)})


def _rss_item(element: ET.Element, item: Item) -> None:
    add(element, "title", item.title)
    add(element, "link", item.url)
    add(element, "guid", item.url, isPermaLink="true")
    add(element, "pubDate", _rfc822(item.moment))
    if item.author:
        add(element, "dc:creator", item.author)
    # Readers take a description for HTML: what an article wrote as < must not become a tag there.
    add(element, "description", _as_html(" ".join(filter(None, (item.summary, *item.statements)))))
    for topic in item.topics:
        add(element, "category", topic)


def _json_item(item: Item) -> dict[str, object]:
    return {
        "id": item.url,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_text": "\n".join(item.statements) or item.summary or item.title,
        "date_published": item.moment,
        "authors": [{"name": item.author}] if item.author else None,
        "tags": item.topics,
        "language": item.language,
    }


def _as_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _rfc822(moment: str) -> str:
    return format_datetime(datetime.fromisoformat(moment), usegmt=True)
