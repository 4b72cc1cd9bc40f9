"""How long the parts of a newspaper story are, as a desk counts them."""

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from functools import partial

from markdown_it.tree import SyntaxTreeNode

from generator.diagnostics import Location
from generator.model.memory import Memory
from generator.model.space import Extent, Space
from generator.model.story import Story
from generator.text.picture_use import PictureUse, is_caption, is_picture, pictures_of
from generator.text.tree import plain, texts_of, tree

_TEXTS = frozenset({"paragraph", "heading", "fence", "code_block", "td", "th"})


@dataclass(frozen=True, slots=True)
class LengthCount:
    """Words, which stand between spaces, and characters with their spaces; lines of a column.

    Lines are 0 where nothing says how many characters one holds.
    """

    words: int = 0
    characters: int = 0
    lines: int = 0

    def __add__(self, other: "LengthCount") -> "LengthCount":
        characters, lines = self.characters + other.characters, self.lines + other.lines
        return LengthCount(self.words + other.words, characters, lines)


@dataclass(frozen=True, slots=True)
class StoryPart:
    """A part of a story: what it is called (a msgid), how long it is and where it stands."""

    what: str
    measure: Callable[[], LengthCount]
    extent: Extent | None
    locate: Callable[[], Location]

    @property
    def length(self) -> LengthCount:
        """How long it is, which is worked out when it is asked for."""
        return self.measure()

    @property
    def where(self) -> Location:
        """Where it stands."""
        return self.locate()

    @property
    def number(self) -> int:
        """Its length in the unit of the paper."""
        number: int = getattr(self.length, self.extent.unit if self.extent else "words")
        return number

    @property
    def over(self) -> int:
        """How much is to be cut, in the unit of the paper; none where it fits."""
        most = self.extent.most if self.extent else None
        return max(0, self.number - most) if most is not None else 0

    @property
    def under(self) -> int:
        """How much is lacking."""
        least = self.extent.least if self.extent else None
        return max(0, (least or 0) - self.number)


def parts_of(piece: Story, space: Space, memory: Memory | None = None) -> Iterator[StoryPart]:
    """The parts of a story that have a length; a part that is not there is left out."""
    line = space.line
    title = partial(count, piece.title, line)
    yield StoryPart("Headline", title, space.headline, partial(piece.where, "title"))
    if piece.standfirst:
        length = partial(count, piece.standfirst, line)
        yield StoryPart("Standfirst", length, space.standfirst, partial(piece.where, "standfirst"))
    if piece.body.text.strip():
        length = partial(_body_length, piece.body.text, line, memory or Memory())
        yield StoryPart("Text of the story", length, space.body, partial(piece.body.at, 0))
    for picture in pictures_of(piece):
        where = partial(place_of, piece, picture)
        if picture.words:
            yield StoryPart("Caption", partial(count, picture.words, line), space.caption, where)
        if picture.credit:
            yield StoryPart("Credit", partial(count, picture.credit, line), space.credit, where)


def place_of(piece: Story, picture: PictureUse) -> Location:
    """A picture in the author's file."""
    return piece.where("picture") if picture.line is None else piece.body.at(picture.line)


def count(text: str, line: int | None = None) -> LengthCount:
    """The length of a paragraph; a dash between spaces is no word. `line` is in characters."""
    parts = text.split()
    words = sum(part.isalnum() or any(map(str.isalnum, part)) for part in parts)
    joined = " ".join(parts)
    return LengthCount(words, len(joined), len(textwrap.wrap(joined, line)) if line else 0)


def _body_length(markdown: str, line: int | None, memory: Memory) -> LengthCount:
    def make() -> tuple[int, ...]:
        return astuple(body_length(markdown, line))

    return LengthCount(*memory.read("length", repr((line, markdown)), make))


def body_length(markdown: str, line: int | None = None) -> LengthCount:
    """The length of a body with its headings; pictures and their captions count apart."""
    texts = _texts(tree(markdown)) if "![" in markdown else texts_of(markdown)
    return sum((count(text, line) for text in texts), LengthCount())


def _texts(node: SyntaxTreeNode) -> Iterator[str]:
    before: SyntaxTreeNode | None = None
    for child in node.children:
        if child.type not in _TEXTS:
            yield from _texts(child)
        elif not is_picture(child) and not is_caption(before, child):
            yield plain(child)
        before = child
