"""The file of a frozen report: how it is written, and whether anybody has changed it since."""

import json
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from typing import Any

from generator.model.artifact import digest_of
from generator.model.deed_report import Report
from generator.model.workspace import Workspace

ABOUT = "Báo cáo đã chốt: không sửa tệp này. Kiểm tra bằng lệnh: loa report verify"
FOLDER = "reports"
"""Where frozen reports lie, in the folder of their plan."""
LARGEST = 50_000_000
"""Bytes; a report on 5,000 pieces of evidence has 5 million."""


@dataclass(frozen=True, slots=True)
class FrozenReport:
    """A report as it was sent: `form` names its templates, `files` the SHA-256 of each file.

    `template` is the SHA-256 of the office's own template, which is kept beside it; nothing without
    one.
    """

    report: Report
    frozen_on: datetime
    form: str
    files: Mapping[str, str]
    template: str = ""

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
    known = _adapter().dump_python(frozen, mode="json")
    in_order = ("frozen_on", "form", "files", "template", "report")
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
        found: FrozenReport = _adapter().validate_python(known)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return found


def _digest(content: Mapping[str, object]) -> str:
    return digest_of(json.dumps(content, ensure_ascii=False, sort_keys=True))


@cache
def _adapter() -> Any:  # noqa: ANN401 - pydantic's
    from pydantic import TypeAdapter

    return TypeAdapter(FrozenReport)
