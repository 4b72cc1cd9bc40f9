"""The leaves of a piece that is folded: its lead and the first sections of its Markdown.

Each `##` section is a leaf: its heading, and paragraphs and lists below it. What follows the last
leaf is for the page of the piece alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.body import Body
from generator.model.printed_piece import PrintedPiece
from generator.text.tree import plain, tree

TOO_FEW_LEAVES = Rule(
    "leaves-missing",
    "{asked} leaves are printed of this piece, and its text has {found} sections.",
    "Write a heading (## …) and its text for each leaf, in the order in which they are read.",
)
NO_ROOM_FOR_BLOCK = Rule(
    "leaf-block",
    "A leaf takes paragraphs and lists; this is something else.",
    "Write it as a paragraph or a list, or move it below the last leaf: what stands there is for "
    "the page of the piece alone.",
)
_LISTS = frozenset({"bullet_list", "ordered_list"})


@dataclass(frozen=True, slots=True)
class LeafSection:
    """A section that is printed: `line` is that of its heading, `others` those of other blocks."""

    heading: str
    paragraphs: tuple[str, ...]
    line: int
    others: tuple[int, ...] = ()


def leaf_texts(piece: PrintedPiece) -> Iterator[tuple[str, str]]:
    """The texts by slot, «lead», «heading-1», «text-1»; line ends part paragraphs.

    A colon ends a line of a heading: «Nước: | đặt xô, bấm giờ».
    """
    if not piece.leaves:
        return
    lead, sections = _parts(piece.body, piece.leaves)
    yield "lead", "\n".join(lead)
    for number, section in enumerate(sections, 1):
        yield f"heading-{number}", section.heading.replace(": ", ": | ")
        yield f"text-{number}", "\n".join(section.paragraphs)


def place_of(piece: PrintedPiece, slot: str) -> Location | None:
    """The heading of the section that a slot shows, in the author's file."""
    kind, _, number = slot.partition("-")
    if not piece.leaves or (kind not in {"heading", "text"} and slot != "lead"):
        return None
    _, sections = _parts(piece.body, piece.leaves)
    wanted = int(number) - 1 if number.isdigit() else -1
    return piece.body.at(sections[wanted].line if 0 <= wanted < len(sections) else 0)


def leaf_faults(piece: PrintedPiece) -> Iterator[Diagnostic]:
    """Leaves for which there is no section, and blocks that no leaf has room for."""
    if not piece.leaves:
        return
    _, sections = _parts(piece.body, piece.leaves)
    if len(sections) < piece.leaves:
        where = piece.body.at(sections[-1].line if sections else 0)
        yield TOO_FEW_LEAVES.at(where, asked=piece.leaves, found=len(sections))
    for section in sections:
        for line in section.others:
            yield NO_ROOM_FOR_BLOCK.at(piece.body.at(line))


def _parts(body: Body, most: int) -> tuple[list[str], list[LeafSection]]:
    """The paragraphs before the first heading, and so many sections."""
    lead: list[str] = []
    found: list[tuple[SyntaxTreeNode, list[SyntaxTreeNode]]] = []
    for node in tree(body.text).children:
        if node.type == "heading" and node.tag == "h2":
            found.append((node, []))
        elif found:
            found[-1][1].append(node)
        elif node.type == "paragraph":
            lead.append(plain(node))
    return lead, [_section(heading, nodes) for heading, nodes in found[:most]]


def _section(heading: SyntaxTreeNode, nodes: list[SyntaxTreeNode]) -> LeafSection:
    taken = [node for node in nodes if node.type == "paragraph" or node.type in _LISTS]
    others = tuple((node.map or (0, 0))[0] for node in nodes if node not in taken)
    paragraphs = tuple(words for node in taken for words in _paragraphs(node))
    return LeafSection(plain(heading), paragraphs, (heading.map or (0, 0))[0], others)


def _paragraphs(node: SyntaxTreeNode) -> Iterator[str]:
    """A paragraph, or the items of a list with the sign before each: «1. Chờ máy dừng»."""
    if node.type not in _LISTS:
        yield plain(node)
        return
    first = int(node.attrs.get("start", 1))
    for number, item in enumerate(node.children, first):
        sign = f"{number}." if node.type == "ordered_list" else "–"
        yield f"{sign} {' '.join(plain(item).split())}"
