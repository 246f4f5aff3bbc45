"""Briefs for other programs: one brief as JSON and as Markdown beside its page, and the whole site in two lists.

    briefs/<slug>/index.json   the brief's words, its statements with their quotes, its figures
    briefs/<slug>/index.md     its statements in plain Markdown, each with its quote below it
    briefs.json                every brief without its quotes, the newest first, with the address of its index.json
    llms.txt                   the same list in Markdown, as llmstxt.org proposes

docs/files.md documents the keys. The article's text is in none of them but for what the brief quotes.
"""

from collections.abc import Iterator, Sequence

from generator.model import Brief
from generator.publish.catalogue import Entry
from generator.publish.evidence import Statement, statements
from generator.publish.metadata import web_address
from generator.publish.plain import plain, plain_json
from generator.text.markdown_escapes import escape, escape_start

VERSION = 1
_HEADINGS = {"key_point": "Key points", "challenge": "Challenges", "event": "Timeline", "note": "Notes"}


def brief_json(brief: Brief, url: str) -> bytes:
    """The brief at `url` as JSON."""
    return plain_json(
        {
            "version": VERSION,
            "url": url,
            **_described(brief),
            "source_url": web_address(brief.source.url),
            "statements": [_statement_json(brief, statement, url) for statement in statements(brief)],
            "readability": brief.readability.model_dump(exclude_none=True) if brief.readability else None,
        }
    )


def briefs_json(entries: Sequence[Entry], site_url: str, site_name: str) -> bytes:
    """Every brief of the site as JSON."""
    listed = [
        {"url": f"{site_url}{entry.url}", "data": f"{site_url}{entry.url}index.json", **_described(entry)} for entry in entries
    ]
    return plain_json({"version": VERSION, "title": site_name, "url": site_url, "briefs": listed})


def brief_markdown(brief: Brief, url: str) -> bytes:
    """The brief at `url` as Markdown."""
    lines = [f"# {_heading(brief.title)}", ""]
    if brief.standfirst:
        lines += [_paragraph(brief.standfirst), ""]
    lines += [f"- {fact}" for fact in _facts(brief, url)]
    kind = None
    for statement in statements(brief):
        if statement.kind != kind:
            kind = statement.kind
            lines += ["", f"## {_HEADINGS[kind]}"]
        lines += ["", *_statement_lines(brief, statement)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def llms_txt(entries: Sequence[Entry], site_url: str, site_name: str, about: str) -> bytes:
    """The list of the site's briefs in Markdown, each with the address of its index.md."""
    lines = [f"# {_heading(site_name)}", "", f"> {_paragraph(about)}", "", "## Briefs", ""]
    for entry in entries:
        link = f"- [{_line(entry.title)}]({site_url}{entry.url}index.md)"
        lines.append(f"{link}: {_line(entry.standfirst)}" if entry.standfirst else link)
    lines += ["", "## Data", "", f"- [All briefs as JSON]({site_url}briefs.json)"]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _described(brief: Brief | Entry) -> dict[str, object]:
    return {
        "title": brief.title,
        "standfirst": brief.standfirst,
        "author": brief.author,
        "published": brief.published,
        "language": brief.language,
        "topics": brief.topics,
    }


def _statement_json(brief: Brief, statement: Statement, url: str) -> dict[str, object]:
    found: dict[str, object] = {"kind": statement.kind, "url": f"{url}#{statement.anchor}"}
    if statement.kind == "challenge":
        found["title"] = brief.challenges[statement.number - 1].title
    if statement.kind == "event":
        found["date"] = brief.timeline[statement.number - 1].date
    return found | {"text": statement.text, "quote": statement.quote}


def _facts(brief: Brief, url: str) -> Iterator[str]:
    yield f"Page: <{url}>"
    if original := web_address(brief.source.url):
        yield f"Original: <{_bare(original)}>"
    if brief.author:
        yield f"Author: {_line(brief.author)}"
    if brief.published:
        yield f"Published: {brief.published}"
    if brief.topics:
        yield f"Topics: {_line(', '.join(brief.topics))}"


def _statement_lines(brief: Brief, statement: Statement) -> Iterator[str]:
    if statement.kind == "challenge":
        yield f"### {_heading(brief.challenges[statement.number - 1].title)}"
        yield ""
    before = f"{brief.timeline[statement.number - 1].date}: " if statement.kind == "event" else ""
    yield f"{statement.number}. {before}{_line(statement.text) if before else _paragraph(statement.text)}"
    yield ""
    for line in statement.quote.splitlines():
        yield f"   > {_paragraph(line)}".rstrip()


def _line(text: str) -> str:
    return escape(_single_spaced(text)).replace("[", "\\[")


def _single_spaced(text: str) -> str:
    # Most texts are so already, and where all is printable no space is another than " ".
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text
    return " ".join(plain(text).split())


def _heading(text: str) -> str:
    """A line behind the marks of a heading; marks at its end would be taken for their closing."""
    line = _paragraph(text)
    return f"{line[:-1]}\\#" if line.endswith("#") and not line.endswith("\\#") else line


def _paragraph(text: str) -> str:
    return escape_start(_line(text))


def _bare(url: str) -> str:
    """An address as it may stand between angle brackets."""
    return "".join(plain(url).split()).replace("<", "%3C").replace(">", "%3E")
