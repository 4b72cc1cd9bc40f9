"""What readers do, with the policy served as written: no error, no request to anybody else."""

from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from generator.model.filetypes import type_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Read

BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def answer(address: str) -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(address)
    with closing(HTTPConnection(parts.hostname or "", parts.port)) as connection:
        connection.request("GET", parts.path)
        got = connection.getresponse()
        return got.status, {name.lower(): value for name, value in got.getheaders()}, got.read()


def test_the_policy_holds(site: str, read: "Read") -> None:
    """It must forbid something, or the tests beside this one prove nothing."""
    reader = read(site)
    page = reader.open("")
    page.evaluate(
        """() => { for (const [tag, text] of [["script", "window.ran = 1"], ["style", "p {}"]]) {
            document.head.append(Object.assign(document.createElement(tag), {textContent: text}));
        } }"""
    )
    page.evaluate("fetch('https://example.org/').catch(() => 0)")
    page.wait_for_timeout(300)  # what the browser refused is told a moment later
    refused = [problem for problem in reader.problems if "policy:" in problem]
    assert [problem.split()[2] for problem in refused] == [
        "script-src-elem",
        "style-src-elem",
        "connect-src",
    ]
    assert page.evaluate("window.ran") is None
    reader.problems.clear()


def test_files_have_their_types_and_guards(real: Path, site: str) -> None:
    files = (path for path in (real / "dist/public").rglob("*") if path.is_file())
    names = sorted(path.relative_to(real / "dist/public").as_posix() for path in files)
    kinds = {type_of(name): name for name in names if name[0] != "_"}
    for kind, name in kinds.items():
        status, headers, _body = answer(site + name)
        assert (status, headers["content-type"], name) == (200, kind, name)
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    assert answer(f"{site}_headers")[0] == 404


def test_apache_serves_the_same(apache: str, below: str, heard: Path, read: "Read") -> None:
    public = heard / "dist/public"
    files = sorted(p.relative_to(public).as_posix() for p in public.rglob("*") if p.is_file())
    kinds = {type_of(name): name for name in files if name[0] != "_"}
    for name in (*kinds.values(), "khong/co/trang-nay/", "phat-thanh/"):
        by_nginx, by_apache = answer(below + name), answer(apache + name)
        assert (name, *said(by_apache)) == (name, *said(by_nginx))
    assert answer(f"{apache}_headers")[0] == answer(f"{apache}assets/")[0] == 403
    for server in (below, apache):
        address = urlsplit(server)
        asked = HTTPConnection(address.netloc, timeout=30)
        asked.request("GET", f"{address.path}luu-tru/2021-1/rss.xml")
        moved = asked.getresponse()
        where = urlsplit(moved.headers["Location"]).path
        assert (moved.status, where) == (301, f"{address.path}rss.xml")
        asked.close()
    reader = read(apache)
    for name in files:
        if name.endswith("index.html"):
            reader.open(name.removesuffix("index.html"))
    assert reader.problems == []


def said(answer: tuple[int, dict[str, str], bytes]) -> tuple[object, ...]:
    status, headers, body = answer
    same = ("content-type", "content-security-policy", "x-content-type-options")
    return status, *(headers.get(name) for name in same), body


def test_a_missing_page_answers_with_ways_on(site: str, below: str, read: "Read") -> None:
    for root in (site, below):
        status, headers, body = answer(f"{root}khong/co/trang-nay/")
        assert (status, "content-security-policy" in headers) == (404, True)
        assert b"404" in body
        reader = read(root)
        page = reader.open("khong/co/trang-nay/")
        reader.problems[:] = [p for p in reader.problems if "404 (Not Found)" not in p]
        page.locator(".top [data-opens=search]").wait_for()
        page.locator(".top__home").click()
        page.wait_for_url(root)


LIGHT = 150_000
"""Bytes of the home page over the wire, without pictures."""


def test_the_home_page_is_light(site: str, read: "Read") -> None:
    """As a browser loads it from nginx: everything that it asks for, compressed, with headers."""
    page = read(site).page
    client, kinds, sizes = page.context.new_cdp_session(page), {}, {}
    client.on("Network.responseReceived", lambda it: kinds.update({it["requestId"]: it["type"]}))
    client.on(
        "Network.loadingFinished",
        lambda it: sizes.update({it["requestId"]: it["encodedDataLength"]}),
    )
    client.send("Network.enable")
    page.goto(site, wait_until="networkidle")
    light = {kinds[request]: 0 for request in sizes}
    for request, size in sizes.items():
        light[kinds[request]] += size
    assert {"Document", "Stylesheet", "Script", "Font"} <= set(light)
    light.pop("Image", None)
    assert 20_000 < sum(light.values()) <= LIGHT, light


