"""The search index: what a query of the search page fetches, in files small enough for a phone.

    search/index.json     {"version": 1, "briefs": 2, "bits": 0, "shards": "s st"}
    search/t-.json        {"bridge": "gr3", "ferry": "3HUbt0pd"}       the terms that begin with no other shard's name
    search/t-st.json      {"stone": "..."}                            the terms that begin with "st"
    search/r-0.json       [{"id": 2875401, "url": "briefs/bridge/", "title": "...", "statements": [["point-1", "..."]]}]

docs/search.md works an example by hand. In short:

id        24 bits of a digest of the slug: it depends on no other brief. Two briefs of one id share their postings.
posting   the gap to the id before, times 16, plus the impact (0 to 15), in base 32: the last digit is of A-Za-f,
          those before it of g-z0-9-_ ("hB" is 1 * 32 + 1). Postings stand in the order of ids.
impact    how much a brief is about a term: field weights, saturated (BM25F), worked out from that brief alone.
          Rarity is weighed by the script, from the length of the postings.
shard     named by a prefix. What grows over LARGEST_SHARD hands its largest groups of terms, by their next character, to
          shards of their own, and keeps under "*" the best briefs of all its terms, for a query that is as long as its name.
common    a term in more than MOST_POSTINGS briefs keeps those of the highest impact and says of how many: ["...", 5210].
record    what a result shows; briefs whose ids share their first `bits` bits share a file, one or two of them.

A shard depends only on the briefs that have a term that begins with its name; index.json depends on all. The text of
the source is not indexed. Nothing here reads or writes; `search_files` gives names and bytes.
"""

import hashlib
import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model import Brief
from generator.publish.evidence import statements
from generator.publish.search_terms import terms

VERSION = 1
LARGEST_SHARD = 8_000
"""Bytes of a shard before compression, which leaves two thirds.

On 1,000 synthetic briefs the dearest of 60 first queries of two words took 40 KB with 8,000 and 44 KB with 10,000.
"""

MOST_POSTINGS = 4096
"""The briefs of a common term that are kept.

On 10,000 synthetic briefs 200 queries for a known brief had a mean reciprocal rank of 0.85 with 4,096 and 0.81 with 1,024; the
dearest first query took 51 KB.
"""

MOST_OF_A_PREFIX = 64
"""Six pages of results, for a word of which a letter or two are typed."""

_ID_BYTES = 3
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_WEIGHTS = {"title": 5.0, "topics": 3.0, "standfirst": 2.0, "statements": 1.0}
_SATURATION = 3.0  # neither it nor the weights are tuned: a title weighs as five statements, and a fifth mention hardly counts
_LEVELS = 16


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the index takes from one brief: its id, the impact of each of its terms, and the record that a result shows."""

    id: int
    impacts: Mapping[str, int]
    record: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Shard:
    prefix: str
    terms: tuple[str, ...]
    summarised: tuple[str, ...]


def indexed(slug: str, brief: Brief, date: str | None = None) -> Indexed:
    """The brief as the index takes it; `date` is how a result shows when its article was published."""
    said = [[statement.anchor, statement.text] for statement in statements(brief)]
    for challenge, row in zip(brief.challenges, said[len(brief.key_points) :], strict=False):
        row[1] = f"{challenge.title}: {challenge.text}"
    number = identifier(slug)
    record = {
        "id": number,
        "url": f"briefs/{slug}/",
        "title": brief.title,
        "language": brief.language,
        "date": date,
        "standfirst": brief.standfirst,
        "statements": said,
    }
    fields = {
        "title": brief.title,
        "topics": " . ".join(brief.topics),
        "standfirst": brief.standfirst or "",
        "statements": " . ".join(text for _, text in said),
    }
    return Indexed(number, impacts(fields), {key: value for key, value in record.items() if value is not None})


def impacts(fields: Mapping[str, str]) -> dict[str, int]:
    """The impact (0 to 15) of every term of a brief's `fields`."""
    weights: defaultdict[str, float] = defaultdict(float)
    for name, text in fields.items():
        weight = _WEIGHTS[name]
        for term in terms(text):
            weights[term] += weight
    return {term: int(_LEVELS * weight / (weight + _SATURATION)) for term, weight in weights.items()}


def identifier(slug: str) -> int:
    """The id of the brief of that slug."""
    return int.from_bytes(hashlib.blake2b(slug.encode("ascii"), digest_size=_ID_BYTES).digest(), "big")


