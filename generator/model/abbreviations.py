"""Short forms and what they stand for: `campaigns/abbreviations.yml`."""

from collections.abc import Mapping
from typing import Literal

from generator.model.fields import Code, SourceRef, Text
from generator.model.record import Record


class Abbreviation(Record):
    """Abbreviation: a short form and what it means."""

    short: Code
    """Short form: as it stands in texts.
    Example: SXSH
    Effect: loa check tells a capital short form that is not listed."""
    full: Text
    """Full form: what it stands for.
    Example: sản xuất sạch hơn
    Effect: who searches for one finds the other; read aloud unless spoken says otherwise."""
    spoken: Code = ""
    """Spoken: what an announcer says, where it is not the full form.
    Example: xê o hai
    Effect: the reading time of scripts."""
    source: SourceRef | None = None
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/viet-tat
    Effect: kept in the file, for whoever checks it."""
    explain: Literal["first", "never"] = "first"
    """Explanation: at its first place in a text (first), or never, since everybody knows it.
    Example: never
    Effect: loa check tells a text that does not explain it."""


class AbbreviationFile(Record):
    """Abbreviations: the short forms that texts may use."""

    abbreviations: tuple[Abbreviation, ...] = ()
    """Abbreviations: a group for each.
    Effect: reading times of scripts, the search, and what loa check says of abbreviations."""

    @property
    def readings(self) -> Mapping[str, str]:
        """What an announcer says for each."""
        return {each.short: each.spoken or each.full for each in self.abbreviations}
