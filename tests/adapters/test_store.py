"""What a later run is to know lies in one file; whatever happens to that file harms no result."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from generator.adapters import store, text_store
from generator.adapters.disk import below
from generator.adapters.store import NAME, FolderStore
from generator.adapters.text_store import StoredTexts
from generator.app.build import BuildOutcome, build
from generator.app.scope import Scope
from generator.cli.world import world
from generator.model.memory import Memory
from generator.ports import SILENT
from generator.vietnamese.dates import HANOI

ROOT = Path(__file__).parents[2]
Make = Callable[..., BuildOutcome]
Contents = Callable[[Path], dict[str, bytes]]
JUNE = datetime(2021, 6, 1, tzinfo=HANOI)
KEYS = ["a" * 64, "b" * 64]
TEXTS = {KEYS[0]: "Ế\n“hai” dòng\\\t\ud800", KEYS[1]: ""}


def saved(folder: Path, texts: dict[str, str], kind: str = "page") -> Path:
    """A store with these texts; gives its file."""
    kept = FolderStore(folder)
    for key, text in texts.items():
        kept.put(kind, key, text)
    kept.save()
    kept.close()
    return folder / NAME


def read(folder: Path, kind: str = "page") -> tuple[dict[str, str], dict[str, str]]:
    """What is known of all, and of two keys one by one."""
    kept = FolderStore(folder)
    every = kept.all(kind)
    single = {key: text for key in KEYS if (text := kept.get(kind, key)) is not None}
    kept.close()
    return every, single


def known(folder: Path, kind: str = "page") -> dict[str, str]:
    """What is known, by either way."""
    every, single = read(folder, kind)
    assert {key: text for key, text in every.items() if key in KEYS} == single
    return every


def test_it_lasts_until_the_next_run(tmp_path: Path) -> None:
    saved(tmp_path, TEXTS)
    assert known(tmp_path) == TEXTS


def test_what_was_not_saved_is_there_in_this_run_alone(tmp_path: Path) -> None:
    kept = FolderStore(tmp_path / "build")
    kept.put("page", KEYS[0], "x")
    assert kept.get("page", KEYS[0]) == "x"
    assert known(tmp_path / "build") == {}
    assert not (tmp_path / "build").exists()


def test_much_is_written_at_once_where_a_file_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_MUCH", 10)
    saved(tmp_path, {KEYS[0]: ""})
    kept, nowhere = FolderStore(tmp_path), FolderStore(tmp_path / "build")
    for each in (kept, nowhere):
        each.put("page", KEYS[0], "x" * 10)
    assert known(tmp_path) == {KEYS[0]: ""}
    for each in (kept, nowhere):
        each.put("page", KEYS[1], "y")
        assert each.get("page", KEYS[0]) == "x" * 10
    assert known(tmp_path) == {KEYS[0]: "x" * 10, KEYS[1]: "y"}
    assert not (tmp_path / "build").exists()


def test_what_has_become_much_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cold build asks much of kinds that are small when they are asked for first."""
    monkeypatch.setattr(store, "_OFTEN", 1)
    saved(tmp_path, {KEYS[0]: "x"})
    kept = FolderStore(tmp_path)
    assert kept.get("page", KEYS[0]) == "x"
    tracemalloc.start()
    for number in range(4):
        kept.put("page", str(number), "y" * 1_000_000)
        kept.save()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 1_000_000
    assert (kept.get("page", KEYS[0]), len(kept.get("page", "3") or "")) == ("x", 1_000_000)


def test_a_kind_is_replaced_as_a_whole(tmp_path: Path) -> None:
    saved(tmp_path, {"một": "1", "hai": "2"})
    saved(tmp_path, {"một": "x"}, "other")
    kept = FolderStore(tmp_path)
    kept.replace("page", kept.all("page"), {"hai": "3", "ba": "4"})
    kept.save()
    assert known(tmp_path) == {"hai": "3", "ba": "4"}
    assert known(tmp_path, "other") == {"một": "x"}


def test_another_engine_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = StoredTexts(FolderStore(tmp_path))
    first.put("page", KEYS[0], "cũ")
    first.save()
    assert StoredTexts(FolderStore(tmp_path)).get("page", KEYS[0]) == "cũ"
    monkeypatch.setattr(text_store, "engine", lambda: "another")
    assert StoredTexts(FolderStore(tmp_path)).get("page", KEYS[0]) is None


