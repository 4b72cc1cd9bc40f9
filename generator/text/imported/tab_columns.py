"""Columns that tabs make between paragraphs, which would run together."""

from generator.text.imported.package import Node, W


def begins_columns(paragraph: Node) -> bool:
    """Whether tabs set words below each other from this paragraph on."""
    return (
        _has_columns(paragraph)
        and _has_columns(paragraph.getnext())
        and not _has_columns(paragraph.getprevious())
    )


def _has_columns(paragraph: Node | None) -> bool:
    """Whether a tab stands between words; not behind a bullet that somebody typed."""
    if paragraph is None or paragraph.find(f"{W}r/{W}tab") is None:
        return False
    has_words = has_gap = False
    for node in paragraph.iterfind(f"{W}r/*"):
        is_word = node.tag == f"{W}t" and sum(map(str.isalnum, node.text or "")) > 1
        if is_word and has_gap:
            return True
        has_words |= is_word
        has_gap |= has_words and node.tag == f"{W}tab"
    return False
