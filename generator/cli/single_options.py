"""An option that takes one value stands once: click would keep the last and forget the others."""

from typing import Any

import click

from generator.cli.console import refuse

_parse = click.Command.parse_args


def _parsed(command: click.Command, ctx: click.Context, args: list[str]) -> list[str]:
    *_, given = command.make_parser(ctx).parse_args([*args])
    for option in given if not ctx.resilient_parsing else ():
        if _is_single(option) and given.count(option) > 1:
            refuse("Write {option} only once: it takes one value.", option=option.opts[-1])
    return _parse(command, ctx, args)


def _is_single(option: Any) -> bool:  # noqa: ANN401 - click tells no types here
    """Whether it takes a value, and no list of them; a flag that is there twice says the same."""
    return isinstance(option, click.Option) and not (option.multiple or option.is_flag)


def teach_click() -> None:
    """Let every command hold its options to that."""
    click.Command.parse_args = _parsed  # type: ignore[method-assign,assignment] # so none is left out
