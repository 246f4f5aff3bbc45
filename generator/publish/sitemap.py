"""The sitemap (sitemaps.org 0.9) and robots.txt. No address carries a date: the build has none of its own to give."""

from collections.abc import Iterable

from generator.publish.plain import xml_text

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(site_url: str, addresses: Iterable[str]) -> bytes:
    """A sitemap of `addresses`, each relative to `site_url`."""
    urls = "".join(f"  <url>\n    <loc>{xml_text(site_url + address)}</loc>\n  </url>\n" for address in sorted(set(addresses)))
    return f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{_SITEMAP}">\n{urls}</urlset>\n'.encode()


def robots(site_url: str) -> bytes:
    """A robots.txt that allows all and names the sitemap."""
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n".encode()
