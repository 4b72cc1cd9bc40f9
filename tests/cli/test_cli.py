"""The command as users meet it. Snapshots of the help: `REWRITE=1 pytest tests/cli` writes them."""

import errno
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import FIRST
from generator.cli import loa as group
from tests.forks import LOA, ended

ROOT = Path(__file__).parents[2]
HELP = Path(__file__).with_name("help")
Loa = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def here(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    starter = ROOT / "generator/templates/workspace"
    shutil.copy(starter / "campaigns/printers.yml", tiny / "campaigns")
    shutil.copytree(starter / "assets/icc", tiny / "assets/icc")
    settings = (tiny / "mkdocs.yml").read_text("utf-8")
    (tiny / "mkdocs.yml").write_text(settings.replace("thu.example.org", "trang-thu.vn"), "utf-8")
    monkeypatch.chdir(tiny)
    return tiny


def test_every_command_is_found_in_the_order_in_which_one_meets_it() -> None:
    context = click.Context(group)
    assert tuple(group.list_commands(context))[: len(FIRST)] == FIRST


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("command", ["", *FIRST])
def test_the_help(loa: Loa, tmp_path: Path, language: str, command: str) -> None:
    words = [command, "--help"] if command else ["-h"]
    shown = loa(*words, cwd=tmp_path, env={"LOA_LANG": language, "COLUMNS": "100"})
    assert (shown.returncode, shown.stderr) == (0, "")
    file = HELP / language / f"{command or 'loa'}.txt"
    if "REWRITE" in os.environ:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(shown.stdout, "utf-8")
    assert shown.stdout == file.read_text("utf-8")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_command_has_a_line_that_fits(language: str) -> None:
    """On a terminal of 80 columns; more is in the command's own help."""
    lines = (HELP / language / "loa.txt").read_text("utf-8").splitlines()
    told = lines[lines.index({"vi": "Lệnh:", "en": "Commands:"}[language]) + 1 :]
    assert [line.split()[0] for line in told] == group.list_commands(click.Context(group))
    assert [line for line in told if len(line) > 80 or not line.endswith(".")] == []
    assert [line for line in told if line.endswith("..")] == []


def test_the_version(loa: Loa) -> None:
    assert loa("--version").stdout == "loa 0.1.0\n"


def test_fine(loa: Loa, here: Path) -> None:
    done = loa("check", cwd=here)
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "2 pieces read: 0 errors, 0 warnings.\nNext: loa build\n",
        "",
    )


def test_errors_in_content(loa: Loa, here: Path) -> None:
    (here / "content/index.md").write_text("Không có phần đầu.\n", "utf-8")
    done = loa("check", cwd=here)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("content/index.md")
    assert "Next: loa build" not in done.stdout
    told = json.loads(loa("check", "--format", "json", cwd=here).stdout)
    assert {found["path"] for found in told} == {"content/index.md", "content/bang-ron.md"} & {
        found["path"] for found in told
    }
    lines = loa("check", "--format", "github", cwd=here).stdout.splitlines()
    assert len(lines) == len(told)
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)


ENGLISH = re.compile(
    r"\b(Usage|Error|Try|Invalid|No such|Missing|does not|is not|Did you|Directory|Folder|OPTIONS"
    r"|COMMAND|ARGS|Option|Got|requires|Show|integer|range|valid|folder)\b"
)


def test_a_misspelt_command_is_guessed(loa: Loa, here: Path) -> None:
    said = loa("bulid", cwd=here, env={"LOA_LANG": "vi"}).stderr.splitlines()[-1]
    assert said == "Lỗi: Không có lệnh 'bulid'. Ý bạn là 'build'?"
    said = loa("bulid", cwd=here, env={"LOA_LANG": "en"}).stderr.splitlines()[-1]
    assert said == "Error: No such command 'bulid'. Did you mean 'build'?"


