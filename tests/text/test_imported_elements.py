"""Elements of Word beside plain words: each is rendered, or told with its place."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from xml.sax.saxutils import escape

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.imported import NotImportedError, WordDraft, read_word
from generator.text.imported.missing import missing_from
from generator.text.imported.package import open_package
from generator.text.imported.simple_document import simple
from generator.text.tree import plain, tree

RIGHT_TO_LEFT = "b\u200f"
OPEN = "http://schemas.openxmlformats.org/"
NAMES = {
    "w": f"{OPEN}wordprocessingml/2006/main",
    "wp": f"{OPEN}drawingml/2006/wordprocessingDrawing",
    "a": f"{OPEN}drawingml/2006/main",
    "pic": f"{OPEN}drawingml/2006/picture",
    "r": f"{OPEN}officeDocument/2006/relationships",
    "m": f"{OPEN}officeDocument/2006/math",
    "mc": f"{OPEN}markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
SPACES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())


@cache
def template() -> dict[str, bytes]:
    """The parts of an empty document of python-docx, which has Word's usual styles."""
    target = io.BytesIO()
    Document().save(target)
    with zipfile.ZipFile(target) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def word(body: str, **parts: str) -> bytes:
    """A document of these blocks; other parts by their names, «__» for «/»."""
    target = io.BytesIO()
    made = {name.replace("__", "/") + ".xml": text.encode() for name, text in parts.items()}
    document = f"<w:document {SPACES}><w:body>{body}</w:body></w:document>".encode()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in (template() | made | {"word/document.xml": document}).items():
            archive.writestr(name, data)
    return target.getvalue()


