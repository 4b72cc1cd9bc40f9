"""The file of a frozen report: how it is written, and whether anybody has changed it since."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.model.artifact import digest_of
from generator.model.deed_report import Report

ABOUT = "Báo cáo đã chốt: không sửa tệp này. Kiểm tra bằng lệnh: loa report verify"


@dataclass(frozen=True, slots=True)
class FrozenReport:
    """A report as it was sent: `form` names its templates, `files` the SHA-256 of each file."""

    report: Report
    frozen_on: datetime
    form: str
    files: Mapping[str, str]


def frozen_text(frozen: FrozenReport) -> str:
    """The text of its file, with a digest of all of it."""
    content = {
        "about": ABOUT,
        "frozen_on": frozen.frozen_on.isoformat(),
        "form": frozen.form,
        "files": dict(frozen.files),
        "report": _adapter().dump_python(frozen.report, mode="json"),
    }
    return _json({**content, "digest": _digest(content)}) + "\n"


def read_frozen(data: bytes) -> FrozenReport | None:
    """The report of a file; None where the file is not what was written once."""
    try:
        content = json.loads(data)
        digest = content.pop("digest")
        if digest != _digest(content):
            return None
        report = _adapter().validate_python(content["report"])
        moment = datetime.fromisoformat(content["frozen_on"])
        return FrozenReport(report, moment, content["form"], content["files"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _digest(content: Mapping[str, object]) -> str:
    return digest_of(json.dumps(content, ensure_ascii=False, sort_keys=True))


def _json(content: Mapping[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1)


def _adapter() -> Any:  # noqa: ANN401 - pydantic's
    from pydantic import TypeAdapter

    return TypeAdapter(Report)
