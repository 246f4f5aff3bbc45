"""Brings every brief up to date with its article and the engine, and touches nothing that is a person's.

An article whose brief bears another name keeps it: it is known by the digest of its bytes where the article that the brief
names is gone. A brief whose article is gone stays.
"""

from collections.abc import Callable
from dataclasses import dataclass

from generator import __version__, store
from generator.conversion import brief_from_text, digest, written
from generator.errors import BriefsError, InvalidBrief, Refused
from generator.formats import article as article_format
from generator.formats.brief import BriefFile
from generator.model import Brief, Outcome
from generator.pipeline.loading import load, parsed
from generator.pipeline.ownership import Standing, owner_of_field, persons, revised, standing
from generator.settings import Settings
from generator.slugs import slug_of
from generator.store import StoredFile

Report = Callable[[Outcome, int, int], None]


@dataclass(frozen=True, slots=True)
class Engine:
    """What makes a brief of an article's bytes, its file name and its publication date where that is given from outside.

    `version` changes with what it says.
    """

    version: str
    convert: Callable[[bytes, str, str | None], Brief]


ENGINE = Engine(__version__, brief_from_text)


def unheard(outcome: Outcome, number: int, total: int) -> None:
    """The report of a build of which nobody asked to hear."""


def refresh(settings: Settings, report: Report, engine: Engine = ENGINE, *, dry_run: bool = False) -> tuple[Outcome, ...]:
    """Converts the articles that are new or changed; `report` hears each outcome, its number and how many there are.

    A dry run writes nothing and gives the outcomes that there would be. Raises BriefsError where another build does not end.
    """
    if dry_run:
        return _Refresh(settings, report, engine, dry_run).run()
    with store.exclusive(settings.root):
        store.clear_unfinished(settings)
        return _Refresh(settings, report, engine, dry_run).run()


class _Refresh:
    """One run over the articles of a project."""

    def __init__(self, settings: Settings, report: Report, engine: Engine, dry_run: bool) -> None:
        self.settings, self.report, self.engine, self.dry_run = settings, report, engine, dry_run
        self.files = store.articles(settings)
        self.names = {file.path.name for file in self.files}
        self.orphans: dict[str, list[tuple[StoredFile, str | None]]] | None = None

    def run(self) -> tuple[Outcome, ...]:
        taken: dict[str, StoredFile] = {}
        outcomes = []
        for number, file in enumerate(self.files, 1):
            slug = slug_of(file.path.stem)
            other = taken.setdefault(slug, file)
            outcome = self._converted(file, slug) if other is file else _clash(file, other, slug)
            self.report(outcome, number, len(self.files))
            outcomes.append(outcome)
        return tuple(outcomes)

    def _converted(self, file: StoredFile, slug: str) -> Outcome:
        try:
            if file.path.suffix.lower() not in article_format.SUFFIXES:
                raise Refused(f"its ending is not one of {', '.join(article_format.SUFFIXES)}")
            if not file.path.name.isprintable():
                raise Refused("its name holds characters that no address can; rename it")
            content = store.read(file)
            target = store.brief_of(self.settings, slug)
            there = target if store.exists(target) else self._renamed(file, target, content)
            if there is None:
                text = written(self.engine.convert(content, file.path.name, None), target.shown)
                return self._write(file, target, text, None, ())
            return self._renewed(file, there, content)
        except BriefsError as error:
            return Outcome(file.shown, "skipped", str(error))
        except Exception as error:
            # A mistake of ours in one article must not keep the others from being built.
            return Outcome(
                file.shown, "skipped", f"the engine failed on it ({type(error).__name__}: {error}); please report it"
            )

    def _renewed(self, file: StoredFile, target: StoredFile, content: bytes) -> Outcome:
        try:
            before = store.read(target)
            brief = parsed(before, target)
        except Refused as refused:
            return Outcome(file.shown, "kept", f"{target.shown}: {refused}")
        except InvalidBrief:
            return Outcome(file.shown, "kept", f"{target.shown} cannot be read; 'briefs check' says why")
        found = standing(brief)
        if found is None:
            return _wholly_yours(file, target, brief, content)
        if not self._is_due(found, file, content):
            return Outcome(file.shown, "unchanged")
        fresh = self.engine.convert(content, file.path.name, found.generated.published)
        written(fresh, target.shown)
        return self._write(file, target, revised(found, fresh), before, persons(found))

    def _is_due(self, brief: Standing, file: StoredFile, content: bytes) -> bool:
        generated = brief.generated
        is_moved = brief.file.brief.source.file != file.path.name and owner_of_field(brief, "source") == "machine"
        return generated.article != digest(content) or generated.engine != self.engine.version or is_moved

    def _write(self, file: StoredFile, target: StoredFile, text: str, before: bytes | None, yours: tuple[str, ...]) -> Outcome:
        fresh = text.encode("utf-8")
        if fresh == before:
            return Outcome(file.shown, "unchanged")
        if not self.dry_run and not store.replace(target, fresh, before):
            return Outcome(file.shown, "kept", f"{target.shown} was saved during the build; run 'briefs build' again")
        return Outcome(file.shown, "converted", f"yours stays: {', '.join(yours)}" if yours else "")

    def _renamed(self, file: StoredFile, target: StoredFile, content: bytes) -> StoredFile | None:
        """The brief that an article had under another name, renamed; None where it had none."""
        if self.orphans is None:
            self.orphans = self._found_orphans()
        alike = self.orphans.get(digest(content), [])
        old = next((one for one, source in alike if source == file.path.name or source not in self.names), None)
        if old is None:
            return None
        alike[:] = [one for one in alike if one[0] != old]
        if not self.dry_run:
            store.rename(old, target)
        return old if self.dry_run else target

    def _found_orphans(self) -> dict[str, list[tuple[StoredFile, str | None]]]:
        """The briefs without an article of their name, and the article that each says it is of, by that article's digest."""
        slugs = {slug_of(file.path.stem) for file in self.files}
        found: dict[str, list[tuple[StoredFile, str | None]]] = {}
        for stored in store.briefs(self.settings):
            if stored.path.stem in slugs:
                continue
            try:
                brief = load(stored).brief
            except InvalidBrief:
                continue
            if brief.generated is not None:
                found.setdefault(brief.generated.article, []).append((stored, brief.source.file))
        return found


def _wholly_yours(file: StoredFile, target: StoredFile, brief: BriefFile, content: bytes) -> Outcome:
    generated = brief.brief.generated
    if generated is None or generated.article == digest(content):
        return Outcome(file.shown, "unchanged")
    return Outcome(file.shown, "kept", f"{target.shown} has a form of your own, so it is yours, and its article has changed")


def _clash(file: StoredFile, other: StoredFile, slug: str) -> Outcome:
    return Outcome(file.shown, "skipped", f"its brief would be {slug}.md, as that of {other.shown}; rename one")
