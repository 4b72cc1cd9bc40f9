"""The house rules, held by tests; and the table “To add …” of ARCHITECTURE.md, followed."""

import ast
import inspect
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.app.scaffold import PieceRequest, scaffold
from generator.catalogue import messages
from generator.media import media
from generator.model.medium import Medium
from generator.outputs import outputs
from generator.vietnamese.dates import HANOI

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))
JUNE = datetime(2021, 6, 1, tzinfo=HANOI)
LONGEST_MODULE = 300  # lines
LONGEST_FUNCTION = 45  # lines
LONGEST_SIGNPOST = 15  # lines: it points the way, it tells no story
LONGEST_MAP = 2_350  # words: read in ten minutes; reasons are in docs/decisions
ACTIVITY = """\
  - id: {medium}-nha
    title: Việc thử
    medium: {medium}
    quarters: [II]
    source: https://thu.example.org/ke-hoach
"""

TOY_MEDIUM = '''"""Invitation: a toy of the tests."""

from collections.abc import Mapping
from typing import ClassVar

from generator.model.fields import Text
from generator.model.medium import Medium
from generator.model.piece import Deliverable


class Invitation(Deliverable):
    """An invitation (thiệp mời); `fold` says how it is folded, `paper` on what it is printed."""

    read_keys: ClassVar = (*Deliverable.read_keys, "call")

    fold: Text = ""
    paper: Text = ""
    call: Text = ""

    @property
    def facts(self) -> Mapping[str, str]:
        """On what it is printed."""
        return {"Toy paper": self.paper}


MEDIUM = Medium(
    name="invitation",
    record=Invitation,
    singular="Toy invitation",
    plural="Toy invitations",
    section="thiep-moi",
    page="invitation.html",
    schema="Invitation",
    tone="dat",
    shape="ring",
    other_names=("thiep moi",),
    starter="""\\
---
id: {id}
medium: invitation
campaign: {campaign}
activity: {activity}
title: {title}
summary: {summary}
quarter: {quarter}
basis: proposed
fold: đôi
status: draft
---

{body}
""",
)
'''
TOY_OUTPUT = '''"""Titles: a toy of the tests, made from what the feeds made."""

from collections.abc import Iterator

from generator.model.artifact import Artifact, Audience, ready
from generator.outputs import Context, Output


def build(context: Context) -> Iterator[Artifact]:
    """The titles of all visible pieces, and how many feeds there are."""
    titles = sorted(piece.title for piece in context.plan.visible.values())
    yield ready("titles.txt", "\\n".join(titles))
    feeds = [artifact.path for artifact in context.artifacts["feeds"]]
    yield ready("toy/feeds.txt", "\\n".join(feeds), Audience.INTERNAL)


OUTPUT = Output("toy", "Toy titles", build, needs=("feeds",), apart=True)
'''
TOY_CHECK = '''"""Invitations are folded: a toy of the tests."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, Severity

WORDS = "The invitation is not folded.", "Add fold: đôi."
UNFOLDED = Rule("toy-unfolded", *WORDS, Severity.WARNING)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every invitation of the workspace."""
    for piece in subject.plan.workspace.pieces.values():
        if piece.medium == "invitation" and not getattr(piece, "fold", ""):
            yield UNFOLDED.at(piece.where("title"))
'''
TOY_VERIFIER = '''"""No page shouts: a toy of the tests."""

from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Location, Rule
from generator.verify import NextSite

SHOUT = Rule("toy-shout", "This page shouts.", "Speak softly.")


def verify(site: NextSite) -> Iterable[Diagnostic]:
    """Every page of the site."""
    for path, read in site.files.items():
        if path.endswith(".html") and "ÁÁÁ" in read().decode():
            yield SHOUT.at(Location(path))
'''
TOY_COMMAND = '''"""`loa count`: a toy of the tests."""

from pathlib import Path

import click

from generator.cli.console import _, workspace


@click.command("count", help=_("Count the pieces."))
@click.pass_obj
def command(folder: Path) -> None:
    """Print the number."""
    click.echo(len(list((workspace(folder) / "content").rglob("*.md"))))
'''
TOYS = {
    "media/invitation.py": TOY_MEDIUM,
    "outputs/toy.py": TOY_OUTPUT,
    "checks/folds.py": TOY_CHECK,
    "verify/shouts.py": TOY_VERIFIER,
    "cli/count.py": TOY_COMMAND,
}
TOY_WORDS = {
    "Toy invitation": "Thiệp mời đồ chơi",
    "Toy invitations": "Các thiệp mời đồ chơi",
    "Toy titles": "Tên bài đồ chơi",
    "Toy paper": "Loại giấy",
    "The invitation is not folded.": "Thiệp mời chưa gấp.",
    "Add fold: đôi.": "Thêm fold: đôi.",
    "Count the pieces.": "Đếm số bài.",
}
INVITATION = """\
---
id: thiep-moi-thu
medium: invitation
campaign: thu
activity: invitation-nha
title: Thiệp mời thử
summary: Dữ liệu thử.
quarter: II/2021
publish_on: 1/5/2021
basis: proposed
paper: giấy báo
call: Gọi ngay ,nhé
status: approved
approved_by: Người thử
approved_on: 1/4/2021
---

Lời thử.
"""

