"""What a plan does without publishing anything: classes, models, tours, surveys, documents."""

from dataclasses import dataclass
from typing import Final, Literal

UndertakingName = Literal[
    "session", "model", "tour", "survey", "document", "booklet", "upkeep", "advice", "other"
]


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One sort of what is done without being published (việc tổ chức).

    Calendars call and mark it as they do a medium (`model/medium.py`): `singular` and `plural` are
    msgids, `section` is what its calendar file is called. `placing` says whether each has a slot
    of its own (moment) or one slot is for several (period); what has none, such as upkeep, is due
    by the end of its last quarter. `ends` says that it is due when its last day is over, not when
    its first day comes.
    """

    name: str
    singular: str
    plural: str
    section: str
    tone: Literal["la", "mam", "nuoc", "dat", "muc"] = "muc"
    shape: Literal["round", "square", "bar", "ring"] = "square"
    placing: Literal["moment", "period", "none"] = "period"
    ends: bool = True


UNDERTAKINGS: Final = {
    each.name: each
    for each in (
        Undertaking("session", "Session", "Sessions", "lop-hoi-thao", placing="moment", ends=False),
        Undertaking(
            "tour", "Study tour", "Study tours", "tham-quan", "muc", "round", "moment", ends=False
        ),
        Undertaking("model", "Model", "Models", "mo-hinh", "muc", "bar", "moment"),
        Undertaking("survey", "Survey", "Surveys", "khao-sat", shape="ring"),
        Undertaking("document", "Document", "Documents", "tai-lieu", "dat", "ring"),
        Undertaking("booklet", "Booklet", "Booklets", "an-pham", "dat", "bar"),
        Undertaking("upkeep", "Upkeep", "Upkeep", "duy-tri", placing="none"),
        Undertaking("advice", "Advice", "Advice", "tu-van", placing="none"),
        Undertaking("other", "Other work", "Other work", "viec-khac"),
    )
}
"""Every sort by its name, in the order of menus."""
