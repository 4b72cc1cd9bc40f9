"""What to do about a problem on the desk, where its own advice is a command of the terminal.

A room, a button or a person stands instead of it; by code (msgids). Whoever writes a rule whose
advice is a command says here what does the same on the desk: a test finds it otherwise.
"""

import re

_COMMAND = "; loa check --fix"
_OR_COMMAND = re.compile(r",? hoặc lệnh loa [a-z]+")
_AGAIN = "Make it anew in the room “Artwork”, and do not save it with another program."
_BACK = (
    "Take the change back in the room “Today”, or put the file back from a copy that somebody has."
)
_LATE = "Write these pieces and send them for approval, or move them in the room “Calendar”."
_RECORD = "Record it in the room “Evidence”, or correct the day."
_RELEASE = "Tell the partners: release the quarter anew in the room “Calendar”."
_RENAMED = (
    "To keep it the same one for them, take it back in the room “Today”, and change only its "
    "address."
)
_OF_FILES = (
    "box-missing",
    "boxes-not-nested",
    "file-stale",
    "font-not-embedded",
    "metadata-disagree",
    "outlines-differ",
    "pdf-damaged",
    "pdf-unreadable",
    "pdf-version",
    "pdfx-not-claimed",
    "scale-differs",
    "stamp-left",
    "stamp-missing",
    "text-still-live",
    "tiff-cut-off",
    "tiff-differs",
    "tiff-tag",
)
"""Of artwork that was made, and is not as it was made."""
_OF_EVIDENCE = {
    "photograph-again": "Look at both; withdraw one of them if they are the same.",
    "photograph-of-another-day": "A camera's clock may be wrong; if the day is, withdraw this one.",
    "photograph-elsewhere": "Look at it once more: it may show another place.",
    "evidence-unit": "Say how many: withdraw this one, and record its file anew with the figure.",
    "evidence-without-sender": "Withdraw it, and record its file anew with who sent it.",
    "evidence-file-changed": "Put the file back as it was sent, or withdraw this evidence.",
    "evidence-file-missing": "Put the file back, or withdraw this evidence.",
    "evidence-file-twice": "Drop it: what it shows is told already.",
    "evidence-amount": "Leave the amount out, or choose another kind.",
    "row-incomplete": "Fill in the cell; or say above what all rows have in common.",
    "table-imported-already": "If this is another table, give it another name; else take the first "
    "import back, in the room “Today”.",
    "evidence-own-verifier": "Let another person look at it, and write that name.",
    "evidence-beyond-contract": "Correct the amounts; if there is a further contract, record it.",
    "evidence-down-before-hung": "Correct the day.",
    "evidence-to-come": "Correct the day.",
    "evidence-of-another-year": "Correct the day, or choose what the plan of that year has.",
    "evidence-before-plan": "Correct the day.",
    "evidence-before-slot": "Correct the day, or the day of the piece.",
    "evidence-outside-slot": "If the day is wrong, withdraw this one, and record its file anew; if "
    "it was done on that day, leave it.",
    "evidence-told-already": "Withdraw it; if it is of something else, record its file anew then.",
    "evidence-not-withdrawn": "Withdraw that one.",
    "evidence-doubled-bill": "Withdraw one of the two; if both are right, leave them.",
    "evidence-without-amount": "Withdraw it, and record its file anew with the amount.",
    "evidence-stage": "Choose that it is done.",
    "evidence-file-unused": "Record it as evidence, or take it out of the folder.",
    "evidence-without-file": "Record it anew with its file.",
    "evidence-withdrawn-already": "Record what is right as new evidence, in its place.",
    "evidence-form": "Write each key in a line of its own: id, kind, of, on; each piece of a list "
    "begins with “- ”.",
}
ROOM_ADVICE = {
    **dict.fromkeys(_OF_FILES, _AGAIN),
    **_OF_EVIDENCE,
    "data-not-editable": "Mend what is told of this file, write one “key: value” in each line, "
    "then do it again.",
    "duty-late": _RECORD,
    "file-missing": _BACK,
    "late": _LATE,
    "missed": _LATE,
    "no-keys": "Write lines “key: value”, as in the example.",
    "no-printer": "Write the printer into the list of printers, with media: [{medium}].",
    "not-recorded": _RECORD,
    "not-text": "Take the file out of this folder; a Word document comes in at “Write a new "
    "piece”.",
    "person-last-approver": "First whoever looks after the accounts adds another who approves.",
    "person-unknown": "Ask whoever looks after the accounts.",
    "plan-line-unknown": "See what there is in the room “Plans”.",
    "plan-unreadable": "Mend what is told of it, then try again.",
    "published-changed": "If it is not meant, take it back at “Earlier versions”. Where readers "
    "are to be told, add a correction. Else whoever approves reads it once more and approves it.",
    "published-over": "If it was saved over the other one by mistake, take the old one back at "
    "“Earlier versions”, and save this one as a new piece. If it is the same story with another "
    "title, whoever approves reads it once more and approves it.",
    "release-differs": _RELEASE,
    "release-edited": _BACK,
    "release-name": "Give the file its former name back.",
    "release-of-draft": "First decide what is told of it and name the source, then release.",
    "release-order": _BACK,
    "renamed-released": _RENAMED,
    "renamed-seen": _RENAMED,
    "report-edited": _BACK,
    "report-template-edited": _BACK,
    "report-template-missing": "Put the template into assets/ and write its path, such as "
    "assets/report/mau-bao-cao.docx.",
    "slot-unknown": "See what there is in the room “Calendar”; open a withdrawn piece again first.",
    "template-active": "Take it out in Word.",
    "too-many-problems": "Mend these first, mostly in the same way; then the others are shown.",
    "withdrawn-in-release": _RELEASE,
    "withdrawn-over": "Give this one an id and a file of its own, and take the withdrawn one back "
    "at “Earlier versions”.",
    "work-lost": "Close other programs and do it again. If it is the same then, see whether a "
    "picture is much too large, or a template of your own never ends.",
}


def without_command(advice: str) -> str:
    """Advice without the command that does the same: the desk has a button for it."""
    told, command, _ = _OR_COMMAND.sub("", advice).partition(_COMMAND)
    return f"{told.rstrip('.')}." if command else told
