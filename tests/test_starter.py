"""`loa init`: the new workspace is right, says that it is a sample, and builds at once."""

import json
import re
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
import yaml

from generator.adapters.files import FolderFiles
from generator.adapters.starter import starter
from generator.app.check import check
from generator.vietnamese.dates import HANOI

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 6, 1, tzinfo=HANOI)
Loa = Callable[..., subprocess.CompletedProcess[str]]
HARD = "Sở “Công Thương” & mẫu <3: 100 % #1 SITE_URL"


def write(folder: Path, name: str = "Trang mẫu", url: str = "https://sxsh.mau.vn") -> Path:
    for path, data in starter(name, url, 2026).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def site_of(folder: Path) -> dict[str, object]:
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    found = yaml.safe_load(text)
    assert isinstance(found, dict)
    return found


def contrast(first: str, second: str) -> float:
    """The ratio of WCAG 2.2, 1.4.3."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Trang mẫu", []),
        (HARD, []),
        ("Sản xuất sạch hơn ở nhà máy, siêu thị, hộ làm nghề và trường học của tỉnh", []),
        ("Trang: <b>mẫu</b>", ["foreign-markup"]),
        ("""Trang "mẫu" của 'Sở'""", ["quotation-mark"] * 2),
        ("- x", ["placeholder"]),
        ("null", ["placeholder"]),
    ],
)
def test_any_name_is_kept_and_words_alone_are_told(
    tmp_path: Path, name: str, codes: list[str]
) -> None:
    folder = write(tmp_path, name)
    checked = check(FolderFiles(folder), NOW)
    assert [each.rule.code for each in checked.diagnostics] == codes
    assert checked.plan.workspace.site.name == " ".join(name.split())
    assert site_of(folder)["site_name"] == " ".join(name.split())
    assert site_of(folder)["site_url"] == "https://sxsh.mau.vn/"


def test_a_name_too_long_for_artwork_is_kept_and_that_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path, name := "Sản xuất sạch hơn " * 100)
    checked = check(FolderFiles(folder), NOW)
    told = [(each.rule.code, each.where.path) for each in checked.diagnostics]
    assert told == [("text-too-long", "mkdocs.yml"), ("words-twice", "mkdocs.yml")]
    assert checked.plan.workspace.site.name == name.strip()


def test_without_an_address_of_its_own_only_that_is_told(tmp_path: Path) -> None:
    found = check(FolderFiles(write(tmp_path, url="https://example.org")), NOW).diagnostics
    assert [(one.rule.code, one.where.path) for one in found] == [
        ("site-address-reserved", "mkdocs.yml")
    ]


def test_no_blank_is_left_unfilled() -> None:
    blank = re.compile(rb"SITE_NAME|SITE_URL|SITE_TITLE|YEAR")
    assert [
        path for path, data in starter("a", "https://b", 2026).items() if blank.search(data)
    ] == []


def test_it_holds_one_plan_of_the_year_with_four_media_and_pieces_to_see(tmp_path: Path) -> None:
    plan = check(FolderFiles(write(tmp_path)), NOW).plan
    campaign = plan.workspace.campaigns["ke-hoach-mau"]
    assert campaign.period == 2026
    assert [activity.medium for activity in campaign.activities] == [
        "radio",
        "newspaper",
        "banner",
        "panel",
    ]
    assert sorted(plan.visible) == [
        "bang-ron-mau",
        "phat-thanh-mau",
        "san-xuat-sach-hon-la-gi",
        "trang-chu",
    ]


def test_everything_is_called_a_sample() -> None:
    """Nobody may take it for a real province's plan."""
    authored = {
        path: data.decode()
        for path, data in starter("Trang", "https://b", 2026).items()
        if path.startswith(("content/", "campaigns/"))
    }
    assert [path for path, text in authored.items() if "mẫu" not in text.casefold()] == []
    assert [path for path, text in authored.items() if "Đồng Nai" in text] == []


def test_the_site_is_set_up_as_the_real_one(tmp_path: Path) -> None:
    """What is mended in one mkdocs.yml is mended in the other."""

    def engine(text: str) -> str:
        rest = re.sub(r"\n  about:\n(    - .*\n)+", "\n", text[text.index("theme:") :])
        return re.sub(r"(responsible:\n\s+role: ).*(\n\s+name: ).*", r"\1\2", rest)

    real = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    new = (write(tmp_path) / "mkdocs.yml").read_text(encoding="utf-8")
    assert engine(new) == engine(real)


