"""What a preview shows at each moment: the last look, its pages, and what is wrong."""

import html
from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources
from threading import Condition, Event, Lock, Thread
from typing import Protocol

from generator.app.preview import Look, look, slipped_in
from generator.catalogue import words
from generator.diagnostics import Diagnostic
from generator.ports import World

QUIET = 0.6  # seconds without another save before everything is looked at again
_LANGUAGE = "vi"


class Pages(Protocol):
    """Renders one staged page at a time."""

    def source(self, url: str) -> str | None:
        """The staged page that is shown at an address of the site."""

    def html(self, path: str, markdown: str) -> str:
        """The page as HTML."""

    def missing(self) -> str:
        """The page that tells that there is none."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What was looked at last, and its pages."""

    look: Look
    pages: Pages


class Desk:
    """Answers requests from the last look; looks again when files have changed."""

    def __init__(self, world: World, pages_of: Callable[[Look], Pages]) -> None:
        """Look at everything once; what goes wrong here ends the command."""
        self._world, self._pages_of = world, pages_of
        self._lock, self._again, self._ended = Lock(), Event(), Event()
        self._told = Condition()
        self.version, self._failure = 0, ""
        self._shown = self._look()
        Thread(target=self._keep_looking, daemon=True).start()

    def changed(self, paths: set[str]) -> None:
        """Show a saved piece at once, and everything else soon."""
        files = {each.path: each for each in self._world.files.files() if each.path in paths}
        pieces = [file for file in files.values() if file.path.startswith("content/")]
        if len(pieces) == 1 and len(files) == 1:
            with self._lock:
                slipped = slipped_in(self._shown.look, pieces[0])
                if slipped:
                    self._shown = Shown(slipped, self._shown.pages)
                    self._tell()
        self._again.set()

    def page(self, url: str) -> tuple[bool, str]:
        """Whether there is a page at an address of the site, and what to show."""
        shown = self._shown
        path = shown.pages.source(url)
        artifact = shown.look.page(path) if path else None
        try:
            if path is None or artifact is None:
                return False, self._with_overlay(shown, "", shown.pages.missing())
            text = artifact.bytes().decode()
            return True, self._with_overlay(shown, path, shown.pages.html(path, text))
        except Exception as error:  # noqa: BLE001 - a template being edited: told on the page
            self._failure = str(error)
            return True, self._with_overlay(shown, path or "", "<!doctype html><body></body>")

    def file(self, path: str) -> bytes | None:
        """A picture, style sheet or calendar of the site."""
        artifact = self._shown.look.artifacts.get(path)
        return None if artifact is None or path.endswith(".md") else artifact.bytes()

    def wait(self, version: int, seconds: float) -> int:
        """The version that is shown once it is another one, or when the time is over."""
        with self._told:
            self._told.wait_for(lambda: self.version != version, seconds)
            return self.version

    def close(self) -> None:
        """Look no more."""
        self._ended.set()
        self._again.set()

    def _tell(self) -> None:
        with self._told:
            self.version += 1
            self._told.notify_all()

    def _look(self, last: Shown | None = None) -> Shown:
        seen = look(self._world, self._world.clock.now(), last.look if last else None)
        if last and seen.artifacts is last.look.artifacts:
            return Shown(seen, last.pages)
        return Shown(seen, self._pages_of(seen))

    def _keep_looking(self) -> None:
        while self._again.wait() and not self._ended.is_set():
            self._again.clear()
            self._ended.wait(QUIET)
            if self._again.is_set():
                continue  # somebody is still saving
            try:
                shown, failure = self._look(self._shown), ""
            except Exception as error:  # noqa: BLE001 - whatever is half written: the last look stays
                shown, failure = self._shown, str(error)
            with self._lock:
                if not self._again.is_set():  # else what was slipped in meanwhile would be lost
                    self._shown, self._failure = shown, failure
            self._tell()

    def _with_overlay(self, shown: Shown, path: str, page: str) -> str:
        overlay = _overlay(shown.look, path, self._failure, self.version)
        head, end, rest = page.rpartition("</body>")
        return f"{head}{overlay}{end}{rest}" if end else page + overlay


def _overlay(seen: Look, path: str, failure: str, version: int) -> str:
    """What stands over the page: mistakes with file and line, and facts about the piece."""
    own, others = seen.problems(path)
    lines = [_line(each) for each in (*own, *others[:20])]
    lines += [f"<li class=error>{html.escape(failure)}</li>"] if failure else []
    if len(others) > 20:  # noqa: PLR2004 - as many as can be read
        more = words("{count} more errors: loa check").format(count=len(others) - 20)
        lines.append(f"<li>{html.escape(more)}</li>")
    notes = "".join(f"<li>{html.escape(note)}</li>" for note in seen.notes(path))
    folder = resources.files("generator") / "templates" / "preview"
    style, script = ((folder / name).read_text("utf-8") for name in ("overlay.css", "overlay.js"))
    return (
        f'<aside id="loa" data-version="{version}"><style>{style}</style>'
        f'<ul class="notes">{notes}</ul><ol class="problems">{"".join(lines)}</ol></aside>'
        f'<script id="loa-script">{script}</script>'
    )


def _line(found: Diagnostic) -> str:
    where = f"{found.where.path}:{found.where.line}" if found.where.line else found.where.path
    kind = "error" if found.is_error else "warning"
    text, hint = (html.escape(each) for each in (found.message(_LANGUAGE), found.hint(_LANGUAGE)))
    return f"<li class={kind}><b>{html.escape(where)}</b> {text} <i>{hint}</i></li>"
