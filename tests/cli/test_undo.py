"""Commands that change files, and `loa undo` that takes it back. Test data."""

import json
import re
import shlex
import unicodedata
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.adapters.history import data_folder
from generator.cli import console
from generator.cli import loa as group

BANNER = "content/bang-ron.md"
HOME = "content/index.md"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in `tiny`; how it ended, and all that it said."""
    monkeypatch.setattr(console, "LANGUAGE", "en")
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tiny)

    def run(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(group, words)
        return done.exit_code, done.output

    return run


def authored(root: Path) -> dict[str, bytes]:
    """Every file of the authors."""
    places = (root / name for name in ("content", "campaigns", "assets"))
    found = (path for place in places for path in place.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def ready(root: Path) -> None:
    text = (root / BANNER).read_text("utf-8")
    text = re.sub("status: approved\napproved_by.*\napproved_on.*\n", "status: ready\n", text)
    (root / BANNER).write_text(text, "utf-8")


def test_what_is_approved_is_taken_back_and_done_again(run: Run, tiny: Path) -> None:
    ready(tiny)
    before = authored(tiny)
    code, said = run("approve", "bang-ron-thu-1", "--by", " Tổ  biên tập ", "--dry-run")
    assert (code, authored(tiny)) == (0, before)
    assert "+approved_by: Tổ biên tập\n" in said
    code, said = run("approve", BANNER, "--by", "Tổ biên tập", "--number", "12/TB")
    assert (code, said.splitlines()[-1]) == (0, "Next: loa check. To take it back: loa undo")
    approved = authored(tiny)
    assert approved != before
    assert run("undo")[1].splitlines()[-2:] == [
        f"Took back: {BANNER}",
        "Next: loa check. To do it again: loa undo",
    ]
    assert authored(tiny) == before
    assert run("undo")[1].splitlines()[-2] == f"Did again: {BANNER}"
    assert authored(tiny) == approved
    lines = run("undo", "--list")[1].splitlines()
    assert [line.split("  ")[-1] for line in lines] == [
        f"Did again: {BANNER}",
        f"Took back: {BANNER}",
        f"Approved: {BANNER}",
    ]
    shown = run("undo", "--show", "1")[1].splitlines()
    assert (shown[0], shown[1:3]) == (lines[-1], [f"--- {BANNER}", f"+++ {BANNER}"])


MOVED_NOWHERE = {
    ("bang-ron-thu-1", "hôm nào"): "Error: “hôm nào” is no day. Write one such as 2/9, +7 or "
    "2/9/2021 06:30.",
    (HOME, "2/9"): f"Error: “{HOME}” has no slot: it is withdrawn, or belongs to no plan.",
    ("thu/khong-co", "2/9"): "Error: There is no piece “thu/khong-co”.",
}


def test_a_slot_is_moved_and_told_what_comes_of_it(run: Run, tiny: Path) -> None:
    ready(tiny)
    text = (tiny / BANNER).read_text("utf-8")
    (tiny / BANNER).write_text(text.replace("quarter: II/2021", "slot: 1/9/2190"), "utf-8")
    before = authored(tiny)
    refused = [run("move", *words)[1].splitlines()[-1] for words in MOVED_NOWHERE]
    assert refused == list(MOVED_NOWHERE.values())
    assert run("move", "bang-ron-thu-1", "-7", "--dry-run")[0] == 0
    assert authored(tiny) == before
    code, said = run("move", "Băng rôn thử", "+7")
    assert (code, said.splitlines()[3:5]) == (0, ["-slot: 1/9/2190", "+slot: 8/9/2190"])
    assert authored(tiny)[BANNER] == before[BANNER].replace(b"1/9/2190", b"8/9/2190")
    assert run("undo")[0] == 0
    assert authored(tiny) == before


def test_a_plan_for_another_year_is_told_written_and_taken_back(run: Run, tiny: Path) -> None:
    before, words = authored(tiny), ("new", "campaign", "--from", "thu", "--period", "2027")
    code, said = run(*words, "--dry-run")
    assert (code, authored(tiny)) == (0, before)
    assert "+id: thu-2027\n" in said
    assert "  1. title: " in said
    told = json.loads(run(*words, "--format", "json")[1])
    path = "campaigns/thu-2027/plan.yml"
    abouts = [each["about"] for each in told.pop("decisions")]
    names = {"id": "thu-2027", "path": path, "period": "2027", "from": "thu", "is_written": True}
    assert (told, abouts[:3]) == (names, ["title", "source", "issued_on"])
    code, said = run("check", path)
    assert (code, said.count("[undecided]"), said.count("[plan-without-document]")) == (
        *(0, len(abouts)),
        1,
    )
    assert run(*words)[0] == 1
    code, said = run("release", "thu-2027", "II/2027")
    assert (code, "[release-of-draft]" in said) == (1, True)
    run("undo")
    assert authored(tiny) == before
    assert run("new", "campaign", "--from", "thu", "--period", "27")[0] == 2


def test_what_somebody_has_changed_since_is_not_taken_back(run: Run, tiny: Path) -> None:
    assert run("correct", BANNER, "Sai: tên.")[0] == 0
    with (tiny / BANNER).open("a", encoding="utf-8") as stream:
        stream.write("\nThêm.\n")
    after = authored(tiny)
    code, said = run("undo")
    assert (code, authored(tiny)) == (1, after)
    assert said.splitlines()[-2:] == [
        f"{Path(BANNER)} has been changed meanwhile and is left alone.".replace("\\", "/"),
        "Nothing was changed. What was to be written is kept: loa undo --show 2",
    ]
    assert run("undo", "--list")[1].splitlines()[0].endswith("(never written)")
    assert "Sai: tên." in run("undo", "--show", "2")[1]


def test_an_older_change_is_taken_back_by_its_number(run: Run, tiny: Path) -> None:
    before = authored(tiny)
    run("correct", BANNER, "Sai.")
    run("new", "article", "--title", "Bài mới")
    assert run("undo", "1")[0] == 0
    assert {p: d for p, d in authored(tiny).items() if p in before} == before
    assert run("undo", "2")[0] == 0
    assert authored(tiny) == before
    assert run("undo", "9") == (2, run("undo", "9")[1])
    assert "There is no change 9" in run("undo", "9")[1]


def test_each_command_that_writes_has_a_way_back(run: Run, tiny: Path) -> None:
    path = tiny / BANNER
    path.write_text(path.read_text("utf-8").replace("Một băng", "Một  băng"), "utf-8")
    before = authored(tiny)
    for words in (
        ("check", "--fix"),
        ("new", "article", "--title", "Bài mới"),
        ("rename", "bang-ron-thu-1", "bang-moi"),
        ("withdraw", "Băng rôn thử", "--reason", "Đổi kế hoạch"),
        ("reopen", "Băng rôn thử"),
    ):
        assert run(*words)[0] == 0
        assert authored(tiny) != before
        code, said = run("undo")
        assert (code, authored(tiny)) == (0, before), said


def test_nothing_is_there_to_take_back(run: Run) -> None:
    assert run("undo") == (0, "There is nothing to take back.\n")
    assert run("undo", "--list") == (0, "No command has changed anything here yet.\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("approve", "bang-ron-thu", "--by", "Tổ"), "Is one of these meant: bang-ron-thu-1?"),
        (("approve", "zzz", "--by", "Tổ"), "There is no piece “zzz”.\n"),
        (("approve", BANNER, "--by", "  "), "--by needs a line of words."),
        (("withdraw", BANNER, "--reason", "a\x1b[2J"), "--reason needs a line of words."),
        (("rename", "ban-sao", "x"), "There is no piece “ban-sao”."),
    ],
)
def test_wrong_names_are_told(run: Run, tiny: Path, words: tuple[str, ...], told: str) -> None:
    before = authored(tiny)
    code, said = run(*words)
    assert (code, told in said, authored(tiny)) == (2, True, before)


def test_of_several_pieces_of_a_name_the_file_is_asked(run: Run, tiny: Path) -> None:
    copy = "content/bang-ron-2.md"
    (tiny / copy).write_bytes((tiny / BANNER).read_bytes())
    code, said = run("rename", "bang-ron-thu-1", "x")
    assert (code, f"name the file of one: {BANNER}, {copy}." in said) == (2, True)
    assert run("rename", copy, "bang-ron-thu-2")[0] == 0
    assert b"id: bang-ron-thu-2\n" in authored(tiny)["content/bang-ron-thu-2.md"]


def test_a_name_that_is_no_id_is_told_with_one_that_is(run: Run, tiny: Path) -> None:
    before = authored(tiny)
    code, said = run("rename", BANNER, "Băng mới")
    assert (code, authored(tiny)) == (1, before)
    assert "such as: bang-moi\n" in said
    assert said.splitlines()[-1] == "Nothing was changed."


def test_a_file_that_is_only_to_be_read_is_named(run: Run, tiny: Path) -> None:
    (tiny / BANNER).chmod(0o444)
    code, said = run("correct", BANNER, "Sai.")
    told = "no permission, or another program holds it. Nothing in dist/ was changed."
    assert (code, said.splitlines()[-1]) == (1, f"{Path(BANNER)}: {told}")
    assert run("undo", "--list")[1] == "No command has changed anything here yet.\n"


def test_a_damaged_history_is_told_and_hinders_nobody(run: Run, tiny: Path) -> None:
    run("correct", BANNER, "Một.")
    database = next((data_folder() / "history").glob("*.db"))
    database.write_bytes(b"\xff" * 4096)
    code, said = run("correct", BANNER, "Hai.")
    assert (code, f"The history of changes in {database} cannot be read" in said) == (0, True)
    assert "Hai." in (tiny / BANNER).read_text("utf-8")
    assert run("undo")[0] == 0
    assert "Hai." not in (tiny / BANNER).read_text("utf-8")


def test_a_file_in_crlf_with_a_mark_in_decomposed_form_stays_so(run: Run, tiny: Path) -> None:
    text = unicodedata.normalize("NFD", (tiny / BANNER).read_text("utf-8"))
    saved = "\ufeff" + text.replace("\n", "\r\n")
    (tiny / BANNER).write_bytes(saved.encode())
    assert run("withdraw", BANNER, "--reason", "Hết hạn")[0] == 0
    after = (tiny / BANNER).read_bytes().decode()
    new = [line for line in after.split("\r\n") if line not in saved.split("\r\n")]
    assert (new[0], new[1][-7:]) == (
        "status: withdrawn",
        unicodedata.normalize("NFD", "Hết hạn")[-7:],
    )
    assert unicodedata.is_normalized("NFD", after)
    assert "\n" not in after.replace("\r\n", "")
    assert after.startswith("\ufeff---")


EXAMPLE = re.compile(r"^(?:Example|Ví dụ): loa (.*)$", re.MULTILINE)


def examples() -> dict[str, str]:
    """The example in the help of each command that has one."""
    context = click.Context(group)
    commands = (group.get_command(context, name) for name in group.list_commands(context))
    helps = {command.name or "": command.help or "" for command in commands if command}
    return {name: found[1] for name, text in helps.items() if (found := EXAMPLE.search(text))}


SERVES = {"desk"}
"""They run until they are stopped; they have tests of their own."""


@pytest.mark.parametrize("name", sorted(examples().keys() - SERVES))
def test_the_example_of_the_help_runs(run: Run, tiny: Path, name: str) -> None:
    text = (tiny / BANNER).read_text("utf-8").replace("bang-ron-thu-1", "phat-thanh-2021-2-1")
    (tiny / BANNER).write_text(text, "utf-8")
    if name in {"approve", "move"}:
        ready(tiny)
    code, said = run(*shlex.split(examples()[name]))
    assert code == 0, said


def test_commands_that_write_show_an_example() -> None:
    assert {"approve", "correct", "rename", "undo", "withdraw"} <= set(examples())
