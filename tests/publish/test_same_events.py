import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.same_events import Told, agree, same_events
from tests.case_files import Case, read_cases

WORDS = st.lists(st.sampled_from(["bridge", "opened", "north", "river", "flood", "1948", "the"]), max_size=6).map(" ".join)
TOLD = st.builds(Told, st.sampled_from("abc"), st.sampled_from(["1948", "1948-03", "1949", "../1950"]), WORDS)


@pytest.mark.parametrize("case", read_cases("publish/same_events.txt"), ids=str)
def test_same_event(case: Case) -> None:
    texts = case.given.split("\n")
    found = same_events([Told(str(number), *line.split(" ", 1)) for number, line in enumerate(texts)])

    verdict = "agree" if found[0].agreeing else "differ" if found[0].otherwise else "not the same"
    assert verdict == case.expected


def test_one_brief_never_tells_the_same_event_twice() -> None:
    text = "The northern bridge was opened to lorries."

    assert not any(same.agreeing or same.otherwise for same in same_events([Told("a", "1948", text), Told("a", "1949", text)]))


@given(st.lists(TOLD, max_size=8))
def test_to_be_the_same_goes_both_ways(events: list[Told]) -> None:
    found = same_events(events)

    for number, same in enumerate(found):
        assert all(number in found[other].agreeing for other in same.agreeing)
        assert all(number in found[other].otherwise for other in same.otherwise)
        assert all(agree(events[number].date, events[other].date) for other in same.agreeing)
