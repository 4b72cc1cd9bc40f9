"""Reading never raises, whatever the bytes, and a value's place holds that value."""

import json
from functools import partial

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.diagnostics import in_order, render_github, render_json, render_text
from generator.model.body import Body
from generator.model.file import AuthoredFile
from generator.model.site import SITE_FILE
from generator.source.document import document
from generator.source.load import load
from generator.source.loader import BRAND
from generator.source.yaml_nodes import Mapping, Node, Scalar, Sequence, read_yaml
from generator.vietnamese.text import nfc

PATHS = st.sampled_from(
    [
        "content/x.md",
        "campaigns/a/plan.yml",
        "campaigns/partners.yml",
        "campaigns/places.yml",
        "campaigns/sources.yml",
        "assets/brand.yml",
        "assets/theme/top.html",
        "mkdocs.yml",
    ]
)
WORDS = """
--- : - id medium radio banner title Bài quarter II slot 31/2/2021 15:30 status approved sources
picture file placements place copies -4 activities quantity source partners names name from
to places parents colours screen cmyk type weights [ ] { } , " ' &a *a !x %YAML ... ? # >
>- << null ~ \\ 😀 S¶n xuÊt Saûn xuaát а
"""
SIGNS = [
    "\n",
    "\t",
    "\x00",
    "\x07",
    "\x85",
    "\u2028",
    "\ufeff",
    "\ufffe",
    "\xa0",
    "\u200b",
    "é",
    "\r",
    "\r\n",
]
BETWEEN = ["\n", "\n", ": ", ": ", " ", "  ", "    ", "|\n"]
PIECES = st.sampled_from([*WORDS.split(), *SIGNS, *BETWEEN])


def places(path: str, data: bytes) -> set[str]:
    """Where the problems lie that reading a file tells, each said in both languages."""
    _, found = load([AuthoredFile(path, partial(bytes, data))], [])
    told = in_order(found)
    for language in ("en", "vi"):
        assert render_text(told, language, colour=True)
        assert render_github(told, language).count("\n") == len(told)
        assert len(json.loads(render_json(told, language))) == len(told)
    return {each.where.path for each in told}


@given(PATHS, st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes(path: str, data: bytes) -> None:
    assert places(path, data) <= {path, BRAND, SITE_FILE}


@given(PATHS, st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=400, deadline=None)
@example("assets/brand.yml", "colours: {la: {mau: x}}")
@example("campaigns/a/plan.yml", "activities: [{quantity: {value: 1}}]")
@example("mkdocs.yml", "plugins: [a, b: {c: d}]\nmarkdown_extensions: {toc: []}\nexclude_docs: []")
@example("mkdocs.yml", "theme: {palette: [{toggle: x}]}\nextra: {feeds: x, loa: 1}")
@example("content/x.md", "medium: radio\nstatus: {a: b}\n? [x]\n: y\n")
def test_anything_like_our_files(path: str, text: str) -> None:
    assert places(path, text.encode()) <= {path, BRAND, SITE_FILE}
    assert places(path, f"---\n{text}\n---\n{text}".encode()) <= {path, BRAND, SITE_FILE}


LINE = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1)
PLAIN = LINE.map(str.strip).filter(bool)
QUOTED = PLAIN.map(lambda text: "'" + text.replace("'", "''") + "'")
KEYS = st.text("abcdefgh", min_size=1, max_size=5)


@given(st.dictionaries(KEYS, st.one_of(QUOTED, st.lists(QUOTED, min_size=1)), min_size=1))
@settings(deadline=None)
def test_the_place_of_a_value_holds_it(written: dict[str, str | list[str]]) -> None:
    lines = []
    for key, value in written.items():
        items = [f"  - {item}" for item in value]
        lines += [f"{key}: {value}"] if isinstance(value, str) else [f"{key}:", *items]
    node, found = read_yaml(document("a.yml", "\n".join(lines)))
    assert found == []
    assert node is not None
    for scalar in scalars(node):
        units = scalar.where.text.encode("utf-16-le")
        start = 2 * (scalar.where.column - 1)
        there = units[start : start + 2 * scalar.where.width].decode("utf-16-le")
        assert scalar.where.text == lines[scalar.where.line - 1]
        assert there in (scalar.text, "'" + scalar.text.replace("'", "''") + "'")


def scalars(node: Node) -> list[Scalar]:
    match node:
        case Mapping():
            return [s for key, value in node.items for s in (key, *scalars(value))]
        case Sequence():
            return [s for item in node.items for s in scalars(item)]
    return [node]


@given(st.lists(LINE, min_size=1, max_size=4), st.data())
@settings(deadline=None)
def test_the_place_in_a_body_counts_the_saved_text(raw: list[str], data: st.DataObject) -> None:

    saved = "\n".join(raw)
    body = Body(nfc(saved), "a.md", 3, saved)
    number = data.draw(st.integers(0, len(raw) - 1))
    line = body.text.split("\n")[number]
    at = data.draw(st.integers(0, len(line) - 1))
    where = body.at(number, at, 1)
    assert (where.line, where.text) == (3 + number, raw[number])
    before = raw[number].encode("utf-16-le")[: 2 * (where.column - 1)].decode("utf-16-le")
    assert nfc(before) == line[:at] or nfc(raw[number]).startswith(nfc(before))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a: 1\nb: 2\na: 3\n", ["duplicate-key"]),
        ("a: {b: 1, b: 2}\n", ["duplicate-key"]),
        ("a:\n\tb: 1\n", ["tab-indent"]),
        ("a: 1\n\t\nb: 2\n", ["tab-indent"]),
        ("a: &x 1\nb: *x\n", ["yaml-alias", "yaml-alias"]),
        ("a: !x 1\n", ["yaml-tag"]),
        ("a: 1\n---\nb: 2\n", ["yaml-document"]),
        ("---\na: 1\n...\n", []),
        ("a: b: c\n", ["colon-in-value"]),
        ("a: |\n  b: c: d\n", []),
        ("a:\u00a0b\nc: d\n", ["invisible-character"]),
        ("a: 'b\n", ["yaml-form"]),
        ("  ask: a; b\nDữ liệu.\n:", ["yaml-form"] * 2),  # one guess leads back to the other
    ],
)
def test_what_yaml_allows_and_we_do_not(text: str, codes: list[str]) -> None:
    assert [item.rule.code for item in read_yaml(document("a.yml", text))[1]] == codes


HEAD = "---\nid: thu\nmedium: article\nstatus: draft\ntitle: {}\n---\n\nChữ.\n"


def read_with(title: str) -> tuple[list[str], list[str]]:
    """The codes of what is told, and the titles of what is read."""
    text = HEAD.format(title).encode()
    workspace, found = load([AuthoredFile("content/thu.md", lambda: text)], [])
    told = [one.rule.code for one in found if one.where.path == "content/thu.md"]
    return told, [piece.title for piece in workspace.pieces.values()]


@pytest.mark.parametrize("blank", ['""', '"  "', r'"\t"', r'"\u00A0"', r'"\u3000"', "' '"])
def test_spaces_alone_are_nothing(blank: str) -> None:
    assert read_with(blank) == (["missing-key"], [])


@pytest.mark.parametrize("typed", [r'"a\r\n b"', "|\n  a\n  b", r'"a \n\n b"'])
def test_a_text_is_one_line(typed: str) -> None:
    assert read_with(typed) == ([], ["a b"])
