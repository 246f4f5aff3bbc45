"""Plain text files to articles, as the case files tell them."""

import subprocess
import sys

import pytest

from generator.formats.article import parse
from tests.case_files import Case, read_cases
from tests.formats.article.shown import shown


@pytest.mark.parametrize("case", read_cases("article/plain.txt"), ids=str)
def test_plain_text(case: Case) -> None:
    article = parse(case.given.encode(), "file-name.txt")

    assert case.expected.split("\n") == shown(article).split("\n")


@pytest.mark.parametrize("case", read_cases("article/plain.txt"), ids=str)
def test_every_line_end_reads_alike(case: Case) -> None:
    with_crlf = parse(case.given.replace("\n", "\r\n").encode("utf-8-sig"), "file-name.txt")

    assert with_crlf == parse(case.given.encode(), "file-name.txt")


@pytest.mark.parametrize("case", read_cases("article/plain.txt"), ids=str)
def test_nothing_is_lost_or_invented(case: Case) -> None:
    article = parse(case.given.encode(), "file-name.txt")
    told = " ".join((article.headline, article.text, *article.removed))

    assert set(case.given.split()) - set(told.split()) <= {"-", "•", ">", "1.", "2.", "3.", "Xinhua"}


def test_a_plain_text_does_not_wait_for_what_reads_the_other_formats() -> None:
    asks = "from generator.formats.article import parse\nparse(b'The wall held.', 'a.txt')\nimport sys\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True).stdout.split()

    assert "generator.formats.article.plain" in loaded
    assert {"trafilatura", "lxml", "markdown_it"}.isdisjoint(loaded)
