"""What the documentation says is true: commands run, files exist, links lead somewhere."""

import re
import shlex
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document

from generator.adapters.starter import starter
from generator.media import media
from generator.source.document import document
from generator.source.frontmatter import Split, split
from generator.source.records import read_record
from generator.source.yaml_nodes import Mapping, read_yaml
from generator.vietnamese.slugs import slugify

ROOT = Path(__file__).parents[1]
TWINS = ("README.md", "README.vi.md")
"""In English and in Vietnamese: what a reader may copy, open or look at is the same in both."""
DOCS = [*TWINS, "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md", "bench/README.md"]
HANDBOOK = "docs/muoi-phut.md"
STARTER = "generator/templates/workspace/README.md"
SIGNPOSTS = sorted(
    post.relative_to(ROOT).as_posix()
    for post in (*(ROOT / "generator").rglob("README.md"), *(ROOT / "docs/decisions").glob("*.md"))
    if (post.parent / "__init__.py").is_file() or post.parent.name in {"templates", "decisions"}
)
KEYS = "docs/khoa.md"
MADE = ("dist", "build", ".loa", ".venv", "assets/anh", "assets/print", "assets/handoff")
"""Folders that come into being while one works."""

Loa = Callable[..., subprocess.CompletedProcess[str]]


def text_of(doc: str) -> str:
    return (ROOT / doc).read_text(encoding="utf-8")


def fences(doc: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text_of(doc), re.DOTALL | re.MULTILINE)


def spans(doc: str) -> list[str]:
    outside = re.sub(r"^```.*?^```", "", text_of(doc), flags=re.DOTALL | re.MULTILINE)
    return re.findall(r"`([^`\n]+)`", outside)


def commands(doc: str) -> Iterator[str]:
    """Every `loa …` that a reader may copy, without its remark; `…` stands for anything."""
    lines = [line for block in fences(doc, "sh") for line in block.splitlines()]
    for line in (*lines, *spans(doc)):
        for part in line.partition(" #")[0].split("&&"):
            if re.match(r"loa( |$)", part.strip()) and "…" not in part:
                yield part.strip()


def all_commands() -> list[str]:
    return sorted(
        {command for doc in (*DOCS, HANDBOOK, STARTER, KEYS) for command in commands(doc)} - {"loa"}
    )


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs") / "workspace"
    for path, data in starter("Trang", "https://example.org", 2026).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / "docs").mkdir()
    sent = Document()
    sent.add_paragraph("Bài thử", "Title")
    sent.save(str(folder / "Bài gửi.docx"))
    return folder


@pytest.mark.parametrize("doc", TWINS)
def test_the_readme_has_exactly_its_two_commands(doc: str) -> None:
    lines = [line for block in fences(doc, "sh") for line in block.splitlines()]
    assert [line for line in lines if line.startswith("pip ")] == [
        "pip install -c constraints.txt . && loa build",
        "pip install -c constraints.txt '.[test]' && pytest",
    ]


def typed(doc: str) -> list[str]:
    """Every line of every fence without its remark, in order; then what stands in code spans."""
    blocks = re.findall(r"^```(\w+\n.*?)^```", text_of(doc), re.DOTALL | re.MULTILINE)
    lines = [line.partition(" #")[0].rstrip() for block in blocks for line in block.splitlines()]
    return [*lines, *sorted(spans(doc))]


def pictures(doc: str) -> list[tuple[str, str]]:
    return re.findall(r'<img src="(\S+)" width="(\d+)"', text_of(doc))


def headings(doc: str) -> list[int]:
    outside = re.sub(r"^```.*?^```", "", text_of(doc), flags=re.DOTALL | re.MULTILINE)
    return [len(signs) for signs in re.findall(r"^(#+) ", outside, re.MULTILINE)]


def links(doc: str) -> set[str]:
    return set(re.findall(r"(?<!`)\]\(([^)\s]+)\)(?!`)", text_of(doc)))


