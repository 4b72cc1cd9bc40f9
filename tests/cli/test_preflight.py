"""`loa preflight` and `loa proof` on a workspace from the example."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import loa

ROOT = Path(__file__).parents[2]
BANNER = "bang-ron-2021-1"
RESERVED = "https://sxsh.example.org/"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real campaigns with one banner alone, as if it were approved and its site on the way."""
    root = tmp_path_factory.mktemp("workspace")
    for name in ("campaigns", "assets"):
        shutil.copytree(ROOT / name, root / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert RESERVED in settings
    (root / "mkdocs.yml").write_text(settings.replace(RESERVED, "https://trang-mau.vn/"), "utf-8")
    (root / "content").mkdir()
    shutil.copy(ROOT / "tests/examples/base/content/index.md", root / "content")
    banner = (ROOT / "content" / "bang-ron" / f"{BANNER}.md").read_text("utf-8")
    approved = banner.replace("approved_by: Ví dụ", "approved_by: Người duyệt mẫu")
    _, head, _ = approved.split("---\n", 2)  # its body leads to other pages
    (root / "content" / f"{BANNER}.md").write_text(f"---\n{head}---\n\nBài thử.\n", "utf-8")
    return root


def run(workspace: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(loa, ["-C", str(workspace), *arguments])
    return done.exit_code, done.output


def test_a_built_file_may_be_delivered_and_a_harmed_one_not(workspace: Path) -> None:
    code, told = run(workspace, "build", "print", "--piece", BANNER)
    assert code == 0, told
    (pdf,) = (workspace / "dist" / "print").rglob(f"*{BANNER}*mm.pdf")
    code, told = run(workspace, "preflight", str(pdf))
    # Nobody's address is a warning, and no TIFF was made.
    assert [told.count(mark) for mark in "✓!–✗"] == [12, 1, 2, 0]
    assert code == 0
    code, told = run(workspace, "preflight", str(pdf.with_stem(f"{pdf.stem}_ti-le-1-10")))
    assert (code, told.count("✓"), told.count("✗")) == (0, 12, 0)
    elsewhere = workspace / "khac.pdf"
    elsewhere.write_bytes(pdf.read_bytes())
    code, told = run(workspace, "preflight", str(elsewhere))
    assert (code, [told.count(mark) for mark in "✓!–✗"]) == (0, [8, 0, 7, 0])
    harmed = workspace / pdf.name
    harmed.write_bytes(pdf.read_bytes()[:5000])
    code, told = run(workspace, "preflight", str(harmed))
    assert (code, "pdf-unreadable" in told) == (1, True)


def test_a_file_that_is_only_to_be_looked_at_is_never_called_deliverable(
    workspace: Path, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(workspace, tmp_path / "mau", ignore=shutil.ignore_patterns("dist")))
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("https://trang-mau.vn/", RESERVED), "utf-8")
    code, told = run(root, "build", "print", "--piece", BANNER)
    assert (code, told.count("site-address-reserved")) == (0, 1)
    (pdf,) = (root / "dist" / "print").rglob(f"*{BANNER}*mm.pdf")
    code, told = run(root, "preflight", str(pdf))
    assert (code, [told.count(mark) for mark in "✓!–✗"]) == (1, [11, 2, 2, 0])
    assert told.splitlines()[-1] == f"{pdf.name}: chỉ để xem (BẢN XEM), chưa được in."
    assert run(workspace, "build", "print", "--piece", BANNER)[0] == 0
    before = next((workspace / "dist" / "print").rglob(f"*{BANNER}*mm.pdf"))
    code, told = run(root, "preflight", str(before))  # built while the address was another
    assert (code, "stamp-missing" in told) == (1, True)


def test_a_place_without_a_file_is_missed(workspace: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(workspace, tmp_path / "mau", ignore=shutil.ignore_patterns("dist")))
    piece = root / "content" / f"{BANNER}.md"
    text = piece.read_text("utf-8")
    short = re.sub(r"\nslogan: .*", '\nslogan: Khóa vòi\nplace_line: "{place}"', text)
    piece.write_text(short, "utf-8")
    code, told = run(root, "build", "print", "--place", "kcn-amata")
    assert code == 0, told
    (pdf,) = (root / "dist" / "print").rglob(f"*{BANNER}_kcn-amata*mm.pdf")
    code, told = run(root, "preflight", str(pdf))
    assert (code, told.count("variant-missing")) == (0, 5)
    assert run(root, "build", "print")[0] == 0
    code, told = run(root, "preflight", str(pdf))
    assert (code, told.count("variant-missing")) == (0, 0)


def test_a_proof_is_drawn_at_once(workspace: Path) -> None:
    assert run(workspace, "proof", BANNER)[0] == 0
    assert (workspace / "build" / "proof" / f"{BANNER}.png").read_bytes()[:4] == b"\x89PNG"


def test_a_proof_of_nothing(workspace: Path) -> None:
    code, told = run(workspace, "proof", "bang-ron-2021-7")
    assert (code, BANNER in told) == (2, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--piece", BANNER),
        ("build", "print", "--format", "docx"),
        ("build", "print", "--piece", "bang-ron-2021-7"),
        ("build", "print", "--place", "khong-co"),
    ],
)
def test_a_choice_that_makes_no_sense(workspace: Path, arguments: tuple[str, ...]) -> None:
    assert run(workspace, *arguments)[0] == 2
