"""The test of figures would see it if somebody made one up: each is tried on the real content."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import CheckReport, check
from generator.checks.figure_sources import figures_in
from generator.model.file import AuthoredFile
from generator.model.piece import Piece
from generator.text.piece_texts import ReadText, piece_texts
from generator.vietnamese.dates import HANOI

ROOT = Path(__file__).parents[2]
LATER = datetime(2023, 1, 1, tzinfo=HANOI)
INVENTED = {
    "radio": "**PTV 1:** Có chín trăm tám mươi bảy nơi như thế.",
    "tv": "**PV:** Có 987 nơi.",
}
CHANGED = {
    "content/bao-chi/bao-dong-nai-2021-2-1.md": ("25 cơ sở trong tỉnh", "26 cơ sở trong tỉnh"),
    "content/bao-chi/bao-dong-nai-2021-2-3.md": ("958.079.880", "958.079.890"),
    "content/bao-chi/bao-dong-nai-2021-3-1.md": ("giảm 5–8%", "giảm 5–9%"),
    "content/bao-chi/bao-dong-nai-2021-4-3.md": ("trên 760.000 lượt", "trên 780.000 lượt"),
    "content/huong-dan/xi-ma.md": ("khoảng 10%", "khoảng 20%"),
    "content/hoi-dap.md": ("khoảng 10%", "khoảng 40%"),
    "content/ho-tro-va-lien-he.md": ("| 5 lớp | 8 lớp |", "| 5 lớp | 9 lớp |"),
    "content/en/contact.md": ("| 4 | 6 |", "| 4 | 16 |"),
    "content/pano/pano-2022-8.md": ("2016–2020: 25 cơ sở", "2016–2020: 35 cơ sở"),
    "content/phat-thanh/phat-thanh-2021-4-1.md": ("khoảng mười tám độ", "khoảng mười sáu độ"),
    "content/phat-thanh/phat-thanh-2021-4-2.md": ("tám mươi lăm phần", "chín mươi lăm phần"),
    "content/truyen-hinh/truyen-hinh-2021-4-1.md": ("dự kiến năm lớp", "dự kiến tám lớp"),
}


class Altered(FolderFiles):
    """The real workspace, with its texts written otherwise."""

    def __init__(self, root: Path, alter: Callable[[str, str], str]) -> None:
        super().__init__(root)
        self.alter = alter

    def files(self) -> Iterator[AuthoredFile]:
        for file in super().files():
            text = self.alter(file.path, file.read().decode())
            yield replace(file, read=text.encode)


def not_said(alter: Callable[[str, str], str]) -> list[str]:
    """The files in which a figure stands that no source says."""
    found = check(Altered(ROOT, alter), LATER).diagnostics
    return sorted(each.where.path for each in found if each.rule.code == "figure-not-in-source")


def test_an_invented_figure_is_seen_in_every_piece(pieces: list[Piece]) -> None:
    sentences = {p.file: INVENTED.get(p.medium, "987 nơi như thế.") for p in pieces}

    def alter(path: str, text: str) -> str:
        return f"{text}\n\n{sentences[path]}\n" if path in sentences else text

    assert not_said(alter) == sorted(sentences)


def test_a_changed_figure_is_seen() -> None:
    def alter(path: str, text: str) -> str:
        old, new = CHANGED.get(path, ("", ""))
        assert old in text
        return text.replace(old, new, 1) if old else text

    assert not_said(alter) == sorted(CHANGED)


def test_what_is_passed_over_is_said_to_be_assumed(pieces: list[Piece]) -> None:
    silent = {
        text.piece.file
        for piece in pieces
        for text in piece_texts(piece)
        if passed_over(text) and "ví dụ giả định" not in piece.body.text.lower()
    }
    assert silent == set()


def passed_over(text: ReadText) -> int:
    """How many figures count as those of an example."""
    asserted = text.text
    for word in ("í dụ", "iả định", "xample", "ssumed"):
        asserted = asserted.replace(word, "-" * len(word))
    return len(figures_in(replace(text, text=asserted))) - len(figures_in(text))


def test_some_are_passed_over(pieces: list[Piece]) -> None:
    found = {p.id for p in pieces for text in piece_texts(p) if passed_over(text)}
    assert {"bao-dong-nai-2021-2-2", "sau-buoc"} <= found


@pytest.mark.parametrize("piece", ["hoi-dap", "en-what-is-cleaner-production"])
def test_real_cases_are_no_examples(checked: CheckReport, piece: str) -> None:
    found = [figures_in(text) for text in piece_texts(checked.plan.workspace.pieces[piece])]
    assert {"10%", "25"} <= {figure.value for figures in found for figure in figures}
