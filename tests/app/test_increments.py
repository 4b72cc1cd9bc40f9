"""Results that grow by random edits are what a folder without memory gets. All is test data."""

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from generator.adapters.disk import below
from generator.adapters.executor import Threads
from generator.adapters.results import FolderResults
from generator.adapters.store import FolderStore
from generator.app.build import BuildOutcome
from generator.model.artifact import Artifact, Audience, digest_of, ready
from generator.model.artifact import page_artifact as page_of
from generator.model.edition import Edition
from generator.model.site import OwnHtml, Site
from generator.model.webpage import Webpage
from generator.outputs.site.frame import Frame
from generator.vietnamese.dates import HANOI

if TYPE_CHECKING:
    from generator.outputs.site.navigation import NavEntry

MOVES = Path(__file__).parents[1] / "examples/moves"
NOON = datetime(2021, 6, 1, 12, tzinfo=HANOI)
ROUNDS = 200
Make = Callable[..., BuildOutcome]


def tree(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in below(folder)}


@dataclass
class World:
    """What a site is made from, and the folder where it lies."""

    root: Path
    pages: dict[str, str] = field(default_factory=lambda: dict.fromkeys("abcdef", "0"))
    hidden: set[str] = field(default_factory=set)
    pictures: dict[str, bytes] = field(default_factory=dict)
    site: Site = field(default_factory=lambda: Site("Thử", "https://example.org/thu/"))
    frames: dict[str, Frame] = field(default_factory=dict)
    papers: dict[str, bytes] = field(default_factory=lambda: {"print/a.pdf": b"pdf"})

    def artifacts(self) -> list[Artifact]:
        """Every result, pages within their frame."""
        shown = {name: text for name, text in self.pages.items() if name not in self.hidden}
        links = "".join(f'<a href="../{name}/">{name}</a>\n' for name in sorted(shown))
        said = [Webpage("index.md", {"template": "home.html", "title": "Trang"}, links or "<p>")]
        for name, text in shown.items():
            head = {"template": "piece.html", "title": f"Bài {text[:1]}"}
            said.append(Webpage(f"{name}/index.md", head, f"<p>{text}</p>"))
        nav: list[NavEntry] = [{"Trang": "index.md"}, *({n: f"{n}/index.md"} for n in "ab")]
        if repr(self.site) not in self.frames:  # to read its templates takes its time
            self.frames[repr(self.site)] = Frame(self.site, nav)
        frame = self.frames[repr(self.site)]
        beside = [ready(f"anh/{name}", data) for name, data in self.pictures.items()]
        inside = [ready(path, data, Audience.INTERNAL) for path, data in self.papers.items()]
        return [*map(frame.around, map(page_of, said)), *frame.beside(said), *beside, *inside]

    def build(self, root: Path) -> frozenset[str]:
        """Build into a folder as `loa build` does; gives what was made of the site."""
        store = FolderStore(root / "build")
        artifacts = self.artifacts()
        staged = FolderResults(root, store).recover().stage([artifacts], Threads())
        assert staged.report.findings == ()
        kept = staged.known_pages()
        now = staged.public()
        facts = {path: {"digest": frozenset({digest_of(now[path]())})} for path in now}
        assert {path: facts[path] for path in kept} == kept  # of no page something old is known
        staged.publish(Edition(NOON, "", None, (), (), {}), facts)
        store.save()
        store.close()
        return staged.report.new_files


Change = Callable[[World, random.Random], object]


def edit(world: World, chance: random.Random) -> None:
    world.pages[chance.choice([*world.pages])] = str(chance.randrange(30))


def add(world: World, chance: random.Random) -> None:
    world.pages[chance.choice(("g", "h", "i", "j/k", "l/m"))] = str(chance.randrange(30))


def delete(world: World, chance: random.Random) -> None:
    if len(world.pages) > 2:
        del world.pages[chance.choice([*world.pages])]


def rename(world: World, chance: random.Random) -> None:
    name = chance.choice([*world.pages])
    world.pages[f"{name[:5]}x"] = world.pages.pop(name)


def hide(world: World, chance: random.Random) -> None:
    world.hidden ^= {chance.choice([*world.pages])}


def picture(world: World, chance: random.Random) -> None:
    """Often of the same size."""
    name = chance.choice(("a.png", "b.png", "sâu/c.png"))
    if name in world.pictures and chance.random() < 0.3:
        del world.pictures[name]
    else:
        world.pictures[name] = bytes([chance.randrange(9)]) * 9


def settings(world: World, chance: random.Random) -> None:
    own = OwnHtml("assets/theme/foot.html", f"<p>{chance.randrange(4)}</p>")
    address = f"https://example.org/{chance.choice(('thu', 'khác'))}/"
    html = {"foot": own} if chance.random() < 0.5 else {}
    world.site = replace(world.site, url=address, html=html)


def paper(world: World, chance: random.Random) -> None:
    world.papers[f"print/{chance.choice('ab')}.pdf"] = str(chance.randrange(9)).encode()


