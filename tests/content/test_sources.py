"""Every figure that readers meet has a source, and is that of the line that is cited."""

import re
from collections.abc import Iterator
from operator import mul, truediv
from pathlib import Path

import pytest
import yaml
from markdown_it.tree import SyntaxTreeNode

from generator.app.check import Checked
from generator.media import media
from generator.model.piece import Deliverable, Piece
from generator.model.sizes import Size
from generator.text.tree import plain, tree
from generator.vietnamese.number_words import from_words

HERE = Path(__file__).parent
TEXTS = ("title", "summary", "standfirst", "headline", "slogan", "fact", "fact_credit")
OPERATIONS = {"*": mul, "/": truediv}


REGISTER = yaml.load((HERE / "quotes.yml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
QUOTES = {
    f"{document}:{line}": quote
    for document, lines in REGISTER["documents"].items()
    for line, quote in lines.items()
}


MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
LAWS = "quyết định|nghị định|nghị quyết|thông tư|decision|decree"
PARTS = "bước|nhóm|nhiệm vụ|câu|bài|PTV|step|group|task"
MORE = r"(?:(?:–|, | và | and |, rồi )\d+)*"
DATES = (
    r"\d{4}-\d\d-\d\d",
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}",
    r"\d{1,2}/\d{1,2}(?!\d)",
    r"\d{1,2}/\d{4}",
    r"(?i:tháng|ngày|mùng|quý) \d{1,2}(?![\d.,]*\d)",
    r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)",
    r"\d{1,2}(?:h|:)\d\d|\d{1,2} giờ(?: \d\d)? (?:sáng|trưa|chiều|tối|đêm)",
    rf"\d{{1,2}} (?:{MONTHS})",
)
NAMES = (
    r"https?://\S+|www\.\S+",
    r"\d+(?:[:/]\d{4})?/[A-ZĐ][^\W_]*(?:-[A-ZĐ][^\W_]*)*",
    r"(?i:điều|khoản|phụ lục|dòng|article|clause|line)s? \d+",
    rf"(?i:{LAWS})(?: số| no\.?)? \d+{MORE}",
    r"[IVX]+\.\d+(?:\.[a-zđ])?",
    r"[A-ZĐ]{3,} \d+:\d{4}",
    rf"(?i:{PARTS})s? \d+{MORE}(?!\d|[.,]\d)",
    r"^\d+\. ",
    r"(?<!\w)[A-ZĐ]+\d+|\d[A-ZĐ](?!\w)",
)
EXAMPLE = re.compile(r"ví dụ|giả định|for example|assumed", re.IGNORECASE)
FIGURE = re.compile(
    r"(?P<low>\d[\d.,]*(?<=\d))(?:(?:%| %)?(?:[–-]| đến | to )(?P<high>\d[\d.,]*(?<=\d)))?"
    r"(?P<cent>\s?%)?"
)
_DIGITS = "không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín"
_NUMBER = rf"(?:(?:{_DIGITS}|mười|mươi|trăm|nghìn|triệu|lẻ)(?!\w) ?)+"
_SPOKEN = re.compile(
    rf"(?<!\w)(?P<low>{_NUMBER})(?:đến (?P<high>{_NUMBER}))?"
    r"(?P<unit>phần trăm|lớp|chương trình|mô hình|doanh nghiệp|cơ sở|người|cuốn|nơi|khu)(?!\w)"
)
_EXCEPTED = re.compile("|".join((*DATES, *NAMES)), re.MULTILINE)


def figures(text: str, names: tuple[str, ...] = (), *, english: bool = False) -> list[str]:
    """Each figure in its plainest form: «2000», «12.5», «85%»; of a range, both ends.

    Dates, years, numbers of laws and steps, and the given names of places are none.
    """
    for name in names:
        text = text.replace(name, " ")
    found = FIGURE.finditer(_EXCEPTED.sub(" ", text))
    return [figure for match in found for figure in _plain(match, english=english)]


def spoken_figures(text: str) -> list[str]:
    """The figures of a script, which writes them in words; «một người» is hardly one."""
    found = []
    for match in _SPOKEN.finditer(text):
        sign = "%" if match["unit"] == "phần trăm" else ""
        both = filter(None, (match["low"], match["high"]))
        found += [f"{from_words(words.strip())}{sign}" for words in both]
    return [figure for figure in found if figure != "1"]


def _plain(match: re.Match[str], *, english: bool) -> Iterator[str]:
    for written in filter(None, (match["low"], match["high"])):
        swapped = written.translate(str.maketrans(".,", ",.")) if english else written
        figure = swapped.replace(".", "").replace(",", ".")
        yield (figure.lstrip("0") or "0") + ("%" if match["cent"] else "")


def passages(markdown: str) -> Iterator[str]:
    """The blocks of a text but those that say that they are an example.

    A heading that says so speaks for everything below it, a paragraph for the table or list that
    follows.
    """
    below: int | None = None
    before = ""
    for node in tree(markdown).children:
        words = _words(node)
        level = int(node.tag[1]) if node.type == "heading" else None
        if level and (below is None or level <= below):
            below = level if EXAMPLE.search(words) else None
        follows = node.type in {"table", "bullet_list", "ordered_list"} and EXAMPLE.search(before)
        if below is None and not follows and not EXAMPLE.search(words):
            yield words
        before = words


def _words(node: SyntaxTreeNode) -> str:
    """What is read of a block; the alternative text of a picture says again what it shows."""
    texts = [each.children for each in node.walk() if each.type == "inline"]
    return "\n".join("".join(plain(part) for part in t if part.type != "image") for t in texts)


