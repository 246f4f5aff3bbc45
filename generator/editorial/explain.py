"""Why each sentence of an article was or was not chosen: its verdicts, scores, cues, words of trouble and dates.

    verdict    key point, challenge, event, standfirst: chosen or not, with the reason in words
    score      key point (`salience`) and challenge (`challenge_weights`): the sum of its terms, and its rank in the article
    date       what a temporal expression was read as, and whether it dates an event

It asks the modules that choose, in whose words the reasons stand, and chooses nothing itself: a verdict is "chosen" exactly
where the brief tells the sentence. Sentences are numbered from 1. The rows of an explanation are named tuples, so that whoever
shows them need not know this module.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import Literal, NamedTuple

from generator.editorial import challenges, key_points, standfirst, timeline
from generator.editorial.annotate import AnnotatedArticle, AnnotatedSentence
from generator.editorial.challenge_weights import Candidate, candidates
from generator.editorial.challenge_weights import weights as challenge_weights
from generator.editorial.cues import cues
from generator.editorial.event_refusals import refusal
from generator.editorial.events import Event, events
from generator.editorial.likeness import repetition, telling_words
from generator.editorial.phrases import placed_tokens
from generator.editorial.problems import troubles
from generator.editorial.salience import Salience, salience, weights
from generator.editorial.standing import fault, points_back
from generator.editorial.statement import statement
from generator.model import Span
from generator.text.timex import Timex

Item = Literal["key point", "challenge", "event", "standfirst"]


class Verdict(NamedTuple):
    """Whether a sentence became an `item` of the brief, and why, in a few words."""

    item: Item
    chosen: bool
    reason: str


class Term(NamedTuple):
    """What one feature adds to a score: its `value` times its `weight`."""

    feature: str
    value: float
    weight: float
    worth: float


class Score(NamedTuple):
    """A sentence's score as an `item`, its rank (1: best) among as many, and its terms that are not nothing, heaviest first."""

    item: Item
    value: float
    rank: int
    among: int
    terms: tuple[Term, ...]


class Trouble(NamedTuple):
    """Words of the sentence that state a problem, of which kind, and what they count there."""

    words: str
    kind: str
    weight: float


class DateReading(NamedTuple):
    """A temporal expression, TIMEX3's type and value for it, its EDTF date if it has one, and whether the timeline tells it."""

    expression: str
    type: str
    value: str
    edtf: str | None
    chosen: bool
    reason: str


@dataclass(frozen=True, slots=True)
class SentenceExplanation:
    """Everything that is known of one sentence; a heading has no scores. `kind` is its block's."""

    number: int
    kind: str
    text: str
    verdicts: tuple[Verdict, ...]
    scores: tuple[Score, ...]
    cues: tuple[str, ...]
    troubles: tuple[Trouble, ...]
    dates: tuple[DateReading, ...]

    @property
    def chosen_as(self) -> tuple[Item, ...]:
        """What the sentence became."""
        return tuple(verdict.item for verdict in self.verdicts if verdict.chosen)


# Of the words that count; below it two sentences that share some are not worth naming together.
_ALIKE = 0.5
_ROUNDING = 1e-9
_OPENING_WORDS = 3


def explain(annotated: AnnotatedArticle) -> tuple[SentenceExplanation, ...]:
    """The explanation of each sentence of the article, headings included, in its order."""
    opening, saliences, every = standfirst.choose(annotated), salience(annotated), candidates(annotated)
    scores = _scored("key point", saliences, weights()), _scored("challenge", every, challenge_weights())
    dates = _date_readings(annotated)
    verdicts = (
        _key_points(annotated, saliences, opening),
        _challenges(annotated),
        {sentence.number: _event(dates[sentence.number]) for sentence in annotated.prose},
        _standfirst(annotated, opening),
    )
    return tuple(
        SentenceExplanation(
            number=sentence.number + 1,
            kind=sentence.kind,
            text=sentence.text,
            verdicts=tuple(told[sentence.number] for told in verdicts if sentence.number in told),
            scores=tuple(known[sentence.number] for known in scores if sentence.number in known),
            cues=tuple(sorted(cues(sentence.text))),
            troubles=tuple(_troubles(sentence.text)),
            dates=dates[sentence.number],
        )
        for sentence in annotated.sentences
    )


def _scored(item: Item, weighed: Sequence[Salience | Candidate], table: Mapping[str, float]) -> dict[int, Score]:
    # The rank is the first place of the score among all in falling order, so that equal ones share it.
    falling = sorted((one.score for one in weighed), reverse=True)
    ranks = {value: rank for rank, value in reversed(list(enumerate(falling, 1)))}
    return {one.sentence.number: Score(item, one.score, ranks[one.score], len(weighed), _terms(one, table)) for one in weighed}


def _terms(one: Salience | Candidate, table: Mapping[str, float]) -> tuple[Term, ...]:
    terms = [_term(name, value, table.get(name, 0.0)) for name, value in one.features.items() if value]
    rest = one.score - sum(term.worth for term in terms)
    terms += [_term("article's mean", 1.0, rest)] if abs(rest) > _ROUNDING else []
    return tuple(sorted(terms, key=lambda term: -abs(term.worth)))


def _term(feature: str, value: float, weight: float) -> Term:
    return Term(feature, value, weight, value * weight)


def _troubles(text: str) -> Iterator[Trouble]:
    placed = placed_tokens(text)
    for one in troubles(tuple(word for word, _ in placed)):
        words = Span(placed[one.start][1].start, placed[one.end - 1][1].end).of(text)
        yield Trouble(words, one.kind, one.weight)


