"""The one door for files beside evidence: what each is by its first bytes, and whether it is whole.

Its name must end as its form does: what is opened by somebody years later is what it says it is.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Refusal, RefusalError, Rule
from generator.model.attachment import MOST_BYTES, Attachment, AttachmentFacts, Shot
from generator.model.memory import Memory
from generator.source import raster
from generator.source.audio import read_recording
from generator.source.photograph import photograph
from generator.source.signatures import HEIC, form_of, form_of_name

if TYPE_CHECKING:
    from PIL.Image import Image

TOO_LARGE = Rule(
    "evidence-file-too-large",
    "The file “{file}” has more than {most} MB: too much to be kept and sent as proof.",
    "Save it smaller: a scan with 150 dpi, a photograph as JPEG; of a film keep "
    "the slip of the station.",
)
FILE_DAMAGED = Rule(
    "evidence-file-damaged",
    "The file “{file}” is damaged, or locked by a password: it proves nothing to whoever opens it.",
    "Open it in the program that made it and save it anew without a password, or ask the sender "
    "for it again.",
)
OTHER_FORM = Rule(
    "evidence-file-form",
    "“{file}” is not a file that is kept as proof: {kinds} are.",
    "Scan or print it as PDF, or save it as JPEG; to change its name is not enough.",
)
WRONG_ENDING = Rule(
    "evidence-file-misnamed",
    "“{file}” is really a {form} file: its name ends wrongly.",
    "Rename it so that it ends in {ending}, also where its path is written.",
)
KINDS = "PDF, JPEG, PNG, WebP, TIFF, DOCX, XLSX, CSV, MP3, M4A"
PICTURES = frozenset({"JPEG", "PNG", "WEBP", "TIFF"})
TABLES = frozenset({"XLSX", "CSV"})
"""Forms that hold rows and columns."""
_ENDINGS = {".pdf": "PDF", ".docx": "ZIP", ".xlsx": "ZIP", ".csv": ""}
_RECORDINGS = {".mp3", ".m4a"}
_CONTENTS, _END = b"[Content_Types].xml", b"PK\x05\x06"
_PARTS = {b"word": ".docx", b"xl": ".xlsx"}
"""The folder of its parts tells what a document of Office is."""
_PART = re.compile(rb"PK\x01\x02.{42}[/\\]?(word|xl)[/\\]", re.DOTALL)
"""A line of the directory of an archive, up to the folder."""
_TAIL = 66_000  # bytes: what ends an archive, with the longest remark behind it
_MEGA = 1_000_000
_KIND = "attachment-3"


def facts_of(attachment: Attachment, memory: Memory) -> AttachmentFacts | Refusal:
    """What a file is; what was found out of the same bytes under the same name is remembered."""
    if attachment.size > MOST_BYTES:
        return Refusal(TOO_LARGE, {"most": MOST_BYTES // _MEGA})
    key = f"{attachment.digest()} {ending_of(attachment.path)}"
    known = memory.store.get(_KIND, key)
    if known is not None:
        return _recalled(json.loads(known))
    found = examine(attachment.path, attachment.read())
    if isinstance(found, AttachmentFacts):
        memory.store.put(_KIND, key, json.dumps(asdict(found), default=datetime.isoformat))
    return found


def examine(name: str, data: bytes) -> AttachmentFacts | Refusal:
    """What the bytes are under a name, looked at to their end; or why they are not kept."""
    ending, form = ending_of(name), form_of(data)
    if not data or len(data) > MOST_BYTES:
        return Refusal(TOO_LARGE if data else raster.NOTHING_IN_IT, {"most": MOST_BYTES // _MEGA})
    if form_of_name(name) in PICTURES or form in PICTURES | {HEIC}:
        return _picture(name, data)
    if ending in _RECORDINGS:
        return _recording(data)
    if _ENDINGS.get(ending) == form:
        return _document(ending, data) if form else AttachmentFacts("CSV")
    return Refusal(OTHER_FORM, {"kinds": KINDS})


def ending_of(name: str) -> str:
    """The ending of a file, such as «.pdf»."""
    last = name.rpartition("/")[2].casefold()
    return f".{last.rpartition('.')[2]}" if "." in last else ""


def _picture(name: str, data: bytes) -> AttachmentFacts | Refusal:
    seen = raster.whole(data, PICTURES, name)
    if isinstance(seen, Refusal):
        return seen

    def look(opened: "Image") -> AttachmentFacts:
        return photograph(opened, seen.form)

    return raster.through(data, PICTURES, name, look)


def _recording(data: bytes) -> AttachmentFacts | Refusal:
    try:
        return AttachmentFacts(read_recording(BytesIO(data)).ending[1:].upper())
    except RefusalError as error:
        return error.refusal


def _document(ending: str, data: bytes) -> AttachmentFacts | Refusal:
    """A document of which each page can be found; of Office's, all parts are there."""
    is_whole = _has_pages(data) if ending == ".pdf" else _is_package(data)
    if not is_whole:
        return Refusal(FILE_DAMAGED)
    real = {ending} if ending == ".pdf" else {_PARTS[each] for each in _PART.findall(_listed(data))}
    if ending in real:
        return AttachmentFacts(ending[1:].upper())
    for each in real:
        return Refusal(WRONG_ENDING, {"form": each[1:].upper(), "ending": each})
    return Refusal(OTHER_FORM, {"kinds": KINDS})


def _has_pages(data: bytes) -> bool:
    from pikepdf import Pdf

    try:
        with Pdf.open(BytesIO(data)) as opened:
            return len(opened.pages) > 0
    except Exception:  # noqa: BLE001 - whatever a reader trips over lies in the file
        return False


def _is_package(data: bytes) -> bool:
    """Whether an archive has its beginning, its end and what every document of Office has."""
    return _CONTENTS in data and _END in data[-_TAIL:]


def _listed(data: bytes) -> bytes:
    """The directory of an archive; nothing is unpacked."""
    end = data.rindex(_END)
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    return data[max(0, end - size) : end]


def _recalled(known: Mapping[str, Any]) -> AttachmentFacts:
    shot = known["shot"]
    taken = shot["taken_at"] and datetime.fromisoformat(shot["taken_at"])
    return AttachmentFacts(
        known["form"],
        Shot(taken, shot["latitude"], shot["longitude"]),
        tuple(known["turns"]),
    )
