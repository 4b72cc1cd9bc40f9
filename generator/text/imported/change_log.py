"""What was done with the elements of a document while it was made simple."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.diagnostics import Rule, warning
from generator.text.imported.package import Node


def _rule(code: str, message: str, hint: str) -> Rule:
    return warning(f"word-{code}", message, hint)


SIGN = _rule(
    "sign",
    "A sign of the font {font} is left out: no other font has it. It stands in: “{text}”.",
    "Put in a sign that every font has (Insert, Symbol, font: (normal text)), "
    "or write it in words.",
)
FIELD = _rule(
    "field",
    "Word computes this by itself ({name}); here it stays as it was when it was last saved: "
    "“{text}”.",
    "Look whether it is right; it will not change any more.",
)
FIELDS = _rule(
    "fields",
    "Word computes these by itself ({name}, {count} of them); here they stay as they were when the "
    "document was last saved: “{text}”.",
    "Look whether they are right; they will not change any more.",
)
FIELD_BROKEN = _rule(
    "field-broken",
    "Word no longer finds what it refers to here ({name}), and its message came along: “{text}”.",
    "Write in its place what is meant, or mend it in Word (Ctrl+A, F9) and import again.",
)
FIELD_LOST = _rule(
    "field-lost",
    "Word computes something here by itself ({name}), and it is left out: “{text}”.",
    "Write in its place what Word shows there.",
)
CONTENTS = _rule(
    "contents",
    "The table of contents is left out.",
    "Nothing is to be done: pages make their own from the headings.",
)
CHUNK = _rule(
    "chunk",
    "A part of the text lies in another file within the document, and is left out.",
    "Open the document in Word, save it under another name, and import that: "
    "Word puts the text in.",
)
LINK_LOST = _rule(
    "link",
    "A link that leads to no address of the web is plain text now: “{text}”.",
    "Give it an address that begins with https:// if readers need it.",
)
UNKNOWN = _rule(
    "unknown",
    "This is left out: {what}. It stands in: “{text}”.",
    "Write it in words, or put it in as a picture.",
)
PLACEHOLDER = _rule(
    "placeholder",
    "A box of a form that nobody filled in came along: “{text}”.",
    "Fill it in, or delete it.",
)
LEADER = _rule(
    "leader",
    "A line of dots that a tab draws is a space now: “{text}”.",
    "Write what belongs there, or delete it.",
)
COLUMNS = _rule(
    "columns",
    "Columns that tabs made run together from here on: “{text}”.",
    "Make a table of them: in Word, Insert, Table, Convert Text to Table; then import it again.",
)
RUBY = _rule(
    "ruby",
    "Small letters above others stand behind them now, in brackets: “{text}”.",
    "Look whether it reads well.",
)
CROPPED_PICTURE = _rule(
    "cropped",
    "A picture was cropped in Word; the file holds all of it, and so does the picture saved here.",
    "Crop it again if the rest is not to be seen, above all if people are on it.",
)
PICTURE_CHANGED = _rule(
    "picture-changed",
    "Word shows a picture turned, mirrored or in other colours; the one saved here is as it was.",
    "Change the picture itself in a program for pictures, and save it in the place of this one.",
)
NESTED_TABLE = _rule(
    "nested-table",
    "A table within a table was taken apart: “{text}”.",
    "Look at the table; give the inner one a place of its own.",
)
CELL_LIST = _rule(
    "cell-list",
    "A list in a cell of a table is one line now: “{text}”.",
    "Write commas or semicolons between its items.",
)
NOTE_LOST = _rule(
    "note-lost",
    "A footnote is marked here, but the document holds none: “{text}”.",
    "Write the note again in Word.",
)
UNKNOWN_NUMBERING = _rule(
    "counted",
    "Word counts this paragraph in a way that is not known here: “{text}”.",
    "It is “{label}” now: look whether that is its number in Word.",
)
PICTURE_LINK = _rule(
    "picture-link",
    "A picture led to {address}; here it leads nowhere.",
    "Write the link into the text beside it: [xem bản đồ]({address})",
)


class Remark(NamedTuple):
    """Something to be told of, at an element of the document."""

    rule: Rule
    element: Node
    details: dict[str, str]


@dataclass
class ChangeLog:
    """Remarks, and which element of the document went where.

    `left_blocks` are blocks that were left out as a whole, each with the number of paragraphs made
    before it. `substitutes` is what stands in the draft instead of an element, "" where it was left
    out and told; `became` the paragraph that a paragraph of the document is part of now; `once`
    what has been told already.
    """

    remarks: list[Remark] = field(default_factory=list)
    substitutes: dict[Node, str] = field(default_factory=dict)
    left_blocks: list[tuple[Node, int]] = field(default_factory=list)
    notes: set[Node] = field(default_factory=set)
    became: dict[Node, Node] = field(default_factory=dict)
    _once: dict[Node, set[object]] = field(default_factory=lambda: defaultdict(set))

    def tell(self, rule: Rule, element: Node, **details: str) -> None:
        """Tell of an element; `text` is filled in with the words of its paragraph if left out."""
        self.remarks.append(Remark(rule, element, details))

    def tell_once(self, rule: Rule, element: Node, paragraph: Node, **details: str) -> None:
        """The same, once a paragraph."""
        key = (rule.code, *sorted(details.items()))
        if key not in self._once[paragraph]:
            self._once[paragraph].add(key)
            self.tell(rule, element, **details)

    def each_kind(self) -> Iterator[Remark]:
        """All that was told; of fields of one kind the first: a text may have hundreds."""
        counts = Counter(each.details["name"] for each in self.remarks if each.rule is FIELD)
        for each in self.remarks:
            count = counts.pop(each.details["name"], 0) if each.rule is FIELD else 1
            if count > 1:
                yield Remark(FIELDS, each.element, {**each.details, "count": str(count)})
            elif count:
                yield each

    def leave_block(self, rule: Rule, element: Node, before: int) -> None:
        """Tell of a block that does not come along."""
        self.left_blocks.append((element, before))
        self.leave(element)
        self.tell(rule, element)

    def leave(self, element: Node, instead: str = " ") -> None:
        """Note that an element does not come along, or comes along as other words."""
        self.substitutes[element] = instead
