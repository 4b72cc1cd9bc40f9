"""Work in a forked process: the same answer, wherever it comes from."""

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from generator import checks
from generator.adapters.files import FolderFiles
from generator.app.check import CheckScope, check
from tests.conftest import JUNE
from tests.forks import ended

T = TypeVar("T")

HERE = """
import os, threading, time
from generator.adapters import forks

me = os.getpid()
{before}
there = forks.Forks().begin(lambda: {work})
print(there() {equal} me)
"""
QUIET = "threading.Thread(target=time.sleep, args=(1,), name=forks.BEAT, daemon=True).start()"
OTHER = QUIET.replace("forks.BEAT", "'other'")


@pytest.mark.parametrize(
    ("before", "work", "equal"),
    [
        ("", "os.getpid()", "!="),
        (QUIET, "os.getpid()", "!="),
        (OTHER, "os.getpid()", "=="),
        ("os.cpu_count = lambda: 1", "os.getpid()", "=="),
        ("", "os.getpid() if os.getpid() == me else os.kill(os.getpid(), 9)", "=="),
        ("", "os.getpid() if os.getpid() == me else 1 / 0", "=="),
        ("", "os.getpid() if os.getpid() == me else threading.Lock()", "=="),
    ],
    ids=["forked", "beside a beat", "no fork beside threads", "one core", "killed", "raises",
         "no answer that can be sent"],
)  # fmt: skip
def test_the_answer_comes_from_a_fork_or_from_here(before: str, work: str, equal: str) -> None:
    told = ended(code=HERE.format(before=before, work=work, equal=equal))
    assert (told.stdout, told.stderr) == ("True\n", "")


def test_what_the_command_itself_cannot_do_it_says() -> None:
    told = ended(code=HERE.format(before="", work="1 / 0", equal="=="))
    assert "ZeroDivisionError" in told.stderr


class Elsewhere:
    """Work as a fork does it: first, and what it gives comes back as bytes."""

    def begin(self, work: Callable[[], T]) -> Callable[[], T]:
        answer = pickle.dumps(work())
        return lambda: pickle.loads(answer)  # noqa: S301 - our own


def test_what_is_found_elsewhere_is_what_is_found_here(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (tiny / "content").rglob("*.md"):
        path.write_text(
            path.read_text("utf-8") + "\nNước  chảy của của xưởng , ko khóa .\n", "utf-8"
        )
    files = FolderFiles(tiny)
    told = check(files, JUNE)
    monkeypatch.setattr(checks, "_MANY", 2)
    again = check(files, JUNE, None, CheckScope(side_work=Elsewhere()))
    assert again.diagnostics == told.diagnostics
    assert len(told.diagnostics) > 10
