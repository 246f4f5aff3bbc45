"""A built site as GitHub Pages serves it, and the browser that looks at it."""

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

BASE = "/repo/"
CANDIDATES = ("/usr/bin/chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--headless",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


def chromium() -> str:
    """The browser to test with: $CHROME, or the first that is installed. Without one the tests are skipped, but fail in CI."""
    found = next((path for path in (os.environ.get("CHROME"), *CANDIDATES) if path and shutil.which(path)), None)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("no browser was found: install Chromium or name one in CHROME")
    if found is None:
        pytest.skip("no browser was found: install Chromium or name one in CHROME")
    return shutil.which(found) or found


class Pages(SimpleHTTPRequestHandler):
    """Serves the site under BASE alone, as a project page stands."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(BASE.rstrip("/")) if path.startswith(BASE) else "/nothing/there")

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address under which the folder `site` is served meanwhile."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Pages, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
