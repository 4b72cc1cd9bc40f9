"""Calculators of the site come to the same in Python, in words and in a reader's browser."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.calculators import calculators
from generator.model.article import Article
from generator.model.calculator import Answer, Calculator, Variable
from generator.model.formula import Formula, figure, figure_of_result, variable
from generator.outputs.site.calculator_form import form_of
from generator.vietnamese.numbers import read_number
from generator.vietnamese.reasons import ReadingError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ASSETS = Path(__file__).parents[2] / "generator/templates/site/assets"
CASES = [*csv.DictReader((Path(__file__).parent / "cases.csv").read_text("utf-8").split("\n"))]


def pairs(text: str) -> dict[str, str]:
    """«lit=0,5 gia=1 800» by name; a blank may stand within a figure."""
    found: dict[str, str] = {}
    for word in text.split(" "):
        name, sign, value = word.partition("=")
        if sign:
            found[name] = value
        else:
            found[[*found][-1]] += f" {word}"
    return found


def named(case: dict[str, str]) -> str:
    return f"{case['calculator']} {case['given']}"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_they_come_to(case: dict[str, str]) -> None:
    figures = {name: float(read_number(typed)) for name, typed in pairs(case["given"]).items()}
    results = calculators()[case["calculator"]].results(figures)
    assert {name: figure_of_result(value) for name, value in results.items()} == pairs(
        case["results"]
    )


def names_of(formulas: Iterable[Formula]) -> set[str]:
    """The variables that formulas name."""
    every = [*formulas]
    named = {each.name for each in every if each.name}
    return named.union(*(names_of(each.sides) for each in every))


def test_each_is_offered_explains_itself_and_stays_within_its_bounds() -> None:
    assert {case["calculator"] for case in CASES} == set(calculators())
    offered = get_args(get_args(Article.model_fields["calculator"].annotation)[0])
    assert set(offered) == set(calculators())
    for each in calculators().values():
        known = {one.name for one in each.variables}
        for answer in each.answers:
            assert names_of([answer.formula]) <= known
            known.add(answer.name)
        assert names_of([one.formula for one in each.answers]) >= set(each.example)
        assert all(one.least <= one.example <= one.most for one in each.variables)


def page_of(calculator: Calculator) -> str:
    style, script = ((ASSETS / f"calculator.{kind}").read_text("utf-8") for kind in ("css", "js"))
    return (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>Thử</title><style>{style}'
        f"</style><main>{form_of(calculator, 'vi')}</main><script>{script}</script>"
    )


@pytest.fixture(scope="module")
def page(browser: "Browser") -> Iterator["Page"]:
    def answer(route: "Route") -> None:
        name = route.request.url.rpartition("/")[2].partition("#")[0]
        body = page_of(calculators()[name]) if name in calculators() else ""
        route.fulfill(content_type="text/html", body=body)

    context = browser.new_context(viewport={"width": 360, "height": 800})
    shown = context.new_page()
    shown.route("**/*", answer)
    yield shown
    context.close()


TYPE = """
given => {
  const form = document.querySelector("form");
  for (const [name, typed] of Object.entries(given)) {
    form.elements[name].value = typed;
    form.elements[name].dispatchEvent(new Event("input", {bubbles: true}));
  }
  return [...form.querySelectorAll("output")].map(each => [each.name, each.value]);
}
"""


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_reader_sees_the_same(page: "Page", case: dict[str, str]) -> None:
    page.goto(f"http://thu.example/{case['calculator']}")
    assert dict(page.evaluate(TYPE, pairs(case["given"]))) == pairs(case["results"])


FIGURES = (
    *("0,5", "1.000", "1 000", "1.000.000,25", "007", "-5", "−5", "0.5", "1,000", "1.00", "12a"),
    *("ba", "1e3", "1.2.3", "٣", "  7 ", "1\u00a0000", "1..0", "+3"),
)
TOLD = {
    "AMBIGUOUS": "Số này đọc được hai cách. Phần lẻ viết sau dấu phẩy: 0,5; một nghìn viết 1.000 "
    "hoặc 1000.",
    "FORM": "Chỉ gõ chữ số, phần lẻ sau dấu phẩy: 0,5",
}


def reading(typed: str) -> list[str]:
    try:
        return ["", figure_of_result(float(read_number(typed)) + 10)]
    except ReadingError as error:
        return [TOLD[error.reason.name], "–"]


def test_figures_are_read_as_everywhere_else(page: "Page") -> None:
    """What is wrong is said beside its field; nothing is guessed."""
    answer = Answer("y", "One tank", "", variable("x") + 10)
    alone = Calculator("thu", [Variable("x", "Days a month", "", 1, -1e30, 1e30)], [answer])
    page.goto("http://thu.example/none")
    page.set_content(page_of(alone))
    found = {}
    for typed in FIGURES:
        page.evaluate(TYPE, {"x": typed})
        found[typed] = [page.inner_text("#sai-x"), page.inner_text("output")]
    assert found == {typed: reading(typed) for typed in FIGURES}


def test_what_is_out_of_bounds_and_what_makes_no_sense_is_told(page: "Page") -> None:
    page.goto("http://thu.example/hoan-von")
    typed = {"von": "", "bot": "0", "ton-them": "-1"}
    assert dict(page.evaluate(TYPE, typed)) == {"con": "–", "thang": "–"}
    assert page.locator(".reckon__wrong").all_inner_texts() == [
        "Gõ số vào ô này.",
        "Cách tính này chỉ dùng được từ 1 đến 1.000.000.000.000 đồng/tháng.",
        "Cách tính này chỉ dùng được từ 0 đến 1.000.000.000.000 đồng/tháng.",
    ]
    page.evaluate(TYPE, {"von": "9" * 30, "bot": "-1.000", "ton-them": "không"})
    assert page.locator(".reckon__wrong").all_inner_texts() == [
        "Cách tính này chỉ dùng được từ 0 đến 1.000.000.000.000 đồng.",
        "Cách tính này chỉ dùng được từ 1 đến 1.000.000.000.000 đồng/tháng.",
        TOLD["FORM"],
    ]
    page.evaluate(TYPE, {"von": "100", "bot": "50", "ton-them": "50"})
    assert page.inner_text("[role=status]") == (
        "Với các số này thì không ra kết quả; hãy xem lại từng ô."
    )


def test_the_address_holds_the_figures_and_nothing_is_asked_of_a_server(page: "Page") -> None:
    page.goto("http://thu.example/den")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.fill("#tinh-so-den", "7")
    address = page.evaluate("location.href")
    page.fill("#tinh-so-den", "x")
    page.goto("http://thu.example/none")
    page.goto(address)
    assert page.input_value("#tinh-so-den") == "7"
    assert page.inner_text("output[name=dien]") == "47,3"
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelector('output').value === '135'")
    assert page.evaluate("location.href") == "http://thu.example/den"
    assert asked == ["http://thu.example/none", address.partition("#")[0]]


def test_without_script_the_way_and_an_example_stand_there() -> None:
    html = form_of(calculators()["ro-nuoc"], "vi")
    form, _, below = html.partition("</form>")
    often = "số giờ rò mỗi ngày × số ngày mỗi tháng"
    styles = files("generator") / "templates/site/assets/calculator.css"
    assert 'class="reckon__form"' in form
    assert ".no-js .reckon__form { display: none; }" in styles.read_text("utf-8")
    assert re.findall(r"= <b>([^<]+)</b>|<dd>= ([^<]+)", below) == [
        ("", f"nước hứng được ÷ hứng trong × 3.600 × {often} ÷ 1.000"),
        ("21,6", ""),
        ("", "nước mất × (giá mua nước + giá xử lý nước thải)"),
        ("432.000", ""),
    ]


names = st.sampled_from("abc").map(variable)
figures = st.one_of(st.integers(0, 10**6), st.floats(1e-3, 1e6))
leaves = names | figures.map(lambda number: Formula("", number=number))
formulas = st.recursive(
    leaves,
    lambda inner: (
        st.builds(lambda sign, *sides: Formula(sign, sides), st.sampled_from("+-*/"), inner, inner)
        | st.builds(lambda leaf, degree: leaf.root(degree), leaves, st.integers(2, 4))
    ),
    max_leaves=8,
)


@given(formulas, st.fixed_dictionaries(dict.fromkeys("abc", figures)))
def test_what_is_shown_comes_to_the_same(formula: Formula, values: dict[str, float]) -> None:
    """Words with figures, read as arithmetic, are the formula: braces stand where they must."""
    shown = formula.text({name: figure(value) for name, value in values.items()})
    for sign, python in {"×": "*", "÷": "/", "−": "-", ".": "", ",": "."}.items():
        shown = shown.replace(sign, python)
    typed = re.sub(r"căn bậc (\d) của ([\d.]+)", r"(\2 ** (1/\1))", shown)
    assert came(lambda: eval(typed)) == came(lambda: formula.value(values))  # noqa: S307 - ours


def came(reckon: Callable[[], float]) -> float | None:
    try:
        return float(reckon())
    except ZeroDivisionError:
        return None


def some_formulas(count: int) -> list[Formula]:
    """Of any shape, those that come to something that is not negative."""
    chosen = Random(20261129)  # noqa: S311 - nothing secret
    found: list[Formula] = []
    while len(found) < count:
        formula = grown(chosen, 3)
        try:
            value = formula.value({"a": 0.1, "b": 7, "c": 12345.678})
        except ZeroDivisionError:
            continue
        if 1e-6 < value < 1e15:
            found.append(formula)
    return found


def grown(chosen: Random, depth: int) -> Formula:
    if not depth or chosen.random() < 0.2:
        number = round(10 ** chosen.uniform(-3, 6), 3)
        return chosen.choice([variable(chosen.choice("abc")), Formula("", number=number)])
    if chosen.random() < 0.1:
        return grown(chosen, 0).root(chosen.choice([2, 3, 4]))
    return Formula(chosen.choice("+-*/"), (grown(chosen, depth - 1), grown(chosen, depth - 1)))


def test_a_browser_computes_and_rounds_alike(page: "Page") -> None:
    """Two hundred formulas and figures of any size, in one page."""
    cases = some_formulas(200)
    values = {"a": 0.1, "b": 7, "c": 12345.678}
    answers = [Answer(f"y{n}", "One tank", "", each) for n, each in enumerate(cases)]
    variables = [Variable(name, "Days a month", "", at, 0, 1e9) for name, at in values.items()]
    page.goto("http://thu.example/none")
    page.set_content(page_of(Calculator("thu", variables, answers)))
    expected = {each.name: figure_of_result(each.formula.value(values)) for each in answers}
    assert dict(page.evaluate(TYPE, {"a": "0,1"})) == expected
