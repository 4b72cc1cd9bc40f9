"""The writing screen as values: the draft, and the words that its script says."""

from generator.catalogue import words
from generator.desk.acting import account
from generator.desk.draft_views import state
from generator.desk.editor_words import editor
from generator.desk.needs import DraftOffice
from generator.media import media
from generator.model.draft import Draft
from generator.model.piece import Piece

SCRIPT_WORDS = {
    "offline": "The desk does not answer. What you type stays here and is sent as soon as it "
    "answers: leave this window open.",
    "closed": "The desk was started anew, and this window is no longer let in. What you type stays "
    "here and in this browser. Open the desk again in this browser, by its shortcut or by "
    "loa desk: then this window goes on by itself, or the piece offers these words when it is "
    "opened.",
    "unreachable": "The folder of the files cannot be reached now. What you type stays here and "
    "is sent as soon as it can be: leave this window open.",
    "offlineIdle": "The desk does not answer. Nothing is typed here that is not saved.",
    "closedIdle": "The desk was started anew, and this window is no longer let in. Nothing is "
    "typed here that is not saved: open the desk again in this browser, by its shortcut or by loa "
    "desk.",
    "unreachableIdle": "The folder of the files cannot be reached now. Nothing is typed here that "
    "is not saved.",
    "locked": "This piece is locked: nothing is to be saved.",
    "lockedTyped": "This piece is locked; what was typed before is here and not saved. Press “Open "
    "again” to go on with it.",
    "notTaken": "What was typed last is not taken: see what is told above.",
    "onlyHere": "Only in this window so far: it is sent as soon as the desk answers.",
    "lockedNow": "This piece is approved now: its text and data are locked.",
    "openNow": "This piece is no longer locked.",
    "reload": "Show it as it is now",
    "openThere": "Open it under its new name",
    "typing": "Typing …",
    "kept": "Kept, not saved yet,",
    "notKept": "Only in this window: it could be neither kept nor saved.",
    "saved": "Saved,",
    "partly": "Saved, but not what is told above.",
    "same": "Saved: nothing new is typed.",
    "unsaved": "Nothing was saved; what you typed is kept.",
    "nothing": "Nothing was saved.",
    "split": "This piece is being written in another window, too. Whichever you choose, the other "
    "text stays in the earlier versions.",
    "others": "Somebody else has written in this piece, in another window or in Word. When you "
    "save, this is saved with it; what you leave out stays in the earlier versions:",
    "seenOthers": "I have seen it",
    "dropOthers": "Leave these words out",
    "othersFirst": "Not saved yet: look at what others wrote, above, then save again.",
    "beneath": "The file has been changed meanwhile, by Word or somebody else, at the same place. "
    "Whichever you choose, the other text stays in the earlier versions.",
    "gone": "The file is no longer at its place: somebody has moved or deleted it. What you typed "
    "is kept; keep it, and saving writes the file again.",
    "emptied": "With this, the field “{label}” is empty now. It said:",
    "backup": "This was typed before the connection was lost, and did not reach the desk.",
    "copy": "The text has gone on since then, so these words cannot be put in by themselves: copy "
    "from here what you need.",
    "mine": "What you typed",
    "theirs": "In the other window",
    "inFile": "In the file now",
    "inDraft": "What the desk has",
    "keepMine": "Keep what I typed",
    "takeTheirs": "Take the other text",
    "takeFile": "Take what is in the file",
    "takeBack": "Take it back",
    "forget": "Leave it",
    "line": "Line",
    "here": "This place",
    "toField": "To the field",
    "document": "Choose a document",
    "lineOf": "line",
    "add": "Add",
    "lines": "One on each line.",
    "look": "To look at:",
    "mend": "Mend it",
    "asText": "See this place as text",
    "speaker": "Speaker",
    "fine": "Nothing is wrong with this file.",
    "unset": "Not said",
    "commas": "Put commas between them.",
    "of": "of",
    "noProof": "The proof cannot be drawn yet: see what is told below the text.",
}
"""What the script of the screen says, as msgids."""
_IN_OFFICE = {
    "closed": "You are no longer signed in here, or somebody else is. What you type stays here and "
    "in this browser. Sign in again, in another window of this browser: then this one goes on by "
    "itself, or the piece offers these words when it is opened.",
    "closedIdle": "You are no longer signed in here, or somebody else is. Nothing is typed here "
    "that is not saved: sign in again in this browser.",
}
"""What it says instead where people sign in."""


def writing(
    office: DraftOffice, draft: Draft | None, piece: Piece | None, *, is_locked: bool
) -> dict[str, object]:
    """What the screen holds for its script; nothing of a file that is no text."""
    if draft is None:
        return {"start": None, "is_printed": False, "editor": None}
    said = SCRIPT_WORDS | (_IN_OFFICE if account() else {})
    told = {name: words(text) for name, text in said.items()}
    page = editor(draft.path, piece, is_locked=is_locked)
    start = {"state": state(office, draft), "words": told, "is_locked": is_locked}
    is_printed = piece is not None and media()[piece.medium].artwork is not None
    return {"start": start, "is_printed": is_printed, "editor": page}
