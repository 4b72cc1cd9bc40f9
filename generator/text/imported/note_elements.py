"""Footnotes and endnotes as a document of Word holds them."""

from collections.abc import Iterator

from generator.text.imported.package import Node, Package, W, text_of

_YES = frozenset({"1", "true", "on"})


def marked_note(package: Package, reference: Node) -> Node | None:
    """The note that a mark in the text leads to; None where there is none to be read."""
    kind = reference.tag.rpartition("}")[2].removesuffix("Reference")
    root, identity = package.root(f"word/{kind}s.xml"), reference.get(f"{W}id", "")
    notes = root.iterfind(f"{W}{kind}") if root is not None else ()
    note = next((each for each in notes if each.get(f"{W}id") == identity), None)
    return note if note is not None and note.get(f"{W}type", "normal") == "normal" else None


def own_marks(reference: Node, note: Node) -> Iterator[Node]:
    """The words by which an author marks a note («*»), in the text and before the note.

    They follow the reference in its run (`customMarkFollows`); footnotes get numbers instead.
    """
    if reference.get(f"{W}customMarkFollows") not in _YES:
        return
    marks = [each for each in reference.itersiblings() if text_of(each).strip()]
    yield from marks
    first = next((each for each in note.iter(f"{W}t", f"{W}sym") if text_of(each).strip()), None)
    if first is not None and text_of(first).strip() == "".join(map(text_of, marks)).strip():
        yield first
