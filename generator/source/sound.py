"""A recording as it leaves the house: what is heard of it, and nothing else that its file holds.

Recorders and programs write into it who spoke, where and when, notes, texts and pictures: nobody
sees or hears them until somebody looks. What it is stands on the page, in the podcast and in the
name of the file.
"""

from generator.diagnostics import Location
from generator.model.artifact import NotMadeError
from generator.model.asset import Asset
from generator.source.audio import FORM
from generator.source.sound_boxes import only_sound
from generator.source.sound_frames import frames

FORM_OF_SOUND = "1"
"""Raised when the same recording is to leave the house otherwise."""


def sound_of(asset: Asset) -> bytes:
    """The sound of an asset, byte for byte. Raises NotMadeError if there is none any more."""
    made = sound(asset.read())
    if not made:
        raise NotMadeError(FORM.at(Location(asset.path), file=asset.path))
    return made


def sound(data: bytes) -> bytes:
    """What is heard of the bytes of a recording; nothing where they are none."""
    return only_sound(data) if data[4:8] == b"ftyp" else frames(data)
