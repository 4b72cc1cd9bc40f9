"""`loa publish --due`: once when something is due, never twice, never two at once."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from subprocess import PIPE
from typing import IO

import pytest

from generator.adapters.lock import BusyError, files_lock, workspace_lock
from generator.app.publish import publish, publish_due, why
from generator.cli import run as run_command
from generator.cli.world import world
from generator.ports import SILENT
from generator.vietnamese.dates import HANOI

Loa = Callable[..., subprocess.CompletedProcess[str]]

JUNE = datetime(2021, 6, 1, tzinfo=HANOI)


def run(root: Path, now: datetime) -> str | None:
    return publish_due(world(root), now, SILENT).reason


@pytest.fixture
def dated(built: Path) -> Path:
    """The built workspace with a piece that appears at 6:30 on 2 June."""
    page = built / "content" / "moi.md"
    page.write_text(
        "---\nid: moi\nmedium: article\ntitle: Bài thử\nsummary: Thử.\nstatus: approved\n"
        "approved_by: Người thử\napproved_on: 1/6/2021\npublish_on: 2/6/2021 06:30\n---\n\nThử.\n",
        encoding="utf-8",
    )
    assert run(built, JUNE) == "input"
    return built


def test_nothing_is_due_twice(built: Path) -> None:
    assert run(built, JUNE) is None
    edition = (built / "dist" / "edition.json").read_bytes()
    assert run(built, JUNE + timedelta(days=400)) is None
    assert (built / "dist" / "edition.json").read_bytes() == edition


def test_at_its_minute_and_not_before(dated: Path) -> None:
    due = datetime(2021, 6, 2, 6, 30, tzinfo=HANOI)
    page = dated / "dist" / "public" / "moi" / "index.html"
    assert run(dated, due - timedelta(seconds=1)) is None
    assert not page.exists()
    assert run(dated, due) == "time"
    assert page.exists()
    assert run(dated, due) is None


def test_what_was_missed_is_caught_up_once(dated: Path) -> None:
    month_later = datetime(2021, 7, 2, tzinfo=HANOI)
    assert run(dated, month_later) == "time"
    assert run(dated, month_later) is None


def test_a_changed_file_is_a_reason_and_a_touched_one_is_not(built: Path) -> None:
    page = built / "content" / "index.md"
    os.utime(page, (1, 1))
    assert run(built, JUNE) is None
    page.write_text(page.read_text(encoding="utf-8") + "\nThêm.\n", encoding="utf-8")
    assert run(built, JUNE) == "input"
    assert run(built, JUNE) is None


def test_lost_results_are_made_again(built: Path) -> None:
    (built / "dist" / "edition.json").unlink()
    here = world(built)
    assert why(here, here.results.recover().edition, JUNE) == "first"


def test_an_error_keeps_the_last_good_results(built: Path) -> None:
    before = (built / "dist" / "public" / "index.html").read_bytes()
    (built / "content" / "hong.md").write_text("hỏng", encoding="utf-8")
    done = publish_due(world(built), JUNE, SILENT)
    assert done.outcome is not None
    assert [found.rule.code for found in done.outcome.blocking] == ["front-matter-missing"]
    assert (built / "dist" / "public" / "index.html").read_bytes() == before


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Asia/Ho_Chi_Minh"])
def test_half_past_six_is_half_past_six_in_hanoi(dated: Path, loa: Loa, zone: str) -> None:
    before = loa("-C", dated, "publish", "--due", "--as-of", "2/6/2021 06:29", env={"TZ": zone})
    assert before.stdout == "Nothing is due.\nNext appears, at 2/6/2021, 06:30: moi.\n"
    after = loa("-C", dated, "publish", "--due", "--as-of", "2/6/2021 06:30", env={"TZ": zone})
    assert after.returncode == 0
    assert after.stdout.splitlines()[0].endswith("because their time had come.")
    assert after.stdout.splitlines()[1:] == [
        "Appeared: moi (Bài thử)",
        "Nothing more is planned to appear.",
    ]


def test_what_is_withdrawn_is_told(dated: Path, loa: Loa) -> None:
    page = dated / "content" / "moi.md"
    assert run(dated, datetime(2021, 6, 3, tzinfo=HANOI)) == "time"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("status: approved", "status: withdrawn"), encoding="utf-8")
    done = loa("-C", dated, "publish", "--due", "--as-of", "3/6/2021")
    assert done.stdout.splitlines()[1:] == [
        "No longer to be seen: moi (Bài thử)",
        "Nothing more is planned to appear.",
    ]


def test_two_at_once(built: Path, loa: Loa) -> None:
    with workspace_lock(built):
        second = loa("-C", built, "publish", "--due")
    assert (second.returncode, second.stdout) == (
        0,
        "Another loa is publishing here; nothing was done.\n",
    )


class Looking:
    """Progress that notes at which steps somebody else could write."""

    def __init__(self, root: Path) -> None:
        self.root, self.free = root, list[bool]()

    def step(self, message: str, **_: object) -> None:
        if message.startswith("Preparing"):
            self.free.append(self.is_free())

    def advance(self, _: object) -> None:
        pass

    def is_free(self) -> bool:
        try:
            with files_lock(self.root, 0.0):
                return True
        except BusyError:
            return False


def test_others_may_write_as_soon_as_a_build_has_read(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking, here = Looking(built), world(built)
    digests, read = here.files.digests, list[bool]()

    def seen() -> Mapping[str, str]:
        read.append(looking.is_free())
        return digests()

    monkeypatch.setattr(here.files, "digests", seen)
    with workspace_lock(built):
        publish(here, datetime(2021, 6, 1, tzinfo=HANOI), looking)
    assert (read, {*looking.free}, len(looking.free) > 5) == ([False], {True}, True)


def test_a_look_that_fails_does_not_end_the_loop(
    built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    look, marker = run_command.DueLook(built), built / "mkdocs.yml"
    look()
    marker.rename(built / "elsewhere.yml")
    look()
    assert "mkdocs.yml" in capsys.readouterr().err
    (built / "elsewhere.yml").rename(marker)
    looks = []

    def full(*_: object, **__: object) -> None:
        looks.append(1)
        raise OSError(errno.ENOSPC, "full", str(built))

    with monkeypatch.context() as patch:
        patch.setattr("generator.cli.publish.publish", full)
        look()
        look()
    assert (len(looks), len(capsys.readouterr().err.splitlines())) == (2, 2)
    look()
    assert capsys.readouterr().err == ""


def test_run_publishes_what_appears_while_it_runs_and_stops_when_told(built: Path) -> None:
    """With the real clock: a file that is written while it runs is published within seconds."""
    command = [sys.executable, "-m", "generator", "-C", str(built), "run", "--every", "1"]
    env = {**os.environ, "LOA_LANG": "en", "PYTHONUNBUFFERED": "1"}
    root = Path(__file__).parents[2]
    lines: list[str] = []
    looked, published = threading.Event(), threading.Event()

    def listen(stream: IO[str]) -> None:
        for line in stream:
            lines.append(line)
            looked.set()
            if "files had changed" in line:
                published.set()

    with subprocess.Popen(command, stdout=PIPE, text=True, env=env, cwd=root) as process:
        assert process.stdout is not None
        listener = threading.Thread(target=listen, args=(process.stdout,))
        listener.start()
        try:
            assert looked.wait(60)
            page = built / "content" / "index.md"
            page.write_text(page.read_text(encoding="utf-8") + "\nThêm.\n", encoding="utf-8")
            assert published.wait(90)
        finally:
            process.terminate()
            listener.join(60)
    assert process.returncode == 0
    assert lines[-1] == "Stopped.\n"
