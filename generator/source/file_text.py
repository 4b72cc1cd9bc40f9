"""The text of an authored file, or the one reason why it is not read."""

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.file import AuthoredFile
from generator.source.document import Document, read_document

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
    "no folder": Rule(
        "no-folder",
        "Here must be a folder, but something else has its name.",
        "Rename or delete it, then make a folder of this name.",
    ),
    "unreadable": Rule(
        "unreadable",
        "This file cannot be opened.",
        "Allow reading it (its permissions), or close the program that holds it.",
    ),
}


def read_file(file: AuthoredFile) -> Document | Diagnostic:
    """The text of a file, or the one reason why it is not read."""
    try:
        data = b"" if file.problem else file.read()
    except OSError:
        return UNREADABLE["unreadable"].at(Location(file.path))
    if file.problem:
        return UNREADABLE[file.problem].at(Location(file.path))
    return read_document(file.path, data)
