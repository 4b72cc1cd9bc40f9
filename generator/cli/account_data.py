"""Where a person's own things lie: the user's data folder, in an office that of the account."""

from pathlib import Path

from generator.adapters.history import data_folder, make_private
from generator.desk.acting import account


def account_data() -> Path | None:
    """The folder of whoever acts; None where there are no accounts."""
    who = account()
    if who is None:
        return None
    folder = data_folder() / "accounts" / who.key
    make_private(folder.parent)
    make_private(folder)
    return folder
