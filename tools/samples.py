"""Every default print template with the hardest letters of Vietnamese, used by a piece or not.

The words are test data; the brand is that of the workspace in which the tool runs.
"""

from datetime import UTC, datetime
from pathlib import Path

from generator.adapters.files import FolderFiles
from generator.adapters.typesetter import TypstTypesetter
from generator.app.check import check
from generator.model.artwork import Artwork
from generator.model.printer import ANY_PRINTER
from generator.model.sizes import Size
from generator.press.metadata import Facts
from generator.press.order import Order
from generator.press.setting import delivery

LETTERS = "Ỗ Ẫ Ệ Ở ặ, bỗ ngẫm hệ nở chặt"
SHAPES = (
    ("banner-words", Size(6000, 800)),
    ("banner-words", Size(800, 2500)),
    ("panel-beside", Size(3000, 2000)),
    ("panel-words", Size(3000, 2000)),
    ("panel-words", Size(2000, 3000)),
)


def samples(folder: Path) -> Path:
    """Write a PDF of each template and shape into `folder`, and give it back."""
    folder.mkdir(parents=True, exist_ok=True)
    brand = check(FolderFiles(Path()), datetime(2021, 1, 1, tzinfo=UTC)).plan.workspace.brand
    if brand is None:
        return folder
    typesetter = TypstTypesetter(folder / "typst", Path("assets/print"))
    for template, size in SHAPES:
        artwork = _artwork(template, size)
        facts = Facts("Chữ thử", "Chữ thử", datetime(2021, 1, 1, tzinfo=UTC).date())
        order = Order(template, artwork, ANY_PRINTER, facts, brand.palette, brand.type.family)
        drawn = typesetter.pdf(template, {"job": order.job})
        target = folder / f"khuon-{template}-{size.slug}.pdf"
        target.write_bytes(delivery(order, drawn, typesetter))
    return folder


def _artwork(template: str, size: Size) -> Artwork:
    illustrated = template == "panel-beside"
    return Artwork(
        piece="chu-thu",
        template=template,
        trim=size,
        texts=(
            ("headline" if illustrated else "slogan", LETTERS),
            ("fact", "Chữ thử, không phải nội dung: ỗ, ẫ, ệ, ở, ặ." if "panel" in template else ""),
            ("body", "Cơ quan thử | Chữ thử"),
            ("address", "Địa chỉ thử"),
            ("contact", "example.org"),
        ),
        title="Chữ thử",
        viewed_from=10_000,
        capitals="banner" in template,
        link="https://example.org/",
        illustration="vong-nuoc" if illustrated else "",
    )
