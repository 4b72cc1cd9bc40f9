"""Paragraphs of Word in runs of words, line breaks, links, pictures and marks of notes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Final, TypeAlias

from generator.diagnostics import Rule
from generator.text.imported import change_log as rules
from generator.text.imported import shapes
from generator.text.imported.change_log import ChangeLog
from generator.text.imported.character_format import PLAIN, CharacterFormat, CharacterFormats
from generator.text.imported.degrees import of_degrees
from generator.text.imported.losses import TEXT_BOX, M, looks_lost
from generator.text.imported.note_elements import marked_note, own_marks
from generator.text.imported.package import Node, Package, W, brief, text_of
from generator.text.imported.pen import Pen
from generator.text.imported.shapes import MC, R, Relation, is_chart, lettering, parts, picture_part
from generator.text.imported.sign_fonts import is_sign_font, private, symbol, translate
from generator.text.imported.tags import HARMLESS, NAMES, OPEN, OTHER, has_leader, is_drop_cap
from generator.text.imported.word_fields import EQUATIONS, remark
from generator.text.imported.word_pictures import PICTURE_LOST

_SHOWN: Final = 60


Read: TypeAlias = Callable[[Any, Node], None]


@dataclass
class Inlines:
    """Writes the paragraphs of one part; fields may reach over several of them."""

    record: ChangeLog
    faces: CharacterFormats
    package: Package
    relations: dict[str, Relation]
    media: dict[str, str]
    box: Callable[[Iterable[Node]], list[Node]]
    field_ends: frozenset[Node]
    _pen: Pen = field(default_factory=Pen)
    _after: list[Node] = field(default_factory=list)
    _old: Node = None
    _face: CharacterFormat = PLAIN
    _style: str = ""
    _is_dotted: bool = False
    _is_drop_cap: bool = False

    def paragraph(self, olds: list[Node], new: Node) -> list[Node]:
        """Fill a new paragraph from old ones; the blocks that come after it.

        One in a box may be filled while another is; the box is a text with fields of its own.
        """
        before = self._old, self._pen, self._after, self._face
        fields = self._pen.fields if self._pen.into is None else []
        self._pen, self._after = Pen(new, fields), []
        for old in olds:
            self._look_at(old)
            self._children(old)
        after = self._after
        self._old, self._pen, self._after, self._face = before
        if self._old is not None:
            self._look_at(self._old)
        return after

    def _look_at(self, old: Node) -> None:
        """Note what is so for all runs of a paragraph: it may have thousands."""
        self._old, self._style = old, self.faces.style_of(old)
        self._is_dotted, self._is_drop_cap = has_leader(old), is_drop_cap(old)

    def leave_unknown(self, element: Node) -> None:
        """Leave out what has no place here; words in it are told by the last net."""
        if not brief(element):
            what = NAMES.get(element.tag.rpartition("}")[2], OTHER)
            self.record.tell_once(rules.UNKNOWN, element, self._old, what=what)
            self.record.leave(element)
        self._pen.text(" ", PLAIN)

    def tell_form(self, element: Node) -> None:
        """Tell of a box of a form that still says what is to be filled in."""
        text = brief(element)
        if text and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            self.record.tell(rules.PLACEHOLDER, element, text=text)

    def _children(self, element: Node) -> None:
        for child in element:
            if isinstance(child.tag, str):
                self._child(child)

    def _child(self, element: Node) -> None:
        tag = element.tag
        if tag in self._PARAGRAPH:
            self._PARAGRAPH[tag](self, element)
        elif tag in OPEN:
            self._children(element)
        elif tag in {f"{W}p", f"{W}tbl"}:
            self._after += self.box([element])
        elif tag not in HARMLESS:
            self.leave_unknown(element)

    def _form(self, element: Node) -> None:
        self.tell_form(element)
        for content in element.iterfind(f"{W}sdtContent"):
            self._children(content)

    def _equation(self, element: Node) -> None:
        self.record.leave(element)
        self._pen.text(" ", PLAIN)

    def _run(self, run: Node) -> None:
        self._face = self.faces.face(run, self._style)
        if self._is_drop_cap:
            self._face = CharacterFormat(font=self._face.font)
        is_link = self._pen.is_link or run.getparent().tag == f"{W}hyperlink"
        for rule in looks_lost(self._face, is_link=is_link) if self._pen.is_seen else ():
            if text := brief(run):
                self.record.tell_once(rule, run, self._old, text=text)
        self._contents(run)

    def _contents(self, run: Node) -> None:
        for child in run:
            if isinstance(child.tag, str):
                self._content(child)

    def _content(self, node: Node) -> None:
        if node.tag in self._RUN and self.record.substitutes.get(node) != "":
            self._RUN[node.tag](self, node)
        elif node.tag not in self._RUN and node.tag not in HARMLESS:
            self.leave_unknown(node)

    def _mark(self, node: Node) -> None:
        if self._is_dotted and node.tag == f"{W}tab" and self._pen.is_seen:
            self.record.tell_once(rules.LEADER, node, self._old)
        self._pen.text("-" if node.tag == f"{W}noBreakHyphen" else " ", self._face)

    def _instruction(self, node: Node) -> None:
        if self._pen.fields and not self._pen.fields[-1].has_result:
            self._pen.fields[-1].instruction += node.text or ""

    def _words(self, node: Node) -> None:
        """Words as they are seen: capitals that are but formatting, signs of other fonts."""
        text = node.text or ""
        if not self._pen.is_seen:
            self.record.leave(node, "")
            return
        shown, unknown = text, private(text)
        if is_sign_font(self._face.font):
            shown, unknown = translate(self._face.font, text)
        if unknown:
            self._tell_sign(node, self._face.font)
            shown = "".join(letter for letter in shown if not private(letter))
        face = self._face
        if face.script == "superscript" and (degrees := of_degrees(node, shown)):
            shown, face = degrees, replace(face, script="")
        if shown != text:
            self.record.leave(node, shown)
        self._pen.text(shown.upper() if face.caps else shown, face)

    def _sign(self, node: Node) -> None:
        font = node.get(f"{W}font", "")
        shown = symbol(font, node.get(f"{W}char", ""))
        self.record.leave(node, shown)
        if not shown and self._pen.is_seen:
            self._tell_sign(node, font)
        self._pen.text(shown, self._face)

    def _tell_sign(self, node: Node, font: str) -> None:
        self.record.tell_once(rules.SIGN, node, self._old, font=font or "?")

    def _break(self, node: Node) -> None:
        """A new line; the end of a page or a column parts words and nothing else."""
        if node.get(f"{W}type", "textWrapping") == "textWrapping":
            self._pen.line(self._face)
        else:
            self._pen.text(" ", self._face)

    def _link(self, element: Node) -> None:
        relation = self.relations.get(element.get(f"{R}id", ""))
        address = relation.target if relation and relation.is_outside else ""
        anchor = element.get(f"{W}anchor", "")
        whole = f"{address}#{anchor}" if anchor else address
        text = brief(element)
        with self._pen.link(whole) as is_link:
            if text and not is_link and self._pen.is_seen and not self._pen.is_link:
                self.record.tell(rules.LINK_LOST, element, text=text)
            self._children(element)

    def _simple_field(self, element: Node) -> None:
        self._pen.begin(element, element.get(f"{W}instr", ""))
        self._children(element)
        self._end()

    def _field(self, node: Node) -> None:
        kind = node.get(f"{W}fldCharType", "")
        if kind == "begin" and node in self.field_ends:
            self._pen.begin(node)
        elif self._pen.fields and kind == "separate":
            self._pen.fields[-1].has_result = True
        elif self._pen.fields and kind == "end":
            self._end()

    def _end(self) -> None:
        """The end of a field: what it shows of itself, and what is to be told of it."""
        ended = self._pen.end()
        if not self._pen.is_seen:
            return
        text = " ".join(ended.text.split())[:_SHOWN]
        if shown := "" if text else ended.visible_text:
            self.record.leave(ended.begin, shown)
            self._pen.text(shown, self._face)
            return
        if not text and ended.name in EQUATIONS:
            self.record.leave(ended.begin)
            self._pen.text(" ", self._face)
        if found := remark(ended, text):
            rule, details = found
            self.record.tell(rule, ended.begin, **details)

    def _note(self, node: Node) -> None:
        note = marked_note(self.package, node)
        if note is None:
            self.record.tell(rules.NOTE_LOST, node)
        elif self._pen.is_seen:
            self.record.notes.add(note)
            self._pen.note(node.tag, node.get(f"{W}id", ""))
            for mark in own_marks(node, note):
                self.record.leave(mark, "")

    def _drawing(self, node: Node) -> None:
        if not self._pen.is_seen:
            self.record.leave(node, "")
            return
        if address := shapes.led_to(node, self.relations):
            self.record.tell(rules.PICTURE_LINK, node, address=address)
        for each in parts(node):
            if each.kind == "picture":
                self._picture(each.element, each.text, each.remarks)
            elif each.kind == "box":
                self._after += self.box(each.element)
            elif each.text.strip():
                self.record.tell(TEXT_BOX, node, text=" ".join(each.text.split())[:_SHOWN])
                self._after += self.box(lettering(each.text))

    def _picture(self, element: Node, alt: str, remarks: Iterable[Rule]) -> None:
        part = picture_part(self.package, self.relations, element)
        if not part:
            self.record.tell(PICTURE_LOST, element)
            return
        for each in remarks:
            self.record.tell(each, element)
        key = self.media.setdefault(part, f"i{len(self.media) + 1}")
        self._pen.picture(key, alt)

    def _ruby(self, node: Node) -> None:
        """Letters with small ones above them: «漢 (kan)»."""
        base, above = (
            " ".join(map(text_of, node.iterfind(f"{W}{name}"))) for name in ("rubyBase", "rt")
        )
        shown = f"{base} ({above})" if above.strip() else base
        self.record.leave(node, shown)
        self.record.tell(rules.RUBY, node, text=shown[:_SHOWN])
        self._pen.text(shown, self._face)

    def _alternative(self, node: Node) -> None:
        """The first form of something, or the one for older programs if that shows nothing.

        Where that is a chart, older programs are told but to ask for a newer Word.
        """
        read = self._contents if node.getparent().tag == f"{W}r" else self._children
        before = len(self._pen.into), len(self._after)
        for form in ("Choice[1]", "Fallback"):
            for each in node.iterfind(f"{MC}{form}"):
                read(each)
            if before != (len(self._pen.into), len(self._after)) or is_chart(node):
                return

    _PARAGRAPH: ClassVar[dict[str, Read]] = {
        f"{W}r": _run,
        f"{W}hyperlink": _link,
        f"{W}fldSimple": _simple_field,
        f"{W}sdt": _form,
        f"{M}oMath": _equation,
        f"{M}oMathPara": _equation,
        f"{MC}AlternateContent": _alternative,
    }
    """What is read in a paragraph, and how."""
    _RUN: ClassVar[dict[str, Read]] = {
        f"{W}t": _words,
        **dict.fromkeys((f"{W}tab", f"{W}ptab", f"{W}noBreakHyphen"), _mark),
        **dict.fromkeys((f"{W}br", f"{W}cr"), _break),
        f"{W}sym": _sign,
        f"{W}fldChar": _field,
        f"{W}instrText": _instruction,
        **dict.fromkeys((f"{W}footnoteReference", f"{W}endnoteReference"), _note),
        **dict.fromkeys((f"{W}drawing", f"{W}pict", f"{W}object"), _drawing),
        f"{W}ruby": _ruby,
        f"{MC}AlternateContent": _alternative,
        f"{W}r": _run,
    }
    """What is read in a run, and how."""
