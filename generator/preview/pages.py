"""What the preview adds to the pages it serves: the script that loads them anew, and what went wrong in the last build.

The files of the site stay as they are. Script and style are files of the server, so that a page's own content security
policy holds in the preview as it will where the site is published.
"""

import re
from functools import cache
from html import escape
from importlib.resources import files
from urllib.parse import quote

from generator.errors import on_one_line
from generator.preview.builds import Build
from generator.preview.locating import Names

OWN = ".preview"
"""The folder below the base path whose addresses are the server's own; MkDocs publishes nothing that begins with a dot."""
EVENTS, SCRIPT, STYLE = "events", "reload.js", "problems.css"
MOST = 50
"""Problems shown in a page; all of them are on stderr."""

_BODY = re.compile(rb"<body\b[^<>]*>", re.IGNORECASE)
_BLANK = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>{title}</title></head>
<body><main><h1>{title}</h1><p>{text}</p></main></body>
</html>
"""


@cache
def own_file(name: str) -> bytes:
    """A file of the server itself: SCRIPT or STYLE."""
    return files(__package__).joinpath(name).read_bytes()


def dressed(html: bytes, build: Build, base: Names) -> bytes:
    """A page with the problems of `build` at the start of its body, and the script at its end."""
    own = "/" + "".join(f"{quote(name, safe='')}/" for name in (*base, OWN))
    script = f'<script src="{own}{SCRIPT}" data-version="{escape(build.version)}" data-events="{own}{EVENTS}"></script>\n'
    if not build.problems:
        return html + script.encode()
    banner = f'<link rel="stylesheet" href="{own}{STYLE}">\n{_banner(build.problems)}'.encode()
    body = _BODY.search(html)
    start = body.end() if body else 0
    return html[:start] + banner + html[start:] + script.encode()


def blank_page(build: Build) -> bytes:
    """A page where the site has none to show."""
    if not build.number:
        return _BLANK.format(title="The site is being built", text="This page shows it as soon as it is there.").encode()
    if build.problems:
        return _BLANK.format(title="Nothing to show here", text="Mend what went wrong and save.").encode()
    return _BLANK.format(title="Not found", text="The site has no page at this address.").encode()


def _banner(problems: tuple[str, ...]) -> str:
    count = f"{len(problems)} problems" if len(problems) > 1 else "1 problem"
    shown = "".join(f"<li>{escape(_shown(problem))}</li>\n" for problem in problems[:MOST])
    rest = f"<li>… and {len(problems) - MOST} more, on the terminal</li>\n" if len(problems) > MOST else ""
    return (
        '<section id="briefs-preview" lang="en" dir="ltr" role="alert" tabindex="0" aria-label="Problems of the last build">\n'
        f"<details open><summary>{count} in the last build; mend and save, and this goes</summary>\n"
        f"<ul>\n{shown}{rest}</ul>\n</details>\n</section>\n"
    )


def _shown(problem: str) -> str:
    return "\n".join(map(on_one_line, problem.splitlines()))
