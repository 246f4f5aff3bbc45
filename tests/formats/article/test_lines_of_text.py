"""Single lines: bylines, datelines and dates, as the case files tell them."""

import pytest

from generator.formats.article.byline import Byline, read_byline
from generator.formats.article.dateline import take_off
from generator.formats.article.dates import read_date
from tests.case_files import Case, read_cases


def shown(byline: Byline) -> str:
    return f"{byline.author or '-'} | {byline.published or '-'}"


@pytest.mark.parametrize("case", read_cases("article/bylines.txt"), ids=str)
def test_byline(case: Case) -> None:
    byline = read_byline(case.given)

    assert case.expected == (shown(byline) if byline else "no byline")


@pytest.mark.parametrize("case", read_cases("article/datelines.txt"), ids=str)
def test_dateline(case: Case) -> None:
    opening = take_off(case.given)

    assert case.expected == f"{opening.prefix.strip() or '-'} | {shown(opening.byline)}\n{opening.rest}"
    assert case.given.endswith(opening.rest)


@pytest.mark.parametrize("case", read_cases("article/dates.txt"), ids=str)
def test_date(case: Case) -> None:
    assert case.expected == (read_date(case.given) or "none")
