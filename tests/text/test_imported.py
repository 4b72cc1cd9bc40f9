"""Word documents of others as drafts: made here with python-docx, and bent as people bend them."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as Made
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

from generator.text.imported import NotImportedError, WordDraft, read_word
from generator.text.imported.inline import Span, as_paragraph, markdown
from generator.text.imported.style_names import level_of, part_of
from generator.text.tree import plain, tree
from generator.text.word import blank, docx_bytes, write

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
Write = Callable[[Made], object]


def saved(*write: Write) -> bytes:
    document, target = Document(), io.BytesIO()
    for each in write:
        each(document)
    document.save(target)
    return target.getvalue()


def bent(data: bytes, old: str, new: str, part: str = "word/document.xml") -> bytes:
    """A document with something in one of its parts replaced, or with one more part."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as was, zipfile.ZipFile(target, "w") as made:
        for name in was.namelist():
            text = was.read(name)
            if name == part and not old:
                text = new.encode()
            elif name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1)
            made.writestr(name, text)
        if part not in was.namelist():
            made.writestr(part, new)
    return target.getvalue()


def told(data: bytes) -> list[tuple[str, int]]:
    """The codes of what is told, each with its paragraph."""
    return [(found.rule.code, found.where.line) for found in read_word("bai.docx", data)[1]]


def refused(data: bytes) -> str:
    with pytest.raises(NotImportedError) as caught:
        read_word("bai.docx", data)
    return caught.value.diagnostics[0].rule.code


def text(words: str, style: str | None = None) -> Write:
    return lambda document: document.add_paragraph(words, style)


def picture(form: str = "PNG") -> io.BytesIO:
    target = io.BytesIO()
    Image.new("RGB", (30, 20), (10, 120, 80)).save(target, form)
    target.seek(0)
    return target


def test_styles_of_word_become_parts() -> None:
    data = saved(
        text("Tít", "Title"),
        text("thử", "Title"),
        text("Sapo thử.", "Subtitle"),
        text("Mục một", "Heading 1"),
        text("Đoạn một."),
        text("Mục nhỏ", "Heading 2"),
        text("một", "List Bullet"),
        text("hai", "List Bullet"),
        text("trong hai", "List Bullet 2"),
        text("nhất", "List Number"),
        text("Trích.", "Quote"),
    )
    draft, remarks = read_word("bai.docx", data)
    assert (draft.title, draft.standfirst, draft.author) == ("Tít thử", "Sapo thử.", "")
    assert draft.body == (
        "## Mục một\n\nĐoạn một.\n\n### Mục nhỏ\n\n"
        "- một\n- hai\n  - trong hai\n1. nhất\n\n> Trích.\n"
    )
    assert remarks == []


def test_a_document_without_styles_is_read_by_its_look() -> None:
    def bold(words: str) -> Write:
        return lambda document: setattr(document.add_paragraph().add_run(words), "bold", True)

    data = saved(bold("Tít thử"), bold("Sapo thử."), text("Một."), bold("Mục"), text("Hai."))
    draft, remarks = read_word("bai.docx", data)
    assert (draft.title, draft.standfirst) == ("Tít thử", "Sapo thử.")
    assert draft.body == "Một.\n\n## Mục\n\nHai.\n"
    assert [(r.rule.code, r.where.line) for r in remarks] == [
        ("word-guess", 1),
        ("word-guess", 2),
        ("word-guess", 4),
    ]


def test_a_single_heading_one_is_the_title() -> None:
    draft, _ = read_word("bai.docx", saved(text("Tít", "Heading 1"), text("Mục", "Heading 2")))
    assert (draft.title, draft.body) == ("Tít", "## Mục\n")


