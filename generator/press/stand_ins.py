"""What a typesetter cannot set in inks: a picture stands for it, until the page is finished."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import pikepdf


class StandIn(Protocol):
    """A photograph or a drawing that takes the place of a picture."""

    @property
    def name(self) -> str:
        """Of the picture, by all that the thing itself depends on."""
        ...

    @property
    def stand_in(self) -> bytes:
        """The picture, for the template."""
        ...

    def place(self, document: "pikepdf.Pdf") -> None:
        """Take its place on the page."""
        ...
