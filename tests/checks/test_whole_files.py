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


def without(whole: Whole, path: str) -> dict[str, bytes]:
    return {key: data for key, data in whole.items() if key != path}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("content/cach-lam.md", "content/cach-lam.md.txt"),
        ("content/cach-lam.md", "content/cach-lam.MD"),
        ("content/cach-lam.md", "content/cach-lam.markdown"),
        ("content/cach-lam.md", "content/cach-lam.txt"),
        ("content/cach-lam.md", "content/cach-lam .md"),
        ("content/cach-lam.md", "content/cach-lam..md"),
        ("content/cach-lam.md", "content/cach-lam.md "),
        ("content/cach-lam.md", "content/cach\u202e-lam.md"),
        ("content/cach-lam.md", "content/cach\u200b-lam.md"),
        ("assets/brand.yml", "assets/brand.yaml"),
        ("assets/brand.yml", "assets/Brand.yml"),
        ("mkdocs.yml", "Mkdocs.yml"),
        ("mkdocs.yml", "mkdocs.yaml"),
        ("mkdocs.yml", "mkdocs.yml.txt"),
        ("campaigns/partners.yml", "campaigns/partners.yaml"),
        ("campaigns/partners.yml", "campaigns/Partners.yml"),
        ("campaigns/partners.yml", "campaigns/partners .yml"),
        ("campaigns/partners.yml", "partners.yml"),
        ("campaigns/partners.yml", "content/partners.yml"),
        ("campaigns/printers.yml", "campaigns/printers.yaml"),
        ("campaigns/thu-2021/plan.yml", "campaigns/thu-2021/Plan.yaml"),
    ],
)
def test_a_file_with_another_name_is_told_with_the_right_one(
    whole: Whole, told: Told, path: str, name: str
) -> None:
    [found] = told({**without(whole, path), name: whole[path]})
    assert (found.where.path, found.details["better"]) == (name, path)


@pytest.mark.parametrize("name", ["assets/brand.yaml", "mkdocs.yaml", "content/cach-lam.md.txt"])
def test_a_file_beside_the_one_that_is_read_is_told(whole: Whole, told: Told, name: str) -> None:
    path = name.replace(".yaml", ".yml").removesuffix(".txt")
    [found] = told({**whole, name: whole[path]})
    assert (found.where.path, found.rule.code) == (name, "stray-file")


def test_a_name_of_windows_is_told_once(whole: Whole, told: Told) -> None:
    text = whole["content/phat/phat-3.md"].replace(b"id: phat-3", b"id: aux")
    [found] = told({**without(whole, "content/phat/phat-3.md"), "content/phat/aux.md": text})
    assert (found.where.path, found.rule.code) == ("content/phat/aux.md", "name-not-portable")


@pytest.mark.parametrize("folder", ["cu", "phat/cu", "a", "phat/phat-1", "luu tru"])
def test_of_two_files_with_one_name_the_copy_is_blamed(
    whole: Whole, told: Told, folder: str
) -> None:
    copy = f"content/{folder}/phat-1.md"
    [found] = told({**whole, copy: whole[PIECE]})
    assert (found.where.path, found.rule.code) == (copy, "duplicate-id")


@pytest.mark.parametrize("name", ["content/Cách làm.md", "content/phat/cach-lam.md", ""])
def test_a_file_to_which_several_link_is_missed_once(whole: Whole, told: Told, name: str) -> None:
    path = "content/cach-lam.md"
    text = whole[path].replace(b"(index.md)", b"(/index.md)").partition(b", xem")[0] + b".\n"
    texts = {**without(whole, path), **({name: text} if name else {})}
    [found] = told(texts)
    assert (found.where.path, found.rule.code) == (path, "dead-link")
    assert found.details["better"] == name


def test_a_plan_that_is_gone_is_one_mistake(whole: Whole, told: Told) -> None:
    [found] = told(without(whole, PLAN))
    assert (found.where.path, found.rule.code) == (PLAN, "unknown-campaign")
    assert found.details["count"] == "7"


