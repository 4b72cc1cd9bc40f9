"""The output intent: the printing condition that a PDF/X-4 file is made for."""

import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.diagnostics import Refusal, Rule, warning

if TYPE_CHECKING:
    import pikepdf

NO_PROFILE_NAMED = warning(
    "printer-without-profile",
    "The printer has no colour profile: the file is a plain PDF, not PDF/X-4.",
    "Ask the print shop for its CMYK profile and name it at profile:.",
)
BAD_PROFILE = Rule(
    "bad-profile",
    "The colour profile “{file}” cannot be used: {problem}.",
    "Name a CMYK profile (.icc) below assets/; ask the print shop for theirs.",
)
HEAD = 40
"""Bytes of a profile that say what it is."""
_COLOUR_SPACE = slice(16, 20)
_SIGNATURE = slice(36, 40)


@dataclass(frozen=True, slots=True)
class Intent:
    """A printing condition: its name in the ICC registry, in words, and its profile (ICC, CMYK)."""

    identifier: str
    condition: str
    icc: bytes = field(repr=False)


def unusable(icc: bytes) -> Refusal | None:
    """Why a file is no profile for an intent."""
    if icc[_SIGNATURE] != b"acsp":
        return no_profile("it is no ICC profile")
    if icc[_COLOUR_SPACE] != b"CMYK":
        return no_profile("it is not one of four inks (CMYK)")
    return None


def no_profile(problem: str) -> Refusal:
    """The refusal of a profile; `problem` is a message of ours."""
    return Refusal(BAD_PROFILE, {"problem": problem})


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
def unpacked_head(data: bytes) -> bytes:
    """The first bytes of a packed profile, all of which is unpacked: once for a printer's files.

    Raises:
        zlib.error: it is damaged.
    """
    return zlib.decompress(data)[:HEAD]


@lru_cache(maxsize=4)
def _deflated(icc: bytes) -> bytes:
    return zlib.compress(icc, 9)
