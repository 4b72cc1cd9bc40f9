"""Why nothing was written, in words: files by their titles."""

from generator.catalogue import words
from generator.desk.needs import SaveReport
from generator.desk.screen_words import screen_problem
from generator.desk.title_words import title_of
from generator.diagnostics import Diagnostic
from generator.model.plan import Plan


def troubles(report: SaveReport, plan: Plan) -> list[str]:
    """What stood in the way beside the text itself."""
    left = words("Somebody has changed “{title}” meanwhile: it is left alone.")
    return [
        *report.troubles,
        *(left.format(title=title_of(each, plan)) for each in report.conflicts),
    ]


def told_reasons(report: SaveReport, plan: Plan) -> list[str]:
    """Each reason once, as a sentence for a screen that shows no links; pieces by their titles."""
    found = (file_sentence(each, plan) for each in report.findings)
    return list(dict.fromkeys([*troubles(report, plan), *found]))


def file_sentence(diagnostic: Diagnostic, plan: Plan) -> str:
    """What is wrong with a file and what to do, as a sentence that begins with its title."""
    shown = screen_problem(diagnostic, None)
    pieces = (each for each in plan.workspace.pieces.values() if each.file == diagnostic.where.path)
    title = next((f"{piece.title}: " for piece in pieces), "")
    return f"{title}{shown.message} {shown.advice}"
