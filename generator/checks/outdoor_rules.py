"""The rules for what hangs outdoors, on every printed piece of the plan."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.checks.other_years import misplaced_items
from generator.diagnostics import Diagnostic, warning
from generator.model.plan_line import Entry
from generator.model.reserved_names import is_reserved
from generator.model.unknown import why_unknown
from generator.press.faults import Fault
from generator.press.orders import READY, printed_pieces
from generator.press.outdoor import ARTICLE_27, NO_IMPRINT, outdoor
from generator.press.piece_artwork import day_of
from generator.press.previews import NOBODY, RESERVED_SITE

KNOWN_AFTER_ALL = warning(
    "unknown-but-said",
    "“{what}” is said to be unknown, and yet it is there.",
    "Remove these lines of unknown:.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Each piece against the rules of its days; once for each body what its imprint lacks.

    Where the office itself says what it does not know yet (`unknown:`), the run list says it.
    """
    yield from _stale(subject)
    yield from _site(subject)
    told, odd = set[str](), misplaced_items(subject.plan)
    for entry, _, piece in printed_pieces(subject.plan):
        for fault in outdoor(piece, day_of(entry)):
            if piece.id not in odd or fault.change[1] != "placements":
                yield _at(entry, fault)
        yield from _imprint(subject, entry, told, is_outdoors=piece.hangs_outdoors)


def _site(subject: Subject) -> Iterator[Diagnostic]:
    """Once, as soon as something is to be printed that would lead there."""
    site = subject.workspace.site
    is_printed = any(piece.status in READY for _, _, piece in printed_pieces(subject.plan))
    if site.url.strip("/") and is_printed and is_reserved(site.url):
        yield RESERVED_SITE.at(site.file.where("site_url"), url=site.url)


def _at(entry: Entry, fault: Fault) -> Diagnostic:
    steps = (int(step) if step.isdigit() else step for step in fault.change[1:])
    return fault.rule.at(entry.piece.where(*steps), **dict(fault.details))


def _imprint(
    subject: Subject, entry: Entry, told: set[str], *, is_outdoors: bool
) -> Iterator[Diagnostic]:
    workspace, campaign = subject.workspace, entry.campaign
    owner = entry.activity.responsible or campaign.owner
    partner = workspace.partners.get(owner or "")
    subject_of = owner or campaign.id
    if subject_of in told:
        return
    has_address = partner is None or partner.address or why_unknown(partner.unknown, "address")
    if is_outdoors and partner is not None and not has_address:
        told.add(subject_of)
        yield NO_IMPRINT.at(partner.where("id"), what="address", law=ARTICLE_27.article)
    elif owner is None and not why_unknown(campaign.unknown, "owner"):
        told.add(subject_of)
        yield NOBODY.at(campaign.where("id"), law=ARTICLE_27.article)


def _stale(subject: Subject) -> Iterator[Diagnostic]:
    workspace = subject.workspace
    for said in (workspace.partners.values(), workspace.campaigns.values()):
        for record in said:
            for index, one in enumerate(record.unknown):
                if getattr(record, one.what, None):
                    yield KNOWN_AFTER_ALL.at(record.where("unknown", index), what=one.what)
