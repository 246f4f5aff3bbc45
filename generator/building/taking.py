"""What changed briefs give to other pages is kept, and it is noted whether any of that is other than it was.

Where nothing is, as where a paragraph was mended, the pages of these briefs alone show anything else.
"""

from collections.abc import Set

from generator.publish.event_rows import BriefEvents
from generator.publish.timeline_update import EventChanges, TimelineUpdate
from generator.store.derived import BriefRow, State


class Taking:
    """Takes brief by brief; that they stand `alone` is found out only where it is asked."""

    def __init__(self, state: State, *, is_asked: bool) -> None:
        self._state, self._timeline = state, TimelineUpdate(state.events)
        self._alone: set[str] | None = set() if is_asked else None

    @property
    def alone(self) -> Set[str] | None:
        """The briefs that are shown of those that were taken, where no page but theirs shows anything else; else None."""
        return self._alone

    def drop(self, slug: str) -> None:
        """A brief that is gone."""
        self._alone = None
        self._timeline.take(slug, None)

    def put(self, row: BriefRow, events: BriefEvents | None) -> None:
        """A brief as it is now."""
        before = self._state.taken(row.slug) if self._alone is not None else None
        self._state.put_brief(row)
        self._timeline.take(row.slug, events)
        if self._alone is not None:
            self._alone.update([row.slug] if row.shown else [])
            self._alone = self._alone if before == self._state.taken(row.slug) else None

    def events(self) -> EventChanges:
        """What became of the timeline, when all are taken."""
        found = self._timeline.changes()
        self._alone = self._alone if found.is_none else None
        return found
