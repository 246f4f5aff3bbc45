"""What a worker makes: what other pages take from a brief, the pages of a brief, a page across briefs. Bytes in, bytes out.

Jobs carry all that they need, so that any process may do them. Where a template asks for more of the site than was sent
along, the answer is ASKS, and whoever has the site makes the page.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.building.frame import AsksForSite, Frame, View, file_of, render
from generator.errors import InvalidBrief
from generator.model import PublishedBrief
from generator.pipeline.loading import parsed
from generator.pipeline.proving import proof_of, proven
from generator.publish.annotations import annotations
from generator.publish.cards import has_card
from generator.publish.event_rows import BriefEvents, brief_events
from generator.publish.interface import Interface
from generator.publish.list_pages import ListPage
from generator.publish.machine_files import CARD, brief_files
from generator.publish.metadata import description, json_ld
from generator.publish.page import Annotated, Surroundings, annotate, brief_page
from generator.publish.records import CatalogueRecord, record_of
from generator.publish.site import Site
from generator.store import StoredFile

Files = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Examined:
    """What other pages take from a brief, or why it cannot be read."""

    record: CatalogueRecord | None
    events: BriefEvents | None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of topics and authors that a page names."""

    topics: Mapping[str, str]
    authors: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BriefJob:
    """The pages of one brief: its file, its bytes, and what its page knows of the others."""

    file: StoredFile
    content: bytes
    surroundings: Surroundings
    addresses: Addresses
    drafts: frozenset[str]


@dataclass(frozen=True, slots=True)
class PageJob:
    """A page across briefs."""

    page: ListPage
    addresses: Addresses
    drafts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a page, whether it asked for the whole site, and what there is to say; no files where it cannot be shown."""

    files: Files
    asked: bool = False
    problems: tuple[str, ...] = ()
    is_withheld: bool = False


ASKS = Made((), asked=True)
"""The answer of a worker that would need the whole site."""


def examine(
    site_url: str, say: Interface, given: tuple[StoredFile, bytes], is_proven: Callable[[CatalogueRecord], bool]
) -> Examined:
    """What other pages take from the brief in a file with these bytes; its form alone is looked at unless it `is_proven`."""
    file, content = given
    slug = file.path.stem
    try:
        found = parsed(content, file)
        record = record_of(slug, found.brief, site_url, say)
        if is_proven(record):
            proof_of(found)
    except InvalidBrief as error:
        return Examined(None, None, tuple(map(str, error.problems)))
    return Examined(record, brief_events(slug, found.brief))


def make(frame: Frame, key: str, job: BriefJob | PageJob, site: Site | None = None) -> Made:
    """The files of a page; `site` where it is at hand."""
    try:
        return _brief(frame, key, job, site) if isinstance(job, BriefJob) else _page(frame, key, job, site)
    except AsksForSite:
        return ASKS


def _page(frame: Frame, key: str, job: PageJob, site: Site | None) -> Made:
    page = job.page
    view = View(site, job.addresses.topics, job.addresses.authors)
    given = {"here": page.address, "menu": page.menu, "page_title": page.title, "summary": page.summary, **page.values}
    content = render(frame, key, page.template, page.address, view, job.drafts, given)
    return Made(((file_of(page.address), content),), view.was_asked)


def _brief(frame: Frame, key: str, job: BriefJob, site: Site | None) -> Made:
    slug = job.file.path.stem
    try:
        file = proven(job.content, job.file)
    except InvalidBrief as error:
        return Made((), problems=tuple(map(str, error.problems)), is_withheld=True)
    annotated = annotate(PublishedBrief(slug, file.brief), frame.source_text)
    if not isinstance(annotated, Annotated):
        return Made((), problems=tuple(f"{job.file.shown}: {message}" for message in annotated), is_withheld=True)
    view = View(site, job.addresses.topics, job.addresses.authors)
    files = tuple(_files_of(frame, key, job, annotated, view))
    return Made(files, view.was_asked, tuple(map(str, file.warnings)))


def _files_of(frame: Frame, key: str, job: BriefJob, annotated: Annotated, view: View) -> Files:
    brief, page = annotated.brief, brief_page(annotated, job.surroundings)
    publication, address = frame.publication, job.surroundings.entry.url
    url = f"{publication.url}{address}"
    first_point = brief.key_points[0].text if brief.key_points else None
    given = {
        "view": page,
        "page_title": brief.title,
        "summary": description(brief.standfirst, first_point, brief.title),
        "card": CARD if has_card(brief, publication.card_font) else None,
        "json_ld": json_ld(brief, url, publication.name),
    }
    html = render(frame, key, "brief.html", address, view, job.drafts, given)
    return (
        (file_of(address), html),
        (f"{address}annotations.json", annotations(annotated, url, html.decode("utf-8"))),
        *brief_files(brief, address, publication),
    )
