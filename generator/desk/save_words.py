"""Why nothing was written, in words: files by their titles."""

from generator.catalogue import words
from generator.desk.needs import SaveReport
from generator.desk.screen_words import screen_problem
from generator.desk.title_words import title_of
from generator.model.plan import Plan


def troubles(report: SaveReport, plan: Plan) -> list[str]:
    """What stood in the way beside the text itself."""
    left = words("Somebody has changed “{title}” meanwhile: it is left alone.")
    return [
        *report.troubles,
        *(left.format(title=title_of(each, plan)) for each in report.conflicts),
    ]


def reasons(report: SaveReport, plan: Plan) -> list[str]:
    """Each reason once, however many places of a file have it."""
    found = (screen_problem(each, None) for each in report.findings)
    told = (f"{each.message} {each.advice}" for each in found)
    return list(dict.fromkeys([*troubles(report, plan), *told]))
