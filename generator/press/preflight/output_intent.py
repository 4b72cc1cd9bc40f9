"""Point 3: one output intent of PDF/X with a profile of four inks."""

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Rule
from generator.press.faults import Fault, fault
from generator.press.intent import NO_PROFILE_NAMED
from generator.press.preflight.delivery import Delivery

NO_INTENT = Rule(
    "intent-missing",
    "The file names no printing condition, or more than one.",
    "Name the profile of the printer (profile: and condition:) and build again.",
)
WRONG_PROFILE = Rule(
    "profile-not-cmyk",
    "The colour profile is not one of four inks (CMYK).",
    "Name a CMYK profile at profile: of the printer; ask the print shop for theirs.",
)


def check(file: Delivery) -> Iterator[Fault]:
    """The intents of the document and the profile in it."""
    if file.order is not None and file.order.intent is None:
        yield fault(NO_PROFILE_NAMED, "printer", "profile")
        return
    intents = list(file.document.Root.get("/OutputIntents", ()))
    pdfx = [intent for intent in intents if intent.get("/S") == "/GTS_PDFX"]
    if len(pdfx) != 1:
        yield fault(NO_INTENT, "printer", "profile")
    elif not _has_four_inks(pdfx[0].get("/DestOutputProfile")):
        yield fault(WRONG_PROFILE, "printer", "profile")


def _has_four_inks(profile: Any) -> bool:  # noqa: ANN401 - pikepdf's object
    if profile is None or int(profile.get("/N", 0)) != 4:  # noqa: PLR2004 - inks
        return False
    data = profile.read_bytes()
    return bool(data[36:40] == b"acsp" and data[16:20] == b"CMYK")
