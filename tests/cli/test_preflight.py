"""`loa preflight` and `loa proof` on a workspace from the example."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import loa

ROOT = Path(__file__).parents[2]
BANNER = "bang-ron-2021-1"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real campaigns with one banner alone."""
    root = tmp_path_factory.mktemp("workspace")
    for name in ("campaigns", "assets"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "content").mkdir()
    shutil.copy(ROOT / "content" / "bang-ron" / f"{BANNER}.md", root / "content")
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
    assert [told.count(mark) for mark in "✓!–✗"] == [11, 1, 2, 0]
    assert code == 0
    code, told = run(workspace, "preflight", str(pdf.with_stem(f"{pdf.stem}_ti-le-1-10")))
    assert (code, told.count("✓"), told.count("✗")) == (0, 11, 0)
    elsewhere = workspace / "khac.pdf"
    elsewhere.write_bytes(pdf.read_bytes())
    code, told = run(workspace, "preflight", str(elsewhere))
    assert (code, [told.count(mark) for mark in "✓!–✗"]) == (0, [8, 0, 6, 0])
    harmed = workspace / pdf.name
    harmed.write_bytes(pdf.read_bytes()[:5000])
    code, told = run(workspace, "preflight", str(harmed))
    assert (code, "pdf-unreadable" in told) == (1, True)


def test_a_place_without_a_file_is_missed(workspace: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(workspace, tmp_path / "mau", ignore=shutil.ignore_patterns("dist")))
    piece = root / "content" / f"{BANNER}.md"
    text = piece.read_text("utf-8")
    piece.write_text(text.replace("\nsize:", '\nplace_line: "{place}"\nsize:'), "utf-8")
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
