"""What printed deliverables say whose pages lie between covers."""

from typing import ClassVar, Literal

from generator.model.fields import Code, Pages, Text
from generator.model.handed_out import HandedOut


class BoundPiece(HandedOut):
    """Bound piece: pages between covers; each section of its text is a chapter.

    `imprint_lines` are labels and what is said there.
    """

    form_keys: ClassVar = (
        *("title", "summary", "quarter", "topics", "size", "sources"),
        *("headline", "licence_number", "pages", "binding"),
    )
    counted_in: ClassVar = "cuốn"
    is_bound: ClassVar = True

    pages: Pages
    """Pages: how many lie between the covers, which are four more; they are divided by four.
    Example: 24
    Effect: what is printed, folded and bound; loa check tells a text that is longer."""
    binding: Literal["stapled", "glued"] = "stapled"
    """Binding: stapled through the fold (stapled), or glued at the spine (glued).
    Example: stapled
    Effect: whether the cover has a spine, and how the sheets for the press are laid out."""
    series: Text = ""
    """Series: what stands above the headline of the cover.
    Example: Chuyên san sản xuất sạch hơn
    Effect: on the cover."""
    drawings: tuple[Code, ...] = ()
    """Drawings of chapters: the name of a drawing of loa for each chapter, in their order.
    Example: [voi-va-xo, vong-sau]
    Effect: on the page on which the chapter begins."""
    answerable: Text = ""
    """Answerable: who answers for the publication: name and office.
    Example: Nguyễn Văn Mẫu, Giám đốc
    Effect: in the imprint; without it there is a line to write on."""
    editors: Text = ""
    """Editors: who edited it.
    Example: Trần Thị Mẫu
    Effect: in the imprint; without it there is a line to write on."""
    designers: Text = ""
    """Designers: who designed and drew it.
    Example: Lê Mẫu
    Effect: in the imprint; without it there is a line to write on."""
    printed_by: Text = ""
    """Printed by: name and address of the print shop.
    Example: Nhà in Mẫu, 1 đường Mẫu, phường Mẫu
    Effect: in the imprint; without it there is a line to write on."""
    deposit: Text = ""
    """Deposit: the quarter or month in which copies were deposited.
    Example: quý III năm 2021
    Effect: in the imprint; without it there is a line to write on."""

    @property
    def imprint_lines(self) -> tuple[tuple[str, str], ...]:
        """What the imprint says, and what nobody knows yet (Luật Xuất bản 2012, điều 27)."""
        run = f"{self.print_run} cuốn" if self.print_run else ""
        return (
            ("Chịu trách nhiệm xuất bản", self.answerable),
            ("Biên tập", self.editors),
            ("Trình bày, minh họa", self.designers),
            ("Giấy phép xuất bản", self.licence_line),
            ("Khuôn khổ", str(self.size)),
            ("Số lượng in", run),
            ("Cơ sở in", self.printed_by),
            ("Nộp lưu chiểu", self.deposit),
        )
