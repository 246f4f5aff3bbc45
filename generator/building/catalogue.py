"""The briefs of a build: which changed since the last one, what each gives to other pages, and which are shown."""

import json
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from generator import store
from generator.building.making import Examined, examine
from generator.errors import Refused
from generator.model import moment_of
from generator.publish import schedule
from generator.publish.catalogue import Entry
from generator.publish.interface import Interface
from generator.publish.keys import key_of
from generator.publish.records import CatalogueRecord, entries_from, packed
from generator.publish.schedule import Schedule, Scheduled, is_published
from generator.settings import Settings
from generator.store import StoredFile
from generator.store.derived import BriefRow, State
from generator.store.stamps import Stamp, digest_of
from generator.workers import Crew, Failure
from generator.workers.batches import batches

_MANY = 16
"""Briefs that go to a worker in one parcel: examining one takes a millisecond."""

_ROWS = 200
"""Rows of the state that are read at a time: one by one they take a third longer, and all at once are all held."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What it depends on beside the briefs what they give to other pages, and which are shown."""

    site_url: str
    say: Interface
    is_preview: bool
    now: datetime | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A brief that is shown: digests of its file, its entry and its feed item, and what feeds date it by."""

    digest: str
    stamp: str
    moment: str
    item: str


def due(state: State, stamps: Mapping[str, Stamp], terms: Terms) -> tuple[list[str], list[str]]:
    """The slugs of the briefs that must be read, and of those that are gone."""
    before = state.briefs()
    withheld = {slug for slug, was_shown, _ in state.column("problems") if not was_shown}
    turned = {
        slug
        for slug, was_shown, row in state.column("schedule")
        if slug not in withheld and was_shown != _is_shown(_scheduled(row), terms)
    }
    changed = [
        slug for slug, stamp in stamps.items() if slug not in before or before[slug][0] != stamp.digest or slug in turned
    ]
    return sorted(changed), sorted(before.keys() - stamps.keys())


def examined(
    settings: Settings, slugs: Iterable[str], crew: Crew, terms: Terms, *, is_whole: bool
) -> Generator[tuple[str, str, Examined], None, None]:
    """Each brief's slug, the digest of the bytes that were read, and what they give to other pages.

    Where the proof is whole, a brief that cannot be shown gives nothing; else that is found out when its page is made.
    """
    refused: dict[str, Examined] = {}
    task = partial(_examined, terms, is_whole)
    for (file, content), found in crew.each(task, _read(settings, slugs, refused), batch=_MANY):
        yield file.path.stem, digest_of(content), _without_failure(file, found)
    for slug, one in refused.items():
        yield slug, "refused", one


def _examined(terms: Terms, is_whole: bool, given: tuple[StoredFile, bytes]) -> Examined:
    return examine(terms.site_url, terms.say, given, lambda record: is_whole and _is_shown(record, terms))


def _without_failure(file: StoredFile, found: Examined | Failure) -> Examined:
    if isinstance(found, Examined):
        return found
    return Examined(None, None, (f"{file.shown}: it could not be read ({found.reason}); please report it",))


def _read(settings: Settings, slugs: Iterable[str], refused: dict[str, Examined]) -> Iterator[tuple[StoredFile, bytes]]:
    for slug in slugs:
        file = store.brief_of(settings, slug)
        try:
            yield file, store.read(file)
        except Refused as error:
            refused[slug] = Examined(None, None, (f"{file.shown}: {error}",))


def row_of(slug: str, digest: str, found: Examined, terms: Terms) -> BriefRow:
    """The row of a brief."""
    problems = json.dumps(found.problems) if found.problems else ""
    record = found.record
    if record is None:
        return BriefRow(slug, digest, False, "", "", "", "", "", "", problems, "")
    entry, item = packed(record.entry), packed(record.item)
    return BriefRow(
        slug=slug,
        digest=digest,
        shown=_is_shown(record, terms),
        entry=entry,
        stamp=key_of(entry),
        item_stamp=key_of(item),
        moment=record.item.moment if record.item else "",
        schedule=_schedule(record),
        aliases=json.dumps(record.aliases) if record.aliases else "",
        problems=problems,
        item=item,
    )


def listed(state: State) -> Iterator[tuple[Entry, Shown]]:
    """Each brief that is shown, as lists show it and as their keys know it."""
    memo: dict[Any, Any] = {}
    for rows in batches(state.listed(), _ROWS):
        for entry, row in zip(entries_from([row.entry for row in rows], memo), rows, strict=True):
            yield entry, Shown(row.digest, row.stamp, memo.setdefault(row.moment, row.moment), row.item_stamp)


def drafts(state: State, terms: Terms) -> frozenset[str]:
    """The slugs of the briefs that only a preview shows."""
    return schedule.drafts(((slug, _scheduled(row)) for slug, _, row in state.column("schedule")), terms.now)


def until(state: State, now: datetime | None) -> str | None:
    """The next moment at which a brief is published."""
    waiting = (_scheduled(row) for _, _, row in state.column("schedule"))
    moments = [moment_of(one.publish_at) for one in waiting if one.publish_at and one.status == "published"]
    coming = [moment.isoformat() for moment in moments if now is not None and moment > now]
    return min(coming, default=None)


def _scheduled(row: str) -> Schedule:
    return Schedule(*json.loads(row))


def _schedule(record: CatalogueRecord) -> str:
    if record.status == "published" and not record.publish_at:
        return ""
    return json.dumps([record.status, record.publish_at])


def _is_shown(brief: Scheduled, terms: Terms) -> bool:
    return terms.is_preview or is_published(brief, terms.now)
