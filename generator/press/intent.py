"""The output intent: the printing condition that a PDF/X-4 file is made for."""

import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.diagnostics import Rule, Severity

if TYPE_CHECKING:
    import pikepdf

NO_PROFILE_NAMED = Rule(
    "printer-without-profile",
    "The printer has no colour profile: the file is a plain PDF, not PDF/X-4.",
    "Ask the print shop for its CMYK profile and name it at profile:.",
    Severity.WARNING,
)
_COLOUR_SPACE = slice(16, 20)
_SIGNATURE = slice(36, 40)


@dataclass(frozen=True, slots=True)
class Intent:
    """A printing condition: its name in the ICC registry, in words, and its profile.

    Raises:
        ValueError: "profile" when `icc` is no ICC profile, "channels" when it is not one of CMYK.
    """

    identifier: str
    condition: str
    icc: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if self.icc[_SIGNATURE] != b"acsp":
            raise ValueError("profile")  # noqa: EM101 - a stable reason, not a message
        if self.icc[_COLOUR_SPACE] != b"CMYK":
            raise ValueError("channels")  # noqa: EM101 - a stable reason, not a message


def set_intent(document: "pikepdf.Pdf", intent: Intent) -> None:
    """Make `intent` the one output intent of the document."""
    import pikepdf

    # Compressed here and once: deflating the profile is most of a save.
    profile = document.make_stream(b"", {"/N": 4})
    profile.write(_deflated(intent.icc), filter=pikepdf.Name.FlateDecode)
    document.Root.OutputIntents = pikepdf.Array(
        [
            document.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.OutputIntent,
                    S=pikepdf.Name.GTS_PDFX,
                    OutputConditionIdentifier=pikepdf.String(intent.identifier),
                    OutputCondition=pikepdf.String(intent.condition),
                    Info=pikepdf.String(intent.condition),
                    RegistryName=pikepdf.String("http://www.color.org"),
                    DestOutputProfile=profile,
                )
            )
        ]
    )


@lru_cache(maxsize=4)
def _deflated(icc: bytes) -> bytes:
    return zlib.compress(icc, 9)
