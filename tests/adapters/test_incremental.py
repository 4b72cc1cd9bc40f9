"""Sites that grow by random edits: what is taken over must be what `mkdocs build` would write.

All texts, pictures and templates are test data.
"""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from generator.adapters.mkdocs_pages import MANY
from generator.adapters.page_memory import LastSite, SiteRecord
from generator.adapters.sitebuilder import MkDocsSiteBuilder, SiteReport

from generator.adapters.disk import UNKNOWN, below, is_marked, mark, read_json, write_json
from generator.adapters.executor import Processes
from generator.ports import Workers

ROOT = Path(__file__).parents[2]
MIDNIGHT = 1_620_000_000  # 3/5/2021 UTC: MkDocs rounds to days
ROUNDS = 200
T, U = TypeVar("T"), TypeVar("U")
NAV = [{"Trang chủ": "index.md"}, {"Mục": "muc/index.md"}]
CONFIG = """\
site_name: Thử
site_url: https://example.org/thu/
docs_dir: docs
site_dir: stock
theme: {name: null, custom_dir: theme, locale: vi, static_templates: [sitemap.xml, list.html]}
plugins: []
markdown_extensions: [tables, footnotes, attr_list, md_in_html]
validation: {nav: {omitted_files: ignore}}
nav: [{Trang chủ: index.md}, {Mục: muc/index.md}]
"""
MAIN = """\
<!doctype html><title>{{ page.title }}</title>
{% for item in nav %}<a href="{{ item.url | url }}">{{ item.title }}
{{ item.meta.icon }}</a>{% endfor %}
{% include "part.html" %}{{ page.toc | length }}{{ page.content }}{{ page.next_page.url }}
"""
ALL = "{{ pages | length }}{% for file in pages %}{{ file.url }} {% endfor %}"
LIST = "{% for f in pages %}{{ f.url }} {{ f.page.meta.note }} {{ f.page.abs_url }}{% endfor %}"


class Site:
    """A staged folder, and its site as it was built last, as `results` keeps it."""

    def __init__(self, root: Path) -> None:
        self.root, self.docs, self.theme = root, root / "docs", root / "theme"
        self.last, self.next = root / "last", root / "next"

    def build(self, workers: Workers | None = None) -> SiteReport:
        state = read_json(self.root / "state.json")
        marks = state.get("marks", {})

        def keep(path: str) -> bool:
            if not is_marked(self.last / path, marks.get(path, UNKNOWN)):
                return False
            (self.next / path).parent.mkdir(parents=True, exist_ok=True)
            os.link(self.last / path, self.next / path)
            return True

        last = LastSite(SiteRecord.read(state.get("site", {})), keep)
        before = tree(self.last)
        report = MkDocsSiteBuilder().build(
            *(self.settings, self.docs, self.theme, self.next, NAV, MIDNIGHT),
            last=last,
            workers=workers,
        )
        assert tree(self.last) == before, "the last site was written into"
        shutil.rmtree(self.last, ignore_errors=True)
        self.next.rename(self.last)
        marks = {path: mark(self.last / path) for path in below(self.last)}
        write_json(self.root / "state.json", {"marks": marks, "site": report.record.as_json()})
        return report

    @property
    def settings(self) -> dict[str, Any]:
        """Those of the file that MkDocs's own command reads."""
        settings = yaml.safe_load((self.root / "mkdocs.yml").read_text("utf-8"))
        assert isinstance(settings, dict)
        return settings

    def stock(self) -> dict[str, bytes]:
        """What MkDocs itself makes of the folder, in a process of its own."""
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet"],
            cwd=self.root,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(MIDNIGHT), "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        )
        return tree(self.root / "stock")

    def pages(self) -> list[Path]:
        return sorted(path for path in self.docs.rglob("*.md") if path.name != "index.md")


