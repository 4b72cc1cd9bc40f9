"""`loa keys`: what a key means, how it is written, and what it does."""

from pathlib import Path

import click

from generator.cli.console import LANGUAGE, _, say


@click.command(
    "keys",
    short_help=_("Tell what a key means, how it is written, what it does."),
    help=_(
        "Tell of each KEY what it means, how it is written, with an example, and what it does.\n\n"
        "KEY is a key (slot), its name in words, a file (plan, radio, mkdocs), or a file and the "
        "keys on the way (plan.activities.slots). Without KEY the files are listed.\n\n"
        "No workspace is needed."
    ),
)
@click.argument("queries", nargs=-1, metavar="[KEY]…")
@click.option(
    "--markdown",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=_("Write all keys as a page of Markdown into this file; - shows it."),
)
def command(queries: tuple[str, ...], file: Path | None) -> None:
    """Tell of keys, or write the page of all."""
    from generator.app.keys.terminal import answer, near, overview

    if file is not None:
        _write(file)
    elif not queries:
        click.echo(overview(LANGUAGE), nl=False)
    for index, word in enumerate(queries):
        if not (told := answer(word, LANGUAGE)):
            message = _("There is no key “{key}”.", key=word)
            known = ", ".join(near(word))
            hint = _("Did you mean: {known}?", known=known)
            raise click.UsageError(f"{message} {hint}" if known else message)
        click.echo(f"\n{told}" if index else told, nl=False)


def _write(file: Path) -> None:
    from generator.adapters.disk import write
    from generator.app.keys.markdown_page import page

    if str(file) == "-":
        click.echo(page(), nl=False)
        return
    if not file.parent.is_dir():
        raise click.BadParameter(_("there is no folder “{value}”.", value=file.parent))
    write(file, (page().encode(),))
    say("Written: {file}", file=file)