Loa = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with one toy more of each kind."""
    copy = tmp_path_factory.mktemp("house")
    # With what Python has made of it: the times of files are kept, so that it holds there too.
    shutil.copytree(PACKAGE, copy / "generator")
    for path, text in TOYS.items():
        (copy / "generator" / path).write_text(text, "utf-8")
    page = copy / "generator/templates/site/overrides/invitation.html"
    page.write_text(
        '{% extends "piece.html" %}{% block shape %}page--invitation{% endblock %}', "utf-8"
    )
    catalogue = copy / "generator/locale/vi/LC_MESSAGES/loa.po"
    entries = "".join(f'\nmsgid "{en}"\nmsgstr "{vi}"\n' for en, vi in TOY_WORDS.items())
    catalogue.write_text(catalogue.read_text("utf-8") + entries, "utf-8")
    return copy


def promise(root: Path, medium: str) -> None:
    plan = root / "campaigns/thu/plan.yml"
    plan.write_text(plan.read_text("utf-8") + ACTIVITY.format(medium=medium), "utf-8")


def test_the_table_to_add_x_is_followed_and_works(tiny: Path, house: Path, loa: Loa) -> None:
    promise(tiny, "invitation")
    (tiny / "content/thiep-moi.md").write_text(INVITATION, "utf-8")
    env = {"PYTHONPATH": str(house), "LOA_LANG": "vi"}

    checked = loa("-C", str(tiny), "check", cwd=house, env=env)
    assert checked.returncode == 0, checked.stdout
    assert "[toy-unfolded]: Thiệp mời chưa gấp." in checked.stdout
    assert "content/thiep-moi.md:12:15: " in checked.stdout  # texts of its own are read as any

    written = loa("-C", str(tiny), "new", "invitation", cwd=house, env=env)
    assert written.returncode == 0, written.stderr
    assert loa("-C", str(tiny), "check", cwd=house, env=env).returncode == 0

    built = loa("-C", str(tiny), "build", "--as-of", "1/6/2021", cwd=house, env=env)
    assert built.returncode == 0, built.stderr
    assert "Tên bài đồ chơi: 2" in built.stdout
    public = tiny / "dist/public"
    assert (public / "titles.txt").read_text("utf-8") == "Băng rôn thử\nThiệp mời thử\nTrang đầu"
    assert "thiep-moi/rss.xml" in (tiny / "dist/toy/feeds.txt").read_text("utf-8")
    page = (public / "thiep-moi/thiep-moi-thu/index.html").read_text("utf-8")
    for brought in ("Thiệp mời thử", "Loại giấy", "giấy báo", "page--invitation", "Invitation"):
        assert brought in page
    quarter = (public / "lich/2021/quy-2/index.html").read_text("utf-8")
    assert "dot--dat dot--ring" in quarter
    assert "Các thiệp mời đồ chơi" in (public / "index.html").read_text("utf-8")
    assert "Thiệp mời thử" in (public / "thiep-moi/rss.xml").read_text("utf-8")

    (tiny / "dist/toy/feeds.txt").unlink()
    alone = loa("-C", str(tiny), "build", "toy", "--as-of", "1/6/2021", cwd=house, env=env)
    assert alone.returncode == 0, alone.stderr
    assert (tiny / "dist/toy/feeds.txt").is_file()

    assert loa("-C", str(tiny), "count", cwd=house, env=env).stdout == "4\n"
    assert "Đếm số bài." in loa("--help", cwd=house, env=env).stdout

    index = tiny / "content/index.md"
    index.write_text(index.read_text("utf-8").replace("Một trang thử", "ÁÁÁ"), "utf-8")
    shouting = loa("-C", str(tiny), "build", "--as-of", "1/6/2021", cwd=house, env=env)
    assert shouting.returncode == 1
    assert "[toy-shout]" in shouting.stderr


def test_the_architecture_names_every_place_of_the_table() -> None:
    table = (ROOT / "ARCHITECTURE.md").read_text("utf-8").partition("## To add")[2]
    for path in TOYS:
        assert f"generator/{path.partition('/')[0]}/" in table


MEDIA = pytest.mark.parametrize("medium", media().values(), ids=lambda medium: medium.name)


@MEDIA
def test_a_medium_has_its_words_and_templates(medium: Medium) -> None:
    words = messages("vi")
    lacking = {word for word in (medium.singular, medium.plural) if word not in words}
    assert lacking == set()
    for template in (medium.page, medium.listing):
        assert (PACKAGE / "templates/site/overrides" / template).is_file()


@MEDIA
def test_a_new_file_of_a_medium_passes_check(medium: Medium, tiny: Path) -> None:
    promise(tiny, medium.name)
    plan = check(FolderFiles(tiny), JUNE).plan
    path, text = scaffold(plan, PieceRequest(medium, title="Tên: “thử” # 1"))
    target = tiny / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")
    assert [found for found in check(FolderFiles(tiny), JUNE).diagnostics if found.is_error] == []


@MEDIA
def test_a_medium_has_a_good_example(medium: Medium) -> None:
    """Among the workspaces of the tests, or the real content."""
    places = [ROOT / "content", *(ROOT / "tests/examples").glob("*/content")]
    written = [file for place in places for file in place.rglob("*.md")]
    written += list((ROOT / "tests/examples/good").rglob("*.md"))
    said = re.compile(rf"^medium: *{medium.name}\s*$", re.MULTILINE)
    assert any(said.search(file.read_text("utf-8", "replace")) for file in written)


def test_an_output_has_its_title_in_the_catalogue() -> None:
    words = messages("vi")
    assert {output.title for output in outputs().values() if output.title not in words} == set()


def test_what_an_output_makes_for_the_desk_lies_in_the_folder_of_its_name(built: Path) -> None:
    """So that it can be made apart, and what it no longer makes is taken away."""
    folders = {path.name for path in (built / "dist").iterdir() if path.is_dir()}
    assert folders <= {"public", *outputs()}


FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
DEFINITIONS = (*FUNCTIONS, ast.ClassDef)
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def name(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def test_modules_and_functions_stay_small() -> None:
    long = {
        f"{name(module)}: {lines} lines"
        for module in MODULES
        if (lines := len(module.read_text("utf-8").splitlines())) > LONGEST_MODULE
    }
    long |= {
        f"{name(module)}: {node.name} has {lines} lines"
        for module in MODULES
        for node in nodes_of(module, *FUNCTIONS)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == set()


def public(node: ast.AST) -> Iterator[Definition]:
    """What neither has a name that begins with an underscore nor stands in anything that has."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, DEFINITIONS):
            if not child.name.startswith("_"):
                yield child
                yield from public(child) if isinstance(child, ast.ClassDef) else ()
        elif not isinstance(child, ast.expr):  # which defines nothing
            yield from public(child)


