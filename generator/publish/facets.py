"""What the briefs on one page of the archive can be filtered by: topic, year and grade.

The filter is radio buttons and style rules alone. Those rules must stand in the style sheet, which knows no topic; so each
choice has a number, and entries and years carry the numbers of what they are:

    t1 … t12    the topics of most briefs on the page, by name          y1 … y12    its years, the newest first
    g1 … g4     the bands of grades                                     y0          briefs without a date
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.publish.catalogue import Entry, Year
from generator.publish.topics import key

MOST_CHOICES = 12
"""The style sheet has so many rules; what has no choice of its own has a page of its own."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a facet: its number among the style rules, what it stands for, and how many briefs it leaves."""

    rule: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The choices for the entries of one page, and the rules that each entry and each year falls under."""

    topics: tuple[Choice, ...]
    years: tuple[Choice, ...]
    grades: tuple[Choice, ...]
    entry_rules: dict[str, str]
    year_rules: dict[str, str]


def facets(years: Sequence[Year]) -> Facets:
    """The facets of the entries under `years`; a facet with a single choice has none."""
    entries = [entry for year in years for entry in year.entries]
    topic_rules, topics = _topics(entries)
    grades = Counter(entry.band for entry in entries)
    numbered = [(f"y{n}", year) for n, year in enumerate((year for year in years if year.number is not None), 1)]
    return Facets(
        topics=topics,
        years=tuple(Choice(rule, str(year.number), len(year.entries)) for rule, year in numbered[:MOST_CHOICES]),
        grades=tuple(Choice(band, band, grades[band]) for band in sorted(grades)),
        entry_rules={entry.slug: " ".join([entry.band, *_rules_of(entry, topic_rules)]) for entry in entries},
        year_rules={year.anchor: rule for rule, year in numbered},
    )


def _topics(entries: Sequence[Entry]) -> tuple[dict[str, str], tuple[Choice, ...]]:
    names = {key(name): name.strip() for entry in reversed(entries) for name in entry.topics}
    counts = Counter(topic for entry in entries for topic in {key(name) for name in entry.topics})
    chosen = sorted(sorted(counts, key=lambda topic: (-counts[topic], topic))[:MOST_CHOICES])
    rules = {topic: f"t{number}" for number, topic in enumerate(chosen, 1)}
    return rules, tuple(Choice(rules[topic], names[topic], counts[topic]) for topic in chosen)


def _rules_of(entry: Entry, rules: dict[str, str]) -> list[str]:
    return sorted({rules[key(name)] for name in entry.topics if key(name) in rules})