def test_the_readme_has_a_twin_that_says_the_same_in_vietnamese() -> None:
    english, vietnamese = TWINS
    for of_a_reader in (typed, pictures, headings):
        assert of_a_reader(vietnamese) == of_a_reader(english)
    assert vietnamese in links(english)
    assert english in links(vietnamese)
    assert links(vietnamese) - {english} == links(english) - {vietnamese}


def test_there_are_commands_to_try() -> None:
    assert {"loa check", "loa plan", "loa build", "loa serve"} <= set(all_commands())


# Named without what they need, or running until they are stopped.
BARE = (
    *("desk", "serve", "preview", "run", "new", "init", "import"),
    *(
        "pack",
        "preflight",
        "proof",
        "release",
        "approve",
        "withdraw",
        "reopen",
        "correct",
        "rename",
    ),
)


@pytest.mark.parametrize("command", all_commands())
def test_every_command_runs(command: str, workspace: Path, loa: Loa) -> None:
    words = shlex.split(command)[1:]
    if words in ([name] for name in BARE) or words[0] == "desk":
        words.append("--help")
    done = loa(*words, cwd=workspace)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("doc", [*DOCS, HANDBOOK, *SIGNPOSTS, STARTER])
def test_every_link_leads_somewhere(doc: str) -> None:
    lost = []
    for href in re.findall(r"(?<!`)\[[^\]`]+\]\(([^)\s`]+)\)(?!`)", text_of(doc)):
        path, _, fragment = href.partition("#")
        if re.match(r"[a-z]+:", href):
            continue
        target = (ROOT / doc).parent / path if path else ROOT / doc
        headings = (
            re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.MULTILINE) if fragment else []
        )
        if not target.exists() or (fragment and fragment not in map(slugify, headings)):
            lost.append(href)
    assert lost == []


@pytest.mark.parametrize("doc", [*DOCS, *SIGNPOSTS])
def test_every_file_that_is_named_exists(doc: str) -> None:
    assert [name for name in named(doc) if not exists(name, doc)] == []


def named(doc: str) -> Iterator[str]:
    """Paths in code spans, and those that begin a line of a listing."""
    listed = [line.split()[0] for block in fences(doc, "") for line in block.splitlines() if line]
    for name in (*spans(doc), *listed):
        looks = re.fullmatch(r"[\w.*-]+(/[\w.*-]+)*/?", name)
        is_path = "/" in name or re.search(r"\.(py|md|yml|toml|txt|po|typ|css)$", name)
        if looks and is_path and not re.search(r"NAME|CODE|…", name):
            yield name


def exists(name: str, doc: str) -> bool:
    if name.startswith(tuple(f"{folder}/" for folder in MADE)):
        return True
    if "/" not in name and next((ROOT / "generator").rglob(name), None):
        return True
    places = (ROOT, ROOT / "generator", ROOT / "tests", (ROOT / doc).parent)
    return any(next(place.glob(name.rstrip("/")), None) for place in places)


@pytest.mark.parametrize("doc", TWINS)
def test_the_piece_in_the_readme_is_right(doc: str) -> None:
    sample = next(block for block in fences(doc, "markdown") if block.startswith("---"))
    source = document(doc, sample)
    parts = split(source)
    assert isinstance(parts, Split)
    node, found = read_yaml(source, parts.start, parts.stop)
    assert isinstance(node, Mapping)
    assert found == []
    assert read_record(media()["radio"].record, node)[1] == []


def test_extras_and_layers_are_those_of_the_project() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))
    asked = {
        extra
        for doc in DOCS
        for extras in re.findall(r"'\.\[([\w,]+)\]'", text_of(doc))
        for extra in extras.split(",")
    }
    assert asked - set(project["project"]["optional-dependencies"]) == set()
    layers = {
        layer
        for contract in project["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
        for line in contract["layers"]
        for layer in re.split(r"\s*\|\s*", line)
    }
    listing = text_of("ARCHITECTURE.md")
    written = r"(?m)^(?:\w+/ )?{}(?:/|\.py) "
    assert sorted(name for name in layers if not re.search(written.format(name), listing)) == []
