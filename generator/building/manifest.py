"""The manifest: what the last build of a site read and wrote, by digests.

    .briefs/<site>/manifest    a line with version and checksum, a line of what was read, and what was written in columns

Nothing in it is believed that the disk does not bear out, and a file that is damaged or of another version says nothing: the
next build is a clean one. `read` gives the reason.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.building.asked import Asked
from generator.building.outputs import Outputs
from generator.store.stamps import Stamp

VERSION = 9


class Unusable(ValueError):
    """A manifest that cannot be used, and why, in words that complete "the record of the last build"."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build read (files by folder, by name), what it wrote, and what else its result depends on.

    `terms` are the settings and versions of a build, `environment` the variables that the configuration may ask for, `until`
    the moment from which a waiting brief is published. `is_settled` says that the same build would do and say the same;
    `messages` are its warnings, `of_aliases` those of them that aliases gave rise to, `unsettled` names the articles that it
    had something to say about; `state` is the file of derived values. `asked` is what the command line said, where the command
    was `briefs build`.
    """

    terms: Mapping[str, str]
    environment: Mapping[str, str | None]
    inputs: Mapping[str, Mapping[str, Stamp]]
    outputs: Outputs
    is_settled: bool
    state: Stamp
    until: str | None = None
    unsettled: frozenset[str] = frozenset()
    messages: tuple[str, ...] = ()
    of_aliases: tuple[str, ...] = ()
    briefs: int = 0
    articles: int = 0
    asked: Asked | None = None


def to_bytes(manifest: Manifest) -> bytes:
    """The manifest as a file."""
    read = {
        "terms": manifest.terms,
        "environment": manifest.environment,
        "inputs": manifest.inputs,
        "quiet": manifest.is_settled,
        "state": manifest.state,
        "until": manifest.until,
        "unsettled": sorted(manifest.unsettled),
        "messages": manifest.messages,
        "of_aliases": manifest.of_aliases,
        "briefs": manifest.briefs,
        "articles": manifest.articles,
    }
    written = manifest.outputs
    values = json.dumps(read, separators=(",", ":")).encode("ascii")
    rest = b"".join((values, b"\n", written.names, written.numbers))
    sizes = (written.folders, len(values), len(written.names))
    head = {"version": VERSION, "checksum": _checksum(rest), "asked": manifest.asked, "sizes": sizes}
    return json.dumps(head).encode("ascii") + b"\n" + rest


def read(content: bytes) -> Manifest:
    """The manifest in a file's bytes. Raises Unusable."""
    head, _, rest = content.partition(b"\n")
    try:
        found = json.loads(head)
        if found["version"] != VERSION:
            raise Unusable("is of another version")
        if found["checksum"] != _checksum(rest):
            raise Unusable("is damaged")
        folders, values, names = found["sizes"]
        outputs = Outputs(folders, rest[values + 1 : values + 1 + names], rest[values + 1 + names :])
        return _manifest(found["asked"], json.loads(rest[:values]), outputs)
    except Unusable:
        raise
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Unusable("is damaged") from error


def asked_of(content: bytes) -> Asked | None:
    """What the build was asked for, told from a manifest's first line alone; None where that says nothing."""
    try:
        found = json.loads(content[: content.find(b"\n")])["asked"]
        return Asked(*map(str, found))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _manifest(asked: Any, values: dict[str, Any], outputs: Outputs) -> Manifest:
    inputs = {
        folder: dict(zip(files, map(Stamp._make, files.values()), strict=True)) for folder, files in values["inputs"].items()
    }
    return Manifest(
        terms=values["terms"],
        environment=values["environment"],
        inputs=inputs,
        outputs=outputs,
        is_settled=values["quiet"],
        state=Stamp(*values["state"]),
        until=values["until"],
        unsettled=frozenset(values["unsettled"]),
        messages=tuple(values["messages"]),
        of_aliases=tuple(values["of_aliases"]),
        briefs=values["briefs"],
        articles=values["articles"],
        asked=Asked(*asked) if asked else None,
    )


def _checksum(content: bytes) -> int:
    """Damage is what is to be found: 3.5 MB take 4 ms by BLAKE2b, 0.6 by CRC-32."""
    return zlib.crc32(content)
