"""The pieces that a piece can lead to, by their titles."""

from posixpath import dirname, relpath

from generator.model.plan import Plan
from generator.vietnamese.text import fold


def page_links(path: str, plan: Plan) -> list[dict[str, str]]:
    """Every other piece with its title, and its address in a text of this file."""
    others = [piece for piece in plan.workspace.pieces.values() if piece.file != path]
    return [
        {"title": piece.title, "href": relpath(piece.file, dirname(path))}
        for piece in sorted(others, key=lambda piece: (fold(piece.title), piece.id))
    ]
