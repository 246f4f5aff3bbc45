"""A challenge's title: two to six of its own words that name the problem.

    "does not have an advantage at the brand level" -> "Brand level"
    "lacks the central field layout"                -> "Central field layout"
    "The first obstacle is the single track"        -> "Single track"

What the article itself calls it comes first: the heading of its section, the lead of its list item. Else the noun phrase
closest to the words of trouble wins (see `title_phrases`), one that such a word heads before others (see `title_troubles`), "X
of Y" before others, rare words before those that the headline has; but where that phrase stands apart from the trouble, what
happens ("Bookings fell", see `title_predicates`). Where there is none, a noun with what completes it ("Money to raise the
wall"), then a short clause ("Insurers have begun to leave"), then what leads to a word of trouble ("Deeper into debt"), and
last a noun with its article. What only counts it ("The first obstacle is") is passed over, and so is what is cut before it is
whole (see `title_wholeness`) or names who speaks ("Critics of the weir"). Nothing is rephrased and nothing is
put between the words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from generator.editorial.openers import opener_length
from generator.editorial.phrases import phrase_table, placed_tokens
from generator.editorial.problems import Trouble, troubles
from generator.editorial.sentence_form import paired
from generator.editorial.standing import has_words
from generator.editorial.title_phrases import (
    FEWEST,
    MOST,
    NO,
    Run,
    breaks,
    clauses,
    completed,
    is_speaker,
    is_verb,
    may_end,
    noun_runs,
    only_counts,
    pointed,
    stretches,
    words_of,
)
from generator.editorial.title_predicates import predicates, states_trouble
from generator.editorial.title_troubles import headed, leaves_verb
from generator.editorial.title_wholeness import made_whole
from generator.text.type_repair import repair
from generator.text.words import content_words

_BY_LENGTH = {2: 1.2, 3: 1.3, 4: 0.9, 5: 0.5, 6: 0.2}
_HOLDS, _FOLLOWS, _PRECEDES = 0.8, 0.9, 0.4
_OF, _OTHER_JOINT = 0.3, -0.3
_NAMES_TROUBLE, _FAIR = 1.2, 4
_REACH, _BESIDE = 6, 2
_MISSED = frozenset(("lack", "shortfall", "obstacle"))
_SPEAKER_COST, _TELLS = 2.0, frozenset(("said", "says", "according", "added", "adds", "told"))
_NAME_COST, _COUNT_COST = 2.0, 4.0
_TO = "to"
_IDEOGRAPHS_ENOUGH = 10
_FAR_ENOUGH = 100
_COUNTS_IT = re.compile(
    r"\W{0,2}(?:the|one|another|an?|its|and)? ?"
    r"(?:(?:first|second|third|fourth|fifth|last|final|other|next|main|biggest|of the)? ?)"
    r"(?:[\w-]+ ){1,3}?(?:is|was|are|were|would be)(?: still| also)?(?: that| to)? ",
    re.IGNORECASE,
)
_TIES = frozenset(("into", "of", "in", "for", "to", "a", "an", "the", "their", "its", "from"))
_COUNTERS = frozenset(("first", "second", "third", "fourth", "another", "one", "last"))
_HEADING_NUMBER = re.compile(r"\A\W?\d{1,2}[.):]?\s+")
_LEAD = re.compile(r"([^.:!?–—]{3,60})[.:!?–—]\s")
_LEAD_WITHIN = 300  # characters: openers, and then a lead


def titles(statements: Sequence[str], headline_words: Sequence[str], named: Sequence[str] = ()) -> tuple[str, ...]:
    """A title for each statement, no two alike while they have the words for it.

    `named` has what the article itself calls each, or "".
    """
    chosen: list[str] = []
    for at, text in enumerate(statements):
        own = _fitting(named[at]) if at < len(named) else ""
        # Lazily: the first is mostly the one, and those that come after it are dear.
        ranked = chain((own,) if own else (), _ranked(text, frozenset(headline_words)))
        chosen.append(next((title for title in ranked if title.lower() not in map(str.lower, chosen)), _opening(text)))
    return tuple(chosen)


def item_lead(text: str) -> str:
    """The words that lead a list item, after an opener and before its first mark; "" where it has no such lead."""
    text = text[:_LEAD_WITHIN]
    while length := opener_length(text):
        text = text[length:]
    match = _LEAD.match(text)
    lead = match[1].strip() if match else ""
    return lead if FEWEST <= len(lead.split()) <= MOST and paired(lead) == lead else ""


def _fitting(name: str) -> str:
    shown = _HEADING_NUMBER.sub("", repair(name), count=1).strip().rstrip(" .,;:")
    return shown[:1].upper() + shown[1:] if FEWEST <= len(shown.split()) <= MOST and has_words(shown) else ""


def _ranked(text: str, headline: frozenset[str]) -> Iterator[str]:
    words, runs = _found(text, headline)
    wholes = (made_whole(text, words, run) for run in runs)
    return (_as_title(text, run) for run in wholes if run is not None)


def _found(text: str, headline: frozenset[str]) -> tuple[Run, Iterator[Run]]:
    """The words of the statement behind what only counts it, and its phrases, the best title first."""
    placed = placed_tokens(text)[:_FAR_ENOUGH]
    counted = _counted(text)
    cues = tuple(one for one in troubles(tuple(token for token, _ in placed)) if placed[one.start][1].start >= counted)
    words = tuple(word for word in words_of(text, placed) if word.span.start >= counted)
    return words, _in_order(text, words, cues, headline)


def _in_order(text: str, words: Run, cues: Sequence[Trouble], headline: frozenset[str]) -> Iterator[Run]:
    naming = tuple(_with_subject(run, words) for run in headed(words, cues))
    worth = {run: _worth(text, run, cues, headline) for run in noun_runs(words) if FEWEST <= len(run) <= MOST}
    worth |= {run: value - _SPEAKER_COST for run, value in worth.items() if _is_of_speaker(words, run)}
    worth |= {run: _worth(text, run, cues, headline) + _NAMES_TROUBLE + _whole_need(run) for run in naming}
    ordered = sorted(worth, key=lambda run: (-worth[run], run[0].start))
    best = [whole for run in ordered if (whole := made_whole(text, words, run))]
    if best and not _tells_of(best[0], cues):
        yield from _telling(text, words, cues, best)
    yield from best
    yield from _without_phrase(words, cues)
    rest = sorted(stretches(words), key=lambda run: (_loose_ends(run), -_nearness(run, cues), len(run), run[0].start))
    yield from sorted(rest, key=lambda run: leaves_verb(words, run))


def _telling(text: str, words: Run, cues: Sequence[Trouble], runs: Sequence[Run]) -> Iterator[Run]:
    """What states a trouble by itself, where the best of the noun phrases stands apart from it: what happens, a noun phrase, a
    clause."""
    told = chain(predicates(words, cues), filter(states_trouble, runs), filter(states_trouble, clauses(words)))
    return (run for run in told if len(run) <= MOST and run[-1].token[0].isalpha() and not _is_name(text, run))


def _whole_need(run: Run) -> float:
    """What a title that names a trouble gets back of the cost of its length: what is short is short of something."""
    told = all(word.token != _TO for word in run)
    return max(0.0, _BY_LENGTH[_FAIR] - _BY_LENGTH[len(run)]) if told else 0.0


def _tells_of(run: Run, cues: Sequence[Trouble]) -> bool:
    """Whether the run holds words of trouble or stands right after them, as what is lacking does."""
    return any(_holds(run, cue) or (cue.kind in _MISSED and 0 <= run[0].start - cue.end <= _BESIDE) for cue in cues)


def _holds(run: Run, cue: Trouble) -> bool:
    return cue.start < run[-1].end and run[0].start < cue.end


def _is_of_speaker(words: Run, run: Run) -> bool:
    """Whether the run names who speaks ("critics of the lock"), or stands after what was said: "…, said the lock keeper"."""
    head = next((one for one, other in pairwise(run) if breaks(other.token)), run[-1])
    after = any(word.opens and word.token in _TELLS and word.start < run[0].start for word in words[1:])
    return after or is_speaker(head.token)


def _is_name(text: str, run: Run) -> bool:
    """Whether every word but the small ones is written with a capital: "Bill of Rights"."""
    return all(text[word.span.start].isupper() for word in run if not breaks(word.token))


def _with_subject(run: Run, words: Run) -> Run:
    """The short clause that holds the run, where there is one: "money is getting harder to earn"."""
    held = (
        clause for clause in clauses(words) if len(clause) <= MOST and clause[-1] == run[-1] and clause[0].start < run[0].start
    )
    return next(held, run)


def _without_phrase(words: Run, cues: Sequence[Trouble]) -> Iterator[Run]:
    """What is left where no two nouns stand together: what there is none of, a noun and what completes it, a clause, a noun."""
    whole, clause, paired = (_nearest(runs, cues) for runs in (completed(words), clauses(words), pointed(words)))
    telling = [run for run in paired if run[1].token not in phrase_table("enumerated_nouns", kinds=True)]
    yield from (run for run in (*whole, *telling) if run[0].token == NO)
    yield from (*whole, *clause)
    yield from _nearest((run for run in stretches(words) if _tells(run, cues)), cues)
    yield from telling


def _tells(run: Run, cues: Sequence[Trouble]) -> bool:
    """Whether a stretch ends in a word of trouble that something leads to: "deeper into debt", not "drive people deeper"."""
    held = any(run[0].start <= cue.start and cue.end == run[-1].end for cue in cues)
    return (
        held
        and not _loose_ends(run)
        and len(run) > FEWEST
        and not any(breaks(word.token) for word in run[1:-1] if word.token not in _TIES)
    )


def _nearest(runs: Iterable[Run], cues: Sequence[Trouble]) -> list[Run]:
    return sorted(runs, key=lambda run: (-_nearness(run, cues), run[0].start))


def _counted(text: str) -> int:
    """Where the statement starts once what only counts it is passed over ("The first obstacle is")."""
    match = _COUNTS_IT.match(text)
    counted = match is not None and any(
        word in phrase_table("enumerated_nouns", kinds=True) or word in _COUNTERS for word in match[0].lower().split()
    )
    return match.end() if match and counted and len(text[match.end() :].split()) > FEWEST else 0


def _loose_ends(run: Run) -> int:
    """How many of the first and the last word are verbs and the like, which a title had better not start or end with."""
    gerund = run[0].token.endswith("ing")
    return gerund + breaks(run[0].token) + breaks(run[-1].token) + 2 * (is_verb(run[-1].token) or not may_end(run[-1].token))


def _worth(text: str, run: Run, cues: Sequence[Trouble], headline: frozenset[str]) -> float:
    shown = text[run[0].span.start : run[-1].span.end]
    known = content_words(shown)
    shared = sum(word in headline for word in known) / (len(known) or 1)
    figures = any(character.isdigit() for character in shown)
    named = sum(part[:1].isupper() for part in shown.split()) / len(shown.split())
    tied = [word.token for word in run if breaks(word.token)]
    joint = 0.0 if not tied else _OF if tied[0] == "of" else _OTHER_JOINT
    joint -= _COUNT_COST if tied and only_counts(run[0].token) else 0.0
    length = _BY_LENGTH[len(run)] + joint
    return length + _nearness(run, cues) - shared - (1.0 if figures else 0.0) - _NAME_COST * named - 0.01 * run[0].start


def _nearness(run: Run, cues: Sequence[Trouble]) -> float:
    """How close the run is to the words of trouble: holding them, or following them as what is lacking does."""
    if len(run) == FEWEST and any(word.token in phrase_table("enumerated_nouns", kinds=True) for word in run):
        return 0.0
    return max((_closeness(run, cue) for cue in cues), default=0.0)


def _closeness(run: Run, cue: Trouble) -> float:
    start, end = run[0].start, run[-1].end
    if _holds(run, cue):
        return _HOLDS * cue.weight
    after, before = start - cue.end, cue.start - end
    if after >= 0:
        return cue.weight * _FOLLOWS * max(0.0, 1 - after / _REACH)
    return cue.weight * _PRECEDES * max(0.0, 1 - before / (4 * _REACH))


def _as_title(text: str, run: Run) -> str:
    shown = text[run[0].span.start : run[-1].span.end]
    return shown[:1].upper() + shown[1:]


def _opening(text: str) -> str:
    """The first words of a statement that has nothing better."""
    shown = " ".join(text.split()[:MOST]).rstrip(".,;:!?。，")
    return shown if " " in shown else shown[:_IDEOGRAPHS_ENOUGH]
