"""A deliverable that a paper receives as copy and prints, whatever the medium."""

from collections.abc import Mapping
from typing import ClassVar

from generator.model.fields import Text
from generator.model.piece import Deliverable


class Story(Deliverable):
    """Story: a piece for a newspaper."""

    read_keys: ClassVar = (*Deliverable.read_keys, "standfirst")
    form_keys: ClassVar = (*Deliverable.form_keys, "standfirst", "author")

    standfirst: Text = ""
    """Standfirst: the paragraph between headline and text.
    Example: Muốn bớt nước, xưởng bắt đầu từ cái vòi.
    Effect: on the page and in the story that the paper receives; held against the space of the
    paper."""
    issue: Text = ""
    """Issue: the number of the newspaper that printed it.
    Example: Số 4567
    Effect: on the page and the slip; with a slot of basis source it says to search engines that the
    story was printed."""

    @property
    def facts(self) -> Mapping[str, str]:
        """Where it was printed."""
        return {"Issue": self.issue}
