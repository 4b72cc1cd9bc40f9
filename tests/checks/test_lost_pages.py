"""What readers have seen does not vanish without a word: `dist/edition.json` knows it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from generator.diagnostics import Diagnostic
from generator.model.edition import Edition
from generator.model.file import AuthoredFile
from generator.model.piece_words import mark_of_words
from generator.planning.visibility import start_of
from generator.source.load import load
from generator.testing import MemoryFiles
from generator.vietnamese.dates import read_date

Told = Callable[..., list[Diagnostic]]
Whole = Mapping[str, bytes]
PIECE = "content/phat/phat-1.md"
PAGE = "phat-thanh/phat-1/"
LAST = Edition(
    start_of(read_date("20/5/2021")),
    visible=("cach-lam", "index", "phat-1"),
    pages={
        "cach-lam": ("cach-lam/", "content/cach-lam.md"),
        "index": ("", "content/index.md"),
        "phat-1": (PAGE, PIECE),
    },
    episodes={"phat-1": 1},
    subscriptions={
        "don-vi/dai-thu/rss.xml": "dai-thu",
        "ke-hoach/thu-2021/rss.xml": "thu-2021",
        "lich/don-vi/dai-thu.ics": "dai-thu",
    },
    titles={"phat-1": "Chương trình thử số 1", "phat-2": "Chương trình thử số 2"},
)


def codes(found: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(str(d.where), d.rule.code) for d in found]


def published(found: list[Diagnostic]) -> list[Diagnostic]:
    return [each for each in found if each.rule.code.startswith("published")]


def changed(whole: Whole, path: str, *pairs: tuple[str, str]) -> dict[str, bytes]:
    return {**MemoryFiles(whole).with_edits(path, *pairs).texts}


def test_what_is_there_is_no_problem(whole: Whole, told: Told) -> None:
    assert told(whole, LAST) == []


def test_a_file_that_is_gone(whole: Whole, told: Told) -> None:
    texts = changed(whole, "content/index.md", ("(phat/phat-1.md)", "(cach-lam.md)"))
    del texts[PIECE]
    [found] = told(texts, LAST)
    assert codes([found]) == [(PIECE, "published-gone")]
    assert "aliases: [phat-thanh/phat-1]" in found.hint("en")
    other = texts["content/cach-lam.md"].replace(b"[cu/", b"[phat-thanh/phat-1, cu/")
    assert told({**texts, "content/cach-lam.md": other}, LAST) == []
    moved = {**texts, "content/noi-khac.md": whole[PIECE].replace(b"../cach", b"cach")}
    assert told(moved, LAST) == []


def test_an_address_that_another_piece_has_taken(whole: Whole, told: Told) -> None:
    taken = ("medium: radio", "medium: radio\nslug: phat-1")
    texts = changed(whole, "content/phat/phat-2.md", taken)
    moved = changed(texts, PIECE, ("medium: radio", "medium: radio\nslug: bai-mot"))
    [found] = published(told(moved, LAST))
    assert codes([found]) == [(f"{PIECE}:4:7", "published-taken")]
    del texts[PIECE]
    [gone] = published(told(texts, LAST))
    assert codes([gone]) == [(PIECE, "published-gone")]
    assert "content/phat/phat-2.md has this address now" in gone.hint("en")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: phat-1", "id: phat-mot", (f"{PIECE}:2:5", "published-id")),
        ("status: approved", "status: draft", (f"{PIECE}:15:9", "published-status")),
        ("status: approved", "status: ready", (f"{PIECE}:15:9", "published-status")),
        ("radio", "radio\nslug: bai-mot", (f"{PIECE}:4:7", "published-address")),
        ("radio", "radio\nembargo: 1/7/2021", (f"{PIECE}:4:10", "published-later")),
        ("radio", "radio\nslug: bai-mot\naliases: [phat-thanh/phat-1]", None),
        ("status: approved", "status: withdrawn\nwithdrawn_on: 1/6/2021", None),
    ],
)
def test_a_piece_that_changes(
    whole: Whole, told: Told, old: str, new: str, expected: tuple[str, str] | None
) -> None:
    found = told(changed(whole, PIECE, (old, new)), LAST)
    assert codes(published(found)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    "pair",
    [
        ("id: phat-1", "id: phat-mot"),
        ("medium: radio", "medium: radio\nslug: bai-mot"),
        ("medium: radio", "medium: radio\nslug: bai-mot\naliases: [cu]"),
        ("medium: radio", "medium: radio\nslug: bai-mot\naliases:\n  - cu"),
        ("status: approved", "status: ready"),
    ],
)
def test_what_is_shown_to_be_typed_keeps_it(
    whole: Whole,
    told: Told,
    typed: Callable[[str, Diagnostic], str | None],
    pair: tuple[str, str],
) -> None:
    texts = changed(whole, PIECE, pair)
    [found] = published(told(texts, LAST))
    after = typed(texts[PIECE].decode(), found)
    assert after is not None
    assert published(told({**texts, PIECE: after.encode()}, LAST)) == []


def test_what_cannot_be_read_is_not_gone(whole: Whole, told: Told) -> None:
    wrong = changed(whole, PIECE, ("slot: 5/5", "slot: 35/5"))
    assert [code for _, code in codes(told(wrong, LAST))] == ["impossible-date"]
    odd = {**whole, PIECE: b"\xff\xfe---"}
    assert [code for _, code in codes(told(odd, LAST))] == ["not-utf8"]


def test_results_of_a_moment_to_come_were_seen_by_nobody(whole: Whole, told: Told) -> None:
    texts = changed(whole, PIECE, ("status: approved", "status: draft"))
    later = replace(LAST, as_of=start_of(read_date("2/6/2021")))
    assert published(told(texts, later)) == []


def test_an_edition_is_read_as_it_was_written() -> None:
    assert Edition.read(LAST.as_json()) == LAST
    old = {key: LAST.as_json()[key] for key in ("as_of", "inputs", "valid_until", "shown", "next")}
    assert Edition.read(old) == Edition(LAST.as_of, visible=LAST.visible)
    odd = {**LAST.as_json(), "pages": [1], "episodes": {"a": "1"}, "subscriptions": 1, "titles": []}
    assert Edition.read(odd) == Edition(LAST.as_of, visible=LAST.visible)


@pytest.mark.parametrize("key", ["publish_on", "embargo"])
def test_a_day_that_hides_what_readers_have_seen_is_told_once(
    whole: Whole, told: Told, key: str
) -> None:
    path = "content/bao/bao-1.md"
    texts = changed(whole, path, ("slot: 11/5/2021", f"slot: 11/5/2021\n{key}: 11/5/2027"))
    [found] = told(texts, replace(LAST, visible=("bao-1",), pages={}))
    assert (found.rule.code, found.where.path, found.where.line) == ("published-later", path, 10)


PARTNERS, PLAN = "campaigns/partners.yml", "campaigns/thu-2021/plan.yml"


def test_an_id_under_which_people_follow_calendars_and_feeds_does_not_change_in_silence(
    whole: Whole, told: Told, typed: Callable[[str, Diagnostic], str | None]
) -> None:
    every = {path: text.replace(b"dai-thu", b"dai-moi") for path, text in whole.items()}
    others = {f"lich/don-vi/{each}.ics": each for each in ("bao-thu", "so-thu")}
    last = replace(LAST, subscriptions={**LAST.subscriptions, **others})
    [found] = published(told(every, last))
    assert codes([found])[0][1] == "published-subscription"
    assert found.where.path == PARTNERS
    assert found.details["id"] == "dai-thu"
    assert "don-vi/dai-thu/rss.xml, /lich/don-vi/dai-thu.ics" in found.details["addresses"]
    after = typed(every[PARTNERS].decode(), found)
    assert after is not None
    assert "  - id: dai-thu\n" in after
    assert published(told(whole, last)) == []
    lone = changed(whole, PARTNERS, ("- id: dai-thu\n", "- id: dai-moi\n"))
    assert published(told(lone, last)) == []  # plans name it: that is told there


TITLE = "title: Chương trình thử số 1"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("title: Đèn sáng ban ngày", [(f"{PIECE}:6:8", "published-over")]),
        ("title: Đèn sáng ban ngày\nrevised_on: 1/6/2021", [(f"{PIECE}:6:8", "published-over")]),
        ("title: Chương trình thử số một", []),
        ("title: Chương trình thử, số 1", []),
    ],
)
def test_a_story_that_is_saved_over_a_published_one(
    whole: Whole, told: Told, new: str, expected: list[tuple[str, str]]
) -> None:
    assert codes(published(told(changed(whole, PIECE, (TITLE, new)), LAST))) == expected
    anew = changed(whole, PIECE, (TITLE, new), ("approved_on: 20/4/2021", "approved_on: 20/5/2021"))
    assert "published-over" not in {code for _, code in codes(told(anew, LAST))}


def test_two_pieces_of_one_title_have_not_changed_places(whole: Whole, told: Told) -> None:
    same = ("title: Chương trình thử số 2", "title: Chương trình thử số 1")
    texts = changed(whole, "content/phat/phat-2.md", same)
    last = replace(LAST, visible=("phat-1", "phat-2"), pages={})
    alike = replace(last, titles=dict.fromkeys(last.titles, "Chương trình thử số 1"))
    assert [each for each in told(texts, alike) if each.rule.code.startswith("published-s")] == []


def test_ids_that_have_changed_places_are_told_once(
    whole: Whole, told: Told, typed: Callable[[str, Diagnostic], str | None]
) -> None:
    texts = changed(whole, PIECE, ("id: phat-1", "id: phat-2"))
    texts = changed(texts, "content/phat/phat-2.md", ("id: phat-2", "id: phat-1"))
    last = replace(LAST, visible=("phat-1", "phat-2"), pages={})
    [found] = [each for each in told(texts, last) if each.rule.code.startswith("published-s")]
    assert codes([found]) == [("content/phat/phat-2.md:2:5", "published-swapped")]
    after = typed(texts["content/phat/phat-2.md"].decode(), found)
    assert after is not None
    assert "id: phat-2\n" in after


def of_now(whole: Whole) -> Edition:
    """The last results, with the words that `PIECE` has now."""
    workspace, _ = load([AuthoredFile(PIECE, lambda: whole[PIECE])], ())
    mark = mark_of_words(workspace.pieces["phat-1"])
    return replace(LAST, words={"phat-1": mark})


def test_words_that_are_changed_under_an_approval_of_before(whole: Whole, told: Told) -> None:
    last = of_now(whole)
    assert published(told(whole, last)) == []
    said = changed(whole, PIECE, ("Kính chào quý vị và các bạn.", "Kính chào quý vị."))
    assert codes(published(told(said, last))) == [(f"{PIECE}:17:14", "published-changed")]
    anew = changed(said, PIECE, ("approved_on: 20/4/2021", "approved_on: 20/5/2021"))
    assert "published-changed" not in {code for _, code in codes(told(anew, last))}
    correction = "corrections: [{on: 20/5/2021, text: Bài đã sửa lời chào.}]\nstatus: approved"
    corrected = changed(said, PIECE, ("status: approved", correction))
    assert published(told(corrected, last)) == []
    noted = changed(whole, PIECE, ("sources: [ke-hoach.txt:5]", "sources: [ke-hoach.txt:6]"))
    assert published(told(noted, last)) == []


def test_an_id_of_a_withdrawn_piece_belongs_to_it(whole: Whole, told: Told) -> None:
    last = replace(LAST, visible=("cach-lam", "index"))
    other = changed(whole, PIECE, (TITLE, "title: Đèn sáng ban ngày"))
    assert (f"{PIECE}:2:5", "withdrawn-over") in codes(told(other, last))
    assert "withdrawn-over" not in {code for _, code in codes(told(whole, last))}


def test_a_former_address_stays(
    whole: Whole, told: Told, typed: Callable[[str, Diagnostic], str | None]
) -> None:
    last = replace(LAST, aliases={"bai-cu": "phat-1"})
    [found] = published(told(whole, last))
    assert codes([found]) == [(f"{PIECE}:2:5", "published-alias")]
    after = typed(whole[PIECE].decode(), found)
    assert after is not None
    assert published(told({**whole, PIECE: after.encode()}, last)) == []


def test_the_page_of_a_label_stays(whole: Whole, told: Told) -> None:
    last = replace(LAST, labels={"Nước sạch": "phat-1"})
    assert codes(published(told(whole, last))) == [(f"{PIECE}:2:5", "published-label")]
    former = changed(whole, PIECE, ("id: phat-1", "id: phat-1\naliases: [chu-de/nuoc-sach]"))
    assert published(told(former, last)) == []
    named = changed(whole, PIECE, ("id: phat-1", "id: phat-1\ntopics: [Nước sạch]"))
    assert published(told(named, last)) == []
