"""From a mistake to its key: the address under which `loa keys` tells of it."""

from collections.abc import Mapping
from functools import cache

from generator.catalogue import messages
from generator.media import media
from generator.model.piece import Piece
from generator.model.record import Path, Record
from generator.model.site import SiteFile
from generator.source.authored_keys import FILES, records_in
from generator.source.descriptions import descriptions
from generator.source.replacement_lines import field_of
from generator.vietnamese.text import fold


def lead(kind: type[Record], path: Path) -> str:
    """The address of the key at a path of a file, of its group where there is no such key.

    Nothing for a record that is no file's.
    """
    address = _files().get(kind, "")
    for part in path if address else ():
        if field := field_of(kind, part):
            address = f"{address}.{part}"
            inner = next(records_in(field.annotation), None)
            if inner is None:
                break
            kind = inner
    return address


def lead_of_piece(key: str) -> str:
    """The address of a key by which a file is known for what it is, before its medium is."""
    return f"{'piece' if key in Piece.model_fields else 'deliverable'}.{key}"


@cache
def vietnamese_keys(kind: type[Record]) -> Mapping[str, str]:
    """The keys of a record by their Vietnamese names, without marks."""
    words = messages("vi")
    said = {key: words.get(each.meaning, "") for key, each in descriptions(kind).items()}
    return {fold(text.partition(": ")[0]): key for key, text in said.items() if text}


@cache
def _files() -> Mapping[type[Record], str]:
    files = {kind: name for name, (kind, _) in FILES.items()}
    return (
        {medium.record: medium.name for medium in media().values()} | files | {SiteFile: "mkdocs"}
    )
