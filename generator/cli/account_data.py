"""Where a person's own things lie: the user's data folder, in an office that of the account."""

from pathlib import Path

from generator.adapters.history import data_folder, make_private
from generator.desk.acting import account


def folder_of(key: str) -> Path:
    """Where the things of an account lie, if it has any."""
    return data_folder() / "accounts" / key


def account_data() -> Path | None:
    """The folder of whoever acts; None where there are no accounts."""
    who = account()
    if who is None:
        return None
    folder = folder_of(who.key)
    make_private(folder.parent)
    make_private(folder)
    return folder
