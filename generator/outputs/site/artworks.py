"""The artwork of a banner or panel on its page and in the gallery."""

from collections.abc import Mapping

from generator.catalogue import words
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.outputs import Context


def proof_of(context: Context, medium: Medium, piece: Piece) -> Artifact | None:
    """The picture of the piece's artwork, if it has one."""
    wanted = addresses.proof(medium, piece)
    made = context.made.get("print", ())
    return next((artifact for artifact in made if artifact.path == wanted), None)


def artwork_meta(context: Context, medium: Medium, piece: Piece) -> Mapping[str, object]:
    """What the page of a piece with artwork shows: the proof and the file to print."""
    proof = proof_of(context, medium, piece)
    size = getattr(piece, "size", None)
    if proof is None or proof.pixels is None or size is None:
        return {}
    download = addresses.download(medium, piece, size)
    width, height = proof.pixels
    return {
        "picture": {
            "url": proof.path,
            "link": proof.path,
            "alt": f"{words(medium.singular)}: {piece.title}",
            "width": width,
            "height": height,
            "caption": f"{words('Proof')}, {size}",
        },
        "downloads": [
            {"title": words("Artwork for printing"), "url": download, "note": f"PDF, {size}"}
        ],
    }
