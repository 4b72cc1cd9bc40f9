"""A radio script on its page: who speaks, what sounds."""

import re
from collections.abc import Iterable
from html import escape

from markdown_it.tree import SyntaxTreeNode

from generator.text.spoken import speaker
from generator.text.staged import Frame, Link, stage
from generator.text.tree import CUE, cue_of, plain

_NAME = re.compile(r"^(?:\*\*.*?\*\*|<strong>.*?</strong>)", re.DOTALL)


def script(
    blocks: Iterable[SyntaxTreeNode], link: Link, picture: Link, frame: Frame | None = None
) -> str:
    """The staged body: a paragraph that begins with a bold «PTV 1:» is that speaker's line."""
    parts = [_part(node, link, picture, frame) for node in blocks]
    return '<div class="script" markdown="1">\n\n' + "\n\n".join(parts) + "\n\n</div>\n"


def _part(node: SyntaxTreeNode, link: Link, picture: Link, frame: Frame | None) -> str:
    if node.type == CUE:
        words = plain(node).strip()
        label = cue_of(node).label
        return f'<p class="cue">{escape(label)}{": " if words else ""}{escape(words)}</p>'
    name = speaker(node)
    text = stage([node], link, picture, frame).strip()
    if not name:
        return text
    said = _NAME.sub("", text, count=1).strip()
    return (
        f'<div class="line" markdown="1">\n<p class="speaker">{escape(name)}</p>\n'
        f'<div class="words" markdown="1">\n\n{said}\n\n</div>\n</div>'
    )
