"""Make the results: staged, built, verified as a whole, then swapped in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from generator.app.check import Checked, check
from generator.catalogue import words
from generator.diagnostics import Diagnostic, Location, Rule, in_order
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, Audience
from generator.model.plan import Plan
from generator.outputs import Context, outputs
from generator.planning.visibility import start_of
from generator.ports import Progress, SiteError, World
from generator.verify import verify

SITE_FAILED = Rule(
    "site-settings",
    "The site cannot be built: {problem}",
    "Mend this line; an untouched mkdocs.yml and theme come with loa init.",
)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: nothing when `blocking` holds anything."""

    checked: Checked
    blocking: list[Diagnostic]
    counts: Mapping[str, int] = field(default_factory=dict)
    pages: int = 0


def build(world: World, names: Sequence[str], as_of: datetime, progress: Progress) -> Built:
    """Build the named outputs, or all; whatever is public is always made together."""
    world.results.recover()
    progress.step("Reading the files")
    checked = check(world.files, as_of)
    if checked.blocking:
        return Built(checked, checked.blocking)
    apart = bool(names) and all(outputs()[name].apart for name in names)
    made = _prepare(world, checked, names if apart else tuple(outputs()), progress)
    progress.step("Making what has changed")
    everything = [artifact for artifacts in made.values() for artifact in artifacts]
    stage = world.results.stage_apart if apart else world.results.stage
    found = stage(everything, world.executor)
    if found:
        return Built(checked, in_order(found))
    return (
        _finish(world, checked, made, progress) if not apart else _publish(world, checked, made, 0)
    )


def _prepare(
    world: World, checked: Checked, names: Sequence[str], progress: Progress
) -> dict[str, list[Artifact]]:
    made: dict[str, list[Artifact]] = {}
    for output in outputs().values():
        if output.name in names:
            progress.step("Preparing: {what}", what=words(output.title))
            needed = {name: made[name] for name in output.needs}
            context = Context(checked.plan, checked.links, world.typesetter, needed)
            made[output.name] = list(output.build(context))
    return made


def _finish(
    world: World, checked: Checked, made: Mapping[str, Sequence[Artifact]], progress: Progress
) -> Built:
    """Build the site from what is staged, verify it, publish it."""
    progress.step("Building the website")
    plan = checked.plan
    try:
        report = world.results.build_site(_nav(plan), _timestamp(plan))
    except SiteError as error:
        return Built(
            checked, [SITE_FAILED.at(Location(error.file, error.line, 1), problem=error.message)]
        )
    progress.step("Verifying every page, link, feed and calendar")
    staged = [a for artifacts in made.values() for a in artifacts if a.audience is Audience.PUBLIC]
    found = verify(world.results.public(), [artifact.path for artifact in staged], plan)
    found += [_complaint(page, message) for page, message in report.warnings]
    if any(item.is_error for item in found):
        return Built(checked, in_order(found))
    return _publish(world, checked, made, report.pages)


def _publish(
    world: World, checked: Checked, made: Mapping[str, Sequence[Artifact]], pages: int
) -> Built:
    until = checked.plan.valid_until
    world.results.publish(until.isoformat() if until else "")
    counts = {name: len(artifacts) for name, artifacts in made.items()}
    return Built(checked, [], counts, pages)


def _nav(plan: Plan) -> list[dict[str, str]]:
    """Index pages only, so that every page carries a navigation of constant size."""
    sections = [
        {words(medium.plural): addresses.section(medium)}
        for medium in media().values()
        if medium.section
    ]
    return [
        {words("Home"): addresses.HOME},
        *sections,
        {words("Publishing calendar"): addresses.CALENDAR},
        {words("Plans"): addresses.CAMPAIGNS},
        {words("Follow"): addresses.FEEDS},
    ]


def _timestamp(plan: Plan) -> int:
    """A moment for what must bear one: the latest decision in the records, never the build's."""
    days = [campaign.issued_on for campaign in plan.workspace.campaigns.values()]
    days += [piece.revised_on or piece.approved_on for piece in plan.visible.values()]
    known = [start_of(day) for day in days if day is not None]
    return int(max(known).timestamp()) if known else 0


def _complaint(page: str, message: str) -> Diagnostic:
    return SITE_FAILED.at(Location(page or "mkdocs.yml"), problem=message)
