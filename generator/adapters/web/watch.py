"""Which files of a workspace somebody has saved, removed or renamed: told within milliseconds."""

import time
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

from generator.vietnamese.text import nfc

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent

_WATCHED = ("content", "campaigns", "assets")
_READING = frozenset({"opened", "closed_no_write"})
_GATHERED = 0.02  # seconds: editors save in several steps


class Watch:
    """Tells `on_change` of paths below the workspace until it is closed."""

    def __init__(self, root: Path, on_change: Callable[[set[str]], None]) -> None:
        from watchdog.events import FileSystemEventHandler
        from watchdog.observers import Observer

        self._root, self._changed = root, on_change
        self._paths: SimpleQueue[str] = SimpleQueue()
        self._ended = Event()
        watch = self

        class Handler(FileSystemEventHandler):
            def on_any_event(self, event: "FileSystemEvent") -> None:
                watch.note(event)

        self._observer = Observer()
        self._observer.schedule(Handler(), str(root))
        for name in _WATCHED:
            if (root / name).is_dir():
                self._observer.schedule(Handler(), str(root / name), recursive=True)
        self._observer.start()
        Thread(target=self._tell, daemon=True).start()

    def note(self, event: "FileSystemEvent") -> None:
        """Remember a path that counts: what is hidden, and what a build makes, does not."""
        if event.event_type in _READING or (event.is_directory and event.event_type == "modified"):
            return
        for path in filter(None, (event.src_path, event.dest_path)):
            name = nfc(Path(str(path)).relative_to(self._root).as_posix())
            counts = name == "mkdocs.yml" or name.partition("/")[0] in _WATCHED
            if counts and not Path(name).name.startswith((".", "~$")):
                self._paths.put("" if event.is_directory else name)

    def close(self) -> None:
        """Watch no longer."""
        self._ended.set()
        self._observer.stop()
        self._observer.join()

    def _tell(self) -> None:
        while not self._ended.is_set():
            try:
                paths = {self._paths.get(timeout=0.5)}
            except Empty:
                continue
            time.sleep(_GATHERED)
            while not self._paths.empty():
                paths.add(self._paths.get())
            self._changed(paths)
