"""A small workspace to the print shop: real files, looked at with the shop's own tools."""

import json
import math
import re
import shutil
import struct
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from threading import Lock
from types import SimpleNamespace
from typing import Any, TypeVar, cast

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from PIL import Image, ImageChops, ImageCms

from generator.adapters.clock import SystemClock
from generator.adapters.executor import Processes, Threads
from generator.adapters.files import FolderFiles
from generator.adapters.results import FolderResults
from generator.adapters.store import FolderStore
from generator.adapters.text_store import StoredTexts
from generator.adapters.typesetter import TypstTypesetter
from generator.app.build import BuildOutcome, build
from generator.app.check import check
from generator.app.proof import draw, look, sheet
from generator.app.scope import Scope
from generator.cli import loa
from generator.cli.world import world
from generator.model.gap import Gap
from generator.model.memory import Memory
from generator.model.sizes import Size
from generator.outputs import ALL, Choice, ChoiceError
from generator.outputs.print import run_list_files
from generator.outputs.print.piece_files import PieceFiles
from generator.ports import SILENT, WorkLostError, World
from generator.press.geometry import PressSheet
from generator.press.lost import LOST
from generator.press.making import PressFiles
from generator.press.preflight import preflight
from generator.press.preflight.delivery import Delivery
from generator.press.qr import codes_on
from tests.edits import edit
from tests.press.test_studio import PAGE, studio_pdf

T = TypeVar("T")
U = TypeVar("U")

ROOT = Path(__file__).parents[2]
AS_OF = datetime(2021, 7, 1, tzinfo=UTC)

# Test data: no such campaign, body, place or printer exists.
FILES = {
    "mkdocs.yml": "site_name: Trang mẫu\nsite_url: https://trang-mau.vn/\n",
    "campaigns/mau/plan.yml": """\
id: mau
title: Kế hoạch mẫu
period: 2021
owner: co-quan-mau
activities:
  - {id: bang-ron, title: Băng rôn, medium: banner, quantity: 30 cái, quarters: [II], source: mau}
  - {id: pano, title: Pano, medium: panel, quantity: 2 cái, quarters: [II], source: mau}
""",
    "campaigns/sources.yml": "sources:\n  - {id: mau, title: Văn bản mẫu}\n",
    "campaigns/partners.yml": """\
partners:
  - id: co-quan-mau
    kind: authority
    names: [{name: Cơ quan mẫu}]
    address: Số 1 đường Mẫu, phường Mẫu
    website: https://example.org
""",
    "campaigns/places.yml": """\
places:
  - {id: huyen-mau, kind: district, names: [{name: huyện Mẫu}]}
  - id: kcn-mau
    kind: industrial-park
    names: [{name: KCN Mẫu}]
    parents: [{place: huyen-mau}]
  - id: ccn-mau
    kind: industrial-cluster
    names: [{name: CCN Mẫu}]
    parents: [{place: huyen-mau}]
""",
    "campaigns/printers.yml": """\
printers:
  - id: nha-in-mau
    name: Nhà in mẫu
    media: [banner, panel]
    material: Bạt mẫu
    hem: 30 mm
    eyelets: {every: 50 cm, inset: 15 mm}
    resolution: 30
    profile: assets/icc/mau.icc
    condition: FOGRA39
""",
    "content/bang-ron.md": """\
---
id: bang-ron-mau
medium: banner
campaign: mau
activity: bang-ron
title: Nước sạch, máy bền
slogan: Nước sạch, máy bền | Nhà xưởng thơm
size: 6 x 0,8 m
quarter: II/2021
publish_on: 1/6/2021
basis: proposed
placements:
  - {place: kcn-mau, copies: 20}
  - {place: ccn-mau, copies: 10}
status: approved
approved_by: Người duyệt mẫu
approved_on: 1/5/2021
---

Bài mẫu.
""",
    "content/pano.md": """\
---
id: pano-mau
medium: panel
campaign: mau
activity: pano
title: Đo rồi mới bớt
headline: Đo rồi mới bớt
place_line: "{place}, {district}: {arrow}, {distance}"
size: 3 x 2 m
quarter: II/2021
basis: proposed
placements:
  - {place: kcn-mau, arrow: right, distance: 200 m}
  - {place: ccn-mau, arrow: left, distance: 1 km}
status: approved
approved_by: Người duyệt mẫu
approved_on: 1/5/2021
---

Bài mẫu.
""",
}


@pytest.fixture(scope="module")
def workers() -> Iterator[Processes]:
    processes = Processes(math.inf)  # others take long to begin
    yield processes
    processes.close()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        write(tmp_path, name, content)
    shutil.copy(ROOT / "tests/examples/base/content/index.md", tmp_path / "content")
    shutil.copytree(ROOT / "assets" / "icc", tmp_path / "assets" / "icc")
    (tmp_path / "assets/icc/FOGRA39-derived.icc").rename(tmp_path / "assets/icc/mau.icc")
    shutil.copy(ROOT / "assets" / "brand.yml", tmp_path / "assets")
    return tmp_path


