"""The files of plans, partners and places: which there are, and what people call them.

They are edited as text through the same door as pieces. Releases are frozen, and not among them.
"""

import re

from generator.app.check import CheckReport
from generator.catalogue import words
from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.planning.report_period import period_of

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
_RELEASE = re.compile(r"campaigns/[^/]+/releases/(\d{4})-([1-4])-(\d+)\.yml")
_REPORT = re.compile(r"(?P<folder>campaigns/[^/]+)/reports/(?P<key>[^/]+)\.json")


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
    if found := _RELEASE.fullmatch(path):
        year, quarter, number = map(int, found.groups())
        told = words("Calendar of quarter {quarter} as released, release {number}")
        return told.format(quarter=Quarter(year, quarter), number=number)
    if found := _REPORT.fullmatch(path):
        return _report_title(found["folder"], found["key"], plan)
    return words(FILE_NAMES[path]) if path in FILE_NAMES else path


def _report_title(folder: str, key: str, plan: Plan) -> str:
    """Of a report that was frozen, by the time that it tells of."""
    campaigns = plan.workspace.campaigns.values()
    own = next((each for each in campaigns if each.where().path == f"{folder}{_PLAN}"), None)
    period = period_of(own, key) if own else None
    return words("The frozen report of {period}").format(period=period.name if period else key)


def _is_plan(path: str) -> bool:
    return path.startswith("campaigns/") and path.endswith(_PLAN) and path.count("/") == 2  # noqa: PLR2004
