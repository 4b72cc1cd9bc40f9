"""The file of a release: how it is written, and whether anybody has changed it since."""

import json
from collections.abc import Iterator
from datetime import date, datetime

from generator.diagnostics import Diagnostic, Rule
from generator.model.artifact import digest_of
from generator.model.release import Release, ReleasedSlot
from generator.source.document import Document
from generator.vietnamese.dates import format_date
from generator.vietnamese.text import nfc

EDITED_RELEASE = Rule(
    "release-edited",
    "This release was changed after partners received it.",
    "Restore the file as it was. To change the timetable, change the plan and make a new release: "
    "loa release.",
)
HEAD = (
    "# Bản phát hành lịch, đã gửi các đơn vị: không sửa tệp này.\n"
    "# Muốn đổi lịch thì sửa kế hoạch hoặc bài, rồi phát hành bản mới:\n"
    "#   loa release {campaign} {quarter}\n"
)
_MARK = "digest:"


def release_text(release: Release) -> str:
    """The text of a release's file, with its digest in the last line."""
    lines = [
        f"campaign: {release.campaign}",
        f"quarter: {release.of}",
        f"number: {release.number}",
        f"released_on: {moment(release.released_on)}",
        "slots:" if release.slots else "slots: []",
        *(f"  - {{{', '.join(_pairs(slot))}}}" for slot in release.slots),
    ]
    text = HEAD.format(campaign=release.campaign, quarter=release.of) + "\n".join(lines) + "\n"
    return f"{text}{_MARK} {_digest(text)}\n"


def alterations(source: Document, release: Release) -> Iterator[Diagnostic]:
    """Whether the file still is what was released."""
    text, mark, _ = nfc(source.text).rpartition(_MARK)
    if not mark or _digest(text) != release.digest:
        yield EDITED_RELEASE.at(release.where("digest"))


def moment(value: date | datetime) -> str:
    """As authors write it: «12/5/2021 06:30»."""
    if isinstance(value, datetime):
        seconds = ":%S" if value.second else ""
        return f"{format_date(value.date())} {value.strftime('%H:%M' + seconds)}"
    return format_date(value)


def _pairs(slot: ReleasedSlot) -> Iterator[str]:
    yield f"id: {slot.id}"
    yield f"activity: {slot.activity}"
    yield f"medium: {slot.medium}"
    if slot.partner:
        yield f"partner: {slot.partner}"
    if slot.at is not None:
        yield f'at: "{moment(slot.at)}"'
    if slot.until is not None:
        yield f"until: {format_date(slot.until)}"
    if slot.units != 1:
        yield f"units: {slot.units}"
    if slot.title:
        yield f"title: {json.dumps(slot.title, ensure_ascii=False)}"
    if slot.text:
        yield f'text: "{slot.text}"'


def _digest(text: str) -> str:
    return digest_of(text.rstrip())[:32]
