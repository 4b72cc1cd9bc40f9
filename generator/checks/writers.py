"""What some writer of a piece cannot say is refused in all of it, with what to write instead."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.diagnostics import Diagnostic, Rule
from generator.media import media
from generator.model.piece import Piece
from generator.text.mentions import Mention, place
from generator.text.nodes import refusal
from generator.text.outline import outline

TABLE = Rule(
    "table-in-script",
    "A table cannot be read aloud.",
    "Say in sentences what the table shows, or move it to an article.",
)
PICTURE = Rule(
    "picture-in-script",
    "A picture cannot be read aloud.",
    "Write what is to be seen as a cue: ::: hình, or move the picture to an article.",
)
CODE = Rule(
    "code-in-script",
    "Text between ``` is copied as it stands; nobody can read it aloud.",
    "Remove the lines of ```, and say in sentences what they hold.",
)
INDENT = Rule(
    "code-by-indent",
    "This paragraph begins with four spaces or a tab, so it is shown as computer code.",
    "Remove the spaces or the tab before it. Text to copy as it stands goes between two lines ```.",
)
CUE = Rule(
    "cue-outside-script",
    "::: begins a cue of a radio or TV script; this piece is none.",
    "Remove the lines of :::. A note begins with bold words (**Lưu ý:** …), a quotation with >.",
)
STRUCK = Rule(
    "struck-in-title",
    "What is crossed out cannot stand in a heading or in the words of a picture.",
    "Leave the words between ~~ and ~~ out here, and cross them out in the text.",
)
NOTE_MARK = Rule(
    "note-mark",
    "A footnote cannot be marked in a heading, in a link, in the words of a picture or in a note.",
    "Write {mark} behind a word of the text beside it.",
)
NOTE_TEXT = Rule(
    "note-text",
    "The text of a footnote is one paragraph or more, and stands in no list, quotation or cue.",
    "Write it on a line of its own, without spaces before it: [^1]: Theo báo cáo năm 2020.",
)
RULES: Final[Mapping[str, Rule]] = {
    rule.code: rule for rule in (TABLE, PICTURE, CODE, INDENT, CUE, STRUCK, NOTE_MARK, NOTE_TEXT)
}


def check_piece(piece: Piece) -> Iterator[Diagnostic]:
    """The body of a piece."""
    for rule, node in refusals_of(piece):
        where = place(piece.body, node) if node.text else piece.body.at(node.lines[0])
        yield rule.at(where, mark=node.text)


def refusals_of(piece: Piece) -> Iterator[tuple[Rule, Mention]]:
    """What cannot be said in all writers of a piece."""
    body = media()[piece.medium].body
    for node in outline(piece.body.text).nodes:
        if code := refusal(node.words, body):
            yield RULES[code], node
