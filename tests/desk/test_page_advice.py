"""What the page advises can be done there: its buttons, fields and keys are on the screen."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from string import Formatter

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.catalogue import words
from generator.checks.evidence_figures import TOLD_ALREADY
from generator.desk.editor_words import EDITOR_WORDS, SHORTCUTS
from generator.desk.evidence_problems import told_of
from generator.desk.field_views import key_names
from generator.desk.page_advice import ADVICE, AS_WRITTEN, TO_TEXT
from generator.desk.piece_views import problem
from generator.desk.room_advice import ROOM_ADVICE, without_command
from generator.desk.screen_words import screen_problem
from generator.desk.writing_screen import SCRIPT_WORDS
from generator.diagnostics import Location, Rule
from generator.media import media
from generator.model.draft import Draft
from generator.vietnamese.dates import HANOI
from tests.test_catalogue import rules

TEMPLATES = Path(__file__).parents[2] / "generator/templates/desk"
EXAMPLES = Path(__file__).parents[1] / "examples"
CLI = Path(__file__).parents[2] / "generator/cli"
_SHOWN = re.compile(r'words\("([^"]+)"\)')
_NAMED = re.compile(r"(?:[Bb]ấm|ở ô|vào ô|hoặc|rồi bấm|,) “([^”]+)”")
_KEY = re.compile(r"\b(?:(?:Ctrl|Shift|Alt)\+\w+|Tab)\b")
HEAD = "---\nid: x\nmedium: article\n---\n\n"


def test_what_advice_names_is_on_the_screen() -> None:
    on_it = {*map(words, EDITOR_WORDS.values()), *map(words, SCRIPT_WORDS.values())}
    for name in ("piece.html", "piece_acts.html"):
        on_it |= {*map(words, _SHOWN.findall((TEMPLATES / name).read_text("utf-8")))}
    for name in media():
        draft = Draft("content/x.md", None, f"---\nmedium: {name}\n---\n")
        on_it |= {*key_names(draft).fields.values()}
    keys = {key for row, _ in SHORTCUTS for key in row.split(" ")}
    told = [words(each) for each in (*ADVICE.values(), AS_WRITTEN, TO_TEXT)]
    named = {name for each in told for name in _NAMED.findall(each)}
    assert named - on_it == set()
    assert {key for each in told for key in _KEY.findall(each)} - keys == set()
    assert len(named) > 20


def test_no_advice_at_the_desk_is_a_command_of_the_terminal() -> None:
    named = "|".join(each.stem.rstrip("_") for each in CLI.glob("*.py"))
    command = re.compile(rf"\bloa (?:{named})\b")
    found = [rule.at(Location("x"), **dict.fromkeys(_details(rule), "1")) for rule in rules()]
    assert [each for each in found if command.search(problem(each).advice)] == []
    assert command.search("Xem bằng loa check.")
    assert {*ROOM_ADVICE} - {each.rule.code for each in found} == set()


def test_what_is_wrong_with_evidence_calls_things_by_their_names() -> None:
    at = datetime(2021, 6, 1, tzinfo=HANOI)
    plan = check(FolderFiles(EXAMPLES / "deeds"), at).plan
    facts = {"day": "1/5/2021", "id": "bang-ron-1", "slot": "2/5/2021", "this": "mc-2021-0003"}
    found = TOLD_ALREADY.at(Location("x"), **facts, others="mc-2021-0001, mc-2021-0002")
    (said,) = told_of([found], plan)
    assert said == (
        "Minh chứng này là của ngày 1/5/2021, khung giờ của “Băng rôn thử” là 2/5/2021, mà "
        "phiếu phát sóng 12/5/2021; phiếu phát sóng 9/6/2021 đã cho thấy đủ cả: nó không được "
        "tính thêm. Rút minh chứng này; nếu là của việc khác thì ghi lại tệp sau đó."
    )


def test_no_advice_on_another_file_ends_before_what_is_to_be_typed() -> None:
    told = [rule.at(Location("content/x.md"), **dict.fromkeys(_details(rule))) for rule in rules()]
    typed = [(each, screen_problem(each, None)) for each in told if "\n" in each.rule.hint]
    assert len(typed) > 90
    ends = [(each.rule.code, shown.advice.strip()[-1:], shown.example) for each, shown in typed]
    assert [end for end in ends if end[1] == ":" or end[2]] == []


def _details(rule: Rule) -> Iterator[str]:
    yield from (name for _, name, *_ in Formatter().parse(rule.message + rule.hint) if name)


@pytest.mark.parametrize(
    ("body", "line", "advice"),
    [
        ("<div>a</div>\n", 6, AS_WRITTEN),
        ("Câu.\n", 6, "Remove it."),
    ],
)
def test_what_the_page_has_no_form_for_is_changed_in_the_text(
    body: str, line: int, advice: str
) -> None:
    text = HEAD + body
    rule = Rule("test-rule", "Wrong.", "Remove it.")
    found = rule.at(Location("content/x.md", line, 1, 1, text.split("\n")[line - 1]))
    problem = screen_problem(found, Draft("content/x.md", text.encode(), text))
    assert (problem.advice, problem.is_of_text) == (words(advice), advice == AS_WRITTEN)


def test_no_command_is_advised_where_there_is_a_button() -> None:
    told = "Muốn sửa thì mở lại bài (nút “Mở lại”, hoặc lệnh loa reopen), sửa xong xin duyệt lại."
    assert without_command(told) == told.replace(", hoặc lệnh loa reopen", "")