def harm(world: World, chance: random.Random) -> None:
    """Somebody edits a file of `dist`, also at its size and age, loses it, or puts one there.

    Not within the tick of the disk's clock in which the build has ended: that shows nowhere.
    """
    time.sleep(0.02)
    path = world.root / "dist" / chance.choice([*below(world.root / "dist")])
    match chance.randrange(5):
        case 0:
            path.unlink()
        case 1:
            path.write_text("hỏng", "utf-8")
        case 2:
            times, data = path.stat(), path.read_bytes()
            path.write_bytes(bytes(len(data)))
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        case 3:
            (path.parent / "của người khác.html").write_text("x")
        case 4:
            path.unlink()
            path.mkdir()


def forget(world: World, chance: random.Random) -> None:
    """Somebody harms what is remembered."""
    known = world.root / "build/store.db"
    if known.is_file() and chance.random() < 0.5:
        os.truncate(known, chance.randrange(known.stat().st_size))
    else:
        known.unlink(missing_ok=True)


def again(world: World, chance: random.Random) -> None:
    """Everything is as it was three edits ago: only stamps and digests tell."""
    before = dict(world.pages)
    edit(world, chance)
    world.build(world.root)
    world.pages = before


CHANGES: tuple[Change, ...] = (
    edit, edit, add, delete, rename, hide, picture, settings, paper, harm, harm, forget, again,
)  # fmt: skip


def test_any_edits_make_what_a_folder_without_memory_gets(tmp_path: Path) -> None:
    world, chance, taken_over = World(tmp_path / "known"), random.Random(9), 0  # noqa: S311 - no secret
    world.build(world.root)
    for number in range(ROUNDS):
        done = chance.sample(CHANGES, chance.randint(0, 3))
        for change in done:
            change(world, chance)
        made = world.build(world.root)
        told = (number, [change.__name__ for change in done])
        shutil.rmtree(tmp_path / "new", ignore_errors=True)
        world.build(tmp_path / "new")
        assert (told, tree(world.root / "dist")) == (told, tree(tmp_path / "new/dist"))
        taken_over += len(world.artifacts()) - len(made)
    assert taken_over > ROUNDS


def text_of(root: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((root / "content").rglob("*.md")))


def sentence(root: Path, chance: random.Random) -> None:
    with text_of(root, chance).open("a", encoding="utf-8") as stream:
        stream.write(f"\nCâu thử {chance.randrange(9)}.\n")


def other_title(root: Path, chance: random.Random) -> None:
    path = text_of(root, chance)
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Mới ", 1), "utf-8")


def hidden(root: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((root / "content/bao-chi").glob("*.md")))
    words = ["status: approved", "status: draft"]
    text = path.read_text("utf-8")
    now, then = words if words[0] in text else words[::-1]
    path.write_text(text.replace(now, then), "utf-8")


def moved(root: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((root / "content/phat-thanh").glob("*.md")))
    path.rename(path.with_stem(f"doi-{chance.randrange(99)}"))


def own_html(root: Path, chance: random.Random) -> None:
    (root / "assets/theme").mkdir(exist_ok=True)
    (root / "assets/theme/top.html").write_text(f"<p>{chance.randrange(9)}</p>", "utf-8")


def own_settings(root: Path, chance: random.Random) -> None:
    path = root / "mkdocs.yml"
    lines = path.read_text("utf-8").splitlines()
    named = [f"site_name: Thử {chance.randrange(9)}" if "site_name" in x else x for x in lines]
    path.write_text("\n".join(named), "utf-8")


def own_picture(root: Path, chance: random.Random) -> None:
    (root / "assets/theme").mkdir(exist_ok=True)
    drawn = Image.new("RGB", (chance.randrange(20, 22), 9), (chance.randrange(9), 0, 0))
    drawn.putpixel((0, 0), (0, 200, 0))
    drawn.save(root / "assets/theme/anh.png")


def lost(root: Path, chance: random.Random) -> None:
    path = root / "dist" / chance.choice([*below(root / "dist")])
    path.unlink()


def edits() -> Iterator[Callable[[Path, random.Random], None]]:
    """Each at least once."""
    every = (sentence, other_title, hidden, moved, own_html, own_settings, own_picture, lost)
    yield from (*every, hidden, sentence, moved, lost)


def test_so_do_whole_builds_while_the_clock_moves(tmp_path: Path, make: Make) -> None:
    root, chance = tmp_path / "moves", random.Random(3)  # noqa: S311 - no secret
    shutil.copytree(MOVES, root)
    shutil.rmtree(root / "content/bang-ron")  # to draw it takes its time
    assert make(root, "site", as_of=NOON).blocking == []
    for number, change in enumerate(edits()):
        change(root, chance)
        moment = NOON.replace(month=chance.choice((5, 6, 7)))
        assert make(root, "site", as_of=moment).blocking == []
        other = tmp_path / f"other-{number}"
        shutil.copytree(root, other, ignore=shutil.ignore_patterns("store.db*", "dist"))
        assert make(other, "site", as_of=moment).blocking == []
        told = (number, change.__name__)
        assert (told, tree(root / "dist")) == (told, tree(other / "dist"))
        shutil.rmtree(other)
