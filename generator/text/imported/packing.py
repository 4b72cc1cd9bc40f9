"""The simple document as a file, which holds what mammoth needs and nothing else."""

import io
import zipfile
from typing import Final

from generator.text.imported.package import Node, Package

_TYPE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


def packed(package: Package, parts: dict[str, Node], media: dict[str, str]) -> bytes:
    """A file that holds what mammoth needs and nothing else."""
    from lxml import etree

    target = io.BytesIO()
    pictures = "".join(
        f'<Relationship Id="{key}" Type="{_TYPE}/image" Target="/word/media/{key}"/>'
        for key in media.values()
    )
    known = f'<Relationships xmlns="{_PACKAGE}">{pictures}</Relationships>'
    with zipfile.ZipFile(target, "w") as archive:
        for name, root in parts.items():
            archive.writestr(name, etree.tostring(root))
            archive.writestr(name.replace("word/", "word/_rels/") + ".rels", known)
        for part, key in media.items():
            archive.writestr(f"word/media/{key}", package.parts[part])
    return target.getvalue()
