"""What the page-like editor says and offers, for its script."""

from generator.catalogue import words
from generator.media import media
from generator.model.piece import Piece
from generator.text.cues import KINDS

EDITOR_WORDS = {
    "page": "Text of the piece",
    "bar": "What the page can hold",
    "paragraph": "Paragraph",
    "heading": "Heading",
    "subheading": "Smaller heading",
    "strong": "Bold",
    "em": "Italics",
    "bullets": "List",
    "numbers": "Numbered list",
    "quote": "Quotation",
    "speaker": "Speaker",
    "cue": "Cue",
    "changeCue": "Change the cue",
    "table": "Table",
    "link": "Link to a piece…",
    "note": "Note",
    "undo": "Undo",
    "redo": "Redo",
    "row": "Add a row",
    "column": "Add a column",
    "noRow": "Remove the row",
    "noColumn": "Remove the column",
    "remove": "Remove this part",
    "put": "Put it there",
    "cancel": "Cancel",
    "kind": "Kind of cue",
    "length": "Length in seconds",
    "seconds": "seconds",
    "heard": "What is heard or seen",
    "name": "Name of the speaker",
    "noteText": "Words of the note",
    "columns": "Columns",
    "rows": "Rows",
    "findPiece": "Find a piece by its title",
    "address": "Or an address of the web",
    "asText": "See as text",
    "asPage": "See as a page",
    "backup": "This was typed before the connection was lost, and did not reach the desk.",
    "takeBack": "Take it back",
    "forget": "Leave it",
    "signs": "Stars and hash signs stand on this page as they are typed. Bold words and headings "
    "have buttons above.",
    "convert": "Make them bold words and headings",
    "noNote": "A note cannot stand here: put the cursor into a paragraph.",
    "both": "This place was changed elsewhere, too: both texts stand one below the other. Remove "
    "the one that you do not need.",
    "pasted": "Paragraphs, bold, italics, lists, tables and links were taken over; left out were:",
    "left_pictures": "pictures",
    "left_notes": "notes of Word",
    "left_comments": "comments",
    "left_merged": "merged cells",
    "left_tables": "tables within tables",
}
"""What the script of the page says, as msgids."""


def editor(piece: Piece | None, *, is_locked: bool) -> dict[str, object]:
    """What the page-like editor is told of a piece; all is offered where it cannot be read."""
    body = media()[piece.medium].body if piece else None
    told: dict[str, object] = {name: words(text) for name, text in EDITOR_WORDS.items()}
    told["speakers"] = list(getattr(piece, "speakers", ()) or ())
    is_script = body == "script" if body else None
    return {"words": told, "kinds": list(KINDS), "isScript": is_script, "isLocked": is_locked}
