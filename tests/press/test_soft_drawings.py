"""Drawings that fade, in inks: what a press gets, held to what Ghostscript makes of it."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from generator.model.sizes import Size
from generator.press.geometry import PressSheet
from generator.press.inked_drawings import Drawing, drawing_in_inks, is_soft
from generator.press.plates import cmyk_tiff
from generator.press.preflight import colour_spaces
from generator.press.preflight.delivery import Delivery, open_delivery
from generator.press.soft_drawings import SoftDrawing, frame_of, stand_ins
from generator.source.vectors import vector

INKS = {"#f2b233": (0.0, 32.0, 90.0, 2.0), "#ffffff": (0.0,) * 4, "#000000": (0.0, 0.0, 0.0, 100.0)}
SHEET = PressSheet(Size(254, 254), bleed=0)
FADING = """
<linearGradient id="a" x2="0" y2="1">
  <stop stop-color="#f2b233"/><stop offset="1" stop-color="#fff" stop-opacity="0"/>
</linearGradient>
<radialGradient id="b"><stop/><stop offset="1" stop-color="#f2b233"/></radialGradient>
<rect width="40" height="100" fill="url(#a)"/>
<circle cx="70" cy="30" r="25" fill="url(#b)"/>
<g opacity=".5"><circle cx="60" cy="75" r="15"/><circle cx="80" cy="75" r="15" fill="#fff"/></g>
"""


def drawing(inside: str) -> Drawing:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
    return drawing_in_inks(vector(f"{head}{inside}</svg>".encode()), INKS)


def placed(soft: SoftDrawing) -> bytes:
    """A page of which the stand-in fills the whole, on a field of cyan."""
    target = BytesIO()
    with pikepdf.new() as document, Image.open(BytesIO(soft.stand_in)) as grey:
        page = document.add_blank_page(page_size=SHEET.media_box[2:])
        image = {"/Subtype": pikepdf.Name.Image, "/Width": grey.width, "/Height": grey.height}
        image |= {"/ColorSpace": pikepdf.Name.DeviceGray, "/BitsPerComponent": 8}
        held = pikepdf.Dictionary(I=document.make_stream(grey.tobytes(), image))
        page.Resources = pikepdf.Dictionary(XObject=held)
        page.Contents = document.make_stream(
            b"0.8 0 0 0 k 0 0 720 720 re f 720 0 0 720 0 0 cm /I Do"
        )
        soft.place(document)
        document.save(target)
    return target.getvalue()


def test_plain_shapes_are_left_to_the_template() -> None:
    plain = drawing('<rect width="9" height="9" fill="#f2b233"/>')
    assert (is_soft(plain), frame_of(plain), list(stand_ins(plain))) == (False, plain, [])


def test_what_fades_stands_in_inks_as_ghostscript_sees_it(tmp_path: Path) -> None:
    (soft,) = stand_ins(drawing(FADING))
    assert isinstance(soft, SoftDrawing)
    assert soft.frame == {"width": 100.0, "height": 100.0, "file": f"files/{soft.name}"}
    pdf = placed(soft)
    assert placed(soft) == pdf
    with open_delivery(delivery := Delivery(pdf)):
        assert list(colour_spaces.check(delivery)) == []
        assert delivery.page.obj.Group.CS == "/DeviceCMYK"
    with Image.open(BytesIO(b"".join(cmyk_tiff(pdf, SHEET, 20)))) as tiff:
        ours = np.asarray(tiff, np.int16)
    near, far = ours[2, 40], ours[197, 40]
    assert [*near] == pytest.approx([0, 82, 229, 5], abs=5)  # amber above
    assert [*far] == pytest.approx([204, 0, 0, 0], abs=5)  # and the field below
    assert [*ours[150, 110]] == pytest.approx([102, 0, 0, 128], abs=2)  # both by half
    assert ours.sum(axis=2).max() <= 255 * 2.24  # no more than any of its inks
    if shutil.which("gs") is None:
        pytest.skip("Ghostscript is not installed")
    (tmp_path / "mau.pdf").write_bytes(pdf)
    asked = ("-sDEVICE=tiff32nc", "-r20", f"-o{tmp_path / 'gs.tif'}", str(tmp_path / "mau.pdf"))
    subprocess.run(["gs", "-q", *asked], check=True)
    with Image.open(tmp_path / "gs.tif") as theirs:
        unlike = np.abs(np.asarray(theirs, np.int16) - ours).max(axis=2)
    assert (unlike > 12).mean() < 0.02  # edges of circles