@pytest.fixture(scope="module")
def names(checked: Checked) -> tuple[str, ...]:
    """Names of places, of which some end in a number, the longest first."""
    places = checked.plan.workspace.places.values()
    return tuple(sorted({n.name for p in places for n in p.names}, key=lambda n: (-len(n), n)))


def cited(piece: Piece) -> set[str]:
    """The sources of a piece, each line of a document by itself."""
    found: set[str] = set()
    for source in (*piece.sources, getattr(piece, "fact_source", None) or ""):
        document, _, lines = source.rpartition(":")
        if source.startswith("http"):
            found.add(source)
        else:
            found |= {f"{document}:{line}" for line in re.split("[,-]", lines)}
    return found


def allowed(piece: Piece, names: tuple[str, ...]) -> set[str]:
    """Figures of the sources, figures computed from them, and those of the piece's own record."""
    found = set(REGISTER["computed"].get(piece.id, {})) | own(piece)
    for source in cited(piece):
        found |= set(REGISTER["web"].get(source, ()))
        found |= set(figures(QUOTES.get(source, ""), names))
    return found


def own(piece: Piece) -> set[str]:
    """How much of a piece there is, and how large."""
    if not isinstance(piece, Deliverable):
        return set()
    counts = [piece.units, len(piece.placements), *(p.copies for p in piece.placements)]
    size = getattr(piece, "size", None)
    sides = (size.width, size.height) if isinstance(size, Size) else ()
    return {*map(str, counts), *(f"{side / 1000:g}" for side in sides)}


def stated(piece: Piece, names: tuple[str, ...]) -> set[str]:
    """Every figure that a piece states."""
    front = " \n".join(str(getattr(piece, name, None) or "") for name in TEXTS)
    english = piece.file.startswith("content/en/")
    script = media()[piece.medium].body == "script"
    found: set[str] = set()
    for text in (front, *passages(piece.body.text)):
        found |= set(figures(text, names, english=english))
        found |= set(spoken_figures(text)) if script else set()
    return found


def test_every_piece_lists_its_sources(pieces: list[Piece]) -> None:
    assert [piece.file for piece in pieces if not piece.sources] == []


def test_every_figure_is_that_of_a_source(pieces: list[Piece], names: tuple[str, ...]) -> None:
    odd = {piece.file: sorted(stated(piece, names) - allowed(piece, names)) for piece in pieces}
    assert {file: figures for file, figures in odd.items() if figures} == {}


def test_figures_are_found_at_all(pieces: list[Piece], names: tuple[str, ...]) -> None:
    found = {piece.id: stated(piece, names) for piece in pieces}
    assert {"25", "750", "2000", "1500", "10000", "80000", "2200"} <= found["bao-dong-nai-2021-4-3"]
    assert {"5%", "8%", "5", "50", "4", "7"} <= found["phat-thanh-2021-2-1"]


def test_what_is_registered_is_cited(pieces: list[Piece], checked: Checked) -> None:
    activities = [a for c in checked.plan.workspace.campaigns.values() for a in c.activities]
    known = set().union(*map(cited, pieces), *({a.source, *a.sources} for a in activities))
    assert sorted({*QUOTES, *REGISTER["web"]} - known) == []


def test_quotations_are_of_documents_that_are_listed(checked: Checked) -> None:
    assert set(REGISTER["documents"]) <= set(checked.plan.workspace.documents)


@pytest.mark.parametrize(
    ("figure", "sum_"),
    [row for sums in REGISTER["computed"].values() for row in sums.items()],
)
def test_computed_figures_are_right(figure: str, sum_: str) -> None:
    first, *rest = sum_.split()
    value = float(first)
    for sign, operand in zip(rest[::2], rest[1::2], strict=True):
        value = OPERATIONS[sign](value, float(operand))
    assert value == float(figure)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 05 lớp, mỗi lớp khoảng 50 người.", ["5", "50"]),
        ("giảm 5–8% vào năm 2025", ["5%", "8%"]),
        ("từ 8 đến 13 %", ["8%", "13%"]),
        ("958.079.880 đồng, 12,5 m³", ["958079880", "12.5"]),
        ("ngày 17/3/2021, Quý II/2021, giai đoạn 2016–2020, 6h30, tháng 6", []),
        ("Quyết định 889/QĐ-TTg, Điều 27, bước 2, nhiệm vụ 4–7, mục II.1.b, giấy A4", []),
        ("KCN Thử 2 có 3 nơi", ["3"]),
        ("1. Quản lý nội vi", []),
    ],
)
def test_figures(text: str, expected: list[str]) -> None:
    assert figures(text, ("KCN Thử 2",)) == expected


def test_figures_in_english() -> None:
    assert figures("2,000 copies, 1.5 m, 24 June 2020", english=True) == ["2000", "1.5"]


def test_spoken_figures() -> None:
    text = "Giảm từ năm đến tám phần trăm, hai mươi lăm lớp, một người."
    assert spoken_figures(text) == ["5%", "8%", "25"]


def test_passages_leave_examples_out() -> None:
    markdown = (
        "Một.\n\n> **Ví dụ giả định.** Hai.\n\n## Ví dụ\n\nBa.\n\n### Nhỏ\n\nBốn.\n\n## Khác\n\n"
        "Năm.\n\nVí dụ:\n\n- Sáu.\n\nBảy ![Tám](a.svg)\n"
    )
    assert list(passages(markdown)) == ["Một.", "Khác", "Năm.", "Bảy "]
