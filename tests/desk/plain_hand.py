"""A hand without a browser: what links and forms of a screen do by themselves, no script asked."""

import re
from http.client import HTTPConnection
from urllib.parse import urlencode, urljoin, urlsplit

from lxml import html
from lxml.html import FormElement, HtmlElement

from tests.desk.uploading import BOUNDARY, multipart

_FORM = "application/x-www-form-urlencoded"


class PlainHand:
    """Reads screens of a desk, follows their links and sends their forms, by the words on them."""

    def __init__(self, url: str, cookie: str) -> None:
        self._url, self._cookie = url.rstrip("/"), cookie
        self.status, self.headers, self.data = 0, dict[str, str](), b""
        self.go("/")

    def go(self, path: str) -> None:
        """Open an address."""
        self._ask("GET", path)

    def press(self, name: str) -> None:
        """The first link or button with these words."""
        all_of_them = self.screen.xpath("//a[@href] | //button | //summary")
        one = next(each for each in all_of_them if name in words(each))
        if one.tag == "a":
            self.go(one.get("href"))
        elif one.tag == "button":
            self._send(one)

    def field(self, name: str, within: HtmlElement | None = None) -> HtmlElement:
        """The first field that is called so."""
        place = self.screen if within is None else within
        named = place.xpath(".//label | .//*[@name][@aria-label]")
        one = next(each for each in named if name in (each.get("aria-label") or words(each)))
        field: HtmlElement = one
        if one.tag == "label":
            field = one.for_element if one.get("for") else one.xpath(".//*[@name]")[0]
        return field

    def fill(self, name: str, value: str, within: HtmlElement | None = None) -> None:
        """A field by its label; of a list the value of the choice."""
        field = self.field(name, within)
        field.value = value

    def attach(self, *files: tuple[str, bytes]) -> None:
        """Files, which go with the form that takes files."""
        (form,) = self.screen.xpath("//form[.//input[@type='file']]")
        kind = f"multipart/form-data; boundary={BOUNDARY}"
        self._ask("POST", form.get("action"), multipart(files, dict(_typed(form))), kind)

    def all(self, path: str) -> list[str]:
        """The words of each place of the screen that an XPath leads to."""
        return [words(each) for each in self.screen.xpath(path)]

    def told(self) -> str:
        """What the screen says of what was done."""
        return self.all("//*[contains(@class, 'told')][@role='status']")[0]

    def _send(self, button: HtmlElement) -> None:
        form = button.xpath("ancestor::form")[0]
        pressed = [(button.get("name"), button.get("value", ""))] if button.get("name") else []
        sent = urlencode([*_typed(form), *pressed])
        action = button.get("formaction") or form.get("action") or self.path
        if (form.get("method") or "get").lower() == "get":
            self.go(f"{action.partition('?')[0]}?{sent}")
        else:
            self._ask("POST", action, sent.encode(), _FORM)

    def _ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> None:
        parts = urlsplit(urljoin(f"{self._url}/", path))
        self.path = f"{parts.path}?{parts.query}".rstrip("?")
        own = {"Cookie": self._cookie, "Origin": self._url}
        connection = HTTPConnection(parts.netloc, timeout=60)
        sent = own | ({"Content-Type": kind} if kind else {})
        connection.request(method, self.path, body or None, sent)
        answer = connection.getresponse()
        self.status, self.data = answer.status, answer.read()
        self.headers = {key.lower(): value for key, value in answer.getheaders()}
        connection.close()
        if self.status == 303:
            self.go(self.headers["location"])
        elif self.headers.get("content-type", "").startswith("text/html"):
            self.screen: HtmlElement = html.fromstring(self.data.decode())


def _typed(form: FormElement) -> list[tuple[str, str]]:
    """What a form sends beside the button; no file."""
    files = {each.get("name") for each in form.xpath(".//input[@type='file']")}
    return [(name, value) for name, value in form.form_values() if name not in files]


def words(place: HtmlElement) -> str:
    """What is read at a place, spaces as one."""
    return re.sub(r"\s+", " ", place.text_content()).strip()
