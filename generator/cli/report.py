"""`loa report`: what was done of a plan, in the form of an official document."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli import report_forms
from generator.cli.console import (
    Exit,
    _,
    alone,
    moment_option,
    named_plan,
    refuse,
    say,
    tell,
    tell_of_others,
    workspace,
)
from generator.cli.report_forms import template_of_file, template_of_plan, template_option
from generator.cli.report_periods import period_of_options, period_options

if TYPE_CHECKING:
    from generator.app.check import CheckReport
    from generator.app.reporting.report_changes import ReportFinding
    from generator.model.deed_report import Report
    from generator.model.workspace import Workspace
    from generator.ports import World
    from generator.text.word.office_template import OfficeTemplate


class _MakeContext(click.Context):
    """Of the command that nobody types: its usage is that of its group."""

    @property
    def command_path(self) -> str:
        """How the command is typed."""
        return self.parent.command_path if self.parent else super().command_path


class _Make(click.Command):
    context_class = _MakeContext


class _Reports(click.Group):
    """The name of a plan where a command could stand means: make its report."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command in that is not typed."""
        named = next((each for each in args if not each.startswith("-")), "")
        if args and named not in self.commands and not {"--help", "-h"} & {*args}:
            args = ["make", *args]
        return super().parse_args(ctx, args)


@click.group(
    "report",
    cls=_Reports,
    short_help=_("Report what was done, as an official document."),
    help=_(
        "Report what was done of a plan, with its evidence: loa report CAMPAIGN [--quarter II | "
        "--half 1 | --year 2021]. It becomes a Word document in the form of Decree 30/2020, a PDF "
        "and a workbook whose sums are those of the document, in dist/report/.\n\n"
        "Nothing is claimed that no evidence tells. What was sent is frozen with loa report "
        "freeze; loa report verify shows later that nothing of it was changed."
    ),
    subcommand_metavar=_("CAMPAIGN | COMMAND [ARGS]..."),
    options_metavar=_("[OPTIONS]"),
)
def command() -> None:
    """Leave everything to the commands below it."""


command.add_command(report_forms.template)


@command.command("make", cls=_Make, hidden=True, options_metavar=_("[OPTIONS]"))
@click.argument("campaign")
@period_options
@template_option
@moment_option
@click.pass_obj
def make(
    folder: Path,
    /,
    campaign: str,
    as_of: datetime | None,
    template: Path | None,
    **period: str | None,
) -> None:
    """Write the files of the report of a plan into `dist/report/`."""
    from generator.app.reporting.freezing import frozen_path

    own = template_of_file(template)
    root = workspace(folder)
    with alone(root, with_results=True):
        here, checked, report = _reported(root, campaign, as_of, period)
        space = checked.plan.workspace
        path = frozen_path(space, report)
        if path in space.attachments:
            report, form = _frozen(space, path, own)
            say("As it was frozen: {path}", path=path)
        else:
            form = own or template_of_plan(space, campaign)
        _write(root, here, report, form)


def _frozen(
    space: "Workspace", path: str, own: "OfficeTemplate | None"
) -> "tuple[Report, OfficeTemplate | None]":
    """A report and its template as they were frozen; or ends the command."""
    from generator.app.reporting.freezing import frozen_report, template_of

    frozen = frozen_report(space, path)
    form = template_of(space, path, frozen) if frozen else None
    if frozen is None or (frozen.template and form is None):
        refuse("{path} was changed after it was frozen: loa report verify", path=path)
    if own and (form is None or own.digest != form.digest):
        refuse("This report is frozen with another form: {path}. Leave out --template.", path=path)
    return frozen.report, form