def search_files(briefs: Iterable[Indexed]) -> Iterator[tuple[str, bytes]]:
    """Every file of the index, by its name below the site's root, in a settled order."""
    postings: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    records: dict[int, list[Mapping[str, object]]] = {}
    count = 0
    for brief in briefs:
        count += 1
        records.setdefault(brief.id, []).append(brief.record)
        for term, impact in brief.impacts.items():
            postings[term].append(brief.id * _LEVELS + impact)
    lists = {term: _in_order(postings[term]) for term in sorted(postings)}
    written = {term: encoded(postings) for term, postings in lists.items()}
    shards = tuple(_shards("", tuple(lists), written))
    bits = block_bits(count)
    names = " ".join(sorted(shard.prefix for shard in shards if shard.prefix))
    yield "search/index.json", _json({"version": VERSION, "briefs": count, "bits": bits, "shards": names})
    for shard in sorted(shards, key=lambda shard: shard.prefix):
        yield f"search/{shard_name(shard.prefix)}.json", _json(_content(shard, lists, written))
    yield from _blocks(records, bits)


def shard_name(prefix: str) -> str:
    """The file name of a shard without its ending: the prefix where it is plain, else its code points."""
    return f"t-{prefix}" if prefix.isascii() else "u-" + "-".join(f"{ord(letter):x}" for letter in prefix)


def block_bits(count: int) -> int:
    """How many bits of an id name its block of records: none for a few briefs, then one or two briefs a block."""
    return 0 if count <= 8 else (count - 1).bit_length()


def encoded(postings: Sequence[int]) -> str | tuple[str, int]:
    """The postings of a term (id * 16 + impact, in order); with their number where only the best are kept."""
    if len(postings) <= MOST_POSTINGS:
        return _digits(postings)
    best = sorted(postings, key=lambda posting: (-(posting % _LEVELS), posting))[:MOST_POSTINGS]
    return _digits(sorted(best)), len(postings)


def _in_order(postings: "array[int]") -> Sequence[int]:
    """By id; the higher impact alone where two briefs share an id."""
    ordered = sorted(postings)
    return array(
        "I", (one for one, after in zip(ordered, [*ordered[1:], -1], strict=True) if one // _LEVELS != after // _LEVELS)
    )


def _digits(postings: Sequence[int]) -> str:
    before, pieces = 0, []
    for posting in postings:
        number = posting - before  # the gap in ids times 16, plus the impact
        before = posting - posting % _LEVELS
        piece = _DIGITS[number & 31]
        while number := number >> 5:
            piece = _DIGITS[32 + (number & 31)] + piece
        pieces.append(piece)
    return "".join(pieces)


def _shards(prefix: str, names: tuple[str, ...], written: Mapping[str, Any]) -> Iterator[_Shard]:
    """The shard of `prefix` and those that branch off it; `names` are the terms that begin with it, in order."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[name[: len(prefix) + 1]].append(name)
    own = groups.pop(prefix, [])
    sizes = {group: sum(_size(name, written) for name in found) for group, found in groups.items()}
    rest = sum(sizes.values()) + sum(_size(name, written) for name in own)
    for group in sorted(groups, key=lambda group: (-sizes[group], group)):
        if rest > LARGEST_SHARD:
            rest -= sizes[group]
            yield from _shards(group, tuple(groups[group]), written)
        else:
            own.extend(groups[group])
    yield _Shard(prefix, tuple(sorted(own)), names if prefix and len(own) < len(names) else ())


def _size(name: str, written: Mapping[str, Any]) -> int:
    entry = written[name]
    return len(name.encode("utf-8")) + len(entry if isinstance(entry, str) else entry[0]) + 6


def _content(shard: _Shard, lists: Mapping[str, Sequence[int]], written: Mapping[str, Any]) -> dict[str, object]:
    content: dict[str, object] = {}
    if shard.summarised:
        best: dict[int, int] = {}
        for name in shard.summarised:
            for posting in lists[name]:
                if posting % _LEVELS > best.get(posting // _LEVELS, -1):
                    best[posting // _LEVELS] = posting % _LEVELS
        top = sorted(best, key=lambda number: (-best[number], number))[:MOST_OF_A_PREFIX]
        content["*"] = _digits([number * _LEVELS + best[number] for number in sorted(top)])
    return content | {name: written[name] for name in shard.terms}


def _blocks(records: Mapping[int, list[Mapping[str, object]]], bits: int) -> Iterator[tuple[str, bytes]]:
    blocks: defaultdict[int, list[Mapping[str, object]]] = defaultdict(list)
    for number in sorted(records):
        blocks[number >> (8 * _ID_BYTES - bits)].extend(sorted(records[number], key=lambda record: str(record["url"])))
    for block in sorted(blocks):
        yield f"search/r-{block:x}.json", _json(blocks[block])


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
