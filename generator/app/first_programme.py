"""The files of a first programme, made from a few answers: what another office begins with.

Nothing is invented: it holds what was answered, and says where the office's own words are to come.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import words
from generator.media import media
from generator.model.medium import Medium
from generator.model.names import LONGEST_ID, is_reserved
from generator.vietnamese.slugs import slugify

QUARTERS = ("I", "II", "III", "IV")
_YAML_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_LONGEST = LONGEST_ID - 12  # so that a year and a number fit behind it
DOCUMENT = "van-ban-ke-hoach"
"""The id of the document of the plan, whose lines the plan cites."""


@dataclass(frozen=True, slots=True)
class PlannedMedium:
    """So many pieces of a medium, in some quarters (I to IV)."""

    medium: str
    count: int
    quarters: tuple[str, ...] = QUARTERS


@dataclass(frozen=True, slots=True)
class ProgrammeAnswers:
    """What was answered; `title` of the site, `place` as it is called: «tỉnh Mẫu»."""

    title: str
    place: str
    owner: str
    year: int
    url: str
    planned: tuple[PlannedMedium, ...] = ()
    station: str = ""
    paper: str = ""


def first_programme(answers: ProgrammeAnswers) -> dict[str, str]:
    """The authored files by path; settings, brand and papers come from the starter."""
    ids = _Ids()
    owner = ids.of(answers.owner, "co-quan")
    station = ids.of(answers.station, "dai") if answers.station else ""
    paper = ids.of(answers.paper, "bao") if answers.paper else ""
    plan = f"{_identity(answers.place, 'ke-hoach')}-{answers.year}"
    return {
        f"campaigns/{plan}/plan.yml": "".join(_plan(answers, plan, (owner, station, paper))),
        "campaigns/partners.yml": "".join(_partners(answers, owner, station, paper)),
        "campaigns/places.yml": _places(answers),
        "campaigns/sources.yml": _sources(answers),
        "content/index.md": _home(answers, plan),
    }


class _Ids:
    """Ids of partners: no two are the same."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def of(self, name: str, otherwise: str) -> str:
        base, number = _identity(name, otherwise), 1
        found = base
        while found in self._known:
            number += 1
            found = f"{base}-{number}"
        self._known.add(found)
        return found


def _identity(name: str, otherwise: str) -> str:
    """An id made of a name, by whole syllables; of one that no file can bear the other."""
    slug = slugify(name)
    short = slug if len(slug) <= _LONGEST else slug[: _LONGEST + 1].rpartition("-")[0]
    is_word = short[:1].isalpha() and short not in _YAML_WORDS and not is_reserved(short)
    return short if is_word else f"{otherwise}-{short}".rstrip("-")


def _text(value: str) -> str:
    """A value as YAML reads it, whatever it holds."""
    return json.dumps(" ".join(value.split()), ensure_ascii=False)


def planned_media() -> list[Medium]:
    """Those of which plans promise a number."""
    return [medium for medium in media().values() if medium.placing != "none"]


def _plan(answers: ProgrammeAnswers, plan: str, partners: tuple[str, str, str]) -> Iterator[str]:
    owner, station, paper = partners
    yield "# Kế hoạch. Ghi đúng như văn bản in; source là “tài liệu:số dòng” của văn bản ấy.\n"
    yield "# Được phê duyệt rồi thì thêm: issuer, issued_on, report_due, budget, legal_basis.\n"
    yield f"id: {plan}\ntitle: {_text(_title(answers))}\nperiod: {answers.year}\n"
    yield f"owner: {owner}\nsource: {DOCUMENT}:1\n\nactivities:\n"
    kinds = {each.medium: each for each in answers.planned if each.count}
    promised = [medium for medium in planned_media() if medium.name in kinds]
    for line, medium in enumerate(promised, 2):
        printed = paper if medium.placing == "moment" else ""
        partner = station if medium.body == "script" else printed
        yield from _activity(kinds[medium.name], medium, owner, partner, line)


def _activity(
    planned: PlannedMedium, medium: Medium, owner: str, partner: str, line: int
) -> Iterator[str]:
    yield f"  - id: {slugify(medium.section)}\n    title: {_text(words(medium.plural))}\n"
    yield f"    medium: {medium.name}\n    quantity: {planned.count:02} {medium.unit}\n"
    quarters = [each for each in QUARTERS if each in planned.quarters] or QUARTERS
    yield f"    quarters: [{', '.join(quarters)}]\n"
    yield f"    partner: {partner}\n" if partner else ""
    yield f"    responsible: {owner}\n    source: {DOCUMENT}:{line}\n"


def _title(answers: ProgrammeAnswers) -> str:
    return f"Kế hoạch {answers.title}, {answers.place}, năm {answers.year}"


def _partners(answers: ProgrammeAnswers, owner: str, station: str, paper: str) -> Iterator[str]:
    yield "# Các đơn vị phối hợp. id giữ mãi; tên đổi thì thêm một dòng có from/to.\n"
    yield "# Biết sóng, trang báo nhận bài thứ mấy, giờ nào thì thêm channels.\npartners:\n"
    for identity, kind, name in (
        (owner, "authority", answers.owner),
        (station, "radio", answers.station),
        (paper, "newspaper", answers.paper),
    ):
        if identity:
            yield f"  - id: {identity}\n    kind: {kind}\n"
            yield f"    names:\n      - {{name: {_text(name)}}}\n"


def _places(answers: ProgrammeAnswers) -> str:
    identity = _identity(answers.place, "tinh")
    return (
        "# Các địa điểm: tên và nơi trực thuộc ghi theo thời gian (from/to).\nplaces:\n"
        f"  - id: {identity}\n    kind: province\n    names:\n"
        f"      - {{name: {_text(answers.place)}}}\n"
    )


def _sources(answers: ProgrammeAnswers) -> str:
    return (
        "# Các tài liệu mà con số lấy ra. “van-ban-ke-hoach:2” nghĩa là dòng 2 của tài liệu ấy.\n"
        f"sources:\n  - id: {DOCUMENT}\n    title: {_text(_title(answers))}\n"
        "    note: Văn bản của cơ quan. Có số hiệu, ngày ký thì ghi vào title; chép đúng số dòng.\n"
    )


def _home(answers: ProgrammeAnswers, plan: str) -> str:
    return (
        "---\nid: trang-chu\nmedium: article\nslug: index\n"
        f"title: {_text(answers.title)}\n"
        f"summary: {_text(f'{answers.title} ở {answers.place}, năm {answers.year}.')}\n"
        f"status: approved\napproved_by: Ví dụ\napproved_on: 1/1/{answers.year}\n---\n\n"
        "## Có gì ở đây\n\n"
        f"- [Kế hoạch năm {answers.year}](ke-hoach/{plan}.md): các chỉ tiêu, đã làm đến đâu.\n"
        "- [Lịch tuyên truyền](lich/index.md) theo từng quý.\n"
        "- [Theo dõi](theo-doi.md) bài mới, hoặc nhận lịch về điện thoại.\n"
    )
