"""Writes runs of words, links, pictures and marks of notes into a paragraph."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from generator.text.imported.faces import Face
from generator.text.imported.fields import Field, is_address
from generator.text.imported.package import Node, W
from generator.text.imported.shapes import WP, A, R
from generator.text.imported.tags import made

PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass
class Pen:
    """Where words go: the paragraph or link that is written, and the fields that are open."""

    into: Node = None
    fields: list[Field] = field(default_factory=list)

    @property
    def is_seen(self) -> bool:
        """Whether what is in the open fields is to be read."""
        return not self.fields or self.fields[-1].is_seen

    @property
    def is_link(self) -> bool:
        """Whether what is written is a link."""
        return self._is_in_link or self._link is not None

    @property
    def _link(self) -> str | None:
        return self.fields[-1].link if self.fields else None

    @property
    def _is_in_link(self) -> bool:
        return self.into is not None and self.into.tag == f"{W}hyperlink"

    def begin(self, begin: Node, instruction: str | None = None) -> None:
        """Begin a field; one with its instruction shows its result at once."""
        held = instruction is not None
        self.fields.append(Field(begin, self.is_seen, self._link, instruction or "", held))

    def end(self) -> Field:
        """End the innermost field; its words are those of the one around it, too."""
        ended = self.fields.pop()
        if self.fields:
            self.fields[-1].text += ended.text
        return ended

    def text(self, text: str, face: Face) -> None:
        """Write words."""
        if not text or not self.is_seen or self.into is None:
            return
        words = made(f"{W}t", self._run(face))
        words.text = text
        words.set(_SPACE, "preserve")
        if self.fields:
            self.fields[-1].text += text

    def line(self, face: Face) -> None:
        """Begin a new line."""
        if self.is_seen:
            made(f"{W}br", self._run(face))

    def note(self, tag: str, identity: str) -> None:
        """Mark a note."""
        made(tag, made(f"{W}r", self.into), {f"{W}id": identity})

    def picture(self, key: str, alt: str) -> None:
        """Put in a picture; `key` is its name in the simple document."""
        inline = made(f"{WP}inline", made(f"{W}drawing", made(f"{W}r", self._target())))
        made(f"{WP}docPr", inline, {"descr": alt})
        data = made(f"{A}graphicData", made(f"{A}graphic", inline))
        made(f"{A}blip", made(f"{PIC}blipFill", made(f"{PIC}pic", data)), {f"{R}embed": key})

    @contextmanager
    def linked(self, address: str) -> Iterator[bool]:
        """Write a link; says whether it is one, and not within another or unseen."""
        if not is_address(address) or not self.is_seen or self._is_in_link:
            yield False
            return
        outer = self.into
        self.into = made(f"{W}hyperlink", outer, {f"{W}anchor": address})
        yield True
        self.into = outer

    def _run(self, face: Face) -> Node:
        run = made(f"{W}r", self._target())
        marks = made(f"{W}rPr", run)
        for name, is_on in (("b", face.bold), ("i", face.italic), ("strike", face.struck)):
            if is_on:
                made(f"{W}{name}", marks)
        if face.script:
            made(f"{W}vertAlign", marks, {f"{W}val": face.script})
        return run

    def _target(self) -> Node:
        """The paragraph or link that words go into."""
        address = self._link or ""
        if not is_address(address) or self._is_in_link:
            return self.into
        return made(f"{W}hyperlink", self.into, {f"{W}anchor": address})
