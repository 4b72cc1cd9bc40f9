"""Speed and size of print: `python bench/print.py [--only banners|tiff|panel|paper|wall …]`.

Asserts nothing. Everything is made from test data, on two processes. WeasyPrint is measured in the
part `plan`, in the same run, where it is installed: on a sample (`--sample`), whose time is scaled
to the whole plan; the table says so.
"""

import argparse
import json
import multiprocessing
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from functools import cache, partial
from importlib import resources
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pypdfium2
import yaml
from measure import table

from generator.adapters.typesetter import TypstTypesetter
from generator.app.check import check
from generator.cli.world import world
from generator.media.handbook import Handbook, artwork
from generator.model.artwork import Artwork, Imprint
from generator.model.body import Body as Content
from generator.model.brand import Brand
from generator.model.palette import colours_of
from generator.model.printer import ANY_PAPER_PRINTER, Printer
from generator.model.quarter import Quarter
from generator.model.sizes import Size
from generator.outputs import Context
from generator.outputs.wall import TEMPLATE as WALL
from generator.outputs.wall.quarter_sheet import QuarterSheet
from generator.press.binding import with_book
from generator.press.folds import sides_of
from generator.press.intent import Intent
from generator.press.job import qr_rows
from generator.press.making import PressTask, make
from generator.press.metadata import Facts
from generator.press.office import set_sheet
from generator.press.order import Order
from generator.press.plates import cmyk_tiff
from generator.press.proof_pictures import PROOF_WIDTH
from generator.press.setting import delivery
from generator.text.presentation import Deck, pptx_bytes
from generator.vietnamese.dates import HANOI

ICC = Path(__file__).parents[1] / "assets" / "icc" / "FOGRA39-derived.icc"
EXAMPLE = (ICC.parents[2] / "tests/examples/tiny/assets/brand.yml").read_text("utf-8")
BRAND = Brand.model_validate(yaml.load(EXAMPLE, yaml.BaseLoader))  # noqa: S506 - as text
PALETTE, COLOURS = BRAND.palette, colours_of(BRAND)
PACKS = ICC.parents[2] / "tests/examples/packs"
BANNER = Size(6000, 800)
HEAD = ("part", "work", "seconds", "cpu seconds", "MiB", "goal on two idle cores")
Row = tuple[object, ...]
Job = tuple[Order, frozenset[str]]


def order(template: str, size: Size, number: int) -> Order:
    """An order of test data, distinct by its number."""
    words = (f"Thử nước sạch số {number} | Giữ lợi nhuận cho xưởng",)
    slot = "slogan" if template.startswith("banner") else "headline"
    artwork = Artwork(
        piece=f"mau-{number}",
        template=template,
        trim=size,
        texts=((slot, words[0]), ("body", "Cơ quan mẫu"), ("address", "Số 1 đường Mẫu")),
        title=f"Bản thử {number}",
        viewed_from=3_000 if template.startswith(("poster", "signboard")) else 10_000,
        capitals=template.startswith("banner"),
        link=f"https://example.org/mau-{number}/",
        illustration="" if template.endswith("-words") else "vong-nuoc",
    )
    return Order(
        name=f"mau-{number}",
        artwork=artwork,
        printer=Printer(id="mau", name="Mẫu"),
        facts=Facts("Bản thử", "Mẫu", date(2021, 4, 1)),
        palette=PALETTE,
        family="Be Vietnam Pro",
        intent=Intent("FOGRA39", "Test", ICC.read_bytes()),
    )


def leaflet(number: int) -> tuple[Order, ...]:
    """Both sides of a leaflet full of text, distinct by its number."""
    text = "1. Đặt xô hứng trọn dòng rò, bấm giờ.\n2. Đầy đến vạch thì dừng, lấy số ở giữa."
    leaves = [(f"heading-{at}", f"Tìm {number}: | đặt xô, bấm giờ") for at in range(1, 5)]
    leaves += [("heading-5", "Đo lại"), *((f"text-{at}", text) for at in range(1, 6))]
    base = order("leaflet-scene", Size(297, 210), number)
    texts = (("headline", "Rò ở đâu, | buộc dây"), *base.artwork.texts[1:], *leaves)
    shown = {"illustration": "day-mau", "bleed": 3.0, "safe": 5.0, "viewed_from": 500.0}
    sheet = replace(base.artwork, texts=texts, **shown)
    printer = Printer.model_validate({"id": "mau", "name": "Mẫu", "bleed": "3 mm", "slug": "14 mm"})
    printer = printer.model_copy(update={"safe": 5.0})
    return tuple(replace(base, artwork=side, printer=printer) for side in sides_of(sheet))


