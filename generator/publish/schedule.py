"""Which briefs are published: not a draft, and not before the moment that it names.

The present moment is an argument. It is asked for only where a brief names a moment.
"""

from collections.abc import Iterable
from datetime import datetime

from generator.model import Brief, PublishedBrief, moment_of


def names_a_moment(briefs: Iterable[PublishedBrief]) -> bool:
    """Whether it depends on the time which of `briefs` are published."""
    return any(one.brief.status == "published" and one.brief.publish_at for one in briefs)


def is_published(brief: Brief, now: datetime | None) -> bool:
    """Whether the brief is shown at `now`; one that waits for a moment is not while that is unknown."""
    if brief.status == "draft":
        return False
    return not brief.publish_at or (now is not None and moment_of(brief.publish_at) <= now)


def drafts(briefs: Iterable[PublishedBrief], now: datetime | None) -> frozenset[str]:
    """The slugs of the briefs that are not published at `now`."""
    return frozenset(one.slug for one in briefs if not is_published(one.brief, now))
