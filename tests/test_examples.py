"""Every bad example gives exactly its `expected.txt`, alone and together with all the others."""

import re
import shutil
from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import generator
from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.desk.page_advice import has_file_words
from generator.desk.screen_words import screen_problem
from generator.diagnostics import Diagnostic, Rule, render_text
from generator.model.draft import Draft
from generator.planning.visibility import start_of
from generator.vietnamese.dates import read_date

EXAMPLES = Path(__file__).parent / "examples"
BAD = sorted(path.name for path in (EXAMPLES / "bad").iterdir())
HEAD = re.compile(r"^(\S.*?): \w+\[([\w-]+)\]: ", re.MULTILINE)
"""How a problem begins in `expected.txt`: its place and its code."""
AS_OF = start_of(read_date("1/6/2021"))

# Rules of building and verifying: files alone cannot break them; each has a test of its layer.
ELSEWHERE = ("adapters", "app", "cli", "outputs", "press", "verify")
# Rules whose features have tests that name them by their constants, not by their codes.
WITH_THEIR_FEATURE = {
    "another-year",
    "approved-after-slot",
    "approved-before-plan",
    "approved-in-the-future",  # files alone do not know the present
    "day-outside-quarter",
    "evidence-before-slot",
    "days-off-too-long",
    "medium-not-printed",
    "period-of-no-piece",
    "photograph-of-another-day",
    "date-to-come",  # the same
    "bad-contact",
    "bad-day-of-year",
    "bad-guid",
    "bad-length",
    "bad-time",
    "bad-timecode",
    "bad-weekday",
    "changed-after-withdrawn",
    "changed-before-published",
    "channel-without-slot",
    "copies-beyond-plan",
    "copies-not-placed",
    "embargo-after-published",
    "embargo-after-slot",
    "embargo-before-approval",
    "day-long-ago",
    "evidence-down-before-hung",  # tests/checks/mistakes.csv
    "greeting-differs",  # the same
    "name-drifts",  # the same
    "name-misspelt",  # the same
    "evidence-before-plan",  # tests/checks/mistakes.csv, as the next ones
    "evidence-file-changed",
    "evidence-file-not-kept",
    "evidence-not-withdrawn",
    "evidence-of-no-place",
    "evidence-to-come",
    "evidence-verified-to-come",
    "evidence-stage-order",
    "front-matter-cut",
    "eyelets-over-edge",
    "eyelets-too-close",
    "question-numbered",  # tests/examples/bad/answer-shown
    "house-of-another",  # tests/checks/test_other_houses.py
    "hangs-over-quarter",
    "hangs-too-long",
    "duty-late",
    "late",
    "missed",
    "more-than-promised",
    "not-recorded",
    "not-withdrawn",
    "outdoor-nobody",
    "name-not-valid",
    "name-with-hidden-sign",
    "path-too-long",
    "printer-without-lead",
    "published-before-approval",
    "recording-empty",
    "recording-form",
    "recording-kind",
    "recording-missing",
    "recording-outside",
    "report-edited",  # tests/checks/test_frozen_reports.py, as the next ones
    "report-half-frozen",
    "report-lost",
    "report-misplaced",
    "report-template-edited",
    "report-template-missing",
    "template-active",  # tests/text/test_office_template.py, as the next ones
    "template-code",
    "template-field",
    "template-form",
    "template-library",
    "template-rows",
    "release-differs",
    "release-edited",
    "release-missing",
    "release-name",
    "release-number-twice",
    "release-order",
    "slot-of-another",
    "slot-on-holiday",
    "slot-outside-quarter",
    "slot-taken",
    "slots-overlap",
    "slot-twice",
    "slots-too-close",
    "summary-is-title",
    "place-within-itself",
    "partner-without-channel",
    "plan-after-approvals",
    "plan-before-basis",
    "published-after-hanging",
    "published-long-after",
    "published-long-before",
    "slot-after-report",
    "slot-before-plan",
    "slot-off-channel",
    "slot-off-hour",
    "times-count",
    "times-order",
    "unknown-but-said",
    "unknown-printer",
    "withdrawn-before-published",
    "withdrawn-in-release",
    "withdrawn-without-day",
    "year-too-far",
}
TOGETHER = {"title-twice"}
"""Rules of two files: examples that were never meant for each other have the same title."""
# Rules of reading that a committed file cannot break: tests/checks/test_hostile.py breaks them.
MADE_HERE = {
    "no-folder",
    "stray-folder",
    "symlink",
    "special-file",
    "unreadable",
    "file-too-large",
    "file-missing",
    "too-many-lines",
    "picture-too-large",
}


