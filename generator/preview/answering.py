"""Answers one request: a page with what the preview adds, a file as it is, or the news of builds.

Every connection ends with its answer (HTTP/1.0), so that none is left idle, and nothing is kept by the browser: what it
shows after a reload is what lies on the disk.
"""

import shutil
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import BinaryIO

from generator import store
from generator.preview.builds import Builds
from generator.preview.hosts import is_welcome
from generator.preview.locating import Moved, Names, below, located
from generator.preview.media import media_type
from generator.preview.pages import EVENTS, OWN, SCRIPT, STYLE, blank_page, dressed, own_file

HEARTBEAT = 15.0
"""Seconds between two signs of life on an open connection; only by one is it noticed that a tab has gone."""
IDLE = 10.0
"""Seconds that a connection may keep silent before it has asked for something."""
HTML = "text/html; charset=utf-8"


class Answering(BaseHTTPRequestHandler):
    """One connection. `site`, `base`, `host` and `builds` are set by the server on a class of its own."""

    site: Path
    base: Names
    host: str
    builds: Builds
    timeout = IDLE
    server_version = "briefs"
    sys_version = ""

    def do_GET(self) -> None:
        """Answers GET."""
        self._answer()

    do_HEAD = do_GET  # noqa: N815

    def do_POST(self) -> None:
        """Nothing can be sent here."""
        self._say(HTTPStatus.METHOD_NOT_ALLOWED, "Only GET and HEAD are answered here.", {"Allow": "GET, HEAD"})

    do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_CONNECT = do_TRACE = do_POST  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: what is asked for is seen in the browser."""

    def _answer(self) -> None:
        if not is_welcome(self.headers.get("Host"), self.host):
            advice = "This name is not the preview's: open it as localhost, or serve it with -a NAME:PORT."
            self._say(HTTPStatus.FORBIDDEN, advice)
            return
        asked = below(self.path, self.base)
        if isinstance(asked, tuple) and asked[0][:1] == (OWN,):
            self._answer_own(asked[0][1:])
            return
        found = located(self.path, self.base, lambda names: store.has_page(self.site, names))
        if isinstance(found, Moved):
            status = HTTPStatus.MOVED_PERMANENTLY if found.for_good else HTTPStatus.FOUND
            self._send(status, b"", HTML, {"Location": found.location})
        else:
            self._send_found(found)

    def _answer_own(self, names: Names) -> None:
        if names == (EVENTS,):
            self._tell_of_builds()
        elif names in ((SCRIPT,), (STYLE,)):
            self._send(HTTPStatus.OK, own_file(names[0]), media_type(names[0]))
        else:
            self._send_found(None)

    def _send_found(self, names: Names | None) -> None:
        """The file of these names, or where there is none the site's 404 page, or one of the server's own."""
        build = self.builds.latest  # before the page is read: a page can then be newer than it says, and never older
        status = HTTPStatus.OK
        opened = store.open_page(self.site, names) if names else None
        if opened is None:
            status, names = HTTPStatus.NOT_FOUND, ("404.html",)
            opened = store.open_page(self.site, names)
        if opened is None or names is None:
            status = HTTPStatus.NOT_FOUND if build.number else HTTPStatus.SERVICE_UNAVAILABLE
            self._send(status, dressed(blank_page(build), build, self.base), HTML)
            return
        with opened:
            if (kind := media_type(names[-1])) == HTML:
                self._send(status, dressed(opened.read(), build, self.base), HTML)
            else:
                self._pass_on(opened, kind)

    def _tell_of_builds(self) -> None:
        """Server-Sent Events: the version of the latest build at once, and of each one after it."""
        if self.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            self._say(HTTPStatus.FORBIDDEN, "Only pages of the preview may listen here.")
            return
        self._begin(HTTPStatus.OK, "text/event-stream", {})
        if self.command == "HEAD":
            return
        told = self.builds.latest.version
        self.wfile.write(f"retry: 300\ndata: {told}\n\n".encode())
        while (build := self.builds.after(told, HEARTBEAT)) is not None:
            self.wfile.write(f"data: {build.version}\n\n".encode() if build.version != told else b": still here\n\n")
            told = build.version

    def _pass_on(self, opened: BinaryIO, kind: str) -> None:
        """A file as it is, piece by piece: it may be large."""
        self._begin(HTTPStatus.OK, kind, {"Content-Length": str(opened.seek(0, 2))})
        opened.seek(0)
        if self.command != "HEAD":
            shutil.copyfileobj(opened, self.wfile)

    def _say(self, status: HTTPStatus, text: str, fields: dict[str, str] | None = None) -> None:
        self._send(status, f"{text}\n".encode(), "text/plain; charset=utf-8", fields or {})

    def _send(self, status: HTTPStatus, content: bytes, kind: str, fields: dict[str, str] | None = None) -> None:
        self._begin(status, kind, {"Content-Length": str(len(content)), **(fields or {})})
        if self.command != "HEAD":
            self.wfile.write(content)

    def _begin(self, status: HTTPStatus, kind: str, fields: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}.items():
            self.send_header(name, value)
        for name, value in fields.items():
            self.send_header(name, value)
        self.end_headers()
