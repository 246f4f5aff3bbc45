import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from generator.publish.catalogue import catalogue
from generator.publish.feeds import atom, robots, sitemap
from tests.publish.making import published

URL = "https://user.github.io/repo/"
NS = {"a": "http://www.w3.org/2005/Atom", "s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_the_feed_carries_the_briefs_own_dates() -> None:
    entries = catalogue(
        [published("a", published="2022-Q3", standfirst="Short."), published("b", published="2021-02-03", topics=["Water"])]
    )

    feed = ET.fromstring(atom("Briefs", URL, entries))
    assert feed.findtext("a:updated", None, NS) == "2022-07-01T00:00:00Z"
    assert [one.findtext("a:updated", None, NS) for one in feed.findall("a:entry", NS)] == [
        "2022-07-01T00:00:00Z",
        "2021-02-03T00:00:00Z",
    ]
    assert [one.findtext("a:id", None, NS) for one in feed.findall("a:entry", NS)] == [f"{URL}briefs/a/", f"{URL}briefs/b/"]
    assert feed.findtext("a:entry/a:summary", None, NS) == "Short."
    assert [one.get("term") for one in feed.iterfind("a:entry/a:category", NS)] == ["Water"]


def test_what_has_no_date_is_not_in_the_feed() -> None:
    feed = ET.fromstring(atom("Briefs", URL, catalogue([published("a"), published("b", published="../2020")])))

    assert feed.findall("a:entry", NS) == []
    assert feed.findtext("a:updated", None, NS) == "1970-01-01T00:00:00Z"


def test_the_feed_ends_with_the_fiftieth() -> None:
    feed = ET.fromstring(atom("Briefs", URL, catalogue([published(f"b{n:02}", published="2021") for n in range(60)])))

    assert len(feed.findall("a:entry", NS)) == 50


@given(st.text(min_size=1, max_size=30).filter(lambda text: text.strip()))
def test_any_title_leaves_the_feed_well_formed(title: str) -> None:
    feed = ET.fromstring(atom(title, URL, catalogue([published(title=title, published="2021", standfirst=title)])))

    assert feed.find("a:entry", NS) is not None


def test_the_sitemap_is_sorted_and_lists_each_page_once() -> None:
    tree = ET.fromstring(sitemap(URL, ["topics/", "", "briefs/a/", "topics/"]))

    assert [one.text for one in tree.iterfind("s:url/s:loc", NS)] == [URL, f"{URL}briefs/a/", f"{URL}topics/"]


def test_robots_name_the_sitemap() -> None:
    assert f"Sitemap: {URL}sitemap.xml\n" in robots(URL).decode()