def write(root: Path, name: str, content: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(content, "utf-8")


def run(root: Path, workers: Processes, choice: Choice = ALL) -> BuildOutcome:
    store = FolderStore(root / "build")
    world = World(
        SystemClock(),
        FolderFiles(root),
        TypstTypesetter(root / "build" / "typst", root / "assets" / "print"),
        Threads(),
        workers,
        FolderResults(root, store),
        Memory(StoredTexts(store)),
    )
    return build(world, Scope(("print",), choice), AS_OF, SILENT)


def told(built: BuildOutcome) -> list[tuple[str, str, int]]:
    """What stops the build: code, file and line to change."""
    return [(one.rule.code, one.where.path, one.where.line) for one in built.blocking]


def files(root: Path) -> dict[str, Path]:
    folder = root / "dist" / "print" / "mau"
    return {path.name: path for path in sorted(folder.iterdir())} if folder.is_dir() else {}


def tool(*command: object) -> str:
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run([*map(str, command)], capture_output=True, check=True)
    return done.stdout.decode()


BANNER = "mau_bang-ron-mau_moi-diem_6000x800mm"
BOTH_SCALES = f"{BANNER}.pdf (1:1), {BANNER}_ti-le-1-10.pdf (1:10)"
PANELS = ("mau_pano-mau_ccn-mau_3000x2000mm", "mau_pano-mau_kcn-mau_3000x2000mm")


def test_the_whole_job(workspace: Path, workers: Processes) -> None:
    built = run(workspace, workers)
    assert told(built) == []
    made = files(workspace)
    report = ("_kiem-tra.html", "_kiem-tra.json")
    assert list(made) == sorted(
        [
            "ban-giao_nha-in-mau_quy-2-2021.zip",
            *(f"danh-sach-in_quy-2-2021{ending}" for ending in (".pdf", ".xlsx")),
            *(BANNER + ending for ending in (".pdf", "_ti-le-1-10.pdf", *report)),
            *(panel + ending for panel in PANELS for ending in (".pdf", *report)),
        ]
    )
    _facts_of_the_banner(made[f"{BANNER}.pdf"])
    _black_is_black(made[f"{PANELS[0]}.pdf"])
    assert "CCN Mẫu, huyện Mẫu: rẽ trái, 1 km" in tool("pdftotext", made[f"{PANELS[0]}.pdf"], "-")
    job = json.loads(made[f"{BANNER}_kiem-tra.json"].read_text("utf-8"))
    tenth = f"{BANNER}_ti-le-1-10.pdf"
    assert job["job"]["scales"] == {f"{BANNER}.pdf": "1:1", tenth: "1:10"}
    sheet = made[f"{BANNER}_kiem-tra.html"].read_text("utf-8")
    assert f"<dt>Tỉ lệ</dt><dd>{BANNER}.pdf: 1:1; {tenth}: 1:10</dd>" in sheet
    assert (job["job"]["copies"], [point["passed"] for point in job["points"]]) == (30, [True] * 15)
    _run_list(made["danh-sach-in_quy-2-2021.xlsx"])
    before = {name: (path.stat().st_mtime_ns, path.read_bytes()) for name, path in made.items()}
    assert told(run(workspace, workers)) == []
    after = files(workspace).items()
    assert {name: (path.stat().st_mtime_ns, path.read_bytes()) for name, path in after} == before


def _facts_of_the_banner(pdf: Path) -> None:
    tool("qpdf", "--check", pdf)
    said = tool("pdfinfo", "-box", pdf)
    boxes = dict(re.findall(r"^(\w+Box): +(.*)$", said, re.MULTILINE))
    margin, bleed = 40 / 25.4 * 7.2, 20 / 25.4 * 7.2
    width, height = 6000 / 25.4 * 7.2, 800 / 25.4 * 7.2
    inset = margin + bleed
    assert [float(side) for side in boxes["TrimBox"].split()] == pytest.approx(
        [inset, inset, inset + width, inset + height], abs=0.01
    )
    fonts = tool("pdffonts", pdf).splitlines()[2:]
    assert fonts
    assert all(re.search(r" yes yes yes ", line) for line in fonts)
    assert tool("pdfimages", "-list", pdf).splitlines()[2:] == []


def _black_is_black(pdf: Path) -> None:
    """Ghostscript's own CMYK of the QR code: every dark pixel is 0/0/0/100."""
    if shutil.which("gs") is None:
        pytest.skip("gs is not installed")
    target = pdf.parent / "k.tif"
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiff32nc", "-r20"]
    subprocess.run([*command, f"-sOutputFile={target}", pdf], check=True)
    with Image.open(target) as picture:
        found = picture.getcolors(1 << 24) or ()
        colours = {pixel for _, pixel in found if isinstance(pixel, tuple)}
    target.unlink()
    assert (0, 0, 0, 255) in colours
    marks = (255, 255, 255, 255)  # crop and registration marks print on every plate
    assert [p for p in colours - {marks} if p[3] > 250 and any(p[:3])] == []


def _run_list(path: Path) -> None:
    sheet = load_workbook(path).active
    assert sheet is not None
    rows = [row for row in sheet.iter_rows(min_row=4, values_only=True) if row[6]]
    assert [(row[1], row[6], row[7], row[8], row[10]) for row in rows] == [
        ("Nước sạch, máy bền", "KCN Mẫu", "huyện Mẫu", 20, "đề xuất"),
        ("Nước sạch, máy bền", "CCN Mẫu", "huyện Mẫu", 10, "đề xuất"),
        ("Đo rồi mới bớt", "KCN Mẫu", "huyện Mẫu", 1, "đề xuất"),
        ("Đo rồi mới bớt", "CCN Mẫu", "huyện Mẫu", 1, "đề xuất"),
    ]
    assert (rows[0][4], rows[2][4]) == (BOTH_SCALES, f"{PANELS[1]}.pdf")
    assert str(sheet.merged_cells) == "A2:N2"  # what is lacking stands in lines, not in a wide one
    assert sheet["A2"].alignment.wrap_text
    faces = {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value}
    assert faces == {"Be Vietnam Pro"}
    with zipfile.ZipFile(path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


UNKNOWN = """\
unknown:
  - {what: owner, why: Không nguồn nào nêu ai chịu trách nhiệm.}
activities:"""
RESERVED = (
    "Địa chỉ trang https://trang.example.org/ chỉ để làm ví dụ hoặc dùng trong mạng nội bộ: "
    "bên ngoài không ai mở được."
)
NOBODY = "Kế hoạch chưa ghi ai chịu trách nhiệm. Không nguồn nào nêu ai chịu trách nhiệm."
WAITING = "Đo rồi mới bớt: Chưa ai duyệt bài này: ma-két của bài mang dấu BẢN XEM và chưa được in."


def test_what_is_only_to_be_looked_at_says_so_everywhere(
    workspace: Path, workers: Processes
) -> None:
    edit(workspace / "mkdocs.yml", "https://trang-mau.vn/", "https://trang.example.org/")
    edit(workspace / "campaigns/mau/plan.yml", "owner: co-quan-mau\n", "")
    edit(workspace / "campaigns/mau/plan.yml", "activities:", UNKNOWN)
    edit(workspace / "content/pano.md", "status: approved", "status: ready")
    assert told(run(workspace, workers)) == []  # the build goes on
    made = files(workspace)
    banner = made[f"{BANNER}.pdf"]
    said = tool("pdftotext", banner, "-")
    assert "example.org" not in said
    assert "BẢN XEM" not in said  # shapes: no word of the piece
    report = json.loads(made[f"{BANNER}_kiem-tra.json"].read_text("utf-8"))
    assert (report["verdict"], [one["message"] for one in report["points"][14]["found"]]) == (
        "look",
        [RESERVED, NOBODY],
    )
    page = made[f"{PANELS[0]}_kiem-tra.html"].read_text("utf-8")
    assert '<p class="no">Chỉ để xem (BẢN XEM), chưa được in.</p>' in page
    sheet = load_workbook(made["danh-sach-in_quy-2-2021.xlsx"]).active
    assert sheet is not None
    assert sheet["A2"].value == f"Trước khi in: {RESERVED} {NOBODY} {WAITING}"
    assert sheet["E4"].value == f"{BOTH_SCALES} (BẢN XEM)"
    listed = " ".join(tool("pdftotext", made["danh-sach-in_quy-2-2021.pdf"], "-").split())
    assert f"{BOTH_SCALES} (BẢN XEM)" in listed


def test_the_printed_address_is_that_of_the_site_to_which_the_code_leads(
    workspace: Path, workers: Processes
) -> None:
    edit(workspace / "mkdocs.yml", "https://trang-mau.vn/", "https://www.trang-mau.vn/sxsh/")
    assert told(run(workspace, workers, Choice("bang-ron-mau"))) == []
    banner = files(workspace)[f"{BANNER}.pdf"]
    assert "\ntrang-mau.vn/sxsh\n" in tool("pdftotext", banner, "-")
    link = "https://www.trang-mau.vn/sxsh/bang-ron/bang-ron-mau/"
    assert [code.text for code in codes_on(banner.read_bytes())] == [link]


def test_a_choice_leaves_all_else_as_it_was(workspace: Path, workers: Processes) -> None:
    run(workspace, workers)
    before = set(files(workspace))
    chosen = Choice("pano-mau", "kcn-mau", ("tiff", "png", "svg"))
    assert told(run(workspace, workers, chosen)) == []
    made = files(workspace)
    assert set(made) - before == {PANELS[1] + ending for ending in (".tif", ".png", ".svg")}
    svg = made[f"{PANELS[1]}.svg"].read_text("utf-8")
    assert "<text" not in svg
    assert "<path" in svg
    with Image.open(made[f"{PANELS[1]}.tif"]) as picture:
        assert (picture.mode, picture.size) == ("CMYK", (3591, 2409))


def picture(mode: str, side: int, form: str) -> bytes:
    return picture_of(mode, side, side, 0, form)


def picture_of(
    mode: str, width: int, height: int, colour: str | int | tuple[int, ...], form: str = "PNG"
) -> bytes:
    """One colour, and another in the corner, since a picture shows something."""
    target = BytesIO()
    shown = Image.new(mode, (width, height), colour)
    shown.paste(ImageChops.invert(shown.crop((0, 0, width // 8, height // 8))), (0, 0))
    shown.save(target, form)
    return target.getvalue()


def cmyk_with_alpha(side: int) -> bytes:
    """A TIFF of five channels, which Pillow cannot write."""
    pixels = bytes((10, 20, 30, 40, 128)) * side * side
    short = {256: side, 257: side, 259: 1, 262: 5, 277: 5, 278: side, 332: 1, 338: 2}
    tags = {tag: struct.pack("<HHIHH", tag, 3, 1, value, 0) for tag, value in short.items()}
    after = 8 + 2 + 12 * (len(tags) + 3) + 4
    tags[258] = struct.pack("<HHII", 258, 3, 5, after)
    tags[273] = struct.pack("<HHII", 273, 4, 1, after + 10)
    tags[279] = struct.pack("<HHII", 279, 4, 1, len(pixels))
    directory = b"".join(tags[tag] for tag in sorted(tags))
    head = b"II*\0" + struct.pack("<IH", 8, len(tags))
    return head + directory + bytes(4) + struct.pack("<5H", *[8] * 5) + pixels


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">{}</svg>'
PHOTO = "assets/anh.png"
DRAWING = "assets/hinh.svg"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (picture("RGB", 40, "PNG"), "picture-too-coarse"),
        (picture("RGBA", 40, "PNG"), "print-picture"),
        (picture("RGB", 400, "PNG")[:300], "picture-truncated"),
        (cmyk_with_alpha(40), "print-picture"),
        (picture("CMYK", 400, "TIFF")[:9000], "picture-misnamed"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "picture-misnamed"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "picture-other-form"),
        (b"no picture", "picture-form"),
    ],
    ids=["coarse", "alpha", "png", "cmyk-alpha", "tiff", "svg", "eps", "none"],
)
def test_a_picture_that_cannot_be_printed(
    workspace: Path, workers: Processes, data: bytes, code: str
) -> None:
    edit(workspace / "content/pano.md", "size:", f"illustration: {PHOTO}\nsize:")
    (workspace / PHOTO).write_bytes(data)
    assert told(run(workspace, workers, Choice("pano-mau", "kcn-mau"))) == [
        (code, "content/pano.md", 9)
    ]


def test_check_tells_a_coarse_picture_before_anything_is_drawn(workspace: Path) -> None:
    edit(workspace / "content/pano.md", "size:", f"illustration: {PHOTO}\nsize:")
    (workspace / PHOTO).write_bytes(picture("RGB", 40, "PNG"))
    found = check(FolderFiles(workspace), AS_OF).errors
    where = [(one.rule.code, one.where.path, one.where.line) for one in found]
    assert where == [("picture-too-coarse", "content/pano.md", 9)]


def test_why_a_picture_is_refused(workspace: Path, workers: Processes) -> None:
    edit(workspace / "content/pano.md", "size:", f"illustration: {PHOTO}\nsize:")
    (workspace / PHOTO).write_bytes(cmyk_with_alpha(40))
    (found,) = run(workspace, workers, Choice("pano-mau", "kcn-mau")).blocking
    assert "it has transparent parts" in found.message("en")


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("<script>x</script>", "picture-active"),
        ('<image href="https://example.org/a.png"/>', "picture-linked"),
        ('<path d="M0 0h9v9z" fill="#0b6b4c"/>', "drawing-colour"),
        ('<path d="M0 0h9v9z" fill="url(#a)"/>', "drawing-not-plain"),
        ("<text>chữ</text>", "drawing-not-plain"),
    ],
)
def test_a_drawing_that_cannot_be_printed(
    workspace: Path, workers: Processes, inside: str, code: str
) -> None:
    edit(workspace / "content/pano.md", "size:", f"illustration: {DRAWING}\nsize:")
    (workspace / DRAWING).write_text(SVG.format(inside), "utf-8")
    found = told(run(workspace, workers, Choice("pano-mau", "kcn-mau")))
    assert found == [(code, "content/pano.md", 9)]


PATTERN = '<defs><pattern id="a"/></defs><path d="M0 0h9v9z" fill="url(#a)"/>'


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("assets/khong-co.svg", b"", "print-picture"),
        (DRAWING, SVG.format(PATTERN).encode(), "drawing-not-plain"),
        (DRAWING, SVG.format('<path d="M0 0h9v9z" mask="url(#a)"/>').encode(), "drawing-not-plain"),
        (DRAWING, SVG.format('<path d="M0 0h9v9z" fill="#0b6b4c"/>').encode(), "drawing-colour"),
        (PHOTO, picture("RGBA", 400, "PNG"), "print-picture"),
        (PHOTO, picture("RGB", 40, "PNG"), "picture-too-coarse"),
    ],
    ids=["missing", "pattern", "mask", "off-palette", "alpha", "coarse"],
)
def test_a_proof_tells_of_a_picture_what_the_build_tells(
    workspace: Path, workers: Processes, name: str, data: bytes, code: str
) -> None:
    edit(workspace / "content/pano.md", "size:", f"illustration: {name}\nsize:")
    if data:
        (workspace / name).write_bytes(data)
    (found,) = told(run(workspace, workers, Choice("pano-mau", "kcn-mau")))
    assert found == (code, "content/pano.md", 9)
    proof = CliRunner().invoke(loa, ["-C", str(workspace), "proof", "pano-mau"])
    assert (proof.exit_code, proof.output.count(f"[{code}]")) == (1, 1)
    assert not (workspace / "build/proof/pano-mau.png").exists()  # there is nothing to look at


