"""Letters as paths: no font is left, and the picture is that of the file with live text."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageStat

from generator.adapters.typesetter import TypstTypesetter
from generator.diagnostics import Refusal, RefusalError
from generator.model.sizes import Size
from generator.press.making import PressTask, make
from generator.press.order import Order
from generator.press.outlines import NO_OUTLINES, letters_as_paths
from generator.press.preflight import preflight
from generator.press.preflight.delivery import Delivery

from .test_preflight import order_of  # type: ignore[import-not-found] # pytest knows the folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Order, bytes, bytes]:
    """An order with its two files."""
    order = order_of(Size(3000, 600))
    task = PressTask(
        order, TypstTypesetter(tmp_path_factory.mktemp("typst")), frozenset({"pdf", "outlines"})
    )
    found = make(task)
    assert found.errors == []
    return order, found.files["pdf"], found.files["outlines"]


def codes(delivered: Delivery) -> set[tuple[int, str]]:
    return {(fault.point, fault.rule.code) for one in preflight(delivered) for fault in one.faults}


def test_the_twin_passes_and_is_the_same_each_time(made: tuple[Order, bytes, bytes]) -> None:
    order, live, twin = made
    assert codes(Delivery(twin, order, is_outlined=True, live=live)) == set()
    assert letters_as_paths(live) == twin


def test_poppler_finds_no_font_and_no_text(
    made: tuple[Order, bytes, bytes], tmp_path: Path
) -> None:
    if shutil.which("pdffonts") is None:
        pytest.skip("pdffonts is not installed")
    target = tmp_path / "x.pdf"
    target.write_bytes(made[2])
    fonts = subprocess.run(["pdffonts", target], capture_output=True, check=True).stdout
    text = subprocess.run(["pdftotext", target, "-"], capture_output=True, check=True).stdout
    assert (fonts.decode().splitlines()[2:], text.decode().strip()) == ([], "")


def test_letters_above_twenty_inches_are_seen_in_poppler_and_are_still_words(
    typesetter: TypstTypesetter, tmp_path: Path
) -> None:
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not installed")
    few = (("slogan", "Thử | nước"), ("body", "Cơ quan mẫu"), ("address", "Số 1 đường Mẫu"))
    order, target = order_of(Size(4800, 3000), texts=few, link=""), tmp_path / "x.pdf"
    found = make(PressTask(order, typesetter, frozenset({"pdf"})))
    assert found.errors == []
    target.write_bytes(found.files["pdf"])
    assert codes(Delivery(found.files["pdf"], order)) == set()
    seen = ["pdftoppm", "-r", "2", "-singlefile", "-png", target, tmp_path / "seen"]
    subprocess.run(seen, check=True)
    with Image.open(tmp_path / "seen.png") as theirs:
        ours = pypdfium2.PdfDocument(target)[0].render(scale=2 / 72).to_pil().resize(theirs.size)
        shares = [
            ImageStat.Stat(each.convert("L").point(_light)).mean[0] for each in (ours, theirs)
        ]
    assert shares[1] == pytest.approx(shares[0], rel=0.05)  # a lost word is a fifth of it or more
    text = subprocess.run(["pdftotext", target, "-"], capture_output=True, check=True).stdout
    assert "THỬ NƯỚC" in " ".join(text.decode().split())


def _light(value: int) -> int:
    """What is white in both programs, whatever they make of colours."""
    return 255 if value > 200 else 0


def test_without_its_twin_the_words_cannot_be_read(made: tuple[Order, bytes, bytes]) -> None:
    order, _, twin = made
    assert codes(Delivery(twin, order, is_outlined=True)) == {(7, "live-twin-missing")}


def test_live_text_under_the_name_of_a_twin(made: tuple[Order, bytes, bytes]) -> None:
    order, live, _ = made
    assert codes(Delivery(live, order, is_outlined=True, live=live)) == {(7, "text-still-live")}


def test_another_picture(made: tuple[Order, bytes, bytes]) -> None:
    order, live, twin = made
    with pikepdf.open(BytesIO(twin)) as document:
        document.pages[0].contents_add(b"0 0.4 0.9 0 k 2500 300 1500 900 re f")
        target = BytesIO()
        document.save(target, force_version="1.6")
    found = codes(Delivery(target.getvalue(), order, is_outlined=True, live=live))
    assert (7, "outlines-differ") in found


def test_text_that_our_typesetter_does_not_set() -> None:
    document = pikepdf.new()
    page = document.add_blank_page()
    page.Contents = document.make_stream(b"BT /F 9 Tf 5 5 Td (x) Tj ET")
    page.obj.Resources = pikepdf.Dictionary()
    target = BytesIO()
    document.save(target)
    with pytest.raises(RefusalError) as caught:
        letters_as_paths(target.getvalue())
    assert caught.value.refusal == Refusal(NO_OUTLINES, {"problem": "text font"})