def p(*runs: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


UP, DOWN = (f'<w:vertAlign w:val="{way}script"/>' for way in ("super", "sub"))


def field(instruction: str, result: str | None = None, data: str = "") -> str:
    def mark(kind: str, inner: str = "") -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'

    told = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    shown = "" if result is None else mark("separate") + result
    return mark("begin", data) + told + shown + mark("end")


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def read(*blocks: str, **parts: str) -> tuple[str, list[str]]:
    draft, remarks = read_word("bai.docx", word("".join(blocks), **parts))
    return draft.body, [found.rule.code for found in remarks]


RUNS = {
    # signs and fonts
    '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>': ("✓", []),
    r("ü", font("Wingdings")): ("✓", []),
    r("\uf0fc", font("Wingdings")): ("✓", []),
    r("a b", font("Symbol")): ("α β", []),
    r("ế", font("Symbol")): ("ế", []),
    '<w:r><w:sym w:font="Marlett" w:char="F0FC"/></w:r>': ("", ["word-sign"]),
    r("a\uf0fc"): ("a", ["word-sign"]),
    field('SYMBOL 252 \\f "Wingdings"'): ("✓", []),
    # what parts words
    "<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>": ("a\\\nb", []),
    "<w:r><w:t>a</w:t><w:ptab/><w:t>b</w:t></w:r>": ("a b", []),
    '<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>': ("a b", []),
    "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>": (
        "a-bc",
        [],
    ),
    # looks
    r("bỏ", "<w:dstrike/>"): ("~~bỏ~~", ["word-struck"]),
    r("~", "<w:dstrike/>"): ("~~\\~~~", ["word-struck"]),
    r("đậm", '<w:rStyle w:val="Strong"/>') + r(" thường"): ("**đậm** thường", []),
    r("thường", '<w:rStyle w:val="Strong"/><w:b w:val="0"/>'): ("thường", []),
    r("hoa", "<w:caps/>"): ("HOA", []),
    r("nhỏ", "<w:smallCaps/>"): ("nhỏ", ["word-look"]),
    r("trắng", '<w:color w:val="FFFFFF"/>'): ("trắng", ["word-hidden-text"]),
    r("trắng", '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>'): ("trắng", ["word-look"]),
    r("m") + r("3", '<w:position w:val="8"/><w:sz w:val="19"/>'): ("m³", []),
    r("CO") + r("2", '<w:position w:val="-6"/>'): ("CO₂", []),
    # fields
    field("DATE", r("1/2/2021")): ("1/2/2021", ["word-field"]),
    f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>': ("7", ["word-field"]),
    field("LISTNUM"): ("", ["word-field-lost"]),
    field("EQ \\f(1;2)"): ("", ["word-equation"]),
    field("XE mục"): ("", []),
    field("FORMTEXT", r("Tên")): ("Tên", []),
    field(
        "FORMCHECKBOX",
        data="<w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>",
    ): ("☑", []),
    field(
        "FORMDROPDOWN",
        data="<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='Một'/>"
        "<w:listEntry w:val='Hai'/></w:ddList></w:ffData>",
    ): ("Hai", []),
    field("MACROBUTTON NoMacro Bấm đây"): ("Bấm đây", []),
    field("HYPERLINK &quot;https://thu.example.org/&quot;", r("đây")): (
        "[đây](<https://thu.example.org/>)",
        [],
    ),
    field("HYPERLINK \\l _muc", r("đây")): ("đây", ["word-link"]),
    field(f"IF {field('DATE', r('x'))} = 1", r("đúng")): ("đúng", ["word-field"]),
    f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{r("còn")}': ("còn", []),
    "<w:r><w:pgNum/></w:r>": ("", ["word-unknown"]),
    field("REF _Ref1", r("Error! Reference source not found.")): (
        "Error! Reference source not found.",
        ["word-field-broken"],
    ),
    field("SEQ Hình", r("1")) + r(", ") + field("SEQ Hình", r("2")) + field("DATE", r("3")): (
        "1, 23",
        ["word-fields", "word-field"],
    ),
    # degrees, raised and lowered words
    r("30") + r("o", UP) + r("C"): ("30°C", []),
    r("30 ") + r("O", UP) + "<w:proofErr/>" + r(" C"): ("30 ° C", []),
    r("30") + r("0", UP) + r("C") + r(", 10") + r("0", UP) + r(" = 1"): ("30°C, 10⁰ = 1", []),
    r("30") + r("oC", UP) + r(", góc 45") + r("º", UP): ("30°C, góc 45°", []),
    r("5 m") + r("2", UP) + r(", CO") + r("2", DOWN) + r(", SO") + r("4", DOWN) + r("2-", UP): (
        "5 m², CO₂, SO₄²⁻",
        [],
    ),
    r("n") + r("o", UP) + r(" và m") + r("o", UP): ("no và mo", ["word-raised"]),
    # what nobody sees in Word
    r("tí", '<w:sz w:val="2"/>'): ("tí", ["word-hidden-text"]),
    r("ẩn", "<w:vanish/>") + r(" và"): ("ẩn và", ["word-hidden-text"]),
    # what a colleague has struck through
    r("bỏ", "<w:strike/>") + r(" và"): ("~~bỏ~~ và", ["word-struck"]),
    # boxes of forms, links, notes
    f"<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{r('Hai')}</w:sdtContent></w:sdt>": (
        "Hai",
        [],
    ),
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    f"<w:sdtContent>{r('Điền')}</w:sdtContent></w:sdt>": ("Điền", ["word-placeholder"]),
    f"<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>{r('☒')}</w:sdtContent></w:sdt>": (
        "☒",
        [],
    ),
    "<w:r><w:control/></w:r>": ("", ["word-unknown"]),
    f'<w:hyperlink r:id="rId999">{r("đây")}</w:hyperlink>': ("đây", ["word-link"]),
    f'<w:hyperlink w:anchor="muc">{r("đây")}</w:hyperlink>': ("đây", ["word-link"]),
    '<w:r><w:footnoteReference w:id="77"/></w:r>': ("", ["word-note-lost"]),
    # other writing
    f"<w:bdo>{r('a')}</w:bdo><w:dir>{r(RIGHT_TO_LEFT)}</w:dir>": ("ab", []),
    f"<w:smartTag>{r('Đồng')}</w:smartTag>{r(' Nai')}": ("Đồng Nai", []),
    "<w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r>"
    "</w:rubyBase></w:ruby></w:r>": ("漢 (kan)", ["word-ruby"]),
    f"<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>{r('b')}": (
        "b",
        ["word-equation"],
    ),
    "<w:proofErr/><w:bookmarkStart/><w:permStart/><w:r><w:lastRenderedPageBreak/></w:r>": ("", []),
    "<w:contentPart/>": ("", ["word-unknown"]),
    # Markdown that was never meant
    r("---"): ("\\---", []),
    r("a") + "<w:r><w:br/></w:r>" + r("="): ("a\\\n\\=", []),
    r("| a |"): ("| a |", []),
    r("[^1]: a"): ("\\[^1\\]: a", []),
}


@pytest.mark.parametrize(("xml", "expected"), RUNS.items())
def test_what_stands_in_a_paragraph(xml: str, expected: tuple[str, list[str]]) -> None:
    words, codes = expected
    body, told = read(p(r("Đầu.")), p(xml), p(r("Cuối.")))
    assert (body, told) == ("\n\n".join(filter(None, ("Đầu.", words, "Cuối."))) + "\n", codes)


def test_each_remark_names_the_place_and_the_thing() -> None:
    data = word(p(r("Đầu.")) + p(r("Trang ") + "<w:r><w:pgNum/></w:r>"))
    (found,) = read_word("bai.docx", data)[1]
    assert (str(found.where), found.message("en"), found.message("vi")) == (
        "bai.docx:2:1",
        "This is left out: a page number. It stands in: “Trang”.",
        "Không mang sang được: số trang. Nó nằm trong đoạn: “Trang”.",
    )


BOX = f"<w:txbxContent>{p(r('Trong khung'))}</w:txbxContent>"
SHAPE = f"<v:shape><v:textbox>{BOX}</v:textbox></v:shape>"
DRAWING = (
    '<w:drawing><wp:inline><a:graphic><a:graphicData uri="x/wordprocessingShape"><wps:wsp>'
    f"<wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
)
FALLBACK = f"<mc:Fallback><w:pict>{SHAPE}</w:pict></mc:Fallback></mc:AlternateContent>"


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        (f"<w:pict>{SHAPE}</w:pict>", "Trong khung"),
        (DRAWING, "Trong khung"),
        (
            f'<mc:AlternateContent><mc:Choice Requires="wps">{DRAWING}</mc:Choice>{FALLBACK}',
            "Trong khung",
        ),
        ('<w:pict><v:shape><v:textpath string="Chữ vẽ"/></v:shape></w:pict>', "Chữ vẽ"),
    ],
)
def test_words_in_shapes_stand_below_their_paragraph(drawn: str, words: str) -> None:
    body, told = read(p(r("Trước"), f"<w:r>{drawn}</w:r>", r(" sau")), p(r("Cuối.")))
    assert (body, told) == (f"Trước sau\n\n{words}\n\nCuối.\n", ["word-text-box"])


