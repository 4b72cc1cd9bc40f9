"""The permanent name of a thing in calendars."""

import uuid


def uid_of(identity: str) -> str:
    """A UID made from an id: stable, and telling nothing of a piece that is not public yet."""
    return f"{uuid.uuid5(uuid.NAMESPACE_URL, identity)}@loa"