def booklet() -> tuple[Order, Order]:
    """Cover and pages of a booklet of 24 pages, of the length of ours."""
    text = (ICC.parents[2] / "content/chuyen-san/chuyen-san-2021-1.md").read_text("utf-8")
    body = text.split("---\n", 2)[2].partition("## Bốn tờ phiếu")[0]
    said = {"campaign": "x", "activity": "x", "title": "Thử", "headline": "Có đo | mới biết"}
    said |= {"id": "thu", "medium": "handbook", "size": "A5", "pages": "24"}
    piece = Handbook.model_validate(said | {"illustration": "can-va-dong-ho"})
    piece.read_from("content/thu.md", Content(body, "content/thu.md", 12, body))
    base = order("banner-words", BANNER, 0)
    imprint = Imprint("Mẫu", "Cơ quan mẫu", "Số 1 đường Mẫu", "", base.artwork.link)
    flat = replace(artwork(piece, imprint), bleed=3.0, safe=5.0, template="handbook-plain")
    printer = ANY_PAPER_PRINTER
    cover, pages = (
        replace(base, artwork=side, printer=printer)
        for side in sides_of(with_book(flat, piece, printer))
    )
    return cover, replace(pages, cover=cover)


@cache
def typesetter() -> TypstTypesetter:
    """One for each process."""
    return TypstTypesetter(Path(tempfile.mkdtemp()) / "typst")


def one(job: Job) -> int:
    """Make one order, preflight included; give the bytes that came out."""
    made = make(PressTask(job[0], typesetter(), job[1]))
    if made.errors:
        sys.exit(str(made.errors))
    return sum(map(len, made.files.values()))


def bare(job: Job) -> int:
    """The PDF for the print shop alone."""
    ordered = job[0]
    drawn = typesetter().pdf(ordered.artwork.template, {"job": ordered.job})
    return len(delivery(ordered, drawn, typesetter()))


def tiff(job: tuple[Order, int]) -> tuple[float, float, int, float]:
    """Seconds, CPU seconds, peak MiB and MB written of one TIFF, in a process of its own."""
    ordered, dpi = job
    pdf = make(PressTask(ordered, typesetter(), frozenset({"pdf"}))).files["pdf"]
    began, worked = time.perf_counter(), time.process_time()
    size = sum(map(len, cmyk_tiff(pdf, ordered.sheet, dpi, ICC.read_bytes())))
    seconds, cpu = time.perf_counter() - began, time.process_time() - worked
    return seconds, cpu, _peak(), size / 1e6


def weasy(number: int) -> int:
    """The same banner by WeasyPrint, PDF in RGB and proof: field, ring, emblem, type, QR code."""
    from weasyprint import HTML  # noqa: PLC0415 - only where it is installed

    font = resources.files("fontpkg_be_vietnam_pro") / "files"
    faces = "".join(
        f"@font-face{{font-family:B;font-weight:{weight};src:url(file://{font}/{name}.ttf)}}"
        for weight, name in ((800, "BeVietnamPro-ExtraBold"), (700, "BeVietnamPro-Bold"))
    )
    rows = qr_rows(f"https://example.org/mau-{number}/")
    code = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, bit in enumerate(row) if bit == "1"
    )
    emblem = (ICC.parents[1] / "brand" / "emblem.svg").read_text("utf-8")
    page = (
        f"<style>{faces}@page{{size:604mm 84mm;margin:0;background:#0b6b4b}}"
        "body{margin:0;color:#fff;font:800 20mm B}div{position:absolute}</style>"
        f"<div style='left:12mm;top:12mm;width:30mm'>{emblem}</div>"
        f"<div style='right:-20mm;top:-40mm;width:156mm'>{emblem}</div>"
        f"<div style='left:92mm;top:10mm'>THỬ NƯỚC SẠCH SỐ {number}<br>GIỮ LỢI NHUẬN</div>"
        "<div style='left:12mm;top:52mm;font:700 5mm B'>Cơ quan mẫu<br>Số 1 đường Mẫu</div>"
        f"<div style='right:28mm;top:24mm;width:31mm;background:#fff'>"
        f"<svg viewBox='-4 -4 {len(rows) + 8} {len(rows) + 8}'><path d='{code}'/></svg></div>"
    )
    pdf = HTML(string=page).write_pdf() or b""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=PROOF_WIDTH / document[0].get_width()).to_pil()
    picture.save(BytesIO(), "PNG")
    return len(pdf)


