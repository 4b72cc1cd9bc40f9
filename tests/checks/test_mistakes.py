r"""One mistake gives one message, at the line that has it, and what it shows to be typed mends it.

Each row of `mistakes.csv` makes one mistake in the workspace `tests/examples/whole`, without any;
`old` becomes `new` in a file (\n, \t and \u00a0 are written so), and `at` is in the line that is
told, else that is the changed one.
"""

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.app.keys.reference import every_address, roots
from generator.desk.page_advice import has_file_words
from generator.desk.screen_words import screen_problem
from generator.diagnostics import Diagnostic
from generator.model.draft import Draft
from generator.model.slips import NOT_READ

Told = Callable[..., list[Diagnostic]]
Typed = Callable[[str, Diagnostic], str | None]
Whole = Mapping[str, bytes]

ESCAPED = re.compile(r"\\(?:u([0-9a-f]{4})|(.))")
SIGNS = {"n": "\n", "t": "\t", "\\": "\\"}
ELSE_TO_TELL = {
    "title missing",
    "question without advice",
    "group without title",
    "group without questions",
    "title empty",
    "title null",
    "title tilde",
    "slogan missing",
    "approver missing",
    "approver empty",
    "fifth quarter of a plan",
    "id of activity missing",
    "place of placement missing",
    "no such hour",
    "no such hour of a slot of a plan",
    "no copies",
    "copies in words",
    "quantity without its unit",
    "evidence with a negative figure",
    "evidence with a figure without unit",
    "evidence with a figure as Excel shortens it",
    "id of an activity twice",
    "id of a partner twice",
    "source in words with a colon",
    "rights as words with a colon",
    "rights as words",
    "rights as words in brackets",
    "rights as a list of words",
    "millions in words",
    "thousands in words",
    "name in braces that is null",
    "name in braces that is null beside others",
    "names of partner missing",
    "name of partner missing",
    "title of plan missing",
    "alternative text missing",
    "picture as one line",
    "thing to do with a figure without source",
    "thing to do with a figure in words",
    "thing to do without words",
}
"""What is shown is an example: it is valid, but only the author knows what belongs there."""


OF_KEYS = {
    *{"unknown-key", "missing-key", "wrong-choice", "wrong-type", "swapped-values"},
    *{rule.code for rule in NOT_READ},
    *{"setting-refused", "site-name-missing"},
}
"""Mistakes that are about one key: each leads to what `loa keys` tells of it."""


@dataclass(frozen=True)
class Mistake:
    name: str
    path: str
    old: str
    new: str
    code: str
    at: str

    def texts(self, whole: Whole) -> dict[str, bytes]:
        before = whole[self.path].decode()
        assert before.count(self.old) == 1, f"{self.old!r} is there {before.count(self.old)} times"
        return {**whole, self.path: before.replace(self.old, self.new).encode()}

    def line(self, whole: Whole) -> int:
        before, after = (texts[self.path].decode() for texts in (whole, self.texts(whole)))
        pairs = enumerate(zip(before.split("\n"), after.split("\n"), strict=False), 1)
        if self.at:
            return next(n for n, line in enumerate(after.split("\n"), 1) if self.at in line)
        return next(n for n, (one, other) in pairs if one != other)


def unescaped(text: str) -> str:
    return ESCAPED.sub(lambda m: chr(int(m[1], 16)) if m[1] else SIGNS[m[2]], text)


def mistakes() -> list[Mistake]:
    with Path(__file__).with_name("mistakes.csv").open(encoding="utf-8", newline="") as stream:
        return [Mistake(*map(unescaped, row.values())) for row in csv.DictReader(stream)]


def test_the_workspace_has_no_mistake(whole: Whole, told: Told) -> None:
    assert told(whole) == []
    assert len(mistakes()) > 260


@pytest.mark.parametrize("mistake", mistakes(), ids=lambda mistake: mistake.name)
def test_one_mistake_gives_one_message_that_mends_it(
    mistake: Mistake, whole: Whole, told: Told, typed: Typed
) -> None:
    texts = mistake.texts(whole)
    found = told(texts)
    assert [d.rule.code for d in found if d.rule.code in OF_KEYS and not d.lead] == []
    assert {d.lead for d in found} <= {"", *roots(), *every_address()}
    places = [(d.where.path, d.where.line, d.rule.code) for d in found]
    assert places == [(mistake.path, mistake.line(whole), mistake.code)]
    draft = Draft(mistake.path, None, texts[mistake.path].decode())
    shown = screen_problem(found[0], draft)
    is_shown = mistake.path.startswith("content/")
    assert not (is_shown and has_file_words(shown.message, shown.advice)), shown
    after = typed(texts[mistake.path].decode(), found[0])
    if after is not None:
        left = [(d.where.path, d.rule.code) for d in told({**texts, mistake.path: after.encode()})]
        assert (mistake.path, mistake.code) not in left
        assert left == [] or mistake.name in ELSE_TO_TELL
