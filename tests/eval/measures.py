"""How near a brief comes to what an editor chose: counts for one article, figures for a corpus.

challenges   one quote finds one challenge, a second quote for the same one is wrong; `also_acceptable` is left out
key points   accepted quotes among the first five (fewer given count as misses); a repeat shares 60 % of the shorter's words
dates        distinct dates of the timeline against the required ones, exact at their precision; optional ones left out
events       date exact and the quote of the right sentence
leaks        boilerplate found in an item or in the body
grounding    quotes that stand verbatim in the visible source
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from generator.edtf import span_of
from generator.model import Brief, Challenge, KeyPoint, TimelineEvent
from tests.eval.annotations import Annotation, Event
from tests.eval.matching import matched, squashed, states, states_any, words_of

FIRST = 5
REPEATED_SHARE = 0.6
CONTENT_WORD = 4


@dataclass(frozen=True, slots=True)
class Found:
    """Of `given` items that count, `right` find one of the `needed`."""

    right: int = 0
    given: int = 0
    needed: int = 0

    def __add__(self, other: "Found") -> "Found":
        return Found(self.right + other.right, self.given + other.given, self.needed + other.needed)

    @property
    def precision(self) -> float:
        """Share of the given that is right."""
        return share(self.right, self.given)

    @property
    def recall(self) -> float:
        """Share of the needed that is found."""
        return share(self.right, self.needed)


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted in one article; counts of several articles add up."""

    articles: int = 1
    challenges: Found = Found()
    challenges_recalled: int = 0
    challenge_count_right: int = 0
    challenges_all_right: int = 0
    enumerated: Found = Found()
    few: Found = Found()
    key_points: int = 0
    accepted: Found = Found()
    distinct: int = 0
    repeated: int = 0
    dates: Found = Found()
    near_dates: Found = Found()
    events: Found = Found()
    in_order: int = 0
    leaks: int = 0
    grounded: Found = Found()

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(**{one.name: getattr(self, one.name) + getattr(other, one.name) for one in fields(Counts)})


def _in_order(days: list[tuple[int, int, int]]) -> bool:
    return days == sorted(days)


def share(part: float, whole: float) -> float:
    """The part of the whole, 0 where there is none."""
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of the two."""
    return share(2 * precision * recall, precision + recall)


def counts_of(gold: Annotation, brief: Brief, source: str) -> Counts:
    """What one brief gets right; `source` is the article's visible text."""
    right, neutral = _challenges(gold, brief)
    recalled, number = min(right, gold.expected_challenges), len(brief.challenges)
    count_right = number == gold.expected_challenges
    quotes = [item.quote for item in _items(brief)]
    dates = list(dict.fromkeys(event.date for event in brief.timeline))
    return Counts(
        challenges=Found(right, number - neutral, gold.expected_challenges),
        challenges_recalled=recalled,
        challenge_count_right=count_right,
        challenges_all_right=count_right and right == gold.expected_challenges,
        enumerated=Found(recalled, 0, gold.expected_challenges) if "enumerated-problems" in gold.tags else Found(),
        few=Found(count_right, 0, 1) if "fewer-than-three" in gold.tags else Found(),
        key_points=len(brief.key_points),
        repeated=_repeated([point.text for point in brief.key_points]),
        **_accepted(gold, [point.quote for point in brief.key_points[:FIRST]]),
        dates=_dates(gold, dates, lambda one, other: one == other),
        near_dates=_dates(gold, dates, _near),
        events=_events(gold, brief),
        in_order=_in_order([span_of(event.date).first for event in brief.timeline]),
        leaks=len(leaks_of(gold, brief)),
        grounded=Found(sum(squashed(quote) in source for quote in quotes), len(quotes), 0),
    )


