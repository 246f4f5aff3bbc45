"""Page chrome: what goes is told in plain.txt; here is what must stay, and what may be lost at most."""

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.article.chrome import without_chrome
from generator.model import Block
from tests.case_files import Case, read_cases

BEFORE = Block("paragraph", "The harbour of the town is old, and everybody in the town knows that it is.")
AFTER = Block("paragraph", "The council wants a new one, and it has wanted a new one for as long as anybody can say.")
PAGES = read_cases("article/lines_of_pages.txt")
LINES = st.sampled_from(
    [BEFORE.text, AFTER.text, "Subscribe now", "- END -", "###", "Read more: x", "A loose line", "12", "Why?", "Advertisement"]
)


@pytest.mark.parametrize("case", read_cases("article/running_text.txt"), ids=str)
def test_running_text_stays(case: Case) -> None:
    blocks = (BEFORE, Block("paragraph", case.given), AFTER)

    assert blocks == without_chrome(blocks).blocks


@pytest.mark.parametrize("case", read_cases("article/running_text.txt"), ids=str)
def test_running_text_stays_between_buttons(case: Case) -> None:
    button = Block("paragraph", "Advertisement")

    assert case.given in [
        block.text for block in without_chrome((BEFORE, button, Block("paragraph", case.given), AFTER)).blocks
    ]


@pytest.mark.parametrize("line", [line for case in PAGES for line in case.given.split("\n")])
def test_a_line_of_a_page_goes(line: str) -> None:
    assert without_chrome((BEFORE, Block("paragraph", line), AFTER)).blocks == (BEFORE, AFTER)


@pytest.mark.parametrize("line", [line for case in PAGES for line in case.expected.split("\n")])
def test_a_line_like_it_stays(line: str) -> None:
    blocks = (BEFORE, Block("paragraph", line), AFTER)

    assert without_chrome(blocks).blocks == blocks


@pytest.mark.parametrize("case", read_cases("article/chrome_lines.txt"), ids=str)
def test_chrome_between_paragraphs_goes(case: Case) -> None:
    lines = [Block("paragraph", line) for line in case.given.split("\n")]

    assert without_chrome((BEFORE, *lines, AFTER)).blocks == (BEFORE, AFTER)


@pytest.mark.parametrize("case", read_cases("article/chrome_lines.txt"), ids=str)
def test_chrome_behind_the_last_paragraph_goes(case: Case) -> None:
    lines = [Block("heading", line) for line in case.given.split("\n")]

    assert without_chrome((BEFORE, AFTER, *lines)).blocks == (BEFORE, AFTER)


@given(st.lists(LINES, min_size=1, max_size=12))
def test_what_goes_is_handed_back(lines: list[str]) -> None:
    cleared = without_chrome([Block("paragraph", line) for line in lines])

    assert sorted(lines) == sorted([*(block.text for block in cleared.blocks), *cleared.removed])
    assert cleared.blocks


def test_the_phrases_are_written_as_their_file_says() -> None:
    text = resources.files("generator.formats.article").joinpath("chrome_phrases.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]

    assert [line for line in lines if line[:2] not in ("= ", "^ ", "~ ") or line != line.casefold() or "’" in line] == []
    assert len(lines) == len(set(lines))
