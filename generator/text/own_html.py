"""Own HTML of the site (`assets/theme/`): what may stand in it, and how it becomes a template.

It is filled with plain values named `${title}` and nothing else: whoever writes a template language
of programs into it only writes letters, so that no text can reach an object of the site builder.
"""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from itertools import islice

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.site import HTML_SLOTS, HTML_VALUES, OwnHtml
from generator.source.document import Document, document
from generator.text.html_page import handlers, is_elsewhere, requests_of, runs
from generator.text.own_nesting import lacks_words, outer_of

UNKNOWN_SLOT = Rule(
    "html-place",
    "The site has no place for this HTML.",
    "Name the file after the place where it is to be shown, in assets/theme/: {known}.",
)
UNKNOWN_VALUE = Rule(
    "html-value",
    "There is no value “{value}” here.",
    "Write one of: {known}.",
)
PROGRAM = Rule(
    "html-program",
    "“{mark}” begins a program of a template, which is not run here.",
    "Write plain HTML; a value is named like ${{title}}, and these are known: {known}.",
)
FORBIDDEN = Rule(
    "html-forbids",
    "This cannot stand here, since no page of the site may hold it: {what}",
    "Put scripts and styles into files in assets/theme/ and name these in mkdocs.yml "
    "(extra_javascript, extra_css); pictures and typefaces lie there too, none on other servers.",
)
LINK = Rule(
    "html-link",
    "“{address}” leads somewhere else from each page on which this is shown.",
    "Write ${{root}} before an address of this site: ${{root}}{bare}",
)
NOT_IN_HEAD = Rule(
    "html-head",
    "“{tag}” cannot stand in the head of a page, which shows nothing.",
    "Put it into another place: {known}. In head.html stand meta, link and script alone.",
)
NOT_CLOSED = Rule(
    "html-open",
    "“{tag}” is opened or closed here without its other half: the page around it would break.",
    "Write both, opening and closing, in this file.",
)
BAD_NESTING = Rule(
    "html-within",
    "“{tag}” cannot stand within “{outer}”: browsers take the two apart.",
    "Close “{outer}” before it, or write <span> instead of “{tag}”.",
)
OPEN_OUTER = BAD_NESTING.with_hint("Close “{outer}” before it.")
MAIN = Rule(
    "html-main",
    "“<main>” cannot stand here: every page has its own already.",
    "Write <div> instead, opening and closing.",
)
NO_ALT = Rule(
    "html-alt",
    "This picture says nothing to those who cannot see it.",
    'Write what it shows: alt="…"; alt="" for one that only adorns.',
)