class Losing:
    """Workers of which each is ended at once, as the system ends what takes all memory."""

    def run(self, work: Callable[[T], U], item: T, *, alone: bool = False) -> U:
        raise WorkLostError(work, item, alone)

    def close(self) -> None:
        pass


def test_a_proof_whose_template_ends_its_process_is_told_like_a_build(workspace: Path) -> None:
    here = world(workspace)
    checked = check(here.files, AS_OF)
    setter = TypstTypesetter(workspace / "build" / "typst")
    ordered, *_ = sheet(checked, "pano-mau", setter.digest)
    assert ordered
    lost = ordered.entry.piece.where("title")
    expected = [LOST.at(lost, name="panel-words.typ")]
    assert draw(checked, ordered, setter, Losing()) == expected
    assert look(checked, ordered, setter, Losing()) == expected


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        ("content/pano.md", 0, "build/proof/pano-mau.png: vẽ trong"),
        ("content/index.md", 2, "Đây là: Bài viết; loại này không có ma-két để vẽ. Vẽ được: "),
        ("pano-mao", 2, "Không có sản phẩm in nào tên “pano-mao”. Vẽ được: pano-mau, "),
    ],
)
def test_a_proof_is_asked_for_by_id_or_by_file(
    workspace: Path, given: str, code: int, said: str
) -> None:
    proof = CliRunner().invoke(loa, ["-C", str(workspace), "proof", given])
    assert (proof.exit_code, said in proof.output) == (code, True), proof.output


