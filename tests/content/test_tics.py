"""The texts have no tics: a phrase that wears out is counted over all pieces together.

The limits are those of a reader who read everything in one go. Each is far from what a single
piece would miss; the day that a limit is reached, the newest text says it another way.
"""

import re
from collections import Counter
from itertools import chain

import pytest

from generator.app.check import CheckReport
from generator.media.banner import Banner
from generator.model.headline_piece import HeadlinePiece
from generator.model.piece import Piece

LIMITS = {
    r"\bấy\b": 70,
    r"\bhơn cả\b": 1,
    r"\bchia cho\b": 10,
    r"\bngười đứng máy\b": 10,
    r"\bhành trình\b[^.]*\bđiểm đến\b": 1,
    r"\bcứu được nước\b": 0,
    r"\bnghỉ mát\b": 0,
    r"\btám nhóm ngành\b": 0,
    r"\bchúng tôi chưa (?:đọc|kiểm)\b|\bmới đọc (?:được )?phần\b": 0,
    r"\bdiễn đàn\b|yeumoitruong": 0,
}
"""How often each phrase may stand in all pieces, front matter included."""

DEAD = re.compile(r"(?<!khuyencongva)tuvancongnghiepdongnai|tư vấn công nghiệp Đồng Nai,? chấm")
"""The address of which a report of 2016-2020 tells; its owner publishes elsewhere today."""

FORMULAS = (
    r"\btrước\b.*\bsau\b",
    r"\bhôm nay\b.*\bhôm qua\b",
    r"\bgiữ lấy\b",
    r"\blá phổi\b",
    r"\bquét khô\b|\bgom khô\b",
    r"\bđường cưa\b",
    r"\bbắt đầu từ đây\b",
)
"""Turns of which one in a campaign is a find, and two are a manner."""

ENDINGS = {
    "bao-dong-nai-2021-2-1": "có con số trong tay thì buổi gặp đầu bàn được việc ngay.",
    "bao-dong-nai-2021-2-2": "Vòng đầu cân thứ đắt tiền trước, vòng sau thêm dần.",
    "bao-dong-nai-2021-2-3": "để khi đoàn đến đã có sẵn một tháng số liệu.",
    "bao-dong-nai-2021-3-1": "chọn một, ghi một tháng, rồi thêm.",
    "bao-dong-nai-2021-3-2": "Rồi đo lại một tuần, cùng cách.",
    "bao-dong-nai-2021-3-3": "Lò khí, lò hơi chỉ người được đào tạo mới vận hành.",
    "bao-dong-nai-2021-4-1": "Hỏi ba nhà giao hằng ngày xem họ có sọt dùng lại không.",
    "bao-dong-nai-2021-4-2": "đặt cái thùng riêng bên máy thì làm ngay hôm nay được.",
    "bao-dong-nai-2021-4-3": "“phải được đo lường và đánh giá chính xác”.",
}
"""How the stories end, read one after the other. A new ending is read again and judged here."""

APHORISTIC = {"bao-dong-nai-2021-4-2", "bao-dong-nai-2021-4-3"}
"""Those of them that close on a saying instead of a thing to do or to know."""


@pytest.fixture(scope="module")
def texts(pieces: list[Piece]) -> dict[str, str]:
    """Everything that each piece says, by its id."""
    return {piece.id: _whole(piece) for piece in pieces}


def _whole(piece: Piece) -> str:
    sources = [piece.to_fill, piece.sources, piece.corrections]
    return "\n".join([*piece.texts(), *map(str, sources), piece.body.text])


@pytest.mark.parametrize("phrase", LIMITS)
def test_no_phrase_is_worn_out(texts: dict[str, str], phrase: str) -> None:
    found = {id_: len(re.findall(phrase, text, re.IGNORECASE)) for id_, text in texts.items()}
    assert sum(found.values()) <= LIMITS[phrase], Counter(found).most_common(10)


def test_all_pieces_are_read(texts: dict[str, str]) -> None:
    assert len(texts) == 89
    assert min(len(text) for text in texts.values()) > 200


def test_no_address_is_dead(checked: CheckReport, texts: dict[str, str]) -> None:
    partners = {p.id: p.website or "" for p in checked.plan.workspace.partners.values()}
    said = chain(texts.items(), partners.items())
    assert [id_ for id_, text in said if DEAD.search(text)] == []


def test_no_formula_is_used_twice_in_a_campaign(pieces: list[Piece]) -> None:
    signs = [(p.campaign, p.slogan) for p in pieces if isinstance(p, Banner)]
    signs += [(p.campaign, p.headline) for p in pieces if isinstance(p, HeadlinePiece)]
    used = Counter(
        (campaign, formula)
        for campaign, words in signs
        for formula in FORMULAS
        if re.search(formula, words.replace("|", " "), re.IGNORECASE)
    )
    assert len(signs) == 40
    assert {key: count for key, count in used.items() if count > 1} == {}


def test_few_stories_end_with_a_saying(pieces: list[Piece]) -> None:
    stories = {p.id: p.body.text.rstrip() for p in pieces if p.medium == "newspaper"}
    changed = [id_ for id_, text in stories.items() if not text.endswith(ENDINGS.get(id_, "?"))]
    assert changed == []
    assert len(APHORISTIC & stories.keys()) <= 2


def test_no_two_pieces_end_alike(pieces: list[Piece]) -> None:
    read = [p.body.text.rstrip() for p in pieces if p.medium not in {"radio", "tv"}]
    last = Counter(_without_links(text.rpartition("\n")[2]) for text in read)
    assert {line: count for line, count in last.items() if count > 1} == {}


def _without_links(line: str) -> str:
    return re.sub(r"\]\([^)]*\)", "]", line).casefold()
