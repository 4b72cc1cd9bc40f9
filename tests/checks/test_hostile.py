"""Files that attack or break a reader: told in one line, without a hang, and nothing is written."""

import re
import shutil
import struct
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.diagnostics import Location
from generator.model.file import AuthoredFile
from generator.planning.visibility import start_of
from generator.source.document import LARGEST
from generator.source.file_text import UNREADABLE
from generator.source.load import load
from generator.vietnamese.dates import read_date

BASE = Path(__file__).parents[1] / "examples/base"
AS_OF = start_of(read_date("1/6/2021"))
PIECE = """---
id: bai-thu
medium: radio
campaign: ke-hoach-thu
activity: phat-thanh
title: Bài thử
quarter: II/2021
status: draft
---

"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "w"))


def told(root: Path) -> list[tuple[str, str]]:
    found = check(FolderFiles(root), AS_OF).diagnostics
    return [(str(item.where), item.rule.code) for item in found]


@pytest.mark.parametrize("target", ["../../ngoai.md", "ban-than.md", "khong-co.md"])
def test_a_link_out_to_itself_or_to_nothing(root: Path, target: str) -> None:
    (root.parent / "ngoai.md").write_text(PIECE, encoding="utf-8")
    (root / "content/ban-than.md").symlink_to(target)
    assert told(root) == [("content/ban-than.md", "symlink")]


def test_a_linked_plan_makes_no_campaign_unknown(root: Path) -> None:
    plan = root / "campaigns/ke-hoach-thu/plan.yml"
    shutil.move(plan, root.parent / "plan.yml")
    plan.symlink_to(root.parent / "plan.yml")
    assert told(root) == [("campaigns/ke-hoach-thu/plan.yml", "symlink")]


def refuse() -> bytes:
    raise PermissionError


@pytest.mark.parametrize(
    "file",
    [AuthoredFile("content/x.md", refuse), AuthoredFile("content/x.md", bytes, "unreadable")],
)
def test_a_file_that_cannot_be_opened(file: AuthoredFile) -> None:
    _, found = load([file], [])
    assert UNREADABLE["unreadable"].at(Location("content/x.md")) in found


def test_one_mistake_in_partners_does_not_make_them_all_unknown(root: Path) -> None:
    partners = root / "campaigns/partners.yml"
    for text, code in (
        (partners.read_text("utf-8").replace("kind: radio", "kind: đài"), "wrong-choice"),
        (partners.read_text("utf-8") + "  - id: [\n", "yaml-form"),
        ("partners:\n  - {id: dai-thu, kind: x}\n  - {id: so-thu, kind: y}\n", "wrong-choice"),
        ("", "empty-file"),
    ):
        partners.write_text(text, encoding="utf-8")
        found = told(root)
        assert {where.partition(":")[0] for where, _ in found} == {"campaigns/partners.yml"}
        assert code in {rule for _, rule in found}


def test_a_broken_partner_file_hides_no_unknown_place(root: Path) -> None:
    (root / "campaigns/partners.yml").write_text("", encoding="utf-8")
    placed = PIECE.replace("status:", "placements: [{place: khong-co}]\nstatus:")
    (root / "content/bai-thu.md").write_text(placed, encoding="utf-8")
    assert told(root) == [
        ("campaigns/partners.yml", "empty-file"),
        ("content/bai-thu.md:8:22", "unknown-place"),
    ]


@pytest.mark.parametrize("settings", ["- a", "site_name: Trang thử\nhooks: !x [a.py]"])
def test_settings_that_cannot_be_read_make_no_address_one_of_the_site(
    root: Path, settings: str
) -> None:
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    linked = f"{PIECE}Xem [trang khác](https://trang-khac.vn/).\n"
    (root / "content/bai-thu.md").write_text(linked, encoding="utf-8")
    assert {where.partition(":")[0] for where, _ in told(root)} == {"mkdocs.yml"}


def test_a_workspace_without_brand(root: Path) -> None:
    (root / "assets/brand.yml").unlink()
    assert told(root) == [("assets/brand.yml", "file-missing")]


def test_a_text_of_50_megabytes(root: Path) -> None:
    with (root / "content/bai-thu.md").open("wb") as stream:
        stream.truncate(50_000_000)
    assert told(root) == [("content/bai-thu.md", "file-too-large")]


@pytest.mark.parametrize("sign", ["[", "*", ">"])
def test_a_megabyte_of_one_sign(root: Path, sign: str) -> None:
    (root / "content/bai-thu.md").write_text(PIECE + sign * 1_000_000, encoding="utf-8")
    assert told(root) == [("content/bai-thu.md", "file-too-large")]


SHAPES: list[Callable[[int], str]] = [
    lambda n: "[" * n,
    lambda n: "![" * n,
    lambda n: "[a](" * n,
    lambda n: "*" * n,
    lambda n: "*a **b " * n,
    lambda n: ">" * n,
    lambda n: "> " * n,
    lambda n: "- " * n,
    lambda n: "`" * n,
    lambda n: "".join("`" * (i % 200) + " " for i in range(n // 100)),
    lambda n: "{.a" * n,
    lambda n: "{: " * n,
    lambda n: "<" * n,
    lambda n: "<!-- " * n,
    lambda n: "|" * n,
    lambda n: "a|b\n-|-\n" + "|\n" * n,
    lambda n: "&" * n,
    lambda n: "\\" * n,
    lambda n: "::: " + "x " * n + "5" + " " * n + "y",
    lambda n: ":::\n" * n,
    lambda n: "# " * n,
    lambda n: "[a]: " * n,
    lambda n: "аb" * n,
    lambda n: "a\u200b" * n,
    lambda n: "<b>" * n,
    lambda n: "[x](javascript:a)" * n,
    lambda n: "S¶n xuÊt " * n,
]


@pytest.mark.parametrize("shape", range(len(SHAPES)))
def test_shapes_that_parsers_trip_over_end(root: Path, shape: int) -> None:
    text = SHAPES[shape](4000)
    assert len(text.encode()) < LARGEST
    (root / "content/bai-thu.md").write_text(PIECE + text + "\n", encoding="utf-8")
    found = told(root)
    assert {where.partition(":")[0] for where, _ in found} <= {"content/bai-thu.md"}
    assert len(found) <= 200  # who has more mistakes than that pastes the text anew


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_yaml(root: Path, opening: str) -> None:
    plan = root / "campaigns/ke-hoach-thu/plan.yml"
    plan.write_text("id: ke-hoach-thu\nx:\n  " + opening * 50_000 + "\n", encoding="utf-8")
    assert [code for _, code in told(root)] == ["too-deep"]


def chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def test_a_picture_that_claims_gigapixels(root: Path) -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(9_999)))
    (root / "assets/anh").mkdir(exist_ok=True)
    (root / "assets/anh/bom.png").write_bytes(bomb + chunk(b"IEND", b""))
    article = re.sub(r"medium: .*\n(?:campaign|activity).*\n.*\n", "medium: article\n", PIECE)
    article = article.replace("quarter: II/2021\n", "") + "![Ảnh](../assets/anh/bom.png)\n"
    (root / "content/bai-thu.md").write_text(article, "utf-8")
    assert told(root) == [("content/bai-thu.md:8:8", "picture-too-large")]


def test_checking_writes_nothing(root: Path) -> None:
    (root / "content/bai-thu.md").write_text("x", encoding="utf-8")
    before = sorted((path, path.stat().st_mtime_ns) for path in root.rglob("*"))
    assert told(root)
    assert sorted((path, path.stat().st_mtime_ns) for path in root.rglob("*")) == before


def test_what_office_and_systems_leave_behind_is_no_mistake(root: Path) -> None:
    (root / "assets/anh").mkdir(parents=True, exist_ok=True)
    left = ("~$bai.docx", ".~lock.bai.odt#", "Thumbs.db", ".DS_Store", "desktop.ini", "bai.md~")
    for folder in ("content", "campaigns", "assets/anh"):
        for name in left:
            (root / folder / name).write_bytes(b"\0")
    assert told(root) == []
    assert [asset.path for asset in FolderFiles(root).assets() if "anh/" in asset.path] == []


def test_mistakes_without_end_are_told_by_the_first_hundred(root: Path) -> None:
    """25,000 wrong partners in one list: told at once, and that there are more."""
    lines = "  - {id: a}\n" * 25_000
    (root / "campaigns/partners.yml").write_text(f"partners:\n{lines}", encoding="utf-8")
    codes = Counter(code for place, code in told(root) if "partners.yml" in place)
    assert codes == {"too-many-problems": 1, "missing-key": 100}


def test_no_kind_of_problem_is_told_more_than_a_hundred_times_a_file(root: Path) -> None:
    keys = "nam: 1\n" * 150
    (root / "content/bai-thu.md").write_text(PIECE.replace("---\n\n", f"{keys}---\n\n"), "utf-8")
    codes = Counter(code for _, code in told(root))
    assert codes == {"too-many-problems": 1, "unknown-key": 1, "duplicate-key": 100}


def test_thousands_of_records_may_have_one_id(root: Path) -> None:
    one = "  - {id: so-thu, kind: radio, names: [{name: Sở thử}]}\n"
    (root / "campaigns/partners.yml").write_text(f"partners:\n{one * 2000}", encoding="utf-8")
    codes = Counter(code for place, code in told(root) if "partners.yml" in place)
    assert codes == {"too-many-problems": 1, "duplicate-id": 100}
