"""Files that were dropped on `loa desk` and tables that are to be imported, before they count."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from generator.adapters.received_folder import ReceivedFolder
    from generator.app.check import CheckReport
    from generator.app.evidence_import import TableImport
    from generator.app.evidence_table import Values
    from generator.cli.workplace import Workplace
    from generator.desk.proof_needs import ReceivedFile, ReceivedTable
    from generator.diagnostics import Refusal
    from generator.model.attachment import AttachmentFacts
    from generator.model.column import Column
    from generator.text.imported.foreign_table import ForeignTable

_KNOWN = 500  # files of which it is remembered what they are


class ProofRoom:
    """What waits to become evidence of the workspace `root`."""

    def __init__(self, root: Path, here: "Workplace") -> None:
        """Nothing is read yet."""
        self._root, self._here = root, here
        self._facts = lru_cache(_KNOWN)(self._examined)

    @property
    def _files(self) -> "ReceivedFolder":
        return self._folder("evidence")

    @property
    def _tables(self) -> "ReceivedFolder":
        return self._folder("tables")

    def _folder(self, kind: str) -> "ReceivedFolder":
        """What waits of whoever acts: each account has its own."""
        from generator.adapters.received_folder import ReceivedFolder
        from generator.cli.account_data import account_data

        return ReceivedFolder(self._root, kind, account_data())

    def last_report(self) -> "CheckReport":
        """Everything as it was looked at last."""
        return self._here.last_report()

    def waiting_count(self) -> int:
        """How many files were dropped and are no evidence yet."""
        return len(self._files.files())

    def waiting_files(self, most: int) -> "list[ReceivedFile]":
        """The first so many files that were dropped, in that order."""
        from generator.desk.proof_needs import ReceivedFile
        from generator.model.attachment import AttachmentFacts

        every = [(each, self._facts(each.key, each.name)) for each in self._files.files()[:most]]
        return [
            ReceivedFile(each.key, each.name, each.size, facts)
            for each, facts in every
            if isinstance(facts, AttachmentFacts)
        ]

    def receive(self, name: str, data: bytes) -> "ReceivedFile | Refusal | None":
        """Keep a file that can be proof, by what is in it; or why it cannot."""
        from generator.desk.proof_needs import ReceivedFile
        from generator.diagnostics import Refusal
        from generator.source.attached_file import examine

        facts = examine(name, data)
        if isinstance(facts, Refusal):
            return facts
        kept = self._files.put(name, data)
        return ReceivedFile(kept.key, kept.name, kept.size, facts) if kept else None

    def received_data(self, key: str) -> bytes | None:
        """The bytes of a file that was dropped."""
        return self._files.data(key)

    def forget(self, keys: "Collection[str]") -> None:
        """Files that were dropped are evidence now, or are none."""
        for key in keys:
            self._files.drop(key)

    def alike(self, files: "Sequence[ReceivedFile]") -> "Mapping[str, str]":
        """Of each photograph that shows what another one shows, by its key, that other one."""
        from generator.checks.evidence_files import readable
        from generator.source.photograph import repeats

        if not any(each.facts.turns for each in files):
            return {}
        workspace = self._here.look().plan.workspace
        known = readable(workspace, self._here.memory)
        valid = {key for key, each in workspace.evidence.items() if not each.is_withdrawn}
        turns = {key: each.turns for key, each in known.items() if each.turns and key in valid}
        turns |= {each.key: each.facts.turns for each in files if each.facts.turns}
        names, asked = [*turns], {each.key for each in files}
        found = repeats([*turns.values()])
        return {names[later]: names[first] for later, first in found if names[later] in asked}

    def receive_table(self, name: str, data: bytes) -> "ReceivedTable | Refusal | None":
        """Keep a table until it is imported; or why it cannot be read."""
        from generator.desk.proof_needs import ReceivedTable
        from generator.diagnostics import Refusal
        from generator.text.imported.foreign_table import read_table

        table = read_table(name, data)
        if isinstance(table, Refusal):
            return table
        for old in self._tables.files():
            self._tables.drop(old.key)
        kept = self._tables.put(name, data)
        return ReceivedTable(kept.key, table) if kept else None

    def received_table(self, key: str) -> "ReceivedTable | None":
        """A table that was dropped."""
        from generator.desk.proof_needs import ReceivedTable
        from generator.diagnostics import Refusal
        from generator.text.imported.foreign_table import read_table

        kept = next((each for each in self._tables.files() if each.key == key), None)
        data = self._tables.data(key) if kept else None
        table = read_table(kept.name, data) if kept and data is not None else None
        return None if table is None or isinstance(table, Refusal) else ReceivedTable(key, table)

    def read_rows(
        self,
        campaign: str,
        table: "ForeignTable",
        columns: "Mapping[str, Column]",
        same: "Values",
    ) -> "TableImport":
        """What the rows of a table come to."""
        from generator.app.evidence_import import import_table

        here = self._here
        report, files = here.look(), here.files()
        scope = here.check_scope()
        return import_table(report, files, campaign, table, columns, same, scope, here.memory)

    def _examined(self, key: str, name: str) -> "AttachmentFacts | Refusal":
        from generator.source.attached_file import examine

        return examine(name, self._files.data(key) or b"")
