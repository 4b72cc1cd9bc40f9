"""The index before any browser reads it: what of a page is found, and that nothing else is."""

import json
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from weakref import ref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.artifact import Artifact, page_artifact
from generator.model.memory import Memory
from generator.model.webpage import Webpage
from generator.outputs.search import build
from generator.outputs.search.index import (
    NEWEST,
    SHARDS,
    IndexPage,
    base_files,
    catalogue,
    index_page,
    newest_files,
    newest_of,
    shard_of,
)
from generator.outputs.search.search_entry import SearchEntry, entry
from generator.outputs.search.terms import Term, terms, tied_words
from generator.planning.visibility import start_of
from generator.vietnamese.text import nfc
from generator.vietnamese.tone import newer, older

FIRST = date(2021, 1, 1)
META = {
    "title": "Bài thử",
    "template": "piece.html",
    "lead": "Lời dẫn.",
    "kicker": "Pano · Quý II/2021",
    "breadcrumbs": [{"title": "Trang chủ", "url": "."}, {"title": "Pano", "url": "pano/"}],
    "labels": [{"title": "Nước", "url": "chu-de/nuoc/"}],
    "related": [{"title": "Bài khác", "url": "khac/"}],
}
BODY = """\
<p>Đoạn <strong>đầu</strong> với <a href="../a/#b">một liên kết</a>.<sup class="note-mark">1</sup>
</p>
<h2 id="muc-mot">Mục <code>một</code></h2>
<ul>
<li>ý thứ nhất!</li>
</ul>
<ol>
<li>ý thứ nhì &amp; hết</li>
</ol>
<table>
<tr><th>Cột</th><th class="align-right">Hai</th></tr>
<tr><td>a</td><td class="align-right">b</td></tr>
</table>
<section class="source"><h2 id="nguon">Nguồn</h2><ul><li>Văn bản</li></ul></section>
<ul class="cards">
<li>Bài khác</li>
</ul>
<h2 id="x">Tiêu đề HTML</h2>
<p>Câu<br>hai <span class="vh">ẩn</span></p>
"""


def page(path: str, body: str = BODY, **meta: str) -> Webpage:
    return Webpage(path, {**META, **meta}, body)


def made_of(*pages: Webpage) -> dict[str, Artifact]:
    site = [*map(page_artifact, pages)]
    days = {each.path: start_of(FIRST + timedelta(number)) for number, each in enumerate(pages)}
    plan = SimpleNamespace(
        workspace=SimpleNamespace(abbreviations=SimpleNamespace(abbreviations=())),
        visible={path: SimpleNamespace(id=path, approved_on=None) for path in days},
        appears=days,
    )
    links = SimpleNamespace(pages={path: path for path in days})
    context = SimpleNamespace(artifacts={"site": site}, plan=plan, links=links, memory=Memory())
    return {made.path: made for made in build(context)}  # type: ignore[arg-type] # what it reads


def test_a_page_as_the_search_knows_it() -> None:
    assert entry(page("pano/thu/index.md")) == SearchEntry(
        url="pano/thu/",
        title="Bài thử",
        group="Pano",
        year=2021,
        note="Pano · Quý II/2021",
        lang="",
        keys=("Pano · Quý II/2021", "Nước", "Pano"),
        headings=("Mục một", "Tiêu đề HTML"),
        lines=(
            "Lời dẫn.",
            "Đoạn đầu với một liên kết.",
            "ý thứ nhất!",
            "ý thứ nhì & hết",
            "Cột · Hai",
            "a · b",
            "Câu",
            "hai",
        ),
    )


def test_what_hides_and_what_only_continues_is_left_out() -> None:
    assert entry(page("pano/thu/index.md", robots="noindex")) is None
    assert entry(page("pano/trang-2/index.md")) is None


def test_the_files_of_the_index() -> None:
    first = entry(page("a/index.md"))
    second = entry(page("b/index.md", title="Thử lại thử"))
    assert first
    assert second
    pages = [index_page(first), index_page(second)]
    files = base_files(pages)
    assert tuple(files) == SHARDS
    assert [IndexPage.read(page.text) for page in pages] == pages
    # «thử» with its mark at the end: page 0, once, at 1; the next page, twice, at 0 and 2 after it.
    assert json.loads(files["thu"])["terms"]["thu"][2:] == ["thử", [0, 1, 1, 1, 2, 0, 2]]
    newest = json.loads(newest_files(pages[1:])["newest-q"])
    assert newest["terms"]["thu"][2:] == ["thử", [0, 2, 0, 2]]
    rows = json.loads(catalogue(pages, [0], [("A", "b c")]))
    assert rows["stamps"][1] == newest["stamp"]
    assert rows["base"] == [0]
    assert rows["short"] == [["A", "b c"]]
    assert [row[:5] for row in rows["pages"]] == [
        ["a/", "Bài thử", "Pano · Quý II/2021", 0, 2021],
        ["b/", "Thử lại thử", "Pano · Quý II/2021", 0, 2021],
    ]


