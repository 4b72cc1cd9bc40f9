"""Short forms and what they stand for: `campaigns/abbreviations.yml`."""

from collections.abc import Mapping
from typing import Literal

from generator.model.fields import SourceRef, Text
from generator.model.record import Record


class Abbreviation(Record):
    """A short form (chữ viết tắt), what it means, and what is said where that is not the same.

    A text explains it where readers meet it first, unless everybody knows it (`explain: never`).
    """

    short: Text
    full: Text
    spoken: Text = ""
    source: SourceRef | None = None
    explain: Literal["first", "never"] = "first"


class AbbreviationFile(Record):
    """The abbreviations that texts may use."""

    abbreviations: tuple[Abbreviation, ...] = ()

    @property
    def readings(self) -> Mapping[str, str]:
        """What an announcer says for each."""
        return {each.short: each.spoken or each.full for each in self.abbreviations}