def figures_of(counted: Iterable[Counts]) -> dict[str, float]:
    """The figures of a corpus, by name."""
    total = sum(counted, Counts(articles=0))
    challenges = total.challenges
    recall = share(total.challenges_recalled, challenges.needed)
    return {
        "challenge_precision": challenges.precision,
        "challenge_recall": recall,
        "challenge_f1": f1(challenges.precision, recall),
        "challenge_count_right": share(total.challenge_count_right, total.articles),
        "challenges_all_right": share(total.challenges_all_right, total.articles),
        "challenge_recall_where_enumerated": total.enumerated.recall,
        "challenge_count_right_where_few": total.few.recall,
        "key_point_precision_at_5": total.accepted.recall,
        "key_point_distinct_at_5": share(total.distinct, total.accepted.needed),
        "key_point_redundancy": share(total.repeated, total.key_points),
        "date_precision": total.dates.precision,
        "date_recall": total.dates.recall,
        "date_f1": f1(total.dates.precision, total.dates.recall),
        "date_lenient_f1": f1(total.near_dates.precision, total.near_dates.recall),
        "event_precision": total.events.precision,
        "event_recall": total.events.recall,
        "event_f1": f1(total.events.precision, total.events.recall),
        "timeline_in_order": share(total.in_order, total.articles),
        "boilerplate_leaks": total.leaks,
        "grounding": total.grounded.precision,
    }


def challenges_stated(gold: Annotation, brief: Brief) -> list[set[int]]:
    """For each challenge of the brief, which annotated ones its quote states."""
    return [
        {at for at, problem in enumerate(gold.challenges) if states_any(challenge.quote, problem.accept)}
        for challenge in brief.challenges
    ]


def events_told(events: Sequence[Event], brief: Brief) -> list[set[int]]:
    """For each item of the timeline, which of the annotated events it tells: the date exact, the quote the right sentence."""
    return [
        {at for at, event in enumerate(events) if item.date in event.dates and states(item.quote, event.text)}
        for item in brief.timeline
    ]


def leaks_of(gold: Annotation, brief: Brief) -> list[str]:
    """The boilerplate that got into an item or the body."""
    values = (value for item in _items(brief) for value in item.model_dump().values() if value is not None)
    shown = squashed("\n".join([*map(str, values), brief.body])).casefold()
    return [piece for piece in gold.boilerplate if squashed(piece).casefold() in shown]


def _items(brief: Brief) -> list[KeyPoint | Challenge | TimelineEvent]:
    return [*brief.key_points, *brief.challenges, *brief.timeline]


def _challenges(gold: Annotation, brief: Brief) -> tuple[int, int]:
    """How many are right, and how many are neither right nor wrong."""
    stated = challenges_stated(gold, brief)
    neutral = [
        not found and states_any(challenge.quote, gold.also_acceptable)
        for challenge, found in zip(brief.challenges, stated, strict=True)
    ]
    return len(matched(stated)), sum(neutral)


def _accepted(gold: Annotation, quotes: list[str]) -> dict[str, Any]:
    hits = [{at for at, sentence in enumerate(gold.key_sentences) if states(quote, sentence)} for quote in quotes]
    return {"accepted": Found(sum(map(bool, hits)), len(quotes), FIRST), "distinct": len(matched(hits))}


def _repeated(texts: list[str]) -> int:
    bags = [{word for word in words_of(text) if len(word) >= CONTENT_WORD} for text in texts]
    return sum(any(_alike(bag, earlier) for earlier in bags[:at]) for at, bag in enumerate(bags))


def _alike(one: set[str], other: set[str]) -> bool:
    return share(len(one & other), min(len(one), len(other))) >= REPEATED_SHARE


def _near(one: str, other: str) -> bool:
    """The same date at the coarser of the two precisions."""
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")


def _dates(gold: Annotation, given: list[str], same: Callable[[str, str], bool]) -> Found:
    needed = _dates_needed(gold)
    allowed = [{at for at, dates in enumerate(needed) if any(same(one, date) for date in dates)} for one in given]
    right = matched(allowed)
    known = {date for event in gold.events for date in event.dates}
    neutral = sum(any(same(one, date) for date in known) for at, one in enumerate(given) if at not in right)
    return Found(len(right), len(given) - neutral, len(needed))


def _dates_needed(gold: Annotation) -> list[set[str]]:
    """One entry for each required date, however many events it has."""
    needed: list[set[str]] = []
    for event in gold.events:
        if event.optional:
            continue
        known = next((dates for dates in needed if dates & event.dates), None)
        if known is None:
            needed.append(set(event.dates))
        else:
            known |= event.dates
    return needed


def _events(gold: Annotation, brief: Brief) -> Found:
    required = [event for event in gold.events if not event.optional]
    right = matched(events_told(required, brief))
    optional = events_told([event for event in gold.events if event.optional], brief)
    neutral = sum(bool(told) for at, told in enumerate(optional) if at not in right)
    return Found(len(right), len(brief.timeline) - neutral, len(required))
