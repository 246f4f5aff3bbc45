from hypothesis import given
from hypothesis import strategies as st

from generator.publish.authors import authors
from generator.publish.catalogue import catalogue
from generator.publish.topics import by_key, related, topics
from generator.slugs import is_slug
from tests.publish.making import published


def test_spellings_of_one_topic_are_one_topic() -> None:
    entries = catalogue(
        [
            published("a", topics=["e-commerce"], published="2020"),
            published("b", topics=["E-commerce", "Water"], published="2021"),
        ]
    )

    assert [(topic.name, [entry.slug for entry in topic.entries]) for topic in topics(entries)] == [
        ("E-commerce", ["b", "a"]),
        ("Water", ["b"]),
    ]


def test_a_topic_named_twice_by_one_brief_lists_it_once() -> None:
    (topic,) = topics(catalogue([published("a", topics=["Water", "water "])]))

    assert [entry.slug for entry in topic.entries] == ["a"]


def test_no_two_topics_share_a_page() -> None:
    found = topics(catalogue([published("a", topics=["C", "C++", "<i>x</i>", "抖音", "…", "a b"])]))

    slugs = {topic.name: topic.slug for topic in found}
    assert {name: slug for name, slug in slugs.items() if name not in ("抖音", "…")} == {
        "C": "c",
        "C++": "c-2",
        "<i>x</i>": "i-x-i",
        "a b": "a-b",
    }
    assert len(set(slugs.values())) == 6
    assert all(is_slug(slug) for slug in slugs.values())


def test_related_briefs_share_most_topics_and_say_which() -> None:
    entries = catalogue(
        [
            published("a", topics=["Water", "Trains", "Birds"]),
            published("b", topics=["water", "trains"], published="2020"),
            published("c", topics=["Water"], published="2022"),
            published("d", topics=["Birds"], published="2023"),
            published("e", topics=["Water"], published="2021"),
            published("f", topics=["Money"]),
        ]
    )
    own = next(entry for entry in entries if entry.slug == "a")

    found = related(own, by_key(topics(entries)))
    assert [one.entry.slug for one in found] == ["b", "d", "c"]
    assert {name.casefold() for name in found[0].shared} == {"water", "trains"}


def test_no_topic_no_relation() -> None:
    entries = catalogue([published("a"), published("b")])

    assert related(entries[0], by_key(topics(entries))) == ()


def test_a_brief_of_the_same_author_is_related_and_says_so() -> None:
    entries = catalogue(
        [published("a", author="Ann"), published("b", author="ANN", topics=["Water"]), published("c", author="Bo")]
    )
    (ann, bo) = authors(entries)

    own = next(entry for entry in entries if entry.slug == "a")
    found = related(own, by_key(topics(entries)), ann.entries)
    assert [(one.entry.slug, one.shared, one.author) for one in found] == [("b", (), "ANN")]
    assert (ann.url, bo.url) == ("authors/ann/", "authors/bo/")


def test_a_shared_topic_comes_before_a_newer_brief_of_the_author() -> None:
    entries = catalogue(
        [
            published("a", author="Ann", topics=["Water"], published="2020"),
            published("b", topics=["Water"], published="2019"),
            published("c", author="Ann", published="2023"),
        ]
    )
    (ann,) = authors(entries)

    own = next(entry for entry in entries if entry.slug == "a")
    found = related(own, by_key(topics(entries)), ann.entries)
    assert [one.entry.slug for one in found] == ["b", "c"]


@given(
    st.lists(
        st.tuples(
            st.sets(st.sampled_from(["Water", "Trains", "Birds"])),
            st.sampled_from(["Ann", "Bo", None]),
            st.integers(2019, 2022),
        ),
        max_size=12,
    )
)
def test_related_are_the_first_of_all_in_their_order(rows: list[tuple[set[str], str | None, int]]) -> None:
    entries = catalogue(
        [
            published(f"b{n}", topics=sorted(names), author=author, published=str(year))
            for n, (names, author, year) in enumerate(rows)
        ]
    )
    found, by_author = by_key(topics(entries)), {author.name: author.entries for author in authors(entries)}
    for own in entries:
        others = [
            (-len({*own.topics} & {*other.topics}), own.author is None or own.author != other.author, place, other.slug)
            for place, other in enumerate(entries)
            if other != own and ({*own.topics} & {*other.topics} or (own.author and own.author == other.author))
        ]
        shown = related(own, found, by_author.get(own.author or "", ()))
        assert [(-len(one.shared), one.author is None, one.entry.slug) for one in shown] == [
            (count, is_other, slug) for count, is_other, _, slug in sorted(others)[:3]
        ]
