"""What of own HTML can stand within what: the rules of HTML that a browser mends without a word.

HTML Living Standard, 4.4.1 (paragraphs hold words alone), 4.5.1 and 4.10.6 (links and buttons hold
nothing that is pressed), 4.4.14 (one main part a page), 4.8.3 (words of a picture).
"""

from collections.abc import Sequence

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption"}
    | {"figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr"}
    | {"menu", "nav", "ol", "p", "pre", "section", "table", "ul"}
)
_PRESSED = frozenset({"a", "button", "details", "input", "label", "select"})
_WORDS_ALONE = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"})
_PRESSING = frozenset({"a", "button"})


def outer_of(tag: str, open_tags: Sequence[str]) -> str:
    """The element among those `open_tags` in which a new one cannot stand; none if it can."""
    refusing = (
        (_WORDS_ALONE, tag in _BLOCKS),
        (_PRESSING, tag in _PRESSED),
        ({"form"}, tag == "form"),
    )
    for name in reversed(open_tags):
        if any(applies and name in outer for outer, applies in refusing):
            return name
    return ""


def lacks_words(tag: str, values: dict[str, str]) -> bool:
    """Whether a picture says nothing to those who cannot see it: `alt=""` says so on purpose."""
    shows = tag == "img" or (tag == "input" and values.get("type", "").lower() == "image")
    return shows and "alt" not in values
