"""Addresses of mail that reach nobody: «ten@gmail,com», «ten@gmail», «ten @gmail.com»."""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.forms import RareForm
from generator.vietnamese.text import fold

_PROVIDERS: Final = {"gmail": "gmail.com", "yahoo": "yahoo.com", "hotmail": "hotmail.com"} | {
    "outlook": "outlook.com", "icloud": "icloud.com"
}  # fmt: skip
_MISSPELT: Final = r"gmai|gmal|gmial|gamil|gmil|gnail|gmaill|ggmail|email|yaho|yahho|hotmai|hotmal"
_NAME: Final = r"(?<![\w.@/:+-])[^\W_][\w.+-]*"
_SLIP: Final = RareForm(
    rf"(?P<name>{_NAME})(?P<at>(?: ?@ ?)+| ?[(\[](?:at|a còng|@)[)\]] ?)"
    r"(?P<host>[^\W_][\w-]*(?:[.,]+ ?(?=[a-z])[\w-]+)*)(?![\w@])",
    r"@|[(\[]at[)\]]|còng",
)
_WORDS: Final = re.compile(r"[.,]+ ?")
_ENDING: Final = re.compile(r"(?:con|cm|om|cmo|comm|co|vom)")
_KNOWN_ENDINGS: Final = frozenset({"vn", "com", "net", "org", "edu", "gov", "info", "biz", "asia"})


def mail_slips(prose: str) -> Iterator[TextCorrection]:
    """Each with what is meant; without, where nothing tells which host it is."""
    for found in _SLIP.finditer(prose):
        if " " in found[0] and not _is_sure(found["host"]):
            continue
        host = _meant(found["host"])
        right = f"{fold(found['name'])}@{host}"
        if "." not in host:
            yield TextCorrection(*found.span(), None)
        elif right != found[0]:
            yield TextCorrection(*found.span(), right)


def _is_sure(host: str) -> bool:
    """Whether it is a host without a doubt, so that spaces beside it are slips."""
    first, *_ = _WORDS.split(host)
    return first.lower() in _PROVIDERS or _WORDS.split(host)[-1] in _KNOWN_ENDINGS


def _meant(host: str) -> str:
    parts = [fold(part) for part in _WORDS.split(host)]
    first = parts[0].lower()
    if re.fullmatch(_MISSPELT, first) and len(parts) > 1:
        first = "gmail" if first[0] in "ge" else "yahoo" if first[0] == "y" else "hotmail"
        parts = [first, *parts[1:]]
    if first in _PROVIDERS and (len(parts) == 1 or _ENDING.fullmatch(parts[1].lower())):
        return _PROVIDERS[first]
    return ".".join(parts)
