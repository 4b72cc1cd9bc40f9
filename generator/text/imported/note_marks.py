"""Footnotes of Word as footnotes of Markdown."""

import re
from dataclasses import replace
from typing import Final

from generator.text.imported.blocks import Block
from generator.text.imported.inline import Span

_MARK: Final = re.compile(r"\[\^(\d+)\]")


def note_mark(number: int) -> Span:
    """The mark of a note, where it stands in a paragraph."""
    return Span(f"[^{number}]", ready=True)


def note_text(number: int, text: str, *, has_mark: bool) -> str:
    """The note itself; a paragraph after its number where nothing can mark it."""
    return f"[^{number}]: {text}" if has_mark else f"({number}) {text}"


def note_numbers(block: Block) -> set[int]:
    """The numbers of the notes that a block marks."""
    return {int(number) for number in _MARK.findall(block.text)}


def without_notes(block: Block) -> Block:
    """The block with plain numbers for its marks."""
    return replace(block, text=_MARK.sub(r" (\1)", block.text))
