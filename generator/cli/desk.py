"""`loa desk`: the desk in the browser."""

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.adapters.workspace_folder import find_workspace
from generator.cli.console import _, moment_option, say, workspace
from generator.cli.desk_workplace import Here
from generator.cli.draft_results import DraftResults
from generator.cli.draft_room import DraftRoom
from generator.cli.making_rooms import MakingRooms
from generator.cli.proof_room import ProofRoom
from generator.cli.report_room import ReportRoom
from generator.cli.serving import PORT, not_opened

if TYPE_CHECKING:
    from datetime import datetime

    from starlette.routing import Route
    from starlette.types import ASGIApp


@click.command(
    "desk",
    short_help=_("Open the desk: what is due, all pieces, writing and approving."),
    help=_(
        "Open the desk in a browser of this computer: what is late, due and waiting for approval; "
        "all pieces; their texts, with what is wrong in them; approving, withdrawing, taking back."
        "\n\nThe address that is shown opens it for you alone; --open shows it in the browser at "
        "once. Every change is kept, and can be taken back there or with loa undo. Ctrl-C ends "
        "it.\n\nWhere no programme is, a folder with one can be chosen, or a new one begun by "
        "answering some questions.\n\n"
        "Example: loa desk"
    ),
)
@click.option(
    "--port", type=PORT, default=8002, show_default=True, help=_("The port on 127.0.0.1.")
)
@click.option("--open", "opens", is_flag=True, help=_("Show it in the browser at once."))
@click.option(
    "--shortcut", is_flag=True, help=_("Only put a shortcut to it on the screen of this computer.")
)
@moment_option
@click.pass_obj
def command(
    folder: Path, port: int, as_of: "datetime | None", *, opens: bool, shortcut: bool
) -> None:
    """Serve until stopped."""
    from starlette.middleware import Middleware

    from generator.adapters.web.server import Listening, application
    from generator.cli.programmes import FirstStart, put_shortcut, show_in_browser
    from generator.desk import unreachable
    from generator.desk.safety import START, Guard

    if shortcut:
        put_shortcut(workspace(folder))
        return
    token, once = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    guards = [Middleware(Guard, token=token, once=once if opens else "")]

    open_rooms: list[DraftResults | ReportRoom | MakingRooms] = []

    def desk_of(root: Path) -> "ASGIApp":
        here = Here(root, as_of)
        room = DraftRoom(root, here)
        results, reports = DraftResults(root, room), ReportRoom(root, here)
        making = MakingRooms(root, here, as_of)
        open_rooms.extend([results, reports, making])
        screens = _screens(root, here, room, results, reports, making)
        return application(screens, (), guards, {OSError: unreachable})

    is_there = find_workspace(folder.resolve()) is not None
    app = desk_of(workspace(folder)) if is_there else FirstStart(folder, desk_of, guards)
    try:
        listening = Listening(app, port)
    except OSError as error:
        not_opened(error, "desk", port)
    start = f"{listening.url.rstrip('/')}{START}"
    say("The desk: {url} (Ctrl-C ends it)", url=f"{start}{token}")
    if opens:
        show_in_browser(f"{start}{once}")
    try:
        listening.answer()
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
) -> "list[Route]":
    """What the desk of a workspace answers: its rooms, the first that fits an address."""
    from generator.adapters.word_folder import FolderWordCopies
    from generator.desk import routes
    from generator.desk.making_routes import making_routes
    from generator.desk.proof_routes import proof_routes
    from generator.desk.result_views import result_routes
    from generator.desk.word_rooms import word_routes

    return [
        *result_routes(room, results),
        *word_routes(here, room, FolderWordCopies(root)),
        *proof_routes(here, ProofRoom(root, here), reports),
        *making_routes(here, room, making),
        *routes(here, here.brand, room),
    ]
