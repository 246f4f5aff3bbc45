"""A preview's server on a free port, and one plain request to it."""

import http.client
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.preview import PreviewServer, listen

SITE = {
    "index.html": "<!doctype html><html><body class='home'><p>Home</p></body></html>",
    "404.html": "<!doctype html><html><body><p>No page</p></body></html>",
    "about.html": "<p>About</p>",
    "briefs/tram/index.html": "<body><p>The tram</p></body>",
    "briefs/tram/index.md": "# The tram\n",
    "briefs/tram/annotations.json": "{}",
    "briefs/抖音/index.html": "<p>抖音</p>",
    "a b/index.html": "<p>With a space</p>",
    "feed.xml": "<feed/>",
    "css/brief.css": "p { color: red }",
    "js/brief.js": "1;",
    "img/icon.svg": "<svg/>",
    "empty/data.bin": "",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server answered."""

    status: int
    fields: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


def site_in(folder: Path, files: Mapping[str, str] = SITE) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@contextmanager
def serving(
    site: Path, base: str = "/repo/", host: str = "127.0.0.1", problems: tuple[str, ...] | None = ()
) -> Iterator[PreviewServer]:
    """A server of `site`, whose first build ended with `problems` (None: it has not ended)."""
    server = listen(host, 0, site, base)
    with server.answering():
        if problems is not None:
            server.builds.end(problems)
        yield server


def ask(server: PreviewServer, target: str, method: str = "GET", body: bytes | None = None, **fields: str) -> Answer:
    """The answer to a request sent exactly as it is given; `fields` are headers, with _ for -."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    try:
        named = {name.replace("_", "-"): value for name, value in fields.items()}
        connection.putrequest(method, target, skip_host="Host" in named, skip_accept_encoding=True)
        if body is not None:
            named["Content-Length"] = str(len(body))
        for name, value in named.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    finally:
        connection.close()
