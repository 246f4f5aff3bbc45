"""The briefs of the search index as its shelf keeps them, and the blocks of records that are made of them.

b <id, 3 bytes> <slug>/    the record, the impacts and the terms of one brief, a line each
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby

from generator.publish.search_brief import ID_BYTES, Indexed, identifier
from generator.publish.shelf import Shelf

_BRIEF = b"b"
_FIRST_DIGIT = 64  # an impact is kept as a letter: @ is 0
_LETTERS = bytes(range(_FIRST_DIGIT, _FIRST_DIGIT + 16))
_IMPACTS = bytes(range(16))
_TO_LETTERS, _TO_IMPACTS = bytes.maketrans(_IMPACTS, _LETTERS), bytes.maketrans(_LETTERS, _IMPACTS)
_IDS = 1 << 8 * ID_BYTES


def record_key(slug: str) -> bytes:
    """Where the brief of that slug stands on the shelf: by its id, then by its address."""
    return _BRIEF + identifier(slug).to_bytes(ID_BYTES, "big") + f"{slug}/".encode("ascii")


def packed(brief: Indexed) -> bytes:
    """A brief as the shelf keeps it."""
    return b"\n".join((brief.record, brief.impacts.translate(_TO_LETTERS), brief.terms.encode("utf-8")))


def impacts_of(kept: bytes) -> dict[str, int]:
    """The impact of each term of a packed brief."""
    _, impacts, terms = kept.split(b"\n")
    return dict(zip(terms.decode("utf-8").split(), impacts.translate(_TO_IMPACTS), strict=True))


def kept_of(shelf: Shelf, number: int) -> Iterator[tuple[bytes, bytes]]:
    """The packed briefs of that id by their keys; there are seldom two."""
    return shelf.items(*_ids(number, number + 1))


def block_bits(count: int) -> int:
    """How many bits of an id name its block of records: none for a few briefs, then one or two briefs a block."""
    return 0 if count <= 8 else (count - 1).bit_length()


def changed_blocks(shelf: Shelf, ids: Collection[int], bits: int) -> Iterator[tuple[str, bytes | None]]:
    """The blocks that records of these ids stand in, or None in place of one that is empty now."""
    for block in sorted({number >> (8 * ID_BYTES - bits) for number in ids}):
        width = _IDS >> bits
        yield _file(block), _content(value for _, value in shelf.items(*_ids(block * width, (block + 1) * width)))


def all_blocks(shelf: Shelf, bits: int) -> Iterator[tuple[str, bytes | None]]:
    """Every block of the index."""
    kept = shelf.items(*_ids(0, _IDS))
    for block, group in groupby(kept, lambda item: _number(item[0]) >> (8 * ID_BYTES - bits)):
        yield _file(block), _content(value for _, value in group)


def blocks_gone(shelf: Shelf, known: Mapping[int, bool], before: int, now: int) -> Iterator[str]:
    """The names of blocks that there were with `before` bits and are not with `now`.

    `known` says of the ids whose records changed whether they had any before; the shelf holds what there is now.
    """
    ids = {_number(key) for key in shelf.keys(*_ids(0, _IDS))}
    earlier = {number for number in ids if known.get(number, True)}.union(number for number, had in known.items() if had)
    there = {number >> (8 * ID_BYTES - now) for number in ids}
    gone = {number >> (8 * ID_BYTES - before) for number in earlier} - there
    yield from map(_file, sorted(gone))


def _ids(first: int, end: int) -> tuple[bytes, bytes]:
    """The keys between which the briefs of these ids stand."""
    behind = b"c" if end == _IDS else _BRIEF + end.to_bytes(ID_BYTES, "big")
    return _BRIEF + first.to_bytes(ID_BYTES, "big"), behind


def _number(key: bytes) -> int:
    return int.from_bytes(key[1 : 1 + ID_BYTES], "big")


def _content(kept: Iterator[bytes]) -> bytes | None:
    records = b",".join(value.partition(b"\n")[0] for value in kept)
    return b"[" + records + b"]" if records else None


def _file(block: int) -> str:
    return f"search/r-{block:x}.json"
