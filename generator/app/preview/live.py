"""What a preview shows at each moment: the last look, its pages, and what is wrong."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from threading import Condition, Event, Lock, Thread

from generator.app.preview.page_overlay import with_overlay
from generator.app.preview.update import slipped_in
from generator.app.preview.view import EditorView, look
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import addresses
from generator.model.artifact import Artifact, NotMadeError
from generator.outputs.site.frame import Frame
from generator.ports import World

NOT_SHOWN = Rule(
    "preview-fault",
    "This page cannot be shown: {problem}",
    "Report it: this is a fault of loa. The pages before stay as they were.",
)
QUIET = 0.6  # seconds without another save before everything is looked at again
_KEPT = 64  # files that are kept as they were made: proofs take a second


@dataclass(frozen=True, slots=True)
class PreviewState:
    """What was looked at last, and the frame of its pages.

    `style` names their colours and type; `troubles` are why they are not as they were saved last.
    """

    look: EditorView
    frame: Frame
    style: str
    troubles: tuple[Diagnostic, ...] = ()


class LivePreview:
    """Answers requests from the last look; looks again when files have changed."""

    def __init__(
        self,
        world: World,
        theme: Mapping[str, Artifact],
        kept_bytes: Callable[[Artifact], bytes | None],
    ) -> None:
        """Look at everything once; what goes wrong here ends the command.

        `theme` are the files that pages load whatever they say, by path; `kept_bytes` gives the
        bytes of what need not be made again.
        """
        self._world, self._theme, self._known = world, theme, kept_bytes
        self._lock, self._again, self._ended = Lock(), Event(), Event()
        self._told = Condition()
        self._making: dict[str, Lock] = {}
        began = world.clock.now()
        self._began, self._count = int(began.timestamp() * 1000), 0
        self._made: dict[str, bytes] = {}
        self._refused: dict[str, tuple[Diagnostic, ...]] = {}
        first = look(world, began)
        self._shown = PreviewState(first, first.frame, first.style)
        Thread(target=self._keep_looking, daemon=True).start()

    @property
    def version(self) -> str:
        """Names what is shown now; never the same as before a restart."""
        return f"{self._began}.{self._count}"

    def update(self, paths: set[str]) -> None:
        """Show saved pieces at once, and everything else soon."""
        self._again.set()
        with self._lock:
            slipped = slipped_in(self._shown.look, paths)
            if slipped:
                self._shown = self._of(slipped)
        if slipped:
            self._tell()

    def page(self, url: str) -> tuple[bool, str]:
        """Whether there is a page at an address of the site, and what to show."""
        shown, version = self._shown, self.version
        path, troubles = "", [*shown.troubles]
        try:
            artifact = shown.look.page(staged_at(url))
            path = artifact.path if artifact else ""
            said = artifact.page if artifact else None
            page = shown.frame.html(said) if said else shown.frame.missing()
        except Exception as error:  # noqa: BLE001 - whatever it is: told on the page
            page = "<!doctype html><body></body>"
            troubles.append(_told(error))
        troubles += self._refusals(shown.look)
        facts = {"version": version, "style": shown.style, "proof": shown.look.proof(path)}
        return bool(path), with_overlay(page, shown.look, path, troubles, facts)

    def file(self, path: str) -> Artifact | None:
        """A picture, style sheet, proof or calendar of the site."""
        return self._theme.get(path) or self._shown.look.file(path)

    def content_of(self, artifact: Artifact) -> bytes | None:
        """Its bytes; None if it cannot be made, which the pages then tell."""
        with self._making.setdefault(artifact.digest, Lock()):
            if artifact.digest in self._refused:
                return None
            try:
                had = self._made.pop(artifact.digest, None) or self._known(artifact)
                data = had or artifact.bytes()
            except NotMadeError as error:
                self._refused[artifact.digest] = error.diagnostics
                self._tell()
                return None
            self._made[artifact.digest] = data  # at the end: used last
        with self._lock:
            while len(self._made) > _KEPT:
                self._made.pop(next(iter(self._made)), None)
        return data

    def wait(self, version: str, seconds: float) -> str:
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
            self._count += 1
            self._told.notify_all()

    def _of(self, seen: EditorView, *, afresh: bool = False) -> PreviewState:
        """A look with what renders it: made again where the navigation or all has changed."""
        last, frame = self._shown, seen.frame
        if not afresh and frame == last.frame:
            return PreviewState(seen, last.frame, last.style, last.troubles)
        return PreviewState(seen, frame, seen.style)

    def _keep_looking(self) -> None:
        while self._again.wait() and not self._ended.is_set():
            self._again.clear()
            self._ended.wait(QUIET)
            if self._again.is_set():
                continue  # somebody is still saving
            before = self._shown
            try:
                shown = self._of(
                    look(self._world, self._world.clock.now(), before.look), afresh=True
                )
            except Exception as error:  # noqa: BLE001 - whatever is half written: the last look stays
                shown = replace(before, troubles=(_told(error),))
            with self._lock:
                if self._shown is before:  # else what was slipped in meanwhile would be lost
                    self._shown = shown
            self._tell()

    def _refusals(self, seen: EditorView) -> Iterator[Diagnostic]:
        """What could not be made when a browser asked for it."""
        for made in seen.artifacts["print"] if self._refused else ():
            yield from self._refused.get(made.digest, ())


def staged_at(url: str) -> str:
    """Where the page that is shown at an address is staged."""
    return posixpath.join(url.strip("/"), addresses.PAGE)


def _told(error: Exception) -> Diagnostic:
    return NOT_SHOWN.at(Location("loa preview"), problem=f"{type(error).__name__}: {error}")
