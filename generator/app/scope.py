"""What a build is to make: everything, some outputs with the site or apart from it, or a choice."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.model.artifact import Artifact, Audience
from generator.outputs import ALL, Choice, outputs
from generator.press.order_files import subject_of

REPORTS = "report"
"""The folder of `dist/` that no build makes or empties: `loa report` writes it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The outputs of these names, every one where none is named; of a choice only those files."""

    names: tuple[str, ...] = ()
    choice: Choice = ALL

    @property
    def is_apart(self) -> bool:
        """Whether it leaves the public site as it is."""
        return bool(self.names) and all(outputs()[name].apart for name in self.names)

    @property
    def outputs(self) -> tuple[str, ...]:
        """The outputs to make; what is public is always made together.

        What lies in the folder of another is made with it: it would be swept away, or be of before.
        """
        known = (each for each in outputs().values() if not self.names or not each.apart)
        named = self.names if self.is_apart else (*self.names, *(each.name for each in known))
        filled = named if self.is_apart else with_needs(named)
        beside = (each.name for each in outputs().values() if each.within in filled)
        return named if self.choice else tuple(dict.fromkeys((*named, *beside)))

    def takes(self, output: str, artifact: Artifact) -> bool:
        """Whether it replaces an artifact: apart, what others lay into its folders as well."""
        if not self.is_apart:
            return True
        mine = output in self.names or (not self.choice and _folder(artifact.path) in self.names)
        return mine and artifact.audience is not Audience.PUBLIC

    def keeps(self, path: str, subjects: Collection[tuple[str, ...]] = ()) -> bool:
        """Whether what lies at a path below `dist/`, and is not made now, stays there.

        Of a choice all stays but other files of the `subjects` that are made: of before, or of a
        size that they have no more.
        """
        if _folder(path) == REPORTS:
            return True
        if self.is_apart and self.choice:
            subject = self.subject(path)
            return not subject or subject not in subjects
        if self.is_apart:
            return _folder(path) not in self.names
        return _folder(path) in outputs().keys() - with_needs(self.outputs)

    def subject(self, path: str) -> tuple[str, ...]:
        """What artwork at a path is of: its piece, and where it hangs if that is chosen."""
        return subject_of(path)[: None if self.choice.place else -1]


def with_needs(names: Iterable[str]) -> set[str]:
    """The outputs of these names, and those that they need."""
    return {each for name in names for each in (name, *with_needs(outputs()[name].needs))}


def _folder(path: str) -> str:
    """The folder of `dist` that a path lies in, which bears the name of an output."""
    return path.partition("/")[0]
