"""How long a script takes to read aloud, against the slot that it is for.

A script runs as long as its syllables need at the speaking rate, and its cues beside them.
"""

from dataclasses import dataclass
from typing import Final, Literal

Fit = Literal["fits", "over", "under"]

FILLED: Final = 0.8
"""The share of a slot that a script must fill: music fills up a little, not more (our policy)."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Syllables a minute: as a rule, when read slowly and when read quickly.

    News of VOV was measured at 233 (29.444 syllables of 106 items:
    https://123docz.net/trich-doan/826318-toc-do-trung-binh.htm); what is to be understood by
    people at work is read more slowly, which is our policy.
    """

    usual: int = 220
    slow: int = 200
    fast: int = 240


USUAL: Final = Rate()


@dataclass(frozen=True, slots=True)
class Estimate:
    """Seconds that a script takes at the usual rate, with its band from fast to slow."""

    usual: int
    fast: int
    slow: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a script fits its slot; else `syllables` are to be cut, or are missing to fill it."""

    fit: Fit
    syllables: int = 0


def estimate(syllables: int, cues: int, rate: Rate = USUAL) -> Estimate:
    """The time of so many syllables and of cues of so many seconds in all."""
    return Estimate(
        *(cues + round(60 * syllables / speed) for speed in (rate.usual, rate.fast, rate.slow))
    )


def judge(estimated: Estimate, slot: int, rate: Rate = USUAL) -> Judgement:
    """An estimate against a slot of so many seconds.

    It is over when it does not fit at the usual rate, and under when it leaves more of the slot
    empty than music fills, even read slowly.
    """
    if estimated.usual > slot:
        return Judgement("over", _syllables(estimated.usual - slot, rate))
    if estimated.slow < FILLED * slot:
        return Judgement("under", _syllables(slot - estimated.usual, rate))
    return Judgement("fits")


def _syllables(seconds: int, rate: Rate) -> int:
    return -(-seconds * rate.usual // 60)  # rounded up: so many are surely enough