@command.command(
    "freeze",
    short_help=_("Keep a report as it is sent."),
    help=_(
        "Write figures, fingerprints and form of a report into a file in the folder of its plan. "
        "From then on loa report makes the same files again, byte by byte. loa undo takes it back."
    ),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("campaign")
@period_options
@template_option
@moment_option
@click.pass_obj
def freeze(
    folder: Path,
    /,
    campaign: str,
    as_of: datetime | None,
    template: Path | None,
    **period: str | None,
) -> None:
    """Write the file, and the files of the report."""
    from generator.app.reporting import freezing
    from generator.cli.editing import save_new
    from generator.source.frozen_report import frozen_text, records_of, template_beside
    from generator.vietnamese.dates import HANOI, format_date

    own = template_of_file(template)
    root = workspace(folder)
    with alone(root, with_results=True):
        here, checked, report = _reported(root, campaign, as_of, period)
        space = checked.plan.workspace
        if report.as_of > here.clock.now().astimezone(HANOI).date():
            message = "{day} is still to come: nobody knows what evidence will be there then."
            refuse(message, day=format_date(report.as_of))
        last = period_of_options(space.campaigns[campaign], period).last
        if report.is_part and report.as_of <= last:
            message = (
                "The period ends only on {last}: what is done after {day} is not in the report."
            )
            say(message, last=format_date(last), day=format_date(report.as_of), err=True)
        path = freezing.frozen_path(space, report)
        if path in space.attachments:
            refuse("This report is frozen already: {path}. See: loa report verify", path=path)
        form = own or template_of_plan(space, campaign)
        moment = here.clock.now()  # whatever day it is as of: nobody froze it before
        frozen = _made(
            here,
            lambda: freezing.freeze(report, moment, here.typesetter, here.workers, form),
        )
        frozen = replace(frozen, records=records_of(space, campaign))
        beside = {template_beside(path): form.data} if form else {}
        kept = {path: frozen_text(frozen).encode(), **beside}
        save_new(root, "Report frozen: {about}", kept, path)
        say("Frozen: {path}. To take it back: loa undo", path=path)
        _write(root, here, frozen.report, form)


@command.command(
    "verify",
    short_help=_("See that nothing of frozen reports was changed."),
    help=_(
        "Hold every frozen report, or those of a CAMPAIGN, against its evidence and the files that "
        "were made of it. Ends with 1 if anything differs from what was frozen."
    ),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("campaign", required=False, default="")
@click.pass_obj
def verify(folder: Path, campaign: str) -> None:
    """Print what is found."""
    from generator.adapters.opening import files_below
    from generator.app.check import survey
    from generator.app.reporting import freezing
    from generator.cli.world import world

    root = workspace(folder)
    here = world(root)
    space = survey(here.files, here.clock.now(), here.memory).plan.workspace
    if campaign:
        named_plan(space.campaigns, campaign)
    kept = list(freezing.frozen_files(space, campaign))
    reports = files_below(root / "dist" / "report", root)
    results = {f"report/{path}": data for path, data in reports}
    loose = freezing.unfrozen_folders(space, kept, results, campaign)
    for each in loose:
        say("dist/{path}: not frozen, so that nothing tells whether it was changed.", path=each)
    if not kept:
        say("No report is frozen.")
        sys.exit(Exit.CONTENT if loose else Exit.FINE)
    wrong = False
    for path in kept:
        found = _made(here, partial(_differences, here, space, path, results))
        for each in found:
            click.echo(f"{path}: {_(each.message, **each.details)}")
        is_wrong = any(each.is_wrong for each in found)
        if not is_wrong:
            say("{path}: nothing was changed.", path=path)
        wrong = wrong or is_wrong
    here.workers.close()
    sys.exit(Exit.CONTENT if wrong else Exit.FINE)


def _differences(
    here: "World", space: "Workspace", path: str, results: Mapping[str, bytes]
) -> "list[ReportFinding]":
    from generator.app.reporting.freezing import verify as differences

    return list(differences(space, path, results, here.typesetter, here.workers))


def _reported(
    root: Path, campaign: str, as_of: datetime | None, period: dict[str, str | None]
) -> "tuple[World, CheckReport, Report]":
    """The report of a plan as of now; or ends the command."""
    from generator.app.check import check
    from generator.cli.world import keep, world
    from generator.model.palette import look
    from generator.planning.board import board_of
    from generator.planning.board_words import withdrawn_later_words
    from generator.planning.report_figures import report_of

    here = world(root)
    checked = check(here.files, as_of or here.clock.now(), here.memory)
    keep(root, here.memory)
    if checked.blocking:
        tell(checked.blocking, err=True)
        tell_of_others(checked.diagnostics, checked.blocking)
        say("No report was made: mend the errors first.", err=True)
        sys.exit(Exit.CONTENT)
    plan = named_plan(checked.plan.workspace.campaigns, campaign)
    wanted = period_of_options(plan, period)
    brand, board = look(checked.plan.workspace.brand), board_of(checked.plan, plan)
    for said in withdrawn_later_words(board):
        click.echo(said, err=True)
    return here, checked, report_of(checked.plan, board, wanted, brand)


def _write(root: Path, here: "World", report: "Report", template: "OfficeTemplate | None") -> None:
    from generator.adapters.report_folder import ReportFolder
    from generator.app.reporting.report_files import files_of, folder_of, mark_of

    made = _made(
        here, lambda: files_of(report, here.typesetter, here.workers, template, here.executor)
    )
    folder = ReportFolder(root, folder_of(report))
    for target in folder.put(made, mark_of(report, template)):
        say("Made: {path}", path=target.relative_to(root).as_posix())
    here.workers.close()
    if report.is_empty:
        say("No source tells that anything was done; the report says so.")


def _made(here: "World", work: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever it makes
    """What comes of it; or tells why a page cannot be set, and ends the command."""
    from generator.model.artifact import NotMadeError

    try:
        return work()
    except NotMadeError as error:
        here.workers.close()
        tell(error.diagnostics, err=True)
        sys.exit(Exit.CONTENT)
