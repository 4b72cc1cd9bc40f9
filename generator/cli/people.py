"""`loa people`: who may come in at the desk of an office, and what each may do."""

import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.cli.console import LANGUAGE, Exit, _, refuse, regular, say, workspace
from generator.model.person import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.diagnostics import Refusal
    from generator.model.person import Colleague, PasswordSeal

    Work = Callable[[Sequence[Colleague]], list[Colleague] | Refusal]

_ROLES = [each.value for each in Role]
_LARGEST = 10_000  # bytes of a file with a password
ROLE_NAMES = {Role.WRITES: "writes", Role.APPROVES: "writes and approves"}
"""What people call the roles (msgids)."""

_role_option = click.option(
    "--role",
    type=click.Choice(_ROLES),
    metavar="ROLE",
    help=_(
        "writes: writes, brings pictures, sends for approval, records evidence. approves: all of "
        "that, and approves, opens again, withdraws, corrects, releases, verifies, publishes."
    ),
)
_from_option = click.option(
    "--password-from",
    "source",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help=_("Take the password from the first line of a file, or with - from what is piped in."),
)


@click.group(
    "people",
    short_help=_("Say who may come in at the desk of an office, and what each may do."),
    help=_(
        "The people of loa desk --office: each has a name, a password and a role. Their passwords "
        "are kept sealed, outside of the workspace, and are asked for here, never typed into the "
        "command itself, which others of this computer could read.\n\n"
        'First: loa people add "Trần Thị Hoa" --role approves\n\n'
        "Example: loa people list"
    ),
    subcommand_metavar=_("COMMAND [ARGS]..."),
    options_metavar=_("[OPTIONS]"),
)
def command() -> None:
    """Leave everything to the commands below it."""


