"""`loa import` as an editor types it, on a copy of `examples/paper` (test data)."""

import io
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

Loa = Callable[..., subprocess.CompletedProcess[str]]


def word(path: Path, *, comment: bool = False) -> Path:
    picture = io.BytesIO()
    Image.linear_gradient("L").resize((30, 20)).save(picture, "PNG")
    picture.seek(0)
    document = Document()
    document.add_paragraph("Tít “thử” & C < 5: x # không", "Title")
    document.add_paragraph("Sapo thử.", "Subtitle")
    run = document.add_paragraph("Đoạn một.").runs[0]
    document.add_picture(picture)
    document.add_paragraph("Ảnh xưởng thử. Ảnh: Người thử", "Caption")
    if comment:
        document.add_comment(run, "Xem lại", author="Người thử")
    document.save(str(path))
    return path


def test_a_draft_that_passes_the_check(paper: Path, loa: Loa, tmp_path: Path) -> None:
    file = word(tmp_path / "Bài gửi.docx")
    done = loa("import", str(file), cwd=paper)
    picture = "assets/anh/bao-thu-2021-2-1/1-anh-xuong-thu-anh-nguoi-thu.png"
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"Picture: {picture}\nWritten: content/bao-chi/bao-thu-2021-2-1.md. "
        "Next: open it, fill in the head, then loa check\n"
    )
    text = (paper / "content/bao-chi/bao-thu-2021-2-1.md").read_text(encoding="utf-8")
    assert text == (
        "---\nid: bao-thu-2021-2-1\nmedium: newspaper\ncampaign: thu\nactivity: bao-thu\n"
        'title: "Tít “thử” & C < 5: x # không"\n'
        'summary: "Một câu cho biết người đọc sẽ gặp gì ở đây."\n'
        'standfirst: "Sapo thử."\nquarter: II/2021\nbasis: proposed\nstatus: draft\n'
        f'rights:\n  - file: {picture}\n    credit: "Người thử"\n---\n\n'
        f"Đoạn một.\n\n![](../../{picture})\n\n*Ảnh xưởng thử. Ảnh: Người thử*\n"
    )
    told = loa("check", cwd=paper).stdout
    assert "alt-missing" in told  # the document says nothing of what the picture shows
    assert "people-unsaid" in told
    assert told.count("error[") == 1


def test_the_lead_stands_first_where_a_medium_has_no_key_for_it(
    paper: Path, loa: Loa, tmp_path: Path
) -> None:
    file = word(tmp_path / "bai.docx")
    assert loa("import", "--medium", "article", str(file), cwd=paper).returncode == 0
    (path,) = (
        path for path in (paper / "content").rglob("*.md") if "Đoạn một." in path.read_text()
    )
    body = path.read_text("utf-8").partition("\n---\n")[2].strip()
    assert body.split("\n\n")[:2] == ["Sapo thử.", "Đoạn một."]


def test_what_is_lost_is_listed(paper: Path, loa: Loa, tmp_path: Path) -> None:
    done = loa("import", str(word(tmp_path / "bai.docx", comment=True)), cwd=paper)
    assert done.returncode == 0
    assert "bai.docx:3:1: warning[word-comment]" in done.stdout
    assert "    3 │ Đoạn một." in done.stdout


def test_nothing_is_overwritten(paper: Path, loa: Loa, tmp_path: Path) -> None:
    file = word(tmp_path / "bai.docx")
    loa("import", str(file), cwd=paper)
    before = {p: p.read_bytes() for p in paper.rglob("*") if p.is_file()}
    assert loa("import", str(file), cwd=paper).returncode == 0
    assert {p: p.read_bytes() for p in before} == before
    assert (paper / "content/bao-chi/bao-thu-2021-2-2.md").is_file()


def test_a_file_in_the_way_stops_it(paper: Path, loa: Loa, tmp_path: Path) -> None:
    way = paper / "assets/anh/bao-thu-2021-2-1"
    way.write_text("in the way", encoding="utf-8")
    done = loa("import", str(word(tmp_path / "bai.docx")), cwd=paper)
    assert done.returncode == 2
    assert "in the way" in done.stderr
    assert not (paper / "content/bao-chi").exists()


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("bai.docx", b"PK\x03\x04 broken", 1, "word-broken"),
        ("bai.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), 1, "word-old-form"),
        ("khong-co.docx", None, 2, "There is no file"),
    ],
)
def test_a_bad_file_is_refused(  # noqa: PLR0913, PLR0917 - what pytest passes
    name: str, data: bytes | None, code: int, words: str, paper: Path, loa: Loa, tmp_path: Path
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = loa("import", str(tmp_path / name), cwd=paper)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr
    assert not (paper / "content/bao-chi").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_what_is_no_file_is_named(paper: Path, loa: Loa, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "bai.docx")
    pipe = str(tmp_path / "bai.docx")
    done = loa("import", pipe, cwd=paper, env={"LOA_LANG": "vi"})
    last = f"Lỗi: {pipe} là ống nối giữa các chương trình (FIFO), không phải tệp."
    assert done.stderr.splitlines()[-1] == last
    done = loa("import", str(tmp_path), cwd=paper)
    assert done.stderr.endswith(" is a folder, not a file.\n")


def test_the_reason_is_told_in_vietnamese(paper: Path, loa: Loa, tmp_path: Path) -> None:
    (tmp_path / "bai.doc").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    done = loa("import", str(tmp_path / "bai.doc"), cwd=paper, env={"LOA_LANG": "vi"})
    assert "“bai.doc” là tệp Word kiểu cũ (.doc) hoặc của chương trình khác." in done.stderr
    assert "Chưa ghi gì cả." in done.stderr
