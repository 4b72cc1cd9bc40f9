"""`loa preview` in Chromium, over the workspace `examples/tiny`, which is test data."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.request import Request, urlopen

import pytest

from generator.adapters.preview_server import preview_server
from generator.adapters.preview_watch import Watch
from generator.cli.preview import Preview

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
PIECE = "content/bang-ron.md"
PAGE = "bang-ron/bang-ron-thu-1/"
SOON = 20_000  # milliseconds: never waited for unless something is broken


@pytest.fixture
def site(tiny: Path) -> Iterator[str]:
    """The address of a running preview of `tiny`."""
    preview = Preview(tiny)
    server = preview_server(preview.desk, preview.asset, 0)
    watch = Watch(tiny, preview.desk.changed)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.ended = True
    watch.close()
    preview.close()
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:  # noqa: ANN401 - Playwright's own may be missing
    """A page of a browser."""
    shown = browser.new_page(viewport={"width": 1000, "height": 400})
    shown.set_default_timeout(SOON)
    yield shown
    shown.close()


def save(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_an_edit_a_mistake_its_repair_a_rename_and_a_loss(
    tiny: Path,
    site: str,
    page: Any,  # noqa: ANN401 - of Playwright, which may be missing
) -> None:
    page.goto(site + PAGE)
    assert page.locator("#loa .error").count() == 0
    page.evaluate("window.stays = 1; window.scrollTo(0, 150)")
    place = page.evaluate("window.scrollY")

    save(tiny / PIECE, "Một băng rôn thử.", "Câu vừa lưu.")
    page.get_by_text("Câu vừa lưu.").wait_for()
    assert page.evaluate("[window.stays, window.scrollY]") == [1, place]

    save(tiny / PIECE, "medium: banner", "medium: [banner")
    page.locator("#loa .error", has_text=re.compile(rf"{PIECE}:\d+")).first.wait_for()
    assert page.get_by_text("Câu vừa lưu.").is_visible()

    save(tiny / PIECE, "medium: [banner", "medium: banner")
    page.locator("#loa .error").first.wait_for(state="detached")
    assert page.evaluate("window.stays") == 1

    (tiny / "content/moi").mkdir()
    (tiny / PIECE).rename(tiny / "content/moi/ten-khac.md")
    (tiny / "content/moi").rename(tiny / "content/thu-muc-khac")
    page.wait_for_timeout(100)
    save(tiny / "content/thu-muc-khac/ten-khac.md", "Câu vừa lưu.", "Sau khi đổi tên.")
    page.get_by_text("Sau khi đổi tên.").wait_for()

    (tiny / "content/thu-muc-khac/ten-khac.md").unlink()
    page.get_by_text("Không tìm thấy trang").first.wait_for()
    assert not (tiny / "dist").exists()


def test_what_readers_do_not_see_is_shown_with_its_mark(tiny: Path) -> None:
    save(tiny / PIECE, "status: approved", "status: draft")
    preview = Preview(tiny)
    there, html = preview.desk.page(PAGE)
    preview.close()
    assert (there, "[Bản nháp] Băng rôn thử" in html) == (True, True)
    assert "<li>Bản nháp</li>" in html


def test_a_theme_with_a_mistake_is_told(tiny: Path) -> None:
    preview = Preview(tiny)
    good = preview.desk.page(PAGE)[1]
    overrides = tiny / "assets/theme"
    overrides.mkdir(parents=True)
    (overrides / "piece.html").write_text("{% if %}", "utf-8")
    preview.desk.changed({"assets/theme/piece.html"})
    version = preview.desk.wait(0, SOON / 1000)
    bad = preview.desk.page(PAGE)[1]
    preview.close()
    assert (version, "class=error" in good, "class=error" in bad) == (1, False, True)


def test_only_this_machine_asks(site: str) -> None:
    asked = Request(site, headers={"Host": "evil.example:80"})  # noqa: S310 - our own server
    with pytest.raises(OSError, match="403"):
        urlopen(asked)  # noqa: S310