def test_everything_public_says_what_it_means() -> None:
    silent = set()
    for module in MODULES:
        tree = tree_of(module)
        if not ast.get_docstring(tree):
            silent.add(name(module))
        silent |= {
            f"{name(module)}: {node.name}" for node in public(tree) if not ast.get_docstring(node)
        }
    assert silent == set()


PACKAGES = [module.parent for module in MODULES if module.name == "__init__.py"]
MODULE_OR_FOLDER = re.compile(r"`((?:[\w.-]+/)+|(?:[\w.-]+/)*[\w-]+\.py)`")

MAP = ROOT / "ARCHITECTURE.md"
ELSEWHERE = re.compile("NAME|CODE|^(?:dist|build|docs/assets|assets/theme|phat-thanh)/")
"""What a reader puts there, and what lies in results only."""


def signposts() -> list[Path]:
    """What tells a stranger where a change belongs."""
    decisions = (ROOT / "docs/decisions").glob("*.md")
    return [MAP, *sorted(decisions), *sorted(PACKAGE.rglob("README.md"))]


def test_each_package_has_a_signpost() -> None:
    """Where does a change belong, and where not: asked by who has never seen the code."""
    posts = [package / "README.md" for package in PACKAGES]
    assert [name(post) for post in posts if not post.is_file()] == []
    long = [name(p) for p in posts if len(p.read_text("utf-8").splitlines()) > LONGEST_SIGNPOST]
    assert long == []


def test_the_map_is_read_in_ten_minutes() -> None:
    assert len(MAP.read_text("utf-8").split()) <= LONGEST_MAP


