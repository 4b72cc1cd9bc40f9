"""A sheet for a class does not show what is right to its questions, nor counts them twice."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, warning
from generator.model.class_paper import ClassPaper
from generator.model.piece import Piece
from generator.text.answer_marks import doubled_numbers, marked_answers, shown_answers
from generator.text.piece_texts import over

KEY_IN_SIGHT = warning(
    "answer-shown",
    "“{text}” shows what is right to those who are asked: it is on the site and on their sheets.",
    "Remove it here, and write what is right below answers: at the top of the file, which the "
    "trainer's copy alone has: - {{question: 1, right: …}}",
)
MARK_IN_SIGHT = KEY_IN_SIGHT.with_hint(
    "Type it like the lines beside it, without a mark, and write what is right below answers: at "
    "the top of the file, which the trainer's copy alone has: - {{question: 1, right: …}}"
)
DOUBLE_NUMBER = warning(
    "question-numbered",
    "“{text}” stands behind the number that the list has already: readers see both.",
    "Remove it; say above the questions how many points each has.",
)
_SHOWN = 60  # characters that are quoted


def check_piece(piece: Piece) -> Iterator[Diagnostic]:
    """Every paper for a class."""
    if not isinstance(piece, ClassPaper):
        return
    text = piece.body.text
    for start, end in shown_answers(text):
        yield KEY_IN_SIGHT.at(over(piece, start, end), text=text[start:end][:_SHOWN])
    for start, end in marked_answers(text, is_test=bool(piece.answers)):
        yield MARK_IN_SIGHT.at(over(piece, start, end), text=text[start:end][:_SHOWN])
    for start, end in doubled_numbers(text):
        yield DOUBLE_NUMBER.at(over(piece, start, end), text=text[start:end])
