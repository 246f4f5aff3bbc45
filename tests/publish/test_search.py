import gzip
import itertools
import json
import random
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.model import KeyPoint
from generator.publish import search
from generator.publish.search import Indexed, block_bits, encoded, identifier, impacts, indexed, search_files
from tests.publish.making import brief, challenge, event, point

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
ROOT = Path(__file__).parents[2]
CLOSED = "The bridge was closed in spring."


def decoded(text: str) -> dict[int, int]:
    """The impact of each id: written anew from docs/search.md, not with the code that encodes."""
    found, number, at = {}, 0, 0
    for digit in text:
        value = DIGITS.index(digit)
        number = number * 32 + value % 32
        if value < 32:
            at += number // 16
            found[at] = number % 16
            number = 0
    return found


def files(briefs: Mapping[str, str]) -> dict[str, bytes]:
    """The index of briefs with these slugs and titles."""
    return dict(search_files(indexed(slug, brief(title=title)) for slug, title in briefs.items()))


def sharing_an_id() -> tuple[str, str]:
    """Two slugs of one id, the later address first."""
    seen: dict[int, str] = {}
    for slug in (f"b{n}" for n in itertools.count()):
        if (other := seen.setdefault(identifier(slug), slug)) != slug:
            return max(slug, other), min(slug, other)
    raise AssertionError


def shard_of(found: dict[str, bytes], term: str) -> str:
    names = ["", *json.loads(found["search/index.json"])["shards"].split()]
    return max((name for name in names if term.startswith(name)), key=len)


def postings(found: dict[str, bytes], term: str) -> dict[int, int]:
    value = json.loads(found[f"search/{search.shard_name(shard_of(found, term))}.json"])[term]
    return decoded(value if isinstance(value, str) else value[0])


def test_the_worked_example_of_the_docs() -> None:
    found = files({"bridge": "The bridge", "ferry": "A ferry and a bridge"})
    documented = (ROOT / "docs/search.md").read_text(encoding="utf-8")

    assert list(found) == ["search/t-.json", "search/r-0.json", "search/index.json"]
    assert all(content.decode() in documented for content in found.values())
    assert decoded("i7swmaj8lsja") == {identifier("bridge"): 10, identifier("ferry"): 10} == {5989389: 10, 14126868: 10}
    assert decoded("m3x8qM") == {14126868: 12}


def test_a_record_has_what_a_result_shows() -> None:
    one = brief(
        standfirst="Short.", key_points=[point(CLOSED)], challenges=[challenge(CLOSED)], timeline=[event("2022", CLOSED)]
    )

    record = indexed("bridge", one, "in spring").record
    assert json.loads(record) == {
        "id": identifier("bridge"),
        "url": "briefs/bridge/",
        "title": "The bridge",
        "language": "en",
        "date": "in spring",
        "standfirst": "Short.",
        "statements": [["point-1", "A point."], ["challenge-1", "Money is short: A challenge."], ["event-1", "An event."]],
    }


def test_the_source_is_not_indexed() -> None:
    assert not {"engineers", "piers"} & set(indexed("bridge", brief()).terms.split())


def test_a_title_weighs_more_than_a_topic_and_that_more_than_a_statement() -> None:
    found = impacts({"title": "one", "topics": "two", "standfirst": "three", "statements": "four four five"})

    assert found["one"] > found["two"] > found["three"] > found["five"] > 0
    assert found["four"] > found["five"]
    assert max(impacts({"title": "one " * 1000}).values()) == 15


@given(st.dictionaries(st.integers(0, 2**24 - 1), st.integers(0, 15), max_size=300))
def test_postings_come_back_as_they_went_in(impacts_by_id: dict[int, int]) -> None:
    written = encoded([number * 16 + impact for number, impact in sorted(impacts_by_id.items())])

    assert isinstance(written, str)
    assert decoded(written) == impacts_by_id


def test_a_common_term_keeps_its_best_briefs_and_says_of_how_many() -> None:
    postings = [number * 16 + (15 if number % 10 == 0 else 1) for number in range(6000)]

    text, count = encoded(postings)
    kept = decoded(text)
    assert (count, len(kept)) == (6000, search.MOST_POSTINGS)
    assert {number for number in range(6000) if number % 10 == 0} <= set(kept)