def test_each_decision_is_in_the_list_of_both() -> None:
    """The index says what each is about; the map leads to each."""
    decisions = [post.name for post in (ROOT / "docs/decisions").glob("*.md")]
    texts = [post.read_text("utf-8") for post in (MAP, ROOT / "docs/decisions/README.md")]
    lost = {each for each in decisions for text in texts if f"{each})" not in text}
    assert lost - {"README.md"} == set()


@pytest.mark.parametrize("post", signposts(), ids=name)
def test_a_signpost_leads_to_what_is_there(post: Path) -> None:
    """Each `path/module.py` and `folder/` exists: beside it, in the package or in the project."""
    named = MODULE_OR_FOLDER.findall(post.read_text("utf-8"))
    places = (post.parent, PACKAGE, ROOT)
    lost = {n for n in named if not any((place / n).exists() for place in places)}
    assert {n for n in lost if not ELSEWHERE.search(n)} == set()


WORLDLY = {"os", "subprocess", "socket", "smtplib", "sqlite3", "time", "random", "click"}
"""What touches the world; adapters and the command line are the only ones that may."""


def imported(module: Path) -> set[str]:
    found = {a.name for n in nodes_of(module, ast.Import) for a in n.names}
    found |= {n.module or "" for n in nodes_of(module, ast.ImportFrom)}
    return {name.partition(".")[0] for name in found}


def test_only_adapters_and_the_command_line_touch_the_world() -> None:
    worldly = {
        f"{name(module)}: {', '.join(sorted(found))}"
        for module in MODULES
        if module.relative_to(PACKAGE).parts[0] not in {"adapters", "cli"}
        and (found := imported(module) & WORLDLY)
    }
    assert worldly == set()


HEAVY = {
    *("mkdocs", "typst", "PIL", "numpy", "pikepdf", "pypdfium2", "lxml", "icalendar", "feedgen"),
    *("openpyxl", "xlsxwriter", "fontTools", "docx", "babel", "rich"),
}


def test_heavy_libraries_are_imported_where_they_are_used() -> None:
    """Type checkers may see them at the top."""
    probe = "import sys; import generator.app.check; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", probe],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert HEAVY & set(done.stdout.split()) == set()


# In parts, so that this file does not name what it forbids.
FORBIDDEN = re.compile(
    "|".join(
        (
            r"/wor" + r"k/\w",
            r"/hom" + r"e/\w+/",
            r"/Use" + r"rs/\w+/",
            r"C:\\Use" + r"rs",
            r"/tm" + r"p/(?!x)\w",
            "pypi" + r"\.org",
            "extra-" + "index",
            "index-" + r"url\s*=",
            "file" + "pythonhosted",
        )
    )
)
TEXTS = {".py", ".md", ".toml", ".yml", ".yaml", ".txt", ".po", ".html", ".css", ".js", ".typ", ""}


def texts() -> Iterator[Path]:
    """Every text file of the repository; what tools leave behind is none of it."""
    left = {"build", "dist", "__pycache__", "node_modules"}
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        inside = not any(
            part in left or (part.startswith(".") and part != ".ci") for part in parts
        ) and not any(part.endswith(".egg-info") for part in parts)
        if inside and path.suffix in TEXTS and path.is_file() and not path.is_symlink():
            yield path


def test_nothing_names_a_machine_or_a_package_index() -> None:
    named = set()
    for path in texts():
        text = path.read_bytes().decode("utf-8", "replace")
        named |= {f"{name(path)}: {match[0]}" for match in FORBIDDEN.finditer(text)}
    assert named == set()


HASTY = re.compile(
    r"assert (?:.*\.is_(?:visible|hidden)\(\)|\w+\.url ==)"
    r"|\.goto\(.*\"(?:domcontentloaded|commit)\""
)
"""What asks a browser once for what it may show a moment later; `wait_for…` waits for it.

A page whose fonts and pictures are still to come is one of these: they move what stands below.
"""


def test_what_a_browser_shows_is_waited_for() -> None:
    tests = (ROOT / "tests").rglob("*.py")
    assert [name(path) for path in tests if HASTY.search(path.read_text("utf-8"))] == []


def test_this_file_would_see_them() -> None:
    assert HASTY.search("assert page.url " + "== site")
    assert HASTY.search("page.go" + 'to(site, wait_until="domcontentloaded")')
    assert FORBIDDEN.search("cd /wor" + "k/main")
    assert FORBIDDEN.search("https://pypi" + ".org/simple")
    assert inspect.getsource(sys.modules[__name__])
    assert len(MODULES) > 50
    assert PACKAGE / "cli/build.py" in MODULES


@cache
def calls(module: Path) -> set[str]:
    """What a module calls or names by attribute, such as `Image.open`."""
    return {ast.unparse(node) for node in nodes_of(module, ast.Attribute)}


