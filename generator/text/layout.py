"""What is laid out otherwise than its author sees it: headings, lists, tables, lines and links."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final
from urllib.parse import unquote

from markdown_it.token import Token

from generator.text.lists import ListLayout
from generator.text.printed_contents import CONTENTS_LINE
from generator.vietnamese.columns import GAP, columns

Report = Callable[..., None]

_NARROW: Final = 60
"""Characters of a line: nobody lets an editor break lines before."""
_NUMBERED: Final = re.compile(
    r"(?:[a-zA-ZđĐ]|[ivxIVX]{1,4}|\d{1,3}(?:\.\d{1,3})*)[).](?=\s)|\d{1,3}/(?=\s)|\(\w{1,4}\)(?=\s)"
    r"|[^\W\d_]+(?: [^\W\d_]+)? \d{1,2} ?(?:[:.)]|[–-] )|(?:Thứ \w+|\w+ là)[:,] "
    r"|[^\W\d_]+ (?:một|hai|ba|bốn|năm|sáu)[:.] "
)
_SPLIT: Final = re.compile(r"(?<!\\)\|")
_RULE: Final = re.compile(r"[ >]*\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?")
_GRID: Final = re.compile(r"\+[-=+]{3,}\+$")
_PREFIX: Final = re.compile(r"[ >]*")
_SIGNS: Final = re.compile(r"#{1,6}[ \t]")
_EMPTY: Final = {
    "list_item": "item-empty",
    "blockquote": "quote-empty",
    "footnote_reference": "note-empty",
}
_BROKEN: Final = re.compile(r"(?: {2,}|\\)$")
_ADDRESS: Final = re.compile(r"\]\n?\([^()\n]*\)|\]\(<[^<>\n]*>\)")
_FENCE: Final = re.compile(r"[ >]*(?:`{3,}|~{3,})\s*")
_DRAWN: Final = re.compile(
    r"(?P<name>\{[^\s}]+\}?|(?:abc|asciimath|blockdiag|bpmn|bytefield|canvas|charts?|chartjs|chart\.js"
    r"|csv-?table|d2|dataview|dbml|ditaa|dot|drawio|echarts|erd|excalidraw|flow(?:chart)?|gantt"
    r"|geojson|gnuplot|graph(?:viz)?|gv|katex|kroki|latex|lilypond|markmap|math(?:jax|ml)?|mermaid"
    r"|mindmap|music|mscgen|nomnoml|pie|pikchr|plantuml|plot(?:ly)?|puml|seq(?:diag|uence)?|stl"
    r"|structurizr|svg|svgbob|tex|tikz|topojson|typst|uml|vega(?:-?lite)?|viz|wavedrom|wireviz"
    r"|ad-\w+|admonition|caution|danger|info|note|tip|warning|toc|tabs?)(?![\w.+-]))",
    re.IGNORECASE,
)
"""What names a program that draws, or lays out, what stands in a block of code."""
_LABELLED: Final = re.compile(r"^(\*\*[^*\n]+\*\*)\t+", re.MULTILINE)  # a name, and a tab behind it
_SITE: Final = re.compile(
    r"(?:https?://|mailto:)?(?P<mail>[\w.+-]+@|)(?P<host>(?:[\w-]+\.)+[^\W\d_]{2,})(?:[/?#:][^\s]*)?",
    re.IGNORECASE,
)
"""A whole address, or the name of a site or a mailbox as people write it."""
_TELEPHONE: Final = re.compile(r"\+?\d(?:[ .()\u00a0-]{0,2}\d){7,13}")
_SUM: Final = re.compile(r"(?<![\d.,])\d[\d.,]*(?:\s?\*+\s?\d[\d.,]*)+")
_CELL: Final = re.compile(r"\S[^\S\n]*\t\s*\S")


class Layout:
    """Goes through the tokens of a text; `report` takes a kind, what to look for, and a line."""

    def __init__(self, lines: Sequence[str], report: Report) -> None:
        self.lines, self.found = lines, report
        self.level = 1  # that of the page's title
        self.heading: Token | None = None
        self.lists = ListLayout(lines, report)
        self.columns = columns("\n".join(lines))
        self.opened = ""  # the kind of block that the last token began
        self.cut = -1  # the last line of a table's rows that are told to be cut off

    def block(self, token: Token) -> None:
        """The next token of the blocks."""
        kind, _, side = token.type.rpartition("_")
        if side == "close" and kind == self.opened and kind in _EMPTY:
            self.found(_EMPTY[kind])
        self.opened = kind if side == "open" else ""
        self.lists.block(token)
        match token.type:
            case "heading_open":
                self.heading = token
            case "fence":
                self._fence(token)
            case "table_open" if token.map:
                self._table(*token.map)
            case "inline":
                self._inline(token)

    def _inline(self, token: Token) -> None:
        if self.heading:
            self._heading(self.heading, token.content)
        self.heading = None
        if token.content.endswith("\\") and not token.content.endswith("\\\\"):
            self.found("backslash-at-end", line=token.map[1] - 1 if token.map else -1)

    def _fence(self, token: Token) -> None:
        start, end = token.map or (0, 0)
        last = self.lines[min(end, len(self.lines)) - 1]
        if end - start < 2 or not _FENCE.fullmatch(last):  # noqa: PLR2004
            self.found("fence-open", token.markup, line=start)
        elif not token.content.strip():
            self.found("code-empty", token.markup, line=start)
        elif drawn := _DRAWN.match(token.info.strip()):
            self.found("code-drawn", better=f"{token.markup}{drawn['name']}", line=start)

    def paragraph(self, source: str, first: int) -> None:
        """The words of a paragraph, which begins in a line."""
        if self._columns(source, first):
            return
        if "\n" not in source and "\t" not in source and "|" not in source:
            return
        lines = _LABELLED.sub(r"\1 ", _ADDRESS.sub("]", source)).split("\n")
        if self.lists.too_far_in(source, first):
            return
        if (ended := next((n for n, one in enumerate(lines[:-1]) if _BROKEN.search(one)), -1)) >= 0:
            self.found("break-in-script", line=first + ended)
        kind = _run_together(lines)
        if kind == "table-without-rule" and self._is_cut(first, first + len(lines)):
            return
        if kind:
            runs_on = kind in {"letters-for-list", "lines-run-together"}
            columns = _first_row(source.split("\n")) if kind == "tabs-for-table" else (0, "")
            at = next(_broken(lines), 0) if runs_on else columns[0]
            above = self.lines[first + at - 1].rstrip()
            if kind == "lines-run-together" and above.lstrip().startswith(">"):
                self.found("lines-in-quote", line=first + at, better=f"{above}\\")
            else:
                self.found(kind, line=first + at, better=columns[1])

    def _columns(self, source: str, first: int) -> bool:
        """Whether a paragraph holds columns, which are told where they begin."""
        lines = source.split("\n")
        if len(lines) > 1 and all(map(CONTENTS_LINE.fullmatch, lines)):
            return True  # told as what is left of a printed document
        for number, line in enumerate(lines, first):
            if number in self.columns:
                if self.columns[number] == number:
                    self.found("tabs-for-table", line=number, better=_row(line))
                return True
        return False

    def stars(self, children: Sequence[Token], source: str) -> None:
        """The words of a block: stars within a word, or between figures; told once."""
        for before, star, after in zip(children, children[1:], children[2:], strict=False):
            is_star = star.type[:3] in {"em_", "str"} and star.markup[0] == "*"
            left, right = before.content[-1:], after.content[:1]
            if is_star and left.isalnum() and right.isalnum():
                sum_ = _SUM.search(source) if left.isdigit() and right.isdigit() else None
                better = re.sub(r"\s*\*+\s*", " × ", sum_[0]) if sum_ else ""
                self.found("star-for-times" if better else "star-in-word", better)
                return

    def links(self, children: Sequence[Token]) -> None:
        """The words of a block: titles that nobody sees, links without words or address."""
        opened: list[tuple[Token, int]] = []
        for at, token in enumerate(children):
            if title := token.attrs.get("title"):
                self.found("picture-title" if token.type == "image" else "link-title", str(title))
            if token.type == "link_open":
                opened.append((token, at))
            elif token.type == "link_close" and opened:
                link, start = opened.pop()
                address = str(link.attrs["href"])
                if address in {"", "#"}:
                    self.found("link-without-address", f"]({address}")
                elif told := _misleads(_words_of(children[start:at]), address):
                    self.found(told, f"]({address}", better=_words_of(children[start:at]))
                elif not any(map(_is_seen, children[start:at])):
                    self.found("link-without-words", f"]({address}")

    def _is_cut(self, start: int, end: int) -> bool:
        """Whether empty lines cut rows off from the table above or below; told once."""
        if not _is_row(self.lines[start]):
            return False
        above = next((n for n in range(start - 1, -1, -1) if self.lines[n].strip()), -1)
        below = next((n for n in range(end, len(self.lines)) if self.lines[n].strip()), -1)
        if above >= 0 and _is_row(self.lines[above]):
            if above != self.cut:
                self.found("table-cut", line=start)
            self.cut = end - 1
            return True
        is_whole = 0 < below < len(self.lines) - 1 and _RULE.fullmatch(self.lines[below + 1])
        return below > 0 and _is_row(self.lines[below]) and not is_whole

    def _heading(self, token: Token, words: str) -> None:
        level = int(token.tag[1])
        if not words:
            self.found("heading-empty", token.markup)
        elif _SIGNS.match(words):
            self.found("heading-twice", token.markup, better=f"{token.markup} {words.lstrip('# ')}")
        elif level == 1:
            self.found("title-in-text", token.markup[0], line=token.map[1] - 1 if token.map else -1)
        elif token.markup == "-":
            self.found("underlined-heading")
        elif level > self.level + 1:
            self.found("heading-level", token.markup, better="#" * (self.level + 1))
        self.level = max(2, level)

    def _table(self, start: int, end: int) -> None:
        """More cells than the first row has are dropped; a line below a table becomes a row."""
        rows = [_PREFIX.sub("", line, count=1) for line in self.lines[start:end]]
        wide = len(_cells(rows[0])) if rows else 0
        if len(rows) < 3:  # noqa: PLR2004 - words, rule, and at least one row
            self.found("table-empty", line=start)
        for number, row in enumerate(rows[2:], start + 2):
            if "|" in row and row.strip("| \t") and len(_cells(row)) < wide:
                self.found("cells-missing", line=number, better=wide)
                return
            if not row.strip("| \t"):
                self.found("row-empty", line=number)
                return
            if "|" not in row:
                self.found("text-in-table", line=number)
                return
            if len(_cells(row)) > wide:
                self.found("cells-lost", line=number, better=wide)


def _words_of(children: Sequence[Token]) -> str:
    return "".join(token.content for token in children).strip()


def _misleads(words: str, address: str) -> str:
    """As what a link misleads whose words are an address or a number other than its own."""
    if address.startswith("tel:"):
        number = _TELEPHONE.search(words)
        is_other = number and _dialled(number[0]) != _dialled(unquote(address).partition(";")[0])
        return "contact-misleads" if is_other else ""
    named, led = (_SITE.fullmatch(text) for text in (words, unquote(address).strip()))
    if not named or not led or bool(led["mail"]) != bool(named["mail"]):
        return ""
    if _place(named) == _place(led):
        return ""
    return "contact-misleads" if named["mail"] else "link-misleads"


def _place(found: re.Match[str]) -> str:
    return found["mail"].casefold() + found["host"].casefold().removeprefix("www.")


def _dialled(number: str) -> str:
    """The digits of a telephone number as they are dialled within the country."""
    return re.sub(r"^(?:00)?840?(?=\d{9,10}$)", "0", re.sub(r"\D", "", number))


def _is_row(line: str) -> bool:
    return _PREFIX.sub("", line, count=1).startswith("|") and len(_SPLIT.findall(line)) > 1


def _is_seen(token: Token) -> bool:
    """Whether something of a link says where it leads: signs alone do not."""
    return token.type == "image" or any(map(str.isalnum, token.content))


def _cells(row: str) -> list[str]:
    """The cells of a row of a table."""
    return _SPLIT.split(re.sub(r"^\||(?<!\\)\|$", "", row.strip()))


def _run_together(lines: Sequence[str]) -> str:
    """As what the lines of a paragraph were meant which readers see in one, or nothing."""
    if _GRID.match(lines[0]) or _rows(lines):
        return "table-without-rule"
    if tabs := sum(len(_CELL.findall(line)) for line in lines):
        return "tabs-for-table" if tabs > 1 else "tab-in-words"
    if len(lines) > 1 and sum(bool(_NUMBERED.match(line)) for line in lines) > 1:
        return "letters-for-list"
    return "lines-run-together" if next(_broken(lines), 0) else ""


def _first_row(lines: Sequence[str]) -> tuple[int, str]:
    """The first line of columns that tabs or spaces make, as the row of a table."""
    return next((n, _row(line)) for n, line in enumerate(lines) if GAP.search(line.strip()))


def _row(line: str) -> str:
    return f"| {' | '.join(GAP.split(line.strip()))} |"


def _rows(lines: Sequence[str]) -> bool:
    """Whether every line looks like a row of a table."""
    if all(line.startswith("|") and len(_SPLIT.findall(line)) > 1 for line in lines):
        return True
    counts = {len(_SPLIT.findall(line)) for line in lines}
    return len(lines) > 1 and len(counts) == 1 and counts != {0}


def _broken(lines: Sequence[str]) -> Iterator[int]:
    """The lines that begin where the one before had room left, so that somebody pressed Enter."""
    width = max(_NARROW, *map(len, lines))
    for number, (line, after) in enumerate(pairwise(lines), 1):
        word = after.split(maxsplit=1)[:1]
        fits = word and len(line) + 1 + len(word[0]) <= width
        if fits and not (_BROKEN.search(line) or after.startswith("{:")):
            yield number