def many(count: int) -> dict[str, str]:
    return {
        f"b{n}": f"stone{n % 97} stall{n % 89} {'abcdefghij'[n % 10]}{n % 83} bridge 桥梁{chr(0x4E00 + n % 500)}"
        for n in range(count)
    }


def test_every_term_is_in_the_shard_of_the_longest_name_that_it_begins_with() -> None:
    briefs = many(1500)
    found = files(briefs)

    assert len(json.loads(found["search/index.json"])["shards"].split()) > 5
    for slug, title in list(briefs.items())[::60]:
        for term in indexed(slug, brief(title=title)).terms.split():
            assert identifier(slug) in postings(found, term), term


def test_a_shard_that_branched_sums_up_what_begins_with_its_name() -> None:
    found = files(many(1500))

    shard = json.loads(found["search/t-st.json"])
    assert len(decoded(shard["*"])) == search.MOST_OF_A_PREFIX
    assert all(len(content) <= search.LARGEST_SHARD + 2000 for name, content in found.items() if "/t-" in name or "/u-" in name)


def test_a_new_brief_changes_no_shard_that_has_none_of_its_terms() -> None:
    briefs = many(1500)
    before, after = files(briefs), files({**briefs, "new": "Zebra crossing"})
    shards = [name for name in before if "/t-" in name or "/u-" in name]
    changed = {name for name in shards if after[name] != before[name]}

    assert changed == {f"search/{search.shard_name(shard_of(after, term))}.json" for term in ("zebra", "crossing")}


def test_the_order_of_the_briefs_changes_nothing() -> None:
    briefs = many(400)

    assert files(briefs) == files(dict(reversed(briefs.items())))


def test_a_hash_seed_changes_nothing() -> None:
    script = "from tests.publish.test_search import files, many; print(sorted(files(many(400)).items()))"
    runs = [
        subprocess.run([sys.executable, "-c", script], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
        for seed in ("1", "2")
    ]

    assert runs[0].stdout == runs[1].stdout != ""


def test_briefs_that_share_an_id_share_their_postings_and_keep_their_records() -> None:
    second, first = sharing_an_id()
    found = files({second: "Stone", first: "A wall. Stone, stone"})

    assert postings(found, "stone") == {identifier(first): 12}
    assert postings(found, "wall") == {identifier(first): 10}
    assert [record["title"] for record in json.loads(found["search/r-0.json"])] == ["A wall. Stone, stone", "Stone"]


def test_records_are_in_the_block_that_their_id_names() -> None:
    briefs = many(1000)
    found = files(briefs)
    bits = json.loads(found["search/index.json"])["bits"]

    assert bits == block_bits(1000) == 10
    for slug in list(briefs)[::50]:
        block = json.loads(found[f"search/r-{identifier(slug) >> (24 - bits):x}.json"])
        assert f"briefs/{slug}/" in [record["url"] for record in block]


def test_a_site_without_briefs_has_an_empty_index() -> None:
    assert set(files({})) == {"search/index.json", "search/t-.json"}


def test_a_first_query_of_two_words_at_a_thousand_briefs_is_small() -> None:
    """The script, the directory, the two largest shards and ten blocks of records, as they are transferred."""
    chance = random.Random(1)
    syllables = [a + b for a in "bcdfghklmnprstvz" for b in "aeiou"]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(20_000)]
    often = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))

    def said(length: int) -> str:
        return " ".join(chance.choices(words, cum_weights=often, k=length)).capitalize()

    def one(slug: str) -> Indexed:
        points = tuple(KeyPoint(text=said(17), quote=CLOSED) for _ in range(16))
        return indexed(slug, brief(title=said(7), standfirst=said(17), topics=(said(1), said(1)), key_points=points))

    sizes = {name: len(gzip.compress(content)) for name, content in search_files(one(f"b{n}") for n in range(1000))}
    shards = sorted((size for name, size in sizes.items() if "/t-" in name), reverse=True)
    blocks = [size for name, size in sizes.items() if "/r-" in name]
    script = len(gzip.compress((ROOT / "themes/brief/js/search.js").read_bytes()))
    assert script <= 8_000
    assert script + sizes["search/index.json"] + sum(shards[:2]) + 10 * sum(blocks) / len(blocks) <= 45_000
