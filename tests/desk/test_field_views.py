"""Fields of the writing screen that are asked only where there is something to choose."""

import io
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.desk.field_views import fields
from generator.diagnostics import Refusal
from generator.model.asset import Asset
from generator.model.draft import Draft
from generator.testing import in_memory
from generator.vietnamese.dates import HANOI

WHOLE = Path(__file__).parents[1] / "examples/whole"
PIECE = "content/in/bang-ron-1.md"


def test_a_studios_file_is_offered_as_soon_as_one_lies_there() -> None:
    files = in_memory(FolderFiles(WHOLE))
    text = files.texts[PIECE].decode()
    draft = Draft(PIECE, text.encode(), text)
    opened = partial(io.BytesIO, b"%PDF-1.6")
    delivered = Asset("assets/in/mau.pdf", 8, opened, partial(Refusal, "form"))
    found = []
    for there in (files, replace(files, asset_list=(*files.asset_list, delivered))):
        plan = check(there, datetime(2021, 6, 1, tzinfo=HANOI)).plan
        found.append([each for each in fields(draft, plan) if each["key"] == "artwork"])
    without, (field,) = found
    assert without == []
    assert field["label"] == "Ma-két của studio"
    assert field["choices"] == [
        {"value": "", "title": "Do loa dàn trang"},
        {"value": "assets/in/mau.pdf", "title": "assets/in/mau.pdf"},
    ]
