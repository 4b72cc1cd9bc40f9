"""The document that mammoth reads, as a draft."""

import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from generator.diagnostics import Diagnostic, Location, warning
from generator.text.imported import inline
from generator.text.imported.blocks import Block, markdown_of, with_ranks
from generator.text.imported.inline import Span
from generator.text.imported.joined_lists import joined_lists
from generator.text.imported.note_marks import note_mark, note_numbers, note_text, without_notes
from generator.text.imported.package import BROKEN_DOCUMENT, Node, NotImportedError
from generator.text.imported.simple_document import ParagraphFact, SimpleDocument
from generator.text.imported.style_names import level_of, part_of
from generator.text.imported.whole_paragraphs import whole_paragraphs
from generator.text.imported.word_draft import DraftPicture, WordDraft
from generator.text.imported.word_pictures import PICTURE_LOST, own_words, picture_of, with_captions
from generator.text.imported.word_tables import table_block

PICTURE_KEPT = warning(
    "word-picture-unshown",
    "A picture has the form {form}, which no page shows; it is saved beside the others.",
    "Open it, save it as PNG, and put that in.",
)
STYLE = warning(
    "word-style",
    "The style “{style}” has no meaning here; its paragraphs are plain text.",
    "Give them one of: Tít, Sapo, Tiêu đề phụ, Nội dung, Chú thích, Tác giả, Danh sách.",
)
STYLE_BY_LOOK = warning(
    "word-guess",
    "This paragraph has no style; by its look it was taken for: {what}.",
    "Look whether that is right.",
)
NOTE = warning(
    "word-note",
    "A title, a heading, a lead or a caption bears no footnote; it now stands at the end of the "
    "text: “{text}”.",
    "Move it into the text, or mark it there: write [^1] behind a word, and [^1]: before it.",
)
SCRIPT_LOST = warning(
    "word-raised",
    "Raised or lowered letters became plain ones: “{text}”.",
    "Write it in another way if that changes what it means.",
)
_LONGEST_HEADING = 15  # words of a bold paragraph that is taken for a heading
_LONGEST_TITLE = 25
_SCENE, _SCENE_STYLE = "* * *", "Ảnh"
"""What parts two scenes in a Word document of ours."""
_ENDS = ".!?…:;"
_LONGEST_SAMPLE = 80  # characters


def read_draft(name: str, simple: SimpleDocument) -> tuple[WordDraft, list[Diagnostic]]:
    """The draft of a simple document, and what must be looked at. Raises NotImportedError."""
    reader = _Reader(name, simple.facts)
    document = _document(name, simple)
    blocks = _with_title(list(reader.blocks(document)))
    unmarked = {
        note for block in blocks if block.part in _WITHOUT_NOTES for note in note_numbers(block)
    }
    blocks = [without_notes(b) if b.part in _WITHOUT_NOTES else b for b in blocks]
    blocks += reader.notes(document, unmarked)
    title = next((b for b in blocks if b.part == "title"), None)
    body = [b for b in blocks if b is not title and b.part not in {"standfirst", "author"}]
    body, joined = whole_paragraphs(list(with_ranks(body)))
    guesses = [
        STYLE_BY_LOOK.at(b.where, what=_WHATS[b.part])
        for b in blocks
        if b.is_guess and b.part in _WHATS
    ]
    draft = WordDraft(
        title.words if title else "",
        " ".join(b.words for b in blocks if b.part == "standfirst"),
        ", ".join(b.words for b in blocks if b.part == "author"),
        markdown_of(body),
        tuple(with_captions(reader.pictures, body)),
    )
    return draft, [*reader.remarks, *guesses, *joined, *joined_lists(body)]


_WITHOUT_NOTES = frozenset({"title", "standfirst", "author", "heading", "caption"})
"""Parts in which no footnote can be marked."""
_WHATS = {"title": "title", "standfirst": "standfirst", "heading": "heading"}


