"""Programmes of this computer: which there are, a new one, and a shortcut to one.

No path ever comes from a browser: it sends back a handle that was given out here.
"""

import os
import shutil
import sys
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from errno import EACCES
from functools import partial
from pathlib import Path
from threading import Thread

from platformdirs import user_desktop_path, user_documents_path
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Receive, Scope, Send

from generator.adapters.clock import SystemClock
from generator.adapters.disk import read_json, write, write_json
from generator.adapters.history import data_folder
from generator.adapters.starter import settings_and_brand, starter
from generator.adapters.web.server import application
from generator.adapters.workspace_folder import find_workspace
from generator.app.first_programme import ProgrammeAnswers, first_programme
from generator.catalogue import words
from generator.cli.console import Exit, _, say
from generator.cli.failures import REFUSALS
from generator.desk.entrance import FolderChoice, FolderView, entrance
from generator.desk.shortcut import shortcut
from generator.model.artifact import digest_of
from generator.model.brand import Brand
from generator.model.file import AuthoredFile
from generator.model.palette import colours_of, day, night
from generator.outputs.site.brand_files import style
from generator.source.load import load
from generator.vietnamese.slugs import slugify
from generator.vietnamese.text import fold

BRAND_FILE = "assets/brand.yml"
_RECENT = "programmes.json"
_MOST = 12
_LISTED = 500


