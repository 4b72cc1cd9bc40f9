"""Rules for what hangs outdoors, each with its legal source and the days for which we have it.

Publicity of the state that names no product is arguably no advertising (Luật Quảng cáo 2012,
điều 1 khoản 2); article 27 is applied to it as a publisher's policy. Where the basis is not
confirmed a rule only warns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.diagnostics import Rule, warning
from generator.model.placement import Placement
from generator.model.printed_piece import PrintedPiece
from generator.press.faults import Fault, fault, figure
from generator.vietnamese.dates import format_date
from generator.vietnamese.superlatives import superlatives

MOST_SHARE = 20.0  # per cent of the area


@dataclass(frozen=True, slots=True)
class Law:
    """Where a rule stands and for which days: article, document, address of what we read."""

    article: str
    address: str
    since: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the text that we read was in force."""
        return self.since <= day and (self.until is None or day <= self.until)


_READ_27 = (
    "https://tracuuluat.lcalawfirm.vn/bai-viet/"
    "dieu-27-quang-cao-tren-bang-quang-cao-bangron-2380.html"
)
# Luật 16/2012/QH13; amended by Luật 75/2025/QH15 from 1/1/2026, whose article 27 we have not read.
ARTICLE_27 = Law("Điều 27 Luật Quảng cáo 2012", _READ_27, date(2013, 1, 1), date(2025, 12, 31))
ARTICLE_18 = Law(
    "Điều 18 Luật Quảng cáo 2012",
    "https://thuvienphapluat.vn/hoi-dap-phap-luat/"
    "49BCF-hd-quang-cao-ngon-ngu-viet-nam-sau-ngon-ngu-nuoc-ngoai-duoc-khong.html",
    date(2013, 1, 1),
    date(2025, 12, 31),
)
DECREE_38 = Law(
    "Điều 34 Nghị định 38/2021/NĐ-CP",
    "https://namsach.haiphong.gov.vn/tin-tuc-su-kien/-canh-bao-cac-hanh-vi-vi-pham-pho-bien-"
    "trong-hoat-dong-quang-cao-va-lam-bien-hieu-dung-vo-tinh-m-776312",
    date(2021, 6, 1),
)

TOO_LONG = warning(
    "outdoor-too-long",
    "The banner hangs for {days} days, from {since} to {until}.",
    "Take it down after 15 days at most ({law}).",
)
NO_IMPRINT = warning(
    "outdoor-no-address",
    "The artwork does not say who answers for it: {what} is missing.",
    "Write it to this partner in campaigns/partners.yml with its source; "
    "all printed pieces then bear it ({law}). "
    "If no source has it yet, say so there: unknown: [{{what: address, why: …}}]",
)
SPONSOR_SHARE = Rule(
    "outdoor-sponsor-share",
    "The sponsor takes {share} % of the area.",
    "Draw it smaller: 20 % of the area at most ({law}).",
)
SPONSOR_PLACE = Rule(
    "outdoor-sponsor-place",
    "The sponsor stands at the side {found}.",
    "Put it at the side {asked} ({law}).",
)
SPONSOR_BEYOND = Rule(
    "outdoor-sponsor-beyond",
    "The sponsor's name reaches out of its {share} % at the side {side}.",
    "Let sheet() of common.typ draw it, or keep it there in your template ({law}).",
)
FORBIDDEN_PLACE = Rule(
    "outdoor-forbidden-fixing",
    "It must not hang there: {fixing}.",
    "Fix it to a wall, a fence, a gate or a frame of its own ({law}).",
)
SUPERLATIVE = warning(
    "outdoor-superlative",
    "“{words}” claims a first place.",
    "Prove it in sources: or write it without the superlative ({law}).",
)
UNREAD = warning(
    "outdoor-law-unread",
    "This was not held to {law}: the text that we know is that of {since} to {until}, "
    "and it hangs on {day}.",
    "Ask the office for culture which text holds on that day.",
)
FOREIGN_HIGH = Rule(
    "outdoor-foreign-high",
    "The foreign words are {found} mm high; {most} mm is the most beside the Vietnamese ones.",
    "Set them at three quarters of the Vietnamese letters at most ({law}).",
)
FOREIGN_ABOVE = Rule(
    "outdoor-foreign-above",
    "The foreign words stand above the Vietnamese ones.",
    "Put them below ({law}).",
)
_FORBIDDEN = {
    "across-road": ARTICLE_27,
    "power-pole": DECREE_38,
    "signal": DECREE_38,
    "tree": DECREE_38,
}


def outdoor(piece: PrintedPiece, day: date) -> Iterator[Fault]:
    """What a piece says of itself against the rules of the day on which it is hung outdoors."""
    if not piece.hangs_outdoors:
        return
    for index, placement in enumerate(piece.placements):
        if piece.is_outdoors_at(placement):
            yield from _placement(piece, placement, index, day)
    if piece.sponsor:
        yield from (
            _sponsor(piece) if ARTICLE_27.holds_on(day) else [_unread(ARTICLE_27, day, "sponsor")]
        )
    if piece.foreign and not ARTICLE_18.holds_on(day):
        yield _unread(ARTICLE_18, day, "foreign")
    for key in ("slogan", "headline", "numeral", "fact"):
        for words in _superlatives(getattr(piece, key, "")):
            yield fault(SUPERLATIVE, "piece", key, words=words, law=DECREE_38.article)


def _placement(piece: PrintedPiece, placement: Placement, index: int, day: date) -> Iterator[Fault]:
    since, until = placement.since, placement.until
    begins = since or day
    here = ("placements", str(index))
    if since and until and piece.most_days:
        days = (until - since).days + 1
        if days > piece.most_days and not ARTICLE_27.holds_on(since):
            yield _unread(ARTICLE_27, since, *here, "until")
        elif days > piece.most_days:
            yield fault(
                TOO_LONG,
                "piece",
                *here,
                "until",
                days=days,
                since=_day(since),
                until=_day(until),
                law=ARTICLE_27.article,
            )
    law = _FORBIDDEN.get(placement.fixing or "")
    if law is not None and not law.holds_on(begins):
        yield _unread(law, begins, *here, "fixing")
    elif law is not None:
        where = ("piece", *here, "fixing")
        yield fault(FORBIDDEN_PLACE, *where, fixing=placement.fixing, law=law.article)


def _unread(law: Law, day: date, *key: str) -> Fault:
    since, until = _day(law.since), _day(law.until) if law.until else "…"
    return fault(UNREAD, "piece", *key, law=law.article, since=since, until=until, day=_day(day))


def _day(day: date) -> str:
    return format_date(day)


def _sponsor(piece: PrintedPiece) -> Iterator[Fault]:
    sponsor = piece.sponsor
    if sponsor is None:
        return
    law = ARTICLE_27.article
    if sponsor.share > MOST_SHARE:
        share = figure(sponsor.share)
        yield fault(SPONSOR_SHARE, "piece", "sponsor", "share", share=share, law=law)
    asked = piece.sponsor_side
    if sponsor.at != asked:
        yield fault(SPONSOR_PLACE, "piece", "sponsor", "at", found=sponsor.at, asked=asked, law=law)


def _superlatives(text: str) -> Iterator[str]:
    joined = text.replace("|", " ").replace("  ", " ")
    return (found.words for found in superlatives(joined))
