"""A file that is a copy, or cannot be read at all, is one mistake; no other file is blamed."""

from collections.abc import Callable, Mapping

import pytest

from generator.diagnostics import Diagnostic

Told = Callable[..., list[Diagnostic]]
Whole = Mapping[str, bytes]

PIECE = "content/phat/phat-1.md"
PLAN = "campaigns/thu-2021/plan.yml"
ENCODED = {
    "UTF-16 of Notepad": lambda text: text.encode("utf-16"),
    "UTF-16, big end first": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "UTF-32": lambda text: text.encode("utf-32"),
    "UTF-7": lambda text: b"+/v8-" + text.encode("utf-7"),
    "Windows-1258": lambda text: text.encode("cp1258", "replace") + "ăâêôơưđ".encode("cp1258"),
    "Windows-1252": lambda text: text.encode("cp1252", "replace") + "àé".encode("cp1252"),
    "TCVN3 bytes": lambda text: text.encode("ascii", "ignore") + b"\xa8\xb9\xd2\xad",
    "cut within a letter": lambda text: f"{text}ế".encode()[:-1],
    "Word": lambda _: b"PK\x03\x04\x14\0\x06\0word/document.xml",
    "old Word": lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "RTF": lambda _: b"{\\rtf1\\ansi B\\'e0i}",
    "PDF": lambda _: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "picture": lambda _: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "zero bytes": lambda text: text.encode() + bytes(10),
    "empty": lambda _: b"",
    "spaces only": lambda _: b" \n\t\n",
}
FILES = (
    "content/phat/phat-1.md",
    "content/cach-lam.md",
    "content/in/bang-ron-1.md",
    "campaigns/thu-2021/plan.yml",
    "campaigns/partners.yml",
    "campaigns/places.yml",
    "campaigns/sources.yml",
    "campaigns/printers.yml",
    "campaigns/holidays.yml",
    "campaigns/abbreviations.yml",
    "campaigns/quotations.yml",
    "assets/brand.yml",
)


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("form", ENCODED)
def test_a_file_in_another_form_is_told_alone(
    whole: Whole, told: Told, path: str, form: str
) -> None:
    found = told({**whole, path: ENCODED[form](whole[path].decode())})
    assert [d.where.path for d in found] == [path]
    assert found[0].rule.code in {"not-utf8", "not-text", "empty-file"}


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize(
    "text",
    [
        "# chỉ có ghi chú\n",
        "chỉ là chữ\n",
        "- một\n- hai\n",
        "<!DOCTYPE html>\n<html></html>\n",
        '{"a": [1, 2]}\n',
    ],
    ids=["a remark", "words", "a list", "HTML", "JSON"],
)
def test_a_file_with_something_else_in_it_is_told_alone(
    whole: Whole, told: Told, path: str, text: str
) -> None:
    found = told({**whole, path: text.encode()})
    assert {d.where.path for d in found} == {path}


@pytest.mark.parametrize(
    "name",
    [
        "phat-1 - Bản sao.md",
        "phat-1 - Copy.md",
        "phat-1 (1).md",
        "Bản sao của phat-1.md",
        "Copy of phat-1.md",
        "phat-1_cu.md",
        "a.md",
    ],
)
def test_a_copy_is_blamed_and_not_what_was_copied(whole: Whole, told: Told, name: str) -> None:
    copy = f"content/phat/{name}"
    [found] = told({**whole, copy: whole[PIECE]})
    assert (found.where.path, found.rule.code) == (copy, "duplicate-id")
    assert str(found.details["first"]) == f"{PIECE}:2:5"


def test_a_copied_plan_is_one_mistake(whole: Whole, told: Told) -> None:
    copy = "campaigns/thu-2021 - Bản sao/plan.yml"
    [found] = told({**whole, copy: whole[PLAN]})
    assert (found.where.path, found.rule.code) == (copy, "duplicate-id")


def test_of_copies_without_a_name_that_fits_the_shortest_is_meant(whole: Whole, told: Told) -> None:
    texts = dict(whole)
    texts["content/phat/bai.md"] = texts.pop(PIECE)
    texts["content/phat/bai - Bản sao.md"] = texts["content/phat/bai.md"]
    texts["content/index.md"] = texts["content/index.md"].replace(b"phat/phat-1", b"phat/bai")
    assert [d.where.path for d in told(texts)] == ["content/phat/bai - Bản sao.md"]


@pytest.mark.parametrize("folder", ["thu-2021", "ke-hoach-nam-ngoai"])
@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda text: text.replace("id: thu-2021\n", ""), "missing-key"),
        (lambda text: text.replace("id: thu-2021\n", "di: thu-2021\n"), "unknown-key"),
        (lambda text: text.replace("id: thu-2021\n", "id: Thử 2021\n"), "bad-id"),
        (lambda text: f"- {text[12:]}".replace("\n", "\n  "), "no-keys"),
        (lambda text: text.replace("period: 2021", "period: năm nay"), "bad-number"),
        (lambda text: text.replace("activities:", "activities"), "yaml-form"),
        (lambda text: text[:0], "empty-file"),
    ],
    ids=["no id", "di", "no such id", "list", "no year", "no colon", "empty"],
)
def test_a_broken_plan_is_one_mistake(
    whole: Whole, told: Told, folder: str, change: Callable[[str], str], code: str
) -> None:
    texts = dict(whole)
    text = texts.pop(PLAN).decode().removeprefix("# Test data.\n")
    path = f"campaigns/{folder}/plan.yml"
    found = told({**texts, path: change(text).encode()})
    assert [(d.where.path, d.rule.code) for d in found] == [(path, code)]


@pytest.mark.parametrize("name", ["partners", "places", "sources"])
def test_a_list_that_is_gone_is_one_mistake(whole: Whole, told: Told, name: str) -> None:
    path = f"campaigns/{name}.yml"
    found = told({key: data for key, data in whole.items() if key != path})
    assert [(d.where.path, d.rule.code) for d in found] == [(path, "file-missing")]