BARE = DRAWING.replace(f"<wps:txbx>{BOX}</wps:txbx>", "")
OLD_BARE = "<mc:Fallback><w:pict><v:rect/></w:pict></mc:Fallback></mc:AlternateContent>"


@pytest.mark.parametrize(
    "drawn",
    [
        BARE,
        "<w:pict><v:oval/></w:pict>",
        f'<mc:AlternateContent><mc:Choice Requires="wps">{BARE}</mc:Choice>{OLD_BARE}',
    ],
)
def test_a_shape_without_words_is_told_for_what_it_covered(drawn: str) -> None:
    body, told = read(p(r("Trước"), f"<w:r>{drawn}</w:r>", r(" sau")))
    assert (body, told) == ("Trước sau\n", ["word-shape"])


def object_of(kind: str, inner: str) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="{OPEN}drawingml/2006/{kind}">'
        f"{inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def test_charts_and_diagrams_are_named_with_their_words() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="x" Target="diagrams/data1.xml"/></Relationships>'
    )
    data = f"<d {SPACES}><a:t>Bước một</a:t><a:t>Bước hai</a:t></d>"
    document = word(
        p(r("Đầu.")) + p(object_of("diagram", '<x r:dm="rId1"/>')) + p(object_of("chart", "")),
        word__diagrams__data1=data,
    )
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as was, zipfile.ZipFile(target, "w") as made:
        for name in was.namelist():
            is_relations = name == "word/_rels/document.xml.rels"
            made.writestr(name, relations if is_relations else was.read(name))
    remarks = read_word("bai.docx", target.getvalue())[1]
    assert [(found.details["what"], found.details["text"]) for found in remarks] == [
        ("a SmartArt drawing", "Bước một Bước hai"),
        ("a chart", "–"),
    ]


