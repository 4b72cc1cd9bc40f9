"""The rooms of print and of building, which make things in the background."""

from starlette.routing import Route

from generator.desk.background import background_routes
from generator.desk.build_room import build_routes
from generator.desk.making_needs import MakingOffices
from generator.desk.needs import DraftOffice, Office
from generator.desk.press_room import press_routes


def making_routes(office: Office, drafts: DraftOffice, needs: MakingOffices) -> list[Route]:
    """What they answer."""
    return [
        *background_routes(needs.workshop),
        *press_routes(office, drafts, needs.presses, needs.workshop),
        *build_routes(office, drafts, needs.site, needs.workshop),
    ]
