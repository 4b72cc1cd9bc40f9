"""Every writer says of every node what the table says, or the check refuses the node."""

import ast
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import markdown
import pypdfium2
import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation

from generator.adapters.files import FolderFiles
from generator.adapters.typesetter import TypstTypesetter
from generator.app.check import check
from generator.model.body import Body
from generator.model.memory import Memory
from generator.model.palette import look
from generator.model.segment import Segment
from generator.model.space import ANY_SPACE
from generator.model.story import Story
from generator.model.workspace import Workspace
from generator.outputs.copy import plain as story_text
from generator.outputs.copy.story_copy import Copy, NamedPicture
from generator.outputs.feeds.transcript import as_html
from generator.outputs.scripts.prompter import prompter
from generator.outputs.scripts.script_sheet import AUDIO_HEADS, ScriptSheet
from generator.outputs.scripts.word_sheet import document
from generator.outputs.search.search_entry import entry
from generator.outputs.servers.policy import policy
from generator.outputs.site import scripts
from generator.outputs.site.page import page
from generator.outputs.site.script_view import script
from generator.planning.expand import expand
from generator.text.footnotes import NoteHtml
from generator.text.html import Anchors, Targets, html, html_of
from generator.text.links import Links
from generator.text.nodes import NODES, PLACES, WORDS, WRITERS, Node, Writer
from generator.text.nodes import Body as Kind
from generator.text.picture_use import pictures_of
from generator.text.presentation import Deck, SlidePicture, pptx_bytes
from generator.text.script_lines import lines
from generator.text.sheet import notes, rows
from generator.text.tree import _parser, tree
from generator.text.word import WordPicture, blank, docx_bytes, write
from generator.verify import NextSite
from generator.verify.content_policy import verify
from generator.vietnamese.dates import HANOI

ROOT = Path(__file__).parents[2]
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMMON = {"id": "thu", "title": "Thử", "campaign": "thu", "activity": "thu"}
BASE = "https://thu.example.org/"
PLAN = expand(Workspace(), datetime(2021, 6, 1, tzinfo=HANOI))


def body(text: str) -> Body:
    return Body(text, "content/thu.md", 1, text)


def story(text: str) -> Story:
    made = Story.model_validate(COMMON | {"medium": "newspaper"})
    made.read_from("content/thu.md", body(text))
    return made


def segment(text: str) -> Segment:
    made = Segment.model_validate(COMMON | {"medium": "radio"})
    made.read_from("content/thu.md", body(text))
    return made


def picture() -> bytes:
    target = BytesIO()
    Image.new("RGB", (4, 4)).save(target, "PNG")
    return target.getvalue()


TARGETS = Targets(str, lambda _, words: f'<img alt="{words}">', NoteHtml("thu"))


def joined(source: str) -> str:
    """HTML without the spaces that only set its source apart; code keeps them."""
    parts = re.split(r"(<pre>.*?</pre>)", source.replace(" />", "/>"), flags=re.DOTALL)
    return "".join(re.sub(r"\s*\n\s*" if n % 2 == 0 else "\n", "", p) for n, p in enumerate(parts))


def on_a_page(staged: str) -> str:
    """MkDocs's reader hands a finished page through."""
    body = page("thu/index.md", "piece.html", "Thử", staged).bytes().decode().split("---\n\n")[1]
    assert markdown.markdown(body) == body.strip()
    return joined(body)


def text_page(text: str) -> str:
    return html_of(tree(text).children, TARGETS, Anchors())


def script_page(text: str) -> str:
    return script(tree(text).children, TARGETS, Anchors())


def in_search(staged: str) -> str:
    made = page("thu.md", "piece.html", "Thử", staged, breadcrumbs=[])
    assert made.page is not None
    found = entry(made.page)
    assert found is not None
    return "\n".join([*found.headings, *found.lines])


def in_a_feed(text: str) -> str:
    links = Links({}, {"thu": "thu.md"}, frozenset(), frozenset())
    return joined(html(story(text), links, BASE, frozenset({"assets/a.png"}), Memory()))


