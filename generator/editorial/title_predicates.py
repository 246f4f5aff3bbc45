"""What happens to whom, in the words around a word of trouble: "profits fall", "insurer has declined to pay".

    subject    the last nouns before the words of trouble, with the auxiliaries between them ("wells have run dry")
    object     the words of trouble and the phrase that they need ("fear a repeat of 2008", "undermining a pillar of support")

For a statement whose noun phrases all stand apart from its trouble. Words that only report ("warned") tell nothing here.
"""

from collections.abc import Iterator, Sequence

from generator.editorial.phrases import NUMBER_WORDS
from generator.editorial.problems import Trouble, troubles
from generator.editorial.title_phrases import AUXILIARIES, FEWEST, MOST, Run, breaks, is_verb, noun_runs, only_counts
from generator.text.word_lists import word_list

_PASSIVE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_LINKS = AUXILIARIES | {
    "be",
    "been",
    "being",
    "become",
    "becoming",
    "became",
    "still",
    "also",
    "already",
    "too",
    "not",
    "never",
    "it's",
}
_REPORTS = (
    "warn",
    "complain",
    "critici",
    "admit",
    "accus",
    "alleg",
    "claim",
    "concede",
    "conced",
    "argu",
    "doubt",
    "worr",
    "question",
)
_TELLS = ("warn", "critic", "argu", "claim")
_MOVES = (
    "fall",
    "fell",
    "drop",
    "plung",
    "slump",
    "tumbl",
    "declin",
    "shr",
    "slid",
    "sank",
    "dip",
    "plummet",
    "slip",
    "doubl",
    "climb",
)
_DANGLING = frozenset(
    ("to", "of", "in", "for", "from", "on", "than", "not", "too", "more", "less", "no", "the", "a", "an", "its", "as", "into")
)
_PARTICLES = frozenset(("out", "up", "off", "down", "back", "away", "over"))
_JOINTS = frozenset(("of", "in", "for", "on", "to", "with", "from", "at", "by", "between", "per", "and", "or"))
_LOOSE = frozenset(("both", "either", "neither", "nor", "i", "we", "you", "they", "he", "she", "it", "who", "which", "that"))
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "every", "each", "this", "these", "those"))
_TAKES_ON = frozenset(("no", "any", "some", "to", "them", "him", "it", "us", "me", "you", "what", "how")) | _DETERMINERS
_QUANTITIES = frozenset(("most", "many", "some", "half", "all", "few", "several", "none", "each", "thirty", "forty", "fifty"))
_BARE = frozenset(("problem", "problems", "issue", "issues", "task", "tasks", "area", "point", "question", "difficulty"))
_LEAST = 0.5
_ADVERB, _PARTICIPLE = "ly", "ed"
_DENIALS = frozenset(("not", "never"))
_THAN, _TO, _OF = "than", "to", "of"


def predicates(words: Run, cues: Sequence[Trouble]) -> Iterator[Run]:
    """The titles that hold words of trouble with their subject, the strongest trouble first, then those with their object."""
    runs = noun_runs(words)
    places = [place for cue in sorted(cues, key=lambda cue: (-cue.weight, cue.start)) if (place := _place(words, cue))]
    yield from filter(states_trouble, (title for place in places for title in _with_subject(words, *place, runs)))
    yield from filter(states_trouble, (title for place in places for title in _with_object(words, *place, runs)))


def _with_subject(words: Run, first: int, last: int, runs: Sequence[Run]) -> Iterator[Run]:
    start = _subject(words, first, last, runs)
    return _closed(words, start, last, runs) if start < first else iter(())


def _with_object(words: Run, first: int, last: int, runs: Sequence[Run]) -> Iterator[Run]:
    if _is_linked(words, first) or (first > 0 and words[first - 1].token.endswith("n't")):
        return iter(())
    denied = words[first].token in _DENIALS and first > 0 and words[first - 1].token in AUXILIARIES
    named = last > first and (_is_tied(words, first) or any(run[-1] is words[first] for run in runs))
    found = _closed(words, first - denied, last, runs)
    return (title for title in found if named or len(title) > FEWEST or title[-1] is not words[last])


def states_trouble(title: Run) -> bool:
    """Whether the words state a trouble by themselves; "use the funds" does not, once "not" is cut off, nor "main problem"."""
    told = tuple(part for word in title for part in word.token.split("-"))
    named = [word.token for word in title if not breaks(word.token)]
    bare = len(named) <= FEWEST and title[-1].token in _BARE
    loose = not _LOOSE.isdisjoint(told) or only_counts(title[0].token)
    return (
        not bare
        and not loose
        and any(one.weight >= _LEAST and not told[one.start].startswith(_TELLS) for one in troubles(told))
    )


