"""The first start, where no programme is open yet: open a folder, or begin a programme."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from generator.app.first_programme import (
    QUARTERS,
    PlannedMedium,
    ProgrammeAnswers,
    planned_media,
)
from generator.catalogue import words
from generator.desk import screens
from generator.desk.deed_routes import Deed
from generator.desk.form_fields import form_of
from generator.desk.package_files import file_routes
from generator.diagnostics import Location
from generator.model.odd import odd_words
from generator.model.person import Role

NO_ADDRESS = "https://example.org/"
"""What stands for the address of a site that has none yet."""
_FIRST, _LAST = 2000, 2100
_MOST = 9999
_LONGEST = 200
_URL = re.compile(r"https?://[^\s<>\"/]+(/[^\s<>\"]*)?")


@dataclass(frozen=True, slots=True)
class FolderChoice:
    """A folder that can be opened or looked into; `handle` is all that a browser knows of it."""

    handle: str
    name: str
    is_programme: bool


@dataclass(frozen=True, slots=True)
class FolderView:
    """What lies in a folder; `above` is the handle of the one that it lies in, if any.

    Of one that `is_closed` nobody may see what lies in it.
    """

    name: str
    above: str
    folders: tuple[FolderChoice, ...]
    is_closed: bool = False


class Folders(Protocol):
    """The folders of this computer, as the first start sees them."""

    def programmes(self) -> Sequence[FolderChoice]:
        """Programmes that were open before, and those that lie near."""

    def view(self, handle: str) -> FolderView | None:
        """What lies in a folder; of no handle where one begins to look."""

    def choose(self, handle: str) -> bool:
        """Open the programme of a folder, from now on; False where there is none."""

    def create(self, answers: ProgrammeAnswers, folder: str) -> str:
        """Make a programme in a new folder and open it; else why not, in words."""

    def place(self) -> str:
        """In which folder a new one would be made."""


def entrance(folders: Folders, year: int, colours: str) -> list[Route]:
    """What is answered until a programme is open.

    `year` is the one that is proposed, `colours` the style sheet of a brand.
    """
    start = _Start(folders, year)
    return [
        Route("/", start.first),
        Route("/thu-muc", start.look),
        Deed("/mo-thu-muc", start.open, Role.WRITES),
        Deed("/tao", start.begin, Role.WRITES),
        *file_routes(lambda: colours),
        Route("/{path:path}", start.elsewhere),
    ]


class _Start:
    """The screens of the first start."""

    def __init__(self, folders: Folders, year: int) -> None:
        self._folders, self._year = folders, year

    def first(self, request: Request) -> Response:
        """Both ways to begin."""
        del request
        return self._shown({}, ())

    def look(self, request: Request) -> Response:
        """Folders, one below the other."""
        found = self._folders.view(request.query_params.get("o", ""))
        if found is None:
            return RedirectResponse("/thu-muc", 303)
        return HTMLResponse(screens.screen("folders", done="", found=found))

    async def open(self, request: Request) -> Response:
        """A programme that is there."""
        handle = (await form_of(request)).get("o", "")
        is_open = await run_in_threadpool(self._folders.choose, handle)
        return RedirectResponse("/" if is_open else "/thu-muc", 303)

    async def begin(self, request: Request) -> Response:
        """A new programme, or what is missing among the answers."""
        form = await form_of(request)
        answers, wrong = read_answers(form)
        if answers and not wrong:
            folder = form.get("thu-muc", "")
            refused = await run_in_threadpool(self._folders.create, answers, folder)
            if not refused:
                return RedirectResponse("/?xong=tao", 303)
            wrong = [refused]
        return self._shown(form, wrong, 422)

    def elsewhere(self, request: Request) -> Response:
        """Every other address: one begins at the beginning."""
        del request
        return RedirectResponse("/", 303)

    def _shown(self, form: Mapping[str, str], wrong: Sequence[str], status: int = 200) -> Response:
        html = screens.screen(
            "start",
            done="",
            known=self._folders.programmes(),
            place=self._folders.place(),
            form=form,
            wrong=wrong,
            year=self._year,
            media=[(each.name, words(each.plural), each.unit) for each in planned_media()],
            quarters=QUARTERS,
        )
        return HTMLResponse(html, status)


def read_answers(form: Mapping[str, str]) -> tuple[ProgrammeAnswers | None, list[str]]:
    """The answers of a form; or what is to be answered otherwise, in words."""
    wrong: list[str] = []

    def line(name: str, told: str = "") -> str:
        value = " ".join(form.get(name, "").split())
        if not value.isprintable() or len(value) > _LONGEST or (told and not value):
            wrong.append(words("“{question}” needs a line of words.").format(question=words(told)))
        odd = (each.rule.at(Location(""), **each.details) for each in odd_words(value))
        wrong.extend(each.message("vi") for each in odd)
        return value

    title = line("ten", "Name of the programme")
    place = line("noi", "Province or city")
    owner = line("co-quan", "Office in charge")
    others = [line(name) for name in ("dai", "bao")]
    year, url = line("nam"), line("trang") or NO_ADDRESS
    if not (_is_number(year) and _FIRST <= int(year) <= _LAST):
        wrong.append(words("The year is a number such as {year}.").format(year=_FIRST + 26))
    if not _URL.fullmatch(url):
        wrong.append(words("Write the whole address, beginning with https:// or http://."))
    counts = [form.get(f"so-{each.name}", "").strip() for each in planned_media()]
    if any(each and not (_is_number(each) and int(each) <= _MOST) for each in counts):
        wrong.append(
            words("How many is a number in digits such as 4, at most {most}.").format(most=_MOST)
        )
    planned = tuple(_planned(form, each.name) for each in planned_media())
    if wrong:
        return None, wrong
    told = tuple(each for each in planned if each.count)
    return ProgrammeAnswers(title, place, owner, int(year), url, told, *others), []


def _planned(form: Mapping[str, str], medium: str) -> PlannedMedium:
    """How many of a medium."""
    given = form.get(f"so-{medium}", "").strip()
    count = int(given) if _is_number(given) else 0
    chosen = tuple(quarter for quarter in QUARTERS if f"quy-{medium}-{quarter}" in form)
    return PlannedMedium(medium, count, chosen or QUARTERS)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 6  # noqa: PLR2004 - digits