ROOT = "${root}"
_ROOTED = (ROOT, "${site_url}", "${page_url}", "#")
_KNOWN = ", ".join(f"${{{value}}}" for value in HTML_VALUES)
_VALUE = re.compile(r"\$\{([^}$<\n]*)\}?")
_PROGRAM = re.compile(r"\{[{%#]")
_EXPRESSIONS: Mapping[str, str] = {
    "site_name": "config.site_name",
    "site_url": "config.site_url",
    "site_description": '(config.site_description or "")',
    "responsible": '(config.extra.responsible.name if config.extra.responsible else "")',
    "title": '(page.meta.title if page and page.meta and page.meta.title else "")',
    "page_url": "(page.canonical_url if page and page.canonical_url else config.site_url)",
    "root": '("_/" | url)[:-2]',
}
_IN_BODY = ", ".join(f"{slot}.html" for slot in HTML_SLOTS if slot != "head")
_IN_HEAD = frozenset({"meta", "link", "script"})
_VOID = frozenset(
    {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_NEVER = frozenset(
    {"applet", "base", "body", "embed", "frame", "frameset", "head", "html", "iframe", "object"}
    | {"plaintext", "style", "textarea", "title", "xmp"}
)
_SENDS = frozenset({"action", "formaction"})
"""Where a form sends what is typed; the policy of every page allows its own site alone."""
_SHOWN = 60  # characters of HTML in a message


def template(text: str) -> str:
    """The template of own HTML, in the language of the theme: its letters, and its values."""
    parts = re.split(r"\$\{(\w+)\}", text)
    return "".join(
        _value(part) if number % 2 else _letters(part) for number, part in enumerate(parts)
    )


def _value(name: str) -> str:
    known = _EXPRESSIONS.get(name)
    return _letters(f"${{{name}}}") if known is None else f"{{{{ {known} | e }}}}"


def _letters(text: str) -> str:
    """A text that the theme shows as it is: one value between quotation marks."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'{{{{ "{quoted}" }}}}' if text else ""


def problems(name: str, html: OwnHtml) -> Iterator[Diagnostic]:
    """What is wrong with own HTML, in the order of the file."""
    if name not in HTML_SLOTS:
        known = ", ".join(f"{slot}.html" for slot in HTML_SLOTS)
        yield UNKNOWN_SLOT.at(Location(html.path), known=known)
        return
    source = document(html.path, html.text)
    yield from islice(_programs(source), 1)
    yield from _values(source)
    yield from _Reader(source, head=name == "head").read()


def site_addresses(html: OwnHtml) -> Mapping[str, Location]:
    """The addresses of this site that own HTML names, as written, with where each stands first."""
    reader = _Reader(document(html.path, html.text), head=False)
    reader.read()
    return reader.rooted


def _programs(source: Document) -> Iterator[Diagnostic]:
    for number, line in enumerate(source.lines):
        for match in _PROGRAM.finditer(line):
            yield PROGRAM.at(source.at(number, match.start(), 2), mark=match[0], known=_KNOWN)


def _values(source: Document) -> Iterator[Diagnostic]:
    for number, line in enumerate(source.lines):
        for match in _VALUE.finditer(line):
            if match[1] not in HTML_VALUES or not match[0].endswith("}"):
                where = source.at(number, match.start(), len(match[0]))
                yield UNKNOWN_VALUE.at(where, value=match[0], known=_KNOWN)


class _Reader(HTMLParser):
    """Looks at each tag; `opened` are those that nothing has closed yet."""

    def __init__(self, source: Document, *, head: bool) -> None:
        super().__init__()
        self._source, self._head = source, head
        self.found: list[Diagnostic] = []
        self.opened: list[tuple[str, Location]] = []
        self.rooted: dict[str, Location] = {}
        self.told: set[Location] = set()  # an element within its like: it was forgotten to close it

    def read(self) -> list[Diagnostic]:
        """What is wrong with the tags of the whole text."""
        self.feed(self._source.text)
        for tag, where in self.opened:
            self._tell_open(f"<{tag}>", where, tag)
        if self.rawdata.startswith("<"):  # a tag or a remark that never ends: it eats the page
            rest = self.rawdata.partition("\n")[0]
            self.found.append(NOT_CLOSED.at(self._here(rest), tag=rest[:_SHOWN]))
        return self.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        written = self.get_starttag_text() or f"<{tag}>"
        where = self._here(written)
        if _is_forbidden(tag, values):
            self.found.append(FORBIDDEN.at(where, what=" ".join(written.split())[:_SHOWN]))
        elif self._head and tag not in _IN_HEAD:
            self.found.append(NOT_IN_HEAD.at(where, tag=f"<{tag}>", known=_IN_BODY))
        else:
            self._addresses(tag, values, where)
            self._nesting(tag, values, where)
        if tag not in _VOID:
            self.opened.append((tag, where))

    def _addresses(self, tag: str, values: dict[str, str], where: Location) -> None:
        for address in sorted({*requests_of(tag, values), values.get("href", "")}):
            if address.startswith(ROOT):
                self.rooted.setdefault(address, where)
            elif address and not address.startswith(_ROOTED) and not is_elsewhere(address):
                self.found.append(LINK.at(where, address=address, bare=address.lstrip("./")))

    def _nesting(self, tag: str, values: dict[str, str], where: Location) -> None:
        if tag == "main":
            self.found.append(MAIN.at(where))
        elif outer := outer_of(tag, [name for name, _ in self.opened]):
            rule = OPEN_OUTER if outer in {"a", "button"} else BAD_NESTING
            self.found.append(rule.at(where, tag=f"<{tag}>", outer=f"<{outer}>"))
            self.told.update(place for name, place in self.opened if name == outer == tag)
        if lacks_words(tag, values):
            self.found.append(NO_ALT.at(where))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """HTML ends no element by a slash: only those without content, and drawings, do."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and any(name == "svg" for name, _ in self.opened):
            self.opened.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.opened and self.opened[-1][0] == tag:
            self.opened.pop()
        elif tag in {name for name, _ in self.opened}:
            while self.opened[-1][0] != tag:
                unclosed, where = self.opened.pop()
                self._tell_open(f"<{unclosed}>", where, unclosed)
            self.opened.pop()
        else:
            self._tell_open(f"</{tag}>", self._here(f"</{tag}>"), tag)

    def _tell_open(self, written: str, where: Location, tag: str) -> None:
        if (
            tag not in _NEVER and where not in self.told
        ):  # else it is told that it may not stand here at all
            self.found.append(NOT_CLOSED.at(where, tag=written))

    def _here(self, written: str) -> Location:
        line, column = self.getpos()
        return self._source.at(line - 1, column, len(written.partition("\n")[0]))


def _is_forbidden(tag: str, values: dict[str, str]) -> bool:
    return (
        tag in _NEVER
        or runs(tag, values)
        or "style" in values
        or any(handlers(values))
        or any(is_elsewhere(address) for address in requests_of(tag, values))
        or any(is_elsewhere(values[name]) for name in _SENDS & values.keys())
    )
