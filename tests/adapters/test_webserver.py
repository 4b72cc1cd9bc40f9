import signal
import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread, Timer
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.adapters.web.dist_site import site_server
from generator.adapters.web.responses import span
from generator.adapters.web.server import Listening, running, serve

SOUND = bytes(range(256)) * 1000


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("served") / "public"
    (site / "lich").mkdir(parents=True)
    (site / "trong").mkdir()
    for name in ("index.html", "lich/index.html", "lich/lich.ics", "tin.xml", "a b.woff2", "b.la"):
        (site / name).write_bytes(name.encode())
    (site / "tap.mp3").write_bytes(SOUND)
    (site / "404.html").write_text("Không tìm thấy", encoding="utf-8")
    (site.parent / "kin.txt").write_text("kín", encoding="utf-8")
    (site / "ra.txt").symlink_to(site.parent / "kin.txt")
    (site / "ra").symlink_to(site.parent)
    return site


@pytest.fixture(scope="module")
def port(site: Path) -> Iterator[int]:
    with running(site_server(site, ["may-cua-toi"])) as address:
        yield urlsplit(address).port or 0


Answer = tuple[int, dict[str, str], bytes]


def asked(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    """What is answered, without the headers that say nothing of it."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    dull = {"date", "cache-control", "accept-ranges", "etag"}
    told = {name.lower(): value for name, value in response.getheaders()}
    return response.status, {name: told[name] for name in told.keys() - dull}, body


def tag_of(port: int, path: str) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("HEAD", path)
    tag = connection.getresponse().headers["ETag"]
    connection.close()
    return tag


def bare(port: int, request: bytes) -> bytes:
    """The first line that answers bytes which no library would send."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request)
        return connection.makefile("rb").readline().strip()


def test_types_are_those_that_programs_expect(port: int) -> None:
    kinds = {
        "/": ("text/html; charset=utf-8", b"index.html"),
        "/lich/lich.ics": ("text/calendar; charset=utf-8", b"lich/lich.ics"),
        "/tin.xml?moi": ("application/rss+xml; charset=utf-8", b"tin.xml"),
        "/a%20b.woff2": ("font/woff2", b"a b.woff2"),
        "/b.la": ("application/octet-stream", b"b.la"),
    }
    found = {path: asked(port, path) for path in kinds}
    assert found == {
        path: (200, {"content-type": kind, "content-length": str(len(body))}, body)
        for path, (kind, body) in kinds.items()
    }


@pytest.mark.parametrize(
    "path",
    [
        *("/mat/", "/trong/", "/trong", "/b.la/", "/index.html/x", "/x" * 3000),
        *("/%00", "/%0a", "/tap.mp3%00.html", "/%ff", "/%c0%ae%c0%ae/", "/%ed%a0%80"),
        *("//", "//lich/", "/lich//", "///127.0.0.1/", "/./", "/lich/.", "/..", "/lich/../"),
        *("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2fkin.txt", "/lich%2flich.ics"),
        *("/..%5ckin.txt", "/..\\kin.txt", "/C:/Windows", "/lich/lich.ics::$DATA"),
        *("/ra.txt", "/ra", "/ra/", "/ra/kin.txt", "/ra/public/index.html/"),
    ],
)
def test_a_missing_page_is_answered_with_the_page_for_it(port: int, path: str) -> None:
    missing = "Không tìm thấy".encode()
    html = {"content-type": "text/html; charset=utf-8", "content-length": str(len(missing))}
    assert asked(port, path) == (404, html, missing)


def test_a_folder_is_shown_with_a_slash_at_its_end(port: int) -> None:
    status, headers, _ = asked(port, "/lich?q=%C3%BD")
    assert (status, headers["location"]) == (301, "/lich/?q=%C3%BD")


@pytest.mark.parametrize("path", ["/", "/tap.mp3", "/mat/", "/lich"])
def test_who_asks_for_the_head_alone_gets_no_more(port: int, path: str) -> None:
    status, headers, body = asked(port, path)
    assert asked(port, path, "HEAD") == (status, headers, b"")
    assert len(body) == int(headers["content-length"])


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "X"])
def test_nothing_else_is_answered(port: int, method: str) -> None:
    status, headers, _ = asked(port, "/", method)
    assert (status, set(headers["allow"].split(", "))) == (405, {"GET", "HEAD"})


@pytest.mark.parametrize(
    ("asked_for", "first", "last"),
    [
        ("0-99", 0, 99),
        ("255990-", 255990, 255999),
        ("-5", 255995, 255999),
        ("0-9999999", 0, 255999),
    ],
)
def test_a_part_of_a_recording(port: int, asked_for: str, first: int, last: int) -> None:
    part = SOUND[first : last + 1]
    headers = {
        "content-type": "audio/mpeg",
        "content-length": str(len(part)),
        "content-range": f"bytes {first}-{last}/256000",
    }
    assert asked(port, "/tap.mp3", Range=f"bytes={asked_for}") == (206, headers, part)