def _costs(work: Callable[..., object], job: object) -> tuple[float, int]:
    """CPU seconds of one job, and the peak MiB of its process so far."""
    worked = time.process_time()
    work(job)
    return time.process_time() - worked, _peak()


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def pooled(work: Callable[..., object], jobs: Sequence[object]) -> tuple[float, float, int]:
    """Wall seconds, CPU seconds and peak MiB of all jobs on two processes that are warm."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn) as pool:
        list(pool.map(work, jobs[:2]))  # programs and fonts are read
        began = time.perf_counter()
        costs = list(pool.map(partial(_costs, work), jobs))
        seconds = time.perf_counter() - began
    return seconds, sum(cpu for cpu, _ in costs), max(peak for _, peak in costs)


def _banners(count: int) -> list[Job]:
    return [(order("banner-words", BANNER, n), frozenset({"pdf"})) for n in range(count)]


def banners(asked: argparse.Namespace) -> Iterator[Row]:
    """Distinct banner PDFs, and the same with preflight."""
    jobs = _banners(asked.count)
    yield (f"{asked.count} banner PDFs", *pooled(bare, jobs), "15 s for 400")
    yield (f"{asked.count} banner PDFs, preflight included", *pooled(one, jobs), "–")


def _one_tiff(template: str, size: Size, dpi: int, goal: str) -> Row:
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as pool:
        job = (order(template, size, 0), dpi)
        seconds, cpu, memory, written = pool.submit(tiff, job).result()
    return f"TIFF {size}, {dpi} dpi, {written:.1f} MB", seconds, cpu, memory, goal


def banner_tiff(_: argparse.Namespace) -> Iterator[Row]:
    """A banner as TIFF."""
    yield _one_tiff("banner-words", BANNER, 100, "3.5 s, 260 MB")


def panel_tiff(_: argparse.Namespace) -> Iterator[Row]:
    """The largest usual panel as TIFF."""
    yield _one_tiff("panel-beside", Size(12000, 6000), 72, "60 s, 500 MB")


def paper(_: argparse.Namespace) -> Iterator[Row]:
    """A poster, a signboard, a leaflet and a booklet, for the print shop with preflight, proof."""
    for template, size in (
        ("poster-picture", Size(420, 594)),
        ("signboard-picture", Size(1200, 800)),
    ):
        made = [(order(template, size, n), frozenset({"pdf", "proof"})) for n in range(20)]
        seconds, cpu, memory = pooled(one, made)
        yield (f"{template} {size}, preflight, proof", seconds / 20, cpu / 20, memory, "0.5 s")
    sheets = [leaflet(number) for number in range(20)]
    made = [(side, frozenset({"pdf", "proof"})) for sheet in sheets for side in sheet]
    seconds, cpu, memory = pooled(one, made)
    yield ("leaflet, both sides, preflight, proof", seconds / 20, cpu / 20, memory, "0.5 s")
    made = [(booklet()[0], frozenset({"pdf", "proof"}))]
    made += [(booklet()[1], frozenset({"pdf", "imposed", "plain", "proof"}))]
    pooled(one, made)  # so that no process begins
    seconds, cpu, memory = pooled(one, made)
    yield ("booklet of 24 pages, all files, preflight, proof", seconds, cpu, memory, "3 s")


def sheet(data: str) -> int:
    """A wall calendar, front and back."""
    return len(set_sheet((typesetter(), WALL.name, {WALL.key: data})))


def wall(_: argparse.Namespace) -> Iterator[Row]:
    """The calendar of a quarter to hang on a wall."""
    here = world(Path(shutil.copytree(PACKS, Path(tempfile.mkdtemp()) / "packs")))
    checked = check(here.files, datetime(2021, 6, 1, tzinfo=HANOI))
    context = Context(checked.plan, checked.links, here.typesetter, here.workers, {})
    brand = checked.plan.workspace.brand
    if brand is None:
        sys.exit("the example has no brand")
    laid, began = [], time.process_time()
    for number in range(20):
        content = QuarterSheet(context, Quarter(2021 + number // 4, number % 4 + 1), brand).data()
        laid.append(json.dumps(content, ensure_ascii=False))
    out = (time.process_time() - began) / 20
    seconds, cpu, memory = pooled(sheet, laid)
    yield ("wall calendar A3, laid out, set", out + seconds / 20, out + cpu / 20, memory, "0.5 s")


SLIDE = """\
## Việc thứ {number}

