"""`loa desk`: the desk in the browser."""

import secrets
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.adapters.workspace_folder import find_workspace
from generator.cli.console import _, moment_option, say, workspace
from generator.cli.desk_office import office_guards, office_options
from generator.cli.desk_workplace import Here
from generator.cli.draft_results import DraftResults
from generator.cli.draft_room import DraftRoom
from generator.cli.making_rooms import MakingRooms
from generator.cli.proof_room import ProofRoom
from generator.cli.report_room import ReportRoom
from generator.cli.serving import PORT, not_opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from starlette.middleware import Middleware
    from starlette.routing import Route
    from starlette.types import ASGIApp

    from generator.adapters.web.server import Listening
    from generator.cli.desk_office import OfficeWay

_TURN = 0.001
"""Seconds that a thread reckons before others have their turn. Each question to the disk gives the
turn away: who saves asks dozens of times, and would wait for five times as long each time."""


@click.command(
    "desk",
    short_help=_("Open the desk: what is due, all pieces, writing and approving."),
    help=_(
        "Open the desk in a browser of this computer: what is late, due and waiting for approval; "
        "all pieces; their texts, with what is wrong in them; approving, withdrawing, taking back."
        "\n\nThe address that is shown opens it for you alone; --open shows it in the browser at "
        "once. Every change is kept, and can be taken back there or with loa undo. Ctrl-C ends "
        "it.\n\nWhere no programme is, a folder with one can be chosen, or a new one begun by "
        "answering some questions.\n\nSeveral people at once: take them up with loa people, then "
        "start it with --office on one computer; the others open a browser.\n\n"
        "Example: loa desk\n\n"
        "Example: loa desk --office --address 192.168.1.10 --cert may.pem --key may-khoa.pem"
    ),
)
@click.option("--port", type=PORT, default=8002, show_default=True, help=_("The port."))
@click.option("--open", "opens", is_flag=True, help=_("Show it in the browser at once."))
@click.option(
    "--shortcut", is_flag=True, help=_("Only put a shortcut to it on the screen of this computer.")
)
@office_options
@moment_option
@click.pass_obj
def command(  # noqa: PLR0913 - the options
    folder: Path,
    port: int,
    as_of: "datetime | None",
    *,
    opens: bool,
    shortcut: bool,
    way: "OfficeWay | None",
) -> None:
    """Serve until stopped."""
    from generator.cli.programmes import put_shortcut

    if shortcut:
        put_shortcut(workspace(folder))
    elif way:
        _serve_office(workspace(folder), way, port, as_of, opens=opens)
    else:
        _serve(folder, port, as_of, opens=opens)


def _serve(folder: Path, port: int, as_of: "datetime | None", *, opens: bool) -> None:
    """For who sits at this computer: the address of the start opens it."""
    from starlette.middleware import Middleware

    from generator.cli.programmes import FirstStart
    from generator.desk.safety import START, Guard

    token, once = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    guards = [Middleware(Guard, token=token, once=once if opens else "")]
    with _desk((), guards, as_of) as desk_of:
        is_there = find_workspace(folder.resolve()) is not None
        app = desk_of(workspace(folder)) if is_there else FirstStart(folder, desk_of, guards)
        listening = _listening(app, port)
        start = f"{listening.url.rstrip('/')}{START}"
        say("The desk: {url} (Ctrl-C ends it)", url=f"{start}{token}")
        _answer(listening, f"{start}{once}" if opens else "")


def _serve_office(
    root: Path, way: "OfficeWay", port: int, as_of: "datetime | None", *, opens: bool
) -> None:
    """For all who have a name and a password."""
    with _desk(way.hosts, office_guards(root, way), as_of, is_shared=True) as desk_of:
        listening = _listening(desk_of(root), port, way)
        url = way.url(listening.url)
        say("The desk of the office: {url} (Ctrl-C ends it)", url=url)
        _answer(listening, url if opens else "")


def _listening(app: "ASGIApp", port: int, way: "OfficeWay | None" = None) -> "Listening":
    from generator.adapters.web.server import HOST, Listening

    try:
        return Listening(app, port, way.address if way else HOST, way.tls if way else None)
    except OSError as error:
        not_opened(error, "desk", port)


def _answer(listening: "Listening", shown: str) -> None:
    from generator.adapters.executor import use_one_heap
    from generator.cli.programmes import show_in_browser

    if shown:
        show_in_browser(shown)
    use_one_heap()
    sys.setswitchinterval(_TURN)
    listening.answer()


@contextmanager
def _desk(
    hosts: "Sequence[str]",
    guards: "Sequence[Middleware]",
    as_of: "datetime | None",
    *,
    is_shared: bool = False,
) -> "Iterator[Callable[[Path], ASGIApp]]":
    """Gives what makes the desk of a workspace; what draws for it ends with the context."""
    from generator.adapters.clock import SystemClock
    from generator.adapters.web.server import application
    from generator.desk import unreachable
    from generator.desk.answers import faulty
    from generator.desk.deed_routes import without_role

    open_rooms: list[DraftResults | ReportRoom | MakingRooms] = []

    def desk_of(root: Path) -> "ASGIApp":
        here = Here(root, as_of, is_shared=is_shared)
        room = DraftRoom(root, here)
        results, reports = DraftResults(root, room), ReportRoom(root, here)
        making = MakingRooms(root, here, as_of)
        open_rooms.extend([results, reports, making])
        screens = _screens(root, here, room, results, reports, making, SystemClock().now)
        if open_to_all := without_role(screens):
            raise AssertionError(open_to_all)
        return application(screens, hosts, guards, {OSError: unreachable, Exception: faulty})

    try:
        yield desk_of
    finally:
        for each in open_rooms:
            each.close()


def _screens(  # noqa: PLR0913, PLR0917 - the rooms
    root: Path,
    here: Here,
    room: DraftRoom,
    results: DraftResults,
    reports: ReportRoom,
    making: MakingRooms,
    now: "Callable[[], datetime]",
) -> "list[Route]":
    """What the desk of a workspace answers: its rooms, the first that fits an address.

    `now` is the clock by which it is told who writes.
    """
    from generator.adapters.word_folder import FolderWordCopies
    from generator.desk import routes
    from generator.desk.making_routes import making_routes
    from generator.desk.presence import Writers
    from generator.desk.proof_routes import proof_routes
    from generator.desk.result_views import result_routes
    from generator.desk.word_rooms import word_routes

    return [
        *result_routes(room, results),
        *word_routes(here, room, FolderWordCopies(root)),
        *proof_routes(here, room, ProofRoom(root, here), reports),
        *making_routes(here, room, making),
        *routes(here, here.brand, room, Writers(now)),
    ]
