"""Nothing of a piece is public before its time: canaries searched in every byte of the site.

Everything here is test data. Each hidden piece carries a canary in every field that a reader could
ever see; the same canaries are found once the piece is visible, so that the search cannot pass by
looking at nothing.
"""

import base64
import gzip
import html
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pikepdf
import pypdfium2
import pytest
from PIL import Image, PngImagePlugin

from generator.app.build import BuildOutcome, build
from generator.app.publish import publish_due
from generator.app.scope import Scope
from generator.cli.world import world
from generator.ports import SILENT, Silent
from generator.vietnamese.dates import HANOI

Make = Callable[..., BuildOutcome]

GATE = datetime(2021, 5, 12, 6, 30, tzinfo=HANOI)
BEFORE = GATE - timedelta(seconds=1)
# Every canary begins so: letters with marks, so that every encoding makes another spelling.
BIRD = "Chimyến"
FIELDS = ("title", "summary", "body", "alt", "caption", "credit", "slogan", "picture", "slug")

PLAN = """\
# Test data.
id: thu
title: Kế hoạch thử
period: 2021
owner: so-thu
activities:
  - {id: loa, title: Phát thanh thử, medium: radio, quarters: [II], source: https://a.example.org}
  - {id: bao, title: Báo thử, medium: newspaper, quarters: [II], source: https://a.example.org}
  - {id: bang, title: Băng rôn thử, medium: banner, quarters: [II], source: https://a.example.org}
"""
GATES = {
    "embargo": "publish_on: 1/4/2021\nembargo: 12/5/2021 06:30",
    "publish_on": "publish_on: 12/5/2021 06:30",
    "slot": "slot: 12/5/2021 06:30\nbasis: proposed",
}
MEDIA = {
    "radio": "campaign: thu\nactivity: loa\nquarter: II/2021",
    "newspaper": "campaign: thu\nactivity: bao\nquarter: II/2021\nstandfirst: {summary}",
    "banner": "campaign: thu\nactivity: bang\nquarter: II/2021\nslogan: {slogan}\nsize: 6 x 0,8 m",
    "article": "",
}


def words(name: str, field: str) -> str:
    """The canary of a field of a piece: no other text holds it."""
    letters = "".join(chr(ord("a") + (ord(c) - ord("a")) % 26) for c in name if c.isalpha())
    return f"{BIRD}{letters}{field}"


def plain(text: str) -> str:
    """Without marks, as addresses and search indexes have it."""
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in text if not unicodedata.combining(c)).lower()


def canaries(name: str) -> list[str]:
    return [words(name, field) for field in FIELDS]


def picture(folder: Path, name: str) -> str:
    path = folder / "assets/anh" / f"{plain(words(name, 'picture'))}.png"
    path.parent.mkdir(exist_ok=True)
    note = PngImagePlugin.PngInfo()
    note.add_text("Comment", words(name, "caption"))
    # One colour a piece: of a picture, its pixels are the secret.
    colour = tuple(sum(map(ord, name)) * step % 256 for step in (3, 5, 7))
    shown = Image.new("RGB", (64, 64), colour)
    shown.paste("white", (0, 0, 16, 16))
    shown.save(path, pnginfo=note)
    return f"assets/anh/{path.name}"


def piece(folder: Path, name: str, medium: str, status: str, gate: str) -> Path:
    """A piece of test data with a canary in every field."""
    more = MEDIA[medium].format(summary=words(name, "summary"), slogan=words(name, "slogan"))
    if "slot:" in gate:
        more = more.replace("quarter: II/2021\n", "").replace("\nquarter: II/2021", "")
    shown = picture(folder, name)
    approval = "" if status == "draft" else "approved_by: Người thử\napproved_on: 1/4/2021\n"
    path = folder / "content" / f"{name}.md"
    drawn = "" if medium == "radio" else f"![{words(name, 'alt')}](../{shown})"
    path.write_text(
        f"""---
id: {name}
medium: {medium}
title: {words(name, "title")}
summary: {words(name, "summary")}
slug: {plain(words(name, "slug"))}
status: {status}
{approval}{gate}
{more}
picture:
  file: {shown}
  alt: {words(name, "alt")}
  caption: {words(name, "caption")}
  credit: {words(name, "credit")}
---

## {words(name, "body")}

Lời {words(name, "body")}. {drawn}
""",
        "utf-8",
    )
    return path


