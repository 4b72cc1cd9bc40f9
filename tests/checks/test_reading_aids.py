"""Reading aids: what they tell, and what they must not tell. The texts are test data."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from generator.checks import (
    Alone,
    CheckAgainst,
    Subject,
    figure_sources,
    sentences,
    short_forms,
    superlatives,
    tones,
)
from generator.diagnostics import Diagnostic
from generator.model.file import AuthoredFile
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.workspace import Workspace
from generator.source.load import load
from generator.text.piece_texts import ReadText

if TYPE_CHECKING:
    from generator.model.plan import Plan
    from generator.text.links import Links

HEAD = "---\nid: bai-{0}\nmedium: article\ntitle: Bài thử\nstatus: draft\n{1}---\n\n"
SCRIPT = (
    "---\nid: bai-{0}\nmedium: radio\ncampaign: k\nactivity: a\ntitle: Bài thử\nquarter: II/2021\n"
    "status: draft\n{1}---\n\n"
)
BANNER = (
    "---\nid: bai-{0}\nmedium: banner\ncampaign: k\nactivity: a\ntitle: Bài thử\n"
    "slogan: Chữ tốt nhất\nsize: 6 x 1 m\nquarter: II/2021\nstatus: draft\n{1}---\n\n"
)
LISTED = """abbreviations:
  - {short: KCN, full: khu công nghiệp}
  - {short: UBND, full: ủy ban nhân dân, explain: never}
"""
QUOTED = """documents:
  tai-lieu.txt:
    7: "Tổ chức 25 lớp, trên 2.000 người"
web:
  "https://a.vn/b": ["8%", "13%"]
computed:
  bai-0:
    "80": 2000 / 25