def in_word(data: bytes) -> str:
    """The words of a Word document with what marks them as in HTML, notes at its end."""
    said = []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in {"word/document.xml", "word/footnotes.xml"} & {*archive.namelist()}:
            for paragraph in etree.fromstring(archive.read(name)).iter(f"{W}p"):
                text = "".join(map(run, paragraph.iter(f"{W}r")))
                if (side := paragraph.find(f"{W}pPr/{W}jc")) is not None:
                    text = f'<p align="{side.get(f"{W}val")}">{text}</p>'
                number = next(paragraph.iterancestors()).get(f"{W}id")
                said.append(f"<note>{number}{text}</note>" if number else text)
    return "\n".join(said)


def run(element: "etree._Element") -> str:
    text = "".join(
        "<br/>" if part.tag == f"{W}br" else part.text or ""
        for part in element.iter(f"{W}t", f"{W}br")
    )
    if element.find(f"{W}drawing") is not None:
        return "<img>"
    looks = {"b": "b", "i": "i", "strike": "s", "vertAlign": "sup"}
    for name, tag in looks.items():
        if text and element.find(f"{W}rPr/{W}{name}") is not None:
            text = f"<{tag}>{text}</{tag}>"
    parent = element.getparent()
    return f"<a>{text}</a>" if parent is not None and parent.tag == f"{W}hyperlink" else text


def story_in_word(text: str) -> str:
    made = blank("Thử")
    nodes = tree(text).children
    write(made, nodes, picture=lambda _: WordPicture(picture()), link=lambda href: href)
    return in_word(docx_bytes(made))


def story_as_text(text: str) -> str:
    piece = story(text)
    shown = tuple(NamedPicture(each, "-a", ("-a.png",)) for each in pictures_of(piece))
    copy = Copy(piece, "Báo", None, "", "", "", ANY_SPACE, shown, ())
    return story_text.text(copy).decode("utf-8-sig").replace("\r\n", "\n")


def sheet(text: str) -> ScriptSheet:
    below, facts = tuple(notes(text)), (("Mã", "thu"),)
    made = tuple(rows(text))
    return ScriptSheet(segment(text), "", facts, "Đã duyệt", True, AUDIO_HEADS, made, 0, "", below)  # noqa: FBT003


def set_sheet(text: str, typesetter: TypstTypesetter) -> str:
    """What the template is given of the words, and the words of the PDF."""
    made = sheet(text)
    pdf = typesetter.pdf("script", {"sheet": json.dumps(made.data | {"look": look(None)})})
    pages = pypdfium2.PdfDocument(pdf)
    words = "\n".join(each.get_textpage().get_text_range() for each in pages)
    given = "".join(f"{p.text}|{p.kind} " for row in made.rows for p in row.parts)
    return f"{given}\n{words}".replace("\r\n", "\n")


def heard(text: str) -> str:
    """Lengths are reckoned from the lines; a transcript is what listeners see of them."""
    said = "\n".join(line.words for line in lines(text))
    assert re.sub(r"<[^>]+>", "", as_html(segment(text))).count("mẫu") == said.count("mẫu")
    return said


def as_text_to_read(text: str) -> str:
    return b"".join(scripts._text(segment(text))).decode().replace("\r\n", "\n")  # noqa: SLF001


def in_slides(text: str) -> str:
    """The words of slides, their tables, pictures and notes, with what marks them as in HTML."""
    shown = SlidePicture(picture(), "mẫu")
    deck = Deck("Thử", "", f"## Đề\n\n{text}", {}, picture=lambda _: shown, link=str)
    said = []
    for slide in Presentation(BytesIO(pptx_bytes(deck))).slides:
        for paragraph in slide._element.iter(f"{A}p"):  # noqa: SLF001 - tables and boxes alike
            number = paragraph.find(f"{A}pPr/{A}buAutoNum")
            mark = f"{number.get('startAt')}. " if number is not None else ""
            said.append(mark + "".join(map(slide_run, paragraph.iter(f"{A}r", f"{A}br"))))
        said += [f'alt="{each.get("descr")}"' for each in slide._element.iter("{*}cNvPr")]  # noqa: SLF001
        if slide.has_notes_slide and (frame := slide.notes_slide.notes_text_frame):
            said += [f"[nói] {paragraph.text}" for paragraph in frame.paragraphs]
    return "\n".join(said)


