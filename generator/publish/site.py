"""The whole site as one value: every page of a brief, and what the pages across briefs show."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import PublishedBrief
from generator.publish.catalogue import Entry, Year, by_year, catalogue, neighbours
from generator.publish.page import Annotated, Surroundings, surroundings
from generator.publish.timeline import EventYear, timeline
from generator.publish.topics import Topic, anchors, by_key, key, topics

LISTS = ("archive", "topics", "timeline", "search")
"""The pages across briefs: each a template of that name and a folder of the site, in the order of the menu."""


@dataclass(frozen=True, slots=True)
class Site:
    """All that the templates may ask for."""

    briefs: tuple[Annotated, ...]
    surroundings: dict[str, Surroundings]
    entries: tuple[Entry, ...]
    years: tuple[Year, ...]
    topics: tuple[Topic, ...]
    timeline: tuple[EventYear, ...]
    topic_anchors: dict[str, str]

    def anchor_of(self, topic: str) -> str:
        """The id of a topic's heading on the page of topics."""
        return self.topic_anchors[key(topic)]

    def addresses(self) -> tuple[str, ...]:
        """The pages here described, relative to the site's root."""
        return (*(f"{name}/" for name in LISTS), *(entry.url for entry in self.entries))


def site_of(briefs: Sequence[Annotated]) -> Site:
    """The site of these briefs, in whatever order they come."""
    published = [PublishedBrief(one.slug, one.brief) for one in briefs]
    entries = catalogue(published)
    found = topics(entries)
    return Site(
        briefs=tuple(sorted(briefs, key=lambda one: one.slug)),
        surroundings=surroundings(entries, neighbours(entries), by_key(found)),
        entries=entries,
        years=by_year(entries),
        topics=found,
        timeline=timeline(published),
        topic_anchors=anchors(found),
    )