def _key_points(annotated: AnnotatedArticle, saliences: tuple[Salience, ...], opening: str | None) -> dict[int, Verdict]:
    found = key_points.considered(saliences, opening, key_points.MOST)
    quotes = {point.quote for point in key_points.choose(annotated, opening)}
    told = {one.salience.sentence.number: one.salience.sentence.text for one in found if one.verdict == key_points.CHOSEN}
    verdicts = {}
    for one in found:
        sentence = one.salience.sentence
        if one.verdict != key_points.CHOSEN:
            reason = one.verdict + _besides(sentence, one.verdict) + _likeness(sentence, told, opening)
            verdicts[sentence.number] = Verdict("key point", False, reason)
        elif sentence.text in quotes:
            reason = "it is among the most salient that stand alone and repeat nothing told"
            verdicts[sentence.number] = Verdict("key point", True, reason)
        else:
            verdicts[sentence.number] = Verdict("key point", False, "nothing is left of it once openers and asides go")
    return verdicts


def _besides(sentence: AnnotatedSentence, verdict: str) -> str:
    found = fault(sentence.text) or ("it points back at what came before" if points_back(sentence.text) else "")
    return f"; besides, {found}" if found and found != verdict else ""


def _likeness(sentence: AnnotatedSentence, told: Mapping[int, str], opening: str | None) -> str:
    """Which of the sentences `told`, or the standfirst, the sentence is most like, where it is like any."""
    words = telling_words(sentence.text)
    others = [("the standfirst", opening)] if opening else []
    others += [(f"sentence {number + 1}", text) for number, text in told.items()]
    alike = [(repetition(words, telling_words(text)), name) for name, text in others]
    share, name = max(alike, key=lambda pair: pair[0], default=(0.0, ""))
    return f"; most like {name}, with {share:.0%} of the shorter one's words" if share >= _ALIKE else ""


def _challenges(annotated: AnnotatedArticle) -> dict[int, Verdict]:
    every = challenges.considered(annotated)
    told = [one.candidate for one in every if one.rule in ("enumerated", "headed")]
    return {
        one.candidate.sentence.number: Verdict("challenge", True, f"{one.rule}: {_why_chosen(one, told)}")
        if one.rule
        else Verdict("challenge", False, one.verdict)
        for one in every
    }


def _why_chosen(one: challenges.Considered, told: Sequence[Candidate]) -> str:
    if one.rule == "enumerated":
        openings = [" ".join(member.sentence.text.split()[:_OPENING_WORDS]).rstrip(",") for member in told]
        place = f"member {told.index(one.candidate) + 1} of {len(told)}"
        return f"{place} of the enumeration {', '.join(f'“{opening} …”' for opening in openings)}"
    words = ", ".join(f"“{trouble.words}”" for trouble in _troubles(one.candidate.sentence.text))
    return (f"it states a problem ({words}) and " if words else "it ") + f"scores {one.candidate.score:.2f}"


def _standfirst(annotated: AnnotatedArticle, opening: str | None) -> dict[int, Verdict]:
    own, language = annotated.article.standfirst, annotated.article.language
    if own:
        chosen = {one.number for one in takewhile(lambda one: one.text in own, annotated.prose)}
        reasons = ("it stands in the article's own standfirst", "the article has a standfirst of its own")
    else:
        lead = (one.number for one in annotated.prose if opening and statement(one.text, language) == opening)
        chosen = {number for number in [next(lead, None)] if number is not None}
        other = f"the lead is sentence {min(chosen) + 1}" if chosen else "the article has none"
        reasons = ("it is the article's lead", other)
    return {
        one.number: Verdict("standfirst", one.number in chosen, reasons[one.number not in chosen]) for one in annotated.prose
    }


def _date_readings(annotated: AnnotatedArticle) -> dict[int, tuple[DateReading, ...]]:
    found = {number: list(told) for number, told in groupby(_placed_events(annotated), lambda pair: pair[0].sentence.number)}
    published = annotated.article.published
    return {
        sentence.number: tuple(
            _reading(timex, sentence, found.get(sentence.number, []), published) for timex in sentence.timexes
        )
        for sentence in annotated.sentences
    }


def _placed_events(annotated: AnnotatedArticle) -> Iterator[tuple[Event, str]]:
    """Each event, with the reason why the timeline leaves it out: empty where it tells it."""
    items = timeline.choose(annotated)
    told = Counter((item.date, item.expression, item.quote) for item in items)
    full = len(items) >= timeline.MOST
    for event in events(annotated):
        key = event.date, " ".join(event.expression.split()), event.sentence.text
        if told[key]:
            told[key] -= 1
            yield event, ""
        else:
            others = f" or the {timeline.MOST} told are more telling" if full else ""
            yield event, f"another sentence tells the same event{others}"


def _reading(timex: Timex, sentence: AnnotatedSentence, found: list[tuple[Event, str]], published: str | None) -> DateReading:
    start, end = timex.span.start - sentence.span.start, timex.span.end - sentence.span.start
    holding = next(((event, out) for event, out in found if event.at.start <= start and end <= event.at.end), None)
    if holding is None:
        reason = refusal(timex, sentence, Span(start, end), [event for event, _ in found], published)
        return DateReading(timex.text, timex.type, timex.value, timex.edtf, False, reason)
    event, out = holding
    reason = f"it dates an event, {event.date}" + (f", but {out}" if out else "")
    return DateReading(timex.text, timex.type, timex.value, timex.edtf, not out, reason)


def _event(dates: Sequence[DateReading]) -> Verdict:
    if not dates:
        return Verdict("event", False, "it gives no date")
    told = [date for date in dates if date.chosen]
    if told:
        return Verdict("event", True, "it is dated by " + ", ".join(f"“{date.expression}”" for date in told))
    if len(dates) == 1:
        return Verdict("event", False, f"date refused: {dates[0].reason}")
    return Verdict("event", False, f"each of its {len(dates)} dates is refused")
