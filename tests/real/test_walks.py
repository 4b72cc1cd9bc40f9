"""Ways that people go on a phone, from where a search or a link leaves them."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Read

PHONE = {"width": 360, "height": 740}
GUIDES = (
    "huong-dan-cao-su-nhua/",
    "huong-dan-che-bien-go/",
    "huong-dan-det-may/",
    "huong-dan-gom-su/",
    "huong-dan-nganh-khac/",
    "huong-dan-sieu-thi-cho/",
    "huong-dan-thuc-pham/",
    "huong-dan-xi-ma/",
    "what-is-cleaner-production/",
)


def test_the_list_of_a_guide_begins_on_the_first_screen(site: str, read: "Read") -> None:
    reader = read(site, viewport=PHONE)
    seen = {}
    for address in GUIDES:
        page = reader.open(address)
        lines = page.locator(".to-do li")
        assert lines.count() >= 3
        seen[address] = lines.nth(0).bounding_box()["y"]  # type: ignore[index]
    assert {address: y for address, y in seen.items() if y > PHONE["height"] - 40} == {}


def test_an_industry_begins_with_what_to_do(site: str, read: "Read") -> None:
    page = read(site, viewport=PHONE).open("chu-de/xi-ma/")
    box = page.get_by_role("heading", name="Ngày mai làm gì?").bounding_box()
    assert box
    assert box["y"] < PHONE["height"]


@pytest.mark.parametrize(
    "start",
    [
        "bao-chi/bao-dong-nai-2021-2-1/",
        "phat-thanh/phat-thanh-2021-2-1/",
        "bang-ron/bang-ron-2021-1/",
        "sau-buoc/",
        "cong-cu-ro-khi-nen/",
    ],
)
def test_a_manager_of_a_plating_shop(site: str, read: "Read", start: str) -> None:
    """Two touches from whatever page a search leads to."""
    page = read(site, viewport=PHONE).open(start)
    page.get_by_role("link", name="Chọn ngành để xem ngày mai làm gì").click()
    page.get_by_role("link", name="Xi mạ").click()
    page.wait_for_url(f"{site}chu-de/xi-ma/")
    assert page.locator(".tip").count() >= 5
    assert page.locator(".tip__figure").count() >= 1


def test_a_buyer_of_a_supermarket(site: str, read: "Read") -> None:
    page = read(site, viewport=PHONE).open("phat-thanh/phat-thanh-2021-4-2/")
    page.get_by_role("link", name="Siêu thị, chợ Ngày mai làm gì, bớt được bao nhiêu?").click()
    page.wait_for_url(f"{site}chu-de/sieu-thi-cho/#ngay-mai")
    assert page.locator("#ngay-mai").count() == 1


def test_an_editor_of_a_radio_station(site: str, read: "Read") -> None:
    """From a script to its day, to the station's own page, to what is new."""
    reader = read(site, viewport=PHONE)
    page = reader.open("phat-thanh/phat-thanh-2021-2-1/")
    page.get_by_role("link", name="12/5/2021, 6 giờ 30").click()
    page.wait_for_url(f"{site}lich/2021/quy-2/")
    page.go_back()
    page.get_by_role("link", name="Đài Phát thanh - Truyền hình Đồng Nai").click()
    page.get_by_role("heading", name="Nhận gì, theo dõi bằng cách nào?").wait_for()
    page = reader.open("phat-thanh/")
    page.get_by_role("link", name="Nhận tin mới").first.click()
    page.wait_for_url(f"{site}theo-doi/#tin-phat-thanh")
    assert page.locator("#tin-phat-thanh h3").inner_text() == "Phát thanh"


def test_a_teacher(site: str, read: "Read") -> None:
    page = read(site, viewport=PHONE).open("")
    page.get_by_role("link", name="một tiết học").click()
    page.get_by_role("link", name="Cái vòi nước giữa giờ nghỉ trưa").first.click()
    assert page.get_by_role("link", name="Tải lời đọc").get_attribute("href")  # waits for it


def test_every_page_leads_to_the_other_language(real: Path) -> None:
    public = real / "dist/public"
    lost = []
    for path in sorted(public.rglob("*.html")):
        text = path.read_text("utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        lang = "vi" if '<html lang="en"' in text else "en"
        if not re.search(
            rf'<a class="top__language" href="[^"]+" lang="{lang}" hreflang="{lang}">', text
        ):
            lost.append(path.relative_to(public).as_posix())
    assert lost == []


def test_an_owner_who_reads_english(site: str, read: "Read") -> None:
    page = read(site, viewport=PHONE).open("chu-de/xi-ma/")
    page.get_by_role("link", name="English").click()
    page.get_by_role("link", name="See how, and what it saves").click()
    page.wait_for_url(f"{site}what-is-cleaner-production/#viec-lam-ngay")
    assert page.locator(".tip__figure").count() >= 4
