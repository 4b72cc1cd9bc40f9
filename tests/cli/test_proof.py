"""`loa proof ID --watch`, as a designer has it open beside an editor."""

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BANNER = "bang-ron-2021-1"
PATIENCE = 60  # seconds after which a line that should come is missing


class Watching:
    """The command, while it runs."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.picture = root / "build" / "proof" / f"{BANNER}.png"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator", "-C", root, "proof", BANNER, "--watch"],
            env={**os.environ, "PYTHONPATH": str(ROOT), "LOA_LANG": "en", "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            # Ctrl-C is heard as on a terminal, also where these tests run in the background.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        for line in self.process.stdout or ():
            self._lines.put(line)

    def until(self, words: str) -> str:
        """What is said up to a line that holds these words."""
        said = ""
        while words not in said:
            try:
                said += self._lines.get(timeout=PATIENCE)
            except queue.Empty:
                pytest.fail(f"“{words}” was not said, but: {said}")
        return said

    def drawn(self) -> bytes:
        """The picture, after the next drawing."""
        self.until("drawn in")
        return self.picture.read_bytes()

    def end(self) -> int:
        """Press Ctrl-C; the code with which it ends."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self._listener.join()
        if self.process.stdout:
            self.process.stdout.close()


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    """The real campaigns with one banner alone, watched."""
    for name in ("campaigns", "assets"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "content").mkdir()
    shutil.copy(ROOT / "content" / "bang-ron" / f"{BANNER}.md", tmp_path / "content")
    watching = Watching(tmp_path)
    yield watching
    watching.close()


def test_what_is_saved_is_drawn_and_a_mistake_waits_for_the_next_save(watching: Watching) -> None:
    first = watching.drawn()
    watching.until("Watching")
    template = watching.root / "assets" / "print" / "banner-thing.typ"
    template.parent.mkdir(exist_ok=True)
    default = (ROOT / "generator/templates/print/banner-thing.typ").read_text("utf-8")
    blue = default.replace("sheet.with(job.field)", 'sheet.with("la")')
    template.write_text(blue, "utf-8")
    second = watching.drawn()
    template.write_text(f"{blue}\n#khong-co()\n", "utf-8")
    line = len(blue.splitlines()) + 2
    watching.until(f"assets/print/banner-thing.typ:{line}:")
    assert watching.picture.read_bytes() == second
    template.write_text(blue.replace('"la"', '"dat"'), "utf-8")
    third = watching.drawn()
    assert len({first, second, third}) == 3


def test_texts_and_colours_are_followed_too(watching: Watching) -> None:
    first = watching.drawn()
    watching.until("Watching")
    piece = watching.root / "content" / f"{BANNER}.md"
    text = piece.read_text("utf-8")
    piece.write_text(text.replace("Khóa vòi, vá ống", "Khóa van, vá ống"), "utf-8")
    second = watching.drawn()
    piece.write_text("", "utf-8")  # half saved
    watching.until("There is no piece")
    piece.write_text(text, "utf-8")
    assert watching.drawn() == first != second
    brand = watching.root / "assets" / "brand.yml"
    brand.write_text(brand.read_text("utf-8").replace("[85, 48, 8, 8]", "[80, 9, 9, 9]"), "utf-8")
    assert watching.drawn() != first
    assert watching.end() in {0, 1, 130}
