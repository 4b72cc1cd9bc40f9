"""Self-assessments come to the same in Python and in a browser, and stand there without script."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import Article
from generator.model.assessment import OPEN, PACES, SCALE, QuestionGroup, assess, stamp_of
from generator.outputs.site.assessment_form import assessment_form
from generator.text.links import Links

from .conftest import Staged, article, front

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ASSETS = Path(__file__).parents[3] / "generator/templates/site/assets"
CASES = [
    *csv.DictReader((Path(__file__).parent / "assessments.csv").read_text("utf-8").split("\n"))
]


def groups_of(text: str) -> tuple[QuestionGroup, ...]:
    """«today week | plan»: two groups, the first of two questions, by when they can be begun."""
    found = [
        {
            "title": f"Nhóm {at}",
            "questions": [
                {"ask": f"Câu {at}.{n}?", "advice": f"Việc {at}.{n}.", "to": "x.md", "when": pace}
                for n, pace in enumerate(part.split(), 1)
            ],
        }
        for at, part in enumerate(text.split("|"), 1)
    ]
    return tuple(QuestionGroup.model_validate(each) for each in found)


def named(case: dict[str, str]) -> str:
    return f"{case['groups']} {case['answers']}"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_they_come_to(case: dict[str, str]) -> None:
    found = assess(groups_of(case["groups"]), case["answers"])
    assert case == {
        "groups": case["groups"],
        "answers": case["answers"],
        "answered": str(found.answer_count),
        "scores": " ".join(f"{each.points}/{each.most}" for each in found.groups),
        "weakest": "" if found.weakest is None else str(found.weakest),
        **{pace: " ".join(map(str, found.steps[pace])) for pace in PACES},
    }


@given(st.lists(st.sampled_from([*SCALE, OPEN]), min_size=6, max_size=6))
def test_an_advice_is_given_once_and_only_where_something_is_missing(signs: list[str]) -> None:
    groups = groups_of("today today today | week plan | plan")
    found = assess(groups, "".join(signs))
    told = [number for steps in found.steps.values() for number in steps]
    assert sorted(told) == [n for n, sign in enumerate(signs, 1) if sign in "01"]
    assert (found.weakest is None) == (not told)


def page_of(groups: tuple[QuestionGroup, ...]) -> str:
    piece = Article.model_validate(
        {"id": "thu", "medium": "article", "title": "Thử", "assessment": groups}
    )
    form = assessment_form(piece, Links({}, {"thu": "thu/index.md"}, frozenset(), frozenset()))
    style, script = ((ASSETS / f"assessment.{kind}").read_text("utf-8") for kind in ("css", "js"))
    return (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>Thử</title><style>{style}'
        f"</style><main>{form}</main><script>{script}</script>"
    )


@pytest.fixture(scope="module")
def page(browser: "Browser") -> Iterator["Page"]:
    def answer(route: "Route") -> None:
        number = route.request.url.rpartition("/")[2].partition("#")[0]
        route.fulfill(
            content_type="text/html", body=page_of(groups_of(CASES[int(number)]["groups"]))
        )

    context = browser.new_context(viewport={"width": 360, "height": 800})
    shown = context.new_page()
    shown.route("**/*", answer)
    yield shown
    context.close()


SHOWN = """
() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const steps = Object.fromEntries(all("[data-pace]").map(list => [list.dataset.pace,
    [...list.children].filter(each => !each.hidden).map(each => each.dataset.step).join(" ")]));
  return {
    progress: document.querySelector("[data-progress]").textContent,
    scores: all("[data-score]").map(each => each.textContent),
    weakest: document.querySelector("[data-weakest]").textContent,
    result: document.querySelector(".assess__scores").hidden,
    ...steps,
  };
}
"""


def expected(case: dict[str, str]) -> dict[str, object]:
    scores = [each.partition("/") for each in case["scores"].split(" ")]
    weakest = f"Nên xem trước: Nhóm {int(case['weakest'] or 0) + 1}."
    is_empty = case["answered"] == "0"
    return {
        "progress": f"Đã trả lời {case['answered']} trên {len(case['answers'])} câu",
        "scores": [f"{a} trên {b} điểm" if b != "0" else "–" for a, _, b in scores],
        "weakest": weakest if case["weakest"] else "Các câu đã trả lời đều “có”.",
        "result": is_empty,
        **{pace: case[pace] for pace in PACES},
    }


@pytest.mark.parametrize("number", range(len(CASES)), ids=map(named, CASES))
def test_a_reader_sees_the_same_by_keyboard_and_by_address(page: "Page", number: int) -> None:
    case = CASES[number]
    page.goto(f"http://thu.example/{number}")
    for at, sign in enumerate(case["answers"], 1):
        if sign != OPEN:
            page.focus(f"input[name=cau-{at}][value='{sign}']")
            page.keyboard.press("Space")
    assert page.evaluate(SHOWN) == expected(case)
    address = page.evaluate("location.href")
    page.goto("about:blank")
    page.goto(address)
    assert page.evaluate(SHOWN) == expected(case)


def test_an_address_of_other_questions_is_told_and_nothing_is_sent(page: "Page") -> None:
    page.goto("http://thu.example/1")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    stamp = stamp_of(groups_of(CASES[1]["groups"]))
    told = {}
    for typed in ("00000000=222", f"{stamp}=22", f"{stamp}=22x", "ket-qua", f"{stamp}=2.0"):
        page.evaluate("hash => { location.hash = hash; }", typed)
        page.wait_for_timeout(50)
        told[typed] = page.text_content(".assess__told")
    wrong = "Địa chỉ này mang câu trả lời của bảng câu hỏi khác; hãy trả lời lại."
    assert [*told.values()] == [wrong, wrong, wrong, wrong, ""]
    assert page.evaluate(SHOWN)["progress"] == "Đã trả lời 2 trên 3 câu"
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelector('.assess__scores').hidden")
    assert page.evaluate("location.href") == "http://thu.example/1"
    assert asked == []


def test_a_page_of_several_tools_loads_the_files_of_all(place: Path, staged: Staged) -> None:
    asked = "{ask: Vòi kín không?, advice: Vá lại., to: hai.md, when: week}"
    both = f"calculator: den\nassessment:\n  - {{title: Nước, questions: [{asked}]}}\n"
    article(place, "hai", both)
    page = front(staged(place)["hai/index.md"])
    assert [page["styles"], page["scripts"]] == [
        [f"assets/{name}.{kind}" for name in ("calculator", "assessment")] for kind in ("css", "js")
    ]


def test_without_script_every_question_and_advice_stands_there(place: Path, staged: Staged) -> None:
    article(
        place,
        "phieu",
        "assessment:\n  - title: Nước\n    questions:\n"
        "      - {ask: Vòi kín không?, advice: Vá lại., to: phieu.md, when: week}\n"
        "      - {ask: Bể đầy không?, advice: Khóa lại., to: chua.md, when: today}\n",
    )
    article(place, "chua", "publish_on: 1/1/2022\n")
    made = staged(place)["phieu/index.md"]
    html = made.bytes().decode()
    assert {key: front(made)[key] for key in ("styles", "scripts")} == {
        "styles": ["assets/assessment.css"],
        "scripts": ["assets/assessment.js"],
    }
    assert re.findall(r"<legend[^>]*><b[^>]*>(\d)</b> ([^<]+)", html) == [
        ("1", "Vòi kín không?"),
        ("2", "Bể đầy không?"),
    ]
    assert re.findall(r'<li data-step="(\d)"><b[^>]*>\d</b><span>(.*?)</span>', html) == [
        ("2", "Khóa lại."),
        ("1", 'Vá lại. <a href="./">Bài phieu</a>'),
    ]
    assert '<a href="phieu.pdf" download>' in html