def _place(words: Run, cue: Trouble) -> tuple[int, int] | None:
    """The first and the last word of the trouble; None where it only reports or a mark parts it."""
    inside = [at for at, word in enumerate(words) if cue.start < word.end and word.start < cue.end]
    if not inside or words[inside[0]].token.startswith(_REPORTS) or any(words[at].opens for at in inside[1:]):
        return None
    return inside[0], inside[-1]


def _subject(words: Run, first: int, last: int, runs: Sequence[Run]) -> int:
    """Where the title starts that has the subject: the nouns before the trouble, a link or two between them."""
    at = _head(words, first)
    ending = [run for run in runs if run[-1] is words[at - 1]] if at and not words[at].opens else []
    longest = max((len(run) for run in ending), default=0)
    room = min(longest, MOST - (last + 1 - at))
    whole = room == longest or all(word.token not in _JOINTS for word in words[at - longest : at])
    start = at - room if room > 0 and whole else first
    return first if start == first or _is_tied(words, at - longest) else start


def _head(words: Run, first: int) -> int:
    """Where the predicate of the trouble starts: at the first of the links before it."""
    at = first
    while at > 0 and not words[at].opens and _links(words[at - 1].token):
        at -= 1
    return at


def _is_tied(words: Run, start: int) -> bool:
    """Whether a noun before, and at most an article between, goes on with what starts there: "number of | rescues"."""
    if start == 0 or words[start].opens:
        return False
    before = start - 1
    before -= words[before].token in _DETERMINERS and before > 0 and not words[before].opens
    if words[before].opens:
        return False
    quantity = words[before].token == _OF and before > 0 and _counts(words[before - 1].token)
    return words[before].token in _JOINTS and not quantity


def _counts(token: str) -> bool:
    return token in NUMBER_WORDS or token[0].isdigit() or token in _QUANTITIES


def _links(token: str) -> bool:
    return token in _LINKS or (token.endswith(_ADVERB) and breaks(token))


def _is_linked(words: Run, first: int) -> bool:
    """Whether the trouble needs the words before it: "is capped", "the falls"."""
    links = {word.token for word in words[_head(words, first) : first]}
    named = first > 0 and not words[first].opens and words[first - 1].token in _DETERMINERS
    return not links.isdisjoint(_PASSIVE) or (named and words[first].token.endswith("s"))


def _closed(words: Run, start: int, last: int, runs: Sequence[Run]) -> Iterator[Run]:
    """The words from `start` to the end of what the trouble needs after it, where that is a title."""
    bounds = (at for at in range(last + 1, len(words)) if words[at].opens)
    limit = min(start + MOST, next(bounds, len(words)))
    last -= words[last].token == _THAN
    last += last + 1 < limit and words[last + 1].token in _PARTICLES
    if last < limit and (_ends(words, last) or _is_complete(words, last)):
        if last + 1 - start >= FEWEST:
            yield words[start : last + 1]
        return
    ends = {run[-1].start for run in runs}
    found = (at for at in range(last + 1, limit) if words[at].start in ends and _ends(words, at, AUXILIARIES))
    end = next(found, None)
    if end is not None:
        yield words[start : end + 1]


def _is_complete(words: Run, last: int) -> bool:
    """Whether a verb needs nothing after it: one that moves before a figure ("profits fell | 15 %"), one of the passive."""
    token, after = words[last].token, words[last + 1].token if last + 1 < len(words) else ""
    passive = last > 0 and words[last - 1].token in _PASSIVE and token.endswith(_PARTICIPLE)
    return (passive and after == _TO) or (after[:1].isdigit() and token.startswith(_MOVES)) or after == _THAN


def _ends(words: Run, at: int, goes_on: frozenset[str] = frozenset()) -> bool:
    """Whether a title may end there: nothing that belongs to it follows."""
    token = words[at].token
    listed = token in word_list("stop_words") and token not in _PARTICLES
    if token in _DANGLING or listed or token[0].isdigit() or (token.endswith(_ADVERB) and breaks(token)):
        return False
    if at + 1 == len(words) or words[at + 1].opens:
        return True
    after = words[at + 1].token
    return after not in _TAKES_ON | goes_on and after != _OF and not after[0].isdigit() and breaks(after) and not is_verb(after)