@pytest.mark.parametrize(
    ("levels", "marks"),
    [((4, 6), (2, 3)), ((2, 4, 2, 3), (2, 3, 2, 3)), ((3, 2, 3), (2, 2, 3))],
)
def test_headings_skip_no_level(levels: tuple[int, ...], marks: tuple[int, ...]) -> None:
    headings = (text(f"Mục {n}", f"Heading {level}") for n, level in enumerate(levels))
    body = read_word("bai.docx", saved(text("Đầu."), *headings))[0].body
    found = [len(line.partition(" ")[0]) for line in body.split("\n") if line.startswith("#")]
    assert tuple(found) == marks


def test_the_outline_makes_headings_where_no_style_is_known() -> None:
    def write(document: Made) -> None:
        own = document.styles.add_style("Chương của sở", WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = document.styles["Heading 2"]
        document.add_paragraph("Theo kiểu", "Chương của sở")
        document.add_paragraph("Theo mức")

    lifted = "<w:p><w:pPr><w:outlineLvl w:val='2'/></w:pPr><w:r><w:t>Theo mức"
    data = bent(saved(write, text("Chữ.")), "<w:p><w:r><w:t>Theo mức", lifted)
    draft, remarks = read_word("bai.docx", data)
    assert draft.body == "## Theo kiểu\n\n### Theo mức\n\nChữ.\n"
    assert remarks == []


def with_note(data: bytes, *words: str) -> bytes:
    """A document with one note, number 2, of some runs."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{each}</w:t></w:r>' for each in words)
    note = f'<w:footnote w:id="2"><w:p>{runs}</w:p></w:footnote>'
    return bent(data, "", f"<w:footnotes {W}>{note}</w:footnotes>", "word/footnotes.xml")


def test_a_footnote_within_a_paragraph_is_no_loss() -> None:
    def write(document: Made) -> None:
        document.add_paragraph("Trước sau (2).")

    note = "<w:t>Trước</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t> sau"
    data = with_note(bent(saved(write), "<w:t>Trước sau", note), "Nguồn thử")
    draft, remarks = read_word("bai.docx", data)
    assert draft.body == "Trước[^1] sau (2).\n\n[^1]: Nguồn thử\n"
    assert remarks == []


def test_a_document_may_be_a_title_alone() -> None:
    assert refused(saved()) == "word-empty"
    assert read_word("bai.docx", saved(text("Tít", "Title")))[0] == WordDraft("Tít", "", "", "")


def test_an_unknown_style_is_told_once() -> None:
    def write(document: Made) -> None:
        document.styles.add_style("Lạ", WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("Một.", "Lạ")
        document.add_paragraph("Hai.", "Lạ")

    assert told(saved(write)) == [("word-style", 1)]


def test_marks_and_signs_stay_what_they_are() -> None:
    def write(document: Made) -> None:
        paragraph = document.add_paragraph("# A & B < C *d* [e] ")
        paragraph.add_run("đậm ").bold = True
        paragraph.add_run("nghiêng").italic = True
        paragraph.add_run(" CO")
        paragraph.add_run("2").font.subscript = True
        paragraph.add_run(" m")
        paragraph.add_run("3").font.superscript = True

    draft, remarks = read_word("bai.docx", saved(write))
    assert draft.body == "\\# A & B \\< C \\*d\\* \\[e\\] **đậm** *nghiêng* CO₂ m³\n"
    assert remarks == []


def test_a_paragraph_that_begins_with_a_hash_is_no_heading() -> None:
    assert read_word("bai.docx", saved(text("#SXSH là thẻ")))[0].body == "\\#SXSH là thẻ\n"


def test_pictures_get_their_captions_and_a_form_that_pages_show() -> None:
    data = saved(
        lambda d: d.add_picture(picture()),
        text("Ảnh xưởng. Ảnh: Người thử", "Caption"),
        lambda d: d.add_picture(picture("BMP")),
    )
    draft, _ = read_word("bai.docx", data)
    assert [(p.ending, p.words) for p in draft.pictures] == [
        (".png", "Ảnh xưởng. Ảnh: Người thử"),
        (".png", ""),
    ]
    assert draft.body == (
        "![](loa-picture-1)\n\n*Ảnh xưởng. Ảnh: Người thử*\n\n![](loa-picture-2)\n"
    )
    assert draft.pictures[0].data == picture().getvalue()


def test_tables() -> None:
    def write(document: Made) -> None:
        table = document.add_table(2, 2)
        for cell, words in zip(table._cells, ("A", "B", "1|2", "x"), strict=True):  # noqa: SLF001
            cell.text = words
        document.add_table(1, 1).cell(0, 0).text = "Khung."

    draft, remarks = read_word("bai.docx", saved(write))
    assert draft.body == "| A | B |\n| --- | --- |\n| 1\\|2 | x |\n\n> Khung.\n"
    assert remarks == []


def test_a_row_of_pictures_is_no_table() -> None:
    def write(document: Made) -> None:
        one, other = document.add_table(1, 2).rows[0].cells
        one.paragraphs[0].add_run().add_picture(picture())
        other.text = "Ảnh: xưởng nhuộm"

    draft, _ = read_word("bai.docx", saved(write))
    assert draft.body == "![](loa-picture-1)\n\n*Ảnh: xưởng nhuộm*\n"


def test_a_text_beside_a_picture_is_no_caption() -> None:
    def write(document: Made) -> None:
        one, other = document.add_table(1, 2).rows[0].cells
        one.paragraphs[0].add_run().add_picture(picture())
        other.text = "Đoạn một."
        other.add_paragraph("Đoạn hai.")

    draft, _ = read_word("bai.docx", saved(write))
    assert draft.body == "![](loa-picture-1)\n\nĐoạn một.\n\nĐoạn hai.\n"


NUMBERING = "word/numbering.xml"
RUN = "<w:r><w:t>Chữ</w:t></w:r>"
FRAME = (
    "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>"
    "<w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r>"
)
BASE = saved(text("Đoạn đầu."), text("Chữ"))
EXCEL = '<w:r><w:object><o ProgID="Excel.Sheet.12"/></w:object></w:r>'


@pytest.mark.parametrize(
    ("xml", "codes", "body"),
    [
        (
            f'<w:ins w:id="1" w:author="A"><w:r><w:t>Thêm</w:t></w:r></w:ins>{RUN}',
            ["word-tracked-insertion"],
            "ThêmChữ",
        ),
        (
            f'{RUN}<w:del w:id="1" w:author="A"><w:r><w:delText>Bỏ</w:delText></w:r></w:del>',
            ["word-tracked-deletion"],
            "Chữ",
        ),
        (f"{RUN}<m:oMath {M}><m:r><m:t>a=b</m:t></m:r></m:oMath>", ["word-equation"], "Chữ"),
        (
            '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>Chữ</w:t></w:r>',
            ["word-look"],
            "Chữ",
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Chữ</w:t></w:r>", ["word-hidden-text"], "Chữ"),
        (
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>Chữ</w:t></w:r>',
            ["word-raised"],
            "Chữ",
        ),
        (
            FRAME + RUN,
            ["word-text-box"],
            None,
        ),
        (f"<w:unknown><w:r><w:t>Mất</w:t></w:r></w:unknown>{RUN}", ["word-text-missing"], "Chữ"),
        ("<w:r><w:object/></w:r>" + RUN, ["word-object"], "Chữ"),
        (EXCEL + RUN, ["word-embedded"], "Chữ"),
    ],
)
def test_nothing_is_lost_silently(xml: str, codes: list[str], body: str | None) -> None:
    data = bent(BASE, RUN, xml)
    draft, remarks = read_word("bai.docx", data)
    assert [(found.rule.code, found.where.line) for found in remarks] == [(c, 2) for c in codes]
    if body is None:
        assert "Trong khung" in draft.body
    else:
        assert draft.body == f"Đoạn đầu.\n\n{body}\n"


def test_what_stands_alone_in_a_paragraph_is_told_there() -> None:
    data = bent(saved(text("Một."), text("Hai."), text("Chữ")), RUN, EXCEL)
    assert told(data) == [("word-embedded", 3)]


def test_a_character_style_in_bold_within_a_paragraph_in_bold_is_not_bold() -> None:
    def write(document: Made) -> None:
        style = document.styles["Body Text"]
        style.font.bold = True
        paragraph = document.add_paragraph("Cả đoạn đậm, ", style)
        paragraph.add_run("riêng chữ này thì không.", "Strong")

    body = read_word("bai.docx", saved(text("Đầu."), write))[0].body
    assert body == "Đầu.\n\nCả đoạn đậm, riêng chữ này thì không.\n"


def test_pictures_that_cannot_be_shown_or_read() -> None:
    data = saved(text("Chữ"), lambda d: d.add_picture(picture()))
    for lost in ("broken", "%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n{} loop\n"):
        assert told(bent(data, "", lost, "word/media/image1.png")) == [("word-picture-lost", 2)]
    draft, remarks = read_word("bai.docx", bent(data, "", EMF, "word/media/image1.png"))
    assert [(p.ending, p.is_shown) for p in draft.pictures] == [(".emf", False)]
    assert [found.rule.code for found in remarks] == ["word-picture-unshown"]


def test_a_link_of_a_picture_is_told() -> None:
    def linked(document: Made) -> None:
        document.add_picture(picture())
        address = document.part.relate_to(
            "https://thu.example.org/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        (inline,) = document.element.xpath("//wp:docPr")
        inline.append(parse_xml(f'<a:hlinkClick {nsdecls("a", "r")} r:id="{address}"/>'))

    draft, remarks = read_word("bai.docx", saved(text("Chữ"), linked))
    assert [(each.rule.code, each.details["address"]) for each in remarks] == [
        ("word-picture-link", "https://thu.example.org/")
    ]
    assert len(draft.pictures) == 1


@pytest.mark.parametrize(
    ("words", "codes", "left"),
    [
        ("Một bức ảnh có chứa người\n\nMô tả được tạo tự động", ["word-picture-words"], ""),
        ("Có thể là hình ảnh về 3 người", ["word-picture-words"], ""),
        ("Công nhân khóa vòi nước", [], "Công nhân khóa vòi nước"),
    ],
)
def test_what_a_program_says_of_a_picture_is_left_out(
    words: str, codes: list[str], left: str
) -> None:
    def described(document: Made) -> None:
        document.add_picture(picture())
        (inline,) = document.element.xpath("//wp:docPr")
        inline.set("descr", words)

    draft, remarks = read_word("bai.docx", saved(text("Chữ"), described))
    assert [each.rule.code for each in remarks] == codes
    assert [each.words for each in draft.pictures] == [left]


@pytest.mark.parametrize(("side", "codes"), [("25000", ["word-cropped"]), ("-35", []), ("12", [])])
def test_a_cropped_picture_is_whole_again_and_told(side: str, codes: list[str]) -> None:
    data = saved(text("Chữ"), lambda d: d.add_picture(picture()))
    cut = f'<a:srcRect l="{side}"/><a:stretch>'
    draft, remarks = read_word("bai.docx", bent(data, "<a:stretch>", cut))
    assert [found.rule.code for found in remarks] == codes
    assert draft.pictures[0].data == picture().getvalue()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<a:xfrm>", '<a:xfrm rot="5400000">'),
        ("<a:xfrm>", '<a:xfrm flipH="1">'),
        ("<a:stretch>", "<a:stretch>"),
    ],
)
def test_a_picture_that_word_shows_otherwise_is_told(old: str, new: str) -> None:
    data = saved(text("Chữ"), lambda d: d.add_picture(picture()))
    draft, remarks = read_word("bai.docx", bent(data, old, new))
    told_of = [found.rule.code for found in remarks]
    assert told_of == (["word-picture-changed"] if old != new else [])
    assert draft.pictures[0].data == picture().getvalue()


def test_a_picture_outside_of_the_document_is_told() -> None:
    data = saved(text("Chữ"), lambda d: d.add_picture(picture()))
    draft, remarks = read_word("bai.docx", bent(data, "r:embed=", "r:link="))
    assert (draft.pictures, [(f.rule.code, f.where.line) for f in remarks]) == (
        (),
        [("word-picture-lost", 2)],
    )


EMF = "\x01\0\0\0" + "\0" * 36 + " EMF" + "\0" * 40  # the head of a drawing of Windows


def test_macros_are_told() -> None:
    assert told(bent(BASE, "", "code", "word/vbaProject.bin")) == [("word-macros", 0)]


def test_the_web_calls_the_text_by_another_name() -> None:
    renamed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BASE)) as was, zipfile.ZipFile(renamed, "w") as made:
        for name in was.namelist():
            content = was.read(name).replace(b"document.xml", b"document2.xml")
            made.writestr(name.replace("document.xml", "document2.xml"), content)
    draft, remarks = read_word("bai.docx", renamed.getvalue())
    assert (draft.body, remarks) == ("Đoạn đầu.\n\nChữ\n", [])


def test_the_strict_form_is_looked_at_as_well() -> None:
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = bent(BASE, RUN, '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>Chữ</w:t></w:r>')
    assert told(bent(data, usual, strict)) == [("word-look", 2)]


def test_colours_are_told_once_a_paragraph() -> None:
    red = '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>Đỏ</w:t></w:r>'
    assert told(bent(BASE, RUN, red * 3)) == [("word-look", 2)]


def test_a_name_in_small_capitals_is_to_be_typed_with_its_own() -> None:
    name = "<w:r><w:rPr><w:smallCaps/></w:rPr><w:t>trần an</w:t></w:r>"
    (found,) = read_word("bai.docx", bent(BASE, RUN, name))[1]
    assert found.hint("en") == "Where it is a name, type it with its capitals: Trần An"


LINES = (
    "Hội chợ nông sản mở cửa tại quảng trường, bày hơn một",
    "trăm gian hàng của bà con. Ai đến xem cũng không phải",
    "mua vé.",
    "Mỗi gian hàng được cấp một bàn.",
)
WHOLE = f"{' '.join(LINES[:3])}\n\n{LINES[3]}\n"


@pytest.mark.parametrize(
    ("paragraphs", "body"),
    [
        (LINES, WHOLE),
        ([each for line in LINES for each in (line, "")], WHOLE),
        (["\n".join(LINES)], WHOLE.replace("\n\n", "\\\n")),
    ],
)
def test_lines_of_a_page_become_whole_paragraphs(paragraphs: list[str], body: str) -> None:
    draft, remarks = read_word("bai.docx", saved(*map(text, paragraphs)))
    assert draft.body == body
    assert [found.rule.code for found in remarks] == ["word-lines-joined"]


def test_one_line_that_goes_on_stays_as_it_is() -> None:
    draft, remarks = read_word("bai.docx", saved(*map(text, LINES[1:])))
    assert (draft.body, remarks) == ("\n\n".join(LINES[1:]) + "\n", [])


def test_comments_are_told_with_their_authors() -> None:
    def write(document: Made) -> None:
        run = document.add_paragraph("Chữ").runs[0]
        document.add_comment(run, "Xem lại số này", author="Người thử")

    (found,) = read_word("bai.docx", saved(write))[1]
    assert found.rule.code == "word-comment"
    assert found.message("en") == "A comment of Người thử is left out: “Xem lại số này”."


def test_footnotes_are_footnotes() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    draft, remarks = read_word("bai.docx", with_note(bent(BASE, RUN, RUN + note), "Nguồn thử"))
    assert draft.body == "Đoạn đầu.\n\nChữ[^1]\n\n[^1]: Nguồn thử\n"
    assert remarks == []


def test_a_mark_that_an_author_chose_for_a_footnote_is_not_a_word() -> None:
    note = (
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
        "<w:r><w:t>.</w:t></w:r>"
    )
    data = with_note(bent(BASE, RUN, RUN + note), "*", " Nguồn thử")
    draft, remarks = read_word("bai.docx", data)
    assert draft.body == "Đoạn đầu.\n\nChữ[^1].\n\n[^1]: Nguồn thử\n"
    assert remarks == []


def test_a_heading_bears_no_footnote_and_its_note_is_not_lost() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>'
    data = bent(BASE, RUN, RUN + note)
    data = bent(data, f"<w:p>{RUN}{note}", f"{heading}{RUN}{note}")
    draft, remarks = read_word("bai.docx", with_note(data, "Nguồn thử"))
    assert draft.body.endswith("Nguồn thử\n")
    assert [found.rule.code for found in remarks] == ["word-note"]


def test_headers_and_merged_cells() -> None:
    def write(document: Made) -> None:
        document.sections[0].header.paragraphs[0].text = "Đầu trang thử"
        table = document.add_table(2, 2)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Gộp"
        table.cell(1, 0).text = "1"

    codes = {found.rule.code for found in read_word("bai.docx", saved(write))[1]}
    assert codes == {"word-header-footer", "word-merged-cells"}


def test_lists_that_do_not_begin_with_one_keep_their_numbers() -> None:
    document = blank("Thử")
    write(document, tree("3. ba\n4. bốn").children)
    assert read_word("bai.docx", docx_bytes(document)) == (
        WordDraft("", "", "", "3. ba\n4. bốn\n"),
        [],
    )


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("1. một\n2. hai", "1. ba", ["word-lists-joined"]),
        ("- một", "- hai", []),  # in Word they are one as well
        ("- một", "1. hai", []),
        ("1. một\n   - a\n2. hai\n   - b", "- c", []),
    ],
)
def test_lists_that_became_one_are_told(first: str, second: str, codes: list[str]) -> None:
    document = blank("Thử")
    for text_of_list in (first, second):
        write(document, tree(text_of_list).children)
    assert told(docx_bytes(document)) == [(code, first.count("\n") + 2) for code in codes]


@pytest.mark.parametrize(
    ("font", "words", "encoding"),
    [(".VnTime", "Xãm", "TCVN3"), ("VNI-Times", "Nhaø", "VNI"), (".VnArialH", "é", "TCVN3")],
)
def test_old_fonts_are_refused_by_their_names(font: str, words: str, encoding: str) -> None:
    def write(document: Made) -> None:
        document.add_paragraph("Đoạn.")
        document.add_paragraph().add_run(words).font.name = font

    with pytest.raises(NotImportedError) as caught:
        read_word("bai.docx", saved(write))
    (found,) = caught.value.diagnostics
    assert (found.rule.code, found.where.line) == ("legacy-encoding", 2)
    assert found.details["encoding"] == encoding


def test_an_old_font_of_the_style_is_refused() -> None:
    def write(document: Made) -> None:
        document.styles["Normal"].font.name = ".VnTime"
        document.add_paragraph("Xãm")

    assert refused(saved(write)) == "legacy-encoding"


def test_old_letters_are_refused_in_any_font() -> None:
    assert refused(saved(text("s¶n xuÊt s¹ch h¬n t¹i ®ång nai"))) == "legacy-encoding"


def test_unicode_in_a_font_with_an_old_name_is_read() -> None:
    def write(document: Made) -> None:
        document.add_paragraph().add_run("Sản xuất").font.name = ".VnTime"
        document.add_paragraph().add_run("Hoa").font.name = "VNI-Times"

    assert read_word("bai.docx", saved(write))[0].body == "Sản xuất\n\nHoa\n"


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


TYPE = "<!DOCTYPE x [<!ENTITY a 'b'>]>"
HEAD_16 = '<?xml version="1.0" encoding="UTF-16"?>'


def zipped(**parts: str | bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "word-form"),
        (b"hello", "word-form"),
        (BASE[: len(BASE) // 2], "word-broken"),
        (BASE[:40] + bytes(400) + BASE[440:], "word-broken"),
        (OLE, "word-old-form"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "word-locked"),
        (zipped(xl__workbook="<x/>"), "word-form"),
        (zipped(word__document="<x"), "word-broken"),
        (zipped(word__document="<x/>"), "word-broken"),
        (zipped(word__document7="<x/>"), "word-broken"),
        (zipped(word__document="<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"), "word-harmful"),
        (zipped(word__document="<x/>", word__a=" " * 70_000_000), "word-too-large"),
        (zipped(word__document=f"<!--{'x' * 9000}-->{TYPE}<x>&a;</x>"), "word-harmful"),
        (zipped(word__document=(HEAD_16 + TYPE + "<x>&a;</x>").encode("utf-16")), "word-harmful"),
        (zipped(word__document="<x/>", word__styles=f"\n{TYPE}<x>&a;</x>"), "word-harmful"),
        (zipped(word__document=f"<d>{'<w:p/>' * 300_000}</d>"), "word-paragraphs"),
        (zipped(word__document=f"<d>{'<p>a</p>' * 5_001}</d>"), "word-paragraphs"),
        (
            zipped(word__document="<x/>", word__styles=f"<d>{'<s/>' * 500_000}</d>"),
            "word-too-large",
        ),
    ],
)
def test_what_is_no_document_is_refused(data: bytes, code: str) -> None:
    assert refused(data) == code


@pytest.mark.parametrize(
    ("style", "part", "level"),
    [
        ("Tít", "title", 0),
        ("TIT", "title", 0),
        ("heading 1", "heading", 1),
        ("Heading 3", "heading", 3),
        ("Tiêu đề phụ", "heading", 2),
        ("List Bullet 3", "item", 0),
        ("Chú thích", "caption", 0),
        (None, "body", 0),
        ("Lạ", "", 0),
    ],
)
def test_styles_by_their_names(style: str | None, part: str, level: int) -> None:
    assert (part_of(style), level_of(style)) == (part, level)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([Span("a "), Span(" b ", bold=True), Span("c")], "a **b** c"),
        ([Span("a"), Span("“b”", bold=True), Span("c")], "a“**b**”c"),
        ([Span("a", bold=True), Span("b", bold=True)], "**ab**"),
        (
            [Span("x", address="https://thu.example.org/<a>")],
            "[x](<https://thu.example.org/%3Ca%3E>)",
        ),
        ([Span("một\nhai")], "một\\\nhai"),
        ([Span("1\n\xa0")], "1"),
        ([Span("a!"), Span("b", address="https://c.vn")], "a\\![b](<https://c.vn>)"),
        ([Span("a", struck=True), Span("~b")], "~~a~~\\~b"),
        ([Span("a~"), Span("b", struck=True)], "a\\~~~b~~"),
        ([Span("AT&amp;T & Co")], "AT\\&amp;T & Co"),
    ],
)
def test_marks(spans: list[Span], expected: str) -> None:
    assert markdown(spans) == expected


@pytest.mark.parametrize(
    "line", ["# a", "- a", "+ a", "> a", "1. a", "2) a", "---", "::: a", "==="]
)
def test_a_paragraph_begins_no_other_block(line: str) -> None:
    (node,) = tree(as_paragraph(line)).children
    assert (node.type, plain(node)) == ("paragraph", line)


def test_the_place_is_shown_with_the_text() -> None:
    data = bent(BASE, RUN, f"{RUN}<m:oMath {M}><m:r><m:t>a</m:t></m:r></m:oMath>")
    (found,) = read_word("bai.docx", data)[1]
    assert (str(found.where), found.where.text) == ("bai.docx:2:1", "Chữ")
