"""Whether a build has nothing to do, found out from the manifest and the disk alone: MkDocs need not be imported for it.

It is no answer, and the build is run, wherever the last one had something to say, other plugins than this one's are at work, or
anything that it read or wrote is not as it was.
"""

import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from generator import store
from generator.building import inputs, manifest, outputs, records, terms
from generator.building.manifest import Manifest, Unusable
from generator.building.records import STATE
from generator.store import derived, stamps
from generator.store.site_folder import Written
from generator.store.stamps import Look


def unchanged(file: store.StoredFile, site: Path, root: Path, options: Mapping[str, str]) -> Manifest | None:
    """The manifest in `file`, if building the site anew on these `options` would change nothing; else None."""
    last = _last(file)
    if last is None or not last.quiet or not terms.are_same(last.terms, terms.terms_of(**options)):
        return None
    if not terms.environment_is(last.environment) or (last.until and datetime.now(UTC).isoformat() >= last.until):
        return None
    looks = _looks(last, root)
    if looks is None:
        return None
    if outputs.are_untouched(site, last.outputs):
        return _kept(file, last, looks, last.outputs)
    if outputs.damaged(site, last.outputs, lambda: _digests(file, last)):
        return None
    return _kept(file, last, looks, outputs.written(site, outputs.names_in(last.outputs)))


def _last(file: store.StoredFile) -> Manifest | None:
    try:
        return manifest.read(store.read_record(file))
    except (Unusable, OSError):
        return None


def _looks(last: Manifest, root: Path) -> dict[str, Look] | None:
    """A look at each input; None at the first that is not what it was."""
    now, found = time.time_ns(), {}
    for name, before in last.inputs.items():
        if name == inputs.FILES:
            look = inputs.look_at_files(before, before, root, now)
        else:
            look = stamps.look(inputs.place_of(name, root), before, now)
        if not look.is_same:
            return None
        found[name] = look
    return found


def _kept(file: store.StoredFile, last: Manifest, looks: Mapping[str, Look], written: Written) -> Manifest:
    """The manifest with the times as they are now, so that the next build need not read the files again."""
    fresh = {name: look.stamps for name, look in looks.items()}
    if fresh == last.inputs and written is last.outputs:
        return last
    last = replace(last, inputs=fresh, outputs=written)
    store.write_record(file, manifest.to_bytes(last))
    return last


def _digests(file: store.StoredFile, last: Manifest) -> Mapping[str, str]:
    """The digests of the site's files; none where the state is not the manifest's."""
    path = file.path.with_name(STATE)
    if not records.is_state(path, last.state):
        return {}
    state = derived.opened(path)
    try:
        return state.digests()
    finally:
        state.close()
