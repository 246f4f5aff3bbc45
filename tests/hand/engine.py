"""A stand-in engine, quick and wayward: what it says of an article changes with its version, and is always sound.

An article is a title, a blank line and sentences, each a paragraph of its own.
"""

import hashlib
from functools import partial

from generator.errors import Refused
from generator.formats.brief import article_digest, distinguished
from generator.model import Block, Brief, Challenge, Generated, KeyPoint, Readability, Source, TimelineEvent
from generator.pipeline import Engine
from generator.text import body

DATES = ("2019", "2020-06", "2021-03-04", "2022-Q3")


def engine(seed: int) -> Engine:
    """The engine of version `seed`."""
    version = f"0.{seed}"
    return Engine(version, partial(_brief, version))


def _brief(version: str, content: bytes, name: str, published: str | None) -> Brief:
    title, *sentences = [line for line in content.decode().split("\n") if line.strip()]
    if not sentences:
        raise Refused("it has no text")

    def draw(what: str, sentence: str, sides: int) -> int:
        seed = f"{version} {what} {sentence}".encode()
        return hashlib.blake2b(seed, digest_size=4).digest()[0] % sides

    def told(sentence: str, what: str) -> str:
        words = sentence.rstrip(".").split()
        kept = [word for number, word in enumerate(words) if number == 0 or draw(f"{what}{number}", sentence, 3)]
        return " ".join(kept) + "."

    chosen = [one for one in sentences if draw("point", one, 2)]
    problems = [one for one in sentences if draw("problem", one, 3) == 0][:3]
    dated = [(DATES[draw(f"date{n}", one, 4)], one) for one in sentences for n in range(draw("events", one, 5) - 2)]
    brief = Brief(
        title=f"{title} {version}" if draw("title", title, 2) else title,
        author="Ann" if draw("author", title, 2) else None,
        published=published,
        source=Source(file=name),
        standfirst=sentences[0] if draw("standfirst", title, 2) else None,
        topics=tuple(sentences[0].split()[: draw("topics", title, 3)]),
        key_points=tuple(KeyPoint(text=told(one, "point"), quote=one) for one in chosen),
        challenges=tuple(Challenge(title="A gate", text=told(one, "problem"), quote=one) for one in problems),
        timeline=tuple(TimelineEvent(date=date, text=told(one, date), quote=one) for date, one in sorted(dated)),
        readability=Readability(words=draw("words", title, 9), sentences=1, reading_minutes=1, method=version)
        if draw("readability", title, 3)
        else None,
        generated=Generated(engine=version, article=article_digest(content), published=published),
        body=body.to_markdown([Block("paragraph", one) for one in sentences]),
    )
    return distinguished(brief)
