"""The office's own template: fields are filled, nothing is run, and what is no field is told."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.text.office_fields import FIELDS, LISTS
from generator.text.word import office_template
from generator.text.word.office_template import OfficeTemplate, fill, problems
from generator.text.word.starting_template import starting_template

VALUES = {
    **{name: f"<{name}> & con" for name in FIELDS},
    **{
        name: [dict.fromkeys(row, "một"), dict.fromkeys(row, "hai")]
        for name, (_, row) in LISTS.items()
    },
}


def template(*paragraphs: str) -> OfficeTemplate:
    made, data = Document(), io.BytesIO()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(data)
    return OfficeTemplate("mau.docx", data.getvalue())


def codes(made: OfficeTemplate) -> list[str]:
    return [each.rule.code for each in problems(made)]


def words(data: bytes) -> list[str]:
    return [each.text for each in Document(io.BytesIO(data)).paragraphs]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ ke_hoach }} và {{ kinh_phi }}", ""),
        ("{% if chung_tu %}có{% else %}không{% endif %}", ""),
        ("{% for d in ket_qua %}{{ d.stt }}{% endfor %}", ""),
        ("{{ kehoach }}", "template-field"),
        ("{{ kế_hoạch }}", "template-field"),
        ("{{ ket_qua }}", "template-field"),
        ("{% for d in ket_qua %}{{ d.ten }}{% endfor %}", "template-field"),
        ("{% for d in ket_qua %}{{ d }}{% endfor %}", "template-field"),
        ("{% for d in ke_hoach %}{{ d }}{% endfor %}", "template-field"),
        ("{{ ke_hoach.__class__.__mro__ }}", "template-code"),
        ("{{ ke_hoach.format(1) }}", "template-code"),
        ("{{ 7*7 }}", "template-code"),
        ("{{ ke_hoach|upper }}", "template-code"),
        ("{% set x = ke_hoach %}", "template-code"),
        ("{% include 'x' %}", "template-code"),
        ("{% import 'os' as os %}", "template-code"),
        ("{% macro a() %}{% endmacro %}", "template-code"),
        ("{% autoescape false %}{{ ke_hoach }}{% endautoescape %}", "template-code"),
        ("{% for a in ket_qua %}{% for b in ket_qua %}{% endfor %}{% endfor %}", "template-code"),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "template-code"),
        ("{{ ke hoach }}", "template-code"),
        ("{{ ke_hoach", "template-code"),
        ("ke_hoach }}", "template-code"),
        ("{{{{{{{{ ke_hoach", "template-code"),
        ("{%tr for d in ket_qua %}", "template-code"),
        ("{{r ke_hoach }}", "template-rows"),
    ],
)
def test_only_names_of_fields_are_let_through(text: str, code: str) -> None:
    assert codes(template(text)) == ([code] if code else [])


def test_an_unknown_field_is_told_by_its_name_with_those_that_there_are() -> None:
    (found,) = problems(template("Kinh phí: {{ kinh_phii }}"))
    said = found.message("vi"), found.hint("vi")
    assert said[0] == "Không có ô điền “kinh_phii” (nằm ở: Kinh phí: {{ kinh_phii }})."
    assert said[1] == f"Có phải là “kinh_phi”? Có các ô: {', '.join(FIELDS)}."


def test_a_field_that_word_has_split_is_filled_and_signs_stay_signs() -> None:
    made, data = Document(), io.BytesIO()
    paragraph = made.add_paragraph("Số: {{ kinh")
    paragraph.add_run("_phi").bold = True
    paragraph.add_run(" }} đồng")
    made.save(data)
    whole = OfficeTemplate("mau.docx", data.getvalue())
    assert codes(whole) == []
    assert words(fill(whole, VALUES)) == ["Số: <kinh_phi> & con đồng"]


def test_values_are_words_whatever_they_look_like() -> None:
    values = {**VALUES, "ke_hoach": "{{ 7*7 }} {% for %} <w:p/> =1+1 \x0b"}
    assert words(fill(template("{{ ke_hoach }}"), values)) == ["{{ 7*7 }} {% for %} <w:p/> =1+1 "]


def with_part(name: str, text: bytes) -> Callable[[bytes], bytes]:
    def add(data: bytes) -> bytes:
        target = io.BytesIO(data)
        with zipfile.ZipFile(target, "a") as archive:
            archive.writestr(name, text)
        return target.getvalue()

    return add


def with_code(code: str) -> bytes:
    made, data = Document(), io.BytesIO()
    marks = "".join(
        f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (code[:3], code[3:])
    )
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    paragraph = parse_xml(f"<w:p {nsdecls('w')}>{begin}{marks}{end}</w:p>")
    made.element.body.insert(0, paragraph)
    made.save(data)
    return data.getvalue()


RELATION = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Type="http://x/oleObject" Target="http://x" TargetMode="External"/>'
    b"</Relationships>"
)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (with_part("word/vbaProject.bin", b"x"), "template-active"),
        (with_part("word/embeddings/a.bin", b"x"), "template-active"),
        (with_part("word/_rels/header9.xml.rels", RELATION), "template-active"),
        (lambda _: with_code("DDEAUTO c:\\\\windows cmd"), "template-active"),
        (lambda _: with_code("INCLUDETEXT http://x"), "template-active"),
        (lambda _: with_code("PAGE"), ""),
        (lambda data: data[:4000], "word-broken"),
        (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "word-old-form"),
        (lambda _: b"", "word-form"),
    ],
)
def test_what_acts_by_itself_or_is_no_document_is_not_let_in(
    made: Callable[[bytes], bytes], code: str
) -> None:
    data = made(starting_template())
    assert codes(OfficeTemplate("mau.docx", data)) == ([code] if code else [])


def test_the_template_to_begin_from_holds_every_field_once_and_can_be_filled() -> None:
    made = OfficeTemplate("mau.docx", starting_template())
    assert problems(made) == []
    text = "".join(zipfile.ZipFile(io.BytesIO(made.data)).read("word/document.xml").decode())
    assert [name for name in (*FIELDS, *LISTS) if name not in text] == []
    filled = fill(made, VALUES)
    assert filled == fill(made, VALUES)
    tables = Document(io.BytesIO(filled)).tables
    assert [cell.text for cell in tables[1].rows[2].cells] == ["hai"] * 8
    assert "{" not in zipfile.ZipFile(io.BytesIO(filled)).read("word/document.xml").decode()


def test_without_its_library_a_template_is_told_and_stops_no_check(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(office_template, "template_program", str)
    (found,) = problems(template("{{ ke_hoach }}"))
    assert (found.rule.code, found.is_error) == ("template-library", False)


def test_the_template_that_a_template_was_written_with_is_forgotten() -> None:
    made, data = Document(), io.BytesIO()
    made.add_paragraph("{{ ke_hoach }}")
    kind = f"{RELATIONSHIP_TYPE.SETTINGS.rpartition('/')[0]}/attachedTemplate"
    settings = made.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    name = settings.relate_to("http://thu.example.org/x.dotm", kind, is_external=True)
    element = parse_xml(f'<w:attachedTemplate {nsdecls("w", "r")} r:id="{name}"/>')
    made.settings.element.append(element)
    made.save(data)
    filled = fill(OfficeTemplate("mau.docx", data.getvalue()), VALUES)
    held = zipfile.ZipFile(io.BytesIO(filled))
    assert [name for name in held.namelist() if b"example.org" in held.read(name)] == []
    assert b"attachedTemplate" not in held.read("word/settings.xml")
