"""Pictures as the page-like editor shows them: those of the draft alone, small, less what hides."""

import json
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from PIL import Image

from generator.adapters.web.server import application, running
from generator.cli.desk_workplace import Here
from generator.cli.draft_room import DraftRoom
from generator.desk.page_blocks import page_blocks
from generator.desk.page_pictures import picture_routes, small
from generator.desk.piece_views import handle_of
from generator.diagnostics import Refusal

PIECE = "content/trang.md"
TEXT = """---
id: trang
medium: article
title: Trang thử
status: draft
---

![a](../assets/anh/lon.jpg)

| b | c | d |
|---|---|---|
| ![b](../assets/anh/ve.svg) | ![c](../mkdocs.yml) | ![d](../../ngoai.png) |
"""
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'


def photograph() -> bytes:
    target, hidden = BytesIO(), Image.Exif()
    hidden[0x010E] = "10.95, 106.82"
    Image.linear_gradient("L").resize((2000, 1000)).save(target, "JPEG", exif=hidden)
    return target.getvalue()


def keys(text: str) -> list[str]:
    paragraph, table = page_blocks(text)
    cells = [cell["content"][0] for cell in table["content"][1]["content"]]
    return [each["content"][0]["attrs"]["key"] for each in (paragraph, *cells)]


def asked(url: str, key: str) -> tuple[int, str, bytes]:
    connection = HTTPConnection(urlsplit(url).netloc, timeout=30)
    connection.request("GET", f"/bai/{handle_of(PIECE)}/hinh{key}")
    answer = connection.getresponse()
    found = answer.status, answer.headers["content-type"], answer.read()
    connection.close()
    return found


def test_a_browser_gets_the_pictures_of_the_draft_and_no_other_file(tiny: Path) -> None:
    (tiny / "assets/anh").mkdir()
    (tiny / "assets/anh/lon.jpg").write_bytes(photograph())
    (tiny / "assets/anh/ve.svg").write_bytes(DRAWING)
    (tiny / "ngoai.png").write_bytes(photograph())
    (tiny / PIECE).write_text(TEXT, "utf-8")
    with running(application(picture_routes(DraftRoom(tiny, Here(tiny))))) as url:
        answers = [asked(url, f"/{key}") for key in (*keys(TEXT), "x", "0" * 16)]
        listed = json.loads(asked(url, "")[2])
        thumb = Image.open(BytesIO(asked(url, f"/{listed[0]['key']}?nho")[2]))
    assert listed == [
        {"title": "lon.jpg", "src": "../assets/anh/lon.jpg", "key": keys(TEXT)[0]},
        {"title": "ve.svg", "src": "../assets/anh/ve.svg", "key": keys(TEXT)[1]},
    ]
    assert thumb.size == (240, 120)
    assert [status for status, *_ in answers] == [200, 200, 404, 404, 404, 404]
    assert [kind for _, kind, _ in answers[:2]] == ["image/webp", "image/svg+xml"]
    shown = Image.open(BytesIO(answers[0][2]))
    assert (shown.format, shown.size, dict(shown.getexif())) == ("WEBP", (960, 480), {})


def test_what_is_no_picture_is_refused() -> None:
    active = DRAWING.replace(b"<path", b"<script>x</script><path")
    assert isinstance(small("a.svg", active), Refusal)
    assert isinstance(small("a.png", b"text"), Refusal)
    assert isinstance(small("a.png", photograph()), Refusal)  # really a JPEG