BLOCKS = {
    p(r("a")) + '<w:altChunk r:id="rId8"/>' + p(r("b")): ("a\n\nb\n", ["word-chunk"]),
    p(r("a"), '<w:subDoc r:id="rId8"/>'): ("a\n", ["word-unknown"]),
    p(r("a")) + f"<w:ins>{p(r('b'))}</w:ins><w:moveTo>{p(r('c'))}</w:moveTo>": (
        "a\n\nb\n\nc\n",
        ["word-tracked-insertion", "word-tracked-insertion"],
    ),
    p(r("đầu "), properties="<w:rPr><w:del/></w:rPr>") + p(r("cuối")): ("đầu cuối\n", []),
    p(r("N", '<w:position w:val="-9"/>'), properties='<w:framePr w:dropCap="drop"/>')
    + p(r("hà máy")): ("Nhà máy\n", []),
    p(field("TOC", r("Mục 1"))) + p(r("a")): ("a\n", ["word-contents"]),
    "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
    f"</w:sdtPr><w:sdtContent>{p(r('Mục'))}</w:sdtContent></w:sdt>" + p(r("a")): (
        "a\n",
        ["word-contents"],
    ),
    p(
        "<w:r><w:t>Tên:</w:t><w:tab/><w:t>a</w:t></w:r>",
        properties='<w:tabs><w:tab w:val="left" w:leader="dot" w:pos="900"/></w:tabs>',
    ): ("Tên: a\n", ["word-leader"]),
    "".join(
        p(f"<w:r><w:t>{one}</w:t></w:r>", f"<w:r><w:tab/><w:t>{two}</w:t></w:r>")
        for one, two in (("Việc", "Đơn vị"), ("Khóa vòi", "lít"), ("Tắt đèn", "số"))
    ): ("Việc Đơn vị\n\nKhóa vòi lít\n\nTắt đèn số\n", ["word-columns"]),
    "<w:custom/>" + p(r("a")): ("a\n", ["word-unknown"]),
    f"<w:custom>{p(r('mất'))}</w:custom>" + p(r("a")): ("a\n", ["word-text-missing"]),
}


@pytest.mark.parametrize(("xml", "expected"), BLOCKS.items())
def test_what_stands_around_paragraphs(xml: str, expected: tuple[str, list[str]]) -> None:
    assert read(xml) == expected


def tc(*blocks: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_rows_and_cells_of_tracked_changes_are_told() -> None:
    body, told = read(
        "<w:tbl>"
        + tr(tc(p(r("A")), properties="<w:cellDel/>"), tc(p(r("B")), properties="<w:cellIns/>"))
        + tr(tc(p(r("xóa"))), tc(p(r("hàng"))), properties="<w:del/>")
        + tr(tc(p(r("thêm"))), tc(p(r("hàng"))), properties="<w:ins/>")
        + "</w:tbl>"
    )
    assert body == "| A | B |\n| --- | --- |\n| thêm | hàng |\n"
    changed = ["word-tracked-deletion", "word-tracked-insertion"]
    assert told == ["word-tracked-cell", "word-tracked-insertion", *changed]


def test_words_that_a_style_hides_are_told() -> None:
    hiding = (
        '<w:style w:type="character" w:styleId="An"><w:name w:val="An"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    )
    styles = template()["word/styles.xml"].decode().replace("</w:styles>", hiding)
    body, told = read(p(r("ẩn", '<w:rStyle w:val="An"/>') + r(" hiện")), word__styles=styles)
    assert (body, told) == ("ẩn hiện\n", ["word-hidden-text"])


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.docx", b"", "empty"),
        ("a.docx", bytes(4000), "empty"),
        ("~$a.docx", bytes([3]) + b"Lan", "the mark that Word keeps while a document is open"),
        ("a.docx", b"%PDF-1.7", "a PDF"),
        ("a.docx", b"{\\rtf1 a}", "a file of Rich Text (.rtf)"),
        ("a.docx", b"\xff\xd8\xff\xe0", "a picture"),
        ("a.docx", b"\n<HTML><body>", "a page of the web"),
        ("a.docx", b"MIME-Version: 1.0", "a page of the web"),
        ("a.docx", b'<?xml version="1.0"?><pkg:package/>', "a file of XML"),
        ("a.docx", "Xin chào".encode(), "a file of another kind"),
        ("a.docx", ["mimetype", "content.xml"], "a document of LibreOffice (.odt)"),
        ("a.docx", ["xl/workbook.xml"], "a sheet of Excel (.xlsx)"),
        ("a.docx", ["ppt/presentation.xml"], "slides of PowerPoint (.pptx)"),
        ("a.docx", ["Index/Document.iwa"], "a document of Pages"),
        ("a.docx", ["anh.png"], "a compressed folder"),
    ],
)
def test_another_file_is_called_what_it_is(name: str, data: bytes | list[str], what: str) -> None:
    if isinstance(data, list):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for part in data:
                archive.writestr(part, "x")
        data = target.getvalue()
    with pytest.raises(NotImportedError) as refused:
        read_word(name, data)
    (found,) = refused.value.diagnostics
    assert (found.rule.code, found.details["what"]) == ("word-form", what)


