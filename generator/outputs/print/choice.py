"""What a person chose of the artwork, held to what there is."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from generator.outputs import ChoiceError, Context
from generator.outputs.print.piece_files import PieceFiles
from generator.press.orders import printed_pieces

NO_PIECE = "There is no printed piece “{name}”. Those that come near: {known}."
NOT_READY = "The piece “{name}” is not printed yet: its status is {status}. Write status: ready."
NO_PLACE = "Nothing of what was chosen hangs at “{name}”. It hangs at: {known}."
_SHOWN = 5


def refuse_unknown(context: Context, every: Sequence[PieceFiles]) -> None:
    """Raise ChoiceError when nothing answers to the choice: a slip must not look like success."""
    choice = context.choice
    if not choice or any(one.is_chosen for one in every):
        return
    pieces = {one.piece.id for one in every}
    if choice.piece and choice.piece not in pieces:
        status = {piece.id: piece.status for _, _, piece in printed_pieces(context.plan)}
        if choice.piece in status:
            raise ChoiceError(NOT_READY, name=choice.piece, status=status[choice.piece])
        raise ChoiceError(NO_PIECE, name=choice.piece, known=_near(choice.piece, pieces))
    if choice.place:
        chosen = (one for one in every if choice.piece in {"", one.piece.id})
        places = {place for one in chosen for place in one.rendering.places}
        raise ChoiceError(NO_PLACE, name=choice.place, known=_near(choice.place, places))


def _near(name: str, known: Iterable[str]) -> str:
    return ", ".join(get_close_matches(name, sorted(known), _SHOWN, 0)) or "–"
