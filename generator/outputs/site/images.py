"""Pictures in a page: as WebP in the sizes that screens need, with one that every browser knows."""

from html import escape
from urllib.parse import quote

from generator.model import addresses

WIDTHS = (480, 960, 1600)
"""Pixels: a phone, a phone with a fine screen or a column of text, a large screen."""

_SIZES = "(min-width: 60em) 660px, 100vw"
_MARKS = str.maketrans({mark: f"&#{ord(mark)};" for mark in "[]\\`!*_"})


def widths(name: str, width: int) -> list[int]:
    """The widths in which a picture is offered as WebP; a drawing needs none."""
    if name.casefold().endswith(".svg"):
        return []
    smaller = [wanted for wanted in WIDTHS if wanted < width]
    return smaller if len(smaller) == len(WIDTHS) else [*smaller, width]


def fallback(width: int, height: int) -> tuple[int, int]:
    """The size of the picture for browsers that know no WebP: no larger than the largest."""
    most = WIDTHS[-1]
    return (width, height) if width <= most else (most, max(1, round(height * most / width)))


def sources(name: str, width: int, page: str) -> str:
    """The `srcset` of a picture as the page links to it; empty where there is but one file."""
    path = addresses.picture(name)
    return ", ".join(
        f"{quote(addresses.relative(addresses.scaled_picture(path, wanted), page))} {wanted}w"
        for wanted in widths(name, width)
    )


def figure(name: str, size: tuple[int, int], alt: str, page: str, *, lazy: bool = True) -> str:
    """The HTML of a picture of `assets/` in a page."""
    width, height = size if name.casefold().endswith(".svg") else fallback(*size)
    address = quote(addresses.relative(addresses.picture(name), page))
    loading = ' loading="lazy" decoding="async"' if lazy else ""
    image = (
        f'<img src="{_value(address)}" alt="{_value(alt)}" width="{width}" height="{height}"'
        f"{loading}>"
    )
    offered = sources(name, size[0], page)
    if not offered:
        return image
    source = f'<source type="image/webp" srcset="{_value(offered)}" sizes="{_SIZES}">'
    return f"<picture>{source}{image}</picture>"


def _value(text: str) -> str:
    """An attribute's value in which no Markdown reader finds a link, a mark or a line's end."""
    return escape(" ".join(text.split())).translate(_MARKS)
