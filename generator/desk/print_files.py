"""What the files of a printed piece are for, by the endings of their names."""

from generator.press.making import ENDINGS

_KINDS = {
    "outlines": "PDF with letters as shapes",
    "reduced": "PDF at a tenth of the size",
    "tiles": "PDF in panels to be joined",
    "imposed": "PDF of sheets as they are folded and bound",
    "pdf": "PDF for the print shop",
    "tiff": "TIFF in four inks",
    "lines": "PNG with the line of the cut and the safe area",
    "svg": "SVG for designers",
}
"""Longer endings before those that they end with (msgids)."""
_LISTS = {
    "_kiem-tra.html": "Check sheet",
    ".xlsx": "Run list, Excel",
    ".zip": "Pack for the print shop",
}
_RUN_LIST = "danh-sach-in_"


def kind_of(path: str) -> str:
    """A msgid; nothing of what is for programs only."""
    name = path.rpartition("/")[2]
    if name.startswith(_RUN_LIST) and name.endswith(".pdf"):
        return "Run list, PDF to be ticked"
    for ending, kind in _LISTS.items():
        if name.endswith(ending):
            return kind
    return next((what for kind, what in _KINDS.items() if name.endswith(ENDINGS[kind])), "")