"""
STORY = "campaign: k\nactivity: a\nquarter: II/2021\n"
SOURCES = "sources:\n  - tai-lieu.txt:7\n  - https://a.vn/b\n"


class _Plan:
    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace


def subject(
    *bodies: str, head: str = HEAD, more: str = "", quoted: str = "", tone: str | None = None
) -> Subject:
    texts = {f"content/{n}.md": head.format(n, more) + body for n, body in enumerate(bodies)}
    texts["campaigns/abbreviations.yml"] = LISTED
    if quoted:
        texts["campaigns/quotations.yml"] = quoted
    files = [AuthoredFile(path, text.encode) for path, text in texts.items()]
    site = Site(settings=Settings.model_validate({"tone": tone} if tone else {}))
    workspace, found = load(files, ())
    assert [d for d in found if d.rule.code != "file-missing"] == []
    return Subject(cast("Plan", _Plan(replace(workspace, site=site))), cast("Links", None))


def texts(*bodies: str, **more: str) -> Sequence[ReadText]:
    return subject(*bodies, **more).texts


def compared(check: CheckAgainst, subject: Subject) -> list[Diagnostic]:
    alone = Alone([*subject.pieces], subject.texts)
    return [*check.check_against(alone, check.register(subject.workspace))]


def told(found: Sequence[Diagnostic]) -> list[tuple[str, str]]:
    return [
        (each.rule.code, each.where.text[each.where.column - 1 :][: each.where.width])
        for each in found
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Vào KCN thì hỏi.", ["KCN"]),
        ("Vào khu công nghiệp (KCN) thì hỏi. KCN ấy gần.", []),
        ("Khu công nghiệp ở gần. Vào KCN thì hỏi.", []),
        ("Vào KCN. Đó là khu công nghiệp.", []),
        ("Vào KCN.\n\nĐó là khu công nghiệp.", ["KCN"]),
        ("Hỏi UBND xã, đọc PDF? 5 USD, phần II, 889/QĐ-TTg, TCVN 6909:2001.", ["PDF"]),
        ("Hỏi BQLA (ban quản lý A). Rồi BQLA trả lời.", []),
        ("- **BQLA**: ban quản lý A.", []),
        ("TIN TỨC và `KCN` với [tên](http://KCN.vn).", []),
        ("KCN and more words in English only, long enough to be sure.", []),
    ],
)
def test_abbreviations(body: str, expected: list[str]) -> None:
    found = compared(short_forms, subject(body))
    assert told(found) == [("abbreviation-unexplained", short) for short in expected]


def test_an_abbreviation_of_the_list_is_read_out_in_a_script() -> None:
    found = compared(short_forms, subject("**A:** Vào KCN, hỏi BQLA.", head=SCRIPT))
    assert told(found) == [("abbreviation-unexplained", "BQLA")]


def test_another_meaning_than_in_the_list() -> None:
    found = compared(short_forms, subject("Học kỹ cách nghiền (KCN) ở khu công nghiệp."))
    assert [(each.rule.code, each.details["full"]) for each in found] == [
        ("abbreviation-other-meaning", "kỹ cách nghiền")
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Có 25 lớp, trên 2.000 người, 80 người một lớp, giảm 8–13%.", []),
        ("Có 26 lớp.", ["26"]),
        ("Giảm 9%. Lại giảm 9%.", ["9"]),
        ("Ngày 17/3/2021, Quyết định 889/QĐ-TTg, bước 2, năm 2025.", []),
        ("> **Ví dụ giả định.** Có 26 lớp.\n>\n> Còn 27.", []),
        ("## Ví dụ\n\nCó 26 lớp.\n\n### Nhỏ\n\nCó 27.\n\n## Khác\n\nCó 28.", ["28"]),
        ("Ví dụ giả định:\n\n- 26 lớp;\n\n- 27 lớp.\n\nCó 28.", ["28"]),
        ("![Tả 26 lớp](a.svg) và `27` và [chữ](http://a.vn/28)", []),
        ("1. Một việc\n2. Hai việc\n\n## 3. Ba", []),
    ],
)
def test_figures(body: str, expected: list[str]) -> None:
    found = compared(figure_sources, subject(body, more=SOURCES, quoted=QUOTED))
    assert told(found) == [("figure-not-in-source", figure) for figure in expected]


def test_figures_in_words_of_a_script_and_names_of_speakers() -> None:
    body = "**PTV 2:** Có hai mươi lăm lớp, hai mươi sáu lớp. Mỗi năm người ta hỏi."
    found = compared(figure_sources, subject(body, head=SCRIPT, more=SOURCES, quoted=QUOTED))
    assert told(found) == [("figure-not-in-source", "hai mươi sáu ")]


def test_without_quotations_any_source_will_do() -> None:
    assert compared(figure_sources, subject("Có 26 lớp.", more=SOURCES)) == []
    found = compared(figure_sources, subject("Có 26 lớp."))
    assert told(found) == [("figure-without-source", "26")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Đây là cách tốt nhất.", ["tốt nhất"]),
        ("Theo sổ tay của ngành, đây là cách tốt nhất. Rẻ nhất nữa.", ["Rẻ nhất"]),
        ("Cách tốt nhất là vậy ([sổ tay](http://a.vn)).", []),
        ("Thứ nào nặng nhất?", []),
        ("Thống nhất, ít nhất, nhất định.", []),
    ],
)
def test_superlatives_of_advertising(body: str, expected: list[str]) -> None:
    found = [each for text in texts(body, head=BANNER) for each in superlatives.check_text(text)]
    assert told(found) == [("superlative", words) for words in expected]


@pytest.mark.parametrize("head", [HEAD, SCRIPT, HEAD.replace("article", "newspaper", 1)])
def test_stories_programmes_and_articles_may_say_what_is_first(head: str) -> None:
    more = "" if "campaign" in head or "article" in head else STORY
    text = "Chỗ khó nhất ở đây, việc rẻ nhất ở kia."
    read = texts(text, head=head, more=more)
    assert [each for one in read for each in superlatives.check_text(one)] == []


WORDS = " ".join(["chữ"] * 30)


@pytest.mark.parametrize(
    ("body", "syllables"),
    [
        (f"**PTV 1:** {WORDS}.", []),
        (f"**PTV 1:** {WORDS} nữa.", [31]),
        (f"**PTV 1:** {WORDS}. {WORDS}.", []),
        (f"**PTV 1:** {WORDS[:-4]} 958.079.880 đồng.", [44]),
        (f"::: nhạc\n{WORDS} nữa.\n:::\n\n## {WORDS} nữa", []),
        (f"- {WORDS}\n- {WORDS}", []),
    ],
)
def test_sentences(body: str, syllables: list[int]) -> None:
    found = list(sentences.check(subject(body, head=SCRIPT)))
    assert [int(each.details["syllables"]) for each in found] == syllables


def test_sentences_of_what_is_read_with_the_eyes_may_be_longer() -> None:
    assert list(sentences.check(subject(f"{WORDS} nữa."))) == []


def test_tones_of_the_workspace_and_of_its_owner() -> None:
    bodies = ("Hóa đơn hóa chất.", "Hoá đơn, hoá học, “hoá xưa”, Thuỷ.")
    assert told(list(tones.check(subject(*bodies)))) == [("tone-mixed", "hoá")]
    found = tones.check(subject(*bodies, tone="hoà"))
    assert told(found) == [("tone-mixed", "hóa")]
