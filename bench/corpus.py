"""Briefs of our own making for the benchmark: the same bytes for the same number and seed.

Sentences are put together from a few forms and lists of words, and from names made of syllables. Common words come often and
names seldom, so that the search index grows with the corpus as one of real articles does. Each brief has some 600 words,
five key points, three challenges and six dated events, each with a sentence of that text, and its readability as measured.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from generator.formats.brief import render
from generator.model import Brief, Challenge, KeyPoint, Source, TimelineEvent
from generator.text.readability import measure

_WORDS = Path(__file__).parent / "words"
_FORMS = (
    "The {adjective} {noun} of {name} {verb} the {noun2} near {name2} before the {noun3} could be {verb2}.",
    "{name} has {number} people and one {adjective} {noun}, which a {noun2} from {name2} {verb} twice.",
    "Nobody in {name} knew why the {noun} {verb} its {adjective} {noun2}, {name2} least of all.",
    "A {adjective} {noun} costs {number} crowns a year, said {name} {name2}, who {verb} the {noun2}.",
    "When the {noun} {verb} the {noun2}, the {adjective} {noun3} at {name} {verb2} {number} of its own.",
    "Of {number} {adjective} plans for the {noun}, the {noun2} in {name} {verb} three.",
    "The {noun} that {name} {verb} is {adjective} now, and the {noun2} beside it belongs to {name2}.",
)
_TROUBLES = (
    "The hardest part is the {adjective} {noun}: {name} cannot pay {number} crowns for a {noun2}.",
    "What {name} lacks is a {noun} that the {adjective} {noun2} has not yet {verb}.",
    "The {noun} is short of {number} hands, and no {adjective} {noun2} from {name} has {verb} the gap.",
)
_DATED = "On {day} the {adjective} {noun} of {name} {verb} the {noun2} for {number} crowns."
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the date that it gives, in words and in EDTF, if any."""

    text: str
    expression: str = ""
    day: str = ""


def briefs(count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """The slug and the text of each brief."""
    for number in range(count):
        yield f"brief-{number:05}", render(brief(number, seed))


def brief(number: int, seed: int) -> Brief:
    """One brief, whatever others there are."""
    chance = random.Random(f"{seed}/{number}")
    published = date(2016, 1, 1) + timedelta(days=chance.randrange(3600))
    dated = sorted((_dated(chance, published) for _ in range(6)), key=lambda one: one.day)
    troubles = [Sentence(_filled(chance, form)) for form in _TROUBLES]
    plain = [Sentence(_filled(chance, chance.choice(_FORMS))) for _ in range(27)]
    paragraphs = _paragraphs(chance, [*dated, *troubles, *plain])
    return Brief(
        title=f"How {_name(chance)} {_word(chance, 'verbs')} its {_word(chance, 'nouns')}, part {number}",
        author=f"{_name(chance)} {_name(chance)}",
        published=published.isoformat(),
        source=Source(url=f"https://example.org/{published.year}/{number}", publisher="The Example Gazette"),
        standfirst=plain[0].text,
        topics=tuple(dict.fromkeys(_word(chance, "nouns") for _ in range(3))),
        key_points=tuple(KeyPoint(text=one.text, quote=one.text) for one in plain[1:6]),
        challenges=tuple(Challenge(title=_title(one.text), text=one.text, quote=one.text) for one in troubles),
        timeline=tuple(TimelineEvent(date=one.day, expression=one.expression, text=one.text, quote=one.text) for one in dated),
        readability=measure("\n\n".join(paragraphs)),
        body=_body(chance, paragraphs),
    )


def _paragraphs(chance: random.Random, sentences: Sequence[Sentence]) -> list[str]:
    texts = [one.text for one in chance.sample(sentences, len(sentences))]
    return [" ".join(texts[at : at + 4]) for at in range(0, len(texts), 4)]


def _body(chance: random.Random, paragraphs: Sequence[str]) -> str:
    """The paragraphs under headings, with a list and a paragraph that has a link and an emphasis."""
    link = f"More about *{_name(chance)}* stands in [the {_word(chance, 'nouns')}](https://example.org/more/{_name(chance)})."
    items = "\n".join(f"- {_filled(chance, chance.choice(_FORMS))}" for _ in range(3))
    parts = [f"## The {_word(chance, 'adjectives')} {_word(chance, 'nouns')}", *paragraphs[:4], link]
    parts += [f"## What {_name(chance)} did", *paragraphs[4:], items]
    return "\n\n".join(parts)


def _dated(chance: random.Random, published: date) -> Sentence:
    day = published - timedelta(days=chance.randrange(1, 2000))
    expression = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return Sentence(_filled(chance, _DATED.replace("{day}", expression)), expression, day.isoformat())


def _filled(chance: random.Random, form: str) -> str:
    return form.format(
        noun=_word(chance, "nouns"),
        noun2=_word(chance, "nouns"),
        noun3=_word(chance, "nouns"),
        verb=_word(chance, "verbs"),
        verb2=_word(chance, "verbs"),
        adjective=_word(chance, "adjectives"),
        name=_name(chance),
        name2=_name(chance),
        number=chance.randrange(20, 9000),
    )


def _word(chance: random.Random, kind: str) -> str:
    """A word of a list; its first words come more often than its last."""
    words = _listed(kind)
    return words[int(len(words) * chance.random() ** 1.4)]


def _name(chance: random.Random) -> str:
    """One of some 17,000 names, the shorter ones more often."""
    syllables = _listed("syllables")
    length = 2 if chance.random() < 0.7 else 3
    return "".join(syllables[int(len(syllables) * chance.random() ** 1.5)] for _ in range(length)).capitalize()


def _title(sentence: str) -> str:
    return " ".join(sentence.rstrip(".").split()[:4]).rstrip(":,")


@cache
def _listed(kind: str) -> tuple[str, ...]:
    return tuple((_WORDS / f"{kind}.txt").read_text(encoding="utf-8").split())