PIECES = {  # of each name: medium, status, gate
    "nhap": ("radio", "draft", "publish_on"),
    "sansang": ("newspaper", "ready", "publish_on"),
    "rut": ("banner", "withdrawn", "publish_on"),
    "camvan": ("article", "approved", "embargo"),
    "lichdang": ("newspaper", "approved", "publish_on"),
    "khunggio": ("radio", "approved", "slot"),
    "bangron": ("banner", "approved", "embargo"),
}


@pytest.fixture
def embargoed(tiny: Path) -> Path:
    (tiny / "campaigns/thu/plan.yml").write_text(PLAN, "utf-8")
    for name in ("bang-ron.md", "index.md"):
        (tiny / "content" / name).unlink()
    links = " ".join(f"[Xem {name}]({name}.md)." for name in PIECES)
    (tiny / "content/index.md").write_text(
        f"""---
id: trang-dau
medium: article
slug: index
title: Trang đầu
summary: Dữ liệu thử.
status: approved
approved_by: Người thử
approved_on: 1/4/2021
---

{links}
""",
        "utf-8",
    )
    for name, (medium, status, gate) in PIECES.items():
        piece(tiny, name, medium, status, GATES[gate])
    return tiny


def public(root: Path) -> dict[str, bytes]:
    return below(root / "dist/public")


