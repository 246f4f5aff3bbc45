"""Which pages and files of a site are due: those that show something else than they did, told by keys.

A key is a digest of all that a page shows. What the page of a brief shows of others is worked out only where what that comes
from has changed: its neighbours, and the newest briefs of its topics and of its author.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from generator.building.catalogue import Shown
from generator.building.frame import Frame
from generator.building.ledger import Ledger
from generator.building.making import Addresses, BriefJob, PageJob
from generator.publish.authors import Author
from generator.publish.catalogue import Entry
from generator.publish.exports import briefs_json, llms_txt
from generator.publish.feeds import feed_of, files_of, newest
from generator.publish.keys import joined, key_of
from generator.publish.list_pages import ListPage, planned_pages
from generator.publish.page import Surroundings
from generator.publish.records import item_from
from generator.publish.redirects import Redirect
from generator.publish.site import Site
from generator.publish.sitemap import robots, sitemap
from generator.publish.timeline_update import EventChanges
from generator.publish.topics import CANDIDATES, Topic, key
from generator.slugs import slug_of
from generator.store import StoredFile
from generator.store.derived import State

_BRIEF, _REDIRECT = "brief.html", "redirect.html"
FilesOfPage = tuple[str, str, Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class Due:
    """A page to be made: its name among the pages, its keys; slug and stamp of the brief where it is one's."""

    name: str
    key: str
    around: str = ""
    slug: str = ""
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """A page to be made, with all that it needs."""

    due: Due
    what: BriefJob | PageJob


@dataclass(frozen=True, slots=True)
class Across:
    """What a build knows of all briefs."""

    site: Site
    shown: Mapping[str, Shown]
    events: EventChanges
    drafts: frozenset[str]
    people: Sequence[str]
    redirects: Sequence[Redirect]
    given: frozenset[str]
    style_sheet: tuple[str, str] | None


class Planned(Protocol):
    """What a build is to make."""

    def due_briefs(self) -> Iterator[Due]:
        """The briefs whose own pages are due."""

    def brief_job(self, slug: str, file: StoredFile, content: bytes) -> BriefJob:
        """The work on the page of a brief."""

    def due_pages(self) -> Iterator[Job]:
        """The pages across briefs that are due."""

    def due_files(self) -> Iterator[FilesOfPage]:
        """The files about all briefs that are due, with their pages' names and keys."""