def lay(root: Path, *examples: str) -> Path:
    shutil.copytree(EXAMPLES / "base", root)
    for name in examples:
        ignore = shutil.ignore_patterns("expected.txt")
        shutil.copytree(EXAMPLES / "bad" / name, root, dirs_exist_ok=True, ignore=ignore)
    return root


def told(root: Path) -> list[Diagnostic]:
    return check(FolderFiles(root), AS_OF).diagnostics


@pytest.mark.parametrize("name", BAD)
def test_a_bad_example_gives_exactly_its_text(name: str, tmp_path: Path) -> None:
    found = told(root := lay(tmp_path / "w", name))
    shown = render_text(found, "en")
    assert [each for each in found if is_of_a_file(root, each)] == []
    assert shown == (EXAMPLES / "bad" / name / "expected.txt").read_text(encoding="utf-8")
    assert f"[{name.partition('--')[0]}]" in shown


def is_of_a_file(root: Path, found: Diagnostic) -> bool:
    """Whether the desk names, on the page of a piece, what only its file has."""
    path = root / found.where.path
    if not found.where.path.startswith("content/") or not path.is_file():
        return False
    draft = Draft(found.where.path, None, path.read_text("utf-8", "replace"))
    problem = screen_problem(found, draft)
    return has_file_words(problem.message, problem.advice)


def test_the_base_below_the_examples_is_right(tmp_path: Path) -> None:
    assert told(lay(tmp_path / "w")) == []


def coexisting() -> list[str]:
    """Examples that put no file where the base or another example has one."""
    written = {name: files(EXAMPLES / "bad" / name) for name in BAD}
    count = Counter(path for paths in written.values() for path in paths)
    base = files(EXAMPLES / "base")
    return [
        n for n, paths in written.items() if not paths & base and all(count[p] == 1 for p in paths)
    ]


def files(folder: Path) -> set[str]:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return found - {"expected.txt"}


def test_no_bad_file_hides_the_problems_of_another(tmp_path: Path) -> None:
    names = coexisting()
    assert len(names) > 90
    found = told(lay(tmp_path / "w", *names))
    alone = ((EXAMPLES / "bad" / name / "expected.txt").read_text("utf-8") for name in names)
    expected = {each for text in alone for each in HEAD.findall(text)}
    told_together = {(str(d.where), d.rule.code) for d in found if d.rule.code not in TOGETHER}
    assert told_together == {each for each in expected if each[1] not in TOGETHER}
    assert found == sorted(found, key=lambda d: (d.where.path, d.where.line, d.where.column))


def rules() -> list[tuple[str, Rule]]:
    """Every rule of the engine with the layer that it belongs to, each object once."""
    found: dict[int, tuple[str, Rule]] = {}
    for info in walk_packages(generator.__path__, "generator."):
        module = import_module(info.name) if not info.name.endswith("__main__") else None
        for value in vars(module).values() if module else ():
            for rule in value.values() if isinstance(value, dict) else (value,):
                if isinstance(rule, Rule):
                    found.setdefault(id(rule), (info.name.split(".")[1], rule))
    return list(found.values())


def test_every_rule_has_a_bad_example() -> None:
    """Or a test of its feature names its code: a release or recording is no small example."""
    shown = {name.partition("--")[0] for name in BAD} | MADE_HERE | WITH_THEIR_FEATURE
    tests = [path for path in Path(__file__).parent.rglob("test_*.py") if path != Path(__file__)]
    named = "".join(path.read_text(encoding="utf-8") for path in tests)
    codes = {rule.code for layer, rule in rules() if layer not in ELSEWHERE}
    assert sorted(code for code in codes - shown if f'"{code}"' not in named) == []


def test_every_example_is_of_a_rule() -> None:
    assert {name.partition("--")[0] for name in BAD} <= {rule.code for _, rule in rules()}


def test_codes_are_words_with_hyphens_and_stand_for_one_message() -> None:
    by_code: dict[str, set[str]] = {}
    for _, rule in rules():
        by_code.setdefault(rule.code, set()).add(rule.message)
    assert [
        code for code in by_code if not code.replace("-", "").isalnum() or code != code.lower()
    ] == []
    assert {code: sorted(messages) for code, messages in by_code.items() if len(messages) > 1} == {}
