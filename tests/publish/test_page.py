from generator.model import KeyPoint, Note
from generator.publish.page import annotate, brief_page
from generator.publish.site import LISTS, site_of
from tests.publish.making import annotated, event, point, published


def test_a_brief_whose_quote_is_not_in_its_text_says_so() -> None:
    found = annotate(published(key_points=[point("The bridge was closed in spring."), point("Nobody said this.")]))

    assert found == ("the quote of key point 2 is not in the article's text; 'briefs check' says where",)


def test_a_page_has_its_dates_its_minutes_and_its_direction() -> None:
    one = annotated(
        language="ar", timeline=[event("2024-05"), event("2024-Q3")], notes=[Note(quote="It carries no lorries.", text="Why?")]
    )

    page = brief_page(one, site_of([one]).surroundings["bridge"])
    assert [str(date) for date in page.event_dates] == ["May 2024", "third quarter of 2024"]
    assert page.note_dates == (None,)
    assert (page.direction, page.minutes, page.grade_scale, page.figures) == ("rtl", 1, None, ())


def test_the_site_is_the_same_whatever_order_its_briefs_come_in() -> None:
    briefs = [
        annotated(f"b{n}", topics=["Water", f"T{n % 2}"], published=f"202{n % 3}", timeline=[event(f"200{n}")])
        for n in range(6)
    ]

    assert site_of(briefs) == site_of(briefs[::-1])


def test_addresses_are_those_of_the_lists_and_the_briefs() -> None:
    assert site_of([annotated("a")]).addresses() == (*(f"{name}/" for name in LISTS), "briefs/a/")


def test_every_topic_of_every_brief_has_an_anchor() -> None:
    site = site_of([annotated("a", topics=["E-Commerce"]), annotated("b", topics=["e-commerce", "抖音"])])

    assert site.anchor_of("E-COMMERCE") == site.anchor_of("e-commerce")
    assert site.anchor_of("抖音") == "topic-抖音"


def test_a_quotation_that_stands_twice_is_found() -> None:
    one = annotated(
        body="The same is said. Something else. The same is said.", key_points=[KeyPoint(text="x", quote="The same is said.")]
    )

    assert [sentence.number for sentence in one.evidence.cited] == [1]
