"""A search index that is kept up to date is the one that a clean build makes, and that is what docs/search.md says."""

import itertools
import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish import search_update
from generator.publish.search import Indexed, block_bits, changed_files, encoded, identifier, indexed, shard_name
from generator.publish.search_shards import Limits
from generator.publish.shelf import ShelfInMemory
from tests.publish.making import brief
from tests.publish.shelves import Files, apply, contents
from tests.publish.test_search import many, sharing_an_id

SMALL = Limits(shard=60, postings=3, summary=2)
SLUGS = [*(f"s{n}" for n in range(16)), *sharing_an_id(), "x", "x-y"]
WORDS = st.sampled_from(
    ["stone", "stones", "stall", "st", "s", "bridge", "brook", "b", "10", "1948", "桥梁", "桥下", "Łódź", "the"]
)
TITLES = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
BATCHES = st.lists(st.dictionaries(st.sampled_from(SLUGS), TITLES | st.none(), max_size=12), max_size=6)


def one(slug: str, title: str | None) -> Indexed | None:
    return None if title is None else indexed(slug, brief(title=title))


def clean(titles: Mapping[str, str], limits: Limits) -> tuple[Files, dict[bytes, bytes]]:
    shelf = ShelfInMemory()
    found = apply({}, changed_files(((slug, one(slug, title)) for slug, title in titles.items()), shelf, limits))
    return found, contents(shelf)


@given(BATCHES, st.sampled_from([0, 2, 100]))
def test_after_any_changes_files_and_shelf_are_those_of_a_clean_build(batches: list[dict[str, str | None]], few: int) -> None:
    shelf, files, titles = ShelfInMemory(), Files(), dict[str, str]()
    for batch in [{}, *batches]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(search_update, "_FEW", few)
            files = apply(files, changed_files(((slug, one(slug, title)) for slug, title in batch.items()), shelf, SMALL))
        titles = {slug: title for slug, title in (titles | batch).items() if title is not None}

    expected, kept = clean(titles, SMALL)
    assert files == expected
    assert contents(shelf) == kept


@given(st.dictionaries(st.sampled_from(SLUGS), TITLES))
def test_a_clean_build_is_what_the_docs_say(titles: dict[str, str]) -> None:
    found, _ = clean(titles, SMALL)

    assert {name: json.loads(content) for name, content in found.items()} == plainly(
        [indexed(slug, brief(title=title)) for slug, title in titles.items()], SMALL
    )


def test_postings_that_are_put_away_in_portions_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = clean(many(60), Limits())
    monkeypatch.setattr(search_update, "_PORTION", 50)

    assert clean(many(60), Limits()) == at_once


def test_a_changed_title_touches_few_files() -> None:
    titles, shelf = many(1500), ShelfInMemory()
    files = apply({}, changed_files(((slug, one(slug, title)) for slug, title in titles.items()), shelf))

    changed = dict(changed_files([("b7", one("b7", "A stone lies in the ford"))], shelf))
    assert len(changed) <= 20  # ten terms came or went, in shards that few share
    assert apply(files, changed.items()) == clean({**titles, "b7": "A stone lies in the ford"}, Limits())[0]


def plainly(briefs: Sequence[Indexed], limits: Limits) -> dict[str, Any]:
    """The whole index at once, as docs/search.md describes it, without a shelf."""
    postings: dict[str, dict[int, int]] = {}
    for brief_ in briefs:
        for term, impact in brief_.postings():
            row = postings.setdefault(term, {})
            row[brief_.id] = max(impact, row.get(brief_.id, 0))
    lists = {term: sorted(number * 16 + impact for number, impact in row.items()) for term, row in sorted(postings.items())}
    written = {term: encoded(row, limits.postings) for term, row in lists.items()}
    shards = dict(branched("", lists, written, limits))
    bits = block_bits(len(briefs))
    names = " ".join(sorted(filter(None, shards)))
    index = {"version": 1, "briefs": len(briefs), "bits": bits, "shards": names}
    blocks: dict[str, list[Any]] = {}
    for brief_ in sorted(briefs, key=lambda brief_: (brief_.id, f"{brief_.slug}/")):
        blocks.setdefault(f"search/r-{brief_.id >> (24 - bits):x}.json", []).append(json.loads(brief_.record))
    named = {f"search/{shard_name(prefix)}.json": json.loads(json.dumps(content)) for prefix, content in shards.items()}
    return {"search/index.json": index} | named | blocks


def branched(prefix: str, lists: Mapping[str, list[int]], written: Mapping[str, Any], limits: Limits) -> list[tuple[str, Any]]:
    below = [term for term in lists if term.startswith(prefix)]
    size = {
        term: len(term.encode()) + len(written[term] if isinstance(written[term], str) else written[term][0]) + 6
        for term in below
    }
    groups = {
        group: list(found)
        for group, found in itertools.groupby((term for term in below if term != prefix), lambda term: term[: len(prefix) + 1])
    }
    shards: list[tuple[str, Any]] = []
    own = set(below)
    for group in sorted(groups, key=lambda group: (-sum(size[term] for term in groups[group]), group)):
        if sum(size[term] for term in own) > limits.shard:
            own -= set(groups[group])
            shards += branched(group, lists, written, limits)
    summary: dict[str, Any] = {}
    if prefix and len(own) < len(below):
        best: dict[int, int] = {}
        for number, impact in ((posting // 16, posting % 16) for term in below for posting in lists[term]):
            best[number] = max(impact, best.get(number, 0))
        top = sorted(best, key=lambda number: (-best[number], number))[: limits.summary]
        summary["*"] = encoded([number * 16 + best[number] for number in sorted(top)])
    return [*shards, (prefix, summary | {term: written[term] for term in below if term in own})]


def test_slugs_of_these_tests_share_an_id_and_make_the_bits_grow() -> None:
    assert len({identifier(slug) for slug in SLUGS}) == len(SLUGS) - 1
    assert {block_bits(count) for count in range(len(SLUGS) + 1)} == {0, 4, 5}
