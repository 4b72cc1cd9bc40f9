"""What the buttons of a piece's screen ask for, as edits; and what each of them does, in words."""

from collections.abc import Callable, Mapping
from posixpath import basename, splitext

from generator.app.editing.approvals import is_locked
from generator.app.editing.edit_kinds import (
    Approve,
    Correct,
    Edit,
    Rename,
    Reopen,
    ReplaceText,
    SetValue,
    Withdraw,
)
from generator.app.editing.renaming import place_of
from generator.catalogue import words
from generator.desk.acting import account, acting_name
from generator.model.person import Role
from generator.model.piece import Piece
from generator.vietnamese.slugs import slugify

Form = Mapping[str, str]

DONE = {
    "luu": "Saved.",
    "gui": "Sent for approval.",
    "duyet": "Approved: the text and the data are locked now.",
    "molai": "Open again: write below.",
    "rut": "Withdrawn: readers are told.",
    "dinh": "The correction is added: readers see it on the page and in the feeds.",
    "doiten": "Renamed: links, slot and pictures follow.",
    "moi": "A new draft. Write below, then save.",
    "word": "The draft holds what the document says; what could not come along is listed below.",
    "ghiam": "The recording is here, and the draft names it: listen to it, then save.",
    "tuword": "What was changed in Word is in the text now, and not saved yet: look, then save.",
    "nammoi": "The draft of a plan. What is still to be decided is listed below: answer it in the "
    "text, then remove the question.",
    "tao": "The programme is made.",
    "ngay": "The proposed days are written into the plan.",
    "phathanh": "Released: tell those who are named below, and send them their packs.",
    "hoso": "The pack is made.",
    "ghi": "Recorded as evidence. Another person than its sender verifies it.",
    "nhap": "The rows are recorded as evidence. Another person than their sender verifies them.",
    "xacminh": "Verified: it is counted as proved.",
    "rutmc": "Withdrawn: it counts no more, and stays here.",
    "lambc": "The report is made: its files are on the right.",
    "chotbc": "Frozen: these figures stay as they are.",
    "lai": "Taken back.",
    "ban": "The text and the fields of that version are here, and not saved yet: look, then save. "
    "Who approved or withdrew the piece stays as it is now.",
    "khong": "Nothing changes: it is so already.",
}
"""What a screen says of what was just done, by its word in the address."""


REFUSALS = {
    "luu": "Nothing was saved.",
    "gui": "The piece is not sent for approval yet.",
    "duyet": "The piece is not approved yet.",
    "molai": "The piece is not opened again.",
    "rut": "The piece is not withdrawn yet.",
    "dinh": "The correction is not added yet.",
    "doiten": "The piece is not renamed yet.",
}
"""What a screen says above the reasons why a button did nothing."""
QUESTIONS = {
    "gui": ("The piece is not sent for approval yet.", "Send it all the same"),
    "dinh": ("The correction is not added yet.", "Add it all the same"),
    "duyet": ("The piece is not approved yet.", "Approve"),
    "doiten": ("The piece is not renamed yet.", "Rename it all the same"),
    "rut": ("Withdraw “{title}”?", "Yes, withdraw it"),
}
"""What is asked before a button acts, and the button that answers it."""
ANSWER_LABELS = {
    "duyet": "Who approves",
    "rut": "Why, for the office only",
    "dinh": "What was wrong, and what is right",
    "doiten": "New name in the address",
}
"""The labels of what is to be typed for a button."""

ACTS = dict.fromkeys(("duyet", "molai", "rut", "dinh"), Role.APPROVES)
"""The buttons for which somebody has to answer; whoever writes has all others."""

_PLAIN: Mapping[str, Callable[[str], Edit]] = {
    "gui": lambda path: SetValue(path, "status", "ready"),
    "molai": Reopen,
}
_WORDED: Mapping[str, Callable[[str, str, Form], Edit]] = {
    "duyet": lambda path, name, form: Approve(path, name, _line(form, "so"), form.get("dau", "")),
    "rut": lambda path, why, form: Withdraw(path, why, _seal(form)),
    "dinh": lambda path, text, form: Correct(path, text, _seal(form)),
    "doiten": lambda path, name, form: Rename(path, slugify(name), _seal(form)),
}


def lacking(form: Form) -> str:
    """The label of what a button needs and nobody has typed; empty where nothing is lacking."""
    act = form.get("viec", "")
    label = "" if act == "duyet" and account() else ANSWER_LABELS.get(act, "")
    return label if label and not _line(form, "ten") else ""


def edit_of(path: str, form: Form) -> Edit | None:
    """What a button asks for; nothing of what no button of ours does.

    An account approves by its own name, whatever is typed.
    """
    asked, told = form.get("viec", ""), _line(form, "ten")
    if asked == "duyet":
        told = acting_name(told)
    if asked == "luu" and "text" in form:
        return ReplaceText(path, form["text"].replace("\r\n", "\n"))
    if asked in _PLAIN:
        return _PLAIN[asked](path)
    return _WORDED[asked](path, told, form) if asked in _WORDED and told else None


def _seal(form: Form) -> str | None:
    """What the screen showed, by its seal; who approves has to say it, all others may."""
    return form.get("dau") or None


def _line(form: Form, name: str) -> str:
    """What was typed as one line; nothing of what no line of text holds."""
    line = " ".join(form.get(name, "").split())
    return line if line.isprintable() else ""


def file_after(edit: Edit) -> str:
    """Where a piece lies once an edit is made."""
    if isinstance(edit, Rename):
        return place_of(edit.piece, edit.new)
    return getattr(edit, "piece", "")


def place_told(folder: str) -> dict[str, str]:
    """Where a new programme lies, as is said once it is made; nothing without a folder."""
    told = words("It lies in the folder {folder}.").format(folder=folder)
    return {"tao": told} if folder else {}


def name_told(path: str) -> dict[str, str]:
    """What a file is called, as it is said once it is renamed: seldom as somebody typed it."""
    told = words(
        "In its address it is called “{name}” now: small letters without marks, and hyphens."
    )
    return {"doiten": told.format(name=splitext(basename(path))[0])}


def offers(piece: Piece | None, path: str) -> frozenset[str]:
    """The buttons that a file has: what would be refused is not offered."""
    if piece is None:
        return frozenset({"doiten"} if path.startswith("content/") else ())
    if piece.status == "withdrawn":
        return frozenset({"molai", "doiten"})
    if piece.status == "approved" and not piece.is_example:
        again = {"molai"} if is_locked(piece) else set[str]()
        return frozenset({"rut", "dinh", "doiten", *again})
    if piece.status == "draft":
        return frozenset({"gui", "duyet", "doiten"})
    return frozenset({"duyet", "molai", "doiten"})


def refusal(act: str, title: str, *, asks: bool) -> dict[str, object]:
    """What is said above the reasons why a button did nothing; and what answers a question."""
    told, answer = QUESTIONS[act] if asks else (REFUSALS.get(act, ""), "")
    said = words(told or "Nothing was saved.").format(title=title)
    return {"asks": asks, "refusal": said, "answer": words(answer) if answer else ""}
