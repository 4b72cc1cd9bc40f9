"""Edits that evidence follows. All of it is test data."""

from pathlib import Path

from generator.adapters.files import FolderFiles
from generator.app.check import CheckScope, check
from generator.app.editing import FILE_THERE, Outcome, apply
from generator.app.editing.edit_kinds import (
    AddEvidence,
    Edit,
    Rename,
    VerifyEvidence,
    WithdrawEvidence,
)
from generator.diagnostics import Location
from generator.planning.visibility import start_of
from generator.vietnamese.dates import read_date

ROOT = Path(__file__).parents[2] / "tests/examples/whole"
FILE = "campaigns/thu-2021/evidence/2021-q2.yml"
NOW = start_of(read_date("1/6/2021"))


def lines_after(edit: Edit) -> set[str]:
    """The lines of the file of evidence that an edit brings."""
    files, scope = FolderFiles(ROOT), CheckScope(NOW)
    outcome = apply([edit], files, check(files, NOW, None, scope), scope)
    assert outcome.changeset is not None, outcome.findings
    (revision,) = (each for each in outcome.changeset.revisions if each.path == FILE)
    before, after = (
        set((data or b"").decode().split("\n")) for data in (revision.before, revision.after)
    )
    return after - before


def test_evidence_follows_a_piece_that_is_renamed() -> None:
    assert lines_after(Rename("content/phat/phat-2.md", "phat-hai")) == {"  of: phat-hai"}


def test_evidence_of_a_place_follows_it_too() -> None:
    assert lines_after(Rename("content/in/pano-1.md", "pano-mot")) == {"  of: pano-mot/tinh-thu"}


def test_a_record_in_a_list_is_verified_and_withdrawn() -> None:
    by = lines_after(VerifyEvidence("mc-2021-0002", "Tổ thư ký"))
    assert by == {"  verified_by: Tổ thư ký", "  verified_on: 1/6/2021"}
    why = lines_after(WithdrawEvidence("mc-2021-0003", "Ghi nhầm"))
    assert why == {"  withdrawn_on: 1/6/2021  # Ghi nhầm"}


def test_the_name_of_a_file_is_looked_at_as_it_is_given() -> None:
    files, scope = FolderFiles(ROOT), CheckScope(NOW)
    data = (ROOT / "campaigns/thu-2021/evidence/phieu-phat-song.pdf").read_bytes()
    values = {"kind": "aired", "of": "phat-1", "on": "12/5/2021"}
    edit = AddEvidence("thu-2021", values, "a.nguyen@co-quan.vn.pdf", data)
    outcome = apply([edit], files, check(files, NOW, None, scope), scope)
    assert [each.rule.code for each in outcome.findings] == ["evidence-private"]


def test_no_new_record_takes_the_place_of_another() -> None:
    files, scope = FolderFiles(ROOT), CheckScope(NOW)
    values = {"id": "2021-q2", "kind": "aired", "of": "phat-1", "on": "12/5/2021"}
    outcome = apply([AddEvidence("thu-2021", values)], files, check(files, NOW, None, scope), scope)
    assert outcome == Outcome(None, [FILE_THERE.at(Location(FILE), path=FILE)])
