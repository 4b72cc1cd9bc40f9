import os
import pickle
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import yaml
from PIL import Image

from generator.adapters.typesetter import TypstTypesetter
from generator.model.artwork import Artwork
from generator.model.brand import Brand
from generator.model.sizes import Size
from generator.model.typesetting import Overset, TypesetError
from generator.press.finish import finish
from generator.press.geometry import PressSheet
from generator.press.job import drawn_text, job
from generator.press.metadata import Facts
from generator.press.proof_pictures import proof

# Test data: no such body, address or page exists.
FAMILY = "Be Vietnam Pro"
EXAMPLE = (Path(__file__).parents[1] / "examples/tiny/assets/brand.yml").read_text("utf-8")
PALETTE = Brand.model_validate(yaml.load(EXAMPLE, yaml.BaseLoader)).palette  # noqa: S506 - as text
IDENTITY = (
    ("programme", "Chiến dịch mẫu"),
    ("body", "Cơ quan mẫu | tỉnh Thử Nghiệm"),
    ("address", "Số 1 đường Mẫu, phường Mẫu"),
    ("contact", "example.org"),
)
FACT = (("fact", "ẾỖẬ: một câu thử về nước sạch."), ("source", "Nguồn: dữ liệu thử"))
LINK = "https://example.org/mau/"
SHOWN = {
    **dict.fromkeys(("banner-thing", "panel-beside", "panel-above"), "vong-nuoc"),
    "panel-full": "den-va-nang",
    "panel-before-after": "quet-kho",
}
"""Drawings of the package for the layouts that show one."""


def artwork(
    template: str, size: Size, *texts: tuple[str, str], viewed_from: float = 15_000
) -> Artwork:
    return Artwork(
        piece="mau",
        template=template,
        trim=size,
        texts=(*texts, *IDENTITY),
        title="Bản thử",
        viewed_from=viewed_from,
        capitals=template.startswith("banner"),
        link=LINK,
        illustration=SHOWN.get(template, ""),
    )


LONG, SQUARE, UPRIGHT = Size(6000, 800), Size(2000, 1600), Size(800, 2500)
PANELS = (Size(3000, 2000), Size(2000, 3000), Size(8000, 3000), Size(3000, 8000), Size(12000, 4000))
SLOGAN = ("slogan", "ẾỖẬ sạch | Ậ Ỗ lợi")
HALVES = ("headline", "ẾỖẬ sạch, | Ậ Ỗ giữ lợi")
FIGURE = (("figure", "12,5 tấn"), ("unit", "ẾỖẬ dầu"))
SAMPLES = (
    *(artwork("banner-words", size, SLOGAN) for size in (LONG, SQUARE, UPRIGHT)),
    *(
        artwork("banner-numbers", size, ("slogan", "1 ẾỖẬ rò, | 2 lần tiền"))
        for size in (LONG, SQUARE, UPRIGHT)
    ),
    *(artwork("banner-thing", size, SLOGAN) for size in (LONG, SQUARE, UPRIGHT)),
    *(artwork("panel-words", size, HALVES, *FIGURE, *FACT) for size in PANELS),
    *(artwork("panel-above", size, HALVES, *FIGURE, *FACT) for size in PANELS),
    *(artwork("panel-full", size, HALVES, *FACT) for size in PANELS),
    *(artwork("panel-before-after", size, HALVES, *FACT) for size in PANELS),
    *(artwork("panel-beside", size, HALVES, *FACT) for size in PANELS if size.width > size.height),
)
"""Every layout on pages of every proportion for which it is made."""
ONE_EACH = tuple({one.template: one for one in reversed(SAMPLES)}.values())


def finished(typesetter: TypstTypesetter, sample: Artwork) -> bytes:
    raw = typesetter.pdf(sample.template, {"job": job(sample, PALETTE, FAMILY)})
    return finish(raw, PressSheet(sample.trim, sample.bleed), Facts("Mẫu", "Mẫu", date(2021, 4, 1)))


