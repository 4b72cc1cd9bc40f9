"""What the page-like editor says and offers, for its script."""

from generator.catalogue import words
from generator.desk.page_blocks import is_page
from generator.media import media
from generator.model.piece import Piece
from generator.text.cues import KINDS
from generator.text.starters import BODY

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
    "picture": "Picture",
    "findPicture": "Find a picture by the name of its file",
    "noPictures": "There is no such picture. Pictures lie in the folder assets of the programme: "
    "copy one there, then open this piece again.",
    "fromComputer": "A picture from this computer",
    "newPicture": "A new picture",
    "looking": "Looking at the picture …",
    "isHere": "This picture is here already: it is used again.",
    "crop": "Cut off from each side, in percent",
    "cropHelp": "Draw a rectangle on the picture around what is to be seen, or type numbers.",
    "left": "Left side",
    "top": "Top",
    "right": "Right",
    "bottom": "Bottom",
    "credit": "Who is named beside the picture",
    "source": "Where it is from, and why it may be used",
    "people": "People in it",
    "unset": "Not said",
    "nobody": "Nobody can be recognised",
    "somebody": "Somebody can be recognised",
    "consent": "How they agreed, and where that is kept",
    "noPictureInScript": "A script is read aloud: it has no pictures.",
    "link": "Link to a piece…",
    "unlink": "Take the link off",
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
    "unput": "What you typed is not in the page yet. Press Enter to put it there, or Esc again to "
    "drop it.",
    "dropTyped": "Drop what is typed",
    "kind": "Kind of cue",
    "length": "Length in seconds",
    "seconds": "seconds",
    "heard": "What is heard or seen",
    "name": "Name of the speaker",
    "noteText": "Words of the note",
    "columns": "Columns",
    "rows": "Rows",
    "findPiece": "Find a piece by its title",
    "noSuch": "Nothing was put, since nothing has this name:",
    "badAddress": "No link was put: an address begins with https://, mailto: or tel:, not as in",
    "address": "Or an address of the web",
    "asText": "See as text",
    "asPage": "See as a page",
    "noPage": "The head of this file cannot be read: mend it here, then see it as a page",
    "backup": "This was typed before the connection was lost, and did not reach the desk.",
    "takeBack": "Take it back",
    "forget": "Leave it",
    "signs": "Stars, hash signs, dashes and numbers stand on this page as they are typed. For bold "
    "words, headings, lists, cues, tables and notes there are buttons above.",
    "convert": "Make them what they stand for",
    "noTable": "A script is read aloud, so it has no table: write what it says as sentences or as "
    "a list. Articles and news stories have tables.",
    "alt": "What the picture shows, for those who do not see it",
    "noPicture": "This picture cannot be shown here:",
    "caption": "Write a caption below the picture",
    "shortcuts": "Keys instead of the mouse",
    "noNote": "A note cannot stand here: put the cursor into a paragraph.",
    "bareNote": "Note {number} has no words: write them, or take its number out of the text.",
    "oneLine": "Headings and cells of a table have one line only.",
    "tab": "Here Tab moves nothing in: no paragraph begins with a space. To leave the text, press "
    "Esc, then Tab.",
    "unable": "Not all that is selected can become this: put the cursor into one paragraph, then "
    "press again.",
    "both": "This place was changed elsewhere, too: both texts stand one below the other. Remove "
    "the one that you do not need.",
    "pasted": "Words, bold, italics, headings, lists, tables, notes and links were taken over; "
    "left out or made plain were:",
    "pastedLine": "Words, bold, italics, notes and links were taken over; left out or made plain "
    "were:",
    "replaced": "Of {count} cells the words are now those of the pasted table (Ctrl+Z brings them "
    "back).",
    "left_links": "links to files of a computer or to places in the document that they come from",
    "left_pictures": "pictures",
    "left_sounds": "films and recordings",
    "left_embedded": "what another site shows in its page",
    "left_fields": "boxes of forms, whose words are plain words now",
    "left_ticks": "boxes to tick",
    "left_buttons": "buttons",
    "left_indents": "spaces before lines",
    "left_symbols": "signs of the fonts Wingdings, Webdings and Symbol",
    "left_notes": "notes of Word",
    "left_comments": "comments",
    "left_changes": "words that were deleted in tracked changes",
    "left_contents": "the table of contents",
    "left_merged": "merged cells",
    "left_tables": "tables within tables",
    "left_paragraphs": "lines and paragraphs within a cell, which are one line now",
    "left_numbers": "letters or numbers of several levels before items",
    "left_raised": "raised and lowered letters",
    "left_underline": "underlining",
    "left_colours": "colours",
    "left_equations": "equations",
    "left_boxes": "text boxes",
    "left_fonts": "letters in fonts from before Unicode (.VnTime, VNI): convert them first",
}
"""What the script of the page says, as msgids."""

SEARCH = (
    *("Find", "Replace", "next", "previous", "all", "match case", "by word", "regexp"),
    *("replace", "replace all", "close", "current match", "on line", "replaced $ matches"),
    *("replaced match on line $", "Go to line", "go"),
)
"""What the search of the view as text says (CodeMirror's own words), as msgids."""

SHORTCUTS = (
    ("Alt+F10", "To the buttons above: arrows choose, Enter presses, Esc leads back"),
    ("Esc rồi Tab", "Out of the text, to what is below it"),
    ("Ctrl+S", "Save"),
    ("Ctrl+Z / Ctrl+Y", "Undo; do it again"),
    ("Ctrl+B / Ctrl+I", "Bold; italics"),
    ("Ctrl+K", "Link to a piece or an address"),
    ("Ctrl+Alt+2 / Ctrl+Alt+3 / Ctrl+Alt+0", "Heading; smaller heading; paragraph"),
    ("Ctrl+Shift+8 / Ctrl+Shift+7 / Ctrl+Shift+9", "List; numbered list; quotation"),
    ("Tab / Shift+Tab", "In a list one level in or out; in a table the next or the last cell"),
    ("Shift+Enter", "A new line in the same paragraph"),
    ("Ctrl+Enter", "Out of a table, a list, a cue or a note: go on writing below it"),
)
"""Keys, with what they do as msgids; every key is one of `web/src/page.js`."""


def editor(path: str, piece: Piece | None, *, is_locked: bool) -> dict[str, object]:
    """What the page-like editor is told of a piece; all is offered where it cannot be read.

    A file that is no page has its words for the view as text alone.
    """
    body = media()[piece.medium].body if piece else None
    told: dict[str, object] = {name: words(text) for name, text in EDITOR_WORDS.items()}
    told["starter"] = words(BODY)
    told["search"] = {each: words(each) for each in SEARCH}
    told["keys"] = [[keys, words(what)] for keys, what in SHORTCUTS]
    told["speakers"] = list(getattr(piece, "speakers", ()) or ())
    is_script = body == "script" if body else None
    return {
        "words": told,
        "kinds": list(KINDS),
        "isPage": is_page(path),
        "isScript": is_script,
        "isLocked": is_locked,
    }
