"""Names of sites with letters beyond a to z: whoever types them comes to another site."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm

FOREIGN = warning(
    "host-foreign",
    "“{host}” is read as {shown}: such names imitate those of others.",
    "Open the address and look whose it is; write the name of the site in letters from a to z.",
)
_HOST: Final = RareForm(
    r"(?i:https?://|www\.)(?P<host>[\w.-]*(?:xn--|[^\W0-9_a-zA-Z])[\w.-]*)",
    r"(?i:xn--)|(?i:https?:|www\.)\S*[^\x00-\x7f]",
)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every address in a text."""
    for found in _HOST.finditer(text.text):
        host = found["host"]
        where = text.at(*found.span("host"))
        yield FOREIGN.at(where, host=host, shown=_shown(host))


def _shown(host: str) -> str:
    """The other of the two ways in which such a name is written."""
    with suppress(UnicodeError):
        return (
            host.encode().decode("idna") if "xn--" in host.lower() else host.encode("idna").decode()
        )
    return host
