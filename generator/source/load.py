"""All files of a workspace to one Workspace and all of their problems."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from generator.diagnostics import Diagnostic, Location, Rule
from generator.media import media
from generator.model.abbreviations import AbbreviationFile
from generator.model.asset import Asset
from generator.model.brand import Brand
from generator.model.campaign import Campaign
from generator.model.document import SourceFile
from generator.model.file import File
from generator.model.holidays import HolidayFile
from generator.model.partner import PartnerFile
from generator.model.piece import Piece
from generator.model.place import PlaceFile
from generator.model.printer import PrinterFile
from generator.model.quotations import QuotationFile
from generator.model.record import Record
from generator.model.release import Release
from generator.model.site import OWN_THEME, SITE_FILE, Site, SiteFile
from generator.model.workspace import ANYTHING, Workspace
from generator.source.document import Document, read_document
from generator.source.frontmatter import split
from generator.source.nodes import Mapping, Scalar, read_yaml
from generator.source.records import MISSING_KEY, WRONG_CHOICE, read_record
from generator.source.releases import edited
from generator.source.site import read_site, site_of
from generator.vietnamese.text import nfc

R = TypeVar("R", bound=Record)

DUPLICATE_ID = Rule(
    "duplicate-id",
    "The id “{id}” is taken: {first} has it already.",
    "Give one of the two another id; ids must never change once a piece is published.",
)
NOT_A_GROUP = Rule(
    "no-keys",
    "Here must be lines of the form “key: value”.",
    "Write key: value lines, as in the examples; loa new writes a file that is right.",
)
FILE_MISSING = Rule(
    "file-missing",
    "The workspace has no such file.",
    "Copy it from a new workspace: loa init makes one.",
)
BRAND = "assets/brand.yml"
_KINDS = {
    "campaigns/partners.yml": "partner",
    "campaigns/places.yml": "place",
    "campaigns/sources.yml": "document",
    "campaigns/printers.yml": "printer",
}
_IDS = re.compile(r"""(?:^|[\s{,-])["']?id["']?\s*:[ \t]*["']?([^\s"'#,{}]+)""", re.MULTILINE)
UNREADABLE = {
    "symlink": Rule(
        "symlink",
        "This is a link to another place, not a file.",
        "Put a copy of the file here instead of the link.",
    ),
    "special": Rule(
        "special-file",
        "This is not a file but something of the system (a pipe, a device or a socket).",
        "Delete it, and put a copy of the file here.",
    ),
    "directory": Rule(
        "directory-named-like-file",
        "This is a folder, but its name ends like that of a file.",
        "Rename the folder without the ending.",
    ),
    "unreadable": Rule(
        "unreadable",
        "This file cannot be opened.",
        "Allow reading it (its permissions), or close the program that holds it.",
    ),
    "stray": Rule(
        "stray-file",
        "This file is not read: in content/ only Markdown files (.md) are.",
        "Move pictures and recordings to assets/, and Word files out of the folder.",
    ),
}


@dataclass(slots=True)
class _Loader:
    found: list[Diagnostic] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    broken_files: set[str] = field(default_factory=set)
    broken_drafts: set[str] = field(default_factory=set)
    names: dict[tuple[str, str], Location] = field(default_factory=dict)

    def pieces(self, files: Iterable[File]) -> Iterator[Piece]:
        for file in files:
            source = self.document(file)
            piece = self._piece(source) if source else None
            if piece and self._is_new("piece", piece):
                yield piece

    def record(self, file: File, kind: type[R]) -> R | None:
        source = self.document(file)
        if source is None:
            return None
        node, found = read_yaml(source)
        return self._typed(source, kind, node, found)

    def release(self, file: File) -> Release | None:
        source = self.document(file)
        if source is None:
            return None
        node, found = read_yaml(source)
        release = self._typed(source, Release, node, found)
        if release:
            release.read_from(file.path)
            self.found += edited(source, release)
        return release

    def site(self, files: dict[str, File]) -> Site:
        """What mkdocs.yml says, and own HTML of the site."""
        own = [file for file in files.values() if file.path.startswith(OWN_THEME)]
        html = [source for file in own if (source := self.document(file))]
        if SITE_FILE not in files:
            self.missing(SITE_FILE)
        source = self.document(files[SITE_FILE]) if SITE_FILE in files else None
        read, found = read_site(source) if source else (SiteFile(), [])
        self.found += found
        if any(problem.is_error for problem in found):
            self.broken_files.add(SITE_FILE)
        return site_of(read, html)

    def missing(self, path: str) -> None:
        if path not in self.broken_files:  # else it is there, and told already
            self.found.append(FILE_MISSING.at(Location(path)))

    def each(self, name: str, records: Iterable[R]) -> dict[str, R]:
        return {str(record.id): record for record in records if self._is_new(name, record)}  # type: ignore[attr-defined] # every listed record has an id

    def document(self, file: File) -> Document | None:
        source = read_file(file)
        if isinstance(source, Document):
            return source
        self.found.append(source)
        self.broken_files.add(file.path)
        if file.path.startswith("campaigns/"):  # whatever others refer to may be in it
            self.broken.add(ANYTHING + _KINDS.get(file.path, "campaign"))
        return None

    def _piece(self, source: Document) -> Piece | None:
        parts = split(source)
        if isinstance(parts, Diagnostic):
            self._break(source, [parts])
            return None
        node, found = read_yaml(source, parts.start, parts.stop)
        kind = self._kind(node, source, found)
        piece = self._typed(source, kind, node, found) if kind else None
        if piece:
            piece.read_from(source.path, parts.body)
        elif _says_draft(node):
            self.broken_drafts.add(source.path)
        return piece

    def _kind(self, node: object, source: Document, found: list[Diagnostic]) -> type[Piece] | None:
        if not isinstance(node, Mapping):
            self._break(
                source, found or [NOT_A_GROUP.at(source.at(1 if len(source.lines) > 1 else 0))]
            )
            return None
        medium = next((value for key, value in node.items if key.text == "medium"), None)
        if isinstance(medium, Scalar) and medium.text in media():
            return media()[medium.text].record
        choices = ", ".join(media())
        if isinstance(medium, Scalar) and medium.text:
            found.append(
                WRONG_CHOICE.at(medium.where, value=medium.text, key="medium", choices=choices)
            )
        else:
            found.append(MISSING_KEY.at(node.where, key="medium"))
        self._break(source, found)
        return None

    def _typed(
        self, source: Document, kind: type[R], node: object, found: list[Diagnostic]
    ) -> R | None:
        if not isinstance(node, Mapping):
            self._break(source, found or [NOT_A_GROUP.at(source.at(0))])
            return None
        record, problems = read_record(kind, node)
        if record is None or any(problem.is_error for problem in (*found, *problems)):
            self._break(source, [*found, *problems])
            return None
        self.found += [*found, *problems]
        return record

    def _break(self, source: Document, found: Iterable[Diagnostic]) -> None:
        """Tell the problems of a file and remember every id in it."""
        self.found += found
        self.broken_files.add(source.path)
        self.broken |= set(_IDS.findall(source.text))

    def _is_new(self, name: str, record: Record) -> bool:
        identity = str(record.id)  # type: ignore[attr-defined] # as in `each`
        first = self.names.setdefault((name, identity), record.where("id"))
        if first is record.where("id"):
            return True
        self.found.append(DUPLICATE_ID.at(record.where("id"), id=identity, first=first))
        return False


_RELEASE = r"campaigns/[^/]+/releases/[^/]+\.yml"


def load(files: Iterable[File], assets: Iterable[Asset]) -> tuple[Workspace, list[Diagnostic]]:
    """The workspace of these files; every problem of every file in one go."""
    loader = _Loader()
    named = {file.path: file for file in sorted(files, key=lambda file: file.path)}
    for path in [path for path, file in named.items() if file.problem]:
        loader.document(named.pop(path))
    ordered = list(named.values())
    content = [file for file in ordered if file.path.startswith("content/")]
    plans = [file for file in ordered if re.fullmatch(r"campaigns/[^/]+/plan\.yml", file.path)]
    campaigns = [record for file in plans if (record := loader.record(file, Campaign))]
    for campaign in campaigns:
        loader.each(f"activity of {campaign.id}", campaign.activities)
    partners = _file(loader, named, "campaigns/partners.yml", PartnerFile)
    places = _file(loader, named, "campaigns/places.yml", PlaceFile)
    documents = _file(loader, named, "campaigns/sources.yml", SourceFile)
    printers = _file(loader, named, "campaigns/printers.yml", PrinterFile)
    holidays = _file(loader, named, "campaigns/holidays.yml", HolidayFile)
    abbreviations = _file(loader, named, "campaigns/abbreviations.yml", AbbreviationFile)
    quotations = _file(loader, named, "campaigns/quotations.yml", QuotationFile)
    found = [file for file in ordered if re.fullmatch(_RELEASE, file.path)]
    releases = [release for file in found if (release := loader.release(file))]
    brand = _file(loader, named, BRAND, Brand)
    if BRAND not in named:
        loader.missing(BRAND)
    workspace = Workspace(
        site=loader.site(named),
        campaigns=loader.each("campaign", campaigns),
        partners=loader.each("partner", partners.partners if partners else ()),
        places=loader.each("place", places.places if places else ()),
        documents=loader.each("document", documents.sources if documents else ()),
        pieces=loader.each("piece of the workspace", loader.pieces(content)),
        assets={nfc(asset.path): asset for asset in assets},
        printers=loader.each("printer", printers.printers if printers else ()),
        releases=tuple(releases),
        holidays=holidays or HolidayFile(),
        abbreviations=abbreviations or AbbreviationFile(),
        quotations=quotations,
        brand=brand,
        broken=frozenset(loader.broken),
        broken_files=frozenset(loader.broken_files),
        broken_drafts=frozenset(loader.broken_drafts),
    )
    return workspace, loader.found


def read_file(file: File) -> Document | Diagnostic:
    """The text of a file, or the one reason why it is not read."""
    try:
        data = b"" if file.problem else file.read()
    except OSError:
        return UNREADABLE["unreadable"].at(Location(file.path))
    if file.problem:
        return UNREADABLE[file.problem].at(Location(file.path))
    return read_document(file.path, data)


def _file(loader: _Loader, files: dict[str, File], path: str, kind: type[R]) -> R | None:
    return loader.record(files[path], kind) if path in files else None


def _says_draft(node: object) -> bool:
    """Whether front matter with mistakes still says, once and for all, that it is a draft."""
    pairs = node.items if isinstance(node, Mapping) else ()
    said = [value for key, value in pairs if key.text == "status"]
    return [value.text if isinstance(value, Scalar) else "" for value in said] == ["draft"]
