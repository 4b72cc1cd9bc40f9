"""One mistake gives one message, at the line that has it, and what it shows to be typed mends it.

Each row makes one mistake in the workspace `tests/examples/whole`, which has none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.diagnostics import Diagnostic
from generator.model.asset import Asset
from generator.model.file import File
from generator.model.picture import Refused
from generator.planning.visibility import start_of
from generator.source.typed import instead
from generator.vietnamese.dates import read_date

ROOT = Path(__file__).parents[2]
WHOLE = ROOT / "tests/examples/whole"
PROFILE = ROOT / "assets/icc/FOGRA39-derived.icc"
AS_OF = start_of(read_date("1/6/2021"))

PHAT = "content/phat/phat-1.md"
BAI = "content/cach-lam.md"
RON = "content/in/bang-ron-1.md"
PLAN = "campaigns/thu-2021/plan.yml"
PARTNERS = "campaigns/partners.yml"
PLACES = "campaigns/places.yml"
PRINTERS = "campaigns/printers.yml"
SOURCES = "campaigns/sources.yml"
BRAND = "assets/brand.yml"


@dataclass(frozen=True)
class Held:
    """A workspace in memory."""

    texts: Mapping[str, bytes]

    def files(self) -> Iterable[File]:
        return [File(path, partial(self.texts.__getitem__, path)) for path in self.texts]

    def assets(self) -> Iterable[Asset]:
        return assets()

    def fingerprint(self) -> str:
        raise NotImplementedError


@cache
def assets() -> tuple[Asset, ...]:
    profile = PROFILE.read_bytes()
    known = FolderFiles(WHOLE).assets()
    return (*known, Asset("assets/icc/thu.icc", len(profile), lambda: BytesIO(profile), _none))


def _none() -> Refused:
    return Refused("form")


@cache
def whole() -> dict[str, bytes]:
    read = (path for path in WHOLE.rglob("*") if path.suffix in {".md", ".yml"})
    return {
        path.relative_to(WHOLE).as_posix(): path.read_bytes()
        for path in read
        if path.name != "README.md"
    }


def told(texts: Mapping[str, bytes]) -> list[Diagnostic]:
    return check(Held(texts), AS_OF, now=AS_OF).diagnostics


@cache
def found_after(mistake: "Mistake") -> list[Diagnostic]:
    return told(mistake.texts())


@dataclass(frozen=True)
class Mistake:
    """`old` becomes `new` in a file; `at` is in the line that is told, else that is the new one."""

    name: str
    path: str
    old: str
    new: str
    code: str
    at: str | None = None

    def texts(self) -> dict[str, bytes]:
        before = whole()[self.path].decode()
        assert before.count(self.old) == 1, f"{self.old!r} is there {before.count(self.old)} times"
        return {**whole(), self.path: before.replace(self.old, self.new).encode()}

    def line(self) -> int:
        before, after = whole()[self.path].decode(), self.texts()[self.path].decode()
        if self.at is not None:
            return next(n for n, line in enumerate(after.split("\n"), 1) if self.at in line)
        pairs = zip(before.split("\n"), after.split("\n"), strict=False)
        return next(n for n, (one, other) in enumerate(pairs, 1) if one != other)


M = Mistake
TITLE = "title: Chương trình thử số 1"
MISTAKES = [
    # Keys: missing, doubled, misspelt, in another language, of another file
    M("id missing", PHAT, "id: phat-1\n", "", "missing-key", "medium: radio"),
    M("medium missing", PHAT, "medium: radio\n", "", "missing-key", "id: phat-1"),
    M("campaign missing", PHAT, "campaign: thu-2021\n", "", "missing-key", "id: phat-1"),
    M("activity missing", PHAT, "activity: phat-thanh\n", "", "missing-key", "id: phat-1"),
    M("title missing", PHAT, f"{TITLE}\n", "", "missing-key", "id: phat-1"),
    M("title empty", PHAT, TITLE, "title:", "missing-key"),
    M("title null", PHAT, TITLE, "title: null", "missing-key"),
    M("title tilde", PHAT, TITLE, "title: ~", "missing-key"),
    M("slogan missing", RON, "slogan: Khóa vòi nước | khi nghỉ tay\n", "", "missing-key", "id: b"),
    M("size missing", RON, "size: 6 x 0,8 m\n", "", "missing-key", "id: bang-ron-1"),
    M("approver missing", PHAT, "approved_by: Người thử\n", "", "approval-missing", "status: a"),
    M(
        "approval day missing",
        PHAT,
        "approved_on: 20/4/2021\n",
        "",
        "approval-missing",
        "status: a",
    ),
    M(
        "no status at an approved piece",
        PHAT,
        "status: approved\n",
        "",
        "missing-key",
        "approved_on",
    ),
    M("id of plan missing", PLAN, "id: thu-2021\n", "", "missing-key", "title: Kế hoạch"),
    M("id of plan misspelt", PLAN, "id: thu-2021", "di: thu-2021", "unknown-key"),
    M(
        "title of plan missing",
        PLAN,
        "title: Kế hoạch thử năm 2021\n",
        "",
        "missing-key",
        "id: thu",
    ),
    M("period missing", PLAN, "period: 2021\n", "", "missing-key", "id: thu-2021"),
    M(
        "activities missing",
        PLAN,
        "activities:\n  - id: phat-thanh\n",
        "hoat_dong:\n  - id: phat-thanh\n",
        "unknown-key",
    ),
    M("id of activity missing", PLAN, "  - id: phat-thanh\n    title", "  - title", "missing-key"),
    M(
        "source of activity missing",
        PLAN,
        "    source: ke-hoach.txt:5\n",
        "",
        "missing-key",
        "id: phat-thanh",
    ),
    M(
        "medium of activity missing",
        PLAN,
        "    medium: radio\n",
        "",
        "medium-of-pieces",
        "id: phat-thanh",
    ),
    M("kind of partner missing", PARTNERS, "    kind: radio\n", "", "missing-key", "id: dai-thu"),
    M(
        "names of partner missing",
        PARTNERS,
        "    names:\n      - {name: Báo thử}\n",
        "",
        "missing-key",
        "id: bao-thu",
    ),
    M("name of partner missing", PARTNERS, "{name: Báo thử}", "{short: Báo}", "missing-key"),
    M(
        "place of placement missing",
        RON,
        "{place: huyen-thu, copies: 2, ",
        "{copies: 2, ",
        "missing-key",
    ),
    M(
        "alternative text missing",
        BAI,
        "  alt: Xưởng thử\n",
        "",
        "missing-key",
        "file: assets/anh/xuong.svg\n"[:-1],
    ),
    M("key twice", PHAT, TITLE, f"{TITLE}\ntitle: Tên khác", "duplicate-key"),
    M("key twice in a plan", PLAN, "period: 2021", "period: 2021\nperiod: 2022", "duplicate-key"),
    M(
        "key twice in braces",
        RON,
        "{place: huyen-thu,",
        "{place: huyen-thu, place: tinh-thu,",
        "duplicate-key",
    ),
    M("letters of a key changed", PHAT, TITLE, "tilte: Chương trình thử số 1", "unknown-key"),
    M("capital key", PHAT, TITLE, "Title: Chương trình thử số 1", "unknown-key"),
    M("Vietnamese key", PHAT, TITLE, "tên: Chương trình thử số 1", "unknown-key"),
    M("Vietnamese key of two words", PHAT, TITLE, "tiêu đề: Chương trình thử số 1", "unknown-key"),
    M(
        "key of another medium",
        PHAT,
        "basis: proposed",
        "basis: proposed\nslogan: Chữ",
        "unknown-key",
    ),
    M("key of a plan", PHAT, "basis: proposed", "basis: proposed\nperiod: 2021", "unknown-key"),
    M(
        "unknown key in a group",
        BAI,
        "  alt: Xưởng thử",
        "  alt: Xưởng thử\n  nguoi-chup: A",
        "unknown-key",
    ),
    M(
        "unknown key in braces",
        RON,
        "copies: 2, from: 1/6/2021, to: 10/6/2021, fixing: fence",
        "copies: 2, mau: x",
        "unknown-key",
    ),
    M(
        "unknown key of a printer",
        PRINTERS,
        "    lead: 5",
        "    lead: 5\n    mau: x",
        "unknown-key",
    ),
    M(
        "unknown key of the brand",
        BRAND,
        "    use: chữ; khi in là đen thuần 0/0/0/100",
        "    dung: chữ",
        "unknown-key",
    ),
    # Values in each other's place
    M(
        "slot and quarter swapped",
        RON,
        "quarter: II/2021\npublish_on: 1/6/2021",
        "slot: II/2021\nquarter: 1/6/2021\npublish_on: 1/6/2021",
        "swapped-values",
    ),
    M(
        "approver and day swapped",
        PHAT,
        "approved_by: Người thử\napproved_on: 20/4/2021",
        "approved_by: 20/4/2021\napproved_on: Người thử",
        "swapped-values",
    ),
    M(
        "id and title swapped",
        "content/phat/phat-2022.md",
        "id: phat-2022\nmedium: radio\ncampaign: thu-2022\nactivity: phat-thanh\n"
        "title: Chương trình thử năm 2022",
        "id: Chương trình thử năm 2022\nmedium: radio\ncampaign: thu-2022\n"
        "activity: phat-thanh\ntitle: phat-2022",
        "swapped-values",
    ),
    M(
        "campaign and activity swapped",
        PHAT,
        "campaign: thu-2021\nactivity: phat-thanh",
        "campaign: phat-thanh\nactivity: thu-2021",
        "swapped-values",
    ),
    M(
        "status and basis swapped",
        "content/phat/phat-2022.md",
        "basis: proposed\nspeakers: [PTV 1]\nstatus: draft",
        "basis: draft\nspeakers: [PTV 1]\nstatus: proposed",
        "swapped-values",
    ),
    M(
        "latitude and longitude swapped",
        PLACES,
        "lat: 10.95, lon: 106.82",
        "lat: 106.82, lon: 10.95",
        "position-swapped",
    ),
    M(
        "from and to swapped",
        RON,
        "copies: 2, from: 1/6/2021, to: 10/6/2021, fixing: fence",
        "copies: 2, from: 10/6/2021, to: 1/6/2021, fixing: fence",
        "ends-before",
    ),
    M(
        "days off swapped",
        "campaigns/holidays.yml",
        "from: 30/4/2021, to: 3/5/2021",
        "from: 3/5/2021, to: 30/4/2021",
        "ends-before",
    ),
    # Signs of a word processor
    M("curly quotes around a value", PHAT, TITLE, "title: “Nước rò: chuyện nhỏ”", "wrong-sign"),
    M("single curly quotes", PHAT, TITLE, "title: ‘Nước rò: chuyện nhỏ’", "wrong-sign"),
    M("one curly, one straight", PHAT, TITLE, 'title: "Nước rò: chuyện nhỏ”', "wrong-sign"),
    M("French quotes", PHAT, TITLE, "title: «Nước rò: chuyện nhỏ»", "wrong-sign"),
    M("curly quotes in a list", PHAT, "[PTV 1, PTV 2]", "[“PTV 1”, “PTV 2”]", "wrong-sign"),
    M(
        "curly quotes around a status",
        PHAT,
        "status: approved",
        "status: “approved”",
        "wrong-choice",
    ),
    M("curly quotes around an id", PHAT, "id: phat-1", "id: “phat-1”", "bad-id"),
    M("full-width colon", PHAT, "medium: radio", "medium：radio", "wrong-sign"),
    M("full-width colon and space", PHAT, "medium: radio", "medium： radio", "wrong-sign"),
    M("full-width colon in a group", BAI, "  alt: Xưởng thử", "  alt：Xưởng thử", "wrong-sign"),
    M("full-width colon in braces", RON, "{place: huyen-thu,", "{place：huyen-thu,", "wrong-sign"),
    M("full-width comma", PLAN, "quarters: [II, III]", "quarters: [II，III]", "wrong-sign"),
    M("full-width brackets", PLAN, "quarters: [II, III]", "quarters: ［II, III］", "wrong-sign"),
    M("full-width digits", PHAT, "slot: 5/5/2021", "slot: ５/５/２０２１", "lookalike-letter"),
    M(
        "full-width digits in a text",
        PHAT,
        TITLE,
        "title: Chương trình thử số １",
        "lookalike-letter",
    ),
    M("bold letters of social media", PHAT, TITLE, "title: 𝗖𝗵ươ𝗻𝗴 trình thử", "lookalike-letter"),
    M("Roman numeral in one sign", RON, "quarter: II/2021", "quarter: Ⅱ/2021", "lookalike-letter"),
    M("eth for đ", PHAT, TITLE, "title: Chương trình Ðồng thử", "lookalike-letter"),
    M("eth in a body", PHAT, "Kính chào quý vị", "Kính chào Ðồng vị", "lookalike-letter"),
    M("Cyrillic letter", PHAT, TITLE, "title: Chương trình thử sо 1", "lookalike-letter"),
    M("Cyrillic letter in a key", PHAT, TITLE, "tіtle: Chương trình thử số 1", "lookalike-letter"),
    M("bullet for a hyphen", BAI, "  - so-lieu.txt:3\n", "  • so-lieu.txt:3\n", "wrong-sign"),
    M("dash for a hyphen", BAI, "  - so-lieu.txt:3\n", "  – so-lieu.txt:3\n", "wrong-sign"),
    M("dash for a hyphen at a group", PLAN, "  - id: bao\n", "  – id: bao\n", "wrong-sign"),
    M("asterisk for a hyphen", BAI, "  - so-lieu.txt:3\n", "  * so-lieu.txt:3\n", "yaml-form"),
    # Signs that nobody sees
    M(
        "no-break space behind a colon",
        PHAT,
        TITLE,
        "title:\u00a0Chương trình thử số 1",
        "invisible-character",
    ),
    M(
        "no-break space before a colon",
        PHAT,
        TITLE,
        "title\u00a0: Chương trình thử số 1",
        "invisible-character",
    ),
    M(
        "no-break spaces as indentation",
        BAI,
        "  alt: Xưởng thử",
        "\u00a0\u00a0alt: Xưởng thử",
        "invisible-character",
    ),
    M(
        "no-break space behind a hyphen",
        BAI,
        "  - so-lieu.txt:3\n",
        "  -\u00a0so-lieu.txt:3\n",
        "invisible-character",
    ),
    M("ideographic space", PHAT, "medium: radio", "medium:\u3000radio", "invisible-character"),
    M(
        "zero-width space in a key",
        PHAT,
        TITLE,
        "ti\u200btle: Chương trình thử số 1",
        "invisible-character",
    ),
    M(
        "zero-width space before a key",
        PHAT,
        TITLE,
        "\u200btitle: Chương trình thử số 1",
        "invisible-character",
    ),
    M(
        "zero-width space in a value",
        PHAT,
        TITLE,
        "title: Chương\u200b trình thử số 1",
        "invisible-character",
    ),
    M("zero-width space in an id", PHAT, "id: phat-1", "id: phat\u200b-1", "invisible-character"),
    M(
        "mark of byte order within",
        PHAT,
        TITLE,
        "\ufefftitle: Chương trình thử số 1",
        "invisible-character",
    ),
    M(
        "soft hyphen in a body",
        PHAT,
        "Kính chào quý vị",
        "Kính ch\u00adào quý vị",
        "invisible-character",
    ),
    M("bell", PHAT, TITLE, "title: Chương\x07 trình thử số 1", "invisible-character"),
    M("line separator", PHAT, TITLE, "title: Chương\u2028trình thử số 1", "invisible-character"),
    M("tab as indentation", BAI, "  alt: Xưởng thử", "\talt: Xưởng thử", "tab-indent"),
    # The form of YAML
    M("no space behind a colon", PHAT, "medium: radio", "medium:radio", "yaml-form"),
    M(
        "no space behind a colon in a group",
        BAI,
        "  file: assets/anh/xuong.svg",
        "  file:assets/anh/xuong.svg",
        "yaml-form",
    ),
    M("no colon", PHAT, TITLE, "title Chương trình thử số 1", "yaml-form"),
    M("equals sign", PHAT, TITLE, "title = Chương trình thử số 1", "yaml-form"),
    M("bold key", PHAT, TITLE, "**title:** Chương trình thử số 1", "yaml-form"),
    M("no space behind a hyphen", PLAN, "  - id: bao\n", "  -id: bao\n", "yaml-form"),
    M("key too far in", PHAT, TITLE, f" {TITLE}", "yaml-form"),
    M(
        "key not far enough in",
        PLAN,
        "    title: Bài báo thử",
        "   title: Bài báo thử",
        "yaml-form",
    ),
    M("key too far in, in a group", BAI, "  alt: Xưởng thử", "   alt: Xưởng thử", "yaml-form"),
    M("colon in a value", PHAT, TITLE, "title: Bể mạ: ba chỗ giữ tiền", "colon-in-value"),
    M(
        "colon in a value of two lines",
        PHAT,
        "summary: Dữ liệu để kiểm thử.",
        "summary: Dữ liệu: để\n  kiểm thử.",
        "colon-in-value",
    ),
    M("bracket before a title", PHAT, TITLE, "title: [Mới] Bài thử", "yaml-form"),
    M("title in brackets", PHAT, TITLE, "title: [Bài thử]", "wrong-type"),
    M("asterisk before a title", PHAT, TITLE, "title: * Bài thử", "yaml-alias"),
    M("ampersand before a title", PHAT, TITLE, "title: &Bài thử", "yaml-alias"),
    M("exclamation mark before a title", PHAT, TITLE, "title: !Hãy thử", "yaml-tag"),
    M("at sign before a title", PHAT, TITLE, "title: @bạn", "yaml-form"),
    M("per cent before a title", PHAT, TITLE, "title: %thử", "yaml-form"),
    M("greater-than before a title", PHAT, TITLE, "title: > Bài thử", "yaml-form"),
    M("hyphen before a title", PHAT, TITLE, "title: - Bài thử", "yaml-form"),
    M("straight quotes within", PHAT, TITLE, 'title: "Bài "thử" hay"', "yaml-form"),
    M("quoted word first", PHAT, TITLE, 'title: "Bài" thử', "yaml-form"),
    M("quote not closed", PHAT, TITLE, 'title: "Bài thử', "yaml-form"),
    M("bracket not closed", PHAT, "[PTV 1, PTV 2]", "[PTV 1, PTV 2", "yaml-form"),
    M("brace not closed", RON, "fixing: fence}", "fixing: fence", "yaml-form"),
    M("hash in a title", PHAT, TITLE, "title: Tiết kiệm #1", "cut-by-hash"),
    M(
        "value behind a hash",
        BRAND,
        '    screen: "#0B6B4B"',
        "    screen: #0B6B4B",
        "value-is-remark",
    ),
    M("note among the keys", PHAT, TITLE, f"Nhớ hỏi lại chị Lan\n{TITLE}", "yaml-form"),
    M("HTML comment among the keys", PHAT, TITLE, f"<!-- hỏi lại -->\n{TITLE}", "yaml-form"),
    M("second document", PLAN, "activities:", "---\nactivities:", "yaml-document"),
    M(
        "conflict",
        PHAT,
        TITLE,
        f"<<<<<<< HEAD\n{TITLE}\n=======\ntitle: Khác\n>>>>>>> nhanh",
        "conflict-marker",
    ),
    M(
        "conflict in a body",
        PHAT,
        "**PTV 2:** Xin",
        "<<<<<<< HEAD\n**PTV 2:** Chào\n=======\n>>>>>>> nhanh\n**PTV 2:** Xin",
        "conflict-marker",
    ),
    M(
        "conflict in a plan",
        PLAN,
        "period: 2021",
        "<<<<<<< HEAD\nperiod: 2021\n=======\nperiod: 2022\n>>>>>>> x",
        "conflict-marker",
    ),
    # Fences
    M("dash for the first fence", PHAT, "---\nid:", "—\nid:", "front-matter-sign"),
    M("dash for the second fence", PHAT, "---\n\n## Mở", "—\n\n## Mở", "front-matter-sign"),
    M("two hyphens", PHAT, "---\n\n## Mở", "--\n\n## Mở", "front-matter-sign"),
    M("four hyphens", PHAT, "---\n\n## Mở", "----\n\n## Mở", "front-matter-sign"),
    M("asterisks", PHAT, "---\n\n## Mở", "***\n\n## Mở", "front-matter-sign"),
    M("space before the fence", PHAT, "---\nid:", " ---\nid:", "front-matter-sign"),
    M("no first fence", PHAT, "---\nid:", "id:", "front-matter-missing"),
    M("no second fence", PHAT, "---\n\n## Mở", "\n## Mở", "front-matter-open", "approved_on"),
    M("first fence twice", PHAT, "---\nid:", "---\n---\nid:", "front-matter-twice"),
    M("empty line first", PHAT, "---\nid:", "\n---\nid:", "front-matter-missing"),
    # Dates, times, quarters
    M("dashes in a date", PHAT, "approved_on: 20/4/2021", "approved_on: 20–4–2021", "bad-date"),
    M("year of two digits", PHAT, "approved_on: 20/4/2021", "approved_on: 20/4/21", "bad-date"),
    M("month first", PHAT, "approved_on: 20/4/2021", "approved_on: 4/20/2021", "impossible-date"),
    M("no such day", PHAT, "approved_on: 20/4/2021", "approved_on: 31/4/2021", "impossible-date"),
    M("words for a date", PHAT, "approved_on: 20/4/2021", "approved_on: hôm qua", "bad-date"),
    M(
        "day of the week before a date",
        PHAT,
        "approved_on: 20/4/2021",
        "approved_on: thứ Ba, 20/4/2021",
        "bad-date",
    ),
    M("letter for a digit", PHAT, "approved_on: 20/4/2021", "approved_on: 2O/4/2021", "bad-date"),
    M(
        "approved in the future",
        PHAT,
        "approved_on: 20/4/2021",
        "approved_on: 20/4/2031",
        "approved-in-the-future",
    ),
    M("hour of twelve", PHAT, "slot: 5/5/2021 06:30", "slot: 5/5/2021 6:30 AM", "bad-date"),
    M("no such hour", PHAT, "slot: 5/5/2021 06:30", "slot: 5/5/2021 26:30", "impossible-date"),
    M("quarter as month and year", RON, "quarter: II/2021", "quarter: 2/2021", "bad-quarter"),
    M("fifth quarter", RON, "quarter: II/2021", "quarter: V/2021", "bad-quarter"),
    M("fifth quarter of a plan", PLAN, "quarters: [II, III]", "quarters: [II, V]", "bad-quarter"),
    M("empty item", PLAN, "quarters: [II, III]", "quarters: [II, ~]", "empty-value"),
    M("time with a point", PARTNERS, 'time: "06:30"', 'time: "06.30"', "bad-time"),
    M("day of the week in figures", PARTNERS, "weekdays: [T4]", "weekdays: [thứ 4]", "bad-weekday"),
    M(
        "slot on a day off",
        PHAT,
        "slot: 5/5/2021 06:30",
        "slot: 30/4/2021 06:30",
        "slot-on-holiday",
    ),
    M(
        "quarter that the plan does not have",
        "content/phat/phat-2022.md",
        "quarter: II/2022",
        "quarter: IV/2022",
        "outside-plan",
    ),
    # Places, numbers, sizes, addresses
    M("unknown place", RON, "{place: huyen-thu,", "{place: khong-co,", "unknown-place"),
    M("misspelt place", RON, "{place: huyen-thu,", "{place: huyen-thuu,", "unknown-place"),
    M(
        "place renamed where it is",
        PLACES,
        "  - id: tinh-thu",
        "  - id: tinh-thuu",
        "unknown-place",
    ),
    M(
        "place taken away",
        PLACES,
        "  - id: tinh-thu\n    kind: province\n    names:\n      - {name: tỉnh Thử}\n",
        "",
        "unknown-place",
        "place: tinh-thu",
    ),
    M(
        "partner renamed where it is",
        PARTNERS,
        "  - id: dai-thu\n",
        "  - id: dai-thuu\n",
        "unknown-partner",
    ),
    M(
        "activity renamed where it is",
        PLAN,
        "  - id: phat-thanh\n",
        "  - id: phat-than\n",
        "unknown-activity",
    ),
    M("plan renamed where it is", PLAN, "id: thu-2021\n", "id: thu-2020\n", "unknown-campaign"),
    M(
        "document renamed where it is",
        SOURCES,
        "  - id: ke-hoach.txt",
        "  - id: ke-hoachh.txt",
        "unknown-document",
    ),
    M("no copies", RON, "huyen-thu, copies: 2", "huyen-thu, copies: 0", "bad-number"),
    M("copies in words", RON, "huyen-thu, copies: 2", "huyen-thu, copies: hai", "bad-number"),
    M("longitude with a comma", PLACES, "lon: 106.82", 'lon: "106,82"', "bad-number"),
    M("year of a plan with two digits", PLAN, "period: 2021", "period: 21", "bad-number"),
    M("budget without its unit", PLAN, "958.079.880 đồng", "958079880", "bad-number"),
    M("quantity without its unit", PLAN, "05 chương trình", "năm", "bad-quantity"),
    M("quantity touches its unit", PLAN, "05 chương trình", "05chương trình", "bad-quantity"),
    M("size without its unit", RON, "size: 6 x 0,8 m", "size: 6 x 0,8", "bad-size"),
    M("size beyond what is printed", RON, "size: 6 x 0,8 m", "size: 6 x 800 m", "bad-size"),
    M("duration as a clock", PHAT, "duration: 16 giây", "duration: 0:16", "bad-duration"),
    M("length without its unit", PRINTERS, "bleed: 30 mm", "bleed: 30", "bad-length"),
    M("ink beyond all", PRINTERS, "ink_limit: 280", "ink_limit: 800", "bad-number"),
    M("colour in words", BRAND, 'screen: "#0B6B4B"', "screen: xanh", "bad-colour"),
    M("colour without a hash", BRAND, 'screen: "#0B6B4B"', "screen: 0B6B4B", "bad-colour"),
    M(
        "web address without its beginning",
        SOURCES,
        "url: https://example.org/ke-hoach",
        "url: www.example.org",
        "bad-web-address",
    ),
    M(
        "source with the word for line",
        PHAT,
        "[ke-hoach.txt:5]",
        '["ke-hoach.txt:dòng 5"]',
        "bad-source",
    ),
    M("alias with diacritics", BAI, "[cu/cach-lam.html]", "[cũ/cách làm]", "bad-alias"),
    # Choices
    M("status in Vietnamese", PHAT, "status: approved", "status: đã duyệt", "wrong-choice"),
    M("status with a capital", PHAT, "status: approved", "status: Approved", "wrong-choice"),
    M("status misspelt", PHAT, "status: approved", "status: aproved", "wrong-choice"),
    M("medium in Vietnamese", PHAT, "medium: radio", "medium: phát thanh", "wrong-choice"),
    M("medium of another kind", PHAT, "medium: radio", "medium: panel", "medium-of-activity"),
    M("medium of no deliverable", PHAT, "medium: radio", "medium: article", "medium-of-activity"),
    M(
        "medium of activity unknown",
        PLAN,
        "    medium: radio\n",
        "    medium: radioo\n",
        "unknown-medium",
    ),
    M(
        "medium of activity of another kind",
        PLAN,
        "    medium: radio\n",
        "    medium: panel\n",
        "medium-of-pieces",
    ),
    M("kind of place", PLACES, "kind: province", "kind: tỉnh", "wrong-choice"),
    M("kind of fixing", RON, "fixing: fence", "fixing: hàng rào", "wrong-choice"),
    # Types
    M(
        "one source without a list",
        PHAT,
        "sources: [ke-hoach.txt:5]",
        "sources: ke-hoach.txt:5",
        "wrong-type",
    ),
    M("quarters without brackets", PLAN, "quarters: [II, III]", "quarters: II, III", "wrong-type"),
    M(
        "quarters in round brackets",
        PLAN,
        "quarters: [II, III]",
        "quarters: (II, III)",
        "wrong-type",
    ),
    M("status as a list", PHAT, "status: approved", "status: [approved]", "wrong-type"),
    M(
        "picture as one line",
        BAI,
        "picture:\n  file: assets/anh/xuong.svg\n  alt: Xưởng thử\n  credit: Người thử\n",
        "picture: assets/anh/xuong.svg\n",
        "wrong-type",
    ),
    M(
        "names as one line",
        PARTNERS,
        "    names:\n      - {name: Sở thử}\n",
        "    names: Sở thử\n",
        "wrong-type",
    ),
    # Ids that are there twice
    M("id of a piece twice", "content/phat/phat-3.md", "id: phat-3", "id: phat-2", "duplicate-id"),
    M("id of an activity twice", PLAN, "  - id: pano\n", "  - id: bang-ron\n", "duplicate-id"),
    M("id of a partner twice", PARTNERS, "  - id: bao-thu\n", "  - id: dai-thu\n", "duplicate-id"),
    M(
        "id of a slot twice",
        PLAN,
        "{id: phat-5, quarter: III",
        "{id: phat-4, quarter: III",
        "slot-twice",
    ),
    # Links, pictures, scripts
    M("link to nothing", PHAT, "(../cach-lam.md)", "(../cach-lamm.md)", "dead-link"),
    M("link to no heading", "content/index.md", "#buoc-dau", "#buoc-daau", "dead-anchor"),
    M(
        "picture that is not there",
        BAI,
        "  file: assets/anh/xuong.svg",
        "  file: assets/anh/xuongg.svg",
        "picture-missing",
    ),
    M("speaker misspelt", PHAT, "**PTV 2:** Xin", "**PTV2:** Xin", "unknown-speaker"),
    M("speaker not declared", PHAT, "[PTV 1, PTV 2]", "[PTV 1]", "unknown-speaker", "**PTV 2:**"),
    M(
        "printer that is not there",
        RON,
        "printer: nha-in-thu",
        "printer: nha-in",
        "unknown-printer",
    ),
]


ELSE_TO_TELL = {
    "id of activity missing",
    "place of placement missing",
    "no such hour",
    "no copies",
    "copies in words",
    "quantity without its unit",
    "id of an activity twice",
    "id of a partner twice",
}
"""What is shown is an example: it is valid, but only the author knows what belongs there."""


def test_the_workspace_has_no_mistake() -> None:
    assert told(whole()) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_one_mistake_gives_one_message_at_its_line(mistake: Mistake) -> None:
    found = [(d.where.path, d.where.line, d.rule.code) for d in found_after(mistake)]
    assert found == [(mistake.path, mistake.line(), mistake.code)]


def typed(text: str, found: Diagnostic) -> str | None:
    """The text after an editor has typed what the message shows; None if it shows nothing."""
    lines, number, details = text.split("\n"), found.where.line - 1, found.details
    if "added" in details:
        lines.insert(number + 1, details["added"])
    elif "typed_other" in details:
        for new in (details["typed"], details["typed_other"]):
            key = new.partition(":")[0]
            at = next(n for n, line in enumerate(lines) if line.startswith(f"{key}:"))
            lines[at] = new
    elif "typed" in details:
        new = details["typed"].split("\n")
        is_one = len(new) == 1 or new[-1] == lines[number]  # else a value of more than one line
        lines[number : number + (1 if is_one else goes_on(lines, number))] = new
    elif "word" in details:
        lines[number] = instead(found.where, details["word"])
    else:
        return None
    return "\n".join(lines)


def goes_on(lines: list[str], number: int) -> int:
    """How many lines a value has that goes on in lines that are further in."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    below = lines[number + 1 :]
    further = (len(line) - len(line.lstrip()) > indent and bool(line.strip()) for line in below)
    return 1 + next((n for n, more in enumerate(further) if not more), len(below))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_what_a_message_shows_to_be_typed_mends_it(mistake: Mistake) -> None:
    texts = mistake.texts()
    [found] = found_after(mistake)
    after = typed(texts[found.where.path].decode(), found)
    if after is not None:
        mended = {**texts, found.where.path: after.encode()}
        left = [(d.where.path, d.rule.code) for d in told(mended)]
        assert (found.where.path, found.rule.code) not in left
        assert left == [] or mistake.name in ELSE_TO_TELL
