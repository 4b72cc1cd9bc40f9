"""Addresses made of words."""

import re
import unicodedata

from generator.vietnamese.text import fold

_NOT_IN_A_SLUG = re.compile("[^a-z0-9]+")


def slugify(s: str) -> str:
    """Return `s` as lower-case ASCII letters, digits and single hyphens; empty if it has none.

    Compatibility forms count as what they stand for: CO₂ gives `co2`, m² gives `m2`.
    """
    return _NOT_IN_A_SLUG.sub("-", fold(unicodedata.normalize("NFKC", s))).strip("-")


def toc_slug(text: str, separator: str) -> str:
    """Return the id of a heading, as the option `slugify` of Python-Markdown's toc wants it."""
    return slugify(text).replace("-", separator)
