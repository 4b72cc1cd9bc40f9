"""Pictures: sizes for screens, upright, light, and nothing of what the camera knew."""

import re
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from generator.app.preview.view import look
from generator.cli.world import world
from generator.model.memory import Memory
from generator.outputs.site.images import figure
from generator.text.html import html

from .conftest import JUNE, Staged, article, checked

TURNED = 6  # EXIF: the camera was held upright


def photograph(root: Path, name: str, size: tuple[int, int], orientation: int = 1) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Máy ảnh thử"
    exif.get_ifd(0x8825)[1] = "N"  # GPS
    (root / "assets/anh").mkdir(parents=True, exist_ok=True)
    shown = Image.new("RGB", size, "#336699")
    shown.paste("white", (0, 0, size[0] // 3, size[1] // 3))
    shown.save(root / "assets/anh" / name, exif=exif)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_a_photograph_in_the_text_has_sizes_and_tells_no_place(place: Path, staged: Staged) -> None:
    photograph(place, "xuong.jpg", (2000, 1000), TURNED)
    article(place, "thu", body="![Xưởng [thử] *một*](../assets/anh/xuong.jpg)")
    made = staged(place)
    files = {path: made[path].bytes() for path in made if path.startswith("tep/anh/")}
    assert {path: opened(data).size for path, data in files.items()} == {
        "tep/anh/xuong-jpg-480.webp": (480, 960),
        "tep/anh/xuong-jpg-960.webp": (960, 1920),
        "tep/anh/xuong-jpg-1000.webp": (1000, 2000),
        "tep/anh/xuong.jpg": (1000, 2000),
    }
    assert [p for p, data in files.items() if opened(data).getexif()] == []
    text = made["thu/index.md"].bytes().decode()
    assert 'width="1000" height="2000" loading="lazy"' in text
    assert 'alt="Xưởng &#91;thử&#93; một"' in text
    offered = re.search(r'srcset="([^"]+)"', text)
    assert offered is not None
    assert [part.split()[0] for part in offered[1].split(", ")] == [
        f"../tep/anh/xuong-jpg-{width}.webp" for width in (480, 960, 1000)
    ]


RIGHTS = (
    "rights:\n  - {file: assets/anh/xuong.jpg, credit: Người thử, source: Dữ liệu thử,"
    " people: none}\n"
)


def test_who_took_a_picture_is_named_below_it_once(place: Path, staged: Staged) -> None:
    photograph(place, "xuong.jpg", (40, 30))
    shown = "![Xưởng thử.](../assets/anh/xuong.jpg)"
    article(place, "thu", RIGHTS, shown)
    article(place, "noi", RIGHTS, f"{shown}\n\n*Một xưởng. Ảnh: Người thử.*")
    made = staged(place)
    credit = '<small class="picture__credit">Ảnh: Người thử.</small>'
    texts = [made[f"{name}/index.md"].bytes().decode() for name in ("thu", "noi")]
    assert [text.count(credit) for text in texts] == [1, 0]
    checked_ = checked(place)
    piece = checked_.plan.visible["thu"]
    shown_in_feeds = html(
        piece, checked_.links, "https://example.org/", frozenset({"assets/anh/xuong.jpg"}), Memory()
    )
    assert credit in shown_in_feeds


def test_who_took_the_picture_of_a_piece_is_named_by_its_rights_too(
    place: Path, staged: Staged
) -> None:
    photograph(place, "xuong.jpg", (400, 300))
    article(place, "thu", f"picture: {{file: assets/anh/xuong.jpg, alt: Ảnh thử}}\n{RIGHTS}")
    text = staged(place)["thu/index.md"].bytes().decode()
    assert re.findall(r"credit\W+([^\n\"',}]+)", text) == ["Người thử"]


def test_a_huge_picture_is_not_sent_to_a_phone_whole(place: Path, staged: Staged) -> None:
    photograph(place, "lon.png", (4000, 1000))
    article(place, "thu", "picture: {file: assets/anh/lon.png, alt: Ảnh thử, credit: Người thử}\n")
    made = staged(place)
    assert sorted(path for path in made if path.startswith("tep/")) == [
        "tep/anh/lon-png-1600.webp",
        "tep/anh/lon-png-480.webp",
        "tep/anh/lon-png-960.webp",
        "tep/anh/lon.png",
    ]
    assert opened(made["tep/anh/lon.png"].bytes()).size == (1600, 400)


def test_a_picture_of_a_hidden_piece_is_not_there(place: Path, staged: Staged) -> None:
    photograph(place, "kin.jpg", (300, 200))
    article(place, "thu", "publish_on: 1/7/2021\n", "![Ảnh thử](../assets/anh/kin.jpg)")
    assert [path for path in staged(place) if path.startswith("tep/anh/kin")] == []


@pytest.mark.parametrize("mode", ["P", "CMYK", "LA", "I;16"])
def test_every_kind_of_pixel_becomes_webp(place: Path, staged: Staged, mode: str) -> None:
    name = "thu.jpg" if mode == "CMYK" else "thu.png"
    (place / "assets/anh").mkdir(parents=True, exist_ok=True)
    grey = Image.linear_gradient("L").resize((600, 300))
    deep = Image.fromarray(np.asarray(grey, np.uint16) * 200)
    (deep if mode == "I;16" else grey.convert(mode)).save(place / "assets/anh" / name)
    article(place, "thu", body=f"![Ảnh thử](../assets/anh/{name})")
    made = staged(place)
    webp = [made[path].bytes() for path in made if path.endswith(".webp")]
    assert [opened(data).size for data in webp] == [(480, 240), (600, 300)]


def test_a_drawing_keeps_its_size_and_its_words() -> None:
    assert figure("assets/a b.svg", (720, 680), 'Vòng "hở" & <b>', "huong-dan/x/index.md") == (
        '<img src="../../tep/a%20b.svg" alt="Vòng &quot;hở&quot; &amp; &lt;b&gt;" width="720" '
        'height="680" loading="lazy" decoding="async">'
    )


def test_what_browsers_do_not_show_is_there_as_jpeg(place: Path, staged: Staged) -> None:
    """Sixteen bits of grey, which a program that thinks of eight shows white."""
    (place / "assets/anh").mkdir(parents=True, exist_ok=True)
    grey = np.full((40, 60), 0x8080, np.uint16)
    grey[:5] = 0
    Image.fromarray(grey).save(place / "assets/anh/quet.tif")
    article(place, "thu", body="![Bản quét thử](../assets/anh/quet.tif)")
    made = staged(place)
    files = {path: opened(made[path].bytes()) for path in made if path.startswith("tep/anh/")}
    shown = {path: (picture.format, picture.size) for path, picture in files.items()}
    assert shown == {
        "tep/anh/quet.tif-jpg-60.webp": ("WEBP", (60, 40)),
        "tep/anh/quet.tif.jpg": ("JPEG", (60, 40)),
    }
    for picture in files.values():
        assert picture.convert("L").getpixel((9, 9)) == pytest.approx(128, abs=2)


def test_a_preview_leaves_out_a_picture_that_cannot_be_read(place: Path) -> None:
    """What is wrong with it is told beside the page, in words."""
    (place / "assets/anh").mkdir(parents=True, exist_ok=True)
    (place / "assets/anh/a.heic").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    front = "picture: {file: assets/anh/a.heic, alt: Ảnh thử, credit: Người thử}\n"
    article(place, "thu", front, "![Ảnh thử](../assets/anh/a.heic)")
    seen = look(world(place), JUNE)
    page = seen.page("thu/index.md")
    assert page is not None
    assert "heic" not in page.bytes().decode()
    assert seen.file("tep/anh/a.heic") is None
    assert [found.rule.code for found in seen.findings if found.is_error] == ["picture-heic"] * 2
