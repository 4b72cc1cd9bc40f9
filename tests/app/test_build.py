"""Whole builds of the workspace `examples/tiny`, which is test data."""

import errno
import json
import math
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NoReturn
from weakref import ref

import pytest

from generator import verify
from generator.adapters import results
from generator.adapters.executor import Processes
from generator.adapters.results import PublishedResults
from generator.adapters.typesetter import TypstTypesetter
from generator.app.build import BuildOutcome, build
from generator.app.check import CheckScope, check
from generator.app.publish import publish_due
from generator.app.scope import Scope
from generator.cli.world import world
from generator.diagnostics import Location, Rule
from generator.model.artifact import Artifact
from generator.model.edition import Edition
from generator.outputs import Choice, outputs
from generator.ports import SILENT, Silent, WorkLostError
from generator.vietnamese.dates import HANOI
from generator.vietnamese.word_pairs import word_pairs
from tests.edits import edit

ROOT = Path(__file__).parents[2]
JUNE = datetime(2021, 6, 1, tzinfo=HANOI)
Make = Callable[..., BuildOutcome]
Contents = Callable[[Path], dict[str, bytes]]
Loa = Callable[..., "subprocess.CompletedProcess[str]"]

ANOTHER_DAY = """
import time, datetime
later = 400 * 24 * 3600
real = time.time
time.time = lambda: real() + later
real_ns = time.time_ns
time.time_ns = lambda: real_ns() + later * 10**9
local, utc, shown = time.localtime, time.gmtime, time.strftime
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: utc(time.time() if seconds is None else seconds)

class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)

datetime.datetime = Later  # date.today() asks time.time() by itself
"""


class Counting(TypstTypesetter):
    """The real typesetter; `made` names what was set in type."""

    def __init__(self, root: Path) -> None:
        super().__init__(root / "build/typst", root / "assets/print")
        self.made: list[str] = []

    def pdf(
        self, template: str, inputs: Mapping[str, str], files: Mapping[str, bytes] | None = None
    ) -> bytes:
        self.made.append(template)
        return super().pdf(template, inputs, files)


def times(folder: Path) -> dict[str, int]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in files}


def test_the_same_bytes_elsewhere_on_another_day_and_in_another_language(
    built: Path, tmp_path: Path, contents: Contents
) -> None:
    """Another folder, day, time zone, locale, order of sets, umask and age of the files."""
    other = tmp_path / "một nơi khác" / "sâu"
    shutil.copytree(ROOT / "tests/examples/tiny", other)
    for path in other.rglob("*"):
        os.utime(path, (1, 1))
    (tmp_path / "later").mkdir()
    (tmp_path / "later/sitecustomize.py").write_text(ANOTHER_DAY)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "-C", str(other), "build", "--as-of", "1/6/2021"],
        env={
            **os.environ,
            "PYTHONPATH": f"{tmp_path / 'later'}{os.pathsep}{ROOT}",
            "TZ": "America/St_Johns",
            "LC_ALL": "C",
            "LANG": "tr_TR.UTF-8",
            "LOA_LANG": "en",
            "PYTHONHASHSEED": "7",
        },
        umask=0o077,
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr.count("fault")) == (0, 0), done.stderr
    assert contents(other / "dist") == contents(built / "dist")


def watched(
    batches: Iterable[Sequence[Artifact]], alive: list[int]
) -> Iterator[Sequence[Artifact]]:
    """The same; `alive` receives how many results are held whose next batch but one is made."""
    staged: list[list[ref[Callable[[], Iterator[bytes]]]]] = []
    for batch in batches:
        alive.append(sum(each() is not None for earlier in staged[:-1] for each in earlier))
        staged.append([ref(each.chunks) for each in batch])
        yield batch


