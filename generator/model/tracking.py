"""What programs hang on addresses: no reader needs it, and it tells what nobody meant to tell.

Networks, newsletters, search engines and chat programs put a counter behind the question mark, or
lead to the page through one of their own; what one has to log in to puts a key there, with which
whoever reads it opens the page in the name of whoever copied it.
"""

import re
from typing import Final
from urllib.parse import unquote

from generator.vietnamese.forms import RareForm

_NAMES: Final = (
    r"(?:utm|hsa|mtm|piwik|pk|__hs|fb_action|at|wt)_\w+|fbclid|gclid|gclsrc|dclid|[gw]braid|msclkid"
    r"|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|mibextid|_hsenc|_hsmi|mkt_tok|zarsrc|gidzl|srsltid"
    r"|sca_esv|sxsrf|ved|vero_id|oly_(?:anon|enc)_id|rdid|ref_src|ref_url|spm|scm|_ga|_gl|cmpid|epik"
    r"|__cft__(?:\[\d\]|%5B\d%5D)|__tn__|__xts__|notif_id|notif_t|_branch_match_id|trk|li_fat_id|ouid|authuser|rtpof"
)
_GOES_ON: Final = r"[^\s<>\"”)\]#]*"
_SIGNED: Final = r"[^&\s<>\"”)\]#;]"
_SECRET: Final = (
    rf"(?:[a-z]+[_-]?)?token={_SIGNED}{{6,}}|(?:api[_-]?key|pass(?:word|wd)?|pwd|mat_?khau|otp)={_SIGNED}+"
    rf"|(?:s?sid|(?:php|asp|j)?sess(?:ion)?[_-]?(?:id)?\w*|sig|signature|ticket|auth(?:[_-]?key)?|sso"
    rf"|x-(?:amz|goog)-[a-z-]+|awsaccesskeyid)={_SIGNED}{{12,}}"
)
"""A key by which a page knows somebody; short ones may be numbers of pages: «?sid=12»."""
_IN_PATH: Final = rf";jsessionid={_SIGNED}+"
_IS_SECRET: Final = re.compile(rf"{_SECRET}|{_IN_PATH}", re.IGNORECASE)
_QUERY: Final = re.compile(rf"\?(?P<query>{_GOES_ON})")
_TRACKER: Final = re.compile(rf"(?:{_NAMES})(?:=.*)?|(?i:{_SECRET})")
_PATH_KEY: Final = re.compile(_IN_PATH, re.IGNORECASE)
_LED: Final = re.compile(
    r"https?://(?:www\.google\.[a-z.]+/url|lm?\.facebook\.com/l\.php|l\.instagram\.com/"
    r"|[\w.-]+\.safelinks\.protection\.outlook\.com/|www\.youtube\.com/redirect)"
    rf"\?(?:{_GOES_ON}?&)?(?:q|u|url)=(?P<target>https?(?:%3A|:){_GOES_ON})",
    re.IGNORECASE,
)
_FOUND: Final = RareForm(
    rf"(?<=[?&])(?:(?:{_NAMES})=[^&\s<>\"”)\]#]*|{_SECRET})|{_IN_PATH}|{_LED.pattern}",
    rf"(?i:[?&](?:(?:{_NAMES})=|{_SECRET})|{_IN_PATH}"
    r"|(?:/url|l\.php|instagram\.com/|outlook\.com/|/redirect)\?)",
    re.IGNORECASE,
    is_of_values=True,
)


def trackers(text: str) -> tuple[tuple[int, str], ...]:
    """What of the addresses in a text counts readers or opens a page, each with its offset."""
    if "?" not in text and ";" not in text:  # nearly always
        return ()
    return tuple((found.start(), found[0]) for found in _FOUND.finditer(text))


def is_secret(part: str) -> bool:
    """Whether what hangs on an address opens the page, rather than counting who does."""
    return _IS_SECRET.fullmatch(part) is not None


def without_trackers(word: str) -> str:
    """A word with its addresses as they lead to the same page without a counter or a key."""
    word = _PATH_KEY.sub("", word)
    led = _LED.sub(lambda found: unquote(found["target"].partition("&")[0]), word)
    return _QUERY.sub(_without, led)


def _without(found: re.Match[str]) -> str:
    kept = [part for part in found["query"].split("&") if not _TRACKER.fullmatch(part)]
    return f"?{'&'.join(kept)}" if kept else ""
