"""What a file really is, by its first bytes; its name is no proof."""

HEIC = "HEIC"
_BEGINNINGS = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"\xc5\xd0\xd3\xc6": "PostScript (EPS)",
    b"\xd7\xcd\xc6\x9a": "WMF",
    b"\x01\0\x09\0": "WMF",
    b"8BPS": "Photoshop (PSD)",
    b"\0\0\x01\0": "ICO",
    b"\0\0\0\x0cjP": "JPEG 2000",
    b"\xff\x4f\xff\x51": "JPEG 2000",
    b"\xff\x0a": "JPEG XL",
    b"\0\0\0\x0cJXL": "JPEG XL",
    b"PK\x03\x04": "ZIP",
}
_TEXTS = {b"%!": "PostScript (EPS)", b"%PDF": "PDF"}
_INSIDE = (
    (b"RIFF", 8, b"WEBP", "WEBP"),
    (b"BM", 6, b"\0\0\0\0", "BMP"),
    (b"\x01\0\0\0", 40, b" EMF", "EMF"),
)
_BRANDS = (
    (b"avif", "AVIF"),
    (b"avis", "AVIF"),
    *((brand, HEIC) for brand in (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")),
)
PROPER = {
    "JPEG": ".jpg",
    "PNG": ".png",
    "WEBP": ".webp",
    "GIF": ".gif",
    "TIFF": ".tif",
    "BMP": ".bmp",
    "SVG": ".svg",
}
"""The ending that a file of each form should have that can be used somewhere."""
_ENDINGS = {ending: form for form, ending in PROPER.items()} | {
    ".jpeg": "JPEG",
    ".jpe": "JPEG",
    ".jfif": "JPEG",
    ".tiff": "TIFF",
}
_BEFORE_A_TEXT = b" \t\r\n\f\0\x04\xef\xbb\xbf"  # spaces, and the mark of UTF-8


def form_of(data: bytes) -> str:
    """The form of a picture, as people call it; nothing for what is none, or is not known."""
    head = data[:4096]
    for marks, start in ((_BEGINNINGS, head), (_TEXTS, head.lstrip(_BEFORE_A_TEXT))):
        for mark, form in marks.items():
            if start.startswith(mark):
                return form
    for mark, at, other, form in _INSIDE:
        if head.startswith(mark) and head.startswith(other, at):
            return form
    if head[4:8] == b"ftyp":
        return next((form for brand, form in _BRANDS if brand in head[8:64]), "")
    return "SVG" if b"<svg" in head else ""


def form_of_name(name: str) -> str:
    """The form that a file's name promises; nothing for an ending that no picture here has."""
    last = name.rpartition("/")[2].casefold()
    return _ENDINGS.get(f".{last.rpartition('.')[2]}", "") if "." in last else ""
