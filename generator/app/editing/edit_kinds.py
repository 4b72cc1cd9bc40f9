"""Edits as values: what a person wants changed, whoever asks, the desk or a command.

`piece` is the path of its file: a piece whose id is broken, or that of another, has one too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from generator.app.scaffold import PieceRequest
from generator.model.quarter import Quarter
from generator.source.entries import Value


@dataclass(frozen=True, slots=True)
class SetValue:
    """One key of a piece gets another value; with None it goes."""

    piece: str
    key: str
    value: Value


@dataclass(frozen=True, slots=True)
class ReplaceBody:
    """The text below the data becomes another; lines that are in both stay as they are saved."""

    piece: str
    text: str


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """A whole file becomes another text; lines that are in both stay as they are saved."""

    piece: str
    text: str


@dataclass(frozen=True, slots=True)
class NewPiece:
    """A draft for a line of the plan, in its next open slot."""

    request: PieceRequest


@dataclass(frozen=True, slots=True)
class NewPlan:
    """A draft of a plan for other years, copied from one that is there.

    `first` and `last` are its years; without an id it gets that of the other with the new years.
    """

    campaign: str
    first: int
    last: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class ImportWord:
    """A Word document of this name and these bytes becomes a draft, with its pictures."""

    request: PieceRequest
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ProposeSlots:
    """What a plan promises and has no day gets one, as a proposal."""

    campaign: str


@dataclass(frozen=True, slots=True)
class MoveSlot:
    """A slot, by the id that it or its piece has, is at another moment, or on another day.

    With `origin` only from where somebody has seen it, as `Slot.in_words` says it.
    """

    slot: str
    at: date | datetime
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class PlanSlot:
    """What a line of a plan promises, and has no slot for, gets one at a moment or on a day.

    With `planned` only while so much of it has a slot, as somebody has seen it.
    """

    campaign: str
    activity: str
    at: date | datetime
    planned: int | None = None


@dataclass(frozen=True, slots=True)
class ReleaseQuarter:
    """The timetable of a quarter is frozen, as partners are told it.

    With a `mark` only while it is what somebody has seen, as `ReleaseDraft.mark` says it.
    """

    campaign: str
    quarter: Quarter
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Approve:
    """Somebody approves a piece today; `number` is that of the paper by which it was done.

    With a `seal` only while its file is as somebody has seen it, by the seal of its bytes; so with
    all edits that have it.
    """

    piece: str
    by: str
    number: str = ""
    seal: str | None = None


@dataclass(frozen=True, slots=True)
class Withdraw:
    """A piece is withdrawn today; the reason stands as a remark beside the day."""

    piece: str
    reason: str
    seal: str | None = None


@dataclass(frozen=True, slots=True)
class Reopen:
    """A piece is being written again: whoever approved or withdrew it answers for it no more."""

    piece: str


@dataclass(frozen=True, slots=True)
class Correct:
    """Readers are told today what was wrong in a piece and what is right."""

    piece: str
    text: str
    seal: str | None = None


@dataclass(frozen=True, slots=True)
class Rename:
    """A piece gets another id, with its file, the links to it, its slot and its pictures."""

    piece: str
    new: str
    seal: str | None = None


@dataclass(frozen=True, slots=True)
class Attach:
    """A picture is put beside those of a piece."""

    piece: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class AddRecording:
    """The recording of a piece is put beside all others, under the name of the piece."""

    piece: str
    data: bytes


@dataclass(frozen=True, slots=True)
class AddEvidence:
    """Something of a plan was done, as a file of this name and these bytes shows.

    `values` are the keys of its record; without a name there is no file.
    """

    campaign: str
    values: Mapping[str, str | tuple[str, ...]]
    name: str = ""
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class ImportEvidence:
    """A table of somebody else's becomes evidence: the texts of files by their paths.

    That of the evidence is new.
    """

    name: str
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class VerifyEvidence:
    """Somebody else than its sender has looked at a piece of evidence today and found it right.

    With a `mark` only while it says what they have seen, as `Evidence.mark` tells it; so is it
    withdrawn.
    """

    evidence: str
    by: str
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class WithdrawEvidence:
    """A piece of evidence was found wrong today; the reason stands as a remark beside the day."""

    evidence: str
    reason: str
    mark: str | None = None


Edit = (
    SetValue
    | ReplaceBody
    | ReplaceText
    | NewPiece
    | NewPlan
    | ImportWord
    | ProposeSlots
    | MoveSlot
    | PlanSlot
    | ReleaseQuarter
    | Approve
    | Withdraw
    | Reopen
    | Correct
    | Rename
    | Attach
    | AddRecording
    | AddEvidence
    | ImportEvidence
    | VerifyEvidence
    | WithdrawEvidence
)
