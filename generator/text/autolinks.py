"""Addresses of the web and of mail that stand bare in a text are links, as word processors have it.

One whose name only an office knows («http://may-chu/lich») is one, too, so that it is told as such.
`www.` alone is none: nothing says whether such a site is to be reached by https.
"""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_ADDRESS: Final = re.compile(
    r"(?<![\w/.@])(?P<web>https?://(?:[\w-]+\.)*\w[\w-]*(?:[:/?#][^\s<>\[\]\"“”«»`|\\]*)?)"
    r"|(?<![\w.+/:@-])(?P<mail>[A-Za-z0-9][\w.+-]*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})(?![\w@])"
)
_END: Final = ".,;:!?…*_~'’"  # belongs to the sentence
Span = tuple[int, int]


def autolinks(parser: MarkdownIt) -> None:
    """Make a parser take bare addresses for links; within the words of a link they are words."""
    parser.inline.ruler.at("text", _text)
    parser.inline.ruler.before("newline", "bare_address", _link)


@lru_cache(maxsize=64)
def addresses(text: str) -> tuple[Span, ...]:
    """Where the bare addresses of a text stand."""
    if "://" not in text and "@" not in text:
        return ()
    return tuple((match.start(), _stop(match)) for match in _ADDRESS.finditer(text))


def _stop(match: re.Match[str]) -> int:
    """The end of an address, without what belongs to the sentence around it."""
    address = match[0]
    while address[-1] in _END or (address[-1] == ")" and address.count("(") < address.count(")")):
        address = address[:-1]
    return match.start() + len(address)


def target(address: str) -> str:
    """Where a bare address leads."""
    return address if "://" in address else f"mailto:{address}"


def _text(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """As markdown-it's own rule, but words end where an address begins."""
    sign = state.md.inline.terminator_re.search(state.src, state.pos)
    end = sign.start() if sign else state.posMax
    if state.linkLevel == 0 and (found := _next(state)):
        end = min(end, found[0])
    if end == state.pos:
        return False
    if not silent:
        state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


def _link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    found = _next(state) if state.linkLevel == 0 else None
    if found is None or found[0] != state.pos or found[1] > state.posMax:
        return False
    if not silent:
        address = state.src[slice(*found)]
        opened = state.push("link_open", "a", 1)
        opened.attrs = {"href": state.md.normalizeLink(target(address))}
        opened.info = BARE
        state.push("text", "", 0).content = address
        state.push("link_close", "a", -1).info = BARE
    state.pos = found[1]
    return True


def _next(state: StateInline) -> Span | None:
    """The first address that does not begin before the place that is read."""
    spans = addresses(state.src)
    at = bisect_left(spans, (state.pos, 0))
    return spans[at] if at < len(spans) else None


BARE: Final = "bare"
"""What the tokens of such a link say of themselves (`info`)."""
