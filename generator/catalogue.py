"""The user's words: English messages in the code, translated by `locale/<language>/…/loa.po`.

An editor proofreads one `.po` file; nothing is compiled and nothing is looked up at import.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from pkgutil import get_data

LANGUAGES = ("vi", "en")

# Babel reads more of the format, and takes a fifth of a second for it at every command.
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_ENTRY = re.compile(
    rf"^msgid ((?:{_STRING.pattern}\s*)+)^msgstr ((?:{_STRING.pattern}\s*)+)", re.MULTILINE
)


@cache
def messages(language: str) -> Mapping[str, str]:
    """Every message of a language, English first; unknown languages have none."""
    try:
        source = get_data("generator", f"locale/{language}/LC_MESSAGES/loa.po") or b""
    except FileNotFoundError:
        return {}
    entries = _ENTRY.findall(source.decode().replace("\r\n", "\n"))
    found = {_unquoted(message): _unquoted(words) for message, words in entries}
    return {message: words for message, words in found.items() if message and words}


def _unquoted(strings: str) -> str:
    line = strings.strip()
    if "\\" not in line and "\n" not in line:  # as most are
        return line[1:-1]
    parts = _STRING.findall(line)
    return "".join(json.loads(part) if "\\" in part else part[1:-1] for part in parts)


def translate(message: str, language: str) -> str:
    """The message in a language, or the English message itself where it has no translation."""
    return messages(language).get(message, message) if language != "en" else message


def words(message: str, **details: object) -> str:
    """The message in Vietnamese, the language of everything that readers and partners receive."""
    text = translate(message, "vi")
    return text.format_map(details) if details else text
