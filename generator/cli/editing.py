"""What all commands share that change files of the workspace: one door, and a way back."""

import getpass
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.console import Exit, _, alone, refuse, say, tell, workspace

if TYPE_CHECKING:
    from generator.app.check import CheckReport
    from generator.app.editing.edit_kinds import Edit
    from generator.model.revision import Changeset, Revision
    from generator.ports import History


def dry_run_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--dry-run`: what would change."""
    words = _("Only show what would change.")
    return click.option("--dry-run", is_flag=True, help=words)(command)


def text_of(value: str, name: str) -> str:
    """What a person gave in words, as one line; ends the command where it is none."""
    line = " ".join(value.split())
    if not line or not line.isprintable():
        message = _("{option} needs a line of words.", option=name)
        raise click.UsageError(message)
    return line


def change(
    folder: Path, names: Sequence[str], edit_of: "Callable[[str], Edit]", *, dry_run: bool
) -> None:
    """Edit the pieces that are named: show it, write it, and tell what is new; or end."""

    def edits(checked: "CheckReport", root: Path) -> "list[Edit]":
        return [*map(edit_of, dict.fromkeys(meant_path(checked, root, name) for name in names))]

    apply_edits(folder, edits, dry_run=dry_run)


def apply_edits(
    folder: Path, edits_of: "Callable[[CheckReport, Path], Sequence[Edit]]", *, dry_run: bool
) -> None:
    """Make the edits that follow from a workspace as it is: show, write and tell; or end."""
    from generator.adapters.clock import SystemClock
    from generator.adapters.disk import read_json
    from generator.app.check import CheckScope, check
    from generator.app.editing import apply
    from generator.cli.world import reading
    from generator.model.edition import Edition

    root = workspace(folder)
    with nullcontext() if dry_run else alone(root):
        (files, memory), now = reading(root), SystemClock().now()
        asked = CheckScope(now, Edition.read(read_json(root / "dist" / "edition.json")))
        checked = check(files, now, memory, asked)
        outcome = apply(edits_of(checked, root), files, checked, asked, memory)
        if outcome.changeset is None:
            tell(outcome.findings, err=True)
            say("Nothing was changed.", err=True)
            sys.exit(Exit.CONTENT)
        if not outcome.changeset.revisions:
            say("Nothing changes: it is so already.")
            return
        show(outcome.changeset)
        if not dry_run:
            save(root, outcome.changeset)
    tell(outcome.findings)
    if not dry_run:
        say("Next: loa check. To take it back: loa undo")


def save(root: Path, changeset: "Changeset") -> None:
    """Write all of it and keep it in the history, or end; whoever calls holds the lock."""
    from generator.adapters.history import SqliteHistory

    history = SqliteHistory(root)
    changed, number = attempt(root, changeset, history, user())
    for path in changed:
        say("{path} has been changed meanwhile and is left alone.", path=path, err=True)
    if number:
        say(
            "Nothing was changed. What was to be written is kept: loa undo --show {number}",
            number=number,
            err=True,
        )
    tell_troubles(history)
    if changed:
        sys.exit(Exit.CONTENT)


def attempt(
    root: Path, changeset: "Changeset", history: "History", who: str
) -> tuple[list[str], int | None]:
    """Write all of it, unless somebody has changed one of the files; whoever calls holds the lock.

    Returns the files that somebody has changed, and the number under which what was to be written
    is kept then.
    """
    from generator.adapters import saving
    from generator.adapters.clock import SystemClock

    now = SystemClock().now()
    numbers = list[int | None]()

    def remember() -> None:
        numbers.append(history.keep(changeset, who, now))

    try:
        changed = saving.save(root, changeset.revisions, remember)
    except OSError:
        for number in filter(None, numbers):
            history.forget(number)
        raise
    kept = history.keep(changeset, who, now, is_saved=False) if changed else None
    return changed, kept


def save_new(root: Path, why: str, files: "dict[str, bytes]", about: str = "") -> None:
    """Write files where none are, as `save` does; or end."""
    from generator.model.revision import Changeset, Revision

    for path in files:
        if os.path.lexists(root / path) or _is_in_the_way(root, path):
            say("{path} cannot be made: a file of that name is in the way.", err=True, path=path)
            sys.exit(Exit.USAGE)
    revisions = [Revision(path, None, data) for path, data in files.items()]
    save(root, Changeset.of(why, revisions, [about] if about else ()))


def tell_troubles(history: "History") -> None:
    """What is wrong with the history."""
    for message, details in history.troubles:
        say(message, err=True, **details)


def show(changeset: "Changeset", *, around: int = 0, err: bool = False) -> None:
    """Print what changes, as differences, with so many lines around each."""
    for before, after in _pairs(changeset.revisions):
        old, new = str(Path(before.path)), str(Path(after.path))
        texts = _lines(before.before), _lines(after.after)
        lines = list(unified_diff(*texts, old, new, n=around, lineterm=""))
        shown = lines or [f"{old} → {new}"]
        click.echo("\n".join(shown), err=err)


def _pairs(revisions: "Sequence[Revision]") -> "Iterator[tuple[Revision, Revision]]":
    """A file before and after; of one that moves, the file that is gone and the one that comes."""
    gone = [each for each in revisions if each.after is None]
    for each in revisions:
        if each.after is not None:
            moved = [g for g in gone if each.before is None and _is_like(g, each)]
            gone = [g for g in gone if g not in moved[:1]]
            yield (moved[0] if moved else each), each
    yield from ((each, each) for each in gone)


def _is_like(gone: "Revision", come: "Revision") -> bool:
    is_text = gone.path.endswith(".md") and come.path.endswith(".md")
    return is_text or gone.before == come.after


def _lines(data: bytes | None) -> list[str]:
    return [] if data is None or b"\0" in data else data.decode("utf-8", "replace").splitlines()


def _is_in_the_way(root: Path, path: str) -> bool:
    """Whether a file lies where a folder is needed."""
    above = (parent for parent in (root / path).parents if parent.is_relative_to(root))
    return any(parent.exists() and not parent.is_dir() for parent in above)


def meant_path(report: "CheckReport", root: Path, name: str) -> str:
    """The file of a piece that is named by its id, its file or its title; or ends the command."""
    from generator.app.editing.target import target

    found = target(report, _inside(root, name))
    if found.path:
        return found.path
    if found.several:
        refuse(
            "“{name}” is the name of several pieces; name the file of one: {known}.",
            name=name,
            known=_joined(found.several),
        )
    message = _("There is no piece “{name}”.")
    if found.near:
        message += " " + _("Is one of these meant: {known}?")
    raise click.UsageError(message.format(name=name, known=_joined(found.near)))


def _inside(root: Path, name: str) -> str:
    """A path from where one is as a path from the workspace; any other name as it is."""
    path = Path(name)
    if path.is_file() and path.resolve().is_relative_to(root):
        return unicodedata.normalize("NFC", path.resolve().relative_to(root).as_posix())
    return name


def _joined(names: Iterable[str]) -> str:
    return ", ".join(names)


def user() -> str:
    """Who sits at the computer, as far as it knows."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
