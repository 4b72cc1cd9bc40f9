"""The real workspace, read once: these tests are about what it says."""

from datetime import datetime
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import CheckReport, check
from generator.model.piece import Piece
from generator.model.quotations import QuotationFile
from generator.vietnamese.dates import HANOI

ROOT = Path(__file__).parents[2]
LATER = datetime(2023, 1, 1, tzinfo=HANOI)
"""When everything that both plans promise has appeared."""


@pytest.fixture(scope="session")
def checked() -> CheckReport:
    return check(FolderFiles(ROOT), LATER)


@pytest.fixture(scope="session")
def pieces(checked: CheckReport) -> list[Piece]:
    return list(checked.plan.workspace.pieces.values())


@pytest.fixture(scope="session")
def quotations(checked: CheckReport) -> QuotationFile:
    found = checked.plan.workspace.quotations
    assert found is not None
    return found
