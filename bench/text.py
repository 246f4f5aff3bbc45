"""`python -m bench.text`: articles a second of processor time, for the conversion and its parts, in one process.

The articles are the texts of the benchmark's briefs, as plain text and as a web page. In each round every row does one slice in
turn; trafilatura's extraction of the same pages is beside them, since what a web page is made of is left to it.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from statistics import median

import trafilatura

from bench.corpus import brief
from generator.conversion import brief_from_text
from generator.formats.brief import written
from generator.text.readability import measure

_PAGE = "<!doctype html><html lang=en><title>{title}</title><body><nav>Home</nav><article>{text}</article></body></html>"


@dataclass(frozen=True, slots=True)
class Given:
    """One article in two formats."""

    plain: str
    page: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, and prints one line a row."""
    parser = argparse.ArgumentParser(prog="python -m bench.text", description="Measures the conversion of articles.")
    parser.add_argument("-n", "--articles", type=int, default=120, help="how many articles (120)")
    parser.add_argument("--rounds", type=int, default=3, help="how many slices they are taken in (3)")
    given = parser.parse_args(arguments)
    articles = [_article(number) for number in range(given.articles)]
    words = sum(len(one.plain.split()) for one in articles) // len(articles)
    print(f"{len(articles)} articles of {words} words")
    for name, seconds in _measured(articles, given.rounds).items():
        print(f"{name:<46}{median(seconds) * 1000:9.2f} ms an article {1 / median(seconds):9.1f} a CPU second")
    return 0


def _article(number: int) -> Given:
    one = brief(number, seed=7)
    paragraphs = one.body.split("\n\n")
    text = f"{one.title}\n\n" + "\n\n".join(paragraph.removeprefix("## ") for paragraph in paragraphs)
    page = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return Given(text, _PAGE.format(title=escape(one.title), text=page))


def _measured(articles: Sequence[Given], rounds: int) -> dict[str, list[float]]:
    """Seconds of processor time an article, by row, one figure a round; each row is run once before."""
    for task in _ROWS.values():
        task(articles[0])
    found: dict[str, list[float]] = {name: [] for name in _ROWS}
    for part in _slices(articles, rounds):
        for name, task in _ROWS.items():
            started = time.process_time()
            for one in part:
                task(one)
            found[name].append((time.process_time() - started) / len(part))
    return found


def _slices(articles: Sequence[Given], rounds: int) -> Iterator[Sequence[Given]]:
    yield from (articles[number::rounds] for number in range(rounds))


def _converted(content: str, name: str) -> str:
    return written(brief_from_text(content.encode("utf-8"), name, "2024-01-31"), "content/briefs/article.md")


_ROWS: dict[str, Callable[[Given], object]] = {
    "readability, seven formulas": lambda given: measure(given.plain),
    "plain text to brief, read back and verified": lambda given: _converted(given.plain, "article.txt"),
    "web page to brief, read back and verified": lambda given: _converted(given.page, "article.html"),
    "trafilatura alone on that page": lambda given: trafilatura.extract(given.page),
}

if __name__ == "__main__":
    sys.exit(main())