def test_no_damaged_letter_is_believed(tmp_path: Path) -> None:
    """Every byte of the file flipped: what is read is what was put, or nothing."""
    saved(tmp_path, {KEYS[0]: "trước", KEYS[1]: "hai", "c": "ba"})
    file = saved(tmp_path, {KEYS[0]: '["một", 34]'})
    right = {KEYS[0]: '["một", 34]', KEYS[1]: "hai", "c": "ba"}
    assert known(tmp_path) == right
    whole = file.read_bytes()
    for at in (at for at in range(len(whole)) if at < 200 or whole[at]):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ (1, 0x80)[at % 2]]) + whole[at + 1 :])
        for found in read(tmp_path):
            assert found.items() <= right.items(), at
    file.write_bytes(whole)
    assert known(tmp_path) == right


def test_a_run_replaces_a_damaged_file_wherever_the_damage_is(tmp_path: Path) -> None:
    known = {(kind, f"{n:04}"): f"{kind} {n} " * 9 for kind in ("a", "b") for n in range(150)}
    file, page, noise = tmp_path / NAME, 4096, b"\xff" * 3000
    first = FolderStore(tmp_path)
    for pair, text in known.items():
        first.put(*pair, text)
    first.save()
    first.close()
    sound = file.read_bytes()
    for at in range(page, len(sound) - page, page):
        file.write_bytes(sound[:at] + noise + sound[at + len(noise) :])
        damaged = FolderStore(tmp_path)
        for pair, text in known.items():
            if damaged.get(*pair) is None:
                damaged.put(*pair, text)
        damaged.save()
        damaged.close()
        again = FolderStore(tmp_path)
        assert {pair: again.get(*pair) for pair in known} == known
        again.close()


def test_what_nobody_uses_is_forgotten_once_there_is_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_SPARE", 1)

    def run(key: str) -> list[str | None]:
        texts = StoredTexts(FolderStore(tmp_path))
        Memory(texts).recall("page", key, lambda: key)
        texts.save()
        return sorted(FolderStore(tmp_path).all("made page").values())

    assert [run(key) for key in ("một", "hai", "ba", "bốn", "năm")] == [
        ["một"],
        ["hai", "một"],
        ["ba", "hai", "một"],
        ["ba", "bốn", "hai", "một"],
        ["năm"],
    ]


def test_of_a_kind_that_was_not_asked_for_nothing_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_SPARE", 0)
    saved(tmp_path, {KEYS[0]: "một"}, "made page")
    texts = StoredTexts(FolderStore(tmp_path))
    Memory(texts).recall("other", "x", lambda: "y")
    texts.save()
    assert known(tmp_path, "made page") == {KEYS[0]: "một"}


def test_many_threads_ask_and_put(tmp_path: Path) -> None:
    saved(tmp_path, {str(number): "trước" for number in range(500)})
    kept = FolderStore(tmp_path)

    def work(number: int) -> str | None:
        found = kept.get("page", str(number % 500))
        kept.put("page", f"{number} mới", "sau")
        return found

    with ThreadPoolExecutor(16) as pool:
        assert {*pool.map(work, range(4000))} == {"trước"}
    kept.save()
    assert len(known(tmp_path)) == 4500


def test_two_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    first, second = FolderStore(tmp_path), FolderStore(tmp_path)
    first.put("page", "một", "1")
    second.put("page", "hai", "2")
    first.save()
    second.save()
    first.put("page", "ba", "3")
    first.save()
    assert known(tmp_path) == {"một": "1", "hai": "2", "ba": "3"}
    assert second.get("page", "ba") == "3"


def test_a_file_that_goes_while_it_is_open_is_made_again(tmp_path: Path) -> None:
    file = saved(tmp_path, {KEYS[0]: "một"})
    kept = FolderStore(tmp_path)
    file.unlink()
    kept.put("page", KEYS[1], "hai")
    kept.save()
    assert known(tmp_path) == {KEYS[1]: "hai"}