def test_its_colours_are_its_own_and_keep_the_contrast(tmp_path: Path) -> None:
    real = check(FolderFiles(ROOT), NOW).plan.workspace.brand
    new = check(FolderFiles(write(tmp_path)), NOW).plan.workspace.brand
    assert real is not None
    assert new is not None
    assert list(new.colours) == list(real.colours)  # print templates call them by key
    screen = {key: colour.screen for key, colour in new.colours.items()}
    assert [key for key in screen if screen[key] == real.colours[key].screen] == []
    pairs = [("giay", "la"), ("muc", "giay"), ("nuoc", "giay"), ("dat", "giay"), ("nang", "la")]
    assert [pair for pair in pairs if contrast(*(screen[key] for key in pair)) < 4.5] == []
    assert [key for key, colour in new.colours.items() if sum(colour.cmyk) > 300] == []


def test_init_then_build_says_no_warning(tmp_path: Path, loa: Loa) -> None:
    words = ("--name", HARD, "--url", "https://sxsh.mau.vn")
    made = loa("init", "mới tạo", *words, cwd=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout == 'Made: "mới tạo". Next: loa -C "mới tạo" build\n'
    built = loa("-C", "mới tạo", "build", cwd=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    assert [line for line in built.stderr.splitlines() if not line.startswith("[")] == []
    public = tmp_path / "mới tạo/dist/public"
    pages = [
        "index.html",
        "bang-ron/bang-ron-mau/index.html",
        "phat-thanh/phat-thanh-mau/index.html",
    ]
    assert [page for page in pages if not (public / page).is_file()] == []
    home = (public / "index.html").read_text(encoding="utf-8")
    assert "&lt;3" in home
    assert "<3:" not in home
    style = (public / "assets/brand.css").read_text(encoding="utf-8")
    assert "--field: #1d4477;" in style  # its own colours, and nothing of another province
    texts = [*public.rglob("*.html"), *public.rglob("*.css"), *public.rglob("*.svg")]
    foreign = re.compile("đồng nai|dong-?nai|#0b6b4b", re.IGNORECASE)
    assert [t.name for t in texts if foreign.search(t.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("there/file.txt", "there is not empty; nothing was written. Choose a new folder."),
        ("there/.hidden", "there is not empty; nothing was written. Choose a new folder."),
        ("there", "Error: Invalid value for 'DIR': Directory 'there' is a file."),
    ],
)
def test_what_is_there_is_not_touched(tmp_path: Path, loa: Loa, before: str, message: str) -> None:
    (tmp_path / before).parent.mkdir(exist_ok=True)
    (tmp_path / before).write_text("mine", encoding="utf-8")
    refused = loa("init", "there", cwd=tmp_path)
    assert (refused.returncode, refused.stderr.splitlines()[-1]) == (2, message)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [(path, path.read_text()) for path in files] == [(tmp_path / before, "mine")]


def test_an_empty_folder_and_one_below_a_file(tmp_path: Path, loa: Loa) -> None:
    (tmp_path / "empty").mkdir()
    assert loa("init", "empty", cwd=tmp_path).returncode == 0
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    refused = loa("init", "file/below", cwd=tmp_path)
    message = "file/below cannot be made: a file of that name is in the way.\n"
    assert (refused.returncode, refused.stderr) == (2, message)


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--name", "  ", "The name of the site must be a line of text."),
        ("--name", "một\nhai", "The name of the site must be a line of text."),
        ("--url", "example.org", "“example.org” is not a web address."),
        ("--url", "javascript:alert(1)", "“javascript:alert(1)” is not a web address."),
        ("--url", "https://", "“https://” is not a web address."),
        ("--url", "http://[x y/", "“http://[x y/” is not a web address."),
    ],
)
def test_names_and_addresses_that_no_site_can_have(
    tmp_path: Path, loa: Loa, option: str, value: str, message: str
) -> None:
    refused = loa("init", "new", option, value, cwd=tmp_path)
    assert refused.returncode == 2
    assert message in refused.stderr
    assert not (tmp_path / "new").exists()


def test_the_same_answers_give_the_same_bytes() -> None:
    first, second = (starter("a", "https://b/", 2026) for _ in range(2))
    assert first == second
    assert json.dumps(sorted(first)) == json.dumps(
        [
            ".gitignore",
            "README.md",
            "assets/brand.yml",
            "assets/icc/FOGRA39-derived.icc",
            "assets/icc/README.md",
            "campaigns/ke-hoach-mau/plan.yml",
            "campaigns/partners.yml",
            "campaigns/places.yml",
            "campaigns/printers.yml",
            "campaigns/sources.yml",
            "content/bang-ron/bang-ron-mau.md",
            "content/index.md",
            "content/phat-thanh/phat-thanh-mau.md",
            "content/san-xuat-sach-hon-la-gi.md",
            "mkdocs.yml",
        ]
    )


def test_it_holds_every_file_that_messages_send_there(tmp_path: Path) -> None:
    """Of a file that is missing `loa check` says that a folder of `loa init` has one."""
    for file in ("mkdocs.yml", "assets/brand.yml", "campaigns/printers.yml"):
        assert (write(tmp_path) / file).is_file()
