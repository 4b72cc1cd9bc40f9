"""A Markdown file to a piece; its medium is found out even where it is not written, or wrongly."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass, field, replace
from functools import cache

from generator.diagnostics import Diagnostic, Location, Rule
from generator.media import media
from generator.model.campaign import Campaign
from generator.model.piece import Piece
from generator.model.piece_form import literals_of
from generator.source.authored_keys import every_key, keys_of
from generator.source.document import Document
from generator.source.frontmatter import split
from generator.source.leads import lead_of_piece
from generator.source.mistakes import (
    MISSING_INSIDE,
    MISSING_KEY,
    line_of,
    misspelt_key,
    wrong_choice,
)
from generator.source.records import SWAPPED_VALUES, beside, read_record
from generator.source.replacement_lines import instead
from generator.source.words import meant_choice, meant_key
from generator.source.yaml_nodes import Mapping, Scalar, read_yaml
from generator.vietnamese.slugs import slugify

NOT_A_GROUP = Rule(
    "no-keys",
    "Here must be lines of the form “key: value”.",
    "Write key: value lines, as in the examples; loa new writes a file that is right.",
)
WRONG_MEDIUM = Rule(
    "medium-of-activity",
    "The activity “{activity}” is of the medium {expected}, but this piece is {medium}.",
    "Choose another activity of the plan, or another medium.",
)
MEDIUM_MEANT = WRONG_MEDIUM.with_hint(
    "The keys are those of the medium of the activity. Type:\n{typed}"
)


_DECIDING = frozenset({"id", "medium", "campaign", "activity", "status"})
"""Keys that decide how a file is read, or what is told of it."""


@dataclass(frozen=True, slots=True)
class ReadPiece:
    """A piece if it could be read, and all that is wrong with its file.

    `is_draft` says whether its status says, once and for all, that it is a draft.
    """

    piece: Piece | None
    findings: list[Diagnostic] = field(default_factory=list)
    is_draft: bool = False


def read_piece(source: Document, campaigns: Table[str, Campaign]) -> ReadPiece:
    """The piece of a file; `campaigns` are the plans that it may belong to, by id."""
    parts = split(source)
    if isinstance(parts, Diagnostic):
        return ReadPiece(None, [parts])
    node, found = read_yaml(source, parts.start, parts.stop)
    found = [*parts.findings, *found]
    if not isinstance(node, Mapping):
        last = min(1, len(source.lines) - 1)
        return ReadPiece(None, found or [NOT_A_GROUP.at(source.at(last))])
    head = _Head(source, node, campaigns)
    wrong = head.mended()
    node = head.node
    kind = media()[head.said("medium")].record
    piece, problems = read_record(kind, node, head.examples())
    if piece is None and not wrong and (other := head.as_planned(len(problems))):
        piece, problems = other
    if piece:
        piece.read_from(source.path, parts.body)
    rest = beside(found, [*wrong, *beside(wrong, problems)])
    return ReadPiece(piece, [*found, *rest], _says_draft(node))


class _Head:
    """The front matter of a piece, beside the plans."""

    def __init__(self, source: Document, node: Mapping, campaigns: Table[str, Campaign]) -> None:
        self.source, self.node, self.campaigns = source, node, campaigns
        self.misspelt: set[str] = set()

    def said(self, key: str) -> str:
        """The text of a key, or nothing."""
        return _text(self.node, key)

    def mended(self) -> list[Diagnostic]:
        """Put right what only the plans tell; what was wrong."""
        return [
            *self._renamed(),
            *self._exchanged(),
            *self._with_medium(),
            *self._with_status(),
        ]

    def _renamed(self) -> Iterator[Diagnostic]:
        """Keys by which all others are read, where they are misspelt: «Medium», «trạng thái»."""
        there = {key.text for key, _ in self.node.items}
        for key, value in self.node.items:
            meant = "" if key.text in every_key() else meant_key(key.text, _every_name())
            if meant in _DECIDING - there and isinstance(value, Scalar):
                self.misspelt.add(meant)
                known = media() if meant == "medium" else _literals(meant)
                told = misspelt_key(key.where, key.text, meant, value, known)
                yield told.about(lead_of_piece(meant))
                word = meant_choice(value.text, known) or value.text
                self.node = _with(self.node, meant, word, key.text)

    def _exchanged(self) -> Iterator[Diagnostic]:
        """An activity where the campaign belongs, and the other way round."""
        campaign, activity = self.said("campaign"), self.said("activity")
        named = self.campaigns.get(activity)
        if campaign in self.campaigns or not named or not _activity_of(named, campaign):
            return
        one, other = self._where("campaign"), self._where("activity")
        lines = {"typed": instead(one, activity), "typed_other": instead(other, campaign)}
        told = SWAPPED_VALUES.at(one, key="campaign", other="activity", **lines)
        yield told.about(lead_of_piece("campaign"))
        self.node = _with(_with(self.node, "campaign", activity), "activity", campaign)

    def _with_medium(self) -> Iterator[Diagnostic]:
        """The medium that is meant, where there is none, or none such."""
        said, known = self.said("medium"), list(media())
        if said in media():
            return
        meant = self._likely_medium(meant_choice(said, known))
        if said:
            told = wrong_choice(self._where("medium"), "medium", said, known, meant)
            yield told.about(lead_of_piece("medium"))
        else:
            yield from self._missing("medium", meant, line_of(self.node))
        self.node = _with(self.node, "medium", meant)

    def _likely_medium(self, said: str) -> str:
        """That of the activity, as it is called, or that of its keys: what fits most."""
        likely = [each for each in (self._planned(), said) if each]
        return min([*likely, self._of_its_keys()], key=self._misfits)

    def _misfits(self, medium: str) -> int:
        """How many keys there are that a medium does not know, or that it needs and that lack."""
        keys = {key.text for key, _ in self.node.items}
        fields = media()[medium].record.model_fields
        needs = {name for name, field in fields.items() if field.is_required()}
        return len(keys - fields.keys()) + len(needs - keys)

    def _with_status(self) -> Iterator[Diagnostic]:
        """Who approved it and when is written, but the line that says so is lost."""
        told = [v for k, v in self.node.items if k.text == "status" and not isinstance(v, Scalar)]
        if told or self.said("status"):
            return
        if self.said("approved_by") and self.said("approved_on"):
            yield from self._missing("status", "approved", self._where("approved_on"))
            self.node = _with(self.node, "status", "approved")

    def _missing(self, key: str, value: str, above: Location) -> Iterator[Diagnostic]:
        """A key that lacks its value, or that is not there at all; unless it is told already."""
        there = next((name.where for name, _ in self.node.items if name.text == key), None)
        if key in self.misspelt:
            return
        if there:
            told = MISSING_INSIDE.at(there, key=key, typed=f"{key}: {value}")
        else:
            told = MISSING_KEY.at(above, key=key, added=f"{key}: {value}")
        yield told.about(lead_of_piece(key))

    def _where(self, key: str) -> Location:
        return next((v.where for k, v in self.node.items if k.text == key), self.node.where)

    def as_planned(self, problems: int) -> tuple[Piece | None, list[Diagnostic]] | None:
        """The piece read as the medium of its activity, where that leaves fewer problems."""
        said, planned = self.said("medium"), self._planned()
        if not planned or planned == said:
            return None
        node = _with(self.node, "medium", planned)
        piece, left = read_record(media()[planned].record, node)
        if len(left) >= problems:
            return None
        where = self._where("medium")
        details = {"activity": self.said("activity"), "expected": planned, "medium": said}
        told = MEDIUM_MEANT.at(where, typed=instead(where, planned), **details)
        return piece, [told.about(lead_of_piece("medium")), *left]

    def examples(self) -> dict[str, str]:
        """What could stand at keys that are missing: an id of the file's name, a plan that is."""
        stem = self.source.path.rpartition("/")[2].partition(".")[0]
        campaign = self.campaigns.get(self.said("campaign")) or self._likely()
        activities = campaign.activities if campaign else ()
        medium = self.said("medium")
        activity = next((a.id for a in activities if a.medium == medium), "")
        found = {
            "id": slugify(stem),
            "activity": activity,
            "campaign": campaign and campaign.id,
            "file": self._picture(),
        }
        return {key: value for key, value in found.items() if value}

    def _picture(self) -> str:
        """The picture that it shows first, as it is written; or nothing."""
        groups = (v for _, v in self.node.items if isinstance(v, Mapping))
        return next((file for each in groups if (file := _text(each, "file"))), "")

    def _likely(self) -> Campaign | None:
        """The plan that has its activity, of its year if that is written; else the newest."""
        days = self.said("slot") + self.said("quarter") + self.said("publish_on")
        return max(
            self.campaigns.values(),
            key=lambda each: (
                _activity_of(each, self.said("activity")),
                str(each.period) in days,
                each.period,
                each.id,
            ),
            default=None,
        )

    def _planned(self) -> str:
        """The medium of the activity that it names, or nothing."""
        campaign = self.campaigns.get(self.said("campaign"))
        mine = [a for a in campaign.activities if a.id == self.said("activity")] if campaign else []
        return next((a.medium for a in mine if a.medium in media()), "") or ""

    def _of_its_keys(self) -> str:
        """The medium that its keys fit best."""
        return min(media(), key=self._misfits)