def _document(name: str, simple: SimpleDocument) -> Node:
    """Mammoth's model of a document, by its own hook."""
    import mammoth

    found: list[Node] = []

    def keep(document: Node) -> Node:
        found.append(document)
        return document.copy(children=[])

    try:
        mammoth.convert_to_html(io.BytesIO(simple.data), transform_document=keep)
    except Exception as error:  # mammoth raises what it meets in a document that is not well made
        broken = BROKEN_DOCUMENT.at(Location(name), name=name)
        raise NotImportedError(broken) from error
    return found[0]


@dataclass
class _Reader:
    name: str
    facts: list[ParagraphFact]
    pictures: list[DraftPicture] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    _here: Location = field(default_factory=lambda: Location(""))
    _styles: set[str] = field(default_factory=set)
    _raised: set[str] = field(default_factory=set)
    _notes: list[Node] = field(default_factory=list)

    def blocks(self, document: Node) -> Iterator[Block]:
        """Every block of the document, but its notes."""
        for element in document.children:
            yield from self._block(element)

    def notes(self, document: Node, unmarked: Collection[int]) -> Iterator[Block]:
        """The notes, as footnotes; those that nothing can mark are paragraphs at the end."""
        for number, reference in enumerate(self._notes, 1):
            note = document.notes.resolve(reference)
            paragraphs = [p for element in note.body for p in _paragraphs(element)]
            texts = (inline.markdown(self._spans(p.children)) for p in paragraphs)
            text = " ".join(" ".join(texts).replace("\\\n", " ").split())
            if number in unmarked:
                self.remarks.append(NOTE.at(Location(self.name), text=text[:_LONGEST_SAMPLE]))
            yield Block(
                "body",
                note_text(number, text, has_mark=number not in unmarked),
                "",
                Location(self.name),
            )

    def _block(self, element: Node) -> Iterator[Block]:
        kind = type(element).__name__
        if kind == "Paragraph":
            yield self._paragraph(element)
        elif kind == "Table":
            yield from table_block(element, self._paragraph)
        else:
            for child in getattr(element, "children", ()):
                yield from self._block(child)

    def _paragraph(self, paragraph: Node) -> Block:
        fact = self.facts[int(paragraph.alignment)]
        self._here = fact.where
        spans = list(self._spans(paragraph.children))
        words = inline.plain(spans)
        level = self._level(fact)
        part = "heading" if level else self._part(fact, words)
        if fact.style == _SCENE_STYLE and words == _SCENE:
            part = "rule"
        if part in {"body", "item"}:
            part = "item" if fact.item or (part == "item" and fact.is_set_in) else "body"
        item = fact.item
        if item is not None and part not in {"item", "quote"}:  # as 1.2 in a heading
            spans = [Span(f"{item.label} " if words else ""), *spans]
            words, item = inline.plain(spans), None
        block = Block(part, inline.markdown(spans), words, fact.where, level=level, item=item)
        return _guessed(block, spans, fact.style)

    def _level(self, fact: ParagraphFact) -> int:
        """The level of a heading: by the name of its style, by its place in the outline, or 0."""
        if part_of(fact.style) not in {"", "body"}:
            return level_of(fact.style)
        return fact.level

    def _part(self, fact: ParagraphFact, words: str) -> str:
        part = part_of(fact.style)
        if not part and words and fact.style not in self._styles:
            self._styles.add(fact.style or "")
            self.remarks.append(STYLE.at(fact.where, style=fact.style))
        return part or "body"

    def _spans(self, children: Node, **marks: Node) -> Iterator[Span]:
        for child in children:
            kind = type(child).__name__
            if kind == "Run":
                yield from self._spans(child.children, **_marks(child, marks))
            elif kind == "Hyperlink":
                yield from self._spans(child.children, **{**marks, "address": child.anchor})
            elif kind == "Image":
                yield from self._image(child)
            elif kind == "NoteReference":
                self._notes.append(child)
                yield note_mark(len(self._notes))
            elif text := _text(child):
                yield self._span(text, marks)
            else:
                yield from self._spans(getattr(child, "children", ()), **marks)

    def _span(self, text: str, marks: dict[str, Any]) -> Span:
        """Raised and lowered words have characters of their own, or are told."""
        text, script = inline.clean(text), marks.get("script")
        marks = {name: value for name, value in marks.items() if name != "script"}
        if script and text.strip():
            made = inline.superscript(text) if script == "superscript" else inline.subscript(text)
            if made is None and text not in self._raised:
                self._raised.add(text)
                self.remarks.append(SCRIPT_LOST.at(self._here, text=text[:40]))
            text = made or text
        return Span(text, **marks)

    def _image(self, image: Node) -> Iterator[Span]:
        alt = " ".join(inline.clean(image.alt_text or "").split())
        mark = f"loa-picture-{len(self.pictures) + 1}"
        where = self._here
        alt = own_words(alt, where, self.remarks)
        try:
            with image.open() as stream:
                found = picture_of(mark, stream.read(), alt, where)
        except Exception:  # noqa: BLE001 - outside of the document, or damaged: it is told
            found = None
        if found is None:
            self.remarks.append(PICTURE_LOST.at(where))
            return
        self.pictures.append(found)
        if found.is_shown:
            yield Span(f"![{inline.markdown([Span(alt)])}]({mark})", ready=True)
        else:
            self.remarks.append(PICTURE_KEPT.at(where, form=found.ending))