def tree(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in below(folder)}


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def sample(root: Path) -> Site:
    site = Site(root)
    write(root / "mkdocs.yml", CONFIG)
    write(site.theme / "main.html", MAIN)
    write(site.theme / "part.html", "<p>0</p>")
    write(site.theme / "all.html", ALL)
    write(site.theme / "list.html", LIST)
    write(site.theme / "sitemap.xml", LIST)
    write(site.theme / "theme.css", "a{}")
    write(site.docs / "index.md", "# Trang chủ\n\n[a](muc/a.md#mot) ![](anh/a.png)\n")
    write(site.docs / "muc/index.md", "---\ntemplate: all.html\n---\n# Mục\n")
    for name in "abcdef":
        write(site.docs / f"muc/{name}.md", f"# {name}\n\n## Một {{#mot}}\n\n[tới](../index.md)\n")
    for name in "ab":
        write(site.docs / f"anh/{name}.png", name)
    return site


def edit(site: Site, chance: random.Random) -> None:
    path = chance.choice(site.pages() or [site.docs / "index.md"])
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"\nCâu {chance.randrange(100)}.\n")


def add(site: Site, chance: random.Random) -> None:
    folder = chance.choice(("muc", "muc/sau", "."))
    number = chance.randrange(40)
    head = chance.choice(("", f"---\nnote: {number}\n---\n", "---\ntemplate: all.html\n---\n"))
    write(site.docs / folder / f"t{number}.md", f"{head}# T{number}\n\n## Hai {{#hai}}\n")


def delete(site: Site, chance: random.Random) -> None:
    if len(site.pages()) > 4:
        chance.choice(site.pages()).unlink()


def rename(site: Site, chance: random.Random) -> None:
    path = chance.choice(site.pages())
    path.rename(path.with_name(f"r{chance.randrange(60)}.md"))


def move_folder(site: Site, chance: random.Random) -> None:
    folder = site.docs / "muc/sau"
    if folder.is_dir() and not (site.docs / "khac").exists():
        folder.rename(site.docs / "khac")
    elif (site.docs / "khac").is_dir() and not folder.exists():
        (site.docs / "khac").rename(folder)
    del chance


def link(site: Site, chance: random.Random) -> None:
    """To a page that may be there or not, and to an anchor that may be there or not."""
    path = chance.choice(site.pages())
    names = [*(page.stem for page in site.pages()), "mat"]
    anchor = chance.choice(("", "#mot", "#hai", "#ba"))
    with path.open("a", encoding="utf-8") as stream:
        stream.write(
            f"\n[tới]({chance.choice(names)}.md{anchor}) ![](../anh/{chance.choice('abc')}.png)\n"
        )


def anchor(site: Site, chance: random.Random) -> None:
    path = chance.choice(site.pages())
    text = path.read_text("utf-8")
    write(path, text.replace("#mot", "#x").replace("#hai", "#mot").replace("#x", "#hai"))


def picture(site: Site, chance: random.Random) -> None:
    path = site.docs / "anh" / f"{chance.choice('abc')}.png"
    if path.exists() and chance.random() < 0.4:
        path.unlink()
    else:
        write(path, str(chance.randrange(10)))  # often of the same size


def override(site: Site, chance: random.Random) -> None:
    name = chance.choice(("part.html", "theme.css"))
    write(site.theme / name, f"<p>{chance.randrange(10)}</p>")


def index_page(site: Site, chance: random.Random) -> None:
    head = f"---\ntemplate: all.html\nicon: {chance.randrange(3)}\n---\n"
    write(site.docs / "muc/index.md", f"{head}# Mục {chance.randrange(3)}\n")


def hide_page(site: Site, chance: random.Random) -> None:
    """A file of the theme that lies under the place of a page or an asset of the folder."""
    path = site.docs / chance.choice(("theme.css", "muc/a/index.html"))
    if path.exists():
        path.unlink()
    else:
        write(path, "x")


def harm(site: Site, chance: random.Random) -> None:
    """Somebody edits or removes a file of the last site."""
    path = site.last / chance.choice(list(below(site.last)))
    if chance.random() < 0.5:
        path.unlink()
    else:
        path.write_text("hỏng", "utf-8")


