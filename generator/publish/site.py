"""The whole site as one value: every page of a brief, and what the pages across briefs show."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import PublishedBrief
from generator.publish.authors import Author, authors
from generator.publish.catalogue import Entry, Year, by_year, catalogue, neighbours
from generator.publish.page import Annotated, Surroundings, surroundings
from generator.publish.pagination import Sheet, sheets
from generator.publish.timeline import DatedEvent, EventYear, timeline
from generator.publish.timeline import by_year as events_by_year
from generator.publish.topics import Topic, by_key, key, topics

LISTS = ("archive", "topics", "timeline", "search")
"""The pages across briefs in the menu: each a template of that name and a folder of the site."""


@dataclass(frozen=True, slots=True)
class Site:
    """All that the templates may ask for."""

    briefs: tuple[Annotated, ...]
    surroundings: dict[str, Surroundings]
    entries: tuple[Entry, ...]
    topics: tuple[Topic, ...]
    authors: tuple[Author, ...]
    events: tuple[DatedEvent, ...]
    events_by_brief: dict[str, tuple[int, ...]]
    topic_urls: dict[str, str]
    author_urls: dict[str, str]

    def topic_url(self, name: str) -> str:
        """The address of a topic's page."""
        return self.topic_urls[key(name)]

    def author_url(self, name: str) -> str:
        """The address of an author's page."""
        return self.author_urls[key(name)]

    def archive(self) -> tuple[Sheet[Entry], ...]:
        """The pages of the archive."""
        return sheets(self.entries, "archive/")

    def timeline(self) -> tuple[Sheet[DatedEvent], ...]:
        """The pages of the timeline."""
        return sheets(self.events, "timeline/")

    def years(self) -> dict[str, int | None]:
        """The years of the archive by the address of the heading on the first page that has them."""
        return _first_places((sheet.url, by_year(sheet.items)) for sheet in self.archive())

    def event_years(self) -> dict[str, int | None]:
        """The years of the timeline by the address of the heading on the first page that has them."""
        return _first_places((sheet.url, events_by_year(sheet.items)) for sheet in self.timeline())

    def events_of(self, entries: Iterable[Entry], most: int) -> tuple[DatedEvent, ...]:
        """The last events that these briefs tell of, in the order of time, at most so many."""
        numbers = {number for entry in entries for number in self.events_by_brief.get(entry.url, ())}
        return tuple(self.events[number] for number in sorted(numbers)[-most:])

    def addresses(self) -> tuple[str, ...]:
        """The pages here described, relative to the site's root."""
        groups: tuple[Topic | Author, ...] = (*self.topics, *self.authors)
        grouped = (sheet.url for group in groups for sheet in sheets(group.entries, group.url))
        paged = (*(sheet.url for sheet in self.archive()), *(sheet.url for sheet in self.timeline()), *grouped)
        return (*paged, "topics/", "authors/", "search/", *(entry.url for entry in self.entries))


def site_of(briefs: Sequence[Annotated]) -> Site:
    """The site of these briefs, in whatever order they come."""
    published = [PublishedBrief(one.slug, one.brief) for one in briefs]
    entries = catalogue(published)
    found, names, events = topics(entries), authors(entries), timeline(published)
    return Site(
        briefs=tuple(sorted(briefs, key=lambda one: one.slug)),
        surroundings=surroundings(entries, neighbours(entries), by_key(found), {key(one.name): one for one in names}),
        entries=entries,
        topics=found,
        authors=names,
        events=events,
        events_by_brief=_by_brief(events),
        topic_urls={key(topic.name): topic.url for topic in found},
        author_urls={key(author.name): author.url for author in names},
    )


def _by_brief(events: Sequence[DatedEvent]) -> dict[str, tuple[int, ...]]:
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        for url in dict.fromkeys(told.url.partition("#")[0] for told in event.told):
            numbers[url].append(number)
    return {url: tuple(found) for url, found in numbers.items()}


def _first_places(pages: Iterable[tuple[str, Sequence[Year | EventYear]]]) -> dict[str, int | None]:
    places: dict[int | None, str] = {}
    for url, years in pages:
        for year in years:
            places.setdefault(year.number, f"{url}#{year.anchor}")
    return {address: number for number, address in places.items()}
