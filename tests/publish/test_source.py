import warnings

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Span
from generator.publish.evidence import CitedSentence
from generator.publish.source import Piece, TextsDifferError, mark
from generator.text import body
from generator.text.sentences import sentences
from tests.case_files import Case, read_cases

FRAGMENTS = st.sampled_from(
    [
        "One stands here.",
        "Two *stands* here.",
        "**Three",
        "four.** Five",
        "a < b & c.",
        "`x y.` Z.",
        "[Six. Seven](https://example.org/?a=1&b=2) eight.",
        "*Nine\n\nTen.*",
        "第一句。第二句。",
        "第三句。第四句。第五句。第六句。第七句。",
        "é&nbsp;ü.",
        "<b>Eleven.</b>",
        "\n\n",
        "\n- ",
        "\n> ",
        "\n## ",
        "  \n",
        " ",
    ]
)


def cite(text: str, numbers: list[int], language: str = "en") -> list[CitedSentence]:
    found = sentences(text, language)
    return [CitedSentence(number, found[number - 1].span, ()) for number in numbers]


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(edge(piece) for piece in pieces)


def edge(piece: Piece) -> str:
    if piece.sentence is None:
        return piece.html
    name = f"{'' if piece.first else '+'}{piece.sentence.number}"
    return f"[{name}" if piece.kind == "open" else f"{name}]"


def ink(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("case", read_cases("publish/source.txt"), ids=str)
def test_marks(case: Case) -> None:
    numbers, _, markdown = case.given.partition("\n---\n")
    cited = cite(body.to_text(markdown), [int(number) for number in numbers.split()])

    assert shown(mark(body.to_html(markdown), body.to_text(markdown), cited)) == case.expected


def test_a_sentence_over_two_blocks_is_marked_in_both() -> None:
    html, text = "<p>One stands</p>\n<p>here. Two.</p>", "One stands\n\nhere. Two."

    pieces = mark(html, text, [CitedSentence(1, Span(0, 17), ())])

    assert shown(pieces) == "<p>[1One stands1]</p>\n<p>[+1here.+1] Two.</p>"


def test_inline_markup_around_a_block_is_set_within_it() -> None:
    pieces = mark("<em><p>One.</p><p>Two.</p></em>", "One.\n\nTwo.", [CitedSentence(2, Span(6, 10), ())])

    assert shown(pieces) == "<p><em>One.</em></p><p>[2<em>Two.</em>2]</p>"


def test_a_closing_bracket_in_an_attribute_ends_no_tag() -> None:
    pieces = mark('<p><a href="a>b">One.</a> Two.</p>', "One. Two.", [CitedSentence(2, Span(5, 9), ())])

    assert shown(pieces) == '<p><a href="a>b">One.</a> [2Two.2]</p>'


def test_spaces_may_differ_within_a_text() -> None:
    pieces = mark("<p>One\n stands. <b>Two&nbsp;\n&lt; th ree.</b> Four.</p>", "One stands. Two < three. Four.", cited(12, 24))

    assert shown(pieces) == "<p>One\n stands. [2<b>Two&nbsp;\n&lt; th ree.</b>2] Four.</p>"


def cited(start: int, end: int) -> list[CitedSentence]:
    return [CitedSentence(2, Span(start, end), ())]


def test_texts_that_differ_are_refused() -> None:
    with pytest.raises(TextsDifferError):
        mark("<p>One.</p>", "One, two.", [])


@settings(deadline=None)
@given(st.lists(FRAGMENTS, max_size=12).map("".join), st.data())
def test_marks_take_nothing_away_and_leave_the_html_whole(markdown: str, data: st.DataObject) -> None:
    text = body.to_text(markdown)
    found = sentences(text)
    numbers = data.draw(st.lists(st.integers(1, len(found)), unique=True)) if found else []
    pieces = mark(body.to_html(markdown), text, cite(text, sorted(numbers)))

    written = "".join({"html": piece.html, "open": "<mark>", "close": "</mark>"}[piece.kind] for piece in pieces)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(written)
    assert ink("".join(tree.itertext())) == ink(text)
    marked = "".join("".join(element.itertext()) for element in tree.iter("mark"))
    assert ink(marked) == ink("".join(found[number - 1].text for number in sorted(numbers)))
    firsts = [piece.sentence.number for piece in pieces if piece.sentence and piece.kind == "open" and piece.first]
    assert firsts == sorted(numbers)


@pytest.mark.parametrize("hostile", ["<" * 20_000, "&" * 20_000, "*a" * 20_000, "&amp;" * 9_000, "a. " * 5_000])
def test_hostile_text_takes_no_longer_than_its_length(hostile: str) -> None:
    text = body.to_text(hostile)
    numbers = list(range(1, len(sentences(text)) + 1))

    assert mark(body.to_html(hostile), text, cite(text, numbers))
