"""What is mentioned in a text, and where in its author's file."""

import re
from dataclasses import dataclass, field, replace
from urllib.parse import quote, unquote

from generator.diagnostics import Location
from generator.model.body import Body
from generator.text.autolinks import BARE

Lines = tuple[int, int]

_DEFINITION = re.compile(r"[ >]*\[(?P<name>[^\]]+)\]:\s*<?(?P<address>[^\s<>]+)")


@dataclass(frozen=True, slots=True)
class Mention:
    """`text` as the author wrote it, the `nth` (from 0) of its like between two 0-based lines.

    `words` are the alternative text of a picture, or the kind of what is not read as markup;
    `better` is how it is written rightly, where that is known.
    """

    text: str
    lines: Lines
    nth: int = 0
    words: str = ""
    better: str = ""


def place(body: Body, mention: Mention) -> Location:
    """Where a mention stands; the first of its lines when it is written in another way there."""
    is_bare = mention.words == BARE
    href = mention.text.removeprefix("mailto:") if is_bare else mention.text
    for text in filter(None, (href, unquote(href))):
        if not is_bare and (link := body.find(f"]({text}", mention.lines, mention.nth)):
            return replace(link, column=link.column + 2, width=link.width - 2)
        if defined := _definition(body, mention, text):
            return defined
        if found := body.find(text, mention.lines, mention.nth):
            return found
    if "%" in mention.text and (written := _written(body, mention)):
        return written
    title = _title(body, mention.text) if mention.words.endswith("-title") else None
    return title or body.at(mention.lines[0])


def _written(body: Body, mention: Mention) -> Location | None:
    """Where an address stands of which some letters are written as codes: «Cái%20vòi.md»."""
    form = "".join(f"(?:{re.escape(c)}|{quote(c, safe='')})" for c in unquote(mention.text))
    found = (
        (number, match)
        for number in range(*mention.lines)
        if number < len(body.lines)
        and (match := re.search(form, body.lines[number], re.IGNORECASE))
    )
    number, match = next(found, (0, None))
    return body.at(number, match.start(), len(match[0])) if match else None


def _title(body: Body, text: str) -> Location | None:
    """Where a title stands behind the address that a name has on a line of its own, or below it."""
    lines = body.lines
    for number, line in enumerate(lines):
        below = (
            number
            and _DEFINITION.match(lines[number - 1])
            and line.startswith((" ", '"', "'", "("))
        )
        start = line.find(text) if text and (_DEFINITION.match(line) or below) else -1
        if start >= 0:
            return body.at(number, start, len(text))
    return None


def _definition(body: Body, mention: Mention, address: str) -> Location | None:
    """Where the address of `[words][name]` stands: behind `[name]:`, on a line of its own."""
    lines = body.lines
    around = "\n".join(lines[slice(*mention.lines)]).casefold()
    for number, line in enumerate(lines):
        found = _DEFINITION.match(line)
        if found and found["address"] == address and f"[{found['name'].casefold()}]" in around:
            return body.at(number, found.start("address"), len(address))
    return None


@dataclass(frozen=True, slots=True)
class Bare:
    """Words in which something was perhaps meant as markup, read as nothing but words.

    `words` have a sign in place of all that is markup or code; `source` is what was written.
    """

    words: str
    source: str
    lines: Lines


@dataclass(slots=True)
class Outline:
    """Everything in a text that is to be checked.

    `crowded_lines` are the lines of lists that follow a paragraph without an empty line; below the
    first line of an item a list needs none. `unread` is what nearly is a link or a picture;
    `bullets` are the signs that begin the lists of a word processor, one a paragraph. `nodes` are
    kinds that some writer may not know, at places where it may not (see `text/nodes.py`); `bare`
    are words that may hold the signs of another dialect, `layout` is what looks otherwise than its
    author sees it (see `text/layout.py`), `lost` what readers never see (`text/definitions.py`);
    `marks` are the labels of notes that are marked in it.
    """

    links: list[Mention] = field(default_factory=list)
    pictures: list[Mention] = field(default_factory=list)
    html: list[Mention] = field(default_factory=list)
    attributes: list[Mention] = field(default_factory=list)
    crowded_lines: list[int] = field(default_factory=list)
    unread: list[Mention] = field(default_factory=list)
    bullets: list[Mention] = field(default_factory=list)
    nodes: list[Mention] = field(default_factory=list)
    bare: list[Bare] = field(default_factory=list)
    layout: list[Mention] = field(default_factory=list)
    lost: list[Mention] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
