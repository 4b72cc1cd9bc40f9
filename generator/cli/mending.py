"""Show what `loa check --fix` changes, and write it."""

from collections.abc import Collection
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import say

if TYPE_CHECKING:
    from generator.adapters.files import FolderFiles
    from generator.app.fix import Fix
    from generator.model.workspace import Workspace


def mend(
    workspace: "Workspace",
    files: "FolderFiles",
    only: Collection[str] = (),
    *,
    write: bool,
    err: bool,
) -> int:
    """Print each change as a difference; write it, unless it is only to be shown.

    Returns how many files were written.
    """
    from generator.adapters.disk import rewrite
    from generator.app.fix import fixes

    done = 0
    found = fixes(workspace, files, only)
    for fix in found:
        _show(fix, err=err)
        if write and rewrite(files.root / fix.edit.path, fix.data, fix.edit.after.encode()):
            done += 1
        elif write:
            say("{path} has been changed meanwhile and is left alone.", path=fix.edit.path, err=err)
    if not found:
        say("Nothing that can be mended by itself.", err=err)
    elif write:
        say("{count} files mended.", count=done, err=err)
    else:
        say("{count} files would change. Next: loa check --fix", count=len(found), err=err)
    return done


def _show(fix: "Fix", *, err: bool) -> None:
    before, after = fix.edit.before.splitlines(), fix.edit.after.splitlines()
    path = str(Path(fix.edit.path))
    lines = unified_diff(before, after, path, path, n=0, lineterm="")
    click.echo("\n".join(lines), err=err)