class HeldPage(IndexPage):
    """A page of the index of which can be seen whether somebody holds it."""


def test_no_words_of_a_page_are_held_while_those_of_the_next_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read, known, alive = IndexPage.read, list[ref[HeldPage]](), list[int]()

    def noting(text: str) -> HeldPage:
        one = HeldPage(**asdict(read(text)))
        alive.append(sum(each() is not None for each in known))
        known.append(ref(one))
        return one

    monkeypatch.setattr(IndexPage, "read", noting)
    for made in made_of(*(page(f"{number}/index.md") for number in range(5))).values():
        made.bytes()
    assert max(alive) == 1


def test_an_edit_changes_those_files_of_the_index_that_hold_its_words() -> None:
    old = [page(f"{number:03}/index.md") for number in range(40)]
    before = made_of(page("a/index.md"), *old)
    after = made_of(page("a/index.md", BODY.replace("đầu", "cuối")), *old)
    changed = {path for path in before if before[path].bytes() != after[path].bytes()}
    assert changed == {f"assets/search/{name}" for name in ("da.json", "cu.json")}
    anew = {path for path in before if before[path].digest != after[path].digest}
    assert anew == changed | {"assets/search/pages.json"}


def test_a_page_that_is_added_rewrites_no_file_of_those_that_have_settled() -> None:
    pages = [page(f"{number:03}/index.md") for number in range(60)]
    written = {f"assets/search/{name}.json" for name in ("pages", *NEWEST)}
    settling = 0
    for count in range(20, 60):
        before, after = made_of(*pages[:count]), made_of(*pages[: count + 1])
        anew = {path for path in before if before[path].digest != after[path].digest}
        settling += not anew <= written
    assert settling == 2  # then many do at once


def test_marks_and_their_places() -> None:
    assert terms("Đặng, HOÀ-hòa tòan; quý IV quý iii/2021, Quý nào") == [
        Term("dang", "đăng\u0323"),
        Term("hoa", "hoà"),
        Term("hoa", "hoà"),
        Term("toan", nfc("toan\u0300")),
        Term("quy", "quý"),
        Term("4", "4"),
        Term("quy", "quý"),
        Term("3", "3"),
        Term("2021", "2021"),
        Term("quy", "quý"),
        Term("nao", "naò"),
    ]
    assert terms("kĩ LÍ quí tỉ mĩ") == terms("kỹ lý quý tỷ mỹ")
    assert [term.bare for term in terms("nghĩ thi khi chi")] == ["nghi", "thi", "khi", "chi"]
    assert [term.bare for term in terms("CO₂ m² 6.000")] == ["co2", "m2", "6", "000"]


def test_syllables_with_hyphens_are_one_word_too() -> None:
    said = "Một ga-ra, ki‑lô‑oát; 2-3 m, K-9, e-mail và Bà Rịa - Vũng Tàu."
    assert [*tied_words(said)] == [(1, "gara"), (3, "kilôoát"), (11, "email")]
    known = entry(page("a/index.md", "<p>ga-ra, gara, gara-x</p>"))
    assert known
    placed = dict(each.split(":") for each in index_page(known).terms.split(";"))
    at = int(placed["ga ga"].split(",")[1])
    assert placed["gara gara"] == f"3,{at},2,1"  # as one, as it is written, before a hyphen
    assert placed["garax garax"] == f"1,{at + 3}"


@given(st.text(alphabet="aăâbdđeêioôơuưyáàảãạếềểễệóòỏõọúùủũụýỳHQT qnghx", max_size=30))
def test_every_way_to_write_is_one_term(text: str) -> None:
    assert terms(newer(text)) == terms(older(text)) == terms(nfc(text))


@given(st.text(max_size=30))
def test_every_term_has_a_file(text: str) -> None:
    assert {shard_of(term.bare) for term in terms(text)} <= set(SHARDS)
    assert {newest_of(term.bare) for term in terms(text)} <= set(NEWEST)


def test_the_search_page_is_staged_in_both_languages() -> None:
    made = made_of(page("a/index.md"))
    assert made["tim-kiem/index.md"].bytes().decode().splitlines()[1:5] == [
        'title: "Tìm kiếm"',
        'template: "search.html"',
        'robots: "noindex"',
        'lang: "vi"',
    ]
    assert 'title: "Search"' in made["search/index.md"].bytes().decode()
    assert Path("assets/search/pages.json").as_posix() in made
