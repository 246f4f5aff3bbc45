"""A small project that a test changes at will, and its site built in process."""

import json
import logging
import random
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.building import quick, resuming
from generator.building.asked import Asked
from generator.building.resuming import End
from generator.errors import BriefsError
from generator.host_filters import FILTERS
from generator.pipeline import Means
from generator.plugin import build_site, load_config
from generator.store import told
from tests.projects import tree

NOW = "2026-03-01T12:00:00+00:00"
TOPICS = ("walls", "Gates", "gates", "towers", "抖音", "C++", "C")
AUTHORS = ("Ada Vane", "Bo Ruiz", "bo-ruiz", None)
WORDS = ("wall", "gate", "tide", "river", "council", "stone", "winter", "keeper", "harbour", "mill")

ENDS: Counter[End | None] = Counter()
"""How often builds ended in which way."""


def sentence(number: int) -> str:
    """A sentence told from others by its number."""
    first, second = WORDS[number % len(WORDS)], WORDS[number // 3 % len(WORDS)]
    return f"The {first} number {number} stood beside the {second} for {number % 90 + 2} years."


@dataclass
class Text:
    """A brief as a person would write it, field by field."""

    title: str
    topics: list[str]
    author: str | None
    published: str
    sentences: list[int]
    point: str
    event: str
    aliases: list[str] = field(default_factory=list)
    status: str = "published"
    publish_at: str | None = None
    is_sound: bool = True

    def written(self) -> str:
        """The file of the brief; unsound, one of its quotes is nowhere in its text."""
        first, last = sentence(self.sentences[0]), sentence(self.sentences[-1])
        quote = first if self.is_sound else "Nobody ever wrote this."
        lines = [
            f"title: {json.dumps(self.title)}",
            *([f"author: {json.dumps(self.author)}"] if self.author else []),
            f'published: "{self.published}"',
            f"topics: {json.dumps(self.topics)}",
            f"aliases: {json.dumps(self.aliases)}",
            f"status: {self.status}",
            *([f'publish_at: "{self.publish_at}"'] if self.publish_at else []),
            f"key_points:\n  - text: {json.dumps(self.point)}\n    quote: {json.dumps(quote)}",
            f'timeline:\n  - date: "{self.event}"\n    text: {json.dumps(last)}\n    quote: {json.dumps(last)}',
        ]
        body = "\n\n".join(sentence(number) for number in self.sentences)
        return "---\n" + "\n".join(lines) + f"\n---\n{body}\n"


def any_text(chance: random.Random) -> Text:
    """A brief made up by chance."""
    numbers = [chance.randrange(500) for _ in range(chance.randrange(2, 6))]
    return Text(
        title=f"On the {chance.choice(WORDS)} {chance.randrange(100)}",
        topics=chance.sample(TOPICS, chance.randrange(4)),
        author=chance.choice(AUTHORS),
        published=f"202{chance.randrange(3, 6)}-0{chance.randrange(1, 10)}-1{chance.randrange(10)}",
        sentences=list(dict.fromkeys(numbers)),
        point=sentence(numbers[0]),
        event=f"19{chance.randrange(10, 99)}-0{chance.randrange(1, 10)}",
    )


@dataclass
class Configuration:
    """What mkdocs.yml says."""

    site_name: str = "Test briefs"
    site_url: str = "https://example.org/repo/"
    language: str = "en"
    accent: str | None = None
    source_text: str = "full"
    has_menu: bool = False

    def written(self, pages: list[str]) -> str:
        """The file."""
        lines = [f"site_name: {json.dumps(self.site_name)}", f"site_url: {self.site_url}", "docs_dir: content", "theme:"]
        lines += ["  name: brief", "  custom_dir: overrides", f"  language: {self.language}"]
        lines += [f'  accent: "{self.accent}"'] if self.accent else []
        lines += ["plugins:", "  - briefs:", f"      source_text: {self.source_text}"]
        lines += ["nav:", *(f"  - {json.dumps(page.upper())}: {page}" for page in pages)] if self.has_menu else []
        return "\n".join(lines) + "\n"


@contextmanager
def warnings() -> Iterator[list[str]]:
    """What MkDocs and the plugin warn of."""
    heard: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    logger, ear = logging.getLogger("mkdocs"), Ear(logging.WARNING)
    was = logger.propagate, logger.level
    logger.addHandler(ear)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield heard
    finally:
        logger.removeHandler(ear)
        logger.propagate = was[0]
        logger.setLevel(was[1])


def built(
    root: Path, now: str = NOW, means: Means | None = None, *, strict: bool = False
) -> tuple[dict[str, bytes], list[str]]:
    """Builds the site of a project as `briefs build` does; its files, and what was warned of (dropped addresses aside)."""
    with warnings() as heard:
        end(root, now, means or Means(), strict=strict)
    return tree(root / "site"), sorted(line for line in heard if "was published by the last build" not in line)


def end(root: Path, now: str, means: Means, *, strict: bool = False) -> End | None:
    """Builds the site, without MkDocs where that is not needed; how that ended, None where it was not begun."""
    asked = Asked("mkdocs.yml", "", now)
    last = None if strict else quick.compared(root, asked)
    with told():
        resumed = resuming.begin(last, means, FILTERS) if last else None
        found = resuming.finish(resumed) if resumed else None
    if found is not End.DONE:
        begun = resumed.build if resumed and found is End.ASKS_HOST else None
        build_site(load_config(str(root / "mkdocs.yml"), strict=strict), means, now, asked=asked, begun=begun)
    ENDS[found] += 1
    return found


def built_clean(root: Path, folder: Path, now: str = NOW) -> tuple[dict[str, bytes], list[str], dict[str, bytes]]:
    """What a build gives that has nothing to build upon, in a copy of the project; and what `content/` is afterwards."""
    copy = folder / "elsewhere" / "copy"
    shutil.copytree(root, copy, ignore=lambda path, _names: {".briefs", "site"} if Path(path) == root else set())
    try:
        return *built(copy, now), tree(copy / "content")
    finally:
        shutil.rmtree(folder / "elsewhere")


def times(folder: Path) -> dict[str, int]:
    """When each file was last written."""
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


__all__ = ["NOW", "BriefsError", "Configuration", "Text", "any_text", "built", "built_clean", "sentence", "times", "warnings"]
