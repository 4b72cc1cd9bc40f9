"""The user's words: English messages in the code, translated by `locale/<language>/…/loa.po`.

An editor proofreads one `.po` file; nothing is compiled and nothing is looked up at import.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("vi", "en")


@cache
def messages(language: str) -> Mapping[str, str]:
    """Every message of a language, English first; unknown languages have none."""
    source = files("generator").joinpath("locale", language, "LC_MESSAGES", "loa.po")
    if not source.is_file():
        return {}
    from babel.messages.pofile import read_po

    with source.open("rb") as lines:
        entries = read_po(lines, locale=language)
    return {str(entry.id): str(entry.string) for entry in entries if entry.id and entry.string}


def translate(message: str, language: str) -> str:
    """The message in a language, or the English message itself where it has no translation."""
    return messages(language).get(message, message) if language != "en" else message


def words(message: str) -> str:
    """The message in Vietnamese, the language of everything that readers and partners receive."""
    return translate(message, "vi")
