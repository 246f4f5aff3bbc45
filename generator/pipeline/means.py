"""By what means a build is done, and who hears of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from generator.model import Outcome
from generator.pipeline.refresh import Report, Unchanged, refresh, unheard, unknown
from generator.settings import Settings
from generator.timings import Timings
from generator.workers import Crew, alone

Rendered = Callable[[int, int], None]


def unseen(number: int, total: int) -> None:
    """The way of rendering of which nobody asked to hear."""


def unsaid(line: str) -> None:
    """The remark that nobody asked to hear."""


@dataclass(frozen=True, slots=True)
class Means:
    """`crew` hires workers when they are needed; `report` hears of each article, `rendered` of each brief's pages.

    `say` hears what is no warning but worth a line.
    """

    crew: Callable[[], Crew] = alone
    timings: Timings = field(default_factory=Timings)
    report: Report = unheard
    rendered: Rendered = unseen
    say: Callable[[str], None] = unsaid

    def refresh(self, settings: Settings, crew: Crew, *, unchanged: Unchanged = unknown) -> tuple[Outcome, ...]:
        """`pipeline.refresh` by these means and a crew."""
        with self.timings.stage("convert") as tally:
            outcomes = refresh(settings, self.report, crew=crew, unchanged=unchanged)
            tally.items = len(outcomes)
        return outcomes

    def foretold(self, settings: Settings) -> tuple[Outcome, ...]:
        """What `pipeline.refresh` would do, by these means."""
        with self.crew() as crew:
            return refresh(settings, self.report, dry_run=True, crew=crew)
