"""The `loa` command: one file for each command, imported when it is asked for.

A file that exports `command` is a command of its name; no list is edited. A name that Python keeps
for itself ends in `_`.
"""

import gc
import os
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from pkgutil import iter_modules

import click

from generator import __version__
from generator.cli.console import _, folder_option, speak
from generator.cli.failures import failure_report, somewhere
from generator.cli.single_options import teach_click

teach_click()

SHARED_MODULES = frozenset(
    {
        "account_data",
        "console",
        "deed_tables",
        "desk_office",
        "desk_packs",
        "desk_workplace",
        "draft_checks",
        "draft_results",
        "draft_room",
        "editing",
        "evidence_tables",
        "explaining",
        "failures",
        "making_rooms",
        "mending",
        "plan_questions",
        "print_room",
        "programmes",
        "progress",
        "proof_room",
        "report_forms",
        "report_periods",
        "report_room",
        "serving",
        "single_options",
        "site_room",
        "tables",
        "workplace",
        "workshop",
        "world",
    }
)
"""What commands are made from."""

FIRST = ("check", "plan", "build", "serve", "new", "init", "schema")
"""The order in which one meets them; all others follow by name."""


class Commands(click.Group):
    """Commands that are imported when they are asked for, so that the help appears at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """All commands, in the order in which one meets them."""
        names = {module.name.rstrip("_") for module in iter_modules(__path__)} - SHARED_MODULES
        known = [name for name in FIRST if name in names]
        return [*known, *sorted(names.difference(known))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        file = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = import_module(f"{__name__}.{file}").command
        if not isinstance(command, click.Command):
            return None
        command.options_metavar = _("[OPTIONS]")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; of a misspelt one, those that are like it are told."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            known = self.list_commands(ctx)
            raise click.NoSuchCommand(error.command_name, possibilities=known, ctx=ctx) from None

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; whatever goes wrong in it is told with its workspace."""
        with failure_report(ctx.params["folder"]):
            return super().invoke(ctx)


@click.command(
    cls=Commands,
    help=_(
        "Make website, feeds, calendar and print artwork from one folder of Markdown and YAML.\n\n"
        "Begin with: loa check, then loa build, then loa serve."
    ),
    options_metavar=_("[OPTIONS]"),
    subcommand_metavar=_("COMMAND [ARGS]..."),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="loa", message="%(prog)s %(version)s")
@folder_option
@click.pass_context
def loa(context: click.Context, folder: Path) -> None:
    """Remember the folder for the command that follows."""
    context.obj = folder


def main() -> None:
    """The entry point."""
    # Thousands of records are read and kept: looking through the young ones again and again for
    # what could be dropped takes a quarter of a check.
    gc.set_threshold(50_000, 20, 20)
    # What else is installed beside it may not change how it reads, and is not searched for that.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    speak()
    with somewhere(), failure_report(Path()):
        loa(prog_name="loa")
