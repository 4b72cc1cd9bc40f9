"""What MkDocs or Zensical need to make the same site: pages before their frame, theme, settings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from generator.app.build import only_issued, prepare, without_home
from generator.app.check import CheckReport, CheckScope, check
from generator.app.counting import Counter
from generator.app.scope import Scope
from generator.diagnostics import Diagnostic, in_order
from generator.model.artifact import Artifact, Audience, NotMadeError
from generator.outputs import ALL
from generator.outputs.site.builder_settings import mkdocs_yml
from generator.outputs.site.look import look, theme
from generator.outputs.site.navigation import nav_of
from generator.ports import Progress, World

DOCS, THEME, SETTINGS = "docs", "theme", "mkdocs.yml"
"""Two folders, and the file that names them."""

Write = Callable[[str, bytes], None]
"""Takes a file by its path in the folder that is made; any thread may call it."""


@dataclass(frozen=True, slots=True)
class ExportOutcome:
    """What an export came to: nothing is of use when `blocking` holds anything."""

    report: CheckReport
    blocking: list[Diagnostic] = field(default_factory=list)
    pages: int = 0


def export(world: World, as_of: datetime, progress: Progress, write: Write) -> ExportOutcome:
    """Write the public site as it is staged; what lies in `dist` already is not made again."""
    last = world.results.recover()
    progress.step("Reading the files")
    asked = CheckScope(world.clock.now(), last.edition)
    checked = check(world.files, as_of, world.memory, asked)
    if blocking := checked.blocking or without_home(checked):
        return ExportOutcome(checked, blocking)
    checked = only_issued(checked)

    def data_of(artifact: Artifact) -> bytes:
        return last.bytes(artifact) or artifact.bytes()

    made = prepare(world, checked, Scope().outputs, progress, ALL, data_of)
    made["site"] += look()
    counter = Counter(world.executor, progress, made)
    public = [each for each in counter.artifacts if each.audience is Audience.PUBLIC]
    progress.step("Writing the site as MkDocs and Zensical read it")

    def lay(artifact: Artifact) -> tuple[Diagnostic, ...]:
        try:
            data = data_of(artifact)
        except NotMadeError as error:
            return error.diagnostics
        write(f"{DOCS}/{artifact.path}", data)
        return ()

    lost = [each for found in counter.map(lay, public) for each in found]
    for path, data in _frame(checked):
        write(path, data)
    pages = sum(1 for artifact in public if artifact.page)
    once = [each for number, each in enumerate(lost) if each not in lost[:number]]
    return ExportOutcome(checked, in_order(once), pages)


def _frame(report: CheckReport) -> Iterator[tuple[str, bytes]]:
    """The theme and the settings."""
    site = report.plan.workspace.site
    for path, data in theme(site.html).items():
        yield f"{THEME}/{path}", data
    yield SETTINGS, mkdocs_yml(site, nav_of(report.plan)).encode()
