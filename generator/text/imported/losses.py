"""What a Word document holds that Markdown does not: each told with its place."""

from collections.abc import Callable, Iterable, Iterator
from string import capwords

from generator.diagnostics import Diagnostic, Location, Rule, warning
from generator.text.imported.character_format import CharacterFormat, is_white
from generator.text.imported.objects import embedded_document, object_of
from generator.text.imported.package import Node, Package, W, text_of
from generator.text.imported.paragraph_places import ParagraphPlaces, is_double
from generator.text.imported.shapes import A, V, is_bare_shape
from generator.text.imported.tags import is_drop_cap

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SHOWN = 60  # characters of what is quoted
_PLAIN = frozenset({"", "auto", "000000", "none"})


def _rule(code: str, message: str, hint: str) -> Rule:
    return warning(f"word-{code}", message, hint)


TRACKED_INSERTION = _rule(
    "tracked-insertion",
    "Words that were added with Track Changes are taken as they are: “{text}”.",
    "Look whether they are meant to stay.",
)
TRACKED_DELETION = _rule(
    "tracked-deletion",
    "Words that were deleted with Track Changes are left out: “{text}”.",
    "Write them again if the deletion was not agreed on.",
)
CELL_DELETED = _rule(
    "tracked-cell",
    "A cell that was deleted with Track Changes is still here: “{text}”.",
    "Empty it if the deletion was agreed on.",
)
COMMENT = _rule(
    "comment",
    "A comment of {who} is left out: “{text}”.",
    "Settle what it asks for.",
)
TEXT_BOX = _rule(
    "text-box",
    "A text box is now a paragraph of the text: “{text}”.",
    "Look whether it stands where it should.",
)
EQUATION = _rule(
    "equation",
    "An equation is left out: “{text}”.",
    "Write it in words, or put it in as a picture.",
)
OBJECT = _rule(
    "object",
    "This is left out, or only its picture is kept: {what}. Its words: “{text}”.",
    "Save it as a picture in Word and put that in.",
)
DOCUMENT_WITHIN = _rule(
    "embedded",
    "This lies within the document and is left out, or only its picture is kept: {what}.",
    "Double-click it in Word, copy what is in it, and put that in its place.",
)
MARGIN = _rule(
    "header-footer",
    "The header or footer is left out: “{text}”.",
    "Write it in the text if readers need it.",
)
LOOK = _rule(
    "look",
    "Underlining, colour, highlighting or small capitals are left out: “{text}”.",
    "If it marks what is still to be checked, check that. Make it **bold** only where it must "
    "stand out.",
)
SMALL_CAPITALS = LOOK.with_hint("Where it is a name, type it with its capitals: {word}")
HIDDEN_TEXT = _rule(
    "hidden-text",
    "Hidden text is now to be seen: “{text}”.",
    "Delete it if readers are not to see it.",
)
STRUCK_TEXT = _rule(
    "struck",
    "Words that are struck through are still here, with the line through them: “{text}”.",
    "Delete them if readers are not to read them.",
)
BORDER = _rule(
    "border",
    "Lines around a paragraph are left out: “{text}”.",
    "If it must stand out, begin it with > or make it **bold**.",
)
SHAPE = _rule(
    "shape",
    "Something is drawn here without words, and is left out: what it covered in a picture is to be "
    "seen now. Around it: “{text}”.",
    "Where it covers a face, a number or a name: cover it in the picture itself, or save both from "
    "Word as one picture (group them, right click, Save as Picture).",
)
LINE = _rule(
    "line",
    "A line across the page is left out.",
    "Where readers need it, type --- there, with an empty line before and after it.",
)
MERGED_CELLS = _rule(
    "merged-cells",
    "Merged cells of a table were taken apart.",
    "Look at the table; fill in what is missing.",
)
MACROS = _rule("macros", "The macros of the document are left out.", "Nothing is to be done.")