def test_where_nothing_is_printed_a_proof_says_so(workspace: Path) -> None:
    for name in ("content/pano.md", "content/bang-ron.md"):
        (workspace / name).unlink()
    proof = CliRunner().invoke(loa, ["-C", str(workspace), "proof", "content/index.md"])
    assert (proof.exit_code, "chưa có sản phẩm in nào." in proof.output) == (2, True)


def test_a_proof_that_no_printer_can_print_is_shown_and_refused(workspace: Path) -> None:
    edit(workspace / "campaigns/printers.yml", "hem: 30 mm", "hem: 30 mm\n    ink_limit: 200")
    proof = CliRunner().invoke(loa, ["-C", str(workspace), "proof", "pano-mau"])
    assert (proof.exit_code, proof.output.count("lỗi[ink-limit]")) == (1, 1)
    assert (workspace / "build/proof/pano-mau.png").is_file()


def test_a_proof_tells_of_words_that_do_not_stand_out(workspace: Path) -> None:
    brand = (workspace / "assets/brand.yml").read_text("utf-8")
    pale = re.sub(r"(la:(?:.*\n)*?.*cmyk: )\[[^]]*\]", r"\1[10, 0, 10, 0]", brand, count=1)
    assert pale != brand
    (workspace / "assets/brand.yml").write_text(pale, "utf-8")
    proof = CliRunner().invoke(loa, ["-C", str(workspace), "proof", "pano-mau"])
    assert (proof.exit_code, proof.output.count("lỗi[text-not-seen]")) == (1, 1)


def test_a_proof_tells_of_a_name_that_does_not_hold(workspace: Path) -> None:
    partners = workspace / "campaigns/partners.yml"
    ended = re.sub(
        r"\{name: ([^,}]+)\}", r"{name: \1, to: 31/12/2012}", partners.read_text("utf-8")
    )
    partners.write_text(ended, "utf-8")
    proof = CliRunner().invoke(loa, ["-C", str(workspace), "proof", "pano-mau"])
    checked = CliRunner().invoke(loa, ["-C", str(workspace), "check"])
    told = [each.output.count("[name-not-valid]") for each in (proof, checked)]
    assert (told, "không liên quan" in proof.output) == ([1, 1], False), proof.output


def test_an_authors_drawing_is_printed_in_the_brands_inks(
    workspace: Path, workers: Processes
) -> None:
    edit(workspace / "content/pano.md", "size:", f"illustration: {DRAWING}\nsize:")
    inside = (
        '<linearGradient id="a"><stop stop-color="#F2B233"/><stop offset="1"/></linearGradient>'
        '<rect width="90" height="60" fill="#F2B233"/><circle cx="45" cy="30" r="20"/>'
        '<g opacity=".5"><rect width="20" height="60" fill="#FFFFFF"/></g>'
        '<rect x="70" width="20" height="60" fill="url(#a)"/>'
    )
    (workspace / DRAWING).write_text(SVG.format(inside), "utf-8")
    chosen = Choice("pano-mau", "kcn-mau", ("pdf-outlines", "tiff"))
    assert told(run(workspace, workers, chosen)) == []
    made = files(workspace)
    assert tool("pdfimages", "-list", made[f"{PANELS[1]}.pdf"]).splitlines()[2:] == []
    assert tool("pdffonts", made[f"{PANELS[1]}_chu-thanh-net.pdf"]).splitlines()[2:] == []
    with Image.open(made[f"{PANELS[1]}.tif"]) as tiff:
        inks = {colour for _, colour in tiff.getcolors(1 << 24) or ()}
    assert {(0, 82, 230, 5), (0, 0, 0, 255)} <= inks  # nắng 0/32/90/2, and black alone
    assert {(0, 41, 115, 3), (0, 41, 115, 130)} & inks  # half of it, and on the way to black