def test_whoever_holds_the_file_for_ever_makes_nobody_wait_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each entry would be waited for by itself."""
    file = saved(tmp_path, {KEYS[0]: "một"})
    asked = []
    monkeypatch.setattr(store, "_PATIENCE", 0.01)
    connect = sqlite3.connect

    def counted(*words: object, **named: object) -> sqlite3.Connection:
        asked.append(words)
        return connect(*words, **named)  # type: ignore[call-overload,no-any-return] # as it was called

    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(sqlite3, "connect", counted)
        kept = FolderStore(tmp_path)
        assert [kept.get("page", key) for key in KEYS * 100] == [None] * 200
        assert len(asked) == 1
        kept.put("page", KEYS[1], "hai")
        kept.save()
    assert known(tmp_path) == {KEYS[1]: "hai"}


def lost(file: Path) -> None:
    for place in file.parent.glob(f"{NAME}*"):
        place.unlink()


def flipped(file: Path) -> None:
    data, chance = bytearray(file.read_bytes()), random.Random(1)  # noqa: S311 - no secret
    for _ in range(len(data) // 200):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(data)


def sql(script: str) -> Callable[[Path], None]:
    def run(file: Path) -> None:
        with closing(sqlite3.connect(file)) as there:
            there.executescript(script)

    return run


def foreign(script: str) -> Callable[[Path], None]:
    def run(file: Path) -> None:
        lost(file)
        sql(script)(file)

    return run


def in_its_place(make: Callable[[Path], object], name: str = NAME) -> Callable[[Path], None]:
    def run(file: Path) -> None:
        place = file.with_name(name)
        place.unlink(missing_ok=True)
        make(place)

    return run


def bytes_at(place: float, data: bytes) -> Callable[[Path], None]:
    def run(file: Path) -> None:
        with file.open("r+b") as stream:
            stream.seek(int(place * file.stat().st_size))
            stream.write(data)

    return run


def cut(share: float, more: int = 0) -> Callable[[Path], None]:
    return lambda file: os.truncate(file, int(file.stat().st_size * share) + more)


def a_folder(place: Path) -> None:
    place.mkdir()
    (place / "x").write_text("x")


def a_link_to_others(place: Path) -> None:
    other = place.parent.parent / "khác.db"
    sql("CREATE TABLE entry (x); INSERT INTO entry VALUES (1); PRAGMA user_version=1")(other)
    place.symlink_to(other)


def open_elsewhere(file: Path) -> None:
    """A process that was killed in the midst of writing."""
    code = (
        "import sqlite3, os; c = sqlite3.connect(os.sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA cache_size=1'); c.execute('BEGIN IMMEDIATE');"
        "c.execute('UPDATE entry SET text=zeroblob(99)'); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, file], check=False)


SCHEMA = "CREATE TABLE entry (kind TEXT, key TEXT, text BLOB, seal INTEGER)"
HARMS: dict[str, Callable[[Path], object]] = {
    "lost": lost,
    "empty": cut(0),
    "one byte": cut(0, 1),
    "the head alone": cut(0, 100),
    "one page": cut(0, 4096),
    "half": cut(0.5),
    "all but a byte": cut(1, -1),
    "longer": cut(1, 5000),
    "bytes flipped": flipped,
    "no head": bytes_at(0, b"\0" * 16),
    "another head": bytes_at(0, b"PK\x03\x04"),
    "another size of pages": lambda file: bytes_at(16 / file.stat().st_size, b"\x02\0")(file),
    "zeros in the middle": bytes_at(0.4, b"\0" * 9000),
    "noise at the end": bytes_at(0.9, b"\xff" * 3000),
    "text": lambda file: file.write_text("{}"),
    "a picture": lambda file: shutil.copy(ROOT / "docs/looks/pano-360.webp", file),
    "a zip": lambda file: file.write_bytes(b"PK\x05\x06" + b"\0" * 18),
    "another version": sql("PRAGMA user_version=2"),
    "an older version": sql("PRAGMA user_version=0"),
    "a negative version": sql("PRAGMA user_version=-1"),
    "no table": sql("DROP TABLE entry"),
    "no entries": sql("DELETE FROM entry"),
    "half of the entries": sql("DELETE FROM entry WHERE unicode(substr(key, -3)) % 2"),
    "no seals": sql("UPDATE entry SET seal=NULL"),
    "seals of none": sql("UPDATE entry SET seal=-1, text=NULL"),
    "other texts": sql("UPDATE entry SET text=x'7b7d'"),
    "texts as letters": sql("UPDATE entry SET text=CAST(text AS TEXT)"),
    "texts of others": sql(
        "UPDATE entry SET text=(SELECT e.text FROM entry e WHERE e.kind=entry.kind LIMIT 1),"
        "seal=(SELECT e.seal FROM entry e WHERE e.kind=entry.kind LIMIT 1)"
    ),
    "other kinds": sql("UPDATE entry SET kind='x' || kind"),
    "another table": sql(f"DROP TABLE entry; {SCHEMA.replace('seal', 'x')}"),
    "a view": sql("DROP TABLE entry; CREATE VIEW entry AS SELECT 1"),
    "a trigger": sql("CREATE TRIGGER t BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT,'x'); END"),
    "write-ahead logging": sql("PRAGMA journal_mode=WAL"),
    "somebody's tables": foreign("CREATE TABLE a (b); INSERT INTO a VALUES (1)"),
    "somebody's table of that name": foreign(f"{SCHEMA}; PRAGMA user_version=1"),
    "somebody's only column": foreign("CREATE TABLE entry (x); PRAGMA user_version=1"),
    "UTF-16": foreign(f"PRAGMA encoding='UTF-16'; {SCHEMA}; PRAGMA user_version=1"),
    "a folder": in_its_place(a_folder),
    "a link to nothing": in_its_place(lambda place: place.symlink_to("khong-co")),
    "a link to a device": in_its_place(lambda place: place.symlink_to("/dev/full")),
    "a link to a file of others": in_its_place(a_link_to_others),
    "a pipe": in_its_place(os.mkfifo),
    "a journal of noise": in_its_place(
        lambda place: place.write_bytes(b"x" * 999), f"{NAME}-journal"
    ),
    "a journal that is a pipe": in_its_place(os.mkfifo, f"{NAME}-journal"),
    "a journal that is a folder": in_its_place(a_folder, f"{NAME}-journal"),
    "a log that is a pipe": in_its_place(os.mkfifo, f"{NAME}-wal"),
    "killed while it was written": open_elsewhere,
    "only to be read": lambda file: file.chmod(0o444),
}
"""What befalls the file; each is mended by the build that follows it."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A workspace for all harms, built, and its results: the build after each harm mends it."""
    root = tmp_path_factory.mktemp("store") / "tiny"
    shutil.copytree(ROOT / "tests/examples/tiny", root)
    (root / "content/bang-ron.md").unlink()  # to draw it takes its time
    index = root / "content/index.md"
    index.write_text(index.read_text("utf-8").partition(" Xem ")[0], "utf-8")
    assert build(world(root), Scope(("site",)), JUNE, SILENT).blocking == []
    return root, results(root)


