"""Every feed is well-formed XML with entries that have what readers need."""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from generator.diagnostics import Diagnostic, Location, Rule
from generator.verify import Produced

BAD_FEED = Rule(
    "feed-form",
    "This feed is not right: {problem}.",
    "Report it: this is a fault of loa, the last good site stays.",
)
NEEDED = ("guid", "title", "link", "pubDate")


def verify(produced: Produced) -> Iterable[Diagnostic]:
    """All RSS files of the site."""
    for path, read in produced.files.items():
        if path.endswith("rss.xml"):
            yield from (
                BAD_FEED.at(Location(path), problem=problem) for problem in _problems(read())
            )


def _problems(data: bytes) -> Iterator[str]:
    try:
        channel = ElementTree.fromstring(data).find("channel")  # noqa: S314 - our own bytes
    except ElementTree.ParseError as error:
        yield str(error)
        return
    if channel is None:
        yield "no channel"
        return
    entries = channel.findall("item")
    yield from (
        f"an entry without {name}" for e in entries for name in NEEDED if not e.findtext(name)
    )
    guids = [entry.findtext("guid") for entry in entries]
    if len(set(guids)) < len(guids):
        yield "two entries with one guid"
