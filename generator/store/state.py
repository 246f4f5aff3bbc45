"""The derived state of a site between builds: what each brief gives to other pages, and what each page was made of.

    .briefs/<site>/state.sqlite
      brief   slug, digest of the file, whether it is shown, what other pages take from it, its problems
      page    name, the key of all that it depends on, whether it asked for the whole site, its files with their digests
      search  what the search index keeps
      events  what the timeline keeps

It is a cache and holds nothing that a build could not work out again. The manifest holds its digest; a file that does not bear that
out is thrown away. Nothing is synced: a build that is killed leaves no manifest.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

_SCHEMA = """
CREATE TABLE brief (slug TEXT PRIMARY KEY, digest TEXT, shown INTEGER, entry TEXT, item TEXT, moment TEXT, schedule TEXT,
                    aliases TEXT, problems TEXT) WITHOUT ROWID;
CREATE TABLE page (name TEXT PRIMARY KEY, key TEXT, around TEXT, whole INTEGER, files TEXT) WITHOUT ROWID;
CREATE TABLE search (key BLOB PRIMARY KEY, value BLOB);
CREATE TABLE events (key BLOB PRIMARY KEY, value BLOB);
"""


class BriefRow(NamedTuple):
    """One brief as other pages know it: JSON of its entry and its feed item, its moment in feeds, its schedule, aliases and problems."""

    slug: str
    digest: str
    shown: bool
    entry: str
    item: str
    moment: str
    schedule: str
    aliases: str
    problems: str


class PageRow(NamedTuple):
    """One page as it was written: the key of what it depends on, whether that is the whole site, and its files by digest."""

    name: str
    key: str
    whole: bool
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class State:
    """An open file of derived state."""

    connection: sqlite3.Connection

    def briefs(self) -> dict[str, tuple[str, bool]]:
        """The digest of each brief, and whether it is shown, by slug."""
        rows = self.connection.execute("SELECT slug, digest, shown FROM brief")
        return {slug: (digest, bool(shown)) for slug, digest, shown in rows}

    def rows(self, slugs: Iterable[str] | None = None) -> Iterator[BriefRow]:
        """The rows of these briefs, or of all, by slug."""
        if slugs is None:
            found: Iterable[tuple[object, ...]] = self.connection.execute("SELECT * FROM brief ORDER BY slug")
        else:
            each = (self.connection.execute("SELECT * FROM brief WHERE slug = ?", (slug,)).fetchone() for slug in sorted(slugs))
            found = (row for row in each if row is not None)
        return (BriefRow(*row)._replace(shown=bool(row[2])) for row in found)  # type: ignore[arg-type]

    def put_briefs(self, rows: Iterable[BriefRow]) -> None:
        """Writes the rows of some briefs."""
        self.connection.executemany("INSERT OR REPLACE INTO brief VALUES (?,?,?,?,?,?,?,?,?)", rows)

    def drop_briefs(self, slugs: Iterable[str]) -> None:
        """Forgets some briefs."""
        self.connection.executemany("DELETE FROM brief WHERE slug = ?", ((slug,) for slug in slugs))

    def keys(self) -> dict[str, tuple[str, bool]]:
        """The key of each page, and whether it asked for the whole site, by name."""
        rows = self.connection.execute("SELECT name, key, whole FROM page")
        return {name: (key, bool(whole)) for name, key, whole in rows}

    def files(self, name: str) -> dict[str, str]:
        """The files of a page, with their digests."""
        row = self.connection.execute("SELECT files FROM page WHERE name = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else {}

    def digests(self) -> dict[str, str]:
        """The digest of each file of all pages."""
        found: dict[str, str] = {}
        for (files,) in self.connection.execute("SELECT files FROM page"):
            found.update(json.loads(files))
        return found

    def put_page(self, row: PageRow) -> None:
        """Writes one page's row."""
        values = (row.name, row.key, row.whole, json.dumps(row.files, separators=(",", ":")))
        self.connection.execute("INSERT OR REPLACE INTO page VALUES (?,?,?,?)", values)

    def drop_page(self, name: str) -> None:
        """Forgets a page."""
        self.connection.execute("DELETE FROM page WHERE name = ?", (name,))

    @property
    def search(self) -> "Shelf":
        """What the search index keeps."""
        return Shelf(self.connection, "search")

    @property
    def events(self) -> "Shelf":
        """What the timeline keeps."""
        return Shelf(self.connection, "events")

    def close(self) -> None:
        """Writes all and closes the file."""
        self.connection.commit()
        self.connection.close()


@dataclass(frozen=True, slots=True)
class Shelf:
    """Bytes by key, in the order of keys."""

    connection: sqlite3.Connection
    name: str

    def get(self, key: bytes, /) -> bytes | None:
        """The bytes under a key."""
        row = self.connection.execute(f"SELECT value FROM {self.name} WHERE key = ?", (key,)).fetchone()  # noqa: S608
        return row[0] if row else None

    def put(self, key: bytes, value: bytes, /) -> None:
        """Keeps bytes under a key."""
        self.connection.execute(f"INSERT OR REPLACE INTO {self.name} VALUES (?,?)", (key, value))

    def delete(self, key: bytes, /) -> None:
        """Forgets a key, there or not."""
        self.connection.execute(f"DELETE FROM {self.name} WHERE key = ?", (key,))  # noqa: S608

    def items(self, first: bytes, end: bytes, /) -> Iterator[tuple[bytes, bytes]]:
        """What stands under the keys from `first` on and before `end`, in order."""
        query = f"SELECT key, value FROM {self.name} WHERE key >= ? AND key < ? ORDER BY key"  # noqa: S608
        yield from self.connection.execute(query, (first, end))

    def keys(self, first: bytes, end: bytes, /) -> Iterator[bytes]:
        """The keys from `first` on and before `end`, in order."""
        query = f"SELECT key FROM {self.name} WHERE key >= ? AND key < ? ORDER BY key"  # noqa: S608
        return (key for (key,) in self.connection.execute(query, (first, end)))


def opened(path: Path) -> State:
    """The state in a file. Raises sqlite3.Error where it is none."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4096; BEGIN")
    return State(connection)


def created(path: Path) -> State:
    """A new and empty state, in place of whatever is there. Raises sqlite3.Error and OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        path.unlink()
    state = opened(path)
    state.connection.executescript(_SCHEMA)
    return state
