"""The tree back to Markdown as the site builder's reader understands it, links resolved.

Python-Markdown wants four spaces of nesting and a blank line around every block, and would read
braces as attributes: what leaves here is unambiguous for it and for CommonMark.
"""

import re
from collections.abc import Callable, Iterable

from markdown_it.tree import SyntaxTreeNode

from generator.text.tree import cue_of

Link = Callable[[str], str | None]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^&])")


def stage(blocks: Iterable[SyntaxTreeNode], link: Link, picture: Link) -> str:
    """Markdown of the blocks of a tree.

    `link` and `picture` give the staged address of what an author wrote, or None when it must
    appear as bare words.
    """
    return _Stager(link, picture).blocks(list(blocks)) + "\n"


class _Stager:
    def __init__(self, link: Link, picture: Link) -> None:
        self.link, self.picture = link, picture

    def blocks(self, nodes: list[SyntaxTreeNode]) -> str:
        return "\n\n".join(text for node in nodes if (text := self._block(node)))

    def _block(self, node: SyntaxTreeNode) -> str:
        maker = getattr(self, f"_{node.type}", None)
        return maker(node) if maker else ""

    def _paragraph(self, node: SyntaxTreeNode) -> str:
        return self._line(node)

    def _heading(self, node: SyntaxTreeNode) -> str:
        return f"{'#' * int(node.tag[1])} {self._line(node)}"

    def _line(self, node: SyntaxTreeNode) -> str:
        return "".join(self._inline(child) for child in node.children)

    def _blockquote(self, node: SyntaxTreeNode) -> str:
        return _indented(self.blocks(node.children), "> ")

    def _bullet_list(self, node: SyntaxTreeNode) -> str:
        return self._items(node, lambda _: "-")

    def _ordered_list(self, node: SyntaxTreeNode) -> str:
        start = int(node.attrs.get("start", 1))
        return self._items(node, lambda index: f"{start + index}.")

    def _items(self, node: SyntaxTreeNode, mark: Callable[[int], str]) -> str:
        loose = any(
            child.type == "paragraph" and not child.hidden
            for item in node.children
            for child in item.children
        )
        items = [
            f"{mark(index):<4}{_indented(self._item(item), '    ').lstrip()}"
            for index, item in enumerate(node.children)
        ]
        return ("\n\n" if loose else "\n").join(items)

    def _item(self, item: SyntaxTreeNode) -> str:
        return self.blocks(item.children)

    def _fence(self, node: SyntaxTreeNode) -> str:
        return _indented(node.content.rstrip("\n"), "    ")

    _code_block = _fence

    def _hr(self, _node: SyntaxTreeNode) -> str:
        return "---"

    def _table(self, node: SyntaxTreeNode) -> str:
        rows = [row for part in node.children for row in part.children]
        lines = [
            f"| {' | '.join(self._line(cell.children[0]) for cell in row.children)} |"
            for row in rows
        ]
        rule = "|" + " --- |" * len(rows[0].children)
        return "\n".join([lines[0], rule, *lines[1:]])

    def _container_cue(self, node: SyntaxTreeNode) -> str:
        label = f"**{escape(cue_of(node).label)}**"
        return f'<div class="loa-cue" markdown="1">\n\n{label}\n\n{self.blocks(node.children)}\n\n</div>'

    def _inline(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "text":
                return escape(node.content)
            case "softbreak":
                return "\n"
            case "hardbreak":
                return "  \n"
            case "code_inline":
                return f"`{node.content}`" if "`" not in node.content else escape(node.content)
            case "strong" | "em" | "s":
                mark = {"strong": "**", "em": "*", "s": ""}[node.type]
                return f"{mark}{self._line(node)}{mark}"
            case "image":
                return self._image(node)
            case "link":
                return self._anchor(node)
        return self._line(node)

    def _anchor(self, node: SyntaxTreeNode) -> str:
        address = self.link(str(node.attrs["href"]))
        words = self._line(node)
        return f"[{words}](<{address}>)" if address is not None else words

    def _image(self, node: SyntaxTreeNode) -> str:
        address = self.picture(str(node.attrs["src"]))
        words = "".join(escape(child.content) for child in node.children)
        return f"![{words}](<{address}>)" if address is not None else words


def escape(text: str) -> str:
    """Plain words as Markdown that shows exactly them."""
    text = _SPECIAL.sub(lambda match: _ESCAPES.get(match[1], "\\" + match[1]), text)
    return re.sub(r"^(\s*\d+)([.)])(?=\s|$)|^(\s*)([-+])(?=\s|$)", _leading, text)


# Python-Markdown takes no backslash before these.
_ESCAPES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "~": "&#126;", "^": "&#94;"}


def _leading(match: re.Match[str]) -> str:
    return f"{match[1]}\\{match[2]}" if match[1] else f"{match[3] or ''}\\{match[4]}"


def _indented(text: str, indent: str) -> str:
    return "\n".join(f"{indent}{line}".rstrip() for line in text.split("\n"))
