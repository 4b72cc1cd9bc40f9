"""The `loa` command: one file for each command, imported when it is asked for."""

from importlib import import_module

import click

from generator import __version__
from generator.cli.console import _, folder_option, run, speak
from pathlib import Path

COMMANDS = ("check", "plan", "build", "serve", "new", "init", "schema")


class Commands(click.Group):
    """Commands that are imported when they are asked for, so that the help appears at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """All commands, in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """One command, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"generator.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None


@click.command(
    cls=Commands,
    help=_(
        "Make website, feeds, calendar and print artwork from one folder of Markdown and YAML.\n\n"
        "Begin with: loa check, then loa build, then loa serve."
    ),
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
    speak()
    run(loa)
