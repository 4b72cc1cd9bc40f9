"""The form of a piece follows from its record: six to ten fields, never an id. Test data."""

import pytest

from generator.media import media
from generator.model.fields import Text
from generator.model.medium import Medium
from generator.model.piece import Deliverable
from generator.model.piece_form import FormField, form_of


@pytest.mark.parametrize("medium", media().values(), ids=lambda medium: medium.name)
def test_each_medium_has_six_to_ten_fields_in_words(medium: Medium) -> None:
    form = form_of(medium.record)
    assert 6 <= len(form) <= 10
    keys = {field.key for field in form}
    assert keys.isdisjoint({"id", "medium", "campaign", "activity", "slug", "aliases", "status"})


def test_what_each_field_is_filled_in_with() -> None:
    assert form_of(media()["radio"].record) == (
        FormField("title", "line", "words", is_needed=True),
        FormField("summary", "lines", "words", is_needed=False),
        FormField("slot", "moment", "time", is_needed=False),
        FormField("quarter", "quarter", "time", is_needed=False),
        FormField("partner", "choice", "rest", is_needed=False, choices="partner"),
        FormField("topics", "list", "rest", is_needed=False, choices="topics", has_many=True),
        FormField("sources", "sources", "rest", is_needed=False, has_many=True),
        FormField("duration", "length", "time", is_needed=False),
        FormField("speakers", "list", "rest", is_needed=False, choices="speakers", has_many=True),
    )


def test_a_new_medium_has_its_form_with_all_that_it_must_have() -> None:
    class Leaflet(Deliverable):
        """Leaflet: test data."""

        lead: Text

    assert form_of(Leaflet)[-1] == FormField("lead", "line", "rest", is_needed=True)
