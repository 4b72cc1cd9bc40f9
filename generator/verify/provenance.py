"""Every file of the site was prepared by an output."""

from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Location, Rule
from generator.verify import NextSite

UNEXPECTED_FILE = Rule(
    "unexpected-file",
    "This file does not belong on a website.",
    "Report it: this is a fault of loa; the last good site stays.",
)


def verify(site: NextSite) -> Iterable[Diagnostic]:
    """Sources, drafts, half-written and hidden files: whatever nobody has prepared."""
    prepared = {artifact.path for artifact in site.artifacts}
    for path in sorted(site.files.keys() - prepared):
        yield UNEXPECTED_FILE.at(Location(path))
