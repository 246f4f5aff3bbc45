"""The pages across briefs: for each the template, the address, the words of its head, and what the template is given.

A page is planned before it is made: its key says whether anything that it shows has changed. Entries come into keys by their
stamps, which the caller gives by slug.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.publish.authors import Author
from generator.publish.catalogue import Entry, by_year
from generator.publish.facets import facets
from generator.publish.interface import Interface
from generator.publish.keys import key_of
from generator.publish.pagination import Sheet, sheet_url, sheets
from generator.publish.site import Site
from generator.publish.timeline import by_year as events_by_year
from generator.publish.timeline import event_sheets
from generator.publish.timeline_update import EventChanges
from generator.publish.topics import Topic

_EVENTS_OF_A_TOPIC = 12
LISTED_BY_SEARCH = 100
"""The briefs that the search page lists without a script; the archive has them all."""

Stamps = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page across briefs; `menu` is the list of the menu that it belongs to, `values` what only its template needs."""

    template: str
    address: str
    menu: str | None
    title: str
    summary: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Named:
    """What pages say of a topic or an author; the entries stay behind, for a page may go to another process."""

    name: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page across briefs that can be made of a `template`.

    `key` is that of all it shows, except where it `is_due` for another reason.
    """

    template: str
    address: str
    key: str
    make: Callable[[], ListPage]
    is_due: bool = False


def list_pages(site: Site, say: Interface) -> Iterator[ListPage]:
    """Every page across briefs, each once."""
    events = EventChanges(tuple(range(1, site.timeline_pages + 1)), site.timeline_pages, 0, True, frozenset())
    return (page.make() for page in planned_pages(site, say, {entry.slug: repr(entry) for entry in site.entries}, events))


def planned_pages(site: Site, say: Interface, stamps: Stamps, events: EventChanges) -> Iterator[PlannedPage]:
    """Every page across briefs, to be made where its key has changed; `events` are those that are shown otherwise now."""
    yield from _archive(site, say, stamps)
    for name, groups in (("topics", site.topics), ("authors", site.authors)):
        key = key_of(*(f"{group.url} {len(group.entries)} {group.name}" for group in groups))
        yield PlannedPage(f"{name}.html", f"{name}/", key, partial(_index, name, say, groups))
    for topic in site.topics:
        is_told = any(entry.slug in events.briefs for entry in topic.entries) if events.briefs else False
        yield from _group(topic, "topic", "topics", site, say, stamps, is_told=is_told)
    for author in site.authors:
        yield from _group(author, "author", None, site, say, stamps)
    yield from _timeline(site, say, events)
    listed = site.entries[:LISTED_BY_SEARCH]
    key = key_of(str(len(site.entries)), *(stamps[entry.slug] for entry in listed))
    values = {"listed": listed, "count": len(site.entries)}
    yield PlannedPage("search.html", "search/", key, partial(_whole, "search", say, values))


def _whole(name: str, say: Interface, values: Mapping[str, Any]) -> ListPage:
    menu = None if name == "authors" else name
    return ListPage(f"{name}.html", f"{name}/", menu, say[f"{name}_title"], say[f"{name}_about"], values)


def _index(name: str, say: Interface, groups: Sequence[Topic | Author]) -> ListPage:
    return _whole(name, say, {name: tuple(map(_named, groups))})


def _named(group: Topic | Author) -> Named:
    return Named(group.name, group.url, len(group.entries))


def _archive(site: Site, say: Interface, stamps: Stamps) -> Iterator[PlannedPage]:
    jump = site.years()
    for sheet in site.archive():
        key = key_of(str(jump), _place(sheet), *(stamps[entry.slug] for entry in sheet.items))
        yield PlannedPage("archive.html", sheet.url, key, partial(_archive_page, sheet, jump, say))


def _archive_page(sheet: Sheet[Entry], jump: Mapping[str, int | None], say: Interface) -> ListPage:
    years = by_year(sheet.items)
    values = {"sheet": sheet, "years": years, "facets": facets(years), "jump": jump}
    return _paged("archive.html", sheet, "archive", (say["archive_title"], say["archive_about"]), say, values)


def _timeline(site: Site, say: Interface, events: EventChanges) -> Iterator[PlannedPage]:
    jump, changed = site.event_years(), frozenset(events.sheets)
    is_due = events.years or events.count != events.before
    for number in range(1, site.timeline_pages + 1):
        make = partial(_timeline_page, site, number, jump, say)
        yield PlannedPage("timeline.html", sheet_url("timeline/", number), "", make, is_due or number in changed)


def _timeline_page(site: Site, number: int, jump: Mapping[str, int], say: Interface) -> ListPage:
    (sheet,) = event_sheets(site.shelf, [number])
    values = {"sheet": sheet, "years": events_by_year(sheet.items), "jump": jump, "anchored": True}
    return _paged("timeline.html", sheet, "timeline", (say["timeline_title"], say["timeline_about"]), say, values)


def _group(
    group: Topic | Author, kind: str, menu: str | None, site: Site, say: Interface, stamps: Stamps, *, is_told: bool = False
) -> Iterator[PlannedPage]:
    for sheet in sheets(group.entries, group.url):
        key = key_of(group.name, str(len(group.entries)), _place(sheet), *(stamps[entry.slug] for entry in sheet.items))
        make = partial(_group_page, group, kind, menu, site, say, sheet)
        yield PlannedPage(f"{kind}.html", sheet.url, key, make, is_told and sheet.number == 1)


def _group_page(
    group: Topic | Author, kind: str, menu: str | None, site: Site, say: Interface, sheet: Sheet[Entry]
) -> ListPage:
    words = (group.name, say(f"{kind}_about", n=len(group.entries), name=group.name))
    events = site.events_of(group.entries, _EVENTS_OF_A_TOPIC) if kind == "topic" and sheet.number == 1 else ()
    return _paged(f"{kind}.html", sheet, menu, words, say, {"sheet": sheet, "group": _named(group), "events": events})


def _place(sheet: Sheet[Any]) -> str:
    return f"{sheet.number}/{sheet.count}"


def _paged(
    template: str, sheet: Sheet[Any], menu: str | None, words: Sequence[str], say: Interface, values: Mapping[str, Any]
) -> ListPage:
    title, summary = words
    if sheet.number > 1:
        of = say("page_of", n=sheet.number, of=say.number(sheet.count))
        title, summary = f"{title} · {of}", f"{summary} {of}"
    return ListPage(template, sheet.url, menu, title, summary, values)
