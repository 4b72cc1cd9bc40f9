"""What all commands share: the language, the workspace, the moment."""

import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date, datetime
from enum import IntEnum
from importlib import import_module
from importlib.util import find_spec
from io import TextIOWrapper
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, NoReturn, TextIO, TypeVar

import click

from generator.catalogue import LANGUAGES, translate
from generator.diagnostics import Diagnostic, render_text

T = TypeVar("T")

_LEADS = 3  # of more problems than these a line would say too much

NO_FILES = {
    stat.S_ISDIR: "a folder",
    stat.S_ISFIFO: "a pipe between programs (FIFO)",
    stat.S_ISSOCK: "a socket between programs",
    stat.S_ISCHR: "a device",
    stat.S_ISBLK: "a device",
}
"""What has the name of a file and is none: it may never end."""
LANGUAGE = os.environ.get("LOA_LANG", "vi") if os.environ.get("LOA_LANG") in LANGUAGES else "vi"


TYPES = frozenset({"boolean", "float", "float range", "integer", "integer range"})
"""What click calls the values of options, in errors and in the help."""


class Exit(IntEnum):
    """How a command ends."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    FAULT = 3
    INTERRUPT = 130  # by Ctrl-C, as shells have it: 128 and the number of the signal


def _(message: str, **details: object) -> str:
    text = translate(message, LANGUAGE)
    return text.format_map(details) if details else text


def refuse(message: str, **details: object) -> NoReturn:
    """Say what a person has typed wrongly, in their language. Raises click.UsageError."""
    raise click.UsageError(_(message, **details))


def named_plan(plans: Mapping[str, T], name: str) -> T:
    """The plan of this id among those that are there. Raises click.UsageError."""
    if name not in plans:
        shown = ", ".join(sorted(plans)) or "–"
        refuse("There is no campaign “{id}”; there are: {known}.", id=name, known=shown)
    return plans[name]


def in_words(start: date, until: date | None = None) -> str:
    """A moment or a day in the user's language."""
    from generator.vietnamese.dates import moment_in_words

    return moment_in_words(start, until, language=LANGUAGE)


def names_in(package: str) -> list[str]:
    """Names of a package's modules alone: importing them takes longer than a help may take."""
    spec = find_spec(f"generator.{package}")
    folders = spec.submodule_search_locations if spec else None
    return sorted(module.name for module in iter_modules(folders or ()))


def say(message: str, *, err: bool = False, **details: object) -> None:
    """Print a message in the user's language."""
    click.echo(_(message).format_map(details), err=err)


def tell(diagnostics: Sequence[Diagnostic], *, err: bool = False) -> None:
    """Print diagnostics for a person, with colour on a terminal."""
    stream = sys.stderr if err else sys.stdout
    colour = is_live(stream) and not os.environ.get("NO_COLOR")
    text = render_text(diagnostics, LANGUAGE, colour=colour)
    click.echo(text + of_keys(diagnostics), nl=False, err=err)


