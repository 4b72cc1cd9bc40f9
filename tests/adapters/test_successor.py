"""The staged folder, built by Zensical: the same pages with the same words."""

import html
import re
import subprocess
import sys
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urljoin

import pytest
from generator.adapters.site_config import staged_config

from generator.app.build import nav_of
from generator.app.check import check
from generator.cli.world import world
from generator.vietnamese.dates import HANOI

JUNE = datetime(2021, 6, 1, tzinfo=HANOI)
_ADDRESS = re.compile(r"\s(?:href|src|action|poster|data-find)=\"([^\"]*)\"")
_UNSEEN = re.compile(r"<(script|style|svg|head)\b.*?</\1>|<[^>]+>", re.DOTALL)


@pytest.fixture
def staged(built: Path) -> Path:
    plan = check(world(built).files, JUNE).plan
    config = staged_config(plan.workspace.site, nav_of(plan))
    (built / "build/mkdocs.yml").write_text(config, "utf-8")
    return built


def made(root: Path, *builder: str) -> Path:
    command = (sys.executable, "-m", *builder, "build", "-f", "build/mkdocs.yml")
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "build/site"


def pages(site: Path) -> dict[str, tuple[str, list[str]]]:
    """Of each page its words, and every address that a reader or a browser follows from it."""
    found = {
        path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")
    }
    return {path: (words(text), led(path, text)) for path, text in found.items()}


def led(path: str, page: str) -> list[str]:
    folder = f"https://example.org/{path.removesuffix('index.html')}"
    named = (html.unescape(value) for value in _ADDRESS.findall(page))
    return [urljoin(folder, address) for address in named]


def words(page: str) -> str:
    return " ".join(html.unescape(_UNSEEN.sub(" ", page)).split())


def addresses(site: Path) -> set[str]:
    sitemap = html.unescape((site / "sitemap.xml").read_text("utf-8"))
    return set(re.findall(r"<loc>(.*?)</loc>", sitemap))


def test_zensical_makes_the_same_pages(staged: Path) -> None:
    if find_spec("zensical") is None:
        pytest.skip("Zensical is not installed: pip install '.[successor]'")
    site, ours = made(staged, "zensical"), staged / "dist/public"
    assert pages(site) == pages(ours)
    assert addresses(site) == addresses(ours)
    sheets = {path.name for path in (ours / "assets/stylesheets").glob("*.css")}
    assert sheets
    assert sheets <= {path.name for path in (site / "assets/stylesheets").glob("*.css")}


def test_so_does_mkdocs_alone(staged: Path) -> None:
    assert pages(made(staged, "mkdocs")) == pages(staged / "dist/public")
