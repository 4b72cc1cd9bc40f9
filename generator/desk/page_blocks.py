"""The body of a piece as the page-like editor has it: its blocks as JSON, and what becomes of them.

The browser reads no Markdown: it receives blocks and says which of them, by their numbers in the
body, are to become which others. `rewrite` in `text/splicing/` writes them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from generator.desk.page_words import (
    Json,
    PageError,
    label,
    text_of,
    words_json,
    words_of_json,
)
from generator.text.splicing.body_blocks import (
    CELLS,
    CUE,
    ITEM,
    LISTS,
    NOTE,
    QUOTE,
    RAW,
    ROW,
    RULE,
    TABLE,
    TEXT_BLOCKS,
    BodyBlock,
    Facts,
    body_blocks,
)
from generator.text.splicing.rewriting import rewrite
from generator.vietnamese.text import nfc

_DEEPEST: Final = 16
_LEVELS: Final = range(1, 7)
_ALIGNS: Final = ("", "left", "center", "right")
_MOST: Final = 999_999_999  # that a list may begin with
_LONGEST: Final = 99_999  # seconds
_INNER: Final[Mapping[str, frozenset[str]]] = {
    TABLE: frozenset({ROW}),
    ROW: CELLS,
    **dict.fromkeys(LISTS, frozenset({ITEM})),
}
_ANYWHERE: Final = frozenset({*TEXT_BLOCKS, *LISTS, QUOTE, TABLE, RAW, RULE, CUE, NOTE})


def is_page(path: str) -> bool:
    """Whether a file is shown as a page: plans and lists are text alone."""
    return path.endswith(".md")


def page_blocks(text: str) -> list[dict[str, Any]]:
    """The blocks of the body of a file as nodes of the editor; all of it is in them.

    `lines` of a block are those of the file, from 1, the last one included.
    """
    return [_json(block) for block in body_blocks(text)]


def apply_edits(text: str, edits: object) -> str:
    """The text of a file after edits of its page: `{"at": [first, last], "blocks": […]}`.

    The blocks from `first` to before `last`, counted from 0, become others. All of them are of the
    page of this text.

    Raises:
        PageError: these are no edits of it.
        RefusedError: it would be read as something else.
    """
    if not isinstance(edits, list):
        raise PageError
    known = sorted((_edit(each) for each in edits), key=lambda each: each[0], reverse=True)
    if any(early[1] > late[0] for late, early in pairwise(known)):
        raise PageError
    done = text
    for first, last, blocks in known:
        try:
            done = rewrite(done, first, last, blocks)
        except IndexError:
            raise PageError from None
    return done


def _edit(edit: object) -> tuple[int, int, list[BodyBlock]]:
    at = edit.get("at") if isinstance(edit, dict) else None
    blocks = edit.get("blocks") if isinstance(edit, dict) else None
    is_span = isinstance(at, list) and [type(each) for each in at] == [int, int]
    if not is_span or not isinstance(at, list) or not isinstance(blocks, list):
        raise PageError
    return at[0], at[1], [_block(block, _ANYWHERE, 0) for block in blocks]


def _json(block: BodyBlock) -> dict[str, Any]:
    first, last = block.lines
    attrs: dict[str, Any] = {"lines": [first + 1, last], **dict(block.facts)}
    if block.kind in {RAW, RULE}:
        return {"type": block.kind, "attrs": attrs}
    if block.kind in TEXT_BLOCKS:
        return {"type": block.kind, "attrs": attrs, "content": words_json(block.words)}
    if block.kind in CELLS:
        inner = [{"type": "paragraph", "content": words_json(block.words)}]
        return {"type": block.kind, "attrs": attrs, "content": inner}
    if block.kind in LISTS:
        attrs["tight"] = block.is_tight
    inner = [_json(child) for child in block.blocks]
    return {"type": block.kind, "attrs": attrs, "content": inner or [{"type": "paragraph"}]}


def _block(node: object, known: frozenset[str], depth: int) -> BodyBlock:
    """A block that the editor holds."""
    if not isinstance(node, dict) or node.get("type") not in known or depth > _DEEPEST:
        raise PageError
    kind, content = str(node["type"]), node.get("content") or []
    attrs = node.get("attrs") or {}
    if not isinstance(attrs, dict) or not isinstance(content, list):
        raise PageError
    facts = _facts(kind, attrs)
    if kind in TEXT_BLOCKS:
        return BodyBlock(kind, facts, words_of_json(content))
    if kind in CELLS:
        return BodyBlock(kind, facts, _cell_words(content))
    inner = _INNER.get(kind, _ANYWHERE - {NOTE})
    blocks = tuple(_block(child, inner, depth + 1) for child in content)
    if [block.kind for block in blocks] == ["paragraph"] and not blocks[0].words:
        blocks = ()  # the editor wants a place to write in where a file has none
    found = BodyBlock(kind, facts, (), blocks, attrs.get("tight") is not False)
    return _with_head(found) if kind == TABLE else found


def _cell_words(content: Sequence[object]) -> Any:  # noqa: ANN401 - Words
    inner = [_block(child, frozenset({"paragraph"}), 0).words for child in content]
    if len(inner) > 1:
        raise PageError
    return inner[0] if inner else ()


def _facts(kind: str, attrs: Json) -> Facts:
    """What a block says of itself, of its kind alone.

    Raises:
        PageError: it does not, or in no way that a file can hold.
    """
    match kind:
        case "heading":
            facts: Facts = (("level", _number(attrs, "level", _LEVELS)),)
        case "ordered_list":
            facts = (("start", _number(attrs, "start", range(_MOST + 1))),)
        case "cue":
            name = " ".join(nfc(text_of(attrs, "kind")).split())
            seconds = _number(attrs, "seconds", range(_LONGEST + 1))
            facts = ("kind", name), ("seconds", seconds)
        case "footnote":
            facts = (("label", label(attrs)),)
        case "raw":
            facts = (("text", nfc(text_of(attrs, "text"))),)
        case "table_header" | "table_cell":
            facts = (("align", _align(attrs)),)
        case _:
            facts = ()
    return facts


def _align(attrs: Json) -> str:
    align = str(attrs.get("align") or "")
    if align not in _ALIGNS:
        raise PageError
    return align


def _with_head(table: BodyBlock) -> BodyBlock:
    """A table of which the first row is the head, and says how its columns stand."""
    aligns = [cell.facts for cell in table.blocks[0].blocks] if table.blocks else []
    rows = []
    for number, row in enumerate(table.blocks):
        kind = "table_cell" if number else "table_header"
        facts = [*aligns, *(((("align", ""),),) * max(0, len(row.blocks) - len(aligns)))]
        cells = (
            replace(cell, kind=kind, facts=each)
            for cell, each in zip(row.blocks, facts, strict=False)
        )
        rows.append(replace(row, blocks=tuple(cells)))
    return replace(table, blocks=tuple(rows))


def _number(attrs: Json, name: str, known: range) -> int:
    value = attrs.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or value not in known:
        raise PageError
    return value
