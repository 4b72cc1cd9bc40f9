"""The data of a file as YAML marks it, and the lines of its lists."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from generator.source.edits import NotEditableError

BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class EntryData:
    """The data of a file: of a piece what stands between the fences, else all of it."""

    text: str
    root: yaml.Node
    start: int

    def at(self, mark: yaml.Mark) -> int:
        """Where a mark is in the text of the file."""
        return self.start + int(mark.index)

    def span(self, node: yaml.Node) -> tuple[int, int]:
        """Where a value is written: without the comments behind it."""
        start, end = self.at(node.start_mark), self.at(node.end_mark)
        if isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}:
            end = start + len(self.text[start:end].rstrip())
        if isinstance(node, yaml.CollectionNode) and not is_flow(node) and node.value:
            last = node.value[-1]
            end = self.span(last[1] if isinstance(last, tuple) else last)[1]
        return start, end

    def lead(self, node: yaml.Node) -> str:
        """What stands before a value in its line."""
        at = self.at(node.start_mark)
        return self.text[self.line(at)[0] : at]

    def line(self, at: int) -> tuple[int, int]:
        """Where the line of a place begins, and where the next one does."""
        start = max(self.text.rfind(sign, 0, at) for sign in "\r\n") + 1
        ends = [found for sign in "\r\n" if (found := self.text.find(sign, at)) >= 0]
        stop = min(ends, default=len(self.text) - 1) + 1
        return start, stop + self.text.startswith("\r\n", stop - 1)


def is_flow(node: yaml.Node) -> bool:
    """Whether a group or list is written in brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def is_line_each(data: EntryData, old: yaml.SequenceNode) -> bool:
    """Whether each item of a list is a text that begins a line of its own."""
    items = old.value if not is_flow(old) else ()
    are_texts = bool(items) and all(isinstance(item, yaml.ScalarNode) for item in items)
    return are_texts and all(data.lead(item).strip() == "-" for item in items)


def items_replaced(
    data: EntryData,
    old: yaml.SequenceNode,
    value: tuple[str, ...],
    wording: Callable[[str], str],
) -> str:
    """Items that stay keep their lines, with the remarks on them; others get a line each.

    `wording` gives a text as it stands in a file.

    Raises:
        NotEditableError: remarks of the author would have to go.
    """
    starts = [data.line(data.at(item.start_mark))[0] for item in old.value]
    ends = [*starts[1:], data.line(data.span(old)[1])[1]]
    lines = [data.text[start:end] for start, end in zip(starts, ends, strict=True)]
    known = list(zip((str(item.value) for item in old.value), lines, strict=True))
    end_of_line = re.search(r"\r?\n|\r|\Z", lines[0])
    now = list[str]()
    for each in value:
        same = next((pair for pair in known if pair[0] == each), None)
        if same:
            known.remove(same)
        fresh = f"{data.lead(old.value[0])}{wording(each)}{end_of_line[0] if end_of_line else ''}"
        now.append(same[1] if same else fresh)
    if left := next((line for _, line in known if re.search(r"(?:^|\s)#", line)), None):
        raise NotEditableError(left)  # the author's remarks would go
    return data.text[: starts[0]] + "".join(now) + data.text[ends[-1] :]