def test_macros_of_any_name_are_told() -> None:
    target = io.BytesIO(word(p(r("a"))))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("word/vbaProject2.bin", b"x")
    assert [each.rule.code for each in read_word("a.docx", target.getvalue())[1]] == ["word-macros"]


def test_merged_cells_keep_their_columns() -> None:
    inner = f"<w:tbl>{tr(tc(p(r('trong'))))}</w:tbl>"
    merged = (
        "<w:tbl>"
        + tr(tc(p(r("Gộp")), properties='<w:gridSpan w:val="2"/>'), tc(p(r("D"))))
        + tr(
            tc(p(r("A")), properties='<w:vMerge w:val="restart"/>'),
            tc(p(r("B")), inner, p()),
            tc(p(r("E"))),
        )
        + tr(tc(p(), properties="<w:vMerge/>"), tc(p(r("C"))), tc(p(r("F"))))
        + tr(tc(p(r("G"))), properties='<w:gridBefore w:val="2"/>')
        + "</w:tbl>"
    )
    body, told = read(merged)
    assert body == (
        "| Gộp |  | D |\n| --- | --- | --- |\n| A | B trong | E |\n|  | C | F |\n|  |  | G |\n"
    )
    assert told == ["word-nested-table", "word-merged-cells"]


def table(*rows: tuple[str, ...]) -> str:
    """A table of words, or of paragraphs that are there already."""
    cells = (tr(*(tc(c if c.startswith("<") else p(r(c))) for c in row)) for row in rows)
    return f"<w:tbl>{''.join(cells)}</w:tbl>"


LEVELS = (
    ("decimal", "%1."),
    ("lowerLetter", "%2)"),
    ("decimal", "%1.%2.%3"),
    ("bullet", "–"),
)


def numbering(*lists: tuple[tuple[str, str], ...], starts: str = "") -> str:
    """Numberings 1, 2 …, each of its own levels; `starts` are overrides of the last."""
    forms = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">'
        + "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for depth, (form, text) in enumerate(levels)
        )
        + "</w:abstractNum>"
        for number, levels in enumerate(lists)
    )
    numbers = "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/>{starts}</w:num>'
        for number in range(len(lists))
    )
    return f"<w:numbering {SPACES}>{forms}{numbers}</w:numbering>"


def item(text: str, depth: int = 0, number: int = 1, style: str = "") -> str:
    mark = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(r(text), style=style, properties=mark)


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (
            item("một") + item("hai") + p(r("Xen.")) + item("ba") + item("bốn"),
            "1. một\n2. hai\n\nXen.\n\n3. ba\n4. bốn\n",
        ),
        (
            item("một") + item("sâu", 1) + item("sâu nữa", 1) + item("hai") + item("lại", 1),
            "1. một\n\n   a) sâu\n\n   b) sâu nữa\n\n2. hai\n\n   a) lại\n",
        ),
        (item("một") + item("ba số", 2), "1. một\n\n   1.a.1 ba số\n"),
        (item("một") + item("gạch", 3), "1. một\n   - gạch\n"),
        (item("Mở đầu", style="Heading2") + item("một"), "## 1. Mở đầu\n\n2. một\n"),
        (item("một", 0, 2) + item("hai", 0, 2), "Điều 1. một\n\nĐiều 2. hai\n"),
        (
            item("Trách nhiệm", 0, 5)
            + item("một", 1, 5)
            + item("hai", 1, 5)
            + item("sâu", 2, 5)
            + item("Hiệu lực", 0, 5)
            + item("ba", 1, 5),
            "Điều 1. Trách nhiệm\n\n1. một\n\n2. hai\n\n   - sâu\n\nĐiều 2. Hiệu lực\n\n1. ba\n",
        ),
        (item("một", 0, 6) + item("hai", 1, 6), "Bước một: một\n\nMột) hai\n"),
        (item("gạch", 2, 5) + item("nữa", 2, 5) + item("thôi", 2, 5), "- gạch\n- nữa\n- thôi\n"),
        (item("sâu", 2, 5) + item("một", 1, 5) + item("sâu", 2, 5), "- sâu\n1. một\n   - sâu\n"),
        (item("một", 0, 3) + item("hai", 0, 3), "I. một\n\nII. hai\n"),
        (item("gạch", 0, 4) + p(r("thôi")), "- gạch\n\nthôi\n"),
        (
            table(("STT", "Tên"), (item(""), "A"), (item(""), "B")),
            "| STT | Tên |\n| --- | --- |\n| 1. | A |\n| 2. | B |\n",
        ),
    ],
)
def test_numbers_that_word_counts_are_as_they_are_seen(xml: str, expected: str) -> None:
    others = (("decimal", "Điều %1."),), (("upperRoman", "%1."),), (("bullet", "\uf0b7"),)
    law = ("decimal", "Điều %1."), ("decimal", "%2."), ("bullet", "–")
    counted = ("vietnameseCounting", "Bước %1:"), ("cardinalText", "%2)")
    numbers = numbering(LEVELS, *others, law, counted)
    assert read(xml, word__numbering=numbers) == (expected, [])


