"""What the commands that open a port share: which port, for whom, and why it cannot be opened."""

import errno
import re
import sys
from typing import NoReturn

import click

from generator.cli.console import Exit, _, say

_FREE, _LAST = 1024, 65535  # ports below need an administrator; there are none above
PORT = click.IntRange(0, _LAST)
"""Ports that there are; 0 is any free one."""

_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]", re.IGNORECASE)


def _names(context: click.Context, option: click.Parameter, hosts: tuple[str, ...]) -> object:
    for host in hosts:
        if not _HOST.fullmatch(host):
            raise click.BadParameter(
                _(
                    "“{value}” is no name of a computer; write it without http:// and port.",
                    value=host,
                ),
                context,
                option,
            )
    return hosts


host_option = click.option(
    "--host",
    "hosts",
    metavar="NAME",
    multiple=True,
    callback=_names,
    help=_("A further name by which browsers may ask, as behind a proxy; may be repeated."),
)


def not_opened(error: OSError, command: str, port: int) -> NoReturn:
    """End a command whose port cannot be opened, with what to try next."""
    other = port + 1 if _FREE <= port < _LAST else 8080
    message = "Port {port} cannot be opened here. Try another: loa {command} --port {next}"
    if error.errno == errno.EADDRINUSE:
        message = "Port {port} is taken. Try another: loa {command} --port {next}"
    say(message, err=True, port=port, command=command, next=other)
    sys.exit(Exit.USAGE)
