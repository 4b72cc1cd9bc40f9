"""An address of mail reaches somebody: a dot after @, no comma, no space, no letters with marks."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.mail_slips import mail_slips

SLIP = warning(
    "mail-address",
    "“{said}” is no address of mail.",
    "Write {now}, if that is what is meant.",
)
NO_HOST = SLIP.with_hint("Look it up: behind @ stands a name with a dot, as example.vn.")


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for each in mail_slips(text.text):
        where, said = text.at(each.start, each.end), text.text[each.start : each.end]
        yield (
            NO_HOST.at(where, said=said)
            if each.text is None
            else SLIP.at(where, said=said, now=each.text)
        )
