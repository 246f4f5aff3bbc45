"""The shards of the search index: which prefixes have one, what is in it, and which of them a change touches.

On the shelf stand, besides what `search_records` puts there:

    p <term>      the postings of a term, all of them
    e <term>      what its shard says of it, as JSON
    n <prefix>    of a shard: the bytes of the terms by next character, which of these groups have shards, a digest of the file
    t <prefix>    of a shard that branched: the rank of every brief that has a term beginning with its name

What grows over `Limits.shard` branches. A shard is settled after those that branch off it, and only if a term below it changed.
"""

import hashlib
import json
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.publish.search_brief import as_json
from generator.publish.search_postings import MOST_POSTINGS, digits, encoded, postings_of, ranked, ranked_anew, unpacked
from generator.publish.search_records import impacts_of, kept_of
from generator.publish.shelf import Shelf, behind

LARGEST_SHARD = 8_000
"""Bytes of a shard before compression, which leaves two thirds.

On 1,000 synthetic briefs the dearest of 60 first queries of two words took 40 KB with 8,000 and 44 KB with 10,000.
"""

MOST_OF_A_PREFIX = 64
"""Six pages of results, for a word of which a letter or two are typed."""

Files = Iterator[tuple[str, bytes | None]]
"""Files that changed, by name; None in place of one that is gone."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of a shard, postings of a term, and briefs under "*", at most."""

    shard: int = LARGEST_SHARD
    postings: int = MOST_POSTINGS
    summary: int = MOST_OF_A_PREFIX


@dataclass(frozen=True, slots=True)
class Changes:
    """The terms whose postings changed, in order: by how many bytes each grew, and the ids of the briefs that changed it.

    `ids` is None where so many did that what depends on them is made anew. Where `is_first`, they are all terms that there are.
    """

    terms: tuple[str, ...]
    growth: Mapping[str, int]
    ids: Mapping[str, Collection[int]] | None
    is_first: bool


@dataclass(frozen=True, slots=True)
class _Node:
    """What the shelf knows of a shard: the bytes of each group of its terms, the groups that have shards, its file's digest."""

    sizes: dict[str, int]
    branches: tuple[str, ...]
    digest: str


def postings_key(term: str) -> bytes:
    """Where the postings of a term stand on the shelf."""
    return b"p" + term.encode("utf-8")


def enter(shelf: Shelf, term: str, postings: bytes | None, most: int, *, is_new: bool) -> int:
    """Writes what the shard of `term` says of it, nothing yet where it `is_new`; returns by how many bytes that grew."""
    key = b"e" + term.encode("utf-8")
    before = None if is_new else shelf.get(key)
    size = _size(key, before) if before else 0
    if not postings:
        shelf.delete(key)
        return -size
    entry = as_json(encoded(unpacked(postings), most))
    if entry != before:
        shelf.put(key, entry)
    return _size(key, entry) - size


def settle(shelf: Shelf, changes: Changes, limits: Limits, prefix: str = "") -> Files:
    """The files of the shard of `prefix` and of those below it that `changes` touched."""
    kept = shelf.get(_node_key(prefix))
    node = _Node(**json.loads(kept)) if kept else _Node({}, (), "")
    below = _below(changes.terms, prefix)
    is_known = kept or changes.is_first
    sizes = _grown(node.sizes, below, changes.growth, len(prefix)) if is_known else _measured(shelf, prefix)
    branches = _branches(prefix, sizes, limits.shard)
    for group in node.branches:
        if group not in branches:
            yield from _dissolve(shelf, group)
    touched = {term[: len(prefix) + 1] for term in below}
    for group in branches:
        if group in touched or group not in node.branches:
            yield from settle(shelf, changes, limits, group)
    best = _summary(shelf, prefix, sizes, branches, below, changes.ids, limits.summary) if prefix else None
    content = _content(shelf, prefix, sizes, branches, best)
    digest = hashlib.blake2b(content, digest_size=16).hexdigest()
    shelf.put(_node_key(prefix), as_json({"sizes": sizes, "branches": branches, "digest": digest}))
    if digest != node.digest:
        yield _file(prefix), content


def shard_names(shelf: Shelf) -> str:
    """The names of all shards but the first, which has none."""
    return " ".join(key[1:].decode("utf-8") for key in shelf.keys(b"n", b"o") if len(key) > 1)


def shard_name(prefix: str) -> str:
    """The file name of a shard without its ending: the prefix where it is plain, else its code points."""
    return f"t-{prefix}" if prefix.isascii() else "u-" + "-".join(f"{ord(letter):x}" for letter in prefix)


def _dissolve(shelf: Shelf, prefix: str) -> Files:
    """Takes a shard away with those below it; its terms are in the one above now, or nowhere."""
    node = json.loads(shelf.get(_node_key(prefix)) or b'{"branches":[]}')
    for group in node["branches"]:
        yield from _dissolve(shelf, group)
    shelf.delete(_node_key(prefix))
    shelf.delete(_best_key(prefix))
    yield _file(prefix), None