def test_paragraphs_of_a_cell_do_not_run_together() -> None:
    heads = p(r("Ai làm")) + p(r("(tên)"))
    listed = p(r("Giữa ca")) + item("tắt đèn", 0, 4) + item("Quét.", 0, 4) + p(r("Xong"))
    several = p(r("Tổ trưởng")) + p() + p(r("Thợ máy"))
    others = (("decimal", "Điều %1."),), (("upperRoman", "%1."),), (("bullet", "\uf0b7"),)
    body, told = read(
        table(("Việc", heads), (listed, several)), word__numbering=numbering(LEVELS, *others)
    )
    assert body == (
        "| Việc | Ai làm (tên) |\n| --- | --- |\n"
        "| Giữa ca; tắt đèn; Quét. Xong | Tổ trưởng; Thợ máy |\n"
    )
    assert told == ["word-cell-list"]


def test_a_way_of_counting_that_is_not_known_is_told() -> None:
    form = numbering((("chicken", "%1."),))
    assert read(item("một"), word__numbering=form) == ("1\\. một\n", ["word-counted"])


def test_the_second_bullet_of_word_is_a_list_in_a_list() -> None:
    body = p(r("một"), style="ListBullet") + p(r("sâu"), style="ListBullet2")
    assert read(body) == ("- một\n  - sâu\n", [])


def test_a_list_in_a_cell_is_told() -> None:
    listed = f"<w:tbl>{tr(tc(item('a', 3), item('b', 3)), tc(p(r('c'))))}</w:tbl>"
    assert read(listed, word__numbering=numbering(LEVELS))[1] == ["word-cell-list"]


def test_a_list_in_a_frame_stays_one() -> None:
    framed = f"<w:tbl>{tr(tc(item('a', 3), item('b', 3)))}</w:tbl>"
    assert read(framed, word__numbering=numbering(LEVELS)) == ("> - a\n> - b\n", [])


def test_words_in_a_frame_beside_the_text_are_told_as_a_box() -> None:
    frame = '<w:framePr w:w="3000" w:wrap="around" w:hAnchor="page" w:x="7000" w:y="200"/>'
    framed = f"<w:p><w:pPr>{frame}</w:pPr>{r('Bên lề')}</w:p>"
    assert read(p(r("Trước")) + framed) == ("Trước\n\nBên lề\n", ["word-text-box"])


def test_an_error_that_word_reckons_is_told_as_such() -> None:
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    field = f"{begin}<w:r><w:instrText>=1/0</w:instrText></w:r>{middle}{r('!Zero Divide')}{end}"
    assert read(p(field))[1] == ["word-field-broken"]


def test_a_link_of_the_document_is_a_link() -> None:
    def write() -> bytes:
        document, target = Document(), io.BytesIO()
        kind = f"{OPEN}officeDocument/2006/relationships/hyperlink"
        document.part.relate_to("https://thu.example.org/a", kind, is_external=True)
        document.save(target)
        with zipfile.ZipFile(target) as archive:
            return archive.read("word/_rels/document.xml.rels")

    relations = write().decode()
    (key,) = re.findall(r'Id="(\w+)"[^>]*thu\.example', relations) or re.findall(
        r'thu\.example[^>]*Id="(\w+)"', relations
    )
    link = f'<w:hyperlink r:id="{key}" w:anchor="b">{r("đây")}</w:hyperlink>'
    data, target = word(p(link)), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as was, zipfile.ZipFile(target, "w") as made:
        for name in was.namelist():
            is_relations = name == "word/_rels/document.xml.rels"
            made.writestr(name, relations if is_relations else was.read(name))
    assert read_word("bai.docx", target.getvalue()) == (
        WordDraft("", "", "", "[đây](<https://thu.example.org/a#b>)\n"),
        [],
    )


