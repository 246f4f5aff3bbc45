import json
import xml.etree.ElementTree as ET
from email.utils import parsedate_to_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Brief
from generator.publish.feeds import Feed, atom, feed_of, files_of, item_of, json_feed, newest, rss, when
from tests.publish.making import BODY, brief, point

URL = "https://user.github.io/repo/"
NS = {"a": "http://www.w3.org/2005/Atom", "dc": "http://purl.org/dc/elements/1.1/"}


def feed(**briefs: Brief) -> Feed:
    return feed_of(
        "Briefs", URL, "Articles in brief", "The desk", [item_of(one, f"{URL}briefs/{slug}/") for slug, one in briefs.items()]
    )


TWO = feed(
    b=brief(published="2021-02-03", topics=["Water"]),
    a=brief(
        published="2022-Q3", standfirst="Short & <b>.", author="Ann", key_points=[point("The bridge was closed in spring.")]
    ),
)


def test_atom_has_what_it_must_and_the_briefs_own_dates() -> None:
    tree = ET.fromstring(atom(TWO))

    assert [tree.findtext(f"a:{name}", None, NS) for name in ("title", "id", "updated")] == [
        "Briefs",
        URL,
        "2022-07-01T00:00:00Z",
    ]
    entries = tree.findall("a:entry", NS)
    assert [one.findtext("a:updated", None, NS) for one in entries] == ["2022-07-01T00:00:00Z", "2021-02-03T00:00:00Z"]
    assert [one.findtext("a:id", None, NS) for one in entries] == [f"{URL}briefs/a/", f"{URL}briefs/b/"]
    assert [entries[0].findtext(f"a:{name}", None, NS) for name in ("title", "summary", "content", "author/a:name")] == [
        "The bridge",
        "Short & <b>.",
        "A point.",
        "Ann",
    ]
    assert [one.get("term") for one in tree.iterfind("a:entry/a:category", NS)] == ["Water"]
    assert [one.get("href") for one in tree.findall("a:link", NS)] == [URL, f"{URL}feed.xml"]


def test_rss_has_what_it_must_and_the_briefs_own_dates() -> None:
    (channel,) = ET.fromstring(rss(TWO))
    items = channel.findall("item")

    assert [channel.findtext(name) for name in ("title", "link", "description")] == ["Briefs", URL, "Articles in brief"]
    assert channel.findtext("lastBuildDate") == "Fri, 01 Jul 2022 00:00:00 GMT"
    assert [one.get("href") for one in channel.findall("a:link", NS)] == [f"{URL}rss.xml"]
    assert [one.findtext("guid") for one in items] == [f"{URL}briefs/a/", f"{URL}briefs/b/"]
    assert [parsedate_to_datetime(one.findtext("pubDate") or "").isoformat() for one in items] == [
        "2022-07-01T00:00:00+00:00",
        "2021-02-03T00:00:00+00:00",
    ]
    assert items[0].findtext("description") == "Short &amp; &lt;b&gt;. A point."
    assert (items[0].findtext("dc:creator", None, NS), items[1].findtext("category")) == ("Ann", "Water")


def test_json_feed_has_what_it_must() -> None:
    written = json.loads(json_feed(TWO))

    assert {key: written[key] for key in ("version", "title", "home_page_url", "feed_url", "description")} == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Briefs",
        "home_page_url": URL,
        "feed_url": f"{URL}feed.json",
        "description": "Articles in brief",
    }
    assert written["items"] == [
        {
            "id": f"{URL}briefs/a/",
            "url": f"{URL}briefs/a/",
            "title": "The bridge",
            "summary": "Short & <b>.",
            "content_text": "A point.",
            "date_published": "2022-07-01T00:00:00Z",
            "authors": [{"name": "Ann"}],
            "tags": [],
            "language": "en",
        },
        {
            "id": f"{URL}briefs/b/",
            "url": f"{URL}briefs/b/",
            "title": "The bridge",
            "content_text": "The bridge",
            "date_published": "2021-02-03T00:00:00Z",
            "tags": ["Water"],
            "language": "en",
        },
    ]


@pytest.mark.parametrize(
    ("fields", "moment"),
    [
        ({"published": "2022-06"}, "2022-06-01T00:00:00Z"),
        ({"published": "2022-06", "publish_at": "2026-01-01T00:30:00+01:00"}, "2025-12-31T23:30:00Z"),
        ({"publish_at": "2026-01-01T09:00:00.5Z"}, "2026-01-01T09:00:00Z"),
        ({"published": "-0043"}, None),
        ({"published": "../2020"}, None),
        ({}, None),
    ],
)
def test_when_a_brief_is_dated(fields: dict[str, str], moment: str | None) -> None:
    assert when(brief(**fields)) == moment


def test_what_has_no_date_is_in_no_feed() -> None:
    empty = feed(a=brief(), b=brief(published="../2020"))

    assert ET.fromstring(atom(empty)).findall("a:entry", NS) == []
    assert ET.fromstring(atom(empty)).findtext("a:updated", None, NS) == "1970-01-01T00:00:00Z"
    assert ET.fromstring(rss(empty)).findall("channel/item") == []
    assert json.loads(json_feed(empty))["items"] == []


def test_the_feed_ends_with_the_fiftieth_and_the_order_of_the_briefs_changes_nothing() -> None:
    briefs = {f"b{n:02}": brief(published=f"20{n // 3:02}") for n in range(60)}

    assert len(feed(**briefs).items) == 50
    assert feed(**briefs) == feed(**dict(reversed(briefs.items())))


@given(st.text(min_size=1, max_size=30).filter(lambda text: text.strip()))
def test_any_words_leave_every_feed_well_formed(text: str) -> None:
    one = Brief(title=text, author=text, standfirst=text, topics=(text,), published="2021", body=BODY)
    written = dict(files_of(feed_of(text, URL, text, text, [item_of(one, URL)])))

    assert ET.fromstring(written["feed.xml"]).find("a:entry", NS) is not None
    assert ET.fromstring(written["rss.xml"]).find("channel/item") is not None
    (item,) = json.loads(written["feed.json"])["items"]
    assert not any(ord(letter) < 32 and letter not in "\t\n\r" for letter in item["title"])


def test_the_newest_come_first_and_addresses_decide_between_equals() -> None:
    dated = [("c/", "2020"), ("b/", None), ("d/", "2021"), ("a/", "2020"), *((f"e{n}/", "2019") for n in range(60))]

    assert newest(dated)[:3] == ["d/", "a/", "c/"]
    assert newest(dated) == newest(dated[::-1])
    assert len(newest(dated)) == 50
