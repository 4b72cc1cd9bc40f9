"""A document of an office as values, in the parts that Decree 30/2020/NĐ-CP, Appendix I, names.

The same value becomes a Word document and a PDF. What only the office can give it, its number,
place and day, and who signs, is left blank.
"""

from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

from generator.catalogue import words
from generator.text.column_widths import breakable_rows

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PLACE = "……………, ngày …… tháng …… năm ………"
GREETING = "Kính gửi:"
RECIPIENTS = "Nơi nhận:"
ANNEX_OF = "(Kèm theo {kind} số ……………… ngày …… tháng …… năm ………)"
"""What stands below the name of an annex."""
NUMBER = "Số:          /BC-………"
"""Of a report."""
END = "./."
"""What the text of an administrative document ends with."""


@dataclass(frozen=True, slots=True)
class OfficialHead:
    """What stands above the text: the bodies, the number, and below it what a letter is about."""

    parent: str
    body: str
    number: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is «I.», 2 is «1.»."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; of a list it begins with «- »."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its head repeated on every page; `widths` in mm, `size` in points.

    Cells of the columns in `figures` stand on the right, as numbers do; counted from 0.
    """

    caption: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[int, ...] = ()
    size: float = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: shares of the plan between 0 and 1, and the figures in words."""

    name: str
    done: float
    proof: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars as shares of what the plan says; `text` tells whoever cannot see it what they show."""

    caption: str
    text: str
    keys: tuple[str, str, str]
    bars: tuple[Bar, ...]

    @property
    def data(self) -> dict[str, object]:
        """All of it for a template."""
        return asdict(self)


OfficialBlock: TypeAlias = Heading | Paragraph | Grid | Chart


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex, on pages of its own; a wide one lies across."""

    title: str
    subject: str
    blocks: tuple[OfficialBlock, ...]
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """A document with a name of its kind («BÁO CÁO»); `copies` are the lines of Nơi nhận."""

    head: OfficialHead
    kind: str
    subject: str
    to: str
    blocks: tuple[OfficialBlock, ...]
    copies: tuple[str, ...]
    annexes: tuple[Annex, ...] = ()

    @property
    def title(self) -> str:
        """What the file is called for those who open it."""
        return f"{self.kind} {self.subject}"

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Its charts, those of its annexes too."""
        parts = (self.blocks, *(annex.blocks for annex in self.annexes))
        return tuple(each for blocks in parts for each in blocks if isinstance(each, Chart))

    @property
    def data(self) -> dict[str, object]:
        """All of it for a template."""
        return {
            **fixed_parts(),
            "title": self.title,
            "parent": self.head.parent,
            "body_name": self.head.body,
            "number": self.head.number,
            "subject": "",
            "kind": self.kind,
            "about": self.subject,
            "to": self.to,
            "blocks": [_data(block) for block in self.blocks],
            "copies": self.copies,
            "annexes": [_annex(each) for each in self.annexes],
            "annex_of": self.annex_of,
        }

    @property
    def annex_of(self) -> str:
        """What an annex belongs to."""
        return ANNEX_OF.format(kind=self.kind.capitalize())


def fixed_parts() -> dict[str, str]:
    """What every document has, and the places that the office fills in."""
    return {
        "country": COUNTRY,
        "motto": MOTTO,
        "place": PLACE,
        "greeting": GREETING,
        "copies_head": RECIPIENTS,
        "power": words("POWER AND OFFICE OF WHO SIGNS"),
        "signature": words("(signature and seal)"),
        "name": words("Full name"),
    }


def _annex(annex: Annex) -> dict[str, object]:
    blocks = [_data(block) for block in annex.blocks]
    return {
        "title": annex.title,
        "subject": annex.subject,
        "wide": annex.is_wide,
        "blocks": blocks,
    }


def _data(block: OfficialBlock) -> dict[str, Any]:
    data = {"form": type(block).__name__.lower(), **asdict(block)}
    if isinstance(block, Grid):
        data["rows"] = list(breakable_rows(block.rows, block.widths, block.size))
    return data
