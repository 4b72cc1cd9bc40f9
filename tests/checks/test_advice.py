"""What a message advises works: every form of file that a hint names is taken where it was told.

A row puts a useless file into a place of `examples/whole`. Then a good file of each form that the
hint names, in CMYK if it says so, takes its place, and nothing of it is told any more.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.adapters.files import FolderFiles
from generator.app.check import CheckScope, check
from generator.diagnostics import Diagnostic
from generator.model.memory import Memory, PassingStore
from generator.planning.visibility import start_of
from generator.testing import MemoryFiles
from generator.vietnamese.dates import read_date
from tests.conftest import hum

AS_OF = start_of(read_date("1/6/2021"))
PROFILE = Path(__file__).parents[2] / "assets/icc/FOGRA39-derived.icc"
NO_PROFILE = (
    "campaigns/printers.yml",
    "    profile: assets/icc/thu.icc\n    condition: FOGRA39\n",
    "",
)
RIGHTS = (
    "rights: [{{file: {file}, credit: Tư liệu thử, source: Dữ liệu để kiểm thử, people: none}}]"
)
PANEL = (
    "content/in/pano-1.md",
    "size: 3 x 2 m",
    "size: 300 x 200 mm\nillustration: {file}\n" + RIGHTS,
)
SPONSOR = "size: 300 x 200 mm\nsponsor: {{name: Công ty thử, share: 20, at: right, logo: {file}}}\n"
LOGO = ("content/in/pano-1.md", "size: 3 x 2 m", SPONSOR + RIGHTS)
HEAD = (
    "content/cach-lam.md",
    "id: cach-lam",
    "id: cach-lam\npicture: {{file: {file}, alt: Xưởng thử}}\n" + RIGHTS,
)
SOUND = ("content/phat/phat-1.md", "id: phat-1", "id: phat-1\naudio: {file}")
PLACES = {
    "panel": [PANEL],
    "panel, no profile": [PANEL, NO_PROFILE],
    "logo": [LOGO],
    "logo, no profile": [LOGO, NO_PROFILE],
    "page": [HEAD],
    "recording": [SOUND],
}


@cache
def saved(form: str, mode: str = "RGB", *, alpha: bool = False) -> bytes:
    target, picture = BytesIO(), Image.radial_gradient("L").resize((1300, 1300)).convert("RGB")
    if alpha:
        picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    (picture.convert(mode) if mode != "RGB" else picture).save(target, form)
    return target.getvalue()


def svg(inside: str) -> bytes:
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg {spaces} viewBox="0 0 100 100">{inside}</svg>'.encode()


LINK = '<image xlink:href="anh-xuong.jpg" width="90" height="90"/>'
HELD = '<image xlink:href="data:image/jpeg;base64,{}" width="90" height="90"/>'
BAD: Mapping[str, Callable[[], bytes]] = {
    "alpha.png": lambda: saved("PNG", alpha=True),
    "web.webp": lambda: saved("WEBP"),
    "anh.gif": lambda: saved("GIF"),
    "anh.tif": lambda: saved("TIFF"),
    "anh.png": lambda: saved("PNG"),
    "ten-sai.jpg": lambda: saved("PNG"),
    "ten-sai.svg": lambda: saved("PNG"),
    "ten-sai.png": lambda: svg('<path d="M0 0h99v99z" fill="#F2B233"/>'),
    "anh.heic": lambda: b"\0\0\0\x18ftypheic" + bytes(99),
    "anh.docx": lambda: b"PK\x03\x04",
    "chu.jpg": lambda: b"no picture",
    "lien-ket.svg": lambda: svg(LINK),
    "nhung.svg": lambda: svg(HELD.format(b64encode(saved("JPEG")).decode())),
    "chay.svg": lambda: svg("<script>1</script>"),
}
GOOD: Mapping[str, Callable[[], tuple[str, bytes]]] = {
    "JPEG": lambda: ("tot.jpg", saved("JPEG")),
    "PNG": lambda: ("tot.png", saved("PNG")),
    "TIFF": lambda: ("tot.tif", saved("TIFF")),
    "WebP": lambda: ("tot.webp", saved("WEBP")),
    "SVG": lambda: ("tot.svg", svg('<path d="M0 0h99v99z" fill="#F2B233"/>')),
    "JPEG in CMYK": lambda: ("tot.jpg", saved("JPEG", "CMYK")),
    "TIFF in CMYK": lambda: ("tot.tif", saved("TIFF", "CMYK")),
    "MP3": lambda: ("tot.mp3", hum(9)),
}
GOOD = {form: cache(make) for form, make in GOOD.items()}
FORM = re.compile(r"\b(JPEG|PNG|TIFF|WebP|SVG|MP3)\b")
Tell = Callable[[str, str, bytes], list[Diagnostic]]


@pytest.fixture(scope="module")
def known(whole: Mapping[str, bytes]) -> Memory:
    """What a check remembers of the files without a mistake."""
    memory = Memory()
    check(MemoryFiles(whole), AS_OF, memory, CheckScope(AS_OF))
    return memory


@pytest.fixture
def tell(whole: Mapping[str, bytes], known: Memory, tmp_path: Path) -> Tell:
    """What is said of a file in a place."""

    def told(place: str, name: str, data: bytes) -> list[Diagnostic]:
        for folder, file, content in (
            ("icc", "thu.icc", PROFILE.read_bytes()),
            ("anh", name, data),
        ):
            (tmp_path / "assets" / folder).mkdir(parents=True, exist_ok=True)
            (tmp_path / "assets" / folder / file).write_bytes(content)
        texts = dict(whole)
        for path, old, new in PLACES[place]:
            before = texts[path].decode()
            assert before.count(old) == 1
            texts[path] = before.replace(old, new.format(file=f"assets/anh/{name}")).encode()
        files = MemoryFiles(texts, [*FolderFiles(tmp_path).assets()])
        memory = Memory(PassingStore(known.store), {**known.pieces}, {**known.values})
        found = check(files, AS_OF, memory, CheckScope(AS_OF)).diagnostics
        return [each for each in found if f"assets/anh/{name}" in each.message("en")]

    return told


BAD_SOUNDS = {
    "song.wav": b"RIFF\0\0\0\0WAVEfmt " + bytes(99),
    "ten-sai.mp3": b"OggS" + bytes(99),
    "chu.mp3": b"no sound",
}
ROWS = [
    *((place, name) for place in PLACES if place != "recording" for name in BAD),
    *(("recording", name) for name in BAD_SOUNDS),
]


@pytest.mark.parametrize(("place", "name"), ROWS)
def test_every_form_that_is_advised_is_taken(place: str, name: str, tell: Tell) -> None:
    useless = BAD_SOUNDS[name] if name in BAD_SOUNDS else BAD[name]()
    found = tell(place, name, useless)
    assert len(found) <= 1  # none where it can be used
    for each in found:
        hint = each.hint("en")
        if each.rule.code == "picture-misnamed":
            renamed = f"doi-ten{each.details['ending']}"
            assert tell(place, renamed, useless) == []
            continue
        if each.rule.code == "picture-linked" and "Embed" in hint:
            assert tell(place, "nhung.svg", BAD["nhung.svg"]()) == []
            continue
        sentence = next(part for part in hint.split(". ") if FORM.search(part))
        inked = " in CMYK" if "CMYK" in sentence and "RGB" not in sentence else ""
        for form in FORM.findall(sentence):
            good, data = GOOD[form + inked if form != "SVG" else form]()
            assert (form, tell(place, good, data)) == (form, [])
