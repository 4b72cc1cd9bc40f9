"""`loa preview` in Chromium, over the workspace `examples/tiny`, which is test data."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from generator.adapters.web.preview_site import preview_server
from generator.adapters.web.server import running
from generator.adapters.web.watch import Watch
from generator.cli.preview import Preview
from tests.edits import edit

PIECE = "content/bang-ron.md"
PAGE = "bang-ron/bang-ron-thu-1/"
SOON = 20_000  # milliseconds: never waited for unless something is broken


@pytest.fixture
def site(tiny: Path) -> Iterator[str]:
    """The address of a running preview of `tiny`."""
    preview = Preview(tiny)
    watch = Watch(tiny, preview.on_change)
    with running(preview_server(preview.live)) as address:
        yield address
    watch.close()
    preview.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:  # noqa: ANN401 - Playwright's own may be missing
    """A page of a browser."""
    shown = browser.new_page(viewport={"width": 1000, "height": 400})
    shown.set_default_timeout(SOON)
    yield shown
    shown.close()


def test_an_edit_a_mistake_its_repair_a_rename_and_a_loss(
    tiny: Path,
    site: str,
    page: Any,  # noqa: ANN401 - of Playwright, which may be missing
) -> None:
    page.goto(site + PAGE)  # its fonts too: what comes with them moves the text by a pixel or two
    assert page.locator("#loa .error").count() == 0
    page.evaluate("window.stays = 1; window.scrollTo(0, 150)")
    place = page.evaluate("window.scrollY")

    edit(tiny / PIECE, "Một băng rôn thử.", "Câu vừa lưu.")
    page.get_by_text("Câu vừa lưu.").wait_for()
    assert page.evaluate("[window.stays, window.scrollY]") == [1, place]

    edit(tiny / PIECE, "medium: banner", "medium: [banner")
    page.locator("#loa .error", has_text=re.compile(rf"{PIECE}:\d+")).first.wait_for()
    page.get_by_text("Câu vừa lưu.").wait_for()

    edit(tiny / PIECE, "medium: [banner", "medium: banner")
    page.locator("#loa .error").first.wait_for(state="detached")
    assert page.evaluate("window.stays") == 1

    (tiny / "content/moi").mkdir()
    (tiny / PIECE).rename(tiny / "content/moi/ten-khac.md")
    (tiny / "content/moi").rename(tiny / "content/thu-muc-khac")
    page.wait_for_timeout(100)
    edit(tiny / "content/thu-muc-khac/ten-khac.md", "Câu vừa lưu.", "Sau khi đổi tên.")
    page.get_by_text("Sau khi đổi tên.").wait_for()

    (tiny / "content/thu-muc-khac/ten-khac.md").unlink()
    page.get_by_text("Không tìm thấy trang").first.wait_for()
    assert not (tiny / "dist").exists()


def test_what_readers_do_not_see_is_shown_with_its_mark(tiny: Path) -> None:
    edit(tiny / PIECE, "status: approved", "status: draft")
    preview = Preview(tiny)
    there, html = preview.live.page(PAGE)
    preview.close()
    assert (there, "[Bản nháp] Băng rôn thử" in html) == (True, True)
    assert "<li>Bản nháp</li>" in html


def test_own_html_is_shown_and_its_mistakes_are_told(tiny: Path) -> None:
    preview = Preview(tiny)
    good = preview.live.page(PAGE)[1]
    own = tiny / "assets/theme"
    own.mkdir(exist_ok=True)
    shown = []
    for html in ("<p>Xin chào ${title}</p>", "<p>{{ title }}</p>"):
        (own / "foot.html").write_text(html, "utf-8")
        before = preview.live.version
        preview.live.update({"assets/theme/foot.html"})
        preview.live.wait(before, SOON / 1000)
        shown.append(preview.live.page(PAGE)[1])
    preview.close()
    assert "<p>Xin chào" not in good
    assert "<p>Xin chào Băng rôn thử</p>" in shown[0]
    assert ("class=error" in shown[1], "<b>assets/theme/foot.html:1" in shown[1]) == (True, True)


def test_only_this_machine_asks(site: str) -> None:
    asked = Request(site, headers={"Host": "evil.example:80"})  # noqa: S310 - our own server
    with pytest.raises(OSError, match="400"):
        urlopen(asked)  # noqa: S310


def test_a_draft_that_is_broken_hides_nothing_else(tiny: Path) -> None:
    (tiny / "content/hong.md").write_text("---\nid: hong\nmedium: [\n---\n", "utf-8")
    preview = Preview(tiny)
    shutil.copy(tiny / PIECE, tiny / "content/moi.md")
    edit(tiny / "content/moi.md", "id: bang-ron-thu-1", "id: bang-ron-thu-9")
    preview.on_change({"content/moi.md"})
    there, html = preview.live.page("bang-ron/bang-ron-thu-9/")
    preview.close()
    assert (there, "content/hong.md:" in html) == (True, True)


def test_a_piece_saved_with_a_mistake_stays_as_it_was(tiny: Path) -> None:
    preview = Preview(tiny)
    whole = [preview.live.page(PAGE)[0]]
    edit(tiny / PIECE, "medium: banner", "medium: [banner")
    told = preview.live.version
    for _ in range(2):  # at once, and after all files were looked at
        preview.on_change({PIECE})
        told = preview.live.wait(told, SOON / 1000)
        whole.append("Một băng rôn thử." in preview.live.page(PAGE)[1])
    preview.close()
    assert whole == [True, True, True]


def test_the_same_id_twice_and_mended_again(tiny: Path) -> None:
    preview = Preview(tiny)
    copy = tiny / "content/a-ban-sao.md"
    shutil.copy(tiny / PIECE, copy)
    preview.on_change({"content/a-ban-sao.md"})
    preview.live.wait(preview.live.version, SOON / 1000)
    twice = preview.live.page(PAGE)[1]
    copy.unlink()
    before = preview.live.version
    preview.on_change({"content/a-ban-sao.md"})
    at_once = preview.live.page(PAGE)[0]
    preview.live.wait(before, SOON / 1000)
    once = preview.live.page(PAGE)
    preview.close()
    assert ("đã có nơi dùng" in twice, at_once) == (True, True)
    assert (once[0], "đã có nơi dùng" in once[1]) == (True, False)


def test_a_proof_is_drawn_again_and_refused_with_its_reason(tiny: Path) -> None:
    preview = Preview(tiny)
    proof = "bang-ron/ma-ket/bang-ron-thu-1.png"
    first = preview.live.file(proof)
    assert first is not None
    assert preview.live.content_of(first) == preview.live.content_of(first)
    text = (tiny / PIECE).read_text("utf-8")
    slogan = next(line for line in text.splitlines() if line.startswith("slogan:"))
    edit(tiny / PIECE, slogan, f"slogan: {'Chữ dài quá ' * 40}")
    preview.on_change({PIECE})
    second = preview.live.file(proof)
    assert second is not None
    assert second.digest != first.digest
    version = preview.live.version
    assert preview.live.content_of(second) is None
    assert preview.live.version != version
    html = preview.live.page(PAGE)[1]
    preview.close()
    assert f"<b>{PIECE}:" in html
    assert "Chữ không vừa" in html


def test_what_is_half_seen_is_not_written_into_dist(tiny: Path) -> None:
    preview = Preview(tiny)
    pages = [
        preview.live.page(url)[0] for url in ("", "bang-ron/", "lich/", "tim-kiem/", "khong-co/")
    ]
    found = [preview.live.file(path) for path in ("assets/brand.css", "lich/lich.ics")]
    index = preview.live.file("assets/search/pages.json")
    preview.close()
    assert pages == [True, True, True, True, False]
    assert None not in found
    assert index is not None
    assert b"B\xc4\x83ng r\xc3\xb4n th\xe1\xbb\xad" in index.bytes()
    assert not (tiny / "dist").exists()


def test_what_the_last_build_made_is_not_made_again(built: Path) -> None:
    preview = Preview(built)
    proof = preview.live.file("bang-ron/ma-ket/bang-ron-thu-1.png")
    assert proof is not None
    lies = built / "dist/public" / proof.path
    kept = replace(proof, chunks=lambda: iter([b"made again"]))
    assert preview.live.content_of(kept) == lies.read_bytes()
    touched = replace(kept, path="lich/lich.ics")
    preview.close()
    preview = Preview(built)
    assert preview.live.content_of(touched) == b"made again"
    preview.close()
