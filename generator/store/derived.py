"""The derived state of a site between builds: what each brief gives to other pages, and what each page was made of.

    .briefs/<site>/state.sqlite
      brief   slug, digest of the file, whether it is shown, what other pages take from it, its problems
      item    slug, what feeds say of it
      page    name, the keys of all that it depends on
      made    name of a page, its files with their digests, what it was given of the site
      search  what the search index keeps
      events  what the timeline keeps
      host    what MkDocs gave

It is a cache and holds nothing that a build could not work out again. The manifest holds its digest; a file that does not bear
that out is thrown away. Nothing is synced: a build that is killed leaves no manifest.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

_SCHEMA = """
CREATE TABLE brief (slug TEXT PRIMARY KEY, digest TEXT, shown INTEGER, entry TEXT, stamp TEXT, item_stamp TEXT,
                    moment TEXT, schedule TEXT, aliases TEXT, problems TEXT) WITHOUT ROWID;
CREATE INDEX known ON brief (slug, digest, shown);
CREATE INDEX scheduled ON brief (slug, shown, schedule) WHERE schedule != '';
CREATE INDEX renamed ON brief (slug, shown, aliases) WHERE aliases != '';
CREATE INDEX faulty ON brief (slug, shown, problems) WHERE problems != '';
CREATE TABLE item (slug TEXT PRIMARY KEY, item TEXT);
CREATE INDEX withheld ON brief (slug) WHERE NOT shown AND problems != '';
CREATE TABLE page (name TEXT PRIMARY KEY, key TEXT, around TEXT, whole INTEGER) WITHOUT ROWID;
CREATE INDEX whole ON page (name) WHERE whole;
CREATE TABLE made (name TEXT PRIMARY KEY, files TEXT, given TEXT) WITHOUT ROWID;
CREATE TABLE search (key BLOB PRIMARY KEY, value BLOB);
CREATE TABLE events (key BLOB PRIMARY KEY, value BLOB);
CREATE TABLE host (record TEXT);
"""

Answer = TypeVar("Answer")

_MOST_WAITING, _ROW = 4_000_000, 200
"""Bytes that wait to be written to a shelf, and what a row takes beside its value: 1,000 briefs put 7 MB on one."""


class BriefRow(NamedTuple):
    """One brief as other pages know it; `entry`, `item`, `schedule`, `aliases` and `problems` are JSON, or empty for none.

    `stamp` and `item_stamp` are digests of entry and item; `moment` is what feeds date it by.
    """

    slug: str
    digest: str
    shown: bool
    entry: str
    stamp: str
    item_stamp: str
    moment: str
    schedule: str
    aliases: str
    problems: str
    item: str


class ListedRow(NamedTuple):
    """Of a brief's row what the lists of the site and their keys are made of."""

    entry: str
    digest: str
    stamp: str
    moment: str
    item_stamp: str


PageKeys = tuple[str, str, bool]
"""The keys of a page, of what it shows and of what that comes from, and whether it asked for the whole site."""


