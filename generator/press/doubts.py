"""What of a plan only a page that is set can tell: pieces in doubt, and templates of one's own."""

from generator.model.plan import Plan
from generator.press.folds import sides_of
from generator.press.foreseen import in_doubt
from generator.press.orders import READY, printed_pieces
from generator.press.piece_artwork import artwork_of
from generator.press.templates import FOLDER, is_template, shared_names

PAPERS = "assets/handoff/"
"""Where templates of what partners receive lie."""


def own_templates(plan: Plan) -> frozenset[str]:
    """Those of `assets/` that stand before the package's, or beside them."""
    files = plan.workspace.assets
    papers = (path for path in files if path.startswith(PAPERS) and path.endswith(".typ"))
    return frozenset({*filter(is_template, files), *papers})


def to_be_tried(plan: Plan) -> frozenset[str]:
    """The ids of the pieces of which only a page that is set can tell what a build would refuse."""
    own, brand = own_templates(plan), plan.workspace.brand
    found = set[str]()
    for entry, medium, piece in printed_pieces(plan):
        if brand is None or piece.status not in READY:
            continue
        if piece.artwork:  # what a studio has delivered only its file tells
            found.add(piece.id)
            continue
        printer = plan.workspace.printer_of(medium.name, piece.printer, piece.any_printer)
        artwork = artwork_of(plan, entry, medium, printer)
        names = {f"{artwork.template}.typ", f"drawing-{artwork.illustration}.typ", *shared_names()}
        is_doubtful = any(in_doubt(side, printer, brand) for side in sides_of(artwork))
        if is_doubtful or not own.isdisjoint(FOLDER + name for name in names):
            found.add(piece.id)
    return frozenset(found)