def run(tool: str, *arguments: str, data: bytes = b"", done: tuple[int, ...] = (0,)) -> str:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    result = subprocess.run([tool, *arguments], input=data, capture_output=True, check=False)
    assert result.returncode in done, result.stderr
    return result.stdout.decode()


@pytest.mark.parametrize("sample", ONE_EACH, ids=lambda one: one.template)
class TestEveryTemplate:
    def test_it_has_the_boxes_that_were_ordered(
        self, typesetter: TypstTypesetter, sample: Artwork
    ) -> None:
        sheet = PressSheet(sample.trim, sample.bleed)
        with pikepdf.open(BytesIO(finished(typesetter, sample))) as document:
            page = document.pages[0].obj
            boxes = {name: [float(x) for x in page[name]] for name in ("/MediaBox", "/TrimBox")}
            assert boxes == {
                "/MediaBox": pytest.approx(sheet.media_box, abs=0.01),
                "/TrimBox": pytest.approx(sheet.trim_box, abs=0.01),
            }
            assert int(page.get("/UserUnit", 1)) == sheet.scale

    def test_it_uses_only_cmyk_and_pure_black_where_the_ink_is_black(
        self, typesetter: TypstTypesetter, sample: Artwork
    ) -> None:
        colours = set()
        with pikepdf.open(BytesIO(finished(typesetter, sample))) as document:
            page = document.pages[0]
            for instruction in pikepdf.parse_content_stream(page):
                operands, name = instruction.operands, str(instruction.operator)
                assert name not in {
                    "g",
                    "G",
                    "rg",
                    "RG",
                    "cs",
                    "CS",
                    "sc",
                    "SC",
                    "scn",
                    "SCN",
                    "sh",
                }
                if name in {"k", "K"}:
                    colours.add(tuple(round(float(part) * 100) for part in operands))
            assert not set(page.get("/Resources", {})).intersection({"/ColorSpace", "/XObject"})
            assert "/Group" not in page
        palette = {tuple(round(round(p * 2.55) / 2.55) for p in inks) for inks in PALETTE.values()}
        assert (0, 0, 0, 100) in colours
        assert colours <= palette | {(0, 0, 0, 0)}

    def test_its_fonts_are_embedded_and_its_text_is_what_was_written(
        self, typesetter: TypstTypesetter, sample: Artwork, tmp_path: Path
    ) -> None:
        pdf = tmp_path / "mau.pdf"
        pdf.write_bytes(finished(typesetter, sample))
        fonts = run("pdffonts", str(pdf)).splitlines()[2:]
        embedded = [
            re.fullmatch(r"\w{6}\+BeVietnamPro-\w+ .* yes yes yes +\d+ +0", f) for f in fonts
        ]
        assert embedded
        assert all(embedded)
        text = " ".join(run("pdftotext", "-raw", str(pdf), "-").replace("\u00a0", " ").split())
        wanted = [drawn_text(sample, name, words) for name, words in sample.texts]
        assert [words for words in wanted if words not in text] == []
        assert sorted(text.split()) == sorted(" ".join(wanted).split())

    def test_two_renderings_are_equal_byte_for_byte(
        self, typesetter: TypstTypesetter, sample: Artwork, tmp_path: Path
    ) -> None:
        elsewhere = TypstTypesetter(tmp_path)
        assert finished(typesetter, sample) == finished(elsewhere, sample)

    def test_its_structure_is_sound(
        self, typesetter: TypstTypesetter, sample: Artwork, tmp_path: Path
    ) -> None:
        pdf = tmp_path / "mau.pdf"
        pdf.write_bytes(finished(typesetter, sample))
        assert "No syntax or stream encoding errors found" in run("qpdf", "--check", str(pdf))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: f"{one.template}-{one.trim.slug}")
