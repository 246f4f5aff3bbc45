"""What a page says of itself in its head: headline, author, date, address, language, description.

Sources, best first: JSON-LD, the meta elements that publishers use (Open Graph, Dublin Core, Parse.ly, ...), <time>, <title>.
A date is only taken from a field that means publication; no date is guessed from addresses or running text.
"""

import datetime
import re
from dataclasses import dataclass
from itertools import islice
from typing import Any

from generator.formats.article.characters import single_line
from generator.formats.article.dates import read_date
from generator.formats.article.headline import without_site
from generator.formats.article.json_ld import Described, described
from generator.formats.article.names import read_names
from generator.formats.article.roles import is_affiliation
from generator.formats.article.word_lists import section

_PUBLISHED = section("page_metadata.txt", "published")
_AUTHOR = section("page_metadata.txt", "author")
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:by-?line|author(?:-?name)?)(?:$|[\s_-])")
_BY = re.compile(r"^(?:(?:written |posted |reported )?by|author|from)\b[ :]{0,3}", re.IGNORECASE)
_DATED_PATH = re.compile(r"/(20\d{2})[-/]?(\d{2})[-/]?(\d{2})(?!\d)")
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}\x00-\x20]{3,2000}")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says of the article; None where it does not."""

    headline: str | None
    author: str | None
    published: str | None
    url: str | None
    language: str | None
    description: str | None


def metadata_of(tree: Any) -> Metadata:
    """The metadata of the page `tree`."""
    meta = _meta(tree)
    said = described(script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or ""))
    return Metadata(
        headline=_headline(tree, meta, said),
        author=_author(tree, meta, said),
        published=_published(tree, meta, said),
        url=_url(tree, meta, said),
        language=tree.get("lang") or tree.get("xml:lang") or said.language,
        description=meta.get("og:description") or meta.get("description"),
    )


def _meta(tree: Any) -> dict[str, str]:
    """The content of each meta element, by its name in small letters; the first one counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = single_line((element.get("content") or "")[:2000])
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _headline(tree: Any, meta: dict[str, str], said: Described) -> str | None:
    """The page's largest heading where its head names the same, otherwise what the head says, without the site's name."""
    title = next((text for element in islice(tree.iter("title"), 1) if (text := _text_of(element))), None)
    site = meta.get("og:site_name") or meta.get("application-name")
    named = [
        without_site(text, site) for text in (meta.get("og:title"), said.headline, meta.get("twitter:title"), title) if text
    ]
    largest = [text for element in islice(tree.iter("h1"), 10) if (text := _text_of(element))]
    keys = [_letters(text) for text in (*named, *([title] if title else []))]
    same = [
        text
        for text in largest
        if any(_letters(text) in key or key in _letters(text) for key in keys if _letters(text) and key)
    ]
    same = [text for text in same if len(text.split()) > 1 or not named]
    choice = next(iter(same or named or largest), None)
    return single_line(choice)[:500] or None if choice else None


def _author(tree: Any, meta: dict[str, str], said: Described) -> str | None:
    stated = [", ".join(said.authors), *(meta.get(name, "") for name in _AUTHOR), *_visible_authors(tree)]
    site = _letters(meta.get("og:site_name", ""))
    candidates = [name for text in stated if (name := _as_author(text)) and _letters(name) != site]
    # A person's name in the byline says more than the agency's in the head; a lone word in the byline may be the place.
    return next((name for name in candidates if " " in name and not is_affiliation(name)), next(iter(candidates), None))


def _visible_authors(tree: Any) -> list[str]:
    marked = [
        element
        for element in islice(tree.iter("a", "span", "div", "p", "address", "cite", "li"), 20_000)
        if element.get("rel") == "author"
        or "author" in (element.get("itemprop") or "")
        or _BYLINE_CLASS.search((element.get("class") or "")[:200].lower())
    ]
    return [_text_of(element) for element in marked[:8]]


def _as_author(text: str) -> str | None:
    text = _BY.sub("", single_line(text[:300])).strip(" ,|·")
    if not text or "://" in text or "@" in text:
        return None
    return read_names(text)


def _published(tree: Any, meta: dict[str, str], said: Described) -> str | None:
    stated = [meta.get(_PUBLISHED[0]), said.published, *(meta.get(name) for name in _PUBLISHED)]
    marked = [element.get("datetime") or element.get("content") for element in _marked_dates(tree)]
    date = next((date for text in (*stated, *marked) if (date := read_date(text))), None)
    return _local(date, _url(tree, meta, said)) if date else None


def _local(date: str, url: str | None) -> str:
    """`date`, or the day before or after it that the page's address gives: heads are in UTC, addresses in local time."""
    match = _DATED_PATH.search(url or "")
    local = read_date("-".join(match.groups())) if match else None
    if local is None or len(date) < 10:
        return date
    apart = datetime.date.fromisoformat(local) - datetime.date.fromisoformat(date)
    return local if abs(apart.days) == 1 else date


def _marked_dates(tree: Any) -> list[Any]:
    elements = list(islice(tree.iter("time", "abbr", "span"), 20_000))
    meant = [
        element
        for element in elements
        if "datepublished" in (element.get("itemprop") or "").lower() or element.get("pubdate") is not None
    ]
    times = [element for element in elements if element.tag == "time" and element.get("datetime")]
    first = [element for element in times if "publish" in (element.get("class") or "").lower()]
    return meant + first + times[:1]


def _url(tree: Any, meta: dict[str, str], said: Described) -> str | None:
    links = [
        element.get("href") or ""
        for element in islice(tree.iter("link"), 2_000)
        if (element.get("rel") or "").lower() == "canonical"
    ]
    return next((url for url in (*links, meta.get("og:url", ""), said.url or "") if _ADDRESS.fullmatch(url)), None)


def _text_of(element: Any) -> str:
    return single_line("".join(islice(element.itertext(), 400))[:2000])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
