"""Speed and size of print: `python bench/print.py [--count 400] [--sample 40]`. Asserts nothing.

Everything is made from test data. WeasyPrint is measured beside it where it is installed: on a
sample, whose time is scaled to the whole plan; the table says so.
"""

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

from generator.adapters.typesetter import TypstTypesetter
from generator.model.artwork import Artwork
from generator.model.printer import Printer
from generator.model.sizes import Size
from generator.press.intent import Intent
from generator.press.job import qr_rows
from generator.press.making import Task, delivery, make
from generator.press.metadata import Facts
from generator.press.order import Order
from generator.press.plates import cmyk_tiff

ICC = Path(__file__).parents[1] / "assets" / "icc" / "FOGRA39-derived.icc"
PALETTE = {
    "la": (90, 25, 75, 35),
    "mam": (60, 0, 95, 5),
    "nang": (0, 32, 90, 2),
    "nuoc": (85, 48, 8, 8),
    "dat": (15, 72, 90, 15),
    "muc": (0, 0, 0, 100),
    "giay": (0, 0, 4, 0),
}
BANNER = Size(6000, 800)


def order(template: str, size: Size, number: int) -> Order:
    """An order of test data, distinct by its number."""
    words = (f"Thử nước sạch số {number} | Giữ lợi nhuận cho xưởng",)
    slot = "headline" if template == "panel-illustrated" else "slogan"
    artwork = Artwork(
        piece=f"mau-{number}",
        template=template,
        trim=size,
        texts=((slot, words[0]), ("body", "Cơ quan mẫu"), ("address", "Số 1 đường Mẫu")),
        title=f"Bản thử {number}",
        letter=40,
        capitals=template.startswith("banner"),
        link=f"https://example.org/mau-{number}/",
        illustration="vong-nuoc" if template == "panel-illustrated" else "",
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


@cache
def typesetter() -> TypstTypesetter:
    """One for each process."""
    return TypstTypesetter(Path(tempfile.mkdtemp()) / "typst")


def one(job: tuple[Order, frozenset[str]]) -> int:
    """Make one order; give the bytes that came out."""
    made = make(Task(job[0], typesetter(), job[1]))
    if made.errors:
        sys.exit(str(made.errors))
    return sum(map(len, made.files.values()))


def bare(ordered: Order) -> int:
    """The PDF for the print shop alone."""
    drawn = typesetter().pdf(ordered.artwork.template, {"job": ordered.job})
    return len(delivery(ordered, drawn, typesetter()))


def tiff(job: tuple[Order, int]) -> tuple[float, int, int]:
    """Seconds, peak memory in MB and bytes of one TIFF, in a process of its own."""
    ordered, dpi = job
    pdf = make(Task(ordered, typesetter(), frozenset({"pdf"}))).files["pdf"]
    began = time.perf_counter()
    size = sum(map(len, cmyk_tiff(pdf, ordered.sheet, dpi, ICC.read_bytes())))
    seconds = time.perf_counter() - began
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, size


def weasy(number: int) -> int:
    """The same banner by WeasyPrint, in RGB: field, ring, emblem, typeface, QR code."""
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
    return len(HTML(string=page).write_pdf() or b"")


def timed(name: str, work: Callable[[], object]) -> float:
    """Say and give the seconds of a work."""
    began = time.perf_counter()
    work()
    seconds = time.perf_counter() - began
    print(f"{name}: {seconds:.1f} s")
    return seconds


def main() -> None:
    """Measure everything on two processes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--sample", type=int, default=40)
    asked = parser.parse_args()
    count, sample = asked.count, asked.sample
    spawn = multiprocessing.get_context("spawn")
    banners = [order("banner-horizontal", BANNER, n) for n in range(count)]
    panels = [order("panel-illustrated", Size(3000, 2000), n) for n in range(11)]
    pdf, both = frozenset({"pdf"}), frozenset({"pdf", "proof"})
    with ProcessPoolExecutor(2, mp_context=spawn) as pool:
        list(pool.map(bare, banners[:2]))  # programs and fonts are read
        jobs = [(each, pdf) for each in banners]
        alone = timed(f"{count} banner PDFs", lambda: list(pool.map(bare, banners)))
        timed(f"{count} banner PDFs, preflight included", lambda: list(pool.map(one, jobs)))
    for name, size, dpi in (("6 × 0.8 m", BANNER, 100), ("12 × 6 m", Size(12000, 6000), 72)):
        template = "banner-horizontal" if size == BANNER else "panel-illustrated"
        with ProcessPoolExecutor(1, mp_context=spawn) as pool:
            seconds, memory, written = pool.submit(tiff, (order(template, size, 0), dpi)).result()
        print(f"TIFF {name}, {dpi} dpi: {seconds:.1f} s, {memory} MB, {written / 1e6:.1f} MB file")
    with ProcessPoolExecutor(2, mp_context=spawn) as pool:
        whole = [(each, both) for each in (*banners, *panels)]
        ours = timed("the 2022 plan, PDF and proof", lambda: list(pool.map(one, whole)))
    if find_spec("weasyprint") is None:
        print("WeasyPrint is not installed: pip install weasyprint, for the ratio")
        return
    with ProcessPoolExecutor(2, mp_context=spawn) as pool:
        list(pool.map(weasy, range(2)))  # the library is read
        taken = timed(f"WeasyPrint, {sample} PDFs", lambda: list(pool.map(weasy, range(sample))))
    theirs = taken / sample * (count + 11)
    print(f"WeasyPrint, the plan, scaled from {sample} pieces: {theirs:.1f} s")
    print(f"ratio WeasyPrint / loa, PDF alone: {theirs / (count + 11) / (alone / count):.2f}")
    print(f"ratio WeasyPrint (PDF alone) / loa (PDF, preflight, proof): {theirs / ours:.2f}")


if __name__ == "__main__":
    main()
