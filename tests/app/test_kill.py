"""Real builds, killed as the power cut does it: `dist/` is the old edition or the new one."""

import random
import shutil
import subprocess
import time
from collections.abc import Callable
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from generator.adapters.lock import workspace_lock
from generator.adapters.swap import is_cut_off
from tests.forks import LOA, begin

SEED = 20_210_601
BUILD = ("build", "--as-of", "2021-06-01")
# To draw takes its time: the pictures of shared links are written as their words.
PLAIN = """
from generator.cli import main
from generator.outputs.site import manifest, social

def written(context, drawing, *words):
    yield repr(words).encode()

manifest._draw = social._draw = written
main()
"""
# A system without an exchange, and so slow that many a kill hits between two renames.
BY_JOURNAL = f"""
import time
from pathlib import Path
from generator.adapters import swap

rename = Path.rename

def slowly(self, target):
    time.sleep(0.1)
    return rename(self, target)

swap._exchange = lambda *_: False
Path.rename = slowly
{PLAIN}
"""

Contents = Callable[[Path], dict[str, bytes]]
Loa = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def small(tiny: Path) -> Path:
    """A workspace without a banner, which takes its time to draw."""
    (tiny / "content/bang-ron.md").unlink()
    index = tiny / "content/index.md"
    index.write_text(index.read_text("utf-8").partition(" Xem ")[0], "utf-8")
    return tiny


def start(root: Path, code: str = PLAIN) -> ForkServerProcess:
    return begin("-C", root, *BUILD, code=code)


def code_of(process: ForkServerProcess) -> int | None:
    process.join()
    return process.exitcode


def write(root: Path, words: str) -> None:
    """Let the next build make another edition of every page: all show the name of the site."""
    config = root / "mkdocs.yml"
    lines = config.read_text("utf-8").splitlines(keepends=True)
    named = [f"site_name: {words}\n" if line.startswith("site_name:") else line for line in lines]
    config.write_text("".join(named), "utf-8")


def editions(root: Path, contents: Contents) -> tuple[list[dict[str, bytes]], float]:
    """Both whole editions, and how long a build from one to the other takes, in seconds."""
    whole = []
    seconds = 0.0
    for words in ("Một", "Hai"):
        write(root, words)
        began = time.monotonic()
        assert code_of(start(root)) == 0
        seconds = time.monotonic() - began
        whole.append(contents(root / "dist"))
    assert whole[0].keys() == whole[1].keys()
    assert whole[0] != whole[1]
    return whole, seconds


def killed(
    root: Path, moments: list[float], whole: list[dict[str, bytes]], since: str = ""
) -> list[int]:
    """Which edition lay there after each kill, so long after the start or since a file is there."""
    seen = [whole.index(_tree(root / "dist"))]
    for moment in moments:
        write(root, ("Hai", "Một")[seen[-1]])
        process = start(root)
        while since and not (root / since).exists() and process.exitcode is None:
            time.sleep(0.002)
        process.join(moment)
        process.kill()
        process.join()
        seen.append(whole.index(_tree(root / "dist")))
    return seen


def _tree(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.timeout(900)  # sixty builds, while other tests use the other core
def test_killed_at_sixty_moments(small: Path, contents: Contents) -> None:
    chance = random.Random(SEED)  # noqa: S311 - the same moments each time
    whole, seconds = editions(small, contents)
    moments = [chance.uniform(0, seconds) for _ in range(40)]
    moments += [chance.uniform(seconds, seconds * 3) for _ in range(4)]  # if builds are slower now
    about = [chance.uniform(0, seconds / 4) for _ in range(16)]  # all is made, to be put in place
    seen = [*killed(small, moments, whole), *killed(small, about, whole, "build/next/edition.json")]
    assert set(seen) == {0, 1}  # some kills came too late, most in time
    write(small, "Hai")  # and now to the end
    assert code_of(start(small)) == 0
    assert contents(small / "dist") == whole[1]


def test_killed_between_two_renames(small: Path, contents: Contents, loa: Loa) -> None:
    chance = random.Random(SEED)  # noqa: S311 - the same moments each time
    whole, _ = editions(small, contents)
    seen = [1]
    missing = 0
    for _ in range(8):
        write(small, ("Hai", "Một")[seen[-1]])
        process = start(small, BY_JOURNAL)
        while not is_cut_off(small / "build/next", small / "dist") and process.exitcode is None:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.3))
        process.kill()
        process.join()
        missing += not (small / "dist").exists()
        assert loa("-C", str(small), "check").returncode == 0
        seen.append(whole.index(contents(small / "dist")))
    assert missing
    assert set(seen) == {0, 1}
    assert code_of(start(small, BY_JOURNAL)) == 0
    assert contents(small / "dist") in whole


@pytest.mark.parametrize("command", ["check", "plan", "new", "schema", "build"])
def test_every_command_completes_what_was_cut_off(
    built: Path, loa: Loa, contents: Contents, command: str
) -> None:
    before = contents(built / "dist")
    shutil.move(built / "dist", built / "build/next")
    (built / "build/next.swap").write_text("swap")
    words = {"new": ("new", "article"), "build": BUILD}.get(command, (command,))
    assert loa("-C", str(built), *words).returncode == 0
    assert contents(built / "dist") == before
    assert not is_cut_off(built / "build/next", built / "dist")


def test_a_command_leaves_the_exchange_of_a_running_build_alone(built: Path, loa: Loa) -> None:
    shutil.move(built / "dist", built / "build/next")
    (built / "build/next.swap").write_text("swap")
    with workspace_lock(built):
        assert loa("-C", str(built), "check").returncode == 0
        assert not (built / "dist").exists()


def test_check_writes_nothing(tiny: Path, loa: Loa, contents: Contents) -> None:
    before = contents(tiny)
    assert loa("-C", str(tiny), "check").returncode == 0
    assert contents(tiny) == before


def test_of_two_builds_at_once_one_says_that_it_must_wait(
    built: Path, loa: Loa, contents: Contents
) -> None:
    before = contents(built / "dist")
    with workspace_lock(built):
        second = loa("-C", str(built), *BUILD)
    assert (second.returncode, second.stdout, second.stderr) == (
        1,
        "",
        "Another loa is building here. Wait until it has ended, then try again.\n",
    )
    assert contents(built / "dist") == before


def test_two_real_builds_at_once_end_well(built: Path, contents: Contents) -> None:
    before = contents(built / "dist")
    shutil.rmtree(built / "dist")
    running = [start(built, LOA) for _ in range(2)]
    assert sorted(code_of(process) for process in running) in ([0, 0], [0, 1])
    assert contents(built / "dist") == before
