"""What the head of a picture says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """A picture that can be used: its pixels as it is seen, turned as its camera noted.

    A drawing (SVG) has the size of its field in CSS pixels. `form` is Pillow's name of what the
    file really is, or SVG; `mode` is Pillow's name of its colours, with `alpha` where parts are
    transparent. `blank` is why nobody would see anything on it (a msgid), nothing of a good one.
    """

    width: int
    height: int
    form: str
    mode: str = ""
    alpha: bool = False
    blank: str = ""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.width, self.height