def _below(terms: Sequence[str], prefix: str) -> Sequence[str]:
    return terms[bisect_left(terms, prefix) : bisect_left(terms, f"{prefix}\U0010ffff")]


def _measured(shelf: Shelf, prefix: str) -> dict[str, int]:
    """The bytes of each group of terms that begin with `prefix`, by their next character."""
    sizes: dict[str, int] = {}
    for key, entry in _rows(shelf, b"e", prefix):
        group = key[1:].decode("utf-8")[: len(prefix) + 1]
        sizes[group] = sizes.get(group, 0) + _size(key, entry)
    return sizes


def _grown(sizes: dict[str, int], terms: Sequence[str], growth: Mapping[str, int], length: int) -> dict[str, int]:
    grown = dict(sizes)
    for group, found in groupby(terms, lambda term: term[: length + 1]):
        grown[group] = grown.get(group, 0) + sum(growth[term] for term in found)
    return {group: size for group, size in sorted(grown.items()) if size}


def _branches(prefix: str, sizes: Mapping[str, int], largest: int) -> tuple[str, ...]:
    """The groups that get shards of their own: the largest, until the rest fits."""
    rest, found = sum(sizes.values()), []
    for group in sorted(sizes.keys() - {prefix}, key=lambda group: (-sizes[group], group)):
        if rest <= largest:
            break
        rest -= sizes[group]
        found.append(group)
    return tuple(found)


def _content(shelf: Shelf, prefix: str, sizes: Mapping[str, int], branches: tuple[str, ...], best: str | None) -> bytes:
    pieces = [b'"*":"%s"' % best.encode("ascii")] if best is not None else []
    pieces += [b'"%s":%s' % (key[1:], entry) for key, entry in _own_entries(shelf, prefix, sizes, branches)]
    return b"{" + b",".join(pieces) + b"}"


def _own_entries(
    shelf: Shelf, prefix: str, sizes: Mapping[str, int], branches: tuple[str, ...]
) -> Iterator[tuple[bytes, bytes]]:
    """What a shard says of its terms, but for those that have shards of their own."""
    if not branches:
        yield from _rows(shelf, b"e", prefix)
        return
    key = b"e" + prefix.encode("utf-8")
    if own := shelf.get(key):
        yield key, own
    for group in sorted(sizes.keys() - {prefix, *branches}):
        yield from _rows(shelf, b"e", group)


def _summary(
    shelf: Shelf,
    prefix: str,
    sizes: Mapping[str, int],
    branches: tuple[str, ...],
    below: Sequence[str],
    ids: Mapping[str, Collection[int]] | None,
    most: int,
) -> str | None:
    """The best briefs of all terms that begin with `prefix`, where its shard branched."""
    kept = shelf.get(_best_key(prefix))
    if not branches:
        if kept is not None:
            shelf.delete(_best_key(prefix))
        return None
    if kept is None or ids is None:
        ranks = ranked(_postings_below(shelf, prefix, sizes, branches))
    else:
        ranks = array("I", kept)
        for number in {number for term in below for number in ids[term]}:
            ranks = ranked_anew(ranks, number, _best_impact(shelf, number, prefix))
    shelf.put(_best_key(prefix), ranks.tobytes())
    return digits(postings_of(ranks[:most]))


def _postings_below(shelf: Shelf, prefix: str, sizes: Mapping[str, int], branches: tuple[str, ...]) -> Iterator[Sequence[int]]:
    """Postings of the terms that begin with `prefix`, the best of each brief among them."""
    yield unpacked(shelf.get(postings_key(prefix)))
    for group in sorted(sizes.keys() - {prefix}):
        best = shelf.get(_best_key(group)) if group in branches else None
        if best is not None:
            yield postings_of(unpacked(best))
        else:
            yield from (unpacked(value) for _, value in _rows(shelf, b"p", group))


def _best_impact(shelf: Shelf, number: int, prefix: str) -> int | None:
    kept = (impacts_of(value) for _, value in kept_of(shelf, number))
    return max((impact for found in kept for term, impact in found.items() if term.startswith(prefix)), default=None)


def _rows(shelf: Shelf, kind: bytes, prefix: str) -> Iterator[tuple[bytes, bytes]]:
    start = kind + prefix.encode("utf-8")
    return shelf.items(start, behind(start))


def _size(key: bytes, entry: bytes) -> int:
    """The bytes that a term takes in a shard, roughly: its letters, its postings and six more."""
    digits = len(entry) - 2 if entry.startswith(b'"') else entry.index(b'"', 2) - 2
    return len(key) - 1 + digits + 6


def _node_key(prefix: str) -> bytes:
    return b"n" + prefix.encode("utf-8")


def _best_key(prefix: str) -> bytes:
    return b"t" + prefix.encode("utf-8")


def _file(prefix: str) -> str:
    return f"search/{shard_name(prefix)}.json"
