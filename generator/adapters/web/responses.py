"""What a browser asks for, and answers whole, in part, or “you have it already” (RFC 9110)."""

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import BinaryIO
from urllib.parse import quote, unquote_to_bytes

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from generator.model.filetypes import type_of

_CHUNK = 64 * 1024
_NO_NAME = re.compile(r"[\x00-\x1f\x7f/\\:]|\A\.{1,2}\Z")
_RANGE = re.compile(r"bytes=\s*([0-9]{0,18})-([0-9]{0,18})\s*", re.IGNORECASE)


def asked_path(request: Request) -> str | None:
    """`/lich/qu%C3%BD-2/` as “lich/quý-2/”; None where nobody can mean a file of ours."""
    raw: bytes = request.scope["raw_path"]
    try:
        names = [unquote_to_bytes(part).decode() for part in raw[1:].split(b"/")]
    except UnicodeDecodeError:
        return None
    if "" in names[:-1] or any(map(_NO_NAME.search, names)):
        return None
    return "/".join(names)


def to_folder(request: Request, path: str) -> Response:
    """A folder is shown at its address with a slash at the end, so that links in it are right."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/{quote(path)}/{query}", HTTPStatus.MOVED_PERMANENTLY)


def not_modified(request: Request, tag: str) -> Response | None:
    """The answer to a browser that has it already: it asks each time, and gets what is new."""
    had = request.headers.get("if-none-match", "")
    tags = {one.strip().removeprefix("W/") for one in had.split(",")}
    if not tags & {tag, "*"}:
        return None
    return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=_stored(tag))


def content(request: Request, name: str, stream: BinaryIO, size: int, tag: str) -> Response:
    """A file of so many bytes, or the part of it that is asked for; closes the stream."""
    part = _part(request, size, tag)
    headers = {**_stored(tag), "Accept-Ranges": "bytes", "Content-Type": type_of(name)}
    if part is None:
        return _sent(request, stream, range(size), HTTPStatus.OK, headers)
    if not part:
        stream.close()
        headers = {"Content-Range": f"bytes */{size}"}
        return Response(status_code=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers=headers)
    headers["Content-Range"] = f"bytes {part[0]}-{part[-1]}/{size}"
    return _sent(request, stream, part, HTTPStatus.PARTIAL_CONTENT, headers)


def page(html: bytes, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """A page that was made just now, and is made again next time."""
    return Response(html, status, {"Cache-Control": "no-store", "Content-Type": type_of(".html")})


def span(header: str, size: int) -> range | None:
    """The bytes that a Range header means: none of them if there are none there.

    None where the header says nothing that is to be heeded: several ranges, other units, nonsense.
    """
    found = _RANGE.fullmatch(header)
    if found is None or found[1] == found[2] == "":
        return None
    if not found[1]:
        return range(max(0, size - int(found[2])), size)
    first, last = int(found[1]), int(found[2] or size)
    if found[2] and last < first:
        return None
    return range(min(first, size), min(last + 1, size))


def _part(request: Request, size: int, tag: str) -> range | None:
    if request.method != "GET" or request.headers.get("if-range", tag) != tag:
        return None
    return span(request.headers.get("range", ""), size)


def _stored(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "no-cache"}


def _sent(
    request: Request,
    stream: BinaryIO,
    part: range,
    status: HTTPStatus,
    headers: Mapping[str, str],
) -> Response:
    headers = {**headers, "Content-Length": str(len(part))}
    if request.method == "HEAD":
        stream.close()
        return Response(status_code=status, headers=headers)
    return _Sent(stream, part, status, headers)


class _Sent(StreamingResponse):
    """Bytes of a stream, which is closed even if nobody reads on."""

    def __init__(
        self, stream: BinaryIO, part: range, status: HTTPStatus, headers: Mapping[str, str]
    ) -> None:
        super().__init__(_chunks(stream, part), status, headers)
        self._stream = stream

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._stream.close()


def _chunks(stream: BinaryIO, part: range) -> Iterator[bytes]:
    stream.seek(part.start)
    left = len(part)
    while left and (chunk := stream.read(min(_CHUNK, left))):
        left -= len(chunk)
        yield chunk
