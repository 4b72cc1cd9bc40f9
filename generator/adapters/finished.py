"""Staged pages whose body is HTML already: no reader of Markdown has anything to do there.

MkDocs hands such a body through unchanged, which takes it ten times as long (a test holds the two
together).
"""

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page


def finish(page: "Page") -> bool:
    """Give a page what MkDocs would read of its file, if that is a finished one."""
    from mkdocs.structure.toc import TableOfContents

    parts = _parts(page.file.content_string)
    if parts is None:
        return False
    page.meta, page.markdown = parts
    page.content, page.toc = page.markdown, TableOfContents([])
    return True


def _parts(text: str) -> tuple[dict[str, Any], str] | None:
    """Front matter of one JSON text a line, and HTML; None of any other page."""
    opening, _, rest = text.partition("---\n")
    head, closed, body = rest.partition("\n---\n")
    body = body.strip()
    if opening or not closed or body[:1] not in {"", "<"}:
        return None
    try:
        pairs = [line.split(": ", 1) for line in head.split("\n")]
        meta = {key: json.loads(value) for key, value in pairs}
    except ValueError:
        return None
    return (meta, body) if "template" in meta else None
