"""What a print file says of itself, in XMP and in the Info dictionary, which must agree.

Dates are the last revision's, never the build's: the same artwork gives the same bytes.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from uuid import UUID

PRODUCER = "loa"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
_PDFX = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"


@dataclass(frozen=True, slots=True)
class Facts:
    """Title, responsible body, and the day of the last revision."""

    title: str
    author: str
    revised_on: date


def info(facts: Facts) -> dict[str, str]:
    """The Info dictionary, keys without slash."""
    day = f"D:{facts.revised_on:%Y%m%d}000000+07'00'"
    return {
        "Title": facts.title,
        "Author": facts.author,
        "Creator": PRODUCER,
        "Producer": PRODUCER,
        "CreationDate": day,
        "ModDate": day,
    }


def xmp(facts: Facts, content: bytes, *, pdfx: bool = False) -> bytes:
    """The XMP packet; ids come from `content`, what the page draws; `pdfx` claims PDF/X-4."""
    properties = [*_properties(facts, content), *([_PDFX] if pdfx else [])]
    return _XMP.format(properties="\n".join(properties)).encode()


def _properties(facts: Facts, content: bytes) -> Iterator[str]:
    day = f"{facts.revised_on.isoformat()}T00:00:00+07:00"
    title, author = escape(facts.title, quote=False), escape(facts.author, quote=False)
    ids = UUID(bytes=hashlib.sha256(content).digest()[:16], version=4)
    yield f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    yield f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
    yield "<dc:format>application/pdf</dc:format>"
    yield f"<pdf:Producer>{PRODUCER}</pdf:Producer>"
    yield "<pdf:Trapped>False</pdf:Trapped>"
    yield f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>"
    yield f"<xmp:CreateDate>{day}</xmp:CreateDate>"
    yield f"<xmp:ModifyDate>{day}</xmp:ModifyDate>"
    yield f"<xmp:MetadataDate>{day}</xmp:MetadataDate>"
    yield f"<xmpMM:DocumentID>uuid:{ids}</xmpMM:DocumentID>"
    yield f"<xmpMM:InstanceID>uuid:{ids}</xmpMM:InstanceID>"
    yield "<xmpMM:VersionID>1</xmpMM:VersionID>"
    yield "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>"