def slide_run(element: "etree._Element") -> str:
    if element.tag == f"{A}br":
        return "\n"
    text = element.findtext(f"{A}t") or ""
    (looks,) = element.iter(f"{A}rPr")
    for name, tag in {"b": "b", "i": "i", "strike": "s", "baseline": "sup"}.items():
        text = f"<{tag}>{text}</{tag}>" if looks.get(name) else text
    return f"<a>{text}</a>" if looks.find(f"{A}hlinkClick") is not None else text


@pytest.fixture(scope="module")
def write_by(tmp_path_factory: pytest.TempPathFactory) -> dict[Writer, Callable[[str], str]]:
    """Every writer, from Markdown to what is seen of it."""
    typesetter = TypstTypesetter(tmp_path_factory.mktemp("typst"))
    return {
        Writer.PAGE: lambda text: on_a_page(text_page(text)),
        Writer.SCRIPT_PAGE: lambda text: on_a_page(script_page(text)),
        Writer.FEED: in_a_feed,
        Writer.SEARCH: lambda text: in_search(text_page(text)),
        Writer.STORY: story_in_word,
        Writer.STORY_TEXT: story_as_text,
        Writer.SLIDES: in_slides,
        Writer.SHEET: lambda text: set_sheet(text, typesetter),
        Writer.SHEET_WORD: lambda text: in_word(document(sheet(text))),
        Writer.PROMPTER: lambda text: prompter(sheet(text)).decode().replace("\r\n", "\n"),
        Writer.SCRIPT_TEXT: as_text_to_read,
        Writer.SCRIPT_LINES: heard,
    }


CASES = [
    (kind, writer, node)
    for kind, writers in WRITERS.items()
    for writer in sorted(writers)
    for node in NODES
    if kind not in node.refusals
]


@pytest.mark.parametrize(
    ("_kind", "writer", "node"), CASES, ids=lambda v: v.kinds[0] if isinstance(v, Node) else None
)
def test_a_writer_says_what_the_table_says(
    _kind: Kind, writer: Writer, node: Node, write_by: dict[Writer, Callable[[str], str]]
) -> None:
    found, form = write_by[writer](node.sample), node.forms.get(writer, WORDS)
    if form is None:
        assert WORDS not in found
    else:
        assert form in found


def lay(root: Path, kind: Kind, samples: dict[str, str]) -> None:
    """A workspace with a draft for each sample, by the name of its file."""
    shutil.copytree(ROOT / "tests/examples/base", root)
    medium = "article"
    for name, sample in samples.items():
        if kind == "script":
            medium = "radio\ncampaign: ke-hoach-thu\nactivity: phat-thanh\nquarter: II/2021"
        head = f"id: {name}\nmedium: {medium}\ntitle: Bài thử\nbasis: proposed\nstatus: draft\n"
        (root / f"content/{name}.md").write_text(f"---\n{head}---\n\n{sample}\n", "utf-8")


REFUSED = {node.code for node in (*NODES, *PLACES) if node.code}


@pytest.mark.parametrize("kind", list(WRITERS))
def test_the_check_refuses_what_a_writer_cannot_say(kind: Kind, tmp_path: Path) -> None:
    nodes = {f"bai-{number}": node for number, node in enumerate((*NODES, *PLACES))}
    lay(tmp_path / "w", kind, {name: node.sample for name, node in nodes.items()})
    told: dict[str, set[str]] = {name: set() for name in nodes}
    for found in check(FolderFiles(tmp_path / "w"), datetime(2021, 6, 1, tzinfo=HANOI)).diagnostics:
        if found.rule.code in REFUSED:
            told[Path(found.where.path).stem].add(found.rule.code)
    assert told == {name: refusals(kind, node) for name, node in nodes.items()}


