"""One changed character that changes a meaning is named with its line; a short form of `python -m tests.hand.mutations`."""

from tests.hand.mutations import main


def test_a_changed_quote_number_or_name_is_named() -> None:
    found = main(200)

    quotes = {named: times for (kind, named), times in found.items() if kind == "quote"}
    missed = sum(times for (_, named), times in found.items() if named == "missed")
    assert set(quotes) == {"fault"}
    # A number changed into another one that the sentences beside the quote hold, a date's aside, may be a person's choice.
    assert missed <= 2
