"""The slug line: what the printer reads in the margin of a sheet."""

import json
from collections.abc import Sequence
from datetime import date

from generator.model.artwork import Artwork
from generator.press.folds import leaves_in_words
from generator.press.geometry import PressSheet

TEMPLATE = "slug"


def slug_line(artwork: Artwork, scale: int, revision: date, digest: str) -> str:
    """Job, size and folds, day of revision, short digest, side; never the day of the build.

    `scale` is that of the very file which bears the line: 1 where it has the true size.
    """
    parts = (
        artwork.piece,
        ", ".join(filter(None, (str(artwork.trim), leaves_in_words(artwork)))),
        f"1:{scale}",
        revision.isoformat(),
        digest[:8],
        _place(artwork),
    )
    return " · ".join(parts)


def _place(artwork: Artwork) -> str:
    """Which side of a sheet it is; of a bound piece the cover, or which page."""
    if artwork.book is None or not artwork.side:
        return f"{artwork.side}/2" if artwork.side else "1/1"
    return "bìa" if artwork.side == 1 else f"trang {artwork.number}/{artwork.book.count}"


def slug_job(slugs: Sequence[tuple[str, str]], sheet: PressSheet, family: str) -> str:
    """What the template `slug` draws from: strips as wide as the trim, as high as the margin.

    The lines of each are that of the file and that of its finishing.
    """
    content = {
        "slugs": list(slugs),
        "width": sheet.trim.width,
        "height": sheet.margin,
        "scale": sheet.scale,
        "family": family,
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)
