import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Source
from generator.publish.metadata import description, in_script, json_ld, web_address
from tests.publish.making import brief, challenge, point

URL = "https://user.github.io/repo/briefs/bridge/"


@given(st.text())
def test_json_in_a_script_cannot_end_it(text: str) -> None:
    written = in_script(json.dumps({"x": text}, ensure_ascii=False))

    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"x": text}


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=1", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org/x", False),
        ("https:///x", False),
        ("https://[x", False),
        ("file:///etc/hosts", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_linked(url: str | None, kept: bool) -> None:
    assert web_address(url) == (url if kept else None)


def test_the_article_is_what_the_brief_is_based_on() -> None:
    article = brief(author="A", published="2022-06", source=Source(url="https://example.org/a"), topics=["Water", "Money"])

    written = json.loads(json_ld(article, "https://user.github.io/repo/briefs/a/", "Briefs"))
    assert written["url"] == "https://user.github.io/repo/briefs/a/"
    assert written["isBasedOn"]["url"] == "https://example.org/a"
    assert written["isBasedOn"]["datePublished"] == "2022-06"
    assert written["keywords"] == "Water, Money"


def test_what_is_not_known_is_not_said() -> None:
    written = json.loads(
        json_ld(brief(published="2019/2021", source=Source(url="javascript:x")), "https://x.example/", "Briefs")
    )

    assert {"description", "keywords"}.isdisjoint(written)
    assert {"url", "author", "datePublished"}.isdisjoint(written["isBasedOn"])


def test_what_the_brief_cites_and_the_challenges_it_names() -> None:
    closed, money = "The bridge was closed in spring.", "The town has no money for a new one."
    source = Source(url="https://example.org/a", publisher="The Gazette", licence="CC BY 4.0")
    article = brief(key_points=[point(closed), point(closed)], challenges=[challenge(money)], source=source)

    written = json.loads(json_ld(article, URL, "Briefs"))
    assert [one["text"] for one in written["citation"]] == [closed, money]
    assert written["citation"][0] == {"@type": "Quotation", "text": closed, "url": "https://example.org/a"}
    assert written["hasPart"] == [
        {"@type": "Claim", "name": "Money is short", "text": "A challenge.", "url": f"{URL}#challenge-1"}
    ]
    assert written["isBasedOn"]["publisher"] == {"@type": "Organization", "name": "The Gazette"}


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ({"published": "2022-06"}, "2022-06-01T00:00:00Z"),
        ({"published": "2022", "publish_at": "2026-01-31T09:00:00+01:00"}, "2026-01-31T08:00:00Z"),
        ({}, None),
    ],
)
def test_a_page_is_dated_as_the_feeds_date_it(fields: dict[str, str], date: str | None) -> None:
    assert json.loads(json_ld(brief(**fields), URL, "Briefs")).get("datePublished") == date


def test_control_characters_are_left_out() -> None:
    assert json.loads(json_ld(brief(title="A\x00\x1b[31m b\ud800"), URL, "Briefs"))["headline"] == "A[31m b"


@given(st.lists(st.one_of(st.none(), st.text(max_size=400)), max_size=3))
def test_a_description_is_one_line_of_at_most_160_characters(candidates: list[str | None]) -> None:
    text = description(*candidates)

    assert len(text) <= 160
    assert text == " ".join(text.split())


def test_a_long_description_is_cut_at_a_word() -> None:
    assert description(None, " ", "word " * 40) == "word " * 30 + "word…"
