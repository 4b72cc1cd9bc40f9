"""The office: several people at one desk, each by a name and a password, in two roles."""

from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from generator.adapters.web.server import application, running
from generator.cli.desk import _screens
from generator.cli.desk_workplace import Here
from generator.cli.draft_results import DraftResults
from generator.cli.draft_room import DraftRoom
from generator.cli.making_rooms import MakingRooms
from generator.cli.report_room import ReportRoom
from generator.desk.acting import acting
from generator.desk.deed_routes import Deed, without_role
from generator.desk.entrance import entrance
from generator.model.person import Account, Role

HOA = Account("Trần Thị Hoa", Role.APPROVES, ("Trần Thị Hoa",))
AN = Account("Nguyễn Văn An", Role.WRITES, ("Trần Thị Hoa",))


def screens(root: Path) -> list[Route]:
    """All addresses of a desk, as the command puts them together."""
    here = Here(root)
    room = DraftRoom(root, here)
    making = MakingRooms(root, here)
    with closing(DraftResults(root, room)) as results, closing(ReportRoom(root, here)) as reports:
        return _screens(root, here, room, results, reports, making)


def test_every_address_that_changes_something_says_who_may(tiny: Path) -> None:
    routes = [*screens(tiny), *entrance(None, 2021, "")]  # type: ignore[arg-type] # nobody asks it
    assert without_role(routes) == []
    assert without_role([*routes, Route("/moi", lambda _: None, methods=["POST"])]) == ["/moi"]
    assert len([each for each in routes if isinstance(each, Deed)]) > 25


async def _done(request: Request) -> Response:
    del request
    return PlainTextResponse("done")


@pytest.mark.parametrize(
    ("who", "act", "status"),
    [
        (None, "duyet", 200),
        (HOA, "duyet", 200),
        (AN, "gui", 200),
        (AN, "duyet", 403),
        (AN, "gui&viec=duyet", 403),
    ],
)
def test_a_button_asks_for_its_role(who: Account | None, act: str, status: int) -> None:
    deed = Deed("/bai", _done, Role.WRITES, {"duyet": Role.APPROVES})

    async def acted(request: Request) -> Response:
        with acting(who):
            return await deed.endpoint(request)

    with running(application([Route("/bai", acted, methods=["POST"])])) as url:
        connection = HTTPConnection(urlsplit(url).netloc, timeout=30)
        connection.request("POST", "/bai", f"viec={act}")
        answer = connection.getresponse()
        told = answer.read().decode()
        connection.close()
    assert answer.status == status
    assert ("Việc này chỉ người duyệt làm được: Trần Thị Hoa." in told) is (status == 403)
