"""A page for an office as values: the same paper becomes a PDF and a Word document."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.text.column_widths import breakable_rows, fitted_widths

_SIZE = 12
"""Letters of a cell in Word, in pt; in our PDF they are smaller."""
Style = Literal["kicker", "title", "heading", "text", "note", "warning"]


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; a kicker stands above the title, a warning in a frame."""

    style: Style
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths` of its columns as asked, in mm. `tall` rows leave room to write in."""

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    tall: bool = False

    @property
    def columns(self) -> tuple[float, ...]:
        """The widths that it is printed with, in mm: no word is broken for want of room."""
        return fitted_widths(self.widths, self.heads, self.rows, _SIZE)


@dataclass(frozen=True, slots=True)
class Signs:
    """Who signs; `note` stands below each role."""

    roles: tuple[str, ...]
    note: str


Block: TypeAlias = Words | Table | Signs


@dataclass(frozen=True, slots=True)
class Paper:
    """What is said, in order; `title` names the file for those who open it."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def data(self) -> dict[str, object]:
        """All of it for a template."""
        return {"title": self.title, "blocks": [_data(block) for block in self.blocks]}


def _data(block: Block) -> dict[str, object]:
    match block:
        case Words():
            return {"kind": block.style, "text": block.text}
        case Table():
            return {
                "kind": "table",
                "heads": block.heads,
                "widths": block.columns,
                "rows": list(breakable_rows(block.rows, block.columns, _SIZE)),
                "tall": block.tall,
            }
        case Signs():
            return {"kind": "signs", "roles": block.roles, "note": block.note}
