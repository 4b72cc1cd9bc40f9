"""The theme and its sample pages (test data), opened by the tool that makes the pictures."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from generator.adapters.disk import write
from generator.adapters.files import FolderFiles
from generator.adapters.web.dist_site import site_server
from generator.adapters.web.server import running
from generator.app.check import check
from generator.outputs import Context
from generator.outputs.site import brand_files
from generator.outputs.site.builder_settings import mkdocs_yml
from generator.outputs.site.look import look, theme
from generator.vietnamese.dates import HANOI

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
NAV = [{"Trang chủ": "index.md"}, {"Phát thanh": "phat-thanh/index.md"}, {"Lịch": "lich/index.md"}]
MAY_12 = "2021-05-12T00:30:00+07:00"  # in Vietnam; still the 11th in UTC


@pytest.fixture(scope="module")
def looks() -> ModuleType:
    spec = spec_from_file_location("looks", ROOT / "tools/looks.py")
    if spec is None or spec.loader is None:
        pytest.fail("tools/looks.py is missing")
    module = module_from_spec(spec)
    sys.modules["looks"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "tests/tools/site_sample", folder / "docs")
    checked = check(FolderFiles(ROOT), datetime(2021, 6, 1, tzinfo=HANOI))
    context = Context(checked.plan, checked.links, None, None, {})  # type: ignore[arg-type] # neither sets type
    for made in (*look(), *brand_files.pages(context)):
        write(folder / "docs" / made.path, made.chunks())
    for name, data in theme({}).items():
        write(folder / "theme" / name, [data])
    (folder / "mkdocs.yml").write_text(mkdocs_yml(checked.plan.workspace.site, NAV), "utf-8")
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", "mkdocs.yml")
    subprocess.run(command, cwd=folder, check=True)
    return folder / "site"


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    with running(site_server(site)) as address:
        yield address


def test_one_page_of_each_kind_is_chosen(looks: ModuleType, site: Path) -> None:
    pages = looks.addresses(site)
    assert [(view.name, page) for view, page in looks.choose(pages)] == [
        ("trang-chu", ""),
        ("gioi-thieu", "san-xuat-sach-hon-la-gi/"),
        ("phat-thanh", "phat-thanh/"),
        ("bai-phat-thanh", "phat-thanh/khoa-van-lai/"),
        ("bao-chi", "bao-chi/"),
        ("bai-bao", "bao-chi/ba-cau-hoi/"),
        ("bang-ron", "bang-ron/"),
        ("mot-bang-ron", "bang-ron/nha-may-loi-hon/"),
        ("pano", "pano/"),
        ("lich", "lich/"),
        ("lich-quy-mot-loai", "lich/2021/quy-2/#phat-thanh"),
        ("lich-quy", "lich/2021/quy-2/"),
        ("ke-hoach", "ke-hoach/"),
        ("khong-tim-thay", "404.html"),
    ]


@pytest.mark.parametrize(
    ("address", "width"),
    [
        ("", 360),
        ("phat-thanh/khoa-van-lai/", 360),
        ("lich/2021/quy-2/", 360),
        ("404.html", 360),
        ("lich/2021/quy-2/", 1280),
    ],
)
def test_a_page_fits_the_screen_asks_no_other_host_and_reports_no_error(  # noqa: PLR0913, PLR0917 - fixtures
    looks: ModuleType, browser: "Browser", root: str, address: str, width: int, tmp_path: Path
) -> None:
    picture = tmp_path / "look.png"
    assert looks.look(browser, root, address, "light", width, picture) == []
    assert picture.stat().st_size > 0


def test_a_request_to_another_host_and_a_wide_page_are_reported(
    looks: ModuleType, browser: "Browser", tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(
        '<!doctype html><div style="width:500px">x</div><img src="https://example.com/a.png">',
        encoding="utf-8",
    )
    with running(site_server(tmp_path)) as address:
        problems = looks.look(browser, address, "", "light", 360, tmp_path / "look.png")
    assert "/: asks for https://example.com/a.png" in problems
    assert "/ at 360 px: 148 px wider than the screen" in problems


def test_a_keyboard_reaches_the_content_first(browser: "Browser", root: str) -> None:
    page = browser.new_page()
    page.goto(root + "phat-thanh/khoa-van-lai/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Đến nội dung chính"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "ARTICLE"
    page.close()


def test_the_menu_opens_on_a_phone_and_escape_closes_it(browser: "Browser", root: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(root)
    assert not page.is_visible("#muc-luc")
    page.click("[data-opens=menu]")
    assert page.is_visible("#muc-luc")
    page.keyboard.press("Escape")
    assert not page.is_visible("#muc-luc")
    page.close()


def test_today_is_marked_by_the_date_in_vietnam(browser: "Browser", root: str) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time(MAY_12)
    page.goto(root + "lich/2021/quy-2/")
    marked = page.eval_on_selector_all("[aria-current=date]", "all => all.map(x => x.dataset.date)")
    assert marked == ["2021-05-12"]
    page.close()


@pytest.mark.parametrize("script", [True, False])
def test_dark_follows_the_reader(browser: "Browser", root: str, *, script: bool) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme, java_script_enabled=script)
        page.goto(root)
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.close()
    assert grounds == ["rgb(251, 250, 244)", "rgb(14, 28, 22)"]


def test_every_picture_has_words_and_every_column_a_header(browser: "Browser", root: str) -> None:
    page = browser.new_page()
    for address in ("", "bang-ron/", "lich/2021/quy-2/", "ke-hoach/"):
        page.goto(root + address)
        assert page.eval_on_selector_all("img:not([alt]), img[alt='']", "all => all.length") == 0
        assert page.eval_on_selector_all("th:not([scope])", "all => all.length") == 0
        assert page.eval_on_selector_all("table:not(:has(caption))", "all => all.length") == 0
        assert page.eval_on_selector_all("h1", "all => all.length") == 1
    page.close()


def test_the_letters_are_our_own(browser: "Browser", root: str) -> None:
    page = browser.new_page()
    page.goto(root, wait_until="networkidle")
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.weight).sort()"
    )
    assert loaded == ["400", "600", "700", "800"]
    page.close()
