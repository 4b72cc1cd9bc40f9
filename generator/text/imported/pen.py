"""Writes runs of words, links, pictures and marks of notes into a paragraph."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from generator.text.imported.character_format import CharacterFormat
from generator.text.imported.package import Node, W
from generator.text.imported.shapes import WP, A, R
from generator.text.imported.tags import new_element
from generator.text.imported.word_fields import Field, is_address

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

    def text(self, text: str, face: CharacterFormat) -> None:
        """Write words."""
        if not text or not self.is_seen or self.into is None:
            return
        words = new_element(f"{W}t", self._run(face))
        words.text = text
        words.set(_SPACE, "preserve")
        if self.fields:
            self.fields[-1].text += text

    def line(self, face: CharacterFormat) -> None:
        """Begin a new line."""
        if self.is_seen:
            new_element(f"{W}br", self._run(face))

    def note(self, tag: str, identity: str) -> None:
        """Mark a note."""
        new_element(tag, new_element(f"{W}r", self.into), {f"{W}id": identity})

    def picture(self, key: str, alt: str) -> None:
        """Put in a picture; `key` is its name in the simple document."""
        inline = new_element(
            f"{WP}inline", new_element(f"{W}drawing", new_element(f"{W}r", self._target()))
        )
        new_element(f"{WP}docPr", inline, {"descr": alt})
        data = new_element(f"{A}graphicData", new_element(f"{A}graphic", inline))
        new_element(
            f"{A}blip",
            new_element(f"{PIC}blipFill", new_element(f"{PIC}pic", data)),
            {f"{R}embed": key},
        )

    @contextmanager
    def link(self, address: str) -> Iterator[bool]:
        """Write a link; says whether it is one, and not within another or unseen."""
        if not is_address(address) or not self.is_seen or self._is_in_link:
            yield False
            return
        outer = self.into
        self.into = new_element(f"{W}hyperlink", outer, {f"{W}anchor": address})
        yield True
        self.into = outer

    def _run(self, face: CharacterFormat) -> Node:
        run = new_element(f"{W}r", self._target())
        marks = new_element(f"{W}rPr", run)
        for name, is_on in (("b", face.bold), ("i", face.italic), ("strike", face.struck)):
            if is_on:
                new_element(f"{W}{name}", marks)
        if face.script:
            new_element(f"{W}vertAlign", marks, {f"{W}val": face.script})
        return run

    def _target(self) -> Node:
        """The paragraph or link that words go into."""
        address = self._link or ""
        if not is_address(address) or self._is_in_link:
            return self.into
        return new_element(f"{W}hyperlink", self.into, {f"{W}anchor": address})
