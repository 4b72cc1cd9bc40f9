"""Files that a browser sends: how many, how large, and what they are called.

A name is shown and never trusted: no path comes of it. What is too much is read to its end and
dropped, so that a browser hears why; nothing of it is kept.
"""

import unicodedata
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass

from python_multipart.exceptions import FormParserError
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from generator.catalogue import words

MOST_FILES = 100
MOST_AT_ONCE = 400_000_000
"""Bytes of a request: what a camera holds of a day."""
_MOST_FIELDS, _LONGEST_FIELD = 100, 10_000
_LONGEST_NAME = 100  # characters
_MEGA = 1_000_000
_LENGTH = "content-length"
_TOO_MUCH, _NO_FILES = 413, 415  # HTTP statuses


@dataclass(frozen=True, slots=True)
class Upload:
    """What came with a form: its fields, and files that are still to be read; or why neither.

    `status` is that of HTTP of what is refused.
    """

    fields: dict[str, str]
    files: tuple[UploadFile, ...] = ()
    refusal: str = ""
    status: int = 200

    def close(self) -> None:
        """Its files are read no more."""
        for each in self.files:
            each.file.close()


async def sent_by(request: Request) -> Upload:
    """The fields and files of a form."""
    told = words("This is too much at once: at most {files} files, of {most} MB together.")
    too_much = told.format(files=MOST_FILES, most=MOST_AT_ONCE // _MEGA)
    rest = request.stream()
    if int(request.headers.get(_LENGTH, "0")) > MOST_AT_ONCE:
        return await _drained(rest, too_much, _TOO_MUCH)
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await _drained(rest, words("No file came with it."), _NO_FILES)
    parser = MultiPartParser(
        request.headers,
        rest,
        max_files=MOST_FILES,
        max_fields=_MOST_FIELDS,
        max_part_size=_LONGEST_FIELD,
    )
    try:
        form = await parser.parse()
    except MultiPartException:
        return await _drained(rest, too_much, _TOO_MUCH)
    except (ClientDisconnect, FormParserError, ValueError, KeyError):
        return await _drained(rest, words("No file came with it."), _NO_FILES)
    every = form.multi_items()
    files = tuple(each for _, each in every if isinstance(each, UploadFile) and each.filename)
    return Upload({key: each for key, each in every if isinstance(each, str)}, files)


async def _drained(rest: AsyncIterator[bytes], why: str, status: int) -> Upload:
    with suppress(ClientDisconnect):
        async for _ in rest:
            pass
    return Upload({}, (), why, status)


def plain_name(name: str | None) -> str:
    """What a file is called, without the folders that some browsers and hands put before it."""
    bare = (name or "").replace("\\", "/").rpartition("/")[2]
    seen = unicodedata.normalize("NFC", "".join(each for each in bare if each.isprintable()))
    stem, dot, ending = seen.strip().strip(".").rpartition(".")
    if not dot:
        stem, ending = ending, ""
    return f"{stem[:_LONGEST_NAME]}{dot}{ending[:10]}" if stem else f"tep{dot}{ending[:10]}"