def test_nothing_is_written_for_one_medium_beside_its_file() -> None:
    """Else a new medium is a change in many places: it has what its record and `MEDIUM` say."""
    assert media_named(PACKAGE) == []


def test_this_file_would_see_a_medium_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "from generator.media.radio import MEDIUM\n"
        "if medium.name == 'radio': media()['tv']\n"
        "word = 'radio'\n"
    )
    assert media_named(tmp_path) == ["a.py:1", "a.py:2", "a.py:2"]


def media_named(folder: Path) -> list[str]:
    """Imports of a medium's file, comparisons with its name, and looks under its name."""
    found = []
    for module in sorted(folder.rglob("*.py")):
        if module.is_relative_to(PACKAGE / "media"):
            continue
        every = nodes_of(module, ast.ImportFrom, ast.Compare, ast.Subscript)
        found += [f"{module.name}:{node.lineno}" for node in every if names_medium(node)]
    return found


def names_medium(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").startswith("generator.media.")
    compared = [node.left, *node.comparators] if isinstance(node, ast.Compare) else []
    looked = [node.slice] if isinstance(node, ast.Subscript) else []
    values = (value.value for value in (*compared, *looked) if isinstance(value, ast.Constant))
    return any(value in media() for value in values)


SLICING = {"startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition"}
BY_PATH = {
    "generator/app/editing/renaming.py": "files of authors",
    "generator/app/editing/target.py": "files of authors",
    "generator/app/fix.py": "files of authors",
    "generator/app/overlay.py": "files of authors",
    "generator/app/preview/view.py": "a browser asks by address; files of authors",
    "generator/app/preview/on_demand.py": "a browser asks by address",
    "generator/app/preview/update.py": "files of authors",
    "generator/app/propose.py": "files of authors",
    "generator/app/typed_approvals.py": "files of authors",
    "generator/cli/editing.py": "files of authors",
    "generator/cli/draft_checks.py": "files of authors",
    "generator/desk/piece_views.py": "files of authors",
    "generator/desk/field_views.py": "files of authors",
    "generator/desk/title_words.py": "files of authors",
    "generator/cli/draft_results.py": "a browser asks by address",
    "generator/cli/preview.py": "a browser asks by address",
    "generator/model/revision.py": "files of authors",
    "generator/testing.py": "files of authors",
    "generator/verify/evidence_privacy.py": "what is remembered of a file of the site",
    "generator/outputs/feeds/entry.py": "the type of a file, as web servers tell it",
    "generator/outputs/search/staged_pages.py": "pages as links lead to them",
}
"""Who takes a path apart or keeps files under it, and why it does not look for a result."""


def test_results_are_found_by_what_they_are_of() -> None:
    """Paths begin, end and go on alike: `artifact.of` says whose a result is, and of what kind."""
    mine = [m for m in MODULES if m.relative_to(PACKAGE).parts[0] not in {"adapters", "source"}]
    found = {name(m) for m in mine if any(map(by_path, nodes_of(m, ast.DictComp, ast.Attribute)))}
    assert found == set(BY_PATH)


def by_path(node: ast.AST) -> bool:
    """Whether the path of something is cut, or is what things are kept under."""
    if isinstance(node, ast.DictComp):
        return is_path(node.key)
    cut = isinstance(node, ast.Attribute) and node.attr in SLICING
    return cut and is_path(node.value)


def is_path(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "path"


WORDING = re.compile(r"%d/%m|%H:%M|\bformat_time\(")
WORDING_MOMENTS = {
    "generator/checks/air_time.py": "the hour alone, at which a piece ends",
    "generator/checks/channel_rules.py": "hours as authors type them",
    "generator/checks/moment_order.py": "hours as authors type them",
    "generator/checks/greetings.py": "the hour alone, beside a greeting",
    "generator/desk/calendar_days.py": "the hour alone, in a grid",
    "generator/planning/agenda.py": "the hour alone, for a column of its own",
    "generator/source/release_file.py": "as authors type them",
    "generator/vietnamese/dates.py": "`moment_in_words` itself",
}
"""Who writes a day and an hour, or an hour, otherwise than `moment_in_words`."""


def test_a_moment_is_put_into_words_in_one_place() -> None:
    found = {name(module) for module in MODULES if WORDING.search(module.read_text("utf-8"))}
    assert found == set(WORDING_MOMENTS)


UNTYPED = {
    "generator/model/edition.py": "of a file of ours: any mistake in it makes it no edition",
    "generator/source/png.py": "as Pillow's own readers raise: whatever it is, it is damage",
    "generator/source/svg.py": "as lxml raises: whatever it is, it is no drawing",
    "generator/text/word/tree_writer.py": "a node that the check let through: a fault of ours",
}
"""Who raises a plain ValueError, and why nobody asks what it says."""


def test_a_refusal_is_a_value() -> None:
    """A `Refusal`, or a `Reason`: never the text of an exception, which says nothing to a type."""
    raising = {name(m) for m in MODULES if any(map(is_untyped, nodes_of(m, ast.Raise)))}
    assert raising == set(UNTYPED)
    assert [f"{name(m)}:{n}" for m in MODULES for n in texts_asked(handlers(m))] == []


def test_this_file_would_see_a_text_that_decides() -> None:
    handled = "try: f()\nexcept E as error:\n    "
    assert any(map(is_untyped, nodes("raise ValueError('form')")))
    for line in (
        "x = WORDS[str(error)]",
        "g(str(error))",
        "if error.args[0] == 'form': g()",
        "words.format(moment=error)",
    ):
        assert list(texts_asked(nodes(handled + line))) == [3]
    assert list(texts_asked(nodes(handled + "yield str(error)"))) == []


def nodes(code: str) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(code))


@cache
def tree_of(module: Path) -> ast.Module:
    """A module as Python reads it, for all tests of a process."""
    return ast.parse(module.read_text("utf-8"))


Node = TypeVar("Node", bound=ast.AST)


def nodes_of(module: Path, *kinds: type[Node]) -> list[Node]:
    """All of these kinds in a module, wherever in it they stand."""
    return [node for kind in kinds for node in _sorted(module).get(kind, ())]  # type: ignore[misc]


@cache
def _sorted(module: Path) -> dict[type[ast.AST], list[ast.AST]]:
    kinds: dict[type[ast.AST], list[ast.AST]] = {}
    for node in ast.walk(tree_of(module)):
        kinds.setdefault(type(node), []).append(node)
    return kinds


def handlers(module: Path) -> list[ast.ExceptHandler]:
    return nodes_of(module, ast.ExceptHandler)


def is_untyped(node: ast.AST) -> bool:
    return isinstance(node, ast.Raise) and ast.unparse(node).startswith("raise ValueError(")


def texts_asked(nodes: Iterable[ast.AST]) -> Iterator[int]:
    """The lines where the text of a caught exception goes anywhere but to whoever reads it."""
    for handler in nodes:
        if isinstance(handler, ast.ExceptHandler) and handler.name:
            said = [n.value for n in ast.walk(handler) if isinstance(n, ast.Yield)]
            asked = {f"str({handler.name})", f"{handler.name}.args"}
            for node in ast.walk(handler):
                if isinstance(node, ast.expr) and node not in said and ast.unparse(node) in asked:
                    yield node.lineno
                if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".format"):
                    filled = (*node.args, *(word.value for word in node.keywords))
                    yield from (n.lineno for n in filled if ast.unparse(n) == handler.name)


