"""The file of a frozen report: how it is written, and whether anybody has changed it since."""

import json
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cache
from typing import Any

from generator.model.artifact import digest_of
from generator.model.deed_report import Report
from generator.model.evidence import Evidence
from generator.model.workspace import Workspace

ABOUT = "Báo cáo đã chốt: không sửa tệp này. Kiểm tra bằng lệnh: loa report verify"
FOLDER = "reports"
"""Where frozen reports lie, in the folder of their plan."""
_SHORT = 16  # hexadecimals of a digest: it tells a change, whoever makes it cannot choose it
LARGEST = 50_000_000
"""Bytes; a report on 5,000 pieces of evidence has 5 million."""


@dataclass(frozen=True, slots=True)
class FrozenReport:
    """A report as it was sent: `form` names its templates, `files` the SHA-256 of each file.

    `template` is the SHA-256 of the office's own template, which is kept beside it; nothing without
    one. `records` holds, by id, a digest of each field of all evidence of the plan as it was then.
    """

    report: Report
    frozen_on: datetime
    form: str
    files: Mapping[str, str]
    template: str = ""
    records: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Its path below the folder of its plan."""
        return name_of(self.report)


def name_of(report: Report) -> str:
    """The path of a report below the folder of its plan, once it is frozen."""
    return f"{FOLDER}/{report.period_key}.json"


def folder_of_plan(workspace: Workspace, identity: str) -> str:
    """The folder of a plan; of one that is not read, the one that it should have."""
    campaign = workspace.campaigns.get(identity)
    return posixpath.dirname(campaign.where().path) if campaign else f"campaigns/{identity}"


def template_beside(path: str) -> str:
    """The path of the template that a frozen report was made with."""
    return f"{path.rpartition('.')[0]}.docx"


def frozen_text(frozen: FrozenReport) -> str:
    """The text of its file, with a digest of all of it."""
    known = _adapter(FrozenReport).dump_python(frozen, mode="json")
    in_order = ("frozen_on", "form", "files", "template", "report", "records")
    content = {"about": ABOUT, **{key: known[key] for key in in_order}}
    return json.dumps({**content, "digest": _digest(content)}, ensure_ascii=False, indent=1) + "\n"


def read_frozen(data: bytes) -> FrozenReport | None:
    """The report of a file; None where the file is not what was written once."""
    if len(data) > LARGEST:
        return None
    try:
        content = json.loads(data)
        digest = content.pop("digest")
        if digest != _digest(content):
            return None
        names = [each.name for each in fields(FrozenReport)]
        known = {name: content[name] for name in names if name in content}
        found: FrozenReport = _adapter(FrozenReport).validate_python(known)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return found


def report_digest(report: Report) -> str:
    """Names a report by all that it holds: equal reports have equal ones."""
    return digest_of(_adapter(Report).dump_json(report))


def records_of(workspace: Workspace, campaign: str) -> dict[str, dict[str, str]]:
    """A digest of each field that says anything, of all evidence of a plan, by its id.

    Digests, since a report holds no person; of every field, since each may be what a figure rests
    on. What says nothing has none, so that a field that comes later changes nothing.
    """
    mine = (each for each in workspace.evidence.values() if each.campaign == campaign)
    return {each.id: _fields(each) for each in mine}


def _fields(evidence: Evidence) -> dict[str, str]:
    plain = evidence.model_dump(mode="json", exclude_defaults=True)
    return {key: field_digest(value) for key, value in plain.items()}


def field_digest(value: object) -> str:
    """Of what a field says, as JSON has it."""
    return digest_of(json.dumps(value, ensure_ascii=False))[:_SHORT]


def _digest(content: Mapping[str, object]) -> str:
    return digest_of(json.dumps(content, ensure_ascii=False, sort_keys=True))


@cache
def _adapter(record: type) -> Any:  # noqa: ANN401 - pydantic's
    from pydantic import TypeAdapter

    return TypeAdapter(record)
