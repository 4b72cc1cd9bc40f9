"""What is wrong in an author's file, where, and what to do next: values, never exceptions."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from generator.catalogue import translate

Painter = Callable[[str, str], str]

# Details that are msgids of ours; all others are an author's words and stay as they are.
_OUR_WORDS = frozenset({"earlier", "expected", "later", "problem", "side", "stage", "unit", "what"})
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_MARKS = frozenset({"Mn", "Me"})
_GUTTER = "      │ "
_NARROW = re.compile("[ -~\u00a0-\u02ff\u1e00-\u1eff]*")  # Latin, with Vietnamese


class Severity(StrEnum):
    """An error stops the build of what it touches; a warning is only told."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in an author's file, counted as a text editor counts it.

    `line` and `column` start at 1; `column` and `width` count UTF-16 units of the file as it was
    saved, like VS Code. `text` is that line. Line 0 means the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0
    width: int = 1
    text: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of diagnostic: a stable code, the message and the next step (English msgids).

    What a hint shows to be typed is a detail, so that tests can type it: `typed` is what stands
    instead of the line, `added` what goes below it, `word` what stands instead of the marked part.
    """

    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR

    def with_hint(self, hint: str, severity: Severity | None = None) -> "Rule":
        """The same kind of diagnostic where another step comes next."""
        return replace(self, hint=hint, severity=severity or self.severity)

    def at(self, where: Location, **details: object) -> "Diagnostic":
        """The diagnostic of this rule at a place; `details` fill the message and the hint."""
        return Diagnostic(self, where, {name: str(value) for name, value in details.items()})


def warning(code: str, message: str, hint: str) -> Rule:
    """A kind of diagnostic that is only told, and stops nothing."""
    return Rule(code, message, hint, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem at one place; `lead` is the key that it is about, as `loa keys` is asked for."""

    rule: Rule
    where: Location
    details: Mapping[str, str] = field(default_factory=dict)
    lead: str = field(default="", compare=False)

    @property
    def is_error(self) -> bool:
        """Whether it is an error (else a warning)."""
        return self.rule.severity is Severity.ERROR

    def message(self, language: str) -> str:
        """What is wrong, in a language."""
        return self._fill(self.rule.message, language)

    def hint(self, language: str) -> str:
        """What to do next, in a language."""
        return self._fill(self.rule.hint, language)

    def about(self, lead: str) -> "Diagnostic":
        """The same, with the key that it is about."""
        return replace(self, lead=lead)

    def _fill(self, message: str, language: str) -> str:
        details = {
            name: translate(value, language) if name in _OUR_WORDS else value
            for name, value in self.details.items()
        }
        return translate(message, language).format_map(details)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something is not used or not made: a rule, and what its message tells; still no place.

    What gives it does not know where an author wrote of it; whoever asked does.
    """

    rule: Rule
    details: Mapping[str, object] = field(default_factory=dict)

    def at(self, where: Location, **details: object) -> Diagnostic:
        """The diagnostic; `details` are what only the caller knows, such as the path as written."""
        return self.rule.at(where, **{**self.details, **details})


class RefusalError(Exception):
    """A refusal from deep within: what asked for the whole catches it and gives its `refusal`."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by file and place, each told once."""
    keyed = {
        (d.where.path, d.where.line, d.where.column, d.rule.code, *sorted(d.details.items())): d
        for d in diagnostics
    }
    return [keyed[key] for key in sorted(keyed, key=lambda key: (*key[:4], str(key[4:])))]


def render_text(diagnostics: Iterable[Diagnostic], language: str, *, colour: bool = False) -> str:
    """For a person at a terminal: place, message, the line with a caret, the next step."""
    return "".join(_block(item, language, _paint if colour else _plain) for item in diagnostics)


def render_github(diagnostics: Iterable[Diagnostic], language: str) -> str:
    """Annotations as GitHub Actions reads them, one line each."""
    return "".join(
        f"::{item.rule.severity} file={_escaped(item.where.path, ':,')},"
        f"line={item.where.line or 1},col={item.where.column or 1},title={item.rule.code}::"
        f"{_escaped(item.message(language) + ' ' + item.hint(language))}\n"
        for item in diagnostics
    )


def render_json(diagnostics: Iterable[Diagnostic], language: str) -> str:
    """A JSON list for other programs: path, line, column, code, severity, message, hint."""
    rows = [
        {
            "path": item.where.path,
            "line": item.where.line,
            "column": item.where.column,
            "code": item.rule.code,
            "severity": str(item.rule.severity),
            "message": item.message(language),
            "hint": item.hint(language),
        }
        for item in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _block(item: Diagnostic, language: str, paint: Painter) -> str:
    word = translate(str(item.rule.severity), language)
    tone = "31" if item.is_error else "33"
    # A name of a file or a value may hold what drives a terminal.
    place, message = map(_printable, (str(item.where), item.message(language)))
    hint, *lines = map(_printable, item.hint(language).split("\n"))
    head = f"{paint(place, '1')}: {paint(word, tone)}[{item.rule.code}]: {message}"
    advice = f"{translate('Next step', language)}: {hint}"
    shown = "".join(f"{_GUTTER}{line}\n" for line in lines)  # below the line that they replace
    return f"{head}\n{_excerpt(item.where)}    → {advice}\n{shown}\n"


def _excerpt(where: Location) -> str:
    """The line and a caret under the place; long lines are cut around the place."""
    if not where.line or not where.text.strip():
        return ""
    units = where.text.encode("utf-16-le", "surrogatepass")
    before = units[: 2 * (where.column - 1)].decode("utf-16-le", "replace")
    marked = units[2 * (where.column - 1) : 2 * (where.column - 1 + where.width)]
    start = max(0, len(before) - 60)
    while start < len(before) and unicodedata.category(before[start]) in _MARKS:
        start += 1  # a mark without its letter would sit on the gutter
    shown = _printable(where.text[start : start + 100])
    indent = " " * _cells(_printable(before[start:]))
    seen = marked.decode("utf-16-le", "replace")[: len(shown) - len(before) + start]
    caret = "^" * max(1, min(60, _cells(_printable(seen))))
    gutter = f"{where.line:>5} │ "
    return f"{gutter}{shown}\n{' ' * (len(gutter) - 2)}│ {indent}{caret}\n"


def _printable(text: str) -> str:
    """One visible column for each control or invisible character, so that the caret stays true."""
    if text.isprintable():  # nearly always, and far quicker than looking at every character
        return text
    return "".join("·" if unicodedata.category(c) in _INVISIBLE else c for c in text)


def _cells(text: str) -> int:
    """Columns that a terminal gives to a text: marks take none, wide letters two."""
    if _NARROW.fullmatch(text):
        return len(text)
    return sum(
        (2 if unicodedata.east_asian_width(c) in "WF" else 1)
        for c in text
        if unicodedata.category(c) not in _MARKS
    )


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _paint(text: str, tone: str) -> str:
    return f"\x1b[{tone}m{text}\x1b[0m"


def _plain(text: str, _tone: str) -> str:
    return text
