"""The files of plans, partners and places: which there are, and what people call them.

They are edited as text through the same door as pieces. Releases are frozen, and not among them.
"""

from generator.app.check import CheckReport
from generator.catalogue import words
from generator.model.plan import Plan

FILE_NAMES = {
    "campaigns/partners.yml": "Partners",
    "campaigns/places.yml": "Places",
    "campaigns/printers.yml": "Printers",
    "campaigns/sources.yml": "Documents that plans and figures are from",
    "campaigns/quotations.yml": "What documents say",
    "campaigns/holidays.yml": "Days off",
    "campaigns/abbreviations.yml": "Abbreviations",
}
"""The lists beside the plans, and what people call them (msgids)."""
_PLAN = "/plan.yml"


def editable(report: CheckReport) -> set[str]:
    """Files of `campaigns/` that are there, read or broken; of what is a record of ours none."""
    workspace = report.plan.workspace
    records = (
        *workspace.campaigns.values(),
        *workspace.partners.values(),
        *workspace.places.values(),
        *workspace.printers.values(),
        *workspace.documents.values(),
    )
    lists = (workspace.holidays, workspace.abbreviations, workspace.quotations)
    places = {each.where().path for each in (*records, *filter(None, lists))}
    places |= workspace.broken_files
    return {path for path in places if path in FILE_NAMES or _is_plan(path)}


def file_title(path: str, plan: Plan) -> str:
    """What people call a file; of one that nobody has named its path."""
    for campaign in plan.workspace.campaigns.values():
        if campaign.where().path == path:
            return campaign.title
    for release in plan.workspace.releases:
        if release.file == path:
            told = words("Calendar of quarter {quarter} as released, release {number}")
            return told.format(quarter=release.of, number=release.number)
    return words(FILE_NAMES[path]) if path in FILE_NAMES else path


def _is_plan(path: str) -> bool:
    return path.startswith("campaigns/") and path.endswith(_PLAN) and path.count("/") == 2  # noqa: PLR2004