@pytest.mark.parametrize("asked_for", ["256000-", "999999-9999999", "-0"])
def test_a_part_that_is_not_there(port: int, asked_for: str) -> None:
    headers = {"content-range": "bytes */256000", "content-length": "0"}
    assert asked(port, "/tap.mp3", Range=f"bytes={asked_for}") == (416, headers, b"")


@pytest.mark.parametrize(
    "asked_for", ["lines=1-2", "bytes=5-2", "bytes=-", "bytes=a-b", "bytes=0-1,4-5", "bytes", ""]
)
def test_what_is_no_range_is_not_heeded(port: int, asked_for: str) -> None:
    assert asked(port, "/tap.mp3", Range=asked_for) == asked(port, "/tap.mp3")


@given(st.integers(0, 50), st.integers(0, 60), st.integers(0, 60))
def test_a_range_means_what_python_means(size: int, first: int, last: int) -> None:
    every = range(size)
    assert list(span(f"bytes={first}-", size) or ()) == list(every[first:])
    assert list(span(f"bytes=-{last}", size) or ()) == list(every[max(0, size - last) :])
    if first <= last:
        assert list(span(f"bytes={first}-{last}", size) or ()) == list(every[first : last + 1])
    else:
        assert span(f"bytes={first}-{last}", size) is None


def test_what_the_browser_has_is_not_sent_again(port: int, site: Path) -> None:
    sound = site / "moi.mp3"
    sound.write_bytes(SOUND)
    had = tag_of(port, "/moi.mp3")
    for tags in (had, f"W/{had}", f'"x", {had}', "*"):
        assert asked(port, "/moi.mp3", **{"If-None-Match": tags}) == (304, {}, b"")
    part = {"Range": "bytes=0-0", "If-Range": had}
    assert asked(port, "/moi.mp3", **part)[0] == 206
    sound.unlink()
    sound.write_bytes(SOUND[::-1])
    assert asked(port, "/moi.mp3", **{"If-None-Match": had})[0] == 200
    assert asked(port, "/moi.mp3", **part)[2] == SOUND[::-1]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("localhost:8000", 200),
        ("LOCALHOST", 200),
        ("[::1]:8000", 200),
        ("may-cua-toi:80", 200),
        ("evil.example", 400),
        ("127.0.0.1.evil.example", 400),
        ("localhost@evil.example", 400),
        ("127.0.0.1:x", 400),
        ("", 400),
    ],
)
def test_no_other_site_may_call_itself_ours(port: int, host: str, status: int) -> None:
    assert asked(port, "/", Host=host)[0] == status


@pytest.mark.parametrize(
    ("target", "status"),
    [
        (b"http://127.0.0.1/lich/", b"200 OK"),
        (b"http://localhost:8000", b"200 OK"),
        (b"http://127.0.0.1/%00", b"404 Not Found"),
        (b"http://evil.example/", b"400 Bad Request"),
        (b"http://[bad/", b"400 Bad Request"),
        (b"http:///", b"400 Bad Request"),
        (b"ftp://127.0.0.1/", b"400 Bad Request"),
        (b"lich/", b"400 Bad Request"),
        (b"*", b"400 Bad Request"),
    ],
)
def test_addresses_in_full(port: int, target: bytes, status: bytes) -> None:
    request = b"GET " + target + b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    assert bare(port, request) == b"HTTP/1.1 " + status


@pytest.mark.parametrize(
    "request_line", [b"GET / HTTP/1.1", b"GET", b"\x16\x03\x01", b"GET /\xff HTTP/1.1"]
)
def test_what_is_no_request_is_refused(
    port: int, request_line: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    assert b" 400 " in bare(port, request_line + b"\r\n\r\n")
    assert asked(port, "/")[0] == 200
    assert capfd.readouterr() == ("", "")


def test_only_this_machine_is_served(port: int) -> None:
    with pytest.raises(OSError, match="in use"):
        Listening(site_server(Path()), port)
    with socket.socket() as other:
        other.bind(("127.0.0.2", port))


def test_ctrl_c_ends_it_without_a_word(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    announced: list[str] = []
    Timer(0.3, signal.raise_signal, (signal.SIGINT,)).start()
    serve(site_server(tmp_path), 0, announced.append)
    assert len(announced) == 1
    assert announced[0].startswith("http://127.0.0.1:")
    assert capfd.readouterr() == ("", "")


def test_it_ends_while_somebody_still_reads(tmp_path: Path) -> None:
    (tmp_path / "dai.mp3").write_bytes(bytes(50_000_000))
    listening = Listening(site_server(tmp_path), 0)
    thread = Thread(target=listening.answer)
    thread.start()
    with socket.create_connection(("127.0.0.1", listening.port)) as reader:
        reader.sendall(b"GET /dai.mp3 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert reader.recv(15) == b"HTTP/1.1 200 OK"
        listening.end()
        thread.join(30)
    assert not thread.is_alive()
