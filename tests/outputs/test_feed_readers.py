"""Programs that people follow feeds with: they subscribe to a server on loopback."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from generator.adapters.web.dist_site import site_server
from generator.adapters.web.server import running
from generator.app.build import build
from generator.app.scope import Scope
from generator.cli.world import world
from generator.ports import SILENT
from generator.vietnamese.dates import HANOI

HERE = Path(__file__).parent
JUNE = datetime(2021, 6, 1, tzinfo=HANOI)
FEED = "phat-thanh/podcast.xml"


@pytest.fixture(scope="module")
def site(
    lay_podcast: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path]]:
    """The example built for the address at which it is served, and its folder."""
    podcast = lay_podcast(tmp_path_factory.mktemp("served") / "podcast")
    folder = podcast / "dist/public"
    folder.mkdir(parents=True)
    with running(site_server(folder)) as base:
        config = podcast / "mkdocs.yml"
        text = config.read_text(encoding="utf-8").replace("https://thu.example.org/", base)
        config.write_text(text, encoding="utf-8")
        assert build(world(podcast), Scope(), JUNE, SILENT).blocking == []
        yield base, folder


def run(*command: str, **environment: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"needs {command[0]}")
    done = subprocess.run(
        command,
        env={**os.environ, "TERM": "dumb", **environment},
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_atom_feed_has_the_form_of_its_standard(site: tuple[str, Path]) -> None:
    assert run("jing", "-c", str(HERE / "atom.rnc"), str(site[1] / "atom.xml")) == ""


def test_gpodder_subscribes_and_downloads(site: tuple[str, Path], tmp_path: Path) -> None:
    base, folder, home = *site, tmp_path
    run("gpo", "-q", "subscribe", base + FEED, GPODDER_HOME=str(home))
    run("gpo", "-q", "update", GPODDER_HOME=str(home))
    assert "3 episodes downloaded" in run("gpo", "-q", "download", GPODDER_HOME=str(home))
    got = {path.name: path.read_bytes() for path in home.rglob("*.mp3")}
    published = {
        path.name: path.read_bytes() for path in (folder / "phat-thanh/nghe").glob("*.mp3")
    }
    assert got == published
    with sqlite3.connect(home / "Database") as database:
        rows = database.execute("SELECT guid, title, total_time FROM episode ORDER BY guid")
        assert rows.fetchall() == [
            ("podcast:so-1", "Tiếng máy & tiếng nước", 3),
            ("podcast:so-2", "Nóng < lạnh]]> và “ngoặc”", 4),
            ("podcast:so-3", "Một ngày không có giờ", 5),
        ]


def test_newsboat_shows_every_entry(site: tuple[str, Path], tmp_path: Path) -> None:
    base, home = site[0], tmp_path
    names = [FEED, "atom.xml", "rss.xml"]
    (home / "urls").write_text("".join(f"{base}{name}\n" for name in names), encoding="utf-8")
    (home / "config").touch()
    cache = home / "cache.db"
    files = ("-u", f"{home}/urls", "-C", f"{home}/config", "-c", str(cache))
    said = run("newsboat", "-q", *files, "-x", "reload", "print-unread", HOME=str(home))
    assert said.strip().startswith("10 ")
    with sqlite3.connect(cache) as database:
        query = "SELECT title, url, pubDate FROM rss_item WHERE feedurl = ? ORDER BY pubDate DESC"
        shown = {name: database.execute(query, (base + name,)).fetchall() for name in names}
    episodes = [
        ("Một ngày không có giờ", f"{base}phat-thanh/so-3/", 1621011600),
        ("Nóng < lạnh]]> và “ngoặc”", f"{base}phat-thanh/so-2/", 1620430200),
        ("Tiếng máy & tiếng nước", f"{base}phat-thanh/so-1/", 1619825400),
    ]
    gone = ("Đã rút: Bài đã rút", f"{base}phat-thanh/", 1621639800)
    assert shown == {FEED: episodes, "atom.xml": episodes, "rss.xml": [gone, *episodes]}


def test_the_page_of_an_episode_plays_it(site: tuple[str, Path]) -> None:
    page = (site[1] / "phat-thanh/so-1/index.html").read_text(encoding="utf-8")
    assert 'src="../nghe/so-1.mp3"' in page
    links = ("../nghe/so-1.mp3", "../nghe/so-1.html", "../nghe/so-1.srt", "../podcast.xml")
    assert [f'href="{link}"' in page for link in links] == [True] * 4
    assert "<audio" not in (site[1] / "index.html").read_text(encoding="utf-8")


def test_a_title_keeps_its_signs(site: tuple[str, Path]) -> None:
    page = (site[1] / "phat-thanh/so-2/index.html").read_text(encoding="utf-8")
    title = "Nóng &lt; lạnh]]&gt; và “ngoặc”"
    assert f"<title>{title} · " in page
    assert f'<meta property="og:title" content="{title}">' in page


def test_the_feeds_page_names_every_feed_and_works_without_script(site: tuple[str, Path]) -> None:
    base, folder = site
    page = (folder / "theo-doi/index.html").read_text(encoding="utf-8")
    made = {path.relative_to(folder).as_posix() for path in folder.rglob("*rss.xml")}
    for path in {*made, FEED, "atom.xml", "feed.json"}:
        assert f'<a href="{base}{path}">{base}{path}</a>' in page
    assert 'href="feed:' not in page  # no valid URL: the address itself leads there, and is copied
    assert f'href="podcast://{base.removeprefix("http://")}{FEED}"' in page
    assert page.count("data-copy=") == page.count(" hidden>Sao chép")
