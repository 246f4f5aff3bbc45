"""One build of a site: what changed since the last one is found, read and rendered; the rest stays as it is.

    begin      the manifest of the last build, and whether it can be built upon
    take       the briefs that changed give anew what other pages take from them; of all the site can be worked out
    render     every page and file that shows something else than it did
    end        the manifest of this build

A clean build does the same with nothing to build upon. Between `take` and `end` there is no manifest: a build that is cut
off is followed by a clean one.
"""

import json
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path

from generator import store
from generator.building import catalogue, manifest, outputs, records, terms
from generator.building.answers import answer, made_of
from generator.building.catalogue import Shown, Terms
from generator.building.frame import Frame
from generator.building.inputs import name_of
from generator.building.ledger import Ledger
from generator.building.lone import noted
from generator.building.making import Made
from generator.building.manifest import Manifest, Unusable
from generator.building.outputs import Outputs
from generator.building.planning import Due, Job, Planned
from generator.building.quick import Compared
from generator.building.request import Request
from generator.building.taking import Taking
from generator.errors import Refused
from generator.model import Outcome, moment_of
from generator.pipeline import Means
from generator.publish.catalogue import Entry
from generator.publish.interface import Interface
from generator.publish.search import Indexed, changed_files
from generator.publish.site import Site, site_of
from generator.publish.timeline_update import EventChanges
from generator.store import site_folder, stamps
from generator.store.derived import State
from generator.store.kept_files import KeptFiles
from generator.store.site_folder import SiteFolder
from generator.store.stamps import Look, Stamp
from generator.timings import Tally
from generator.workers import Crew

_SEARCH = "search"
_PAGES = 8
"""Pages that go to a worker in one parcel: making one takes some milliseconds, sending one half of one."""

_TEMPLATE = ".html"
"""How files end of which no brief takes anything that it gives to others; pages are made anew where the frame is another."""

_LARGE = 100
"""Articles and briefs whose clean build has work for all workers in any case."""


