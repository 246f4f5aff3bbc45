"""An annotated corpus: a folder with <id>.json for each article, and the articles where `article` says.

The keys of an annotation are told in corpus/README.md. Only what is measured is read.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

FLOORS_NAME = "floors.json"


@dataclass(frozen=True, slots=True)
class Problem:
    """A challenge that a careful reader names, and the sentences that state it."""

    label: str
    accept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event: its acceptable ISO dates and the sentence that tells it; optional ones are neither right nor wrong."""

    dates: frozenset[str]
    text: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Annotation:
    """What an editor would have chosen from one article."""

    id: str
    article: Path
    published: str | None
    published_in_source: bool
    expected_challenges: int
    challenges: tuple[Problem, ...]
    also_acceptable: tuple[str, ...]
    key_sentences: tuple[str, ...]
    events: tuple[Event, ...]
    boilerplate: tuple[str, ...]
    tags: frozenset[str]

    @property
    def given_date(self) -> str | None:
        """The publication date that has to be told, where the article itself does not say it."""
        return None if self.published_in_source else self.published


def read_corpus(folder: Path) -> tuple[Annotation, ...]:
    """The annotations of a folder in order of their ids. Raises ValueError where it has none."""
    corpus = tuple(read_annotation(path) for path in annotation_files(folder))
    if not corpus:
        raise ValueError(f"{folder} holds no annotation: <id>.json was expected, with the article it names")
    return corpus


def annotation_files(folder: Path) -> list[Path]:
    """The annotation files of a folder, in order."""
    return sorted(path for path in folder.glob("*.json") if path.name != FLOORS_NAME)


def read_annotation(path: Path) -> Annotation:
    """One annotation file."""
    record = json.loads(path.read_text(encoding="utf-8"))
    return Annotation(
        id=record["id"],
        article=path.parent / record["article"],
        published=record["published"],
        published_in_source=record["published_in_source"],
        expected_challenges=record["expected_challenges"],
        challenges=tuple(Problem(one["label"], tuple(one["accept"])) for one in record["challenges"]),
        also_acceptable=tuple(record["also_acceptable"]),
        key_sentences=tuple(record["key_sentences"]),
        events=tuple(Event(frozenset(one["date"]), one["text"], one["optional"]) for one in record["events"]),
        boilerplate=tuple(record["boilerplate"]),
        tags=frozenset(record["tags"]),
    )


def pin_of(folder: Path) -> dict[str, str | int]:
    """What tells one corpus from another: a digest over annotations and articles, and counts a person can read."""
    corpus = read_corpus(folder)
    return {
        "digest": _digest(folder, corpus),
        "articles": len(corpus),
        "challenges": sum(one.expected_challenges for one in corpus),
        "key_sentences": sum(len(one.key_sentences) for one in corpus),
        "events": sum(not event.optional for one in corpus for event in one.events),
    }


def _digest(folder: Path, corpus: tuple[Annotation, ...]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for path in [*annotation_files(folder), *(one.article for one in corpus)]:
        content = path.read_bytes().replace(b"\r\n", b"\n")  # a checkout may write either line end
        digest.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode() + content)
    return f"blake2b:{digest.hexdigest()}"
