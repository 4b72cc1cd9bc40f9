"""How long a script takes to read aloud, against the slot that it is for.

A script runs as long as its syllables need at the speaking rate, and its cues beside them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

Fit = Literal["fits", "over", "under"]

LEAST_SHARE: Final = 0.8
"""The share of a slot that a script must fill: music fills up a little, not more (our policy)."""
HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class Rate:
    """Syllables a minute: as a rule, when read slowly and when read quickly.

    News of VOV was measured at 233 (29.444 syllables of 106 items:
    https://123docz.net/trich-doan/826318-toc-do-trung-binh.htm); what is to be understood by people
    at work is read more slowly, which is our policy. `sample_size` is the number of scripts whose
    time on the air it was measured by; none where it is that policy.
    """

    usual: int = 220
    slow: int = 200
    fast: int = 240
    sample_size: int = 0


USUAL: Final = Rate()
SLOWEST: Final = 120
FASTEST: Final = 330
"""Syllables a minute that announcers stay between: hosts on TV were measured at up to 330.

https://emcovu.com/trong-vong-1-phut-nen-doc-bao-nhieu-tu/amp; the lower bound is our policy.
"""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Seconds that a script takes at the usual rate, with its band from fast to slow."""

    usual: int
    fast: int
    slow: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a script fits its slot; else `syllables` are to be cut, or are missing to fill it.

    `far` says that no reader helps: it is over even read fast, or leaves half of the slot silent.
    """

    fit: Fit
    syllables: int = 0
    far: bool = False


def estimate(syllables: int, cues: int, rate: Rate = USUAL) -> Estimate:
    """The time of so many syllables and of cues of so many seconds in all."""
    return Estimate(
        *(cues + round(60 * syllables / speed) for speed in (rate.usual, rate.fast, rate.slow))
    )


def judge(length: Estimate, slot: int, rate: Rate = USUAL) -> Judgement:
    """An estimate against a slot of so many seconds.

    It is over when it does not fit at the usual rate, and under when it leaves more of the slot
    empty than music fills, even read slowly.
    """
    if length.usual > slot:
        syllables = _syllables(length.usual - slot, rate)
        return Judgement("over", syllables, far=length.fast > slot)
    if length.slow < LEAST_SHARE * slot:
        syllables = _syllables(slot - length.usual, rate)
        return Judgement("under", syllables, far=length.slow < HALF * slot)
    return Judgement("fits")


def measured_rate(airings: Iterable[tuple[int, int]]) -> Rate:
    """How fast a station reads, by the syllables and the seconds of speech of what it aired.

    The band around it is as wide as the usual one. A time that no announcer reads in is left out.
    """
    counted = [(syllables, time) for syllables, time in airings if is_likely(syllables, time)]
    seconds = sum(time for _, time in counted)
    if not seconds:
        return USUAL
    usual = 60 * sum(syllables for syllables, _ in counted) / seconds
    slow, fast = (usual * speed / USUAL.usual for speed in (USUAL.slow, USUAL.fast))
    return Rate(round(usual), round(slow), round(fast), len(counted))


def is_likely(syllables: int, seconds: int) -> bool:
    """Whether an announcer can have read so many syllables in so many seconds."""
    return seconds > 0 and SLOWEST <= 60 * syllables / seconds <= FASTEST


def _syllables(seconds: int, rate: Rate) -> int:
    return -(-seconds * rate.usual // 60)  # rounded up: so many are surely enough
