"""The timeline: what happened and what is scheduled, one item an event, in order of time.

    events (dated, in the article's order) -> the same event told twice is one -> at most MOST, the most telling -> by date

`events` says which dates date an event, `event_weight` which of them tell most, `event_clauses` what the reader reads.
"""

from itertools import islice

from generator.editorial.annotate import AnnotatedArticle
from generator.editorial.event_clauses import event_text
from generator.editorial.event_weight import weight
from generator.editorial.events import Event, events
from generator.edtf import chronological, span_of, unqualified
from generator.model import Article, TimelineEvent

# A reader's measure, not the best score: on 25 annotated articles 16 gains .01 of date and event F1, 8 loses .04 and .08.
MOST = 12
_READ = 300  # events looked at, which keeps the comparison of each with each small
_ALIKE = 0.6
# What a date already told counts against its next event, where one fault of `event_weight` is 1. Set by hand; on the same
# articles it gains .01 of date F1 over the first 12 events.
_REPEATED = 1.5


def choose(annotated: AnnotatedArticle) -> tuple[TimelineEvent, ...]:
    """The events of the article by date, each with the sentence that dates it."""
    told_once = _told_once(list(islice(events(annotated), _READ)))
    chosen = sorted(_most_telling(told_once), key=lambda event: (chronological(event.date), event.sentence.number, event.at))
    return tuple(_item(event, annotated.article) for event in chosen)


def _item(event: Event, article: Article) -> TimelineEvent:
    text = event_text(event.sentence.text, event.at, article.language)
    expression = " ".join(event.expression.split())
    rule = _rule(event.date, article.published)
    return TimelineEvent(date=event.date, expression=expression, text=text, quote=event.sentence.text, rule=rule)


def _rule(date: str, published: str | None) -> str:
    """Whether an event had happened or was scheduled when the article was published; of undated ones only the date is known."""
    if published is None:
        return "dated"
    return "scheduled" if span_of(date).first > span_of(published).last else "happened"


def _told_once(found: list[Event]) -> list[Event]:
    kept: list[Event] = []
    for event in found:
        twin = next((other for other in kept if _same(event, other)), None)
        if twin is None:
            kept.append(event)
        elif _fuller(event, twin):
            kept[kept.index(twin)] = event
    return kept


def _same(event: Event, other: Event) -> bool:
    if event.sentence.number == other.sentence.number or not _near(event.date, other.date):
        return False
    if _figures(event) and _figures(other) and not _figures(event) & _figures(other):
        return False
    first, second = set(event.sentence.words), set(other.sentence.words)
    return len(first & second) >= _ALIKE * max(1, min(len(first), len(second)))


def _figures(event: Event) -> set[str]:
    return {word for word in event.sentence.words if word[0].isdigit()}


def _near(date: str, other: str) -> bool:
    one, two = unqualified(date), unqualified(other)
    return one.startswith(two) or two.startswith(one)


def _fuller(event: Event, other: Event) -> bool:
    return (len(unqualified(event.date)), len(event.sentence.words)) > (len(unqualified(other.date)), len(other.sentence.words))


def _most_telling(found: list[Event]) -> list[Event]:
    if len(found) <= MOST:
        return found
    weights = {at: weight(event.sentence.text, event.at, event.date) for at, event in enumerate(found)}
    chosen: list[Event] = []
    while len(chosen) < MOST:
        dates = {event.date for event in chosen}
        best = max(weights, key=lambda at: weights[at] - _REPEATED * (found[at].date in dates))
        del weights[best]
        chosen.append(found[best])
    return chosen
