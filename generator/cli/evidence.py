"""`loa evidence`: what shows that something of the plan was done."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from generator.cli.console import Exit, _, named_plan, refuse, regular, tell
from generator.cli.editing import apply_edits, dry_run_option, text_of
from generator.model.evidence import EvidenceKind, EvidenceStage

if TYPE_CHECKING:
    from generator.app.check import CheckReport
    from generator.app.editing.edit_kinds import Edit
    from generator.model.attachment import AttachmentFacts

KINDS, STAGES = get_args(EvidenceKind), get_args(EvidenceStage)


@click.group(
    "evidence",
    short_help=_("Add, verify or withdraw what shows that something was done."),
    help=_(
        "What shows that something of the plan was done: slips of stations, photographs, lists, "
        "papers. Nothing of it is ever public.\n\n"
        "What is added counts as done; what another person than its sender has verified counts as "
        "proved: loa status shows both."
    ),
    subcommand_metavar=_("COMMAND [ARGS]..."),
    options_metavar=_("[OPTIONS]"),
)
def command() -> None:
    """Leave everything to the commands below it."""


@command.command(
    "add",
    short_help=_("Add a file that shows what was done."),
    help=_(
        "Copy FILE into the folder of evidence of its plan, with a record that says what it "
        "shows.\n\n"
        "Example: loa evidence add phieu.pdf --of phat-thanh-2021-2-1 --kind aired --on 12/5/2021 "
        '--measure "1 chương trình" --from dai-vi-du\n\n'
        "Of a photograph kind and day are taken from the camera. loa undo takes it back."
    ),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--of",
    "names",
    multiple=True,
    required=True,
    metavar="ID",
    help=_("The piece, slot or line of the plan; piece/place for one place. Several: once each."),
)
@click.option("--campaign", default="", metavar="ID", help=_("The plan, where several have it."))
@click.option("--kind", type=click.Choice(KINDS), metavar="KIND", help=", ".join(KINDS))
@click.option("--stage", type=click.Choice(STAGES), metavar="STAGE", help=", ".join(STAGES))
@click.option("--on", "day", default="", metavar="DAY", help=_("When it was done."))
@click.option("--measure", "measures", multiple=True, metavar="WORDS", help=_("How much it shows."))
@click.option("--from", "sender", default="", metavar="WHO", help=_("Who sent it."))
@click.option("--amount", default="", metavar="MONEY", help=_("Of a contract, invoice, payment."))
@click.option("--note", default="", metavar="WORDS", help=_("What the office should know."))
@dry_run_option
@click.pass_obj
def add(  # what is asked in words stands in `given`
    folder: Path, /, file: Path, names: Sequence[str], *, dry_run: bool, **given: str
) -> None:
    """Write the record, and the file beside it."""
    from generator.app.editing.edit_kinds import AddEvidence

    data = _data(file)
    values = _values(names, given, _examined(file, data))

    def edits(checked: "CheckReport", root: Path) -> "list[Edit]":
        inside = file.resolve().is_relative_to(root.resolve())
        path = file.resolve().relative_to(root.resolve()) if inside else Path(file.name)
        name = unicodedata.normalize("NFC", path.as_posix())
        return [AddEvidence(_campaign(checked, names[0], given["campaign"]), values, name, data)]

    apply_edits(folder, edits, dry_run=dry_run)


@command.command(
    "import",
    short_help=_("Take evidence from a table that somebody sent."),
    help=_(
        "Read a TABLE (XLSX or CSV, as Excel, Google Forms and Kobo write them): each row is one "
        "piece of evidence. Without --write only what would be kept is shown, with one problem of "
        "each row that cannot be.\n\n"
        "What a column means follows from its name, or is said with --column; it is kept in "
        "campaigns/columns.yml for the next table.\n\n"
        "Example: loa evidence import bao-cao.xlsx --campaign sxsh-2021 --of tap-huan --kind "
        'unit-report --column "Số lớp=measures lớp" --write\n\n'
        "loa undo takes it back."
    ),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("file", metavar="TABLE", type=click.Path(path_type=Path))
@click.option("--campaign", required=True, metavar="ID", help=_("The plan."))
@click.option("--of", "name", default="", metavar="ID", help=_("Of what all rows are."))
@click.option("--kind", type=click.Choice(KINDS), metavar="KIND", help=", ".join(KINDS))
@click.option("--on", "day", default="", metavar="DAY", help=_("When all of it was done."))
@click.option("--from", "sender", default="", metavar="WHO", help=_("Who sent the table."))
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="HEAD=KEY",
    help=_("What a column holds: “Ngày phát=on”, “Số lớp=measures lớp”."),
)
@click.option("--write", is_flag=True, help=_("Write what can be kept, if all rows can be."))
@click.option("--good-rows", is_flag=True, help=_("With --write: leave out the rows that cannot."))
@click.pass_obj
def import_(  # what is asked in words stands in `given`
    folder: Path,
    /,
    file: Path,
    columns: Sequence[str],
    *,
    write: bool,
    good_rows: bool,
    **given: str,
) -> None:
    """Show what the table comes to, and write it if that is wanted."""
    from generator.cli.evidence_tables import run

    same = {"of": (given["name"],) if given["name"] else (), "kind": given["kind"] or ""}
    same |= {"on": given["day"], "received_from": given["sender"]}
    run(folder, file, given["campaign"], columns, same, write=write, good_rows=good_rows)


@command.command(
    "verify",
    short_help=_("Say that you have looked at evidence and found it right."),
    help=_(
        "Each EVIDENCE is counted as proved from then on: somebody else than who sent it has "
        "looked at its file.\n\n"
        'Example: loa evidence verify mc-2021-0007 --by "Tổ thư ký"\n\n'
        "loa undo takes it back."
    ),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("names", nargs=-1, required=True, metavar="EVIDENCE…")
@click.option("--by", required=True, metavar="NAME", help=_("Who has looked at it."))
@dry_run_option
@click.pass_obj
def verify(folder: Path, names: Sequence[str], by: str, *, dry_run: bool) -> None:
    """Write name and day."""
    from generator.app.editing.edit_kinds import VerifyEvidence

    name = text_of(by, "--by")
    apply_edits(folder, lambda *_: [VerifyEvidence(each, name) for each in names], dry_run=dry_run)


@command.command(
    "withdraw",
    short_help=_("Say that evidence was wrong: it counts no more."),
    help=_(
        "EVIDENCE counts no more; its record and its file stay, with the day and the reason.\n\n"
        'Example: loa evidence withdraw mc-2021-0007 --reason "Ảnh của năm khác"\n\n'
        "loa undo takes it back."
    ),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("name", metavar="EVIDENCE")
@click.option("--reason", required=True, metavar="WORDS", help=_("Why, in a line."))
@dry_run_option
@click.pass_obj
def withdraw(folder: Path, name: str, reason: str, *, dry_run: bool) -> None:
    """Write day and reason."""
    from generator.app.editing.edit_kinds import WithdrawEvidence

    why = text_of(reason, "--reason")
    apply_edits(folder, lambda *_: [WithdrawEvidence(name, why)], dry_run=dry_run)


def _data(file: Path) -> bytes:
    from generator.model.attachment import MOST_BYTES

    with regular(file).open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _examined(file: Path, data: bytes) -> "AttachmentFacts":
    """What the file is; one that is not kept as proof ends the command."""
    from generator.diagnostics import Location, Refusal
    from generator.source.attached_file import examine

    found = examine(file.name, data)
    if isinstance(found, Refusal):
        tell([found.at(Location(file.name), file=file.name)], err=True)
        raise SystemExit(Exit.CONTENT)
    return found


def _values(
    names: Sequence[str], given: Mapping[str, Any], facts: "AttachmentFacts"
) -> dict[str, str | tuple[str, ...]]:
    """The keys of the record, as they are typed."""
    from generator.source.release_file import moment

    kind = given["kind"] or ("photograph" if facts.turns else "")
    if not kind:
        refuse("What sort of evidence is it? Name it with --kind: {known}.", known=", ".join(KINDS))
    taken = facts.shot.taken_at
    day = given["day"] or (moment(taken) if taken else "")
    if not day:
        refuse("When was it done? The file does not tell; name the day with --on.")
    values = {"kind": kind, "of": tuple(names), "stage": given["stage"] or "", "on": day}
    more = {"amount": given["amount"], "received_from": given["sender"], "note": given["note"]}
    return {**values, "measures": tuple(given["measures"]), **dict(_lines(more))}


def _lines(given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key, value in given.items():
        yield key, text_of(value, f"--{key}") if value else ""


def _campaign(checked: "CheckReport", name: str, wanted: str) -> str:
    """The plan that has what is named, the wanted one if one is; or ends the command."""
    from generator.planning.evidence_targets import is_duty, target_of

    every = checked.plan.workspace.campaigns.values()
    known = ", ".join(each.id for each in every) or "–"
    if wanted:
        named_plan(checked.plan.workspace.campaigns, wanted)
    plan = checked.plan
    found = [e.id for e in every if target_of(plan, e, name) or is_duty(e, name)]
    if not (wanted or found):
        message = "No plan has a piece, slot or line “{name}”; plans: {known}."
        refuse(message, name=name, known=known)
    if len(found) > 1 and not wanted:
        message = "“{name}” is in several plans; name one with --campaign: {known}."
        refuse(message, name=name, known=", ".join(found))
    return wanted or found[0]
