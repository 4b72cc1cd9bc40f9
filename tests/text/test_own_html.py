"""Own HTML becomes letters of a page and nothing else. The texts are test data."""

from types import SimpleNamespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from generator.model.site import OwnHtml
from generator.text.own_html import problems, template

ESCAPES = [
    "{{ 7 * 7 }}",
    "{{ config.theme.get_env().from_string('{{ cycler.__init__.__globals__.os }}').render() }}",
    "{% set x = cycler.__init__.__globals__.os.system('true') %}",
    "{%- include '/etc/passwd' -%}",
    "{# x #}",
    '"}} {{ 7 * 7 }} {{"',
    '\\"}} {{ 7 * 7 }} {{ \\"',
    "\\u007b\\x7b{% raw %}{% endraw %}",
]


def shown(text: str) -> str:
    """What a page shows of it; the site builder's objects are there to be reached."""

    @pass_context
    def url(context: Context, address: str) -> str:
        assert context
        return f"../../{address}"

    environment = Environment(autoescape=False)  # noqa: S701 - as MkDocs makes it
    environment.filters["url"] = url
    environment.globals["env"] = environment
    theme = SimpleNamespace(get_env=lambda: environment)
    config = {
        "site_name": "Trang <thử>",
        "site_url": "https://thu.example.org/",
        "site_description": "Mô tả",
        "extra": {"responsible": {"name": "Sở & thử"}},
        "theme": theme,
    }
    page = {
        "meta": {"title": "Bài “thử”"},
        "title": "x",
        "canonical_url": "https://thu.example.org/b/",
    }
    return environment.from_string(template(text)).render(config=config, page=page)


def told(text: str, name: str = "foot") -> list[str]:
    html = OwnHtml(f"assets/theme/{name}.html", text)
    return [problem.rule.code for problem in problems(name, html)]


@pytest.mark.parametrize("text", ESCAPES)
def test_a_program_is_told_and_would_only_be_letters(text: str) -> None:
    assert shown(text) == text
    assert told(text)[0] == "html-program"


MARKS = st.sampled_from(["{{", "}}", "{%", "%}", "{#", "#}", '"', "'", "\\", "$", "${", "}", "\n"])


@given(st.lists(st.text() | MARKS).map("".join).map(lambda text: text.replace("\r", "")))
@example("${khong_co}")
@example("\\n\\u0041\\")
def test_any_text_without_values_is_shown_as_it_is(text: str) -> None:
    text = "".join(" " if letter in "\x1c\x1d\x1e\x85\u2028\u2029" else letter for letter in text)
    assert shown(text.encode("utf-8", "ignore").decode()) == text.encode("utf-8", "ignore").decode()


def test_values_are_plain_and_escaped() -> None:
    text = (
        "${site_name}|${site_url}|${site_description}|${responsible}|${title}|${page_url}|${root}x"
    )
    assert shown(text) == (
        "Trang &lt;thử&gt;|https://thu.example.org/|Mô tả|Sở &amp; thử|Bài “thử”"
        "|https://thu.example.org/b/|../../x"
    )
    assert told(f"<p>{text}</p>") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('<p class="a">Một <b>hai</b><br>ba</p>', []),
        ('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', []),
        ('<script src="${root}assets/theme/a.js"></script>', []),
        ('<a href="https://khac.example.org/">Nơi khác</a> <a href="#x">x</a>', []),
        ("<p>Giá < 5 và > 3</p>", []),
        ("<div/>", ["html-open"]),
        ("<p", ["html-open"]),
        ('<a href="', ["html-open"]),
        ("<!-- ", ["html-open"]),
        ("<b><i>x</b></i>", ["html-open", "html-open"]),
        ("<script>", ["html-forbids", "html-open"]),
        ("<base href='https://khac.example.org/'>", ["html-forbids"]),
        ("<body>a</body>", ["html-forbids"]),
        ("<form action='https://khac.example.org/'></form>", ["html-forbids"]),
        ("<form><button formaction='//khac.example.org'>a</button></form>", ["html-forbids"]),
        ("<meta http-equiv=refresh content='0;url=https://khac.example.org/'>", ["html-forbids"]),
        ("<img src='//khac.example.org/a.png'>", ["html-forbids"]),
        ("<img src='http://[hỏng/a.png'>", ["html-forbids"]),
        ("<a href='../lich/'>x</a>", ["html-link"]),
        ("<main>x</main>", ["html-main"]),
        ("<p>x<p>y</p>", ["html-within"]),
        ("<p><div>x</div></p>", ["html-within"]),
        ("<p><b><ul></ul></b></p>", ["html-within"]),
        ("<h2><p>x</p></h2>", ["html-within"]),
        ("<a href='#a'>x<a href='#b'>y</a></a>", ["html-within"]),
        ("<button><a href='#b'>y</a></button>", ["html-within"]),
        ("<form><form></form></form>", ["html-within"]),
        ("<a href='#a'><div><p>x</p></div></a>", []),
        ("<img src='${root}assets/theme/a.png'>", ["html-alt"]),
        ("<img alt='' src='${root}assets/theme/a.png'>", []),
        ("${Title}", ["html-value"]),
    ],
)
def test_what_is_told_of_tags(text: str, codes: list[str]) -> None:
    assert told(text) == codes
