from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.brief import parse, render, verify, with_notes
from generator.formats.web_annotation import WebAnnotation
from generator.model import Brief, Note, PublishedBrief, Source
from generator.pipeline.placement import Placed, Shelf, Unplaced
from generator.text.body import to_text
from generator.text.quotes import TextQuoteSelector

SITE = "https://user.example/"
TIDE = "The tide came in. The boats went out. It rose. Men ran. It rose. Men hid. Both say this."
BRIEFS = (
    PublishedBrief("tide", Brief(title="Tide", source=Source(url="https://paper.example/tide"), body=TIDE)),
    PublishedBrief("wall", Brief(title="Wall", body="The wall held. Both say this. One said: both say this, *too*.")),
)
ONE = WebAnnotation(
    1,
    id="one",
    page=f"{SITE}briefs/tide/",
    selector=TextQuoteSelector("The boats went out.", "came in. ", " It rose."),
    text="Which boats?",
    by="Ann",
    created="2024-05-02T09:00:00Z",
)
NOTE = Note(quote="The boats went out.", text="Which boats?", by="Ann", date="2024-05-02")
REPLY = WebAnnotation(2, id="two", page=ONE.page, text="All of them.", by="Bo", answers=("one",))
PAGE_NOTE = replace(ONE, id="page", selector=None, text="Well told.")


def placed(one: WebAnnotation, *others: WebAnnotation, with_private: bool = False) -> Placed | Unplaced:
    return Shelf(BRIEFS, SITE, (one, *others)).place(one, with_private=with_private)


def quoting(exact: str, prefix: str = "", suffix: str = "", page: str = ONE.page) -> WebAnnotation:
    return replace(ONE, selector=TextQuoteSelector(exact, prefix, suffix), page=page)


def why(one: WebAnnotation, *others: WebAnnotation) -> str:
    found = placed(one, *others)
    assert isinstance(found, Unplaced), found
    assert found.kind == "orphan"
    return found.why


def test_an_annotation_becomes_a_note() -> None:
    assert placed(ONE) == Placed("tide", NOTE)


def test_what_was_selected_is_the_quote_and_a_word_is_whole() -> None:
    found = placed(quoting("oats went"))

    assert found == Placed("tide", NOTE.model_copy(update={"quote": "boats went"}))


def test_a_quote_that_stands_twice_is_told_apart() -> None:
    found = placed(quoting("It rose.", "Men ran. "))

    assert isinstance(found, Placed)
    assert found.note.quote == "It rose."
    assert (found.note.prefix or "").endswith("Men ran. ")


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (quoting("The boots went out."), 'is an orphan: "The boots went out." does not stand in tide.md'),
        (quoting("The wall held."), 'is an orphan: "The wall held." does not stand in tide.md'),
        (quoting("It rose."), "stands in tide.md more than once, and what is around it does not say where"),
        (quoting("Nobody said this.", page=""), "stands in no brief"),
        (quoting("Nobody said this.", page=f"{SITE}timeline/"), "stands in no brief"),
        (quoting("Both say this.", page=""), "stands in 2 briefs (tide.md, wall.md), and no address says"),
        (quoting("It rose.", page=""), "stands in tide.md more than once"),
        (replace(ONE, fault="is no annotation"), "is no annotation"),
        (REPLY, "answers an annotation that is not in the file"),
        (replace(REPLY, answers=("two",)), "answers an annotation that is not in the file"),
    ],
)
def test_an_orphan_says_why(one: WebAnnotation, reason: str) -> None:
    assert reason in why(one)


@pytest.mark.parametrize(
    ("one", "slug"),
    [
        (quoting("The wall held.", page=""), "wall"),
        (quoting("Both say this.", "The wall held. ", page=""), "wall"),
        (quoting("The wall held.", page=f"{SITE}archive/"), "wall"),
        (quoting("The boats went out.", page="http://paper.example/tide"), "tide"),
        (quoting("The boats went out.", "came in. ", page="https://mirror.example/tide"), "tide"),
        (quoting("both say this, too", page=""), "wall"),
    ],
)
def test_where_no_address_says_the_quote_does(one: WebAnnotation, slug: str) -> None:
    found = placed(one)

    assert isinstance(found, Placed)
    assert found.slug == slug


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (replace(ONE, text=""), "highlight"),
        (PAGE_NOTE, "whole page"),
        (replace(PAGE_NOTE, page="https://paper.example/tide"), "whole page"),
        (replace(PAGE_NOTE, page="https://mirror.example/"), "elsewhere"),
        (quoting("The boats went out.", page="https://mirror.example/tide"), "elsewhere"),
        (quoting("Nobody said this.", page="https://mirror.example/tide"), "elsewhere"),
        (replace(ONE, is_private=True), "private"),
        (replace(ONE, id=f"{SITE}briefs/tide/#point-2"), "of a brief"),
    ],
)
def test_what_is_left_out_is_no_orphan(one: WebAnnotation, kind: str) -> None:
    found = placed(one)

    assert isinstance(found, Unplaced)
    assert found.kind == kind


def test_what_was_private_is_taken_where_that_is_asked_for() -> None:
    assert placed(replace(ONE, is_private=True), with_private=True) == Placed("tide", NOTE)


def test_a_note_of_a_brief_is_taken_like_any_other() -> None:
    assert placed(replace(ONE, id=f"{SITE}briefs/tide/#note-1")) == Placed("tide", NOTE)


@pytest.mark.parametrize(
    ("reply", "others"),
    [
        (REPLY, [ONE]),
        (REPLY, [replace(ONE, text="")]),
        (replace(REPLY, id="three", answers=("one", "two")), [ONE, REPLY]),
        (replace(REPLY, id="three", answers=("two",)), [ONE, REPLY]),
        (replace(REPLY, answers=(), page="one"), [ONE]),
    ],
)
def test_a_reply_stands_where_what_it_answers_does(reply: WebAnnotation, others: list[WebAnnotation]) -> None:
    assert placed(reply, *others) == Placed("tide", Note(quote=NOTE.quote, text="All of them.", by="Bo"))


def test_replies_that_answer_each_other_are_orphans() -> None:
    other = replace(REPLY, id="three", answers=("two",))

    assert "answers an annotation that is not in the file" in why(replace(REPLY, answers=("three",)), other)


def test_a_reply_to_a_note_on_the_page_is_one_too() -> None:
    found = placed(replace(REPLY, answers=("page",)), PAGE_NOTE)

    assert isinstance(found, Unplaced)
    assert found.kind == "whole page"


@given(st.lists(st.sampled_from(["It rose.", "Men", "ran.", "It", "中。", "*so*", "\n\n"]), min_size=1, max_size=12), st.data())
def test_whatever_is_selected_becomes_a_note_that_is_sound(words: list[str], data: st.DataObject) -> None:
    brief = Brief(title="Tide", body=" ".join(words).strip() or "It.")
    text = to_text(brief.body)
    start = data.draw(st.integers(0, len(text) - 1))
    exact = text[start : data.draw(st.integers(start + 1, len(text)))]
    annotation = quoting(exact, text[max(0, start - 9) : start], text[start + len(exact) :][:9])

    found = Shelf([PublishedBrief("tide", brief)], SITE, [annotation]).place(annotation)
    if isinstance(found, Placed):
        file = parse(with_notes(parse(render(brief), "tide.md"), [found.note]), "tide.md")
        assert verify(file) == ()
        assert "".join(exact.split()) in "".join(found.note.quote.split())
    else:
        assert not exact.strip() or "more than once" in found.why
