"""The pages across briefs: for each the template, the address, the words of its head, and what the template is given."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.publish.authors import Author
from generator.publish.catalogue import by_year
from generator.publish.facets import facets
from generator.publish.interface import Interface
from generator.publish.pagination import Sheet, sheets
from generator.publish.site import Site
from generator.publish.timeline import by_year as events_by_year
from generator.publish.topics import Topic

_EVENTS_OF_A_TOPIC = 12


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page across briefs; `menu` is the list of the menu that it belongs to, `values` what only its template needs."""

    template: str
    address: str
    menu: str | None
    title: str
    summary: str
    values: Mapping[str, Any]


def list_pages(site: Site, say: Interface) -> Iterator[ListPage]:
    """Every page across briefs, each once."""
    yield from _archive(site, say)
    yield _whole("topics", site, say)
    for topic in site.topics:
        yield from _group(topic, "topic", "topics", site, say)
    yield _whole("authors", site, say)
    for author in site.authors:
        yield from _group(author, "author", None, site, say)
    yield from _timeline(site, say)
    yield _whole("search", site, say)


def _whole(name: str, site: Site, say: Interface) -> ListPage:
    menu = None if name == "authors" else name
    return ListPage(f"{name}.html", f"{name}/", menu, say[f"{name}_title"], say[f"{name}_about"], {})


def _archive(site: Site, say: Interface) -> Iterator[ListPage]:
    for sheet in site.archive():
        years = by_year(sheet.items)
        values = {"sheet": sheet, "years": years, "facets": facets(years), "jump": site.years()}
        yield _paged("archive.html", sheet, "archive", (say["archive_title"], say["archive_about"]), say, values)


def _timeline(site: Site, say: Interface) -> Iterator[ListPage]:
    sheets_of_events = site.timeline()
    places = {event.anchor: f"{sheet.url}#{event.anchor}" for sheet in sheets_of_events for event in sheet.items}
    for sheet in sheets_of_events:
        values = {"sheet": sheet, "years": events_by_year(sheet.items), "jump": site.event_years(), "places": places}
        yield _paged("timeline.html", sheet, "timeline", (say["timeline_title"], say["timeline_about"]), say, values)


def _group(group: Topic | Author, kind: str, menu: str | None, site: Site, say: Interface) -> Iterator[ListPage]:
    words = (group.name, say(f"{kind}_about", n=len(group.entries), name=group.name))
    events = site.events_of(group.entries, _EVENTS_OF_A_TOPIC)
    for sheet in sheets(group.entries, group.url):
        shown = events if sheet.number == 1 and kind == "topic" else ()
        yield _paged(f"{kind}.html", sheet, menu, words, say, {"sheet": sheet, "group": group, "events": shown})


def _paged(
    template: str, sheet: Sheet[Any], menu: str | None, words: Sequence[str], say: Interface, values: Mapping[str, Any]
) -> ListPage:
    title, summary = words
    if sheet.number > 1:
        of = say("page_of", n=sheet.number, of=say.number(sheet.count))
        title, summary = f"{title} · {of}", f"{summary} {of}"
    return ListPage(template, sheet.url, menu, title, summary, values)
