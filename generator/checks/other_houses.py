"""A text for one province does not speak as the station, the paper or the office of another.

Whoever writes for two provinces sends the same text to both; who listens is then told that he hears
another station, and who asks is sent to an office that does not answer for him. To tell of another
province is right: only who speaks and who is to be asked is looked at.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from generator import vietnamese
from generator.checks import Alone
from generator.diagnostics import Diagnostic, warning
from generator.model.campaign import Campaign
from generator.model.workspace import Workspace
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.word_lists import word_lists

OF_ANOTHER = warning(
    "house-of-another",
    "“{text}” speaks for another province; those who take part here are of {own}.",
    "Name the station, the paper or the office to which the text goes, with its own address and "
    "telephone number. Where another province is told of, say who there is asked.",
)
_PROVINCES: Final = "|".join(
    sorted(word_lists(vietnamese.__name__)["provinces"], key=len, reverse=True)
)
_PROVINCE: Final = re.compile(rf"(?<!\w)(?:{_PROVINCES})(?!\w)")
_BETWEEN: Final = r"(?!(?:của|ở|tại|về|đi|đến|trên|cho|với|theo|là|gần|từ)(?!\w))"
_HOUSE: Final = RareForm(
    r"(?<!\w)(?:Đài|Báo(?! (?:cáo|hiệu))|Sở|Trung tâm|Chi cục|UBND|Ủy ban)"
    rf"(?: {_BETWEEN}(?:[–&-]|[^\W\d_]+,?)){{0,9}}? (?P<of>{_PROVINCES})(?!\w)",
    r"(?<!\w)(?:Đài|Báo|Sở|Trung|Chi|UBND|Ủy)$",
)
_Own = tuple[tuple[str, tuple[str, ...]], ...]
_SENTENCE: Final = re.compile(r"(?:[.!?…][”»)\"]*\s+|\n[ >*_+-]*|\*\*[^*\n]+:\*\*\s*)(?=\S)")
_REACH: Final = 160  # characters before a name
_SELF: Final = re.compile(
    r"(?:(?i:đây|chúng tôi) là|(?i:chương trình)(?: [^\W\d_]+){0,6} do)(?: [^\W\d_]+){0,6}? ?$"
)
_HEARD: Final = re.compile(
    r"(?:đang|vừa|tiếp tục) (?:nghe|xem|theo dõi|đọc)(?!\w)(?:[^.!?\n]{0,60} (?:của|trên|sóng))? $"
)
_ASKED: Final = re.compile(
    r"^(?:(?:(?:kính )?mời|xin|hãy|vui lòng|quý (?:vị|thính giả|bạn đọc)|bạn đọc|(?:các )?bạn"
    r"|bà con|cơ sở nào|ai (?:cần|muốn)|mọi|thư từ|bài vở|ý kiến|chi tiết|cần|muốn|để)(?!\w)"
    r".{0,90}?(?<!\w))?(?:gửi|gọi|liên hệ|liên lạc|hỏi|đăng ký|góp ý|phản ánh)(?!\w).{0,60}$",
    re.IGNORECASE,
)


def register(workspace: Workspace) -> _Own:
    """The provinces of those who take part, by the plan that names them; without one, of all."""
    return tuple(
        (identity, tuple(sorted({*_own(workspace, identity)})))
        for identity in ("", *workspace.campaigns)
    )


def check_against(alone: Alone, register: _Own) -> Iterable[Diagnostic]:
    """Every text that a piece says itself."""
    own = dict(register)
    for text in alone.texts:
        if text.is_main and text.is_vietnamese and _HOUSE.may_be_in(text.prose):
            campaign = str(getattr(text.piece, "campaign", None) or "")
            yield from _told(text, own.get(campaign, own[""]))


def _told(text: ReadText, own: Collection[str]) -> Iterator[Diagnostic]:
    for found in _HOUSE.finditer(text.prose) if own else ():
        if found["of"] not in own and _speaks(text, found.start(), found["of"]):
            said = text.text[found.start() : found.end()]
            yield OF_ANOTHER.at(text.at(*found.span()), text=said, own=", ".join(sorted(own)))


def _speaks(text: ReadText, start: int, province: str) -> bool:
    """Whether what stands before a name says that it speaks here, or is to be asked."""
    before = _SENTENCE.split(text.prose[max(0, start - _REACH) : start])[-1].lstrip(" \n>*_+-")
    if province in before:
        return False
    is_self = text.is_script and _SELF.search(before)
    return bool(is_self or _HEARD.search(before) or _ASKED.search(before))


def _own(workspace: Workspace, identity: str) -> Iterator[str]:
    """The provinces in the names of those who take part in a plan, or in any."""
    campaign = workspace.campaigns.get(identity)
    near = _partners(campaign) if campaign else workspace.partners.keys()
    for partner in (workspace.partners[each] for each in near if each in workspace.partners):
        for dated in partner.names:
            yield from _PROVINCE.findall(dated.name)


def _partners(campaign: Campaign) -> set[str]:
    """The ids of everybody whom a plan names."""
    duties = (duty.body for duty in campaign.responsibilities)
    several = (
        (each.partner, each.responsible, *each.also, *(held.partner for held in each.sessions))
        for each in campaign.activities
    )
    named = (campaign.owner, campaign.issuer, *duties, *(one for each in several for one in each))
    return {each for each in named if each}