def test_a_list_of_printers_that_is_gone_and_named_is_one_mistake(whole: Whole, told: Told) -> None:
    [found] = told(without(whole, "campaigns/printers.yml"))
    assert (found.where.path, found.rule.code) == ("campaigns/printers.yml", "file-missing")


def test_no_size_is_held_to_printers_that_cannot_be_read(whole: Whole, told: Told) -> None:
    """The words fit the margins of the print shop, and not those that are assumed without one."""
    banner, printers = "content/in/bang-ron-1.md", "campaigns/printers.yml"
    shop = whole[printers].replace(b"eyelets: {every: 50 cm, sides: [top, bottom]}", b"safe: 5 mm")
    small = whole[banner].replace(b"size: 6 x 0,8 m", b"size: 1,2 x 0,2 m")
    texts = {**whole, banner: small, printers: shop}
    wrong = {**texts, printers: shop.replace(b"tiff]", b"tif]")}
    unnamed = {**wrong, banner: small.replace(b"printer: nha-in-thu\n", b"")}
    codes = [[one.rule.code for one in told(each)] for each in (texts, wrong, unnamed)]
    assert codes == [[], ["wrong-choice"], ["wrong-choice"]]


def test_many_abbreviations_without_their_list_are_one_mistake(whole: Whole, told: Told) -> None:
    path = "campaigns/abbreviations.yml"
    words = "\n\nHỏi SCTX, HĐNX, BQLX và PTNX.\n".encode()
    text = {"content/cach-lam.md": whole["content/cach-lam.md"] + words}
    [found] = told({**without(whole, path), **text})
    assert (found.where.path, found.rule.code) == (path, "file-missing")


def test_what_a_piece_that_cannot_be_read_would_place_is_not_missed(
    whole: Whole, told: Told
) -> None:
    path = "content/in/bang-ron-1.md"
    [found] = told({**whole, path: whole[path].replace(b"size: 6", b"size: ~6")})
    assert found.where.path == path


def test_ink_that_no_print_shop_takes_names_none_where_none_is_known(
    whole: Whole, told: Told
) -> None:
    brand = whole["assets/brand.yml"].replace(b"[90, 25, 75, 35]", b"[100, 100, 100, 100]")
    texts = {**whole, "assets/brand.yml": brand}
    del texts["campaigns/printers.yml"]
    found = [d.hint("en") for d in told(texts) if d.rule.code == "brand-ink"]
    assert found == ["Take less of cmyk: in assets/brand.yml."]


def test_a_file_whose_name_and_id_are_too_long_is_told_once(whole: Whole, told: Told) -> None:
    long = "a" * 220
    rest = {path: text for path, text in whole.items() if path != "content/phat/phat-3.md"}
    text = whole["content/phat/phat-3.md"].replace(b"id: phat-3", f"id: {long}".encode())
    [found] = told({**rest, f"content/phat/{long}.md": text})
    assert found.rule.code == "id-too-long"
    assert found.hint("en").startswith("Shorten it, and the name of this file as well")


def test_a_list_beside_one_that_is_called_like_it_is_told_once(whole: Whole, told: Told) -> None:
    name = "campaigns/Partners.yml"
    found = told({**whole, name: whole["campaigns/partners.yml"]})
    assert [(d.where.path, d.rule.code) for d in found] == [(name, "stray-file")]


@pytest.mark.parametrize("file", ["assets/anh xuong/x.png", "assets/anh/x (1).png"])
def test_rights_of_a_picture_whose_address_has_a_space_are_kept(
    whole: Whole, told: Told, file: str
) -> None:
    path = "content/cach-lam.md"
    rights = f"people: none}}\n  - {{file: {file}, credit: A, source: tự chụp, people: none}}"
    text = whole[path].decode().replace("people: none}", rights)
    found = told({**whole, path: f"{text}\n![Xưởng](../{file})\n".encode()})
    assert [d.rule.code for d in found] == ["space-in-address"]