def test_a_note_is_read_as_carefully_as_the_text() -> None:
    notes = (
        f'<w:footnotes {SPACES}><w:footnote w:id="2">'
        f"<w:p><w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r></w:p>{p(r('ü', font('Wingdings')))}"
        f"<w:tbl>{tr(tc(p(r('ô'))))}</w:tbl>{p(r('---'))}"
        "</w:footnote></w:footnotes>"
    )
    marked = p(r("Chữ"), '<w:r><w:footnoteReference w:id="2"/></w:r>', r("."))
    assert read(marked, word__footnotes=notes) == ("Chữ[^1].\n\n[^1]: a b ✓ ô ---\n", [])


def test_an_old_font_in_a_note_or_a_character_style_is_refused() -> None:
    notes = (
        f'<w:footnotes {SPACES}><w:footnote w:id="2">{p(r("Xãm", font(".VnTime")))}'
        "</w:footnote></w:footnotes>"
    )
    marked = p(r("Chữ"), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    with pytest.raises(NotImportedError, match="legacy-encoding"):
        read_word("bai.docx", word(marked, word__footnotes=notes))


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("", ["word-empty"]),
        (p(r("  ")), ["word-empty"]),
        ('<w:altChunk r:id="rId8"/>', ["word-chunk", "word-empty"]),
    ],
)
def test_a_document_of_nothing_is_refused(body: str, codes: list[str]) -> None:
    with pytest.raises(NotImportedError) as caught:
        read_word("bai.docx", word(body))
    assert [found.rule.code for found in caught.value.diagnostics] == codes


def test_the_net_feels_welded_and_missing_and_doubled_words() -> None:
    package = open_package("bai.docx", word(p(r("một hai")) + p(r("ba")) + p(r("ba"))))
    made = simple(package)
    whole = WordDraft("", "", "", "một hai\n\nba\n\nba\n")

    def lost(body: str) -> list[str]:
        draft = replace(whole, body=body)
        found = missing_from(package, draft, made.record, made.places)
        return [each.details["text"] for each in found]

    assert lost(whole.body) == []
    assert lost("mộthai\n\nba\n\nba\n") == ["một hai"]
    assert lost("một\n\nba\n\nba\n") == ["một hai"]
    assert lost("một hai\n\nba\n") == ["ba"]


def test_lines_around_a_paragraph_and_rows_that_word_hides_are_told() -> None:
    side = '<w:pBdr><w:top w:val="{}"/></w:pBdr>'
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>" + p(r("a")) + "</w:tc></w:tr>"
    table = "<w:tbl>{}</w:tbl>"
    assert read(p(r("Khung"), properties=side.format("single")))[1] == ["word-border"]
    assert read(p(r("Khung"), properties=side.format("nil")))[1] == []
    hidden = table.format(row.format("") + row.format("<w:hidden/>"))
    assert read(hidden)[1] == ["word-hidden-text"]
    shown = '<w:hidden w:val="0"/>'
    assert read(table.format(row.format("") + row.format(shown)))[1] == []


def test_what_was_moved_is_told_where_it_came_or_as_left_out() -> None:
    gone, came = (f'<w:{tag} w:id="1">{r("dời")}</w:{tag}>' for tag in ("moveFrom", "moveTo"))
    assert read(p(gone, r("và"))) == ("và\n", ["word-tracked-deletion"])
    assert read(p(gone, r("và "), came)) == ("và dời\n", ["word-tracked-insertion"])


LETTERS = st.text("abĐế 1.)(#*_~`[]<>!|\\-=+:&;{}^$@/'\"\u00a0", max_size=12)
Element = tuple[str, str, tuple[str, ...]]
"""Its XML, the words that it shows, and what is told of it."""


def shown(make: Callable[[str], str], look: Callable[[str], str] = str, *codes: str):  # noqa: ANN201
    return st.builds(lambda text: (make(text), look(text), codes if text.strip() else ()), LETTERS)


