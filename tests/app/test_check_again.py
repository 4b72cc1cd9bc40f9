"""A workspace that is looked at again and again, as the desk does: what is known changes nothing.

The edits move lines, make mistakes and take them back, in lists, plans and pieces.
"""

from pathlib import Path

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.model.memory import Memory
from generator.testing import in_memory
from tests.conftest import JUNE

ROOT = Path(__file__).parents[1] / "examples/tiny"
PARTNERS, PLAN = "campaigns/partners.yml", "campaigns/thu/plan.yml"
PIECE, SITE = "content/bang-ron.md", "mkdocs.yml"
EDITS = (
    (PARTNERS, "", ""),
    (PARTNERS, "partners:", "# Một dòng.\n\npartners:\n  - {id: lap, name: Lắp,}\n  -"),
    (PARTNERS, "partners:", "# Một dòng.\npartners:"),
    (PLAN, "activities:", "# Hai dòng.\n# Của kế hoạch.\nactivitys:"),
    (PLAN, "activities:", "# Một dòng.\nactivities:"),
    (PIECE, "---\n", "---\n# Một dòng.\ntopic: lạ\n"),
    (PIECE, "---\n", "---\n# Một dòng.\n# Hai dòng.\n"),
    (SITE, "site_name:", "# Một dòng.\nsite_nam:"),
    (PIECE, "", ""),
)


def test_what_is_known_of_the_last_look_changes_nothing() -> None:
    files, memory = in_memory(FolderFiles(ROOT)), Memory()
    told = []
    for path, old, new in EDITS:
        text = files.texts[path].decode()
        seen = files.plus({path: text.replace(old, new, 1)})
        told.append(check(seen, JUNE, memory).diagnostics)
        assert told[-1] == check(seen, JUNE).diagnostics
    assert told[0] == told[-1]
    assert [len(each) for each in told] == [2, 6, 2, 1, 2, 1, 2, 2, 2]