def test_the_qr_code_leads_to_the_page(
    typesetter: TypstTypesetter, sample: Artwork, tmp_path: Path
) -> None:
    picture = tmp_path / "mau.png"
    sheet = PressSheet(sample.trim, sample.bleed)
    picture.write_bytes(proof(finished(typesetter, sample), sheet, 1600))
    assert run("zbarimg", "--quiet", "--raw", str(picture)).split() == [LINK]


def overset(typesetter: TypstTypesetter, sample: Artwork) -> tuple[Overset, ...]:
    with pytest.raises(TypesetError) as caught:
        typesetter.pdf(sample.template, {"job": job(sample, PALETTE, FAMILY)})
    return caught.value.overset


def test_a_slogan_of_300_characters_is_refused_by_how_much(typesetter: TypstTypesetter) -> None:
    slogan = ("Khẩu hiệu rất dài để thử. " * 12)[:300].strip()
    sample = artwork("banner-words", Size(6000, 800), ("slogan", slogan), viewed_from=30_000)
    (found,) = overset(typesetter, sample)
    assert (found.slot, found.least, found.characters) == ("slogan", 120, len(slogan))
    assert 20 < found.fits < 40
    assert 3 < found.least / found.fits < 6
    assert 60 < found.room < 100


def test_a_format_that_a_template_cannot_fill_is_refused(typesetter: TypstTypesetter) -> None:
    sample = replace(artwork("panel-words", Size(90, 60), ("headline", "Nước sạch")), safe=30)
    found = {over.slot: over.fits for over in overset(typesetter, sample)}
    assert found["headline"] == 0.1


def test_a_panel_of_40_metres_is_drawn(typesetter: TypstTypesetter) -> None:
    sample = artwork("panel-words", Size(40_000, 20_000), ("headline", "Nước sạch"))
    assert finished(typesetter, sample).startswith(b"%PDF-1.6")


def test_every_text_that_is_too_long_is_named(typesetter: TypstTypesetter) -> None:
    texts = (("headline", "Tiêu đề dài " * 30), ("fact", "Một câu dài quá chỗ dành cho nó. " * 40))
    sample = artwork("panel-beside", Size(3000, 2000), *texts)
    assert [found.slot for found in overset(typesetter, sample)] == ["headline", "fact"]


def test_a_character_that_the_font_lacks_is_named(typesetter: TypstTypesetter) -> None:
    sample = artwork("banner-words", Size(6000, 800), ("slogan", "Nước sạch ☃ 水"))
    with pytest.raises(TypesetError) as caught:
        typesetter.pdf(sample.template, {"job": job(sample, PALETTE, FAMILY)})
    assert caught.value.missing == ("☃", "水")
    assert str(caught.value) == "banner-words.typ: the font has no glyph for ☃ 水"


def test_a_workspace_may_override_a_template_and_mistakes_in_it_have_a_place(
    tmp_path: Path,
) -> None:
    overrides = tmp_path / "print"
    overrides.mkdir()
    own = overrides / "banner-words.typ"
    own.write_text('#import "common.typ": *\n#show: sheet.with("la")\n#put(1, 2, nothing)\n')
    typesetter = TypstTypesetter(tmp_path / "staging", overrides)
    with pytest.raises(TypesetError) as caught:
        finished(typesetter, SAMPLES[1])
    found = caught.value
    assert (found.template, found.line, found.column, found.message) == (
        "banner-words.typ",
        3,
        12,
        "unknown variable: nothing",
    )
    own.unlink()
    typesetter.stage()
    assert finished(typesetter, SAMPLES[1])


def test_an_unknown_font_is_an_error_since_typst_would_draw_nothing(tmp_path: Path) -> None:
    overrides = tmp_path / "print"
    overrides.mkdir()
    (overrides / "mau.typ").write_text('#set text(font: "Không Có")\nchữ')
    with pytest.raises(TypesetError, match="unknown font family: không có"):
        TypstTypesetter(tmp_path / "staging", overrides).pdf("mau", {})


def test_a_template_that_does_not_exist_is_named(typesetter: TypstTypesetter) -> None:
    with pytest.raises(TypesetError, match=r"^no-such\.typ: there is no such template$"):
        typesetter.pdf("no-such", {})


