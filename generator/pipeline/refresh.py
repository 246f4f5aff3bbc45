"""Brings every brief up to date with its article and the engine, and touches nothing that is a person's.

Files are read and written here, in their order, and the lock is held here; what is to be written is worked out by a crew of
workers (`deciding`), which may be this process. An article that was renamed keeps its brief (`orphans`). A brief whose article
is gone stays.
"""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial

from generator import store
from generator.errors import Refused
from generator.model import Outcome
from generator.pipeline.deciding import Text, Work, decided, skipped
from generator.pipeline.engine import ENGINE, Engine
from generator.pipeline.orphans import Orphans
from generator.settings import ARTICLE_SUFFIXES, Settings
from generator.slugs import slug_of
from generator.store import StoredFile
from generator.workers import Crew, Failure, alone

Report = Callable[[Outcome, int, int], None]
Unchanged = Callable[[StoredFile, StoredFile], bool]


def unheard(outcome: Outcome, number: int, total: int) -> None:
    """The report of a build of which nobody asked to hear."""


def unknown(article: StoredFile, brief: StoredFile) -> bool:
    """What is known of two files where nobody kept an account: not that they are unchanged."""
    return False


def refresh(
    settings: Settings,
    report: Report,
    engine: Engine = ENGINE,
    *,
    dry_run: bool = False,
    crew: Crew | None = None,
    unchanged: Unchanged = unknown,
) -> tuple[Outcome, ...]:
    """Converts the articles that are new or changed; `report` hears each outcome, its number and how many there are.

    The outcomes do not depend on the crew. Where `unchanged` says of an article and the brief of its name that nothing is due,
    neither is opened. A dry run writes nothing and gives the outcomes that there would be. Raises BriefsError where another
    build does not end, or no worker of the crew is to be had.
    """
    if dry_run:
        return _Refresh(settings, report, engine, dry_run, crew or alone(), unchanged).run()
    with store.exclusive(settings.root):
        store.clear_unfinished(settings)
        return _Refresh(settings, report, engine, dry_run, crew or alone(), unchanged).run()


class _Refresh:
    """One run over the articles of a project."""

    def __init__(
        self, settings: Settings, report: Report, engine: Engine, dry_run: bool, crew: Crew, unchanged: Unchanged
    ) -> None:
        self.settings, self.report, self.engine, self.dry_run = settings, report, engine, dry_run
        self.crew, self.unchanged = crew, unchanged
        self.files = store.articles(settings)
        self.orphans: Orphans | None = None

    def run(self) -> tuple[Outcome, ...]:
        outcomes = []
        for number, outcome in enumerate(self._outcomes(), 1):
            self.report(outcome, number, len(self.files))
            outcomes.append(outcome)
        return tuple(outcomes)

    def _outcomes(self) -> Iterator[Outcome]:
        """What became of each article, in order; those that need no worker wait here for their turn."""
        read: deque[Work | Outcome] = deque()
        with closing(self.crew.each(partial(decided, self.engine), self._works(read))) as answers:
            for work, decision in answers:
                while isinstance(head := read.popleft(), Outcome):
                    yield head
                yield self._done(work, decision)
        yield from (one for one in read if isinstance(one, Outcome))

    def _works(self, read: deque[Work | Outcome]) -> Iterator[Work]:
        for one in self._read():
            read.append(one)
            if isinstance(one, Work):
                yield one

    def _read(self) -> Iterator[Work | Outcome]:
        taken: dict[str, StoredFile] = {}
        for file in self.files:
            slug = slug_of(file.path.stem)
            other = taken.setdefault(slug, file)
            yield self._opened(file, slug) if other is file else _clash(file, other, slug)

    def _opened(self, file: StoredFile, slug: str) -> Work | Outcome:
        try:
            if file.path.suffix.lower() not in ARTICLE_SUFFIXES:
                raise Refused(f"its ending is not one of {', '.join(ARTICLE_SUFFIXES)}")
            if not file.path.name.isprintable():
                raise Refused("its name holds characters that no address can; rename it")
            target = store.brief_of(self.settings, slug)
            if self.unchanged(file, target):
                return Outcome(file.shown, "unchanged")
            content = store.read(file)
            has_brief = store.exists(target)
            return _with_standing(file, target, content) if has_brief else self._taken_over(file, target, content)
        except Exception as error:
            return skipped(file, error)

    def _done(self, work: Work, decision: Text | Outcome | Failure) -> Outcome:
        if isinstance(decision, Outcome):
            return decision
        if isinstance(decision, Failure):
            return Outcome(work.article.shown, "skipped", decision.reason)
        try:
            if not self.dry_run and not store.replace(work.brief, decision.content, work.standing):
                told = f"{work.brief.shown} was saved during the build; run 'briefs build' again"
                return Outcome(work.article.shown, "kept", told)
        except Exception as error:
            return skipped(work.article, error)
        yours = f"yours stays: {', '.join(decision.yours)}" if decision.yours else ""
        return Outcome(work.article.shown, "converted", work.told or yours)

    def _taken_over(self, file: StoredFile, target: StoredFile, content: bytes) -> Work | Outcome:
        """A new article with the brief that it had under another name, which is renamed, if it had one."""
        if self.orphans is None:
            self.orphans = Orphans(self.settings, self.files)
        found = self.orphans.found(file, content)
        if found.brief is None:
            return Work(file, target, content, None, found.told)
        if not self.dry_run:
            store.rename(found.brief, target)
        return _with_standing(file, found.brief if self.dry_run else target, content)


def _with_standing(file: StoredFile, brief: StoredFile, content: bytes) -> Work | Outcome:
    try:
        return Work(file, brief, content, store.read(brief))
    except Refused as refused:
        return Outcome(file.shown, "kept", f"{brief.shown}: {refused}")


def _clash(file: StoredFile, other: StoredFile, slug: str) -> Outcome:
    return Outcome(file.shown, "skipped", f"its brief would be {slug}.md, as that of {other.shown}; rename one")
