"""Buttons that put a calendar file into a reader's own calendar."""

import re
from urllib.parse import quote

from generator.catalogue import words
from generator.model import addresses
from generator.outputs import Context


def subscribe(context: Context, file: str, name: str, path: str) -> list[dict[str, str]]:
    """Links for phones and desktop programs, for Google and Outlook, and the file itself.

    A subscribed calendar keeps itself up to date; a downloaded file does not.
    """
    whole = addresses.absolute(context.workspace.site.url, file)
    web = re.sub(r"^https?:", "webcal:", whole)
    outlook = f"https://outlook.live.com/calendar/0/addfromweb?url={quote(whole, safe='')}"
    google = f"https://calendar.google.com/calendar/r?cid={quote(web, safe='')}"
    return [
        {"kind": "webcal", "title": words("Subscribe on a phone or computer"), "url": web},
        {"kind": "google", "title": "Google Calendar", "url": google},
        {
            "kind": "outlook",
            "title": "Outlook",
            "url": f"{outlook}&name={quote(name, safe='')}",
        },
        {
            "kind": "download",
            "title": words("Download the file (.ics)"),
            "url": addresses.relative(file, path),
        },
    ]
