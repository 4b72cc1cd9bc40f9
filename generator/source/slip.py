"""A line that is not written rightly, and the line to type."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.diagnostics import Diagnostic, Rule
from generator.source.document import Document

TYPE_LINE: Final = "Type this line instead:\n{typed}"
"""The hint of every rule of this kind."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A line as it is to be typed; what is wrong in it, and where (0-based code points).

    `typed` has as many lines as it replaces.
    """

    rule: Rule
    line: int
    start: int
    width: int
    typed: str
    details: Mapping[str, str] = field(default_factory=dict)

    def at(self, source: Document) -> Diagnostic:
        """The diagnostic."""
        where = source.at(self.line, self.start, self.width)
        return self.rule.at(where, typed=self.typed, **self.details)
