"""What a process from which commands are forked makes ready for all of them, once.

Each would compile the same templates and patterns, and read the same faces: half of what it takes
to build a small workspace.
"""

from datetime import datetime
from pathlib import Path

from generator.adapters.engine import engine, installation
from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.model.brand import WEIGHTS
from generator.outputs import board
from generator.outputs.site import frame, page
from generator.outputs.site.look import theme
from generator.press.widths import line_width
from generator.vietnamese.dates import HANOI

TINY = Path(__file__).parent / "examples/tiny"


def _warm() -> None:
    report = check(FolderFiles(TINY), datetime(2021, 6, 1, tzinfo=HANOI))
    own = report.plan.workspace.site.html  # tiny has a foot of its own
    framed = (frame._environment(tuple(theme(html).items())) for html in ({}, own))  # noqa: SLF001
    for environment in (page._environment(), board._environment(), *framed):  # noqa: SLF001
        for name in environment.list_templates(extensions=["html", "xml"]):
            environment.get_template(name)
    engine(), installation()
    for weight in WEIGHTS:
        line_width("x", weight)


_warm()