class FirstStart:
    """Answers with the first start until a programme is open, from then on with its desk."""

    def __init__(
        self, folder: Path, desk_of: Callable[[Path], ASGIApp], guards: Sequence[Middleware]
    ) -> None:
        """`desk_of` gives the desk of a programme, behind the same `guards`."""
        folders = ProgrammeFolders(folder, self._open)
        screens = entrance(folders, SystemClock().now().year, _first_colours())
        self._app: ASGIApp = application(screens, (), guards)
        self._desk_of = desk_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a browser."""
        await self._app(scope, receive, send)

    def _open(self, root: Path) -> None:
        self._app = self._desk_of(root)


def brand_style(brand: Brand | None) -> str:
    """The colours and the type of a brand as a style sheet; nothing of none."""
    named = colours_of(brand)
    return style(brand.type, day(named), night(named)) if brand and named else ""


def _first_colours() -> str:
    """Those that a new programme begins with."""
    data = starter("", "", 0)[BRAND_FILE]
    return brand_style(load([AuthoredFile(BRAND_FILE, partial(bytes, data))], ())[0].brand)


class ProgrammeFolders:
    """Folders around `start`; `on_open` is told of the programme that somebody opens."""

    def __init__(self, start: Path, on_open: Callable[[Path], None]) -> None:
        self._start, self._opened = start.resolve(), on_open
        self._given: dict[str, Path] = {}

    def programmes(self) -> Sequence[FolderChoice]:
        """Programmes that were open before, and those that lie near."""
        found = dict.fromkeys((*_recent(), *self._near()))
        return [self._choice(path, str(path)) for path in found if _is_programme(path)][:_MOST]

    def view(self, handle: str) -> FolderView | None:
        """What lies in a folder, by name; hidden folders and what cannot be read are left out."""
        path = self._given.get(handle) if handle else self._start
        if path is None:
            return None
        inside = sorted(_folders(path), key=lambda each: fold(each.name))[:_LISTED]
        above = self._give(path.parent) if path.parent != path else ""
        choices = tuple(self._choice(each, each.name) for each in inside)
        return FolderView(str(path), above, choices, is_closed=not os.access(path, os.R_OK))

    def choose(self, handle: str) -> bool:
        """Open the programme of a folder that was given out."""
        path = self._given.get(handle)
        if path is None or not _is_programme(path):
            return False
        remember(path)
        self._opened(path)
        return True

    def place(self) -> str:
        """In which folder a new one would be made: an empty one is taken itself."""
        return str(self._start)

    def create(self, answers: ProgrammeAnswers, folder: str) -> str:
        """Write a programme into a folder that is new or empty, and open it."""
        name = slugify(folder) or slugify(f"{answers.title} {answers.year}") or "chuong-trinh"
        is_taken = _is_empty(self._start) and not slugify(folder)
        root = self._start if is_taken else self._start / name
        try:
            if not _is_empty(root):
                return words(
                    "The folder {name} holds something already: choose another name."
                ).format(name=root.name)
            _write(root, answers)
        except OSError as error:
            told = words("Nothing can be written in {folder}: {reason}.")
            reason = _(REFUSALS.get(error.errno or 0, REFUSALS[EACCES]))
            return told.format(folder=str(root.parent), reason=reason)
        remember(root)
        self._opened(root)
        return ""

    def _near(self) -> Iterator[Path]:
        """Below the folder where it was started, and below where people keep their documents."""
        for base in (self._start, user_documents_path(), user_desktop_path()):
            yield from sorted(_folders(base))

    def _choice(self, path: Path, name: str) -> FolderChoice:
        return FolderChoice(self._give(path), name, _is_programme(path))

    def _give(self, path: Path) -> str:
        handle = digest_of(str(path))[:16]
        self._given[handle] = path
        return handle


def remember(root: Path) -> None:
    """Keep which programme was open last; where that cannot be written it is not known again."""
    known = [str(root), *(str(path) for path in _recent() if path != root)]
    try:
        write_json(data_folder() / _RECENT, {"programmes": known[:_MOST]})
    except OSError:
        return


def _recent() -> list[Path]:
    kept = read_json(data_folder() / _RECENT).get("programmes")
    return [Path(each) for each in kept if isinstance(each, str)] if isinstance(kept, list) else []


def _folders(path: Path) -> list[Path]:
    try:
        with os.scandir(path) as entries:
            return [Path(e.path) for e in entries if not e.name.startswith(".") and e.is_dir()]
    except OSError:
        return []


def _is_programme(path: Path) -> bool:
    try:
        return find_workspace(path) == path
    except OSError:
        return False


def _is_empty(path: Path) -> bool:
    return not path.exists() or (path.is_dir() and not any(path.iterdir()))


def _write(root: Path, answers: ProgrammeAnswers) -> None:
    """Settings last: a folder with them is a programme. What is not whole is taken away again.

    Raises:
        OSError: the disk is full, or nobody may write there.
    """
    about = f"{answers.title} ở {answers.place}, năm {answers.year}."
    files = settings_and_brand(answers.title, answers.url, about, answers.owner)
    files |= {path: text.encode() for path, text in first_programme(answers).items()}
    was_there = root.exists()
    try:
        for path in sorted(files, key=lambda path: path == "mkdocs.yml"):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(files[path])
    except OSError:
        for part in {root / path.partition("/")[0] for path in files}:
            shutil.rmtree(part) if part.is_dir() else part.unlink(missing_ok=True)
        if not was_there and root.is_dir():
            root.rmdir()
        raise


def show_in_browser(url: str) -> None:
    """Open an address beside; where there is no browser it stands in the terminal all the same."""
    Thread(target=webbrowser.open_new_tab, args=(url,), daemon=True).start()


def put_shortcut(root: Path) -> None:
    """Write a shortcut to the desk of a programme, unless something of that name is there."""
    name, text = shortcut(sys.platform, sys.executable, str(root), root.name)
    path = user_desktop_path() / name
    if os.path.lexists(path):
        say("{path} cannot be made: a file of that name is in the way.", err=True, path=path)
        sys.exit(Exit.USAGE)
    try:
        write(path, [text.encode()])
        path.chmod(0o755)
    except OSError as error:
        say("{path} cannot be written: {reason}", err=True, path=path, reason=error.strerror)
        sys.exit(Exit.USAGE)
    say("A shortcut: {path}", path=path)
