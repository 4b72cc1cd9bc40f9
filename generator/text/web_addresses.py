"""Whole addresses that are of little use to readers: shared ones, shortened ones.

Which names lead nowhere outside: `model/reserved_names.py`.
"""

import re

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