class PageRow(NamedTuple):
    """One page as it was written: the keys of what it shows and of what that is worked out from, and its files by digest.

    `whole` says that its template asked for more of the site than those keys tell of, `given` what it was given of the site.
    """

    name: str
    key: str
    around: str
    whole: bool
    files: Mapping[str, str]
    given: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """An open file of derived state."""

    connection: sqlite3.Connection
    search: "Shelf"
    events: "Shelf"

    def briefs(self) -> dict[str, tuple[str, bool]]:
        """The digest of each brief, and whether it is shown, by slug."""
        rows = self.connection.execute("SELECT slug, digest, shown FROM brief")
        return {slug: (digest, bool(shown)) for slug, digest, shown in rows}

    def listed(self) -> Iterator["ListedRow"]:
        """Each brief that is shown, by slug."""
        query = "SELECT entry, digest, stamp, moment, item_stamp FROM brief WHERE shown ORDER BY slug"
        return map(ListedRow._make, self.connection.execute(query))

    def count(self) -> int:
        """How many briefs are shown."""
        found: tuple[int] = self.connection.execute("SELECT count(*) FROM brief WHERE shown").fetchone()
        return found[0]

    def digest(self, slug: str) -> str:
        """The digest of a brief's file."""
        return self._one("SELECT digest FROM brief WHERE slug = ?", slug)

    def entries(self, slugs: Iterable[str]) -> list[str]:
        """The entries of these briefs, in their order."""
        return [self._one("SELECT entry FROM brief WHERE slug = ?", slug) for slug in slugs]

    def _one(self, query: str, name: str) -> str:
        row = self.connection.execute(query, (name,)).fetchone()
        return row[0] if row else ""

    def taken(self, slug: str) -> tuple[object, ...] | None:
        """What other pages take from a brief, by digests where there are any; None where it is not known."""
        query = "SELECT shown, stamp, item_stamp, moment, schedule, aliases FROM brief WHERE slug = ?"
        found: tuple[object, ...] | None = self.connection.execute(query, (slug,)).fetchone()
        return found

    def column(self, name: str) -> list[tuple[str, bool, str]]:
        """Slug, whether it is shown, and `schedule`, `aliases` or `problems` of each brief that has any, by slug."""
        query = f"SELECT slug, shown, {name} FROM brief WHERE {name} != '' ORDER BY slug"  # noqa: S608
        return [(slug, bool(shown), value) for slug, shown, value in self.connection.execute(query)]

    def items(self, slugs: Iterable[str]) -> list[str]:
        """The feed items of these briefs, in their order."""
        query = "SELECT item FROM item WHERE slug = ?"
        return [row[0] for slug in slugs if (row := self.connection.execute(query, (slug,)).fetchone())]

    def put_brief(self, row: BriefRow) -> None:
        """Writes the row of a brief. Its item has a table of its own: beside it each row would spill into a page more."""
        self.connection.execute("INSERT OR REPLACE INTO brief VALUES (?,?,?,?,?,?,?,?,?,?)", row[:-1])
        self.connection.execute("INSERT OR REPLACE INTO item VALUES (?,?)", (row.slug, row.item))

    def withhold(self, slug: str, problems: str) -> None:
        """Notes that a brief cannot be shown, and why."""
        self.connection.execute("UPDATE brief SET shown = 0, problems = ? WHERE slug = ?", (problems, slug))

    def drop_withheld(self) -> list[str]:
        """The slugs of the briefs that were withheld after others had taken from them; they are told once."""
        rows = self.connection.execute(
            "SELECT slug FROM brief WHERE NOT shown AND problems != '' AND entry != '' ORDER BY slug"
        )
        found = [slug for (slug,) in rows]
        self.connection.executemany("UPDATE brief SET entry = '' WHERE slug = ?", ((slug,) for slug in found))
        return found

    def warn(self, slug: str, problems: str) -> None:
        """Notes what is to be said of a brief that is shown."""
        self.connection.execute("UPDATE brief SET problems = ? WHERE slug = ?", (problems, slug))

    def drop_briefs(self, slugs: Sequence[str]) -> None:
        """Forgets some briefs."""
        for table in ("brief", "item"):
            self.connection.executemany(f"DELETE FROM {table} WHERE slug = ?", ((slug,) for slug in slugs))  # noqa: S608

    def pages(self) -> dict[str, PageKeys]:
        """The keys of each page."""
        rows = self.connection.execute("SELECT name, key, around, whole FROM page")
        return {name: (key, around, bool(whole)) for name, key, around, whole in rows}

    def page(self, name: str) -> PageKeys | None:
        """The keys of a page."""
        row = self.connection.execute("SELECT key, around, whole FROM page WHERE name = ?", (name,)).fetchone()
        return (row[0], row[1], bool(row[2])) if row else None

    def has_pages(self) -> bool:
        """Whether any page is known."""
        return self.connection.execute("SELECT 1 FROM page LIMIT 1").fetchone() is not None

    def has_whole(self) -> bool:
        """Whether any page asked for the whole site."""
        return self.connection.execute("SELECT 1 FROM page WHERE whole LIMIT 1").fetchone() is not None

    def files(self, name: str) -> dict[str, str]:
        """The files of a page, with their digests."""
        row = self.connection.execute("SELECT files FROM made WHERE name = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else {}

    def given(self, name: str) -> str:
        """What a page was given of the site."""
        return self._one("SELECT given FROM made WHERE name = ?", name)

    def digests(self) -> dict[str, str]:
        """The digest of each file of all pages."""
        found: dict[str, str] = {}
        for (files,) in self.connection.execute("SELECT files FROM made"):
            found.update(json.loads(files))
        return found

    def put_page(self, row: PageRow) -> None:
        """Writes one page's row."""
        files = json.dumps(row.files, separators=(",", ":"))
        self.connection.execute("INSERT OR REPLACE INTO page VALUES (?,?,?,?)", (row.name, row.key, row.around, row.whole))
        self.connection.execute("INSERT OR REPLACE INTO made VALUES (?,?,?)", (row.name, files, row.given))

    def move_page(self, name: str, around: str) -> None:
        """Notes that a page shows what it showed, worked out from something else."""
        self.connection.execute("UPDATE page SET around = ? WHERE name = ?", (around, name))

    def owners(self, files: frozenset[str]) -> list[str]:
        """The pages that any of these files are of."""
        rows = self.connection.execute("SELECT name, files FROM made")
        return [name for name, own in rows if not files.isdisjoint(json.loads(own))]

    def drop_page(self, name: str) -> None:
        """Forgets a page."""
        for table in ("page", "made"):
            self.connection.execute(f"DELETE FROM {table} WHERE name = ?", (name,))  # noqa: S608

    def host(self) -> str:
        """What was noted of the host; nothing where nothing was."""
        row = self.connection.execute("SELECT record FROM host").fetchone()
        return row[0] if row else ""

    def note_host(self, record: str | None) -> None:
        """Notes what the host gave."""
        self.connection.execute("DELETE FROM host")
        if record is not None:
            self.connection.execute("INSERT INTO host VALUES (?)", (record,))

    def close(self) -> None:
        """Writes all and closes the file."""
        self.search.settle()
        self.events.settle()
        self.connection.commit()
        self.connection.close()


class Shelf:
    """Bytes by key, in the order of keys. What is put waits in memory, up to some megabytes, and is written in that order."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection, self._name = connection, name
        self._select = f"SELECT value FROM {name} WHERE key = ?"  # noqa: S608
        self._is_bare = connection.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone() is None  # noqa: S608
        self._waiting: dict[bytes, bytes | None] = {}
        self._held = 0

    def get(self, key: bytes, /) -> bytes | None:
        """The bytes under a key."""
        if key in self._waiting:
            return self._waiting[key]
        if self._is_bare:
            return None
        row = self._connection.execute(self._select, (key,)).fetchone()
        return row[0] if row else None

    def put(self, key: bytes, value: bytes, /) -> None:
        """Keeps bytes under a key."""
        self._waiting[key] = value
        self._held += len(value) + _ROW
        if self._held > _MOST_WAITING:
            self.settle()

    def delete(self, key: bytes, /) -> None:
        """Forgets a key, there or not."""
        self._waiting[key] = None
        self._held += _ROW

    def items(self, first: bytes, end: bytes, /) -> Iterator[tuple[bytes, bytes]]:
        """What stands under the keys from `first` on and before `end`, in order."""
        self.settle()
        query = f"SELECT key, value FROM {self._name} WHERE key >= ? AND key < ? ORDER BY key"  # noqa: S608
        return iter(self._connection.execute(query, (first, end)))

    def keys(self, first: bytes, end: bytes, /) -> Iterator[bytes]:
        """The keys from `first` on and before `end`, in order."""
        self.settle()
        query = f"SELECT key FROM {self._name} WHERE key >= ? AND key < ? ORDER BY key"  # noqa: S608
        return (key for (key,) in self._connection.execute(query, (first, end)))

    def settle(self) -> None:
        """Writes what waits."""
        if not self._waiting:
            return
        kept = sorted((key, value) for key, value in self._waiting.items() if value is not None)
        gone = [(key,) for key, value in self._waiting.items() if value is None]
        self._connection.executemany(f"INSERT OR REPLACE INTO {self._name} VALUES (?,?)", kept)  # noqa: S608
        self._connection.executemany(f"DELETE FROM {self._name} WHERE key = ?", gone)  # noqa: S608
        self._waiting.clear()
        self._held, self._is_bare = 0, False


def opened(path: Path) -> State:
    """The state in a file. Raises sqlite3.Error where it is none."""
    return _state(_connected(path))


def host_in(path: Path) -> str:
    """What the state in a file notes of the host; nothing where it is none, or another build is at work with it."""
    return _asked(path, State.host) or ""


def digests_in(path: Path) -> Mapping[str, str]:
    """The digests that the state in a file has; none where it is none, or another build is at work with it."""
    return _asked(path, State.digests) or {}


def _asked(path: Path, ask: Callable[[State], Answer]) -> Answer | None:
    try:
        state = opened(path)
    except sqlite3.Error:
        return None
    try:
        return ask(state)
    except sqlite3.Error:
        return None
    finally:
        state.connection.close()


def created(path: Path) -> State:
    """A new and empty state, in place of whatever is there. Raises sqlite3.Error and OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        path.unlink()
    return _state(_connected(path, _SCHEMA))


def _connected(path: Path, schema: str = "") -> sqlite3.Connection:
    """A file in one transaction, which ends as it is closed: else each statement is one, and writes its pages to the disk."""
    connection = sqlite3.connect(path, isolation_level=None)
    # One build at a time has the file, and nobody need be asked at each statement: a tenth of a clean build's CPU time.
    fast = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4096"
    connection.executescript(f"{fast}; {schema}; BEGIN")  # one script: each ends what transaction is open
    return connection


def _state(connection: sqlite3.Connection) -> State:
    return State(connection, Shelf(connection, "search"), Shelf(connection, "events"))
