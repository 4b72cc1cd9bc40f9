"""Each question of a test has one answer, which it offers."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule
from generator.model.class_paper import ClassPaper, RightAnswer
from generator.model.piece import Piece
from generator.text.answer_marks import plain_offer
from generator.text.questions import TestQuestion, questions_of

NO_QUESTION = Rule(
    "answer-without-question",
    "The text has {count} questions, none of them is number {number}.",
    "Correct the number. A question is a numbered item with a list (-) of answers below it.",
)
NOT_OFFERED = Rule(
    "answer-not-offered",
    "Question {number} does not offer “{words}”.",
    "Write one of its lines, word for word: {offers}",
)
NO_ANSWER = Rule(
    "question-without-answer",
    "Nothing says what is right to question {number}: {words}",
    "Add below answers: - {{question: {number}, right: …}}",
)


def check_piece(piece: Piece) -> Iterator[Diagnostic]:
    """Every question of a piece that has answers."""
    if not isinstance(piece, ClassPaper) or not piece.answers:
        return
    questions = dict(enumerate(questions_of(piece.body.text), 1))
    for answer in piece.answers:
        yield from _answer(answer, questions)
    for number in questions.keys() - {answer.question for answer in piece.answers}:
        where, words = piece.body.at(questions[number].line), questions[number].words
        yield NO_ANSWER.at(where, number=number, words=words)


def _answer(answer: RightAnswer, questions: dict[int, TestQuestion]) -> Iterator[Diagnostic]:
    number = answer.question
    if number not in questions:
        yield NO_QUESTION.at(answer.where("question"), count=len(questions), number=number)
        return
    offers = [*map(plain_offer, questions[number].offers)]
    if answer.right not in offers:
        yield NOT_OFFERED.at(
            answer.where("right"), number=number, words=answer.right, offers="; ".join(offers)
        )