def _marks(run: Node, marks: dict[str, Any]) -> dict[str, Any]:
    script = str(run.vertical_alignment)
    return {
        **marks,
        "bold": run.is_bold,
        "italic": run.is_italic,
        "struck": run.is_strikethrough,
        "script": script if script in {"superscript", "subscript"} else "",
    }


def _text(element: Node) -> str:
    kind = type(element).__name__
    if kind == "Text":
        return str(element.value)
    return "\n" if kind == "Break" else ""


def _paragraphs(element: Node) -> Iterator[Node]:
    """The paragraphs of a note, those of a table in it as well."""
    if type(element).__name__ == "Paragraph":
        yield element
        return
    for child in getattr(element, "children", ()):
        yield from _paragraphs(child)


def _guessed(block: Block, spans: list[Span], style: str | None) -> Block:
    """A short paragraph all in bold, in no style of its own, is what looks like a heading."""
    seen = [span for span in spans if span.text.strip()]
    plain = style is None or style.casefold() in {"normal", "body text", "no spacing", "standard"}
    if not (plain and seen and block.part == "body" and all(span.bold for span in seen)):
        return block
    if any(span.ready for span in seen):
        return block
    return block.as_guess(is_short=len(block.words.split()) <= _LONGEST_HEADING)


def _with_title(blocks: list[Block]) -> list[Block]:
    """Where no style names the title: a single heading 1, or a first paragraph all in bold."""
    if any(block.part == "title" for block in blocks):
        blocks = _as_one_title(blocks)
        first = next(index for index, block in enumerate(blocks) if block.part == "title")
        later = {id(b) for b in blocks[first + 1 :] if b.part == "title"}
        return [b.as_part("heading", 2) if id(b) in later else b for b in blocks]
    tops = [block for block in blocks if block.part == "heading" and block.level == 1]
    if len(tops) == 1:
        return [b.as_part("title") if b is tops[0] else b for b in blocks]
    seen = [block for block in blocks if block.words]
    if not seen or not seen[0].is_guess or len(seen[0].words.split()) > _LONGEST_TITLE:
        return blocks
    has_lead = (
        len(seen) > 1 and seen[1].is_guess and not any(b.part == "standfirst" for b in blocks)
    )
    parts = {id(seen[0]): "title"} | ({id(seen[1]): "standfirst"} if has_lead else {})
    return [b.as_part(parts[id(b)]) if id(b) in parts else b for b in blocks]


def _as_one_title(blocks: list[Block]) -> list[Block]:
    """A title in several paragraphs, one right below the other, is one: each ends one of its lines.

    One that ends with a mark is a whole by itself.
    """
    first = next(index for index, block in enumerate(blocks) if block.part == "title")
    lines = [*takewhile(lambda block: block.part == "title" or not block.words, blocks[first:])]
    said = [block.words for block in lines if block.words]
    if any(words[-1] in _ENDS for words in said[:-1]):
        return blocks
    title = replace(lines[0], words=" ".join(said), text=" ".join(b.text for b in lines if b.words))
    return [*blocks[:first], title, *blocks[first + len(lines) :]]
