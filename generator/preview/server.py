"""The server of a preview: listens on one address, answers each request in a thread, and ends with no thread left."""

import errno
import os
import socket
import socketserver
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

from generator.errors import BriefsError
from generator.preview.answering import Answering
from generator.preview.builds import Builds
from generator.preview.hosts import shown_host
from generator.preview.locating import base_names

ENDING = 0.1
"""Seconds at most until the server notices that it is to end."""


class PreviewServer(ThreadingHTTPServer):
    """Serves the folder `site` below a base path; `builds` tells the open pages of each build.

    It listens from the start, so that a port that is taken is known before anything is built, and answers within `answering`.
    """

    daemon_threads = False  # they are waited for at the end
    allow_reuse_address = os.name != "nt"  # Windows would let two servers share the port

    def __init__(self, host: str, port: int, site: Path, base: str) -> None:
        self.builds = Builds(f"{time.time_ns():x}")
        self._base = base_names(base)
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()
        self._host = host
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        given = {"site": site, "base": self._base, "host": host, "builds": self.builds}
        super().__init__((host, port), type("PreviewAnswering", (Answering,), given))

    @property
    def url(self) -> str:
        """The address of the site's first page."""
        base = "".join(f"{quote(name, safe='')}/" for name in self._base)
        return f"http://{shown_host(self._host)}:{self.server_port}/{base}"

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Answers requests meanwhile; afterwards every connection and thread is at its end."""
        thread = threading.Thread(target=self.serve_forever, args=(ENDING,), name="preview")
        thread.start()
        try:
            yield
        finally:
            self.builds.close()
            self.shutdown()
            thread.join()
            self._hang_up()
            self.server_close()

    def server_bind(self) -> None:
        """Binds without asking what this machine is called, which can take seconds where no network is."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self._host, self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Keeps the connection in view until it is closed."""
        with self._guard:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Closes a connection."""
        with self._guard:
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away, or never asked, is no error of ours."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)

    def _hang_up(self) -> None:
        with self._guard:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)


def listen(host: str, port: int, site: Path, base: str = "/") -> PreviewServer:
    """A server on an address of this machine (port 0: any that is free). Raises BriefsError in one line where there is none."""
    try:
        return PreviewServer(host, port, site, base)
    except OSError as error:
        named = f"[{host}]" if ":" in host else host
        if error.errno == errno.EADDRINUSE:
            advice = f"is in use: end the other program, or serve elsewhere with -a {named}:{port + 1}"
        else:
            advice = f"cannot be served on ({error.strerror or error}): give another address with -a"
        raise BriefsError(f"{named}:{port} {advice}") from error
    except (ValueError, OverflowError) as error:
        raise BriefsError(f"{base} on {host}:{port} cannot be served: {error}") from error
