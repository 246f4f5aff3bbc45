"""What a page says of itself to machines: its description, and Article data in schema.org's terms as JSON-LD.

Addresses that are not http or https are left out. `datePublished` is the brief's own moment or else the first of its article's
date, as in the feeds; that of the article is given only where ISO 8601 can write it at the brief's precision.
JSON is written by the library, with `<`, `>` and `&` escaped, so that nothing in it can end the script element it stands in.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.model import Brief, Challenge
from generator.publish.dates import machine
from generator.publish.evidence import statements
from generator.publish.feeds import when
from generator.publish.plain import plain_json_line

_LONGEST_DESCRIPTION = 160
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def description(*candidates: str | None) -> str:
    """The first of `candidates` that says something, on one line, cut at a word to what a search result shows."""
    text = next((" ".join(text.split()) for text in candidates if text and text.strip()), "")
    if len(text) <= _LONGEST_DESCRIPTION:
        return text
    cut = text[: _LONGEST_DESCRIPTION - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def web_address(url: str | None) -> str | None:
    """`url` where it is an http or https address with a host, else None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def json_ld(brief: Brief, url: str, site_name: str) -> Markup:
    """The brief at `url` as a schema.org Article: what it is based on, the sentences it cites, the challenges it names."""
    original = web_address(brief.source.url)
    article = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": brief.title,
        "description": brief.standfirst,
        "url": url,
        "mainEntityOfPage": url,
        "datePublished": when(brief),
        "inLanguage": brief.language,
        "keywords": ", ".join(brief.topics) or None,
        "publisher": {"@type": "Organization", "name": site_name},
        "isBasedOn": _original(brief, original),
        "citation": [_cited(quote, original) for quote in dict.fromkeys(one.quote for one in statements(brief))] or None,
        "hasPart": [_claim(challenge, f"{url}#challenge-{n}") for n, challenge in enumerate(brief.challenges, 1)] or None,
    }
    return in_script(plain_json_line(article))


def in_script(written: str) -> Markup:
    """JSON as it may stand in a script element."""
    for mark, escaped in _ESCAPES.items():
        written = written.replace(mark, escaped)
    return Markup(written)  # noqa: S704 - what could end the element is escaped


def _original(brief: Brief, address: str | None) -> dict[str, object]:
    return _without_none(
        {
            "@type": "Article",
            "headline": brief.title,
            "url": address,
            "author": {"@type": "Person", "name": brief.author} if brief.author else None,
            "publisher": {"@type": "Organization", "name": brief.source.publisher} if brief.source.publisher else None,
            "license": web_address(brief.source.licence),
            "datePublished": machine(brief.published) if brief.published else None,
        }
    )


def _cited(quote: str, address: str | None) -> dict[str, object]:
    return _without_none({"@type": "Quotation", "text": quote, "url": address})


def _claim(challenge: Challenge, url: str) -> dict[str, object]:
    return {"@type": "Claim", "name": challenge.title, "text": challenge.text, "url": url}


def _without_none(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}
