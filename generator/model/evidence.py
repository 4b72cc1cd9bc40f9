"""Evidence (minh chứng): what shows that something of the plan was done, by whom it was sent."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, PrivateAttr, WithJsonSchema

from generator.model.amount import Amount
from generator.model.artifact import digest_of
from generator.model.fields import Code, Day, Id, Moment, Money, PrintedAmount, Ref
from generator.model.record import Record


def as_list(value: object) -> object:
    """What stands alone as the only one of a list."""
    return (value,) if isinstance(value, str) else value


EvidenceKind = Literal[
    "aired",
    "clipping",
    "photograph",
    "attendance",
    "delivery",
    "acceptance",
    "unit-report",
    "contract",
    "invoice",
    "payment",
    "document",
]
EvidenceStage = Literal["printed", "delivered", "hung", "done", "taken_down"]
_FINGERPRINT = re.compile("[0-9a-f]{64}")
_NAMES = {"type": ["string", "array"], "items": {"type": "string"}, "minItems": 1}
OneOrMore = Annotated[
    tuple[Ref, ...], BeforeValidator(as_list), Field(min_length=1), WithJsonSchema(_NAMES)
]
"""Ids in a list; one alone may stand without its brackets."""
OF_MONEY = frozenset({"contract", "invoice", "payment"})
"""Kinds that tell what something costs, and nothing of whether it was done."""
DONE_STAGES = frozenset({"hung", "done"})
"""What is printed is not handed out, what is handed out is not seen; what was taken down again is
told by the evidence of its hanging."""


class Evidence(Record):
    """Evidence: what shows that something of the plan was done."""

    is_one_of_several: ClassVar = True

    id: Id
    """Id: the permanent name of the piece of evidence.
    Example: mc-2021-0007
    Effect: loa evidence verify and withdraw name it; the report lists it by it."""
    kind: EvidenceKind
    """Kind: what sort of evidence it is.
    Example: aired
    Effect: several of one kind are added up; of several kinds for one thing only one counts."""
    of: OneOrMore
    """Of: what it proves: the id of a piece, of a slot or of an activity; piece/place for one
    place.
    Example: [phat-thanh-2021-2-1]
    Effect: what is counted as done."""
    stage: EvidenceStage = "done"
    """Stage: how far it was then: printed, delivered, hung, done or taken down again.
    Example: done
    Effect: only what is hung or done is counted as done."""
    on: Moment
    """Day: when what it shows was done, with the hour if it is known.
    Example: 12/5/2021 06:30
    Effect: the quarter in which it is counted."""
    measures: tuple[PrintedAmount, ...] = ()
    """Measures: how much of what it shows, each as the source has it.
    Example: [1 chương trình, 7 phút]
    Effect: what has the unit of the plan is counted, with its “trên” and “khoảng”."""
    file: Code = ""
    """File: the file that shows it, in the folder of this one.
    Example: phieu-phat-song-12-5.pdf
    Effect: without it nothing is proved; no result that others see ever holds it."""
    digest: Code = ""
    """Fingerprint: the SHA-256 of the file; loa evidence add writes it.
    Example: dau-vi-du
    Effect: loa check tells a file that was changed since."""
    size: Code = ""
    """Size: how many bytes the file has; loa evidence add writes it.
    Example: 48213
    Effect: loa check tells a file that was changed since."""
    received_from: Code = ""
    """Received from: who sent it: the id of a partner, or a name.
    Example: dai-vi-du
    Effect: somebody else has to verify it; kept in the file only."""
    recorded_by: Code = ""
    """Recorded by: the account that recorded it at the desk of an office.
    Example: Nguyễn Văn An
    Effect: somebody else has to verify it; kept in the file only."""
    verified_by: Code = ""
    """Verified by: who looked at the file and found it right, another one than who sent it.
    Example: Tổ thư ký
    Effect: from then on it is counted as proved."""
    verified_on: Day | None = None
    """Verified on: the day on which that was.
    Example: 20/5/2021
    Effect: kept in the file, for whoever checks it."""
    amount: Money | None = None
    """Amount: of a contract, an invoice or a payment.
    Example: 12.500.000 đồng
    Effect: held against the budget in loa status; never in what others see."""
    withdrawn_on: Day | None = None
    """Withdrawn on: the day on which it was found wrong.
    Example: 2/6/2021
    Effect: from that day on it counts no more, and stays in the file."""
    replaces: Ref | None = None
    """Replaces: the id of the withdrawn one that it stands for.
    Example: mc-2021-0003
    Effect: kept in the file, for whoever checks it."""
    note: Code = ""
    """Note: what whoever edits this file should know.
    Example: Phiếu ghi thiếu giờ phát.
    Effect: kept in the file only."""

    _campaign: str = PrivateAttr(default="")
    _index: int | None = PrivateAttr(default=None)
    _file: str = PrivateAttr(default="")

    def read_from(self, campaign: str, index: int | None, file: str = "") -> None:
        """Remember the plan, the file and the place in it; done once, by the reader."""
        self._campaign, self._index, self._file = campaign, index, file

    @property
    def mark(self) -> str:
        """Tells what it says from what it said when somebody looked."""
        return digest_of(self.model_dump_json())

    @property
    def campaign(self) -> str:
        """The id of the plan, which is the name of the folder that it lies in."""
        return self._campaign

    @property
    def record_file(self) -> str:
        """The file it was read from, relative to the workspace."""
        return self._file

    @property
    def index(self) -> int | None:
        """Its number in the list of its file, counted from 0; None where it stands alone."""
        return self._index

    @property
    def attachment(self) -> str:
        """The path of its file, relative to the workspace; nothing where it has none."""
        return f"{self.record_file.rpartition('/')[0]}/{self.file}" if self.file else ""

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was found wrong."""
        return self.withdrawn_on is not None

    def is_withdrawn_by(self, day: date) -> bool:
        """Whether it was found wrong on a day or before."""
        return self.withdrawn_on is not None and self.withdrawn_on <= day


def texts_of(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Every text of a record that people type, with its key, whatever field comes later.

    A fingerprint is no such text.
    """
    for key, value in vars(evidence).items():
        for each in value if isinstance(value, tuple) else (value,):
            text = str(each) if isinstance(each, (str, Amount)) else ""
            if text and not _FINGERPRINT.fullmatch(text):
                yield key, text