class SiteBuild:
    """One build, from its beginning to its end."""

    def __init__(self, request: Request, means: Means, compared: Compared | None = None) -> None:
        self.request, self.means = request, means
        self.folder = records.folder_of(request.settings.root, request.site)
        self.why_clean = ""
        self.last: Manifest | None = compared.last if compared else self._last()
        self._stands = compared.stands if compared else None
        self.state: State
        self.ledger: Ledger
        self.site_files: SiteFolder
        self.outcomes: tuple[Outcome, ...] = ()
        self._passed_over = 0
        self.withheld: set[str] = set()
        self.events = EventChanges((), 0, 0, False, frozenset())
        self._taking: Taking
        self.terms: Terms
        self._at_work = ExitStack()
        if self.last is None and store.count(request.settings) >= _LARGE:
            self._crew.begin()
        self.looks: Mapping[str, Look] = compared.looks if compared else self._looks()

    def _looks(self) -> Mapping[str, Look]:
        """A look at all that is read. What the last build left is no ground to build on where what makes pages is another."""
        last, now, inputs = self.last, time.time_ns(), self.request.inputs
        looks = inputs.looks(last.inputs if last else {}, now)
        changed = (file for name, look in looks.items() if name != self._docs for file in look.changed | look.gone)
        if last and not all(file.endswith(_TEMPLATE) for file in changed):
            self.last = None  # a word, a setting or the program changed: briefs may give others something else
            return inputs.looks({}, now)
        return looks

    @property
    def _docs(self) -> str:
        return name_of(self.request.inputs.folders[0], self.request.settings.root)

    def _last(self) -> Manifest | None:
        if self.request.is_clean:
            return None
        try:
            found = records.last(self.folder)
        except Unusable as error:
            self.why_clean = f"the record of the last build {error}"
            return None
        is_same = terms.are_same(found.terms, terms.terms_of(**self.request.options))
        if not is_same or found.environment != self.request.environment:
            return None
        return found

    @cached_property
    def _crew(self) -> Crew:
        """The workers, hired before this process knows much of the site: what they inherit they would hold as well."""
        return self._at_work.enter_context(self.means.crew())

    def refresh(self) -> None:
        """Brings the briefs up to date with their articles; those of which nothing changed are not opened."""
        self._passed_over = 0
        self.outcomes = self.means.refresh(self.request.settings, self._crew, unchanged=self._is_unchanged)
        if self._passed_over < len(self.outcomes):  # an article that was opened may have given its brief another name
            before = self.last.inputs.get(self._docs, {}) if self.last else {}
            look = stamps.look(self.request.inputs.folders[0], before, time.time_ns())
            self.looks = {**self.looks, self._docs: self._as_opened(look)}

    def _as_opened(self, look: Look) -> Look:
        """A look after the articles were opened: one that was written meanwhile is still what it was when it was opened."""
        articles = self.request.settings.articles.relative_to(self.request.inputs.folders[0]).as_posix()
        opened = ((name, stamp) for name, stamp in self.looks[self._docs].stamps.items() if name.startswith(f"{articles}/"))
        return replace(look, stamps={**look.stamps, **dict(opened)})

    @property
    def unsettled(self) -> tuple[Outcome, ...]:
        """What became of the articles of which there is something to say."""
        return tuple(outcome for outcome in self.outcomes if outcome.kind in ("kept", "skipped"))

    @property
    def is_kept_waiting(self) -> bool:
        """Whether a brief was kept as it is and the next build is to try again."""
        return any(outcome.kind == "kept" for outcome in self.outcomes)

    def _is_unchanged(self, article: store.StoredFile, brief: store.StoredFile) -> bool:
        if self.last is None or article.path.name in self.last.unsettled:
            return False
        look = self.looks[self._docs]
        names = [path.relative_to(self.request.inputs.folders[0]).as_posix() for path in (article.path, brief.path)]
        is_same = all(name in look.stamps and name not in look.changed for name in names)
        self._passed_over += is_same
        return is_same

    def take(self, say: Interface) -> None:
        """Takes from the briefs that changed what other pages show of them. Raises BriefsError."""
        options = self.request.options
        moment = moment_of(options["now"]) if options["now"] else datetime.now(UTC)
        self.terms = Terms(options["url"], say, options["preview"] == str(True), moment)
        store.expect_folder(self.request.settings, self.request.settings.briefs)
        records.forget(self.folder)
        self._open()
        # What a preview shows of drafts changes with time, whatever the briefs give.
        self._taking = Taking(self.state, is_asked=self.last is not None and not self.terms.is_preview)
        with self.means.timings.stage("examine and index") as tally:
            self.ledger.change(_SEARCH, changed_files(self._examine(tally), self.state.search))
        with self.means.timings.stage("events"):
            self.events = self._taking.events()

    @property
    def alone(self) -> Set[str] | None:
        """The briefs that changed, where it is known that no page but theirs shows anything else; else None."""
        return self._taking.alone if self.ledger.is_whole else None

    @property
    def site(self) -> Site:
        """The site of the briefs that are shown, worked out when it is first asked for."""
        return self._listed[0]

    @property
    def shown(self) -> Mapping[str, Shown]:
        """What the keys of pages know of each brief that is shown."""
        return self._listed[1]

    @cached_property
    def _listed(self) -> tuple[Site, Mapping[str, Shown]]:
        found: dict[str, Shown] = {}

        def entries() -> Iterator[Entry]:
            for entry, shown in catalogue.listed(self.state):
                found[entry.slug] = shown
                yield entry

        with self.means.timings.stage("site"):
            return site_of(entries(), self.state.events, self.events.count), found

    def _open(self) -> None:
        if self.last is None or not self._is_reopened(self.last):
            self.last = None
            site_folder.cleared_of_links(self.request.site)
            self._hold(records.fresh_state(self.folder), KeptFiles.none())

    def _hold(self, state: State, kept: KeptFiles) -> None:
        self.state, self.site_files = state, SiteFolder(self.request.site, kept)
        self.ledger = Ledger(state, self.site_files)

    def _is_reopened(self, last: Manifest) -> bool:
        """Opens what the last build left and has made anew what is not as it left it; False where that cannot be."""
        kept = last.outputs.kept()
        self._hold(records.kept_state(self.folder), kept)
        site = self.request.site
        if self._stands() if self._stands else last.outputs.are_in(site):
            return True
        wrong = outputs.damaged(site, kept, self.state.digests)
        owners = self.state.owners(wrong)
        if _SEARCH in owners:  # its files are changed by the briefs that changed; only all briefs give them anew
            self.state.close()
            return False
        self.ledger.spoil(owners)
        for name in site_folder.foreign(wrong):
            self.site_files.remove(name)
        self.site_files.retime()
        return True

    def _examine(self, tally: Tally) -> Iterator[tuple[str, Indexed | None]]:
        """What the search index takes from each brief that changed; the timeline takes its part meanwhile."""
        changed, gone = catalogue.due(self.state, self._briefs(), self.terms)
        self.state.drop_briefs(gone)
        gone += set(self.state.drop_withheld()).difference(changed)
        tally.items = len(gone) + len(changed)
        for slug in gone:
            self._taking.drop(slug)
            yield slug, None
        # All are proven as their pages are made, which they are but once; the few of a later build at once, as a fault that is
        # found late has the site built twice.
        is_whole = self.last is not None
        settings, terms = self.request.settings, self.terms
        with closing(catalogue.examined(settings, changed, self._crew, terms, is_whole=is_whole)) as found:
            for slug, digest, one in found:
                row = catalogue.row_of(slug, digest, one, self.terms)
                self._taking.put(row, one.events if row.shown else None)
                yield slug, one.record.indexed if one.record and row.shown else None

    def _briefs(self) -> dict[str, Stamp]:
        folder = self.request.settings.briefs.relative_to(self.request.inputs.folders[0]).as_posix()
        first, found = len(folder) + 1, self.looks[self._docs].stamps.items()
        stamps = {name[first:-3]: one for name, one in found if name.endswith(".md") and name.startswith(f"{folder}/")}
        return {slug: one for slug, one in stamps.items() if "/" not in slug and not slug.startswith(".")}

    def messages(self) -> list[str]:
        """What there is to say of the briefs, shown or not."""
        return [problem for _, _, problems in self.state.column("problems") for problem in json.loads(problems)]

    def render(self, frame: Frame, plan: Planned, host: Mapping[str, bytes] | None) -> None:
        """Writes all that shows something else than it did. Raises BriefsError.

        `host` is what MkDocs wrote of its own; None where it was not asked, as its pages are what they were.
        """
        key = frame.key
        if self.ledger.is_due("frame", frame.common):
            self.ledger.spoil_all()
        self.ledger.put("frame", frame.common, {})
        # Of a clean build all are due, and what is known of them need not be held.
        due = plan.due_briefs() if self.last is None else list(plan.due_briefs())
        count = len(due) if isinstance(due, list) else len(self.site.entries)
        with self.means.timings.stage("render") as tally, self._at_work:
            jobs = self._jobs(plan, due)
            with closing(self._crew.each(partial(made_of, frame, key), jobs, batch=_PAGES)) as found:
                for number, (job, made) in enumerate(found, 1):
                    self._put(job, answer(job, made, frame, key, lambda: self.site))
                    if number <= count:
                        self.means.rendered(number, count)
            tally.items = count
        with self.means.timings.stage("files"):
            for name, made_key, files in plan.due_files():
                self.ledger.put(name, made_key, files)
            if host is None:
                self.ledger.keep("host")
            else:
                self.ledger.put("host", "", host)

    def _jobs(self, plan: Planned, due: Iterable[Due]) -> Iterator[Job]:
        """The work, each piece with all that it needs. A brief that can no longer be read is withheld."""
        for one in due:
            file = store.brief_of(self.request.settings, one.slug)
            try:
                yield Job(one, plan.brief_job(one.slug, file, store.read(file)))
            except Refused as refused:
                self._withhold(one.slug, (f"{file.shown}: {refused}",))
        yield from plan.due_pages()

    def _put(self, job: Job, made: Made) -> None:
        slug = job.due.slug
        if made.is_withheld and slug:
            self._withhold(slug, made.problems)
            return
        if slug and made.problems:
            self.state.warn(slug, json.dumps(made.problems))
        due, given = job.due, noted(job) if slug else ""
        self.ledger.put(due.name, due.key, dict(made.files), around=due.around, is_whole=made.asked, given=given)

    def _withhold(self, slug: str, problems: tuple[str, ...]) -> None:
        self.withheld.add(slug)
        self.state.withhold(slug, json.dumps(problems))

    def end(self, messages: Sequence[str] = (), of_aliases: Sequence[str] = (), *, is_settled: bool) -> None:
        """Takes away what no page has any more, and writes the manifest. Raises OSError."""
        with self.means.timings.stage("record"):
            self.ledger.close()
            if self.last is None:
                self.site_files.sweep()
            until, count = catalogue.until(self.state, self.terms.now), self.state.count()
            self.state.close()
            stamp = records.begun_stamp(self.folder / records.STATE)
            kept = Manifest(
                terms=terms.kept(terms.terms_of(**self.request.options)),
                environment=self.request.environment,
                inputs={name: look.stamps for name, look in self.looks.items()},
                outputs=Outputs.of(self.site_files.written()),
                is_settled=is_settled and self.request.is_closed,
                state=stamp(),
                until=until,
                unsettled=frozenset(Path(outcome.path).name for outcome in self.unsettled),
                messages=tuple(messages),
                of_aliases=tuple(of_aliases),
                briefs=count,
                articles=len(self.outcomes),
                asked=self.request.asked,
            )
            store.write_record(records.manifest_file(self.folder), manifest.to_bytes(kept))

    def give_up(self) -> None:
        """Lets go of the workers and the state of a build that goes no further; without a manifest nothing is built upon it."""
        self._at_work.close()
        if hasattr(self, "state"):
            self.state.connection.close()