def results(root: Path) -> dict[str, bytes]:
    return {path: (root / "dist" / path).read_bytes() for path in below(root / "dist")}


@pytest.mark.parametrize("harm", HARMS)
def test_whatever_lies_in_its_place_the_next_build_makes_the_same(
    whole: tuple[Path, dict[str, bytes]], make: Make, harm: str
) -> None:
    root, expected = whole
    HARMS[harm](root / "build" / NAME)
    assert make(root, "site").blocking == []
    assert results(root) == expected
    assert make(root, "site").pages == 0  # and remembers again
    others = root / "khác.db"
    if others.exists():
        with closing(sqlite3.connect(others)) as there:
            assert there.execute("SELECT x FROM entry").fetchall() == [(1,)]


def full(*_: object) -> None:
    raise sqlite3.OperationalError


def test_where_nothing_can_be_written_nothing_fails(
    built: Path, make: Make, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = contents(built / "dist")
    monkeypatch.setattr(FolderStore, "_write", full)
    index = built / "content/index.md"
    text = index.read_text("utf-8")
    index.write_text(text.replace("Một trang thử", "Một trang khác"), "utf-8")
    assert make(built, "site").blocking == []
    assert contents(built / "dist") != whole
    index.write_text(text, "utf-8")
    monkeypatch.undo()
    assert make(built, "site").blocking == []
    assert contents(built / "dist/public") == {
        path.removeprefix("public/"): data
        for path, data in whole.items()
        if path.startswith("public/")
    }
