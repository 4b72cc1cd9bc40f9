"""What a content stream says, operator by operator; outlines stay together as they are written.

Nine of ten operators of a page only draw outlines, of which neither preflight nor plates ask
anything: these are found as bytes, and only the others are read.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

    Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage

_SPACE = rb"[\x00\t\n\f\r ]"
_FIGURE = rb"[-+.\d]++"
_OUTLINE = rb"(?:(?:%b%b++){2,6}+(?:[mlcvy]|re)|h)(?=%b|\Z)" % (_FIGURE, _SPACE, _SPACE)
_STRING = rb"\((?:[^()\\]|\\.)*+\)|<[0-9A-Fa-f\s]*+>"
_FOUND = re.compile(
    rb"(%b)|((?<![^\x00\t\n\f\r ])%b(?:%b++%b)*+)" % (_STRING, _OUTLINE, _SPACE, _OUTLINE),
    re.DOTALL,
)
_STRINGS = re.compile(_STRING, re.DOTALL)
_DOUBTFUL = re.compile(rb"[()%]|\bBI\b")
"""What may hold anything: a text in brackets within a text, a comment, an inline picture."""
_KEPT = 1 << 20
"""Bytes of a stream that is kept for whoever reads it next: of ours the largest has a tenth."""
_MARK = "LoaOutline"  # no operator of PDF


def instructions(holder: Any) -> "Iterator[Instruction | bytes]":  # noqa: ANN401 - pikepdf's object
    """The operators of a page, a form or a pattern in their order; outlines as bytes.

    Where it is not certain what is an outline, these are operators like the others.
    """
    import pikepdf

    rest, outlines = outlines_apart(_content(holder))
    if not outlines:
        yield from pikepdf.parse_content_stream(holder)
        return
    left = iter(outlines)
    with pikepdf.new() as scratch:
        read = pikepdf.parse_content_stream(scratch.make_stream(rest))
    for each in read:
        yield next(left) if str(each.operator) == _MARK else each


def outlines_apart(content: bytes) -> tuple[bytes, list[bytes]]:
    """What is drawn, each outline in it as one operator of our own, and the outlines.

    Preflight and plates read the same page one after the other.
    """
    return _apart(content) if len(content) <= _KEPT else _apart.__wrapped__(content)


@lru_cache(maxsize=4)
def _apart(content: bytes) -> tuple[bytes, list[bytes]]:
    outlines: list[bytes] = []

    def kept(found: re.Match[bytes]) -> bytes:
        if found[1] is not None:
            return found[1]
        outlines.append(found[2])
        return _MARK.encode()

    rest = _FOUND.sub(kept, content)
    doubtful = _DOUBTFUL.search(_STRINGS.sub(b"", rest))
    return (content, []) if doubtful else (rest, outlines)


def _content(holder: Any) -> bytes:  # noqa: ANN401 - as above
    """Everything that is drawn, decoded; a page may have it in several streams."""
    import pikepdf

    if not isinstance(holder, pikepdf.Page):
        return bytes(holder.read_bytes())
    found = holder.obj.get("/Contents", ())
    parts = found if isinstance(found, pikepdf.Array) else [found] if found else []
    return b"\n".join(each.read_bytes() for each in parts)