def test_what_a_studio_delivers_is_printed_as_it_came_and_tried_by_check(
    workspace: Path, workers: Processes
) -> None:
    edit(workspace / "content/pano.md", "size:", "artwork: assets/in/pano.pdf\nsize:")
    (workspace / "assets/in").mkdir()
    sheet, delivered = PressSheet(Size(3000, 2000), bleed=30), workspace / "assets/in/pano.pdf"
    delivered.write_bytes(studio_pdf(PAGE + b" 1 0 0 rg 0 0 900 900 re f", sheet=sheet))
    checked = CliRunner().invoke(loa, ["-C", str(workspace), "check", "--format", "json"])
    found = [one for one in json.loads(checked.output) if one["code"] == "colour-not-cmyk"]
    assert [(one["path"], one["line"]) for one in found] == [("content/pano.md", 9)], checked.output
    delivered.write_bytes(studio_pdf(sheet=sheet))
    assert told(run(workspace, workers, Choice("pano-mau"))) == []
    name = "mau_pano-mau_moi-diem_3000x2000mm"  # one file for all places
    assert files(workspace)[f"{name}.pdf"].read_bytes() == delivered.read_bytes()
    report = json.loads(files(workspace)[f"{name}_kiem-tra.json"].read_text("utf-8"))
    assert report["verdict"] == "deliver"
    assert [one["point"] for one in report["points"] if one["attested"]] == [10]


def test_a_sponsor_stands_at_the_bottom_of_a_panel(workspace: Path, workers: Processes) -> None:
    sponsor = "sponsor: {name: Bên tài trợ mẫu, share: 15, at: bottom}\nsize:"
    edit(workspace / "content/pano.md", "size:", sponsor)
    assert told(run(workspace, workers, Choice("pano-mau", "kcn-mau"))) == []
    said = tool("pdftotext", files(workspace)[f"{PANELS[1]}.pdf"], "-")
    assert "Bên tài trợ mẫu" in said


LOGO = "assets/tai-tro.svg"


def sponsored(root: Path, logo: str, data: bytes) -> None:
    sponsor = f"sponsor: {{name: Bên tài trợ mẫu, share: 15, at: bottom, logo: {logo}}}\nsize:"
    edit(root / "content/pano.md", "size:", sponsor)
    (root / logo).write_bytes(data)


@pytest.mark.parametrize(
    ("logo", "data"),
    [
        (LOGO, SVG.format('<circle cx="45" cy="30" r="30" fill="#F2B233"/>').encode()),
        (PHOTO, picture_of("RGB", 700, 650, "orange")),
    ],
)
def test_a_sponsors_logo_is_printed_in_ink(
    workspace: Path, workers: Processes, logo: str, data: bytes
) -> None:
    sponsored(workspace, logo, data)
    assert told(run(workspace, workers, Choice("pano-mau", "kcn-mau", ("tiff",)))) == []
    with Image.open(files(workspace)[f"{PANELS[1]}.tif"]) as tiff:
        found = tiff.crop((0, 2409 * 85 // 100 + 60, 3591, 2409)).getcolors(1 << 24) or ()
    orange = [n for n, ink in found if isinstance(ink, tuple) and ink[1] > 60 and ink[2] > 150]
    assert sum(orange) > 20_000


FEW_PIXELS = ("resolution: 30", "resolution: 10")  # more take longer


def test_a_logo_beside_a_photograph_of_as_many_pixels(workspace: Path, workers: Processes) -> None:
    edit(workspace / "campaigns/printers.yml", *FEW_PIXELS)
    logo = "assets/bieu-trung.tif"
    sponsored(workspace, logo, picture_of("CMYK", 900, 900, (0, 200, 0, 0), "TIFF"))
    edit(workspace / "content/pano.md", "size:", "illustration: assets/anh.tif\nsize:")
    (workspace / "assets/anh.tif").write_bytes(picture_of("CMYK", 900, 900, (200, 0, 0, 0), "TIFF"))
    assert told(run(workspace, workers, Choice("pano-mau", "kcn-mau", ("tiff",)))) == []
    with Image.open(files(workspace)[f"{PANELS[1]}.tif"]) as tiff:
        found = {ink: n for n, ink in tiff.getcolors(1 << 24) or ()}
    assert (found[200, 0, 0, 0] > 110_000, found[0, 200, 0, 0] > 2_200) == (True, True)


@pytest.mark.parametrize(
    ("logo", "data", "code"),
    [
        (
            LOGO,
            SVG.format('<rect width="9" height="9" fill="#123456"/>').encode(),
            "drawing-colour",
        ),
        (PHOTO, picture("RGBA", 40, "PNG"), "print-picture"),
        (PHOTO, picture("RGB", 40, "PNG"), "picture-too-coarse"),
    ],
)
def test_a_logo_that_cannot_be_printed(
    workspace: Path, workers: Processes, logo: str, data: bytes, code: str
) -> None:
    sponsored(workspace, logo, data)
    found = told(run(workspace, workers, Choice("pano-mau", "kcn-mau")))
    assert found == [(code, "content/pano.md", 9)]


def test_an_rgb_photograph_is_brought_into_ink(workspace: Path, workers: Processes) -> None:
    edit(workspace / "campaigns/printers.yml", *FEW_PIXELS)
    edit(workspace / "content/pano.md", "size:", f"illustration: {PHOTO}\nsize:")
    (workspace / PHOTO).write_bytes(picture("RGB", 900, "PNG"))
    chosen = Choice("pano-mau", "kcn-mau", ("tiff",))
    assert told(run(workspace, workers, chosen)) == []
    listed = tool("pdfimages", "-list", files(workspace)[f"{PANELS[1]}.pdf"]).splitlines()[2:]
    assert [line.split()[5:7] for line in listed] == [["cmyk", "4"]]


SLOGAN = "slogan: Nước sạch, máy bền | Nhà xưởng thơm"


@pytest.mark.parametrize(
    ("name", "old", "new", "found"),
    [
        ("content/bang-ron.md", SLOGAN, "slogan: " + "Nước sạch " * 30, ("text-too-long", 7)),
        ("content/bang-ron.md", SLOGAN, 'slogan: "|||"', ("text-without-words", 7)),
        ("content/bang-ron.md", "place: ccn-mau", "place: ccn-may", ("unknown-place", 14)),
        ("content/bang-ron.md", "6 x 0,8 m", "0 x 0,8 m", ("bad-size", 8)),
        ("content/bang-ron.md", "6 x 0,8 m", "-6 x 0,8 m", ("bad-size", 8)),
        ("content/bang-ron.md", "6 x 0,8 m", "5 x 5 cm", ("text-too-long", 7)),
        ("content/bang-ron.md", "6 x 0,8 m", "1 x 0,8 m", ("text-too-long", 7)),
        ("content/pano.md", "3 x 2 m", "5 x 5 cm", ("text-too-long", 7)),
        ("content/bang-ron.md", "Nhà xưởng thơm", "Nhà xưởng 漢", ("missing-glyph", 7)),
        ("content/bang-ron.md", "size:", "printer: nha-khac\nsize:", ("unknown-printer", 8)),
        ("content/bang-ron.md", "size:", "template: khong-co\nsize:", ("no-such-template", 8)),
        ("content/pano.md", "arrow: left, ", "", ("field-unfilled", 8)),
        ("content/pano.md", "size:", "illustration: khong-co\nsize:", ("no-such-drawing", 9)),
        ("campaigns/printers.yml", "icc/mau.icc", "icc/khong.icc", ("bad-profile", 9)),
        ("campaigns/printers.yml", "hem: 30 mm", "hem: 30 thước", ("bad-length", 6)),
        ("campaigns/printers.yml", "hem: 30 mm", "roll: 20 mm", ("roll-overlap", 2)),
        ("campaigns/printers.yml", "inset: 15 mm", "inset: 500 mm", ("printer-margin", 7)),
        (
            "campaigns/printers.yml",
            "resolution: 30",
            "resolution: 1200\n    formats: [tiff]",
            ("tiff-too-large", 8),
        ),
    ],
)
def test_bad_input_is_told_with_its_line(  # noqa: PLR0913, PLR0917 - a table's columns
    workspace: Path, workers: Processes, name: str, old: str, new: str, found: tuple[str, int]
) -> None:
    edit(workspace / name, old, new)
    assert (found[0], name, found[1]) in told(run(workspace, workers))
    assert files(workspace) == {}


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "line"),
    [
        ("content/bang-ron.md", SLOGAN, "slogan: " + "Nước sạch " * 30, "text-too-long", 7),
        ("content/bang-ron.md", "6 x 0,8 m", "5 x 5 cm", "text-too-long", 7),
        ("content/bang-ron.md", "Nhà xưởng thơm", "Nhà xưởng 漢", "missing-glyph", 7),
        ("content/pano.md", "size:", "illustration: khong-co\nsize:", "no-such-drawing", 9),
        ("content/pano.md", "size:", "layout: khong-co\nsize:", "no-such-layout", 9),
        ("content/pano.md", "3 x 2 m", "1 x 20 m", "size-without-layout", 9),
        ("content/pano.md", "3 x 2 m", "20 x 1 m", "size-without-layout", 9),
        ("campaigns/printers.yml", "hem: 30 mm", "hem: 30 cm", "printer-margin", 6),
        (
            "campaigns/printers.yml",
            "resolution: 30",
            "resolution: 1200\n    formats: [tiff]",
            "tiff-too-large",
            8,
        ),
        ("assets/brand.yml", "family: Be Vietnam Pro", "family: Arial", "no-such-font", 46),
    ],
)
def test_check_knows_what_a_build_would_refuse(  # noqa: PLR0913, PLR0917 - a table's columns
    workspace: Path, name: str, old: str, new: str, code: str, line: int
) -> None:
    edit(workspace / name, old, new)
    found = check(world(workspace).files, AS_OF).errors
    assert [(one.rule.code, one.where.path, one.where.line) for one in found] == [
        (code, name, line)
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("body: 400", "body: 450", "no-such-weight", 48),
        ("cmyk: [90, 25, 75, 35]", "cmyk: [100, 100, 100, 100]", "brand-ink", 9),
    ],
)
def test_check_warns_of_what_comes_out_otherwise(
    workspace: Path, old: str, new: str, code: str, line: int
) -> None:
    before = check(world(workspace).files, AS_OF).diagnostics
    edit(workspace / "assets/brand.yml", old, new)
    after = check(world(workspace).files, AS_OF).diagnostics
    found = [(one.rule.code, one.where.path, one.where.line) for one in after if one not in before]
    assert found == [(code, "assets/brand.yml", line)]


