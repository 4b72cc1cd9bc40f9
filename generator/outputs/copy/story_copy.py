"""A story as its paper receives it: everything that its files say, as values."""

from dataclasses import dataclass
from datetime import datetime

from generator.catalogue import words
from generator.model.partner import Partner
from generator.model.plan_line import PlanLine
from generator.model.space import ANY_SPACE, Space
from generator.model.story import Story
from generator.model.workspace import Workspace
from generator.planning.agenda import line_of
from generator.planning.channels import space_of
from generator.planning.items import activity_of
from generator.planning.packs import Pack
from generator.press.originals import GREY_ENDING
from generator.text.approval_notice import approval_in_words
from generator.text.picture_use import PictureUse, pictures_of
from generator.vietnamese.dates import format_date, moment_in_words
from generator.vietnamese.slugs import slugify

_LONGEST_NAME = 36  # characters of a caption in the name of a file


@dataclass(frozen=True, slots=True)
class NamedPicture:
    """A picture of a story; its files are its stem with each ending, the first the one to print."""

    picture: PictureUse
    stem: str
    endings: tuple[str, ...]

    @property
    def files(self) -> list[str]:
        """The names of its files, after the address of the story."""
        return [self.stem + ending for ending in self.endings]


@dataclass(frozen=True, slots=True)
class Copy:
    """A story for a paper (bài gửi báo). `sender` answers for it; `when` is its slot in words.

    `not_before` is the moment before which the site does not show it, `sources` are documents and
    web addresses that its figures come from.
    """

    piece: Story
    paper: str
    sender: Partner | None
    plan: str
    when: str
    not_before: str
    space: Space
    pictures: tuple[NamedPicture, ...]
    sources: tuple[str, ...]

    @property
    def byline(self) -> str:
        """Who is named below it: the author, or else who sends it."""
        return self.piece.author or self.sent_by

    @property
    def sent_by(self) -> str:
        """The name of the sender when the piece was approved."""
        if self.sender is None:
            return ""
        day = self.piece.approved_on
        return self.sender.name_on(day).name if day else self.sender.names[0].name

    @property
    def is_approved(self) -> bool:
        """Whether somebody has approved it, which no example is."""
        piece = self.piece
        return piece.status == "approved" and bool(piece.approved_on) and not piece.is_example

    @property
    def status(self) -> str:
        """Whether it is approved, by whom and when."""
        if self.piece.status != "approved" or not self.piece.approved_on:
            return words("Not approved yet: not to be printed")
        return approval_in_words(self.piece)


def copy_of(
    workspace: Workspace, pack: Pack, line: PlanLine[Story], appears: datetime | None
) -> Copy:
    """The story of a line of a pack; `appears` is when the site shows it."""
    piece, campaign = line.piece, line.campaign
    activity = activity_of(campaign, piece.activity)
    space = space_of(workspace, activity, pack.partner.id) if activity else ANY_SPACE
    responsible = activity.responsible if activity else None
    return Copy(
        piece,
        pack.name.name,
        workspace.partners.get(responsible or campaign.owner or ""),
        campaign.title,
        line_of(workspace, line).timing,
        _moment(appears) if appears else "",
        space,
        tuple(_named(piece)),
        tuple(dict.fromkeys(_source(workspace, source) for source in piece.sources)),
    )


def _source(workspace: Workspace, source: str) -> str:
    """A document by its name, without the lines: our numbers of them say nothing to a desk."""
    document = workspace.documents.get(source.partition(":")[0])
    if document is None:
        return source
    day = format_date(document.date) if document.date else ""
    return ", ".join(filter(None, (document.title, document.issuer, day)))


def _moment(moment: datetime) -> str:
    """«11/5/2021», with the hour where it is not midnight."""
    has_hour = moment.hour or moment.minute
    return moment_in_words(moment if has_hour else moment.date())


def _named(piece: Story) -> list[NamedPicture]:
    found = []
    for number, picture in enumerate(pictures_of(piece), 1):
        said = slugify(picture.words or picture.alt)
        short = said if len(said) <= _LONGEST_NAME else said[: _LONGEST_NAME + 1].rpartition("-")[0]
        stem = f"-hinh-{number}-{short}".rstrip("-")
        found.append(NamedPicture(picture, stem, endings_of(picture)))
    return found


def endings_of(picture: PictureUse) -> tuple[str, ...]:
    """The kinds of files of a picture: of a drawing as vectors too, in inks and in grey."""
    if picture.is_drawn:
        return (".png", ".pdf", GREY_ENDING)
    return (".png",) if picture.file.casefold().endswith(".png") else (".jpg",)
