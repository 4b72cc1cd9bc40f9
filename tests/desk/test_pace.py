"""What is reckoned once for all who ask at the same time, and is never shown when it is older."""

import re
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path
from threading import Event, Thread

import pytest

from generator.adapters.files import FolderFiles
from generator.app import check as checking
from generator.app.draft_edits import WholeText, with_edit
from generator.cli import desk_workplace
from generator.cli.desk_workplace import Here
from generator.cli.draft_room import DraftRoom
from generator.desk.plan_memory import PlanMemory
from generator.model.draft import Draft
from generator.model.plan import Plan
from generator.vietnamese.dates import HANOI

BANNER = "content/bang-ron.md"
NOW = datetime(2021, 8, 2, tzinfo=HANOI)
PEOPLE = 6
PATIENCE = 20  # seconds for what takes none


@pytest.fixture
def root(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))
    text = (tiny / BANNER).read_text("utf-8").replace("status: approved", "status: draft")
    (tiny / BANNER).write_text(re.sub(r"approved_\w+: .*\n", "", text), "utf-8")
    return tiny


class Look:
    """The looks at all files, counted; while it `is_held` they go on only once it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count, self.begun, self.goes_on = 0, Event(), Event()
        self.goes_on.set()
        walk = FolderFiles.digests

        def digests(files: FolderFiles) -> dict[str, str]:
            self.count += 1
            marks = walk(files)
            self.begun.set()
            assert self.goes_on.wait(PATIENCE)
            return marks

        monkeypatch.setattr(FolderFiles, "digests", digests)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Look:
    return Look(monkeypatch)


class Asked:
    """The turns of those who ask; tells when so many have come."""

    def __init__(self, expected: int) -> None:
        self._numbers, self._last, self.all = count(100), 99 + expected, Event()

    def __next__(self) -> int:
        number = next(self._numbers)
        if number >= self._last:
            self.all.set()
        return number


def together(works: list[Callable[[], object]]) -> list[Thread]:
    threads = [Thread(target=work) for work in works]
    for each in threads:
        each.start()
    return threads


def text(here: Here) -> str:
    pieces = here.look().plan.workspace.pieces.values()
    return next(each.body.text for each in pieces if each.file == BANNER)


def typed(draft: Draft, words: str) -> Draft:
    return with_edit(draft, WholeText(f"{draft.plain.rstrip()}\n\n{words}\n"))


def write(root: Path, words: str) -> None:
    path = root / BANNER
    path.write_text(f"{path.read_text('utf-8')}\n{words}\n", "utf-8")


def test_all_who_wait_for_a_look_share_the_next_one(
    root: Path, looks: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Here(root, NOW)
    here.look()
    looks.begun.clear()
    looks.goes_on.clear()
    first = together([here.look])
    assert looks.begun.wait(PATIENCE)
    write(root, "Viết sau khi bắt đầu nhìn.")
    asked, seen = Asked(PEOPLE), list[str]()
    monkeypatch.setattr(here, "_turns", asked)
    others = together([lambda: seen.append(text(here))] * PEOPLE)
    assert asked.all.wait(PATIENCE)
    looks.goes_on.set()
    for each in (*first, *others):
        each.join(PATIENCE)
    assert ["Viết sau khi bắt đầu nhìn." in each for each in seen] == [True] * PEOPLE
    assert looks.count == 3  # before, while all ask, and once for all of them


def test_a_shared_desk_looks_at_its_files_once_a_second(
    root: Path, looks: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = [100.0]
    monkeypatch.setattr(desk_workplace, "monotonic", lambda: moment[0])
    here = Here(root, NOW, is_shared=True)
    room = DraftRoom(root, here)
    assert (here.look() is here.look(), looks.count) == (True, 1)
    draft = room.draft(BANNER)
    changed = room.change(BANNER, draft.seal, lambda old: typed(old, "Vừa lưu.")) if draft else None
    assert changed
    assert changed.draft
    assert room.save(BANNER, changed.draft.seal).is_written
    assert ("Vừa lưu." in text(here), looks.count) == (True, 1)  # what is saved here is known
    write(root, "Từ nơi khác.")
    moment[0] += 1.1
    assert ("Từ nơi khác." in text(here), looks.count) == (True, 2)


def test_who_works_alone_sees_what_changes_beneath_at_once(root: Path) -> None:
    here = Here(root, NOW)
    here.look()
    write(root, "Từ Word.")
    assert "Từ Word." in text(here)


def test_a_text_that_was_checked_is_saved_without_checking_it_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, checked = DraftRoom(root, Here(root, NOW)), list[str]()
    recheck = checking.recheck
    monkeypatch.setattr(
        checking, "recheck", lambda *asked: (checked.append(""), recheck(*asked))[1]
    )
    draft = room.draft(BANNER)
    assert draft
    for number in range(20):  # as many as some people who write ask for meanwhile
        room.check(typed(draft, f"Câu số {number}."))
        change = room.change(BANNER, draft.seal, lambda old: typed(old, "Câu sẽ lưu."))
        assert change.draft
        room.check(change.draft)
    assert len(checked) == 21
    now = room.draft(BANNER)
    assert now
    assert room.save(BANNER, now.seal).is_written
    assert len(checked) == 21


def test_what_follows_from_a_plan_is_reckoned_once_for_all_who_ask(root: Path) -> None:
    plan, memory, made = Here(root, NOW).look().plan, PlanMemory(), list[int]()
    begun, goes_on, found = Event(), Event(), list[int]()

    def make() -> int:
        made.append(len(made))
        begun.set()
        assert goes_on.wait(PATIENCE)
        return 7

    threads = together([lambda: found.append(memory.of(plan, "x", make))] * PEOPLE)
    assert begun.wait(PATIENCE)
    goes_on.set()
    for each in threads:
        each.join(PATIENCE)
    assert (found, len(made)) == ([7] * PEOPLE, 1)


def test_what_was_reckoned_of_an_earlier_plan_is_never_shown_of_the_next(root: Path) -> None:
    earlier, later = (Here(root, NOW).look().plan for _ in range(2))
    memory = PlanMemory()

    def make() -> Plan:  # meanwhile something was saved, and somebody asks for what is so now
        together([lambda: memory.of(later, "another", lambda: later)])[0].join(0.2)
        return earlier

    assert memory.of(earlier, "x", make) is earlier
    assert memory.of(later, "x", lambda: later) is later
