"""The office's own Word template of a report: where it is named, and a first one to begin from."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import _, regular, say, workspace

if TYPE_CHECKING:
    from generator.model.workspace import Workspace
    from generator.text.word.office_template import OfficeTemplate

DEFAULT = "assets/report/mau-bao-cao.docx"

template_option = click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("The office's own Word template; else that of report_template: in the plan."),
)


def template_of_file(file: Path | None) -> "OfficeTemplate | None":
    """What --template names."""
    from generator.adapters.opening import content
    from generator.text.word.office_template import LARGEST, OfficeTemplate

    if file is None:
        return None
    real = regular(file).resolve()
    return OfficeTemplate(file.name, content(real, real.parent, LARGEST + 1))


def template_of_plan(space: "Workspace", campaign: str) -> "OfficeTemplate | None":
    """What the plan names; loa check tells one that is not there."""
    from generator.text.word.office_template import OfficeTemplate

    name = space.campaigns[campaign].report_template
    asset = space.assets.get(name)
    return OfficeTemplate(name, asset.read()) if asset else None


@click.command(
    "template",
    short_help=_("Write a Word template to begin from."),
    help=_(
        "Write a Word template that holds every field that a report can fill, as {default}. Change "
        "it in Word as the office likes it, then name it in the plan (report_template: {default}) "
        "or with --template. PDF and workbook keep the form of loa.\n\n"
        "A field is a name between two braces; nothing in a template is ever run."
    ).format(default=DEFAULT),
    options_metavar=_("[OPTIONS]"),
)
@click.pass_obj
def template(folder: Path) -> None:
    """Write it where nothing is yet."""
    from generator.cli.editing import save_new
    from generator.text.word.starting_template import starting_template

    root = workspace(folder)
    save_new(root, "Report template: {about}", {DEFAULT: starting_template()}, DEFAULT)
    say("Made: {path}", path=DEFAULT)
