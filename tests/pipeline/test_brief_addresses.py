import pytest

from generator.model import Brief, PublishedBrief, Source
from generator.pipeline.brief_addresses import brief_addresses

TIDE = PublishedBrief(
    "tide",
    Brief(
        title="Tide",
        aliases=("briefs/flood/", "2022/old.html"),
        source=Source(url="http://paper.example/a/?id=3"),
        body="It rose.",
    ),
)
WALL = PublishedBrief("wall", Brief(title="Wall", source=Source(url="https://paper.example/both"), body="It held."))
MOAT = PublishedBrief("moat", Brief(title="Moat", source=Source(url="https://paper.example/both/"), body="It dried."))
SITE = brief_addresses((TIDE, WALL, MOAT), "https://user.example/repo/")


@pytest.mark.parametrize(
    "address",
    [
        "https://user.example/repo/briefs/tide/",
        "http://user.example/repo/briefs/tide",
        "https://USER.example/repo/briefs/tide/index.html?utm_source=x#s3",
        "https://user.example/repo/briefs/%74ide/",
        "http://127.0.0.1:8000/repo/briefs/tide/",
        "http://localhost:8123/repo/briefs/tide/",
        "https://user.example/repo/briefs/flood/",
        "https://user.example/repo/2022/old.html",
        "https://paper.example/a?id=3#top",
    ],
)
def test_the_addresses_of_a_brief(address: str) -> None:
    assert SITE.slug(address) == "tide"


@pytest.mark.parametrize(
    ("address", "is_of_site"),
    [
        ("https://user.example/repo/", True),
        ("https://user.example/repo/briefs/none/", True),
        ("https://user.example/briefs/tide/", False),
        ("https://user.example/repository/briefs/tide/", False),
        ("https://other.example/repo/briefs/tide/", False),
        ("https://paper.example/a?id=4", False),
        ("https://paper.example/both", False),
        ("file:///repo/briefs/tide/index.html", False),
        ("javascript:alert(1)", False),
        ("https://[", False),
        ("urn:x-pdf:abc", False),
        ("", False),
    ],
)
def test_addresses_of_no_brief(address: str, is_of_site: bool) -> None:
    assert SITE.slug(address) is None
    assert SITE.is_of_site(address) == is_of_site


def test_a_site_at_the_root_of_its_host() -> None:
    site = brief_addresses((TIDE,), "https://user.example/")

    assert site.slug("https://user.example/briefs/tide/") == "tide"
    assert site.slug("https://user.example/x/briefs/tide/") is None
