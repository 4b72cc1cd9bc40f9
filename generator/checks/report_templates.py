"""The office's own Word template that a plan names for its report is there, and can be filled."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule
from generator.model.artifact import digest_of
from generator.model.campaign import Campaign
from generator.model.memory import Memory
from generator.model.workspace import Workspace
from generator.text.word.office_template import OfficeTemplate, problems, template_program

NO_TEMPLATE = Rule(
    "report-template-missing",
    "There is no file “{file}” for the report of this plan.",
    "Put the template below assets/ and write its path, such as "
    "assets/report/mau-bao-cao.docx; loa report template writes one.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every plan that names a template."""
    for campaign in subject.workspace.campaigns.values():
        if campaign.report_template:
            yield from _template(subject.workspace, campaign, subject.memory)


def _template(workspace: Workspace, campaign: Campaign, memory: Memory) -> Iterator[Diagnostic]:
    path = campaign.report_template
    asset = workspace.assets.get(path)
    if asset is None:
        if not workspace.is_closed(path):
            yield NO_TEMPLATE.at(campaign.where("report_template"), file=path)
        return
    template = OfficeTemplate(path, asset.read())
    found: list[Diagnostic] = []

    def look() -> bool:
        found.extend(problems(template))
        return not found

    key = digest_of(template.data, template_program())
    if not memory.read("report-template", key, look):
        yield from found or problems(template)