def losses_of(package: Package, places: ParagraphPlaces) -> list[Diagnostic]:
    """Everything that could not be carried over, or was changed, in the order of the text."""
    root = package.document
    found = [] if root is None else _once(_in_text(package, root, places))
    found += [
        MARGIN.at(Location(package.name), text=text[:_SHOWN])
        for beginning in ("word/header", "word/footer")
        for part in package.roots(beginning)
        if any(map(str.isalpha, text := " ".join((*text_of(part).split(), *_drawn_words(part)))))
    ]
    if any("vba" in part.casefold() for part in package.parts):
        found.append(MACROS.at(Location(package.name)))
    return found


def looks_lost(face: CharacterFormat, *, is_link: bool) -> Iterator[Rule]:
    """What is to be told of a look of words; a link is dressed as what it is."""
    if face.is_dressed and not is_link:
        yield LOOK
    if face.is_hidden:
        yield HIDDEN_TEXT
    if face.struck:
        yield STRUCK_TEXT


def _drawn_words(part: Node) -> Iterator[str]:
    """The words of a watermark."""
    return (path.get("string", "") for path in part.iter(f"{V}textpath"))


def _once(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Colours and merged cells once in each paragraph; all else as often as it comes."""
    told: dict[object, Diagnostic] = {}
    for number, item in enumerate(found):
        once = item.rule in (LOOK, MERGED_CELLS)
        told.setdefault((item.rule.code, str(item.where)) if once else number, item)
    return list(told.values())


def _in_text(package: Package, root: Node, places: ParagraphPlaces) -> Iterator[Diagnostic]:
    comments = _notes(package, "comments", "comment")
    for element in root.iter():
        if not isinstance(element.tag, str) or is_double(element):
            continue
        tag, where = element.tag, element.get(f"{W}id", "")
        if tag == f"{W}commentReference" and where in comments:
            who, text = comments[where]
            yield COMMENT.at(places.of(element), who=who or "?", text=text[:_SHOWN])
        elif tag == f"{W}object" and (what := embedded_document(element)):
            yield DOCUMENT_WITHIN.at(places.of(element), what=what)
        elif tag in {f"{W}object", f"{A}graphicData"} and (held := object_of(package, element)):
            what, text = held
            yield OBJECT.at(places.of(element), what=what, text=text[:_SHOWN] or "–")
        elif is_bare_shape(element):
            around = next(element.iterancestors(f"{W}p"), element)
            yield SHAPE.at(places.of(element), text=" ".join(text_of(around).split())[:_SHOWN])
        elif tag in _TOLD:
            yield from _told(element, places)


def _told(element: Node, places: ParagraphPlaces) -> Iterator[Diagnostic]:
    rule, words = _TOLD[element.tag]
    text = words(element)
    if text is not None:
        is_row = rule is MERGED_CELLS or element.getparent().tag in {f"{W}trPr", f"{W}tcPr"}
        table = next(element.iterancestors(f"{W}tbl"), None) if is_row else None
        where = places.of(element if table is None else next(table.iter(f"{W}p"), element))
        shown = " ".join(text.split())[:_SHOWN]
        if element.tag == f"{W}smallCaps" and shown.islower():
            yield SMALL_CAPITALS.at(where, text=shown, word=capwords(shown))
        else:
            yield (HIDDEN_TEXT if is_white(element) else rule).at(where, text=shown)


def _added(element: Node) -> str | None:
    whole = _whole(element)
    return text_of(element) or " ".join(map(text_of, whole.iter(f"{W}p"))) or None


def _whole(element: Node) -> Node:
    """The row that was added or deleted, for a mark that only says so."""
    parent = element.getparent()
    return parent.getparent() if parent.tag == f"{W}trPr" else element


def _changed_cell(element: Node) -> str | None:
    return text_of(element.getparent().getparent()) or None


def _deleted(element: Node) -> str | None:
    """What was deleted; of a row of a table all at once, and of what is in that nothing more."""
    if element.getparent().tag == f"{W}trPr":
        cells = element.getparent().getparent().iterfind(f"{W}tc")
        return ", ".join(filter(None, map(_struck, cells)))
    if any(row.find(f"{W}trPr/{W}del") is not None for row in element.iterancestors(f"{W}tr")):
        return None
    return _struck(element) or _added(element)


def _struck(element: Node) -> str:
    words = (node.text or "" for node in element.iter(f"{W}delText", f"{W}t"))
    return "".join(words)


def _moved(element: Node) -> str | None:
    """What was moved away, if it came nowhere: its new place is told."""
    text = _struck(element)
    arrived = element.getroottree().iter(f"{W}moveTo")
    return None if not text or any(_struck(other) == text for other in arrived) else text


def _hidden_row(element: Node) -> str | None:
    """The words of a row of a table that Word does not show."""
    marks = element.getparent()
    is_off = element.get(f"{W}val", "1") in {"0", "false", "off"}
    if marks.tag != f"{W}trPr" or is_off:
        return None
    return " ".join(text_of(marks.getparent()).split()) or None


def _bordered(element: Node) -> str | None:
    """The words within a frame of lines; none of a style, and none where no line is drawn."""
    paragraph = element.getparent().getparent()
    lines = {side.get(f"{W}val", "none") for side in element}
    if paragraph.tag != f"{W}p" or lines <= {"none", "nil"}:
        return None
    return text_of(paragraph).strip() or None


def _equation(element: Node) -> str | None:
    if next(element.iterancestors(f"{M}oMath"), None) is not None:
        return None
    return "".join(node.text or "" for node in element.iter(f"{M}t"))


def _run(element: Node) -> str | None:
    """The words that a mark of a run is about; none where it is switched off."""
    value = element.get(f"{W}fill", element.get(f"{W}val", ""))
    run = element.getparent().getparent()
    if run.tag != f"{W}r" or value.lower() in _PLAIN - {""} or value in {"0", "false"}:
        return None
    if element.tag == f"{W}u" and next(run.iterancestors(f"{W}hyperlink"), None) is not None:
        return None
    return text_of(run).strip() or None


def _line(element: Node) -> str | None:
    return "" if element.get("{urn:schemas-microsoft-com:office:office}hr") else None


def _merged(_element: Node) -> str | None:
    return ""


def _frame(element: Node) -> str | None:
    """The words of a frame beside the text; a drop cap is one, too, but of the text itself."""
    paragraph = element.getparent().getparent()
    return None if is_drop_cap(paragraph) else text_of(paragraph).strip() or None


_TOLD: dict[str, tuple[Rule, Callable[[Node], str | None]]] = {
    f"{W}ins": (TRACKED_INSERTION, _added),
    f"{W}moveTo": (TRACKED_INSERTION, _added),
    f"{W}del": (TRACKED_DELETION, _deleted),
    f"{W}moveFrom": (TRACKED_DELETION, _moved),
    f"{W}hidden": (HIDDEN_TEXT, _hidden_row),
    f"{W}pBdr": (BORDER, _bordered),
    f"{W}txbxContent": (TEXT_BOX, _added),
    f"{W}framePr": (TEXT_BOX, _frame),
    f"{V}rect": (LINE, _line),
    f"{M}oMath": (EQUATION, _equation),
    f"{W}u": (LOOK, _run),
    f"{W}color": (LOOK, _run),
    f"{W}highlight": (LOOK, _run),
    f"{W}shd": (LOOK, _run),
    f"{W}smallCaps": (LOOK, _run),
    f"{W}cellIns": (TRACKED_INSERTION, _changed_cell),
    f"{W}cellDel": (CELL_DELETED, _changed_cell),
    f"{W}gridSpan": (MERGED_CELLS, _merged),
    f"{W}vMerge": (MERGED_CELLS, _merged),
}


def _notes(package: Package, part: str, kind: str) -> dict[str, tuple[str, str]]:
    """Author and text of comments and notes by their ids; ids of notes bear their kind."""
    root = package.root(f"word/{part}.xml")
    found = {}
    for note in root.iter(f"{W}{kind}") if root is not None else ():
        key = note.get(f"{W}id", "") if kind == "comment" else kind + note.get(f"{W}id", "")
        found[key] = (note.get(f"{W}author", ""), " ".join(text_of(note).split()))
    return found
