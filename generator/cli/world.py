"""The real world, put together for a workspace."""

from functools import partial
from pathlib import Path

from generator.adapters.clock import SystemClock
from generator.adapters.executor import HIRING, Processes, Threads
from generator.adapters.files import FolderFiles
from generator.adapters.forks import Forks
from generator.adapters.lock import files_lock
from generator.adapters.results import FolderResults
from generator.adapters.store import FolderStore
from generator.adapters.text_store import StoredTexts
from generator.adapters.typesetter import TypstTypesetter
from generator.model.memory import Memory
from generator.ports import World


def reading(root: Path) -> tuple[FolderFiles, Memory]:
    """The files of a workspace, and what earlier runs found out about them."""
    store = FolderStore(root / "build")
    return FolderFiles(root, store), Memory(StoredTexts(store))


def keep(root: Path, memory: Memory) -> None:
    """Let the next run know what this one found out; where nothing was built nothing is written."""
    if FolderStore(root / "build").is_there:
        memory.store.save()


def world(root: Path, store: FolderStore | None = None, staging: Path | None = None) -> World:
    """Adapters for everything that the engine needs; `store` if it is open already.

    `staging` is a folder for templates; without it, one of the build.
    """
    store = store or FolderStore(root / "build")
    own = (root / "assets" / "print", root / "assets" / "handoff")
    trusted = not any(folder.is_dir() for folder in own)
    return World(
        clock=SystemClock(),
        files=FolderFiles(root, store),
        typesetter=TypstTypesetter(staging or root / "build" / "typst", *own, inside=root),
        executor=Threads(),
        workers=Processes(HIRING if trusted else 0.0),
        results=FolderResults(root, store),
        memory=Memory(StoredTexts(store)),
        side_work=Forks(),
        at_rest=partial(files_lock, root),
    )
