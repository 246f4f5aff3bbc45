"""The sitemap (sitemaps.org 0.9) and robots.txt. No address carries a date: the build has none of its own to give."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable

from generator.publish.plain import add, plain_xml

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(site_url: str, addresses: Iterable[str]) -> bytes:
    """A sitemap of `addresses`, each relative to `site_url`."""
    urlset = ET.Element("urlset", {"xmlns": _SITEMAP})
    for address in sorted(set(addresses)):
        add(ET.SubElement(urlset, "url"), "loc", f"{site_url}{address}")
    return plain_xml(urlset)


def robots(site_url: str) -> bytes:
    """A robots.txt that allows all and names the sitemap."""
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n".encode()