@cache
def _every_name() -> tuple[str, ...]:
    """The keys of all media."""
    return tuple(dict.fromkeys(key for each in media().values() for key in keys_of(each.record)))


def _literals(key: str) -> tuple[str, ...]:
    """The only values of a key of every piece, where they are few."""
    field = Piece.model_fields.get(key)
    return literals_of(field) if field else ()


def _with(node: Mapping, key: str, text: str, instead_of: str = "") -> Mapping:
    """The front matter with another value of a key, or that key instead of another."""
    old = instead_of or key
    where = next((v.where for k, v in node.items if k.text == old), node.where)
    rest = [(name, value) for name, value in node.items if name.text not in {key, old}]
    return replace(node, items=(*rest, (Scalar(key, where), Scalar(text, where))))


def _text(node: Mapping, key: str) -> str:
    found = (v.text for k, v in node.items if k.text == key and isinstance(v, Scalar))
    return next(found, "")


def _activity_of(campaign: Campaign, identity: str) -> bool:
    return any(activity.id == identity for activity in campaign.activities)


def _says_draft(node: Mapping) -> bool:
    """Whether front matter with mistakes still says, once and for all, that it is a draft."""
    said = [value for key, value in node.items if key.text == "status"]
    return [value.text if isinstance(value, Scalar) else "" for value in said] == ["draft"]
