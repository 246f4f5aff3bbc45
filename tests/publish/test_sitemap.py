import xml.etree.ElementTree as ET

from generator.publish.sitemap import robots, sitemap

URL = "https://user.github.io/repo/"
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_the_sitemap_is_sorted_and_lists_each_page_once() -> None:
    tree = ET.fromstring(sitemap(URL, ["topics/", "", "briefs/a/", "topics/"]))

    assert [one.text for one in tree.iterfind("s:url/s:loc", NS)] == [URL, f"{URL}briefs/a/", f"{URL}topics/"]


def test_robots_name_the_sitemap() -> None:
    assert f"Sitemap: {URL}sitemap.xml\n" in robots(URL).decode()