def below(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def unpacked(path: str, data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and what programs find inside of them."""
    yield path.encode()
    yield data
    if path.endswith(".gz"):
        yield gzip.decompress(data)
    elif path.endswith(".ics"):
        yield data.replace(b"\r\n ", b"")
    elif path.endswith(".pdf"):
        yield from pdf(data)
    elif path.endswith(".png"):
        with Image.open(BytesIO(data)) as image:
            image.load()
            yield repr(image.info).encode()


def pdf(data: bytes) -> Iterator[bytes]:
    document = pypdfium2.PdfDocument(data)
    for page in document:
        yield page.get_textpage().get_text_bounded().encode()
    yield repr(document.get_metadata_dict()).encode()
    document.close()
    with pikepdf.open(BytesIO(data)) as whole:  # every stream inflated, every string decoded
        for part in whole.objects:
            if isinstance(part, pikepdf.Stream):
                yield part.read_bytes() if "/Image" not in str(part.get("/Subtype")) else b""
            yield from (str(value).encode() for value in strings(part))


def strings(part: object) -> Iterator[object]:
    if isinstance(part, pikepdf.String):
        yield part
    elif isinstance(part, pikepdf.Dictionary):
        for value in part.values():
            if not value_is_indirect(value):
                yield from strings(value)
    elif isinstance(part, pikepdf.Array):
        for value in part:
            if not value_is_indirect(value):
                yield from strings(value)


def value_is_indirect(value: object) -> bool:
    return bool(getattr(value, "is_indirect", False))


def spellings(canary: str) -> set[bytes]:
    """Every way in which a program may write a text."""
    found: set[bytes] = set()
    texts = {canary, canary.lower(), canary.upper(), plain(canary), plain(canary).upper()}
    texts |= {unicodedata.normalize("NFD", text) for text in texts}
    for text in texts:
        data = text.encode()
        found |= {data, text.encode("utf-16-be"), text.encode("utf-16-le"), quote(text).encode()}
        found |= {quote(text).lower().encode(), data.hex().encode(), data.hex().upper().encode()}
        found |= {text.encode("utf-16-be").hex().upper().encode()}
        found |= {html.escape(text).encode(), text.encode("ascii", "xmlcharrefreplace")}
        found |= {"".join(f"&#x{ord(c):x};" if ord(c) > 127 else c for c in text).encode()}
        found |= {json.dumps(text)[1:-1].encode()}
        for shift in range(3):  # base64 of a longer text: what does not hang on its neighbours
            coded = base64.b64encode(b"\0" * shift + data + b"\0" * (-(shift + len(data)) % 3))
            found.add(coded[4 if shift else 0 : len(coded) - 4])
    return found


def found_in(files: dict[str, bytes], wanted: list[str]) -> set[str]:
    """The canaries that some byte of the site tells."""
    begun = spellings(BIRD) if all(word.startswith(BIRD) for word in wanted) else {b""}
    parts = {
        part
        for path, data in files.items()
        if not path.endswith(".woff2")
        for part in unpacked(path, data)
    }
    everything = b"\0".join(part for part in parts if any(form in part for form in begun))
    return {word for word in wanted if any(form in everything for form in spellings(word))}


def secrets() -> list[str]:
    return [word for name in PIECES for word in canaries(name)]


def test_the_search_finds_every_spelling() -> None:
    word = "Chimyến-thử"
    for form in spellings(word):
        assert found_in({"a.html": b"x" + form + b"y"}, [word]) == {word}
    assert found_in({"a.xml.gz": gzip.compress(word.encode())}, [word]) == {word}
    assert found_in({"chimyen-thu/index.html": b""}, [word]) == {word}
    for shift in range(3):
        coded = base64.b64encode(b"x" * shift + word.encode() + b"and more")
        assert found_in({"a.json": coded}, [word]) == {word}
    assert found_in({"a.html": b"Chim yen thu"}, [word]) == set()


def test_nothing_is_told_one_second_before_and_everything_at_the_moment(
    embargoed: Path, make: Make
) -> None:
    """Nor when a clock that ran ahead is right again: from nothing, warm, ahead and back."""
    early = make(embargoed, as_of=BEFORE)
    assert early.blocking == []
    assert early.report.plan.valid_until == GATE
    before = public(embargoed)
    assert found_in(before, secrets()) == set()
    assert "<a" not in re.findall(r"Xem nhap.*?Xem bangron\.", before["index.html"].decode())[0]
    assert make(embargoed, as_of=GATE).blocking == []
    at = public(embargoed)
    shown = {name for name, (_, status, _) in PIECES.items() if status == "approved"}
    assert found_in(at, secrets()) == {
        words(name, field) for name in shown for field in FIELDS if is_shown(name, field)
    }
    known = {path: data for path, data in at.items() if path.startswith("assets/search/newest-")}
    assert found_in(known, secrets()) >= {words(name, "body") for name in shown}
    page = at["index.html"].decode()
    for name in PIECES:
        slug = plain(words(name, "slug"))
        assert bool(re.search(rf'<a href="[^"]*{slug}/">Xem {name}</a>', page)) == (name in shown)
    back = publish_due(world(embargoed), BEFORE, SILENT)
    assert (back.reason, set(back.departures)) == ("clock", shown)
    assert public(embargoed) == before
    assert publish_due(world(embargoed), BEFORE, SILENT).reason is None


class PowerCut(Silent):
    """Ends the program at a step."""

    def __init__(self, step: str) -> None:
        self.last = step

    def step(self, message: str, **_: object) -> None:
        if message.startswith(self.last):
            raise SystemExit


@pytest.mark.parametrize("step", ["Verifying", "Putting"])
def test_nor_by_a_build_ahead_of_its_time_that_was_cut_off(
    embargoed: Path, make: Make, step: str
) -> None:
    assert make(embargoed, as_of=BEFORE).blocking == []
    before = public(embargoed)
    with pytest.raises(SystemExit):
        build(world(embargoed), Scope(), GATE, PowerCut(step))
    assert found_in(below(embargoed / "build/next/public"), secrets())  # they lie there
    assert make(embargoed, as_of=BEFORE).blocking == []
    assert public(embargoed) == before
    assert found_in(below(embargoed / "build/next/public"), secrets()) == set()


def test_of_a_plan_that_is_not_issued_nothing_is_public(embargoed: Path, make: Make) -> None:
    """A plan of next year lies there while it is written; readers see it from its day on."""
    issue = datetime(2021, 5, 20, tzinfo=HANOI)
    plan = embargoed / "campaigns/thu/plan.yml"
    told = [words("kehoach", field) for field in ("title", "summary", "body")]
    plan.write_text(
        PLAN.replace("Kế hoạch thử", told[0])
        .replace("Phát thanh thử", told[1])
        .replace("period: 2021\n", "period: 2021\nissued_on: 20/5/2021\n")
        .replace("activities:", f"notes: [{{id: a, text: {told[2]}, source: x}}]\nactivities:")
    )
    early = make(embargoed, as_of=issue - timedelta(seconds=1))
    assert (early.blocking, early.report.plan.valid_until) == ([], issue)
    of_plan = [n for n, (medium, _, _) in PIECES.items() if medium != "article"]
    hidden = [*told, *(word for name in of_plan for word in canaries(name))]
    assert found_in(public(embargoed), hidden) == set()
    assert list((embargoed / "dist/handoff").rglob("*.zip")) == []
    done = make(embargoed, as_of=issue)
    assert (done.blocking, done.report.plan.valid_until) == ([], None)
    seen = found_in(public(embargoed), hidden)
    assert seen >= {*told, *(words(n, "title") for n in of_plan if PIECES[n][1] == "approved")}


def is_shown(name: str, field: str) -> bool:
    """A slogan is a banner's, whose page shows the artwork in the place of a picture."""
    hidden = {"caption"} if PIECES[name][0] == "banner" else {"slogan"}
    return field not in hidden


@pytest.mark.parametrize("name", ["nhap", "sansang", "rut"])
def test_what_is_not_approved_appears_once_it_is(embargoed: Path, make: Make, name: str) -> None:
    medium, _, gate = PIECES[name]
    piece(embargoed, name, medium, "approved", GATES[gate])
    assert make(embargoed, as_of=GATE).blocking == []
    wanted = [words(name, field) for field in FIELDS if is_shown(name, field)]
    assert found_in(public(embargoed), wanted) == set(wanted)


def test_withdrawn_after_it_was_public_everything_of_it_disappears(
    embargoed: Path, make: Make
) -> None:
    assert make(embargoed, as_of=GATE).blocking == []
    for name in ("bangron", "lichdang"):
        medium, _, gate = PIECES[name]
        slug = plain(words(name, "slug"))
        before = {path for path in public(embargoed) if slug in path}
        assert before
        piece(embargoed, name, medium, "withdrawn", GATES[gate])
        assert make(embargoed, as_of=GATE).blocking == []
        now = public(embargoed)
        assert found_in(now, canaries(name)) == set()
        assert not [path for path in now if slug in path]
    assert artworks(embargoed) == []


def artworks(root: Path) -> list[str]:
    """What lies in the print folder of the banner."""
    slug = plain(words("bangron", "slug"))
    return sorted(path.name for path in (root / "dist/print").rglob("*") if slug in path.name)


def test_a_withdrawn_artwork_leaves_the_print_folder_when_print_is_built_alone(
    embargoed: Path, make: Make
) -> None:
    assert make(embargoed, as_of=GATE).blocking == []
    assert artworks(embargoed)
    site = public(embargoed)
    piece(embargoed, "bangron", "banner", "withdrawn", GATES["embargo"])
    assert make(embargoed, "print", as_of=GATE).blocking == []
    assert artworks(embargoed) == []
    assert public(embargoed) == site  # still of the last whole build


def test_the_calendar_of_a_hidden_piece_tells_its_activity_and_no_more(
    embargoed: Path, make: Make
) -> None:
    make(embargoed, as_of=BEFORE)
    calendar = public(embargoed)["lich/lich.ics"].decode().replace("\r\n ", "")
    quarter = r"(trong Quý II/2021\, dự kiến)"
    assert re.findall(r"SUMMARY:(.*)\r", calendar) == [
        "Phát thanh: Phát thanh thử (đề xuất)",
        f"Băng rôn: Băng rôn thử {quarter}",
        f"Báo chí: Báo thử {quarter}",
        f"Phát thanh: Phát thanh thử {quarter}",
        f"Báo chí: Báo thử {quarter}",
    ]


def test_a_partner_named_by_a_hidden_piece_is_not_told(embargoed: Path, make: Make) -> None:
    """The activity's own partner may be."""
    secret = "Đàibímậtthử"  # noqa: S105 - a name of test data
    partners = embargoed / "campaigns/partners.yml"
    partners.write_text(
        partners.read_text("utf-8")
        + f"  - {{id: dai-thu, kind: radio, names: [{{name: {secret}}}]}}\n",
        "utf-8",
    )
    path = embargoed / "content/khunggio.md"
    path.write_text(
        path.read_text("utf-8").replace("campaign: thu", "campaign: thu\npartner: dai-thu")
    )
    assert make(embargoed, as_of=BEFORE).blocking == []
    assert found_in(public(embargoed), [secret]) == set()
    assert make(embargoed, as_of=GATE).blocking == []
    assert found_in(public(embargoed), [secret]) == {secret}
