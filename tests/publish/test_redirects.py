import pytest

from generator.publish.redirects import Aliased, redirects
from tests.publish.making import brief

FILES = ["index.html", "archive/index.html", "briefs/bridge/index.html", "feed.xml", "2024/plan.html"]


def aliased(*aliases: str, slug: str = "bridge") -> Aliased:
    return slug, "The bridge", brief(aliases=aliases).aliases


def test_an_alias_leads_to_its_brief() -> None:
    found, faults = redirects([aliased("/old/", "2022/old.html", "briefs/the-bridge")], FILES)

    assert [(one.file, one.target) for one in found] == [
        ("old/index.html", "briefs/bridge/"),
        ("2022/old.html", "briefs/bridge/"),
        ("briefs/the-bridge/index.html", "briefs/bridge/"),
    ]
    assert faults == ()


@pytest.mark.parametrize(
    ("alias", "message"),
    [
        ("archive/", "a page of the site"),
        ("Archive", "a page of the site"),
        ("archive/index.html", "a page of the site"),
        ("feed.xml/", "below a file of the site"),
        ("feed.xml/old/", "below a file of the site"),
        ("2024/plan.html/x", "below a file of the site"),
        ("index.html", "a page of the site"),
    ],
)
def test_an_alias_in_the_way_of_the_site_is_a_fault(alias: str, message: str) -> None:
    found, ((slug, fault),) = redirects([aliased(alias)], FILES)

    assert (found, slug) == ((), "bridge")
    assert message in fault


def test_two_briefs_may_not_have_one_alias() -> None:
    briefs = [aliased("OLD/", slug="b"), aliased("old/", "old/", slug="a")]

    found, faults = redirects(briefs, FILES)
    assert [one.target for one in found] == ["briefs/a/"]
    assert faults == (("b", "the alias OLD/ is an alias of a.md; take it away or choose another"),)


def test_an_alias_may_not_be_a_file_where_another_needs_a_folder() -> None:
    found, faults = redirects([aliased("old.html", "old.html/deeper/", "x.html/y/", "x.html")], FILES)

    assert [one.address for one in found] == ["old.html", "x.html/y/"]
    assert len(faults) == 2


@pytest.mark.parametrize(
    "alias", ["", "/", "../x", "a/../b", ".git/x", "a//b", "https://example.org/", "x?y=1", "x#y", "a b", "\\x", "ü"]
)
def test_an_alias_is_an_address_below_the_site(alias: str) -> None:
    with pytest.raises(ValueError, match=r"no address of the site"):
        brief(aliases=[alias])
