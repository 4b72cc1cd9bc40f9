"""Show what `loa check --fix` changes, and write it."""

from collections.abc import Collection
from contextlib import nullcontext
from typing import TYPE_CHECKING

from generator.cli.console import alone, say
from generator.cli.editing import save, show

if TYPE_CHECKING:
    from generator.adapters.files import FolderFiles
    from generator.model.workspace import Workspace

MENDING_TITLE = "Mended: {about}"


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
    from generator.app.fix import fixes
    from generator.model.revision import Changeset

    with alone(files.root) if write else nullcontext():
        changeset = Changeset.of(MENDING_TITLE, fixes(workspace, files, only))
        show(changeset, err=err)
        count = len(changeset.revisions)
        if not count:
            say("Nothing that can be mended by itself.", err=err)
        elif write:
            save(files.root, changeset)
            say("{count} files mended.", count=count, err=err)
        else:
            say("{count} files would change. Next: loa check --fix", count=count, err=err)
    return count if write else 0
