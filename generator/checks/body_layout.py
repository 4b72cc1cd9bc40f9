"""What readers see otherwise than its author does, or not at all, with how to lay it out."""

from collections.abc import Iterator
from typing import Final

from generator.checks.dialects import CODE, MESSAGE, misnamed_notes
from generator.checks.list_lines import OF_LISTS
from generator.checks.speakers import stray_speakers
from generator.diagnostics import Diagnostic, Rule, warning
from generator.media import media
from generator.model.piece import Piece
from generator.text.dialects import foreign
from generator.text.habits import habits
from generator.text.mentions import Mention, Outline, place
from generator.text.outline import outline
from generator.text.prose import prose
from generator.text.script import read_script, short_end
from generator.vietnamese.torn_words import torn_words

_UNSEEN: Final = "The title “{text}” is shown nowhere."
_EMPTY: Final = "There are no words here: readers see a sign or an empty frame."
_TOGETHER: Final = "The lines of this paragraph run together: readers see one line."

RULES: Final = {
    **OF_LISTS,
    "second-front-matter": Rule(
        "second-front-matter",
        "A second block of data stands here; only the one at the top of the file is read.",
        "Move its lines between the two --- at the top of the file, and remove it here.",
    ),
    "title-in-text": Rule(
        "title-in-text",
        "This is a second title: the page has that of title: at the top of the file.",
        "Write ## before it for a heading within the text, or remove it.",
    ),
    "heading-level": warning(
        "heading-level",
        "This heading skips a level: {text} comes after a heading that is too high above it.",
        "Write {better} before it.",
    ),
    "heading-twice": Rule(
        "heading-twice-begun",
        "Two signs begin this heading: readers see the second one.",
        "Type it with one: {better}",
    ),
    "heading-empty": Rule(
        "heading-empty",
        "This heading has no words.",
        "Write words behind {text}, or remove the line.",
    ),
    "item-empty": Rule(
        "block-empty",
        _EMPTY,
        "Write words behind the sign and a space, or remove the line.",
    ),
    "quote-empty": Rule(
        "block-empty",
        _EMPTY,
        "Write words behind the sign > and a space, or remove the line.",
    ),
    "note-empty": Rule(
        "block-empty",
        _EMPTY,
        "Write them behind the colon: [^1]: Theo báo cáo năm 2020.",
    ),
    "code-empty": Rule(
        "block-empty",
        _EMPTY,
        "Remove both lines {text}.",
    ),
    "table-empty": Rule(
        "block-empty",
        _EMPTY,
        "Write a row for each entry below the row of ---, or remove the table.",
    ),
    "row-empty": Rule(
        "block-empty",
        _EMPTY,
        "Write words between the strokes |, or remove the line.",
    ),
    "backslash-at-end": Rule(
        "backslash-at-end",
        "The backslash at the end of this line is shown to readers.",
        "Remove it: it ends a line only where the same paragraph goes on in the next one.",
    ),
    "underlined-heading": warning(
        "underlined-heading",
        "The line of hyphens below makes this text a heading.",
        "For a heading write ## before it and remove the hyphens; for a line across the page put "
        "an empty line before them.",
    ),
    "cells-lost": Rule(
        "cells-lost",
        "This row has more cells than the {better} of the first row: the others are dropped.",
        "Add columns to the first row and to the row of ---; the stroke itself is written \\|.",
    ),
    "cells-missing": warning(
        "cells-missing",
        "This row has fewer cells than the {better} of the first row: its end stays empty.",
        "Where Enter has broken the row, join it with the next line. An empty cell is written | |.",
    ),
    "text-in-table": Rule(
        "text-in-table",
        "This line becomes a row of the table above.",
        "Put an empty line before it.",
    ),
    "link-title": Rule(
        "title-unseen",
        _UNSEEN,
        "Remove it, and say in the sentence where the link leads.",
    ),
    "picture-title": Rule(
        "title-unseen",
        _UNSEEN,
        "Remove it; a caption is a paragraph in italics below the picture: *Vòi nước ở xưởng.*",
    ),
    "link-without-words": Rule(
        "link-without-words",
        "This link has no words: readers see nothing of it, or only signs.",
        "Write words between the square brackets: [trang này{text})",
    ),
    "link-misleads": Rule(
        "link-misleads",
        "The words of this link name {better}, but it leads to another site.",
        "Correct one of the two, or say in words what the page is: [trang của Sở{text})",
    ),
    "contact-misleads": Rule(
        "contact-misleads",
        "Readers see {better} here, but the link writes to, or calls, another one.",
        "Write in the round brackets what readers see; where that is wrong, correct it, too.",
    ),
    "link-without-address": Rule(
        "link-without-address",
        "This link leads nowhere.",
        "Write an address in the round brackets, for example [trang này](../bao-chi/bai-1.md).",
    ),
    "table-without-rule": Rule(
        "table-without-rule",
        "These rows are no table: readers see the strokes | between words in one line.",
        "Write a row |---|---| below the first one, with as many parts, and an empty line before "
        "the table.",
    ),
    "table-cut": Rule(
        "table-cut",
        "An empty line stands between the rows of this table: readers see the strokes | and no "
        "table.",
        "Remove every empty line between its rows.",
    ),
    "tab-in-words": warning(
        "tab-in-words",
        "A tab stands between two words.",
        "Put one space in its place.",
    ),
    "tabs-for-table": warning(
        "tabs-for-table",
        "Tabs, spaces and dots make no columns here: readers see the words one behind the other.",
        "Write a table: {better}, below it |---|---|, and then a line for each row.",
    ),
    "letters-for-list": warning(
        "lines-run-together",
        _TOGETHER,
        "Begin each item with a hyphen or with 1. 2. 3. and a space, with an empty line before the "
        "first; letters are lost in a list, so say them in words where they matter.",
    ),
    "lines-run-together": warning(
        "lines-run-together",
        _TOGETHER,
        "Put an empty line between two paragraphs. Where only the line ends, put a backslash at "
        "its end: Sở Công Thương\\",
    ),
    "lines-in-script": warning(
        "lines-run-together",
        _TOGETHER,
        "Put an empty line between them: each becomes a paragraph of its own.",
    ),
    "break-in-script": warning(
        "break-in-script",
        "This line ends here on the page alone: the scripts for the station have the lines of a "
        "paragraph in one.",
        "Put an empty line between them: each becomes a paragraph of its own.",
    ),
    "lines-in-quote": warning(
        "lines-run-together",
        _TOGETHER,
        "Put a backslash at the end of the line above, if only the line ends there: {better}",
    ),
    "code-drawn": Rule(
        CODE,
        MESSAGE,
        "Nothing draws it here. Save what it draws as a picture in assets/ and show that, "
        "![what it shows](assets/anh/so-do.svg); or write a table or a list.",
    ),
    "fence-open": Rule(
        "code-not-closed",
        "Everything below this line is shown as computer code: nothing ends it.",
        "Remove this line; for a line across the page type --- between two empty lines.",
    ),
    "star-for-times": Rule(
        "star-for-times",
        "The stars between these figures make italics or bold, and readers do not see them.",
        "Write × between the figures: {text}",
    ),
    "star-in-word": warning(
        "star-in-word",
        "The stars here stand within a word, so that only a part of it stands out.",
        "Put a space or a mark between the stars and the next word: **Lưu ý:** khóa van.",
    ),
    "address-unused": Rule(
        "definition-unused",
        "Readers do not see this line: it only gives an address a name, which no link uses.",
        "Write the address into the sentence: [trang này](https://vncpc.org), or put words before "
        "the square bracket.",
    ),
    "address-twice": Rule(
        "definition-twice",
        "Readers do not see this line: the name has another address above.",
        "Remove it, or give it a name of its own.",
    ),
    "note-name": Rule(
        "note-name",
        "The mark of a footnote is one word or one figure, without spaces.",
        "Write [^1] in the text, and here: [^1]: Theo báo cáo năm 2020.",
    ),
    "note-unused": Rule(
        "note-unused",
        "Readers do not see this footnote: nothing in the text is marked {text}.",
        "Write {text} behind the word that it belongs to, or remove it.",
    ),
    "note-twice": Rule(
        "note-twice",
        "Readers do not see this footnote: another above has the mark {text}, too.",
        "Give it a mark of its own, in the text and here.",
    ),
}
"""By what `text/layout.py` and `text/definitions.py` call it."""
_LINES: Final = "lines-run-together"
_OF_SCRIPTS: Final = frozenset({"break-in-script", "numbers-in-script"})
"""What is told of scripts alone, of each once."""
_OF_LINES: Final = frozenset(
    {"letters-for-list", "lines-in-quote", "lines-run-together", "tab-in-words", "tabs-for-table"}
)


