import socket
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.adapters.webserver import serve, server


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "lich").mkdir()
    (tmp_path / "trong").mkdir()
    for name in ("index.html", "lich/lich.ics", "tin.xml", "sitemap.xml", "a.woff2", "b.la"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "404.html").write_text("Không tìm thấy", encoding="utf-8")
    with server(tmp_path, 0) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield running.server_port
        running.shutdown()
        thread.join()


def answer(port: int, path: str) -> tuple[int, str | None, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response.status, response.headers["Content-Type"], body


def test_types_are_those_that_programs_expect(port: int) -> None:
    assert [answer(port, path) for path in ("/", "/lich/lich.ics", "/tin.xml")] == [
        (200, "text/html; charset=utf-8", "index.html"),
        (200, "text/calendar; charset=utf-8", "lich/lich.ics"),
        (200, "application/rss+xml; charset=utf-8", "tin.xml"),
    ]
    assert [answer(port, path)[1] for path in ("/sitemap.xml", "/a.woff2", "/b.la")] == [
        "application/xml; charset=utf-8",
        "font/woff2",
        "application/octet-stream",
    ]


@pytest.mark.parametrize(
    "path", ["/mat/", "/trong/", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd"]
)
def test_a_missing_page_is_answered_with_the_page_for_it(port: int, path: str) -> None:
    assert answer(port, path) == (404, "text/html; charset=utf-8", "Không tìm thấy")


def test_only_this_machine_is_served(port: int) -> None:
    with pytest.raises(OSError, match="in use"):
        server(Path(), port)
    with socket.socket() as other:
        other.bind(("127.0.0.2", port))


def test_ctrl_c_ends_it_without_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: object) -> None:
        del self
        raise KeyboardInterrupt

    monkeypatch.setattr(ThreadingHTTPServer, "serve_forever", interrupted)
    announced: list[str] = []
    serve(tmp_path, 0, announced.append)
    assert len(announced) == 1
    assert announced[0].startswith("http://127.0.0.1:")
