"""hunspell's Vietnamese dictionary knows every word of the content, or `content/words.txt` does."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from markdown_it.tree import SyntaxTreeNode

from generator.app.check import CheckReport
from generator.model.piece import Piece
from generator.text.tree import plain, tree
from generator.vietnamese.collation import sort_key
from generator.vietnamese.speech.spoken_figures import UNITS
from generator.vietnamese.text import nfc
from generator.vietnamese.tone import newer

WORDS = Path(__file__).parents[2] / "content/words.txt"
ADDRESS = re.compile(r"https?://\S+|www\.\S+|\b[\w-]+(?:\.[\w-]+)+\b")
ROMAN = re.compile(r"\b[IVX]+\b")
ENGLISH = re.compile(r"\([!-'*-~ ]+\)")  # a term in brackets, as the glossary gives them
TEXTS = ("title", "summary", "standfirst", "headline", "slogan", "fact", "fact_credit")


def unknown(words: set[str]) -> set[str]:
    """The words that the dictionary does not know, as we write them."""
    program = shutil.which("hunspell")
    if program is None:
        pytest.skip("hunspell is not installed")
    ours = {newer(word): word for word in words}
    run = subprocess.run(
        [program, "-d", "vi_VN", "-i", "UTF-8", "-l"],
        input="\n".join(sorted(ours)),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if "Can't open" in run.stderr:
        pytest.skip("hunspell-vi is not installed")
    assert (run.returncode, run.stderr) == (0, "")
    return {ours[nfc(word)] for word in run.stdout.split()}


def words_of(piece: Piece) -> set[str]:
    """What readers see of a piece, without addresses, numerals, letters and English terms."""
    text = "\n".join([str(getattr(piece, name, "") or "") for name in TEXTS])
    for node in tree(piece.body.text).walk():
        if node.type == "inline":
            text += "\n" + "".join(plain(part) for part in node.children if not is_english(part))
    for pattern in (ADDRESS, ROMAN, ENGLISH):
        text = pattern.sub(" ", text)
    return {word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1} - set(UNITS)


def is_english(node: SyntaxTreeNode) -> bool:
    """A link to a page in English."""
    return node.type == "link" and plain(node).isascii()


def listed() -> list[str]:
    return WORDS.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def used(pieces: list[Piece]) -> dict[str, set[str]]:
    """The words of each Vietnamese file."""
    return {p.file: words_of(p) for p in pieces if not p.file.startswith("content/en/")}


def test_every_word_is_in_the_dictionary_or_listed(
    used: dict[str, set[str]], checked: CheckReport
) -> None:
    abbreviations = " ".join(checked.plan.workspace.abbreviations.readings)
    known = {*listed(), *re.findall(r"[^\W\d_]+", abbreviations)}
    odd = unknown(set().union(*used.values())) - known
    assert {f: sorted(words & odd, key=sort_key) for f, words in used.items() if words & odd} == {}


def test_the_list_holds_only_what_is_needed(used: dict[str, set[str]]) -> None:
    words = set(listed())
    assert sorted(words - unknown(words), key=sort_key) == []
    assert sorted(words.difference(*used.values()), key=sort_key) == []


def test_the_list_is_in_alphabetical_order() -> None:
    assert listed() == sorted(set(listed()), key=sort_key)


def test_a_misspelt_word_is_found() -> None:
    assert unknown({"sản", "Hòa", "khỏe", "tiệt", "kiệmm"}) == {"kiệmm"}


def test_the_list_is_no_stray_file(checked: CheckReport) -> None:
    assert [d for d in checked.diagnostics if d.where.path == "content/words.txt"] == []
