"""Sources in words: which document, which lines."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from generator.catalogue import translate
from generator.model.workspace import Workspace
from generator.vietnamese.dates import format_date

WEB = ("http://", "https://")
_UNSAID = re.compile(r"^https?://(www\.)?")


def source_text(workspace: Workspace, source: str) -> str:
    """«Kế hoạch …, UBND tỉnh, 17/3/2021, dòng 57», or the web address as one says it."""
    name, lines = _parts(source)
    return _named(workspace, name, [lines] if lines else [])


def source_list(
    workspace: Workspace, sources: Iterable[str], lang: str = "vi"
) -> list[Mapping[str, str]]:
    """Each document once, with all the lines that are cited of it; `url` for the web."""
    lines: dict[str, list[str]] = {}
    for source in sources:
        name, line = _parts(source)
        lines.setdefault(name, []).extend([line] if line else [])
    return [
        {"text": _named(workspace, name, cited, lang), "url": _address(workspace, name)}
        for name, cited in lines.items()
    ]


def _address(workspace: Workspace, name: str) -> str:
    """Where a source can be read, if it is on the web."""
    document = workspace.documents.get(name)
    own = document.url if document else None
    return name if name.startswith(WEB) else own or ""


def cited_once(workspace: Workspace, sources: Iterable[str]) -> tuple[list[str], str]:
    """What to say of each source, and the document of which most are lines: it is named once."""
    parts = [_parts(source) for source in sources]
    most = Counter(name for name, line in parts if line).most_common(1)
    document = most[0][0] if most else ""
    told = [
        f"dòng {line}"
        if line and name == document
        else _named(workspace, name, [line][: bool(line)])
        for name, line in parts
    ]
    return told, _named(workspace, document, []) if document else ""


def _parts(source: str) -> tuple[str, str]:
    if source.startswith(WEB):
        return source, ""
    name, _, line = source.partition(":")
    return name, line


def _named(workspace: Workspace, name: str, lines: list[str], lang: str = "vi") -> str:
    document = workspace.documents.get(name)
    day = format_date(document.date) if document and document.date else ""
    parts = (document.title, document.issuer, day) if document else (_spoken(name),)
    cited = f"{translate('line', lang)} {', '.join(lines)}" if lines else ""
    return ", ".join(part for part in (*parts, cited) if part)


def _spoken(name: str) -> str:
    """A web address without what nobody says of it."""
    return _UNSAID.sub("", name).rstrip("/") if name.startswith(WEB) else name