WORDS_LIKE_MEDIA = {
    "generator/app/first_programme.py": "kinds of partners",
    "generator/cli/import_.py": "what a Word document most often is; help asks no module",
    "generator/model/partner.py": "kinds of partners, some of which are called as media are",
    "generator/outputs/site/partners.py": "kinds of partners",
    "generator/templates/site/bodies/_assessment.html": "a sort of field of HTML",
    "generator/templates/site/overrides/partials/share.html": "a word of Open Graph",
    "generator/text/html_page.py": "an attribute of HTML",
    "generator/text/own_nesting.py": "an element of HTML",
}
"""Who has a word that is also the name of a medium, or begins with one, and what it means there."""


def test_no_value_and_no_template_is_chosen_by_the_name_of_a_medium() -> None:
    """How it is marked, drawn and told of, its file says (`Medium.tone`, `artwork`, `facts`)."""
    one = "|".join(media())
    value, mark = re.compile(rf"(?:{one})(?:-[a-z-]+)?"), re.compile(rf"(?:--|[\"'])(?:{one})\b")
    mine = [module for module in MODULES if not module.is_relative_to(PACKAGE / "media")]
    found = {name(m) for m in mine if any(map(value.fullmatch, strings(m)))}
    looks = [p for p in (PACKAGE / "templates").rglob("*") if p.suffix in {".html", ".css", ".typ"}]
    found |= {name(look) for look in looks if mark.search(look.read_text("utf-8"))}
    assert found == set(WORDS_LIKE_MEDIA)


def strings(module: Path) -> Iterator[str]:
    values = (node.value for node in nodes_of(module, ast.Constant))
    return (value for value in values if isinstance(value, str))