def test_an_unchanged_second_build_makes_nothing_and_holds_little(
    built: Path, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the check is left while results are made, and of those only the last batch."""
    stage, alive = PublishedResults.stage, list[int]()
    monkeypatch.setattr(
        PublishedResults,
        "stage",
        lambda last, batches, *more: stage(last, watched(batches, alive), *more),
    )
    before = contents(built / "dist")
    made = times(built / "dist")
    counting, looked_at = Counting(built), word_pairs("một hai ba")
    here = replace(world(built), typesetter=counting, workers=Processes(math.inf))
    again = build(here, Scope(), JUNE, SILENT)
    assert (again.blocking, again.pages, counting.made) == ([], 0, [])
    assert contents(built / "dist") == before
    assert (here.memory.pieces, here.memory.values) == ({}, {})
    assert word_pairs("một hai ba") is not looked_at
    assert alive == [0] * len(alive) != []
    del made["edition.json"]
    assert {path: time for path, time in times(built / "dist").items() if path in made} == made


def test_another_version_of_loa_makes_everything_again(
    built: Path, make: Make, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may make other bytes of the same facts."""
    before, counting = contents(built / "dist"), Counting(built)
    monkeypatch.setattr(results, "engine", lambda: "another")
    assert make(built, typesetter=counting).blocking == []
    assert counting.made != []
    assert contents(built / "dist") == before


@pytest.mark.parametrize(
    ("old", "new"), [("slug: index", "slug: khac"), ("status: approved", "status: draft")]
)
def test_without_a_home_page_nothing_is_made_and_one_sentence_says_so(
    built: Path, make: Make, old: str, new: str
) -> None:
    edit(built / "content/index.md", old, new)
    before = times(built / "dist")
    told = [(one.rule.code, one.where.path) for one in make(built, "site").blocking]
    assert told == [("home-missing", "content/index.md")]
    assert times(built / "dist") == before


def test_mkdocs_yml_need_not_say_what_is_no_page(
    built: Path, make: Make, contents: Contents
) -> None:
    before = contents(built / "dist/public")
    said = (built / "mkdocs.yml").read_text("utf-8")
    less = re.sub(r"exclude_docs: \|\n(?:  .+\n)+", "", said)
    assert less != said
    (built / "mkdocs.yml").write_text(less, encoding="utf-8")
    assert make(built, "site").blocking == []
    assert contents(built / "dist/public") == before


def test_only_a_moment_at_which_something_changes_makes_anything(built: Path, make: Make) -> None:
    counting = Counting(built)
    later = make(built, as_of=datetime(2031, 1, 1, tzinfo=HANOI), typesetter=counting)
    assert (later.pages, counting.made) == (0, [])
    earlier = make(built, as_of=datetime(2021, 4, 30, 23, 59, 59, tzinfo=HANOI))
    assert earlier.pages > 0
    assert not (built / "dist/public/bang-ron/bang-ron-thu-1/index.html").exists()


def test_one_edited_word_makes_one_page(built: Path, make: Make) -> None:
    before = times(built / "dist/public")
    edit(built / "content/index.md", "Một trang thử", "Một trang khác")
    counting = Counting(built)
    done = make(built, typesetter=counting)
    assert (done.blocking, done.pages) == ([], 1)
    now = times(built / "dist/public")
    changed = [path for path in now if now[path] != before[path]]
    # The search holds the words of every page, in files that no reader opens.
    assert [path for path in changed if not path.startswith("assets/search/")] == ["index.html"]
    assert counting.made == []
    assert "Một trang khác" in (built / "dist/public/index.html").read_text("utf-8")


def become_a_link(dist: Path) -> None:
    (dist / "public/index.html").unlink()
    (dist / "public/index.html").symlink_to("404.html")


HARMS: dict[str, Callable[[Path], object]] = {
    "a page is lost": lambda dist: (dist / "public/index.html").unlink(),
    "a page was edited": lambda dist: (dist / "public/index.html").write_text("x"),
    "a file was added": lambda dist: (dist / "public/secret.html").write_text("x"),
    "a folder was added": lambda dist: shutil.copytree(dist / "public/lich", dist / "public/x"),
    "a page became a link": become_a_link,
    "the site is lost": lambda dist: shutil.rmtree(dist / "public"),
    "all is lost": shutil.rmtree,
    "an artwork was edited": lambda dist: next(dist.rglob("print/**/*.pdf")).write_bytes(b"x"),
    "an artwork is lost": lambda dist: next(dist.rglob("print/**/*.pdf")).unlink(),
    "the list was edited": lambda dist: (dist / "edition.json").write_text('{"files": 1}'),
    "the list is lost": lambda dist: (dist / "edition.json").unlink(),
    "what we remember is damaged": lambda dist: (dist.with_name("build") / "store.db").write_text(
        "{"
    ),
    "what we remember is lost": lambda dist: (dist.with_name("build") / "store.db").unlink(),
    "a page was edited and what we remember is lost": lambda dist: (
        (dist / "public/index.html").write_text("x"),
        (dist.with_name("build") / "store.db").unlink(),
    ),
}


@pytest.mark.parametrize("harm", HARMS)
def test_the_next_build_restores_what_was_harmed(
    built: Path, make: Make, contents: Contents, harm: str
) -> None:
    whole = contents(built / "dist")
    HARMS[harm](built / "dist")
    assert make(built).blocking == []
    assert contents(built / "dist") == whole
    assert not [path for path in (built / "dist").rglob("*") if path.is_symlink()]


def test_print_alone_touches_print_alone(built: Path, make: Make, contents: Contents) -> None:
    whole, age = contents(built / "dist"), times(built / "dist/public")
    edit(built / "content/bang-ron.md", "Chữ thử", "Chữ khác")
    done = make(built, "print")
    assert (done.blocking, done.pages, done.site) == ([], 0, False)
    assert list(done.counts) == ["print", "printer_packs"]
    now = contents(built / "dist")
    changed = {path for path in whole.keys() | now.keys() if whole.get(path) != now.get(path)}
    assert {path.partition("/")[0] for path in changed} == {"print"}
    assert times(built / "dist/public") == age
    make(built)  # the site follows with the next whole build
    assert times(built / "dist/public") != age


@pytest.mark.parametrize("name", outputs())
def test_a_part_made_again_keeps_what_others_made(
    built: Path, make: Make, contents: Contents, name: str
) -> None:
    whole = contents(built / "dist") | {"edition.json": b""}
    assert make(built, name).blocking == []
    assert contents(built / "dist") | {"edition.json": b""} == whole


def test_a_pack_holds_the_artwork_that_lies_beside_it(
    built: Path, make: Make, contents: Contents
) -> None:
    edit(built / "content/bang-ron.md", "Chữ thử", "Chữ khác")
    make(built, "print")
    alone = contents(built / "dist/print")
    make(built)
    assert contents(built / "dist/print") == alone


def test_artwork_of_a_piece_replaces_that_of_another_size(built: Path, contents: Contents) -> None:
    """Nobody finds two sizes of a banner beside each other; what is of others stays."""
    folder = built / "dist/print/thu"
    (folder / "thu_bang-ron-thu-2_kcn-thu_6000x800mm.pdf").write_bytes(b"x")
    before = contents(folder)
    edit(built / "content/bang-ron.md", "size: 6 x 0,8 m", "size: 5 x 0,8 m")
    here = replace(world(built), workers=Processes(math.inf))
    build(here, Scope(("print",), Choice(piece="bang-ron-thu-1")), JUNE, SILENT)
    other = {path for path in before if "_bang-ron-thu-1_" in path}
    new = {path.replace("6000x800", "5000x800") for path in other}
    assert other
    assert contents(folder).keys() == before.keys() - other | new


@pytest.mark.parametrize(
    ("choice", "gone"),
    [
        (Choice(piece="a"), ["thu_a_kcn-mot_1x2mm.pdf", "thu_a_kcn-hai_1x2mm.pdf"]),
        (Choice(place="kcn-mot"), ["thu_a_kcn-mot_1x2mm.pdf"]),
        (Choice(formats=("svg",)), ["thu_a_kcn-mot_1x2mm.pdf", "thu_a_kcn-hai_1x2mm.pdf"]),
    ],
)
def test_a_choice_replaces_no_more_than_was_chosen(choice: Choice, gone: list[str]) -> None:
    names = "thu_a_kcn-mot", "thu_a_kcn-hai", "thu_a-b_kcn-mot", "khac_a_kcn-mot"
    lists = "danh-sach-in_quy-2-2021.pdf", "ban-giao_nha-in-thu_quy-2-2021.zip"
    there = [*(f"{name}_1x2mm.pdf" for name in names), *lists]
    scope = Scope(("print",), choice)
    made = {scope.subject("print/thu/thu_a_kcn-mot_3x4mm.pdf")}
    assert [name for name in there if not scope.keeps(f"print/thu/{name}", made)] == gone


def test_print_alone_does_not_bless_a_harmed_site(
    built: Path, make: Make, contents: Contents
) -> None:
    whole = contents(built / "dist")
    (built / "dist/public/index.html").write_text("x")
    assert make(built, "print").blocking == []
    assert make(built).blocking == []
    assert contents(built / "dist") == whole


def test_print_alone_keeps_the_moment_until_which_the_site_is_right(
    built: Path, make: Make
) -> None:
    make(built, as_of=datetime(2021, 4, 1, tzinfo=HANOI))
    until = json.loads((built / "dist/edition.json").read_bytes())["valid_until"]
    assert until == "2021-05-01T00:00:00+07:00"
    make(built, "print")
    assert json.loads((built / "dist/edition.json").read_bytes())["valid_until"] == until


def test_print_without_a_site_says_of_nothing_that_readers_have_seen_it(
    tiny: Path, make: Make
) -> None:
    make(tiny, "print")
    edit(tiny / "content/bang-ron.md", "slogan: Chữ thử", "slogan: Chữ khác")
    last = world(tiny).results.recover().edition
    found = check(world(tiny).files, JUNE, scope=CheckScope(JUNE, last)).diagnostics
    assert last == Edition(JUNE)
    assert [one.rule.code for one in found] == ["no-printer", "site-address-reserved"]


def approved_error(root: Path) -> None:
    edit(root / "content/bang-ron.md", "approved_by: Người thử\n", "")


def plan_error(root: Path) -> None:
    edit(root / "campaigns/thu/plan.yml", "quarters: [II]", "quarters: [V]")


def unreadable_status(root: Path) -> None:
    edit(root / "content/bang-ron.md", "status: approved", "status: duyệt")


def settings_error(root: Path) -> None:
    edit(root / "mkdocs.yml", "site_dir: dist/public", "use_directory_urls: perhaps")


def program_in_settings(root: Path) -> None:
    command = f"touch {root}/chay"
    tag = f'!!python/object/apply:os.system ["{command}"]'
    edit(root / "mkdocs.yml", "extra:", f"extra:\n  x: {tag}")


def own_html(root: Path, html: str) -> None:
    (root / "assets/theme").mkdir(exist_ok=True)
    (root / "assets/theme/foot.html").write_text(html, "utf-8")


def program_in_html(root: Path) -> None:
    """What escapes from both of Jinja's sandboxes: any object that hands out an environment."""
    inner = f"cycler.__init__.__globals__.os.system('touch {root}/chay')"
    own_html(root, f"{{{{ config.theme.get_env().from_string('{{{{ {inner} }}}}').render() }}}}")


def link_in_html(root: Path) -> None:
    own_html(root, '<a href="${root}mat/">x</a>')


def request_in_html(root: Path) -> None:
    own_html(root, '<img src="https://elsewhere.example.com/a.png">')


def print_template(root: Path) -> None:
    (root / "assets/print").mkdir()
    (root / "assets/print/banner-words.typ").write_text("một\n#let = \n", "utf-8")


def too_long(root: Path) -> None:
    edit(root / "content/bang-ron.md", "slogan: Chữ thử", f"slogan: {'Chữ thử rất dài ' * 8}")


FAILURES: dict[Callable[[Path], None], tuple[str, str]] = {
    approved_error: ("approval-missing", "content/bang-ron.md"),
    plan_error: ("bad-quarter", "campaigns/thu/plan.yml"),
    unreadable_status: ("wrong-choice", "content/bang-ron.md"),
    settings_error: ("wrong-choice", "mkdocs.yml:7:21"),
    program_in_settings: ("yaml-tag", "mkdocs.yml:"),
    program_in_html: ("html-program", "assets/theme/foot.html:1:1"),
    link_in_html: ("html-dead", "assets/theme/foot.html:1:1"),
    request_in_html: ("html-forbids", "assets/theme/foot.html:1:1"),
    print_template: ("template-error", "assets/print/banner-words.typ:2:"),
    too_long: ("text-too-long", "content/bang-ron.md"),
}


@pytest.mark.parametrize("harm", FAILURES, ids=lambda harm: harm.__name__)
def test_a_failed_build_says_why_and_leaves_the_last_results(
    built: Path, loa: Loa, contents: Contents, harm: Callable[[Path], None]
) -> None:
    before, age = contents(built / "dist"), times(built / "dist")
    harm(built)
    failed = loa("-C", str(built), "build", "--as-of", "2021-06-01")
    code, place = FAILURES[harm]
    assert failed.returncode == 1, failed.stderr
    told = [line for line in failed.stderr.splitlines() if f"error[{code}]" in line]
    assert told, failed.stderr
    assert any(line.startswith(place) for line in told), failed.stderr
    assert "nothing was changed, the last good results stay in dist/." in failed.stderr
    assert failed.stdout == ""
    assert contents(built / "dist") == before
    assert times(built / "dist") == age
    assert not (built / "chay").exists()


def test_what_verify_finds_stops_the_build(
    built: Path, make: Make, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(built / "dist")
    edit(built / "content/index.md", "Một trang thử", "Một trang khác")
    wrong = Rule("wrong", "Wrong.", "Mend it.").at(Location("index.html"))
    monkeypatch.setattr(verify, "verifiers", lambda: (lambda _: [wrong],))
    failed = make(built)
    assert (failed.blocking, failed.findings) == ([wrong], [wrong])
    assert contents(built / "dist") == before


DRAFT = """---
id: nhap
medium: article
title: Nháp
status: draft
{more}
---

Lời. [x](mat.md)
"""


@pytest.mark.parametrize("more", ["", "summry: x", "publish_on: 31/2/2021"])
def test_errors_in_a_draft_are_told_and_block_nothing(built: Path, make: Make, more: str) -> None:
    (built / "content/nhap.md").write_text(DRAFT.format(more=more), "utf-8")
    done = make(built)
    assert done.blocking == []
    assert {found.where.path for found in done.report.errors} == {"content/nhap.md"}


@pytest.mark.parametrize("status", ["", "status: approved", "status: [draft]"])
def test_a_file_whose_status_is_not_that_of_a_draft_blocks(
    built: Path, make: Make, status: str
) -> None:
    text = DRAFT.format(more="summry: x").replace("status: draft", status)
    (built / "content/nhap.md").write_text(text, "utf-8")
    assert {found.where.path for found in make(built).blocking} == {"content/nhap.md"}


def test_the_site_alone_leaves_what_partners_receive(
    paper: Path, make: Make, contents: Contents
) -> None:
    """The next whole build, or the next `loa publish --due`, makes that too."""
    home = (ROOT / "tests/examples/tiny/content/index.md").read_text("utf-8").partition(" Xem ")[0]
    (paper / "content/index.md").write_text(home, encoding="utf-8")
    piece = paper / "content/bai-thu.md"
    assert make(paper).blocking == []
    packs = contents(paper / "dist/handoff")
    assert [path for path in packs if path.endswith(".zip")]
    piece.write_text(f"{piece.read_text('utf-8')}\nMột câu thử thêm vào.\n", encoding="utf-8")
    assert make(paper, "site").inputs == ""
    site = contents(paper / "dist/public")
    assert contents(paper / "dist/handoff") == packs
    assert make(paper).inputs != ""
    assert contents(paper / "dist/public") == site
    assert contents(paper / "dist/handoff").keys() == packs.keys()
    assert contents(paper / "dist/handoff") != packs


class Dying:
    """Processes that the system ends whatever they do."""

    def run(self, work: object, item: object, *, alone: bool = False) -> NoReturn:
        del work, item, alone
        raise WorkLostError

    def close(self) -> None:
        pass


def test_what_was_made_when_its_process_ended_is_told(tiny: Path) -> None:
    here = replace(world(tiny), workers=Dying())
    done = build(here, Scope(), datetime(2021, 6, 1, tzinfo=HANOI), SILENT)
    told = {(found.where.path, found.rule.code, found.details["name"]) for found in done.blocking}
    assert told == {
        ("content/bang-ron.md", "work-lost", "banner-words.typ"),
        ("assets/brand/emblem.svg", "work-lost", "assets/brand/emblem.svg"),
        ("lich/index.md", "work-lost", "wall-calendar.typ"),
    }
    assert not (tiny / "dist").exists()


def test_settings_that_leave_out_nothing_make_the_same_site(
    built: Path, make: Make, contents: Contents
) -> None:
    """What comes with Material and no reader uses is left out, whatever mkdocs.yml says."""
    whole = contents(built / "dist/public")
    settings = built / "mkdocs.yml"
    text = re.sub(r"exclude_docs: \|\n(?:  .*\n)+", "", settings.read_text("utf-8"))
    settings.write_text(text, "utf-8")
    assert "exclude_docs" not in settings.read_text("utf-8")
    assert make(built).blocking == []
    assert contents(built / "dist/public") == whole


class Writing(Silent):
    """Somebody writes into a file while a build is under way."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def step(self, message: str, **details: object) -> None:
        if message.startswith("Preparing") and details["what"] == "Website":
            edit(self.file, "Một trang thử", "Một trang khác")


def as_made_anew(root: Path, make: Make, contents: Contents) -> dict[str, bytes]:
    """The results of the same files in a folder that remembers nothing."""
    other = root.with_name("anew")
    shutil.copytree(root, other, ignore=shutil.ignore_patterns("store.db*", "dist"))
    assert make(other, "site").blocking == []
    return contents(other / "dist/public")


def test_what_is_written_while_a_build_is_under_way_is_in_the_next(
    tiny: Path, make: Make, contents: Contents
) -> None:
    page = "index.html"
    assert build(world(tiny), Scope(), JUNE, Writing(tiny / "content/index.md")).blocking == []
    assert "Một trang thử" in contents(tiny / "dist/public")[page].decode()
    assert publish_due(world(tiny), JUNE, SILENT).reason == "input"
    assert "Một trang khác" in contents(tiny / "dist/public")[page].decode()
    assert contents(tiny / "dist/public") == as_made_anew(tiny, make, contents)


def test_where_the_disk_knows_no_second_names_files_are_copied(
    built: Path, make: Make, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refused)
    edit(built / "content/index.md", "Một trang thử", "Một trang khác")
    assert make(built, "site").pages == 1
    assert make(built, "site").pages == 0
    assert contents(built / "dist/public") == as_made_anew(built, make, contents)
