"""The workspace without a mistake, `tests/examples/whole`, in memory; and an editor who types."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import CheckScope, check
from generator.diagnostics import Diagnostic, Refusal
from generator.model.asset import Asset
from generator.model.edition import Edition
from generator.model.memory import Memory, PassingStore
from generator.planning.visibility import start_of
from generator.source.replacement_lines import instead
from generator.testing import MemoryFiles
from generator.vietnamese.dates import read_date

ROOT = Path(__file__).parents[2]
WHOLE = ROOT / "tests/examples/whole"
PROFILE = ROOT / "assets/icc/FOGRA39-derived.icc"
AS_OF = start_of(read_date("1/6/2021"))

Texts = Mapping[str, bytes]


@pytest.fixture(scope="session")
def whole() -> dict[str, bytes]:
    """Every file that is read as text, by its path."""
    read = (path for path in WHOLE.rglob("*") if path.suffix in {".md", ".yml"})
    return {
        path.relative_to(WHOLE).as_posix(): path.read_bytes()
        for path in read
        if path.name != "README.md"
    }


@pytest.fixture(scope="session")
def told(whole: Texts) -> Callable[..., list[Diagnostic]]:
    """All problems of a workspace in memory, on 1/6/2021.

    Of files without a mistake, each check remembers what the first one has read in them.
    """
    icc, folder, known = PROFILE.read_bytes(), FolderFiles(WHOLE), Memory()
    profile = Asset("assets/icc/thu.icc", len(icc), partial(BytesIO, icc), partial(Refusal, "form"))
    drawn = (replace(one, open=partial(BytesIO, one.read())) for one in folder.assets())
    assets, attached = (*drawn, profile), (*folder.attachments(),)
    check(MemoryFiles(whole, assets, attached), AS_OF, known, CheckScope(AS_OF))

    def tell(texts: Texts, last: Edition | None = None) -> list[Diagnostic]:
        memory = Memory(PassingStore(known.store), {**known.pieces}, {**known.values})
        files, scope = MemoryFiles(texts, assets, attached), CheckScope(AS_OF, last)
        return check(files, AS_OF, memory, scope).diagnostics

    return tell


@pytest.fixture(scope="session")
def typed() -> Callable[[str, Diagnostic], str | None]:
    """The text after an editor has typed what a message shows; None if it shows nothing."""
    return _typed


def _typed(text: str, found: Diagnostic) -> str | None:
    lines, number, details = text.split("\n"), found.where.line - 1, found.details
    if "added" in details:
        lines.insert(number + 1, details["added"])
    elif "typed_other" in details:
        for new in (details["typed"], details["typed_other"]):
            _put(lines, new)
    elif "lines" in details:  # «6» or «6–8»
        ends = [int(number) for number in details["lines"].split("–")]
        lines[ends[0] - 1 : ends[-1]] = details["typed"].split("\n")
    elif "typed" in details:
        new = details["typed"].split("\n")
        is_more = len(new) == 1 or lines[number] in {new[0], new[-1]}  # lines beside this one
        lines[number : number + (1 if is_more else _goes_on(lines, number))] = new
    elif "item" in details:
        lines.insert(_line_of(lines, "rights:") + 1, details["item"])
    elif "head" in details:
        _put(lines, details["head"])
    elif "word" in details:
        lines[number] = instead(found.where, details["word"])
    else:
        return None
    return "\n".join(lines)


def _put(lines: list[str], new: str) -> None:
    """In the place of the line with the same key, or above the fence that ends the data."""
    key = f"{new.partition(':')[0]}:"
    if any(line.startswith(key) for line in lines):
        lines[_line_of(lines, key)] = new
    else:
        fence = lines.index("---", 1) if lines[0] == "---" else len(lines)
        lines[fence:fence] = new.split("\n")


def _line_of(lines: list[str], key: str) -> int:
    return next(number for number, line in enumerate(lines) if line.startswith(key))


def _goes_on(lines: list[str], number: int) -> int:
    """How many lines a value has that goes on in lines that are further in."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    below = lines[number + 1 :]
    further = (len(line) - len(line.lstrip()) > indent and bool(line.strip()) for line in below)
    return 1 + next((n for n, more in enumerate(further) if not more), len(below))
