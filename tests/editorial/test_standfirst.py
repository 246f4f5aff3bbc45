"""The standfirst: the article's own, else its lead, else none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editorial.standfirst import choose
from tests.case_files import Case, read_cases
from tests.editorial.written_articles import written


@pytest.mark.parametrize("case", read_cases("standfirst"), ids=str)
def test_the_lead(case: Case) -> None:
    assert (choose(written(case.given)) or "(none)") == case.expected


def test_the_articles_own_comes_first() -> None:
    assert choose(written("Bridge\n\nThe council will rebuild it.", "What a bridge costs.")) == "What a bridge costs."


@given(st.text(max_size=400))
def test_it_is_one_line_or_nothing(text: str) -> None:
    found = choose(written("Bridge\n\n" + text))

    assert found is None or (found.strip() and "\n" not in found)
