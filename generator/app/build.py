"""Make the results: staged, built, verified as a whole, then swapped in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from generator.app.check import Asked, Checked, check
from generator.app.counting import Counter
from generator.catalogue import words
from generator.checks.home import HOME_MISSING
from generator.diagnostics import Diagnostic, Location, Rule, Severity, in_order
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, Audience
from generator.model.edition import Edition
from generator.model.plan import Plan
from generator.outputs import ALL, Choice, Context, outputs
from generator.planning.issued import issued
from generator.planning.visibility import start_of
from generator.ports import NavEntry, Progress, Report, World
from generator.text.links import links_of
from generator.verify import Produced, verify

PAGE_FAILED = Rule(
    "site-page",
    "MkDocs says of this page: {problem}",
    "Mend the link or the picture that it names.",
)
SITE_REMARK = Rule(
    "site-remark",
    "MkDocs remarks: {problem}",
    "The site is built all the same; look whether mkdocs.yml says what you mean.",
    Severity.WARNING,
)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: nothing when `blocking` holds anything.

    `found` is what came to light after the check; `site` says whether the site was made too,
    `inputs` what it was made from, empty unless everything was made.
    """

    checked: Checked
    blocking: list[Diagnostic]
    found: list[Diagnostic] = field(default_factory=list)
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
) -> Built:
    """Build the named outputs, or all; whatever is public is always made together.

    What is neither named nor public stays as it lies there. With a choice only those files are
    replaced; all others stay too.
    """
    world.results.recover()
    progress.step("Reading the files")
    inputs = world.files.fingerprint()  # first: what changes while we build is built next time
    asked = Asked(world.clock.now(), world.results.edition())
    checked = check(world.files, as_of, world.memory, asked)
    if checked.blocking:
        return Built(checked, checked.blocking)
    checked = _issued(checked)
    apart = bool(names) and all(outputs()[name].apart for name in names)
    homeless = [each for each in checked.diagnostics if each.rule is HOME_MISSING]
    if homeless and not apart:  # its file may be a draft, whose mistakes block nothing else
        return Built(checked, homeless)
    wanted = names if apart else _with_the_public(names)
    prepared = _prepare(world, checked, wanted, progress, choice)
    made = {name: prepared[name] for name in prepared if not apart or name in wanted}
    stays = tuple(name for name in outputs() if name not in prepared)
    progress.step("Making what has changed")
    if apart:
        beside = {} if choice else _beside(prepared, wanted)
        counter = Counter(world.executor, progress, {**made, **beside})
        replaced = () if choice else wanted
        found = world.results.stage_apart(replaced, counter.artifacts, counter)
    else:
        counter = Counter(world.executor, progress, made)
        found = world.results.stage(counter.artifacts, counter, stays)
    counts = {name: len(artifacts) for name, artifacts in made.items()}
    if found:
        return Built(checked, in_order(found), in_order(found))
    if apart:
        return _publish(world, Built(checked, [], [], counts, inputs=inputs), progress)
    made_from = Built(checked, [], [], counts, inputs="" if stays else inputs)
    return _with_site(world, made_from, counter.artifacts, progress)


def _issued(checked: Checked) -> Checked:
    """What may be made: nothing of plans that are not issued yet."""
    plan = issued(checked.plan)
    return checked if plan is checked.plan else replace(checked, plan=plan, links=links_of(plan))


def _with_the_public(names: Sequence[str]) -> tuple[str, ...]:
    """The named outputs, and all that make public results; every output if none is named."""
    known = outputs().values()
    return tuple(o.name for o in known if not names or o.name in names or not o.apart)


def _prepare(
    world: World, checked: Checked, names: Sequence[str], progress: Progress, choice: Choice
) -> dict[str, list[Artifact]]:
    """The artifacts of the named outputs, and of those from which they are made."""
    needed = set(_needed(names))
    made: dict[str, list[Artifact]] = {}
    for output in outputs().values():
        if output.name in needed:
            progress.step("Preparing: {what}", what=output.title)
            context = Context(
                checked.plan,
                checked.links,
                world.typesetter,
                world.workers,
                {n: made[n] for n in output.needs},
                choice,
                world.memory,
            )
            made[output.name] = list(output.build(context))
    return made


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


def _needed(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield name
        yield from _needed(outputs()[name].needs)


def _with_site(
    world: World, built: Built, artifacts: Sequence[Artifact], progress: Progress
) -> Built:
    """Build the site from what is staged, verify it, publish it."""
    progress.step("Building the website")
    checked = built.checked
    nav, timestamp = nav_of(checked.plan), timestamp_of(checked.plan)
    site = checked.plan.workspace.site
    report = world.results.build_site(site, nav, timestamp, world.workers, progress)
    found = list(_said(report, checked))
    if not report.same:  # else it is the last edition, which was verified when it was made
        progress.step("Verifying every page, link, feed and calendar")
        staged = [item.path for item in artifacts if item.audience is Audience.PUBLIC]
        known = world.results.known_pages()
        produced = Produced(world.results.public(), staged, checked.plan, known, world.memory)
        found += verify(produced, progress)
        world.results.remember({path: page.facts for path, page in produced.pages.items()})
    blocking = [item for item in found if item.is_error]
    if blocking:
        return Built(checked, in_order(blocking), in_order(found))
    whole = replace(built, found=in_order(found), pages=report.pages, site=True)
    return _publish(world, whole, progress)


def _publish(world: World, built: Built, progress: Progress) -> Built:
    progress.step("Putting everything in place")
    plan = built.checked.plan
    until = plan.valid_until
    coming = (key for key, moment in plan.appears.items() if moment == until)
    pages = {
        key: (addresses.url(built.checked.links.pages[key]), piece.file)
        for key, piece in plan.visible.items()
    }
    world.results.publish(
        Edition(plan.as_of, built.inputs, until, tuple(plan.visible), tuple(coming), pages)
    )
    world.memory.store.save()
    return built


def nav_of(plan: Plan) -> list[NavEntry]:
    """Index pages only, so that every page carries a navigation of constant size.

    What stands in the foot of every page is a group of its own, of what is visible now.
    """
    sections = [
        {words(medium.plural): addresses.section(medium)}
        for medium in media().values()
        if medium.section
    ]
    foot = [
        {piece.title: addresses.page(media()[piece.medium], piece)}
        for piece in plan.visible.values()
        if getattr(piece, "menu", None)
    ]
    return [
        {words("Home"): addresses.HOME},
        {words("Handbook"): addresses.GUIDE},
        *sections,
        {words("Publishing calendar"): addresses.CALENDAR},
        {words("Plans"): addresses.CAMPAIGNS},
        {words("Follow"): addresses.FEEDS},
        *([{words("About this site"): foot}] if foot else []),
    ]


def timestamp_of(plan: Plan) -> int:
    """A moment for what must bear one: the latest decision in the records, never the build's."""
    days = [campaign.issued_on for campaign in plan.workspace.campaigns.values()]
    days += [piece.revised_on or piece.approved_on for piece in plan.visible.values()]
    known = [start_of(day) for day in days if day is not None]
    return int(max(known).timestamp()) if known else 0


def _said(report: Report, checked: Checked) -> Iterator[Diagnostic]:
    """What MkDocs complained of: errors on a page, told in the author's file; else a remark."""
    pages = {page: identity for identity, page in checked.links.pages.items()}
    for page, problem in report.warnings:
        if not page:
            yield SITE_REMARK.at(Location("mkdocs.yml"), problem=problem)
            continue
        piece = checked.plan.visible.get(pages.get(page, ""))
        yield PAGE_FAILED.at(Location(piece.file if piece else page), problem=problem)