def is_live(stream: TextIO) -> bool:
    """Whether it is a terminal that knows colours, and lines that are drawn again."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def of_keys(diagnostics: Sequence[Diagnostic]) -> str:
    """One line below problems of keys: the command that tells of the first of these."""
    leads = list(dict.fromkeys(each.lead for each in diagnostics if each.lead))[:_LEADS]
    message = _("What these keys mean and how they are written: loa keys {keys}")
    return f"{message.format(keys=' '.join(leads))}\n" if leads else ""


def tell_of_others(every: Sequence[Diagnostic], selection: Sequence[Diagnostic]) -> None:
    """Say how many of all problems were not told, since what is done does not depend on them."""
    if count := len(every) - len(selection):
        message = "Problems that have no part in this: {count}. See them: loa check"
        say(message, err=True, count=count)


def workspace(folder: Path) -> Path:
    """The workspace around a folder, whole even if a build was killed; or ends the command."""
    from generator.adapters.lock import make_whole
    from generator.adapters.workspace_folder import find_workspace

    found = find_workspace(folder.resolve())
    if found is None:
        message = _(
            "No workspace here: a folder with mkdocs.yml and campaigns/ is needed. "
            "Go there, name it with -C DIR, or make one: loa init DIR."
        )
        raise click.UsageError(message)
    for path in make_whole(found):
        say("{path} has been changed meanwhile and is left alone.", path=path, err=True)
    return found


@contextmanager
def alone(root: Path, *, with_results: bool = False) -> Iterator[None]:
    """Hold the files of a workspace while they are changed, or end the command.

    Whoever changes results as well is refused at once where a build runs.
    """
    from generator.adapters.lock import BusyError, files_lock, workspace_lock

    try:
        with workspace_lock(root) if with_results else nullcontext(), files_lock(root, 3.0):
            yield
    except BusyError:
        raise click.ClickException(_("Another loa is at work here; try again.")) from None


class Moment(click.ParamType[datetime]):
    """A day or a moment: 2021-05-01, 1/5/2021 or 2021-05-01T06:30.

    Days begin at midnight in Hà Nội.
    """

    name = "moment"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> datetime:
        """The moment, zoned."""
        from generator.planning.visibility import start_of
        from generator.vietnamese.dates import read_date, read_datetime
        from generator.vietnamese.reasons import ReadingError

        if isinstance(value, datetime):
            return value
        for read in (read_datetime, read_date):
            try:
                return start_of(read(value))
            except ReadingError:
                continue
        message = _("“{value}” is no date; write 2021-05-01 or 1/5/2021.", value=value)
        raise click.BadParameter(message, ctx, param)


class Folder(click.ParamType[Path]):
    """A folder that is there."""

    name = "folder"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        """Its path."""
        if not Path(value).is_dir():
            message = _("there is no folder “{value}”.", value=value)
            raise click.BadParameter(message, ctx, param)
        return Path(value)


def regular(file: Path) -> Path:
    """A file that can be read to its end; or ends the command and says what it is instead."""
    try:
        mode = file.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        refuse("There is no file {file}.", file=file)
    for is_such, what in NO_FILES.items():
        if is_such(mode):
            message = _("{file} is {what}, not a file.", file=file, what=_(what))
            raise click.UsageError(message)
    return file


def folder_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`-C DIR`: work in another folder than this one."""
    return click.option(
        "-C",
        "folder",
        type=Folder(),
        default=Path(),
        metavar="DIR",
        help=_("Work in this folder; the workspace is found from it upwards."),
    )(command)


def moment_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--as-of`: see everything as of another moment."""
    return click.option(
        "--as-of",
        type=Moment(),
        metavar="DAY",
        help=_("See everything as of this day or moment instead of now, for example 2021-05-01."),
    )(command)


def speak() -> None:
    """Write UTF-8, whatever the terminal's own encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _numbered(one: str, many: str, number: int) -> str:
    return _(one if number == 1 else many)


def _clicks(message: str) -> str:
    """A message of click; all numbers of our options are whole."""
    if message == "{value!r} is not a valid {number_type}.":
        return _("{value!r} is not a whole number.")
    return _(message)


def _teach_click() -> None:
    """Let click's words pass through our catalogue: it looks them up in globals of its modules.

    Before any command is declared: some words are looked up then.
    """
    for name in ("core", "decorators", "exceptions", "formatting", "parser", "types"):
        known = import_module(f"click.{name}").__dict__
        ours = {"_": _clicks, "ngettext": _numbered}
        known.update({word: ours[word] for word in ours.keys() & known.keys()})
    for kind in vars(click.types).values():
        if isinstance(kind, type) and getattr(kind, "name", None) in TYPES:
            kind.name = _(kind.name)  # type: ignore[attr-defined] # it has one


_teach_click()


def quarter_in(text: str) -> tuple[int | None, int]:
    """The quarter that a person types, its year where there is one. Raises click.UsageError."""
    from generator.vietnamese.dates import read_quarter
    from generator.vietnamese.reasons import ReadingError

    try:
        return read_quarter(text)
    except ReadingError:
        refuse("“{value}” is no quarter; write II or II/2021.", value=text)
