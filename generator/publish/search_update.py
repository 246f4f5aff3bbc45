"""The search index kept up to date: which of its files a change of some briefs touches, and what is in them.

A clean build is a change of all briefs on an empty shelf. Postings are gathered in memory and put on the shelf in portions, so
that memory does not grow with the briefs. What depends on a few changed briefs alone is worked out from these.

    i    the bytes of index.json
"""

import json
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from generator.publish.search_brief import LEVELS, Indexed, as_json, identifier
from generator.publish.search_postings import merged
from generator.publish.search_records import (
    all_blocks,
    block_bits,
    blocks_gone,
    changed_blocks,
    impacts_of,
    kept_of,
    packed,
    record_key,
)
from generator.publish.search_shards import Changes, Files, Limits, enter, postings_key, settle, shard_names
from generator.publish.shelf import Shelf

VERSION = 1
Change = tuple[str, Indexed | None]
"""The slug of a brief, and the brief as it is now, or None where it is gone."""

_PORTION = 1_000_000
"""Postings held at a time, some 11 MB with their terms: those of 4,300 synthetic briefs.

At 10,000 briefs it takes 70,000 reads and as many writes of the shelf less than 400,000 do, for the same memory in all.
"""

_FEW = 100  # changed briefs that are looked at one by one where the best of a prefix change; with more it is read anew


@dataclass(slots=True)
class _Batch:
    """What changed: `ids` whose records did and had any before, the terms and by which briefs; what is not on the shelf yet.

    Where `is_first`, the shelf was empty. `last` are the postings that were put on it since, where
    one portion is all: kept for every portion they held 5 MB more in a clean build of 10,000.
    """

    count: int
    is_first: bool
    ids: dict[int, bool] = field(default_factory=dict)
    terms: set[str] = field(default_factory=set)
    ids_of: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    plus: "defaultdict[str, array[int]]" = field(default_factory=lambda: defaultdict(lambda: array("I")))
    minus: "defaultdict[str, array[int]]" = field(default_factory=lambda: defaultdict(lambda: array("I")))
    held: int = 0
    last: dict[str, bytes] = field(default_factory=dict)

    @property
    def is_bare(self) -> bool:
        """Whether no postings stand on the shelf."""
        return self.is_first and not self.terms


def changed_files(changes: Iterable[Change], shelf: Shelf, limits: Limits | None = None) -> Files:
    """The files of the index that these changes touch; the shelf is that of the index before, and afterwards that of this one.

    A slug comes once. The shelf is up to date only when all files have been taken.
    """
    limits = limits or Limits()
    kept = shelf.get(b"i")
    before = json.loads(kept)["briefs"] if kept else 0
    batch = _gathered(changes, shelf, _Batch(before, kept is None))
    growth = {term: _entered(batch, shelf, term, limits) for term in sorted(batch.terms)}
    ids_of = batch.ids_of if len(batch.ids) <= _FEW else None
    yield from settle(shelf, Changes(tuple(growth), growth, ids_of, batch.is_first), limits)
    yield from _blocks(shelf, batch.ids, block_bits(before), block_bits(batch.count))
    bits = block_bits(batch.count)
    directory = as_json({"version": VERSION, "briefs": batch.count, "bits": bits, "shards": shard_names(shelf)})
    if directory != kept:
        shelf.put(b"i", directory)
        yield "search/index.json", directory


def _blocks(shelf: Shelf, ids: Mapping[int, bool], before: int, now: int) -> Files:
    if before == now:
        yield from changed_blocks(shelf, ids, now)
    else:
        yield from ((name, None) for name in blocks_gone(shelf, ids, before, now))
        yield from all_blocks(shelf, now)


def _gathered(changes: Iterable[Change], shelf: Shelf, batch: _Batch) -> _Batch:
    """Puts the changed briefs and their postings on the shelf."""
    for slug, after in changes:
        _take(batch, shelf, slug, after)
        if batch.held > _PORTION:
            _put_away(batch, shelf)
    _put_away(batch, shelf)
    return batch


def _take(batch: _Batch, shelf: Shelf, slug: str, after: Indexed | None) -> None:
    key, number = record_key(slug), identifier(slug)
    there = {} if batch.is_first else dict(kept_of(shelf, number))
    before, value = there.get(key), packed(after) if after else None
    if before == value:
        return
    batch.ids.setdefault(number, bool(there))
    batch.count += (after is not None) - (before is not None)
    _shelve(shelf, key, value)
    old = impacts_of(before).items() if before else set()
    new = after.impact_by_term().items() if after else set()
    _note(batch, batch.plus, number, new - old if old else new)
    _note(batch, batch.minus, number, old - new if new else old)


def _note(batch: _Batch, rows: "defaultdict[str, array[int]]", number: int, found: Collection[tuple[str, int]]) -> None:
    """Holds the postings of a brief that came or went."""
    first = number * LEVELS
    for term, impact in found:
        rows[term].append(first + impact)
    batch.held += len(found)
    if len(batch.ids) <= _FEW:
        for term, _ in found:
            batch.ids_of[term].add(number)


def _put_away(batch: _Batch, shelf: Shelf) -> None:
    terms, is_bare = batch.plus.keys() | batch.minus.keys(), batch.is_bare
    batch.last.clear()
    for term in sorted(terms):  # in the order of keys, which a table likes
        key = postings_key(term)
        value = merged(None if is_bare else shelf.get(key), batch.plus.pop(term, ()), batch.minus.pop(term, ()))
        _shelve(shelf, key, value)
        if is_bare:
            batch.last[term] = value
    batch.terms |= terms
    batch.held = 0


def _entered(batch: _Batch, shelf: Shelf, term: str, limits: Limits) -> int:
    # In a clean build of some thousand briefs all are at hand: to ask the shelf for each took a fifth of the index's time.
    postings = batch.last.pop(term, None)
    postings = shelf.get(postings_key(term)) if postings is None else postings
    return enter(shelf, term, postings, limits.postings, is_new=batch.is_first)


def _shelve(shelf: Shelf, key: bytes, value: bytes | None) -> None:
    if value:
        shelf.put(key, value)
    else:
        shelf.delete(key)
