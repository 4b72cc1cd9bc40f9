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
    assert (code, told.count("✓"), told.count("✗")) == (0, 13, 0)  # nobody's address: a warning
    code, told = run(workspace, "preflight", str(pdf.with_stem(f"{pdf.stem}_ti-le-1-10")))
    assert (code, told.count("✓"), told.count("✗")) == (0, 13, 0)
    harmed = workspace / pdf.name
    harmed.write_bytes(pdf.read_bytes()[:5000])
    code, told = run(workspace, "preflight", str(harmed))
    assert (code, "pdf-unreadable" in told) == (1, True)


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
