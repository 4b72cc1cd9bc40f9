"""Small workspaces for tests of time; all test data."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import pytest

from generator.media import media
from generator.model.body import Body
from generator.model.campaign import Campaign
from generator.model.fields import PartialQuarter
from generator.model.partner import Partner
from generator.model.piece import Piece
from generator.model.release import Release, ReleasedSlot
from generator.model.workspace import Workspace
from generator.testing import campaign, record
from generator.vietnamese.dates import HANOI

PLAN = """\
id: thu
title: Kế hoạch thử
period: 2021
owner: so-thu
issued_on: 17/3/2021
activities:
  - id: loa
    title: Phát thanh thử
    medium: radio
    quantity: 04 chương trình
    quarters: [II, III, IV]
    partner: dai-thu
    source: https://a.example.org
  - id: bao
    title: Báo thử
    medium: newspaper
    quantity: 9 kỳ
    quarters: [II, III, IV]
    partner: bao-thu
    source: https://a.example.org
"""
CHANNELS = {
    "dai-thu": "radio, name: Đài, rules: {weekdays: [T4], time: '06:30', gap: 14, script: 7}",
    "bao-thu": "newspaper, name: Báo, rules: {weekdays: [T3], gap: 7, script: 7}",
}


class Thu:
    """Makes records of test data."""

    plan_text = PLAN

    def at(self, day: int, month: int, hour: int = 0, minute: int = 0) -> datetime:
        return datetime(2021, month, day, hour, minute, tzinfo=HANOI)

    def campaign(self, text: str = PLAN) -> Campaign:
        return campaign(text)

    def piece(
        self, identity: str, *lines: str, medium: str = "radio", activity: str = "loa"
    ) -> Piece:
        head = f"id: {identity}\nmedium: {medium}\ntitle: Tên {identity}\n"
        head += "" if medium == "article" else f"campaign: thu\nactivity: {activity}\n"
        made = record(media()[medium].record, head + "\n".join(lines))
        made.read_from(f"content/{identity}.md", Body())
        return made

    def workspace(
        self,
        pieces: Sequence[Piece] = (),
        releases: Sequence[Release] = (),
        plan: str = PLAN,
    ) -> Workspace:
        return Workspace(
            campaigns={"thu": self.campaign(plan)},
            partners={identity: _partner(identity, text) for identity, text in CHANNELS.items()},
            pieces={piece.id: piece for piece in pieces},
            releases=tuple(releases),
        )

    def release(
        self,
        number: int,
        moment: datetime,
        slots: Mapping[str, date | datetime | None],
        quarter: int = 2,
    ) -> Release:
        return Release.model_construct(
            campaign="thu",
            quarter=PartialQuarter(quarter, 2021),
            number=number,
            released_on=moment,
            slots=tuple(_released(identity, start) for identity, start in slots.items()),
            digest="",
        )


def _released(identity: str, start: date | datetime | None) -> ReleasedSlot:
    return ReleasedSlot.model_construct(
        id=identity, activity="loa", medium="radio", partner="dai-thu", at=start
    )


def _partner(identity: str, channel: str) -> Partner:
    return record(
        Partner,
        f"id: {identity}\nkind: radio\nnames: [{{name: Thử}}]\n"
        f"channels: [{{id: kenh-{identity}, medium: {channel}}}]\n",
    )


@pytest.fixture(scope="session")
def thu() -> Thu:
    """The maker of test data."""
    return Thu()
