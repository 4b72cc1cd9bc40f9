"""All files of a workspace to one Workspace and all of their problems."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from generator.diagnostics import Diagnostic
from generator.model.abbreviations import AbbreviationFile
from generator.model.artifact import digest_of
from generator.model.asset import Asset
from generator.model.attachment import Attachment
from generator.model.brand import Brand
from generator.model.column import ColumnFile
from generator.model.file import AuthoredFile
from generator.model.holidays import HolidayFile
from generator.model.memory import Memory
from generator.model.partner import PartnerFile
from generator.model.place import PlaceFile
from generator.model.printer import PrinterFile
from generator.model.quotations import QuotationFile
from generator.model.record import Record
from generator.model.source_document import SourceFile
from generator.model.workspace import Workspace
from generator.source.loader import BRAND, Loader
from generator.source.paths import with_one_length
from generator.source.picture_file import with_memory
from generator.source.strays import EVIDENCE, PLAN, RELEASE
from generator.source.twice import of_file
from generator.vietnamese.text import nfc

R = TypeVar("R", bound=Record)


def load(
    files: Iterable[AuthoredFile],
    assets: Iterable[Asset],
    memory: Memory | None = None,
    attachments: Iterable[Attachment] = (),
) -> tuple[Workspace, list[Diagnostic]]:
    """The workspace of these files; every problem of every file in one go.

    `memory` knows pieces that were read before, and pictures that were looked at.
    """
    loader = Loader(memory or Memory())
    assets = [with_memory(asset, loader.memory) for asset in assets]
    attached = [*attachments]
    ordered = loader.readable(files, [*assets, *attached])
    named = {file.path: file for file in ordered}
    content = [file for file in ordered if file.path.startswith("content/")]
    campaigns = loader.plans(file for file in ordered if PLAN.fullmatch(file.path))
    lists = _lists(loader, named)
    releases = tuple(loader.releases(file for file in ordered if RELEASE.fullmatch(file.path)))
    evidence = loader.evidence(file for file in ordered if EVIDENCE.fullmatch(file.path))
    pieces = loader.each("piece", loader.pieces(content), of_file)
    loader.forgive(pieces.values())
    workspace = Workspace(
        site=loader.site(named),
        campaigns=campaigns,
        pieces=pieces,
        assets={nfc(asset.path): asset for asset in assets},
        releases=releases,
        evidence=loader.each("evidence", evidence),
        attachments={nfc(each.path): each for each in attached},
        brand=_brand(loader, named),
        **lists,
        broken_ids=frozenset(loader.broken_ids),
        broken_files=frozenset(loader.broken_files),
        broken_drafts=frozenset(loader.broken_drafts),
        absent=loader.absent(named),
        faces=digest_of(*loader.faces),
    )
    return workspace, with_one_length(loader.findings)


def load_anew(
    file: AuthoredFile, workspace: Workspace, memory: Memory
) -> tuple[Workspace, list[Diagnostic]]:
    """The workspace with one file of `content/` read anew, and the problems of that file."""
    loader, path = Loader(memory, campaigns=dict(workspace.campaigns)), file.path
    others = [piece for piece in workspace.pieces.values() if piece.file != path]
    read = [*others, *loader.pieces(loader.readable([file], ()))]
    pieces = loader.each("piece", sorted(read, key=lambda piece: piece.file), of_file)
    now = replace(
        workspace,
        pieces=pieces,
        broken_ids=workspace.broken_ids | loader.broken_ids,
        broken_files=workspace.broken_files - {path} | loader.broken_files,
        broken_drafts=workspace.broken_drafts - {path} | loader.broken_drafts,
    )
    return now, with_one_length(loader.findings)


def _lists(loader: Loader, named: dict[str, AuthoredFile]) -> dict[str, Any]:
    """What the lists of `campaigns/` hold, by the name that it has in a workspace."""
    partners = _file(loader, named, "campaigns/partners.yml", PartnerFile)
    loader.channels(partners.partners if partners else ())
    places = _file(loader, named, "campaigns/places.yml", PlaceFile)
    documents = _file(loader, named, "campaigns/sources.yml", SourceFile)
    printers = _file(loader, named, "campaigns/printers.yml", PrinterFile)
    holidays = _file(loader, named, "campaigns/holidays.yml", HolidayFile)
    abbreviations = _file(loader, named, "campaigns/abbreviations.yml", AbbreviationFile)
    return {
        "partners": loader.each("partner", partners.partners if partners else ()),
        "places": loader.each("place", places.places if places else ()),
        "documents": loader.each("document", documents.sources if documents else ()),
        "printers": loader.each("printer", printers.printers if printers else ()),
        "holidays": holidays or HolidayFile(),
        "abbreviations": abbreviations or AbbreviationFile(),
        "columns": _file(loader, named, "campaigns/columns.yml", ColumnFile) or ColumnFile(),
        "quotations": _file(loader, named, "campaigns/quotations.yml", QuotationFile),
    }


def _file(loader: Loader, files: dict[str, AuthoredFile], path: str, kind: type[R]) -> R | None:
    return loader.record(files[path], kind) if path in files else None


def _brand(loader: Loader, files: dict[str, AuthoredFile]) -> Brand | None:
    if BRAND not in files:
        loader.missing(BRAND)
    return _file(loader, files, BRAND, Brand)
