"""Every file of the site is of a kind that a website has, or was prepared by an output."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import addresses
from generator.verify import Produced

UNEXPECTED_FILE = Rule(
    "unexpected-file",
    "This file does not belong on a website.",
    "Report it: this is a fault of loa or of a plugin in mkdocs.yml; the last good site stays.",
)
KINDS = frozenset(
    {".html", ".css", ".js", ".json", ".xml", ".gz", ".ics", ".txt", ".woff2"}
    | {".svg", ".png", ".jpg", ".jpeg", ".webp", ".ico"}
)


def verify(produced: Produced) -> Iterable[Diagnostic]:
    """Sources, drafts, half-written and hidden files would each have another ending."""
    prepared = {path for path in produced.staged if not addresses.is_page(path)}
    for path in sorted(produced.files.keys() - prepared):
        name = PurePosixPath(path)
        if name.suffix not in KINDS or any(part.startswith(".") for part in name.parts):
            yield UNEXPECTED_FILE.at(Location(path))
