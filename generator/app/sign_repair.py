"""Signs that only look right, put right: of word processors, old fonts, other keyboards.

What is changed is what `loa check` tells with the word or the line to type, and nothing else; and
nothing in a text of an encoding from before Unicode, in which signs are letters: «c«ng».
"""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Location
from generator.model.file import AuthoredFile
from generator.source.edits import TextChange, change
from generator.source.load import load
from generator.source.replacement_lines import marked_text
from generator.text.piece_texts import over
from generator.text.prose import BLANK, prose
from generator.vietnamese.hidden_characters import space_for
from generator.vietnamese.legacy import suspect
from generator.vietnamese.text import invisible, lookalikes

UNAMBIGUOUS = frozenset(
    {
        "front-matter-sign",
        "invisible-character",
        "lookalike-letter",
        "tab-indent",
        "wrong-sign",
    }
)
"""What can mean only one thing."""

_BOM = "\ufeff"
_ROUNDS = 5  # a line that can be read again may hold a word that is still wrong


def with_signs(path: str, text: str) -> str:
    """The text of a file with its signs put right; as it was if that leaves as many problems."""
    bare = after = text.removeprefix(_BOM)
    for _ in range(_ROUNDS):
        changes = list(_changes(path, after))
        if not changes:
            break
        after = change(after, changes)
    better = len(problems(path, after)) <= len(problems(path, bare))
    return text.removesuffix(bare) + after if better else text


def problems(path: str, text: str) -> list[Diagnostic]:
    """What is wrong with the form of a file, read by itself."""
    _, found = load([AuthoredFile(path, text.encode)], ())
    return [each for each in found if each.where.path == path]


def _changes(path: str, text: str) -> Iterator[TextChange]:
    """Lines of the data, then words of the body."""
    is_sound = True
    for found in problems(path, text):
        where, details = found.where, found.details
        if suspect(where.text):
            is_sound = False
            continue
        if found.rule.code in UNAMBIGUOUS and "typed" in details:
            yield TextChange(where.line - 1, 0, len(where.text), details["typed"])
        elif found.rule.code in UNAMBIGUOUS:
            yield _change(where, details["word"])
        is_sound = False
    if path.endswith(".md") and is_sound:
        yield from _words(path, text)


def _change(where: Location, word: str) -> TextChange:
    """What is marked becomes a word."""
    units = where.text.encode("utf-16-le", "surrogatepass")
    start = len(units[: 2 * (where.column - 1)].decode("utf-16-le", "surrogatepass"))
    return TextChange(where.line - 1, start, start + len(marked_text(where)), word)


def _words(path: str, text: str) -> Iterator[TextChange]:
    """Signs of the body; not in code, addresses and HTML."""
    read, _ = load([AuthoredFile(path, text.encode)], ())
    for piece in read.pieces.values():
        body, shown = piece.body.text, prose(piece.body.text)
        if suspect(body):
            continue  # what looks like a sign may be a letter of the old encoding
        signs = {letter.offset: letter.latin for letter in lookalikes(body)}
        signs |= {hidden.offset: space_for(body, hidden.offset) for hidden in invisible(body)}
        for at, sign in signs.items():
            if shown[at] != BLANK:
                yield _change(over(piece, at, at + 1), sign)
