"""Point 3: one output intent of PDF/X with a profile of four inks."""

import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from generator.diagnostics import Rule
from generator.press.faults import Fault, fault
from generator.press.intent import HEAD, NO_PROFILE_NAMED, unpacked_head
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
    if file.is_plain:
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
    head = _head(profile)
    return head[36:40] == b"acsp" and head[16:20] == b"CMYK"


def _head(profile: Any) -> bytes:  # noqa: ANN401 - as above
    """Its first bytes; the whole of it is unpacked, so that damage is seen."""
    if is_packed(profile):
        with suppress(zlib.error):  # which the reader below may yet mend, or tell
            return unpacked_head(profile.read_raw_bytes())
    return bytes(profile.read_bytes()[:HEAD])


def is_packed(profile: Any) -> bool:  # noqa: ANN401 - as above
    """Whether it is packed as most files are."""
    return bool(profile.get("/Filter") == "/FlateDecode") and "/DecodeParms" not in profile
