"""The Atom feed (RFC 4287), the sitemap (sitemaps.org 0.9) and robots.txt.

Every date in them is a brief's own: none is the moment of the build. A brief without a date is in the sitemap but not in the
feed, for an Atom entry must say when it was updated. XML is written by the library; what XML 1.0 cannot hold is left out.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence

from generator.publish.catalogue import Entry
from generator.publish.dates import instant

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_FEED = 50
_NEVER = "1970-01-01T00:00:00Z"  # an Atom feed must be dated, an empty one too


def atom(site_name: str, site_url: str, entries: Sequence[Entry]) -> bytes:
    """The newest briefs that have a date, as an Atom feed; `site_url` ends in a slash."""
    dated = [(entry, moment) for entry in entries if (moment := entry.published and instant(entry.published))][:_LONGEST_FEED]
    feed = ET.Element("feed", {"xmlns": _ATOM})
    _add(feed, "title", site_name)
    _add(feed, "id", site_url)
    ET.SubElement(feed, "link", {"href": site_url})
    ET.SubElement(feed, "link", {"rel": "self", "href": f"{site_url}feed.xml", "type": "application/atom+xml"})
    _add(feed, "updated", max((moment for _, moment in dated), default=_NEVER))
    _add(ET.SubElement(feed, "author"), "name", site_name)
    for entry, moment in dated:
        _atom_entry(feed, site_url, entry, moment)
    return _document(feed)


def sitemap(site_url: str, addresses: Iterable[str]) -> bytes:
    """A sitemap of `addresses`, each relative to `site_url`."""
    urlset = ET.Element("urlset", {"xmlns": _SITEMAP})
    for address in sorted(set(addresses)):
        _add(ET.SubElement(urlset, "url"), "loc", f"{site_url}{address}")
    return _document(urlset)


def robots(site_url: str) -> bytes:
    """A robots.txt that allows all and names the sitemap."""
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n".encode()


def _atom_entry(feed: ET.Element, site_url: str, entry: Entry, moment: str) -> None:
    element = ET.SubElement(feed, "entry", {"xml:lang": entry.language})
    _add(element, "title", entry.title)
    _add(element, "id", f"{site_url}{entry.url}")
    ET.SubElement(element, "link", {"href": f"{site_url}{entry.url}"})
    _add(element, "updated", moment)
    if entry.standfirst:
        _add(element, "summary", entry.standfirst)
    for topic in entry.topics:
        ET.SubElement(element, "category", {"term": _clean(topic)})


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)


def _document(root: ET.Element) -> bytes:
    ET.indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode").encode("utf-8") + b"\n"
