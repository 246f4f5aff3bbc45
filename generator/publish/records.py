"""The catalogue record of a brief: all that any other page or file takes from it.

It is worked out from the brief alone, and what a site shows across its briefs from the records alone, so that a brief that
has not changed need not be read again. Entry and feed item are kept as JSON.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from generator.model import Brief, PublishedBrief, Status
from generator.publish.catalogue import Entry, entry_of
from generator.publish.dates import in_words
from generator.publish.feeds import Item, item_of
from generator.publish.interface import Interface
from generator.publish.search import Indexed, indexed


@dataclass(frozen=True, slots=True)
class CatalogueRecord:
    """What other pages take from one brief; `events` are its events' dates and words."""

    slug: str
    entry: Entry
    item: Item | None
    status: Status
    publish_at: str | None
    aliases: tuple[str, ...]
    events: tuple[tuple[str, str], ...]
    indexed: Indexed


def record_of(slug: str, brief: Brief, site_url: str, say: Interface) -> CatalogueRecord:
    """The record of the brief of that slug on the site at `site_url`."""
    entry = entry_of(PublishedBrief(slug, brief))
    date = str(in_words(entry.published, say)) if entry.published else None
    return CatalogueRecord(
        slug=slug,
        entry=entry,
        item=item_of(brief, f"{site_url}{entry.url}"),
        status=brief.status,
        publish_at=brief.publish_at,
        aliases=brief.aliases,
        events=tuple((event.date, event.text) for event in brief.timeline),
        indexed=indexed(slug, brief, date),
    )


def packed(value: Entry | Item | None) -> str:
    """An entry or an item as JSON; nothing for none."""
    return json.dumps(astuple(value), ensure_ascii=False, separators=(",", ":")) if value else ""


def entries_from(rows: Sequence[str], memo: dict[Any, Any] | None = None) -> Iterator[Entry]:
    """The entries in rows of JSON; those of a site share, through `memo`, the words that many have."""
    held = {} if memo is None else memo
    return (_entry(row, held.setdefault) for row in json.loads(f"[{','.join(rows)}]"))


def _entry(row: list[Any], same: Callable[[Any, Any], Any]) -> Entry:
    slug, title, standfirst, author, published, year, language, topics, minutes, statements, band = row
    told = tuple([same(topic, topic) for topic in topics])
    said = same(author, author), same(published, published), same(year, year), same(language, language), same(told, told)
    return Entry(slug, title, standfirst, *said, minutes, statements, same(band, band))


def item_from(row: str) -> Item | None:
    """The feed item in JSON."""
    if not row:
        return None
    url, title, moment, summary, statements, author, topics, language = json.loads(row)
    return Item(url, title, moment, summary, tuple(statements), author, tuple(topics), language)
