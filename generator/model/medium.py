"""A medium: what `media/<name>.py` declares and every other part of the engine asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.model.artwork import Artwork, Imprint
from generator.model.piece import Piece

Reach: TypeAlias = Literal["air", "screen", "page", "web", "hall"]
"""How a piece reaches people: heard alone, seen and heard, read, clicked, in a class."""


@dataclass(frozen=True, slots=True)
class Medium:
    """How one kind of piece is written, called and shown.

    `record` types its front matter; `singular` and `plural` are msgids; `section` is the folder of
    its pages on the site ("" for the root); `page` is the template of one piece and `listing` of
    its section; `body` says whether the Markdown is a text or a script with speakers, and `cues`
    whether those of a script are heard between the words or seen beside them; `order` is its place
    in menus; `placing` says whether a slot is a moment (aired, printed) or a period at places;
    `artwork` makes what is printed of a piece; `starter` is a new file that passes `check`, with
    {id}, {title}, {summary}, {campaign}, {activity}, {quarter} and {body} to fill in; `schema` is
    what search engines call such a page (https://schema.org); `other_names` what people call the
    medium when they type without diacritics. Calendars mark it in the colour of the brand that
    `tone` names, in a form of `shape`. Plans count its pieces in `unit`, as they are printed. The
    files of templates/print/ that are called like it draw it. `file` ends the name of the Office
    file that is made of each piece, for whoever wants to use it. `menu` says whether the way to its
    section is at the head of each page or in its foot, as of what few look for.
    """

    name: str
    record: type[Piece]
    singular: str
    plural: str
    section: str
    starter: str
    artwork: Callable[[Piece, Imprint], Artwork] | None = None
    page: str = "piece.html"
    listing: str = "listing.html"
    body: Literal["text", "script"] = "text"
    cues: Literal["heard", "seen"] = "heard"
    order: int = 100
    placing: Literal["moment", "period", "none"] = "moment"
    schema: str = "CreativeWork"
    other_names: tuple[str, ...] = ()
    tone: Literal["la", "mam", "nuoc", "dat", "muc"] = "la"
    shape: Literal["round", "square", "bar", "ring"] = "round"
    unit: str = "bài"
    file: str = ""
    menu: Literal["head", "foot"] = "head"

    @property
    def reach(self) -> frozenset[Reach]:
        """How its texts reach people.

        What has no place and no moment is made for the web alone; what goes out as an Office file
        is held before a class.
        """
        if self.body == "script":
            return frozenset(("air",) if self.cues == "heard" else ("screen",))
        more: tuple[Reach, ...] = (
            *(("web",) if self.placing == "none" else ()),
            *(("hall",) if self.file else ()),
        )
        return frozenset(("page", *more))
