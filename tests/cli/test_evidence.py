"""`loa evidence`: a file is added with its record, verified by another, withdrawn, not deleted."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import numpy as np
import pytest
from PIL import Image

Loa = Callable[..., CompletedProcess[str]]
FOLDER = "campaigns/thu/evidence"


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    dots = np.random.default_rng(3).random((9, 12, 3)) * 255
    exif, file = Image.Exif(), tmp_path / "Ảnh treo.jpg"
    exif[0x010F], exif[0x8769] = "test data", {0x9003: "2021:06:07 08:12:33"}
    Image.fromarray(dots.astype("uint8")).resize((240, 180)).save(file, exif=exif)
    return file


def test_from_a_photograph_to_proof_and_back(tiny: Path, photograph: Path, loa: Loa) -> None:
    def run(*words: str) -> tuple[int, str]:
        done = loa("-C", str(tiny), "evidence", *words, env={"LOA_LANG": "en"})
        return done.returncode, done.stdout + done.stderr

    given = (str(photograph), "--of", "bang-ron-thu-1", "--from", "Anh thợ")
    code, said = run("add", *given)
    assert code == 0, said
    (record,) = (tiny / FOLDER).glob("*.yml")
    lines = record.read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith(("id: ", "digest: ", "size: "))] == [
        "kind: photograph",
        "of: bang-ron-thu-1",
        "on: 7/6/2021 08:12:33",
        "file: anh-treo.jpg",
        "received_from: Anh thợ",
    ]
    assert (tiny / FOLDER / "anh-treo.jpg").read_bytes() == photograph.read_bytes()
    code, said = run("add", *given)
    assert (code, "[evidence-file-twice]" in said) == (1, True)
    code, said = run("verify", record.stem, "--by", "ANH THO")
    assert (code, "[evidence-own-verifier]" in said) == (1, True)
    assert run("verify", record.stem, "--by", "Tổ thư ký")[0] == 0
    assert "verified_by: Tổ thư ký" in record.read_text("utf-8").splitlines()
    code, said = run("verify", record.stem, "--by", "Người khác")
    assert (code, "[evidence-verified-already]" in said) == (1, True)
    status = loa("-C", str(tiny), "status", "--format", "json", "--all")
    (board,) = json.loads(status.stdout)
    (activity,) = board["activities"]
    one = [{"number": 1, "unit": "", "bounds": []}]
    assert (activity["done"], activity["proved"], board["to_verify"]) == (one, one, [])
    assert run("withdraw", record.stem, "--reason", "Ảnh của năm khác")[0] == 0
    assert "# Ảnh của năm khác" in record.read_text("utf-8")
    code, said = run("withdraw", record.stem, "--reason", "Lần nữa")
    assert (code, "[evidence-withdrawn-already]" in said) == (1, True)
    assert loa("-C", str(tiny), "undo").returncode == 0
    assert "withdrawn_on" not in record.read_text("utf-8")
    assert loa("-C", str(tiny), "check").returncode == 0


def test_what_is_not_kept_as_proof_changes_nothing(tiny: Path, tmp_path: Path, loa: Loa) -> None:
    (tmp_path / "phieu.pdf").write_bytes(b"%!PS-Adobe-3.0\nshowpage\n")
    given = (str(tmp_path / "phieu.pdf"), "--of", "bang-ron-thu-1", "--kind", "aired")
    done = loa("-C", str(tiny), "evidence", "add", *given, "--on", "7/6/2021")
    assert (done.returncode, "[evidence-file-form]" in done.stderr) == (1, True)
    assert not (tiny / FOLDER).exists()


def test_the_good_rows_of_a_table_are_kept_only_if_one_says_so(
    tiny: Path, tmp_path: Path, loa: Loa
) -> None:
    table = tmp_path / "Báo cáo.csv"
    table.write_text("Nội dung;Ngày;Ghi chú\nbang-ron-thu-1;7/6/2021;một\nhoi-cho;7/6/2021;hai\n")
    given = (str(table), "--campaign", "thu", "--kind", "unit-report", "--from", "so-thu")

    def run(*more: str) -> tuple[int, list[str]]:
        done = loa("-C", str(tiny), "evidence", "import", *given, *more, env={"LOA_LANG": "en"})
        return done.returncode, [each.name for each in (tiny / FOLDER).glob("*.yml")]

    assert run("--column", "Ghi chu=note")[0] == 2
    assert [run(), run("--write")] == [(1, []), (1, [])]
    assert run("--write", "--good-rows") == (1, ["bao-cao.yml"])
    (record,) = (tiny / FOLDER / "bao-cao.yml").read_text("utf-8").splitlines()[1:]
    assert ("note: một" in record, "hai" in record) == (True, False)
