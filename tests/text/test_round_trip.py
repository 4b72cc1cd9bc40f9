"""A story through Word and back: our own reader, and LibreOffice in between."""

import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from markdown_it.tree import SyntaxTreeNode
from PIL import Image

from generator.text.imported import WordDraft, read_word
from generator.text.tree import plain, tree
from generator.text.word import WordPicture, blank, docx_bytes, line, write

ROOT = Path(__file__).parents[2]
REAL = sorted((ROOT / "content/bao-chi").glob("*.md"))
RICH = """\
Đoạn **đậm**, *nghiêng*, ~~bỏ~~ và [liên kết](https://thu.example.org/a?b=1&c=2). A & B < C {{x}}

![Ảnh thử](a.png)

*Chú thích của ảnh.*

## Tiêu đề phụ

- một
- hai
  1. con một
  2. con hai
     - cháu
- ba

Xuống dòng\\
ở đây, 5 \\* 6, # không phải tiêu đề.

1. nhất
2. nhì

> Lời trích **đậm**.
>
> Đoạn hai của lời trích.

| A | B |
|---|---|
| 1 | 2 |

### Tiêu đề nhỏ

1. lại nhất

   đoạn của nhất
2. lại nhì[^1]

Có ghi chú[^2].

[^1]: Theo [báo cáo](https://thu.example.org/) **năm ấy**.

[^2]: Ghi chú ~~bỏ~~ thứ hai.
"""


def picture() -> bytes:
    target = BytesIO()
    Image.linear_gradient("L").convert("RGB").save(target, "PNG")
    return target.getvalue()


def shown(node: SyntaxTreeNode) -> WordPicture:
    return WordPicture(picture(), plain(node), "anh.png", 80)


def document(markdown: str) -> bytes:
    made = blank("Tít của bài")
    line(made, "Tít của bài", "Tít")
    line(made, "Sapo của bài.", "Sapo")
    write(made, tree(markdown).children, picture=shown, link=lambda href: href)
    line(made, "Người viết", "Tác giả")
    return docx_bytes(made)


def blocks(node: SyntaxTreeNode, depth: int = 0) -> Iterator[tuple[int, str, str]]:
    """Kind, depth and words of everything, however it is written in Markdown."""
    for child in node.children:
        if child.type == "inline":
            yield depth, "words", plain(child)
            yield from ((depth, leaf.type, "") for leaf in child.walk() if leaf.type in MARKS)
        else:
            yield depth, f"{child.type} {child.tag}", ""
            yield from blocks(child, depth + 1)


MARKS = {"strong", "em", "s", "link", "image", "hardbreak"}


def told(draft: WordDraft) -> tuple[str, str, str, list[tuple[int, str, str]], int]:
    found = list(blocks(tree(draft.body)))
    return draft.title, draft.standfirst, draft.author, found, len(draft.pictures)


def expected(markdown: str) -> tuple[str, str, str, list[tuple[int, str, str]], int]:
    pictures = sum(node.type == "image" for node in tree(markdown).walk())
    found = list(blocks(tree(markdown)))
    return "Tít của bài", "Sapo của bài.", "Người viết", found, pictures


def body(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("\n---\n")[2]


@pytest.fixture
def office() -> Path:
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice is not installed")
    return Path(found)


def resaved(office: Path, folder: Path, *documents: bytes) -> list[bytes]:
    """The documents, each opened and saved by LibreOffice."""
    (folder / "out").mkdir()
    names = [folder / f"{number}.docx" for number in range(len(documents))]
    for path, data in zip(names, documents, strict=True):
        path.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", folder / "out"]
    subprocess.run([*command, *names], check=True, capture_output=True, timeout=240)
    return [(folder / "out" / path.name).read_bytes() for path in names]


KEPT = {"word-struck"}
"""What is told though it is kept."""


@pytest.mark.parametrize("markdown", [RICH, *map(body, REAL)])
def test_our_document_gives_our_text_back(markdown: str) -> None:
    draft, remarks = read_word("bai.docx", document(markdown))
    assert told(draft) == expected(markdown)
    assert {each.rule.code for each in remarks} <= KEPT


def test_libreoffice_gives_our_text_back(office: Path, tmp_path: Path) -> None:
    texts = [RICH, *map(body, REAL)]
    for text, data in zip(texts, resaved(office, tmp_path, *map(document, texts)), strict=True):
        draft, remarks = read_word("bai.docx", data)
        assert told(draft) == expected(text)
        assert {each.rule.code for each in remarks} <= KEPT
        for saved in draft.pictures:
            with Image.open(BytesIO(saved.data)) as seen, Image.open(BytesIO(picture())) as ours:
                assert seen.convert("RGB").tobytes() == ours.tobytes()


def test_what_comes_back_can_go_out_again() -> None:
    """The draft of a draft is the same draft."""
    first = read_word("bai.docx", document(RICH))[0]
    assert read_word("bai.docx", document(first.body))[0] == first
