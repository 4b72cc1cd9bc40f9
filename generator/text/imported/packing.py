"""The simple document as a file, which holds what mammoth needs and nothing else."""

from typing import Final

from generator.model.ziparchive import zip_bytes
from generator.text.imported.package import Node, Package

_TYPE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


def pack(package: Package, parts: dict[str, Node], media: dict[str, str]) -> bytes:
    """A file that holds what mammoth needs and nothing else."""
    from lxml import etree

    pictures = "".join(
        f'<Relationship Id="{key}" Type="{_TYPE}/image" Target="/word/media/{key}"/>'
        for key in media.values()
    )
    known = f'<Relationships xmlns="{_PACKAGE}">{pictures}</Relationships>'
    files = {f"word/media/{key}": package.parts[part] for part, key in media.items()}
    for name, root in parts.items():
        files[name] = etree.tostring(root)
        files[name.replace("word/", "word/_rels/") + ".rels"] = known.encode()
    return zip_bytes(files.items(), deflate=False)
