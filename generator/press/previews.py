"""Why artwork is only to be looked at (bản xem): it is made, stamped, and never printed.

Nothing is wrong with the file then: something is not known or not decided yet.
"""

from collections.abc import Iterator

from generator.diagnostics import Location, warning
from generator.model.campaign import Activity, Campaign
from generator.model.handed_out import HandedOut
from generator.model.piece import Deliverable
from generator.model.reserved_names import is_reserved
from generator.model.unknown import why_unknown
from generator.model.workspace import Workspace
from generator.press.faults import Fault, fault
from generator.press.outdoor import ARTICLE_27

STAMP = "LoaStamp"
"""What the stamp is called in a file."""

WORDS = ("BẢN XEM", "không in, không treo")
"""The two lines of the stamp."""

RESERVED_SITE = warning(
    "site-address-reserved",
    "The address of the site, {url}, is for examples or for a network inside: nobody outside can "
    "open it.",
    "Write the real address at site_url. Until then printed pieces bear the stamp BẢN XEM "
    "instead of a QR code, and are not to be printed.",
)
NOBODY = warning(
    "outdoor-nobody",
    "The plan names nobody who answers for its printed pieces: they bear the stamp BẢN XEM and "
    "are not to be printed.",
    "Add owner: with the id of a partner; its name and address then stand on them ({law}). "
    "If no source names it yet, say so: unknown: [{{what: owner, why: …}}]",
)
NOBODY_YET = warning(
    "outdoor-nobody-yet",
    "The plan names nobody who answers for it. {why}",
    "Add owner: with the id of a partner ({law}). Until then it bears the stamp BẢN XEM and is not "
    "to be printed.",
)
NOBODY_KNOWN = (NOBODY, NOBODY_YET)
NOT_APPROVED = warning(
    "artwork-not-approved",
    "Nobody has approved this piece yet: its artwork bears the stamp BẢN XEM and is not to be "
    "printed.",
    "When somebody has, write status: approved, approved_by: and approved_on:.",
)
AN_EXAMPLE = NOT_APPROVED.with_hint(
    "When somebody has, write their name at approved_by: instead of the example."
)
PUBLISHING_LAW = "Điều 25 Luật Xuất bản 2012"
NO_LICENCE = warning(
    "licence-missing",
    "What is handed out needs a licence of publication ({law}), and this piece names none: its "
    "artwork bears the stamp BẢN XEM and is not to be printed.",
    "Write licence_number: and licensed_on: as the licence has them. If it is not there yet, say "
    "so: to_fill: [{{what: licence, ask: …}}]",
)


def reasons_of(workspace: Workspace, piece: Deliverable) -> tuple[Fault, ...]:
    """The same, of a piece alone; nothing of one whose plan or line is not known."""
    campaign = workspace.campaigns.get(piece.campaign)
    activities = campaign.activities if campaign else ()
    activity = next((one for one in activities if one.id == piece.activity), None)
    if campaign is None or activity is None:
        return ()
    return reasons(workspace, campaign, activity, piece)


def in_words(fault: Fault) -> str:
    """A reason as papers tell it."""
    return fault.rule.at(Location(""), **dict(fault.details)).message("vi")


def reasons(
    workspace: Workspace, campaign: Campaign, activity: Activity, piece: Deliverable
) -> tuple[Fault, ...]:
    """Every reason why a piece of this line of a plan must not be printed as it is; none if it may.

    Each is a warning, since all other results are right.
    """
    return tuple(_reasons(workspace, campaign, activity, piece))


def _reasons(
    workspace: Workspace, campaign: Campaign, activity: Activity, piece: Deliverable
) -> Iterator[Fault]:
    if is_reserved(workspace.site.url):
        yield fault(RESERVED_SITE, "site", url=workspace.site.url)
    if (activity.responsible or campaign.owner or "") not in workspace.partners:
        why, law = why_unknown(campaign.unknown, "owner"), ARTICLE_27.article
        rule = NOBODY_YET if why else NOBODY
        yield fault(rule, "partner", "id", why=why, law=law)
    if piece.is_example:
        yield fault(AN_EXAMPLE, "piece", "approved_by")
    elif piece.status != "approved":
        yield fault(NOT_APPROVED, "piece", "status")
    if isinstance(piece, HandedOut) and not piece.licence_number:
        yield fault(NO_LICENCE, "piece", "id", law=PUBLISHING_LAW)
