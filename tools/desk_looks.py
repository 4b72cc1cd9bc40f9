"""Pictures of the screens of the desk, of the real pieces as of a day of their plan."""
# ruff: noqa: PLC0415 - only whoever wants pictures needs Pillow

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from signal import SIGINT

from office_looks import office_screens, take_up

from generator.desk.calendar_days import handle_of_item
from generator.desk.piece_views import handle_of
from generator.model.word_copy import WordCopy
from generator.text.word.styles import BODY
from generator.vietnamese.dates import HANOI

DAY = "2021-09-20"
PIECE, STORY, BANNER = DRAFTS = (
    "content/phat-thanh/phat-thanh-2021-3-1.md",
    "content/bao-chi/bao-dong-nai-2021-2-1.md",
    "content/bang-ron/bang-ron-2021-3.md",
)
SLOT = "phat-thanh-2021-4-1"
WORKSPACE = ("mkdocs.yml", "assets", "campaigns", "content")
SCREENS = {
    "ban-hom-nay": "/",
    "ban-bai": "/bai?loai=radio",
    "ban-viet-moi": "/bai/moi",
    "ban-mot-bai": f"/bai/{handle_of(PIECE)}",
    "ban-hinh": f"/bai/{handle_of(STORY)}",
    "ban-bang-ron": f"/bai/{handle_of(BANNER)}",
    "ban-ke-hoach": "/ke-hoach",
    "ban-lich": f"/lich?ngay=2021-10-01&doi={handle_of_item(SLOT)}&sang=14/10",
    "ban-phat-hanh": "/lich/phat-hanh/2021-4",
    "ban-ma-ket": f"/ma-ket/{handle_of('content/pano/pano-2021-3.md')}",
    "ban-danh-muc-in": "/ma-ket/danh-sach?bo=dong-nai-2021_III-2021",
    "ban-dung-trang": "/dung",
}
"""Each picture, and the screen that it shows."""
DEEDS = {
    "ban-bang": "/bang?viec=bang-ron&cot=chung",
    "ban-minh-chung": "/minh-chung",
    "ban-bao-cao": "/bao-cao",
}
"""The same of test data: no source tells that anything of the real plan was done."""

Look = Callable[[str, str, int, Path, str], None]
"""Takes the picture of an address that is opened by another, at a width, into a file.

In an office somebody signs in there by name.
"""


def desk_looks(root: Path, out: Path, look: Look) -> Iterator[Path]:
    """Pictures for the handbook, small enough to be kept with it."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        copy, empty, shot = (Path(folder) / name for name in ("kho", "trong", "shot.png"))
        _lay(root, copy)
        empty.mkdir()
        deeds = Path(shutil.copytree(root / "tests/examples/deeds", Path(folder) / "viec"))
        of_pieces = {**SCREENS, "ban-word": _came_back(copy, Path(folder) / "data")}
        of_places = ((copy, of_pieces), (deeds, DEEDS), (empty, {"ban-bat-dau": "/"}))
        for place, screens in of_places:
            with _desk(place, Path(folder) / "data") as start:
                for name, address in screens.items():
                    look(start, address, 1280, shot, "")
                    yield _kept(shot, out / f"{name}.webp")
        take_up(copy, Path(folder) / "data")
        with _desk(copy, Path(folder) / "data", "--office") as start:
            for name, address, who in office_screens(start, SCREENS["ban-mot-bai"]):
                look(start.rstrip("/"), address, 1280, shot, who)
                yield _kept(shot, out / f"{name}.webp")


def _lay(root: Path, copy: Path) -> None:
    """The workspace with pieces that are being written."""
    for name in WORKSPACE:
        lay = shutil.copytree if (root / name).is_dir() else shutil.copy2
        copy.mkdir(exist_ok=True)
        lay(root / name, copy / name)
    for path in DRAFTS:
        text = re.sub(r"(?m)^approved_\w+: .*\n", "", (copy / path).read_text("utf-8"))
        (copy / path).write_text(re.sub(r"(?m)^status: \w+", "status: draft", text), "utf-8")


def _came_back(copy: Path, data: Path) -> str:
    """The address of what was changed of a story in Word: some words, and a paragraph more."""
    from docx import Document

    from generator.adapters.word_folder import FolderWordCopies
    from generator.app.word_exchange import word_of

    text, copies = (copy / STORY).read_text("utf-8"), FolderWordCopies(copy, data)
    given = word_of(STORY, text, lambda path: (copy / path).read_bytes())
    document, target = Document(BytesIO(given)), BytesIO()
    plain = [each for each in document.paragraphs if each.style and each.style.name == BODY]
    plain[0].runs[0].text = plain[0].runs[0].text.replace("mỗi tháng", "hằng tháng")
    plain[1].insert_paragraph_before("Cả nhóm họp mười phút mỗi sáng thứ hai.", plain[1].style)
    document.save(target)
    name, now = "Sáu bước.docx", datetime(2021, 9, 20, 8, tzinfo=HANOI)
    copies.put(STORY, WordCopy("gave", name, given, now, text))
    back = WordCopy("back", name, target.getvalue(), now + timedelta(hours=3))
    copies.put(STORY, back)
    return f"/bai/{handle_of(STORY)}/word/{back.key}"


@contextmanager
def _desk(root: Path, data: Path, *more: str) -> Iterator[str]:
    """The address by which the running desk is opened."""
    command = (sys.executable, "-m", "generator", "-C", str(root), "desk", "--port", "0", *more)
    told = {**os.environ, "LOA_DATA": str(data), "LOA_LANG": "vi"}
    pipe = subprocess.PIPE
    process = subprocess.Popen([*command, "--as-of", DAY], stdout=pipe, text=True, env=told)
    try:
        line = process.stdout.readline() if process.stdout else ""
        yield next(word.rstrip(".") for word in line.split() if word.startswith("http://"))
    finally:
        process.send_signal(SIGINT)
        process.wait()


def _kept(shot: Path, target: Path) -> Path:
    from PIL import Image

    with Image.open(shot) as picture:
        picture.save(target, "WEBP", quality=80, method=6)
    return target
