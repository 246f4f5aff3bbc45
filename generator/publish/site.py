"""The whole site as one value: what the pages across briefs show, and what the page of each brief knows of the others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.publish.authors import Author, authors
from generator.publish.catalogue import Entry, Neighbours, Year, by_year, neighbours, newest
from generator.publish.page import Surroundings
from generator.publish.pagination import Sheet, sheet_urls, sheets
from generator.publish.shelf import Shelf
from generator.publish.timeline import DatedEvent, event_sheets, event_years, last_events_of
from generator.publish.topics import Topic, by_key, key, related, topics

LISTS = ("archive", "topics", "timeline", "search")
"""The pages across briefs in the menu: each a template of that name and a folder of the site."""


@dataclass(frozen=True, slots=True)
class Site:
    """All that the templates may ask for."""

    entries: tuple[Entry, ...]
    topics: tuple[Topic, ...]
    authors: tuple[Author, ...]
    shelf: Shelf
    timeline_pages: int
    places: dict[str, int]
    topics_by_key: dict[str, Topic]
    authors_by_key: dict[str, Author]

    def topic_url(self, name: str) -> str:
        """The address of a topic's page."""
        return self.topics_by_key[key(name)].url

    def author_url(self, name: str) -> str:
        """The address of an author's page."""
        return self.authors_by_key[key(name)].url

    def archive(self) -> tuple[Sheet[Entry], ...]:
        """The pages of the archive."""
        return sheets(self.entries, "archive/")

    @property
    def events(self) -> tuple[DatedEvent, ...]:
        """Every event, the earliest first."""
        return tuple(event for sheet in self.timeline() for event in sheet.items)

    def timeline(self) -> Iterator[Sheet[DatedEvent]]:
        """The pages of the timeline."""
        return event_sheets(self.shelf, range(1, self.timeline_pages + 1))

    def years(self) -> dict[str, int | None]:
        """The years of the archive by the address of the heading on the first page that has them."""
        return _first_places((sheet.url, by_year(sheet.items)) for sheet in self.archive())

    def event_years(self) -> dict[str, int]:
        """The years of the timeline by the address of the heading on the first page that has them."""
        return event_years(self.shelf)

    def events_of(self, entries: Iterable[Entry], most: int) -> tuple[DatedEvent, ...]:
        """The last events that these briefs tell of, in the order of time, at most so many."""
        return last_events_of(self.shelf, (entry.slug for entry in entries), most)

    def around(self, slug: str) -> Neighbours:
        """The briefs before and after one in time."""
        return neighbours(self.entries, self.places[slug])

    def surroundings(self, slug: str) -> Surroundings:
        """What the page of a brief knows of the others."""
        entry = self.entries[self.places[slug]]
        by_author = self.authors_by_key[key(entry.author)].entries if entry.author else ()
        return Surroundings(entry, self.around(slug), related(entry, self.topics_by_key, by_author))

    def addresses(self) -> tuple[str, ...]:
        """The pages here described, relative to the site's root."""
        return (*self.list_addresses(), *(entry.url for entry in self.entries))

    def list_addresses(self) -> tuple[str, ...]:
        """The pages across briefs."""
        groups: tuple[Topic | Author, ...] = (*self.topics, *self.authors)
        grouped = (url for group in groups for url in sheet_urls(group.url, len(group.entries)))
        paged = (*sheet_urls("archive/", len(self.entries)), *sheet_urls("timeline/", self.timeline_pages, 1))
        return (*paged, *grouped, "topics/", "authors/", "search/")


def site_of(entries: Iterable[Entry], shelf: Shelf, timeline_pages: int) -> Site:
    """The site of the briefs with these entries, in whatever order they come; their events are on `shelf`."""
    ordered = newest(entries)
    found, names = topics(ordered), authors(ordered)
    return Site(
        entries=ordered,
        topics=found,
        authors=names,
        shelf=shelf,
        timeline_pages=timeline_pages,
        places={entry.slug: at for at, entry in enumerate(ordered)},
        topics_by_key=by_key(found),
        authors_by_key={key(author.name): author for author in names},
    )


def _first_places(pages: Iterable[tuple[str, Sequence[Year]]]) -> dict[str, int | None]:
    places: dict[int | None, str] = {}
    for url, years in pages:
        for year in years:
            places.setdefault(year.number, f"{url}#{year.anchor}")
    return {address: number for number, address in places.items()}