def refusals(kind: Kind, node: Node) -> set[str]:
    """In a script a picture is refused whatever its words are."""
    if kind == "script" and node.kinds[0].endswith("in image"):
        return {"picture-in-script"}
    return {node.code} if kind in node.refusals else set()


def test_every_writer_is_run_for_the_bodies_it_writes() -> None:
    assert {writer for writers in WRITERS.values() for writer in writers} == {*Writer}


PAGES = [
    *("| a | b |\n|:--|:-:|\n| 1 | mẫu |", '[mẫu](a.md "đề")', "``` mẫu {onclick=x()}\nx\n```"),
    *("1) a\n2) mẫu", "<https://thu.example.org/mẫu>", "a[^a]\n\n[^a]: b\n\n    mẫu"),
]


def test_the_policy_of_the_site_forbids_nothing_that_a_writer_makes() -> None:
    """Nor may a feed bring a style: readers of feeds drop it."""
    samples = [node.sample for node in (*NODES, *PLACES)] + PAGES
    made = {
        f"{number}-{write.__name__}.html": write(text)
        for number, text in enumerate(samples)
        for write in (text_page, script_page, in_a_feed)
    }
    files = {name: (lambda page=page: page.encode()) for name, page in made.items()}
    headers = f"/*\n  Content-Security-Policy: {policy()}\n"
    site = NextSite(files | {"_headers": headers.encode}, (), PLAN)
    assert [*verify(site)] == []
    assert "'unsafe" not in policy()
    assert "sha256" not in policy()


RULES = {
    *("table", "code", "container_cue", "fence", "blockquote", "hr", "list", "footnote_def"),
    *("reference", "html_block", "heading", "lheading", "paragraph", "text", "bare_address"),
    *("newline", "escape", "backticks", "strikethrough", "emphasis", "link", "image"),
    *("footnote_ref", "autolink", "html_inline", "entity"),
}
READERS = {  # they read the tree and write nothing that people read
    *(
        "app.word_blocks",
        "app.word_exchange",
        "outputs.site.reading_aloud",
        "desk.page_lines",
        "desk.page_words",
        "desk.word_rows",
    ),
    *("text.splicing.block_lines", "text.splicing.body_blocks"),
    *(
        "text.splicing.merging",
        "app.fix",
        "checks.cues",
        "checks.recordings",
        "outputs.copy.word",
        "text.cues",
    ),
    *(
        "outputs.feeds.transcript",
        "outputs.handouts",
        "outputs.presentations",
        "text.questions",
        "text.deck",
        "text.presentation.slide_writer",
    ),
    *("outputs.site.guide", "press.book_text", "press.leaf_texts", "text.autolinks", "text.copy"),
    *("outputs.scripts.script_sheet", "text.footnotes", "text.imported.missing", "text.outline"),
    *(
        "text.definitions",
        "text.layout",
        "text.lists",
        "text.places",
        "text.passage",
        "text.picture_use",
        "text.script",
        "text.simple",
        "text.splicing.block_words",
        "text.splicing.leaves",
        "text.tree",
    ),
}
TREE = re.compile(r"(markdown_it|generator\.text\.(tree|script_lines|passage|sheet|simple))(\.|$)")


def test_every_module_that_meets_the_tree_is_a_writer_of_the_table_or_a_reader() -> None:
    found = set()
    for path in sorted((ROOT / "generator").rglob("*.py")):
        nodes = ast.walk(ast.parse(path.read_text("utf-8")))
        imports = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
        if any(map(TREE.match, imports)):
            found.add(".".join(path.relative_to(ROOT).with_suffix("").parts))
    assert found - {*Writer} == {f"generator.{name}" for name in READERS}


def test_the_parser_makes_no_kind_of_node_that_the_table_does_not_name() -> None:
    """Each rule of the parser makes kinds that a sample shows; a new rule needs a new sample."""
    shown = {each.type for node in NODES for each in tree(node.sample).walk()} - {"root"}
    assert shown == {kind for node in NODES for kind in node.kinds}
    rules = _parser().get_active_rules()
    assert {*rules["block"], *rules["inline"]} == RULES
