"""Make the results: staged, built, verified as a whole, then swapped in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from generator.app.check import CheckReport, CheckScope, check
from generator.app.counting import Counter
from generator.app.faces import faces_of
from generator.app.new_edition import new_edition
from generator.app.scope import Scope, with_needs
from generator.checks.home_page import HOME_MISSING
from generator.diagnostics import Diagnostic, in_order
from generator.model.artifact import Artifact, Audience, digest_of, spent
from generator.model.edition import Edition
from generator.model.layout_cache import laid_out, whole
from generator.model.plan import Plan
from generator.model.webpage import Webpage
from generator.outputs import Choice, Context, Output, outputs
from generator.outputs.site.frame import Frame
from generator.outputs.site.look import look
from generator.outputs.site.navigation import nav_of
from generator.planning.issue import without_drafts
from generator.ports import Facts, LastResults, Progress, StagedResults, Why, World
from generator.text.links import links_of
from generator.verify import NextSite, verify
from generator.vietnamese.text_cache import forget_texts


@dataclass(frozen=True, slots=True)
class BuildOutcome:
    """What a build did: nothing when `blocking` holds anything.

    `findings` is what came to light after the check; `site` says whether the site was made too,
    `inputs` what it was made from, empty unless everything was made; `why` tells of a result why
    it was made, or was not.
    """

    report: CheckReport
    blocking: list[Diagnostic]
    findings: list[Diagnostic] = field(default_factory=list)
    counts: Mapping[str, int] = field(default_factory=dict)
    pages: int = 0
    site: bool = False
    inputs: str = ""
    why: Callable[[str], Why] | None = None


def build(world: World, scope: Scope, as_of: datetime, progress: Progress) -> BuildOutcome:
    """Build what is wanted; whatever else there is stays as it lies there."""
    last = world.results.recover()
    progress.step("Reading the files")
    with world.at_rest():
        inputs = world.files.fingerprint()  # first: what changes while we build is built next time
        digests = world.files.digests()
        asked = CheckScope(world.clock.now(), last.edition, side_work=world.side_work)
        checked = check(world.files, as_of, world.memory, asked)
    if checked.blocking:
        return BuildOutcome(checked, checked.blocking)
    checked = only_issued(checked)
    if not scope.is_apart and (homeless := without_home(checked)):
        return BuildOutcome(checked, homeless)
    world.memory.forget_files()  # they were read and checked: what is made takes that room
    forget_texts()
    made = _stage(world, last, checked, scope, progress)
    world.workers.close()  # nothing is set any more, and each holds much memory
    if found := in_order(made.staged.report.findings):
        return BuildOutcome(checked, found, found)
    is_all = made.counts.keys() == outputs().keys()
    built = BuildOutcome(checked, [], [], made.counts, inputs=inputs if is_all else "")
    if scope.is_apart:  # the site stays as it is, and the moments between which it is right
        unseen = Edition(checked.plan.as_of)  # where there is none, readers have seen nothing
        return _publish(world, built, made.staged, progress, last.edition or unseen)
    edition = new_edition(checked, built.inputs, digests)
    return _with_site(world, built, made, progress, edition)


@dataclass(frozen=True, slots=True)
class _Made:
    """What was staged: the artifacts without what they were made from, how many each output has."""

    staged: StagedResults
    artifacts: Sequence[Artifact]
    counts: Mapping[str, int]


def _stage(
    world: World, last: LastResults, checked: CheckReport, scope: Scope, progress: Progress
) -> _Made:
    """Stage all that is wanted, output by output; then let go of what that needed."""
    counts: dict[str, int] = {}
    counter = Counter(world.executor, progress)

    def data_of(artifact: Artifact) -> bytes:
        return last.bytes(artifact) or artifact.bytes()

    groups = _each_prepared(world, checked, scope.outputs, progress, scope.choice, data_of)
    done: list[Artifact] = []
    subjects: set[tuple[str, ...]] = set()

    def batches() -> Iterator[Sequence[Artifact]]:
        for name, artifacts in groups if scope.is_apart else with_frames(checked.plan, groups):
            if name in scope.outputs:
                counts.setdefault(name, len(artifacts))
            progress.step("Making what has changed")
            yield counter.add(name, [each for each in artifacts if scope.takes(name, each)])
            done.extend(map(spent, counter.artifacts))
            subjects.update(scope.subject(each.path) for each in counter.artifacts)
            counter.artifacts.clear()

    staged = last.stage(batches(), counter, partial(scope.keeps, subjects=subjects))
    return _Made(staged, done, counts)


def only_issued(report: CheckReport) -> CheckReport:
    """What may be made: nothing of plans that are not issued yet."""
    plan = without_drafts(report.plan)
    return report if plan is report.plan else replace(report, plan=plan, links=links_of(plan))


def without_home(report: CheckReport) -> list[Diagnostic]:
    """That a site has no home page; its file may be a draft, whose mistakes block nothing else."""
    return [each for each in report.diagnostics if each.rule is HOME_MISSING]


def prepare(  # noqa: PLR0913, PLR0917 - what a context needs
    world: World,
    report: CheckReport,
    names: Sequence[str],
    progress: Progress,
    choice: Choice,
    bytes_of: Callable[[Artifact], bytes] = Artifact.bytes,
) -> dict[str, list[Artifact]]:
    """The artifacts of the named outputs, and of those from which they are made.

    `bytes_of` gives those of an artifact where another is made from them.
    """
    return dict(_each_prepared(world, report, names, progress, choice, bytes_of))


def _each_prepared(  # noqa: PLR0913, PLR0917 - what a context needs
    world: World,
    report: CheckReport,
    names: Sequence[str],
    progress: Progress,
    choice: Choice,
    bytes_of: Callable[[Artifact], bytes],
) -> Iterator[tuple[str, list[Artifact]]]:
    wanted, faces = with_needs(names), "" if choice else faces_of(report.plan)
    order = [output for output in outputs().values() if output.name in wanted]
    made: dict[str, list[Artifact]] = {}
    for number, output in enumerate(order, 1):
        progress.step("Preparing: {what}", what=output.title)
        received = {name: made[name] for name in output.needs}
        context = Context(
            report.plan,
            report.links,
            world.typesetter,
            world.workers,
            received,
            choice,
            world.memory,
            faces and digest_of(faces, *(whole(*mine) for mine in received.values())),
            bytes_of,
        )
        made[output.name] = _laid_out(output, context)
        yield output.name, made[output.name]
        needed = {name for later in order[number:] for name in later.needs}
        made = {name: mine for name, mine in made.items() if name in needed}


def _laid_out(output: Output, context: Context) -> list[Artifact]:
    make = partial(output.build, context)
    if output.texts or not context.faces:
        return list(make())
    return list(laid_out(context.memory, digest_of(output.name, context.faces), make))


def with_frames(
    plan: Plan, groups: Iterable[tuple[str, Sequence[Artifact]]]
) -> Iterator[tuple[str, list[Artifact]]]:
    """The same artifacts, pages within their frame; last what belongs to the site as a whole."""
    frame = Frame(plan.workspace.site, nav_of(plan))
    pages = list[Webpage]()
    for name, artifacts in groups:
        pages += [each.page for each in artifacts if each.page]
        yield name, [*map(frame.around, artifacts)]
    yield "site", [*look(), *frame.beside(pages)]


def _with_site(
    world: World, built: BuildOutcome, made: _Made, progress: Progress, edition: Edition
) -> BuildOutcome:
    """Verify the site, unless it is the last edition, which was; then publish it."""
    found: list[Diagnostic] = []
    staged, artifacts = made.staged, made.artifacts
    pages: Mapping[str, Facts] | None = None
    if not staged.report.is_same:
        progress.step("Verifying every page, link, feed and calendar")
        public = [item for item in artifacts if item.audience is Audience.PUBLIC]
        known = staged.known_pages()
        produced = NextSite(staged.public(), public, built.report.plan, known, world.memory)
        found = in_order(verify(produced, progress))
        pages = {path: page.facts for path, page in produced.pages.items()}
    if any(item.is_error for item in found):
        return BuildOutcome(built.report, [item for item in found if item.is_error], found)
    count = sum(1 for item in artifacts if item.page and item.path in staged.report.new_files)
    built = replace(built, findings=found, pages=count, site=True)
    return _publish(world, built, staged, progress, edition, pages=pages)


def _publish(  # noqa: PLR0913 - what is published, and what is remembered of it
    world: World,
    built: BuildOutcome,
    staged: StagedResults,
    progress: Progress,
    edition: Edition,
    *,
    pages: Mapping[str, Facts] | None = None,
) -> BuildOutcome:
    progress.step("Putting everything in place")
    staged.publish(edition, pages)
    world.memory.store.save()
    return replace(built, why=staged.why)
