"""What a brief missed or got wrong, a line each, for whoever looks for the reason."""

from collections.abc import Iterator

from generator.model import Brief
from tests.eval.annotations import Annotation
from tests.eval.matching import matched, states, states_any
from tests.eval.measures import FIRST, challenges_stated, events_told, leaks_of


def misses_of(gold: Annotation, brief: Brief) -> list[str]:
    """The faults of one brief, under the article's name."""
    lines = [*_challenges(gold, brief), *_key_points(gold, brief), *_events(gold, brief)]
    return [f"== {gold.id}", *lines, *(f"LEAK       {piece}" for piece in leaks_of(gold, brief))]


def _challenges(gold: Annotation, brief: Brief) -> Iterator[str]:
    stated = challenges_stated(gold, brief)
    right = matched(stated)
    for at, challenge in enumerate(brief.challenges):
        if at not in right and (stated[at] or not states_any(challenge.quote, gold.also_acceptable)):
            yield f"CHALLENGE  {'again' if stated[at] else 'wrong'}: {challenge.title} | {challenge.quote}"
    if len(right) < gold.expected_challenges:
        for at, problem in enumerate(gold.challenges):
            if at not in right.values():
                yield f"CHALLENGE  missed: {problem.label} | {problem.accept[0]}"
    if len(brief.challenges) != gold.expected_challenges:
        yield f"CHALLENGE  {len(brief.challenges)} given, {gold.expected_challenges} expected"


def _key_points(gold: Annotation, brief: Brief) -> Iterator[str]:
    for point in brief.key_points[:FIRST]:
        if not any(states(point.quote, sentence) for sentence in gold.key_sentences):
            yield f"KEY POINT  not one: {point.quote}"
    if len(brief.key_points) < FIRST:
        yield f"KEY POINT  only {len(brief.key_points)}"


def _events(gold: Annotation, brief: Brief) -> Iterator[str]:
    told = events_told(gold.events, brief)
    for at, item in enumerate(brief.timeline):
        if not told[at]:
            yield f"EVENT      wrong: {item.date} ({item.expression}) | {item.quote}"
    found = {one for each in told for one in each}
    for at, event in enumerate(gold.events):
        if not event.optional and at not in found:
            yield f"EVENT      missed: {' or '.join(sorted(event.dates))} | {event.text}"