@command.command(
    "add",
    short_help=_("Take up a person; the password is asked for twice."),
    help=_(
        "Take up a person who then signs in at the desk by this name. What that person approves, "
        "verifies and writes is recorded under it.\n\n"
        'Example: loa people add "Nguyễn Văn An" --role writes'
    ),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("name", metavar="NAME")
@_role_option
@_from_option
@click.pass_obj
def add(folder: Path, name: str, role: str | None, source: Path | None) -> None:
    """Ask for the password, then keep both."""
    from generator.app.colleagues import addition
    from generator.model.person import Colleague

    root, line = workspace(folder), " ".join(name.split()) if name.isprintable() else name
    if role is None:
        refuse("Say what “{name}” may do: --role writes or --role approves", name=line)
    mould = Colleague(line, Role(role), _empty())
    _try(root, lambda people: addition(people, mould, _bodies(root)))
    person = Colleague(line, Role(role), _password(line, source), secrets.token_hex(8))
    _keep(root, lambda people: addition(people, person))
    say("{name} {role} at the desk of the office now.", name=line, role=_(ROLE_NAMES[person.role]))


@command.command(
    "list",
    short_help=_("Show who may come in."),
    help=_("Show the people of the office and their roles.\n\nExample: loa people list"),
    options_metavar=_("[OPTIONS]"),
)
@click.pass_obj
def list_(folder: Path) -> None:
    """One person a line."""
    people = _people(workspace(folder))
    if not people:
        say('Nobody is taken up yet: loa people add "TÊN" --role approves')
    for each in people:
        click.echo(f"{each.name}: {_(ROLE_NAMES[each.role])}")


@command.command(
    "change",
    short_help=_("Give a person another password or another role."),
    help=_(
        "Without --role the password is asked for anew; with a new one, whoever is signed in by "
        "this name has to sign in again. A new role holds at once.\n\n"
        'Example: loa people change "Nguyễn Văn An" --role approves'
    ),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("name", metavar="NAME")
@_role_option
@_from_option
@click.pass_obj
def change(folder: Path, name: str, role: str | None, source: Path | None) -> None:
    """Both, or one of them."""
    from generator.app import colleagues as office

    root, new = workspace(folder), Role(role) if role else None
    _try(root, lambda people: office.change(people, name, new, None))
    known = office.colleague_called(_people(root), name)
    label = known.name if known else name
    password = _password(label, source) if source or new is None else None
    _keep(root, lambda people: office.change(people, name, new, password))
    say("Changed: {name}.", name=label)


@command.command(
    "remove",
    short_help=_("Let a person in no more."),
    help=_(
        "Whoever is signed in by this name is let in no more, at once. What was approved and "
        "written under it stays.\n\n"
        'Example: loa people remove "Nguyễn Văn An"'
    ),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("name", metavar="NAME")
@click.pass_obj
def remove(folder: Path, name: str) -> None:
    """The last who approves stays."""
    from generator.app.colleagues import account_key, colleague_called, removal
    from generator.cli.account_data import folder_of

    root = workspace(folder)
    person = colleague_called(_people(root), name)
    _keep(root, lambda people: removal(people, name))
    say("{name} is let in no more.", name=name)
    own = folder_of(account_key(person)) if person else root
    if person and any(each.is_file() for each in own.rglob("*")):
        say(
            "What {name} has not saved stays here, and no account sees it: {folder}",
            name=person.name,
            folder=own,
        )


def _bodies(root: Path) -> frozenset[str]:
    """What partners, their channels and places are called, as names are compared."""
    from generator.cli.desk_workplace import Here
    from generator.planning.evidence_targets import body_names
    from generator.vietnamese.person_names import name_key

    return frozenset(map(name_key, body_names(Here(root).look().plan.workspace)))


def _people(root: Path) -> "Sequence[Colleague]":
    from generator.adapters.people_file import PeopleFile
    from generator.ports import PeopleError

    kept = PeopleFile(root)
    try:
        return kept.every()
    except PeopleError:
        _damaged(kept.place)


def _damaged(place: Path) -> NoReturn:
    say(
        "The people of this office cannot be read in {file}: nobody is let in. Put the file back "
        "from a copy, or delete it and take everybody up anew.",
        err=True,
        file=place,
    )
    sys.exit(Exit.CONTENT)


def _try(root: Path, work: "Work") -> None:
    """End the command now, before a password is asked for, if nothing would come of it."""
    _told(work(_people(root)))


def _keep(root: Path, work: "Work") -> None:
    from generator.adapters.lock import BusyError
    from generator.adapters.people_file import PeopleFile
    from generator.ports import PeopleError

    kept = PeopleFile(root)
    try:
        _told(kept.replace(work))
    except PeopleError:
        _damaged(kept.place)
    except BusyError:
        raise click.ClickException(_("Another loa is at work here; try again.")) from None


def _told(outcome: "Refusal | Sequence[Colleague] | None") -> None:
    from generator.diagnostics import Location, Refusal

    if isinstance(outcome, Refusal):
        told = outcome.at(Location(""))
        message = f"{told.message(LANGUAGE)} {told.hint(LANGUAGE)}"
        raise click.UsageError(message)


def _password(name: str, source: Path | None) -> "PasswordSeal":
    """A good password, password_seal; from a person twice, or from a file."""
    from generator.app.colleagues import SALT_SIZE, password_seal, weakness

    password = _line(source) if source else _typed(name)
    _told(weakness(password, name))
    return password_seal(password, secrets.token_bytes(SALT_SIZE))


def _typed(name: str) -> str:
    import getpass

    if not sys.stdin.isatty():
        refuse("Nobody can be asked for the password here; use --password-from FILE, or - .")
    first = getpass.getpass(_("Password of {name}: ", name=name))
    if getpass.getpass(_("The same once more: ")) != first:
        refuse("The two passwords differ; nothing was kept. Try again.")
    return first


def _line(source: Path) -> str:
    """The first line; a Windows editor may have put a mark before it."""
    if str(source) == "-":
        data = sys.stdin.buffer.read(_LARGEST)
    else:
        with regular(source).open("rb") as stream:
            data = stream.read(_LARGEST)
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        refuse("{file} is no text in UTF-8.", file=source)
    return lines[0] if lines else ""


def _empty() -> "PasswordSeal":
    from generator.model.person import PasswordSeal

    return PasswordSeal(b"", b"", 0, 0, 0)
