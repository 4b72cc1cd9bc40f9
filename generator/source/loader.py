"""The reading of files one by one: what they hold, what is wrong, what nobody can be blamed for."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeVar

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.artifact import digest_of
from generator.model.asset import Asset
from generator.model.attachment import Attachment
from generator.model.campaign import Campaign
from generator.model.evidence import Evidence
from generator.model.file import AuthoredFile
from generator.model.memory import Memory
from generator.model.partner import Partner
from generator.model.piece import Deliverable, Piece
from generator.model.record import Record
from generator.model.release import Release
from generator.model.site import OWN_THEME, SITE_FILE, Site, SiteFile
from generator.model.slips import BAD_ID, LONG_ID, RESERVED_NAME
from generator.model.workspace import ANYTHING
from generator.source.document import Document
from generator.source.evidence_file import read_or_recall
from generator.source.file_text import read_file
from generator.source.mkdocs_yml import read_site, site_of
from generator.source.paths import unfit
from generator.source.piece_file import NOT_A_GROUP, read_piece
from generator.source.piece_memory import located_late, piece_from, piece_record
from generator.source.records import beside, read_record
from generator.source.release_file import alterations
from generator.source.strays import KINDS, PLAN, folder_meant, is_read, stray
from generator.source.twice import first_of, of_file, unique
from generator.source.yaml_nodes import Mapping, read_yaml
from generator.vietnamese.slugs import slugify

R = TypeVar("R", bound=Record)

FILE_MISSING = Rule(
    "file-missing",
    "The workspace has no such file.",
    "Copy it from a new workspace: loa init ../mau makes a folder that holds one.",
)
BRAND = "assets/brand.yml"
CAMPAIGNS = "campaigns"
_NO_FOLDER = re.compile(r"campaigns/[^/.]+")  # it has the name of a plan, which lies in a folder
_NO_ID = frozenset({BAD_ID.code, LONG_ID.code, RESERVED_NAME.code})  # which one is meant?
_IDS = re.compile(r"""(?:^|[\s{,-])["']?id["']?\s*:[ \t]*["']?([^\s"'#,{}]+)""", re.MULTILINE)


@dataclass(slots=True)
class Loader:
    """Reads the files of one workspace; `findings` grows with each problem."""

    memory: Memory
    findings: list[Diagnostic] = field(default_factory=list)
    broken_ids: set[str] = field(default_factory=set)
    broken_files: set[str] = field(default_factory=set)
    broken_drafts: set[str] = field(default_factory=set)
    campaigns: dict[str, Campaign] = field(default_factory=dict)
    activity_key: str = ""
    folders_without_id: set[str] = field(default_factory=set)
    copied_folders: set[str] = field(default_factory=set)
    misnamed_files: set[str] = field(default_factory=set)
    faces: list[str] = field(default_factory=list)

    def pieces(self, files: Iterable[AuthoredFile]) -> Iterator[Piece]:
        """Those that can be read, after the plans that they belong to."""
        activities = ((c.id, [a.id for a in c.activities]) for c in self.campaigns.values())
        self.activity_key = repr(sorted(activities))
        for file in files:
            source = self.document(file)
            if source and (piece := self._piece(source)):
                self.faces += [source.path, "\n".join(source.lines[: piece.body.first - 1])]
                yield piece

    def record(
        self, file: AuthoredFile, kind: type[R], examples: Table[str, str] | None = None
    ) -> R | None:
        """The one record of a file; `examples` are values that it may well have."""
        source = self.document(file)
        return self._record(source, kind, examples) if source else None

    def releases(self, files: Iterable[AuthoredFile]) -> Iterator[Release]:
        """Those of plans that are no copies."""
        for file in files:
            if folder_of(file.path) not in self.copied_folders and (release := self._release(file)):
                yield release

    def _release(self, file: AuthoredFile) -> Release | None:
        source = self.document(file)
        release = self._record(source, Release) if source else None
        if source and release:
            release.read_from(file.path)
            self.findings += alterations(source, release)
        return release

    def evidence(self, files: Iterable[AuthoredFile]) -> Iterator[Evidence]:
        """Those of plans that are no copies, each with the id of its plan."""
        ids = {folder_of(each.where().path): each.id for each in self.campaigns.values()}
        for file in files:
            folder = folder_of(file.path)
            source = None if folder in self.copied_folders else self.document(file)
            if source:
                found, told, is_whole = read_or_recall(source, ids.get(folder, folder), self.memory)
                self._tell(source, told, is_read=is_whole)
                yield from found

    def site(self, files: dict[str, AuthoredFile]) -> Site:
        """What mkdocs.yml says, and own HTML of the site."""
        own = [file for file in files.values() if file.path.startswith(OWN_THEME)]
        html = [source for file in own if (source := self.document(file))]
        if SITE_FILE not in files:
            self.missing(SITE_FILE)
        source = self.document(files[SITE_FILE]) if SITE_FILE in files else None
        read, found = read_site(source) if source else (SiteFile(), [])
        self.findings += found
        if any(problem.is_error for problem in found):
            self.broken_files.add(SITE_FILE)
        return site_of(read, html)

    def missing(self, path: str) -> None:
        """Tell that a file is not there, unless a folder above it is known to be broken."""
        if self.broken_files.isdisjoint(_with_folders(path)):  # else told already
            self.findings.append(FILE_MISSING.at(Location(path)))

    def absent(self, names: Iterable[str]) -> frozenset[str]:
        """The lists of `campaigns/` that are not there at all."""
        return (
            frozenset()
            if CAMPAIGNS in self.broken_files
            else frozenset(KINDS).difference(names, self.broken_files)
        )

    def each(
        self, kind: str, records: Iterable[R], id_of: Callable[[R], str] = first_of
    ) -> dict[str, R]:
        """The records by id; of two with one id, one is told and left out.

        Whoever means the one that is left out is not blamed for its id.
        """
        found, twice = unique(records, id_of)
        self.findings += twice
        self.broken_ids |= {ANYTHING + kind} if twice else set()
        return found

    def channels(self, partners: Iterable[Partner]) -> None:
        """Those of a partner have ids of their own."""
        for partner in partners:
            self.each(f"channel of {partner.id}", partner.channels)

    def plans(self, files: Iterable[AuthoredFile]) -> dict[str, Campaign]:
        """The plans by id, each with activities that have ids of their own."""
        read = [campaign for file in files if (campaign := self._plan(file))]
        self.campaigns, twice = unique(read, of_file)
        self.findings += twice
        meant = {folder_of(campaign.where().path) for campaign in self.campaigns.values()}
        self.copied_folders = {folder_of(campaign.where().path) for campaign in read} - meant
        self.broken_ids |= self.copied_folders
        return self.campaigns

    def _plan(self, file: AuthoredFile) -> Campaign | None:
        campaign = self.record(file, Campaign, {"id": slugify(folder_of(file.path))})
        if campaign is None:
            self.folders_without_id.add(folder_of(file.path))
            return None
        own = tuple(self.each(f"activity of {campaign.id}", campaign.activities).values())
        return campaign.model_copy(update={"activities": own})

    def forgive(self, pieces: Iterable[Piece]) -> None:
        """No piece is blamed for a plan that could not be read.

        Its id is the name of its folder; or else what several pieces name and no plan is.
        """
        meant = Counter(piece.campaign for piece in pieces if isinstance(piece, Deliverable))
        self.broken_ids |= self.folders_without_id
        if not self.folders_without_id <= meant.keys():
            several = {identity for identity, count in meant.items() if count > 1}
            self.broken_ids |= several - self.campaigns.keys()

    def readable(
        self, files: Iterable[AuthoredFile], assets: Iterable[Asset | Attachment]
    ) -> list[AuthoredFile]:
        """Those that can be read, in order; what is wrong with the others, and with names."""
        every = sorted(files, key=lambda file: file.path)
        texts = (f.path for f in every if f.problem or not f.path.startswith("assets/"))
        names = list(unfit([*texts, *(asset.path for asset in assets)]))
        self.findings += names
        self.misnamed_files = {told.where.path for told in names}
        self.broken_files |= {told.details["better"] for told in names if "better" in told.details}
        for file in every:
            if file.problem:
                self.document(file)
        good = [file for file in every if not file.problem]
        there = {part for file in good for part in (file.path, file.path.partition("/")[0])}
        there -= {file.path for file in good if folder_meant(file.path)}
        for file in good:
            if not is_read(file.path):
                told, meant = stray(file.path, there)
                self.findings += [told] if file.path not in self.misnamed_files else []
                if not meant and "plan" in PurePosixPath(file.path).stem.casefold():
                    self.broken_ids.add(f"{ANYTHING}campaign")
                self.broken_files |= {meant} - there - {""}
                if meant not in there:
                    self.broken_ids.add(PurePosixPath(meant).stem)
                self._lacks(file.path if meant in there else meant or file.path)
        return [file for file in good if is_read(file.path)]

    def document(self, file: AuthoredFile) -> Document | None:
        """The text of a file; what others refer to may be in one that is none."""
        source = read_file(file)
        if isinstance(source, Document):
            if not source.path.startswith("content/"):
                self.faces += [source.path, source.text]
            return source
        self.findings.append(source)
        self.broken_files.add(file.path)
        self._lacks(file.path)
        self.broken_ids.add(PurePosixPath(file.path).stem)  # of a piece, most likely its id
        return None

    def _lacks(self, path: str) -> None:
        """Remember that whatever others refer to may be in a file that is not read."""
        lost = {KINDS.get(path)} if path != CAMPAIGNS else {"campaign", *KINDS.values()}
        self.broken_ids |= {ANYTHING + kind for kind in lost if kind}
        if PLAN.fullmatch(path) or _NO_FOLDER.fullmatch(path):
            self.folders_without_id.add(folder_of(path))

    def _piece(self, source: Document) -> Piece | None:
        """The piece of a file, remembered of one in which nothing was wrong beside these plans."""
        key = digest_of(source.path, source.text, self.activity_key)
        last, piece = self.memory.pieces.get(source.path, ("", None))
        if last == key:
            return piece
        known = self.memory.store.get("piece", key)
        if known is not None:
            return self._kept(key, piece_from(known, source))
        read = read_piece(source, self.campaigns)
        if read.piece and not read.findings:
            self.memory.store.put("piece", key, piece_record(read.piece))
            return self._kept(key, located_late(read.piece, source))
        self._tell(source, read.findings, is_read=read.piece is not None)
        if read.piece is None and read.is_draft:
            self.broken_drafts.add(source.path)
        return read.piece

    def _kept(self, key: str, piece: Piece) -> Piece:
        """One in which nothing is wrong, for whoever reads the same file again in this run."""
        self.memory.pieces[piece.file] = key, piece
        return piece

    def _record(
        self, source: Document, kind: type[R], examples: Table[str, str] | None = None
    ) -> R | None:
        """The record of a file, which is not read again in this run as long as it says the same."""
        made_from = digest_of(source.text, repr(examples))
        record, told = self.memory.latest(
            kind.__name__, source.path, made_from, lambda: _typed(source, kind, examples)
        )
        self._tell(source, told, is_read=record is not None)
        return record

    def _tell(self, source: Document, found: Sequence[Diagnostic], *, is_read: bool) -> None:
        """Tell the problems of a file; of one that could not be read, every id is remembered."""
        is_told = source.path in self.misnamed_files  # by its name, which is that of its id
        self.findings += (each for each in found if not (is_told and each.rule is RESERVED_NAME))
        if any(problem.is_error for problem in found):
            self.broken_files.add(source.path)
        if not is_read:
            ids = set(_IDS.findall(source.text))
            anything = {ANYTHING + KINDS.get(source.path, "")}
            has_bad_id = any(problem.rule.code in _NO_ID for problem in found)
            self.broken_ids |= ids | (anything if has_bad_id or not ids else set())


def _typed(
    source: Document, kind: type[R], examples: Table[str, str] | None
) -> tuple[R | None, list[Diagnostic]]:
    """The record of a file, and what is wrong with it."""
    node, found = read_yaml(source)
    if not isinstance(node, Mapping):
        return None, found or [NOT_A_GROUP.at(source.at(0))]
    record, problems = read_record(kind, node, examples)
    return record, [*found, *beside(found, problems)]


def _with_folders(path: str) -> tuple[str, ...]:
    return path, *map(str, PurePosixPath(path).parents)


def folder_of(path: str) -> str:
    """The folder of a plan, by the path of any file in it."""
    return path.split("/")[1]
