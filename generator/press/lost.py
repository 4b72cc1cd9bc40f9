"""Work whose process was ended by the system: told at what was being made."""

from generator.diagnostics import Location, Rule
from generator.model.artifact import NotMadeError

LOST = Rule(
    "work-lost",
    "{name} could not be made: the process that made it was ended, also when it was alone. It may "
    "need more memory than there is.",
    "Close other programs, then again: loa build. If that does not help, look whether a picture is "
    "very large, or whether a template of your own repeats something without end.",
)


def lost(where: Location, name: str) -> NotMadeError:
    """The error that tells it; `name` is the template or file that was worked on."""
    return NotMadeError(LOST.at(where, name=name))