@pytest.mark.parametrize(
    ("shape", "codes"),
    [
        ('<path d="M0 0h60v40z" fill="#F2B233"/>', []),
        ('<path d="M0 0h190v9z" fill="#F2B233"/>', ["drawing-cut"]),
        ('<path d="M0 -2h60v40z" fill="#F2B233"/>', ["drawing-cut"]),
        ('<path d="M200 200h60v40z" fill="#F2B233"/>', ["picture-blank"]),
        ('<path d="M0 0h60v40z" fill="#0B6B4B"/>', ["drawing-unseen"]),
        (
            '<path d="M0 0h90v60z" fill="none" stroke="#FFFFFF" stroke-width="0.02"/>',
            ["drawing-hairline"],
        ),
        ('<path d="M0 0h60v40z" fill="#0B6B4B" stroke="#F2B233"/>', []),
        ('<path d="M0 0h90v60z"/><path d="M0 0h90v60h-90z" fill="#0B6B4B"/>', ["drawing-unseen"]),
        ('<path d="M0 0h90v60h-90zM5 5h80v50h-80z" fill="#0B6B4B"/>', ["drawing-unseen"]),
        ('<path d="M40 30h9v9z" fill="#F2B233"/>', ["drawing-tiny"]),
        ('<path d="M0 0h90v60h-90z" fill="#F2B233" opacity=".05"/>', ["drawing-unseen"]),
        (
            '<path d="M0 0h90v60h-90z" fill="#0B6B4B"/><path d="M4 4h5v5z" fill="#FFFFFF"/>',
            ["drawing-tiny"],
        ),
        ('<path d="M0 0C30 60 60 60 90 0" fill="none" stroke="#FFFFFF"/>', []),
    ],
)
def test_what_of_a_drawing_cannot_be_seen_is_told(
    workspace: Path, shape: str, codes: list[str]
) -> None:
    """And its rights are not called unused: the panel shows it."""
    rights = f"rights: [{{file: {DRAWING}, credit: Người mẫu, source: Tự vẽ}}]"
    edit(workspace / "content/pano.md", "size:", f"illustration: {DRAWING}\n{rights}\nsize:")
    (workspace / DRAWING).write_bytes(SVG.format(shape).encode())
    found = check(world(workspace).files, AS_OF).diagnostics
    mine = [one.rule.code for one in found if one.where.path == "content/pano.md"]
    assert [code for code in mine if code != "never-appears"] == codes


def test_a_profile_of_the_screen(workspace: Path, workers: Processes) -> None:
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    (workspace / "assets/icc/mau.icc").write_bytes(screen)
    assert told(run(workspace, workers)) == [("bad-profile", "campaigns/printers.yml", 9)]


