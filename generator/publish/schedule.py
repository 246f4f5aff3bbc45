"""Which briefs are published: not a draft, and not before the moment that it names. The present moment is an argument."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, Protocol

from generator.model import Status, moment_of


class Scheduled(Protocol):
    """What says when a brief is shown: the brief itself, its record, or its `Schedule`."""

    @property
    def status(self) -> Status:
        """Whether it is a draft."""

    @property
    def publish_at(self) -> str | None:
        """The moment that it waits for."""


class Schedule(NamedTuple):
    """Whether a brief is a draft, and the moment that it waits for."""

    status: Status
    publish_at: str | None


def names_a_moment(briefs: Iterable[Scheduled]) -> bool:
    """Whether it depends on the time which of `briefs` are published."""
    return any(one.status == "published" and one.publish_at for one in briefs)


def is_published(brief: Scheduled, now: datetime | None) -> bool:
    """Whether the brief is shown at `now`; one that waits for a moment is not while that is unknown."""
    if brief.status == "draft":
        return False
    return not brief.publish_at or (now is not None and moment_of(brief.publish_at) <= now)


def drafts(briefs: Iterable[tuple[str, Scheduled]], now: datetime | None) -> frozenset[str]:
    """The slugs of the briefs that are not published at `now`; briefs come with their slugs."""
    return frozenset(slug for slug, brief in briefs if not is_published(brief, now))