@pytest.mark.parametrize(
    "words",
    [
        ("chek",),
        ("check", "--formt", "text"),
        ("build", "--as-of"),
        ("plan", "a", "b", "c"),
        ("check", "--format", "xml"),
        ("check", "--nothing"),
        ("build", "--as-of", "hôm nay"),
        ("build", "--as-of", "31/2/2021"),
        ("build", "nothing"),
        ("new",),
        ("new", "book"),
        ("plan", "nothing"),
        ("serve", "--port", "x"),
        ("serve", "--port", "99999"),
        ("preview", "--port", "-1"),
        ("preview", "--port", "65536"),
        ("serve", "--host", "http://may"),
        ("preview", "--host", "*"),
        ("-C", "/nothing/here", "check"),
        ("import",),
        ("import", "content"),
        ("import", os.devnull),
        ("import", "nothing.docx"),
        ("preflight", "content"),
        ("preflight", os.devnull),
        ("preflight", "nothing.pdf"),
        ("pack", "a"),
        ("release", "a", "b", "c"),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_wrong_usage(loa: Loa, here: Path, words: tuple[str, ...], language: str) -> None:
    done = loa(*words, cwd=here, env={"LOA_LANG": language})
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    if language == "vi":
        assert not ENGLISH.search(done.stderr)


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("build", "print", "--piece", "a", "--piece=b"), "--piece"),
        (("build", "print", "--place", "a", "--place", "a"), "--place"),
        (("-C", ".", "-C", ".", "check"), "-C"),
        (("report", "thu", "--quarter", "I", "--quarter", "II"), "--quarter"),
        (("approve", "a", "--by", "A", "--by", "B"), "--by"),
    ],
)
def test_of_an_option_that_stands_twice_none_is_forgotten(
    loa: Loa, here: Path, words: tuple[str, ...], option: str
) -> None:
    done = loa(*words, cwd=here)
    said = f"Error: Write {option} only once: it takes one value.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_no_workspace_here(loa: Loa, tmp_path: Path) -> None:
    for command in ("check", "plan", "build", "serve", "schema"):
        done = loa(command, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert "No workspace here" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_workspace_is_found_from_a_folder_inside_it(loa: Loa, here: Path) -> None:
    inside = loa("check", cwd=here / "campaigns/thu")
    named = loa("-C", str(here / "content"), "check", cwd=Path("/"))
    assert inside.stdout == named.stdout == loa("check", cwd=here).stdout
    assert (inside.returncode, named.returncode) == (0, 0)


@pytest.mark.parametrize(
    "moment", ["2021-05-01", "1/5/2021", "01/05/2021", "2021-05-01T00:00", "00:00 1/5/2021"]
)
def test_spellings_of_a_moment(loa: Loa, here: Path, moment: str) -> None:
    done = loa("plan", "--as-of", moment, cwd=here)
    assert done.returncode == 0
    assert re.search(r"Băng rôn thử +design shown", done.stdout)
    before = loa("plan", "--as-of", "30/4/2021", cwd=here)
    assert re.search(r"Băng rôn thử +approved", before.stdout)


def test_progress_goes_to_standard_error_only(loa: Loa, built: Path) -> None:
    done = loa("build", "--as-of", "1/6/2021", cwd=built)
    assert done.returncode == 0
    counts, _, ending = done.stdout.partition("0 pages were rendered anew.\n")
    assert all(re.fullmatch(r"  [A-Z][\w ]+: \d+", line) for line in counts.splitlines())
    assert ending == (
        "Made: dist/public (the website) and dist/print (for the printer).\nNext: loa serve\n"
    )
    steps = [line for line in done.stderr.splitlines() if line.startswith("[")]
    assert steps
    assert all(re.fullmatch(r"\[ *\d+\.\d s\] .+ …", line) for line in steps)


def test_print_alone_says_what_it_made(loa: Loa, built: Path) -> None:
    done = loa("build", "print", "--as-of", "1/6/2021", cwd=built)
    made = r"  Print artwork: \d+\n  Packs for print shops: \d+\nMade: dist\. "
    assert re.fullmatch(rf"{made}The website is as it was\.\n", done.stdout)


def test_one_piece_alone_says_what_was_not_made_with_it(loa: Loa, built: Path) -> None:
    done = loa("build", "print", "--piece", "bang-ron-thu-1", "--as-of", "1/6/2021", cwd=built)
    assert done.stdout.splitlines()[1:] == [
        "Made: dist. The website is as it was.",
        "Run lists and packs of print shops are of before. Next: loa build print",
    ]


def test_the_next_moment_is_told(loa: Loa, built: Path) -> None:
    done = loa("build", "--as-of", "1/4/2021", cwd=built)
    assert "Something new appears at 1/5/2021, 00:00: build again then." in done.stdout


def on_a_terminal(words: list[str], cwd: Path, **env: str) -> str:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LOA_LANG": "en", "TERM": "xterm", **env},
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        if not part:
            break
        seen += part
    process.wait()
    os.close(ours)
    return seen.decode()


def test_colour_on_a_terminal_unless_it_is_not_wanted(here: Path) -> None:
    (here / "content/index.md").write_text("x\n", "utf-8")
    assert "\x1b[31m" in on_a_terminal(["check"], here)
    assert "\x1b" not in on_a_terminal(["check"], here, NO_COLOR="1")


def test_a_build_on_a_terminal_draws_one_line_again_and_leaves_none(built: Path) -> None:
    (built / "content/index.md").touch()
    seen = on_a_terminal(["build", "--as-of", "1/6/2021"], built)
    assert "Reading the files" in seen
    assert "\x1b[2K" in seen  # the line is drawn again
    assert "[  0." not in seen


def test_a_reader_who_goes_away_sees_no_traceback(here: Path) -> None:
    (here / "content/index.md").write_text("x\n", "utf-8")
    for words in ("check --format json", "plan", "build --help"):
        done = subprocess.run(
            ["bash", "-c", f"{sys.executable} -m generator {words} | true"],
            cwd=here,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
            capture_output=True,
            text=True,
        )
        assert "Traceback" not in done.stderr
        assert "Exception" not in done.stderr
        assert "Broken" not in done.stderr


def test_vietnamese_is_written_where_the_terminal_knows_no_vietnamese(loa: Loa, here: Path) -> None:
    """As Windows does when the output goes into a file."""
    done = loa("check", cwd=here, env={"LOA_LANG": "vi", "PYTHONIOENCODING": "cp1258"})
    assert done.returncode == 0
    assert "lỗi" in done.stdout


def run(words: list[str]) -> tuple[int, str, str]:
    done = CliRunner().invoke(group, words)
    return done.exit_code, done.stdout, done.stderr


def fail(error: BaseException) -> Callable[..., object]:
    def raises(*_: object, **__: object) -> object:
        raise error

    return raises


def test_a_fault_of_ours_is_told_in_one_line(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.app.check.check", fail(RuntimeError("test data")))
    code, out, err = run(["check"])
    assert (code, out, err.count("\n")) == (3, "", 1)
    report = here / ".loa/fault.txt"
    assert str(report) in err
    assert report.read_text("utf-8").endswith("RuntimeError: test data\n")
    assert sorted(path.name for path in here.iterdir()) == [
        ".loa",
        "assets",
        "campaigns",
        "content",
        "mkdocs.yml",
    ]


def test_a_fault_without_a_workspace_is_kept_where_the_system_keeps_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("generator.adapters.starter.starter", fail(RuntimeError("test data")))
    code, out, err = run(["init", "moi"])
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert (tmp_path / "loa-fault.txt").read_text("utf-8").endswith("RuntimeError: test data\n")
    assert str(tmp_path / "loa-fault.txt") in err


REFUSALS = [
    (PermissionError(errno.EACCES, "x"), "no permission, or another program holds it"),
    (OSError(errno.EROFS, "x"), "this disk can only be read"),
    (OSError(errno.ENOSPC, "x"), "the disk is full"),
]


@pytest.mark.parametrize(("error", "reason"), REFUSALS)
def test_what_the_machine_refuses_is_no_fault_of_ours(
    built: Path, error: OSError, reason: str
) -> None:
    """The whole command, on a machine that refuses to put the results in place."""
    refusing = (
        "from generator.adapters import published_folder\n"
        "def swap(new, current, *_):\n"
        f"    raise OSError({error.errno}, 'x', str(current))\n"
        "published_folder.swap = swap\n"
    )
    before = (built / "dist/edition.json").read_bytes()
    done = ended("build", "--as-of", "1/4/2021", code=refusing + LOA, cwd=built)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == (f"dist: {reason}. Nothing in dist/ was changed.")
    assert not (built / ".loa").exists()
    assert (built / "dist/edition.json").read_bytes() == before


# The superuser may write everywhere, unless that right is taken away.
ORDINARY = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


@pytest.mark.skipif(
    sys.platform == "win32" or (os.geteuid() == 0 and not shutil.which(ORDINARY[0])),
    reason="a folder that refuses its user cannot be made here",
)
def test_a_folder_that_cannot_be_written(built: Path) -> None:
    built.chmod(0o555)
    (built / "dist").chmod(0o555)
    done = subprocess.run(
        [
            *(ORDINARY if os.geteuid() == 0 else []),
            *(sys.executable, "-m", "generator", "build", "--as-of", "1/4/2021"),
        ],
        cwd=built,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LOA_LANG": "en"},
        check=False,
        capture_output=True,
        text=True,
    )
    built.chmod(0o755)
    (built / "dist").chmod(0o755)
    assert done.returncode == 1
    assert "no permission" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
@pytest.mark.parametrize("buffering", [{"PYTHONUNBUFFERED": ""}, {"PYTHONUNBUFFERED": "1"}])
def test_standard_output_that_is_full(here: Path, buffering: dict[str, str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "generator", "check"],
            cwd=here,
            env={**os.environ, "PYTHONPATH": str(ROOT), "LOA_LANG": "en", **buffering},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
        )
    assert (done.returncode, done.stderr) == (1, "The disk is full.\n")


def test_who_stops_a_command_is_told_so_as_shells_have_it(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.app.check.check", fail(KeyboardInterrupt()))
    assert run(["-C", str(here), "check"]) == (130, "", "\nĐã dừng!\n")


def test_a_port_in_words_is_no_whole_number(loa: Loa, here: Path) -> None:
    told = loa("serve", "--port", "abc", cwd=here).stderr
    assert told.endswith("Error: Invalid value for '--port': 'abc' is not a whole number.\n")


def test_a_new_file_passes_check(loa: Loa, here: Path) -> None:
    done = loa("new", "banner", "--title", "Chữ mới", cwd=here)
    assert done.returncode == 0
    assert loa("check", cwd=here).returncode == 0


def test_the_schemas(loa: Loa, here: Path) -> None:
    done = loa("schema", cwd=here)
    assert (done.returncode, done.stderr) == (0, "")
    settings = json.loads((here / ".vscode/settings.json").read_text("utf-8"))
    assert all((here / name).is_file() for name in settings["yaml.schemas"])


def test_serve_needs_a_site(loa: Loa, here: Path) -> None:
    done = loa("serve", cwd=here)
    assert (done.returncode, done.stderr) == (1, "There is nothing to show yet. Next: loa build\n")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_serve_really_serves(built: Path, loa: Loa) -> None:
    port = free_port()
    words = [sys.executable, "-m", "generator", "serve", "--port", str(port)]
    with subprocess.Popen(
        words,
        cwd=built,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LOA_LANG": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        url = process.stdout.readline().split()[0]
        assert url == f"http://127.0.0.1:{port}/"
        with urllib.request.urlopen(f"{url}bang-ron/bang-ron-thu-1/") as page:  # noqa: S310
            assert "Băng rôn thử" in page.read().decode()
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{url}nothing/")  # noqa: S310
        second = loa("serve", "--port", str(port), cwd=built)
        assert (second.returncode, second.stderr) == (
            2,
            f"Port {port} is taken. Try another: loa serve --port {port + 1}\n",
        )
        process.send_signal(signal.SIGINT)
        assert process.wait() == 0
        assert process.stderr.read() == ""


def test_a_first_build_that_fails_speaks_of_no_last_results(loa: Loa, here: Path) -> None:
    (here / "content/index.md").write_text("Không có phần đầu.\n", "utf-8")
    said = loa("build", cwd=here).stderr.splitlines()[-1]
    assert said.endswith("errors: nothing was made. Mend them, then again: loa build")
    assert not (here / "dist").exists()