def test_pictures_are_opened_by_one_door() -> None:
    """Without `formats=` Pillow hands what looks like EPS to another program."""
    opening = {name(module) for module in MODULES if "Image.open" in calls(module)}
    assert opening == {"generator/source/raster.py"}
    assert {
        name(m) for m in MODULES if "from PIL.Image import open" in m.read_text("utf-8")
    } == set()


ARCHIVES = {
    "generator/model/ziparchive.py": "the one that writes",
    "generator/text/imported/package.py": "reads what came from outside",
}
"""Who has to do with archives."""


def test_archives_and_tables_are_written_in_one_place() -> None:
    """Else one of them differs on another system, or holds the moment at which it was saved."""
    packers = {"zipfile", "tarfile", "gzip", "make_archive"}
    assert {name(m) for m in MODULES if packers & {*names(m)}} == set(ARCHIVES)
    tables = {name(m) for m in MODULES if "openpyxl.Workbook" in names(m)}
    assert tables == {"generator/text/spreadsheet.py"}


COLOURS = {
    "generator/checks/brand_colours.py": "an example of what to write",
    "generator/model/brand.py": "an example of what to write",
    "generator/model/fields.py": "an example of what to write",
    "generator/model/colours.py": "black and white, towards which colours are moved",
    "generator/model/palette.py": "black, white and greys of a workspace without a brand",
    "generator/outputs/feeds/cover.py": "black and white of a workspace without a brand",
    "generator/press/drawings.py": "black and white, which every press has",
    "generator/press/figure_inks.py": "black and white, which every paper has",
    "generator/source/blank_drawing.py": "the white of paper",
    "generator/source/svg_styles.py": "the names of black and white in SVG",
}
"""Who names a colour, and why it is none of assets/brand.yml."""


def test_colours_come_from_the_brand() -> None:
    sources = [*MODULES, *(PACKAGE / "templates").rglob("*.typ")]
    naming = {name(s) for s in sources if re.search(r"#[0-9a-fA-F]{6}\b", s.read_text("utf-8"))}
    assert naming == set(COLOURS)


READING = {
    "generator/adapters/disk.py": "files of ours, by their digest",
    "generator/adapters/draft_folder.py": "new files of ours beside those that they replace",
    "generator/adapters/engine.py": "files of the package",
    "generator/adapters/executor.py": "the system's own device, to write nothing to",
    "generator/adapters/lock.py": "the lock itself",
    "generator/adapters/page_fonts.py": "fonts of the package",
    "generator/adapters/people_file.py": "a new file of ours beside the one that it replaces",
    "generator/adapters/opening.py": "the door itself",
    "generator/adapters/results.py": "files of ours in dist and in the next one",
    "generator/adapters/file_stamp.py": "files of ours in dist",
    "generator/adapters/saving.py": "new files beside those that they replace",
    "generator/adapters/starter.py": "templates of the package",
    "generator/adapters/template_source.py": "templates as they were just staged",
    "generator/adapters/typesetter.py": "templates of the package, and as they were just staged",
    "generator/adapters/swap.py": "folders of ours",
    "generator/cli/failures.py": "the system's own device, to print nothing more to",
    "generator/cli/evidence.py": "the file that a person named",
    "generator/cli/evidence_tables.py": "the file that a person named",
    "generator/cli/import_.py": "the file that a person named",
    "generator/cli/people.py": "the file with a password that a person named",
    "generator/cli/preflight.py": "the files that a person named",
}
"""Who reads files otherwise than through `adapters/opening.py`, and which: none of a workspace."""


OPENING = re.compile(
    r"(?:^|\.)(?:open|read_bytes|read_text|fromfile)$|^shutil\.(?:copy\w*|move)$|^(?:mmap|zipfile)\."
)


def opening(module: Path) -> bool:
    """Whether a module names, to call it or to hand it on, what opens or copies a file."""
    named = (ast.unparse(node) for node in nodes_of(module, ast.Attribute, ast.Name))
    return any(map(OPENING.search, named))


def test_files_of_a_workspace_are_read_through_one_door() -> None:
    worldly = [m for m in MODULES if m.relative_to(PACKAGE).parts[0] in {"adapters", "cli"}]
    assert {name(module) for module in worldly if opening(module)} == set(READING)


def names(module: Path) -> Iterator[str]:
    """What a module calls by a bare name, and what it imports from where."""
    named = nodes_of(module, ast.Name)
    yield from (node.id for node in named if isinstance(node.ctx, ast.Load))
    for node in nodes_of(module, ast.Import, ast.ImportFrom):
        origin = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
        yield from (origin + alias.name for alias in node.names)


