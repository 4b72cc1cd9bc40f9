"""Mend what a machine can mend in the author's files: marks and spaces, never a word.

Only what readers read is touched: not code, addresses, keys or the form of YAML. Line ends, a byte
order mark and a file in normal form D stay as the author's editor writes them.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

from generator.app.sign_repair import with_signs
from generator.checks.punctuation import KINDS
from generator.checks.tones import choices, style_of
from generator.model.file import AuthoredFile
from generator.model.piece import Piece
from generator.model.read_words import read_words
from generator.model.revision import Revision
from generator.model.workspace import Workspace
from generator.ports import Files
from generator.source.edits import TextChange, change, normal_form
from generator.source.load import load
from generator.text.piece_texts import ReadText, columns_of, piece_texts
from generator.text.prose import BLANK, prose
from generator.text.tree import tree
from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.legacy import suspect
from generator.vietnamese.text import TONES, column_in_raw, nfc
from generator.vietnamese.tone import Style

_READ = (".md", ".yml")
_ROUNDS = 5  # one correction can bring out another: a space goes, then two quotation marks fit
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")
_NOT_LETTERS = re.compile(rf'[\s"“”„‟«»‹›″＂「」『』《》‘’‚‛´`<>~‐‑‒−―{TONES}\'–-]|,(?=,)|(?<=,),')


def fixes(workspace: Workspace, files: Files, only: Collection[str] = ()) -> list[Revision]:
    """The files that change, in order of their paths; those that cannot be read are left alone.

    With `only` no other files are touched.
    """
    style = style_of(workspace)
    known = (file for file in files.files() if file.path.endswith(_READ) and not file.problem)
    wanted = [file for file in known if not only or file.path in only]
    found = (_fix(file, style) for file in sorted(wanted, key=lambda file: file.path))
    return [fix for fix in found if fix]


def _fix(file: AuthoredFile, style: Style) -> Revision | None:
    """First the signs, in every file; then, in a piece without a mistake, what stands in it."""
    data = file.read()
    try:
        before = data.decode()
    except UnicodeDecodeError:
        return None
    plain = with_signs(file.path, before)
    after = _set(file.path, plain, style)
    return None if after == before else Revision(file.path, data, after.encode())


def _set(path: str, text: str, style: Style) -> str:
    """The text with spaces, marks and tones as they are set in print."""
    after = text
    first = piece = _piece(path, text)
    for _ in range(_ROUNDS):
        changes = list(_changes(piece, after, style)) if piece else []
        if not changes:
            break
        after = change(after, changes)
        piece = _piece(path, after)
    return after if first and piece and _says_the_same(first, piece) else text


def _piece(path: str, text: str) -> Piece | None:
    """The piece of a file, read by itself, if it has no mistake of form."""
    alone, _ = load([AuthoredFile(path, text.encode)], ())
    return None if path in alone.broken_files else next(iter(alone.pieces.values()), None)


def corrections_in(path: str, text: str) -> list[TextChange]:
    """Spaces, marks and dashes that are put right in the text of a piece, each by itself."""
    piece = _piece(path, text)
    return list(_changes(piece, text, None)) if piece else []


def _changes(piece: Piece, text: str, style: Style | None) -> Iterator[TextChange]:
    """Everything that can be mended at once, as parts of lines of the file."""
    form = normal_form(text)
    for each in piece_texts(piece):
        for found in sorted(_corrections(each, style), key=lambda found: found.start):
            place = _place(each, found.start, found.end)
            if place and found.text is not None:
                yield TextChange(*place, unicodedata.normalize(form, found.text))
        if form == "NFC" and nfc(text) != text:
            yield from _composed(each)


def _corrections(text: ReadText, style: Style | None) -> Iterator[TextCorrection]:
    if suspect(text.text):
        return  # signs are letters there
    for _, find in KINDS:
        yield from find(text.prose)
    if style:
        yield from (word.correction(style) for word in choices(text) if word.style != style)


def _composed(text: ReadText) -> Iterator[TextChange]:
    """Letters with loose marks in a file that has composed ones as well."""
    start = 0
    for line in text.text.split("\n"):
        place = _place(text, start, start + len(line))
        raw = _raw(text, start) if place else ""
        if place and nfc(written := raw[place[1] : place[2]]) != written:
            for found in _CLUSTER.finditer(raw, place[1], place[2]):
                at = start + len(nfc(raw[place[1] : found.start()]))
                if text.prose[at : at + 1] != BLANK and nfc(found[0]) != found[0]:
                    yield TextChange(place[0], *found.span(), nfc(found[0]))
        start += len(line) + 1


def _place(text: ReadText, start: int, end: int) -> tuple[int, int, int] | None:
    """The 0-based line of the file and the code points in it; None if it is written otherwise."""
    if text.key:
        where = text.where
        columns = columns_of(where.text, text.text, start, end)
        return (where.line - 1, *columns) if columns else None
    body = text.body
    line, begin = text.text.count("\n", 0, start), text.text.rfind("\n", 0, start) + 1
    raw = body.raw[line]
    return (
        body.first - 1 + line,
        column_in_raw(raw, start - begin),
        column_in_raw(raw, end - begin),
    )


def _raw(text: ReadText, start: int) -> str:
    """The line of the file, as saved, that holds an offset."""
    if text.key:
        return text.where.text
    return text.body.raw[text.text.count("\n", 0, start)]


def _says_the_same(before: Piece, after: Piece) -> bool:
    """Whether every letter, value, address and line of code is still there."""
    texts = _texts(before) == _texts(after) and _values(before) == _values(after)
    shapes = _shape(before.body.text) == _shape(after.body.text)
    kept = _kept(before.body.text) == _kept(after.body.text)
    return texts and shapes and kept


def _texts(piece: Piece) -> dict[str, tuple[str, Counter[str]]]:
    """The letters of every text that readers read."""
    return {text.key: _letters(text.text) for text in piece_texts(piece)}


def _values(piece: Piece) -> dict[str, object]:
    """All that the front matter says beside them."""
    without: dict[Any, Any] = {}
    for each in read_words(piece):
        group = without
        for step in each.keys[:-1]:
            group = group.setdefault(step, {})
        group[each.keys[-1]] = True
    return piece.model_dump(exclude=without)


def _kept(markdown: str) -> list[str]:
    """What is no prose, as it is written."""
    shown = prose(markdown)
    return [char for char, left in zip(markdown, shown, strict=True) if left == BLANK]


def _letters(text: str) -> tuple[str, Counter[str]]:
    """The letters in their order, and how many tone marks of each kind there are."""
    decomposed = unicodedata.normalize("NFD", text)
    tones = Counter(char for char in decomposed if char in TONES)
    return _NOT_LETTERS.sub("", decomposed), tones


def _shape(markdown: str) -> list[tuple[object, ...]]:
    """Everything in a text but its words."""
    code = {"code_inline", "code_block", "fence", "html_inline", "html_block"}
    return [
        (node.type, node.tag, node.info, *sorted(node.attrs.items()), node.content)
        if node.type in code
        else (node.type, node.tag, sorted(node.attrs.items()))
        for node in tree(markdown).walk()
        if node.type != "root"
    ]
