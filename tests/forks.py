"""Commands as processes of their own, forked from one that has imported what they are made of.

To begin Python, to import all of it and to make ready what `tests/warm.py` does takes longer than
most commands do. `generator.cli` is left to each of them: it asks for the language while it is
imported.
"""

import os
import sys
import time
from collections.abc import Mapping
from functools import cache
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from pkgutil import walk_packages
from subprocess import CompletedProcess, run
from tempfile import TemporaryDirectory
from unittest.mock import patch

import generator

ROOT = Path(__file__).parents[1]
LOA = "from generator.cli import main; main()"
NOT_YET = ("generator.__main__", "generator.cli", "generator.testing")
LIBRARIES = (
    *("icalendar", "jinja2.ext", "lxml.etree", "markdown_it"),
    *("PIL.Image", "pikepdf", "pypdfium2", "typst"),
)
"""What the engine imports only where it is used."""


@cache
def _context() -> ForkServerContext:
    context = get_context("forkserver")
    every = [module.name for module in walk_packages(generator.__path__, "generator.")]
    known = [name for name in every if not name.startswith(NOT_YET)]
    context.set_forkserver_preload([__name__, *known, *LIBRARIES, "tests.warm"])
    return context


def begin(
    *words: object,
    code: str = LOA,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    out: str = os.devnull,
    err: str = os.devnull,
) -> ForkServerProcess:
    """A command that has begun; `env` is added to the environment, `out` and `err` are written."""
    known, here = {**os.environ, **(env or {})}, str(cwd or Path.cwd())
    process = _context().Process(target=_run, args=(words, code, known, here, (out, err)))
    with patch.dict(os.environ, PYTHONPATH=str(ROOT)):  # where the first finds what it imports
        process.start()
    return process


def ended(
    *words: object,
    code: str = LOA,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> CompletedProcess[str]:
    """The same once it has ended, in English unless `env` says otherwise.

    Where Python itself is told something, or there are no forks, from the start of Python.
    """
    said, command = {"LOA_LANG": "en", **(env or {})}, [*map(str, words)]
    if sys.platform != "linux" or any(name.startswith("PYTHON") for name in said):
        known = {**os.environ, "PYTHONPATH": str(ROOT), **said}
        begun = [sys.executable, "-c", code, *command]
        return run(begun, cwd=cwd, env=known, check=False, capture_output=True, encoding="utf-8")
    with TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        process = begin(*command, code=code, env=said, cwd=cwd, out=str(out), err=str(err))
        process.join()
        ending = process.exitcode or 0
        return CompletedProcess(command, ending, out.read_text("utf-8"), err.read_text("utf-8"))


def _run(
    words: tuple[object, ...],
    code: str,
    env: Mapping[str, str],
    here: str,
    outputs: tuple[str, str],
) -> None:
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    os.chdir(here)
    for number, path in enumerate(outputs, 1):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(file, number)
        os.close(file)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
    sys.argv = ["loa", *map(str, words)]
    exec(code, {"__name__": "__main__"})  # noqa: S102 - code of a test
