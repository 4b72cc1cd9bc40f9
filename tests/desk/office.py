"""An office for tests: its people, its clock, and browsers that sign in."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from starlette.middleware import Middleware

from generator.adapters.web.server import Certificate, application, running
from generator.app.colleagues import colleague_called, password_seal
from generator.cli.desk import _screens
from generator.cli.desk_workplace import Here
from generator.cli.draft_results import DraftResults
from generator.cli.draft_room import DraftRoom
from generator.cli.making_rooms import MakingRooms
from generator.cli.report_room import ReportRoom
from generator.desk import unreachable
from generator.desk.office_door import OfficeDoor, OfficeHouse, account_of
from generator.diagnostics import Refusal
from generator.model.person import Colleague, Role
from generator.vietnamese.dates import HANOI

if TYPE_CHECKING:
    from starlette.routing import Route

MORNING = datetime(2021, 6, 1, 8, tzinfo=HANOI)
HOA, AN, BINH = "Trần Thị Hoa", "Nguyễn Văn An", "Lê Thanh Bình"
SECRET = "ba con mèo đen"  # noqa: S105 - of a test
CHEAP = 2  # N of scrypt: what is tested is not how long it takes


def person(name: str, role: Role, password: str = SECRET) -> Colleague:
    return Colleague(name, role, password_seal(password, b"salt of a test.", CHEAP))


@dataclass
class People:
    """The people in memory."""

    known: Sequence[Colleague] = (
        person(HOA, Role.APPROVES),
        person(AN, Role.WRITES),
        person(BINH, Role.APPROVES),
    )

    def every(self) -> Sequence[Colleague]:
        return self.known

    def replace(
        self, work: Callable[[Sequence[Colleague]], Sequence[Colleague] | Refusal]
    ) -> Refusal | None:
        made = work(self.known)
        if isinstance(made, Refusal):
            return made
        self.known = made
        return None


@dataclass
class Clock:
    moment: datetime = MORNING

    def __call__(self) -> datetime:
        return self.moment

    def wait(self, **time: float) -> None:
        self.moment += timedelta(**time)


@dataclass
class Office:
    """An office that is open: where, who, and the clock by which it goes."""

    url: str = ""
    people: People = field(default_factory=People)
    clock: Clock = field(default_factory=Clock)

    def browser(self, name: str = "", password: str = SECRET) -> "Visitor":
        visitor = Visitor(urlsplit(self.url).netloc)
        if name:
            known = colleague_called(self.people.known, name)
            visitor.key = account_of(known, self.people.known).key if known else ""
            assert visitor.sign_in(name, password)[0] == 303
        return visitor


@dataclass
class Visitor:
    """A browser: keeps its cookie and sends forms as pages do."""

    host: str
    cookie: str = ""
    key: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def ask(
        self, path: str, form: object = None, **more: str | None
    ) -> tuple[int, dict[str, str], str]:
        told: dict[str, str | None] = {"Host": self.host, "Accept": "text/html", **self.headers}
        if self.cookie:
            told["Cookie"] = self.cookie
        body = None
        if form is not None:
            told |= {
                "Origin": f"http://{self.host}",
                "Content-Type": "application/x-www-form-urlencoded",
            }
            body = form.encode() if isinstance(form, str) else urlencode(form).encode()  # type: ignore[arg-type]
            told["X-Account"] = self.key or None
        told |= {name.replace("_", "-").title(): value for name, value in more.items()}
        connection = HTTPConnection(self.host, timeout=30)
        sent = {name: value for name, value in told.items() if value is not None}
        connection.request("GET" if form is None else "POST", path, body, sent)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, {key.lower(): value for key, value in answer.getheaders()}, text

    def sign_in(self, name: str, password: str, **form: str) -> tuple[int, dict[str, str], str]:
        found = self.ask("/vao", {"ten": name, "mat-khau": password, **form})
        if "set-cookie" in found[1]:
            self.cookie = found[1]["set-cookie"].partition(";")[0]
        return found

    @property
    def account(self) -> str:
        return re.findall(r'data-account="(\w+)"', self.ask("/bai")[2])[0]


@contextmanager
def office(
    root: Path, tls: Certificate | None = None, origin: str = "", hosts: Sequence[str] = ()
) -> Iterator[Office]:
    """The office of a workspace, as the command puts it together."""
    here = Here(root, is_shared=True)
    room, made = DraftRoom(root, here), Office()
    house = OfficeHouse(made.people, made.clock, bool(tls or origin), origin)
    guards = [Middleware(OfficeDoor, house=house)]
    making = MakingRooms(root, here)
    with (
        closing(DraftResults(root, room)) as results,
        closing(ReportRoom(root, here)) as reports,
        closing(making),
    ):
        screens: list[Route] = _screens(root, here, room, results, reports, making, made.clock)
        app = application(screens, hosts, guards, {OSError: unreachable})
        with running(app, tls=tls) as url:
            made.url = url
            yield made