def test_files_are_laid_beside_the_templates(tmp_path: Path) -> None:
    overrides = tmp_path / "print"
    overrides.mkdir()
    (overrides / "mau.typ").write_text('#set text(font: "Be Vietnam Pro")\n#read("files/a.txt")')
    typesetter = TypstTypesetter(tmp_path / "staging", overrides)
    one, two = (typesetter.pdf("mau", {}, {"a.txt": word}) for word in (b"an", b"anh"))
    assert one != two


def test_the_digest_follows_the_templates(tmp_path: Path, typesetter: TypstTypesetter) -> None:
    overrides = tmp_path / "print"
    overrides.mkdir()
    same = TypstTypesetter(tmp_path / "staging", overrides)
    assert same.digest() == typesetter.digest()
    (overrides / "mau.typ").write_text("x")
    same.stage()
    assert same.digest() != typesetter.digest()


ENDLESS = """
import sys
from pathlib import Path
from generator.adapters import typesetter
from generator.model.typesetting import TypesetError

typesetter.WORK = 0.5
setter = typesetter.TypstTypesetter(Path(sys.argv[1]), Path(sys.argv[2]))
def tried(name):
    try:
        print(len(setter.pdf(name, {})) > 0)
    except TypesetError as error:
        print(error)

for name in ("vo-tan", "vo-tan", "mau"):
    tried(name)
(Path(sys.argv[1]) / "vo-tan.typ").write_text("#rect()")  # mended, and staged by another process
tried("vo-tan")
"""


def test_a_template_without_end_is_stopped_and_the_next_one_is_set_and_it_too_once_mended(
    tmp_path: Path,
) -> None:
    """In a process of its own: Typst goes on in the background until that ends."""
    overrides = tmp_path / "print"
    overrides.mkdir()
    loops = "#for a in range(9000) { for b in range(9000) { for c in range(9000) { } } }"
    (overrides / "vo-tan.typ").write_text(loops)
    (overrides / "mau.typ").write_text("#rect()")
    command = [sys.executable, "-c", ENDLESS, tmp_path / "staging", overrides]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout == "vo-tan.typ: stopped after 0 seconds\n" * 2 + "True\n" * 2


@pytest.mark.parametrize("content", [b'#let x = "caf\xe9"', b"\xff\xfe#rect()"])
def test_a_template_that_is_no_utf_8_is_refused(tmp_path: Path, content: bytes) -> None:
    overrides = tmp_path / "print"
    overrides.mkdir()
    (overrides / "mau.typ").write_bytes(content)
    setter = TypstTypesetter(tmp_path / "staging", overrides)
    with pytest.raises(TypesetError, match="not valid UTF-8"):
        setter.pdf("mau", {})


def test_it_can_be_sent_to_another_process(typesetter: TypstTypesetter) -> None:
    sample = SAMPLES[0]
    finished(typesetter, sample)
    copy = pickle.loads(pickle.dumps(typesetter))  # noqa: S301 - our own object
    assert finished(copy, sample) == finished(typesetter, sample)


def test_an_error_can_be_sent_back_from_another_process() -> None:
    error = TypesetError("x", "y.typ", 1, 2, missing=("☃",))
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own object
    assert vars(copy) == vars(error)


def test_ghostscript_separates_black_into_black_alone(
    typesetter: TypstTypesetter, tmp_path: Path
) -> None:
    pdf = tmp_path / "mau.pdf"
    pdf.write_bytes(finished(typesetter, SAMPLES[2]))
    target = tmp_path / "mau.tif"
    run("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-r18", "-sDEVICE=tiff32nc",
        f"-sOutputFile={target}", os.fspath(pdf))  # fmt: skip
    with Image.open(target) as picture:
        assert picture.mode == "CMYK"
        counts = {colour: count for count, colour in picture.getcolors(maxcolors=10**7) or ()}
    assert counts[0, 0, 0, 255] > 1000
