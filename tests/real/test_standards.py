"""Every type of page against WCAG (axe-core) and HTML (the Nu checker); every link of two sites."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest

if TYPE_CHECKING:
    from .conftest import Read

WIDTHS = (360, 1280)
NARROW = (320, 640)
"""A screen of 1280 px magnified to 400 % and 200 % (WCAG 2.2, 1.4.10)."""
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
IN_USE = """() => {
  for (const each of document.querySelectorAll("[data-assessment] input[value='0']")) each.click();
  const typed = document.querySelector("[data-calculator] input");
  if (typed) { typed.value = "x"; typed.dispatchEvent(new Event("input", {bubbles: true})); }
}"""
"""Tools are looked at while they are used: with a result, with something wrong that is told."""
OF_COLOURS = {
    **AXE,
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
"""In the dark the same elements stand at the same places; only colours are others."""


@pytest.mark.parametrize(("scheme", "rules"), [("light", AXE), ("dark", OF_COLOURS)])
def test_every_type_of_page_is_without_a_fault(  # noqa: PLR0913, PLR0917 - a table's columns
    site: str,
    views: list[str],
    read: "Read",
    node_file: Callable[[str], Path],
    scheme: str,
    rules: dict[str, object],
) -> None:
    axe = node_file("axe-core/axe.min.js").read_text("utf-8")
    reader = read(site, color_scheme=scheme)
    found, wide = [], []
    for address in views:
        page = reader.open(address)
        for width in NARROW if rules is AXE else ():
            page.set_viewport_size({"width": width, "height": 640})
            over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            wide += [(address, width, over)] if over > 0 else []
        page.evaluate(IN_USE)
        page.evaluate(axe)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            wrong = page.evaluate("run => axe.run(document, run)", rules)["violations"]
            found += [(address, width, *told(rule)) for rule in wrong]
    reader.page.wait_for_load_state("networkidle")
    assert len(views) > 20
    assert (found, wide, reader.problems) == ([], [], [])


def test_a_table_of_six_columns_fits_a_phone(site: str, read: "Read") -> None:
    page = read(site).open("chuyen-san/chuyen-san-2021-1/")
    assert page.evaluate("document.querySelectorAll('.prose tr > :nth-child(6)').length")
    for width in NARROW:
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def told(rule: dict[str, object]) -> tuple[object, ...]:
    nodes = rule["nodes"]
    assert isinstance(nodes, list)
    return rule["id"], [node["target"] for node in nodes[:3]]


def test_the_html_checker_finds_nothing(real: Path, node_file: Callable[[str], Path]) -> None:
    checker = node_file("vnu-jar/build/dist/vnu.jar")
    java = shutil.which("java")
    if java is None:
        pytest.skip("java is not installed")
    pages = sorted(map(str, (real / "dist/public").rglob("*.html")))
    command = [java, "-Xmx400m", "-jar", str(checker), "--format", "json", "--errors-only"]
    done = subprocess.run([*command, *pages], check=False, capture_output=True, text=True)
    assert done.stderr.startswith("{"), done.stderr[:500]
    messages = json.loads(done.stderr)["messages"]
    assert [
        (urlsplit(found["url"]).path.partition("/public/")[2], found["message"])
        for found in messages
    ] == []


class Reader(HTMLParser):
    """The addresses and the names of a page, read by other code than that of `verify`."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.names.add(value)
            elif name in {"href", "src", "data-base"} and value is not None:
                self.addresses.append(value)
            elif name == "srcset" and value:
                self.addresses += [part.split()[0] for part in value.split(",")]
            elif name == "content" and (value or "").startswith("http"):
                self.addresses.append(value or "")


def lost(public: Path, base: str) -> Iterator[tuple[str, str]]:
    """Every link to the site's own address that leads to no file or to no place in it."""
    pages = {
        path.relative_to(public).as_posix(): Reader(path.read_text("utf-8"))
        for path in sorted(public.rglob("*.html"))
    }
    for name, page in pages.items():
        for address in page.addresses:
            whole, _, fragment = urljoin(base + name, address).partition("#")
            path = unquote(urlsplit(whole).path)
            if urlsplit(whole).netloc != urlsplit(base).netloc:
                continue
            root = urlsplit(base).path
            file = path.removeprefix(root) + ("index.html" if path.endswith("/") else "")
            there = path.startswith(root) and (public / file).is_file()
            named = not fragment or file not in pages or unquote(fragment) in pages[file].names
            if not (there and named):
                yield name, address


def test_every_link_leads_somewhere(real: Path, heard: Path) -> None:
    assert list(lost(real / "dist/public", "https://sxsh.example.org/")) == []
    assert list(lost(heard / "dist/public", "https://thu.example.org/so/tuyen-truyen/")) == []
