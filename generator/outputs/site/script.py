"""A radio script on its page: who speaks, what sounds."""

import re
from collections.abc import Iterable
from html import escape

from markdown_it.tree import SyntaxTreeNode

from generator.text.escapes import escape as escape_markdown
from generator.text.footnotes import NOTES
from generator.text.spoken import speaker
from generator.text.staged import Targets, stage
from generator.text.tree import CUE, cue_of, plain

_WORDS = frozenset({"paragraph", "inline", "text", "softbreak"})
_NAME = re.compile(r"^(?:\*\*.*?\*\*|<strong>.*?</strong>)", re.DOTALL)


def script(blocks: Iterable[SyntaxTreeNode], targets: Targets) -> str:
    """The staged body: a paragraph that begins with a bold «PTV 1:» is that speaker's line."""
    read = list(blocks)
    parts = [_part(node, targets) for node in read if node.type != NOTES]
    below = [f"\n{stage([node], targets)}" for node in read if node.type == NOTES]
    inside = "\n\n".join(parts)
    return "".join([f'<div class="script" markdown="1">\n\n{inside}\n\n</div>\n', *below])


def _part(node: SyntaxTreeNode, targets: Targets) -> str:
    if node.type == CUE:
        return _cue(node, targets)
    name = speaker(node)
    text = stage([node], targets).strip()
    if not name:
        return text
    said = _NAME.sub("", text, count=1).strip()
    return (
        f'<div class="line" markdown="1">\n<p class="speaker">{escape(name)}</p>\n'
        f'<div class="words" markdown="1">\n\n{said}\n\n</div>\n</div>'
    )


def _cue(node: SyntaxTreeNode, targets: Targets) -> str:
    """In one line with its label where it is nothing but words."""
    label, words = cue_of(node).label, plain(node).strip()
    if _is_plain(node):
        return f'<p class="cue">{escape(label)}{": " if words else ""}{escape(words)}</p>'
    text = "\n\n".join(
        filter(None, (escape_markdown(label), stage(node.children, targets).strip()))
    )
    return f'<div class="cue" markdown="1">\n\n{text}\n\n</div>'


def _is_plain(node: SyntaxTreeNode) -> bool:
    return all(each.type in _WORDS for each in node.walk() if each is not node)