class Plan:
    """The pages and files of one build."""

    def __init__(self, frame: Frame, across: Across, ledger: Ledger, state: State) -> None:
        self.frame, self.across, self.ledger, self.state = frame, across, ledger, state
        site = across.site
        self.site = site
        self.numbered = {topic.name: topic.url for topic in site.topics if topic.slug != slug_of(topic.name)}
        self._topic_heads: dict[str, str] = {}
        self._author_heads: dict[str, str] = {}
        self.stamps = {entry.slug: self._stamp(entry) for entry in site.entries}
        digests = (across.shown[entry.slug].digest for entry in site.entries)
        ledger.settle_site(joined((*self.stamps.values(), *digests, *sorted(across.drafts))))

    def _stamp(self, entry: Entry) -> str:
        """The digest of all that a list shows of a brief."""
        stamp = self.across.shown[entry.slug].stamp
        if self.numbered:
            stamp = key_of(stamp, *(self.site.topic_url(topic) for topic in entry.topics))
        return f"{stamp} draft" if entry.slug in self.across.drafts else stamp

    def due_briefs(self) -> Iterator[Due]:
        """The briefs whose own pages are due."""
        for entry in self.site.entries:
            name, slug = f"brief:{entry.slug}", entry.slug
            around = self._around(entry)
            if self.ledger.is_around(name, around):
                continue
            addresses = self._addresses([entry])
            shown = brief_key(
                self.frame, self.across.shown[slug].digest, self.stamps[slug], self.site.surroundings(slug), addresses
            )
            if self.ledger.is_due(name, shown):
                yield Due(name, shown, around, slug, self.stamps[slug])
            else:
                self.ledger.move(name, around)

    def _topic_head(self, name: str) -> str:
        if name not in self._topic_heads:
            self._topic_heads[name] = self._head(self.site.topics_by_key[key(name)])
        return self._topic_heads[name]

    def _author_head(self, name: str) -> str:
        if name not in self._author_heads:
            self._author_heads[name] = self._head(self.site.authors_by_key[key(name)])
        return self._author_heads[name]

    def _head(self, group: Topic | Author) -> str:
        """The digest of what a brief's page may take from the others of its topic or author."""
        return joined((group.url, group.name, *(self.stamps[entry.slug] for entry in group.entries[:CANDIDATES])))

    def _around(self, entry: Entry) -> str:
        near, stamps = self.site.around(entry.slug), self.stamps
        beside = (stamps[near.newer.slug] if near.newer else "", stamps[near.older.slug] if near.older else "")
        author = self._author_head(entry.author) if entry.author else ""
        own = (self.across.shown[entry.slug].digest, stamps[entry.slug], _uses(self.frame, _BRIEF))
        return joined((*own, *beside, author, *map(self._topic_head, entry.topics)))

    def brief_job(self, slug: str, file: StoredFile, content: bytes) -> BriefJob:
        """The work on the page of a brief."""
        around = self.site.surroundings(slug)
        return BriefJob(file, content, around, self._addresses([around.entry]), self.across.drafts & {slug})

    def due_pages(self) -> Iterator[Job]:
        """The pages across briefs that are due."""
        for page in planned_pages(self.site, self.frame.say, self.stamps, self.across.events):
            name, key = f"list:{page.address}", key_of(page.key, _uses(self.frame, page.template))
            if self.ledger.is_due(name, key) or page.is_due:
                yield Job(Due(name, key), self._page_job(page.make()))
        for redirect in self.across.redirects:
            name, key = f"redirect:{redirect.address}", key_of(repr(redirect), _uses(self.frame, _REDIRECT))
            if self.ledger.is_due(name, key):
                made = ListPage(_REDIRECT, redirect.address, None, redirect.title, "", {"redirect": redirect})
                yield Job(Due(name, key), self._page_job(made))

    def _page_job(self, page: ListPage) -> PageJob:
        entries = _entries_in(page.values)
        return PageJob(page, self._addresses(entries), self.across.drafts)

    def _addresses(self, entries: Iterable[Entry]) -> Addresses:
        topics = {topic: self.site.topic_url(topic) for entry in entries for topic in entry.topics}
        authors = {entry.author: self.site.author_url(entry.author) for entry in entries if entry.author}
        return Addresses(topics, authors)

    def due_files(self) -> Iterator[FilesOfPage]:
        """The files about all briefs that are due, with their pages' names and keys."""
        publication, entries = self.frame.publication, self.site.entries
        name, url, about = publication.name, publication.url, publication.about
        yield from self._feed("", name, url, about, entries)
        for topic in self.site.topics:
            title = f"{topic.name} · {name}"
            yield from self._feed(topic.url, title, f"{url}{topic.url}", title, topic.entries)
        addresses = (*self.across.people, *self.site.addresses())
        rows = joined(self.stamps.values())
        files: dict[str, tuple[str, Callable[[], bytes]]] = {
            "sitemap.xml": (joined(addresses), lambda: sitemap(url, addresses)),
            "robots.txt": ("", lambda: robots(url)),
            "llms.txt": (rows, lambda: llms_txt(entries, url, name, about)),
            "briefs.json": (rows, lambda: briefs_json(entries, url, name)),
        }
        for file, (shown, write) in files.items():
            if file not in self.across.given and self.ledger.is_due(f"file:{file}", shown):
                yield f"file:{file}", shown, {file: write()}
        if self.across.style_sheet is not None:
            file, content = self.across.style_sheet
            if self.ledger.is_due("style", key_of(content)):
                yield "style", key_of(content), {file: content.encode("utf-8")}

    def _feed(self, address: str, title: str, page: str, about: str, entries: Sequence[Entry]) -> Iterator[FilesOfPage]:
        shown = self.across.shown
        chosen = newest((entry.slug, shown[entry.slug].moment) for entry in entries)
        shows = joined((title, page, about, *(shown[slug].item for slug in chosen)))
        if self.ledger.is_due(f"feed:{address}", shows):
            feed = feed_of(title, page, about, self.frame.publication.name, map(item_from, self.state.items(chosen)))
            files = {f"{address}{name}": content for name, content in files_of(feed)}
            yield f"feed:{address}", shows, {name: content for name, content in files.items() if name not in self.across.given}


def brief_key(frame: Frame, digest: str, stamp: str, around: Surroundings, addresses: Addresses) -> str:
    """The key of a brief's page: digests of its file and of what lists show of it, what it knows of others, its addresses."""
    entry = around.entry
    topics = (addresses.topics[topic] for topic in entry.topics)
    urls = " ".join((*topics, addresses.authors[entry.author] if entry.author else ""))
    return key_of(digest, stamp, repr(around), urls, _uses(frame, _BRIEF))


def _uses(frame: Frame, template: str) -> str:
    return frame.uses.get(template, "")


def _entries_in(values: Mapping[str, object]) -> list[Entry]:
    sheet = values.get("sheet")
    items: Any = getattr(sheet, "items", ()) or values.get("listed") or ()
    return [item for item in items if isinstance(item, Entry)]
