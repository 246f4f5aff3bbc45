"""One changed character that changes a meaning is a fault that names line and item; a short form of
`python -m tests.hand.mutations 1000 5`."""

import pytest

from tests.hand.mutations import main


@pytest.mark.parametrize("seed", [6, 7])
def test_a_changed_quote_number_or_name_is_a_fault(seed: int) -> None:
    found = main(150, seed)

    assert {named for _, named in found} == {"fault"}, found
