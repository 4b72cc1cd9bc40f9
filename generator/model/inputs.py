"""What a result is made from, by name: why it was made again can then be said."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Self

from generator.model.artifact import digest_of


class Input(StrEnum):
    """What results are made from; the values are msgids."""

    WORDS = "its words"
    TIMES = "dates, times and places"
    PICTURES = "its pictures"
    RECORDING = "its recording"
    PAGES = "the pages that it tells of"
    TEMPLATE = "its template, with typefaces and typesetter"
    BRAND = "colours and emblem of the brand"
    PRINTER = "what the printer asks for"
    FORM = "how loa makes such a file"
    LINKS = "where its links lead"
    NAVIGATION = "the navigation"
    THEME = "mkdocs.yml, the theme or what builds the website"


class Digest(str):
    """A digest of several inputs; `inputs` are their own digests by name.

    A name is an `Input`, or a file that the result holds.
    """

    __slots__ = ("inputs",)
    inputs: Mapping[str, str]

    def __new__(cls, value: str, inputs: Mapping[str, str]) -> Self:
        """A digest that was computed otherwise, with what it was computed from."""
        made = super().__new__(cls, value)
        made.inputs = inputs
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """For another process."""
        return Digest, (str(self), dict(self.inputs))

    def of(self, *kind: str) -> "Digest":
        """The digest of one of several results of the same inputs."""
        return Digest(digest_of(self, *kind), self.inputs)


def made_from(inputs: Mapping[str, bytes | str]) -> Digest:
    """The digest of a result by all that its bytes depend on."""
    named = {str(name): digest_of(value) for name, value in inputs.items()}
    return Digest(digest_of(*(part for pair in named.items() for part in pair)), named)


def inputs_of(digest: str) -> Mapping[str, str]:
    """The inputs of a digest; one that does not know them stands for the words."""
    return digest.inputs if isinstance(digest, Digest) else {str(Input.WORDS): digest}
