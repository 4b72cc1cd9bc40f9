"""A radio script on its page: who speaks, what sounds."""

import re
from collections.abc import Iterable
from html import escape

from markdown_it.tree import SyntaxTreeNode

from generator.text.anchors import Anchors
from generator.text.footnotes import NOTES
from generator.text.html import Targets, html_of
from generator.text.script_lines import speaker
from generator.text.tree import CUE, cue_of, plain

_WORDS = frozenset({"paragraph", "inline", "text", "softbreak"})
_NAME = re.compile(r"^<p><strong>.*?</strong>\s*", re.DOTALL)


def script(blocks: Iterable[SyntaxTreeNode], targets: Targets, anchors: Anchors) -> str:
    """The body: a paragraph that begins with a bold «PTV 1:» is that speaker's line."""
    read = list(blocks)
    parts = [_part(node, targets, anchors) for node in read if node.type != NOTES]
    below = html_of([node for node in read if node.type == NOTES], targets)
    return f'<div class="script">\n{"".join(parts)}</div>\n{below}'


def _part(node: SyntaxTreeNode, targets: Targets, anchors: Anchors) -> str:
    if node.type == CUE:
        return _cue(node, targets)
    name, text = speaker(node), html_of([node], targets, anchors)
    if not name:
        return text
    said = _NAME.sub("<p>", text, count=1)
    return (
        f'<div class="line">\n<p class="speaker">{escape(name)}</p>\n'
        f'<div class="words">\n{said}</div>\n</div>\n'
    )


def _cue(node: SyntaxTreeNode, targets: Targets) -> str:
    """In one line with its label where it is nothing but words."""
    label, words = escape(cue_of(node).label), escape(plain(node).strip())
    if _is_plain(node):
        return f'<p class="cue">{label}{": " if words else ""}{words}</p>\n'
    return f'<div class="cue">\n<p>{label}</p>\n{html_of(node.children, targets)}</div>\n'


def _is_plain(node: SyntaxTreeNode) -> bool:
    return all(each.type in _WORDS for each in node.walk() if each is not node)
