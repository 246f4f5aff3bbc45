"""The proper names of an article, each under its fullest or best known form.

    name     = capitalised word {[of [the] | van | de | …] capitalised word}, at most six, without a title before it ("Mr")
    one word at the start of a sentence is a name where the article writes it so inside a sentence too, the first of several is
    part of the name where the article does not write it small elsewhere and it opens no clause ("Despite", "Speaking")
    surname  = the last word of a fuller name: "Trump" counts for "Donald Trump"
    acronym  = "World Trade Organization (WTO)": both count for the form that the article uses more often

Only alphabets with capitals are told; words in capitals longer than six letters (datelines) are none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import dropwhile

from generator.editorial.word_tables import entries
from generator.text.word_lists import word_list

_REST = r"(?:\.[A-Z]\b){0,3}[\w&-]{0,30}(?:['’](?!s\b)\w[\w-]{0,30})?"
_CAPITAL = f"[A-Z]{_REST}"
_PARTICLE = r"(?:of (?:the )?|for |van (?:der )?|von |de (?:la )?|al |bin |dos |del |di )?"
# What is looked for comes before what must not stand before it: so the search skips from capital to capital.
_RUN = re.compile(rf"[A-Z](?<![\w&’'.-].){_REST}(?: {_PARTICLE}{_CAPITAL}){{0,5}}")
_ACRONYM = re.compile(rf"({_CAPITAL}(?: (?:of (?:the )?|for |and )?{_CAPITAL}){{1,5}}) \(([A-Z]{{2,6}})\)")
_IN = re.compile(rf"in (?<!\w.{{3}})({_CAPITAL})")
_DATELINE = re.compile(r"[A-Z]{7,}")
_SPEAKING = re.compile(r"(?<!\w)(?:said|says|told|added|adds|asked|argued|explained|commented|wrote|insisted)(?!\w)")
_TITLE = ("Mr",)
_MADE_ADJECTIVES = ("-based", "-born", "-led", "-style", "-owned", "-backed", "-era", "-listed", "-made", "-shaped")
# A person who speaks is a source more often than what the article is about.
_SPOKEN = 0.4


def names(texts: Iterable[str]) -> dict[str, float]:
    """The names in the sentences `texts` with the number of sentences that have them; who only speaks counts less."""
    texts = tuple(texts)
    runs = [[_Run(match.start() <= 1, tuple(match[0].split())) for match in _RUN.finditer(text)] for text in texts]
    sure = frozenset(word for found in runs for run in found for word in run.words[run.opens :])
    small = frozenset(filter(str.islower, " ".join(texts).split()))
    counts: dict[str, float] = {}
    for text, found in zip(texts, runs, strict=True):
        spoken = _SPOKEN if found and _SPEAKING.search(text) else 1.0
        for name, person in dict(_names_in(found, sure, small)).items():
            counts[name] = counts.get(name, 0.0) + (spoken if person else 1.0)
    return _merged(counts, _same(counts, texts))


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words in a row, and whether they open the sentence."""

    opens: bool
    words: tuple[str, ...]


def _names_in(runs: Iterable[_Run], sure: frozenset[str], small: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The names, and whether each may be a person's."""
    for run in runs:
        titled, opens = False, run.opens
        for word_or_part in _parts(run.words):
            if word_or_part == _TITLE:
                titled, opens = True, False
                continue
            name = _name(list(word_or_part), sure if opens else None, small)
            if name:
                yield name, titled or " " in name
            titled = opens = False


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The run cut where a word of the calendar or a title stands ("Monday Mr Dershowitz"); a title is handed on as "Mr"."""
    part: tuple[str, ...] = ()
    for word in words:
        title = word.rstrip(".") in _listed("titles")
        if title or word in _listed("calendar") or word.endswith(_MADE_ADJECTIVES):
            if part:
                yield part
            if title:
                yield _TITLE
            part = ()
        else:
            part = (*part, word)
    if part:
        yield part


def _name(words: list[str], sure: frozenset[str] | None, small: frozenset[str]) -> str:
    """The name in a part of a run; `sure` are the words known to be names, given where the part opens a sentence."""
    if sure is not None and words[0] not in sure and (len(words) == 1 or _opens_clause(words, small)):
        words = words[1:]
    while words and _is_empty(words[0]):
        words = words[1:]
    while words and words[-1] in ("of", "for", "the"):
        words = words[:-1]
    name = " ".join(words)
    return "" if len(name) < 2 or name in _listed("no names") or _DATELINE.search(name) else name


def _opens_clause(words: list[str], small: frozenset[str]) -> bool:
    first = words[0]
    common = first.lower() in small or first in _listed("clause openers")
    return common or first.endswith(("ing", "ly")) or words[1] in ("of", "for")


def _is_empty(word: str) -> bool:
    return (word.lower() in word_list("stop_words") or word[:2] in ("I'", "I’")) and word not in ("US", "UK", "IT", "WHO")


def _same(counts: Mapping[str, float], texts: tuple[str, ...]) -> dict[str, str]:
    """Which name is another spelling of which."""
    same: dict[str, str] = {}
    for written, short in (pair for text in texts if "(" in text for pair in _ACRONYM.findall(text)):
        long = " ".join(dropwhile(_is_empty, written.split()))
        same.update({long: short} if counts.get(short, 0) >= counts.get(long, 0) else {short: long})
    full = [name for name in counts if 2 <= name.count(" ") + 1 <= 3 and " of " not in name]
    fuller = {name.split()[-1]: name for name in sorted(full, key=lambda name: counts[name])}
    places = {place for text in texts for place in _IN.findall(text)}
    for surname, name in fuller.items():
        if surname in counts and surname not in places:
            same.setdefault(surname, name)
    return same


def _merged(counts: Mapping[str, float], same: Mapping[str, str]) -> dict[str, float]:
    merged: dict[str, float] = {}
    for name, count in counts.items():
        fullest = same.get(name, name)
        merged[fullest] = merged.get(fullest, 0.0) + count
    return merged


@cache
def _listed(group: str) -> frozenset[str]:
    return frozenset(entries("topic_words", group))
