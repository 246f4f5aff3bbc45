"""The plan of a build where a few briefs changed and no page but theirs shows anything else, as where a paragraph was mended.

What such a page knows of other briefs is what it knew when it was made. That was noted, and the site need not be worked out.
"""

import json
from collections.abc import Iterator, Set
from typing import Any

from generator.building.frame import Frame
from generator.building.making import Addresses, BriefJob
from generator.building.planning import Due, FilesOfPage, Job, brief_key
from generator.publish.catalogue import Entry, Neighbours
from generator.publish.page import Surroundings
from generator.publish.records import entries_from
from generator.publish.topics import Related
from generator.store import StoredFile
from generator.store.derived import State


def noted(job: Job) -> str:
    """What the page of a brief knows of the others, by their slugs."""
    if not isinstance(job.what, BriefJob):
        return ""
    around, addresses = job.what.surroundings, job.what.addresses
    near = [one.slug if one else None for one in (around.neighbours.newer, around.neighbours.older)]
    related = [(one.entry.slug, one.shared, one.author) for one in around.related]
    return json.dumps([job.due.stamp, near, related, addresses.topics, addresses.authors], separators=(",", ":"))


class LonePlan:
    """The pages of these briefs, and nothing else."""

    def __init__(self, frame: Frame, state: State, slugs: Set[str], drafts: Set[str]) -> None:
        self._frame, self._state, self._drafts = frame, state, frozenset(drafts)
        self._slugs = sorted(slugs)
        self._notes = {slug: state.given(_name(slug)) for slug in self._slugs}

    @property
    def is_whole(self) -> bool:
        """Whether there is a note of each."""
        return all(self._notes.values())

    def due_briefs(self) -> Iterator[Due]:
        """The briefs whose own pages are due: all."""
        for slug in self._slugs:
            stamp, surroundings, addresses = self._known(slug)
            key = brief_key(self._frame, self._state.digest(slug), stamp, surroundings, addresses)
            yield Due(_name(slug), key, slug=slug, stamp=stamp)

    def brief_job(self, slug: str, file: StoredFile, content: bytes) -> BriefJob:
        """The work on the page of a brief."""
        _, surroundings, addresses = self._known(slug)
        return BriefJob(file, content, surroundings, addresses, self._drafts & {slug})

    def due_pages(self) -> Iterator[Job]:
        """The pages across briefs that are due: none."""
        return iter(())

    def due_files(self) -> Iterator[FilesOfPage]:
        """The files about all briefs that are due: none."""
        return iter(())

    def _known(self, slug: str) -> tuple[str, Surroundings, Addresses]:
        stamp, near, related, topics, authors = json.loads(self._notes[slug])
        slugs = [slug, *(one for one in near if one), *(one for one, _, _ in related)]
        entries = dict(zip(slugs, entries_from(self._state.entries(slugs)), strict=True))
        around = Surroundings(entries[slug], _neighbours(near, entries), tuple(_related(row, entries) for row in related))
        return stamp, around, Addresses(topics, authors)


def _neighbours(near: list[str | None], entries: dict[str, Entry]) -> Neighbours:
    newer, older = (entries[slug] if slug else None for slug in near)
    return Neighbours(newer, older)


def _related(row: list[Any], entries: dict[str, Entry]) -> Related:
    slug, shared, author = row
    return Related(entries[slug], tuple(shared), author)


def _name(slug: str) -> str:
    return f"brief:{slug}"
