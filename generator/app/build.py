"""Make the results: staged, built, verified as a whole, then swapped in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from generator.app.check import CheckReport, CheckScope, check
from generator.app.counting import Counter
from generator.app.faces import faces_of
from generator.checks.home_page import HOME_MISSING
from generator.diagnostics import Diagnostic, in_order
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, digest_of, spent
from generator.model.edition import Edition
from generator.model.layout_cache import laid_out, whole
from generator.model.plan import Plan
from generator.outputs import ALL, Choice, Context, Output, outputs
from generator.outputs.site.frame import Frame
from generator.outputs.site.look import look
from generator.outputs.site.navigation import nav_of
from generator.planning.issue import without_drafts
from generator.ports import Progress, StagingReport, World
from generator.text.links import links_of
from generator.verify import NextSite, verify


@dataclass(frozen=True, slots=True)
class BuildOutcome:
    """What a build did: nothing when `blocking` holds anything.

    `findings` is what came to light after the check; `site` says whether the site was made too,
    `inputs` what it was made from, empty unless everything was made.
    """

    report: CheckReport
    blocking: list[Diagnostic]
    findings: list[Diagnostic] = field(default_factory=list)
    counts: Mapping[str, int] = field(default_factory=dict)
    pages: int = 0
    site: bool = False
    inputs: str = ""


def build(
    world: World,
    names: Sequence[str],
    as_of: datetime,
    progress: Progress,
    choice: Choice = ALL,
) -> BuildOutcome:
    """Build the named outputs, or all; whatever is public is always made together.

    What is neither named nor public stays as it lies there. With a choice only those files are
    replaced; all others stay too.
    """
    world.results.recover()
    progress.step("Reading the files")
    inputs = world.files.fingerprint()  # first: what changes while we build is built next time
    asked = CheckScope(world.clock.now(), world.results.edition())
    checked = check(world.files, as_of, world.memory, asked)
    if checked.blocking:
        return BuildOutcome(checked, checked.blocking)
    checked = only_issued(checked)
    apart = bool(names) and all(outputs()[name].apart for name in names)
    if not apart and (homeless := without_home(checked)):
        return BuildOutcome(checked, homeless)
    wanted = names if apart else with_the_public(names)
    made = (_apart if apart else _whole)(world, checked, wanted, progress, choice)
    world.workers.close()  # nothing is set any more, and each holds much memory
    if found := in_order(made.staged.findings):
        return BuildOutcome(checked, found, found)
    is_all = apart or made.counts.keys() == outputs().keys()
    built = BuildOutcome(checked, [], [], made.counts, inputs=inputs if is_all else "")
    return _publish(world, built, progress) if apart else _with_site(world, built, made, progress)


@dataclass(frozen=True, slots=True)
class _Made:
    """What was staged: the artifacts without what they were made from, how many each output has."""

    staged: StagingReport
    artifacts: Sequence[Artifact]
    counts: Mapping[str, int]


def _apart(
    world: World, report: CheckReport, names: Sequence[str], progress: Progress, choice: Choice
) -> _Made:
    """Stage the results of some outputs that leave the site as it is."""
    prepared = prepare(world, report, names, progress, choice)
    made = {name: prepared[name] for name in prepared if name in names}
    beside = {} if choice else _beside(prepared, names)
    progress.step("Making what has changed")
    counter = Counter(world.executor, progress, {**made, **beside})
    staged = world.results.stage_apart(() if choice else names, counter.artifacts, counter)
    return _Made(staged, (), {name: len(artifacts) for name, artifacts in made.items()})


def _whole(
    world: World, report: CheckReport, names: Sequence[str], progress: Progress, choice: Choice
) -> _Made:
    """Stage the site and all that is named, output by output; then let go of what that needed."""
    counts: dict[str, int] = {}
    counter = Counter(world.executor, progress)
    prepared = _each_prepared(world, report, names, progress, choice)

    def batches() -> Iterator[Sequence[Artifact]]:
        for name, artifacts in with_frames(report.plan, prepared):
            counts.setdefault(name, len(artifacts))
            progress.step("Making what has changed")
            yield counter.add(name, artifacts)

    stays = outputs().keys() - _needed(names)
    staged = world.results.stage(batches(), counter, [*stays])
    artifacts = [*map(spent, counter.artifacts)]
    counter.artifacts.clear()
    return _Made(staged, artifacts, counts)


def only_issued(report: CheckReport) -> CheckReport:
    """What may be made: nothing of plans that are not issued yet."""
    plan = without_drafts(report.plan)
    return report if plan is report.plan else replace(report, plan=plan, links=links_of(plan))


def without_home(report: CheckReport) -> list[Diagnostic]:
    """That a site has no home page; its file may be a draft, whose mistakes block nothing else."""
    return [each for each in report.diagnostics if each.rule is HOME_MISSING]


def with_the_public(names: Sequence[str]) -> tuple[str, ...]:
    """The named outputs, and all that make public results; every output if none is named."""
    known = outputs().values()
    return tuple(o.name for o in known if not names or o.name in names or not o.apart)


def prepare(
    world: World, report: CheckReport, names: Sequence[str], progress: Progress, choice: Choice
) -> dict[str, list[Artifact]]:
    """The artifacts of the named outputs, and of those from which they are made."""
    return dict(_each_prepared(world, report, names, progress, choice))


def _each_prepared(
    world: World, report: CheckReport, names: Sequence[str], progress: Progress, choice: Choice
) -> Iterator[tuple[str, list[Artifact]]]:
    needed, faces = _needed(names), "" if choice else faces_of(report.plan)
    made: dict[str, list[Artifact]] = {}
    for output in outputs().values():
        if output.name in needed:
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
                lambda artifact: world.results.bytes(artifact) or artifact.bytes(),
            )
            made[output.name] = _laid_out(output, context)
            yield output.name, made[output.name]


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
    every: list[Artifact] = []
    for name, artifacts in groups:
        every += artifacts
        yield name, [*map(frame.around, artifacts)]
    yield "site", [*look(), *frame.beside(each.page for each in every if each.page)]


def _beside(
    prepared: Mapping[str, Sequence[Artifact]], wanted: Iterable[str]
) -> dict[str, list[Artifact]]:
    """What other outputs lay into the folders of those that are built apart."""
    folders = frozenset(wanted)

    def is_inside(artifact: Artifact) -> bool:
        inside = artifact.path.partition("/")[0] in folders
        return inside and artifact.audience is not Audience.PUBLIC

    others = {name: prepared[name] for name in prepared if name not in folders}
    return {name: list(filter(is_inside, artifacts)) for name, artifacts in others.items()}


def _needed(names: Iterable[str]) -> set[str]:
    """The outputs of these names, and those that they need."""
    return {each for name in names for each in (name, *_needed(outputs()[name].needs))}


def _with_site(world: World, built: BuildOutcome, made: _Made, progress: Progress) -> BuildOutcome:
    """Verify the site, unless it is the last edition, which was; then publish it."""
    found: list[Diagnostic] = []
    staged, artifacts = made.staged, made.artifacts
    if not staged.is_same:
        progress.step("Verifying every page, link, feed and calendar")
        public = [item for item in artifacts if item.audience is Audience.PUBLIC]
        known, files = world.results.known_pages(), world.results.public()
        produced = NextSite(files, public, built.report.plan, known, world.memory)
        found = in_order(verify(produced, progress))
        world.results.remember({path: page.facts for path, page in produced.pages.items()})
    if any(item.is_error for item in found):
        return BuildOutcome(built.report, [item for item in found if item.is_error], found)
    pages = sum(1 for item in artifacts if item.page and item.path in staged.new_files)
    return _publish(world, replace(built, findings=found, pages=pages, site=True), progress)


def _publish(world: World, built: BuildOutcome, progress: Progress) -> BuildOutcome:
    progress.step("Putting everything in place")
    plan = built.report.plan
    until = plan.valid_until
    coming = (key for key, moment in plan.appears.items() if moment == until)
    pages = {
        key: (addresses.url(built.report.links.pages[key]), piece.file)
        for key, piece in plan.visible.items()
    }
    world.results.publish(
        Edition(plan.as_of, built.inputs, until, tuple(plan.visible), tuple(coming), pages)
    )
    world.memory.store.save()
    return built
