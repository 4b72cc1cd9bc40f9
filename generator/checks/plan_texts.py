"""Texts of plans, partners and places are shown as they are, as those of pieces."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.checks.dialects import CODE, MESSAGE
from generator.checks.front import signs_in
from generator.diagnostics import Diagnostic, Rule

PLAIN = Rule(
    CODE,
    MESSAGE,
    "What stands in this file is shown as it is, without Markdown: remove the signs.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every plan, and everybody and every place that it names."""
    workspace = subject.workspace
    files = (workspace.campaigns, workspace.partners, workspace.places)
    for record in (record for file in files for record in file.values()):
        yield from signs_in(record, PLAIN)
