"""Problems of any file as a list, each with the way to the field or the file that mends it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from generator.app.check import CheckReport
from generator.catalogue import words
from generator.desk.needs import DraftOffice, SaveReport
from generator.desk.piece_views import handle_of, paths
from generator.desk.save_words import troubles
from generator.desk.screen_words import screen_problem
from generator.desk.title_words import title_of
from generator.diagnostics import Diagnostic

_SETTINGS = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class ProblemLink:
    """What is wrong and what to do; `address` leads there, empty where no screen does.

    `example` is what to type.
    """

    is_error: bool
    title: str
    message: str
    advice: str
    address: str
    button: str
    example: str = ""


Reason: TypeAlias = str | ProblemLink
"""Why something was not done: a sentence, or what is wrong with a file and the way to it."""


def reasons(drafts: DraftOffice, report: CheckReport, refusal: SaveReport) -> list[Reason]:
    """Why nothing was written: what stands in the way beside the files, then each of them."""
    return [*troubles(refusal, report.plan), *problem_links(drafts, report, refusal.findings)]


def problem_links(
    drafts: DraftOffice, report: CheckReport, diagnostics: Iterable[Diagnostic]
) -> list[ProblemLink]:
    """Each in the words of its screen; those that read the same once."""
    known = set(paths(report).values())
    return list(dict.fromkeys(_link(drafts, report, each, known) for each in diagnostics))


def refused_here(
    drafts: DraftOffice, report: CheckReport, refusal: SaveReport | None, path: str
) -> dict[str, object]:
    """What is wrong with the file that a screen shows, beside its fields, and with all others."""
    found = refusal.findings if refusal else ()
    draft = drafts.draft(path)
    others = (each for each in found if each.where.path != path)
    return {
        "refused": [screen_problem(each, draft) for each in found if each.where.path == path],
        "elsewhere": problem_links(drafts, report, others),
    }


def _link(
    drafts: DraftOffice, report: CheckReport, found: Diagnostic, known: set[str]
) -> ProblemLink:
    path = found.where.path
    shown = screen_problem(found, drafts.draft(path) if path in known else None)
    title = title_of(path, report.plan, drafts.data(path)) if path in known else _named(path)
    address, button = "", ""
    if path in known:
        key, label = shown.fields[0] if shown.fields else ("", "")
        address = f"/bai/{handle_of(path)}" + (f"#o-{key}" if key else "")
        button = words("Go to the field “{label}”").format(label=label) if key else words("Open it")
    said = shown.message, shown.advice
    return ProblemLink(shown.is_error, title, *said, address, button, shown.example)


def _named(path: str) -> str:
    """What people call a file that no screen opens."""
    return words("The settings of the website") if path == _SETTINGS else ""
