"""The sample pages in `site_sample` are test data; the theme and mkdocs.yml are the real ones."""

import gzip
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from generator.adapters.look import theme
from generator.adapters.site_config import site_config
from generator.adapters.sitebuilder import MkDocsSiteBuilder, SiteReport

from generator.adapters.disk import replace_folder
from generator.adapters.files import FolderFiles
from generator.source.load import load

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "generator/templates/site"
SETTINGS = site_config(load(FolderFiles(ROOT).files(), ())[0].site)
MIDNIGHT = 1_620_000_000  # 3/5/2021 UTC: MkDocs rounds to days
NAV = [
    {"Trang chủ": "index.md"},
    {"Phát thanh": "phat-thanh/index.md"},
    {"Lịch": "lich/index.md"},
]


def staged(folder: Path) -> Path:
    shutil.copytree(ROOT / "tests/adapters/site_sample", folder / "docs")
    shutil.copytree(TEMPLATES / "assets", folder / "docs/assets", dirs_exist_ok=True)
    replace_folder(folder / "theme", theme({}))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def page(folder: Path, text: str, name: str = "index.md") -> Path:
    """One page of test data beside the real theme."""
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / name).write_text(text, encoding="utf-8")
    if not (folder / "theme").exists():
        replace_folder(folder / "theme", theme({}))
    return folder


def build(folder: Path, nav: list[dict[str, str]] | None = None) -> SiteReport:
    return MkDocsSiteBuilder().build(
        SETTINGS,
        folder / "docs",
        folder / "theme",
        folder / "public",
        [{"Trang chủ": "index.md"}] if nav is None else nav,
        MIDNIGHT,
    )


def tree(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_same_bytes_in_another_folder_time_zone_and_locale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trees = []
    for folder, zone, locale in (
        ("a", "Asia/Ho_Chi_Minh", "vi_VN.UTF-8"),
        ("b/c d", "UTC+11", "C"),
    ):
        monkeypatch.setenv("TZ", zone)
        monkeypatch.setenv("LC_ALL", locale)
        time.tzset()
        (tmp_path / folder).mkdir(parents=True)
        build(staged(tmp_path / folder), NAV)
        trees.append(tree(tmp_path / folder / "public"))
    monkeypatch.undo()
    time.tzset()
    assert trees[0] == trees[1]
    assert {"sitemap.xml.gz", "404.html"} <= trees[0].keys()


def test_mkdocs_itself_makes_the_same_bytes(tmp_path: Path) -> None:
    folder = staged(tmp_path)
    report = build(folder, NAV)
    shutil.move(folder / "theme", folder / "build/theme")
    shutil.move(folder / "docs", folder / "build/docs")
    nav = "".join(f"  - {title}: {path}\n" for entry in NAV for title, path in entry.items())
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"nav:\n{nav}")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(MIDNIGHT), "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    assert tree(folder / "dist/public") == tree(folder / "public")
    assert report.warnings == ()


def test_broken_links_and_anchors_are_told_with_their_page(tmp_path: Path) -> None:
    text = "---\ntitle: Trang\n---\n## Một\n\n[a](mat.md) [b](#hai) [c](#mot)\n"
    assert build(page(tmp_path, text)) == SiteReport(
        pages=("index.md",),
        warnings=(
            (
                "index.md",
                (
                    "Doc file 'index.md' contains a link 'mat.md', "
                    "but the target is not found among documentation files."
                ),
            ),
            (
                "index.md",
                (
                    "Doc file 'index.md' contains a link '#hai', "
                    "but there is no such anchor on this page."
                ),
            ),
        ),
    )


def test_an_index_page_that_is_missing_is_told(tmp_path: Path) -> None:
    report = build(
        page(tmp_path, "---\ntitle: Trang\n---\nLời.\n"),
        [{"Trang chủ": "index.md"}, {"Lịch": "lich/index.md"}],
    )
    assert report.warnings == (
        (
            "lich/index.md",
            (
                "A reference to 'lich/index.md' is included in the 'nav' configuration, "
                "which is not found in the documentation files."
            ),
        ),
    )


def test_nothing_is_printed_and_nothing_is_left_behind(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    before = dict(os.environ)
    build(page(tmp_path, "---\ntitle: Trang\n---\n[a](mat.md)\n"))
    assert dict(os.environ) == before
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


def test_what_authors_write_is_escaped(tmp_path: Path) -> None:
    text = """---
title: "<script>a</script> & b"
template: piece.html
kicker: "<i>k</i>"
lead: "<i>l</i>"
facts: [{label: "<i>f</i>", value: "<i>v</i>"}]
breadcrumbs: [{title: "<i>c</i>", url: .}]
section: [{title: "<i>s</i>", url: ".", current: true}]
section_title: "<i>t</i>"
corrections: [{date: 2021-05-14, day: 14/5/2021, text: "<i>d</i>"}]
downloads: [{title: "<i>o</i>", url: '"><i>', note: "<i>n</i>"}]
picture: {url: a.png, alt: '"><i>', width: 1, height: 1, caption: "<i>p</i>"}
previous: {title: "<i>x</i>", url: .}
---
Lời.
"""
    folder = page(page(tmp_path, "---\ntitle: Trang\n---\nLời.\n"), text, "bai.md")
    build(folder)
    html = (folder / "public/bai/index.html").read_text(encoding="utf-8")
    assert "<i>" not in html
    assert "<script>a" not in html
    assert "<title>&lt;script&gt;a&lt;/script&gt; &amp; b · " in html
    assert html.count("<h1") == 1


def test_the_sitemap_dates_revisions_and_leaves_out_what_must_not_be_found(tmp_path: Path) -> None:
    folder = page(tmp_path, "---\ntitle: Trang\n---\nLời.\n")
    page(folder, "---\ntitle: Bài\nrevised: 2021-05-12\n---\nLời.\n", "bai.md")
    page(folder, "---\ntitle: Hủy\nrobots: noindex\n---\nLời.\n", "huy.md")
    build(folder)
    sitemap = (folder / "public/sitemap.xml").read_text(encoding="utf-8")
    assert re.sub(r">\n+<", "><", sitemap).replace("?><", "?>\n<") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "<url><loc>https://sxsh.example.org/</loc></url>"
        "<url><loc>https://sxsh.example.org/bai/</loc><lastmod>2021-05-12</lastmod></url>"
        "</urlset>"
    )
    packed = (folder / "public/sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed).decode() == sitemap
    assert int.from_bytes(packed[4:8], "little") == MIDNIGHT  # gzip's own time stamp
