"""The preview over real HTTP: addresses as GitHub Pages has them, types, who may ask, and nothing outside the folder."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import BriefsError
from generator.preview import PreviewServer, listen
from tests.preview.asking import SITE, ask, serving, site_in


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PreviewServer]:
    folder = tmp_path_factory.mktemp("preview")
    (folder / "secret.txt").write_text("secret", encoding="utf-8")
    site = site_in(folder / "site")
    (site / "link.txt").symlink_to(folder / "secret.txt")
    (site / "inner.html").symlink_to(site / "about.html")
    (site / "up").symlink_to(folder)
    with serving(site) as started:
        yield started


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("/repo/", "index.html"),
        ("/repo/?q=1", "index.html"),
        ("/repo/index.html", "index.html"),
        ("/repo/about", "about.html"),
        ("/repo/about.html", "about.html"),
        ("/repo/briefs/tram/", "briefs/tram/index.html"),
        ("/repo/briefs/%74ram/", "briefs/tram/index.html"),
        ("/repo/briefs/%E6%8A%96%E9%9F%B3/", "briefs/抖音/index.html"),
        ("/repo/a%20b/", "a b/index.html"),
        ("/repo/css/brief.css?v=2", "css/brief.css"),
        ("/repo/empty/data.bin", "empty/data.bin"),
    ],
)
def test_a_page_or_file_is_found(server: PreviewServer, target: str, name: str) -> None:
    answer = ask(server, target)

    assert answer.status == 200
    assert SITE[name] in answer.text


@pytest.mark.parametrize(
    ("target", "status", "location"),
    [
        ("/", 302, "/repo/"),
        ("/repo", 301, "/repo/"),
        ("/repo?q=1", 301, "/repo/?q=1"),
        ("/repo/briefs/tram", 301, "/repo/briefs/tram/"),
        ("/repo/briefs/tram?a=%2F&b", 301, "/repo/briefs/tram/?a=%2F&b"),
        ("/repo/briefs/%E6%8A%96%E9%9F%B3", 301, "/repo/briefs/%E6%8A%96%E9%9F%B3/"),
        ("/repo/a%20b", 301, "/repo/a%20b/"),
    ],
)
def test_an_address_is_moved(server: PreviewServer, target: str, status: int, location: str) -> None:
    answer = ask(server, target)

    assert (answer.status, answer.fields["location"], answer.body) == (status, location, b"")
    assert answer.fields["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "target",
    [
        "/repo/none/",
        "/repo/briefs/",
        "/repo/briefs",
        "/repo/css/",
        "/repo/about/",
        "/repo/css/brief.css/",
        "/repo/briefs//tram/",
        "/index.html",
        "/other/",
        "/repository/",
        "/repo/.preview/",
        "/repo/.preview/answering.py",
        "/repo/.preview/../answering.py",
        "/repo/%ff/",
        "/repo/a\\b",
        "repo/",
        "*",
    ],
)
def test_what_is_not_there_is_the_sites_404_page(server: PreviewServer, target: str) -> None:
    answer = ask(server, target)

    assert answer.status == 404
    assert "<p>No page</p>" in answer.text
    assert "reload.js" in answer.text


@pytest.mark.parametrize(
    "target",
    [
        "/repo/../secret.txt",
        "/repo/%2e%2e/secret.txt",
        "/repo/..%2fsecret.txt",
        "/repo/%2e%2e%2fsecret.txt",
        "/repo/..%5csecret.txt",
        "/repo/css/../../secret.txt",
        "/repo//secret.txt",
        "//secret.txt",
        "/repo/link.txt",
        "/repo/up/secret.txt",
        "/repo/up/site/index.html",
        "/repo/inner.html",
        "/repo/link.txt%00.html",
        "/repo/%252e%252e/secret.txt",
    ],
)
def test_nothing_outside_and_no_link_is_served(server: PreviewServer, target: str) -> None:
    answer = ask(server, target)

    assert answer.status == 404
    assert b"secret" not in answer.body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("briefs/tram/annotations.json", "application/json; charset=utf-8"),
        ("briefs/tram/index.md", "text/markdown; charset=utf-8"),
        ("img/icon.svg", "image/svg+xml; charset=utf-8"),
        ("js/brief.js", "text/javascript; charset=utf-8"),
        ("css/brief.css", "text/css; charset=utf-8"),
        ("empty/data.bin", "application/octet-stream"),
        (".preview/reload.js", "text/javascript; charset=utf-8"),
        (".preview/problems.css", "text/css; charset=utf-8"),
    ],
)
def test_media_types(server: PreviewServer, name: str, kind: str) -> None:
    fields = ask(server, f"/repo/{name}").fields

    assert (fields["content-type"], fields["x-content-type-options"]) == (kind, "nosniff")
    assert fields["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "target", ["/repo/", "/repo/css/brief.css", "/repo/none", "/repo/briefs/tram", "/repo/.preview/reload.js"]
)
def test_head_is_get_without_the_body(server: PreviewServer, target: str) -> None:
    head, get = ask(server, target, "HEAD"), ask(server, target)

    assert head.body == b""
    assert head.status == get.status
    assert head.fields["content-length"] == get.fields["content-length"] == str(len(get.body))
    assert head.fields["content-type"] == get.fields["content-type"]


def test_head_of_the_news_does_not_wait(server: PreviewServer) -> None:
    answer = ask(server, "/repo/.preview/events", "HEAD")

    assert (answer.status, answer.fields["content-type"], answer.body) == (200, "text/event-stream", b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_can_be_sent(server: PreviewServer, method: str) -> None:
    answer = ask(server, "/repo/", method, body=b"GET /repo/ HTTP/1.1\r\n\r\n")

    assert (answer.status, answer.fields["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "localhost.:1", "127.0.0.1", "127.5.5.5:80", "[::1]:8000", "x.localhost"]
)
def test_loopback_names_are_answered(server: PreviewServer, host: str) -> None:
    assert ask(server, "/repo/", Host=host).status == 200


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "evil.example:8000", "localhost.evil.example", "192.168.1.5", "[::1", "127.0.0.1.nip.io", "0.0.0.0"],
)
def test_other_names_are_refused(server: PreviewServer, host: str) -> None:
    for target in ("/repo/", "/repo/.preview/events", "/"):
        answer = ask(server, target, Host=host)
        assert answer.status == 403
        assert b"-a NAME:PORT" in answer.body


def test_news_is_for_pages_of_the_preview_alone(server: PreviewServer) -> None:
    assert ask(server, "/repo/.preview/events", Sec_Fetch_Site="cross-site").status == 403
    assert ask(server, "/repo/.preview/events", "HEAD", Sec_Fetch_Site="same-origin").status == 200


def test_a_site_at_the_root(tmp_path: Path) -> None:
    with serving(site_in(tmp_path / "site"), base="/") as server:
        assert server.url == f"http://127.0.0.1:{server.server_port}/"
        assert "Home" in ask(server, "/").text
        assert ask(server, "/briefs/tram").fields["location"] == "/briefs/tram/"
        assert 'src="/.preview/reload.js"' in ask(server, "/").text


def test_a_base_path_is_named_once(tmp_path: Path) -> None:
    with serving(site_in(tmp_path / "site"), base="a/caf%C3%A9") as server:
        assert server.url.endswith("/a/caf%C3%A9/")
        assert "Home" in ask(server, "/a/caf%C3%A9/").text
        assert ask(server, "/a/").status == 404


def test_a_page_says_what_it_was_made_by(tmp_path: Path) -> None:
    with serving(site_in(tmp_path / "site")) as server:
        first = ask(server, "/repo/").text
        build = server.builds.end(["content/briefs/tram.md:3: <b>a fault</b>\x1b[31m\nand more"])
        second = ask(server, "/repo/").text

    assert "briefs-preview" not in first
    assert f'data-version="{build.version}"' in second
    assert "<body class='home'><link" in second
    assert "&lt;b&gt;a fault&lt;/b&gt;?[31m\nand more" in second
    assert "1 problem in the last build" in second
    assert 'href="/repo/.preview/problems.css"' in second


def test_problems_are_shown_on_the_404_page_and_without_a_body_tag(tmp_path: Path) -> None:
    with serving(site_in(tmp_path / "site"), problems=("one", "two")) as server:
        for target in ("/repo/none", "/repo/about"):
            assert "2 problems" in ask(server, target).text
        assert "briefs-preview" not in ask(server, "/repo/css/brief.css").text


def test_hundreds_of_problems_are_cut(tmp_path: Path) -> None:
    with serving(site_in(tmp_path / "site"), problems=tuple(f"problem {number}" for number in range(300))) as server:
        text = ask(server, "/repo/").text

    assert "300 problems" in text
    assert "problem 49<" in text
    assert "problem 50<" not in text
    assert "250 more" in text


def test_before_the_first_build_ends_a_page_says_so(tmp_path: Path) -> None:
    with serving(tmp_path / "site", problems=None) as server:
        answer = ask(server, "/repo/")
        assert (answer.status, "is being built" in answer.text, "reload.js" in answer.text) == (503, True, True)
        server.builds.end(["mkdocs.yml:3: a fault"])
        answer = ask(server, "/repo/")
        assert (answer.status, "mkdocs.yml:3: a fault" in answer.text, "reload.js" in answer.text) == (404, True, True)


def test_the_disk_is_left_as_it_is(tmp_path: Path) -> None:
    site = site_in(tmp_path / "site")
    with serving(site, problems=("a fault",)) as server:
        ask(server, "/repo/")

    assert (site / "index.html").read_text(encoding="utf-8") == SITE["index.html"]


def test_a_port_in_use_is_said_in_one_line(tmp_path: Path) -> None:
    with serving(tmp_path) as server, pytest.raises(BriefsError) as caught:
        listen("127.0.0.1", server.server_port, tmp_path)

    following = server.server_port + 1
    assert str(caught.value) == (
        f"127.0.0.1:{server.server_port} is in use: end the other program, or serve elsewhere with -a 127.0.0.1:{following}"
    )


def test_an_address_that_is_not_this_machines_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match=r"^192\.0\.2\.1:0 cannot be served on [^\n]+ with -a$"):
        listen("192.0.2.1", 0, tmp_path)


def test_on_every_address_numbers_are_answered_and_names_are_not(tmp_path: Path) -> None:
    with serving(site_in(tmp_path / "site"), host="0.0.0.0") as server:
        assert ask(server, "/repo/", Host="192.168.1.5:8000").status == 200
        assert ask(server, "/repo/", Host="evil.example").status == 403
        assert server.url.startswith("http://localhost:")


def news(server: PreviewServer) -> socket.socket:
    """A connection that listens for builds, as a tab does, after its first word."""
    connection = socket.create_connection(("127.0.0.1", server.server_port), timeout=20)
    connection.sendall(b"GET /repo/.preview/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    until(connection, b"data: ")
    return connection


def until(connection: socket.socket, words: bytes) -> bytes:
    heard = b""
    while words not in heard:
        piece = connection.recv(1000)
        assert piece, heard
        heard += piece
    return heard


def test_every_tab_hears_of_a_build(tmp_path: Path) -> None:
    with serving(site_in(tmp_path / "site")) as server:
        tabs = [news(server) for _ in range(5)]
        version = server.builds.end([]).version
        for tab in tabs:
            until(tab, f"data: {version}\n\n".encode())
            tab.close()


def test_a_tab_that_has_gone_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.preview.answering.HEARTBEAT", 0.01)
    with serving(site_in(tmp_path / "site")) as server:
        news(server).close()
        end = time.monotonic() + 20
        while server._open and time.monotonic() < end:
            time.sleep(0.01)
        assert not server._open


def test_the_server_ends_at_once_with_no_thread_left(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = set(threading.enumerate())
    with serving(site_in(tmp_path / "site")) as server:
        tabs = [news(server) for _ in range(3)]
        silent = socket.create_connection(("127.0.0.1", server.server_port))
        ask(server, "/repo/")
        started = time.monotonic()

    assert time.monotonic() - started < 5
    assert set(threading.enumerate()) <= before
    for one in (*tabs, silent):
        one.close()
    assert capfd.readouterr().err == ""


def test_what_is_no_http_is_refused(server: PreviewServer) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=20) as connection:
        connection.sendall(b"\x16\x03\x01 hello\r\n\r\n")
        assert b"400" in until(connection, b"400")
