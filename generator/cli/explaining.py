"""`loa build --explain PATH`: why a result was made again, or was not."""

from difflib import get_close_matches
from pathlib import Path

import click

from generator.adapters.disk import below
from generator.cli.console import _
from generator.ports import Why


def result_of(root: Path, path: str) -> str:
    """The result that a person names, as a path below `dist/`.

    A page may be named by its address. Raises click.UsageError when there is none.
    """
    known = set(below(root / "dist"))
    words = path.replace("\\", "/")
    words = words.removeprefix(f"{root.as_posix()}/").removeprefix("./").removeprefix("dist/")
    page = f"{words.rstrip('/')}/index.html".lstrip("/")
    for name in (words, f"public/{words}", page, f"public/{page}"):
        if name in known:
            return name
    message = _("There is no result “{path}” in dist/.", path=path)
    near = get_close_matches(words.rpartition("/")[2], [n.rpartition("/")[2] for n in known], 1)
    found = sorted(name for name in known if near and name.endswith(near[0]))
    if found:
        message += " " + _("Did you mean {path}?", path=found[0])
    raise click.UsageError(message)


def explanation(path: str, why: Why) -> str:
    """A sentence for a person."""
    if why.first:
        words = _("{path} is new.")
    elif not why.is_made and why.inputs:
        words = _("{path} was not made again: {inputs} – nothing of it has changed.")
    elif not why.is_made:
        words = _("{path} was not made again: nothing that it is made from has changed.")
    elif why.changes:
        words = _("{path} was made again, because this has changed: {changed}.")
    elif why.inputs:
        words = _("{path} was made again, because the file was gone or somebody had changed it.")
    else:
        words = _("{path} is made again with each build of the website.")
    inputs, changed = (", ".join(map(_, names)) for names in (why.inputs, why.changes))
    return words.format(path=path, inputs=inputs, changed=changed)
