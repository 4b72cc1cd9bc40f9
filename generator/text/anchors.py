"""The ids of headings: pages, contents, search and the check of links have them from here."""

from collections import Counter
from dataclasses import dataclass, field

from generator.vietnamese.slugs import slugify

NAMELESS = "muc"
"""Of a heading without letters and digits (`## 💧`): an id of HTML holds at least one sign."""


@dataclass(slots=True)
class Anchors:
    """Gives every heading of a page an id of its own, as its words are: the second `nuoc_1`.

    No slug has a low line, so that a number never makes the id of another heading.
    """

    used: Counter[str] = field(default_factory=Counter)

    def of(self, heading: str) -> str:
        """The id of the next heading."""
        name = slugify(heading.strip()) or NAMELESS
        self.used[name] += 1
        return name if self.used[name] == 1 else f"{name}_{self.used[name] - 1}"
