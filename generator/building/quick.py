"""Whether a build has nothing to do, found out from the manifests and the disk alone: MkDocs need not be imported for it.

It is no answer, and the build is run, wherever other plugins than this one's are at work, or anything that the last build read
or wrote is not as it was. What that one warned of is to be said again.
"""

import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

from generator import store
from generator.building import inputs, manifest, outputs, records, terms
from generator.building.asked import Asked
from generator.building.manifest import Manifest, Unusable
from generator.building.outputs import Outputs
from generator.errors import BriefsError
from generator.store import derived, stamps
from generator.store.halves import aside
from generator.store.stamps import Look


@dataclass(frozen=True, slots=True)
class Standing:
    """A site that is as a build would leave it: its folder, how many articles and briefs it is made of, what is to be said.

    `skipped` are the articles that cannot become briefs.
    """

    site: Path
    articles: int
    briefs: int
    skipped: int
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A last build of which all but the files in docs_dir is as it was: its record, and a look at all that it read.

    `stands` tells whether the site's folder is as it was left; where there is something to build, that is found out meanwhile.
    """

    root: Path
    file: store.StoredFile
    content: bytes
    last: Manifest
    looks: Mapping[str, Look]
    stands: Callable[[], bool]

    @property
    def site(self) -> Path:
        """The folder of the site."""
        return self.root / self.last.terms["site"]

    @property
    def docs(self) -> str:
        """The name of docs_dir among the inputs."""
        return next(iter(self.last.inputs))

    def holds(self) -> bool:
        """Whether no other build was here since."""
        return _content(self.file) == self.content


def compared(root: Path, asked: Asked) -> Compared | None:
    """The last build of the site that is asked for, where configuration, theme and program are as they were."""
    for file in records.manifests(root):
        content = _content(file)
        last = _last(content, asked)
        if last is None or (asked.site and root / last.terms["site"] != Path(os.path.abspath(root / asked.site))):
            continue
        if not terms.environment_is(last.environment):
            continue
        first, second = _begun(last, root / last.terms["site"])
        looks = _looks(last, root)
        if looks is None:
            second()
            continue
        is_aside = last.outputs.is_many and not looks[next(iter(last.inputs))].is_same
        stands = cache(partial(_both, aside(first) if is_aside else first, second))
        return Compared(root, file, content, last, looks, stands)
    return None


def _begun(last: Manifest, site: Path) -> tuple[Callable[[], bool], Callable[[], bool]]:
    """Two halves of whether the site stands; of very many files the second is looked at already, beside what was read."""
    first, second = last.outputs.parts(site)
    return first, aside(second) if last.outputs.is_many else second


def _both(first: Callable[[], bool], second: Callable[[], bool]) -> bool:
    found = first()
    return second() and found


def standing(found: Compared) -> Standing | None:
    """The site, if building it would change nothing; else None."""
    last = found.last
    if not _is_unchanged(found):
        return None
    return Standing(found.site, last.articles, last.briefs, len(last.unsettled), last.messages)


def _content(file: store.StoredFile) -> bytes:
    try:
        return store.read_record(file)
    except OSError:
        return b""


def _last(content: bytes, asked: Asked) -> Manifest | None:
    """The manifest in a file's bytes, if it is of a build that was asked for in the same way and would do the same again."""
    if manifest.asked_of(content) != asked:
        return None
    try:
        last = manifest.read(content)
    except Unusable:
        return None
    return last if last.is_settled and terms.are_versions_same(last.terms) else None


def _is_unchanged(found: Compared) -> bool:
    last, site = found.last, found.site
    if not found.looks[found.docs].is_same or _is_due(last):
        return False
    fresh = replace(last, inputs={name: look.stamps for name, look in found.looks.items()})
    if not found.stands():
        written = outputs.rewritten(site, last.outputs.kept(), lambda: _digests(found.file, last))
        if written is None:
            return False
        fresh = replace(fresh, outputs=Outputs.of(written))
    _keep(found.file, last, fresh, site)
    return True


def _is_due(last: Manifest) -> bool:
    """Whether a brief that waited is to be published by now."""
    return bool(last.until) and not last.terms["now"] and datetime.now(UTC).isoformat() >= str(last.until)


def _looks(last: Manifest, root: Path) -> dict[str, Look] | None:
    """A look at each input; None at the first that is not what it was, docs_dir (which is the first of all) aside."""
    now = time.time_ns()
    found: dict[str, Look] = {}
    for name, before in last.inputs.items():
        if name == inputs.FILES:
            look = inputs.look_at_files(before, before, root, now)
        else:
            look = stamps.look(inputs.place_of(name, root), before, now)
        if found and not look.is_same:
            return None
        found[name] = look
    return found


def _keep(file: store.StoredFile, last: Manifest, fresh: Manifest, site: Path) -> None:
    """Writes the times as they are now, so that the next build need not read the files again; not while another is at work."""
    if fresh == last:
        return
    with suppress(BriefsError, OSError), store.exclusive(site, patience=0.0):
        if store.exists(file) and manifest.read(store.read_record(file)) == last:
            store.write_record(file, manifest.to_bytes(fresh))


def _digests(file: store.StoredFile, last: Manifest) -> Mapping[str, str]:
    """The digests of the site's files; none where the state is not the manifest's."""
    path = file.path.with_name(records.STATE)
    if not records.is_state(path, last.state):
        return {}
    return derived.digests_in(path)
