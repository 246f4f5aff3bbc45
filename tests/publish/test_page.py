from generator.model import KeyPoint, Note, Source
from generator.publish.list_pages import list_pages
from generator.publish.page import annotate, brief_page
from tests.publish.interfaces import ENGLISH
from tests.publish.making import annotated, event, point, published, site


def test_a_brief_whose_quote_is_not_in_its_text_says_so() -> None:
    found = annotate(published(key_points=[point("The bridge was closed in spring."), point("Nobody said this.")]))

    assert found == ("the quote of key point 2 is not in the article's text; 'briefs check' says where",)


def test_a_page_has_its_dates_its_minutes_and_its_direction() -> None:
    one = annotated(
        language="ar", timeline=[event("2024-05"), event("2024-Q3")], notes=[Note(quote="It carries no lorries.", text="Why?")]
    )

    page = brief_page(one, site([one]).surroundings("bridge"))
    assert (page.direction, page.minutes, page.grade_scale, page.figures) == ("rtl", 1, None, ())
    assert page.time_scale
    assert [row.latest for row in page.time_scale.rows] == ["2024-05-31", "2024-09-30"]
    assert page.at_publisher == {}


def test_the_site_is_the_same_whatever_order_its_briefs_come_in() -> None:
    briefs = [
        annotated(f"b{n}", topics=["Water", f"T{n % 2}"], published=f"202{n % 3}", timeline=[event(f"200{n}")])
        for n in range(6)
    ]

    one, other = site(briefs), site(briefs[::-1])
    assert (one.entries, one.topics, one.authors, one.events) == (other.entries, other.topics, other.authors, other.events)


def test_every_page_across_briefs_is_an_address_of_the_site() -> None:
    briefs = [annotated(f"b{n}", topics=["Water"], author="Ann", published="2021", timeline=[event("2001")]) for n in range(51)]
    found = site(briefs)

    pages = [page.address for page in list_pages(found, ENGLISH)]
    assert len(pages) == len(set(pages))
    assert {"archive/2/", "topics/water/2/", "authors/ann/2/", "search/", "authors/"} <= set(pages)
    assert found.addresses() == (*(a for a in found.addresses() if a in pages), *(entry.url for entry in found.entries))
    assert set(found.addresses()) == {*pages, *(entry.url for entry in found.entries)}


def test_topics_and_authors_are_found_however_they_are_written() -> None:
    found = site([annotated("a", topics=["E-Commerce"], author="Ann  Lee"), annotated("b", topics=["e-commerce", "抖音"])])

    assert found.topic_url("E-COMMERCE") == found.topic_url("e-commerce") == "topics/e-commerce/"
    assert found.author_url("ann lee") == "authors/ann-lee/"


def test_the_years_lead_to_the_first_page_that_has_them() -> None:
    found = site([annotated(f"b{n:02}", published=str(2020 - n // 30)) for n in range(90)])

    assert found.years() == {"archive/#y2020": 2020, "archive/#y2019": 2019, "archive/2/#y2018": 2018}


def test_a_note_stands_beside_the_last_sentence_of_its_quote() -> None:
    notes = [
        Note(quote="It carries no lorries.", text="Why?"),
        Note(quote="It carries no lorries. The council will decide in the autumn.", text="x"),
    ]

    assert annotated(notes=notes).notes == {5: (1,), 6: (2,)}


def test_each_statement_leads_to_the_publisher_where_the_source_has_an_address() -> None:
    one = annotated(source=Source(url="https://example.org/a"), key_points=[point("It carries no lorries.")])

    page = brief_page(one, site([one]).surroundings("bridge"))
    assert page.at_publisher == {"point-1": "https://example.org/a#:~:text=It%20carries%20no%20lorries%2E"}


def test_a_quotation_that_stands_twice_is_found() -> None:
    one = annotated(
        body="The same is said. Something else. The same is said.", key_points=[KeyPoint(text="x", quote="The same is said.")]
    )

    assert [sentence.number for sentence in one.evidence.cited] == [1]
