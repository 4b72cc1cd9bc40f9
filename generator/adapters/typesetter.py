"""Typst: templates and inputs in, PDF out. Fonts come with us, not from the machine."""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, wait
from functools import cache, cached_property, partial
from importlib import resources
from importlib.metadata import version
from math import inf
from pathlib import Path
from threading import Lock, Thread, get_ident
from time import monotonic, process_time
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from generator import __version__
from generator.adapters import page_fonts
from generator.adapters.disk import make_folder, remove
from generator.adapters.opening import files_below, remove_strangers
from generator.adapters.template_source import TemplateSource, template_source
from generator.adapters.typst_errors import typeset_error
from generator.model.artifact import digest_of
from generator.model.typesetting import Lack, TypesetError

if TYPE_CHECKING:
    import typst

T = TypeVar("T")

NO_TEMPLATE = "there is no such template"
MISSING_GLYPHS = "the font has no glyph for {}"
PACKAGE = "packages from the Internet are not used"
PATIENCE = 60.0  # seconds; the largest of our own pages takes two
WORK = 10.0
"""Seconds of the processor, of which a busy machine gives as many, that an author's template may
take: it sets one page, and a workspace has dozens."""
TOO_LONG = "stopped after {:.0f} seconds"
_LOOK = 0.2  # seconds between two looks at what was taken

_MAKERS = ("typst", page_fonts.FONT_PACKAGE, "pikepdf", "pypdfium2", "pillow")
_DEFAULTS = tuple(
    resources.files("generator") / "templates" / name for name in ("print", "handoff")
)
_PDF: Mapping[str, Any] = {"pdf_standards": "1.6", "pdf_tags": False}
_ONE_AT_A_TIME = Lock()
"""A compiler that two threads use at once refuses; each process has its own lock."""