def test_nobody_else_can_open_a_file_by_its_path() -> None:
    """Below the adapters a file is a value, and an asset opens itself through the door."""
    by_path = {"open", "pathlib", "pathlib.Path", "io.open", "shutil", "glob", "tempfile", "mmap"}
    below = [m for m in MODULES if m.relative_to(PACKAGE).parts[0] not in {"adapters", "cli"}]
    found = {name(module) for module in below if by_path.intersection(names(module))}
    assert found == set()


STARTING = re.compile(r"os\.(?:system|popen|startfile|exec\w+|spawn\w+|posix_spawn\w*|fork\w*)")


def test_no_other_program_is_ever_started() -> None:
    """Typst, PDFium and the rest are libraries: no file of an author reaches a command line.

    The one exception shows an address of ours, which holds nothing of an author's.
    """
    programs = {"subprocess", "pty", "webbrowser", "asyncio"}
    starting = {name(m): imported(m) & programs for m in MODULES if imported(m) & programs}
    assert starting == {"generator/cli/programmes.py": {"webbrowser"}}
    assert {name(m) for m in MODULES if any(map(STARTING.fullmatch, calls(m)))} == set()


IRREGULAR = frozenset(
    re.findall(
        r"\w+",
        """
        begun broken built caught chosen drawn found given gone heard held hidden hung kept known
        laid made meant paid said seen sent shown sold spoken stood taken thought told understood
        won worn written
        """,
    )
)
NOUNS = {"bed", "bleed", "embed", "feed", "need", "red", "seed", "shed", "speed"}
PARTICIPLES = {
    "Scripted": "the noun of the glossary for what is read aloud from a script",
    "promised": "a count of a plan's line, beside ready (glossary: Tally)",
    "planned": "a count of a plan's line, beside ready (glossary: Tally)",
    "published": "a count of a plan's line, beside ready (glossary: Tally)",
    "computed": "a key of campaigns/quotations.yml",
    "locked": "a key of mkdocs.yml, which podcast apps call so",
    "spoken": "a key of campaigns/abbreviations.yml",
}
"""Bare participles that are public names, and why; any other value is called by its noun."""


def is_participle(name: str) -> bool:
    """Whether a name of one word says what was done, not what is there: made, known, shown."""
    word = name.lower()
    ends = len(word) > len("need") and re.fullmatch("[a-z]+ed", word)
    return word in IRREGULAR or bool(ends and word not in NOUNS)


def met(body: list[ast.stmt]) -> Iterator[str]:
    """The names in it that others meet: parameters and fields too, local variables not."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
            if node.name == "__init__" or not node.name.startswith("_"):
                arguments = node.args
                each = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
                yield from (argument.arg for argument in each)
        elif isinstance(node, ast.ClassDef):
            yield node.name
            yield from () if node.name.startswith("_") else met(node.body)
        elif isinstance(node, ast.If | ast.Try | ast.With):
            yield from met(node.body)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def test_a_public_name_is_a_noun() -> None:
    """Of the field: it says what the value is, so that nobody must read on to know."""
    bare = {
        f"{name(module)}: {each}"
        for module in MODULES
        for each in (module.stem, *met(tree_of(module).body))
        if is_participle(each) and each not in PARTICIPLES
    }
    assert bare == set()


def test_a_class_name_has_one_meaning() -> None:
    places: dict[str, set[str]] = {}
    for module in MODULES:
        for node in nodes_of(module, ast.ClassDef):
            if not node.name.startswith("_"):
                places.setdefault(node.name, set()).add(name(module))
    assert {each: found for each, found in places.items() if len(found) > 1} == {}


USE_CASE = "a command, and in app/ what it does"
KNOWLEDGE = "a check, and below it what it knows of the language or of texts"
NAMESAKES = {
    **dict.fromkeys(("build", "check", "export", "preflight", "proof", "publish"), USE_CASE),
    **dict.fromkeys(("schema", "release"), USE_CASE),  # a release is a record too
    **dict.fromkeys(("cues", "dialects", "habits", "leftovers", "rights"), KNOWLEDGE),
    **dict.fromkeys(("punctuation", "sentences", "spelling", "superlatives"), KNOWLEDGE),
    "article": "a medium, and its record",
    "evidence": "a command, and the record that it writes",
    "plan": "a command, and the value that it shows",
}
"""Modules of one name in several packages, and why: those packages are parallel on purpose."""


def test_a_module_is_called_by_what_it_alone_holds() -> None:
    stems = [m.stem for m in MODULES if m.stem not in {"__init__", "__main__"}]
    assert {stem for stem in stems if stems.count(stem) > 1} == set(NAMESAKES)
