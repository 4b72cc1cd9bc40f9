"""In which form something happens (hình thức): in a medium, or without publishing anything."""

from collections.abc import Mapping
from typing import Literal

from generator.media import media
from generator.model.medium import Medium
from generator.model.undertaking import UNDERTAKINGS, Undertaking

Form = Medium | Undertaking
Placing = Literal["moment", "period", "none"]


def form_of(name: str) -> Form:
    """The form of a line of the plan or of the calendar (`PlanLine.medium`)."""
    medium = media().get(name)
    return medium or UNDERTAKINGS.get(name) or UNDERTAKINGS["other"]


def forms() -> list[Form]:
    """Every form whose lines have days, in the order of menus: media first."""
    every: list[Form] = [*media().values(), *UNDERTAKINGS.values()]
    return [form for form in every if form.placing != "none"]


def placings() -> Mapping[str, Placing]:
    """Whether slots of each form are moments or periods."""
    return {form.name: form.placing for form in forms()}