class TypstTypesetter:
    """Sets the templates of a workspace: of what is printed, and of what partners receive.

    `overrides` are folders whose templates stand before the package's own, file by file.
    They must lie in the folder `inside`, so that none is a link to elsewhere. `staging` is a
    folder of the build that this object may fill: Typst reads from there only.
    One object serves many pieces; each process needs its own.
    """

    def __init__(self, staging: Path, *overrides: Path, inside: Path | None = None) -> None:
        self._staging = staging
        self._overrides = overrides
        self._inside = inside
        self.stage()

    def __reduce__(self) -> tuple[object, ...]:
        """What another process needs; each makes one compiler of its own and keeps it."""
        return _of_this_process, (self._staging, self._inside, *self._overrides)

    def digest(self, *templates: str) -> str:
        """Names templates (all, if none is named) with all that they import, fonts, programs."""
        named = templates or self._names()
        names = sorted(self._imported(f"{template}.typ" for template in named))
        paths = [self._staging / name for name in names]
        contents = [part for path in paths for part in (path.name, path.read_bytes())]
        return digest_of(__version__, *_versions(), page_fonts.letters_digest(), *contents)

    def _imported(self, names: Iterable[str]) -> set[str]:
        """These files and those that they name, of those that lie there."""
        found: set[str] = set()
        left = list(names)
        while left:
            name = left.pop()
            source = template_source(self._staging / name) if name not in found else None
            if source is not None:
                found.add(name)
                left += source.names
        return found

    def _sources(self, template: str) -> Iterator[tuple[str, TemplateSource]]:
        """The file of a template and those that it names, in the order of their names."""
        for name in sorted(self._imported([template])):
            source = template_source(self._staging / name)
            if source is not None:
                yield name, source

    def stage(self) -> None:
        """Lay the templates out; again, after a template was edited."""
        sources = {
            entry.name: entry.read_bytes()
            for folder in _DEFAULTS
            for entry in folder.iterdir()
            if entry.name.endswith(".typ")
        }
        for folder in self._overrides:
            own = files_below(folder, self._inside or folder)
            sources |= {n: data for n, data in own if n.endswith(".typ") and "/" not in n}
        make_folder(self._staging)
        remove_strangers(self._staging)
        for old in self._staging.glob("*.typ"):
            if old.name not in sources:
                remove(old)
        for name, content in sources.items():
            _write(self._staging / name, content)
        self._endless: dict[str, str] = {}  # the digest with which each took too long

    def svg(
        self, template: str, inputs: Mapping[str, str], files: Mapping[str, bytes] | None = None
    ) -> bytes:
        """The same page as SVG, its letters drawn as paths. Raises TypesetError."""
        return self._set(template, inputs, files, "svg")

    def pdf(
        self, template: str, inputs: Mapping[str, str], files: Mapping[str, bytes] | None = None
    ) -> bytes:
        """The PDF of `template` («banner-words»), with `inputs` as `sys.inputs`.

        `files` are laid beside the templates under `files/`; a name must stand for one content,
        since pieces share the folder.

        Raises:
            TypesetError: the template has an error, a text does not fit its slot, or the font
                lacks a character.
        """
        return self._set(template, inputs, files, "pdf")

    def _set(
        self,
        template: str,
        inputs: Mapping[str, str],
        files: Mapping[str, bytes] | None,
        form: Literal["pdf", "svg"],
    ) -> bytes:
        self._refuse_missing(template, inputs)
        for name, content in (files or {}).items():
            _write(self._staging / "files" / name, content)
        source = self._staging / f"{template}.typ"
        if not source.is_file():
            lack = Lack("template", template, tuple(sorted(self._names())))
            raise TypesetError(NO_TEMPLATE, source.name, lack=lack)
        self._refuse_packages(source.name)
        return self._compile(source, inputs, form)

    def _compile(
        self, source: Path, inputs: Mapping[str, str], form: Literal["pdf", "svg"]
    ) -> bytes:
        import typst

        endless = self._endless.get(source.name)
        if endless and endless == self.digest(source.stem):
            raise TypesetError(
                TOO_LONG.format(WORK), source.name
            )  # of thirty pieces only the first waits
        compile_it = partial(
            self._compiler.compile_with_warnings,
            input=source,
            format=form,
            sys_inputs=dict(inputs),
            timestamp=0,
            **(_PDF if form == "pdf" else {}),
        )
        try:
            with _ONE_AT_A_TIME:
                made, warnings = _in_time(compile_it, WORK if self._taking_part(source) else inf)
        except typst.TypstError as error:
            raise self._error(error, source.name) from None
        except TimeoutError:
            self._endless[source.name] = self.digest(source.stem)
            del self._compiler  # which is still at it
            raise TypesetError(TOO_LONG.format(WORK), source.name) from None
        for warning in warnings:  # an unknown font draws nothing: what Typst only warns of is wrong
            raise self._error(warning, source.name)
        return b"".join([made] if isinstance(made, bytes) else made or [])

    def _refuse_packages(self, template: str) -> None:
        """What is fetched may be another tomorrow, and the same input must give the same file."""
        for name, source in self._sources(template):
            if source.package:
                raise TypesetError(PACKAGE, name, *_place(source.package))

    def _names(self) -> set[str]:
        return {path.stem for path in self._staging.glob("*.typ")}

    def _error(self, error: "typst.TypstError | typst.TypstWarning", template: str) -> TypesetError:
        """The error at the line of whoever wrote a template of their own, else of this one."""
        taking_part = self._taking_part(self._staging / template)
        own = {name: (self._staging / name).read_text("utf-8", "replace") for name in taking_part}
        return typeset_error(error, template, own, sorted(self._names()))

    def _taking_part(self, source: Path) -> list[str]:
        """The files of an author's own of which a template is made."""
        mine = {path.name for folder in self._overrides for path in folder.glob("*.typ")}
        return sorted(mine & self._imported([source.name]))

    @cached_property
    def _compiler(self) -> "typst.Compiler":
        import typst

        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=page_fonts.folders(),
        )
        return typst.Compiler(root=self._staging, font_paths=fonts, ignore_system_fonts=True)

    def _refuse_missing(self, template: str, inputs: Mapping[str, str]) -> None:
        texts = [source.text for _, source in self._sources(f"{template}.typ")]
        families = page_fonts.families_of(texts)
        known = page_fonts.characters(families)
        if all("\\" not in value and known.issuperset(value) for value in inputs.values()):
            return  # nothing is written otherwise than it is drawn
        drawn = set[str]().union(*(text for value in inputs.values() for text in _texts(value)))
        missing = tuple(sorted(drawn - known))
        if missing:
            raise TypesetError(
                MISSING_GLYPHS.format(" ".join(missing)), f"{template}.typ", missing=missing
            )


@cache
def _of_this_process(staging: Path, inside: Path | None, *overrides: Path) -> TypstTypesetter:
    return TypstTypesetter(staging, *overrides, inside=inside)


def _in_time(work: Callable[[], T], most: float) -> T:
    """What comes of it within `PATIENCE` and `most` seconds of this process at work.

    Typst itself goes on until the process ends.

    Raises:
        TimeoutError: it took longer.
    """
    done: Future[T] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
            done.set_exception(error)

    Thread(target=run, daemon=True).start()
    begun, worked = monotonic(), process_time()
    while not done.done() and monotonic() - begun < PATIENCE and process_time() - worked < most:
        wait([done], _LOOK)
    if not done.done():
        raise TimeoutError
    return done.result()


def _place(match: re.Match[bytes]) -> tuple[int, int]:
    """Line and column, from 1."""
    before = match.string[: match.start()]
    return before.count(b"\n") + 1, len(before) - before.rfind(b"\n")


def _texts(value: str) -> Iterator[str]:
    """Every text in an input, which is a JSON text or the text itself."""
    try:
        yield from _strings(json.loads(value))
    except ValueError:
        yield value


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def _write(path: Path, content: bytes) -> None:
    """Write beside, then replace, and only what changed: others may be reading or writing."""
    if path.is_file() and path.read_bytes() == content:
        return
    make_folder(path.parent)
    beside = path.with_name(f".{path.name}.{os.getpid()}.{get_ident()}")
    beside.write_bytes(content)
    if path.is_dir():
        remove(path)
    beside.replace(path)


@cache
def _versions() -> list[str]:
    return [f"{package} {version(package)}" for package in _MAKERS]