MOVED = """
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.moved = (window.moved ?? 0) + entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


SLOW = {
    "offline": False,
    "latency": 100,  # milliseconds
    "downloadThroughput": 400_000,  # bytes a second
    "uploadThroughput": 100_000,
}


MOVING = (
    *("", "bang-ron/", "pano/", "lich/2021/quy-2/", "cong-cu-ro-khi-nen/", "cong-cu-tu-danh-gia/"),
    *("huong-dan-xi-ma/", "phat-thanh/phat-thanh-2021-2-1/", "theo-doi/"),
)


@pytest.mark.parametrize("address", MOVING)
def test_nothing_moves_while_a_page_comes(site: str, read: "Read", address: str) -> None:
    """Pictures and fonts that come late push nothing away (https://web.dev/articles/cls)."""
    page = read(site, viewport={"width": 412, "height": 823}).page
    page.add_init_script(MOVED)
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    page.goto(site + address, wait_until="networkidle")
    assert page.evaluate("window.moved ?? 0") < 0.05


SEEN = "all => all.filter((each) => each.checkVisibility()).length"


@pytest.mark.parametrize("script", [True, False])
def test_a_part_of_the_calendar_is_chosen_by_links(
    site: str, read: "Read", *, script: bool
) -> None:
    """By keyboard and without script too; the address of each choice can be passed on."""
    page = read(site, java_script_enabled=script, viewport={"width": 360, "height": 740}).page

    def shown() -> tuple[int, ...]:
        parts = ("tbody tr[data-of]", ".month a", ".bars > li", ".calendars .buttons")
        return tuple(page.locator(part).evaluate_all(SEEN) for part in parts)

    page.goto(f"{site}lich/2021/quy-2/")
    everything = shown()
    assert everything[3] == 1
    for name in ("phat-thanh", "don-vi-bao-dong-nai"):
        page.locator(f'.filters a[href="#{name}"]').focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/quy-2/#{name}")
        fewer = shown()
        assert all(0 < few < all_ for few, all_ in zip(fewer[:3], everything[:3], strict=True))
        assert fewer[3] == 1
        chosen = page.locator(".filters__mark").evaluate_all(
            "all => all.filter((x) => x.checkVisibility()).map((x) => x.parentNode.hash)"
        )
        assert chosen == [f"#{name}"]
        assert page.locator(".calendars a[download]:visible").get_attribute("href") == (
            "../../phat-thanh.ics" if name == "phat-thanh" else "../../don-vi/bao-dong-nai.ics"
        )
        sizes = page.locator(".filters a").evaluate_all("all => all.map((x) => x.offsetHeight)")
        assert min(sizes) >= 44
    page.locator('.filters a[href="#tat-ca"]').click()
    assert shown() == everything


def test_a_former_page_of_a_part_leads_to_its_choice(site: str, read: "Read") -> None:
    page = read(site, java_script_enabled=False).page
    page.goto(f"{site}lich/2021/quy-2/bao-chi/")
    page.wait_for_url("**/lich/2021/quy-2/#bao-chi")
    assert page.locator(".chosen p:visible").inner_text() == "Chỉ xem: Báo chí"
    page.emulate_media(media="print")
    assert hidden(page, ".filters", ".calendars")
    assert page.locator(".chosen p:visible").inner_text() == "Chỉ xem: Báo chí"


def test_a_recording_plays(below: str, heard: Path, read: "Read") -> None:
    pages = sorted((heard / "dist/public/phat-thanh").glob("*/index.html"))
    with_sound = next(path for path in pages if "<audio" in path.read_text("utf-8"))
    page = read(below).open(f"phat-thanh/{with_sound.parent.name}/")
    played = page.evaluate(
        """async () => { const audio = document.querySelector("audio"); audio.muted = true;
            await audio.play();
            await new Promise((done) => audio.addEventListener("timeupdate", done));
            audio.pause(); return [audio.duration > 1, audio.currentTime >= 0, audio.error]; }"""
    )
    assert played == [True, True, None]


def test_a_proof_is_seen_large(site: str, read: "Read") -> None:
    page = read(site, viewport={"width": 360, "height": 740}).open("bang-ron/bang-ron-2021-1/")
    dialog, opener = page.locator("dialog.zoom"), page.locator("a[data-zoom]")
    opener.click()
    dialog.wait_for()
    before = dialog.locator("img").evaluate("image => image.width")
    page.keyboard.press("+")
    assert dialog.locator("img").evaluate("image => image.width") > before
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    assert opener.evaluate("link => link === document.activeElement")


def test_day_and_night_by_choice_and_by_system(site: str, read: "Read") -> None:
    page = read(site, color_scheme="light").open("")
    day = page.evaluate(BACKGROUND)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"{BACKGROUND} !== '{day}'")
    page.wait_for_timeout(500)  # colours may fade
    night = page.evaluate(BACKGROUND)
    assert (luminance(night) < 60, luminance(day) > 200) == (True, True)
    page.emulate_media(color_scheme="light")
    page.wait_for_function(f"{BACKGROUND} === '{day}'")
    for _ in range(2):  # by the system, always by day, always by night
        page.locator("[data-opens=colours]").click()
    page.wait_for_function(f"{BACKGROUND} === '{night}'")
    page.reload()
    assert page.evaluate(BACKGROUND) == night
    bar = page.locator("meta[name=theme-color]").get_attribute("content")
    header = page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor")
    assert channels(bar or "") == channels(header)


def channels(colour: str) -> list[int]:
    if colour.startswith("#"):
        return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return [int(part) for part in colour[colour.index("(") + 1 : -1].split(",")][:3]


def luminance(colour: str) -> float:
    return sum(channels(colour)) / 3


@pytest.mark.parametrize("address", ["sau-buoc/", "phat-thanh/phat-thanh-2021-2-1/"])
def test_paper_has_the_text_and_no_furniture(site: str, read: "Read", address: str) -> None:
    page = read(site, color_scheme="dark").open(address)
    page.emulate_media(media="print")
    assert page.evaluate(BACKGROUND) in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert hidden(page, ".top", ".menu", ".pager")
    page.locator("h1").wait_for()
    assert page.pdf(format="A4").startswith(b"%PDF")


def hidden(page: "Page", *selectors: str) -> bool:
    return not any(
        each.is_visible() for selector in selectors for each in page.locator(selector).all()
    )
