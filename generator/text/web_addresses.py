"""Whole addresses that are of little use to readers: near ones, shared ones, shortened ones."""

import re

NEAR = re.compile(
    r"(?i:https?)://(?:localhost|0\.0\.0\.0|\[::1\]|127(?:\.\d{1,3}){3}|10(?:\.\d{1,3}){3}"
    r"|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|127(?:\.\d+){0,2}"
    r"|(?:[\w-]+\.)*[\w-]+\.(?:local|lan|home|internal|intranet|corp|localdomain))"
    r"(?::\d+)?(?:[/?#].*)?"
)
"""An address that readers cannot reach."""
MEMBERS = re.compile(
    r"(?i:https?)://(?:docs\.google\.com/(?:\w+/)?d/[^/]+/edit|drive\.google\.com/drive"
    r"|[\w-]+-my\.sharepoint\.com/|onedrive\.live\.com/edit|chat\.zalo\.me|zalo\.me/g/"
    r"|mail\.google\.com|outlook\.(?:office|live)\.com|teams\.microsoft\.com|web\.whatsapp\.com"
    r"|meet\.google\.com|[\w.]*zoom\.us/j/).*"
)
"""A document, a talk or a mailbox of some people."""
SHORT = re.compile(
    r"(?i:https?)://(?:www\.)?(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|s\.id|shorturl\.at|rb\.gy|is\.gd"
    r"|cutt\.ly|ow\.ly|rebrand\.ly|by\.com\.vn|shope\.ee|forms\.gle|maps\.app\.goo\.gl|tiny\.cc)/\S+"
)
"""An address that a service has shortened."""
