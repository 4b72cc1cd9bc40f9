"""Sources in words: which document, which line."""

from generator.model.workspace import Workspace
from generator.vietnamese.dates import format_date


def source_text(workspace: Workspace, source: str) -> str:
    """«Kế hoạch …, UBND tỉnh, 17/3/2021, dòng 57», or the web address itself."""
    if source.startswith(("http://", "https://")):
        return source
    name, _, line = source.partition(":")
    document = workspace.documents.get(name)
    if document is None:
        return source
    day = format_date(document.date) if document.date else ""
    parts = (document.title, document.issuer, day, f"dòng {line}" if line else "")
    return ", ".join(part for part in parts if part)
