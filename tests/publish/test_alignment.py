from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.publish.alignment import ink_places, respaced, starts

PIECES = st.lists(st.text("ab𝒂.", min_size=1, max_size=4), max_size=8)
SPACES = st.sampled_from(["", " ", "\n\n", "\u3000"])


@given(PIECES, st.data())
def test_each_piece_starts_where_it_stands(pieces: list[str], data: st.DataObject) -> None:
    text = data.draw(SPACES) + "".join(piece + data.draw(SPACES) for piece in pieces)

    found = starts(pieces, text)
    assert found is not None
    assert [text[at : at + len(piece)] for at, piece in zip(found, pieces, strict=True)] == pieces
    assert found == sorted(found)


@given(PIECES, PIECES)
def test_pieces_of_another_text_start_nowhere(pieces: list[str], others: list[str]) -> None:
    assert (starts(pieces, " ".join(others)) is None) or "".join(pieces) == "".join(others)


def test_pieces_stand_in_their_order_and_nothing_is_left() -> None:
    assert starts(["One", "two."], "One two.") == [0, 4]
    assert starts(["two.", "One"], "One two.") is None
    assert starts(["One"], "One two.") is None
    assert starts(["One", "two.", "three"], "One two.") is None
    assert starts([], " ") == []


@given(PIECES, st.data())
def test_what_is_spaced_otherwise_is_the_same_ink(pieces: list[str], data: st.DataObject) -> None:
    text, other = " ".join(pieces), "".join(piece + data.draw(SPACES) for piece in pieces)
    letters = ink_places(text)
    spans = [Span(at, last + 1) for at in letters for last in letters if at <= last]

    moved = respaced(spans, text, other)
    assert ["".join(span.of(other).split()) for span in moved] == ["".join(span.of(text).split()) for span in spans]
