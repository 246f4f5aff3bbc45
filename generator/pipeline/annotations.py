"""Takes readers' annotations over as notes of the briefs that they were made on.

    bytes -> WebAnnotation -> the brief and the sentence (`placement`) -> Note -> written behind the notes that stand there

A note that stands there already, by quote, text and author, is not added again. All else in a brief stays as it is, byte for
byte.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import store
from generator.errors import BriefsError, InvalidBrief, Problem, Refused
from generator.formats import brief as brief_format
from generator.formats.brief import BriefFile
from generator.formats.web_annotation import WebAnnotation, read
from generator.model import MOST_NOTES, Note, PublishedBrief
from generator.pipeline.loading import load, parsed
from generator.pipeline.placement import Placed, Shelf
from generator.settings import Settings
from generator.store import StoredFile


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the annotations of some files: notes by the brief that has them now, and what is to be said.

    `left_out` counts, by kind, those that became no note without a fault of anyone's.
    """

    added: Mapping[str, tuple[Note, ...]]
    problems: tuple[Problem, ...]
    known: int
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Found:
    """An annotation with the file that it stands in, and the note that it becomes."""

    file: str
    annotation: WebAnnotation
    placed: Placed

    def problem(self, why: str) -> Problem:
        return Problem(self.file, 0, f"{self.annotation.name} {why}")


def import_annotations(
    settings: Settings,
    site_url: str,
    files: Sequence[tuple[str, bytes]],
    *,
    with_private: bool = False,
    dry_run: bool = False,
) -> Imported:
    """Adds what the `files`, by name, hold to the briefs of the site; a dry run writes nothing.

    Raises BriefsError where a file is no JSON, or another build does not end; then nothing is written either.
    """
    given = [(name, one) for name, content in files for one in _read(name, content)]
    if dry_run:
        return _Import(settings, site_url, given, with_private).run(dry_run)
    with store.exclusive(settings.root):
        store.clear_unfinished(settings)
        return _Import(settings, site_url, given, with_private).run(dry_run)


def _read(name: str, content: bytes) -> tuple[WebAnnotation, ...]:
    try:
        return read(content)
    except Refused as refused:
        raise BriefsError(f"{name}: {refused}") from refused


class _Import:
    """One run over annotations and the briefs of a project."""

    def __init__(
        self, settings: Settings, site_url: str, given: Sequence[tuple[str, WebAnnotation]], with_private: bool
    ) -> None:
        self.given, self.with_private = given, with_private
        self.stored = {file.path.stem: file for file in store.briefs(settings)}
        self.problems: list[Problem] = []
        self.shelf = Shelf(tuple(self._briefs()), site_url, (one for _, one in given))
        self.left_out: Counter[str] = Counter()
        self.known = 0

    def run(self, dry_run: bool) -> Imported:
        by_slug: defaultdict[str, list[_Found]] = defaultdict(list)
        for found in sorted(self._found(), key=lambda one: one.annotation.created):
            by_slug[found.placed.slug].append(found)
        added: dict[str, tuple[Note, ...]] = {}
        for slug in sorted(by_slug):
            notes = self._added(self.stored[slug], by_slug[slug], dry_run)
            if notes:
                added[self.stored[slug].shown] = notes
        return Imported(added, tuple(self.problems), self.known, dict(self.left_out))

    def _briefs(self) -> Iterator[PublishedBrief]:
        for slug, stored in self.stored.items():
            try:
                yield PublishedBrief(slug, load(stored).brief)
            except InvalidBrief:
                message = "it cannot be read and takes no note; 'briefs check' says why"
                self.problems.append(Problem(stored.shown, 0, message, "warning"))

    def _found(self) -> Iterator[_Found]:
        for file, annotation in self.given:
            found = self.shelf.place(annotation, with_private=self.with_private)
            if isinstance(found, Placed):
                yield _Found(file, annotation, found)
                continue
            self.left_out[found.kind] += 1
            if found.why:
                message = f"{annotation.name} {found.why}"
                self.problems.append(Problem(file, 0, message, "fault" if found.kind == "orphan" else "warning"))

    def _added(self, stored: StoredFile, found: Sequence[_Found], dry_run: bool) -> tuple[Note, ...]:
        fresh = list(found)
        try:
            before = store.read(stored)
            file = parsed(before, stored)
            fresh = self._fresh(file, found)
            if not fresh:
                return ()
            notes = tuple(one.placed.note for one in fresh)
            content = _checked(file, notes).encode("utf-8")
            if not dry_run and not store.replace(stored, content, before):
                raise BriefsError(f"{stored.shown} was saved meanwhile; run this again")
        except BriefsError as error:
            self.problems += (one.problem(f"cannot be added to {stored.shown}: {error}") for one in fresh)
            return ()
        return notes

    def _fresh(self, file: BriefFile, found: Iterable[_Found]) -> list[_Found]:
        """Those that do not stand in the brief yet, as many as it can hold."""
        seen = {_identity(note) for note in file.brief.notes}
        fresh: list[_Found] = []
        for one in found:
            if _identity(one.placed.note) in seen:
                self.known += 1
            elif len(file.brief.notes) + len(fresh) >= MOST_NOTES:
                self.problems.append(one.problem(f"finds no room in {file.path}, which has {MOST_NOTES} notes"))
            else:
                seen.add(_identity(one.placed.note))
                fresh.append(one)
        return fresh


def _identity(note: Note) -> tuple[str, str, str | None]:
    return " ".join(note.quote.split()), note.text, note.by


def _checked(file: BriefFile, notes: Sequence[Note]) -> str:
    """The brief's text with `notes`, which add no fault to it."""
    text = brief_format.with_notes(file, notes)
    faults = {problem.message for problem in brief_format.verify(file)}
    for problem in brief_format.verify(brief_format.parse(text, file.path)):
        if problem.message not in faults:
            raise BriefsError(f"the {problem.message}")
    return text
