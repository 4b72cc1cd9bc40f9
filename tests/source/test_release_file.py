"""A release is read as it was written, and never edited."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.fields import PartialQuarter
from generator.model.release import Release, ReleasedSlot
from generator.source.document import document
from generator.source.release_file import EDITED_RELEASE, alterations, release_text
from generator.testing import record
from generator.vietnamese.dates import HANOI

MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=HANOI)
)
IDS = st.from_regex(r"[a-z]{1,8}(-[0-9]{1,3})?", fullmatch=True)
TITLES = st.sampled_from(["", "Tên, có phẩy; chấm phẩy", 'Nói "thế" # và: thế', "'", "{a: b}"])
SLOTS = st.builds(
    ReleasedSlot.model_construct,
    id=IDS,
    activity=IDS,
    medium=st.just("radio"),
    partner=st.none() | IDS,
    at=st.none() | MOMENTS | st.dates(date(2000, 1, 1), date(2099, 1, 1)),
    until=st.none() | st.dates(date(2000, 1, 1), date(2099, 1, 1)),
    units=st.integers(1, 400),
    title=TITLES,
    text=st.sampled_from(["", "0123456789ab", "1e5", "000000000000"]),
)


def release(slots: tuple[ReleasedSlot, ...], moment: datetime) -> Release:
    return Release.model_construct(
        campaign="thu", quarter=PartialQuarter(2, 2021), number=3, released_on=moment, slots=slots
    )


def read(text: str) -> Release:
    return record(Release, text)


@given(st.lists(SLOTS, max_size=4, unique_by=lambda slot: slot.id).map(tuple), MOMENTS)
def test_written_and_read_again(slots: tuple[ReleasedSlot, ...], moment: datetime) -> None:
    text = release_text(release(slots, moment))
    again = read(text)
    assert [s.model_dump() for s in again.slots] == [s.model_dump() for s in slots]
    assert (again.released_on, again.number, str(again.of)) == (moment, 3, "II/2021")
    assert list(alterations(document("x.yml", text), again)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("number: 3", "number: 4"), ("II/2021", "III/2021"), ("# Bản", "# bản"), ("slots: []\n", "")],
)
def test_whatever_is_changed_is_told(old: str, new: str) -> None:
    text = release_text(release((), datetime(2021, 4, 1, tzinfo=HANOI)))
    assert old in text
    changed = text.replace(old, new, 1)
    found = list(alterations(document("x.yml", changed), read(changed)))
    assert [item.rule for item in found] == [EDITED_RELEASE]


def test_other_line_ends_and_a_bom_are_no_change() -> None:
    text = release_text(release((), datetime(2021, 4, 1, tzinfo=HANOI))).replace("\n", "\r\n")
    source = document("x.yml", text)
    assert list(alterations(source, read(text))) == []
