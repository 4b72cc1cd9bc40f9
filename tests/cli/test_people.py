"""`loa people`, and the ways in which `loa desk --office` is not begun. Test data."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.adapters.history import data_folder
from generator.adapters.people_file import PeopleFile
from generator.app.colleagues import account_key, is_right
from generator.cli import console
from generator.cli import loa as group
from generator.cli.account_data import folder_of

HOA, AN = "Trần Thị Hoa", "Nguyễn Văn An"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in `tiny`; how it ended, and all that it said."""
    monkeypatch.setattr(console, "LANGUAGE", "en")
    monkeypatch.setattr("generator.cli.people.LANGUAGE", "en")
    monkeypatch.setattr("generator.app.colleagues.COST", 2)
    monkeypatch.setattr("generator.app.colleagues.password_seal.__defaults__", (2,))
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tiny)

    def run(*words: str, typed: str = "") -> tuple[int, str]:
        done = CliRunner().invoke(group, words, input=typed)
        return done.exit_code, done.output

    return run


def test_people_are_taken_up_listed_changed_and_removed(run: Run, tiny: Path) -> None:
    assert run("people", "list") == (
        0,
        'Nobody is taken up yet: loa people add "TÊN" --role approves\n',
    )
    add = ("people", "add", "--password-from", "-")
    assert run(*add, HOA, "--role", "approves", typed="\ufeffba con mèo đen\n") == (
        0,
        f"{HOA} writes and approves at the desk of the office now.\n",
    )
    (tiny / "mat-khau.txt").write_text("năm cây dừa xanh\r\nkhông phải\r\n", "utf-8")
    given = ("--role", "writes", "--password-from", "mat-khau.txt")
    assert run("people", "add", f"  {AN} ", *given)[0] == 0
    assert run("people", "list") == (0, f"{HOA}: writes and approves\n{AN}: writes\n")

    kept = PeopleFile(tiny)
    hoa, an = kept.every()
    assert is_right("ba con mèo đen", hoa.password)
    assert is_right("năm cây dừa xanh", an.password)
    assert (stat.S_IMODE(kept.place.stat().st_mode), data_folder() in kept.place.parents) == (
        0o600,
        True,
    )
    assert "mèo" not in kept.place.read_text("utf-8")

    assert run("people", "change", "nguyen van an", "--role", "approves") == (
        0,
        f"Changed: {AN}.\n",
    )
    assert kept.every()[1].password == an.password
    assert run("people", "remove", HOA)[0] == 0
    assert [each.name for each in kept.every()] == [AN]
    status, told = run("people", "remove", AN)
    assert (status, "is the only one who approves" in told) == (2, True)


def test_what_a_leaver_has_not_saved_is_told_and_is_nobodys(run: Run, tiny: Path) -> None:
    add = ("people", "add", "--password-from", "-", "--role")
    for name, role in ((HOA, "approves"), (AN, "writes")):
        assert run(*add, role, name, typed="ba con mèo đen")[0] == 0
    an = PeopleFile(tiny).every()[1]
    place = folder_of(account_key(an))
    place.mkdir(parents=True)
    (place / "draft").write_text("A", "utf-8")
    told = run("people", "remove", AN)[1]
    assert str(place) in told.replace("\n", "")
    assert run(*add, "writes", "Nguyên Vân Ân", typed="ba con mèo đen")[0] == 0
    other = PeopleFile(tiny).every()[1]
    assert len({account_key(an), account_key(other), ""}) == 3
    assert str(place) not in run("people", "remove", other.name)[1].replace("\n", "")


@pytest.mark.parametrize(
    ("words", "typed", "told"),
    [
        (("add", AN), "", "Say what “Nguyễn Văn An” may do"),
        (("add", AN, "--role", "chief"), "", "'chief'"),
        (("add", "A", "--role", "writes"), "", "“A” is no name of a person."),
        (("add", AN, "--role", "writes"), "", "Nobody can be asked for the password here"),
        (("add", AN, "--role", "writes", "--password-from", "-"), "ngắn", "too short"),
        (("add", AN, "--role", "writes", "--password-from", "-"), f"{AN}1", "guessed at once"),
        (("add", AN, "--role", "writes", "--password-from", "no.txt"), "", "There is no file"),
        (("change", AN), "", "Nobody here is called “Nguyễn Văn An”. See who is: loa people list"),
        (("remove", AN), "", "Nobody here is called"),
    ],
)
def test_what_is_not_taken_is_told(
    run: Run, tiny: Path, words: tuple[str, ...], typed: str, told: str
) -> None:
    status, said = run("people", *words, typed=typed)
    assert (status, told in " ".join(said.split())) == (2, True), said
    assert PeopleFile(tiny).every() == ()


def test_a_damaged_list_lets_nobody_in_and_is_told(run: Run, tiny: Path) -> None:
    place = PeopleFile(tiny).place
    for text in (
        "{",
        "[]",
        '{"people": [{"name": "A"}]}',
        (
            '{"people": [{"name": "A", "role": "writes", "salt": "YQ==", "seal": "YQ==", '
            '"n": 1099511627776, "r": 8, "p": 1}]}'
        ),
        (
            '{"people": [{"name": "A", "role": "writes", "salt": "YQ==", "seal": "YQ==", '
            '"n": 2, "r": 8, "p": 1, "key": "../a"}]}'
        ),
    ):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
        for words in (("list",), ("remove", AN)):
            status, said = run("people", *words)
            assert (status, "cannot be read" in said) == (1, True)
        assert run("desk", "--office")[0] == 2
        assert place.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--office",), "Nobody could approve anything here."),
        (("--office", "--address", "0.0.0.0"), "in plain sight"),  # noqa: S104 - refused
        (("--office", "--address", "192.168.1.10"), "in plain sight"),
        (("--office", "--address", "may-chu"), "as figures"),
        (("--office", "--cert", "a.pem"), "A certificate needs its key"),
        (("--office", "--cert", "mkdocs.yml", "--key", "mkdocs.yml"), "are no certificate"),
        (("--office", "--behind-proxy", "http://ten-may"), "https://ten-may"),
        (("--office", "--behind-proxy", "https://ten-may/a"), "https://ten-may"),
        (
            ("--office", "--behind-proxy", "https://ten-may", "--address", "10.0.0.1"),
            "no --address",
        ),
        (("--address", "0.0.0.0"), "go with --office"),  # noqa: S104 - refused
        (("--host", "ten-may"), "go with --office"),
    ],
)
def test_no_password_goes_over_a_network_in_plain_sight(
    run: Run, words: tuple[str, ...], told: str
) -> None:
    status, said = run("desk", *words)
    assert (status, told in " ".join(said.split())) == (2, True), said