- Ghi số nước đầu ca và cuối ca trong một tuần
- Cân phế liệu của một công đoạn, tính trên số hàng làm ra
- Chọn một việc không tốn tiền, ghi rõ ai làm, ngày nào xong

> Hỏi lớp trước khi trả lời: tháng nhiều hàng thì điện nhiều, chưa chắc đã hao.

"""


def deck(number: int) -> int:
    """A presentation of 32 slides, distinct by its number."""
    text = "".join(SLIDE.format(number=32 * number + each) for each in range(31))
    return len(pptx_bytes(Deck(f"Bài {number}", "Ba mươi hai trang", text, COLOURS)))


def slides(_: argparse.Namespace) -> Iterator[Row]:
    """A presentation of 32 slides with notes."""
    seconds, cpu, memory = pooled(deck, range(20))
    yield ("32 slides with notes", seconds / 20, cpu / 20, memory, "2 s")


def plan(asked: argparse.Namespace) -> Iterator[Row]:
    """The plan of 2022, 400 banners and 11 panels, against WeasyPrint."""
    panels = [order("panel-beside", Size(3000, 2000), n) for n in range(11)]
    pieces = [*(each for each, _ in _banners(asked.count)), *panels]
    jobs = [(each, frozenset({"pdf", "proof"})) for each in pieces]
    alone, ours = pooled(bare, jobs), pooled(one, jobs)
    yield (f"{len(pieces)} pieces: PDF", *alone, "–")
    yield (f"{len(pieces)} pieces: PDF, preflight, proof", *ours, "–")
    if find_spec("weasyprint") is None:
        yield ("WeasyPrint is not installed: pip install weasyprint", "–", "–", "–", "–")
        return
    seconds, cpu, memory = pooled(weasy, range(asked.sample))
    share = len(pieces) / asked.sample
    theirs = (seconds * share, cpu * share)
    name = f"WeasyPrint: PDF in RGB, proof, scaled from {asked.sample} banners"
    yield (name, *theirs, memory, "–")
    for what, (wall, work, _) in (("PDF", alone), ("PDF, preflight, proof", ours)):
        yield (f"ratio WeasyPrint / loa ({what})", theirs[0] / wall, theirs[1] / work, "–", "–")


def turns(asked: argparse.Namespace) -> Iterator[Row]:
    """Ours and WeasyPrint's in turns, so that both meet the same machine: what the ratio is of."""
    panels = 11 * asked.sample / 400  # as many as in the plan
    pieces = [order("banner-words", BANNER, n) for n in range(asked.sample)]
    pieces += [order("panel-beside", Size(3000, 2000), n) for n in range(round(panels))]
    for warm in (_turn(pieces[0], 0), _turn(pieces[-1], 1)):
        list(warm)
    found = [tuple(_turn(each, 1000 + n)) for n, each in enumerate(pieces)]
    ours, theirs = (sum(cpu) for cpu in zip(*found, strict=True))
    for name, cpu in (("loa", ours), ("WeasyPrint", theirs)):
        yield (f"{name}, {len(pieces)} pieces in turns", "–", cpu, _peak(), "–")
    yield ("ratio loa / WeasyPrint in turns", "–", ours / theirs, "–", "–")


def _turn(piece: Order, number: int) -> Iterator[float]:
    """CPU seconds of one of ours, then of one of theirs, whose code nobody has made before."""
    yield _costs(one, (piece, frozenset({"pdf", "proof"})))[0]
    yield _costs(weasy, number)[0]


PARTS = {
    "banners": banners,
    "tiff": banner_tiff,
    "panel": panel_tiff,
    "paper": paper,
    "wall": wall,
    "slides": slides,
    "plan": plan,
    "turns": turns,
}


def main() -> None:
    """Measure the parts that are asked for, and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=PARTS, nargs="+", default=[*PARTS])
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--sample", type=int, default=40)
    asked = parser.parse_args()
    rows = []
    for name in asked.only:
        print(f"{name} …", file=sys.stderr)
        rows += [(name, *row) for row in PARTS[name](asked)]
    table(HEAD, rows)


if __name__ == "__main__":
    main()
