"""Words of a block as the page-like editor has them: runs of text with marks, and all else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, product
from typing import Any, Final

from generator.model.artifact import digest_of
from generator.text.autolinks import addresses, target
from generator.text.splicing.block_words import (
    CODE,
    EM,
    HARD,
    STRONG,
    STRUCK,
    Atom,
    Link,
    Mark,
    Unit,
    Words,
    normal_address,
)
from generator.text.tree import new_parser, words_of
from generator.vietnamese.text import nfc

Json = Mapping[str, Any]
_NAMES: Final = (STRONG, EM, STRUCK, CODE)
_NOTE: Final = "footnote_ref"
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"([\\\[\]])")
_SIGNS: Final = re.compile(r"([\\`*_\[\]<>&~!:@^])")


class PageError(ValueError):
    """What a browser has sent is no page of ours."""


def words_json(words: Words) -> list[dict[str, Any]]:
    """Words as the nodes of a text block."""
    found: list[dict[str, Any]] = []
    for (marks, is_text), units in groupby(words, lambda u: (u.marks, isinstance(u.what, str))):
        known = {"marks": [_mark_json(mark) for mark in _ordered(marks)]} if marks else {}
        if is_text:
            found.append({"type": "text", "text": "".join(str(u.what) for u in units), **known})
        else:
            found += ({**_atom_json(unit.what), **known} for unit in units)
    return found


def _ordered(marks: frozenset[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: (isinstance(mark, str), str(mark)))


def _mark_json(mark: Mark) -> dict[str, Any]:
    if isinstance(mark, str):
        return {"type": mark}
    return {
        "type": "link",
        "attrs": {"href": mark.href, "title": mark.title, "source": mark.source},
    }


def _atom_json(atom: str | Atom) -> dict[str, Any]:
    if isinstance(atom, str) or atom == HARD:
        return {"type": "hard_break"}
    if atom.kind == _NOTE:
        return {"type": "note", "attrs": {"label": atom.source[2:-1]}}
    if atom.kind == "image":
        return {"type": "image", "attrs": {"source": atom.source, **_picture(atom.source)}}
    return {"type": "raw_inline", "attrs": {"source": atom.source}}


@lru_cache(500)
def _picture(source: str) -> dict[str, str]:
    """Where a picture lies and what it shows; nothing of one that says so elsewhere.

    A browser asks for it by its `key`; one of another site has none.
    """
    found = new_parser().parseInline(source)[0].children or []
    if [token.type for token in found] != ["image"]:
        return {"src": "", "alt": source, "key": ""}
    src = str(found[0].attrs["src"])
    key = "" if _ELSEWHERE.match(src) else key_of(src)
    alt = " ".join(words_of(found[0].children or []).split())
    return {"src": src, "alt": alt, "key": key}


def picture_words(source: str) -> str:
    """What a picture shows, by how it is written, and the name of its file."""
    found = _picture(source)
    return ", ".join(filter(None, (found["alt"], found["src"].rpartition("/")[2])))


def key_of(src: str) -> str:
    """By which a browser asks for a picture that is written so."""
    return digest_of(normal_address(src))[:16]


def picture_called(key: str, words: Words) -> str:
    """Where the picture that has this key lies, as it is written; nothing of what is not here."""
    known = (
        _picture(unit.what.source)
        for unit in words
        if isinstance(unit.what, Atom) and unit.what.kind == "image"
    )
    return next((each["src"] for each in known if key and each["key"] == key), "")


def words_of_json(content: object) -> Words:
    """The words that a text block of the editor holds.

    Raises:
        PageError: there is something else in it.
    """
    if not isinstance(content, list):
        raise PageError
    return _linked(tuple(unit for node in content for unit in _units(node)))


def _units(node: object) -> Iterator[Unit]:
    if not isinstance(node, dict):
        raise PageError
    marks = frozenset(_mark(each) for each in _items(node.get("marks", [])))
    if node.get("type") == "text":
        text = nfc(text_of(node, "text")).replace("\r", "").replace("\n", " ").replace("\t", " ")
        known = {char: Unit(char, marks) for char in set(text)}
        yield from (known[char] for char in text)
    else:
        yield Unit(_atom(node), marks)


def _atom(node: Json) -> Atom:
    attrs = node.get("attrs") or {}
    match node.get("type"):
        case "hard_break":
            return HARD
        case "note":
            return Atom(_NOTE, f"[^{label(attrs)}]")
        case "image":
            return Atom("image", _source(attrs))
        case "raw_inline":
            return Atom("html_inline", text_of(attrs, "source"))
    raise PageError


def label(attrs: Json) -> str:
    """The name of a note."""
    found = text_of(attrs, "label")
    if not found or any(char.isspace() or char in "[]^\\" for char in found):
        raise PageError
    return found


def _source(attrs: Json) -> str:
    """How a picture is written: as it was, with other words where it shows something else."""
    alt = " ".join(nfc(text_of(attrs, "alt")).split())
    source = str(attrs.get("source") or "")
    src = text_of(attrs, "src")
    written = source or (f"![]({src})" if not set(" ()<>\n") & set(src) else f"![](<{src}>)")
    was = _picture(written)
    return written if was["alt"] == alt or not was["src"] else _with_alt(written, was, alt)


def _with_alt(source: str, was: Json, alt: str) -> str:
    """The same picture with other words, in the plainest spelling that is read as them.

    Raises:
        PageError: none is.
    """
    ends = [found.start() for found in re.finditer(r"\]\(", source)]
    for escaped, end in product((_BRACKETS, _SIGNS), ends):
        made = "![" + escaped.sub(r"\\\1", alt) + source[end:]
        if _picture(made) == {**was, "alt": alt}:
            return made
    raise PageError


def _mark(mark: object) -> Mark:
    if isinstance(mark, dict) and mark.get("type") in _NAMES:
        return str(mark["type"])
    if isinstance(mark, dict) and mark.get("type") == "link":
        attrs = mark.get("attrs") or {}
        href = normal_address(text_of(attrs, "href").strip())
        title, source = (str(attrs.get(name) or "") for name in ("title", "source"))
        return Link(href, title, source)
    raise PageError


def _linked(words: Words) -> Words:
    """Bare addresses lead where they say, as the reader of the file has it."""
    plain = {marks for marks in {unit.marks for unit in words} if _is_bare(marks)}
    bare = "".join(
        unit.what if isinstance(unit.what, str) and unit.marks in plain else "\0" for unit in words
    )
    found = list(words)
    for start, stop in addresses(bare):
        link = Link(normal_address(target(bare[start:stop])))
        for number in range(start, stop):
            found[number] = Unit(words[number].what, words[number].marks | {link})
    return tuple(found)


def _is_bare(marks: frozenset[Mark]) -> bool:
    return CODE not in marks and not any(isinstance(mark, Link) for mark in marks)


def _items(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise PageError
    return value


def text_of(attrs: Json, name: str) -> str:
    """What a node says of itself by this name.

    Raises:
        PageError: nothing, or no text.
    """
    value = attrs.get(name)
    if not isinstance(value, str):
        raise PageError
    whole = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", "")  # a file that holds one is no text
