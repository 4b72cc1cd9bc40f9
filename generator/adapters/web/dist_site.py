"""The built site as a web server shows it, so that it can be looked at."""

import os
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from generator.adapters.opening import content as read
from generator.adapters.opening import open_inside
from generator.adapters.web.responses import asked_path, content, not_modified, page, to_folder
from generator.adapters.web.server import application

INDEX, MISSING = "index.html", "404.html"


def site_server(folder: Path, hosts: Sequence[str] = ()) -> Starlette:
    """The application that shows the files of a folder; nothing leads out of it."""

    def answer(request: Request) -> Response:
        path = asked_path(request)
        if path is None:
            return _missing(folder)
        name = path + INDEX if path.endswith("/") or not path else path
        try:
            return _file(request, folder, name)
        except OSError:
            is_page = not path.endswith("/") and _is_there(folder, f"{path}/{INDEX}")
            return to_folder(request, path) if is_page else _missing(folder)

    return application([Route("/{path:path}", answer)], hosts)


def _file(request: Request, folder: Path, name: str) -> Response:
    stream = open_inside(folder / name, folder)
    state = os.fstat(stream.fileno())
    tag = f'"{state.st_ino:x}-{state.st_mtime_ns:x}-{state.st_size:x}"'
    if same := not_modified(request, tag):
        stream.close()
        return same
    return content(request, name, stream, state.st_size, tag)


def _is_there(folder: Path, name: str) -> bool:
    try:
        open_inside(folder / name, folder).close()
    except OSError:
        return False
    return True


def _missing(folder: Path) -> Response:
    """A missing page is answered as the real server will: with 404.html."""
    try:
        return page(read(folder / MISSING, folder), HTTPStatus.NOT_FOUND)
    except OSError:
        return PlainTextResponse("Not found", HTTPStatus.NOT_FOUND)
