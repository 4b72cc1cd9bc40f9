"""The real world, put together for a workspace."""

from pathlib import Path

from generator.adapters.clock import SystemClock
from generator.adapters.executor import Processes, Threads
from generator.adapters.files import FolderFiles
from generator.adapters.memory import FolderStore
from generator.adapters.results import FolderResults
from generator.adapters.typesetter import TypstTypesetter
from generator.model.memory import Memory
from generator.ports import World


def world(root: Path) -> World:
    """Adapters for everything that the engine needs."""
    return World(
        clock=SystemClock(),
        files=FolderFiles(root),
        typesetter=TypstTypesetter(
            root / "build" / "typst", root / "assets" / "print", root / "assets" / "handoff"
        ),
        executor=Threads(),
        workers=Processes(),
        results=FolderResults(root),
        memory=Memory(FolderStore(root / "build" / "memory")),
    )
