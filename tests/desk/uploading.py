"""Sends files to a desk as a browser does, or as no browser would."""

import re
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlsplit

TOKEN = "token-of-the-start"  # noqa: S105 - of a test
BOUNDARY = "----loa"


@dataclass(frozen=True)
class Sender:
    """Whoever was given the token of a desk at `url`."""

    url: str

    def get(self, path: str) -> tuple[int, str]:
        """What is at an address."""
        status, _, answer = self.ask("GET", path, b"", {})
        return status, answer.decode("utf-8", "replace")

    def form(self, path: str, **fields: str) -> tuple[int, str, bytes]:
        """A form without files."""
        body = "&".join(f"{key}={value}" for key, value in fields.items()).encode()
        return self.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def files(self, path: str, *files: tuple[str, bytes], **fields: str) -> tuple[int, str, str]:
        """Files by what they are called, and fields: the status, where it leads, the answer."""
        kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        status, place, answer = self.ask("POST", path, multipart(files, fields), kind)
        return status, place, answer.decode("utf-8", "replace")

    def half(self, path: str, data: bytes) -> None:
        """A file of which only a half is sent before the line breaks."""
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=30)
        body = multipart([("nua.docx", data)], {})
        connection.putrequest("POST", path)
        kind = f"multipart/form-data; boundary={BOUNDARY}"
        more = {"Content-Type": kind, "Content-Length": str(len(body))}
        for name, value in {**self._headers(), **more}.items():
            connection.putheader(name, value)
        connection.endheaders()
        connection.send(body[: len(body) // 2])
        connection.close()

    def _headers(self) -> dict[str, str]:
        return {"Cookie": f"loa={TOKEN}", "Origin": f"http://{urlsplit(self.url).netloc}"}

    def ask(
        self, method: str, path: str, body: bytes, more: dict[str, str]
    ) -> tuple[int, str, bytes]:
        """Whatever is asked: the status, where it leads, the answer."""
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=60)
        connection.request(method, path, body, {**self._headers(), **more})
        response = connection.getresponse()
        answer = response.read()
        connection.close()
        return response.status, response.headers.get("location", ""), answer


def multipart(
    files: "list[tuple[str, bytes]] | tuple[tuple[str, bytes], ...]", fields: dict[str, str]
) -> bytes:
    """The body of a form as browsers write it."""
    parts = list[bytes]()
    for key, value in fields.items():
        head = f'Content-Disposition: form-data; name="{key}"'
        parts.append(f"--{BOUNDARY}\r\n{head}\r\n\r\n{value}\r\n".encode())
    for name, data in files:
        head = f'Content-Disposition: form-data; name="tep"; filename="{name}"'
        parts.append(f"--{BOUNDARY}\r\n{head}\r\n\r\n".encode() + data + b"\r\n")
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


def words_in(answer: str) -> str:
    """What a person reads of a page."""
    bare = re.sub(r"<(script|style|title)\b.*?</\1>|<[^>]+>", " ", answer, flags=re.DOTALL)
    return " ".join(bare.split())
