"""Pictures of the desk of an office: the way in, and a piece in which somebody else is writing."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

CHIEF, WRITER = "Trần Thị Hoa", "Nguyễn Văn An"
"""Names of nobody."""
SECRET = "ba con mèo đen"  # noqa: S105 - of a picture
SIGN_IN = "/vao"


def take_up(root: Path, data: Path) -> None:
    """Two people, one of whom approves."""
    told = {**os.environ, "LOA_DATA": str(data), "LOA_LANG": "vi"}
    for name, role in ((CHIEF, "approves"), (WRITER, "writes")):
        words = ("people", "add", name, "--role", role, "--password-from", "-")
        command = (sys.executable, "-m", "generator", "-C", str(root), *words)
        subprocess.run(command, input=SECRET.encode(), check=True, capture_output=True, env=told)


def write_there(url: str, at: str) -> None:
    """Let the writer begin to write in a piece."""
    host = urlsplit(url).netloc

    def ask(path: str, body: bytes, **headers: str) -> tuple[str, bytes]:
        connection = HTTPConnection(host, timeout=60)
        told = {"Origin": f"http://{host}", "Accept": "text/html", **headers}
        connection.request("POST" if body else "GET", path, body or None, told)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer.headers.get("set-cookie") or "", data

    form = urlencode({"ten": WRITER, "mat-khau": SECRET}).encode()
    cookie = ask(SIGN_IN, form)[0].partition(";")[0]
    ask(f"{at}/dang", json.dumps({"writes": True}).encode(), Cookie=cookie)


def office_screens(url: str, at: str) -> Iterator[tuple[str, str, str]]:
    """Each picture, the screen that it shows, and who has signed in; nobody on the way in."""
    yield "ban-dang-nhap", SIGN_IN, ""
    write_there(url, at)
    yield "ban-cung-viet", at, CHIEF


def signed_in(fill: Callable[[str, str], None], press: Callable[[str], None], name: str) -> None:
    """Sign in on the page that is shown."""
    fill("[name=ten]", name)
    fill("[name=mat-khau]", SECRET)
    press(".entrance button")
