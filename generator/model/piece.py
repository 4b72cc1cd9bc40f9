"""What is said: pieces of content, and deliverables, the pieces that fulfil a promise."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, ClassVar, Literal, cast

from pydantic import PrivateAttr

from generator.model.body import Body
from generator.model.fields import (
    Alias,
    Basis,
    Code,
    Day,
    Id,
    Label,
    Moment,
    QuarterRef,
    Ref,
    Slug,
    SourceRef,
    Text,
)
from generator.model.gap import Gap
from generator.model.placement import Placement
from generator.model.quarter import Quarter
from generator.model.record import Record
from generator.model.rights import Rights
from generator.vietnamese.person_names import is_example_name

Status = Literal["draft", "ready", "approved", "withdrawn"]
Language = Literal["vi", "en"]


class Correction(Record):
    """Correction: a dated correction that readers see."""

    on: Day
    """Day: the day on which the correction was made.
    Example: 20/6/2021
    Effect: the page shows the correction from this day on, the newest first."""
    text: Text
    """Words: what was wrong and what is right.
    Example: Bài ghi nhầm tên xưởng; tên đúng đã được sửa.
    Effect: on the page of the piece and in its entry of the feeds."""


class Picture(Record):
    """Picture: a picture of a piece."""

    file: Code
    """File: where the picture lies, below assets/.
    Example: assets/anh/ten-anh.jpg
    Effect: the site shows it in three sizes; loa check tells a file that is not there."""
    alt: Text
    """Words instead of the picture: what is seen in it, for those who do not see it.
    Example: Công nhân khóa vòi nước trong xưởng nhuộm
    Effect: screen readers say it; it appears where the picture cannot be loaded."""
    caption: Text = ""
    """Caption: the line below the picture.
    Example: Khóa vòi giữa ca là việc đầu tiên.
    Effect: below the picture on the page and in the story that a paper receives."""
    credit: Text = ""
    """Credit: who is named as the author of the picture.
    Example: Tổ biên tập
    Effect: below the picture on the page."""


class Piece(Record):
    """Piece: anything that an editor writes for the site."""

    read_keys: ClassVar[tuple[str, ...]] = ("title", "summary")  # whose values readers read
    form_keys: ClassVar[tuple[str, ...]] = (  # which its form asks for, in this order
        "title",
        "summary",
        "publish_on",
        "topics",
        "industry",
        "author",
        "sources",
    )

    id: Id
    """Id: the permanent name of the piece; nothing else has it.
    Example: phat-thanh-2021-2-1
    Effect: address of the page, names of files, entries of feeds and calendars hang on it; once
    published it is never changed."""
    medium: Id
    """Medium: what the piece is: radio, tv, newspaper, banner, panel, poster, leaflet, handbook,
    signboard, placard, slides, handout or article.
    Example: radio
    Effect: decides which keys the piece may have, its section on the site, and what is made of
    it."""
    title: Text
    """Title: what readers call the piece.
    Example: Cái vòi nước giữa giờ nghỉ trưa
    Effect: heading of the page, lists, feeds, calendar, search, and every paper of the pack."""
    summary: Text = ""
    """Summary: one or two sentences about what the piece says.
    Example: Khóa vòi giữa ca, xưởng bớt được tiền nước mà không phải mua thêm máy.
    Effect: below the title, in lists and feeds, and in what is shown of a link that somebody
    shares."""
    slug: Slug | None = None
    """Address: the last part of the page's address, where it is not to be the id.
    Example: cai-voi-nuoc
    Effect: address of the page; whoever changes it adds the old one to aliases."""
    aliases: tuple[Alias, ...] = ()
    """Former addresses: addresses under which the page was once found.
    Effect: whoever opens one of them is led to the page."""
    lang: Language = "vi"
    """Language: Vietnamese (vi) or English (en).
    Effect: the words around the text, how screen readers say it, and which rules of writing loa
    check looks at."""
    industry: Text = ""
    """Industry: the industry for which the piece is written.
    Example: dệt may
    Effect: the page of that industry lists the piece; the page of the piece leads there."""
    topics: tuple[Label, ...] = ()
    """Topics: what the piece is about, in a few words each.
    Example: [tiết kiệm nước, quản lý nội vi]
    Effect: each topic has a page that lists its pieces; pieces that share topics lead to each
    other."""
    status: Status = "draft"
    """Status: being written (draft), waiting for approval (ready), approved, or withdrawn.
    Example: approved
    Effect: only an approved piece is published and handed to partners; mistakes in a draft do not
    stop a build."""
    approved_by: Text = ""
    """Approver: the person or the office that approved the piece.
    Example: Tổ biên tập
    Effect: an approved piece must have it; named in scripts, slips and the papers of the pack.
    What begins with “Ví dụ” is no approval, and the papers say so."""
    approved_on: Day | None = None
    """Day of approval: the day on which the piece was approved.
    Example: 5/5/2021
    Effect: an approved piece must have it; stands beside the approver; a page without slot and
    publish_on is dated by it."""
    approval_number: Code = ""
    """Number of approval: the number of the paper by which the piece was approved.
    Example: 12/TB-BT
    Effect: beside the day of approval in scripts and slips, so that the paper can be found."""
    publish_on: Moment | None = None
    """Day of publication: the day or moment from which readers may see the piece.
    Example: 15/6/2021
    Effect: page, feeds, search and downloads show the piece no earlier; a deliverable with only a
    quarter needs it."""
    embargo: Moment | None = None
    """Embargo: the moment before which nobody outside may see the piece.
    Example: 11/5/2021 17:00
    Effect: the site waits for it, even if publish_on and slot have come."""
    revised_on: Day | None = None
    """Day of revision: the last day on which the content was changed after publication.
    Example: 20/6/2021
    Effect: the page says it, feeds put the piece at the top again, print files bear it."""
    withdrawn_on: Day | None = None
    """Day of withdrawal: the day on which a piece that readers had seen was withdrawn.
    Example: 1/7/2021
    Effect: feeds say that it is withdrawn; without this day they are silent."""
    author: Text = ""
    """Author: whoever wrote the piece.
    Example: Tổ biên tập
    Effect: named on the page of a deliverable, in feeds, and below the story that a paper
    receives."""
    basis: Basis | None = None
    """Basis: whether a source says slot and places (source) or we propose them (proposed).
    Example: proposed
    Effect: what is proposed bears “đề xuất” on pages, in calendars and in papers."""
    sources: tuple[SourceRef, ...] = ()
    """Sources: the documents or pages from which the piece has its figures.
    Example: [https://example.org/bao-cao]
    Effect: listed below the text; loa check holds every figure of the text against them."""
    picture: Picture | None = None
    """Picture: the picture that stands for the piece.
    Effect: above the text, in lists, and beside links that somebody shares; a paper receives it
    with the story."""
    drawing: Text = ""
    """Opening drawing: the name of one of those of the panels, for a piece without a picture.
    Example: den-va-nang
    Effect: large above the text, small on its card."""
    rights: tuple[Rights, ...] = ()
    """Rights in pictures: whose each picture of the piece is.
    Effect: the credit is shown below the picture; the pack has a paper on rights; without them loa
    check warns."""
    corrections: tuple[Correction, ...] = ()
    """Corrections: what was wrong in the piece and has been put right.
    Effect: stands on the page from its day on, and feeds tell of it."""
    to_fill: tuple[Gap, ...] = ()
    """To be filled: what only the office can add to the piece.
    Effect: listed in the checklist of the pack or in the run list of a printed piece; never on the
    site or in print."""

    _body: Body = PrivateAttr(default_factory=Body)
    _file: str = PrivateAttr(default="")

    @property
    def body(self) -> Body:
        """The Markdown below the front matter."""
        return cast("Body", self._read["_body"])

    @property
    def file(self) -> str:
        """The file it was read from, relative to the workspace."""
        return str(self._read["_file"])

    @property
    def _read(self) -> Mapping[str, Any]:
        """Private attributes: checks ask for them so often that pydantic's own way takes long."""
        return self.__pydantic_private__ or {}

    def read_from(self, file: str, body: Body) -> None:
        """Remember the file and the body; done once, by the reader."""
        self._file, self._body = file, body

    def rights_of(self, file: str) -> Rights | None:
        """What the piece says of the rights of a picture."""
        return next((rights for rights in self.rights if rights.file == file), None)

    @property
    def is_example(self) -> bool:
        """Whether `approved_by` only shows where a name goes: «Ví dụ», nobody has approved it."""
        return self.status == "approved" and is_example_name(self.approved_by)

    @property
    def address(self) -> str:
        """The last part of its address: `slug`, or else the id; never the title."""
        return self.slug or self.id

    @property
    def labels(self) -> tuple[str, ...]:
        """Its industry and its topics, each once."""
        return tuple(dict.fromkeys(label for label in (self.industry, *self.topics) if label))

    def texts(self) -> Iterable[str]:
        """Every text of the piece that a reader may see before its body."""
        return (self.title, self.summary)


class Deliverable(Piece):
    """Deliverable: one thing that a plan promised, in a slot or at places."""

    form_keys: ClassVar[tuple[str, ...]] = (
        "title",
        "summary",
        "slot",
        "quarter",
        "partner",
        "topics",
        "sources",
    )

    campaign: Ref
    """Plan: the id of the plan that the piece belongs to.
    Example: sxsh-2021
    Effect: the piece is counted in that plan; its page and calendars name the plan."""
    activity: Ref
    """Activity: the id of the line of the plan that the piece fulfils.
    Example: phat-thanh
    Effect: the piece is counted there: promised, planned, ready, published."""
    slot: Moment | None = None
    """Slot: the day, and the hour if there is one, on which it is aired, printed or hung.
    Example: 12/5/2021 06:30
    Effect: its line of the calendar; the page appears no earlier; stands above the slot of the
    plan."""
    quarter: QuarterRef | None = None
    """Quarter: the quarter, where the day is not known yet.
    Example: II/2021
    Effect: the calendar shows the piece over the whole quarter; publish_on says when the page
    appears."""
    partner: Ref | None = None
    """Partner: the id of the partner, where it is another than that of the activity.
    Example: dai-vi-du
    Effect: that partner receives the piece in its pack and in its calendar; the page names it."""
    placements: tuple[Placement, ...] = ()
    """Placements: where copies hang, and how many.
    Effect: listed on the page and in the run list; each place with a field of its own gets a print
    file."""

    @property
    def facts(self) -> Mapping[str, str]:
        """What its medium tells of it below its title: labels, which are msgids, and values."""
        return {}

    @property
    def units(self) -> int:
        """How much of the promised quantity it makes: the copies placed, or one."""
        return sum(placement.copies for placement in self.placements) or 1

    def quarter_in(self, year: int) -> Quarter | None:
        """Its quarter; a quarter without year is one of the campaign's year."""
        if self.slot is not None:
            return Quarter.of(day_of(self.slot))
        if self.quarter is None:
            return None
        return Quarter(self.quarter.year or year, self.quarter.number)


def day_of(moment: date | datetime) -> date:
    """The day of a moment, in Vietnam."""
    return moment.date() if isinstance(moment, datetime) else moment