def fixed(xml: str, text: str, *codes: str):  # noqa: ANN201
    return st.just((xml, text, codes))


ELEMENTS = st.one_of(
    shown(r),
    shown(lambda text: r(text, "<w:i/>")),
    shown(lambda text: r(text, "<w:dstrike/>"), str, "word-struck"),
    shown(lambda text: r(text, "<w:caps/>"), str.upper),
    shown(lambda text: f"<w:smartTag>{r(text)}</w:smartTag>"),
    shown(lambda text: f"<w:sdt><w:sdtContent>{r(text)}</w:sdtContent></w:sdt>"),
    shown(lambda text: f"<w:bdo>{r(text)}</w:bdo>"),
    shown(lambda text: field("FORMTEXT", r(text))),
    shown(lambda text: f'<w:hyperlink r:id="no">{r(text)}</w:hyperlink>', str, "word-link"),
    shown(lambda text: field('HYPERLINK "https://thu.example.org/"', r(text))),
    shown(lambda text: f"<w:del>{r(text).replace('w:t', 'w:delText')}</w:del>", lambda _: ""),
    fixed("<w:r><w:tab/></w:r>", " "),
    fixed("<w:r><w:ptab/></w:r>", " "),
    fixed("<w:r><w:br/></w:r>", " "),
    fixed("<w:r><w:cr/></w:r>", " "),
    fixed("<w:r><w:noBreakHyphen/></w:r>", "-"),
    fixed("<w:r><w:softHyphen/></w:r>", ""),
    fixed('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
    fixed(field("DATE", r("5/6")), "5/6", "word-field"),
    fixed("<w:r><w:pgNum/></w:r>", " ", "word-unknown"),
    fixed("<w:proofErr/>", ""),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(ELEMENTS, min_size=1, max_size=5), min_size=1, max_size=4))
def test_every_word_that_is_seen_comes_out_in_order_or_is_told(
    paragraphs: list[list[Element]],
) -> None:
    body = "".join(p(*(xml for xml, _, _ in elements)) for elements in paragraphs)
    draft, remarks = read_word("bai.docx", word(p(r("Đầu.")) + body))
    found = " ".join(plain(node) for node in tree(draft.body).walk() if node.type == "inline")
    texts = ("".join(text for _, text, _ in elements) for elements in paragraphs)
    assert found.split() == ["Đầu.", *" ".join(texts).split()]
    told = {code for elements in paragraphs for _, _, codes in elements for code in codes}
    codes = {remark.rule.code.replace("fields", "field") for remark in remarks}
    assert codes - {"word-tracked-deletion"} == told


CONTENTS = (
    "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
    f"</w:sdtPr><w:sdtContent>{p(r('Mục 1'))}{p(r('Mục 2'))}</w:sdtContent></w:sdt>"
)
HIDDEN = p(r("ẩn", "<w:vanish/>"))


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (CONTENTS + HIDDEN, [("word-contents", 1), ("word-hidden-text", 3)]),
        (p(r("a")) + CONTENTS + HIDDEN, [("word-contents", 2), ("word-hidden-text", 4)]),
        (p(r("a")) + CONTENTS, [("word-contents", 2)]),
        (
            p(r("a")) + p(field("TOC", r("Mục 1"))) + HIDDEN,
            [("word-contents", 2), ("word-hidden-text", 3)],
        ),
        ('<w:altChunk r:id="x"/>' + HIDDEN, [("word-chunk", 1), ("word-hidden-text", 1)]),
        (
            p(r("a"))
            + p('<w:r><w:pict><v:rect xmlns:o="urn:schemas-microsoft-com:office:office" '
                'o:hr="t"/></w:pict></w:r>'),
            [("word-line", 2)],
        ),
    ],
)  # fmt: skip
def test_what_is_left_out_has_its_place_and_counts(
    body: str, places: list[tuple[str, int]]
) -> None:
    told = read_word("bai.docx", word(body))[1]
    assert [(each.rule.code, each.where.line) for each in told] == places


def test_a_watermark_is_told() -> None:
    shape = '<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'
    header = f"<w:hdr {SPACES}>{p(shape)}</w:hdr>"
    (told,) = read_word("bai.docx", word(p(r("a")), word__header1=header))[1]
    assert (told.rule.code, told.details["text"]) == ("word-header-footer", "DỰ THẢO")