def test_a_mistake_in_a_template(workspace: Path, workers: Processes) -> None:
    write(workspace, "assets/print/panel-words.typ", '#import "common.typ": *\n\n#let x = (1\n')
    found = told(run(workspace, workers, Choice("pano-mau", "kcn-mau")))
    assert found == [("template-error", "assets/print/panel-words.typ", 3)]


def test_a_font_that_is_not_there(workspace: Path, workers: Processes) -> None:
    edit(workspace / "assets/brand.yml", "family: Be Vietnam Pro", "family: Phông Không Có")
    found = told(run(workspace, workers, Choice("pano-mau", "kcn-mau")))
    assert [(code, path) for code, path, _ in found] == [("no-such-font", "assets/brand.yml")]


def test_an_ink_that_the_brand_lacks(workspace: Path, workers: Processes) -> None:
    own = '#import "common.typ": *\n#show: sheet.with("la")\n#rect(fill: ink("tim"))\n'
    write(workspace, "assets/print/panel-words.typ", own)
    (found,) = run(workspace, workers, Choice("pano-mau", "kcn-mau")).blocking
    assert (found.rule.code, str(found.where)) == (
        "no-such-ink",
        "assets/print/panel-words.typ:3:13",
    )
    assert found.hint("en").startswith("Call one of these here: ")


BARE = """\
#import "common.typ": *
#show: sheet.with("la")
#context draw-lines(fit-lines("headline", (
  width: W, height: H / 2, min: 1, max: 200, lines: 2,
)), 200, 200)
#put(200, 1500, qr-code(300))
"""


@pytest.mark.parametrize(
    ("own", "found"),
    [
        (
            {"panel-words.typ": BARE},
            [("slot-left-out", "assets/print/panel-words.typ", 0)] * 5,
        ),
        (
            {"panel-words.typ": BARE.replace('sheet.with("la")', 'sheet.with("xanh")')},
            [("no-such-ink", "assets/print/panel-words.typ", 2)],
        ),
        (
            {"panel-words.typ": BARE.replace('"headline"', '"slogan"')},
            [("template-error", "assets/print/panel-words.typ", 3)],
        ),
        (
            {"common.typ": "#let job = json(bytes(sys.inputs.job))\n#let W = 1\n"},
            [("template-error", "assets/print/common.typ", 0)],
        ),
    ],
    ids=["slots", "ink", "another-medium", "common"],
)
def test_what_an_own_template_leaves_out_is_told_at_its_file(
    workspace: Path, workers: Processes, own: dict[str, str], found: list[tuple[str, str, int]]
) -> None:
    for name, text in own.items():
        write(workspace, f"assets/print/{name}", text)
    assert told(run(workspace, workers, Choice("pano-mau", "kcn-mau"))) == found


def test_a_layout_for_another_medium_is_told_at_the_piece(
    workspace: Path, workers: Processes
) -> None:
    edit(workspace / "content/bang-ron.md", "size:", "template: panel-beside\nsize:")
    found = told(run(workspace, workers, Choice("bang-ron-mau")))
    assert found == [("no-such-template", "content/bang-ron.md", 8)]


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("#foo(1)", "nothing has this name"),
        ('#(1pt + "a")', "two kinds of values do not go together"),
        ('#image("khong.png")', "a template loads no pictures"),
        ('#include "khong.typ"', "there is no such file beside the templates"),
        ("#rect(foo: 1)", "the function is called with values"),
        ("#((1, 2).at(5))", "a list has fewer entries"),
        ("#(1 / 0)", "something is divided by nothing"),
        ("#let x = (1", "a bracket or quotation mark"),
        ('#import "@preview/cetz:0.3.1": canvas', "use what lies beside the templates"),
        ("#while true {}", "this would never end"),
        ('#read("../../../brand.yml")', "only files beside the templates can be read"),
    ],
)
def test_typsts_frequent_errors_are_explained(
    workspace: Path, workers: Processes, line: str, meaning: str
) -> None:
    write(workspace, "assets/print/panel-words.typ", f'#import "common.typ": *\n\n{line}\n')
    (found,) = run(workspace, workers, Choice("pano-mau", "kcn-mau")).blocking
    assert (str(found.where)[:31], meaning in found.message("en")) == (
        "assets/print/panel-words.typ:3:",
        True,
    )


LINKED = '#put(900, 900, link("https://example.org")[#box(width: 9mm, height: 9mm)])'
FADING = "#put(0, 0, rect(width: mm(300), height: mm(90), fill: gradient.linear({})))"
INKS = 'ink("la"), ink("mam")'


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (LINKED, "pdf-active"),
        (FADING.format(INKS), "colour-not-cmyk"),
        ("#put(9, 9, rect(width: mm(9), height: mm(9), fill: white))", "colour-not-cmyk"),
        ('#put(9, 500, line(length: mm(90), stroke: 0.1pt + ink("nang")))', "hairline"),
        (
            '#put(-job.bleed, 0, rect(width: mm(job.bleed), height: mm(H), fill: ink("giay")))',
            "bleed-bare",
        ),
        ("#pagebreak()\n#put(9, 9, box())", "template-other-page"),
    ],
)
def test_what_a_print_shop_would_refuse_is_told_at_the_template(
    workspace: Path, workers: Processes, line: str, code: str
) -> None:
    default = (ROOT / "generator/templates/print/panel-words.typ").read_text("utf-8")
    write(workspace, "assets/print/panel-words.typ", f"{default}\n{line}\n")
    found = told(run(workspace, workers, Choice("pano-mau", "kcn-mau")))
    at = default.count("\n") + 2 if "gradient" in line else 0  # its line, where it is known
    assert found == [(code, "assets/print/panel-words.typ", at)]


def test_a_gradient_of_inks_is_measured_and_delivered_as_tiff_too(
    workspace: Path, workers: Processes
) -> None:
    default = (ROOT / "generator/templates/print/panel-words.typ").read_text("utf-8")
    own = f"{default}\n{FADING.format(INKS + ', space: cmyk')}\n"
    write(workspace, "assets/print/panel-words.typ", own)
    assert told(run(workspace, workers, Choice("pano-mau", "kcn-mau"))) == []
    report = json.loads(files(workspace)[f"{PANELS[1]}_kiem-tra.json"].read_text("utf-8"))
    assert [one["code"] for point in report["points"] for one in point["found"]] == []
    assert told(run(workspace, workers, Choice("pano-mau", "kcn-mau", ("tiff",)))) == []