CHANGES: tuple[Callable[[Site, random.Random], None], ...] = (
    edit, edit, add, add, delete, rename, move_folder, link, link, anchor, picture, override,
    index_page, hide_page, harm,
)  # fmt: skip


def clean(site: Site) -> tuple[dict[str, bytes], tuple[tuple[str, str], ...]]:
    """A build that remembers nothing, and what it complains of."""
    report = MkDocsSiteBuilder().build(
        site.settings, site.docs, site.theme, site.root / "clean", NAV, MIDNIGHT
    )
    return tree(site.root / "clean"), report.warnings


def test_any_edits_make_what_mkdocs_makes(tmp_path: Path) -> None:
    """Every round against a build from nothing, every fortieth against MkDocs's own command."""
    site, chance, taken_over = sample(tmp_path), random.Random(9), 0  # noqa: S311 - no secret
    site.build()
    for number in range(ROUNDS):
        done = chance.sample(CHANGES, chance.randint(1, 3))
        for change in done:
            change(site, chance)
        report = site.build()
        told = (number, [change.__name__ for change in done])
        pages, complaints = clean(site)
        assert (told, tree(site.last), sorted(report.warnings)) == (told, pages, sorted(complaints))
        if number % 40 == 0:
            assert (told, tree(site.last)) == (told, site.stock())
        taken_over += len(list(site.docs.rglob("*.md"))) - len(report.pages)
    assert taken_over > ROUNDS


def test_one_edit_renders_one_page_and_those_that_list_all(tmp_path: Path) -> None:
    site = sample(tmp_path)
    assert len(site.build().pages) == 8
    assert site.build().pages == ("muc/index.md",)  # its template looks at all pages
    write(site.docs / "muc/b.md", "# b\n\nKhác.\n")
    assert set(site.build().pages) == {"muc/index.md", "muc/b.md"}


def test_a_link_is_followed_to_a_page_that_comes_later(tmp_path: Path) -> None:
    site = sample(tmp_path)
    site.build()
    write(site.docs / "muc/a.md", "# a\n\n[sau](sau.md)\n")
    assert "muc/a.md" in dict(site.build().warnings)
    write(site.docs / "muc/sau.md", "# Sau\n")
    report = site.build()
    assert ("muc/a.md" in dict(report.warnings), "muc/a.md" in report.pages) == (False, True)
    assert b'href="../sau/"' in (site.last / "muc/a/index.html").read_bytes()


class Counted(Processes):
    """The real processes; `parts` counts what they were given."""

    parts = 0

    def run(self, work: Callable[[T], U], item: T, *, beside: bool = False) -> U:
        assert beside
        self.parts += 1
        return super().run(work, item)


def test_many_pages_are_rendered_on_two_cores_and_come_out_the_same(tmp_path: Path) -> None:
    site, workers = sample(tmp_path), Counted()
    write(tmp_path / "mkdocs.yml", CONFIG.replace("{nav:", "{anchors: warn, nav:"))
    heads = ("", "---\nday: 2021-05-03\n---\n", "---\ntemplate: all.html\n---\n")
    for number in range(MANY):
        links = f"[a](p{number - 1}.md#mot) [b](p{number}.md#{'hai' if number % 15 else 'ba'})"
        body = f"# P{number}\n\n## Một {{#mot}}\n\n## Hai {{#hai}}\n\n{links}\n"
        write(site.docs / f"muc/p{number}.md", heads[number % 3] + body)
    try:
        report = site.build(workers)
        made = tree(site.last)
        again = site.build(workers)
    finally:
        workers.close()
    assert workers.parts == 1  # the second time there is little to render
    assert made == tree(site.last) == site.stock()
    shutil.rmtree(site.last)
    (tmp_path / "state.json").unlink()
    alone = site.build()
    assert tree(site.last) == made
    assert sorted(alone.pages) == sorted(report.pages)
    assert sorted(alone.warnings) == sorted(report.warnings) == sorted(again.warnings)
    lost = {page for page, message in alone.warnings if "#ba" in message}
    assert lost == {f"muc/p{number}.md" for number in range(0, MANY, 15)}