def check_piece(piece: Piece) -> Iterator[Diagnostic]:
    """The body of a piece."""
    found = outline(piece.body.text)
    meant = {f"[^{name}]" for name in misnamed_notes(found).values()} if found.lost else set[str]()
    is_heard, told = media()[piece.medium].body == "script", set[str]()
    for mention in (*found.layout, *found.lost):
        if mention.words in _OF_SCRIPTS:
            if not is_heard or mention.words in told:
                continue
            told.add(mention.words)
        if mention.words == "note-unused" and mention.text in meant:
            continue  # its mark is told
        if mention.words in _OF_LINES and _is_told(piece, found, mention):
            continue
        where = place(piece.body, mention) if mention.text else piece.body.at(mention.lines[0])
        details = {"text": mention.text, "better": mention.better, "sample": mention.better}
        kind = "lines-in-script" if is_heard and mention.words == _LINES else mention.words
        yield RULES[kind].at(where, **details)


def _lines_of(text: str, line: int) -> Iterator[int]:
    """The lines of the paragraph that a line belongs to."""
    lines = text.split("\n")
    start = end = line
    while start and lines[start - 1].strip():
        start -= 1
    while end < len(lines) and lines[end].strip():
        end += 1
    yield from range(start, end)


def _is_told(piece: Piece, found: Outline, mention: Mention) -> bool:
    """Whether another rule tells of lines: of signs of another dialect, habits, or speakers."""
    line = mention.lines[0]
    text = prose(piece.body.text)
    lines = piece.body.lines
    if any(short_end(lines, each) == line for each in read_script(piece.body.text).open_cues):
        return True
    typed = {text.count("\n", 0, habit.start) for habit in habits(text)}
    around = {*_lines_of(text, line)}
    torn = {text.count("\n", 0, word.start) for word in torn_words(text)}
    if line - 1 in torn:
        return True
    if around & (typed | stray_speakers(piece).keys()):
        return True
    dialect = (bare for bare in found.bare if bare.lines[0] <= line < bare.lines[1])
    return any(any(foreign(bare)) for bare in dialect)