def test_the_run_list_tells_what_the_office_is_to_put_into_a_piece() -> None:
    gap = Gap(what="contact", ask="Hỏi số điện thoại.")
    owner = SimpleNamespace(unknown=())
    entry = SimpleNamespace(
        activity=SimpleNamespace(responsible="so"), campaign=SimpleNamespace(owner="so")
    )
    ordered = SimpleNamespace(entry=entry, order=SimpleNamespace(preview=()))
    piece = SimpleNamespace(rendering=ordered, piece=SimpleNamespace(title="Bài", to_fill=(gap,)))
    context = SimpleNamespace(workspace=SimpleNamespace(partners={"so": owner}))
    assert run_list_files._lacks(cast("Any", context), cast("Any", [piece])) == (  # noqa: SLF001
        "Bài: Hỏi số điện thoại.",
    )


def test_two_renderings_for_one_place_are_two_files_and_counted_once(
    workspace: Path, workers: Processes
) -> None:
    edit(workspace / "content/pano.md", "place: ccn-mau", "place: kcn-mau")
    assert told(run(workspace, workers)) == []
    made = files(workspace)
    names = [f"mau_pano-mau_kcn-mau{number}_3000x2000mm.pdf" for number in ("", "-ban-2")]
    assert [name in made for name in names] == [True, True]
    sheet = load_workbook(made["danh-sach-in_quy-2-2021.xlsx"]).active
    assert sheet is not None
    rows = [row for row in sheet.iter_rows(min_row=4, values_only=True) if row[6]]
    assert [(row[4], row[8]) for row in rows[2:]] == [(name, 1) for name in names]
    sums = [row for row in sheet.iter_rows(min_row=8, values_only=True) if not row[6]]
    assert [(row[0], row[8]) for row in sums] == [
        ("Băng rôn", "=SUM(I4:I5)"),
        ("Pano", "=SUM(I6:I7)"),
        ("Cộng", "=SUM(I4:I7)"),
    ]


@pytest.mark.parametrize(
    ("choice", "near"),
    [
        (Choice("pano-may"), "pano-mau"),
        (Choice("pano-mau", "kcn-may"), "kcn-mau"),
        (Choice("", "khong-co"), "kcn-mau"),
    ],
)
def test_a_choice_of_nothing_is_refused(
    workspace: Path, workers: Processes, choice: Choice, near: str
) -> None:
    with pytest.raises(ChoiceError) as caught:
        run(workspace, workers, choice)
    assert near in caught.value.details["known"]
    assert files(workspace) == {}


def test_a_draft_is_not_printed_yet(workspace: Path, workers: Processes) -> None:
    edit(workspace / "content/pano.md", "status: approved", "status: draft")
    with pytest.raises(ChoiceError, match="is not printed yet"):
        run(workspace, workers, Choice("pano-mau"))


def test_a_template_whose_name_is_misspelt(workspace: Path, workers: Processes) -> None:
    write(workspace, "assets/print/panle-words.typ", '#import "common.typ": *\n')
    warned = [
        (one.rule.code, one.where.path, one.details["near"])
        for one in run(workspace, workers).report.diagnostics
        if one.rule.code == "template-not-used"
    ]
    assert warned == [("template-not-used", "assets/print/panle-words.typ", "panel-words.typ")]


def test_a_printer_without_a_profile_is_warned_of(workspace: Path, workers: Processes) -> None:
    edit(workspace / "campaigns/printers.yml", "    profile: assets/icc/mau.icc\n", "")
    found = run(workspace, workers).report.diagnostics
    assert ("printer-without-profile", "campaigns/printers.yml") in [
        (one.rule.code, one.where.path) for one in found
    ]


def test_a_panel_of_40_by_20_metres(workspace: Path, workers: Processes) -> None:
    edit(workspace / "content/pano.md", "3 x 2 m", "40 x 20 m")
    assert told(run(workspace, workers, Choice("pano-mau", "kcn-mau"))) == []
    tiles = files(workspace)["mau_pano-mau_kcn-mau_40000x20000mm_ghep-tam.pdf"]
    assert re.findall(r"Pages: +(\d+)", tool("pdfinfo", tiles)) == ["8"]
    results = preflight(Delivery(tiles.read_bytes(), pages=8))
    assert [found.rule.code for one in results for found in one.faults] == []


def test_the_key_of_many_panels_is_one_page(workspace: Path, workers: Processes) -> None:
    edit(workspace / "content/pano.md", "3 x 2 m", "50 x 50 m")
    assert told(run(workspace, workers, Choice("pano-mau", "kcn-mau"))) == []
    tiles = files(workspace)["mau_pano-mau_kcn-mau_50000x50000mm_ghep-tam.pdf"]
    assert re.findall(r"Pages: +(\d+)", tool("pdfinfo", tiles)) == ["17"]


def test_a_shape_that_a_template_is_not_made_for(workspace: Path, workers: Processes) -> None:
    edit(workspace / "content/bang-ron.md", "6 x 0,8 m", "6 x 0,12 m")
    found = run(workspace, workers, Choice("bang-ron-mau")).blocking
    assert "The template banner-words is not made for 6 × 0,12 m" in found[0].hint("en")


def test_the_report_follows_the_copies(workspace: Path, workers: Processes) -> None:
    run(workspace, workers, Choice("bang-ron-mau"))
    edit(workspace / "content/bang-ron.md", "copies: 20", "copies: 25")
    run(workspace, workers, Choice("bang-ron-mau"))
    report = json.loads(files(workspace)[f"{BANNER}_kiem-tra.json"].read_text("utf-8"))
    assert report["job"]["copies"] == 35


def test_a_workspace_without_printers_is_warned_of(workspace: Path, workers: Processes) -> None:
    (workspace / "campaigns/printers.yml").unlink()
    found = run(workspace, workers, Choice("pano-mau", "kcn-mau")).report.diagnostics
    told = [one.details["medium"] for one in found if one.rule.code == "no-printer"]
    assert told == ["banner, panel"]


def test_a_file_that_cannot_be_written_makes_nobody_wait_for_the_others() -> None:
    files_of, lock, none = {"pdf": b"one", "png": b"two"}, Lock(), cast("Any", None)
    piece = PieceFiles(none, none, lock, PressFiles(), files_of)
    vars(piece)["kinds"] = frozenset(files_of)
    on_a_full_disk = piece.chunks("pdf")
    assert next(on_a_full_disk) == b"one"  # whose second half nobody asks for
    assert not lock.locked()
    assert [*piece.chunks("png")] == [b"two"]
