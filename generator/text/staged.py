"""The tree back to Markdown as the site builder's reader understands it, links resolved.

Python-Markdown wants four spaces of nesting and a blank line around every block, joins lists that
follow each other, and would read braces as attributes: what leaves here is unambiguous for it and
for CommonMark.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from markdown_it.tree import SyntaxTreeNode

from generator.text.escapes import escape, line_start
from generator.text.footnotes import NoteHtml
from generator.text.tree import CUE, cue_of, plain

Link = Callable[[str], str | None]
Frame = Callable[[str, str], str | None]

# Between two blocks that would be read as one: it says and shows nothing.
_NOTHING = "<!-- -->"
_LISTS = frozenset({"bullet_list", "ordered_list"})
_JOINED = _LISTS | {"fence", "code_block", CUE}


@dataclass(frozen=True, slots=True)
class Targets:
    """What a page makes of what an author names.

    `link` and `picture` give the staged address of what an author wrote, or None when it must
    appear as bare words. `frame` gives a picture's HTML instead, from its address and its words.
    `notes` is how the page leads to notes and back.
    """

    link: Link
    picture: Link
    frame: Frame | None = None
    notes: NoteHtml = field(default_factory=NoteHtml)


def stage(blocks: Iterable[SyntaxTreeNode], targets: Targets) -> str:
    """Markdown of the blocks of a tree."""
    text = _Stager(targets).blocks(list(blocks))
    return f"{_NOTHING}\n\n{text}\n" if text.startswith(" ") else f"{text}\n"


class _Stager:
    def __init__(self, targets: Targets) -> None:
        self.link, self.picture, self.frame = targets.link, targets.picture, targets.frame
        self.notes = targets.notes

    def blocks(self, nodes: list[SyntaxTreeNode]) -> str:
        text, before = "", None
        for node in nodes:
            if block := self._block(node):
                text += (_gap(before, node) if before else "") + block
                before = node
        return text

    def _block(self, node: SyntaxTreeNode) -> str:
        made: str = getattr(self, f"_{node.type}")(node)
        return made

    def _html_block(self, _node: SyntaxTreeNode) -> str:
        return ""  # the check refuses it

    def _paragraph(self, node: SyntaxTreeNode) -> str:
        lines = (line.rstrip() for line in self._line(node).split("\n"))
        return "\n".join(line_start(line) for line in lines if line)

    def _heading(self, node: SyntaxTreeNode) -> str:
        return f"{'#' * int(node.tag[1])} {self._line(node)}".replace("\n", " ")

    def _line(self, node: SyntaxTreeNode) -> str:
        row = [child for child in node.children if child.type != "text" or child.content]
        around = zip([None, *row], row, [*row[1:], None], strict=False)
        return "".join(self._within(child, before, after) for before, child, after in around)

    def _blockquote(self, node: SyntaxTreeNode) -> str:
        return _indented(self.blocks(node.children) or _NOTHING, "> ")

    def _bullet_list(self, node: SyntaxTreeNode) -> str:
        return self._items(node, lambda _: "-")

    def _ordered_list(self, node: SyntaxTreeNode) -> str:
        start = int(node.attrs.get("start", 1))
        return self._items(node, lambda index: f"{start + index}.")

    def _items(self, node: SyntaxTreeNode, mark: Callable[[int], str]) -> str:
        items = [
            f"{mark(index) + ' ':<4}{_indented(self._item(item), '    ').lstrip(' ')}"
            for index, item in enumerate(node.children)
        ]
        tight = all(
            child.hidden or child.type != "paragraph"
            for item in node.children
            for child in item.children
        )
        return ("\n" if tight and not any("\n\n" in item for item in items) else "\n\n").join(items)

    def _item(self, item: SyntaxTreeNode) -> str:
        starts_plainly = item.children and item.children[0].type in {"paragraph", "heading"}
        text = self.blocks(item.children)
        return text if starts_plainly and text else f"{_NOTHING}\n\n{text}".rstrip("\n")

    def _fence(self, node: SyntaxTreeNode) -> str:
        """As code where no tag is in it, since Python-Markdown looks for tags in code too."""
        lines = node.content.strip("\n").split("\n")
        if "<" not in node.content:
            return _indented("\n".join(lines), "    ")
        return "<br />\n".join(f"<code>{_spaced(escape(line))}</code>" for line in lines)

    _code_block = _fence

    def _hr(self, _node: SyntaxTreeNode) -> str:
        return "---"

    def _table(self, node: SyntaxTreeNode) -> str:
        rows = [row for part in node.children for row in part.children]
        lines = [
            f"| {' | '.join(self._line(cell.children[0]) for cell in row.children)} |"
            for row in rows
        ]
        rule = " | ".join(_RULES[str(cell.attrs.get("style", ""))] for cell in rows[0].children)
        return "\n".join([lines[0], f"| {rule} |", *lines[1:]])

    def _container_cue(self, node: SyntaxTreeNode) -> str:
        """A cue within a list or a quotation cannot have a frame of its own there."""
        label = escape(cue_of(node).label)
        text = "\n\n".join(filter(None, (label and f"**{label}**", self.blocks(node.children))))
        framed = node.parent is None or node.parent.type in {"root", CUE}
        return f'<div class="loa-cue" markdown="1">\n\n{text}\n\n</div>' if framed else text

    def _within(
        self, node: SyntaxTreeNode, before: SyntaxTreeNode | None, after: SyntaxTreeNode | None
    ) -> str:
        apart = not (_touches(before, -1) or _touches(after, 0))
        if node.type == "code_inline":
            return _code(node.content, apart=apart)
        if node.type in {"strong", "em"}:
            return self._emphasis(node, apart=apart)
        made: str = getattr(self, f"_{node.type}")(node)
        return made

    def _inline(self, node: SyntaxTreeNode) -> str:
        return self._line(node)

    def _text(self, node: SyntaxTreeNode) -> str:
        return escape(node.content)

    def _softbreak(self, _node: SyntaxTreeNode) -> str:
        return "\n"

    def _hardbreak(self, _node: SyntaxTreeNode) -> str:
        return "<br />\n"

    def _html_inline(self, _node: SyntaxTreeNode) -> str:
        return ""  # the check refuses it

    def _s(self, node: SyntaxTreeNode) -> str:
        return f"<del>{self._line(node)}</del>"

    def _footnote_ref(self, node: SyntaxTreeNode) -> str:
        return self.notes.mark(node.meta)

    def _link(self, node: SyntaxTreeNode) -> str:
        return _linked("", self._line(node), self.link(str(node.attrs["href"])))

    def _image(self, node: SyntaxTreeNode) -> str:
        source, words = str(node.attrs["src"]), plain(node)
        if self.frame:
            return self.frame(source, words) or escape(words)
        return _linked("!", escape(words), self.picture(source))

    def _footnote_block(self, node: SyntaxTreeNode) -> str:
        """In HTML around Markdown, so that links in notes are read as all others are."""
        items = (
            f'<li id="{self.notes.note_id(note.meta["number"])}" markdown="block">\n\n'
            f"{self._note(note)}\n\n</li>"
            for note in node.children
        )
        return f'{self.notes.opening} markdown="1">\n<ol markdown="1">\n' + "\n".join(
            [*items, "</ol>\n</section>"]
        )

    def _note(self, note: SyntaxTreeNode) -> str:
        """The links back stand in the last paragraph."""
        text, back = self.blocks(note.children), self.notes.back(note.meta)
        is_last = note.children and note.children[-1].type == "paragraph"
        return text + back if is_last else f"{text}\n\n{back.strip()}"

    def _emphasis(self, node: SyntaxTreeNode, *, apart: bool) -> str:
        """With stars where every reader agrees on them, else with tags."""
        words = self._line(node)
        if apart and all(child.type == "text" for child in node.children):
            mark = "**" if node.type == "strong" else "*"
            return f"{mark}{words}{mark}"
        return f"<{node.tag}>{words}</{node.tag}>"


def _linked(mark: str, words: str, address: str | None) -> str:
    """A link or picture; without an address its bare words."""
    return words if address is None else f"{mark}[{words}](<{address.replace('&', '&amp;')}>)"


def _gap(before: SyntaxTreeNode, node: SyntaxTreeNode) -> str:
    """What stands between two blocks."""
    is_first = before.parent is not None and before.parent.children[0] is before
    if before.hidden and is_first and node.type in _LISTS:
        return "\n"  # in a list whose items stand close together
    joined = {before.type, node.type} <= _JOINED or before.type == node.type == "blockquote"
    return f"\n\n{_NOTHING}\n\n" if joined else "\n\n"


def _touches(sibling: SyntaxTreeNode | None, at: int) -> bool:
    """Whether a word or another mark stands close by, where Markdown readers differ."""
    if sibling is None or sibling.type in {"softbreak", "hardbreak"}:
        return False
    if sibling.type != "text":
        return True
    return sibling.content[at].isalnum() or not (at == 0 or sibling.content[at].isspace())


_RUN = re.compile(" {2,}")
_RULES = {
    "": "---",
    "text-align:left": ":--",
    "text-align:center": ":-:",
    "text-align:right": "--:",
}


def _code(content: str, *, apart: bool) -> str:
    simple = content == content.strip() and not set(content) & set("`<>&|\\\n")
    return f"`{content}`" if simple and apart else f"<code>{escape(content)}</code>"


def _spaced(line: str) -> str:
    """A line that keeps its runs of spaces outside of a code block."""
    kept = _RUN.sub(lambda run: "&nbsp;" * len(run[0]), line.expandtabs(4))
    return f"&nbsp;{kept[1:]}" if kept.startswith(" ") else kept


def _indented(text: str, indent: str) -> str:
    return "\n".join(f"{indent}{line}" if line else indent.rstrip() for line in text.split("\n"))
