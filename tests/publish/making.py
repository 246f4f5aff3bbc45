"""Briefs for the tests of what is published."""

from collections.abc import Sequence
from typing import Any

from generator.model import Brief, Challenge, KeyPoint, PublishedBrief, TimelineEvent
from generator.publish.catalogue import entry_of
from generator.publish.event_rows import brief_events
from generator.publish.page import Annotated, annotate
from generator.publish.shelf import ShelfInMemory
from generator.publish.site import Site, site_of
from generator.publish.timeline_update import changed_events

BODY = """The bridge was closed in spring. Engineers had found cracks in two of its piers. The town has no money for a new one.

A ferry now crosses the river every hour. It carries no lorries. The council will decide in the autumn."""


def brief(**fields: Any) -> Brief:
    """A brief of BODY; any field may be given otherwise."""
    return Brief(**{"title": "The bridge", "body": BODY} | fields)


def published(slug: str = "bridge", **fields: Any) -> PublishedBrief:
    return PublishedBrief(slug, brief(**fields))


def annotated(slug: str = "bridge", **fields: Any) -> Annotated:
    """An annotated brief, whose quotes must stand in its body."""
    found = annotate(published(slug, **fields))
    assert isinstance(found, Annotated), found
    return found


def point(quote: str, text: str = "A point.") -> KeyPoint:
    return KeyPoint(text=text, quote=quote)


def challenge(quote: str, title: str = "Money is short") -> Challenge:
    return Challenge(title=title, text="A challenge.", quote=quote)


def event(date: str, quote: str = "The bridge was closed in spring.", text: str = "An event.") -> TimelineEvent:
    return TimelineEvent(date=date, text=text, quote=quote)


def site(briefs: Sequence[Annotated]) -> Site:
    """The site of these briefs."""
    shelf = ShelfInMemory()
    pages = changed_events(((one.slug, brief_events(one.slug, one.brief)) for one in briefs), shelf).count
    return site_of((entry_of(PublishedBrief(one.slug, one.brief)) for one in briefs), shelf, pages)
