"""Changes close together are one burst. The clock is the test's own, and time passes only where someone waits."""

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.preview.bursts import LONGEST, QUIET, Changes


class Story(threading.Condition):
    """A condition whose waits pass at once, on a clock of its own; what is planned happens when its time comes."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 100.0
        self.changes = Changes(lambda: self.now, self)
        self._planned: list[tuple[float, Path]] = []

    def plan(self, after: float, name: str) -> None:
        self._planned = sorted([*self._planned, (100.0 + after, Path(name))])

    def wait(self, timeout: float | None = None) -> bool:
        assert timeout is not None, "a wait without an end cannot be interrupted everywhere"
        assert timeout > 0
        if not self._planned and not self.changes._paths:
            pytest.fail("nothing will ever happen")
        end = self.now + timeout
        if self._planned and self._planned[0][0] <= end:
            self.now, path = self._planned.pop(0)
            self.changes.notice([path])
        else:
            self.now = end
        return True


def test_a_save_is_given_once_it_is_quiet() -> None:
    story = Story()
    story.plan(3.0, "brief.md")

    assert story.changes.wait() == {Path("brief.md")}
    assert story.now == pytest.approx(103.0 + QUIET)


def test_the_events_of_one_save_are_one_burst() -> None:
    story = Story()
    for number, name in enumerate(("brief.md~", "brief.md", "brief.md", "brief.md~")):
        story.plan(1.0 + number * QUIET / 2, name)

    assert story.changes.wait() == {Path("brief.md"), Path("brief.md~")}
    assert story.now == pytest.approx(101.0 + 3 * QUIET / 2 + QUIET)


def test_a_checkout_is_one_burst() -> None:
    story = Story()
    for number in range(500):
        story.plan(1.0 + number / 1000, f"{number}.md")

    assert len(story.changes.wait()) == 500


def test_a_burst_that_does_not_end_is_given_in_parts() -> None:
    story = Story()
    for number in range(1000):
        story.plan(number * QUIET / 2, f"{number}.md")

    burst = story.changes.wait()
    assert story.now == pytest.approx(100.0 + LONGEST)
    assert 0 < len(burst) < 1000
    assert not burst & story.changes.wait()


def test_two_saves_apart_are_two_bursts() -> None:
    story = Story()
    story.plan(1.0, "one.md")
    story.plan(1.1 + QUIET, "two.md")

    assert [story.changes.wait(), story.changes.wait()] == [{Path("one.md")}, {Path("two.md")}]


def test_what_changes_during_a_build_leads_to_one_more() -> None:
    story = Story()
    story.plan(1.0, "one.md")
    story.changes.wait()
    for number in range(300):  # a build is at work, and nobody waits
        story.now += 0.01
        story.changes.notice([Path(f"{number}.md")])
    story.now += 1

    before = story.now
    assert len(story.changes.wait()) == 300
    assert story.now == before
    story.plan(story.now - 100 + 5, "later.md")
    assert story.changes.wait() == {Path("later.md")}


def test_a_thread_that_waits_hears_of_a_change() -> None:
    changes, heard = Changes(), list[frozenset[Path]]()
    waiting = threading.Thread(target=lambda: heard.append(changes.wait()))
    waiting.start()
    changes.notice([Path("brief.md")])
    waiting.join(timeout=10)

    assert heard == [{Path("brief.md")}]


@given(st.lists(st.tuples(st.floats(0, 3), st.sampled_from("abcdef")), min_size=1, max_size=40))
def test_no_change_is_lost_and_none_waits_long(planned: list[tuple[float, str]]) -> None:
    story = Story()
    for after, name in planned:
        story.plan(after, name)
    given: set[Path] = set()
    while story._planned:
        begins = max(story.now, story._planned[0][0])
        given |= story.changes.wait()
        assert story.now <= begins + LONGEST + 1e-6
    assert given == {Path(name) for _, name in planned}
