"""The parts of a .docx file, opened with care: it may come from anywhere."""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeAlias

from generator.diagnostics import Diagnostic, Location, Rule
from generator.text.imported.foreign import kind_of
from generator.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from lxml import etree

LARGEST = 400_000_000  # bytes of all parts unpacked; a story with fifty photographs has less
MOST_PARTS = 5_000
MOST_XML = 60_000_000  # bytes of one part of text; a book of 1,000 pages has 20 million

OLD_WORD = Rule(
    "word-old-form",
    "“{name}” is in the old form of Word (.doc) or of another program.",
    "Open it in Word or LibreOffice and save it as Word Document (*.docx).",
)
LOCKED_DOCUMENT = Rule(
    "word-locked",
    "“{name}” is protected with a password.",
    "Open it in Word, take the password off (File, Info, Protect Document) and save it.",
)
BROKEN_DOCUMENT = Rule(
    "word-broken",
    "“{name}” is damaged: it cannot be read to its end.",
    "Ask the sender for it again, or let Word repair it (File, Open, Open and Repair).",
)
BOMB = Rule(
    "word-too-large",
    "“{name}” unpacks to more than any document needs, and was not opened.",
    "Do not open it elsewhere either unless you know who sent it.",
)
HARMFUL = Rule(
    "word-harmful",
    "“{name}” holds what no Word document holds, and was not opened.",
    "Do not open it elsewhere either unless you know who sent it.",
)
TOO_LONG = Rule(
    "word-paragraphs",
    "“{name}” has more than {most} paragraphs: no piece is that long.",
    "Save the part that is to be published as a document of its own.",
)
MOST_PARAGRAPHS = 5_000  # a book of 300 pages has some 3,000
MOST_TAGS = 500_000  # of one part; Word writes some sixty for a paragraph
_PARAGRAPH = re.compile(rb"<(?:\w+:)?p[\s/>]")
_DOCUMENT = re.compile(r"word/document\d*\.xml")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
    **{
        b"http://purl.oclc.org/ooxml/" + strict: b"http://schemas.openxmlformats.org/" + usual
        for strict, usual in (
            (b"drawingml/main", b"drawingml/2006/main"),
            (b"drawingml/picture", b"drawingml/2006/picture"),
            (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
            (b"drawingml/chart", b"drawingml/2006/chart"),
            (b"drawingml/diagram", b"drawingml/2006/diagram"),
            (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
        )
    },
}
"""The names of the strict form of Open XML, and the usual ones."""


class NotImportedError(Exception):
    """A document that is not imported; the diagnostics say why."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*(diagnostic.rule.code for diagnostic in diagnostics))
        self.diagnostics = diagnostics


@dataclass(frozen=True, slots=True)
class Package:
    """A document by its parts; `name` is that of the file."""

    name: str
    data: bytes
    parts: Mapping[str, bytes]
    _roots: "dict[str, etree._Element]" = field(default_factory=dict, repr=False)

    @property
    def document(self) -> "etree._Element | None":
        """The text."""
        return self.root(self.document_name)

    @property
    def document_name(self) -> str:
        """The part of the text; Word calls it document.xml, on the web document2.xml."""
        relations = self.root("_rels/.rels")
        for relation in relations.iter(_RELATION) if relations is not None else ():
            target = str(relation.get("Target", "")).lstrip("/")
            if relation.get("Type", "").endswith("/officeDocument") and target in self.parts:
                return target
        return "word/document.xml"

    def root(self, part: str) -> "etree._Element | None":
        """A part as XML, parsed once, or None where there is no such part."""
        if part not in self.parts:
            return None
        if part not in self._roots:
            self._roots[part] = self._parsed(part)
        return self._roots[part]

    def _parsed(self, part: str) -> "etree._Element":
        from lxml import etree

        content = self.parts[part]
        for strict, usual in _STRICT.items():
            content = content.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError:
            raise NotImportedError(
                BROKEN_DOCUMENT.at(Location(self.name), name=self.name)
            ) from None
        if getattr(
            root.getroottree().docinfo, "doctype", ""
        ):  # in an encoding that the other reader knows not
            raise NotImportedError(HARMFUL.at(Location(self.name), name=self.name))
        return root

    def roots(self, beginning: str) -> "list[etree._Element]":
        """The parts whose names begin so, in order: «word/header»."""
        names = sorted(part for part in self.parts if part.startswith(beginning))
        found = (self.root(name) for name in names if name.endswith(".xml"))
        return [root for root in found if root is not None]


def open_package(name: str, data: bytes) -> Package:
    """The parts of a file. Raises NotImportedError."""
    if data.startswith(_OLE):
        rule = LOCKED_DOCUMENT if _ENCRYPTED in data else OLD_WORD
        raise NotImportedError(rule.at(Location(name), name=name))
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            fault = _fault(archive)
            parts = {} if fault else {info.filename: archive.read(info) for info in _files(archive)}
    except _UNREADABLE:
        fault, parts = BROKEN_DOCUMENT, {}
    is_zip = fault is None or data.startswith(b"PK")
    if not is_zip or (fault is None and not any(map(_DOCUMENT.fullmatch, parts))):
        rule, what = kind_of(name, data, parts)
        raise NotImportedError(rule.at(Location(name), name=name, what=what))
    if fault is None:
        found = (_fault_of(part, content) for part, content in parts.items())
        fault = next(filter(None, found), None)
    if fault is not None:
        most = format_number(MOST_PARAGRAPHS)
        raise NotImportedError(fault.at(Location(name), name=name, most=most))
    return Package(name, data, parts)


def is_bearable(data: bytes) -> bool:
    """Whether an archive of any Office can be opened: whole, unlocked, of bearable size."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if _fault(archive):
                return False
            parts = [(info.filename, archive.read(info)) for info in _files(archive)]
    except _UNREADABLE:
        return False
    faults = (_fault_of(part, content) for part, content in parts)
    return all(fault in {None, BOMB} for fault in faults)  # a table has many more tags than a text


_UNREADABLE: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
"""How a damaged ZIP fails: cut off, in an unknown method, with a password, with wrong sums."""


def _fault(archive: zipfile.ZipFile) -> Rule | None:
    files = _files(archive)
    if any(info.flag_bits & 1 for info in files):
        return LOCKED_DOCUMENT
    xml = (info.file_size for info in files if info.filename.endswith((".xml", ".rels")))
    too_much = sum(info.file_size for info in files) > LARGEST or max(xml, default=0) > MOST_XML
    return BOMB if too_much or len(files) > MOST_PARTS else None


def _files(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [info for info in archive.infolist() if not info.is_dir()]


def _fault_of(part: str, content: bytes) -> Rule | None:
    """What keeps a part from being read, if it is XML."""
    if not content.lstrip(_BEFORE_XML).startswith(b"<"):
        return None
    if _has_document_type(content):
        return HARMFUL
    plain = content.replace(b"\0", b"")  # UTF-16, as far as tags go
    if _DOCUMENT.fullmatch(part) and len(_PARAGRAPH.findall(plain)) > MOST_PARAGRAPHS:
        return TOO_LONG
    return BOMB if plain.count(b"<") > MOST_TAGS else None


_BEFORE_XML = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"


def _has_document_type(content: bytes) -> bool:
    """Whether XML declares its type, which may make it swell when it is read; Word writes none.

    It is looked for as a reader of XML does, in whatever encoding and behind whatever remarks.
    """
    from xml.parsers import expat

    def found(*_: object) -> None:
        raise _FoundError(is_type=True)

    def begun(*_: object) -> None:
        raise _FoundError(is_type=False)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = found
    parser.StartElementHandler = begun
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes it by its place
    except _FoundError as end:
        return end.is_type
    except (expat.ExpatError, ValueError, LookupError):
        return False  # no reader gets further either
    return False


class _FoundError(Exception):
    """Where the looking ends: at a document type, or at the first element."""

    def __init__(self, *, is_type: bool) -> None:
        super().__init__()
        self.is_type = is_type


Node: TypeAlias = Any
"""An element of lxml, or of mammoth's model: neither has public types."""


def text_of(element: Node) -> str:
    """The words of an element, deleted ones apart."""
    return "".join(map(_text, element.iter(f"{W}t", *_SIGNS)))


def brief(element: Node) -> str:
    """The first words of an element, on one line, to be quoted."""
    return " ".join(text_of(element).split())[:_QUOTED]


_QUOTED = 60  # characters


def _text(node: Node) -> str:
    return _SIGNS.get(node.tag) or node.text or ""


_SIGNS = {
    **dict.fromkeys((f"{W}{name}" for name in ("tab", "ptab", "br", "cr")), " "),
    f"{W}noBreakHyphen": "-",
}
